import { fold } from '../../text/fold.ts'
import { formatNumeral, parseNumeral } from '../../text/numerals.ts'
import type { Division, Reference, Regulation, Span } from '../../types.ts'

/**
 * A draft as a row of blocks that can be moved: what stands before the first heading or article, the headings, the articles, and
 * what stands behind the last. The blocks of a text, one after the other, are the text.
 */
export interface Block {
  kind: 'front' | 'division' | 'article' | 'back'
  /** Of its division or article; null for front, back, what is put in anew and headings that no article follows. */
  address: string | null
  /** Of a heading. */
  level?: Division['kind']
  /** Stretch of the draft's text; of what is put in anew the text itself, without its label. */
  from: Span | string
}

type Document = { source: { text: string }; regulation: Regulation }

/** The blocks in the order of the text; empty stretches before and behind are left out. */
export function blocksOf({ source: { text }, regulation: { divisions, articles } }: Document): Block[] {
  const units = [
    ...divisions.map(({ address, start, kind: level }) => ({
      kind: 'division' as const,
      address,
      start: lineStart(text, start),
      level,
    })),
    ...articles.map(({ address, start }) => ({
      kind: 'article' as const,
      address,
      start: lineStart(text, start),
    })),
  ].sort((a, b) => a.start - b.start)
  const last = articles.at(-1)
  const bodyEnd = last ? Math.max(lineEnd(text, last.end), units.at(-1)!.start) : text.length
  const open = openHeadings(text, bodyEnd)
  const all: (Omit<Block, 'from'> & { start: number })[] = [
    { kind: 'front', address: null, start: 0 },
    ...units,
    ...open.headings,
    { kind: 'back', address: null, start: open.end },
  ]
  return all
    .map(
      ({ start, ...block }, at): Block => ({
        ...block,
        from: { start, end: all[at + 1]?.start ?? text.length },
      }),
    )
    .filter(({ from }) => typeof from !== 'string' && from.start < from.end)
}

/**
 * Headings right behind the last article, as in a draft that is being written: the reader takes them for what follows the text, since
 * nothing stands under them. `end` is where they end.
 */
function openHeadings(text: string, from: number) {
  const headings: (Omit<Block, 'from'> & { start: number })[] = []
  let end = from
  for (let at = from; at < text.length; ) {
    const next = lineEnd(text, at + 1)
    const line = fold(text.slice(at, next)).trim()
    const [, , , , word = ''] = HEADING.exec(line) ?? []
    if (word !== '') headings.push({ kind: 'division', address: null, level: KINDS[word]!, start: at })
    else if (line !== '') break
    if (headings.length > 0) end = next
    at = next
  }
  return { headings, end }
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
  const numbers = numbersOf(blocks, document.regulation)
  const style = styleOf(document)
  const byAddress = new Map(blocks.map(({ address }, at) => [address, numbers[at]!]))
  const texts = blocks.map((block, at) =>
    typeof block.from === 'string'
      ? written(block.from, numbers[at]!, style)
      : renumbered(block, block.from, numbers[at]!, byAddress, document),
  )
  return texts
    .map((text, at) => (at < texts.length - 1 && !text.endsWith('\n') ? `${text}\n` : text))
    .join('')
}

/**
 * The new number of each block, 0 for front and back. Chapters count through, or within their part where they did so in the draft;
 * sections within their chapter.
 */
function numbersOf(blocks: Block[], { divisions }: Regulation): number[] {
  const startOver = divisions.filter(({ kind, number }) => kind === 'chapter' && number === 1).length > 1
  const counts = { article: 0, part: 0, chapter: 0, section: 0 }
  return blocks.map(({ kind, level }) => {
    if (kind === 'front' || kind === 'back') return 0
    if (level === 'part' && startOver) counts.chapter = 0
    if (level === 'part' || level === 'chapter') counts.section = 0
    return ++counts[level ?? 'article']
  })
}

interface Edit extends Span {
  text: string
}

function renumbered(
  { address, kind }: Block,
  { start, end }: Span,
  number: number,
  byAddress: Map<string | null, number>,
  { source: { text }, regulation }: Document,
): string {
  const words = fold(text.slice(start, end))
  const edits = citationsIn(words, start, address, regulation).flatMap(reference =>
    referenceEdits(reference, byAddress, text, regulation),
  )
  const label = kind === 'front' || kind === 'back' ? null : LABEL.exec(words)
  if (label) {
    const [, before = '', numeral = '', between = '', , behind = ''] = label
    const isInserted = regulation.articles.some(each => each.address === address && each.number.includes('-'))
    const inserted = isInserted ? behind : ''
    if (inserted !== '' || parseNumeral(numeral.replace(/\s/g, '')) !== number)
      edits.push(...numeralEdits(start + before.length, numeral, inserted, between, number))
  }
  return applied(text, { start, end }, edits)
}

type Citation = Span & Pick<Reference, 'from' | 'to'>

/** Where a stretch cites the text itself: what the reader found, and chapters that are cited without an article. */
function citationsIn(
  words: string,
  start: number,
  address: string | null,
  { references }: Regulation,
): Citation[] {
  const end = start + words.length
  const known = references.filter(each => start <= each.start && each.end <= end)
  const chapters = [...words.matchAll(CHAPTERS)].map(({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
    from: address ?? '',
    to: [],
  }))
  return [
    ...known.filter(({ kind }) => kind === 'internal'),
    ...chapters.filter(each => known.every(other => each.end <= other.start || other.end <= each.start)),
  ]
}

// All in folded text, which is as long as the text itself.
const DIGITS = '[零〇一二三四五六七八九十百千0-9]'
const NUMERAL = `${DIGITS}[零〇一二三四五六七八九十百千0-9 　]*(?:[-—－]\\d+)?`
const INSERTED = `(\\s*之\\s*${DIGITS}+)?`
const LABEL = new RegExp(`^(\\s*(?:第\\s*|[（(]\\s*)?)(${NUMERAL})(\\s*([条章节编、.．）)]))${INSERTED}`)
const HEADING = new RegExp(`^(第\\s*)(${NUMERAL})(\\s*([章节编]))(?!的)[^，。；：]{0,30}$`)
const CITED = new RegExp(`(第\\s*)(${NUMERAL})(\\s*([条章节编]))${INSERTED}`, 'g')
// Behind the name of a law, 本条例 aside, it is that law's chapter. A heading begins a line.
const CHAPTERS = new RegExp(
  `(?<!^\\s*|\\n\\s*|》|(?<!本)(?:法|条例|规定|办法|规则|细则|章程))第${NUMERAL}[编章节](?:(?:[、和及至]|以及)?第${NUMERAL}[编章节])*`,
  'g',
)

/** 第十条之一 becomes a number of its own: 第十一条. */
function numeralEdits(
  at: number,
  numeral: string,
  inserted: string,
  between: string,
  number: number,
): Edit[] {
  const end = at + numeral.trimEnd().length
  const edits = [{ start: at, end, text: likeNumeral(numeral, number) }]
  const behind = at + numeral.length + between.length
  return inserted === '' ? edits : [...edits, { start: behind, end: behind + inserted.length, text: '' }]
}

function referenceEdits(
  { start, end, from, to }: Citation,
  numbers: Map<string | null, number>,
  text: string,
  { articles, divisions }: Regulation,
): Edit[] {
  const home = articles.find(({ address }) => `${from}/`.startsWith(`${address}/`))?.division ?? null
  const within = [home, ...to]
  return [...fold(text.slice(start, end)).matchAll(CITED)].flatMap(match => {
    const [, before = '', numeral = '', between = '', kind = '', inserted = ''] = match
    const old = numeral
      .replace(/\s/g, '')
      .split(/[-—－]/)
      .map(parseNumeral)
    const [own, behind] = [old.join('-'), parseNumeral(inserted.replace(/[\s之]/g, ''))]
    const article = articles.find(({ number }) => number === `${own}-${behind}`)
    const unit =
      kind === '条'
        ? (article ?? articles.find(({ number }) => number === own))
        : divisionOf(divisions, KINDS[kind]!, old[0]!, within)
    const number = unit && numbers.get(unit.address)
    if (unit && kind !== '条') within.unshift(unit.address)
    if (number === undefined || (String(number) === own && !article)) return []
    return numeralEdits(
      start + match.index + before.length,
      numeral,
      article ? inserted : '',
      between,
      number,
    )
  })
}

const KINDS: Record<string, Division['kind']> = { 编: 'part', 章: 'chapter', 节: 'section' }

/** The division of this number; where several have it the one that stands in, or holds, what was named before. */
function divisionOf(
  divisions: Division[],
  kind: Division['kind'],
  number: number,
  within: (string | null)[],
): Division | undefined {
  const alike = divisions.filter(each => each.kind === kind && each.number === number)
  const near = within.map(address => alike.find(each => each.address === address || each.parent === address))
  const above = alike.find(({ parent }) => parent !== null && within[0]?.startsWith(parent))
  return near.find(each => each !== undefined) ?? above ?? alike[0]
}

function likeNumeral(old: string, number: number): string {
  return /[0-9]/.test(old) ? String(number) : formatNumeral(number)
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
  /** Before the numeral of an article's label, a numeral for example, and behind it: 第, 一, 条. */
  label: [before: string, numeral: string, behind: string]
  indent: string
  /** Between the label of an article and its text. */
  gap: string
  /** Between two articles: a line feed, or a blank line too. */
  break: string
}

/** How the draft writes its first article. */
function styleOf({ source: { text }, regulation: { articles } }: Document): Style {
  const first = articles[0]
  if (!first) return { label: ['第', '一', '条'], indent: '', gap: '　', break: '\n' }
  const head = text.slice(first.start, first.paragraphs[0]?.start ?? first.end)
  const [, before = '第', numeral = '一', behind = '条'] = LABEL.exec(fold(head)) ?? []
  const at = before.length + numeral.length
  return {
    label: [head.slice(0, before.length), numeral, head.slice(at, at + behind.length)],
    indent: text.slice(lineStart(text, first.start), first.start),
    gap: /\s*$/.exec(head)![0].replace(/\n/g, ''),
    break: /\n[^\S\n]*\n/.test(text.slice(first.start, (articles[1] ?? first).start)) ? '\n\n' : '\n',
  }
}

/** An article that is put in, with its label as the draft's are. */
function written(body: string, number: number, { label, indent, gap, break: end }: Style): string {
  const [before, numeral, behind] = label
  const [first = '', ...rest] = body.split('\n')
  const head = `${indent}${before}${likeNumeral(numeral, number)}${behind}${gap}${first}`
  return [head, ...rest.map(line => indent + line)].join('\n') + end
}
