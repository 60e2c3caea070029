import { type Characters, noCharacters } from './stretch.ts'
import type { Vector } from './vector.ts'

/** All terms of a statement, each once, with the kinds of text that it stands in and its weight. */
export interface Profile {
  terms: Int32Array
  /** Bits of KIND. */
  kinds: Int32Array
  /** Clauses that have it, a bit each. */
  clauses: Int32Array
  weights: Float64Array
}

/** In which texts of the statement a term stands. */
export const KIND = {
  words: 1,
  grams: 2,
  fullWords: 4,
  fullGrams: 8,
  act: 16,
  deed: 32,
  characters: 64,
  // The last, since their weight is not that of the term.
  triples: 128,
} as const

// Clauses are bits of a number; a longer list is cut.
export const MOST_CLAUSES = 30

/** The profile of vectors in which a term weighs the same wherever it stands; a triple counts as one whatever its weight. */
export function profileOf(vectors: Record<keyof typeof KIND, Vector>, clauses: Vector[]): Profile {
  const places = new Map<number, number>()
  const [kinds, inClauses, weights]: number[][] = [[], [], []]
  const placeOf = (term: number, weight: number) => {
    let place = places.get(term)
    if (place === undefined) {
      place = places.size
      places.set(term, place)
      kinds!.push(0)
      inClauses!.push(0)
      weights!.push(weight)
    }
    return place
  }
  for (const name of Object.keys(KIND) as (keyof typeof KIND)[])
    vectors[name].terms.forEach((term, at) => {
      kinds![placeOf(term, vectors[name].weights[at]!)]! |= KIND[name]
    })
  for (const [clause, { terms }] of clauses.slice(0, MOST_CLAUSES).entries())
    for (const term of terms) inClauses![places.get(term)!]! |= 1 << clause
  return {
    terms: Int32Array.from(places.keys()),
    kinds: Int32Array.from(kinds!),
    clauses: Int32Array.from(inClauses!),
    weights: Float64Array.from(weights!),
  }
}

/**
 * The terms of one statement, marked by number: what another has in common with it is found by one walk along that one's terms
 * alone. One statement is marked at a time, and compared with many places before the next.
 */
export interface Marks {
  /** Of each numbered term its place in the marked profile, from 1; 0 where it is not there. */
  slots: Uint16Array
  marked: Profile | null
  /** The same of some more vectors at once: their weights of a term stand one after the other, from its slot on. */
  more: { slots: Int32Array; weights: number[]; marked: Vector[]; cosines: Float64Array }
  /** The same of the characters of a text. */
  characters: Characters
  /** What `sharedWith` fills anew each time. */
  shared: Shared
}

/** Marks for terms with numbers below `terms`; those with higher ones stand in no other text. */
export function marksFor(terms: number): Marks {
  return {
    slots: new Uint16Array(terms),
    marked: null,
    more: { slots: new Int32Array(terms), weights: [], marked: [], cosines: new Float64Array(0) },
    characters: noCharacters(),
    shared: {
      wordsInWords: 0,
      heaviestWord: 0,
      wordsInFullWords: 0,
      gramsInGrams: 0,
      gramsInFullGrams: 0,
      fullGramsInFullGrams: 0,
      actInFullGrams: 0,
      fullGramsInAct: 0,
      deedInDeed: 0,
      triplesInTriples: 0,
      charactersInCharacters: 0,
      clauses: new Float64Array(MOST_CLAUSES),
      clausesOfOther: new Float64Array(MOST_CLAUSES),
      found: new Uint8Array(MOST_TERMS),
    },
  }
}

// A slot is a number of two bytes; of a text with more terms, some 20,000 characters, the rest is not marked.
const MOST_TERMS = 65_535

/** Marks the profile in the place of the one before. Changes the marks. */
export function mark(marks: Marks, profile: Profile): void {
  const { slots } = marks
  if (marks.marked) for (const term of marks.marked.terms) slots[term] = 0
  marks.marked = profile
  // Terms with numbers beyond the last fall beside the array.
  const marked = Math.min(profile.terms.length, MOST_TERMS)
  for (let at = 0; at < marked; at++) slots[profile.terms[at]!] = at + 1
}

/** Marks some vectors in the place of those before. Changes the marks. */
export function markMore({ more }: Marks, vectors: Vector[]): void {
  const { slots } = more
  for (const { terms } of more.marked) for (const term of terms) slots[term] = 0
  more.marked = vectors
  more.weights = []
  more.cosines = new Float64Array(vectors.length)
  for (const [at, { terms, weights }] of vectors.entries())
    for (let n = 0; n < terms.length; n++) {
      if (slots[terms[n]!] === 0) {
        slots[terms[n]!] = more.weights.length / vectors.length + 1
        for (let other = 0; other < vectors.length; other++) more.weights.push(0)
      }
      more.weights[(slots[terms[n]!]! - 1) * vectors.length + at] = weights[n]!
    }
}

/** Cosine of the angle between each of those vectors and another; good until it is asked again. */
export function cosinesWith({ more }: Marks, other: Vector): Float64Array {
  const { slots, weights, marked, cosines } = more
  cosines.fill(0)
  for (let at = 0; at < other.terms.length; at++) {
    const slot = slots[other.terms[at]!]!
    if (slot === 0) continue
    const start = (slot - 1) * marked.length
    for (let n = 0; n < marked.length; n++) cosines[n]! += weights[start + n]! * other.weights[at]!
  }
  for (let n = 0; n < marked.length; n++) cosines[n]! /= marked[n]!.norm * other.norm
  return cosines
}

/** Weights of the terms that the marked statement (before the name's second half) and another have in common. */
export interface Shared {
  wordsInWords: number
  /** The heaviest of those. */
  heaviestWord: number
  wordsInFullWords: number
  gramsInGrams: number
  gramsInFullGrams: number
  fullGramsInFullGrams: number
  actInFullGrams: number
  fullGramsInAct: number
  deedInDeed: number
  triplesInTriples: number
  charactersInCharacters: number
  /** Of each clause of the marked one what the other's full grams have, and the other way. */
  clauses: Float64Array
  clausesOfOther: Float64Array
  /** Whether the term in this place of the marked profile was found among the other's full words, or characters. */
  found: Uint8Array
}

/** What the marked statement shares with another; good until it is asked again. Changes the marks. */
export function sharedWith({ slots, marked, shared }: Marks, other: Profile): Shared {
  const { terms, weights } = other
  const q = marked!
  const { clauses, clausesOfOther, found } = shared
  clauses.fill(0)
  clausesOfOther.fill(0)
  found.fill(0, 0, q.terms.length)
  let [wordsInWords, heaviestWord, wordsInFullWords, gramsInGrams, gramsInFullGrams] = [0, 0, 0, 0, 0]
  let [fullGramsInFullGrams, actInFullGrams, fullGramsInAct, deedInDeed] = [0, 0, 0, 0]
  let [triplesInTriples, charactersInCharacters] = [0, 0]
  for (let at = 0; at < terms.length; at++) {
    const slot = slots[terms[at]!]! - 1
    if (slot < 0) continue
    const [here, there, weight] = [q.kinds[slot]!, other.kinds[at]!, weights[at]!]
    const both = here & there
    if (both & KIND.words) {
      wordsInWords += weight
      if (weight > heaviestWord) heaviestWord = weight
    }
    if (here & KIND.words && there & KIND.fullWords) {
      wordsInFullWords += weight
      found[slot] = 1
    }
    if (both & KIND.characters) {
      charactersInCharacters += weight
      found[slot] = 1
    }
    if (both & KIND.grams) gramsInGrams += weight
    if (both & KIND.deed) deedInDeed += weight
    if (both & KIND.triples) triplesInTriples++
    if (there & KIND.fullGrams) {
      if (here & KIND.grams) gramsInFullGrams += weight
      if (here & KIND.fullGrams) fullGramsInFullGrams += weight
      if (here & KIND.act) actInFullGrams += weight
      if (q.clauses[slot]! > 0) addTo(clauses, q.clauses[slot]!, weight)
    }
    if (here & KIND.fullGrams) {
      if (there & KIND.act) fullGramsInAct += weight
      if (other.clauses[at]! > 0) addTo(clausesOfOther, other.clauses[at]!, weight)
    }
  }
  shared.wordsInWords = wordsInWords
  shared.heaviestWord = heaviestWord
  shared.wordsInFullWords = wordsInFullWords
  shared.gramsInGrams = gramsInGrams
  shared.gramsInFullGrams = gramsInFullGrams
  shared.fullGramsInFullGrams = fullGramsInFullGrams
  shared.actInFullGrams = actInFullGrams
  shared.fullGramsInAct = fullGramsInAct
  shared.deedInDeed = deedInDeed
  shared.triplesInTriples = triplesInTriples
  shared.charactersInCharacters = charactersInCharacters
  return shared
}

function addTo(clauses: Float64Array, bits: number, weight: number): void {
  for (let rest = bits, clause = 0; rest > 0; rest >>= 1, clause++) if (rest & 1) clauses[clause]! += weight
}

/** The heaviest of the marked vector's terms that was not found. */
export function heaviestLacking({ slots }: Marks, { terms, weights }: Vector, found: Uint8Array): number {
  let heaviest = 0
  for (let at = 0; at < terms.length; at++) {
    const slot = slots[terms[at]!] ?? 0
    if ((slot === 0 || found[slot - 1] === 0) && weights[at]! > heaviest) heaviest = weights[at]!
  }
  return heaviest
}
