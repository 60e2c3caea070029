import { type Element, isTag, isText } from 'domhandler'
import { ReadError } from './error.ts'
import { about, type Extract, type ExtractLine, joinLines } from './extract.ts'
import { FEWEST_LETTERS } from './thresholds.ts'
import { childElements, localName, parseXml } from './xml.ts'

/**
 * The text of a document in Akoma Ntoso (OASIS LegalDocML, of any version), as a typist would set it: numbers and headings are
 * lines or open them, and so are read as in every other text; a heading of an article stands as 【目的】 after its number. Files
 * of `<law>` with a `<unit>` for each article, as others export them, are read the same way. Notes are named as footnotes, tables
 * of contents as such; metadata is left out. Throws ReadError `xml-no-text` or `too-large`.
 */
export function extractAkomaNtoso(xml: string): Extract {
  const root = childElements(parseXml(xml))[0]
  const writer = new UnitWriter()
  if (root) writeTitle(root, writer)
  if (root) write(root, writer, 'none')
  writer.endLine()
  const { text, noise } = joinLines([...writer.lines, ...writer.notes])
  if ((text.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) throw noText()
  return { text, noise, problems: root && isCutOff(xml, root) ? [CUT_OFF] : [] }
}

const CUT_OFF = about(
  'xml-cut-off',
  'error',
  'the file ends before its elements are closed: what follows is missing; get it again',
)

function isCutOff(xml: string, root: Element): boolean {
  return !xml.includes(`</${root.name}`)
}

function noText(): ReadError {
  return new ReadError('xml-no-text', 'the document holds no text, only its description; get it again')
}

/** A document that has no title over its text may have one in its description, or as an attribute. */
function writeTitle(root: Element, writer: UnitWriter): void {
  if (['docTitle', 'preface', 'longTitle'].some(name => find(root, name))) return
  const title =
    root.attribs.title ?? find(root, 'FRBRalias')?.attribs.value ?? find(root, 'FRBRname')?.attribs.value
  if (title && /\p{Script=Han}/u.test(title)) writer.write(title)
  writer.endLine()
}

/** The first element of this name, in the order of the text. */
function find(parent: Element, name: string): Element | undefined {
  for (const child of childElements(parent)) {
    const found = localName(child) === name ? child : find(child, name)
    if (found) return found
  }
  return undefined
}

const DIVISIONS = words(
  'book tome part title subtitle chapter subchapter section subsection division subdivision subpart',
)
/** What holds a line of text. */
const TEXTS = words(
  'p block li td th heading subheading crossHeading listIntroduction listWrapUp longTitle tocItem',
)
/** What begins a line even inside one. */
const BLOCKS = new Set([
  ...DIVISIONS,
  ...words(
    'p block li tr table ul ol blockList item listIntroduction listWrapUp embeddedStructure quotedStructure toc',
  ),
  ...words(
    'tocItem unit article paragraph subparagraph alinea clause point indent list content intro wrapUp hcontainer',
  ),
])
const LEFT_OUT = words('meta proprietary del remark')
const HEAD = words('num heading subheading')

function words(list: string): Set<string> {
  return new Set(list.split(' '))
}

/**
 * Where an element stands: in a line of text, in which white space is layout; in text that a unit holds itself, as no standard
 * has it, whose lines are lines; or in neither, where every element is a line of its own.
 */
type Inside = 'line' | 'lines' | 'none'

function write(element: Element, writer: UnitWriter, inside: Inside): void {
  const name = localName(element)
  if (LEFT_OUT.has(name)) return
  if (name === 'authorialNote') writer.note(plainText(element))
  else if (name === 'eol' || name === 'br') writer.endLine()
  else if (inside !== 'none' && !BLOCKS.has(name)) writeQuoted(element, writer, inside)
  else if (name === 'tr') writeRow(element, writer)
  else writeBlock(element, name, writer)
}

function writeBlock(element: Element, name: string, writer: UnitWriter): void {
  writer.endLine()
  const first = writer.lines.length
  const isText = TEXTS.has(name)
  const label = isText ? '' : writeHead(element, name, writer)
  writeQuoted(element, writer, isText ? 'line' : holdsText(element) ? 'lines' : 'none')
  writer.endLine()
  if (label) writer.endLabel(label)
  if (name === 'toc') for (const line of writer.lines.slice(first)) line.noise = 'table-of-contents'
}

function holdsText(element: Element): boolean {
  return element.children.some(child => isText(child) && child.data.trim() !== '')
}

/** What an element holds, in the quotation marks that it may name instead of holding them. */
function writeQuoted(element: Element, writer: UnitWriter, inside: Inside): void {
  const { startQuote = '', endQuote = '' } = element.attribs
  if (startQuote) writer.open(startQuote)
  for (const child of element.children) {
    if (isText(child)) writeText(child.data, writer, inside)
    else if (isTag(child) && !(inside !== 'line' && HEAD.has(localName(child)))) write(child, writer, inside)
  }
  if (endQuote) writer.close(endQuote)
}

function writeText(data: string, writer: UnitWriter, inside: Inside): void {
  const lines = inside === 'line' ? [data.replace(/[ \t\r\n]+/g, ' ')] : data.split(/\r\n|\r|\n/)
  lines.forEach((line, index) => {
    if (index > 0) writer.endLine()
    writer.write(line)
  })
}

/** Writes the number and heading of a unit, if it has any: gives back what then waits for the unit's text. */
function writeHead(element: Element, name: string, writer: UnitWriter): string {
  const { number, heading } = headOf(element)
  const kind = name === 'unit' ? (element.attribs.type ?? '') : name
  const isArticle = kind === 'article' || /^第.+条/.test(number)
  const gap = number && (heading || /^第/.test(number)) ? '　' : ''
  if (!isArticle && DIVISIONS.has(kind) && (heading || /^第.+[编章节]$/.test(number))) {
    writer.write(number + (heading && gap) + heading)
    writer.endLine()
    return ''
  }
  if (name === 'attachment') {
    // As GB/T 9704 sets it: the label on a line of its own, the title below.
    writer.write(number)
    if (!/[。；，：！？]/.test(heading)) writer.endLine()
    writer.write(heading)
    writer.endLine()
    return ''
  }
  const label = number + gap + (heading && isArticle ? `【${heading.replace(/[【】]/g, '')}】` : heading)
  if (label) writer.open(label)
  // A number without any word is a label only where it stands alone.
  if (/^[\d—-]+$/.test(label)) writer.endLabel(label)
  return label
}

function headOf(element: Element): { number: string; heading: string } {
  const textOf = (...names: string[]) =>
    childElements(element)
      .filter(child => names.includes(localName(child)))
      .map(plainText)
      .filter(text => text !== '')
      .join('　')
  const isUnit = localName(element) === 'unit'
  const { number = '', heading = '', title = '' } = isUnit ? element.attribs : {}
  return { number: textOf('num') || number, heading: textOf('heading', 'subheading') || heading || title }
}

function plainText(element: Element): string {
  const parts = element.children.map(child =>
    isText(child) ? child.data : isTag(child) ? plainText(child) : '',
  )
  return parts.join('').replace(/\s+/g, ' ').trim()
}

/** A row is one line, its cells apart by tabs; those before its first cell with text stay, so that each keeps its column. */
function writeRow(row: Element, writer: UnitWriter): void {
  writer.endLine()
  writer.line(childElements(row).map(plainText).join('\t').trimEnd())
}

/** Collects text into lines. A number waits for the first line of its unit. */
class UnitWriter {
  readonly lines: ExtractLine[] = []
  readonly notes: ExtractLine[] = []
  #waiting = ''
  #parts: string[] = []
  #length = 0
  #marks: NonNullable<ExtractLine['marks']> = []

  write(text: string): void {
    if (this.#length > 0) this.#add(text)
    else if (text.trim() !== '') this.#begin(text.trimStart())
  }

  /** A whole line, with the white space it begins with, behind a number that waits. */
  line(text: string): void {
    if (text.trim() !== '') this.#begin(text)
    this.endLine()
  }

  /** What opens the next text: a number, a quotation mark. */
  open(text: string): void {
    if (this.#length > 0) this.#add(text)
    else this.#waiting += text
  }

  /** What ends the text before. */
  close(text: string): void {
    const last = this.lines.at(-1)
    if (this.#length > 0 || !last) this.write(text)
    else last.text += text
  }

  /** The unit of this number ends: one that had no text is a line by itself. */
  endLabel(label: string): void {
    if (!this.#waiting.endsWith(label)) return
    this.#begin('')
    this.endLine()
  }

  note(text: string): void {
    if (text === '') return
    if (this.#length === 0) this.#begin('')
    const mark = `[${this.notes.length + 1}]`
    this.#marks.push({ kind: 'footnote-mark', from: this.#length, to: this.#length + mark.length })
    this.#add(mark)
    this.notes.push({ text: `${mark} ${text}`, noise: 'footnote' })
  }

  endLine(): void {
    const text = this.#parts.join('').trimEnd()
    const marks = this.#marks
    if (text !== '') this.lines.push(marks.length > 0 ? { text, marks } : { text })
    this.#parts = []
    this.#length = 0
    this.#marks = []
  }

  #begin(text: string): void {
    this.#add(this.#waiting + text)
    this.#waiting = ''
  }

  #add(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}
