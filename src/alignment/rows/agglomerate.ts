import TinyQueue from 'tinyqueue'

/** Things that are joined step by step; a joined one stands under the number of its first part. */
export interface Parts {
  /** For each thing those that it may be joined with, the same from either side. Changes as things are joined. */
  neighbours: Set<number>[]
  /** Of equally like ones those go first that come first in this order. */
  order: ArrayLike<number>
  /** Looked at again whenever one of the two has grown. */
  likeness(a: number, b: number): number
  /** Puts `b` into `a`. */
  join(a: number, b: number): void
}

/** Joins the likest two things, and again, as long as any two are as alike as `least`. Returns the numbers of those that are left. */
export function agglomerate({ neighbours, order, likeness, join }: Parts, least: number): number[] {
  const steps = neighbours.map(() => 0)
  const gone = neighbours.map(() => false)
  const queue = new TinyQueue<Joining>([], likestFirst)
  const push = (one: number, other: number) => {
    const value = likeness(one, other)
    if (value < least) return
    const [a, b] = order[one]! < order[other]! ? [one, other] : [other, one]
    queue.push({ value, a, b, places: [order[a]!, order[b]!], step: steps[a]! + steps[b]! })
  }
  for (const [at, others] of neighbours.entries()) for (const other of others) if (at < other) push(at, other)
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { a, b, step } = next
    if (gone[a] || gone[b] || steps[a]! + steps[b]! !== step) continue
    join(a, b)
    gone[b] = true
    steps[a]!++
    neighbours[a]!.delete(b)
    for (const other of neighbours[b]!) {
      neighbours[other]!.delete(b)
      if (other === a) continue
      neighbours[a]!.add(other)
      neighbours[other]!.add(a)
    }
    for (const other of neighbours[a]!) push(a, other)
  }
  return [...neighbours.keys()].filter(at => !gone[at])
}

interface Joining {
  value: number
  a: number
  b: number
  /** Their places in the order. */
  places: [number, number]
  /** How often the two had grown when they were looked at: if they have since, it no longer counts. */
  step: number
}

function likestFirst(x: Joining, y: Joining): number {
  return y.value - x.value || x.places[0] - y.places[0] || x.places[1] - y.places[1]
}
