import { fetchFrom, LoadError } from '../parts/data.ts'
import { JOBS } from './jobs.ts'
import type { Answer, Order } from './messages.ts'

const stops = new Map<number, AbortController>()

/** The program of the worker: takes orders of `work.ts`, several at a time. */
export async function take(order: Order): Promise<void> {
  if ('stop' in order) return stops.get(order.id)?.abort()
  const { id, page, job, input } = order
  const stop = new AbortController()
  stops.set(id, stop)
  fetchFrom(page)
  try {
    const result = await JOBS[job](input as never, part => answer({ id, part }), stop.signal)
    answer({ id, result })
  } catch (error) {
    answer({ id, failed: String(error), file: error instanceof LoadError ? error.file : null })
  } finally {
    stops.delete(id)
  }
}

function answer(said: Answer): void {
  postMessage(said)
}
