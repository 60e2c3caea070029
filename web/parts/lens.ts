import type { UnitText } from '../../src/diff/unit-text.ts'
import { addDocument, type Fingerprints, sharedRanges } from '../../src/insights/own-text.ts'
import type { Range, Regulation } from '../../src/types.ts'
import { namesFor } from './columns.ts'
import { regulations } from './data.ts'

/** What the lens of `fading.ts` looks through: fingerprints of all texts. Import it when the lens is used. */
const prints: Fingerprints = { documents: [], spread: new Map() }

export function isRead(ids: string[]): boolean {
  return prints.documents.length >= ids.length
}

/** Reads all documents, one after the other, so that keys and clicks are answered in between. */
export async function readAll(ids: string[]): Promise<void> {
  for (const text of await regulations(ids)) {
    addDocument(prints, text)
    await new Promise(resolve => setTimeout(resolve))
  }
}

/** Ranges of the unit that at least `k` documents have. */
export function sharedIn(text: Regulation, unit: UnitText, k: number): Range[] {
  return sharedRanges(unit, namesFor(text), k, prints)
}
