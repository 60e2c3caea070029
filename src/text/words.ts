import type { Cut } from '../types.ts'
import { LONGEST_CHUNK } from './thresholds.ts'

/** Words with their counts in the dictionary they came from, and the sum of that dictionary's counts. */
export interface Lexicon {
  total: number
  words: Record<string, number>
}

/** The same as it travels: words of one count together, a space between. */
export interface PackedLexicon {
  total: number
  byCount: [count: number, words: string][]
}

export function unpackLexicon({ total, byCount }: PackedLexicon): Lexicon {
  const words: Record<string, number> = Object.create(null)
  for (const [count, list] of byCount) for (const word of list.split(' ')) words[word] = count
  return { total, words }
}

/**
 * A cutter over a lexicon: the cut whose words are likeliest together, each by its share of the dictionary. A character
 * outside every word stands alone. Over the words of jieba's dictionary the cut is that of `nodejieba.cut(text, false)`.
 * Time and memory grow with the text's length.
 */
export function cutterOf(lexicon: Lexicon): Cut {
  const weights = new Map(
    Object.entries(lexicon.words).map(([word, n]) => [word, Math.log(n / lexicon.total)]),
  )
  let longest = 1
  for (const word of weights.keys()) longest = Math.max(longest, word.length)
  return text =>
    chunks(text).flatMap(chunk => wordsOnPath(chunk, bestEnds(chunk, weights, longest, lexicon.total)))
}

// No word crosses a stop, so the best path can be found between stops: tables stay small on any text.
function chunks(text: string): string[] {
  return text.match(CHUNK) ?? []
}

const CHUNK = new RegExp(`[^，。；\\n]{1,${LONGEST_CHUNK}}[，。；\\n]*|[，。；\\n]+`, 'g')

/** For each position the end of the word that begins the best cut from there on. */
function bestEnds(text: string, weights: Map<string, number>, longest: number, total: number): Uint32Array {
  const unknown = -Math.log(total)
  const best = new Float64Array(text.length + 1)
  const ends = new Uint32Array(text.length)
  for (let start = text.length - 1; start >= 0; start--) {
    best[start] = -Infinity
    const single = start + (text.codePointAt(start)! > 0xffff ? 2 : 1)
    for (let end = single; end <= Math.max(single, Math.min(text.length, start + longest)); end++) {
      const weight = weights.get(text.slice(start, end)) ?? (end === single ? unknown : -Infinity)
      if (weight + best[end]! > best[start]!) {
        best[start] = weight + best[end]!
        ends[start] = end
      }
    }
  }
  return ends
}

function wordsOnPath(text: string, ends: Uint32Array): string[] {
  const words: string[] = []
  for (let start = 0; start < text.length; start = ends[start]!) words.push(text.slice(start, ends[start]))
  return words
}
