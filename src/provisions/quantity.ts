import { CURRENCIES } from '../lexicon/currencies.ts'
import { CHINESE_NUMERAL, NONZERO_DIGIT, SMALL_NUMERAL } from '../lexicon/numerals.ts'
import { type Core, join, type Quantity, withBounds } from './bounds.ts'
import { BLOT, maskNames } from './mask.ts'
import { matchAt, NUMERAL_START, type Numeral, numberOf, numeralAt } from './number.ts'
import { type Kind, unitAt } from './units.ts'

export type { Quantity } from './bounds.ts'

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
    !/(?:每年|次年|当年|翌年|下一年度?|每年度)的?(?:[^，。；]{0,8}(?:至|到|、|—|前|和|或者?|及|与))?$/.test(
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
  const foreign = unit.unit === '元' ? currencyBefore(text, start) : null
  if (foreign)
    return measured(start - foreign.length, unit.end, 'money', scaled(numeral, unit.factor), foreign.unit)
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

// 新台币二万元: the currency stands before the number, and is part of the quantity.
function currencyBefore(text: string, start: number): { unit: string; length: number } | null {
  const before = text.slice(Math.max(0, start - 6), start)
  for (const { word, ahead } of CURRENCIES_AHEAD) {
    const length = ahead.exec(before)?.[0].length
    if (length) return { unit: word, length }
  }
  return null
}
const CURRENCIES_AHEAD = CURRENCIES.flatMap(({ word, ahead }) =>
  ahead ? [{ word, ahead: new RegExp(`(?<![\\d${CHINESE_NUMERAL}])(?:${ahead})$`) }] : [],
)

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
  // 九届全国人大二次会议: which meeting, not how many
  const before = text.slice(Math.max(0, start - 18), start)
  if (/^次(?:全体)?会议/.test(text.slice(numeral.end)) && /届[^，。；]{0,16}$/.test(before)) return true
  if (/年$/.test(written) && (numeral.value ?? 0) >= 1900 && (numeral.value ?? 0) < 2200) return true
  // the 百 of 第一百 or the 一 of 统一, 之一, 万一: part of a word before it
  return '第统之唯专单同逐'.includes(text[start - 1] ?? '\n') && STARTS_SMALL.test(written)
}
const STARTS_SMALL = new RegExp(`^[${SMALL_NUMERAL}]`)
