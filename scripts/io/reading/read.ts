import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { DocumentRead } from '../../../src/analyse.ts'
import { ReadError } from '../../../src/read/error.ts'
import type { ReadOptions } from '../../../src/read/read.ts'
import { articleText, unitsOf } from '../../../src/structure/address.ts'
import type { ManifestEntry, Regulation } from '../../../src/types.ts'
import type { Answer, Asked } from './thread.ts'
import {
  LONGEST_ARTICLE,
  MOST_ARTICLES,
  MOST_HEAP_MB,
  MOST_PARTS,
  MOST_SECONDS,
  MOST_WAITING_SECONDS,
} from './thresholds.ts'
import { tooLarge } from './too-large.ts'

/**
 * Reads a document in a thread of its own, so that a file made to burst (or one that a reader of ours is slow at) ends at a limit
 * of processor time and memory. Throws ReadError with the file's name, as `readSource` does; `too-large` at a limit. One document
 * at a time.
 */
export async function readWithinLimits(
  bytes: Uint8Array,
  entry: ManifestEntry,
  options: Pick<ReadOptions, 'lossy'> = {},
  seconds = MOST_SECONDS,
): Promise<DocumentRead> {
  const answer = await answerOf({ bytes, entry, options }, seconds)
  if ('fault' in answer) throw answer.fault
  if ('refused' in answer) {
    const { code, message, place } = answer.refused
    throw new ReadError(code, message, place)
  }
  refuseLarge(answer.document.regulation, entry)
  return answer.document
}

function refuseLarge(regulation: Regulation, entry: ManifestEntry): void {
  const { articles } = regulation
  if (articles.length > MOST_ARTICLES)
    throw tooLarge(entry, `has ${articles.length} articles; at most ${MOST_ARTICLES} are compared`)
  const longest = articles.find(article => articleText(article).length > LONGEST_ARTICLE)
  if (longest)
    throw tooLarge(entry, `has an article of more than ${LONGEST_ARTICLE} characters (${longest.label})`)
  const parts = unitsOf(regulation).length
  if (parts > MOST_PARTS)
    throw tooLarge(entry, `has ${parts} articles, paragraphs and items; at most ${MOST_PARTS} are compared`)
}

let idle: Worker | undefined

async function answerOf(asked: Asked, seconds: number): Promise<Answer> {
  const worker = idle ?? newWorker()
  idle = undefined
  const stop = new AbortController()
  worker.ref()
  try {
    const answered = once(worker, 'message', { signal: stop.signal })
    const limit = limitOf(stop.signal, seconds)
    worker.postMessage(asked)
    const [answer] = (await Promise.race([answered, limit])) as [Answer]
    idle = worker
    return answer
  } catch (error) {
    void worker.terminate()
    throw reasonOf(error, asked.entry)
  } finally {
    stop.abort()
    worker.unref()
  }
}

/** Fails when the process has worked, or waited, for too long. While a document is read nothing else is done. */
async function limitOf(signal: AbortSignal, seconds: number): Promise<never> {
  const start = process.cpuUsage()
  const end = performance.now() + MOST_WAITING_SECONDS * 1000
  while (performance.now() < end) {
    await pause(EVERY_MS, undefined, { signal })
    const { user, system } = process.cpuUsage(start)
    if ((user + system) / 1e6 > seconds) throw new Limit(`takes more than ${seconds} s to read`)
  }
  throw new Limit('is never read')
}

class Limit extends Error {}

function reasonOf(error: unknown, entry: ManifestEntry): unknown {
  if (error instanceof Limit) return tooLarge(entry, error.message)
  const outOfMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
  return outOfMemory ? tooLarge(entry, `needs more than ${MOST_HEAP_MB} MB of memory to be read`) : error
}

const EVERY_MS = 50

function newWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_HEAP_MB, maxYoungGenerationSizeMb: 64 }
  return new Worker(new URL('./thread.mjs', import.meta.url), { execArgv: [], resourceLimits })
}
