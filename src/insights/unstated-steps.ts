import type { Ladder, LadderStep } from '../provisions/ladders.ts'
import { articleAddressOf, documentOf, holds } from '../structure/address.ts'
import type { Family } from '../types.ts'

/** Sums of a ladder on which its document says nothing of who decides, though it does on the others. */
export interface Unstated {
  ladder: Ladder
  /** Below its lowest step, or above its highest. */
  side: 'below' | 'above'
  bound: number
  /** Whether the bound itself belongs to what is not said. */
  included: boolean
  /**
   * Where the document answers the article in which others say it: units of the narrowest topic that has one of theirs; empty where
   * none is known.
   */
  see: string[]
}

/** For each ladder what its lowest and highest step leave open. `ladders` are those of all documents, of which any may help. */
export function unstatedSteps(ladders: Ladder[], families: Family[]): Unstated[] {
  return ladders.flatMap(ladder => {
    const deciding = ladder.steps.filter(({ preliminary }) => !preliminary)
    const [lowest] = deciding
    if (!lowest) return []
    const highest = deciding.reduce((a, b) => ((b.high ?? Infinity) > (a.high ?? Infinity) ? b : a))
    const found: Unstated[] = []
    if (lowest.low > 0)
      found.push({
        ladder,
        side: 'below',
        bound: lowest.low,
        included: !lowest.lowIncluded,
        see: elsewhere(ladder, step => step.low < lowest.low, ladders, families),
      })
    if (highest.high !== null) {
      const { high } = highest
      found.push({
        ladder,
        side: 'above',
        bound: high,
        included: !highest.highIncluded,
        see: elsewhere(ladder, step => (step.high ?? Infinity) > high, ladders, families),
      })
    }
    return found
  })
}

/** Units of the ladder's document in the narrowest topic that has the step of another document. */
function elsewhere(
  { document, unit, steps }: Ladder,
  isMissing: (step: LadderStep) => boolean,
  ladders: Ladder[],
  families: Family[],
): string[] {
  const own = new Set(steps.map(({ address }) => articleAddressOf(address)))
  const theirs = ladders
    .filter(other => other.document !== document && other.unit === unit)
    .flatMap(other => other.steps.filter(isMissing))
  const candidates = families.flatMap(({ members }) => {
    const isTheirs = members.some(({ address }) =>
      theirs.some(step => holds(address, step.address) || holds(step.address, address)),
    )
    const units = members
      .map(({ address }) => address)
      .filter(address => documentOf(address) === document && !own.has(articleAddressOf(address)))
    return isTheirs && units.length > 0 ? [{ size: members.length, units }] : []
  })
  const narrowest = candidates.sort((a, b) => a.size - b.size || (a.units[0]! < b.units[0]! ? -1 : 1))[0]
  return [...new Set(narrowest?.units ?? [])]
}
