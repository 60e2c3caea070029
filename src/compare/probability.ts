import type { Said } from '../statement-types.ts'
import { documentOf } from '../structure/address.ts'
import type { Difference, DifferenceCode } from '../types.ts'
import { waysBetween } from './groups.ts'
import rates from './rates.json' with { type: 'json' }
import { RATE_PRIOR, SHOWN_UNASKED, SURE_PLACE } from './thresholds.ts'

/** How many differences were judged, and how many of them were right. */
interface Rate {
  told: number
  right: number
}

const RATES: Partial<Record<DifferenceCode, Partial<Record<'sure' | 'unsure', Rate>>>> = rates

/** What is known of how surely the two statements of a difference answer each other; its places as in `Difference`. */
type Placed = Pick<Difference, 'code' | 'left' | 'right' | 'leftStatement' | 'rightStatement'>

/**
 * How surely it is that what a difference sets side by side belongs together, 0 to 1: of two statements the mean of how surely
 * each says the other, of one alone how surely the other document says it, of what is told to lack how surely it does not.
 */
export function placeSureness(difference: Placed, said: Said): number {
  const { code, left, right, leftStatement, rightStatement } = difference
  if (leftStatement && rightStatement) {
    const [one, other] = waysBetween(said, leftStatement, rightStatement)
    return (one + other) / 2
  }
  const alone = leftStatement ?? rightStatement
  if (!alone) return 0
  const best = said(alone, documentOf(leftStatement ? right : left))[0]?.probability ?? 0
  return code === 'not-said' ? 1 - best : best
}

/**
 * How often a difference of this code, whose places are as sure, is one that a careful reader finds too, 0 to 1: counted over what
 * was judged (scripts/training/fit-differences.ts); where few were, nearer to the mean of those as sure.
 */
export function probabilityOf(code: DifferenceCode, sureness: number): number {
  const level = sureness >= SURE_PLACE ? 'sure' : 'unsure'
  const { told, right } = RATES[code]?.[level] ?? { told: 0, right: 0 }
  return Math.round((100 * (right + RATE_PRIOR * MEANS[level])) / (told + RATE_PRIOR)) / 100
}

/** Whether a difference is shown unasked; one of wording only claims nothing that could be wrong. */
export function isSure({ kind, probability }: Pick<Difference, 'kind' | 'probability'>): boolean {
  return kind === 'wording' || probability >= SHOWN_UNASKED
}

const MEANS = { sure: meanOf('sure'), unsure: meanOf('unsure') }

function meanOf(level: 'sure' | 'unsure'): number {
  const all = Object.values(RATES).flatMap(rate => rate[level] ?? [])
  const sum = (of: keyof Rate) => all.reduce((total, rate) => total + rate[of], 0)
  return sum('right') / sum('told')
}
