import { group } from 'd3-array'
import { articleAddressOf, documentOf } from '../../src/structure/address.ts'
import type { Family, FamilyProvision, Measure } from '../../src/types.ts'
import { type Mark, markOf, positionOf, scaleUnitOf } from './marks.ts'

/**
 * Lines provisions up across documents: a row is one family and measure, a cell is what one document says of it.
 */

/** What the numbers view needs of a corpus. */
export interface Numbers {
  regulations: { id: string; place: string }[]
  families: Family[]
  provisions: FamilyProvision[]
}

/** `value`: at least one number; `unnumbered`: the matter is regulated, without a number; `absent`: not regulated. */
export type State = 'value' | 'unnumbered' | 'absent'

/** What one document says on a row. `addresses` are the family's members there, for a cell without a number. */
export interface Cell {
  regulation: string
  place: string
  state: State
  marks: Mark[]
  addresses: string[]
}

export interface Row {
  /** `family:measure`; stable, fit for an address bar. */
  key: string
  family: string | null
  topic: { zh: string; en: string }
  measure: Measure
  /** One for each document, in the manifest's order. */
  cells: Cell[]
  /** How many times the largest value is the smallest, within one unit; null where fewer than two documents give one. */
  spread: number | null
}

/** All rows, in the order of the families and then of the measures; provisions outside any family come last, by article. */
export function rowsOf(numbers: Numbers): Row[] {
  const groups = group(numbers.provisions, groupKeyOf)
  const families = new Map(numbers.families.map((family, order) => [family.id, { family, order }]))
  return [...groups]
    .map(([key, provisions]) => ({
      key,
      provisions,
      order: families.get(provisions[0]!.family ?? '')?.order,
    }))
    .sort((a, b) => (a.order ?? numbers.families.length) - (b.order ?? numbers.families.length))
    .map(({ key, provisions }) =>
      rowOf(key, provisions, families.get(provisions[0]!.family ?? '')?.family, numbers),
    )
}

/** The row's marks, in the order of the cells. */
export function marksOf(row: Row): Mark[] {
  return row.cells.flatMap(cell => cell.marks)
}

/** Provisions of one family and measure share a row; outside a family only those of one article do. */
function groupKeyOf(provision: FamilyProvision): string {
  return `${provision.family ?? articleAddressOf(provision.address)}:${provision.measure}`
}

function rowOf(
  key: string,
  provisions: FamilyProvision[],
  family: Family | undefined,
  numbers: Numbers,
): Row {
  const first = provisions[0]!
  const byDocument = group(provisions, provision => documentOf(provision.address))
  const members = group(family?.members ?? [], member => documentOf(member.address))
  const cells = numbers.regulations.map(({ id, place }) =>
    cellOf(id, place, byDocument.get(id) ?? [], members.get(id)?.map(member => member.address) ?? []),
  )
  const topic = family?.topic ?? { zh: first.subject, en: first.subject }
  return { key, family: family?.id ?? null, topic, measure: first.measure, cells, spread: spreadOf(cells) }
}

function cellOf(regulation: string, place: string, provisions: FamilyProvision[], addresses: string[]): Cell {
  const marks = provisions.map(markOf)
  return { regulation, place, state: stateOf(marks, addresses), marks, addresses }
}

function stateOf(marks: Mark[], addresses: string[]): State {
  if (marks.some(mark => mark.extent)) return 'value'
  return marks.length > 0 || addresses.length > 0 ? 'unnumbered' : 'absent'
}

function spreadOf(cells: Cell[]): number | null {
  const marks = cells.flatMap(cell => cell.marks).filter(mark => mark.extent)
  const ratios = [...group(marks, mark => scaleUnitOf(mark.provision)).values()].map(ratioOf)
  const known = ratios.filter(ratio => ratio !== null)
  return known.length > 0 ? Math.max(...known) : null
}

function ratioOf(marks: Mark[]): number | null {
  if (new Set(marks.map(mark => documentOf(mark.provision.address))).size < 2) return null
  const positions = marks.map(mark => positionOf(mark.extent!)).filter(position => position > 0)
  return positions.length > 0 ? Math.max(...positions) / Math.min(...positions) : null
}
