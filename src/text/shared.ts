/**
 * What a sequence of keys has in common with others: gives of each place of another one how long the longest stretch is that ends
 * there and stands in the first. A suffix automaton, so that it takes as long as the two together, whatever repeats in them.
 */
export function sharedWith(keys: ArrayLike<number>): (others: ArrayLike<number>) => Int32Array {
  const { next, link, length } = automatonOf(keys)
  return others => {
    const found = new Int32Array(others.length)
    let [state, matched] = [0, 0]
    for (let at = 0; at < others.length; at++) {
      const key = others[at]!
      while (state > 0 && !next[state]!.has(key)) {
        state = link[state]!
        matched = length[state]!
      }
      const to = next[state]!.get(key)
      if (to !== undefined) {
        state = to
        matched++
      }
      found[at] = matched
    }
    return found
  }
}

/** States are sets of stretches that end in the same places: where each key leads, the next shorter ones, the longest's length. */
interface Automaton {
  next: Map<number, number>[]
  link: number[]
  length: number[]
}

function automatonOf(keys: ArrayLike<number>): Automaton {
  const [next, link, length]: [Map<number, number>[], number[], number[]] = [[new Map()], [-1], [0]]
  let last = 0
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place]!
    const added = next.push(new Map()) - 1
    link.push(0)
    length.push(place + 1)
    let at = last
    for (; at >= 0 && !next[at]!.has(key); at = link[at]!) next[at]!.set(key, added)
    if (at >= 0) {
      const to = next[at]!.get(key)!
      if (length[to] === length[at]! + 1) link[added] = to
      else {
        const copy = next.push(new Map(next[to])) - 1
        link.push(link[to]!)
        length.push(length[at]! + 1)
        link[to] = copy
        link[added] = copy
        for (; at >= 0 && next[at]!.get(key) === to; at = link[at]!) next[at]!.set(key, copy)
      }
    }
    last = added
  }
  return { next, link, length }
}
