import { originalOf } from '../text/passage.ts'
import type { Article, Passage, Regulation } from '../types.ts'
import { labelled, type ParagraphLook, paragraph, type Run, titleOf, wordDocument } from './word.ts'

/** What a document is written from: a draft as read, with its decoded text. */
export interface Written {
  source: { text: string }
  regulation: Regulation
}

/** The draft itself in official layout; `mark` (征求意见稿) stands under the title. Nothing of the text is left out but layout. */
export function draftDocx(draft: Written, mark = ''): Uint8Array {
  const { source, regulation } = draft
  const units = [
    ...regulation.divisions.map(({ start, end, label, heading, kind }) => ({
      start,
      end,
      xml: divisionOf(`${label}　${heading}`, kind),
    })),
    ...regulation.articles.map(article => ({ ...article, xml: articleOf(article, draft) })),
  ].sort((a, b) => a.start - b.start)
  let body = frontOf(draft, mark, units[0]?.start ?? source.text.length)
  for (const [at, { end, xml }] of units.entries()) {
    const next = units[at + 1]
    body += xml + (next ? betweenOf(draft, end, next.start) : backOf(draft, end))
  }
  return wordDocument(body)
}

/** What stands between two units and belongs to neither, as a preamble under the heading of a chapter. */
function betweenOf(draft: Written, from: number, to: number): string {
  return linesIn(draft, from, to)
    .map(({ text }) => paragraph(text, { indent: true }))
    .join('')
}

function divisionOf(text: string, kind: string): string {
  const isSection = kind === 'section'
  return paragraph(text, {
    font: isSection ? '楷体' : '黑体',
    align: 'center',
    before: isSection ? 120 : 300,
    after: isSection ? 120 : 300,
    keep: true,
    level: isSection ? 2 : 1,
  })
}

/** The title, the mark, and what else stands before the first unit, as brackets under a title do. */
function frontOf(draft: Written, mark: string, first: number): string {
  const lines = linesIn(draft, 0, first)
  const last = lines.findLastIndex(({ name }) => name === 'title')
  const marked =
    mark === ''
      ? ''
      : paragraph(`（${mark.replace(/^（|）$/g, '')}）`, { font: '楷体', align: 'center', after: 240 })
  const shown = lines.map(({ text, name }, at) => {
    const isTitle = name === 'title' || name === 'notice-title'
    const line = isTitle ? titleOf(text) : paragraph(text, FRONT[name] ?? { font: '楷体', align: 'center' })
    return at === last ? line + marked : line
  })
  return (last < 0 ? marked : '') + shown.join('')
}

// A notice that puts the text into force is a letter of its own.
const FRONT: Record<string, ParagraphLook> = {
  'document-number': { align: 'center' },
  'main-recipients': {},
  notice: { indent: true },
  signature: { align: 'right' },
  'signed-on': { align: 'right' },
}

function articleOf(article: Article, draft: Written): string {
  const { label, heading, paragraphs } = article
  const caption = heading ? `【${heading}】` : ''
  return paragraphs
    .flatMap(({ passage, items }, at) => {
      const text = original(passage, draft)
      const runs: Run[] =
        at === 0
          ? [{ text: caption ? `${label}${caption}　` : labelled(label), font: '黑体' }, { text }]
          : [{ text }]
      return [
        text === '' && at > 0 ? '' : paragraph(runs, { indent: true }),
        ...items.flatMap(item => [
          paragraph(item.label + original(item.passage, draft), { indent: true }),
          ...item.subitems.map(sub => paragraph(sub.label + original(sub.passage, draft), { indent: true })),
        ]),
      ]
    })
    .join('')
}

function original(passage: Passage, { source }: Written): string {
  return originalOf(passage, { from: 0, to: passage.text.length }, source.text)
}

/** What stands behind the last unit: signature and date to the right, all else as it is. */
function backOf(draft: Written, end: number): string {
  return linesIn(draft, end, draft.source.text.length)
    .map(({ text, name }) => {
      const isSigned = name === 'signature' || name === 'signed-on'
      return paragraph(text, isSigned ? { align: 'right' } : { indent: !/^附(?:件|表|录)/.test(text) })
    })
    .join('')
}

interface Line {
  text: string
  /** What kind of front or back matter it begins with; empty for other text. */
  name: string
}

/** The lines of a stretch without what is noise of its file: marks of headings, page numbers. */
function linesIn(
  { source: { text }, regulation: { accounting } }: Written,
  from: number,
  to: number,
): Line[] {
  const parts = accounting.filter(({ start, end }) => end > from && start < to)
  let at = from
  let kept = ''
  const names: [at: number, name: string][] = []
  for (const { class: kind, name, start, end } of parts) {
    const [own, last] = [Math.max(start, from), Math.min(end, to)]
    kept += text.slice(at, own)
    if (kind === 'front' || kind === 'back') names.push([kept.length, name])
    if (kind !== 'noise') kept += text.slice(own, last)
    at = Math.max(at, last)
  }
  kept += text.slice(at, to)
  let start = 0
  return kept.split('\n').flatMap(line => {
    const end = start + line.length
    const name = names.find(([place]) => start <= place && place <= end)?.[1] ?? ''
    start = end + 1
    return line.trim() === '' ? [] : [{ text: line.trim(), name }]
  })
}
