import { type Flow, lineIndexAt } from '../text/lines.ts'
import { slice, spanOf } from '../text/passage.ts'
import type { Article, Item, Paragraph, Problem, Range, Subitem } from '../types.ts'
import { openingLines } from './breaks.ts'
import type { Candidate } from './classify.ts'
import type { DivisionMark, Outline } from './outline.ts'

/**
 * From the outline to articles with paragraphs 款, items 项 and subitems 目.
 */

export interface Body {
  articles: Article[]
  problems: Problem[]
}

/** `opens` are the flow positions where a block begins; `divisionOf` tells the division a position stands in. */
export function articlesOf(
  id: string,
  flow: Flow,
  outline: Outline,
  body: Range,
  opens: number[],
  divisionOf: (at: number) => string | null,
): Body {
  const marks = outline.candidates.filter(each => isListMark(each, outline))
  const problems: Problem[] = []
  const articles = outline.articles.map((mark, index) => {
    const end = endOfArticle(outline, index, body.to)
    const number = mark.inserted ? `${mark.number}-${mark.inserted}` : String(mark.number)
    const address = `${id}/${number}`
    const pieces = piecesOf(flow, { from: mark.to, to: end }, opens, marks)
    const paragraphs = paragraphsOf(address, flow, pieces, problems)
    const span = wholeSpan(flow, { from: mark.from, to: Math.max(end, mark.to) })
    return { address, number, label: mark.label, division: divisionOf(mark.from), paragraphs, ...span }
  })
  return { articles, problems }
}

function endOfArticle(outline: Outline, index: number, to: number): number {
  const from = outline.articles[index]!.from
  const next = outline.articles[index + 1]?.from ?? to
  const division = nextDivision(outline.divisions, from)
  return Math.min(next, division?.from ?? to, to)
}

function nextDivision(divisions: DivisionMark[], from: number): DivisionMark | undefined {
  let low = 0
  let high = divisions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (divisions[middle]!.from <= from) low = middle + 1
    else high = middle
  }
  return divisions[low]
}

const LIST_STYLES = new Set(['comma', 'brackets', 'digits', 'digit-brackets', 'circle'])

function isListMark({ style, weight }: Candidate, outline: Outline): boolean {
  return LIST_STYLES.has(style) && style !== outline.style && weight > 0
}

/** Flow positions where a block begins, in order: headings, labels, paragraphs, and lines outside the body. */
export function openingsOf(flow: Flow, outline: Outline, body: Range): number[] {
  const sure = new Set<number>()
  for (const each of outline.articles) sure.add(each.from).add(each.to)
  for (const each of outline.divisions) sure.add(each.from).add(each.headingTo)
  for (const each of outline.candidates)
    if (isListMark(each, outline) && each.weight >= 3) sure.add(each.from)
  const opens = openingLines(flow, sure, body)
  return flow.lines.flatMap((line, index) => (opens[index] ? [line.from] : []))
}

/** A stretch that begins a paragraph, or an item when it carries a mark. */
interface Piece extends Range {
  mark: Candidate | null
}

function piecesOf(flow: Flow, range: Range, opens: number[], marks: Candidate[]): Piece[] {
  const byPlace = new Map<number, Candidate | null>()
  byPlace.set(range.from, null)
  for (const at of inside(opens, range, at => at)) byPlace.set(at, null)
  for (const mark of inside(marks, range, mark => mark.from)) byPlace.set(mark.from, mark)
  const places = [...byPlace.keys()].sort((a, b) => a - b)
  return places
    .map((from, index) => ({ from, to: places[index + 1] ?? range.to, mark: byPlace.get(from) ?? null }))
    .filter(piece => piece.to > piece.from)
}

/** The elements of a sorted list that stand inside the range. */
function inside<T>(sorted: T[], range: Range, place: (element: T) => number): T[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (place(sorted[middle]!) < range.from) low = middle + 1
    else high = middle
  }
  const found: T[] = []
  for (let index = low; index < sorted.length && place(sorted[index]!) < range.to; index++)
    found.push(sorted[index]!)
  return found
}

interface OpenList {
  style: Candidate['style']
  last: number
}

function paragraphsOf(address: string, flow: Flow, pieces: Piece[], problems: Problem[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let lists: OpenList[] = []
  for (const piece of pieces) {
    const paragraph = paragraphs.at(-1)
    const depth = piece.mark && paragraph ? depthOf(piece.mark, lists) : -1
    if (!piece.mark || depth < 0) {
      paragraphs.push(openParagraph(address, flow, piece, paragraphs.length + 1))
      lists = []
    } else {
      lists = [...lists.slice(0, depth), { style: piece.mark.style, last: piece.mark.number }]
      addItem(flow, paragraph!, piece, depth, problems)
    }
  }
  return paragraphs
}

/** 0 for an item, 1 for a subitem, -1 where the mark does not count on from anything. */
function depthOf(mark: Candidate, lists: OpenList[]): number {
  const open = lists.findIndex(list => list.style === mark.style)
  if (open >= 0) return mark.number === lists[open]!.last + 1 ? open : -1
  return mark.number === 1 && lists.length < 2 ? lists.length : -1
}

function openParagraph(address: string, flow: Flow, { from, to }: Range, number: number): Paragraph {
  const range = { from, to }
  return {
    address: `${address}/${number}`,
    number,
    passage: slice(flow.passage, range),
    items: [],
    ...wholeSpan(flow, range),
  }
}

function addItem(flow: Flow, paragraph: Paragraph, piece: Piece, depth: number, _problems: Problem[]): void {
  const mark = piece.mark!
  const span = wholeSpan(flow, piece)
  const holder: Paragraph | Item = depth === 0 ? paragraph : paragraph.items.at(-1)!
  const unit: Subitem = {
    address: `${holder.address}/${mark.number}`,
    number: String(mark.number),
    label: mark.label,
    passage: slice(flow.passage, { from: mark.to, to: piece.to }),
    ...span,
  }
  if (depth === 0) paragraph.items.push({ ...unit, subitems: [] })
  else paragraph.items.at(-1)!.subitems.push(unit)
  paragraph.end = span.end
  if (depth > 0) paragraph.items.at(-1)!.end = span.end
}

/** The source span of a flow range, with the noise that ends its last line: a footnote mark belongs to what it marks. */
function wholeSpan(flow: Flow, range: Range): { start: number; end: number } {
  const span = spanOf(flow.passage, range)
  const line = flow.lines[lineIndexAt(flow.lines, range.to - 1)]!
  return { start: span.start, end: range.to === line.to ? Math.max(span.end, line.end) : span.end }
}
