import type { Noise, Passage, Range, Span } from '../types.ts'
import { isLayout } from './fold.ts'
import { passageOf } from './passage.ts'

/**
 * A printed line with something on it. `start`/`end` is its visible stretch of the source, `from`/`to` what is left of
 * it in the flow (nothing, `from === to`, where all of it is noise). Widths count half-width cells as a printer would.
 */
export interface Line extends Span, Range {
  /** Cells of white space before the first visible character. */
  indent: number
  /** Cells and UTF-16 units of the visible stretch, inner spaces included. */
  width: number
  units: number
  /** Empty lines between this line and the one before. */
  blanks: number
  /** A page ended before this line: a form feed or a line of page furniture stood between. */
  page: boolean
}

/** The whole document as one passage without layout and noise, and the printed lines it came from. */
export interface Flow {
  passage: Passage
  /** Lines that still hold text, in order; their `from` and `to` tile the passage. */
  lines: Line[]
  /** Whether white space stood in the source right before this flow position. */
  gapBefore: (at: number) => boolean
}

/** Printed lines of a source, empty ones left out. Any of the line ends in use closes a line, a form feed too. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = []
  let blanks = 0
  let page = false
  for (let start = 0; start <= source.length; ) {
    const end = endOfLine(source, start)
    const line = lineOf(source, start, end)
    if (line) {
      lines.push({ ...line, blanks, page })
      blanks = 0
      page = false
    } else blanks++
    if (source[end] === '\f') page = true
    start = end + (source[end] === '\r' && source[end + 1] === '\n' ? 2 : 1)
  }
  return lines
}

function endOfLine(source: string, from: number): number {
  let at = from
  while (at < source.length && !isLineEnd(source.charCodeAt(at))) at++
  return at
}

function isLineEnd(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029
}

function lineOf(source: string, lineStart: number, lineEnd: number): Omit<Line, 'blanks' | 'page'> | null {
  let start = lineStart
  let end = lineEnd
  while (start < end && isLayout(source[start]!)) start++
  while (end > start && isLayout(source[end - 1]!)) end--
  if (start === end) return null
  const indent = cellsOf(source, lineStart, start)
  return { start, end, from: 0, to: 0, indent, width: cellsOf(source, start, end), units: end - start }
}

/** Half-width cells of a stretch: two for every character that Chinese type sets full-width. */
export function cellsOf(text: string, start: number, end: number): number {
  let cells = 0
  for (let at = start; at < end; at++) cells += cellOf(text.charCodeAt(at))
  return cells
}

/** Cells of one UTF-16 unit. Quotation marks, dashes and the like (U+2010 on) are full-width in Chinese type. */
export function cellOf(code: number): number {
  return code < 0x2010 || (code >= 0xff61 && code <= 0xffdc) ? 1 : 2
}

/** Joins what layout and noise leave. `folded` has the source's length; noise is sorted and does not overlap. */
export function flowOf(folded: string, lines: Line[], noise: Noise[]): Flow {
  const kept: number[] = []
  const flowLines: Line[] = []
  let next = 0
  let page = false
  for (const line of lines) {
    const from = kept.length
    for (let at = line.start; at < line.end; at++) {
      while (next < noise.length && noise[next]!.span.end <= at) next++
      if (next < noise.length && noise[next]!.span.start <= at)
        at = Math.min(noise[next]!.span.end, line.end) - 1
      else if (!isLayout(folded[at]!)) kept.push(at)
    }
    const empty = kept.length === from
    if (!empty) flowLines.push({ ...line, from, to: kept.length, page: line.page || page })
    page = empty
  }
  const gapBefore = (at: number) => at > 0 && at < kept.length && isLayout(folded[kept[at]! - 1] ?? '\n')
  return { passage: passageOf(folded, kept), lines: flowLines, gapBefore }
}

/** Index of the line that holds the flow position; of the last line for positions past the end; -1 without lines. */
export function lineIndexAt(lines: Line[], at: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.from <= at) low = middle
    else high = middle - 1
  }
  return high < 0 ? -1 : low
}
