import {
  type AnswerModel,
  type AnswerWeights,
  documentValues,
  featureNames,
  type Surroundings,
  TOGETHER,
  valuesIn,
} from '../../src/index/answer.ts'
import { statementsAt } from '../../src/index/claims.ts'
import { FEATURES, WIDTH } from '../../src/index/features.ts'
import { indexOf, ownWords, questionsOf } from '../../src/index/index.ts'
import { jointly } from '../../src/index/joint.ts'
import { type Logistic, probabilityOf } from '../../src/index/logistic.ts'
import type { Places } from '../../src/index/places.ts'
import type { FrozenCounts } from '../../src/index/rarity.ts'
import { paragraphAddressOf } from '../../src/structure/address.ts'
import { cut } from '../io/cut.ts'
import { type Claim, type ClaimGenre, countsOf } from '../quality/claims.ts'
import { isArguable } from '../quality/score-claims.ts'
import { type Example, fitLogistic } from './learn.ts'

/** A claim with the likeliest places of the document's statements, and of its words alone. */
export interface MeasuredClaim {
  claim: Claim
  gold: boolean
  within: { places: Places; row: number }
  alone: { places: Places; row: number }
}

export interface MeasuredGenre {
  name: string
  claims: MeasuredClaim[]
}

/** What is measured of a genre's claims, with terms counted elsewhere. */
export function measureGenre(
  { name, documents, gold, second }: ClaimGenre,
  frozen: FrozenCounts,
): MeasuredGenre {
  const index = indexOf(documents, { cut, frozen })
  const numbers = new Map(documents.map(({ regulation }, at) => [regulation.id, at]))
  const questionsFrom = remembering((left: number) => questionsOf(index, left))
  const one = (claim: Claim, isGold: boolean): MeasuredClaim => {
    const [left, right] = [numbers.get(claim.left.split('/')[0]!)!, numbers.get(claim.right)!]
    const row = statementsAt(index.documents[left]!.entries, claim.left, claim.text)[0]!
    const { text } = documents[left]!.statements[row]!
    return {
      claim,
      gold: isGold,
      within: { places: questionsFrom(left).places(right), row },
      alone: { places: ownWords(index, text, [right], left).places(right), row: 0 },
    }
  }
  return { name, claims: [...gold.map(claim => one(claim, true)), ...second.map(claim => one(claim, false))] }
}

function remembering<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>()
  return key => {
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key)!
  }
}

/** The claims with what the other statements of their documents find, as the first model sees them. */
export function joined({ name, claims }: MeasuredGenre, first: Logistic): MeasuredGenre {
  const known = new Map<Places, Places>()
  const copyOf = (places: Places) => {
    const copy = known.get(places) ?? { ...places, values: places.values.slice() }
    if (!known.has(places)) jointly(copy, first)
    known.set(places, copy)
    return copy
  }
  return {
    name,
    claims: claims.map(each => ({
      ...each,
      within: { ...each.within, places: copyOf(each.within.places) },
    })),
  }
}

/**
 * Counts and models of answers where one genre was neither counted nor fitted: what is learned or judged of its texts with them
 * holds for texts that nobody has seen.
 */
export function answersWithout(
  name: string,
  genres: ClaimGenre[],
): { frozen: FrozenCounts; models: AnswerWeights } {
  const others = genres.filter(genre => genre.name !== name)
  const frozen = countsOf(others)
  const within = fitModel(
    others.map(genre => measureGenre(genre, frozen)),
    'within',
  )
  return { frozen, models: { within, alone: within } }
}

// Held small: chosen with each genre left out in turn.
const RIDGE_OF_PLACES = 20
const RIDGE_OF_DOCUMENTS = 10
// They are drawn where answers are hard, so that they would move the border; with 1 answers in civility are worse, with 0.3 best in three genres.
const BORDER_COUNTS = 0.3

/** The model of answers, fitted on these genres' claims. */
export function fitModel(measured: MeasuredGenre[], surroundings: Surroundings): AnswerModel {
  // What one model sees of another must be as uncertain as on texts that the other has not seen.
  const first = fitFirst(measured, surroundings)
  const genres = measured.map(genre =>
    surroundings === 'alone'
      ? genre
      : joined(
          genre,
          fitFirst(
            measured.filter(other => other !== genre),
            surroundings,
          ),
        ),
  )
  const place = fitPlace(genres, surroundings)
  const rows = genres.flatMap(genre => {
    const others = genres.filter(other => other !== genre)
    const unseen = others.length > 0 ? fitPlace(others, surroundings) : place
    return genre.claims.map(({ claim, ...measured }) => ({
      claim,
      genre: genre.name,
      row: documentValues(measured[surroundings].places, measured[surroundings].row, unseen, surroundings)
        .row,
    }))
  })
  const names = [...TOGETHER, ...featureNames(surroundings)]
  const fitOn = (of: typeof rows, answer: (claim: Claim) => boolean) =>
    fitLogistic(
      names,
      of.map(({ claim, row }) => example(row, answer(claim), claim)),
      RIDGE_OF_DOCUMENTS,
    )
  const isSaid = ({ said }: Claim) => said !== 'no'
  const said = fitOn(rows, isSaid)
  const whole = fitOn(
    rows.filter(({ claim }) => isSaid(claim)),
    ({ said }) => said === 'yes',
  )
  const unseen = genres.flatMap(({ name }) => {
    const others = rows.filter(({ genre }) => genre !== name)
    const model = others.length > 0 ? fitOn(others, isSaid) : said
    return rows
      .filter(({ genre, claim }) => genre === name && !isArguable(claim) && isDrawnByChance(claim))
      .map(({ claim, row }) => ({ probability: probabilityOf(model, row), said: isSaid(claim) }))
  })
  return { first: surroundings === 'within' ? first : null, place, said, whole, sure: surenessOf(unseen) }
}

function fitFirst(genres: MeasuredGenre[], surroundings: Surroundings): Logistic {
  const names = FEATURES.filter(({ alone }) => surroundings === 'within' || alone).map(({ name }) => name)
  return fitPlace(genres, surroundings, names)
}

function fitPlace(
  genres: MeasuredGenre[],
  surroundings: Surroundings,
  names = featureNames(surroundings),
): Logistic {
  const examples = genres.flatMap(({ claims }) =>
    claims.flatMap(({ claim, ...measured }) => {
      const { places, row } = measured[surroundings]
      return placesSaid(claim, places, row).flatMap((answer, at) => {
        const seen = valuesIn(surroundings, places, places.starts[row]! + at)
        return answer === null ? [] : [example([...seen.subarray(0, names.length)], answer, claim)]
      })
    }),
  )
  return fitLogistic(names, examples, RIDGE_OF_PLACES)
}

function example(values: number[], answer: boolean, claim: Claim): Example {
  return {
    values,
    answer: answer ? 1 : 0,
    weight: (isArguable(claim) ? 0.5 : 1) * (isDrawnByChance(claim) ? 1 : BORDER_COUNTS),
  }
}

// Claims near the border teach most, but tell nothing of how often an answer is right.
export function isDrawnByChance({ draw }: Claim): boolean {
  return draw === undefined || draw === 'drawn by chance'
}

/**
 * For each place whether it says the claim; null where that is not known: readers named paragraphs, and of the statements of
 * one paragraph only the likest ones are taken to be meant.
 */
function placesSaid(
  { said, where }: Claim,
  { entries, starts, columns, values }: Places,
  row: number,
): (boolean | null)[] {
  const places = Array.from(columns.subarray(starts[row]!, starts[row + 1]!), (column, at) => ({
    address: entries[column]!.statement.address,
    likeness: values[(starts[row]! + at) * WIDTH]!,
  }))
  if (said === 'no') return places.map(() => false)
  const isNamed = (address: string) => where.some(each => isSamePlace(each, address))
  return places.map(({ address, likeness }) => {
    if (!isNamed(address)) return false
    const rivals = places.filter(
      other => isNamed(other.address) && paragraphAddressOf(other.address) === paragraphAddressOf(address),
    )
    return likeness >= LIKEST * Math.max(...rivals.map(other => other.likeness)) ? true : null
  })
}
const LIKEST = 0.75

function isSamePlace(named: string, address: string): boolean {
  if (paragraphAddressOf(named) !== paragraphAddressOf(address)) return false
  return named === address || named.split('/').length < 4 || address.split('/').length < 4
}

// Of what is told as a verdict 19 of 20 are right, and of "not found" no more than 6 in 100 false.
const RIGHT_WHEN_SURE = 0.95

/** The bounds beyond which so many are right, told as many as possible. */
function surenessOf(claims: { probability: number; said: boolean }[]): AnswerModel['sure'] {
  const high = claims.toSorted((a, b) => b.probability - a.probability)
  const low = claims.toSorted((a, b) => a.probability - b.probability)
  return { said: boundOf(high, ({ said }) => said) ?? 1, lacking: boundOf(low, ({ said }) => !said) ?? 0 }
}

function boundOf<Each extends { probability: number }>(
  ordered: Each[],
  isRight: (each: Each) => boolean,
): number | null {
  let right = 0
  let bound: number | null = null
  for (const [at, each] of ordered.entries()) {
    if (isRight(each)) right++
    if (right / (at + 1) >= RIGHT_WHEN_SURE) bound = each.probability
  }
  return bound
}
