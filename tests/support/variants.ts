import fc from 'fast-check'
import { Converter } from 'opencc-js/cn2t'
import { articleText } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { Article, Paragraph, Regulation, Source } from '../../src/types.ts'

/**
 * The same document in another layout, for laws that say layout does not matter.
 * `plainOf` puts a document on one line per block; `laidOut` prints that as the layout says.
 */

export interface Layout {
  /** Cells a line holds (a Chinese character takes two), or 0 for one line per block. */
  cells: number
  /** Whether marks that may not open or close a line, and numbers, are kept together (禁则). */
  kinsoku: boolean
  /** Blank lines: none, between blocks, or after every printed line. */
  blanks: 'none' | 'blocks' | 'lines'
  /** First lines are set in by two characters; `stripped` leaves the shorter line without the white space. */
  indent: 'none' | 'kept' | 'stripped'
  /** Lines on a page, 0 for no pages; and what stands between two pages. */
  page: number
  furniture: 'dashes' | 'words' | 'bare' | 'feed' | 'head'
  contents: boolean
  traditional: boolean
  /** `half-marks` has the full stop of Latin type too. */
  widths: 'as-is' | 'full-digits' | 'half-punctuation' | 'half-marks'
  lineEnd: '\n' | '\r\n'
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  cells: fc.oneof(fc.constant(0), fc.integer({ min: 24, max: 96 })),
  kinsoku: fc.boolean(),
  blanks: fc.constantFrom('none', 'blocks', 'lines'),
  indent: fc.constantFrom('none', 'kept', 'stripped'),
  page: fc.oneof(fc.constant(0), fc.integer({ min: 8, max: 40 })),
  furniture: fc.constantFrom('dashes', 'words', 'bare', 'feed', 'head'),
  contents: fc.boolean(),
  traditional: fc.boolean(),
  widths: fc.constantFrom('as-is', 'full-digits', 'half-punctuation', 'half-marks'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
})

/** One block of a document on one line. */
interface Block {
  text: string
  kind: 'matter' | 'heading' | 'article' | 'paragraph' | 'item'
}

export interface Plain {
  title: string
  headings: string[]
  blocks: Block[]
}

/** The document's blocks as the reader found them, in the source's script with folded widths. */
export function plainOf(regulation: Regulation): Plain {
  const divisions = regulation.divisions.map(each => ({
    at: each.start,
    blocks: [{ kind: 'heading' as const, text: `${each.label} ${each.heading}` }],
  }))
  const articles = regulation.articles.map(article => ({ at: article.start, blocks: articleBlocks(article) }))
  const units = [...divisions, ...articles].sort((a, b) => a.at - b.at)
  return {
    title: regulation.title,
    headings: divisions.map(each => each.blocks[0]!.text),
    blocks: [{ kind: 'matter', text: regulation.title }, ...units.flatMap(each => each.blocks)],
  }
}

function articleBlocks(article: Regulation['articles'][number]): Block[] {
  const lines = article.paragraphs.flatMap(paragraph => [
    { kind: 'paragraph' as const, text: paragraph.passage.text },
    ...paragraph.items.flatMap(item => [
      { kind: 'item' as const, text: item.label + item.passage.text },
      ...item.subitems.map(sub => ({ kind: 'item' as const, text: sub.label + sub.passage.text })),
    ]),
  ])
  const [first, ...rest] = lines
  return [{ kind: 'article', text: `${article.label} ${first?.text ?? ''}`.trim() }, ...rest]
}

/** The document with annexes after it: a table, paragraphs beside a list, and rules that count anew. */
export function withAnnexes(plain: Plain): Plain {
  return { ...plain, blocks: [...plain.blocks, ...ANNEXES] }
}

const block =
  (kind: Block['kind']) =>
  (text: string): Block => ({ kind, text })

const ANNEXES: Block[] = [
  ...['附件1', '市容罚款标准', '行为\t罚款', '倾倒垃圾\t五百元', '占用绿地\t一万元'].map(block('matter')),
  ...['附件2', '会议办理要求'].map(block('matter')),
  block('paragraph')(
    '各部门应当按照下列要求办理会议事项，并于会议召开三日前报市人民政府办公室备案。会议材料一式两份。',
  ),
  block('item')(
    '（一）会议议题由各部门提出，经分管副市长审核同意后，报市长确定，未经审核的议题不得提交会议；',
  ),
  block('item')(
    '（二）会议纪要由市人民政府办公室起草，按照规定程序报批后印发各部门，并由督查室负责督促落实。',
  ),
  ...['附表三', '会议工作规则'].map(block('matter')),
  block('heading')('第一章 会议'),
  block('article')(
    '第一条 会议由市长召集，市长因故不能出席时，可以委托常务副市长召集，会议议题由召集人确定。',
  ),
  block('article')(
    '第二条 会议依照前条召开，出席人员不少于应出席人员的半数，列席人员由召集人根据议题内容确定。',
  ),
  block('heading')('第二章 附则'),
  block('article')('第三条 本规则自发布之日起施行。'),
]

/**
 * The document with the number of an article typed twice: the label of the article after it becomes its own, so that one
 * number is missing. Null where it has too few articles.
 */
export function doubledIn(plain: Plain, regulation: Regulation, index: number): Plain | null {
  const [first, second] = [regulation.articles[index], regulation.articles[index + 1]]
  if (!first || !second) return null
  let article = -1
  const blocks = plain.blocks.map(block => {
    if (block.kind === 'article') article++
    if (block.kind !== 'article' || article !== index + 1) return block
    return { ...block, text: first.label + block.text.slice(second.label.length) }
  })
  return { ...plain, blocks }
}

/**
 * Prints the document; null where the print no longer tells where a paragraph begins: a full line that ends a sentence,
 * then a paragraph without label, and neither blank lines nor indents differ.
 */
export function laidOut(plain: Plain, layout: Layout): string | null {
  const printed = printBlocks(plain, layout)
  if (!printed) return null
  const text = paged(printed, plain.title, layout).join(layout.lineEnd)
  return layout.traditional ? toTraditional(text) : text
}

const toTraditional = Converter({ from: 'cn', to: 't' })

interface PrintedLine {
  text: string
  opens: boolean
}

function printBlocks(plain: Plain, layout: Layout): PrintedLine[] | null {
  const [title, ...body] = plain.blocks
  const contents = layout.contents && plain.headings.length > 1 ? ['目 录', ...plain.headings] : []
  const blocks = [title!, ...contents.map(text => ({ kind: 'matter' as const, text })), ...body]
  const lines: PrintedLine[] = []
  for (const [index, block] of blocks.entries()) {
    const wrapped = wrap(withWidths(block.text, layout), layout, block.kind)
    const next = blocks[index + 1]
    if (next?.kind === 'paragraph' && tellsNothing(wrapped, withWidths(next.text, layout), layout))
      return null
    lines.push(...wrapped.map((text, at) => ({ text, opens: at === 0 })))
  }
  return lines
}

function withWidths(text: string, { widths }: Layout): string {
  if (widths === 'full-digits')
    return text.replace(/[0-9%]/g, c => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  if (widths === 'half-punctuation' || widths === 'half-marks') {
    const half = text.replace(
      /[，；：（）！？]/g,
      c => ({ '，': ',', '；': ';', '：': ':', '（': '(', '）': ')', '！': '!', '？': '?' })[c]!,
    )
    return widths === 'half-marks' ? half.replace(/。/g, '.') : half
  }
  return text
}

const CLOSING = '，。、；：？！）》”’〕…,;:?!)%'
const OPENING = '（《“‘〔('

/** Breaks a block into printed lines; the first is narrower by its indent. */
function wrap(text: string, { cells, kinsoku, indent }: Layout, kind: Block['kind']): string[] {
  const lead = indent === 'none' || kind === 'matter' || kind === 'heading' ? '' : '　　'
  const shown = indent === 'kept' ? lead : ''
  if (cells === 0) return [shown + text]
  const lines: string[] = []
  let line = ''
  let room = cells - 2 * lead.length
  for (const piece of kinsoku ? unbreakable(text) : [...text]) {
    if (line !== '' && width(line) + width(piece) > room) {
      lines.push(line)
      line = ''
      room = cells
    }
    line += line === '' ? piece.trimStart() : piece
  }
  return [...lines, line].map((each, at) => (at === 0 ? shown + each : each)).map(each => each.trimEnd())
}

function unbreakable(text: string): string[] {
  return text.match(new RegExp(`[${OPENING}]*(?:[0-9A-Za-z.]+|[^])[${CLOSING}]*`, 'gu')) ?? []
}

function width(text: string): number {
  let cells = 0
  for (const c of text) cells += c.charCodeAt(0) < 0x2010 ? 1 : 2
  return cells
}

function tellsNothing(lines: string[], next: string, { cells, kinsoku, indent, blanks }: Layout): boolean {
  if (cells === 0 || indent === 'kept' || blanks === 'blocks') return false
  const last = lines.at(-1)!
  const room = cells - (lines.length === 1 && indent === 'stripped' ? 4 : 0)
  const first = kinsoku ? unbreakable(next)[0]! : [...next][0]!
  return width(last) + width(first) > room - 1 // half a character of room is within what digits vary
}

function paged(lines: PrintedLine[], title: string, layout: Layout): string[] {
  const printed: string[] = []
  let page = 1
  lines.forEach((line, index) => {
    if (index > 0 && layout.blanks !== 'none' && (layout.blanks === 'lines' || line.opens)) printed.push('')
    if (layout.page > 0 && index > 0 && index % layout.page === 0)
      printed.push(...furniture(layout, page++, title))
    printed.push(line.text)
  })
  return printed
}

function furniture({ furniture, lineEnd }: Layout, page: number, title: string): string[] {
  return {
    dashes: [`- ${page} -`],
    words: ['', `第 ${page} 页`, ''],
    bare: [`${page}`],
    feed: [`\f${lineEnd}`],
    head: [`— ${page} —`, '\f', title],
  }[furniture]
}

/** What a layout must not change: divisions, addresses, captions, labels and clean text of every unit. */
export function unitsIn(regulation: Regulation): string[] {
  return [
    ...regulation.divisions.map(each => `${each.address} ${each.label} ${each.heading}`),
    ...regulation.articles.flatMap(articleUnits),
    ...regulation.annexes.flatMap(annex => [
      `${annex.address} ${annex.label} ${annex.heading}`,
      ...annex.divisions.map(each => `${each.address} ${each.label} ${each.heading}`),
      ...annex.paragraphs.flatMap(paragraphUnits),
      ...annex.articles.flatMap(articleUnits),
    ]),
  ]
}

function articleUnits(article: Article): string[] {
  const head = `${article.address} ${article.division} ${article.label} ${articleText(article).length}`
  return [head, ...article.paragraphs.flatMap(paragraphUnits)]
}

function paragraphUnits(paragraph: Paragraph): string[] {
  return [
    `${paragraph.address} ${paragraph.passage.text}`,
    ...paragraph.items.flatMap(item =>
      [item, ...item.subitems].map(each => `${each.address} ${each.label}${each.passage.text}`),
    ),
  ]
}

/** The document read again from another layout. */
export function reread(source: Source, text: string): Regulation {
  const { noise: _, ...entry } = source
  return structureOf({ ...entry, text })
}
