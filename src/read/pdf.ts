/// <reference path="./ambient.d.ts" />
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { holdsRadicals, withoutRadicals } from '../text/radicals.ts'
import type { Problem } from '../types.ts'
import { ReadError } from './error.ts'
import { about, type Extract, joinLines } from './extract.ts'
import { type LaidOutPage, layOut, type PdfPage, type PdfPiece } from './pdf-layout.ts'
import { nameRunningLines } from './pdf-running.ts'
import { plausibility } from './plausibility.ts'
import {
  DOUBTFUL,
  FEWEST_LETTERS,
  MOST_PAGES,
  MOST_PIECES,
  MOST_PIECES_OF_A_PAGE,
  TURNED_SLOPE,
} from './thresholds.ts'

/** What the pdf reader needs of the place it runs in. */
export interface PdfAssets {
  /**
   * Gives a file of pdfjs-dist's `cmaps/` by name (`UniGB-UTF16-H.bcmap`): tables of Chinese character codes, for the files
   * that use one without carrying it. Rejects where there is none.
   */
  characterTable?: (file: string) => Promise<Uint8Array>
}

/**
 * Text of a pdf, a line a printed line, by position: pages in order, two columns one after the other, indents as ideographic
 * spaces; running heads and page numbers are known by repetition and place and named as noise, so are watermarks.
 * A line feed inside a paragraph (the line is full and the next is not indented) is named `hard-wrap`.
 * Throws ReadError `pdf-encrypted`, `pdf-damaged`, `pdf-no-text`. The worker of pdf.js runs in the same thread.
 */
export async function extractPdf(bytes: Uint8Array, assets: PdfAssets = {}): Promise<Extract> {
  const missing = new Set<string>()
  const document = await open(bytes, tablesFrom(assets, missing))
  try {
    return extractOf(await pagesOf(document), [...missing].sort())
  } finally {
    await document.loadingTask.destroy()
  }
}

/** The door through which pdf.js asks for files; notes the tables that could not be had. */
function tablesFrom({ characterTable }: PdfAssets, missing: Set<string>) {
  return class {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl') throw new Error(`not needed to read text: ${filename}`)
      try {
        if (characterTable) return new Uint8Array(await characterTable(filename))
      } catch {
        // Reported as a problem of the text, below.
      }
      missing.add(filename.replace(/\.bcmap$/, ''))
      throw new Error(`no table ${filename}`)
    }
  }
}

/** Loads pdf.js, which otherwise comes with the first pdf. */
export async function loadPdf() {
  // With the worker's code already in place pdf.js looks for no worker file, neither in Node nor in a page.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

async function open(bytes: Uint8Array, BinaryDataFactory: object): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await loadPdf()
  try {
    return await getDocument({
      data: new Uint8Array(bytes), // a copy: pdf.js takes the buffer away, and refuses the Buffer of Node
      BinaryDataFactory,
      useWorkerFetch: false,
      verbosity: VerbosityLevel.ERRORS,
      useSystemFonts: false,
      disableFontFace: true,
      isEvalSupported: false,
      stopAtErrors: false,
    }).promise
  } catch (error) {
    throw refusal(error as Error)
  }
}

function refusal(error: Error): ReadError {
  if (error.name === 'PasswordException')
    return new ReadError(
      'pdf-encrypted',
      'the pdf is locked by a password; open it and save it without, or give its text',
    )
  return new ReadError(
    'pdf-damaged',
    `not a readable pdf (${error.message}); get it again, or print it to a new pdf`,
  )
}

async function pagesOf(document: PDFDocumentProxy): Promise<PdfPage[]> {
  const pages: PdfPage[] = []
  let count = 0
  if (document.numPages > MOST_PAGES)
    throw tooLong(`${document.numPages} pages; at most ${MOST_PAGES} are read`)
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    // As it is shown: pages may be turned by a quarter.
    const { transform, width, height } = page.getViewport({ scale: 1 })
    const items = await itemsOf(page)
    const pieces = items.flatMap(item => ('str' in item ? pieceOf(item, transform as Matrix, height) : []))
    pages.push({ number, width, height, pieces })
    page.cleanup()
    count += pieces.length
    if (count > MOST_PIECES) throw tooLong(`more than ${MOST_PIECES} pieces of text`)
  }
  return pages
}

type TextItems = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items']

/** What `getTextContent` gives, read as it comes: a page made to burst is left as soon as it holds more than any page does. */
async function itemsOf(page: PDFPageProxy): Promise<TextItems> {
  const reader = page.streamTextContent({ includeMarkedContent: false }).getReader()
  const items: TextItems = []
  for (;;) {
    const { value, done }: { value?: { items: TextItems }; done: boolean } = await reader.read()
    if (done || !value) return items
    for (const item of value.items) items.push(item)
    if (items.length <= MOST_PIECES_OF_A_PAGE) continue
    const refusal = tooLong(`more than ${MOST_PIECES_OF_A_PAGE} pieces of text on page ${page.pageNumber}`)
    await reader.cancel(refusal)
    throw refusal
  }
}

function tooLong(reason: string): ReadError {
  return new ReadError('too-large', `has ${reason}; print those of the regulation to a new pdf`)
}

type Matrix = [number, number, number, number, number, number]

/** A text item of pdf.js in points from the lower left corner of the page as shown; none for white space. */
function pieceOf(
  item: { str: string; transform: number[]; width: number },
  view: Matrix,
  height: number,
): PdfPiece[] {
  const [a, b, c, d, x, y] = product(view, item.transform as Matrix)
  const size = Math.hypot(c, d)
  if (item.str.trim() === '' || !(size > 0)) return []
  const turned = Math.abs(b) > Math.abs(a) * TURNED_SLOPE
  return [{ text: item.str, x, y: height - y, width: item.width, size, turned }]
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function extractOf(pages: PdfPage[], missing: string[]): Extract {
  const laidOut = layOut(pages)
  const { text: drawn, noise } = joinLines(nameRunningLines(laidOut, pages))
  const text = withoutRadicals(drawn)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS) throw missing.length ? noTables(missing) : noText(pages.length)
  return { text, noise, problems: [...doubts(text, pages, laidOut, missing), ...radicals(drawn)] }
}

function radicals(drawn: string): Problem[] {
  const message =
    'the fonts of the pdf name some characters by the radical drawn alike (⺠ for 民); read as the characters'
  return holdsRadicals(drawn) ? [about('radicals-replaced', 'note', message)] : []
}

function doubts(text: string, pages: PdfPage[], laidOut: LaidOutPage[], missing: string[]): Problem[] {
  const list = (numbers: number[]) => numbers.slice(0, 12).join(', ') + (numbers.length > 12 ? ', …' : '')
  const columns = laidOut.filter(page => page.columns > 1).map(page => page.number)
  const empty = pages.filter(page => page.pieces.length === 0).map(page => page.number)
  const whole = { start: 0, end: text.length }
  const tables = `text is missing: the character tables ${missing.join(', ')} were not at hand`
  return [
    ...(missing.length ? [about('missing-character-tables', 'error', tables, whole)] : []),
    ...(columns.length
      ? [
          about(
            'two-columns',
            'warning',
            `pages ${list(columns)} were read as two columns, left before right; compare with the file`,
            whole,
          ),
        ]
      : []),
    ...(empty.length
      ? [
          about(
            'page-without-text',
            'warning',
            `pages ${list(empty)} hold no text (perhaps pictures); what they show is missing here`,
          ),
        ]
      : []),
    ...(plausibility(text) < DOUBTFUL
      ? [
          about(
            'unreadable-characters',
            'warning',
            'hardly any character is a common one: the fonts of the pdf do not say which characters they draw',
            whole,
          ),
        ]
      : []),
  ]
}

function noTables(missing: string[]): ReadError {
  return new ReadError(
    'pdf-no-tables',
    `the pdf uses character tables (${missing.join(', ')}) that are not at hand; print it to a new pdf, or give its text`,
  )
}

function noText(pages: number): ReadError {
  return new ReadError(
    'pdf-no-text',
    `the ${pages} ${pages === 1 ? 'page holds' : 'pages hold'} pictures and no text, as a scan does; run character recognition and give its text`,
  )
}
