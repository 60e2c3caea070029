import { documentOf } from '../../../src/structure/address.ts'
import type { Cell } from '../../../src/tables/table.ts'
import type { FamilyProvision } from '../../../src/types.ts'
import { marksOf, type Row, type State } from '../../charts/rows.ts'
import { stateName, valueText } from '../../charts/words.ts'
import type { Language } from '../../reader/settings.ts'

/** What the numbers view gives away as tables; column names as in provisions.csv where they mean the same. */

export const RECORD_COLUMNS = [
  'address',
  'regulation',
  'place',
  'label',
  'topic_zh',
  'topic_en',
  'quote',
  'subject',
  'actor',
  'measure',
  'comparator',
  'value',
  'max',
  'unit',
  'per',
  'annualized_min',
  'annualized_max',
  'base',
  'modality',
  'family',
  'rule',
  'start',
  'end',
  'note',
  'condition',
  'addressee',
]

/** One record for each provision of the rows; `label` names a unit: 第四十五条第三款. */
export function recordsOf(rows: Row[], label: (address: string) => string): Cell[][] {
  return rows.flatMap(row =>
    row.cells.flatMap(cell => cell.marks.map(mark => recordOf(mark.provision, row, cell.place, label))),
  )
}

function recordOf(p: FamilyProvision, row: Row, place: string, label: (address: string) => string): Cell[] {
  const { zh, en } = row.topic
  const [low, high] = p.annualized ?? [null, null]
  return [
    p.address,
    documentOf(p.address),
    place,
    label(p.address),
    zh,
    en,
    p.quote,
    p.subject,
    p.actor,
    p.measure,
    p.comparator,
    p.value,
    p.max,
    p.unit,
    p.per,
    low,
    high,
    p.base,
    p.modality,
    p.family,
    p.rule,
    p.span.start,
    p.span.end,
    p.note,
    p.condition,
    p.addressee,
  ]
}

/**
 * The matrix as it is shown: a row for each topic and measure, how many documents say what, and a column for each document
 * with its values in short or, in words, that it regulates the matter without a number or not at all.
 */
export function matrixOf(rows: Row[], language: Language): { columns: string[]; rows: Cell[][] } {
  const columns = [
    'topic_zh',
    'topic_en',
    'measure',
    'spread',
    ...STATES.map(({ column }) => column),
    ...(rows[0]?.cells.map(cell => cell.regulation) ?? []),
  ]
  return { columns, rows: rows.map(row => matrixRow(row, language)) }
}

const STATES: { column: string; state: State }[] = [
  { column: 'documents_with_number', state: 'value' },
  { column: 'documents_without_number', state: 'unnumbered' },
  { column: 'documents_not_regulating', state: 'absent' },
]

function matrixRow(row: Row, language: Language): Cell[] {
  const cells = row.cells.map(cell =>
    cell.marks.length > 0
      ? cell.marks.map(mark => valueText(mark.provision, language)).join('; ')
      : stateName(cell.state, row, language),
  )
  const counts = STATES.map(({ state }) => row.cells.filter(cell => cell.state === state).length)
  const spread = row.spread === null ? null : Number(row.spread.toPrecision(6))
  return [row.topic.zh, row.topic.en, row.measure, spread, ...counts, ...cells]
}

/** Number of provisions in the rows. */
export function provisionCount(rows: Row[]): number {
  return rows.reduce((sum, row) => sum + marksOf(row).length, 0)
}
