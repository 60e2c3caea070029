import { SMALL_NUMERAL } from '../lexicon/numerals.ts'
import type { Comparator } from '../types.ts'
import { numeralAt } from './number.ts'
import { BARE_PERIOD_REACH, PERIOD_REACH, PERIOD_REACH_OVER_COMMA } from './thresholds.ts'

/** A period that something recurs in. */
export interface Period {
  /** As written, without 每: 半年, 月, 两个月, 季度. */
  per: string
  /** How many of it a year holds; null when that depends (每届, 每次). */
  perYear: number | null
  /** Where it begins in the text searched. */
  from: number
  /** Whether 每 (or 按, 逐) states it; a bare 两个月 needs its verb close by. */
  explicit: boolean
  /** What stands between the period and the end of the text searched. */
  gap: string
}

const PERIOD_NUMBER = `(?:\\d+|[${SMALL_NUMERAL}半]+)`
const PERIOD_LENGTH = `(?:半年度?|[单双][周月]|旬|半个?月|${PERIOD_NUMBER}个?(?:年|季度|月|星期|周|学期|学年)|${PERIOD_NUMBER}(?:日|天|个工作日|个?小时)|年度?|季度?|个?月|周|星期|日|天|晚|个?学期|学年|届)`
const PERIOD = new RegExp(
  `(?:(每隔?个?|按|逐|逢(?=[单双周])|(?<![间相])隔(?=[周月年日天](?!期)))(${PERIOD_LENGTH})|(?<!最后|[每第前后近\\d${SMALL_NUMERAL}])(${PERIOD_NUMBER}个(?:月|季度|学期|星期)|${PERIOD_NUMBER}(?:年|周|天)|半年|全年|年))`,
  'g',
)

/**
 * The period nearest before the end of `text` (the part of a sentence before 次), or null. After 每 the verb may stand far
 * away (每五年对绿地种类、分布普查一次); a bare period must be close (两个月安排一次).
 */
export function periodBefore(text: string): Period | null {
  const found = [...text.matchAll(PERIOD)]
    .map(match => periodOf(match, text))
    .filter(period => period !== null)
  return found.at(-1) ?? null
}

function periodOf(match: RegExpMatchArray, text: string): Period | null {
  const explicit = match[1] !== undefined
  if (!explicit && (numeralAt(match[0], 0)?.value ?? 0) >= 1900) return null // 一九九九年
  const every = match[1] === '隔' ? OTHER : ODD_OR_EVEN
  const per = (every[match[2] ?? ''] ?? match[2] ?? match[3])!
    .replace(/^全年|^年度$/, '年')
    .replace(/^个(?=月|学期)/, '')
    .replace(/^(半年|季)度$/, '$1度')
    .replace(/^半年度$/, '半年')
  const gap = text.slice(match.index! + match[0].length)
  if (
    gap.includes('，')
      ? !explicit || gap.length > PERIOD_REACH_OVER_COMMA
      : gap.length > (explicit ? PERIOD_REACH : BARE_PERIOD_REACH)
  )
    return null
  if (!explicit && /^(?:[以之]?[内前后上下中]|期|来|至|到|度[^内]|之|起|间|初|末|底)/.test(gap)) return null
  if (explicit && NO_GAP.test(gap)) return null
  return { per, perYear: perYear(per), from: match.index!, explicit, gap }
}
// 隔周 is every other week; 双周, 单月 and 双月 come every second one.
const OTHER: Record<string, string> = { 周: '两周', 月: '两个月', 年: '两年', 日: '两日', 天: '两天' }
const ODD_OR_EVEN: Record<string, string> = { 双周: '两周', 单周: '两周', 双月: '两个月', 单月: '两个月' }
const NO_GAP = new RegExp(String.raw`^(?:\d|[${SMALL_NUMERAL}]+月|的[^，]*[日期])`)

/** How many of a period (as written, without 每) a year holds: 月 → 12, 半年 → 2, 两个月 → 6, 五年 → 0.2; null when it depends. */
export function perYear(per: string): number | null {
  if (/^半年/.test(per)) return 2
  if (/^半个?月/.test(per)) return 24
  const numeral = numeralAt(per, 0)
  const unit = per
    .slice(numeral?.end ?? 0)
    .replace(/^个/, '')
    .replace(/度$/, '')
  const times = {
    年: 1,
    学年: 1,
    季: 4,
    月: 12,
    旬: 36,
    星期: 52,
    周: 52,
    日: 365,
    天: 365,
    晚: 365,
    学期: 2,
    工作日: 250,
    小时: 8760,
  }[unit]
  if (times === undefined) return null
  return numeral?.value ? Math.round((times / numeral.value) * 1e4) / 1e4 : times
}

/**
 * Times a year as an interval `[low, high]`; an open end is null. `perYear` is how many of its periods a year holds.
 * Null without a number or where the period has no fixed length (每届).
 */
export function annualize(
  comparator: Comparator | null,
  value: number | null,
  max: number | null,
  perYear: number | null,
): [number | null, number | null] | null {
  if (value === null || perYear === null) return null
  const low = round(value * perYear)
  if (comparator === 'range') return [low, max === null ? null : round(max * perYear)]
  if (comparator === '<=' || comparator === '<') return [0, low]
  if (comparator === '>=' || comparator === '>') return [low, null]
  return [low, low]
}

function round(n: number): number {
  return Math.round(n * 1e4) / 1e4
}
