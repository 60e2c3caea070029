import { parentPort } from 'node:worker_threads'
import { type DocumentRead, readDocument } from '../../../src/analyse.ts'
import { ReadError } from '../../../src/read/error.ts'
import { type ReadOptions, readSource } from '../../../src/read/read.ts'
import type { ManifestEntry } from '../../../src/types.ts'
import { pdfAssets } from '../pdf-assets.ts'
import { MOST_CHARACTERS } from './thresholds.ts'
import { tooLarge } from './too-large.ts'

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
    const { length } = source.text
    if (length > MOST_CHARACTERS)
      throw tooLarge(entry, `has ${length} characters; at most ${MOST_CHARACTERS} are read`)
    return { document: readDocument(source) }
  } catch (error) {
    if (!(error instanceof ReadError)) return { fault: error }
    const { code, message, place } = error
    return { refused: { code, message, place } }
  }
}
