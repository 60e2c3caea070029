import type { Document, Element } from 'domhandler'
import type { Problem } from '../../types.ts'
import { ReadError } from '../error.ts'
import { about, type Extract, type ExtractLine, joinLines } from '../extract.ts'
import { attribute, childAt, childElements, parseXml } from '../xml.ts'
import { chunkReader, type Doubt, type LinesRead, type Nesting } from './chunks.ts'
import { linesOfBody } from './lines.ts'
import { numberingOf } from './numbering.ts'
import { archiveOf, damaged, type Unpack, xmlText } from './parts.ts'

/**
 * Text of a Word file: a line a paragraph, automatic numbers (第%1条, （一）) written out as Word shows them, a table row whose
 * cells hold one paragraph each as one line, footnotes after the text, named; parts that the file takes in whole (altChunk) where
 * they stand. Tracked changes are read as accepted, comments and hidden text are left out. Reads WordprocessingML (ECMA-376)
 * itself: mammoth, the usual reader, drops the words of automatic numbers, and in this genre they are the article's number.
 * Throws ReadError `docx-damaged`, `docx-no-text` or `too-large`.
 */
export function extractDocx(bytes: Uint8Array): Extract {
  const { lines, doubts } = readWord(bytes, { depth: 1, budget: { unpacked: 0, elements: 0, attributes: 0 } })
  const { text, noise } = joinLines(lines)
  if (!/\p{L}/u.test(text)) throw noText(doubts)
  return { text, noise, problems: doubts.map(doubt => problemOf(doubt, lines)) }
}

function problemOf({ rule, severity, message, line }: Doubt, lines: ExtractLine[]): Problem {
  const index = line ? lines.indexOf(line) : -1
  if (index < 0) return about(rule, severity, message)
  const start = lines.slice(0, index).reduce((length, { text }) => length + text.length + 1, 0)
  return about(rule, severity, message, { start, end: start + 1 })
}

function readWord(bytes: Uint8Array, at: Nesting): LinesRead {
  const unpack = archiveOf(bytes, at.budget)
  const parts = unpack(name => WANTED.test(name))
  const main = Object.keys(parts).find(name => /^word\/document\d*\.xml$/.test(name))
  const part = (name: string) => (parts[name] ? parseXml(xmlText(parts[name]), at.budget) : null)
  const document = main && part(main)
  const body = document && childAt(document, 'document', 'body')
  if (!body) throw damaged('it has no document part')
  const numbering = numberingOf(part('word/numbering.xml'), part('word/styles.xml'))
  const chunks = chunksOf(unpack, at)
  const { lines, revised } = linesOfBody(body, numbering, notesOf(part), chunks.linesOf)
  const doubts = [...(revised ? [REVISED] : []), ...commentsIn(part('word/comments.xml')), ...chunks.doubts]
  return { lines, doubts }
}

const WANTED = /^word\/(document\d*|numbering|styles|footnotes|endnotes|comments)\.xml$/

const REVISED: Doubt = {
  rule: 'docx-revisions',
  severity: 'warning',
  message: 'the file holds tracked changes; it was read as if all were accepted',
}

/** Lines of the parts taken in, and what was doubtful in them; the relations are read when the first part is asked for. */
function chunksOf(unpack: Unpack, at: Nesting) {
  let read: ((chunk: Element) => LinesRead) | undefined
  const doubts: Doubt[] = []
  const linesOf = (chunk: Element): ExtractLine[] => {
    read ??= chunkReader(unpack, at, readWord)
    const found = read(chunk)
    doubts.push(...found.doubts)
    return found.lines
  }
  return { linesOf, doubts }
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

/** Comments are what readers of a draft wrote beside it: no part of the text, but whoever compares it should know of them. */
function commentsIn(part: Document | null): Doubt[] {
  const root = part && childAt(part, 'comments')
  const count = root ? childElements(root).length : 0
  if (count === 0) return []
  const comments = count === 1 ? '1 comment' : `${count} comments`
  const message = `the file holds ${comments} beside the text; they were left out`
  return [{ rule: 'docx-comments', severity: 'warning', message }]
}

function noText(doubts: Doubt[]): ReadError {
  const unread = doubts.find(({ rule }) => rule === 'docx-part-unread')
  return new ReadError(
    'docx-no-text',
    unread?.message ??
      'the docx holds no text (perhaps scanned pages); run character recognition and give its text',
  )
}
