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
}

export interface Table {
  /** File name without ending. */
  name: string
  title: string
  description: string
  columns: Column[]
  rows: Cell[][]
}

/** A column together with how its cell is read from a row's datum. */
export interface Field<Row> extends Column {
  cell: (row: Row) => Cell | undefined
}

/** Lays data out as a table: one row for each datum, in the order given. */
export function tableOf<Row>(
  about: Omit<Table, 'columns' | 'rows'>,
  fields: Field<Row>[],
  data: Row[],
): Table {
  const columns = fields.map(({ name, type, title, description }) => ({ name, type, title, description }))
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
