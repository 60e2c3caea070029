import { groupBy } from '../group.ts'
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
  const topics = topicsWithSteps(ladders, families)
  return ladders.flatMap(ladder => {
    const deciding = ladder.steps.filter(({ preliminary }) => !preliminary)
    const [lowest] = deciding
    if (!lowest) return []
    const highest = deciding.reduce((a, b) => (endOf(b) > endOf(a) ? b : a))
    const found: Unstated[] = []
    if (lowest.low > 0)
      found.push({
        ladder,
        side: 'below',
        bound: lowest.low,
        included: !lowest.lowIncluded,
        see: elsewhere(ladder, step => step.low < lowest.low, topics),
      })
    if (highest.high !== null)
      found.push({
        ladder,
        side: 'above',
        bound: highest.high,
        included: !highest.highIncluded,
        see: elsewhere(ladder, step => endOf(step) > highest.high!, topics),
      })
    return found
  })
}

function endOf({ high }: LadderStep): number {
  return high ?? Infinity
}

/** A topic in which steps stand. */
interface Topic {
  size: number
  /** Its units by document. */
  units: Map<string, string[]>
  steps: { document: string; unit: string; step: LadderStep }[]
}

/** By document the topics that have a unit of it and a step of any document. */
function topicsWithSteps(ladders: Ladder[], families: Family[]): Map<string, Topic[]> {
  const steps = ladders.flatMap(({ document, unit, steps }) => steps.map(step => ({ document, unit, step })))
  // Either holds the other only inside of one article.
  const byArticle = groupBy(steps, ({ step }) => articleAddressOf(step.address))
  const topics = new Map<string, Topic[]>()
  for (const { members } of families) {
    const inside = members.flatMap(({ address }) =>
      (byArticle.get(articleAddressOf(address)) ?? []).filter(
        ({ step }) => holds(address, step.address) || holds(step.address, address),
      ),
    )
    if (inside.length === 0) continue
    const addresses = members.map(({ address }) => address)
    const topic = { size: members.length, units: groupBy(addresses, documentOf), steps: inside }
    for (const document of topic.units.keys()) topics.set(document, [...(topics.get(document) ?? []), topic])
  }
  return topics
}

/** Units of the ladder's document in the narrowest topic that has the step of another document. */
function elsewhere(
  { document, unit, steps }: Ladder,
  isMissing: (step: LadderStep) => boolean,
  topics: Map<string, Topic[]>,
): string[] {
  const own = new Set(steps.map(({ address }) => articleAddressOf(address)))
  const candidates = (topics.get(document) ?? []).flatMap(topic => {
    const units = topic.units.get(document)!.filter(address => !own.has(articleAddressOf(address)))
    const isTheirs = topic.steps.some(
      other => other.document !== document && other.unit === unit && isMissing(other.step),
    )
    return isTheirs && units.length > 0 ? [{ size: topic.size, units }] : []
  })
  const narrowest = candidates.sort((a, b) => a.size - b.size || (a.units[0]! < b.units[0]! ? -1 : 1))[0]
  return [...new Set(narrowest?.units ?? [])]
}
