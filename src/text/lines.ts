import type { Noise, Passage, Range, Span } from '../types.ts'
import { fold, isLayout } from './fold.ts'
import { passageOf } from './passage.ts'

/**
 * A printed line with something on it. `start`/`end` is its visible stretch of the source, `from`/`to` what is left of
 * it in the flow. Widths count half-width cells as a printer would.
 */
export interface Line extends Span, Range {
  /** Cells of white space before the first visible character. */
  indent: number
  /** Cells and UTF-16 units of the visible stretch, inner spaces included. */
  width: number
  units: number
  /** Empty lines between this line and the one before; in a flow those round furniture between them are counted in. */
  blanks: number
  /** A page ended before this line: a form feed or a line of page furniture stood between. */
  page: boolean
}

/** The whole document as one passage without layout and noise, and the printed lines it came from. */
export interface Flow {
  /** The decoded text itself: `line.start` and the passage's origins count in it. */
  source: string
  passage: Passage
  /** Lines that still hold text, in order; their `from` and `to` tile the passage. */
  lines: Line[]
  /** Whether white space stood in the source right before this flow position. */
  gapBefore: (at: number) => boolean
}

/**
 * Printed lines of a source, empty ones left out. Any of the line ends in use closes a line, a form feed too.
 * Characters inside `absent` (sorted, disjoint) do not exist: a line end among them closes nothing.
 */
export function linesOf(source: string, absent: Noise[]): Line[] {
  const lines: Line[] = []
  const skip = skipper(absent)
  let open = emptyLine()
  for (let at = 0; at <= source.length; at++) {
    at = skip(at)
    if (at < source.length && !isLineEnd(source.charCodeAt(at))) extend(open, source, at)
    else {
      const empty = open.units === 0
      if (!empty) lines.push(closed(open))
      open = {
        ...emptyLine(),
        blanks: empty ? open.blanks + 1 : 0,
        page: source[at] === '\f' || (empty && open.page),
      }
      if (source[at] === '\r' && source[at + 1] === '\n') at++
    }
  }
  return lines
}

/** Given ascending positions, the first position at or after each that is outside all stretches. */
function skipper(stretches: Noise[]): (at: number) => number {
  let next = 0
  return at => {
    while (next < stretches.length && stretches[next]!.span.end <= at) next++
    let outside = at
    while (next < stretches.length && stretches[next]!.span.start <= outside)
      outside = Math.max(outside, stretches[next++]!.span.end)
    return outside
  }
}

interface OpenLine extends Line {
  /** Cells of white space that count only if something visible follows. */
  pending: number
}

function emptyLine(): OpenLine {
  return {
    start: 0,
    end: 0,
    from: 0,
    to: 0,
    indent: 0,
    width: 0,
    units: 0,
    blanks: 0,
    page: false,
    pending: 0,
  }
}

function closed({ start, end, from, to, indent, width, units, blanks, page }: OpenLine): Line {
  return { start, end, from, to, indent, width, units, blanks, page }
}

/** Takes one more character into the line: `width` and `units` reach to the last visible one. */
function extend(line: OpenLine, source: string, at: number): void {
  const cell = cellOf(source.charCodeAt(at))
  if (isLayout(source[at]!)) {
    if (line.units === 0) line.indent += cell
    else line.pending += cell
    return
  }
  if (line.units === 0) line.start = at
  line.width += cell + line.pending
  line.pending = 0
  line.end = at + 1
  line.units = line.end - line.start
}

function isLineEnd(code: number): boolean {
  return (code >= 10 && code <= 13) || code === 0x85 || code === 0x2028 || code === 0x2029
}

/** Cells of one UTF-16 unit. Quotation marks, dashes and the like (U+2010 on) are full-width in Chinese type. */
export function cellOf(code: number): number {
  return code < 0x2010 || (code >= 0xff61 && code <= 0xffdc) ? 1 : 2
}

/**
 * Joins what layout and noise leave of a source; noise is sorted and does not overlap. The rest is folded as one text,
 * so a word that a page number had parted is converted as the word it is. `folded` is the source folded as it stands.
 * The lines are taken over, not copied: a file may have millions.
 */
export function flowOf(source: string, folded: string, lines: Line[], noise: Noise[]): Flow {
  const kept: number[] = []
  const flowLines: Line[] = []
  const skip = skipper(noise)
  let page = false
  let blanks = 0
  for (const line of lines) {
    const from = kept.length
    for (let at = skip(line.start); at < line.end; at = skip(at + 1))
      if (!isLayout(source[at]!)) kept.push(at)
    const empty = kept.length === from
    if (!empty)
      flowLines.push(
        Object.assign(line, { from, to: kept.length, page: line.page || page, blanks: line.blanks + blanks }),
      )
    page = empty
    blanks = empty ? blanks + line.blanks : 0
  }
  // A line feed inside a sentence that the file's layout proves to go on is no gap.
  const wraps = new Set(noise.filter(({ kind }) => kind === 'hard-wrap').map(({ span }) => span.end - 1))
  const gapBefore = (at: number) =>
    at > 0 && at < kept.length && isLayout(source[kept[at]! - 1] ?? '\n') && !wraps.has(kept[at]! - 1)
  const passage = passageOf(folded, kept)
  return {
    source,
    passage: noise.length === 0 ? passage : foldedAgain(passageOf(source, kept), passage.text),
    lines: flowLines,
    gapBefore,
  }
}

/**
 * What only lines tell (which full stop of Latin type ends a sentence or a label, which dash is a label) is taken from the
 * text as it stood, unless noise stood right before it.
 */
function foldedAgain({ text, runs }: Passage, standing: string): Passage {
  const again = fold(text)
  const parted = new Set(runs.map(([at]) => at))
  const told = [...text.matchAll(/[.．—–―─-]/g)].filter(
    ({ index }) => /[。一]/.test(standing[index]!) || (standing[index] === '.' && !parted.has(index)),
  )
  if (told.length === 0) return { text: again, runs }
  const characters = again.split('')
  for (const { index } of told) characters[index] = standing[index]!
  return { text: characters.join(''), runs }
}

/** Index of the line that holds the flow position; of the last line for positions past the end; -1 without lines. */
export function lineIndexAt(lines: Range[], at: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (lines[middle]!.from <= at) low = middle
    else high = middle - 1
  }
  return high < 0 ? -1 : low
}
