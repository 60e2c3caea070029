import { documentOf } from '../../../src/structure/address.ts'
import type { Measure } from '../../../src/types.ts'
import { marksOf, type Numbers, type Row, rowsOf, subjectRowsOf } from '../../charts/rows.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'

/** What the reader has asked to see; all of it stands in the address. */
export interface Choice {
  show: 'matrix' | 'chart' | 'table'
  measure: Measure | null
  /** Ids of documents; empty means all. */
  cities: string[]
  find: string
  sort: 'text' | 'spread' | 'coverage'
  /** What a row is: a topic of the comparison, or a subject in the documents' words. */
  group: 'topic' | 'subject'
  /** Key of one row, or null for all. */
  row: string | null
  /** Id of the figure whose records are open below it. */
  table: string | null
  /** Id of the figure that shows all its rows. */
  all: string | null
  /** How many rows, of the matrix or of the records, are laid out. */
  rows: number
}

/** Rows laid out at first, and added when more are asked for. */
export const ROWS = 200

/**
 * Reads the choice out of an address; what it does not understand is as if it were not there. Of many documents few
 * say the same thing in the same order, so what most of them say comes first.
 */
export function choiceOf(query: Record<string, string>, many = false): Choice {
  const one = <Value extends string>(
    value: string | undefined,
    allowed: readonly Value[],
    otherwise: Value,
  ): Value => allowed.find(each => each === value) ?? otherwise
  const measure =
    query.measure !== undefined && query.measure in MEASURE_NAMES ? (query.measure as Measure) : null
  return {
    show: one(query.show, ['matrix', 'chart', 'table'], measure ? 'chart' : 'matrix'),
    measure,
    cities: (query.cities ?? '').split(',').filter(id => id !== ''),
    find: (query.find ?? '').trim(),
    sort: one(query.sort, ['text', 'spread', 'coverage'], many ? 'coverage' : 'text'),
    group: one(query.group, ['topic', 'subject'], many ? 'subject' : 'topic'),
    row: query.row ?? null,
    table: query.table ?? null,
    all: query.all ?? null,
    rows: Math.max(ROWS, Number.parseInt(query.rows ?? '', 10) || 0),
  }
}

/**
 * The rows that answer the choice, over the chosen documents, in the chosen order. `all` are the rows of all documents in the chosen grouping,
 * which whoever asks often keeps.
 */
export function chosenRows(all: Row[], numbers: Numbers, choice: Choice): Row[] {
  const rows = rowsOfCities(all, numbers, choice).filter(
    row => marksOf(row).length > 0 && answers(row, choice),
  )
  if (choice.sort === 'spread') return rows.sort((a, b) => (b.spread ?? 0) - (a.spread ?? 0))
  if (choice.sort === 'coverage') return rows.sort((a, b) => coverage(b) - coverage(a))
  return rows
}

/** Rows by topic or by subject. */
export function linedUp(numbers: Numbers, group: Choice['group']): Row[] {
  return group === 'subject' ? subjectRowsOf(numbers) : rowsOf(numbers)
}

function rowsOfCities(all: Row[], numbers: Numbers, { cities, group }: Choice): Row[] {
  if (cities.length === 0) return all
  const chosen = new Set(cities)
  const regulations = numbers.regulations.filter(({ id }) => chosen.has(id))
  const provisions = numbers.provisions.filter(({ address }) => chosen.has(documentOf(address)))
  return linedUp({ ...numbers, regulations, provisions }, group)
}

function answers(row: Row, { measure, find, row: key }: Choice): boolean {
  if (measure !== null && row.measure !== measure) return false
  if (key !== null && row.key !== key) return false
  return find === '' || matches(row, find.toLowerCase())
}

function matches(row: Row, find: string): boolean {
  const { topic, measure } = row
  const names = [topic.zh, topic.en, MEASURE_NAMES[measure].zh, MEASURE_NAMES[measure].en]
  const words = marksOf(row).flatMap(({ provision }) => [provision.subject, provision.quote])
  return [...names, ...words].some(text => text.toLowerCase().includes(find))
}

/** How many documents give a number. */
function coverage(row: Row): number {
  return row.cells.filter(cell => cell.state === 'value').length
}
