import { extent, group } from 'd3-array'
import { type State, type StateCell, type StateRow, statesOf } from '../../src/provisions/states.ts'
import { articleAddressOf, documentOf } from '../../src/structure/address.ts'
import type { Family, FamilyProvision, Measure } from '../../src/types.ts'
import { kindred } from './kindred.ts'
import { type Mark, markOf, positionOf } from './marks.ts'

/**
 * Lines provisions up across documents: a row is one family and measure, a cell is what one document says of it.
 */

/** What the numbers view needs of a corpus. */
export interface Numbers {
  regulations: { id: string; place: string }[]
  families: Family[]
  provisions: FamilyProvision[]
}

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
  /** How many times the largest value is the smallest, of like subjects in one unit; null where fewer than two documents give one. */
  spread: number | null
}

/** All rows, in the order of the families and their measures; provisions outside any family come last, by article. */
export function rowsOf(numbers: Numbers): Row[] {
  const { regulations, families, provisions } = numbers
  const ids = regulations.map(({ id }) => id)
  const inside = provisions.filter(provision => provision.family !== null)
  const topics = new Map(families.map(family => [family.id, family.topic]))
  const known = statesOf(inside, families, ids).map(row =>
    rowOf(row, topics.get(row.family)!, row.family, numbers),
  )
  return [...known, ...outsideRows(numbers)]
}

/** The row's marks, in the order of the cells. */
export function marksOf(row: Row): Mark[] {
  return row.cells.flatMap(cell => cell.marks)
}

/** Outside all families only the provisions of one article and measure share a row; its subject stands for the topic. */
function outsideRows(numbers: Numbers): Row[] {
  const outside = numbers.provisions.filter(provision => provision.family === null)
  const groups = group(outside, ({ address, measure }) => `${articleAddressOf(address)}:${measure}`)
  return [...groups.values()].map(provisions => {
    const { address, measure, subject } = provisions[0]!
    const cell: StateCell = {
      state: provisions.some(each => each.value !== null) ? 'value' : 'unnumbered',
      provisions,
      addresses: [],
    }
    const row: StateRow = {
      family: articleAddressOf(address),
      measure,
      cells: { [documentOf(address)]: cell },
    }
    return rowOf(row, { zh: subject, en: subject }, null, numbers)
  })
}

const ABSENT: StateCell = { state: 'absent', provisions: [], addresses: [] }

function rowOf(row: StateRow, topic: Row['topic'], family: string | null, { regulations }: Numbers): Row {
  const cells = regulations.map(({ id, place }) => {
    const { state, provisions, addresses } = row.cells[id] ?? ABSENT
    return { regulation: id, place, state, marks: provisions.map(markOf), addresses }
  })
  return {
    key: `${row.family}:${row.measure}`,
    family,
    topic,
    measure: row.measure,
    cells,
    spread: spreadOf(cells),
  }
}

function spreadOf(cells: Cell[]): number | null {
  const marks = cells.flatMap(cell => cell.marks).filter(mark => mark.extent)
  const ratios = kindred(marks)
    .map(ratioOf)
    .filter(ratio => ratio !== null)
  return ratios.length > 0 ? Math.max(...ratios) : null
}

// A document that says several values (three days, ten days) stands as near to another as its nearest value does.
function ratioOf(marks: Mark[]): number | null {
  const documents = [...group(marks, mark => documentOf(mark.provision.address)).values()]
  if (documents.length < 2) return null
  const ends = documents.map(own => extent(own, mark => positionOf(mark.extent!)) as [number, number])
  const highest = Math.max(...ends.map(([low]) => low))
  const lowest = Math.min(...ends.map(([, high]) => high))
  return lowest > 0 ? Math.max(1, highest / lowest) : null
}

export type { State }
