import frozen from '../index/frozen.json' with { type: 'json' }
import { type Rarity, rarityOf } from '../index/rarity.ts'
import { gramsOf, termsOf } from '../index/terms.ts'
import type { Vector } from '../index/vector.ts'
import { NAMED_BY_A_DEED, NO_MATTER_OF_DEED, SAME_IN_DEEDS, TELLS_APART } from '../lexicon/deeds.ts'
import type { Cut } from '../types.ts'
import { partsOfDeed } from './deeds.ts'
import { DUTY_COUNTS, OTHER_VERBS, SETTING_COUNTS } from './thresholds.ts'

/** An act with what is read beside it. */
export interface Described {
  text: string
  setting: string
  /** Words of the duty that it breaks; '' where none is known. */
  duty: string
  place: string
}

/** Vectors of acts, in their order: two are as alike as the cosine says. Each depends on its own words and on rarity alone. */
export function vectorsOf(
  acts: Described[],
  cut: Cut,
): { vectors: Vector[]; vectorOf(act: Described): Vector } {
  const wordsOf = remembered((text: string, place: string) => deedTerms(text, place, cut))
  const rarity = rarityOf(
    frozen,
    acts.map(({ text, place }) => new Set(wordsOf(text, place))),
  )
  const vectorOf = (act: Described) => weighed(act, wordsOf, rarity)
  return { vectors: acts.map(vectorOf), vectorOf }
}

function weighed(
  { text, setting, duty, place }: Described,
  wordsOf: (text: string, place: string) => string[],
  rarity: Rarity,
): Vector {
  const { occasion, matter } = partsOfDeed(text)
  return rarity.vector(
    [wordsOf(matter, place), 1],
    [[...wordsOf(occasion, place), ...wordsOf(setting, place)], SETTING_COUNTS],
    [wordsOf(duty, place), DUTY_COUNTS],
  )
}

/** Words and pairs of characters of an act, what is said in several ways made one. */
function deedTerms(text: string, place: string, cut: Cut): string[] {
  const { words, grams } = termsOf(coreOf(text), place, cut)
  return [...words, ...grams, ...(words.length + grams.length === 0 ? gramsOf(text, 1) : [])]
}

/** An act's words without how it is done and that it is not done; each synonym as the first of its line. */
export function coreOf(text: string): string {
  let same = text.replace(CITATION, '，')
  for (const [one, others] of SAME_IN_DEEDS) same = same.replace(others, one)
  return same.replace(NO_MATTER, '，')
}
const CITATION = /(?:违反)?(?:本?(?:条例|办法|规定))?第[^，的]{1,20}[条款项](?:的?规定的?)?/g
const NO_MATTER = new RegExp(NO_MATTER_OF_DEED, 'g')

/** The verbs of an act that the lexicon knows, each synonym as the first of its line. */
export function verbsOf(text: string): Set<string> {
  return new Set(coreOf(partsOfDeed(text).matter.replace(PLACES, '')).match(EACH_VERB))
}
const PLACES = new RegExp(NAMED_BY_A_DEED, 'g')
const EACH_VERB = new RegExp(TELLS_APART, 'g')

/** Less than 1 where two acts do different things, whatever they have in common beside. */
export function agreement(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 1
  for (const verb of a) if (b.has(verb)) return 1
  return OTHER_VERBS
}

function remembered<T>(make: (text: string, place: string) => T): (text: string, place: string) => T {
  const known = new Map<string, T>()
  return (text, place) => {
    const key = `${place}\n${text}`
    let found = known.get(key)
    if (found === undefined) {
      found = make(text, place)
      known.set(key, found)
    }
    return found
  }
}

/** Cosine of two vectors. */
export function cosine(a: Vector, b: Vector): number {
  let product = 0
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const difference = a.terms[i]! - b.terms[j]!
    if (difference === 0) product += a.weights[i]! * b.weights[j]!
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return product / (a.norm * b.norm)
}
