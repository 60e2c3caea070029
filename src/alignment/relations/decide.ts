import type { Relation } from '../../types.ts'

/** How likely the model finds it that two articles have an edge, and that it is an equivalence. */
export interface Judged {
  a: string
  b: string
  edge: number
  equivalent: number
}

export interface Decided extends Judged {
  relation: Relation
}

export interface Thresholds {
  edge: number
  equivalent: number
}

/**
 * Decides all pairs of articles of two documents together: an article has at most one equivalent in the other document,
 * the likeliest first; what is likely enough to be an edge and is no equivalent is partial.
 */
export function decide(judged: Judged[], thresholds: Thresholds): Decided[] {
  const equivalents = new Set(
    chooseEquivalents(judged.filter(pair => pair.equivalent >= thresholds.equivalent)),
  )
  return judged
    .filter(pair => equivalents.has(pair) || pair.edge >= thresholds.edge)
    .map(pair => ({ ...pair, relation: equivalents.has(pair) ? 'equivalent' : 'partial' }))
}

function chooseEquivalents(judged: Judged[]): Judged[] {
  const taken = new Set<string>()
  const key = ({ a, b }: Judged) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  const likeliest = judged.toSorted((x, y) => y.equivalent - x.equivalent || (key(x) < key(y) ? -1 : 1))
  return likeliest.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false
    taken.add(a).add(b)
    return true
  })
}
