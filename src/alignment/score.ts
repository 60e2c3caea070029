import { type Candidate, candidatesBetween } from './candidates.ts'
import { FEATURES, featuresOf } from './features.ts'
import type { Rarity, WeighedArticle, WeighedRegulation } from './weigh.ts'

/** Two articles with everything measured of them; `a` belongs to the document that was named first. */
export interface Measured {
  a: WeighedArticle
  b: WeighedArticle
  base: number
  values: number[]
}

/** Names of the measured values, in their order, with the group each belongs to. */
export const MEASURES: readonly (readonly [name: string, group: string])[] = [
  ...FEATURES,
  ['base', 'words'],
  ['lead', 'rivals'],
  ['lead-both', 'rivals'],
  ['rank', 'rivals'],
  ['rank-both', 'rivals'],
]

/**
 * Measures every candidate pair of articles of two documents. The same values come out whichever document is named
 * first: measuring is done in the order of the ids, so that not even rounding differs.
 */
export function measure(a: WeighedRegulation, b: WeighedRegulation, rarity: Rarity): Measured[] {
  if (b.id < a.id) return measure(b, a, rarity).map(({ a, b, ...rest }) => ({ a: b, b: a, ...rest }))
  return candidatesBetween(a, b).map(candidate => {
    const [one, other] = [a.articles[candidate.a]!, b.articles[candidate.b]!]
    return {
      a: one,
      b: other,
      base: candidate.base,
      values: [...featuresOf(one, other, rarity), ...rivalry(candidate)],
    }
  })
}

function rivalry({ base, lead, rank }: Candidate): number[] {
  return [base, Math.max(...lead), Math.min(...lead), Math.max(...rank), Math.min(...rank)]
}
