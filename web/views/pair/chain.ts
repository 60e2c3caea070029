/** Two places that answer each other, counted in the two documents. */
export interface Anchor {
  left: number
  right: number
}

/**
 * The longest run of links that goes forward in both documents: what two texts can be scrolled along together.
 * A link that stands out of order is left to the reader to follow.
 */
export function forwardChain(links: Anchor[]): Anchor[] {
  const sorted = [...links].sort((a, b) => a.left - b.left || b.right - a.right)
  const lengths: number[] = []
  const before: number[] = []
  let best = -1
  sorted.forEach((link, index) => {
    lengths[index] = 1
    before[index] = -1
    for (let earlier = 0; earlier < index; earlier++) {
      const fits = sorted[earlier]!.right < link.right && sorted[earlier]!.left < link.left
      if (fits && lengths[earlier]! + 1 > lengths[index]!) {
        lengths[index] = lengths[earlier]! + 1
        before[index] = earlier
      }
    }
    if (best < 0 || lengths[index]! > lengths[best]!) best = index
  })
  const chain: Anchor[] = []
  for (let at = best; at >= 0; at = before[at]!) chain.unshift(sorted[at]!)
  return chain
}

/** A position in one text carried over to the other, straight between the points of the chain. */
export function carry(position: number, points: [from: number, to: number][]): number {
  const next = points.findIndex(([from]) => from > position)
  if (next === 0) return points[0]![1]
  const [from, to] = points[next < 0 ? points.length - 1 : next - 1] ?? [0, 0]
  const after = next < 0 ? undefined : points[next]
  if (!after) return to + (position - from)
  return to + ((position - from) / (after[0] - from)) * (after[1] - to)
}
