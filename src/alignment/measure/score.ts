import { type CandidatePair, candidatesBetween } from './candidates.ts'
import { FEATURES, featuresOf } from './features.ts'
import type { Rarity, WeighedArticle, WeighedRegulation } from './weigh.ts'

/** Two articles with everything measured of them; `a` belongs to the document that was named first. */
export interface Measured {
  a: WeighedArticle
  b: WeighedArticle
  base: number
  values: number[]
}

/** Measures of which the lead over the rivals is a measure too, from either side. */
const WITH_LEAD = ['grams-cosine', 'concentration', 'topic-contained', 'pointed']

/** Names of the measured values, in their order, with the group each belongs to. */
export const MEASURES: readonly (readonly [name: string, group: string])[] = [
  ...FEATURES,
  ['base', 'words'],
  ['lead', 'rivals'],
  ['lead-both', 'rivals'],
  ['rank', 'rivals'],
  ['rank-both', 'rivals'],
  ['pointed', 'pointing'],
  ['pointed-both', 'pointing'],
  ['votes', 'pointing'],
  ['votes-both', 'pointing'],
  ...WITH_LEAD.flatMap(name => [
    [`${name}-lead`, 'rivals'] as const,
    [`${name}-lead-both`, 'rivals'] as const,
  ]),
]

/**
 * Measures every candidate pair of articles of two documents. The same values come out whichever document is named
 * first: measuring is done in the order of the ids, so that not even rounding differs.
 */
export function measure(a: WeighedRegulation, b: WeighedRegulation, rarity: Rarity): Measured[] {
  if (b.id < a.id) return measure(b, a, rarity).map(({ a, b, ...rest }) => ({ a: b, b: a, ...rest }))
  const pairs = candidatesBetween(a, b).map(candidate => {
    const [one, other] = [a.articles[candidate.a]!, b.articles[candidate.b]!]
    return {
      a: one,
      b: other,
      base: candidate.base,
      values: [...featuresOf(one, other, rarity), ...rivalry(candidate)],
    }
  })
  const leads = WITH_LEAD.map(name =>
    leadsOf(
      pairs,
      MEASURES.findIndex(measure => measure[0] === name),
    ),
  )
  return pairs.map((pair, at) => ({ ...pair, values: [...pair.values, ...leads.flatMap(lead => lead[at]!)] }))
}

function rivalry({ base, lead, rank, pointed, votes }: CandidatePair): number[] {
  return [base, ...[lead, rank, pointed, votes].flatMap(pair => [Math.max(...pair), Math.min(...pair)])]
}

/** For each pair how far its value is above the highest of its rivals', on the better and on the worse side. */
function leadsOf(pairs: Measured[], measure: number): [number, number][] {
  const highest = new Map<string, [first: number, second: number]>()
  for (const { a, b, values } of pairs)
    for (const { article } of [a, b]) {
      const value = values[measure]!
      const [first, second] = highest.get(article.address) ?? [0, 0]
      highest.set(article.address, value > first ? [value, first] : [first, Math.max(second, value)])
    }
  return pairs.map(({ a, b, values }) => {
    const value = values[measure]!
    const leads = [a, b].map(({ article }) => {
      const [first, second] = highest.get(article.address)!
      return value - (value === first ? second : first)
    })
    return [Math.max(...leads), Math.min(...leads)]
  })
}
