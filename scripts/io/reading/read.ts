import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { DocumentRead } from '../../../src/analyse.ts'
import { inFile, ReadError, tooLarge } from '../../../src/read/error.ts'
import type { ReadOptions } from '../../../src/read/read.ts'
import type { ManifestEntry } from '../../../src/types.ts'
import type { Answer, Asked } from './thread.ts'
import { MOST_HEAP_MB, MOST_SECONDS, MOST_WAITING_SECONDS } from './thresholds.ts'

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
  return answer.document
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
  if (error instanceof Limit) return inFile(tooLarge(error.message), entry.file)
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
  return inFile(tooLarge(`needs more than ${MOST_HEAP_MB} MB of memory to be read`), entry.file)
}

const EVERY_MS = 50

function newWorker(): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_HEAP_MB, maxYoungGenerationSizeMb: 64 }
  return new Worker(new URL('./thread.mjs', import.meta.url), { execArgv: [], resourceLimits })
}
