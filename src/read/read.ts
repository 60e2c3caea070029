import type { ManifestEntry, Problem, Source } from '../types.ts'
import { decode } from './decode.ts'
import { ReadError } from './error.ts'
import type { Extract } from './extract.ts'
import { formatOf } from './format.ts'

export interface ReadOptions {
  /** Read undecodable bytes as U+FFFD with a Problem for each, instead of refusing the file. */
  lossy?: boolean
}

/**
 * A document's text from its file's bytes: by what the bytes are, then by the file's ending; text (txt, md), html, docx or pdf.
 * The readers of html, docx and pdf are loaded when first needed. `encoding` of the source is the one found.
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
    if (error instanceof ReadError)
      throw new ReadError(error.code, `${entry.file}: ${error.message}`, error.place)
    throw error
  }
}

async function read(bytes: Uint8Array, entry: ManifestEntry, options: ReadOptions): Promise<Source> {
  const format = formatOf(bytes, entry.file)
  const { text, encoding, problems } = decode(bytes, entry.encoding, options)
  if (text.trim() === '') throw new ReadError('empty', 'the file holds only white space; get it again')
  if (format === 'text') return { ...entry, encoding, text, problems }
  const { extractHtml } = await import('./html.ts')
  const extract = extractHtml(text)
  return sourceOf(
    { ...entry, encoding },
    extract,
    problems.filter(problem => problem.rule.startsWith('encoding')),
  )
}

function sourceOf(entry: ManifestEntry, extract: Extract, problems: Problem[]): Source {
  return { ...entry, text: extract.text, noise: extract.noise, problems: [...problems, ...extract.problems] }
}
