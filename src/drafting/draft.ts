import { laddersOf } from '../provisions/ladders.ts'
import { documentOf } from '../structure/address.ts'
import type { Cut, Family, FamilyProvision, Problem } from '../types.ts'
import { type Asked, askAll } from './asking.ts'
import { faultOf, faultsOf } from './check-draft.ts'
import type { Draft, DraftDocument, Fault } from './check-types.ts'
import { CHECKS } from './checks/checks.ts'
import { coverageOf, statementsOfMembers, type TopicCoverage } from './coverage.ts'
import { PEER_CHECKS } from './peer-checks.ts'
import { numbersOf, type PeerNumber } from './peer-numbers.ts'
import { draftOf } from './scene.ts'

/** A draft beside the documents of a corpus: how it was read, what it has of each topic, its numbers, ladders and faults. */
export interface DraftReport {
  read: DraftRead
  /** Every topic of at least two peers; those that the draft lacks by how many peers have them, then the others. */
  coverage: TopicCoverage[]
  numbers: PeerNumber[]
  ladders: DraftLadder[]
  /** In the order of the text. */
  faults: Fault[]
}

export interface DraftRead {
  articles: number
  /** By example: 第X条, 一、. */
  numbering: string
  title: string
  problems: Problem[]
}

export interface DraftLadder {
  subject: string
  unit: string
  steps: { address: string; quote: string; actor: string | null; low: number; high: number | null }[]
  fault: 'gap' | 'overlap' | 'contradiction' | null
  quote: string
}

/** What a draft is put beside. */
export interface Corpus {
  peers: DraftDocument[]
  /** Rows of the comparison of the peers; members of the draft in them are not looked at. */
  families: Family[]
  /** The peers' numbers with their families. */
  provisions: FamilyProvision[]
}

/**
 * The whole report. `place` is what the drafter says the draft is of, empty where its title tells; ids of the draft and its peers
 * must differ. A peer that is cut off is no witness for what a draft lacks, since the index asks only what it does say.
 */
export function draftReport(draft: DraftDocument, corpus: Corpus, cut: Cut, place = ''): DraftReport {
  return reportOf(draft, corpus, askAll(corpus.peers, draft, cut, wantedOf(corpus)), place)
}

/** The peers' statements that have to be asked for. */
export function wantedOf({ families, peers }: Corpus): Set<string> {
  return statementsOfMembers(families, peers)
}

/** The report from what was asked already. */
export function reportOf(draft: DraftDocument, corpus: Corpus, asked: Asked, place = ''): DraftReport {
  const scene = draftOf(draft, place)
  const { coverage, numbers, faults } = besidePeers(scene, corpus, asked)
  return {
    read: readOf(draft),
    coverage,
    numbers,
    ladders: laddersIn(draft),
    faults: [...faultsOf(scene, CHECKS), ...faults].sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

/** What needs the peers, those faults alone among it. Fast: it can be told again of some of the peers. */
export function besidePeers(
  draft: Draft,
  { peers, families, provisions }: Corpus,
  asked: Asked,
): Pick<DraftReport, 'coverage' | 'numbers' | 'faults'> {
  const coverage = coverageOf(families, peers, draft, asked)
  const numbers = numbersOf(draft, peers, provisions, coverage, asked)
  const faults = PEER_CHECKS.filter(({ applies }) => applies.includes(draft.genre)).flatMap(check =>
    check.find(draft, { peers, asked, numbers }).map(finding => faultOf(draft, check, finding)),
  )
  return { coverage: byNeed(coverage), numbers, faults }
}

export function readOf({
  regulation: { articles, numbering, title, metadata, problems },
}: DraftDocument): DraftRead {
  return { articles: articles.length, numbering, title: metadata.title ?? title, problems }
}

const STATES_FIRST = ['no', 'mentioned', 'partly', 'yes']

/** What is lacking first, the most common first; else in the order of the topics. */
function byNeed(coverage: TopicCoverage[]): TopicCoverage[] {
  const rank = ({ state }: TopicCoverage) => Math.max(1, STATES_FIRST.indexOf(state))
  return coverage.toSorted(
    (a, b) => rank(a) - rank(b) || (rank(a) === 1 ? b.peers.length - a.peers.length : 0),
  )
}

/** Ladders of the draft, each once for every fault, and once where it has none. */
export function laddersIn({ provisions, regulation: { id } }: DraftDocument): DraftLadder[] {
  return laddersOf(provisions.filter(({ address }) => documentOf(address) === id)).flatMap(
    ({ subject, unit, steps, faults }): DraftLadder[] => {
      const told = steps.map(({ address, quote, actor, low, high }) => ({ address, quote, actor, low, high }))
      const quote = steps.map(step => step.quote).join('；')
      if (faults.length === 0) return [{ subject, unit, steps: told, fault: null, quote }]
      return faults.map(({ kind, note }) => ({ subject, unit, steps: told, fault: kind, quote: note }))
    },
  )
}
