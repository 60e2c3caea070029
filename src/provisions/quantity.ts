import { CHINESE_NUMERAL, NONZERO_DIGIT, SMALL_NUMERAL } from '../lexicon/numerals.ts'
import type { Comparator, Range } from '../types.ts'
import { BLOT, maskNames } from './mask.ts'
import { matchAt, NUMERAL_START, type Numeral, numberOf, numeralAt } from './number.ts'
import { type Kind, unitAt } from './units.ts'

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

/**
 * All quantities of a folded text, left to right, disjoint. Two bounds that follow each other (二百元以上一千元以下,
 * 50万元至100万元（不含100万元）) become one range. Bounds as in 民法典 1259: 以上 以下 以内 不超过 include, 超过 不满 以外
 * exclude; （含）（不含） beside the number decides otherwise.
 */
export function quantitiesOf(text: string): Quantity[] {
  const masked = maskNames(text)
  const found: Quantity[] = []
  NUMERAL_START.lastIndex = 0
  for (let start = nextStart(masked, 0); start >= 0; ) {
    const quantity = quantityAt(masked, start)
    if (quantity) join(found, quantity, masked)
    start = nextStart(masked, quantity ? quantity.to : afterNumeral(masked, start))
  }
  for (let index = found.length - 2; index >= 0; index--)
    found[index] = sharing(found[index]!, found[index + 1]!, masked)
  return found
}

// 五个工作日、七个工作日、八个工作日内: the bound written once, after the last, counts for each.
function sharing(quantity: Quantity, next: Quantity, text: string): Quantity {
  if (quantity.comparator !== null || next.unit !== quantity.unit || next.max !== null) return quantity
  const listed = /^(?:、|和|或者?|以及)$/.test(text.slice(quantity.to, next.core.from))
  return listed ? { ...quantity, comparator: next.comparator } : quantity
}

/** Normal form of a quantity: equal for 一次 and 1次, 2—3次 and 两至三次, 3天 and 三日; different where meaning differs. */
export function keyOf(quantity: Quantity): string {
  const { kind, value, max, comparator, open, vague } = quantity
  const unit = kind === 'people' ? '人' : quantity.unit === '天' ? '日' : quantity.unit
  const ends = open.map(end => (end ? '!' : '')).join('')
  return `${kind} ${comparator ?? ''}${ends} ${value ?? '?'}${max === null ? '' : `—${max}`}${vague ? '~' : ''} ${unit}`
}

function nextStart(text: string, from: number): number {
  NUMERAL_START.lastIndex = from
  return NUMERAL_START.exec(text)?.index ?? -1
}

// A numeral without a unit is skipped as a whole: the 三 of 二十三 is not looked at again.
function afterNumeral(text: string, start: number): number {
  return Math.max(numeralAt(text, start)?.end ?? 0, start + 1)
}

function quantityAt(text: string, start: number): Quantity | null {
  const core = clockAt(text, start) ?? calendarAt(text, start) ?? measuredAt(text, start)
  return core && withBounds(text, core)
}

type Core = Pick<Quantity, 'core' | 'kind' | 'value' | 'max' | 'unit' | 'vague'>

const CLOCK = new RegExp(
  String.raw`(?:凌晨|早上?|上午|中午|下午|晚上?|夜间)?(\d{1,2}|[${SMALL_NUMERAL}]{1,3}|零)(?:时(?![间段期候限刻])(?:(半)|(\d{1,2}|[${SMALL_NUMERAL}]{1,3})分)?整?|点(?![${CHINESE_NUMERAL}])(?:(半)|(\d{1,2})分?|整|钟)?(?=[以之至到整前后—，。；、（]|$)|:(\d{2}))`,
  'y',
)

function clockAt(text: string, at: number): Core | null {
  const from = clockStart(text, at)
  const match = matchAt(CLOCK, text, from)
  if (!match) return null
  const [words, hours, half, minutes, halfPast, minutesPast, digital] = match
  const hour = numberOf(hours!)
  const minute = half || halfPast ? 30 : numberOf(minutes ?? minutesPast ?? digital ?? '0')
  if (hour === null || minute === null || hour > 24 || minute > 59) return null
  // 一时难以解决: for a while, unless the time is named more fully
  if (words === '一时' && !/^(?:至|整|许)/.test(text.slice(from + 2))) return null
  const afternoon = /^(?:下午|晚|夜)/.test(words) && hour < 12 ? 12 : 0
  return {
    core: { from, to: from + words.length },
    kind: 'clock',
    value: Math.round((hour + afternoon + minute / 60) * 100) / 100,
    max: null,
    unit: '时',
    vague: false,
  }
}

function clockStart(text: string, at: number): number {
  const word = /(?:凌晨|早上|早|上午|中午|下午|晚上|晚|夜间)$/.exec(text.slice(Math.max(0, at - 2), at))?.[0]
  return word ? at - word.length : at
}

const CALENDAR = new RegExp(
  String.raw`(\d{1,2}|[${SMALL_NUMERAL}]{1,2})月(?:份|底|初|末|(\d{1,2}|[${SMALL_NUMERAL}]{1,3})日|第\S周)?`,
  'y',
)

// 每年三月, 每年3月5日: a time of year. Dates of one year are masked, months without 每年 are names of months.
function calendarAt(text: string, at: number): Core | null {
  const match = matchAt(CALENDAR, text, at)
  const month = match && numberOf(match[1]!)
  if (!match || month === null || month < 1 || month > 12) return null
  if (
    !/(?:每年|次年|当年|翌年|下一年度?|每年度)的?(?:[^，。；]{0,8}(?:至|到|、|—|前|和))?$/.test(
      text.slice(Math.max(0, at - 14), at),
    )
  )
    return null
  const end = extendBlot(text, at + match[0].length)
  return { core: { from: at, to: end }, kind: 'calendar', value: month, max: null, unit: '月', vague: false }
}

// 每年3月第一周: the ordinal was masked, the week belongs to the date.
function extendBlot(text: string, end: number): number {
  let at = end
  while (text[at] === BLOT) at++
  return at > end && /^[周个]/.test(text.slice(at)) ? at + 1 : end
}

function measuredAt(text: string, start: number): Core | null {
  const numeral = numeralAt(text, start)
  if (!numeral) return null
  const hours = matchAt(HOUR_AND_HALF, text, numeral.end)
  if (hours)
    return measured(
      start,
      numeral.end + hours[0].length,
      'time',
      { ...numeral, value: (numeral.value ?? 0) + 0.5 },
      '小时',
    )
  if (numeral.form === 'percent') return measured(start, numeral.end, 'percent', numeral, '%')
  if (numeral.form === 'permille') return measured(start, numeral.end, 'percent', numeral, '‰')
  if (numeral.form === 'permyriad') return measured(start, numeral.end, 'percent', numeral, '‱')
  if (numeral.form === 'fraction') return measured(start, numeral.end, 'fraction', numeral, '')
  if (numeral.form === 'half') return halfAt(text, start, numeral)
  const unit = unitAt(text, numeral.end) ?? ratioAt(text, start, numeral)
  if (!unit || isName(text, start, numeral, unit.end)) return null
  const metres = unit.unit === '米' && matchAt(TENTHS, text, unit.end)
  if (metres) return measured(start, unit.end + 1, 'length', plusTenths(numeral, metres[0]), '米')
  return measured(
    start,
    halfAfter(text, unit.end),
    unit.kind,
    addHalf(text, unit.end, scaled(numeral, unit.factor)),
    unit.unit,
  )
}

// 容积率不超过1.5: a ratio has no unit.
function ratioAt(
  text: string,
  start: number,
  numeral: Numeral,
): { kind: Kind; unit: string; factor: number; end: number } | null {
  const named = /(?:率|系数|比值)(?:不(?:得|应|宜)?(?:低于|高于|大于|小于|超过)|为|达到)$/.test(
    text.slice(Math.max(0, start - 10), start),
  )
  return named && /^[，。；、）]|^$/.test(text.slice(numeral.end))
    ? { kind: 'fraction', unit: '', factor: 1, end: numeral.end }
    : null
}

function measured(from: number, to: number, kind: Kind, numeral: Numeral, unit: string): Core {
  return { core: { from, to }, kind, value: numeral.value, max: numeral.max, unit, vague: numeral.vague }
}

function scaled(numeral: Numeral, factor: number): Numeral {
  const times = (n: number | null) => (n === null ? null : Math.round(n * factor * 1e6) / 1e6)
  return { ...numeral, value: times(numeral.value), max: times(numeral.max) }
}

function halfAt(text: string, start: number, numeral: Numeral): Core | null {
  if (/^半数/.test(text.slice(start, start + 2))) {
    const over = text[start - 1] === '过'
    return measured(over ? start - 1 : start, start + 2, 'fraction', numeral, '')
  }
  const match = /^半(天|日|年|个月|小时|个小时|个工作日)(?!度)/.exec(text.slice(start, start + 5))
  const unit = match && unitAt(text, start + 1)
  return unit && text[start - 1] !== '个'
    ? measured(start, unit.end, unit.kind, scaled(numeral, unit.factor), unit.unit)
    : null
}

// 一米五.
const TENTHS = new RegExp(`[${NONZERO_DIGIT}](?=[的以，。；、）]|$)`, 'y')

function plusTenths(numeral: Numeral, digit: string): Numeral {
  return { ...numeral, value: (numeral.value ?? 0) + numberOf(digit)! / 10 }
}

// 两年半, 一天半; 一个半小时 is read before its 个 can be taken for a count.
const HOUR_AND_HALF = /个半小时/y
const HALF = /半(?![数封])/y

function halfAfter(text: string, end: number): number {
  return matchAt(HALF, text, end) && /[年天月]/.test(text[end - 1]!) ? end + 1 : end
}

function addHalf(text: string, end: number, numeral: Numeral): Numeral {
  return halfAfter(text, end) > end && numeral.value !== null
    ? { ...numeral, value: numeral.value + 0.5 }
    : numeral
}

// Words that only look like a numeral with its unit.
const NOT_QUANTITIES =
  /^(?:一次性|一次办|一件事|一家人|一个样|一级|二级|三级|四级|特级|一事无|一天天|一年四季|四周(?!岁)|一条龙|一条线|一类|二类|三类|一部分|十分(?!钟)|百年[^以]|万人空巷|千家|万家|两个确立|两个维护|一定|十二个月份|十字|三轮车|一人(?:有限|公司|独资)|一条[^，。；]{0,4}(?:路|道|龙))/

function isName(text: string, start: number, numeral: Numeral, unitEnd: number): boolean {
  const written = text.slice(start, unitEnd)
  if (NOT_QUANTITIES.test(text.slice(start, start + 8))) return true
  if (/年$/.test(written) && (numeral.value ?? 0) >= 1900 && (numeral.value ?? 0) < 2200) return true
  // the 百 of 第一百 or the 一 of 统一, 之一, 万一: part of a word before it
  return '第统之唯专单同逐'.includes(text[start - 1] ?? '\n') && STARTS_SMALL.test(written)
}
const STARTS_SMALL = new RegExp(`^[${SMALL_NUMERAL}]`)

interface Bound {
  side: 'lower' | 'upper' | 'about'
  /** The bound itself is left out. */
  open: boolean
  words: string
}

// Between bound word and number: 不超过（含）, 超过人民币, 不少于人均.
const BEFORE =
  /(?:(≤|不(?:得|应|能|宜)?(?:超过|多于|大于|高于|长于|晚于|迟于|突破)|(?<!不)最(?:多|高|长|大|迟|晚)(?:不(?:得)?超过|为|至|可达|达)?|至多|上限为?|控制在|限(?=\d))|(≥|不(?:得|应|能|宜)?(?:少于|低于|小于|短于|早于)|至少|最(?:少|低|小|短)(?:不(?:得)?(?:少于|低于))?(?:为)?|不下于|达到?|(?<![届期未不圆充])满|年满|下限为?)|((?:未|没有)?(?:[>]|超过|超出|多于|大于|高于|长于|逾|突破))|([<]|不满|未满|不足|不到|少于|低于|小于|短于|未达到?)|(约|大约|近|大致))(?:人均|人民币|每人|其|到|至|在)?$/
// （含100万元）, （不含本数）; （不含专家评审时间） says nothing about the bound.
const STATED = `（(?:不含|含|不包括|包括)(?:本数|本级|[\\d${CHINESE_NUMERAL}][^（）]{0,10})?）`
const AFTER = new RegExp(
  `^(?:(?:${STATED})?(?:(?:\\+|及其?|或者?|\\/)?以上|(?:及其?)?以下|(?:之|以)内|内(?![容部设外蒙])|以外|之外|为限)(?:${STATED})?|${STATED}(?:以上|以下|以内|内(?![容部设外蒙]))?|左右|上下)`,
)

function withBounds(text: string, core: Core): Quantity {
  const before = boundBefore(text, core.core.from)
  const after = boundAfter(text, core)
  const from = before ? core.core.from - before.words.length : core.core.from
  const to = after ? core.core.to + after.words.length : core.core.to
  const plain: Quantity = { ...core, from, to, comparator: null, open: [false, false], contradiction: null }
  if (/^过半数/.test(text.slice(core.core.from))) return { ...plain, comparator: '>' }
  return bounded(plain, before, after)
}

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
  const match = AFTER.exec(text.slice(core.core.to, core.core.to + 40))
  const words = match?.[0] ?? ''
  if (!words) return null
  if (/左右|上下/.test(words)) return { side: 'about', open: false, words, stated: false }
  const excluded = /（不(?:含|包括)/.test(words)
  const included = !excluded && /（(?:含|包括)/.test(words)
  const stated = excluded || included
  const bound = words.replace(/（[^（）]*）/g, '')
  if (/以上/.test(bound)) return { side: 'lower', open: excluded, words, stated }
  if (/以外|之外/.test(bound)) return { side: 'lower', open: !included, words, stated }
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
  /^(?:至|到|—|、|，|，?(?:但|且|并且|但是))?(?:次日|翌日|第二天|次年|当日)?(?:凌晨|早上|早|上午|中午|下午|晚上)?$/

function join(found: Quantity[], next: Quantity, text: string): void {
  const last = found[found.length - 1]
  const joined = last && rangeOfTwo(last, next, text)
  if (joined) found[found.length - 1] = joined
  else found.push(next)
}

function rangeOfTwo(low: Quantity, high: Quantity, text: string): Quantity | null {
  const link = text.slice(low.to, high.from)
  if (low.max !== null || high.max !== null || low.kind !== high.kind || !LINK.test(link)) return null
  if (high.value === null || low.value === null) return null
  const linked = /至|到|—/.test(link)
  const bounds = /^>/.test(low.comparator ?? '') && /^</.test(high.comparator ?? '')
  if (!bounds && !(linked && low.comparator === null && high.comparator !== '>')) return null
  if (low.kind !== 'clock' && low.kind !== 'calendar' && toBase(low, low.value) > toBase(high, high.value))
    return null
  return {
    ...high,
    from: low.from,
    core: { from: low.core.from, to: high.core.to },
    value: low.value,
    max: high.value,
    comparator: 'range',
    open: [low.comparator === '>' || low.open[1], high.comparator === '<' || high.open[1]],
    vague: low.vague || high.vague,
    contradiction: low.contradiction ?? high.contradiction,
  }
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
