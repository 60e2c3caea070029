import { likeness } from '../diff/likeness.ts'
import { groupBy } from '../group.ts'
import { circumstanceKey, circumstanceOf, type Interval, spreadOf } from '../provisions/like.ts'
import { documentOf } from '../structure/address.ts'
import type { FamilyProvision } from '../types.ts'
import { bareSubject, isReference } from './subjects.ts'
import { SAME_MEASURED_SUBJECT } from './thresholds.ts'

/** One question on which documents name different numbers. */
export interface Striking {
  family: string
  measure: string
  /** What is measured, in the first document's words. */
  subject: string
  /** Each answer with the provisions that give it; the most common answer comes last. */
  answers: FamilyProvision[][]
  /** Largest upper over smallest lower end (times a year for frequencies). */
  ratio: number
}

/**
 * The largest differences in numbers, the greatest first: where at least two documents state one number each for the same
 * subject of the same family, by the same measure and in the same unit, and the numbers differ. Several numbers of a
 * document on one subject are a ladder, not an answer, and leave the question out.
 */
export function strikingFacts(provisions: FamilyProvision[]): Striking[] {
  return questionsOf(provisions)
    .flatMap(factOf)
    .sort((a, b) => weight(b) - weight(a))
}

/**
 * Numbers that can be compared: of one family and measure, in one unit (frequencies a year) for one thing (per tree, per day), on one
 * subject, addressed to the same, at the same stage.
 */
export function questionsOf(provisions: FamilyProvision[]): FamilyProvision[][] {
  const numbered = provisions.filter(
    provision => provision.family !== null && sizeOf(provision) !== null && !isReference(provision.subject),
  )
  const groups = groupBy(numbered, provision =>
    [provision.family, provision.measure, unitOf(provision), circumstanceKey(circumstanceOf(provision))].join(
      '|',
    ),
  )
  return [...groups.values()].flatMap(bySubject)
}

/** Provisions on the same subject: each joins the first group whose first member's subject is like its own. */
function bySubject(provisions: FamilyProvision[]): FamilyProvision[][] {
  const groups: FamilyProvision[][] = []
  for (const provision of provisions) {
    const subject = bareSubject(provision.subject)
    const group = groups.find(
      each => likeness(bareSubject(each[0]!.subject), subject) >= SAME_MEASURED_SUBJECT,
    )
    if (group) group.push(provision)
    else groups.push([provision])
  }
  return groups
}

function factOf(provisions: FamilyProvision[]): Striking[] {
  const documents = groupBy(provisions, provision => documentOf(provision.address))
  const answers = groupBy(provisions, answerOf)
  if (documents.size < 2 || answers.size < 2 || documents.size < provisions.length) return []
  const ratio = spreadOf(provisions.map(provision => [intervalOf(provision)]))
  if (ratio === null) return []
  const { family, measure, subject } = provisions[0]!
  return [
    {
      family: family!,
      measure,
      subject,
      answers: [...answers.values()].sort((a, b) => a.length - b.length),
      ratio,
    },
  ]
}

function weight({ answers, ratio }: Striking): number {
  const documents = answers.reduce((sum, answer) => sum + answer.length, 0)
  return Math.log(ratio) * Math.sqrt(documents)
}

/** The number as one figure, in times a year for a frequency; the middle of a range; null where there is none. */
export function sizeOf({ annualized, value, max }: FamilyProvision): number | null {
  const [low, high] = annualized ?? [value, max]
  return low === null || high === null ? (low ?? high) : (low + high) / 2
}

function intervalOf({ annualized, value, max }: FamilyProvision): Interval {
  const [low, high] = annualized ?? [value, max]
  return { low, high }
}

// Working days and days are not compared; frequencies are, since both are times a year.
function unitOf({ annualized, unit, per }: FamilyProvision): string {
  return annualized ? 'per-year' : `${unit ?? ''}/${per ?? ''}`
}

function answerOf({ annualized, value, max, comparator }: FamilyProvision): string {
  return annualized ? annualized.join('-') : [value, max, comparator].join(' ')
}
