import { groupBy } from '../group.ts'
import type { Answer } from '../statement-types.ts'
import type { Entry, IndexedDocument } from './entries.ts'
import { FEATURES, type Measured, measuring } from './features.ts'
import { JOINT, type Rivals } from './joint.ts'
import { type Logistic, logOdds, probabilityOf } from './logistic.ts'
import type { Scene } from './scene.ts'
import {
  CANDIDATES,
  NEARLY_AS_LIKE,
  RIVALS,
  SANCTIONS_LOOKED_AT,
  SHORT,
  SHORT_LOOKED_AT,
} from './thresholds.ts'
import { containment, shareOf } from './vector.ts'

/** How places become an answer; fitted by scripts/training/fit-statements.ts. */
export interface AnswerModel {
  /** Whether a place says the same, before it is known what the other statements of the document find there; null without any. */
  first: Logistic | null
  /** Whether a place says the same, wholly or partly. */
  place: Logistic
  /** Whether the document does, by its best place and what the places come to together. */
  said: Logistic
  /** Whether all of it is said, where something is. */
  whole: Logistic
  /** Told as a verdict from this probability on, and up to that one. */
  sure: { said: number; lacking: number }
}

/** A statement of its document has neighbours and a way back; a text in a reader's own words has not. */
export interface AnswerWeights {
  within: AnswerModel
  alone: AnswerModel
}

export type Surroundings = keyof AnswerWeights

/** Of the places that are looked at for a statement those that count when another one asks for them: the likest. */
export function rivalsAmong({ places, values }: Measured): Rivals[number] {
  return { columns: places.slice(0, RIVALS).map(({ index }) => index), values: values.slice(0, RIVALS) }
}

/** The likeliest places for a statement; of a sanction also those that punish the likest acts. */
export function measuredOf(scene: Scene, row: number): Measured {
  const { asked, document } = scene
  const columns = new Set([
    ...likest(scene.rowOf(row)),
    ...sanctionsLike(asked[row]!, document),
    ...shortLike(asked[row]!, document),
  ])
  const measure = measuring(scene, row)
  return {
    places: Array.from(columns, column => document.entries[column]!),
    values: Array.from(columns, measure),
  }
}

/** The likest places: the first ones, and further ones that are not much less like. */
function likest(likenesses: Float32Array): number[] {
  const places = greatest(likenesses, CANDIDATES)
  const least = likenesses[places[0] ?? 0]! * NEARLY_AS_LIKE
  return places.filter((place, at) => at < RIVALS || likenesses[place]! >= least)
}

/** Places of so many of the greatest values, the greatest first; of equal ones the first. */
function greatest(values: ArrayLike<number>, wanted: number): number[] {
  const places: number[] = []
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    if (places.length === wanted) {
      if (value <= values[places[wanted - 1]!]!) continue
      places.pop()
    }
    let place = places.length
    while (place > 0 && value > values[places[place - 1]!]!) place--
    places.splice(place, 0, at)
  }
  return places
}

function sanctionsLike(q: Entry, { sanctions }: IndexedDocument): number[] {
  if (!q.isSanction) return []
  const alike = sanctions.map(({ deed }) => containment(q.deed, deed) + containment(deed, q.deed))
  return greatest(alike, SANCTIONS_LOOKED_AT).map(at => sanctions[at]!.index)
}

// Few words say little of where a short item stands: single characters find 剩菜打包 for 剩食打包.
function shortLike(
  { text, characters }: Entry,
  { entries, entriesWithCharacter }: IndexedDocument,
): number[] {
  if (text.length > SHORT) return []
  const shared = new Float64Array(entries.length)
  for (let at = 0; at < characters.terms.length; at++)
    for (const place of entriesWithCharacter.get(characters.terms[at]!) ?? [])
      shared[place]! += characters.weights[at]!
  return greatest(
    shared.map(mass => shareOf(mass, characters.mass)),
    SHORT_LOOKED_AT,
  )
}

/** Names of the features that a model in these surroundings looks at. */
export function featureNames(surroundings: Surroundings): string[] {
  const names = INDICES[surroundings].map(at => FEATURES[at]!.name)
  return surroundings === 'within' ? [...names, ...JOINT] : names
}

/** What of a place is looked at in these surroundings: all, or what a text without a document has too. */
export function valuesIn(surroundings: Surroundings, values: number[]): number[] {
  return surroundings === 'within' ? values : INDICES.alone.map(at => values[at]!)
}

const INDICES = {
  within: [...FEATURES.keys()],
  alone: [...FEATURES.keys()].filter(at => FEATURES[at]!.alone),
}

/** Names of what is worked out of all places together, before the features of the best place. */
export const TOGETHER = [
  'best place',
  'second place',
  'any place',
  'most words',
  'most characters',
  'best clause',
  'least lacking',
]

/** Probability of each place, the places in their order, and what a model of documents looks at. */
export function documentValues(
  { values }: Measured,
  place: Logistic,
  surroundings: Surroundings,
): { chances: number[]; order: number[]; row: number[] } {
  const seen = values.map(each => valuesIn(surroundings, each))
  const chances = seen.map(each => probabilityOf(place, each))
  const order = [...chances.keys()].sort((a, b) => chances[b]! - chances[a]! || a - b)
  const none = chances.reduce((product, chance) => product * (1 - chance), 1)
  const most = (feature: number, of = values.length) => {
    let greatest = Number.NEGATIVE_INFINITY
    for (let at = 0; at < values.length && at < of; at++) greatest = Math.max(greatest, values[at]![feature]!)
    return greatest
  }
  const together = [
    logOdds(chances[order[0]!]!),
    order.length > 1 ? logOdds(chances[order[1]!]!) : logOdds(0),
    logOdds(1 - none),
    most(FOUND_IN_ARTICLE, 5),
    most(FOUND_WITH_LEAD),
    most(BEST_CLAUSE),
    Math.min(...values.map(each => each[LACKING]!)),
  ]
  return { chances, order, row: [...together, ...seen[order[0]!]!] }
}

const featureAt = (name: string) => FEATURES.findIndex(feature => feature.name === name)
const FOUND_IN_ARTICLE = featureAt('words found in the article')
const FOUND_WITH_LEAD = featureAt('characters found with lead-in')
const BEST_CLAUSE = featureAt('best clause found')
const LACKING = featureAt('rarest word lacking')

// A place that is told beside the best is at least so likely, compared with it.
const TOLD_BESIDE = 0.5

/** How surely a document says a statement, and its places that may say it. */
export interface Said {
  /** That the document says it, wholly or partly. */
  probability: number
  /** The best place first, then others nearly as likely; each with its own probability. */
  places: { entry: Entry; probability: number }[]
  /** What a model of documents looks at. */
  row: number[]
}

/** Whether the document says it, and at which places; null where it has nothing in common with the statement. */
export function saidOf(measured: Measured, model: AnswerModel, surroundings: Surroundings): Said | null {
  if (measured.places.length === 0) return null
  const { chances, order, row } = documentValues(measured, model.place, surroundings)
  const best = chances[order[0]!]!
  const near = order.filter((at, n) => n === 0 || chances[at]! >= best * TOLD_BESIDE)
  return {
    probability: probabilityOf(model.said, row),
    places: near.map(at => ({ entry: measured.places[at]!, probability: chances[at]! })),
    row,
  }
}

/** Whether the document says it too, and where: the best place first, then others nearly as likely. */
export function answerOf(measured: Measured, model: AnswerModel, surroundings: Surroundings): Answer {
  const found = saidOf(measured, model, surroundings)
  if (!found) return { said: 'no', sure: true, probability: 0, places: [] }
  const { probability, places, row } = found
  const said = probability < 0.5 ? 'no' : probabilityOf(model.whole, row) < 0.5 ? 'partly' : 'yes'
  return {
    said,
    sure: probability >= model.sure.said || probability <= model.sure.lacking,
    probability,
    places: placesOf(
      places.slice(0, PLACES_TOLD).map(({ entry: { statement }, probability }) => ({
        statement: statement.id,
        address: statement.address,
        probability,
      })),
    ),
  }
}

// More places than these are no help to a reader.
const PLACES_TOLD = 5

/** One place an address: the likeliest statement of each. */
function placesOf(places: Answer['places']): Answer['places'] {
  return [...groupBy(places, ({ address }) => address).values()].map(([first]) => first!)
}
