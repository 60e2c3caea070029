import { fold, scriptOf } from '../text/fold.ts'
import { type Flow, flowOf, linesOf } from '../text/lines.ts'
import type { Noise, Range, Regulation, Source } from '../types.ts'
import { accountingOf } from './accounting.ts'
import { annexDrafts, annexesOf, annexLayout } from './annexes/annexes.ts'
import { mainTextOf } from './annexes/main-text.ts'
import { annexMarks, annexStretches } from './annexes/marks.ts'
import { allReferencesOf } from './annexes/references.ts'
import { articlesOf, openingsOf } from './articles.ts'
import { bodyOf } from './body.ts'
import { textStarts } from './captions.ts'
import { incompleteProblem } from './completeness.ts'
import { divisionAt, divisionsOf, numberingOf } from './divisions.ts'
import { doubtsOf } from './doubts.ts'
import { disjoint, furnitureOf } from './furniture.ts'
import { candidatesOf } from './labels/classify.ts'
import { backMatterOf, frontMatterOf } from './matter.ts'
import { metadataOf } from './metadata.ts'
import type { Outline } from './outline.ts'

/**
 * Reads a document's structure: headings, articles, paragraphs, items, front and back matter, and where each character
 * of the source went. Never throws on any text; what does not fit becomes a problem with a span in the source.
 */
export function structureOf(source: Source): Regulation {
  const folded = fold(source.text)
  const absent = knownNoise(source)
  const printed = linesOf(source.text, absent)
  const noise = furnitureOf(folded, printed, absent)
  const flow = flowOf(source.text, folded, printed, noise)
  const marks = annexMarks(flow)
  const candidates = candidatesOf(flow)
  const { outline, end } = mainTextOf(flow, candidates, marks)
  const body = bodyOf(flow, outline, end)
  const starts = textStarts(flow, outline.articles)
  const drafts = annexDrafts(flow, candidates, annexStretches(flow, marks, end))
  const layout = annexLayout(flow, drafts)
  const { opens, unsure } = openingsOf(flow, outline, body, starts, isSettled(absent), layout)
  const divisions = divisionsOf(source.id, flow, outline)
  const inDivision = divisionAt(outline, divisions)
  const { articles, problems } = articlesOf(`${source.id}/`, flow, outline, body, starts, opens, inDivision)
  const attached = annexesOf(source.id, flow, drafts, opens)
  const { annexes } = attached
  const blocks = blocksOf(opens, flow.passage.text.length)
  const front = frontMatterOf(
    flow,
    blocks.filter(block => block.to <= body.from),
    markedLines(flow, noise),
    contents(outline),
  )
  const back = backMatterOf(
    flow,
    blocks.filter(block => block.from >= body.to && !drafts.some(each => isWithin(block, each))),
  )
  const metadata = metadataOf(source, flow, front, back, articles)
  const script = scriptOf(source.text, folded)
  const links = allReferencesOf(articles, divisions, annexes)
  const doubts = doubtsOf({
    source,
    flow,
    outline,
    body,
    noise,
    script,
    metadata,
    divisions,
    articles,
    front,
    back,
    unsure,
  })
  const title = source.title ?? metadata.title ?? source.id
  const cutOff = incompleteProblem(articles, title)
  return {
    id: source.id,
    place: source.place,
    title,
    script,
    numbering: numberingOf(outline),
    metadata,
    divisions,
    articles,
    annexes,
    complete: cutOff.length === 0,
    references: links.references,
    accounting: accountingOf({
      source: source.text,
      flow,
      noise,
      divisions,
      articles,
      annexes,
      front,
      back,
      opens,
    }),
    problems: [...problems, ...attached.problems, ...links.problems, ...doubts, ...cutOff].sort(
      (a, b) => a.span.start - b.span.start,
    ),
  }
}

function knownNoise({ text, noise = [] }: Source): Noise[] {
  const inside = noise.map(({ kind, span }) => ({
    kind,
    span: { start: Math.max(0, span.start), end: Math.min(text.length, span.end) },
  }))
  return disjoint(inside)
}

/** Whether the reader of the file proved from its geometry which lines go on in the next. */
function isSettled(noise: Noise[]): boolean {
  return noise.some(({ kind }) => kind === 'hard-wrap')
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.from >= outer.from && inner.to <= outer.to
}

function blocksOf(opens: number[], length: number): Range[] {
  return opens.map((from, index) => ({ from, to: opens[index + 1] ?? length }))
}

/** Flow positions of lines that markup (# in Markdown) calls headings. */
function markedLines(flow: Flow, noise: Noise[]): Set<number> {
  const marks = noise.filter(({ kind }) => kind === 'heading-mark').map(({ span }) => span.start)
  const marked = new Set(marks)
  return new Set(flow.lines.filter(line => marked.has(line.start)).map(line => line.from))
}

/** Flow positions of lines that look like divisions: before the body they are the table of contents. */
function contents({ candidates }: Outline): Set<number> {
  const divisions = candidates.filter(
    ({ style }) => style === 'part' || style === 'chapter' || style === 'section',
  )
  return new Set(divisions.map(each => each.from))
}
