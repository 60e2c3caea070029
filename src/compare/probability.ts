import { type Logistic, probabilityOf as modelled } from '../index/logistic.ts'
import { FINE } from '../lexicon/penalties.ts'
import type { Said } from '../statement-types.ts'
import { documentOf } from '../structure/address.ts'
import type { Difference, DifferenceCode } from '../types.ts'
import { waysBetween } from './groups.ts'
import { CODES } from './kinds.ts'
import { SHOWN_UNASKED } from './thresholds.ts'
import weights from './weights.json' with { type: 'json' }

const MODEL: Logistic = weights

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

/** What the model looks at; fitted by scripts/training/fit-differences.ts, where the last is what a judgement may be besides. */
export const LOOKED_AT = [
  ...Object.keys(CODES),
  'sureness',
  'sureness of a number',
  'number of a fine',
  'sureness that it is not said',
  'length of what is not said',
  'a reader listed all',
]

/** The values of LOOKED_AT for a difference of this code whose places are as sure, with the text of both sides. */
export function lookedAt(code: DifferenceCode, sureness: number, text: string): number[] {
  const isLacking = code === 'not-said'
  const isNumber = code === 'other-number' || code === 'number-alone'
  return [
    ...Object.keys(CODES).map(each => (each === code ? 1 : 0)),
    isLacking || isNumber ? 0 : sureness,
    isNumber ? sureness : 0,
    isNumber && FINES.test(text) ? 1 : 0,
    isLacking ? sureness : 0,
    isLacking ? Math.log(text.length + 1) : 0,
    0,
  ]
}

/** How often such a difference is one that a careful reader finds too, 0 to 1. */
export function probabilityOf(code: DifferenceCode, sureness: number, text: string): number {
  return Math.round(100 * modelled(MODEL, lookedAt(code, sureness, text))) / 100
}

// Fines go with acts, and two acts are taken for one more often than two meetings or deadlines are.
const FINES = new RegExp(FINE)

/** Whether a difference is shown unasked; one of wording only claims nothing that could be wrong. */
export function isSure({ kind, probability }: Pick<Difference, 'kind' | 'probability'>): boolean {
  return kind === 'wording' || probability >= SHOWN_UNASKED
}
