import { TextDecoder } from '@exodus/bytes/encoding-browser.js'
import type { Document, Element } from 'domhandler'
import { strFromU8, unzipSync } from 'fflate'
import { linesOfBody } from './docx-lines.ts'
import { numberingOf } from './docx-numbering.ts'
import { attribute, childAt, childElements, parseXml } from './docx-xml.ts'
import { ReadError } from './error.ts'
import { about, type Extract, joinLines } from './extract.ts'
import { LARGEST_PART } from './thresholds.ts'

/**
 * Text of a Word file: a line a paragraph, automatic numbers (第%1条, （一）) written out as Word shows them, a table row whose
 * cells hold one paragraph each as one line, footnotes after the text, named. Tracked changes are read as accepted, hidden text
 * is left out. Reads WordprocessingML (ECMA-376) itself: mammoth, the usual reader, drops the words of automatic numbers,
 * and in this genre they are the article's number. Throws ReadError `docx-damaged` or `docx-no-text`.
 */
export function extractDocx(bytes: Uint8Array): Extract {
  const parts = unzip(bytes)
  const main = Object.keys(parts).find(name => /^word\/document\d*\.xml$/.test(name))
  const body = main && childAt(parseXml(parts[main]!), 'document', 'body')
  if (!body) throw damaged('it has no document part')
  const part = (name: string) => (parts[name] ? parseXml(parts[name]) : null)
  const numbering = numberingOf(part('word/numbering.xml'), part('word/styles.xml'))
  const { lines, revised } = linesOfBody(body, numbering, notesOf(part))
  const { text, noise } = joinLines(lines)
  if (!/\p{L}/u.test(text)) throw noText()
  const revisions = 'the file holds tracked changes; it was read as if all were accepted'
  return { text, noise, problems: revised ? [about('docx-revisions', 'warning', revisions)] : [] }
}

const WANTED = /^word\/(document\d*|numbering|styles|footnotes|endnotes)\.xml$/
function unzip(bytes: Uint8Array): Record<string, string> {
  try {
    const files = unzipSync(bytes, { filter: file => WANTED.test(file.name) && isReadable(file) })
    return Object.fromEntries(Object.entries(files).map(([name, data]) => [name, xmlText(data)]))
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw damaged('the archive is broken or incomplete')
  }
}

function isReadable({ name, originalSize }: { name: string; originalSize: number }): boolean {
  if (originalSize <= LARGEST_PART) return true
  const size = Math.round(originalSize / 1e6)
  throw new ReadError(
    'too-large',
    `${name} has ${size} MB when unpacked; at most ${LARGEST_PART / 1e6} are read; give the text of the regulation alone`,
  )
}

function xmlText(data: Uint8Array): string {
  if (data[0] === 0xff || data[0] === 0xfe)
    return new TextDecoder(data[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(data)
  return strFromU8(data).replace(/^\ufeff/, '')
}

function notesOf(part: (name: string) => Document | null): Map<string, Element> {
  const notes = new Map<string, Element>()
  for (const kind of ['footnote', 'endnote']) {
    const document = part(`word/${kind}s.xml`)
    const root = document && childAt(document, `${kind}s`)
    // Separators between text and notes are notes with a type.
    for (const note of root ? childElements(root) : [])
      if (attribute(note, 'type') === undefined) notes.set(`${kind} ${attribute(note, 'id')}`, note)
  }
  return notes
}

function damaged(reason: string): ReadError {
  return new ReadError(
    'docx-damaged',
    `not a readable docx: ${reason}; open it in a word processor and save it again as docx`,
  )
}

function noText(): ReadError {
  return new ReadError(
    'docx-no-text',
    'the docx holds no text (perhaps scanned pages); run character recognition and give its text',
  )
}
