import { CHAIN_COSTS } from '../thresholds.ts'
/**
 * The consecutive sequence that explains a list of numbered candidates best: a small dynamic programme.
 * A greedy reader is led astray by the first reference that a wrap brings to the front of a line; a chain is not,
 * because a wrong link costs the right ones after it.
 */

export interface NumberedLabel {
  number: number
  inserted: number
  weight: number
}

interface ChainLink {
  index: number
  /** Sum of the chain up to here, plus what was skippable up to here: so chains that end earlier compare fairly. */
  score: number
  before: ChainLink | null
}

/**
 * The chain with the greatest sum of weights less the price of its holes, as indices in ascending order; empty when
 * no chain has a positive sum. Numbers rise by one; 10 may be followed by 10-1, 10-2, 11. Time is linear in the
 * candidates times `CHAIN_COSTS.reach`.
 */
export function bestChain(candidates: NumberedLabel[]): { indices: number[]; score: number } {
  const ends = new Map<number, ChainLink>() // best chain so far that ends in this number, inserted or not
  const exact = new Map<string, ChainLink>() // the same, by number and insertion
  let best: { link: ChainLink | null; score: number } = { link: null, score: 0 }
  let passed = 0 // price of all likely candidates up to here
  candidates.forEach((candidate, index) => {
    const before = predecessor(candidate, ends, exact, passed)
    const sum = candidate.weight + before.score - passed
    passed += CHAIN_COSTS.skip * Math.max(candidate.weight, 0)
    const score = sum + passed
    const link: ChainLink = { index, score, before: before.link }
    if (score > (ends.get(candidate.number)?.score ?? Number.NEGATIVE_INFINITY))
      ends.set(candidate.number, link)
    const key = `${candidate.number}-${candidate.inserted}`
    if (score > (exact.get(key)?.score ?? Number.NEGATIVE_INFINITY)) exact.set(key, link)
    if (sum > best.score) best = { link, score: sum }
  })
  return { indices: unwind(best.link), score: best.score }
}

function predecessor(
  { number, inserted }: NumberedLabel,
  ends: Map<number, ChainLink>,
  exact: Map<string, ChainLink>,
  passed: number,
): { link: ChainLink | null; score: number } {
  if (inserted > 0) {
    const link = exact.get(`${number}-${inserted - 1}`) ?? ends.get(number) ?? null
    return link ? { link, score: link.score } : { link: null, score: passed - CHAIN_COSTS.hole }
  }
  let chosen: { link: ChainLink | null; score: number } = { link: null, score: passed + startCost(number) }
  for (let hole = 0; hole <= CHAIN_COSTS.reach; hole++) {
    const link = ends.get(number - 1 - hole)
    if (!link) continue
    const score = link.score - (hole === 0 ? 0 : CHAIN_COSTS.hole + CHAIN_COSTS.missing * hole)
    if (score > chosen.score) chosen = { link, score }
  }
  return chosen
}

// A document may begin late (a torn page), at a price.
function startCost(number: number): number {
  const { hole, missing, lateStart } = CHAIN_COSTS
  return number <= 1 ? 0 : -Math.min(hole + missing * (number - 1), hole * lateStart)
}

function unwind(last: ChainLink | null): number[] {
  const indices: number[] = []
  for (let link = last; link; link = link.before) indices.push(link.index)
  return indices.reverse()
}
