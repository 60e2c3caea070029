import type { Flow, Line } from '../../text/lines.ts'
import { rangeOf } from '../../text/passage.ts'
import type { Range } from '../../types.ts'
import { FEWEST_ROWS } from '../thresholds.ts'

/** Tables as every reader of files leaves them: a line for each row, tabs between its cells. */

/** A cell of a row in the flow, with its column from 1. */
export interface Cell extends Range {
  column: number
}

/** Whether white space with a tab in it parts the line. */
export function hasCells({ source }: Flow, { start, end }: Line): boolean {
  const tab = source.indexOf('\t', start)
  return tab >= 0 && tab < end
}

/** The cells of a line that hold text. Tabs before the first are empty cells: there another cell reaches down from above. */
export function cellsOf(flow: Flow, line: Line): Cell[] {
  const { source, passage } = flow
  let column = emptyCellsBefore(source, line.start) + 1
  const cells: Cell[] = []
  let start = line.start
  for (let at = line.start; at <= line.end; at++) {
    if (at < line.end && source[at] !== '\t') continue
    const { from, to } = rangeOf(passage, { start, end: at })
    if (from < to) cells.push({ from, to, column })
    column++
    start = at + 1
  }
  return cells
}

function emptyCellsBefore(source: string, start: number): number {
  let tabs = 0
  for (let at = start - 1; at >= 0 && /[^\S\n\r\f]/.test(source[at]!); at--) if (source[at] === '\t') tabs++
  return tabs
}

/**
 * The lines of a stretch that are rows of tables, by their place in the flow: two or more one below the other. A label and its
 * text with a tab between are no row.
 */
export function rowsIn(flow: Flow, lines: Line[]): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>()
  let open: [number, Cell[]][] = []
  const close = () => {
    if (open.length >= FEWEST_ROWS) for (const [from, cells] of open) rows.set(from, cells)
    open = []
  }
  for (const line of lines) {
    const cells = hasCells(flow, line) ? cellsOf(flow, line) : []
    if (cells.length > 1 && !isLabelled(flow, cells)) open.push([line.from, cells])
    // A row whose other cells reach down from above has one cell, in a later column.
    else if (cells.length === 0 && open.length > 0 && emptyCellsBefore(flow.source, line.start) > 0)
      open.push([line.from, cellsOf(flow, line)])
    else close()
  }
  close()
  return rows
}

function isLabelled({ passage }: Flow, cells: Cell[]): boolean {
  const first = passage.text.slice(cells[0]!.from, cells[0]!.to)
  return cells.length === 2 && LABEL.test(first)
}

const LABEL = /^(?:（[^）]{1,4}）|[^（）]{1,4}[.、）]|第[^条]{1,7}条|[①-⑳])$/
