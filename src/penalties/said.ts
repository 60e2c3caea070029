import { groupBy } from '../group.ts'

/** The statements of other documents that may say one (by id), with how surely they do: 0 to 1. */
export type Nearby = (statement: string) => Iterable<[statement: string, sureness: number]>

/** Where nothing is known of who says what. */
export const NOBODY: Nearby = () => []

/** The sentences (by id) that name an act, and those that lay down what it breaks. */
export interface Sentences {
  naming: Set<string>
  duties: Set<string>
}

/**
 * Between acts how surely a duty that one breaks says one that the other breaks; null where one sentence names both acts, side by
 * side. Looked up by what is said: in time in proportion to the links, not to the pairs. Sentences that punish are not asked: those
 * of different acts say each other, since all but the act is the same.
 */
export function saidBetween(acts: Sentences[], nearby: Nearby): (a: number, b: number) => number | null {
  const holders = groupBy(
    acts.flatMap(({ duties }, act) => [...duties].map(sentence => ({ sentence, act }))),
    ({ sentence }) => sentence,
  )
  const surest = acts.map(({ duties }) => {
    const found = new Map<number, number>()
    for (const sentence of duties)
      for (const [other, sureness] of nearby(sentence))
        for (const { act } of holders.get(other) ?? [])
          found.set(act, Math.max(sureness, found.get(act) ?? 0))
    return found
  })
  return (a, b) => (isBeside(acts[a]!.naming, acts[b]!.naming) ? null : (surest[a]!.get(b) ?? 0))
}

function isBeside(one: Set<string>, other: Set<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  for (const sentence of few) if (many.has(sentence)) return true
  return false
}
