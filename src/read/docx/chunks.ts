import type { Element } from 'domhandler'
import { decode } from '../decode.ts'
import { ReadError, tooLarge } from '../error.ts'
import type { ExtractLine } from '../extract.ts'
import { formatOf } from '../format.ts'
import { linesOfPage } from '../html.ts'
import { type ArchivedPage, pagesIn } from '../mht.ts'
import { DEEPEST_CHUNK, MOST_CHUNKS } from '../thresholds.ts'
import { attribute, childAt, childElements, countIn, parseXml } from '../xml.ts'
import { type Budget, type Unpack, xmlText } from './parts.ts'

/** What the reader of a Word file could not be sure of, and the line where it stands; none for the whole file. */
export interface Doubt {
  rule: string
  severity: 'error' | 'warning' | 'note'
  message: string
  line?: ExtractLine
}

export interface LinesRead {
  lines: ExtractLine[]
  doubts: Doubt[]
}

/**
 * Reads the parts that a document takes in whole where an altChunk names them (ECMA-376 part 1, 17.17.2): pages (html, mht), text,
 * other Word files. Programs that export a page as a Word file put all of its text into one. A part that cannot be read leaves
 * an empty line and a doubt that names it.
 */
export function chunkReader(unpack: Unpack, at: Nesting, read: ReadWord): (chunk: Element) => LinesRead {
  const targets = targetsIn(unpack, at)
  let count = 0
  return chunk => {
    if (++count > MOST_CHUNKS) throw tooLarge(`takes in more than ${MOST_CHUNKS} parts (altChunk)`)
    const id = attribute(chunk, 'id') ?? ''
    const name = targets.get(id)
    try {
      const bytes = name && unpack(part => part === name)[name]
      if (!bytes) throw new ReadError('docx-damaged', 'is not in the file')
      return linesOfPart(bytes, name, at, read)
    } catch (error) {
      if (!(error instanceof ReadError) || error.code === 'too-large') throw error
      return unread(name ?? (id || 'without a name'), error)
    }
  }
}

/** Where a Word file stands among those that take each other in, and what all of them may unpack. */
export interface Nesting {
  depth: number
  budget: Budget
}

/** Reads a Word file that stands inside another. */
export type ReadWord = (bytes: Uint8Array, at: Nesting) => LinesRead

function unread(name: string, { message }: ReadError): LinesRead {
  const line: ExtractLine = { text: '' }
  const reason = message.replace(/^the file is /, '').split('; ')[0]!
  const remedy = 'open the docx in a word processor and save it again, then the text stands in it'
  const doubt = `the part ${name}, whose text belongs here, was not read (${reason}); ${remedy}`
  return { lines: [line], doubts: [{ rule: 'docx-part-unread', severity: 'error', message: doubt, line }] }
}

/** The name of each part by the id of its relation to the document; parts that lie outside the file have none. */
function targetsIn(unpack: Unpack, at: Nesting): Map<string, string> {
  const [data] = Object.values(unpack(name => RELATIONS.test(name)))
  const root = data && childAt(parseXml(xmlText(data), at.budget), 'Relationships')
  const targets = new Map<string, string>()
  for (const relation of root ? childElements(root) : []) {
    const { Id = '', Target = '', TargetMode } = relation.attribs
    if (TargetMode !== 'External') targets.set(Id, inArchive(Target))
  }
  return targets
}

const RELATIONS = /^word\/_rels\/document\d*\.xml\.rels$/

/** A target counts from the folder of the document, or with a slash from the root: `../a.html`, `/word/a.html`. */
function inArchive(target: string): string {
  const path: string[] = target.startsWith('/') ? [] : ['word']
  for (const step of decoded(target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

function linesOfPart(bytes: Uint8Array, name: string, at: Nesting, read: ReadWord): LinesRead {
  const format = formatOf(bytes, name)
  if (format === 'docx' && at.depth >= DEEPEST_CHUNK)
    throw tooLarge(`takes in Word files inside each other, more than ${DEEPEST_CHUNK} deep`)
  if (format === 'docx') return read(bytes, { ...at, depth: at.depth + 1 })
  if (format === 'mht') return whole(linesOfArchived(pagesIn(bytes)[0]!, at))
  if (format !== 'html' && format !== 'text')
    throw new ReadError('unknown-format', `the file is of a kind that is not read here (${format})`)
  const { text } = decode(bytes)
  const isPage = format === 'html' || /<(?:p|div|span|br|table|h[1-6])[\s/>]/i.test(text.slice(0, 4096))
  return whole(linesOfArchived({ isHtml: isPage, text }, at))
}

function linesOfArchived(
  { isHtml, text }: Pick<ArchivedPage, 'isHtml' | 'text'>,
  at: Nesting,
): ExtractLine[] {
  if (isHtml) return linesOfPage(text, at.budget)
  const lines = text.split(/\r\n|\r|\n/).map(line => ({ text: line }))
  countIn(at.budget, { elements: lines.length })
  return lines
}

function whole(lines: ExtractLine[]): LinesRead {
  return { lines, doubts: [] }
}
