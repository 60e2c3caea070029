import { ReadError } from '../../../src/read/error.ts'
import type { ManifestEntry } from '../../../src/types.ts'

/** The refusal of a file for its size. */
export function tooLarge({ file }: ManifestEntry, reason: string): ReadError {
  return new ReadError('too-large', `${file}: ${reason}; give the text of the regulation alone`)
}
