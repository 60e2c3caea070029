import {
  CANDIDATES_KEPT,
  FULL_CONTAINED_SENTENCE,
  FULL_SENTENCE,
  LEAD_SMOOTHING,
  POINTING_POWER,
  SENTENCE_SHARE,
} from '../thresholds.ts'
import type { WeighedArticle, WeighedRegulation } from './weigh.ts'

/** Two articles worth comparing, by their index in their documents; `base` is a first rough likeness. */
export interface CandidatePair {
  a: number
  b: number
  base: number
  /** How much better (log) than the best rival: another b for this a, another a for this b. */
  lead: [number, number]
  /** 1 for the first among the rivals, 1/2 for the second … */
  rank: [number, number]
  /** How surely a single sentence of a (of b) points at the other article and at no other of its document, 0 to 1. */
  pointed: [number, number]
  /** Share of a's (of b's) weight in sentences that point at the other article before all others. */
  votes: [number, number]
}

/**
 * For each article of either document its likeliest counterparts in the other, found through an index of shared words:
 * articles and their sentences are both looked up, so that one clause of a long article is enough.
 */
export function candidatesBetween(a: WeighedRegulation, b: WeighedRegulation): CandidatePair[] {
  const scores = roughScores(a, b)
  const kept = new Set<string>()
  for (const [i, row] of scores.entries()) for (const j of best(row)) kept.add(`${i} ${j}`)
  const columns = b.articles.map((_, j) => scores.map(row => row[j]!))
  const [fromA, fromB] = [pointing(a, b), pointing(b, a)]
  for (const [j, column] of columns.entries()) for (const i of best(column)) kept.add(`${i} ${j}`)
  return [...kept].map(key => {
    const [i, j] = key.split(' ').map(Number) as [number, number]
    const [there, back] = [fromA[i]![j]!, fromB[j]![i]!]
    return {
      ...compared(i, j, scores[i]!, columns[j]!),
      pointed: [there.pointed, back.pointed],
      votes: [there.votes, back.votes],
    }
  })
}

function compared(
  a: number,
  b: number,
  row: number[],
  column: number[],
): Omit<CandidatePair, 'pointed' | 'votes'> {
  const base = row[b]!
  const rivals: [number[], number[]] = [row.filter((_, at) => at !== b), column.filter((_, at) => at !== a)]
  const lead = rivals.map(scores => leadOver(base, Math.max(0, ...scores)))
  const rank = rivals.map(scores => 1 / (1 + scores.filter(score => score > base).length))
  return { a, b, base, lead: lead as [number, number], rank: rank as [number, number] }
}

/** How much better (log) one rough likeness is than another. */
function leadOver(base: number, rival: number): number {
  return Math.log(base + LEAD_SMOOTHING) - Math.log(rival + LEAD_SMOOTHING)
}

function best(scores: number[]): number[] {
  return [...scores.keys()]
    .filter(at => scores[at]! > 0)
    .sort((x, y) => scores[y]! - scores[x]! || x - y)
    .slice(0, CANDIDATES_KEPT)
}

/** Rough likeness of every article of a (row) with every one of b: words, characters, best sentence. */
function roughScores(a: WeighedRegulation, b: WeighedRegulation): number[][] {
  const scores = a.articles.map(() => b.articles.map(() => 0))
  addCosines(scores, a, b, article => [{ vector: article.words, damp: 1 }], 1)
  addCosines(scores, a, b, article => [{ vector: article.grams, damp: 1 }], 1)
  addCosines(scores, a, b, sentencePartsOf, SENTENCE_SHARE)
  return scores
}

interface Pointing {
  pointed: number
  votes: number
}

/** For each article of a (row) and each of b: where the sentences of a's article point to. */
function pointing(a: WeighedRegulation, b: WeighedRegulation): Pointing[][] {
  const index = partsByTerm(b.articles.map(article => ({ vector: article.words, damp: 1 })))
  return a.articles.map(article => {
    const row = b.articles.map(() => ({ pointed: 0, votes: 0 }))
    for (const { words } of article.pieces) {
      const shares = sharesFound(words, index, b.articles.length)
      const highest = Math.max(0, ...shares)
      if (highest === 0) continue
      const sure = Math.min(1, words.mass / FULL_CONTAINED_SENTENCE)
      const first = shares.indexOf(highest)
      row[first]!.votes += words.mass / article.words.mass
      shares.forEach((share, j) => {
        row[j]!.pointed = Math.max(row[j]!.pointed, share * (share / highest) ** POINTING_POWER * sure)
      })
    }
    return row
  })
}

/** Share of the vector's weight that stands in each article. */
function sharesFound(
  words: WeighedPart['vector'],
  index: Map<string, [number, number][]>,
  size: number,
): number[] {
  const found = Array<number>(size).fill(0)
  for (const [term, weight] of words.weights) for (const [at] of index.get(term) ?? []) found[at]! += weight
  return found.map(mass => mass / (words.mass || 1))
}

function partsByTerm(parts: WeighedPart[]): Map<string, [part: number, weight: number][]> {
  const index = new Map<string, [number, number][]>()
  parts.forEach(({ vector }, at) => {
    for (const [term, weight] of vector.weights) {
      const entries = index.get(term)
      if (entries) entries.push([at, weight])
      else index.set(term, [[at, weight]])
    }
  })
  return index
}

interface WeighedPart {
  vector: WeighedArticle['words']
  /** Light sentences count less, however alike. */
  damp: number
}

function sentencePartsOf(article: WeighedArticle): WeighedPart[] {
  return article.pieces.map(({ words }) => ({ vector: words, damp: Math.min(1, words.mass / FULL_SENTENCE) }))
}

/** Adds, for each two articles, the highest cosine between their parts; parts meet only where they share a term. */
function addCosines(
  scores: number[][],
  a: WeighedRegulation,
  b: WeighedRegulation,
  parts: (article: WeighedArticle) => WeighedPart[],
  share: number,
): void {
  const ofB = b.articles.flatMap((article, j) => parts(article).map(part => ({ ...part, j })))
  const index = partsByTerm(ofB)
  a.articles.forEach((article, i) => {
    const highest = new Float64Array(b.articles.length)
    for (const { vector, damp } of parts(article)) {
      const products = new Map<number, number>()
      for (const [term, weight] of vector.weights)
        for (const [at, other] of index.get(term) ?? [])
          products.set(at, (products.get(at) ?? 0) + weight * other)
      for (const [at, product] of products) {
        const { vector: other, damp: otherDamp, j } = ofB[at]!
        const likeness = (product / (vector.norm * other.norm)) * Math.min(damp, otherDamp)
        if (likeness > highest[j]!) highest[j] = likeness
      }
    }
    highest.forEach((likeness, j) => {
      scores[i]![j]! += share * likeness
    })
  })
}
