import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import type { Comparator, Range } from '../types.ts'
import type { Kind } from './units.ts'

/**
 * A quantity as it stands in folded text. The range covers numeral, unit and the bound words beside them
 * (不超过, 以上, （含100万元））; `core` covers numeral and unit alone.
 */
export interface Quantity extends Range {
  core: Range
  kind: Kind
  /** In `unit`; lower end of a range; null for 若干. Money in 元, a time of day in hours. */
  value: number | null
  max: number | null
  unit: string
  /** What the bound words say, 民法典 1259; null where there are none. A range with `<` or `>` ends keeps them in `open`. */
  comparator: Comparator | null
  /** Of a range: whether the lower and upper ends are left out. */
  open: [lower: boolean, upper: boolean]
  /** 十余, 数个, 约, 左右. */
  vague: boolean
  /** What contradicts itself in the words: 超过…以上. */
  contradiction: string | null
}

/** Numeral and unit alone, before the words beside them are read. */
export type Core = Pick<Quantity, 'core' | 'kind' | 'value' | 'max' | 'unit' | 'vague'>

/** What the bound words beside a numeral with its unit make of it. `text` is folded, its names masked. */
export function withBounds(text: string, core: Core): Quantity {
  const before = boundBefore(text, core.core.from)
  const after = boundAfter(text, core)
  const from = before ? core.core.from - before.words.length : core.core.from
  const to = after ? core.core.to + after.words.length : core.core.to
  const plain: Quantity = { ...core, from, to, comparator: null, open: [false, false], contradiction: null }
  if (/^过半数/.test(text.slice(core.core.from))) return { ...plain, comparator: '>' }
  return bounded(plain, before, after)
}

/**
 * Adds a quantity to those before it: two bounds that follow each other become one range, a number said twice (两个或者两个以上)
 * one number.
 */
export function join(found: Quantity[], next: Quantity, text: string): void {
  const last = found[found.length - 1]
  const joined = last && (rangeOfTwo(last, next, text) ?? saidTwice(last, next, text))
  if (joined) found[found.length - 1] = joined
  else found.push(next)
}

interface Bound {
  side: 'lower' | 'upper' | 'about'
  /** The bound itself is left out. */
  open: boolean
  words: string
}

// Between bound word and number: 不超过（含）, 超过人民币, 不少于人均.
const BEFORE =
  /(?:(≤|不(?:得|应|能|宜)?(?:超过|多于|大于|高于|长于|晚于|迟于|突破)|(?<!不)最(?:多|高|长|大|迟|晚)(?:不(?:得)?超过|为|至|可达|达)?|至多|上限为?|控制在|(?<![期年权时有界上下局无极额])限(?=[\d一二两三四五六七八九十]))|(≥|不(?:得|应|能|宜)?(?:少于|低于|小于|短于|早于)|至少|最(?:少|低|小|短)(?:不(?:得)?(?:少于|低于))?(?:为)?|不下于|达到?|(?<![届期未不圆充])满|年满|下限为?)|((?:未|没有)?(?:[>]|超过|超出|多于|大于|高于|长于|逾|突破))|([<]|不满|未满|不足|不到|少于|低于|小于|短于|未达到?)|(约|大约|近|大致))(?:人均|人民币|每人|其|到|至|在)?$/
// （含100万元）, （不含本数）; （不含专家评审时间） says nothing about the bound.
const STATED = `（(?:不含|含|不包括|包括)(?:本数|本级|[\\d${CHINESE_NUMERAL}][^（）]{0,10})?）`
const AFTER = new RegExp(
  `^(?:(?:${STATED})?(?:(?:\\+|及其?|或者?|\\/)?以上|(?:及其?)?以下|(?:之|以)内|内(?![容部设外蒙])|以外|之外|为限|未满(?![\\d${CHINESE_NUMERAL}]))(?:${STATED})?|${STATED}(?:以上|以下|以内|内(?![容部设外蒙]))?|左右|上下)`,
)

// 两个军种以上: what is counted may stand before the bound.
const AFTER_NOUN = new RegExp(
  String.raw`^(?!月|小时|星期)(?:(?![的由在和或及与为至到每级${CHINESE_NUMERAL}])[\u4e00-\u9fff]){2,5}?以上(?![级述])`,
)

function boundBefore(text: string, at: number): Bound | null {
  const match = BEFORE.exec(text.slice(Math.max(0, at - 12), at))
  if (!match) return null
  const words = match[0]
  if (match[1] !== undefined) return { side: 'upper', open: false, words }
  if (match[2] !== undefined) return { side: 'lower', open: false, words }
  if (match[3] !== undefined) {
    // 未超过, 没有超过: the number itself still passes
    const negated =
      /^(?:未|没有)/.test(words) ||
      /(?:不得|不)$/.test(text.slice(Math.max(0, at - words.length - 2), at - words.length))
    return negated ? { side: 'upper', open: false, words } : { side: 'lower', open: true, words }
  }
  if (match[4] !== undefined) return { side: 'upper', open: true, words }
  return { side: 'about', open: false, words }
}

function boundAfter(text: string, core: Core): (Bound & { stated: boolean }) | null {
  const after = text.slice(core.core.to, core.core.to + 40)
  const words = AFTER.exec(after)?.[0] ?? (core.unit === '个' ? AFTER_NOUN.exec(after)?.[0] : undefined) ?? ''
  if (!words) return null
  if (/左右|上下/.test(words)) return { side: 'about', open: false, words, stated: false }
  const excluded = /（不(?:含|包括)/.test(words)
  const included = !excluded && /（(?:含|包括)/.test(words)
  const stated = excluded || included
  const bound = words.replace(/（[^（）]*）/g, '')
  if (/以上/.test(bound)) return { side: 'lower', open: excluded, words, stated }
  if (/以外|之外/.test(bound)) return { side: 'lower', open: !included, words, stated }
  if (/未满/.test(bound)) return { side: 'upper', open: true, words, stated }
  if (/以下|内|为限/.test(bound)) return { side: 'upper', open: excluded, words, stated }
  return stated ? { side: 'about', open: excluded, words, stated } : null
}

function bounded(
  plain: Quantity,
  before: Bound | null,
  after: (Bound & { stated: boolean }) | null,
): Quantity {
  const about = before?.side === 'about' || after?.side === 'about'
  const sides = [before, after].filter(bound => bound && bound.side !== 'about') as Bound[]
  const vague = plain.vague || (about && !after?.stated)
  const stated: [boolean, boolean] = [false, after?.stated === true && after.open]
  if (sides.length === 0)
    return { ...plain, vague, open: stated, comparator: plain.max === null ? null : 'range' }
  const side = sides[sides.length - 1]!.side
  const contradiction = contradictionOf(before, after)
  // （含）/（不含） decides; else the word after the number (以上 以下) over the one before it (超过, 不足).
  const open = after?.stated ? after.open : sides.length === 2 ? after!.open : sides[0]!.open
  if (plain.max !== null) return { ...plain, vague, comparator: 'range', contradiction }
  return {
    ...plain,
    vague,
    comparator: side === 'lower' ? (open ? '>' : '>=') : open ? '<' : '<=',
    contradiction,
  }
}

function contradictionOf(before: Bound | null, after: (Bound & { stated: boolean }) | null): string | null {
  if (!before || !after || before.side === 'about') return null
  const words = `${before.words}…${after.words}`
  if (after.side !== 'about' && after.side !== before.side) return `“${words}”两向相反`
  return after.open !== before.open ? `“${words}”本数既含又不含` : null
}

// Joins the ends of a range: 二百元以上 + 一千元以下; 50万元 + 至 + 100万元（不含100万元）; 树龄五十年以上 + 不足一百年.
const LINK =
  /^(?:至|到|—|、|，|，?(?:但|且|并且|但是))?(?:人民币)?(?:次日|翌日|第二天|次年|当日)?(?:凌晨|早上|早|上午|中午|下午|晚上)?$/

// 两个或者两个以上: one number, its bound behind the second.
function saidTwice(first: Quantity, second: Quantity, text: string): Quantity | null {
  const same =
    first.value === second.value &&
    first.unit === second.unit &&
    first.max === null &&
    second.max === null &&
    first.comparator === null &&
    second.comparator !== null
  if (!same || !/^或者?$/.test(text.slice(first.to, second.from))) return null
  return { ...second, from: first.from, core: { from: first.core.from, to: second.core.to } }
}

function rangeOfTwo(low: Quantity, high: Quantity, text: string): Quantity | null {
  const link = text.slice(low.to, high.from)
  if (low.max !== null || high.max !== null || low.kind !== high.kind || !LINK.test(link)) return null
  if (high.value === null || low.value === null) return null
  if (low.kind === 'money' && low.unit !== high.unit && high.unit !== '元') return null
  const linked = /至|到|—/.test(link)
  const bounds = /^>/.test(low.comparator ?? '') && /^</.test(high.comparator ?? '')
  // 超过500万元至1000万元: the lower end may be left out or included in so many words
  if (!bounds && !(linked && !/^</.test(low.comparator ?? '') && high.comparator !== '>')) return null
  if (low.kind !== 'clock' && low.kind !== 'calendar' && toBase(low, low.value) > toBase(high, high.value))
    return null
  const shared = inUnitOf(low, high)
  return {
    ...high,
    unit: shared ? low.unit : high.unit,
    from: low.from,
    core: { from: low.core.from, to: high.core.to },
    value: low.value,
    max: shared ?? high.value,
    comparator: 'range',
    open: [low.comparator === '>' || low.open[1], high.comparator === '<' || high.open[1]],
    vague: low.vague || high.vague,
    contradiction: low.contradiction ?? high.contradiction,
  }
}

// 三个月以上不满一年: both ends in the smaller unit, so that they can be compared; a currency written once counts for both.
function inUnitOf(low: Quantity, high: Quantity): number | null {
  if (low.kind === 'money') return high.value
  const times = SMALLER[`${high.unit} ${low.unit}`]
  return times === undefined || high.value === null ? null : Math.round(high.value * times * 1e4) / 1e4
}
const SMALLER: Record<string, number> = {
  '年 月': 12,
  '年 日': 365,
  '年 天': 365,
  '月 日': 30,
  '月 天': 30,
  '周 日': 7,
  '周 天': 7,
  '日 小时': 24,
  '天 小时': 24,
  '小时 分钟': 60,
  '公顷 平方米': 10000,
  '平方公里 平方米': 1e6,
  '平方公里 公顷': 100,
  '公里 米': 1000,
  '米 厘米': 100,
  '米 毫米': 1000,
  '厘米 毫米': 10,
}

const BASE: Record<string, number> = {
  年: 365,
  月: 30,
  周: 7,
  公顷: 10000,
  亩: 666.67,
  平方公里: 1e6,
  公里: 1000,
  厘米: 0.01,
  毫米: 0.001,
}

function toBase(quantity: Quantity, value: number): number {
  return value * (BASE[quantity.unit] ?? 1)
}

/** A bound word that stands a few characters before its number: 至少规划一处, 不得超过绿地率的百分之三十. */
export function looseBound(text: string): Comparator | null {
  const words = [
    ...text.matchAll(
      /(至少|最少|不(?:得|应|宜|能)?(?:少于|低于|小于))|(最多|至多|不(?:得|应|宜|能)?(?:超过|多于|大于|高于))|(超过|大于|高于|多于)|(低于|小于|少于|不足)|(达到?)/g,
    ),
  ]
  const last = words.at(-1)
  if (!last) return null
  return last[1] || last[5] ? '>=' : last[2] ? '<=' : last[3] ? '>' : '<'
}
