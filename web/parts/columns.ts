import { comparerOf } from '../../src/compare/differences.ts'
import { diff } from '../../src/diff/diff.ts'
import { type Names, namesOf } from '../../src/diff/names.ts'
import type { Segment } from '../../src/diff/segments.ts'
import { joinedTexts, memberKey, memberTextOf, type UnitText } from '../../src/diff/unit-text.ts'
import type { RegulationSummary } from '../../src/site-types.ts'
import { documentOf } from '../../src/structure/address.ts'
import { cutterOf, type Lexicon } from '../../src/text/words.ts'
import type { Cut, Difference, Family, FamilyMember, Regulation } from '../../src/types.ts'
import { script } from '../reader/settings.ts'
import {
  LoadError,
  lexicon,
  membersOf,
  pairCounts,
  provisions,
  regulation,
  type Site,
  saidBetween,
  source,
} from './data.ts'

/** One document's answer to a family, and how it differs from the base's. */
export interface Column {
  summary: RegulationSummary
  regulation: Regulation
  /** The document's own characters, when the reader wants to see those. */
  source: string | null
  members: FamilyMember[]
  /** All members one after the other, a line feed between. */
  unit: UnitText
  /** Base (a) against this column (b); null for the base itself and where one of them has nothing. */
  segments: Segment[] | null
  /** The same as typed differences, left the base and right this column. */
  differences: Difference[]
}

/** What the columns of one view are compared with, and how. */
export interface Against {
  family: Family
  base: string
  foldNames: boolean
}

/**
 * Columns in the order of `ids`. Comparing takes longer than reading: what was compared before comes along, the rest is
 * left to `compareColumn`, so that the texts can be shown at once.
 */
export async function columnsOf(data: Site, ids: string[], against: Against): Promise<Column[]> {
  const columns = await Promise.all(ids.map(id => columnOf(against.family, data, id)))
  return columns.map(column => ({ ...column, ...compared.get(keyOf(column, against)) }))
}

/** The first column that is still to be compared with the base; undefined when all are. */
export function uncompared(columns: Column[], { base }: Against): Column | undefined {
  const first = columns.find(column => column.summary.id === base)
  if (!first || first.members.length === 0) return undefined
  return columns.find(column => column !== first && column.members.length > 0 && !column.segments)
}

/** Compares one column with the base and keeps the result for the next `columnsOf`. */
export async function compareColumn(
  columns: Column[],
  column: Column,
  against: Against,
  families: Family[],
): Promise<void> {
  const [cut, numbers, counts, said] = await Promise.all([
    cutter(),
    provisions(),
    pairCounts(),
    saidBetween(against.base, column.summary.id),
  ])
  const first = columns.find(each => each.summary.id === against.base)!
  const ids = [against.base, column.summary.id]
  const comparer = comparerOf(
    {
      regulations: [first.regulation, column.regulation],
      families,
      provisions: numbers.filter(provision => ids.includes(documentOf(provision.address))),
      said,
      counts: counts ?? undefined,
    },
    cut,
  )
  compared.set(keyOf(column, against), {
    segments: segmentsOf(first, column, cut, against.foldNames),
    differences: comparer.between(against.family, against.base, column.summary.id),
  })
}

const compared = new Map<string, Pick<Column, 'segments' | 'differences'>>()

function keyOf({ summary }: Column, { family, base, foldNames }: Against): string {
  return [family.id, base, summary.id, foldNames].join('|')
}

async function columnOf(family: Family, data: Site, id: string): Promise<Column> {
  const [text, raw] = await Promise.all([regulation(id), script() === 'source' ? source(id) : null])
  const members = membersOf(family, id)
  const unit = joinedTexts(
    members.map(member => memberTextOf(text, memberKey(member))),
    id,
  )
  return {
    summary: data.byId.get(id)!,
    regulation: text,
    source: raw,
    members,
    unit,
    segments: null,
    differences: [],
  }
}

function segmentsOf(base: Column, column: Column, cut: Cut, foldNames: boolean): Segment[] {
  const names = { a: namesFor(base.regulation), b: namesFor(column.regulation) }
  return diff(base.unit, column.unit, { cut, names, foldNames })
}

const names = new WeakMap<Regulation, Names>()
export function namesFor(text: Regulation): Names {
  const known = names.get(text) ?? namesOf(text)
  names.set(text, known)
  return known
}

let cut: Promise<Cut> | undefined
/** The cutter over the words that the build used; single characters where the build left no lexicon. */
export function cutter(): Promise<Cut> {
  cut ??= lexicon<Lexicon>().then(cutterOf, error => {
    cut = undefined
    if (error instanceof LoadError) return (text: string) => [...text]
    throw error
  })
  return cut
}
