import { groupBy } from '../group.ts'
import type { Answer } from '../statement-types.ts'
import { articleAddressOf, documentOf, holds } from '../structure/address.ts'
import type { Family, FamilyMember } from '../types.ts'
import type { Asked } from './asking.ts'
import type { DraftDocument } from './check-types.ts'
import { quoteOf } from './findings.ts'
import { BEST_PEERS, MENTIONED_FROM, PRESENT_FROM, PROVING_PLACES, WHOLE_FROM } from './thresholds.ts'

/** What the draft has of a topic: all, a part, a mention in passing, or nothing. */
export type CoverageState = 'yes' | 'partly' | 'mentioned' | 'no'

export interface TopicCoverage {
  topic: string
  zh: string
  en: string
  state: CoverageState
  /** Of what the peer nearest to the draft says on the topic the share that the draft says; 0 to 1. */
  share: number
  /** Units of the draft that say it, the best first, each with the words that prove it. */
  places: { address: string; quote: string }[]
  peers: { id: string; places: string[] }[]
}

/**
 * For each topic of at least two peers, of one where people named it, what the draft has of it, in the order given. A topic is there where the draft says what the
 * nearest peers say on it: of each peer the mean probability that the draft says one of its statements, of these the best few. The
 * best count, not all: peers put different things into one article, and a draft that follows one of them lacks nothing.
 */
export function coverageOf(
  families: Family[],
  peers: DraftDocument[],
  draft: DraftDocument,
  asked: Asked,
): TopicCoverage[] {
  const own = draft.regulation.id
  const byUnit = statementsByUnit(peers)
  return families.flatMap(family => {
    const members = groupBy(
      family.members.filter(({ address }) => documentOf(address) !== own),
      ({ address }) => documentOf(address),
    )
    // What people decided is a topic counts with one member too.
    return members.size < (family.label === 'curated' ? 1 : 2)
      ? []
      : [coverage(family, members, byUnit, draft, asked)]
  })
}

/** The peers' statements that some family's members hold. */
export function statementsOfMembers(families: Family[], peers: DraftDocument[]): Set<string> {
  const byUnit = statementsByUnit(peers)
  return new Set(families.flatMap(({ members }) => members.flatMap(byUnit)))
}

/** The ids of what stands in a row of a unit. */
function statementsByUnit(peers: DraftDocument[]): (member: FamilyMember) => string[] {
  const byArticle = groupBy(
    peers.flatMap(({ statements }) => statements),
    ({ address }) => articleAddressOf(address),
  )
  return ({ address, statements }) =>
    statements ??
    (byArticle.get(articleAddressOf(address)) ?? [])
      .filter(each => holds(address, each.address))
      .map(({ id }) => id)
}

function coverage(
  { id, topic }: Family,
  members: Map<string, FamilyMember[]>,
  byUnit: (member: FamilyMember) => string[],
  draft: DraftDocument,
  { ofPeers }: Asked,
): TopicCoverage {
  const answers = [...members.values()].map(units =>
    units.flatMap(byUnit).flatMap(statement => ofPeers.get(statement) ?? []),
  )
  const shares = answers.map(each => mean(each.map(({ probability }) => probability)))
  const share = bestOf(shares)
  const best = answers[shares.indexOf(Math.max(...shares))] ?? []
  const state = stateOf(share, best, answers.flat())
  return {
    topic: id,
    zh: topic.zh,
    en: topic.en,
    state,
    share: Number(share.toFixed(3)),
    places: state === 'no' ? [] : placesOf(draft, best, answers.flat()),
    peers: [...members].map(([peer, units]) => ({ id: peer, places: units.map(({ address }) => address) })),
  }
}

/** The mean of the best third of the peers, two at least, the better ones counting more. */
function bestOf(shares: number[]): number {
  const count = Math.min(shares.length, Math.max(2, Math.ceil(shares.length * BEST_PEERS)))
  const best = shares.toSorted((a, b) => b - a).slice(0, count)
  const weights = best.map((_, rank) => count - rank)
  return (
    best.reduce((sum, each, rank) => sum + each * weights[rank]!, 0) /
    weights.reduce((sum, each) => sum + each, 0)
  )
}

function stateOf(share: number, best: Answer[], all: Answer[]): CoverageState {
  if (share >= PRESENT_FROM) {
    const whole = best.filter(({ said }) => said === 'yes').length
    return whole >= best.length * WHOLE_FROM ? 'yes' : 'partly'
  }
  return all.some(({ said, probability }) => said !== 'no' && probability >= MENTIONED_FROM)
    ? 'mentioned'
    : 'no'
}

/** Units of the draft where what the peers say is found, those that answer most of it first. */
function placesOf(draft: DraftDocument, best: Answer[], all: Answer[]): TopicCoverage['places'] {
  const chances = new Map<string, number>()
  const statements = new Map<string, string>()
  for (const [answers, weight] of [
    [best, 2],
    [all, 1],
  ] as const)
    for (const { said, probability, places } of answers) {
      const [first] = places
      if (said === 'no' || !first) continue
      chances.set(first.address, (chances.get(first.address) ?? 0) + probability * weight)
      if (!statements.has(first.address)) statements.set(first.address, first.statement)
    }
  const ranked = [...chances].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, PROVING_PLACES)
  return ranked.map(([address]) => {
    const statement = draft.statements.find(({ id }) => id === statements.get(address))
    return { address, quote: statement ? quoteOf(draft.source.text, statement.span) : '' }
  })
}

function mean(numbers: number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length
}
