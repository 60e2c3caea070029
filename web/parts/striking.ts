import { documentOf } from '../../src/structure/address.ts'
import type { FamilyProvision } from '../../src/types.ts'
import { groupBy } from './group.ts'

/** One question on which the documents name different numbers; the most common answer comes last. */
export interface Striking {
  family: string
  measure: string
  /** Answers with the provisions that give them. */
  answers: FamilyProvision[][]
  /** Largest over smallest value. */
  ratio: number
}

/**
 * The largest differences in numbers: families and measures where at least two documents state exactly one number each,
 * in the same unit, and the numbers differ. Several numbers of one measure in one article are a ladder, not a difference.
 */
export function striking(provisions: FamilyProvision[]): Striking[] {
  const groups = groupBy(
    provisions.filter(provision => provision.family && sizeOf(provision) !== null),
    provision => [provision.family, provision.measure, unitOf(provision)].join('|'),
  )
  return [...groups.values()]
    .map(strikingOf)
    .filter(found => found !== null)
    .sort((a, b) => weight(b) - weight(a))
}

function strikingOf(provisions: FamilyProvision[]): Striking | null {
  const byDocument = groupBy(provisions, provision => documentOf(provision.address))
  const single = [...byDocument.values()].filter(list => list.length === 1).map(list => list[0]!)
  if (single.length < 2 || single.length < byDocument.size) return null
  const answers = [...groupBy(single, answerOf).values()].sort((a, b) => a.length - b.length)
  if (answers.length < 2) return null
  const sizes = single.map(provision => sizeOf(provision)!)
  const ratio = Math.max(...sizes) / Math.max(Math.min(...sizes), 1e-9)
  return { family: single[0]!.family!, measure: single[0]!.measure, answers, ratio }
}

function weight(found: Striking): number {
  const documents = found.answers.reduce((sum, answer) => sum + answer.length, 0)
  return Math.log(found.ratio) * Math.sqrt(documents)
}

function sizeOf(provision: FamilyProvision): number | null {
  if (provision.annualized) return middle(...provision.annualized)
  return provision.value === null ? null : middle(provision.value, provision.max)
}

function middle(low: number | null, high: number | null): number | null {
  if (low === null || high === null) return low ?? high
  return (low + high) / 2
}

// Working days and days are not compared; frequencies are, since both are times a year.
function unitOf(provision: FamilyProvision): string {
  return provision.annualized ? 'per-year' : (provision.unit ?? '')
}

function answerOf(provision: FamilyProvision): string {
  if (provision.annualized) return provision.annualized.join('-')
  return [provision.value, provision.max, provision.comparator].join(' ')
}
