import type { Comparator } from '../types.ts'

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
