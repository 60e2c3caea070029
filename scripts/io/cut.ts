import { readFileSync } from 'node:fs'
import nodejieba from 'nodejieba'
import { groupBy } from '../../src/group.ts'
import { cutterOf, type Lexicon, type PackedLexicon } from '../../src/text/words.ts'
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

/** All Chinese words of the dictionary but names of persons, those of one count together: a third of the size. */
export function packedDictionary(): PackedLexicon {
  const { total, counts, persons } = dictionary()
  const byCount = groupBy(
    [...counts.keys()].filter(word => /^[\u4e00-\u9fff]+$/.test(word) && !persons.has(word)).sort(),
    word => counts.get(word)!,
  )
  const rows = [...byCount].sort(([a], [b]) => a - b)
  return { total, byCount: rows.map(([count, words]) => [count, words.join(' ')]) }
}

// nodejieba says where its dictionaries lie, its types do not.
const { DEFAULT_DICT, DEFAULT_USER_DICT } = nodejieba as unknown as Record<string, string>

interface Dictionary {
  total: number
  counts: Map<string, number>
  persons: Set<string>
}

let read: Dictionary | undefined

/**
 * jieba's dictionary: a word, its count and its part of speech on each line. The few words of its second file have no count of
 * their own or one beside the total of the first; without one a word is as frequent as the median word.
 */
function dictionary(): Dictionary {
  if (read) return read
  const lines = linesOf(DEFAULT_DICT!)
  const counts = new Map(lines.map(([word, count]) => [word!, Number(count)]))
  const persons = new Set(lines.flatMap(([word, , part = '']) => (part.startsWith('nr') ? [word!] : [])))
  const ordered = [...counts.values()].sort((a, b) => a - b)
  const median = ordered[Math.floor(ordered.length / 2)]!
  let total = 0
  for (const count of ordered) total += count
  for (const [word, ...rest] of linesOf(DEFAULT_USER_DICT!))
    counts.set(word!, rest.length === 2 ? Number(rest[0]) : median)
  read = { total, counts, persons }
  return read
}

function linesOf(file: string): string[][] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => line.split(' '))
}
