import type { Evidence } from '../../types.ts'
import { LEAST_PART_LIKENESS, PARTS_SHOWN, PHRASES_SHOWN } from '../thresholds.ts'
import {
  containment,
  cosine,
  isWord,
  placesOf,
  type Rarity,
  type WeighedArticle,
  wordWeight,
} from './weigh.ts'

/** Why two articles are held to answer each other; the runner-up is filled in by whoever knows the rivals. */
export function evidenceOf(a: WeighedArticle, b: WeighedArticle, rarity: Rarity): Evidence {
  return {
    // Words are compared with names made alike; what is shown must stand in both as they are.
    phrases: sharedPhrases(a.article.words, b.article.words, rarity)
      .filter(phrase => a.article.own.includes(phrase) && b.article.own.includes(phrase))
      .slice(0, PHRASES_SHOWN),
    containment: [rounded(containment(a.words, b.words)), rounded(containment(b.words, a.words))],
    runnerUp: null,
    parts: answeringParts(a, b),
  }
}

/** Three decimals: what is written out should not hang on the last bit. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Longest runs of words that both have, heaviest first, none inside another; single words only when nothing longer is shared. */
function sharedPhrases(a: string[], b: string[], rarity: Rarity): string[] {
  const found = new Map<string, number>()
  const places = placesOf(b)
  for (const [start, word] of a.entries())
    for (const place of places.get(word) ?? []) {
      if (!isWord(word) || (start > 0 && isWord(a[start - 1]!) && a[start - 1] === b[place - 1])) continue
      let length = 0
      while (isWord(a[start + length] ?? '') && a[start + length] === b[place + length]) length++
      const run = a.slice(start, start + length)
      found.set(
        run.join(''),
        run.reduce((sum, w) => sum + wordWeight(w, rarity.word), 0),
      )
    }
  const heaviest = [...found].sort(([p, x], [q, y]) => y - x || (p < q ? -1 : 1)).map(([phrase]) => phrase)
  return heaviest.filter(
    (phrase, at) => phrase.length > 1 && !heaviest.slice(0, at).some(other => other.includes(phrase)),
  )
}

/** The pieces of either article that answer each other best, where an article has more than one. */
function answeringParts(a: WeighedArticle, b: WeighedArticle): Evidence['parts'] {
  if (a.pieces.length < 2 && b.pieces.length < 2) return []
  const pairs = a.pieces.flatMap(p =>
    b.pieces.map(q => ({ a: p.piece.address, b: q.piece.address, score: rounded(cosine(p.words, q.words)) })),
  )
  const best = new Map<string, (typeof pairs)[number]>()
  for (const pair of pairs.filter(({ score }) => score >= LEAST_PART_LIKENESS)) {
    const key = `${pair.a} ${pair.b}`
    if (pair.score > (best.get(key)?.score ?? 0)) best.set(key, pair)
  }
  return [...best.values()].sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : 1)).slice(0, PARTS_SHOWN)
}
