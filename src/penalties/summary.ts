import { groupBy } from '../group.ts'
import type { ActState, Penalty, PunishedAct } from '../penalty-types.ts'
import {
  type AddresseeKind,
  type Circumstance,
  circumstanceKey,
  circumstanceOf,
  type Interval,
  spreadOf,
} from '../provisions/like.ts'
import { documentOf } from '../structure/address.ts'
import { FEWEST_FOR_HALF, FEWEST_FOR_OUTLIERS, OUTLIERS_AT_MOST } from './thresholds.ts'

/** What many documents make of one act, in brief: who punishes it, and how far their fines lie apart, like with like. */

/** What is needed of a sanction. */
export type Sanctioned = Pick<
  Penalty,
  'act' | 'address' | 'span' | 'kind' | 'addressee' | 'condition' | 'min' | 'max' | 'times' | 'per'
>

/** The fines of one document in one group: their hull, and each. */
export interface DocumentFines<Row extends Sanctioned = Sanctioned> extends Interval {
  regulation: string
  penalties: Row[]
}

/** Fines that may be compared: of one act, on the same addressee, at the same stage, counted alike. */
export interface FineGroup<Row extends Sanctioned = Sanctioned> extends Circumstance {
  key: string
  /** Whether the ends are 元, or multiples or shares of something. */
  unit: 'yuan' | 'times'
  per: string | null
  /** One for each document that has any, in the order of the documents. */
  fines: DocumentFines<Row>[]
}

/** How the fines of a group lie. */
export interface GroupFigures {
  /** Medians of the lower and of the upper ends; what is open counts as nothing below, as without end above. */
  median: Interval
  /** The narrowest stretch that holds the whole fine of at least half of the documents; null of few documents. */
  half: { low: number; high: number; documents: number } | null
  /** Ids of the documents with the smallest lower end, and with the largest upper end. */
  lowest: string[]
  highest: string[]
  /** Ids of the documents, few, whose whole fine lies outside the half's stretch. */
  outliers: string[]
  /** Largest upper over smallest lower end; null where fewer than two documents fine. */
  spread: number | null
}

/** How a document stands to an act, of what the summary takes in: `others` where it punishes only whom the summary leaves out. */
export type SummaryState = ActState | 'others'

/** One act over all documents. */
export interface ActSummary<Row extends Sanctioned = Sanctioned> {
  act: PunishedAct
  /** Of each document in their order, with the addresses of its clauses or duties. */
  states: { regulation: string; state: SummaryState; addresses: string[] }[]
  counts: Record<SummaryState, number>
  /** Sanctions of each document, by its id. */
  rows: Map<string, Row[]>
  /** Groups of fines, that of most documents first. */
  groups: FineGroup<Row>[]
  /** Figures of the first group; null where nobody fines. */
  figures: GroupFigures | null
  /** Ids of the documents that punish it without any sum. */
  unfined: string[]
}

/** The acts in their order, each with its sanctions; `addressee` leaves those on others out. */
export function actSummaries<Row extends Sanctioned>(
  acts: PunishedAct[],
  penalties: Row[],
  addressee: AddresseeKind | null = null,
): ActSummary<Row>[] {
  const wanted = addressee
    ? penalties.filter(each => circumstanceOf(each).addressee === addressee)
    : penalties
  const byAct = groupBy(wanted, ({ act }) => act)
  return acts.flatMap(act => {
    const rows = byAct.get(act.id) ?? []
    return addressee && rows.length === 0 ? [] : [actSummary(act, rows)]
  })
}

/** What the documents make of an act. */
export function actSummary<Row extends Sanctioned>(act: PunishedAct, rows: Row[]): ActSummary<Row> {
  const groups = fineGroups(rows)
  const fined = new Set(groups.flatMap(({ fines }) => fines.map(({ regulation }) => regulation)))
  const byDocument = groupBy(rows, ({ address }) => documentOf(address))
  const states = act.states.map((each): ActSummary['states'][number] =>
    each.state === 'punished' && !byDocument.has(each.regulation) ? { ...each, state: 'others' } : each,
  )
  const counts: ActSummary['counts'] = { punished: 0, others: 0, forbidden: 0, 'not-found': 0, incomplete: 0 }
  for (const { state } of states) counts[state]++
  return {
    act,
    states,
    counts,
    rows: byDocument,
    groups,
    figures: groups[0] ? figuresOf(groups[0].fines) : null,
    unfined: [...byDocument.keys()].filter(id => !fined.has(id)),
  }
}

/** The fines of an act in groups of like, that of most documents first; of equal ones that without a stage, on the doer. */
export function fineGroups<Row extends Sanctioned>(rows: Row[]): FineGroup<Row>[] {
  const fines = rows.filter(row => row.kind === 'fine' && isOpen(intervalOf(row)) === false)
  return [...groupBy(fines, keyOf)]
    .map(([key, own]): FineGroup<Row> => {
      const byDocument = groupBy(own, ({ address }) => documentOf(address))
      return {
        key,
        ...circumstanceOf(own[0]!),
        unit: own[0]!.times ? 'times' : 'yuan',
        per: own[0]!.per,
        fines: [...byDocument].map(([regulation, penalties]) => ({
          regulation,
          ...hullOf(penalties.map(intervalOf)),
          penalties,
        })),
      }
    })
    .sort((a, b) => b.fines.length - a.fines.length || rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1))
}

function keyOf(row: Sanctioned): string {
  return `${circumstanceKey(circumstanceOf(row))}|${row.times ? 'times' : 'yuan'}|${row.per ?? ''}`
}

function rankOf({ stage, addressee, per, unit }: FineGroup): number {
  return (
    Number(unit === 'times') * 8 +
    Number(per !== null) * 4 +
    Number(stage !== 'none') * 2 +
    Number(addressee !== 'doer')
  )
}

/** The ends of a sanction: its sums, or its multiples. */
export function intervalOf({ min, max, times }: Pick<Sanctioned, 'min' | 'max' | 'times'>): Interval {
  return { low: times ? times[0] : min, high: times ? times[1] : max }
}

function isOpen({ low, high }: Interval): boolean {
  return low === null && high === null
}

/** From the smallest lower to the largest upper end; an end that is open anywhere is open. */
function hullOf(intervals: Interval[]): Interval {
  const [lows, highs] = [intervals.map(({ low }) => low), intervals.map(({ high }) => high)]
  return {
    low: lows.includes(null) ? null : Math.min(...(lows as number[])),
    high: highs.includes(null) ? null : Math.max(...(highs as number[])),
  }
}

/** Of a document's fines the one with the smallest lower end, or with the largest upper: what its hull's end is taken from. */
export function extremePenalty<Row extends Sanctioned>(
  { penalties }: DocumentFines<Row>,
  end: 'lowest' | 'highest',
): Row {
  const order = end === 'lowest' ? LOWEST_FIRST : HIGHEST_FIRST
  return penalties.toSorted((a, b) => order(intervalOf(a), intervalOf(b)))[0]!
}

const LOWEST_FIRST = (a: Interval, b: Interval) => floor(a) - floor(b) || difference(ceiling(a), ceiling(b))
const HIGHEST_FIRST = (a: Interval, b: Interval) => difference(ceiling(b), ceiling(a)) || floor(b) - floor(a)

/** How the fines of a group lie; there must be one. */
export function figuresOf(fines: DocumentFines[]): GroupFigures {
  const half = fines.length >= FEWEST_FOR_HALF ? halfOf(fines) : null
  const outside = half
    ? fines.filter(fine => ceiling(fine) < half.low || floor(fine) > half.high).map(idOf)
    : []
  const few = fines.length >= FEWEST_FOR_OUTLIERS && outside.length <= fines.length * OUTLIERS_AT_MOST
  return {
    median: medianOf(fines),
    half,
    lowest: leading(fines, LOWEST_FIRST),
    highest: leading(fines, HIGHEST_FIRST),
    outliers: few ? outside : [],
    spread: spreadOf(fines.map(fine => [fine])),
  }
}

function idOf({ regulation }: DocumentFines): string {
  return regulation
}

// 二百元以下 begins at nothing, 五百元以上 has no end.
function floor({ low }: Interval): number {
  return low ?? 0
}

function ceiling({ high }: Interval): number {
  return high ?? Number.POSITIVE_INFINITY
}

function difference(a: number, b: number): number {
  return a === b ? 0 : a - b
}

function leading(fines: DocumentFines[], order: (a: Interval, b: Interval) => number): string[] {
  const [first] = fines.toSorted(order)
  return fines.filter(fine => order(fine, first!) === 0).map(idOf)
}

/**
 * The middle end of each side; of an even number the lower of the two, so that it is a sum that a document names. Taken over the same
 * documents on both sides, so that the lower is never above the upper.
 */
function medianOf(fines: DocumentFines[]): Interval {
  const middle = (ends: number[]) =>
    ends.toSorted((a, b) => difference(a, b))[Math.floor((ends.length - 1) / 2)]!
  const [low, high] = [middle(fines.map(floor)), middle(fines.map(ceiling))]
  return { low: low === 0 ? null : low, high: high === Number.POSITIVE_INFINITY ? null : high }
}

function halfOf(fines: DocumentFines[]): GroupFigures['half'] {
  const closed = fines.filter(({ high }) => high !== null)
  const lows = new Set(closed.map(floor))
  const highs = new Set(closed.map(ceiling))
  let best: GroupFigures['half'] = null
  for (const low of lows)
    for (const high of highs) {
      const documents = closed.filter(fine => low <= floor(fine) && ceiling(fine) <= high).length
      const found = { low, high, documents }
      if (documents * 2 >= fines.length && (best === null || narrower(found, best))) best = found
    }
  return best
}

function narrower(a: NonNullable<GroupFigures['half']>, b: NonNullable<GroupFigures['half']>): boolean {
  const [one, other] = [widthOf(a), widthOf(b)]
  if (one !== other) return one < other
  return a.documents > b.documents || (a.documents === b.documents && a.low < b.low)
}

// Of sums ratios matter; what begins at nothing is as wide as if it began at one.
function widthOf({ low, high }: { low: number; high: number }): number {
  return high / Math.max(low, 1)
}

/** The acts on which documents differ most, like with like: by spread and by how many fine; those of few documents are left out. */
export function mostDifferent<Row extends Sanctioned>(
  summaries: ActSummary<Row>[],
  fewest: number,
): ActSummary<Row>[] {
  const weight = ({ groups, figures }: ActSummary) =>
    Math.log(figures?.spread ?? 1) * Math.sqrt(groups[0]!.fines.length)
  return summaries
    .filter(({ groups, figures }) => (groups[0]?.fines.length ?? 0) >= fewest && (figures!.spread ?? 1) > 1)
    .sort((a, b) => weight(b) - weight(a) || (a.act.id < b.act.id ? -1 : 1))
}

/** Round sums that cut the upper ends of all fines into at most five classes of about the same number. */
export function levelsOf(sums: number[]): number[] {
  const sorted = sums.toSorted((a, b) => a - b)
  if (sorted.length === 0) return []
  const cuts = [0.2, 0.4, 0.6, 0.8].map(share => roundSum(sorted[Math.floor((sorted.length - 1) * share)]!))
  return [...new Set(cuts)].filter(cut => cut < sorted.at(-1)!)
}

function roundSum(sum: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(sum, 1)))
  return [1, 2, 5, 10].map(factor => factor * power).find(each => each >= sum)!
}
