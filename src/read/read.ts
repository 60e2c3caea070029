import type { ManifestEntry, Problem, Source } from '../types.ts'
import { decode } from './decode.ts'
import { inFile, ReadError, tooLarge } from './error.ts'
import { type Extract, ofWhole } from './extract.ts'
import { formatOf } from './format.ts'
import type { PdfAssets } from './pdf.ts'
import { MOST_BYTES } from './thresholds.ts'

export interface ReadOptions {
  /** Read undecodable bytes as U+FFFD with a Problem for each, instead of refusing the file. */
  lossy?: boolean
  pdf?: PdfAssets
}

/**
 * A document's text from its file's bytes: by what the bytes are, then by the file's ending; text (txt, md), html, mht, docx, pdf
 * or Akoma Ntoso. The readers of all but text are loaded when first needed. `encoding` of the source is the one found.
 * Throws ReadError and nothing else; its message names the file, the place and the remedy.
 */
export async function readSource(
  bytes: Uint8Array,
  entry: ManifestEntry,
  options: ReadOptions = {},
): Promise<Source> {
  try {
    return await read(bytes, entry, options)
  } catch (error) {
    throw named(error, entry.file)
  }
}

/** Loads the readers of all kinds of files, which otherwise come with the first file of their kind. */
export async function loadReaders(): Promise<void> {
  const [pdf] = await Promise.all([
    import('./pdf.ts'),
    import('./docx/docx.ts'),
    import('./mht.ts'),
    import('./html.ts'),
    import('./akoma-ntoso.ts'),
  ])
  await pdf.loadPdf()
}

/** The error with the file's name; what a library throws on a broken file counts as damage of the file. */
function named(error: unknown, file: string): ReadError {
  if (error instanceof ReadError) return inFile(error, file)
  const message = error instanceof Error ? error.message : String(error)
  const reason = error instanceof RangeError ? 'its parts are nested too deeply, or too many' : message
  return inFile(
    new ReadError('damaged', `the file cannot be read (${reason}); get it again, or give its text`),
    file,
  )
}

async function read(bytes: Uint8Array, entry: ManifestEntry, options: ReadOptions): Promise<Source> {
  if (bytes.length > MOST_BYTES)
    throw tooLarge(`has ${Math.round(bytes.length / 1e6)} MB; at most ${MOST_BYTES / 1e6} are read`)
  const format = formatOf(bytes, entry.file)
  if (format === 'docx') return sourceOf(entry, (await import('./docx/docx.ts')).extractDocx(bytes), [])
  if (format === 'mht') return sourceOf(entry, (await import('./mht.ts')).extractMht(bytes, options), [])
  if (format === 'pdf')
    return sourceOf(entry, await (await import('./pdf.ts')).extractPdf(bytes, options.pdf), [])
  const { text, encoding, problems } = decode(bytes, entry.encoding, options)
  if (text.trim() === '') throw new ReadError('empty', 'the file holds only white space; get it again')
  if (format === 'text') return { ...entry, encoding, text, problems }
  const extract =
    format === 'akn'
      ? (await import('./akoma-ntoso.ts')).extractAkomaNtoso(text)
      : (await import('./html.ts')).extractHtml(text)
  return sourceOf({ ...entry, encoding }, extract, problems.map(ofWhole))
}

function sourceOf(entry: ManifestEntry, extract: Extract, problems: Problem[]): Source {
  return { ...entry, text: extract.text, noise: extract.noise, problems: [...problems, ...extract.problems] }
}
