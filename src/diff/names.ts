import { fold } from '../text/fold.ts'
import type { Range, Regulation } from '../types.ts'

/**
 * The names in a document that must differ from those of another city without any difference in meaning: its
 * own city and short forms of it, the province or autonomous region, 市政府 for 市人民政府, 县（区）for
 * 县（市、区）. Folding keeps the text and only records which stretch stands for which key, so it is
 * reversible by construction.
 */
export interface Names {
  /** The document's own place in full and without its level: 中卫市, 中卫. */
  place: string[]
  /** Single characters that the text itself uses for its own place (离卫, 驻石). */
  short: string[]
  /** The province in full and without its level: 宁夏回族自治区, 宁夏. */
  province: string[]
  /** The level of the document's own government: 市, 县, 区, 州 … or '' when the place does not show it. */
  level: string
}

/** A stretch of text that stands for `key` when names are folded. */
export interface NameFold extends Range {
  key: string
}

/** Reads the names of a document from its place, its province and its own text. */
export function namesOf(regulation: Pick<Regulation, 'place' | 'metadata' | 'articles'>): Names {
  const place = fold(regulation.place)
  const stem = stemOf(place)
  const province = fold(regulation.metadata.province ?? '')
  const texts = regulation.articles.flatMap(article =>
    article.paragraphs.flatMap(paragraph => [
      paragraph.passage.text,
      ...paragraph.items.map(item => item.passage.text),
    ]),
  )
  return {
    place: [...new Set([place, stem])].filter(name => name.length > 1),
    short: shortForms(stem, texts),
    province: province ? [...new Set([province, stemOf(province)])] : [],
    level: /[市县区州盟旗省]$/.exec(place)?.[0] ?? '',
  }
}

/** For a text without names of its own; general names still fold. */
export const NO_NAMES: Names = { place: [], short: [], province: [], level: '' }

// One pattern for each document: it is needed for each of its texts.
const PATTERNS = new WeakMap<Names, RegExp>()

/** The stretches of a clean text that fold, in order and without overlap. */
export function nameFolds(text: string, names: Names): NameFold[] {
  const pattern = PATTERNS.get(names) ?? patternOf(names)
  PATTERNS.set(names, pattern)
  return [...text.matchAll(pattern)].map(match => ({
    from: match.index,
    to: match.index + match[0].length,
    key: KEYS[match.slice(1).findIndex(group => group !== undefined)]!,
  }))
}

/** A clean text with the names in it folded. */
export function foldedNames(text: string, names: Names): string {
  let key = text
  for (const { from, to, key: name } of nameFolds(text, names).reverse())
    key = key.slice(0, from) + name + key.slice(to)
  return key
}

// The names of peoples stand between a place's own name and 自治区, 自治州, 自治县: 宁夏回族自治区, 恩施土家族苗族自治州.
const ETHNIC =
  /(?:(?:回|壮|藏|苗|彝|侗|瑶|白|傣|黎|畲|水|羌|土|怒|京|蒙古|维吾尔|哈萨克|朝鲜|布依|土家|哈尼|傈僳|佤|高山|拉祜|东乡|纳西|景颇|柯尔克孜|达斡尔|仫佬|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|鄂温克|德昂|保安|裕固|独龙|鄂伦春|满)族|维吾尔|哈萨克|柯尔克孜|各族)+$/

/** 宁夏 of 宁夏回族自治区, 中卫 of 中卫市. */
function stemOf(place: string): string {
  const bare = place.replace(/(?:自治[区州县旗]|特别行政区|地区|[省市县区州盟旗])$/, '')
  const stem = bare.replace(ETHNIC, '')
  return stem.length > 1 ? stem : place
}

/**
 * The characters of its name that a city uses as short forms (离卫, 驻石, 在朔). Only its texts show which: a
 * character counts if it follows a verb of staying or leaving and is not followed by the rest of the name.
 */
function shortForms(stem: string, texts: string[]): string[] {
  return [...new Set(stem)].filter((character, index) => {
    const rest = stem.slice(index + 1)
    const tail = rest === '' ? '' : `(?!${literal(rest)})`
    const evidence = new RegExp(`${STAYING}${literal(character)}${tail}${AFTER_SHORT}`, 'u')
    return texts.some(text => evidence.test(text))
  })
}

const STAYING = '(?<=[离驻在来赴返抵])'
// What may follow a place in that position; 在平时 and 驻平房区 must not count as evidence for 平.
const AFTER_SHORT =
  '(?=[，。、；：（）]|$|外出|出差|出访|期间|学习|休假|休息|有关|单位|部门|企业|工作|请示|请假|主持|履)'

const GOVERNMENT = '(?:人民政府|政府(?![性化]))'
// 市委 is the party committee, the 市委 of 市委托 is not; nor does 委 inside another word count.
const PARTY =
  '(?:党委|委(?=[、，。；：和及与或省市的有]|常委|全会|领导|办公|书记|批准|同意|决定|决策|部署|报告|请示|审议|研究|要求|讨论|确定|工作|统一|中心|$))'
const COUNTY =
  '县(?:（[市区][、，；。]?[市区]?）区?|市区|[、，；。]?区)|(?<=[各、，和及或]|^)(?:区|市|旗)（[县市区旗](?:[、，；。][县市区旗])?）'
const AFTER_LEVEL = '(?<=[省市县区州盟旗乡镇级）])'

/** The names of one document as they are written, each as an alternative of a pattern. */
interface Forms {
  /** The place's names and the character of its level, as they stand before 政府 and 委. */
  ownLevel: string
  ownOrAll: string
  short: string
  province: string
}

/**
 * Each key with the pattern of what folds to it, a longer one before those it contains. Equal keys of two
 * documents stand for each other.
 */
const FOLDS: [key: string, pattern: (forms: Forms) => string][] = [
  ['〔本级〕人民政府', ({ ownLevel }) => `(?:${ownLevel})${GOVERNMENT}`],
  ['〔省级〕人民政府', ({ province }) => `(?:${province})${GOVERNMENT}`],
  ['〔省级〕党委', ({ province }) => `(?:${province})${PARTY}`],
  ['〔本级〕党委', ({ ownLevel }) => `(?:${ownLevel})${PARTY}`],
  ['〔本地〕', ({ ownOrAll }) => ownOrAll],
  ['〔本地〕', ({ short }) => `${STAYING}(?:${short})${AFTER_SHORT}`],
  ['〔省级〕', ({ province }) => province],
  ['〔县级〕', () => COUNTY],
  ['人民政府', () => `${AFTER_LEVEL}${GOVERNMENT}`],
  // Abbreviations as official as the full names.
  ['人民代表大会', () => '人民代表大会|人大(?!代表)'],
  ['常务委员会', () => '常务委员会|常委会'],
]
const KEYS = FOLDS.map(([key]) => key)

function patternOf(names: Names): RegExp {
  const forms = formsOf(names)
  return new RegExp(FOLDS.map(([, pattern]) => `(${pattern(forms)})`).join('|'), 'gu')
}

function formsOf({ place, short, province, level }: Names): Forms {
  const autonomous = province.some(name => name.endsWith('自治区')) && level !== '区'
  return {
    ownLevel: anyOf(level ? [...place, level] : place),
    ownOrAll: level ? `${anyOf(place)}|[本我全]${level}` : anyOf(place),
    short: anyOf(short),
    // 省 as a word of its own, not in 各省, 跨省, 节省, 省略, 省会.
    province: `${anyOf(province)}|(?<![一-龥]{2}族)自治区|[全我]省|(?<![各外跨节本俭反])省(?![略察心亲会际辖长])${autonomous ? '|[全我]区' : ''}`,
  }
}

/** A pattern of all these forms, longest first; one that never matches when there are none. */
function anyOf(forms: string[]): string {
  return forms.length === 0 ? '(?!)' : [...forms].sort(byLength).map(literal).join('|')
}

function byLength(a: string, b: string): number {
  return b.length - a.length
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
