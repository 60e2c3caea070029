import { type Flow, lineIndexAt } from '../text/lines.ts'
import { originOf, slice, spanOf } from '../text/passage.ts'
import type { Article, Item, Paragraph, Problem, Range, Span, Subitem } from '../types.ts'
import { openingLines } from './breaks.ts'
import { type ArticleBlock, type Doubt, type Entry, entriesOf } from './entries.ts'
import type { DivisionMark } from './headings.ts'
import { type Headings, itemHeadings } from './item-headings.ts'
import { type Candidate, numberOf } from './labels/classify.ts'
import { firstAtOrAfter } from './labels/places.ts'
import type { Outline } from './outline.ts'
import { LIKELY_LABEL } from './thresholds.ts'

/**
 * From the outline to articles with paragraphs 款, items 项 and subitems 目; their addresses are `under` and their number. `starts` are the flow positions where each
 * article's text begins, after label and caption; `opens` where a block begins; `divisionOf` gives the address of
 * the division that a position stands in.
 */
export function articlesOf(
  under: string,
  flow: Flow,
  outline: Outline,
  body: Range,
  starts: number[],
  opens: number[],
  divisionOf: (at: number) => string | null,
): { articles: Article[]; problems: Problem[] } {
  const marks = listMarks(outline)
  const headed = itemHeadings(flow, outline, marks)
  const problems: Problem[] = []
  const articles = outline.articles.map((mark, index) => {
    const start = starts[index]!
    const range = { from: start, to: Math.max(start, endOfArticle(outline, index, body.to)) }
    const { entries, doubts } = entriesOf(flow, articleBlocks(range, opens, marks, headed))
    problems.push(...doubts.map(doubt => itemProblem(flow, doubt)))
    const address = `${under}${numberOf(mark)}`
    const division = divisionOf(mark.from)
    const paragraphs = paragraphsOf(address, flow, entries)
    const span = wholeSpan(flow, { from: mark.from, to: range.to })
    const heading = flow.passage.text.slice(mark.to, start).replace(/^[【（〔[]|[】）〕\]]$/g, '')
    const caption = heading === '' ? {} : { heading }
    return { address, number: numberOf(mark), label: mark.label, ...caption, division, paragraphs, ...span }
  })
  return { articles, problems }
}

/** A doubt about the numbering of items as a problem of the document. */
export function itemProblem(flow: Flow, { rule, message, from, to }: Doubt): Problem {
  const severity = rule === 'item-label-lost' ? 'note' : 'warning'
  return { rule, severity, message, span: spanOf(flow.passage, { from, to }) }
}

function endOfArticle(outline: Outline, index: number, to: number): number {
  const mark = outline.articles[index]!
  const next = outline.articles[index + 1]?.from ?? to
  const division = nextDivision(outline.divisions, mark.from)
  return Math.max(mark.to, Math.min(next, division?.from ?? to, to))
}

function nextDivision(divisions: DivisionMark[], from: number): DivisionMark | undefined {
  return divisions[firstAtOrAfter(divisions, from + 1, each => each.from)]
}

const LIST_STYLES = new Set(['comma', 'brackets', 'digits', 'digit-brackets', 'circle'])

function listMarks(outline: Outline): Candidate[] {
  return outline.candidates.filter(each => isListMark(each, outline))
}

function isListMark({ style, weight }: Candidate, outline: Outline): boolean {
  return LIST_STYLES.has(style) && style !== outline.style && weight > 0
}

/** What is known of the annexes before their lines are read. */
export interface AnnexLayout {
  /** Where a block begins for certain: labels, headings, rows of tables. */
  sure: Iterable<number>
  /** Annexes that are sets of rules: their lines are read as those of the articles are. */
  rules: Range[]
  /** Other annexes: tables, lists and forms beside prose. */
  mixed: Range[]
}

/**
 * Flow positions where a block begins, in order: headings, labels, paragraphs, and lines outside the body; and the lines
 * that may begin a paragraph or not, as far as the page shows.
 */
export function openingsOf(
  flow: Flow,
  outline: Outline,
  body: Range,
  starts: number[],
  settled: boolean,
  annexes: AnnexLayout,
): { opens: number[]; unsure: Range[] } {
  const sure = new Set<number>(annexes.sure)
  for (const each of outline.articles) sure.add(each.from)
  for (const at of starts) sure.add(at)
  for (const each of outline.divisions) sure.add(each.from).add(each.headingTo)
  const marks = listMarks(outline)
  for (const each of marks) if (each.weight >= LIKELY_LABEL) sure.add(each.from)
  for (const [at, to] of itemHeadings(flow, outline, marks)) sure.add(at).add(to)
  const { opens, unsure } = openingLines(flow, sure, { body, ...annexes }, settled)
  return { opens: flow.lines.flatMap((line, index) => (opens[index] ? [line.from] : [])), unsure }
}

/** The blocks of a range of one article: one at its beginning, one at each opening, one at each list mark. */
export function articleBlocks(
  range: Range,
  opens: number[],
  marks: Candidate[],
  headed: Headings,
): ArticleBlock[] {
  const firm = new Set([range.from, ...inside(opens, range, at => at)])
  const marked = new Map(inside(marks, range, mark => mark.from).map(mark => [mark.from, mark]))
  const places = [...new Set([...firm, ...marked.keys()])].sort((a, b) => a - b)
  return places
    .map((from, index) => ({
      from,
      to: places[index + 1] ?? range.to,
      mark: marked.get(from) ?? null,
      firm: firm.has(from),
      headed: headed.has(from),
    }))
    .filter(block => block.to > block.from)
}

/** The elements of a sorted list that stand inside the range. */
function inside<T>(sorted: T[], range: Range, place: (element: T) => number): T[] {
  const from = firstAtOrAfter(sorted, range.from, place)
  return sorted.slice(from, firstAtOrAfter(sorted, range.to, place))
}

/** The entries as paragraphs with their items; the first paragraph's number is `first`. */
export function paragraphsOf(address: string, flow: Flow, entries: Entry[], first = 1): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const entry of entries) {
    if (entry.depth === -1) paragraphs.push(paragraphOf(address, flow, entry, paragraphs.length + first))
    else addItemTo(flow, paragraphs.at(-1)!, entry)
  }
  return paragraphs
}

function paragraphOf(article: string, flow: Flow, entry: Entry, number: number): Paragraph {
  const address = `${article}/${number}`
  return { address, number, passage: slice(flow.passage, entry), items: [], ...wholeSpan(flow, entry) }
}

/** Adds the item or subitem to the paragraph, which then reaches to its end. */
function addItemTo(flow: Flow, paragraph: Paragraph, entry: Entry): void {
  const item = paragraph.items.at(-1)
  if (entry.depth === 0) paragraph.items.push({ ...unitOf(flow, paragraph, entry), subitems: [] })
  else if (item) {
    item.subitems.push(unitOf(flow, item, entry))
    item.end = item.subitems.at(-1)!.end
  }
  paragraph.end = paragraph.items.at(-1)!.end
}

function unitOf(flow: Flow, holder: Paragraph | Item, entry: Entry): Subitem {
  return {
    address: `${holder.address}/${entry.number}`,
    number: String(entry.number),
    label: entry.label,
    passage: slice(flow.passage, { from: entry.labelTo, to: entry.to }),
    ...wholeSpan(flow, entry),
  }
}

/** The source span of a flow range, with the noise that ends its last line: a footnote mark belongs to what it marks. */
export function wholeSpan(flow: Flow, range: Range): Span {
  if (range.to <= range.from) {
    const at = originOf(flow.passage, range.from)
    return { start: at, end: at }
  }
  const span = spanOf(flow.passage, range)
  const line = flow.lines[lineIndexAt(flow.lines, range.to - 1)]!
  return { start: span.start, end: range.to === line.to ? Math.max(span.end, line.end) : span.end }
}
