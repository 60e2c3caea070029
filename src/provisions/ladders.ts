import { documentOf } from '../structure/address.ts'
import type { Provision, Span } from '../types.ts'
import { SUBJECT_END } from './thresholds.ts'

/** One step of a ladder: from `low` to `high`, and who decides there. */
export interface LadderStep {
  /** Lower end; 0 where the text gives none. */
  low: number
  lowIncluded: boolean
  /** Upper end; null where the text gives none. */
  high: number | null
  highIncluded: boolean
  /** In the document's words, simplified; null where nobody is named. */
  actor: string | null
  /** Whether the actor only prepares the decision (先经…研究), so that another step over the same sums is no overlap. */
  preliminary: boolean
  /** When only the step counts and to whom it applies, in the document's words; null where none is named. */
  condition: string | null
  addressee: string | null
  address: string
  quote: string
  span: Span
  note: string
}

/** Where a ladder does not fit together. For an overlap in one point `from` equals `to`. */
export interface LadderFault {
  kind: 'gap' | 'overlap' | 'contradiction'
  from: number
  /** Null where it goes on without end. */
  to: number | null
  note: string
}

/** Who decides about how much of one subject, within one document. */
export interface Ladder {
  document: string
  subject: string
  /** 元 for money; 株, 平方米 … where size decides. */
  unit: string
  /** In ascending order; preliminary steps after the deciding ones that begin at the same sum. */
  steps: LadderStep[]
  faults: LadderFault[]
}

/**
 * The decision ladders of a corpus: within a document the thresholds on the same subject (the same words, or one the
 * other's end: 预算外追加资金, 追加资金) in order, with who decides, checked for gaps, overlaps and contradictions.
 * Thresholds of money always; of size or number where the steps of one unit name different deciders.
 */
export function laddersOf(provisions: Provision[]): Ladder[] {
  const groups: Provision[][] = []
  for (const provision of provisions.filter(isThreshold)) {
    const group = groups.find(members => members.some(member => sameLadder(member, provision)))
    if (group) group.push(provision)
    else groups.push([provision])
  }
  return groups.filter(isLadder).map(ladderOf)
}

function isThreshold({ measure, value, actor, comparator }: Provision): boolean {
  if (value === null || comparator === null || comparator === '=') return false
  return measure === 'amount-threshold' || (SIZES.has(measure) && actor !== null)
}
const SIZES = new Set<string>(['area', 'count', 'count-cap'])

function isLadder(members: Provision[]): boolean {
  return members[0]!.measure === 'amount-threshold' || new Set(members.map(member => member.actor)).size > 1
}

function sameLadder(a: Provision, b: Provision): boolean {
  if (documentOf(a.address) !== documentOf(b.address) || a.unit !== b.unit) return false
  if (a.measure !== 'amount-threshold' || b.measure !== 'amount-threshold') return a.address === b.address
  return a.subject.endsWith(tail(b.subject)) || b.subject.endsWith(tail(a.subject))
}

function tail(subject: string): string {
  return subject.length <= SUBJECT_END ? subject : subject.slice(-SUBJECT_END)
}

function ladderOf(members: Provision[]): Ladder {
  const steps = members.map(stepOf).sort(ascending)
  const longest = members
    .map(member => member.subject)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return {
    document: documentOf(members[0]!.address),
    subject: longest[0]!,
    unit: members[0]!.unit ?? '',
    steps,
    faults: [...contradictions(steps), ...misfits(steps, members[0]!.unit ?? '')],
  }
}

function stepOf(provision: Provision): LadderStep {
  const { comparator, value, max, actor, condition, addressee, address, quote, span, note } = provision
  const upper = comparator === '<' || comparator === '<='
  const [lowOpen, highOpen] = openEnds(note)
  return {
    low: upper ? 0 : value!,
    lowIncluded: upper || (comparator === 'range' ? !lowOpen : comparator !== '>'),
    high: upper ? value! : comparator === 'range' ? max : null,
    highIncluded: comparator === '<=' || (comparator === 'range' && !highOpen),
    actor,
    preliminary: provision.stage === 'preliminary',
    condition,
    addressee,
    address,
    quote,
    span,
    note,
  }
}

// 区间 [500000, 1000000): written into the note by whoever read the range.
function openEnds(note: string): [boolean, boolean] {
  const written = /区间 ([[(])[^\])]*([\])])/.exec(note)
  return written ? [written[1] === '(', written[2] === ')'] : [false, false]
}

function ascending(a: LadderStep, b: LadderStep): number {
  const end = (step: LadderStep) => step.high ?? Infinity
  return (
    a.low - b.low ||
    Number(a.preliminary) - Number(b.preliminary) ||
    end(a) - end(b) ||
    (a.address < b.address ? -1 : 1)
  )
}

function contradictions(steps: LadderStep[]): LadderFault[] {
  return steps
    .filter(step => /本数既含又不含|两向相反/.test(step.note))
    .map(step => ({ kind: 'contradiction', from: step.low, to: step.high, note: step.note }))
}

// Neighbours that decide: the next must begin where the one before ends, and a bound belongs to one of them only. Steps that count
// on different occasions, or for different people, are no neighbours.
function misfits(steps: LadderStep[], unit: string): LadderFault[] {
  const deciding = steps.filter(step => !step.preliminary)
  return deciding.flatMap((next, index) => {
    const one = deciding.slice(0, index).findLast(each => maySucceed(each, next))
    return one ? (misfit(one, next, unit) ?? []) : []
  })
}

// What is said once, ahead of the first step (确需追加的), holds for those after it too.
function maySucceed(one: LadderStep, next: LadderStep): boolean {
  const mayBeSame = (a: string | null, b: string | null) => a === null || b === null || a === b
  return mayBeSame(one.condition, next.condition) && mayBeSame(one.addressee, next.addressee)
}

function misfit(one: LadderStep, next: LadderStep, unit: string): LadderFault | null {
  if (one.actor === next.actor && one.low === next.low && one.high === next.high) return null // stated twice
  const end = one.high ?? Infinity
  if (next.low > end + (COUNTED_SINGLY.test(unit) ? 1 : 0))
    return { kind: 'gap', from: end, to: next.low, note: `${one.quote}；${next.quote}` }
  // What holds on an occasion only is an exception from what holds always.
  if (next.low < end && (one.condition !== next.condition || one.addressee !== next.addressee)) return null
  if (next.low < end)
    return { kind: 'overlap', from: next.low, to: one.high, note: `${one.quote}；${next.quote}` }
  if (next.low > end) return null
  if (one.highIncluded && next.lowIncluded)
    return { kind: 'overlap', from: end, to: end, note: `${one.quote}；${next.quote}` }
  if (!one.highIncluded && !next.lowIncluded)
    return { kind: 'gap', from: end, to: end, note: `${one.quote}；${next.quote}` }
  return null
}

// Of things counted singly the step after 20 begins at 21.
const COUNTED_SINGLY = /^(?:株|棵|个|人|名|位|件|项|处|户|家|辆|只)$/
