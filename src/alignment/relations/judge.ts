import { type Logistic, probabilityOf } from '../../index/logistic.ts'
import { SAME_TEXT_PROBABILITY } from '../thresholds.ts'
import type { Judged, Thresholds } from './decide.ts'
import { type ArticlePair, PAIR_MEASURES } from './pairs.ts'
import {
  type FirstLook,
  GUIDING_MEASURES,
  type Settled,
  SURROUNDING_MEASURES,
  surroundingsOf,
} from './surroundings.ts'

/** One model for "there is an edge", one for "it is an equivalence". */
export interface Heads {
  edge: Logistic
  equivalent: Logistic
}

/** Everything that scripts/training/fit-weights.ts fits. */
export interface Weights {
  fitted: unknown
  thresholds: Thresholds
  /** Two articles by themselves. */
  first: Heads
  /** With their surroundings: two documents alone; more than two; more than two of which people aligned one with others. */
  second: Record<Surroundings, Heads>
}

export type Surroundings = 'alone' | 'joint' | 'guided'

/** Names of the values that the second look sees, in their order. */
export const SECOND = [...PAIR_MEASURES, ...SURROUNDING_MEASURES]

/** The same for pairs of which people know one document. */
export const GUIDED = [...SECOND, ...GUIDING_MEASURES]

/** The first look: each pair of articles for itself. */
export function firstLook(pairs: ArticlePair[], heads: Heads): FirstLook[] {
  return pairs.map(pair => ({
    pair,
    edge: probabilityOf(heads.edge, pair.values),
    equivalent: probabilityOf(heads.equivalent, pair.values),
  }))
}

/** What the second look sees of each pair, in the order of GUIDED. A model of SECOND reads only as many values. */
export function secondValues(
  all: FirstLook[],
  settled: Settled,
  originals: number[],
): (look: FirstLook) => number[] {
  const surroundings = surroundingsOf(all, settled, originals)
  return look => [...look.pair.values, ...surroundings(look)]
}

/** The second look, each pair judged by the others; `heads` gives the models of a pair. In the order of the pairs. */
export function secondLook(
  first: FirstLook[],
  settled: Settled,
  originals: number[],
  heads: (pair: ArticlePair) => Heads,
): Judged[] {
  const values = secondValues(first, settled, originals)
  return first.map(look => {
    const { edge, equivalent } = heads(look.pair)
    const seen = values(look)
    return judged(look.pair, probabilityOf(edge, seen), probabilityOf(equivalent, seen))
  })
}

/** Two articles of one and the same text are counterparts, whatever the model finds; an equivalence is an edge. */
function judged({ a, b, isSameText }: ArticlePair, edge: number, equivalent: number): Judged {
  const same = Math.max(isSameText ? SAME_TEXT_PROBABILITY : 0, equivalent)
  return { a: a.address, b: b.address, edge: Math.max(same, edge), equivalent: same }
}
