import { isLayout } from '../text/fold.ts'
import type { Flow, Line } from '../text/lines.ts'
import { spanOf } from '../text/passage.ts'
import type { Annex, Article, Division, Noise, Paragraph, Passage, Span, Stretch } from '../types.ts'
import type { Matter } from './matter.ts'
import { SPACED_LINES, WRAPPED_LINES } from './thresholds.ts'

export interface ReadDocument {
  source: string
  flow: Flow
  noise: Noise[]
  divisions: Division[]
  articles: Article[]
  annexes: Annex[]
  front: Matter[]
  back: Matter[]
  /** Flow positions where a block begins. */
  opens: number[]
}

/**
 * Tiles the source: every character is a label, heading, text, layout, front, back or noise, under the address of its
 * unit or the name of its kind. Later coats of paint cover earlier ones.
 */
export function accountingOf(read: ReadDocument): Stretch[] {
  const canvas = canvasFor(read.source.length)
  paintMatter(canvas, read)
  for (const division of read.divisions) paintHeaded(canvas, read.source, division)
  for (const article of read.articles) paintArticle(canvas, read.source, article)
  for (const annex of read.annexes) paintAnnex(canvas, read.source, annex)
  paintLayout(canvas, read)
  for (const { kind, span } of read.noise) canvas.paint(span, 'noise', kind)
  return canvas.stretches()
}

type Paint = Pick<Stretch, 'class' | 'name'>

interface Canvas {
  paint: (span: Span, cls: Stretch['class'], name: string) => void
  at: (offset: number) => Paint
  stretches: () => Stretch[]
}

function canvasFor(length: number): Canvas {
  const owner = new Int32Array(length)
  const paints: Paint[] = [{ class: 'front', name: 'page' }]
  const known = new Map<string, number>()
  const codeOf = (cls: Stretch['class'], name: string) => {
    const key = `${cls} ${name}`
    const code = known.get(key) ?? paints.push({ class: cls, name }) - 1
    known.set(key, code)
    return code
  }
  return {
    paint: ({ start, end }, cls, name) => owner.fill(codeOf(cls, name), start, end),
    at: offset => paints[owner[offset] ?? 0]!,
    stretches: () => stretchesOf(owner, paints),
  }
}

function stretchesOf(owner: Int32Array, paints: Paint[]): Stretch[] {
  const stretches: Stretch[] = []
  for (let start = 0; start < owner.length; ) {
    let end = start + 1
    while (end < owner.length && owner[end] === owner[start]) end++
    // Written out: a spread takes several times as long, and a text may have a million of them.
    const { class: side, name } = paints[owner[start]!]!
    stretches.push({ class: side, name, start, end })
    start = end
  }
  return stretches
}

function paintMatter(canvas: Canvas, { flow, front, back }: ReadDocument): void {
  for (const block of front) canvas.paint(spanOf(flow.passage, block), 'front', block.kind)
  for (const block of back) canvas.paint(spanOf(flow.passage, block), 'back', block.kind)
}

/** A label and the heading or caption after it; an article's text is painted over them. */
function paintHeaded(canvas: Canvas, source: string, unit: Division | Article | Annex): void {
  canvas.paint(unit, 'heading', unit.address)
  canvas.paint(labelSpan(source, unit), 'label', unit.address)
}

/** The label in the source, where white space may stand inside it: 第 1 條. */
export function labelSpan(source: string, { start, label }: { start: number; label: string }): Span {
  let end = start
  for (let left = label.length; left > 0 && end < source.length; end++) if (!isLayout(source[end]!)) left--
  return { start, end }
}

function paintArticle(canvas: Canvas, source: string, article: Article): void {
  paintHeaded(canvas, source, article)
  paintParagraphs(canvas, article.paragraphs)
}

function paintAnnex(canvas: Canvas, source: string, annex: Annex): void {
  paintHeaded(canvas, source, annex)
  for (const division of annex.divisions) paintHeaded(canvas, source, division)
  paintParagraphs(canvas, annex.paragraphs)
  for (const article of annex.articles) paintArticle(canvas, source, article)
}

function paintParagraphs(canvas: Canvas, paragraphs: Paragraph[]): void {
  for (const paragraph of paragraphs) {
    paintPassage(canvas, paragraph.passage, paragraph.address)
    for (const item of paragraph.items) {
      canvas.paint(item, 'label', item.address)
      paintPassage(canvas, item.passage, item.address)
      for (const sub of item.subitems) {
        canvas.paint(sub, 'label', sub.address)
        paintPassage(canvas, sub.passage, sub.address)
      }
    }
  }
}

function paintPassage(canvas: Canvas, { text, runs }: Passage, address: string): void {
  runs.forEach(([at, start], index) => {
    const end = start + (runs[index + 1]?.[0] ?? text.length) - at
    canvas.paint({ start, end }, 'text', address)
  })
}

/** Between lines a break of some kind, inside a line a space of some kind. */
function paintLayout(canvas: Canvas, { source, flow, opens }: ReadDocument): void {
  canvas.paint({ start: 0, end: flow.lines[0]?.start ?? source.length }, 'layout', 'margin')
  const breakName = breakNamer(flow.lines, new Set(opens))
  flow.lines.forEach((line, index) => {
    const next = flow.lines[index + 1]
    const end = next?.start ?? source.length
    const { class: side, name } = canvas.at(line.end - 1)
    if (name !== 'page') paintSpaces(canvas, source, line)
    // The rest of a web page is one stretch with its white space: it may have millions of lines.
    if (name === 'page' && next && canvas.at(end).name === 'page')
      canvas.paint({ start: line.end, end }, side, name)
    else canvas.paint({ start: line.end, end }, 'layout', next ? breakName(next) : 'margin')
  })
}

/**
 * `page-break` where the page ended: furniture stood there, or fewer blank lines than this text has between its lines;
 * `hard-wrap` inside a paragraph that was broken by width, `line-break` between blocks.
 */
function breakNamer(lines: Line[], opens: Set<number>): (line: Line) => string {
  const inner = lines.slice(1)
  const spaced = inner.filter(line => line.blanks > 0).length > inner.length * SPACED_LINES
  const wrapped = inner.filter(line => !opens.has(line.from)).length > inner.length * WRAPPED_LINES
  return line => {
    if (line.page || (spaced && line.blanks === 0)) return 'page-break'
    if (opens.has(line.from)) return 'line-break'
    return wrapped ? 'hard-wrap' : 'page-break'
  }
}

function paintSpaces(canvas: Canvas, source: string, line: Line): void {
  for (let start = line.start; start < line.end; start++) {
    if (!isLayout(source[start]!)) continue
    let end = start + 1
    while (end < line.end && isLayout(source[end]!)) end++
    canvas.paint({ start, end }, 'layout', spaceName(canvas, source, start, end))
    start = end
  }
}

function spaceName(canvas: Canvas, source: string, start: number, end: number): string {
  const [before, after] = [canvas.at(start - 1), canvas.at(end)]
  if (before.class === 'label' && after.class !== 'label') return 'label-space'
  if (/[0-9０-９]/.test(source[start - 1]! + source[end]!)) return 'number-space'
  return before.class === 'heading' && after.class === 'heading' ? 'letter-spacing' : 'space'
}
