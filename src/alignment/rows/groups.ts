import { agglomerate } from './agglomerate.ts'

/**
 * Groups of statements that say one thing: average linkage over `near` (for each statement how like others are, the same from
 * either side), as long as the mean over all pairs of statements of two documents reaches `least`. Statements of one document
 * count neither for nor against each other. Of equally like groups the first in `order` go first.
 */
export function groupsOf(
  near: Map<number, number>[],
  documents: ArrayLike<number>,
  order: ArrayLike<number>,
  least: number,
): number[][] {
  const groups = near.map((_, at) => [at])
  const counts = near.map((_, at) => new Map([[documents[at]!, 1]]))
  const totals = near.map(others => new Map(others))
  const left = agglomerate(
    {
      neighbours: near.map(others => new Set(others.keys())),
      order,
      likeness: (a, b) => {
        const pairs = pairsBetween(counts[a]!, counts[b]!)
        return pairs === 0 ? 0 : totals[a]!.get(b)! / pairs
      },
      join: (a, b) => {
        groups[a]!.push(...groups[b]!)
        for (const [document, count] of counts[b]!)
          counts[a]!.set(document, (counts[a]!.get(document) ?? 0) + count)
        for (const [other, total] of totals[b]!) {
          totals[other]!.delete(b)
          if (other === a) continue
          const sum = (totals[a]!.get(other) ?? 0) + total
          totals[a]!.set(other, sum)
          totals[other]!.set(a, sum)
        }
      },
    },
    least,
  )
  return left.map(at => groups[at]!)
}

/** How many pairs of statements of different documents two groups have. */
function pairsBetween(one: Map<number, number>, other: Map<number, number>): number {
  let [sizeOfOne, sizeOfOther, together] = [0, 0, 0]
  for (const count of one.values()) sizeOfOne += count
  for (const [document, count] of other) {
    sizeOfOther += count
    together += count * (one.get(document) ?? 0)
  }
  return sizeOfOne * sizeOfOther - together
}
