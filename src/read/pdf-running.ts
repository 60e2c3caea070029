import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import { fold } from '../text/fold.ts'
import type { ExtractLine } from './extract.ts'
import type { LaidOutPage, PdfLine, PdfPage } from './pdf-layout.ts'
import {
  COMMON_LEADING,
  EDGE_LINES,
  FULL_LINE,
  HABIT_OF_LINES,
  PAGE_MARGIN,
  PARAGRAPH_GAP,
  RECURRING_LINES,
  SAME_EDGE,
  SAME_HEIGHT,
  SAME_SIZE,
  WIDEST_INDENT,
} from './thresholds.ts'

/**
 * Lines of all pages as text lines, with what their place shows: running heads and feet (the same words, digits apart,
 * at the same height of several pages, at the edge of the page), page numbers, watermarks are named; indents become
 * ideographic spaces; a line that fills its column before one that is not indented goes on in it.
 */
export function nameRunningLines(pages: LaidOutPage[], sheets: PdfPage[]): ExtractLine[] {
  const running = runningKeys(pages)
  const placed = pages.flatMap((page, index) => {
    const edges = edgeLines(page)
    return page.lines.map(line => ({
      line,
      page: page.number,
      noise: noiseOf(line, sheets[index]!, edges, running),
    }))
  })
  const kept = placed.filter(({ noise }) => noise === null)
  const body = typeAreaOf(kept)
  const nextOf = new Map(kept.map((each, index) => [each, kept[index + 1]]))
  return placed.flatMap(each => {
    if (each.noise) return [{ text: each.line.text, noise: each.noise }]
    const next = nextOf.get(each)
    const text = '　'.repeat(indentOf(each, body)) + each.line.text
    const line = { text, wrapped: goesOn(each, next, body) }
    // Space between paragraphs is what an empty line is in plain text.
    return next && isApart(each, next, body) ? [line, { text: '' }] : [line]
  })
}

/** The lines at the top and bottom of the page, by height: in two columns they are not the first and last read. */
function edgeLines(page: LaidOutPage): Set<PdfLine> {
  const heights = page.lines.filter(line => !line.turned).sort((a, b) => b.y - a.y)
  return new Set([...heights.slice(0, EDGE_LINES), ...heights.slice(-EDGE_LINES)])
}

/** Words without digits and spaces, with the height they stand at. */
function keyOf(line: PdfLine): string {
  return `${Math.round(line.y / SAME_HEIGHT)} ${fold(line.text).replace(DIGITS, '')}`
}
const DIGITS = new RegExp(String.raw`[\s\d${CHINESE_NUMERAL}]`, 'g')

function runningKeys(pages: LaidOutPage[]): Set<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const keys = [...edgeLines(page)]
      .filter(line => pages.length > 1 || IS_PAGE_NUMBER.test(fold(line.text)))
      .map(keyOf)
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  // Odd and even pages may have heads of their own; a first and a last page may have none.
  const enough = Math.min(pages.length, Math.max(2, pages.length * RECURRING_LINES))
  return new Set([...counts].filter(([, count]) => count >= enough).map(([key]) => key))
}

const IS_PAGE_NUMBER = new RegExp(
  String.raw`^[\s\-—·.|]*(第\s*)?[\dIVXivx${CHINESE_NUMERAL}]{1,5}(\s*页)?(\s*[/,，]?\s*共?\s*\d{1,4}\s*页?)?[\s\-—·.|]*$`,
)

function noiseOf(line: PdfLine, sheet: PdfPage, edges: Set<PdfLine>, running: Set<string>): string | null {
  if (line.turned) return 'watermark'
  const margin = line.y < sheet.height * PAGE_MARGIN || line.y > sheet.height * (1 - PAGE_MARGIN)
  // A repeated line inside the type area could be a repeated rule; furniture stands in the margin.
  if (!edges.has(line) || !margin || !running.has(keyOf(line))) return null
  return IS_PAGE_NUMBER.test(fold(line.text)) ? 'page-number' : 'running-head'
}

/** What the layout of the pages shows of their text. */
interface TypeArea {
  /** Most frequent type size. */
  size: number
  /** Usual distance of two lines of a paragraph. */
  leading: number
  /** Whether first lines are indented, and whether paragraphs stand apart. */
  indents: boolean
  gaps: boolean
  /** Left and right edge of the text by column and by odd and even pages, whose margins may be mirrored. */
  edges: Map<string, { left: number; right: number }>
}

interface PlacedLine {
  line: PdfLine
  page: number
}

function typeAreaOf(lines: PlacedLine[]): TypeArea {
  const size = typeSizeOf(lines)
  // Headings and notes in other sizes may hang out on either side.
  const text = lines.filter(({ line }) => Math.abs(line.size - size) <= size * SAME_SIZE)
  const edges: TypeArea['edges'] = new Map()
  for (const { line, page } of text) widen(edges, edgeKey(line, page), { left: line.x, right: line.right })
  for (const side of ['whole', 'left', 'right']) uniteUnlessMirrored(edges, `${side} 0`, `${side} 1`, size)
  const leading = leadingOf(text)
  const body = { size, leading, edges, indents: false, gaps: false }
  const pairs = text.slice(1).map((next, index) => [text[index]!, next] as const)
  const many = Math.max(2, pairs.length * HABIT_OF_LINES)
  body.indents = text.filter(each => indentOf(each, body) > 0).length >= many
  body.gaps = pairs.filter(([each, next]) => isApart(each, next, body)).length >= many
  return body
}

function typeSizeOf(lines: PlacedLine[]): number {
  const weight = new Map<number, number>()
  for (const { line } of lines) {
    const size = Math.round(line.size * 2) / 2
    weight.set(size, (weight.get(size) ?? 0) + line.text.length)
  }
  return [...weight].reduce((best, next) => (next[1] > best[1] ? next : best), [12, 0])[0]
}

/** The smallest distance that is common: where paragraphs are short and set apart, most distances are larger. */
function leadingOf(lines: PlacedLine[]): number {
  const counts = new Map<number, number>()
  for (const [index, { line, page }] of lines.entries()) {
    const next = lines[index + 1]
    const distance = next && next.page === page ? Math.round(line.y - next.line.y) : 0
    if (distance > 0) counts.set(distance, (counts.get(distance) ?? 0) + 1)
  }
  const common = [...counts]
    .filter(([, count]) => count >= lines.length * COMMON_LEADING)
    .map(([distance]) => distance)
  return Math.min(...common)
}

function widen(
  edges: TypeArea['edges'],
  key: string,
  { left, right }: { left: number; right: number },
): void {
  const edge = edges.get(key) ?? { left, right }
  edges.set(key, { left: Math.min(edge.left, left), right: Math.max(edge.right, right) })
}

/** Odd and even pages have the same edges, unless both edges are moved alike: a page of indented lines only has no left edge. */
function uniteUnlessMirrored(edges: TypeArea['edges'], even: string, odd: string, size: number): void {
  const [a, b] = [edges.get(even), edges.get(odd)]
  if (!a || !b) return
  const moved = a.left - b.left
  if (Math.abs(moved) > size * SAME_EDGE && Math.abs(moved - (a.right - b.right)) < size * SAME_EDGE) return
  widen(edges, even, b)
  widen(edges, odd, a)
}

function edgeKey(line: PdfLine, page: number): string {
  return `${line.side} ${page % 2}`
}

function indentOf({ line, page }: PlacedLine, { size, edges }: TypeArea): number {
  const left = edges.get(edgeKey(line, page))?.left ?? line.x
  return Math.max(0, Math.min(WIDEST_INDENT, Math.round((line.x - left) / size)))
}

/**
 * Whether the paragraph surely goes on in the next line: this line reaches its column's right edge (but for what could not
 * be parted), and the next stands at the left edge, no farther down than usual. Where nothing sets paragraphs apart, a line
 * that ends a sentence may be the last of one.
 */
function goesOn(placed: PlacedLine, next: PlacedLine | undefined, body: TypeArea): boolean {
  const edge = body.edges.get(edgeKey(placed.line, placed.page))
  if (!next || !edge) return false
  const full = placed.line.right >= edge.right - body.size * FULL_LINE
  const alike = Math.abs(next.line.size - placed.line.size) < body.size * SAME_SIZE
  const claimed =
    body.indents || (body.gaps && next.page === placed.page) || !/[。；：！？]$/.test(placed.line.text)
  return full && alike && claimed && !isApart(placed, next, body) && indentOf(next, body) === 0
}

function isApart(
  { line, page }: PlacedLine,
  next: PlacedLine,
  { leading }: Pick<TypeArea, 'leading'>,
): boolean {
  return next.page === page && line.y - next.line.y > leading * PARAGRAPH_GAP
}
