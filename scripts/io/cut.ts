import { readFileSync } from 'node:fs'
import nodejieba from 'nodejieba'
import { cutterOf, type Lexicon } from '../../src/text/words.ts'
import type { Cut } from '../../src/types.ts'

/**
 * Cuts as jieba does without guessing at new words. Loading its dictionary takes about a second, once. Where nodejieba's
 * compiled part is missing, our own cutter does the same over the same dictionary, and a line on stderr says so.
 */
export const cut: Cut = text => {
  cutter ??= compiled() ?? own()
  return cutter(text)
}

let cutter: Cut | undefined

function compiled(): Cut | null {
  try {
    nodejieba.cut('', false)
    return text => nodejieba.cut(text, false)
  } catch (error) {
    // Not built, or built for another Node: nodejieba and Node have a code for each.
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'BINDING_NOT_FOUND' && code !== 'ERR_DLOPEN_FAILED') throw error
    return null
  }
}

function own(): Cut {
  process.stderr.write(
    "guijian: nodejieba's compiled part is missing: words are cut by our own cutter, the same but slower (`npm rebuild nodejieba` builds it)\n",
  )
  const { total, counts } = dictionary()
  return cutterOf({ total, words: Object.fromEntries(counts) })
}

/** The words that cutting these texts used, in code unit order, with jieba's counts: what a page needs to cut alike. */
export function lexiconOf(texts: Iterable<string>): Lexicon {
  const { total, counts } = dictionary()
  const used = new Set<string>()
  for (const text of texts) for (const word of cut(text)) if (counts.has(word)) used.add(word)
  return { total, words: Object.fromEntries([...used].sort().map(word => [word, counts.get(word)!])) }
}

// nodejieba says where its dictionaries lie, its types do not.
const { DEFAULT_DICT, DEFAULT_USER_DICT } = nodejieba as unknown as Record<string, string>

let read: { total: number; counts: Map<string, number> } | undefined

/**
 * jieba's dictionary: a word, its count and its part of speech on each line. The few words of its second file have no count of
 * their own or one beside the total of the first; without one a word is as frequent as the median word.
 */
function dictionary(): { total: number; counts: Map<string, number> } {
  if (read) return read
  const counts = new Map(linesOf(DEFAULT_DICT!).map(([word, count]) => [word!, Number(count)]))
  const ordered = [...counts.values()].sort((a, b) => a - b)
  const median = ordered[Math.floor(ordered.length / 2)]!
  let total = 0
  for (const count of ordered) total += count
  for (const [word, ...rest] of linesOf(DEFAULT_USER_DICT!))
    counts.set(word!, rest.length === 2 ? Number(rest[0]) : median)
  read = { total, counts }
  return read
}

function linesOf(file: string): string[][] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => line.split(' '))
}
