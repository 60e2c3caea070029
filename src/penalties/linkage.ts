import type { Vector } from '../index/vector.ts'

/**
 * Likenesses of each with those of smaller numbers, at least `least`, found by way of shared terms; `factor` is what two lose that
 * speak against each other.
 */
export function neighboursOf(
  vectors: Vector[],
  least: number,
  factor: (a: number, b: number) => number,
): Map<number, number>[] {
  const postings = new Map<number, { at: number[]; weights: number[] }>()
  return vectors.map(({ terms, weights, norm }, at) => {
    const products = new Map<number, number>()
    terms.forEach((term, n) => {
      const known = postings.get(term) ?? { at: [], weights: [] }
      for (const [place, other] of known.at.entries())
        products.set(other, (products.get(other) ?? 0) + weights[n]! * known.weights[place]!)
      known.at.push(at)
      known.weights.push(weights[n]!)
      postings.set(term, known)
    })
    const near = new Map<number, number>()
    for (const [other, product] of products) {
      const likeness = (factor(at, other) * product) / (norm * vectors[other]!.norm)
      if (likeness >= least) near.set(other, likeness)
    }
    return near
  })
}

/**
 * Groups by average linkage: those two are joined whose members are most alike on average, while that mean is at least `from`.
 * `likenesses[a]` has those of a with smaller numbers; what is missing counts as nothing. Of equal
 * means the smallest numbers.
 */
export function averageLinkage(likenesses: Map<number, number>[], from: number): number[][] {
  const sums = likenesses.map(() => new Map<number, number>())
  for (const [a, near] of likenesses.entries())
    for (const [b, likeness] of near) {
      sums[a]!.set(b, likeness)
      sums[b]!.set(a, likeness)
    }
  const groups: Groups = { sums, members: likenesses.map((_, at) => [at]) }
  const best = likenesses.map((_, at) => bestOf(at, groups))
  for (;;) {
    let first = -1
    for (let at = 0; at < best.length; at++)
      if (groups.members[at] && best[at]!.other >= 0 && (first < 0 || best[at]!.mean > best[first]!.mean))
        first = at
    if (first < 0 || best[first]!.mean < from) break
    const second = best[first]!.other
    const kept = Math.min(first, second)
    merge(kept, Math.max(first, second), groups)
    for (const at of new Set([kept, ...sums[kept]!.keys()])) best[at] = bestOf(at, groups)
  }
  return groups.members.filter(each => each !== null)
}

interface Groups {
  /** Of each group the likenesses with each other one, summed over their members. */
  sums: Map<number, number>[]
  members: (number[] | null)[]
}

function merge(kept: number, gone: number, { sums, members }: Groups): void {
  for (const [other, sum] of sums[gone]!) {
    sums[other]!.delete(gone)
    if (other === kept) continue
    const together = (sums[kept]!.get(other) ?? 0) + sum
    sums[kept]!.set(other, together)
    sums[other]!.set(kept, together)
  }
  sums[kept]!.delete(gone)
  sums[gone]!.clear()
  members[kept] = [...members[kept]!, ...members[gone]!].sort((a, b) => a - b)
  members[gone] = null
}

function bestOf(at: number, { sums, members }: Groups): { other: number; mean: number } {
  let best = { other: -1, mean: 0 }
  const own = members[at]?.length ?? 0
  for (const [other, sum] of sums[at]!) {
    const mean = sum / (own * members[other]!.length)
    if (mean > best.mean || (mean === best.mean && other < best.other)) best = { other, mean }
  }
  return best
}
