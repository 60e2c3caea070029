import { max, min } from 'd3-array'
import {
  BOLD_SHIFT,
  CLOSE_GAP,
  COLUMN_GAP,
  COLUMN_TEXT,
  ENOUGH_ROWS,
  PAGES_WITH_STRIP,
  ROWS_ACROSS,
  ROWS_IN_COLUMNS,
  SAME_ROW,
  SPACE_GAP,
  STRIP_STEPS,
} from './thresholds.ts'

/** A stretch of text as pdf.js gives it; `x`, `y` of its base line's start in points, y upwards. */
export interface PdfPiece {
  text: string
  x: number
  y: number
  width: number
  size: number
  /** Set at an angle: a watermark or a margin note. */
  turned: boolean
}

export interface PdfPage {
  number: number
  width: number
  height: number
  pieces: PdfPiece[]
}

/** A printed line: its text with inner gaps as single spaces, and where it stands. */
export interface PdfLine {
  text: string
  x: number
  right: number
  y: number
  size: number
  turned: boolean
  /** Which column of the page it stands in; `whole` on a page without columns, or across them. */
  side: 'whole' | 'left' | 'right'
}

export interface LaidOutPage {
  number: number
  columns: number
  lines: PdfLine[]
}

/**
 * Lines of each page in reading order: top to bottom; where a page has a gutter, the left column before the right.
 * A page too short to show a gutter has the one of the other pages, unless its text runs across.
 */
export function layOut(pages: PdfPage[]): LaidOutPage[] {
  const upright = pages.map(page => page.pieces.filter(piece => !piece.turned))
  const gutters = pages.map((page, index) => gutterOf(printedRows(upright[index]!), page))
  const found = gutters.filter(gutter => gutter !== null).sort((a, b) => a - b)
  const common = found.length >= pages.length * PAGES_WITH_STRIP ? found[found.length >> 1] : undefined
  return pages.map((page, index) => {
    const fits = common !== undefined && runningAcross(printedRows(upright[index]!), common) <= ROWS_ACROSS
    return layOutPage(page, upright[index]!, gutters[index] ?? (fits ? common : null))
  })
}

function layOutPage(page: PdfPage, upright: PdfPiece[], gutter: number | null): LaidOutPage {
  const lines = gutter === null ? printedRows(upright).map(lineOf) : inColumns(upright, gutter)
  const turned = page.pieces
    .filter(piece => piece.turned)
    .map(piece => ({ ...lineOf([piece]), turned: true }))
  const placed = [...lines, ...turned].map(line => ({ ...line, side: columnOf(line, gutter) }))
  return { number: page.number, columns: gutter === null ? 1 : 2, lines: placed }
}

function columnOf(line: Omit<PdfLine, 'side'>, gutter: number | null): PdfLine['side'] {
  if (gutter === null || (line.x < gutter && line.right > gutter)) return 'whole'
  return line.x < gutter ? 'left' : 'right'
}

/** Pieces on one base line, left to right; rows from the top. A piece belongs to the row whose base line is within half its size. */
function printedRows(pieces: PdfPiece[]): PdfPiece[][] {
  const rows: { y: number; size: number; pieces: PdfPiece[] }[] = []
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && row.y - piece.y < Math.min(row.size, piece.size) * SAME_ROW) row.pieces.push(piece)
    else rows.push({ y: piece.y, size: piece.size, pieces: [piece] })
  }
  return rows.map(row => row.pieces.sort((a, b) => a.x - b.x))
}

function lineOf(row: PdfPiece[]): Omit<PdfLine, 'side'> {
  let text = ''
  let end = row[0]!.x
  for (const piece of row) {
    const gap = piece.x - end
    if (text !== '' && gap > piece.size * SPACE_GAP && !text.endsWith(' ')) text += ' '
    // The same characters drawn twice a hair apart are how some printers make bold type.
    if (isShadow(row, piece)) continue
    text += piece.text
    end = Math.max(end, piece.x + piece.width)
  }
  const trimmed = text.trim()
  const size = max(row, piece => piece.size)!
  return { text: trimmed, x: row[0]!.x, right: end, y: row[0]!.y, size, turned: false }
}

function isShadow(row: PdfPiece[], piece: PdfPiece): boolean {
  const before = row[row.indexOf(piece) - 1]
  return before !== undefined && before.text === piece.text && piece.x - before.x < piece.size * BOLD_SHIFT
}

/**
 * Middle of the white strip that parts two columns, or null. There must be many rows with text on both sides of it,
 * hardly any text across it, and it must lie in the middle third of the text.
 */
function gutterOf(rows: PdfPiece[][], page: PdfPage): number | null {
  const lines = rows.map(row => row.filter(piece => piece.text.trim() !== ''))
  if (lines.length < ENOUGH_ROWS) return null
  const left = min(lines, row => row[0]!.x)!
  const width = max(lines, row => row.at(-1)!.x + row.at(-1)!.width)! - left
  let most = lines.length * ROWS_IN_COLUMNS
  let strip: number[] = []
  for (let at = left + width / 3; at <= left + (width * 2) / 3; at += page.width / STRIP_STEPS) {
    const both = lines.filter(row => isParted(row, at)).length
    if (both < most || runningAcross(lines, at) > ROWS_ACROSS) continue
    if (both > most) strip = []
    most = both
    strip.push(at)
  }
  return strip[strip.length >> 1] ?? null
}

/** Share of the rows that have text across `at`. */
function runningAcross(rows: PdfPiece[][], at: number): number {
  const crossing = rows.filter(row => runsAcross(row, at))
  return crossing.length / Math.max(1, rows.length)
}

function runsAcross(row: PdfPiece[], at: number): boolean {
  return row.some(piece => piece.x < at - 1 && piece.x + piece.width > at + 1)
}

/** Whether the pieces on both sides of `at` stand as close as in one line: a page number in the middle. */
function isClose(row: PdfPiece[], at: number): boolean {
  const before = row.findLast(piece => piece.x + piece.width <= at + 1)
  const after = row.find(piece => piece.x >= at - 1)
  return (
    before !== undefined &&
    after !== undefined &&
    after.x - (before.x + before.width) < after.size * CLOSE_GAP
  )
}

/** Whether a row has a gap of a character's width or more at `at`, and a good deal of text on both sides. */
function isParted(row: PdfPiece[], at: number): boolean {
  const before = row.filter(piece => piece.x + piece.width <= at + 1)
  const after = row.filter(piece => piece.x >= at - 1)
  if (before.length === 0 || after.length === 0 || before.length + after.length < row.length) return false
  const gap = after[0]!.x - (before.at(-1)!.x + before.at(-1)!.width)
  const length = (pieces: PdfPiece[]) => pieces.reduce((sum, piece) => sum + piece.text.trim().length, 0)
  return gap >= row[0]!.size * COLUMN_GAP && length(before) >= COLUMN_TEXT && length(after) >= COLUMN_TEXT
}

/** Lines across the gutter end a band; within a band the left column comes before the right. */
function inColumns(pieces: PdfPiece[], gutter: number): Omit<PdfLine, 'side'>[] {
  const lines: Omit<PdfLine, 'side'>[] = []
  let band: PdfPiece[] = []
  const flush = () => {
    for (const side of [band.filter(piece => piece.x < gutter), band.filter(piece => piece.x >= gutter)])
      for (const row of printedRows(side)) lines.push(lineOf(row))
    band = []
  }
  for (const row of printedRows(pieces)) {
    const crosses = runsAcross(row, gutter) || isClose(row, gutter)
    if (!crosses) for (const piece of row) band.push(piece)
    else {
      flush()
      lines.push(lineOf(row))
    }
  }
  flush()
  return lines
}
