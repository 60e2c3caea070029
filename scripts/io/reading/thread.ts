import { parentPort } from 'node:worker_threads'
import { type DocumentRead, readDocument } from '../../../src/analyse.ts'
import { inFile, ReadError, tooLarge } from '../../../src/read/error.ts'
import { type ReadOptions, readSource } from '../../../src/read/read.ts'
import { articleText, unitsOf } from '../../../src/structure/address.ts'
import type { ManifestEntry, Source } from '../../../src/types.ts'
import { pdfAssets } from '../pdf-assets.ts'
import { LONGEST_ARTICLE, MOST_ARTICLES, MOST_CHARACTERS, MOST_PARTS, MOST_STATEMENTS } from './thresholds.ts'

/** A document to be read. */
export interface Asked {
  bytes: Uint8Array
  entry: ManifestEntry
  options: Pick<ReadOptions, 'lossy'>
}

/** What came of it: the document, why it can't be read, or a fault of ours. */
export type Answer =
  | { document: DocumentRead }
  | { refused: Pick<ReadError, 'code' | 'message' | 'place'> }
  | { fault: unknown }

parentPort!.on('message', async (asked: Asked) => parentPort!.postMessage(await answerTo(asked)))

async function answerTo({ bytes, entry, options }: Asked): Promise<Answer> {
  try {
    const source = await readSource(bytes, entry, { ...options, pdf: pdfAssets })
    refuse(largeText(source), entry)
    const document = readDocument(source)
    refuse(largeParts(document), entry)
    return { document }
  } catch (error) {
    if (!(error instanceof ReadError)) return { fault: error }
    const { code, message, place } = error
    return { refused: { code, message, place } }
  }
}

function refuse(reason: string | null, { file }: ManifestEntry): void {
  if (reason) throw inFile(tooLarge(reason), file)
}

function largeText({ text }: Source): string | null {
  return text.length > MOST_CHARACTERS
    ? `has ${text.length} characters; at most ${MOST_CHARACTERS} are read`
    : null
}

function largeParts({ regulation, statements }: DocumentRead): string | null {
  const { articles } = regulation
  if (articles.length > MOST_ARTICLES)
    return `has ${articles.length} articles; at most ${MOST_ARTICLES} are compared`
  const longest = articles.find(article => articleText(article).length > LONGEST_ARTICLE)
  if (longest) return `has an article of more than ${LONGEST_ARTICLE} characters (${longest.label})`
  const parts = unitsOf(regulation).length
  if (parts > MOST_PARTS)
    return `has ${parts} articles, paragraphs, items and cells; at most ${MOST_PARTS} are compared`
  return statements.length > MOST_STATEMENTS
    ? `has ${statements.length} sentences and items; at most ${MOST_STATEMENTS} are compared`
    : null
}
