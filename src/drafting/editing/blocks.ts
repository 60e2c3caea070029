import { formatNumeral, parseNumeral } from '../../text/numerals.ts'
import type { Reference, Regulation, Span } from '../../types.ts'

/**
 * A draft as a row of blocks that can be moved: what stands before the first heading or article, the headings, the articles, and
 * what stands behind the last. The blocks of a text, one after the other, are the text.
 */
export interface Block {
  kind: 'front' | 'division' | 'article' | 'back'
  /** Of its division or article; null for front, back and what is put in anew. */
  address: string | null
  /** Stretch of the draft's text; of what is put in anew the text itself, without its label. */
  from: Span | string
}

type Document = { source: { text: string }; regulation: Regulation }

/** The blocks in the order of the text; empty stretches before and behind are left out. */
export function blocksOf({ source: { text }, regulation }: Document): Block[] {
  const units = [
    ...regulation.divisions.map(({ address, start }) => ({ kind: 'division' as const, address, start })),
    ...regulation.articles.map(({ address, start }) => ({ kind: 'article' as const, address, start })),
  ].sort((a, b) => a.start - b.start)
  const starts = units.map(({ start }) => lineStart(text, start))
  const last = regulation.articles.at(-1)
  const end = last ? Math.max(lineEnd(text, last.end), starts.at(-1) ?? 0) : text.length
  const blocks = units.map(
    ({ kind, address }, at): Block => ({
      kind,
      address,
      from: { start: starts[at]!, end: starts[at + 1] ?? end },
    }),
  )
  const front: Block = { kind: 'front', address: null, from: { start: 0, end: starts[0] ?? text.length } }
  const back: Block = { kind: 'back', address: null, from: { start: end, end: text.length } }
  return [front, ...blocks, back].filter(({ from }) => typeof from !== 'string' && from.start < from.end)
}

/** Back to the start of the line where only layout stands before; else the place itself. */
function lineStart(text: string, at: number): number {
  let start = at
  while (start > 0 && /[^\S\n]/.test(text[start - 1]!)) start--
  return start === 0 || text[start - 1] === '\n' ? start : at
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', Math.max(0, at - 1))
  return end < 0 ? text.length : end + 1
}

/**
 * The text of the blocks in this order, headings and articles numbered through, with the references of the text to its own articles
 * and chapters following. What refers to an article that is no longer there keeps its words.
 */
export function textOf(blocks: Block[], document: Document): string {
  const { source, regulation } = document
  const numbers = numbersOf(blocks, regulation)
  const style = styleOf(document)
  let article = 0
  const texts = blocks.map(block => {
    if (block.kind === 'article') article++
    if (typeof block.from === 'string') return written(block.from, article, style)
    return renumbered(block, block.from, numbers, source.text, regulation)
  })
  return texts
    .map((text, at) => (at < texts.length - 1 && !text.endsWith('\n') ? `${text}\n` : text))
    .join('')
}

/** The new number of each heading and article, by its address. Chapters count through, sections within their chapter. */
function numbersOf(blocks: Block[], { divisions, articles }: Regulation): Map<string, number> {
  const kinds = new Map(divisions.map(({ address, kind }) => [address, kind]))
  const isArticle = new Set(articles.map(({ address }) => address))
  const counts = { article: 0, part: 0, chapter: 0, section: 0 }
  const numbers = new Map<string, number>()
  for (const { kind: block, address } of blocks) {
    if (block !== 'article' && block !== 'division') continue
    const kind = address === null || isArticle.has(address) ? 'article' : kinds.get(address)!
    counts[kind]++
    if (kind === 'chapter') counts.section = 0
    if (address !== null) numbers.set(address, counts[kind])
  }
  return numbers
}

interface Edit extends Span {
  text: string
}

function renumbered(
  { address, kind }: Block,
  { start, end }: Span,
  numbers: Map<string, number>,
  text: string,
  regulation: Regulation,
): string {
  const edits = regulation.references
    .filter(reference => start <= reference.start && reference.end <= end && reference.kind === 'internal')
    .flatMap(reference => referenceEdits(reference, numbers, text, regulation))
  const number = address === null ? undefined : numbers.get(address)
  const label = kind === 'front' || kind === 'back' ? null : LABEL.exec(text.slice(start, end))
  if (label && number !== undefined) {
    const from = start + label.index + label[1]!.length
    edits.push({ start: from, end: from + label[2]!.length, text: likeNumeral(label[2]!, number) })
  }
  return applied(text, { start, end }, edits)
}

const NUMERAL = '[零〇一二三四五六七八九十百千0-9０-９][零〇一二三四五六七八九十百千0-9０-９ 　]*'
// 第十条之一 becomes a number of its own.
const LABEL = new RegExp(`^(\\s*(?:第\\s*|[（(]\\s*)?)(${NUMERAL}(?=\\s*[条章节编、.．）)]))`)

function referenceEdits(
  { start, end }: Reference,
  numbers: Map<string, number>,
  text: string,
  { articles, divisions }: Regulation,
): Edit[] {
  const words = text.slice(start, end)
  return [...words.matchAll(new RegExp(`第\\s*(${NUMERAL})\\s*(条|章)`, 'g'))].flatMap(match => {
    const old = parseNumeral(match[1]!.replace(/\s/g, ''))
    const unit =
      match[2] === '条'
        ? articles.find(({ number }) => number === String(old))
        : divisions.find(({ kind, number }) => kind === 'chapter' && number === old)
    const number = unit && numbers.get(unit.address)
    if (number === undefined || number === old) return []
    const from = start + match.index + match[0].indexOf(match[1]!)
    return [{ start: from, end: from + match[1]!.length, text: likeNumeral(match[1]!, number) }]
  })
}

function likeNumeral(old: string, number: number): string {
  return /[0-9０-９]/.test(old) ? String(number) : formatNumeral(number)
}

function applied(text: string, { start, end }: Span, edits: Edit[]): string {
  let result = ''
  let at = start
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    if (edit.start < at) continue
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at, end)
}

interface Style {
  numbering: string
  indent: string
  /** Between the label of an article and its text. */
  gap: string
  /** Between two articles: a line feed, or a blank line too. */
  break: string
}

function styleOf({ source: { text }, regulation: { numbering, articles } }: Document): Style {
  const first = articles[0]
  const start = first && lineStart(text, first.start)
  const head = first ? text.slice(first.start, first.paragraphs[0]?.start ?? first.end) : ''
  const gap = /\s*$/.exec(head)![0].replace(/\n/g, '')
  return {
    numbering: numbering || '第X条',
    indent: first ? text.slice(start, first.start) : '',
    gap: first ? gap : '　',
    break: /\n[^\S\n]*\n/.test(first ? text.slice(first.start, (articles[1] ?? first).start) : '')
      ? '\n\n'
      : '\n',
  }
}

/** An article that is put in, with its label as the draft's are. */
function written(body: string, number: number, style: Style): string {
  const numeral = /\d/.test(style.numbering) ? String(number) : formatNumeral(number)
  const label = style.numbering.replace(/X|[一1]/, numeral)
  const [first = '', ...rest] = body.split('\n')
  const lines = [`${style.indent}${label}${style.gap}${first}`, ...rest.map(line => style.indent + line)]
  return lines.join('\n') + style.break
}
