import { diff, type Segment } from '../../src/compare/diff.ts'
import { comparerOf } from '../../src/compare/differences.ts'
import { type Names, namesOf } from '../../src/compare/names.ts'
import { joined, type Witness, witnessOf } from '../../src/compare/witness.ts'
import { documentOf } from '../../src/structure/address.ts'
import { cutterOf, type Lexicon } from '../../src/text/words.ts'
import type { Cut, Difference, Family, FamilyMember, Regulation, RegulationSummary } from '../../src/types.ts'
import { LoadError, lexicon, membersOf, provisions, regulation, type Site, source } from './data.ts'
import { script } from './settings.ts'

/** One document's answer to a family, and how it differs from the base's. */
export interface Column {
  summary: RegulationSummary
  regulation: Regulation
  /** The document's own characters, when the reader wants to see those. */
  source: string | null
  members: FamilyMember[]
  /** All members one after the other, a line feed between. */
  witness: Witness
  /** Base (a) against this column (b); null for the base itself and where one of them has nothing. */
  segments: Segment[] | null
  /** The same as typed differences, left the base and right this column. */
  differences: Difference[]
}

/** Columns in the order of `ids`; the first difference is taken against `base`. */
export async function columnsOf(
  family: Family,
  data: Site,
  ids: string[],
  base: string,
  foldNames: boolean,
): Promise<Column[]> {
  const [cut, numbers, ...columns] = await Promise.all([
    cutter(),
    provisions(),
    ...ids.map(id => columnOf(family, data, id)),
  ])
  const comparer = comparerOf(
    columns.map(column => column.regulation),
    numbers.filter(provision => ids.includes(documentOf(provision.address))),
    cut,
  )
  const first = columns.find(column => column.summary.id === base)
  if (!first || first.members.length === 0) return columns
  return columns.map(column =>
    column === first || column.members.length === 0
      ? column
      : {
          ...column,
          segments: segmentsOf(first, column, cut, foldNames),
          differences: comparer.between(family, base, column.summary.id),
        },
  )
}

async function columnOf(family: Family, data: Site, id: string): Promise<Column> {
  const [text, raw] = await Promise.all([regulation(id), script() === 'source' ? source(id) : null])
  const members = membersOf(family, id)
  const witness = joined(
    members.map(member => witnessOf(text, member.address)),
    id,
  )
  return {
    summary: data.byId.get(id)!,
    regulation: text,
    source: raw,
    members,
    witness,
    segments: null,
    differences: [],
  }
}

function segmentsOf(base: Column, column: Column, cut: Cut, foldNames: boolean): Segment[] {
  const names = { a: namesFor(base.regulation), b: namesFor(column.regulation) }
  return diff(base.witness, column.witness, { cut, names, foldNames })
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
