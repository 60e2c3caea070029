import { type Logistic, probabilityOf } from '../../index/logistic.ts'
import { MEASURES, type Measured } from '../measure/score.ts'
import type { Rarity } from '../measure/weigh.ts'
import { LOOKS_AT_SURROUNDINGS, SAME_TEXT_PROBABILITY } from '../thresholds.ts'
import { CONTEXT, contextOf, type FirstPass, type Settled } from './context.ts'
import type { Judged, Thresholds } from './decide.ts'
import { GUIDANCE, guidanceOf } from './guided.ts'

/** One model for "there is an edge", one for "it is an equivalence". */
export interface Heads {
  edge: Logistic
  equivalent: Logistic
}

/** Everything that scripts/training/fit.ts fits. */
export interface Weights {
  fitted: unknown
  thresholds: Thresholds
  /** Two articles by themselves. */
  first: Heads
  /** With their surroundings: two documents alone; several documents; several of which people aligned some. */
  second: Record<Surroundings, Heads>
}

export type Surroundings = 'alone' | 'joint' | 'guided'

/** Names of the values that the second pass sees, in their order, with their group. */
export const SECOND = [...MEASURES, ...CONTEXT]

/** The same for pairs of which people know one document. */
export const GUIDED = [...SECOND, ...GUIDANCE]

/** The first pass: each pair of articles for itself. */
export function firstPassOf(measured: Measured[], heads: Heads): FirstPass[] {
  return measured.map(pair => ({
    pair,
    edge: probabilityOf(heads.edge, pair.values),
    equivalent: probabilityOf(heads.equivalent, pair.values),
  }))
}

/**
 * What the second pass sees of each pair, in the order of GUIDED: `all` are the pairs that it is judged
 * by, `settled` is what people decided. A model of SECOND has fewer names and reads only as many values.
 */
export function secondValues(
  all: FirstPass[],
  rarity: Rarity,
  settled: Settled,
): (pass: FirstPass) => number[] {
  const context = contextOf(all, rarity, settled)
  const guidance = guidanceOf(all, settled)
  return pass => [...pass.pair.values, ...context(pass), ...guidance(pass)]
}

/**
 * The second pass over all pairs, each judged by the others. `heads` gives the models of a pair; the judgements come in
 * the order of the pairs.
 */
export function secondPass(
  first: FirstPass[],
  rarity: Rarity,
  settled: Settled,
  heads: (pass: FirstPass) => Heads,
): Judged[] {
  let passes = first
  let judged: Judged[] = []
  for (let look = 0; look < LOOKS_AT_SURROUNDINGS; look++) {
    const values = secondValues(passes, rarity, settled)
    judged = passes.map(pass => judgeOne(pass, values(pass), heads(pass)))
    passes = first.map(({ pair, edge, equivalent }, at) => ({
      pair,
      edge: (edge + judged[at]!.edge) / 2,
      equivalent: (equivalent + judged[at]!.equivalent) / 2,
    }))
  }
  return judged
}

/** Two articles of one and the same text are counterparts, whatever the model finds. */
function judgeOne(pass: FirstPass, values: number[], heads: Heads): Judged {
  const { a, b } = pass.pair
  const floor = a.article.text === b.article.text ? SAME_TEXT_PROBABILITY : 0
  const equivalent = Math.max(floor, probabilityOf(heads.equivalent, values))
  // An equivalence is an edge: where the two models disagree the surer one is believed.
  const edge = Math.max(equivalent, probabilityOf(heads.edge, values))
  return { a: a.article.address, b: b.article.address, edge, equivalent }
}
