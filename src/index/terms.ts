import { settle } from '../text/settle.ts'
import type { Cut } from '../types.ts'

/** What a text is made of, for the index. */
export interface Terms {
  /** The text with names settled. */
  text: string
  /** Words of more than one character. */
  words: string[]
  /** Pairs of neighbouring characters: words inside words (旁听 in 旁听席) are found by them. */
  grams: string[]
}

const NO_TERMS: Terms = { text: '', words: [], grams: [] }

/** The terms of a folded text; `place` is the document's own. */
export function termsOf(text: string, place: string, cut: Cut): Terms {
  if (text === '') return NO_TERMS
  const settled = settle(text, place)
  return { text: settled, words: cut(settled).filter(isContent), grams: gramsOf(settled, 2) }
}

// A single character means little by itself; pairs of characters are counted apart.
function isContent(word: string): boolean {
  return word.length > 1 && /\p{L}/u.test(word)
}

/** Runs of so many characters, none across a mark. */
export function gramsOf(text: string, length: number): string[] {
  const grams: string[] = []
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? [])
    for (let at = 0; at + length <= run.length; at++) grams.push(run.slice(at, at + length))
  return grams
}
