import type { Match } from '../../src/types.ts'
import { matches } from '../parts/data.ts'
import { run } from './work.ts'

/**
 * Matches of two documents: the build's, or where it did not compare the two (more than 40 documents) those that were
 * worked out since the page was opened; null where there are none yet.
 */
export async function knownMatches(a: string, b: string): Promise<Match[] | null> {
  return (await matches(a, b)) ?? computed.get(keyOf(a, b)) ?? null
}

const computed = new Map<string, Match[]>()
const failed = new Set<string>()

function keyOf(a: string, b: string): string {
  return [a, b].sort().join('~')
}

/** Whether the two are still to be aligned; not again where that failed. */
export function alignable(a: string, b: string): boolean {
  const key = keyOf(a, b)
  return a !== b && !computed.has(key) && !failed.has(key)
}

const underWay = new Map<string, Promise<void>>()

/** Aligns two documents, for `knownMatches` from then on. Never rejects: a failure leaves the pair unknown. */
export function alignPair(a: string, b: string): Promise<void> {
  const key = keyOf(a, b)
  const aligning = underWay.get(key) ?? aligned(a, b).finally(() => underWay.delete(key))
  underWay.set(key, aligning)
  return aligning
}

async function aligned(a: string, b: string): Promise<void> {
  try {
    computed.set(keyOf(a, b), await run('align', { a, b }))
  } catch (error) {
    console.warn(error)
    failed.add(keyOf(a, b))
  }
}
