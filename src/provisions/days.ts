import type { Provision } from '../types.ts'

/** A length of time as days; an open end is null. Working days are another scale and are never converted. */
export interface Days {
  low: number | null
  high: number | null
  scale: 'days' | 'working-days'
}

/**
 * How long a deadline, a lead time or a duration is, in days: a month counts as 30, a year as 365 (民法典 200–204 leave the
 * calendar to the case). A limit is `[0, n]`, a minimum `[n, null]`. Null for what is no length of time.
 */
export function daysOf({ comparator, value, max, unit, per }: Provision): Days | null {
  const length = DAYS[unit ?? '']
  if (length === undefined || value === null || per === '月') return null // 每月5日前 is a date
  const scale = unit === '工作日' ? 'working-days' : 'days'
  const low = round(value * length)
  if (comparator === 'range') return { low, high: max === null ? null : round(max * length), scale }
  if (comparator === '<=' || comparator === '<') return { low: 0, high: low, scale }
  if (comparator === '>=' || comparator === '>') return { low, high: null, scale }
  return { low, high: low, scale }
}

const DAYS: Record<string, number> = {
  工作日: 1,
  日: 1,
  天: 1,
  小时: 1 / 24,
  分钟: 1 / 1440,
  周: 7,
  月: 30,
  季度: 91,
  年: 365,
}

function round(n: number): number {
  return Math.round(n * 1e4) / 1e4
}
