/**
 * The consecutive sequence that explains a list of numbered candidates best: a small dynamic programme.
 * A greedy reader is led astray by the first reference that a wrap brings to the front of a line; a chain is not,
 * because a wrong link costs the right ones after it.
 */

export interface Numbered {
  number: number
  inserted: number
  weight: number
}

export interface ChainCosts {
  /** Price of a hole, and of each number missing in it. */
  hole: number
  missing: number
  /** Largest hole that is bridged at all. */
  reach: number
  /** Price of passing over a likely candidate inside the chain, as a share of its weight. */
  skip: number
}

const COSTS: ChainCosts = { hole: 3, missing: 0.7, reach: 12, skip: 0.3 }

interface Link {
  index: number
  /** Sum of the chain up to here, plus what was skippable up to here: so chains that end earlier compare fairly. */
  score: number
  before: Link | null
}

/**
 * The chain with the greatest sum of weights less the price of its holes, as indices in ascending order; empty when
 * no chain has a positive sum. Numbers rise by one; 10 may be followed by 10-1, 10-2, 11. Time is linear in the
 * candidates times `reach`.
 */
export function bestChain(
  candidates: Numbered[],
  costs: ChainCosts = COSTS,
): { indices: number[]; score: number } {
  const ends = new Map<number, Link>() // best chain so far that ends in this number, inserted or not
  const exact = new Map<string, Link>() // the same, by number and insertion
  let best: { link: Link | null; score: number } = { link: null, score: 0 }
  let passed = 0 // price of all likely candidates up to here
  candidates.forEach((candidate, index) => {
    const before = predecessor(candidate, ends, exact, costs, passed)
    const sum = candidate.weight + before.score - passed
    passed += costs.skip * Math.max(candidate.weight, 0)
    const score = sum + passed
    const link: Link = { index, score, before: before.link }
    if (score > (ends.get(candidate.number)?.score ?? Number.NEGATIVE_INFINITY))
      ends.set(candidate.number, link)
    const key = `${candidate.number}-${candidate.inserted}`
    if (score > (exact.get(key)?.score ?? Number.NEGATIVE_INFINITY)) exact.set(key, link)
    if (sum > best.score) best = { link, score: sum }
  })
  return { indices: unwind(best.link), score: best.score }
}

function predecessor(
  { number, inserted }: Numbered,
  ends: Map<number, Link>,
  exact: Map<string, Link>,
  costs: ChainCosts,
  passed: number,
): { link: Link | null; score: number } {
  if (inserted > 0) {
    const link = exact.get(`${number}-${inserted - 1}`) ?? ends.get(number) ?? null
    return link ? { link, score: link.score } : { link: null, score: passed - costs.hole }
  }
  let chosen: { link: Link | null; score: number } = { link: null, score: passed + startCost(number, costs) }
  for (let hole = 0; hole <= costs.reach; hole++) {
    const link = ends.get(number - 1 - hole)
    if (!link) continue
    const score = link.score - (hole === 0 ? 0 : costs.hole + costs.missing * hole)
    if (score > chosen.score) chosen = { link, score }
  }
  return chosen
}

// A document may begin late (a torn page), at a price.
function startCost(number: number, { hole, missing }: ChainCosts): number {
  return number <= 1 ? 0 : -Math.min(hole + missing * (number - 1), hole * 1.5)
}

function unwind(last: Link | null): number[] {
  const indices: number[] = []
  for (let link = last; link; link = link.before) indices.push(link.index)
  return indices.reverse()
}
