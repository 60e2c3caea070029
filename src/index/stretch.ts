import { sharedWith } from '../text/shared.ts'
import { LONG } from './thresholds.ts'

/** Where each character stands in the text that is measured now; one table serves one text after the other. */
export interface Characters {
  text: string
  /** By code of the character its last place in the text, from 1; 0 where it is not there. */
  last: Int32Array
}

/** A table without a text. */
export function noCharacters(): Characters {
  return { text: '', last: new Int32Array(65_536) }
}

/**
 * What measures the longest stretch that a text has in common with another, in UTF-16 code units: only where two characters are the
 * same something is counted, so that it takes as long as the other text is, not as both multiplied. Takes the table from the text
 * before.
 */
export function stretcher(text: string, characters: Characters): (other: string) => number {
  if (text.length > LONG) {
    const shared = sharedWith(codesOf(text))
    return other => shared(codesOf(other)).reduce((most, length) => Math.max(most, length), 0)
  }
  const { last } = characters
  for (let at = 0; at < characters.text.length; at++) last[characters.text.charCodeAt(at)] = 0
  characters.text = text
  // Of each place, from 1, the place before it with the same character.
  const before = new Int32Array(text.length + 1)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    before[at + 1] = last[code]!
    last[code] = at + 1
  }
  // Of each place in the text, how long a stretch ends there, and where in the other text it ends, counted through all of them.
  const lengths = new Int32Array(text.length + 1)
  const ends = new Float64Array(text.length + 1)
  let counted = 2
  return other => {
    let longest = 0
    for (let end = 0; end < other.length; end++)
      // Backwards: what ended one character earlier in both must still be as it was.
      for (let at = last[other.charCodeAt(end)]!; at > 0; at = before[at]!) {
        const length = ends[at - 1] === counted + end - 1 ? lengths[at - 1]! + 1 : 1
        lengths[at] = length
        ends[at] = counted + end
        if (length > longest) longest = length
      }
    counted += other.length + 1
    return longest
  }
}

function codesOf(text: string): Uint16Array {
  return Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}
