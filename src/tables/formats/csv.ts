import type { Cell, Table } from '../table.ts'

/**
 * The table as RFC 4180 CSV: byte order mark (so that Excel reads Chinese), header, CRLF after every record.
 * Cells of text that a spreadsheet would run as a formula begin with an apostrophe (see `harmless`).
 */
export function csvOf(table: Table): string {
  const head = table.columns.map(column => column.name)
  const records = [head, ...table.rows.map(row => row.map(printed))]
  return `\ufeff${records.map(record).join('')}`
}

function record(cells: string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`
}

function printed(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : harmless(cell)
}

/**
 * Spreadsheets run text that begins with = + - @ (also full-width, or after a tab or line end) as a formula, quoted or
 * not. The usual remedy is an apostrophe before it; readers that need the bare text take one leading apostrophe off
 * where one of these characters follows. Numbers are never touched, nor a sign that stands alone (a comparator).
 */
export function harmless(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n][\s\S]/.test(text) ? `'${text}` : text
}

/** Takes off what `harmless` put on. */
export function bare(text: string): string {
  return /^'[=+\-@＝＋－＠\t\r\n][\s\S]/.test(text) ? text.slice(1) : text
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
