import { readFileSync } from 'node:fs'
import nodejieba from 'nodejieba'
import type { Lexicon } from '../../src/text/words.ts'
import type { Cut } from '../../src/types.ts'

/** Cuts as jieba does without guessing at new words. Loading its dictionary takes about a second, once. */
export const cut: Cut = text => nodejieba.cut(text, false)

/** The words that cutting these texts used, in code unit order, with jieba's counts: what a page needs to cut alike. */
export function lexiconOf(texts: Iterable<string>): Lexicon {
  const { total, counts } = dictionary()
  const used = new Set<string>()
  for (const text of texts) for (const word of cut(text)) if (counts.has(word)) used.add(word)
  return { total, words: Object.fromEntries([...used].sort().map(word => [word, counts.get(word)!])) }
}

// nodejieba says where its dictionary lies, its types do not.
const DICTIONARY = (nodejieba as unknown as { DEFAULT_DICT: string }).DEFAULT_DICT

let read: { total: number; counts: Map<string, number> } | undefined

/** jieba's dictionary file: a word, its count and its part of speech on each line. */
function dictionary(): { total: number; counts: Map<string, number> } {
  if (read) return read
  const lines = readFileSync(DICTIONARY, 'utf8').split('\n')
  const counts = new Map(lines.map(line => line.split(' ')).map(([word, count]) => [word!, Number(count)]))
  counts.delete('')
  let total = 0
  for (const count of counts.values()) total += count
  read = { total, counts }
  return read
}
