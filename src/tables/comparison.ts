import { diff } from '../diff/diff.ts'
import { type Names, namesOf } from '../diff/names.ts'
import type { Segment } from '../diff/segments.ts'
import { joinedTexts, memberKey, memberTextOf, type UnitText } from '../diff/unit-text.ts'
import { citedTitle } from '../structure/address.ts'
import { fold } from '../text/fold.ts'
import type { Cut, Family, FamilyMember, Regulation } from '../types.ts'
import { type Lookup, labelOf } from './lookup.ts'
import { membersByDocument } from './membership.ts'

/** A stretch of a cell: the same as the base, changed or added against it, or left out of it (the base's words). */
export interface ComparedRun {
  text: string
  kind: 'same' | 'changed' | 'left-out'
}

/** The text of one document in one family. Without `left-out` the runs are its clean text. */
export interface ComparedCell {
  regulation: string
  addresses: string[]
  labels: string[]
  runs: ComparedRun[]
}

export interface ComparedRow {
  family: Family
  /** Id of the document that the others are compared with in this row. */
  base: string
  /** One for each document that takes part, in the order given. */
  cells: ComparedCell[]
}

export interface ComparisonTable {
  regulations: Regulation[]
  rows: ComparedRow[]
}

/** Which document a column is: 平凉市：《平凉市人民政府工作规则》（平政发〔2023〕30号）, simplified. */
export function sourceLine({ place, title, metadata }: Regulation): string {
  const number = metadata.document_number
  return `${place}：${citedTitle(fold(title), number && fold(number))}`
}

/**
 * The comparison table of some families and documents: every cell diffed over words against the base document's, or
 * against the first document that takes part where the base does not. Names that must differ are folded.
 */
export function comparisonOf(
  families: Family[],
  regulations: Regulation[],
  lookup: Lookup,
  { cut, base }: { cut: Cut; base?: string | undefined },
): ComparisonTable {
  const names = new Map(regulations.map(regulation => [regulation.id, namesOf(regulation)]))
  const rows = families.flatMap(family => {
    const members = membersByDocument(family)
    const cells = regulations.flatMap(each => cellOf(each, members.get(each.id) ?? [], lookup))
    const reference = cells.find(cell => cell.regulation === base) ?? cells[0]
    if (!reference) return []
    return [
      { family, base: reference.regulation, cells: cells.map(cell => compared(cell, reference, names, cut)) },
    ]
  })
  return { regulations, rows }
}

interface UnitCell extends Omit<ComparedCell, 'runs'> {
  unit: UnitText
}

function cellOf(regulation: Regulation, members: FamilyMember[], lookup: Lookup): UnitCell[] {
  if (members.length === 0) return []
  const addresses = members.map(member => member.address)
  const { id } = regulation
  const unit = joinedTexts(
    members.map(member => memberTextOf(regulation, memberKey(member))),
    id,
  )
  return [{ regulation: id, addresses, labels: addresses.map(address => labelOf(lookup, address)), unit }]
}

function compared(cell: UnitCell, base: UnitCell, names: Map<string, Names>, cut: Cut): ComparedCell {
  const { unit, ...about } = cell
  if (cell === base) return { ...about, runs: [{ text: unit.text, kind: 'same' }] }
  const both = { a: names.get(base.regulation)!, b: names.get(cell.regulation)! }
  const segments = diff(base.unit, unit, { cut, names: both })
  return { ...about, runs: joinedRuns(segments.flatMap(segment => runsOf(segment, base.unit, unit))) }
}

function runsOf({ kind, a, b }: Segment, base: UnitText, unit: UnitText): ComparedRun[] {
  const text = unit.text.slice(b.from, b.to)
  if (kind !== 'change') return [{ text, kind: 'same' }]
  return [
    { text: base.text.slice(a.from, a.to), kind: 'left-out' },
    { text, kind: 'changed' },
  ]
}

function joinedRuns(runs: ComparedRun[]): ComparedRun[] {
  const result: ComparedRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    if (run.text === '') continue
    if (last?.kind === run.kind) result[result.length - 1] = { ...last, text: last.text + run.text }
    else result.push(run)
  }
  return result
}
