import { group, rollup } from 'd3-array'
import { circumstanceOf, spreadOf } from '../../src/provisions/like.ts'
import {
  type State,
  type StateCell,
  type StateRow,
  silentState,
  statesOf,
} from '../../src/provisions/states.ts'
import { articleAddressOf, documentOf } from '../../src/structure/address.ts'
import type { Family, FamilyProvision, Measure } from '../../src/types.ts'
import { circumstanceNames } from './circumstances.ts'
import { kindred } from './kindred.ts'
import { type Mark, markOf, scaleUnitOf } from './marks.ts'

/**
 * Lines provisions up across documents: a row is one family and measure, a cell is what one document says of it.
 */

/** What the numbers view needs of a corpus. */
export interface Numbers {
  regulations: { id: string; place: string; complete: boolean }[]
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
  /**
   * How many times the largest upper end is the smallest lower one, of like subjects in one unit, on the same kind of addressee, at the
   * same stage; null where fewer than two documents give one.
   */
  spread: number | null
  /** Where a row is a subject: all the ways in which the documents say it, the row's own name among them. */
  subjects?: string[]
}

/** All rows, in the order of the families and their measures; provisions outside any family come last, by article. */
export function rowsOf(numbers: Numbers): Row[] {
  const { regulations, families, provisions } = numbers
  const inside = provisions.filter(provision => provision.family !== null)
  const topics = new Map(families.map(family => [family.id, family.topic]))
  const known = statesOf(inside, families, regulations).map(row =>
    rowOf(row, topics.get(row.family)!, row.family, numbers),
  )
  return [...known, ...outsideRows(numbers)]
}

/**
 * The same lined up by what is measured in the documents' words (高空抛物, 在禁止吸烟的场所吸烟), across families: of many
 * documents the better order for fines and limits, where one family holds many. Of a document that gives no such number
 * nothing more is known: that it answers the family, which holds other matters too, does not tell that it regulates this one.
 */
export function subjectRowsOf({ regulations, families, provisions }: Numbers): Row[] {
  const known = new Map(families.map(family => [family.id, family]))
  const byMeasure = group(provisions, provision => provision.measure)
  return [...byMeasure].flatMap(([measure, own]) =>
    kindred(own.map(markOf), true).map(marks => subjectRow(measure, marks, regulations, known)),
  )
}

function subjectRow(
  measure: Measure,
  marks: Mark[],
  regulations: Numbers['regulations'],
  known: Map<string, Family>,
): Row {
  const subject = commonest(marks.map(mark => mark.provision.subject))
  const family = known.get(commonest(marks.map(mark => mark.provision.family ?? '')))
  const byDocument = group(marks, mark => documentOf(mark.provision.address))
  const cells = regulations.map(({ id, place, complete }) => {
    const own = byDocument.get(id) ?? []
    return { regulation: id, place, state: stateOf(own, complete), marks: own, addresses: [] }
  })
  const circumstance = circumstanceNames(circumstanceOf(marks[0]!.provision))
  const key = [
    scaleUnitOf(marks[0]!.provision),
    subject,
    measure,
    ...(circumstance.zh ? [circumstance.zh] : []),
  ].join(':')
  const named = (language: 'zh' | 'en') =>
    subject + (circumstance[language] && `（${circumstance[language]}）`)
  return {
    key,
    family: family?.id ?? null,
    topic: { zh: named('zh'), en: named('en') },
    measure,
    cells,
    // All of the row is one subject already.
    spread: spreadOfCells(cells, marks => [marks]),
    subjects: [...new Set(marks.map(mark => mark.provision.subject))],
  }
}

function stateOf(marks: Mark[], complete: boolean): State {
  if (marks.some(mark => mark.extent)) return 'value'
  return marks.length > 0 ? 'unnumbered' : silentState(complete)
}

// Of equally frequent words the shortest, then the first.
function commonest(words: string[]): string {
  const counts = [
    ...rollup(
      words,
      same => same.length,
      word => word,
    ),
  ]
  return counts.sort(([a, m], [b, n]) => n - m || a.length - b.length)[0]![0]
}

/** The row's marks, in the order of the cells. */
export function marksOf(row: Row): Mark[] {
  return row.cells.flatMap(cell => cell.marks)
}

/** So many documents can stand side by side. */
export const MANY = 12

/** Whether a row has more documents than can stand side by side. */
export function isMany(row: Row): boolean {
  return row.cells.length > MANY
}

/** Whether any document gives a number on the row; else all say 定期 and the like. */
export function hasNumber(row: Row): boolean {
  return row.cells.some(cell => cell.marks.some(mark => mark.extent))
}

/** How many documents give a number on any of the rows. */
export function documentsWithNumbers(rows: Row[]): number {
  const marks = rows.flatMap(marksOf).filter(mark => mark.extent)
  return new Set(marks.map(mark => documentOf(mark.provision.address))).size
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

function rowOf(row: StateRow, topic: Row['topic'], family: string | null, { regulations }: Numbers): Row {
  const cells = regulations.map(({ id, place, complete }) => {
    const silent: StateCell = { state: silentState(complete), provisions: [], addresses: [] }
    const { state, provisions, addresses } = row.cells[id] ?? silent
    return { regulation: id, place, state, marks: provisions.map(markOf), addresses }
  })
  return {
    key: `${row.family}:${row.measure}`,
    family,
    topic,
    measure: row.measure,
    cells,
    spread: spreadOfCells(cells),
  }
}

/** The greatest spread of those numbers of the cells that are alike. */
function spreadOfCells(cells: Cell[], alike = kindred): number | null {
  const marks = cells.flatMap(cell => cell.marks).filter(mark => mark.extent)
  const ratios = alike(marks)
    .map(like => [...group(like, mark => documentOf(mark.provision.address)).values()])
    .map(documents => spreadOf(documents.map(own => own.map(({ extent }) => extent!))))
    .filter(ratio => ratio !== null)
  return ratios.length > 0 ? Math.max(...ratios) : null
}

export type { State }
