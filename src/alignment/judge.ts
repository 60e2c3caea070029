import { CONTEXT, contextOf, type FirstPass, type Settled } from './context.ts'
import type { Judged, Thresholds } from './decide.ts'
import { type Logistic, probabilityOf } from './model.ts'
import { MEASURES, type Measured } from './score.ts'
import type { Rarity } from './weigh.ts'

/** One model for "there is an edge", one for "it is an equivalence". */
export interface Heads {
  edge: Logistic
  equivalent: Logistic
}

/** Everything that scripts/fit.ts fits. */
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

/** The first pass: each pair of articles for itself. */
export function firstPassOf(measured: Measured[], heads: Heads): FirstPass[] {
  return measured.map(pair => ({
    pair,
    edge: probabilityOf(heads.edge, pair.values),
    equivalent: probabilityOf(heads.equivalent, pair.values),
  }))
}

/** What the second pass sees of each pair: `all` are the pairs that may speak of it, `settled` what people decided. */
export function secondValues(
  all: FirstPass[],
  rarity: Rarity,
  settled: Settled,
): (pass: FirstPass) => number[] {
  const context = contextOf(all, rarity, settled)
  return pass => [...pass.pair.values, ...context(pass)]
}

/** The second pass. Two articles of one and the same text are counterparts, whatever the model thinks. */
export function secondPassOf(pass: FirstPass, values: number[], heads: Heads): Judged {
  const { a, b } = pass.pair
  const floor = a.article.text === b.article.text ? 0.99 : 0
  const equivalent = Math.max(floor, probabilityOf(heads.equivalent, values))
  // An equivalence is an edge: where the two models disagree the surer one is believed.
  const edge = Math.max(equivalent, probabilityOf(heads.edge, values))
  return { a: a.article.address, b: b.article.address, edge, equivalent }
}
