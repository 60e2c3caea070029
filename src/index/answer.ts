import { groupBy } from '../group.ts'
import type { Answer } from '../statement-types.ts'
import type { Entry } from './entries.ts'
import { FEATURES, JOINT, WIDTH } from './features.ts'
import { type Logistic, logOdds, probabilityOf } from './logistic.ts'
import type { Places } from './places.ts'

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

/** Names of the features that a model in these surroundings looks at. */
export function featureNames(surroundings: Surroundings): string[] {
  const names = INDICES[surroundings].map(at => FEATURES[at]!.name)
  return surroundings === 'within' ? [...names, ...JOINT] : names
}

/** Of a place's values those that are looked at in these surroundings: all, or what a text without a document has too. */
export function valuesIn(surroundings: Surroundings, { values }: Places, place: number): Float64Array {
  const all = values.subarray(place * WIDTH, (place + 1) * WIDTH)
  return surroundings === 'within' ? all : Float64Array.from(INDICES.alone, at => all[at]!)
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

/** How likely each place of a statement is, counted from its first; their order; and what a model of documents looks at. */
export function documentValues(
  places: Places,
  row: number,
  place: Logistic,
  surroundings: Surroundings,
): { chances: Float64Array; order: number[]; row: number[] } {
  const { values, starts } = places
  const [from, count] = [starts[row]!, starts[row + 1]! - starts[row]!]
  const chances = new Float64Array(count)
  let none = 1
  for (let at = 0; at < count; at++) {
    chances[at] =
      surroundings === 'within'
        ? probabilityOf(place, values, (from + at) * WIDTH)
        : probabilityOf(place, valuesIn(surroundings, places, from + at))
    none *= 1 - chances[at]!
  }
  const order = [...chances.keys()].sort((a, b) => chances[b]! - chances[a]! || a - b)
  const most = (feature: number, of = count) => {
    let greatest = Number.NEGATIVE_INFINITY
    for (let at = 0; at < Math.min(of, count); at++)
      greatest = Math.max(greatest, values[(from + at) * WIDTH + feature]!)
    return greatest
  }
  let leastLacking = Number.POSITIVE_INFINITY
  for (let at = 0; at < count; at++)
    leastLacking = Math.min(leastLacking, values[(from + at) * WIDTH + LACKING]!)
  const together = [
    logOdds(chances[order[0]!]!),
    order.length > 1 ? logOdds(chances[order[1]!]!) : logOdds(0),
    logOdds(1 - none),
    most(FOUND_IN_ARTICLE, 5),
    most(FOUND_WITH_LEAD),
    most(BEST_CLAUSE),
    leastLacking,
  ]
  return { chances, order, row: [...together, ...valuesIn(surroundings, places, from + order[0]!)] }
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

/** Whether the document says the statement in this row, and at which places; null where the two have nothing in common. */
export function saidOf(
  places: Places,
  row: number,
  model: AnswerModel,
  surroundings: Surroundings,
): Said | null {
  const { starts, columns, entries } = places
  if (starts[row] === starts[row + 1]) return null
  const found = documentValues(places, row, model.place, surroundings)
  const { chances, order } = found
  const best = chances[order[0]!]!
  const near = order.filter((at, n) => n === 0 || chances[at]! >= best * TOLD_BESIDE)
  return {
    probability: probabilityOf(model.said, found.row),
    places: near.map(at => ({ entry: entries[columns[starts[row]! + at]!]!, probability: chances[at]! })),
    row: found.row,
  }
}

/** Whether the document says it too, and where: the best place first, then others nearly as likely. */
export function answerOf(found: Said | null, model: AnswerModel): Answer {
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
