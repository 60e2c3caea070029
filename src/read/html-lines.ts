import { type AnyNode, type Element, isTag, isText } from 'domhandler'
import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import { fold } from '../text/fold.ts'
import { itemMarks } from './html-lists.ts'
import { MARK_LENGTH } from './thresholds.ts'

/** A line as a reader of the page sees it. */
export interface HtmlLine {
  text: string
  /** Characters of `text` that lead to another page or do something; links within the page do not count. */
  links: number
  /** Characters of `text` that lead to a place in the same page. */
  anchors: number
  /** Stands in h1 to h6. */
  heading: boolean
  /** Elements that hold the line, outermost first. */
  path: Element[]
  noise?: string
  marks?: { kind: string; from: number; to: number }[]
}

/**
 * Lines of the element's text in reading order, white space collapsed as a browser does (not in `<pre>`).
 * Footnote marks and links to edit are marked, footnotes named; a table row whose cells hold no blocks is one line.
 */
export function linesOf(root: Element): HtmlLine[] {
  const writer = new LineWriter()
  const footnotes = footnoteTargets(root)
  walkNode(root, TOP, writer, footnotes)
  writer.endLine([])
  return writer.lines
}

interface LineContext {
  path: Element[]
  pre: boolean
  link: '' | 'away' | 'here'
  heading: boolean
  /** What the innermost `<ol>` shows before its items. */
  itemMarks: Map<Element, string>
  /** The innermost row has cells with blocks in them: its cells are blocks too. */
  roomyRow: boolean
}

const TOP: LineContext = {
  path: [],
  pre: false,
  link: '',
  heading: false,
  itemMarks: new Map(),
  roomyRow: false,
}

function walkNode(node: AnyNode, context: LineContext, writer: LineWriter, footnotes: Set<string>): void {
  if (isText(node)) writer.write(node.data, context)
  else if (isTag(node) && node.name === 'br') writer.endLine(context.path)
  else if (isTag(node)) walkElement(node, context, writer, footnotes)
}

function walkElement(node: Element, context: LineContext, writer: LineWriter, footnotes: Set<string>): void {
  const inner = { ...context, ...changesBy(node, context) }
  const block = isBlock(node, context.roomyRow)
  if (block) writer.endLine(context.path)
  const first = writer.lines.length
  const mark = markOf(node)
  const from = writer.length
  if (node.name === 'li') writer.label = context.itemMarks.get(node) ?? ''
  if (node.name === 'sup')
    writer.writeRaised(plainText(node), inner, () => walkChildren(node, inner, writer, footnotes))
  else walkChildren(node, inner, writer, footnotes)
  if (mark) writer.mark(mark, from)
  if (node.name === 'td' || node.name === 'th') writer.endCell(inner.path)
  if (block) writer.endLine(inner.path)
  if (footnotes.has(node.attribs.id ?? '')) {
    for (const line of writer.lines.slice(first)) line.noise = 'footnote'
  }
}

function walkChildren(node: Element, context: LineContext, writer: LineWriter, footnotes: Set<string>): void {
  for (const child of node.children) walkNode(child, context, writer, footnotes)
}

function changesBy(node: Element, context: LineContext): Partial<LineContext> {
  const changes: Partial<LineContext> = { path: [...context.path, node] }
  if (node.name === 'pre' || /white-space\s*:\s*pre/i.test(node.attribs.style ?? '')) changes.pre = true
  if (/^h[1-6]$/.test(node.name)) changes.heading = true
  if (node.name === 'ol' || node.name === 'ul')
    changes.itemMarks = node.name === 'ol' ? itemMarks(node) : new Map()
  if (node.name === 'tr') changes.roomyRow = holdsBlocks(node)
  if (node.name === 'a' && node.attribs.href)
    changes.link = node.attribs.href.startsWith('#') ? 'here' : 'away'
  return changes
}

const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data dfn em font i img ins del kbd label mark o:p q rb rbc rtc ruby s samp small span strike strong st1 sub sup time tt u var wbr'.split(
    ' ',
  ),
)

/** Whether a browser starts a new line for it; a cell does so only when it holds blocks itself. */
function isBlock(node: Element, roomyRow: boolean): boolean {
  if (INLINE.has(node.name)) return /display\s*:\s*block/i.test(node.attribs.style ?? '')
  if (node.name === 'td' || node.name === 'th') return roomyRow
  return !/display\s*:\s*inline\b/i.test(node.attribs.style ?? '')
}

function holdsBlocks(row: Element): boolean {
  return row.children.some(
    cell =>
      isTag(cell) &&
      cell.children.some(child => isTag(child) && (child.name === 'br' || !INLINE.has(child.name))),
  )
}

/** Raised links in brackets are footnote marks; a lone bracketed link of this meaning, put after headings by wikis, edits. */
function markOf(node: Element): string | null {
  const text = plainText(node)
  if (node.name === 'sup' && /^[[〔［(（]?\s*(注\s*)?\d{1,3}\s*[\]〕］)）]?$/.test(text))
    return /[[〔［注]/.test(text) || node.children.some(isLink) ? 'footnote-mark' : null
  return node.name === 'span' && /^[[［]\s*(编辑|編輯|edit|查看|源代码|\s|\|)+\s*[\]］]$/.test(text)
    ? 'edit-link'
    : null
}

function isLink(node: AnyNode): boolean {
  return isTag(node) && (node.name === 'a' || node.children.some(isLink))
}

/** Ids that footnote marks lead to. */
function footnoteTargets(root: Element): Set<string> {
  const targets = new Set<string>()
  const visit = (node: AnyNode, raised: boolean) => {
    if (!isTag(node)) return
    const href = node.attribs.href ?? ''
    if (raised && node.name === 'a' && href.startsWith('#') && href.length > 1) targets.add(href.slice(1))
    for (const child of node.children) visit(child, raised || node.name === 'sup')
  }
  visit(root, false)
  return targets
}

/** Text of a small element; of a large one only its beginning, enough to see that it is no mark. */
function plainText(node: Element): string {
  let text = ''
  const visit = (child: AnyNode): void => {
    if (text.length > MARK_LENGTH) return
    if (isText(child)) text += child.data
    else if (isTag(child)) child.children.forEach(visit)
  }
  visit(node)
  return text.trim()
}

/** Collects text into lines, white space as a browser shows it. */
class LineWriter {
  readonly lines: HtmlLine[] = []
  /** Number of the list item that opens here; written before its first text unless that brings its own. */
  label = ''
  // In parts and with its last character apart: asking a growing string for its end copies it each time.
  #parts: string[] = []
  #length = 0
  #last = ''
  #links = 0
  #anchors = 0
  #heading = false
  #path: Element[] = []
  #marks: { kind: string; from: number; to: number }[] = []

  get length(): number {
    return this.#length
  }

  write(data: string, context: LineContext): void {
    const pieces = context.pre ? data.split(/\r\n|\r|\n/) : [data.replace(/[ \t\r\n\f]+/g, ' ')]
    pieces.forEach((piece, index) => {
      if (index > 0) this.endLine(context.path)
      this.#append(piece, context)
    })
  }

  /** 平方米 as m<sup>2</sup> must not become m2. */
  writeRaised(text: string, context: LineContext, usual: () => void): void {
    if (/^[23]$/.test(text) && /[a-zA-Z米]/.test(this.#last)) this.#append(text === '2' ? '²' : '³', context)
    else usual()
  }

  mark(kind: string, from: number): void {
    if (from < this.#length) this.#marks.push({ kind, from, to: this.#length })
  }

  endCell(path: Element[]): void {
    if (this.#length > 0) this.#append('\t', { ...TOP, path, pre: true })
  }

  endLine(path: Element[]): void {
    const text = this.#parts.join('').trimEnd()
    if (text !== '') this.lines.push(this.#line(text, path))
    this.#parts = []
    this.#length = this.#links = this.#anchors = 0
    this.#last = ''
    this.#heading = false
    this.#marks = []
  }

  #append(piece: string, context: LineContext): void {
    const text = this.#labelled(context.pre ? piece : this.#afterSpace(piece))
    if (text === '') return
    if (this.#length === 0) this.#path = context.path
    this.#parts.push(text)
    this.#length += text.length
    this.#last = text.at(-1)!
    if (context.link === 'away') this.#links += text.trim().length
    if (context.link === 'here') this.#anchors += text.trim().length
    this.#heading ||= context.heading
  }

  #labelled(text: string): string {
    if (!this.label || text.trim() === '') return text
    const label = OWN_LABEL.test(fold(text.slice(0, MARK_LENGTH))) ? '' : this.label
    this.label = ''
    return label + text
  }

  #afterSpace(piece: string): string {
    return this.#length === 0 || this.#last === ' ' ? piece.replace(/^ +/, '') : piece
  }

  #line(text: string, path: Element[]): HtmlLine {
    const marks = this.#marks.filter(mark => mark.to <= text.length)
    const held = this.#path.length ? this.#path : path
    const line = { text, links: this.#links, anchors: this.#anchors, heading: this.#heading, path: held }
    return marks.length ? { ...line, marks } : line
  }
}

const OWN_LABEL = new RegExp(
  String.raw`^\s*([（(]?[${CHINESE_NUMERAL}\d]+[）)、.]|第\s*[${CHINESE_NUMERAL}\d]+\s*[条章节]|[①-⑳])`,
)
