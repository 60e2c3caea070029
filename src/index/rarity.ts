import { type Vector, vectorOf } from './vector.ts'

/** In how many statements of many regulations a term stands; kept with the code, so that one more document moves little. */
export interface FrozenCounts {
  statements: number
  counts: Record<string, number>
}

/** Numbers and weights of terms. */
export interface Rarity {
  /** How many terms have a number. */
  size(): number
  numberOf(term: string): number
  /** Natural logarithm of how rare the term is, at least LEAST. */
  weightOf(term: string): number
  /** A vector of the terms, some of them with less than their weight. */
  vector(...parts: [terms: Iterable<string>, share: number][]): Vector
}

const LEAST = 0.05

// Weights are whole steps: sums of them, and of their products, are exact, whatever the order in which terms were met.
const STEPS = 4096

function inSteps(weight: number): number {
  return Math.round(weight * STEPS) / STEPS
}

/** Rarity by the frozen counts together with those of the corpus: `documents` has for each statement its terms. */
export function rarityOf(frozen: FrozenCounts, statements: Iterable<Set<string>>): Rarity {
  const counts = new Map<string, number>()
  let own = 0
  for (const terms of statements) {
    own++
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  const all = Math.log(frozen.statements + own + 1)
  const numbers = new Map<string, number>()
  const weights = new Map<string, number>()
  const numberOf = (term: string) => {
    const known = numbers.get(term)
    if (known !== undefined) return known
    numbers.set(term, numbers.size)
    return numbers.size - 1
  }
  const weightOf = (term: string) => {
    let weight = weights.get(term)
    if (weight === undefined) {
      const count = (Object.hasOwn(frozen.counts, term) ? frozen.counts[term]! : 0) + (counts.get(term) ?? 0)
      weight = inSteps(Math.max(LEAST, all - Math.log(count + 1)))
      weights.set(term, weight)
    }
    return weight
  }
  const vector = (...parts: [terms: Iterable<string>, share: number][]) => {
    const weighed = new Map<number, number>()
    for (const [terms, share] of parts)
      for (const term of terms) {
        const number = numberOf(term)
        if (!weighed.has(number)) weighed.set(number, inSteps(weightOf(term) * share))
      }
    return vectorOf(weighed)
  }
  return { size: () => numbers.size, numberOf, weightOf, vector }
}
