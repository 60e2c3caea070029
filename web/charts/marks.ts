import type { Comparator, FamilyProvision, Measure } from '../../src/types.ts'

/**
 * From a provision to what is drawn of it: a stretch on a scale whose two ends are open, included or excluded,
 * or a word (定期) that stands where a number could.
 */

/** A stretch of a scale; a null end is open, an end that is there may be excluded. A single value has `low === high`. */
export interface Extent {
  low: number | null
  high: number | null
  lowIncluded: boolean
  highIncluded: boolean
}

/** The words that say how often without a number, in the order of the gutter. */
export const WORDS = ['定期', '不定期', '随时', '其他'] as const
export type Word = (typeof WORDS)[number]

/** What a chart draws of one provision: either an extent or a word. */
export interface Mark {
  provision: FamilyProvision
  extent: Extent | null
  word: Word | null
  /** 一般 and 原则上 leave room: drawn hollow. */
  soft: boolean
}

/** The mark of a provision; positions are in the unit of `scaleUnitOf`. */
export function markOf(provision: FamilyProvision): Mark {
  const extent = extentOf(provision)
  const soft = provision.modality === '一般' || provision.modality === '原则上'
  return { provision, extent, word: extent ? null : wordOf(provision.quote), soft }
}

/**
 * The unit of the scale on which a provision stands: provisions with different scale units never share an axis.
 * Working days stay apart from calendar days, hours of a meeting from days; weeks, months and years of a limit are
 * counted in days. What a sum or a size is counted by (元 per 株) belongs to the unit.
 */
export function scaleUnitOf(provision: FamilyProvision): string {
  if (isFrequency(provision.measure)) return '次/年'
  const unit = unitClass(provision)
  const per =
    provision.per === null || CLOCK.has(provision.measure) ? '' : (SAME_UNIT[provision.per] ?? provision.per)
  return per === '' ? unit : `${unit}/${per}`
}

function unitClass({ unit, measure }: FamilyProvision): string {
  if (unit === null) return ''
  return countsDays(measure, unit) ? '日' : (SAME_UNIT[unit] ?? unit)
}

/** Where a mark stands when it must be one number: the bound that the text names, the middle of a range, the beginning of a night. */
export function positionOf(extent: Extent): number {
  if (extent.low === null) return extent.high ?? 0
  if (extent.high === null) return extent.low
  return extent.low > extent.high ? extent.low : (extent.low + extent.high) / 2
}

/** Frequencies are drawn as times a year. */
export function isFrequency(measure: Measure): boolean {
  return measure === 'meeting-frequency' || measure === 'activity-frequency'
}

const CLOCK = new Set<Measure>(['time-of-day', 'time-of-year'])
const DAY_MEASURES = new Set<Measure>([
  'deadline',
  'notice-period',
  'validity-period',
  'duration',
  'duration-cap',
])

// A month is a twelfth and a day 1/365 of a year: near enough for a position, the label keeps the text's own unit.
const DAYS: Record<string, number> = {
  日: 1,
  天: 1,
  小时: 1 / 24,
  周: 7,
  星期: 7,
  个月: 365 / 12,
  月: 365 / 12,
  年: 365,
}

const SAME_UNIT: Record<string, string> = {
  天: '日',
  名: '人',
  位: '人',
  分钟: '小时',
  周岁: '岁',
  棵: '株',
  日·平方米: '平方米·日',
  公顷: '平方米',
  亩: '平方米',
}

const FACTOR: Record<string, number> = { 分钟: 1 / 60, 公顷: 10_000, 亩: 10_000 / 15 }

// The hours of a meeting are not a part of a day; those of a deadline are.
function countsDays(measure: Measure, unit: string): boolean {
  return DAY_MEASURES.has(measure) && unit in DAYS && !(measure === 'duration-cap' && unit === '小时')
}

function extentOf(provision: FamilyProvision): Extent | null {
  const [low, high] = endsOf(provision)
  if (low === null && high === null) return null
  return { low, high, ...inclusionOf(provision) }
}

function endsOf(provision: FamilyProvision): [number | null, number | null] {
  if (isFrequency(provision.measure)) return yearlyEnds(provision)
  if (provision.value === null) return [null, null]
  const factor = factorOf(provision)
  const value = provision.value * factor
  return bounded(provision.comparator, value, provision.max === null ? value : provision.max * factor)
}

function yearlyEnds({ annualized, comparator }: FamilyProvision): [number | null, number | null] {
  const [low, high] = annualized ?? [null, null]
  if (comparator === '<' || comparator === '<=') return [null, high]
  return comparator === '>' || comparator === '>=' ? [low, null] : [low, high]
}

function bounded(
  comparator: Comparator | null,
  value: number,
  max: number,
): [low: number | null, high: number | null] {
  if (comparator === '<' || comparator === '<=') return [null, value]
  if (comparator === '>' || comparator === '>=') return [value, null]
  return [value, max]
}

function factorOf({ measure, unit }: FamilyProvision): number {
  if (unit === null) return 1
  return countsDays(measure, unit) ? DAYS[unit]! : (FACTOR[unit] ?? 1)
}

function inclusionOf({ comparator, note }: FamilyProvision): { lowIncluded: boolean; highIncluded: boolean } {
  if (comparator !== 'range') return { lowIncluded: comparator !== '>', highIncluded: comparator !== '<' }
  // Whoever reads a range with an excluded end writes it into the note: 区间 [500000, 1000000).
  const written = /区间 ([[(]).*?([\])])/.exec(note)
  return { lowIncluded: written?.[1] !== '(', highIncluded: written?.[2] !== ')' }
}

function wordOf(quote: string): Word {
  return WORDS.find(word => (word === '定期' ? /(?<!不)定期/ : new RegExp(word)).test(quote)) ?? '其他'
}
