import { FULL_CONTAINED_SENTENCE, FULL_SENTENCE, MOST_COMMON_QUANTITIES } from '../thresholds.ts'
import {
  containment,
  cosine,
  placesOf,
  type Rarity,
  sharedMass,
  type WeighedArticle,
  wordWeight,
} from './weigh.ts'

/**
 * What is measured of two articles of two documents; each is the same seen from either side. Groups are for the
 * ablation: what each brings is measured by leaving it out.
 */
export const FEATURES = [
  ['words-cosine', 'words'],
  ['words-contained', 'words'],
  ['words-contained-both', 'words'],
  ['shared-weight', 'words'],
  ['rarest-shared', 'words'],
  ['grams-cosine', 'characters'],
  ['grams-contained', 'characters'],
  ['grams-contained-both', 'characters'],
  ['best-sentence', 'sentences'],
  ['best-sentence-any', 'sentences'],
  ['covered', 'sentences'],
  ['covered-both', 'sentences'],
  ['sentence-contained', 'sentences'],
  ['sentence-contained-both', 'sentences'],
  ['whole-in-sentence', 'sentences'],
  ['longest-phrase', 'phrases'],
  ['shared-runs', 'phrases'],
  ['runs-contained', 'phrases'],
  ['concentration', 'concentration'],
  ['concentration-contained', 'concentration'],
  ['concentrated-word', 'concentration'],
  ['topic-cosine', 'topic'],
  ['topic-contained', 'topic'],
  ['topic-contained-both', 'topic'],
  ['heading', 'place'],
  ['distance', 'place'],
  ['size', 'size'],
  ['size-ratio', 'size'],
  ['quantities', 'quantities'],
] as const

/** Values in the order of FEATURES. */
export function featuresOf(a: WeighedArticle, b: WeighedArticle, rarity: Rarity): number[] {
  return [
    ...wordFeatures(a, b, rarity),
    ...gramFeatures(a, b),
    ...sentenceFeatures(a, b),
    ...phraseFeatures(a, b, rarity),
    ...concentrationFeatures(a, b, rarity),
    ...topicFeatures(a, b),
    headingLikeness(a.article.heading, b.article.heading),
    Math.abs(a.article.position - b.article.position),
    Math.log1p(Math.min(a.words.mass, b.words.mass)),
    ratio(Math.min(a.words.mass, b.words.mass), Math.max(a.words.mass, b.words.mass)),
    Math.min(MOST_COMMON_QUANTITIES, common(a.article.quantities, b.article.quantities)),
  ]
}

function wordFeatures(a: WeighedArticle, b: WeighedArticle, rarity: Rarity): number[] {
  const [ab, ba] = [containment(a.words, b.words), containment(b.words, a.words)]
  const shared = [...a.words.weights.keys()].filter(word => b.words.weights.has(word)).map(rarity.word)
  return [
    cosine(a.words, b.words),
    Math.max(ab, ba),
    Math.min(ab, ba),
    Math.log1p(shared.reduce((total, weight) => total + weight, 0)),
    Math.max(0, ...shared),
  ]
}

function gramFeatures(a: WeighedArticle, b: WeighedArticle): number[] {
  const [ab, ba] = [containment(a.grams, b.grams), containment(b.grams, a.grams)]
  return [cosine(a.grams, b.grams), Math.max(ab, ba), Math.min(ab, ba)]
}

function sentenceFeatures(a: WeighedArticle, b: WeighedArticle): number[] {
  const { bestA, bestB, best } = bestSentences(a, b)
  const [coveredA, coveredB] = [covered(a, bestA), covered(b, bestB)]
  const [insideA, insideB] = [pieceInside(a, b), pieceInside(b, a)]
  const whole = Math.max(
    0,
    ...a.pieces.map(piece => containment(b.words, piece.words)),
    ...b.pieces.map(piece => containment(a.words, piece.words)),
  )
  return [
    best,
    Math.max(0, ...bestA),
    Math.max(coveredA, coveredB),
    Math.min(coveredA, coveredB),
    Math.max(insideA, insideB),
    Math.min(insideA, insideB),
    whole,
  ]
}

/** For each piece of either article how like the likest of the other's is, and the best of all, light pieces damped. */
function bestSentences(
  a: WeighedArticle,
  b: WeighedArticle,
): { bestA: number[]; bestB: number[]; best: number } {
  const bestA = a.pieces.map(() => 0)
  const bestB = b.pieces.map(() => 0)
  let best = 0
  a.pieces.forEach((p, i) => {
    b.pieces.forEach((q, j) => {
      const likeness = cosine(p.words, q.words)
      bestA[i] = Math.max(bestA[i]!, likeness)
      bestB[j] = Math.max(bestB[j]!, likeness)
      best = Math.max(best, likeness * Math.min(1, Math.min(p.words.mass, q.words.mass) / FULL_SENTENCE))
    })
  })
  return { bestA, bestB, best }
}

function covered(article: WeighedArticle, best: number[]): number {
  const mass = article.pieces.reduce((total, piece) => total + piece.words.mass, 0)
  return ratio(
    article.pieces.reduce((total, piece, at) => total + piece.words.mass * best[at]!, 0),
    mass,
  )
}

function pieceInside(a: WeighedArticle, b: WeighedArticle): number {
  return Math.max(
    0,
    ...a.pieces.map(
      ({ words }) => containment(words, b.words) * Math.min(1, words.mass / FULL_CONTAINED_SENTENCE),
    ),
  )
}

function phraseFeatures(a: WeighedArticle, b: WeighedArticle, rarity: Rarity): number[] {
  const shared = sharedMass(a.runs, b.runs)
  return [
    Math.log1p(longestPhrase(a.article.words, b.article.words, rarity)),
    Math.log1p(shared),
    Math.max(ratio(shared, a.runs.mass), ratio(shared, b.runs.mass)),
  ]
}

/** Weight of the heaviest run of words that both have. */
function longestPhrase(a: string[], b: string[], rarity: Rarity): number {
  const weights = a.map(word => wordWeight(word, rarity.word))
  const places = placesOf(b)
  let heaviest = 0
  let previous = new Map<number, number>()
  a.forEach((word, at) => {
    const current = new Map<number, number>()
    for (const place of places.get(word) ?? []) {
      const weight = (previous.get(place - 1) ?? 0) + weights[at]!
      current.set(place, weight)
      heaviest = Math.max(heaviest, weight)
    }
    previous = current
  })
  return heaviest
}

function concentrationFeatures(a: WeighedArticle, b: WeighedArticle, rarity: Rarity): number[] {
  let shared = 0
  let strongest = 0
  for (const [word, share] of a.concentration) {
    const weight = Math.min(share, b.concentration.get(word) ?? 0) * rarity.word(word)
    shared += weight
    strongest = Math.max(strongest, weight)
  }
  return [
    Math.log1p(shared),
    Math.max(ratio(shared, concentrated(a, rarity)), ratio(shared, concentrated(b, rarity))),
    strongest,
  ]
}

function concentrated(article: WeighedArticle, rarity: Rarity): number {
  let total = 0
  for (const [word, share] of article.concentration) total += share * rarity.word(word)
  return total
}

function topicFeatures(a: WeighedArticle, b: WeighedArticle): number[] {
  const [ab, ba] = [containment(a.topic, b.words), containment(b.topic, a.words)]
  return [cosine(a.topic, b.topic), Math.max(ab, ba), Math.min(ab, ba)]
}

function headingLikeness(a: string, b: string): number {
  const [charactersA, charactersB] = [new Set(a), new Set(b)]
  return ratio(common(charactersA, charactersB), Math.min(charactersA.size, charactersB.size))
}

function common<T>(a: Set<T>, b: Set<T>): number {
  let n = 0
  for (const item of a) if (b.has(item)) n++
  return n
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
