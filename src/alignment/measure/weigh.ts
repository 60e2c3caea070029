import { LEAST_RARITY, SINGLE_CHARACTER } from '../thresholds.ts'
import type { Piece, PreparedArticle, PreparedRegulation, Terms } from './prepare.ts'

/** Terms with their weights, the root of the sum of their squares, and their sum. */
export interface Vector {
  weights: Map<string, number>
  norm: number
  mass: number
}

export interface WeighedPiece {
  piece: Piece
  words: Vector
}

export interface WeighedArticle {
  article: PreparedArticle
  words: Vector
  pieces: WeighedPiece[]
}

export interface WeighedRegulation {
  id: string
  articles: WeighedArticle[]
}

/** How much a shared term counts: little where many articles have it. In natural logarithms. */
export interface Rarity {
  word(word: string): number
}

/**
 * Rarity over the articles at hand. Articles of one wording count once, so that a second copy of a document changes
 * nothing; the order of documents does not matter.
 */
export function rarityOf(regulations: PreparedRegulation[]): Rarity {
  const distinct = new Map(
    regulations.flatMap(({ articles }) => articles.map(article => [article.text, article])),
  )
  const articles = [...distinct.values()]
  const words = documentFrequency(articles.map(article => article.terms))
  const rarity = (frequency: Map<string, number>) => (term: string) =>
    Math.max(LEAST_RARITY, Math.log((articles.length + 1) / ((frequency.get(term) ?? 0) + 0.5)))
  return { word: rarity(words) }
}

function documentFrequency(documents: Terms[]): Map<string, number> {
  const frequency = new Map<string, number>()
  for (const terms of documents)
    for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  return frequency
}

/** The regulation with every term weighed. */
export function weighRegulation({ id, articles }: PreparedRegulation, rarity: Rarity): WeighedRegulation {
  return {
    id,
    articles: articles.map(article => ({
      article,
      words: weigh(article.terms, rarity.word),
      pieces: article.pieces.map(piece => ({ piece, words: weigh(piece.terms, rarity.word) })),
    })),
  }
}

function weigh(terms: Terms, rarity: (term: string) => number): Vector {
  return vectorOf(new Map([...terms].map(([term, n]) => [term, (1 + Math.log(n)) * rarity(term)])))
}

function vectorOf(weights: Map<string, number>): Vector {
  let squares = 0
  let mass = 0
  for (const weight of weights.values()) {
    squares += weight * weight
    mass += weight
  }
  return { weights, norm: Math.sqrt(squares), mass }
}

/** Weight of a word inside a run, where single characters count a little. */
export function wordWeight(word: string, rarity: (term: string) => number): number {
  if (!isWord(word)) return LEAST_RARITY
  return word.length > 1 ? rarity(word) : SINGLE_CHARACTER
}

/** Whether a word of a cut text is one, and no mark of punctuation. */
export function isWord(word: string): boolean {
  return /[\p{L}\p{N}]/u.test(word)
}

export function cosine(a: Vector, b: Vector): number {
  const shared = product(a, b)
  return shared === 0 ? 0 : shared / (a.norm * b.norm)
}

function product(a: Vector, b: Vector): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a]
  let total = 0
  for (const [term, weight] of small.weights) total += weight * (large.weights.get(term) ?? 0)
  return total
}

/** Share of a's weight whose terms stand in b too. */
export function containment(a: Vector, b: Vector): number {
  return a.mass === 0 ? 0 : sharedMass(a, b) / a.mass
}

/** Weight of a's terms that stand in b too. */
function sharedMass(a: Vector, b: Vector): number {
  let shared = 0
  for (const [term, weight] of a.weights) if (b.weights.has(term)) shared += weight
  return shared
}
