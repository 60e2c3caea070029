import { type ActSummary, actSummaries } from '../../../src/penalties/summary.ts'
import type { AddresseeKind } from '../../../src/provisions/like.ts'
import type { SitePenalties, SitePenalty } from '../../../src/site-types.ts'

/** What the reader has asked to see of all acts; all of it stands in the address. */
export interface Choice {
  find: string
  /** Sanctions on these alone; null for all. */
  to: AddresseeKind | null
  sort: 'documents' | 'median' | 'spread'
  /** Only acts that some document fines. */
  fines: boolean
  /** How many rows are laid out. */
  rows: number
}

/** Rows laid out at first, and added when more are asked for: a row of 42 documents is heavy. */
export const ROWS = 60

export const ADDRESSEES: AddresseeKind[] = ['doer', 'unit', 'official']
export const SORTS: Choice['sort'][] = ['documents', 'median', 'spread']

/** Reads the choice out of an address; what it does not understand is as if it were not there. */
export function choiceOf(query: Record<string, string>): Choice {
  return {
    find: (query.find ?? '').trim(),
    to: ADDRESSEES.find(each => each === query.to) ?? null,
    sort: SORTS.find(each => each === query.sort) ?? 'documents',
    fines: query.fines === '1',
    rows: Math.max(ROWS, Number.parseInt(query.rows ?? '', 10) || 0),
  }
}

type Summaries = ActSummary<SitePenalty>[]

// They serve every choice, and every key that is typed: made once for the penalties that were loaded.
const kept = new WeakMap<SitePenalties, Map<Choice['to'], Summaries>>()

/** All acts in their order, each with its sanctions on these alone; null for all. */
export function summariesOf(all: SitePenalties, to: Choice['to']): Summaries {
  const known = kept.get(all) ?? new Map<Choice['to'], Summaries>()
  const found = known.get(to) ?? actSummaries(all.acts, all.penalties, to)
  kept.set(all, known.set(to, found))
  return found
}

/** The acts that answer the choice, in the chosen order. */
export function chosenActs(all: SitePenalties, choice: Choice): Summaries {
  const { find, to, fines } = choice
  return summariesOf(all, to)
    .filter(summary => (!fines || summary.groups.length > 0) && matches(summary, find.toLowerCase()))
    .sort((a, b) => ORDERS[choice.sort](b) - ORDERS[choice.sort](a) || documents(b) - documents(a))
}

const ORDERS: Record<Choice['sort'], (summary: ActSummary) => number> = {
  documents,
  median: ({ groups, figures }) =>
    groups[0]?.unit === 'yuan' ? (figures!.median.high ?? figures!.median.low ?? 0) : 0,
  spread: ({ figures }) => figures?.spread ?? 0,
}

// Fines are what can be compared: they come before acts that are only punished.
function documents({ groups, rows }: ActSummary): number {
  return (groups[0]?.fines.length ?? 0) * 1000 + rows.size
}

function matches({ act, rows }: ActSummary<SitePenalty>, find: string): boolean {
  if (find === '' || act.zh.toLowerCase().includes(find)) return true
  return [...rows.values()].flat().some(({ deed, quote }) => `${deed}\n${quote}`.toLowerCase().includes(find))
}
