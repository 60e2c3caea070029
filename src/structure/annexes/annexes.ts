import type { Flow, Line } from '../../text/lines.ts'
import { slice } from '../../text/passage.ts'
import type { Annex, Paragraph, Problem, Range } from '../../types.ts'
import {
  type AnnexLayout,
  articleBlocks,
  articlesOf,
  itemProblem,
  paragraphsOf,
  wholeSpan,
} from '../articles.ts'
import { textStarts } from '../captions.ts'
import { divisionAt, divisionsOf } from '../divisions.ts'
import { entriesOf } from '../entries.ts'
import type { Candidate } from '../labels/classify.ts'
import { hadRoom } from '../labels/room.ts'
import { type Outline, outlineOf } from '../outline.ts'
import { LONGEST_TITLE_LINE, MOST_TITLE_LINES } from '../thresholds.ts'
import { type AnnexStretch, isBare, textOf } from './marks.ts'
import { type Cell, hasCells, rowsIn } from './rows.ts'

/** An annex of which only the lay of its lines is known yet. Places count in the flow of the whole document. */
export interface AnnexDraft extends AnnexStretch {
  /** Where its title ends; `labelTo` where it has none. */
  headingTo: number
  /** Its labels: those of articles where it is a set of rules, else only those of lists. */
  outline: Outline
  rows: Map<number, Cell[]>
}

/** What each stretch holds, as far as its lines must tell before paragraphs are read. */
export function annexDrafts(flow: Flow, candidates: Candidate[], stretches: AnnexStretch[]): AnnexDraft[] {
  return stretches.map(stretch => {
    const lines = flow.lines.slice(stretch.line, stretch.lineTo)
    const rows = rowsIn(flow, lines.slice(1))
    const outline = rulesIn(flow, candidates, stretch)
    return { ...stretch, headingTo: headingEnd(flow, stretch, outline), outline, rows }
  })
}

/** The labels of the stretch, with places in the whole flow. Only 第X条 makes articles: a list marked 一、 is one of items. */
function rulesIn(flow: Flow, candidates: Candidate[], stretch: AnnexStretch): Outline {
  const outline = outlineOf(flow, candidates, { from: stretch.labelTo, to: stretch.to })
  if (outline.style === 'article') return outline
  return { ...outline, style: null, articles: [], divisions: [], leftover: [] }
}

/** Where the title ends: what stands beside the label, else the short lines below it, up to the first that is a list's or a row. */
function headingEnd(flow: Flow, { line, lineTo, labelTo }: AnnexStretch, outline: Outline): number {
  const first = flow.lines[line]!
  const marks = new Set([...outline.candidates.filter(isMark), ...outline.divisions].map(each => each.from))
  let to = first.to
  for (let index = line + 1; index < Math.min(lineTo, line + 1 + MOST_TITLE_LINES); index++) {
    const next = flow.lines[index]!
    const words = flow.passage.text.slice(labelTo, to)
    if (marks.has(next.from) || hasCells(flow, next) || !isTitleLine(textOf(flow, next))) break
    if (words !== '' && !goesOn(flow, flow.lines[index - 1]!, words)) break
    to = next.to
  }
  return to
}

function isTitleLine(text: string): boolean {
  return text !== '' && text.length <= LONGEST_TITLE_LINE && !/[。；，：！？]/.test(text)
}

const COMPLETE =
  /(?:表|册|单|录|书|图|方案|标准|办法|规定|规则|细则|规程|规范|制度|名单|要点|流程|基准|范围|模板|样式|指南)(?:（[^（）]{1,20}）)?$/

/** Whether a title goes on in the next line: it is no whole name yet, or its line was full. */
function goesOn(flow: Flow, line: Line, words: string): boolean {
  return (
    !COMPLETE.test(words) && (/[的和与及、]$|^关于/.test(words) || !hadRoom(flow, line) || !isBare(words))
  )
}

function isMark({ style, weight, opensLine }: Candidate): boolean {
  return opensLine && (weight > 0 || style !== 'bare')
}

/** Where blocks begin for certain, and how the lines of each annex are to be read. */
export function annexLayout(flow: Flow, drafts: AnnexDraft[]): AnnexLayout {
  const sure = drafts.flatMap(draft => [
    draft.from,
    draft.headingTo,
    ...draft.rows.keys(),
    ...[...draft.rows.values()].map(cells => cells.at(-1)!.to),
    ...draft.outline.articles.map(each => each.from),
    ...textStarts(flow, draft.outline.articles),
    ...draft.outline.divisions.flatMap(each => [each.from, each.headingTo]),
    ...listMarks(draft).map(each => each.from),
  ])
  return {
    sure,
    rules: drafts.filter(isRules).map(draft => ({ from: firstRule(draft), to: draft.to })),
    mixed: drafts.map(draft => ({ from: draft.from, to: isRules(draft) ? firstRule(draft) : draft.to })),
  }
}

function isRules({ outline }: AnnexDraft): boolean {
  return outline.articles.length > 0
}

/** Where the rules of an annex begin: at its first chapter or article. */
function firstRule({ outline, to }: AnnexDraft): number {
  return Math.min(outline.divisions[0]?.from ?? to, outline.articles[0]?.from ?? to)
}

const LIST_STYLES = new Set(['comma', 'brackets', 'digits', 'digit-brackets', 'circle'])

/** Marks of lists: names of things end no sentence, so a mark that opens its line is one; whether it counts on is seen later. */
function listMarks({ outline, rows, headingTo }: AnnexDraft): Candidate[] {
  const ofRow = new Set([...rows.values()].flatMap(cells => cells.map(each => each.from)))
  return outline.candidates.filter(
    each =>
      LIST_STYLES.has(each.style) &&
      each.from >= headingTo &&
      (each.weight > 0 || each.opensLine) &&
      !ofRow.has(each.from),
  )
}

/** The annexes with all they hold, and what is doubtful about the numbering of their lists. */
export function annexesOf(
  id: string,
  flow: Flow,
  drafts: AnnexDraft[],
  opens: number[],
): { annexes: Annex[]; problems: Problem[] } {
  const problems: Problem[] = []
  const annexes = drafts.map((draft, index) => {
    const address = `${id}/a${index + 1}`
    const read = annexOf(address, flow, draft, opens)
    problems.push(...read.problems)
    return { ...read.annex, number: index + 1 }
  })
  return { annexes, problems }
}

function annexOf(
  address: string,
  flow: Flow,
  draft: AnnexDraft,
  opens: number[],
): { annex: Omit<Annex, 'number'>; problems: Problem[] } {
  const { outline, from, to, labelTo, headingTo } = draft
  const { text } = flow.passage
  const divisions = divisionsOf(address, flow, outline)
  const starts = textStarts(flow, outline.articles)
  const body = { from: firstRule(draft), to }
  const { articles, problems } = articlesOf(
    `${address}/art`,
    flow,
    outline,
    body,
    starts,
    opens,
    divisionAt(outline, divisions),
  )
  const before = { from: headingTo, to: isRules(draft) ? body.from : to }
  const read = mixedParagraphs(address, flow, draft, before, opens)
  const label = text.slice(from, labelTo)
  const heading = text.slice(labelTo, headingTo)
  const annex = { address, label, heading, divisions, articles, paragraphs: read.paragraphs }
  return { annex: { ...annex, ...wholeSpan(flow, { from, to }) }, problems: [...problems, ...read.problems] }
}

/** Paragraphs and rows of a range by place, numbered through. */
function mixedParagraphs(
  address: string,
  flow: Flow,
  draft: AnnexDraft,
  range: Range,
  opens: number[],
): { paragraphs: Paragraph[]; problems: Problem[] } {
  const marks = listMarks(draft)
  const paragraphs: Paragraph[] = []
  const problems: Problem[] = []
  const addProse = (prose: Range) => {
    if (prose.to <= prose.from) return
    const { entries, doubts } = entriesOf(flow, articleBlocks(prose, opens, marks, new Map()))
    paragraphs.push(...paragraphsOf(address, flow, entries, paragraphs.length + 1))
    problems.push(...doubts.map(doubt => itemProblem(flow, doubt)))
  }
  let at = range.from
  for (const cells of draft.rows.values()) {
    const [first, last] = [cells[0]!, cells.at(-1)!]
    if (first.from < at || last.to > range.to) continue
    addProse({ from: at, to: first.from })
    paragraphs.push(rowOf(address, flow, cells, paragraphs.length + 1))
    at = last.to
  }
  addProse({ from: at, to: range.to })
  return { paragraphs, problems }
}

function rowOf(annex: string, flow: Flow, cells: Cell[], number: number): Paragraph {
  const address = `${annex}/${number}`
  const [from, to] = [cells[0]!.from, cells.at(-1)!.to]
  const items = cells.map(({ column, ...range }) => ({
    address: `${address}/${column}`,
    number: String(column),
    label: '',
    passage: slice(flow.passage, range),
    ...wholeSpan(flow, range),
    subitems: [],
  }))
  const passage = slice(flow.passage, { from, to: from })
  return { address, number, passage, items, ...wholeSpan(flow, { from, to }), row: true }
}
