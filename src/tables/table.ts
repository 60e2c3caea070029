/**
 * What a table is: columns with what they hold, and rows of cells. CSV, workbook, data package and downloads
 * of the page are all written from this one form.
 */

/** An empty cell is null: a missing value. */
export type Cell = string | number | null

export interface Column {
  /** snake_case, a contract (formats.md). */
  name: string
  type: 'string' | 'integer' | 'number' | 'boolean'
  /** Chinese title for readers. */
  title: string
  description: string
  /** All values that stand in it, where they are few and closed. */
  oneOf?: readonly string[]
}

export interface Table {
  /** File name without ending. */
  name: string
  title: string
  description: string
  /** The columns that tell its rows apart. */
  primaryKey?: string[]
  /** Columns that name rows of other tables, or nothing. */
  foreignKeys?: { field: string; table: string; key: string }[]
  columns: Column[]
  rows: Cell[][]
}

/** A column together with how its cell is read from a row's datum. */
export interface Field<Row> extends Column {
  cell: (row: Row) => Cell | undefined
}

/**
 * What a text with a span is made of, in the words of its column's description; a test reads these words and holds every
 * such text of every table to them.
 */
export const ORIGINAL = '源文本的原字，去空白与杂质'
export const CLEAN = '净文：去空白与杂质，转简体，归一宽度'
export const CLEAN_LINES = `${CLEAN}；款、项、目各起一行`
export const UNIT_TEXT = `${CLEAN_LINES}，不含条的序号与题注`

/** Lays data out as a table: one row for each datum, in the order given. */
export function tableOf<Row>(
  about: Omit<Table, 'columns' | 'rows'>,
  fields: Field<Row>[],
  data: Row[],
): Table {
  const columns = fields.map(({ cell: _, ...column }) => column)
  return { ...about, columns, rows: data.map(row => fields.map(field => field.cell(row) ?? null)) }
}

/** A column of text. */
export function text<Row>(
  name: string,
  title: string,
  description: string,
  cell: (row: Row) => Cell | undefined,
): Field<Row> {
  return { name, type: 'string', title, description, cell }
}

/** A column of whole numbers. */
export function integer<Row>(
  name: string,
  title: string,
  description: string,
  cell: (row: Row) => Cell | undefined,
): Field<Row> {
  return { name, type: 'integer', title, description, cell }
}

/** A column of numbers. */
export function number<Row>(
  name: string,
  title: string,
  description: string,
  cell: (row: Row) => Cell | undefined,
): Field<Row> {
  return { name, type: 'number', title, description, cell }
}

/** A column of true or false. */
export function flag<Row>(
  name: string,
  title: string,
  description: string,
  cell: (row: Row) => boolean | undefined,
): Field<Row> {
  const written = (row: Row) => cell(row)?.toString()
  return { name, type: 'boolean', title, description, cell: written }
}
