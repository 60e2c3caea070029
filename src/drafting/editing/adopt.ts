import { type Names, nameFolds, namesOf } from '../../diff/names.ts'
import { AMBIGUOUS_CITIES, CITIES, PROVINCES_SHORT, provinceOfCity } from '../../lexicon/cities.ts'
import { fold } from '../../text/fold.ts'
import type { Regulation } from '../../types.ts'

/** Where a draft is of, as it calls itself: what takes the place of a peer's names. */
export interface Target {
  /** 兰州市; empty where it is not known yet. */
  place: string
  /** 甘肃省; empty where it is not known. */
  province: string
}

const AUTONOMOUS: Record<string, string> = {
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
}

/** The place with its province, by the list of cities where nobody says. */
export function targetOf(place: string, province = ''): Target {
  const own = fold(place).replace(/\s/g, '')
  const short = provinceOfCity(own)
  const known = short === null || own.startsWith(short) ? '' : (AUTONOMOUS[short] ?? `${short}省`)
  return { place: own, province: province || known }
}

/**
 * A passage of a peer (clean text) as the draft would say it: the draft's city, province and level of government for the peer's.
 * What is surely of another place and has no name here becomes 〔本市〕; a reference to an article of the peer 第××条, since its
 * number means nothing here, and the peer's day of entry into force ××××年×月×日. All these are for the drafter to fill.
 */
export function adopted(
  text: string,
  peer: Pick<Regulation, 'place' | 'metadata' | 'articles'>,
  target: Target,
): string {
  const names = namesOf(peer)
  const { place, province } = target
  const own = namesOf({ place, metadata: { ...peer.metadata, province }, articles: [] })
  let result = text
  for (const { from, to, key } of nameFolds(text, names).reverse())
    result = result.slice(0, from) + named(text.slice(from, to), key, names, own) + result.slice(to)
  return withoutOthers(result, target)
}

function named(words: string, key: string, names: Names, own: Names): string {
  // The full name, since the passages of a draft come from texts that each have their own.
  if (key === '〔本级〕人民政府') return ownNamed(words, names, own).replace(/(?<!人民)政府$/, '人民政府')
  if (key === '〔本级〕党委' || key === '〔本地〕') return ownNamed(words, names, own)
  if (key.startsWith('〔省级〕')) return provinceNamed(words, names.province, own.province)
  return words
}

function ownNamed(words: string, { place, level, short }: Names, target: Names): string {
  const [full = '', stem = full] = place
  const [own = '〔本市〕', ownStem = own] = target.place
  if (full !== '' && words.includes(full)) return words.replace(full, own)
  if (stem !== '' && words.includes(stem)) return words.replace(stem, ownStem)
  if (words.length === 1 && short.includes(words)) return ownStem
  return level && target.level && level !== target.level ? words.replace(level, target.level) : words
}

function provinceNamed(words: string, [full = '', stem = full]: string[], target: string[]): string {
  const [own = '〔本省〕', ownStem = own] = target
  if (full !== '' && words.includes(full)) return words.replace(full, own)
  if (stem !== '' && words.includes(stem)) return words.replace(stem, ownStem)
  const isRegion = own.endsWith('自治区')
  if (target.length === 0) return words
  return isRegion
    ? words.replace(/省/, words.length > 1 && /^[全我]/.test(words) ? '区' : '自治区')
    : words.replace(/自治区/, '省').replace(/^([全我])区$/, '$1省')
}

const OTHER_CITY = new RegExp(
  `(${CITIES.filter(city => !AMBIGUOUS_CITIES.has(city)).join('|')})市(?!场|民|容|政(?!府)|值|面)`,
  'g',
)
const OTHER_PROVINCE = new RegExp(`(${PROVINCES_SHORT.join('|')})(?:省|(?:壮族|回族|维吾尔)?自治区)`, 'g')
const OWN_ARTICLE = /(本(?:条例|规则|办法|规定|细则))第[零〇一二三四五六七八九十百千\d]+条(?!例)/g
const DAY_OF_FORCE = /自\d{4}年\d{1,2}月\d{1,2}日起(?=[^，。]{0,4}(?:施行|实施|执行))/g

function withoutOthers(text: string, { place, province }: Target): string {
  const city = /自治州$/.test(place) ? '〔本州〕' : '〔本市〕'
  return text
    .replace(OTHER_CITY, (words, name: string) => (place.includes(name) ? words : city))
    .replace(OTHER_PROVINCE, (words, name: string) => (province.includes(name) ? words : '〔本省〕'))
    .replace(OWN_ARTICLE, '$1第××条')
    .replace(DAY_OF_FORCE, '自××××年×月×日起')
}
