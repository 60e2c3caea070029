import { fold } from '../../src/text/fold.ts'
import type { Problem, Regulation } from '../../src/types.ts'

/**
 * Whether the place that a document is said to be of is another than its title names: a slip of the hand, or the wrong file.
 * Only places of one level are held against each other: a title of 钦州市 may be filed under its autonomous region. No list of
 * places is asked: a title names one where it begins with one.
 */
export function placeDoubts({ place, metadata }: Regulation): Problem[] {
  const named = levelsOf(TITLE.exec(bare(metadata.title ?? '')))
  const given = levelsOf(GIVEN.exec(bare(place)))
  const differs = (level: keyof typeof named) => {
    const [one, other] = [named[level], given[level]]
    return one !== undefined && other !== undefined && !isSame(one, other)
  }
  if (!differs('city') && !(differs('province') && (!named.city || !given.city))) return []
  const message = `the title names ${named.city ?? named.province}, but the place given is ${place}; correct --place, or choose the right file`
  return [{ rule: 'place-contradiction', severity: 'warning', message, span: { start: 0, end: 0 } }]
}

const PROVINCE = String.raw`(?<province>[\u4e00-\u9fff]{2,6}?(?:省|自治区))`
const CITY_OF_PLACE = String.raw`(?<city>[\u4e00-\u9fff]{1,12}?(?:市|州(?!市)|盟|地区))`
// 盐城市 and 成都市 are cities, 文明城市 and 全国城市 are none: with more than two characters before 市 the last is not 城.
const CITY_OF_TITLE = String.raw`(?<city>[\u4e00-\u9fff]{2}市|[\u4e00-\u9fff]{3,6}?(?<![城都集超的])市|[\u4e00-\u9fff]{2,12}?自治州)`

const TITLE = new RegExp(`^${PROVINCE}?(?:${CITY_OF_TITLE})?`)
const GIVEN = new RegExp(`^${PROVINCE}?(?:${CITY_OF_PLACE})?`)

/** Folded, without what may stand before the place: 中共中卫市委, 关于中卫市. */
function bare(text: string): string {
  return fold(text)
    .replace(/\s+/g, '')
    .replace(/^(?:中国共产党|中共|中华人民共和国|关于(?:印发|公布|发布|修改|废止)?|《)+/, '')
}

function levelsOf(match: RegExpExecArray | null): { province?: string; city?: string } {
  return { ...match?.groups }
}

/** 恩施州 is 恩施土家族苗族自治州, 广西 is 广西壮族自治区. */
function isSame(a: string, b: string): boolean {
  const stem = (name: string) => name.slice(0, 2)
  return a === b || (stem(a) === stem(b) && (a.endsWith('州') || a.endsWith('区')))
}
