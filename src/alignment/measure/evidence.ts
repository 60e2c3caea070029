import { sharedWith } from '../../text/shared.ts'
import type { Evidence } from '../../types.ts'
import { LEAST_PART_LIKENESS, PARTS_SHOWN, PHRASES_SHOWN } from '../thresholds.ts'
import { containment, cosine, isWord, type Rarity, type WeighedArticle, wordWeight } from './weigh.ts'

/** Why two articles are held to answer each other; the runner-up is filled in by whoever knows the rivals. */
export function evidenceOf(a: WeighedArticle, b: WeighedArticle, rarity: Rarity): Evidence {
  return {
    phrases: sharedPhrases(a, b, rarity),
    containment: [rounded(containment(a.words, b.words)), rounded(containment(b.words, a.words))],
    runnerUp: null,
    parts: answeringParts(a, b),
  }
}

/** Three decimals: what is written out should not hang on the last bit. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/**
 * Longest runs of words that both have, heaviest first, none inside another; single words only when nothing longer is shared. What is
 * shown must stand in both as it is, though words are compared with names made alike.
 */
function sharedPhrases(
  { article: a }: WeighedArticle,
  { article: b }: WeighedArticle,
  rarity: Rarity,
): string[] {
  const heaviest = [...sharedRuns(a.words, b.words, rarity)]
    .filter(([phrase]) => phrase.length > 1)
    .sort(([p, x], [q, y]) => y - x || (p < q ? -1 : 1))
  const apart: string[] = []
  const shown: string[] = []
  for (const [phrase] of heaviest) {
    if (shown.length === PHRASES_SHOWN) break
    if (apart.some(other => other.includes(phrase))) continue
    apart.push(phrase)
    if (a.own.includes(phrase) && b.own.includes(phrase)) shown.push(phrase)
  }
  return shown
}

/** Runs of words that both have and that go on in neither, with their weight. */
function sharedRuns(a: string[], b: string[], rarity: Rarity): Map<string, number> {
  const numbers = new Map([...new Set(b.filter(isWord))].map((word, at) => [word, at]))
  const keysOf = (words: string[], none: number) => words.map(word => numbers.get(word) ?? none)
  const lengths = sharedWith(keysOf(b, -1))(keysOf(a, -2))
  const found = new Map<string, number>()
  for (const [at, length] of lengths.entries()) {
    if (length === 0 || lengths[at + 1] === length + 1) continue
    const run = a.slice(at + 1 - length, at + 1)
    found.set(
      run.join(''),
      run.reduce((sum, word) => sum + wordWeight(word, rarity.word), 0),
    )
  }
  return found
}

/** The pieces of either article that answer each other best, where an article has more than one. */
function answeringParts(a: WeighedArticle, b: WeighedArticle): Evidence['parts'] {
  if (a.pieces.length < 2 && b.pieces.length < 2) return []
  const best = new Map<string, Evidence['parts'][number]>()
  for (const { piece: p, words } of a.pieces)
    for (const { piece: q, words: others } of b.pieces) {
      const score = rounded(cosine(words, others))
      if (score < LEAST_PART_LIKENESS) continue
      const key = `${p.address} ${q.address}`
      if (score > (best.get(key)?.score ?? 0)) best.set(key, { a: p.address, b: q.address, score })
    }
  return [...best.values()].sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : 1)).slice(0, PARTS_SHOWN)
}
