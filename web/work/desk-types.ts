import type { Fault } from '../../src/drafting/check-types.ts'
import type { TopicCoverage } from '../../src/drafting/coverage.ts'
import type { DraftLadder, DraftRead } from '../../src/drafting/draft.ts'
import type { Composed } from '../../src/drafting/editing/compose.ts'
import type { Outline } from '../../src/drafting/editing/outline.ts'
import type { PeerNumber } from '../../src/drafting/peer-numbers.ts'
import type { ReadErrorCode } from '../../src/read/error.ts'
import type { Noise, Problem, Regulation } from '../../src/types.ts'

// What the desk and its workers tell each other; the programs are drafting.ts and beside.ts.

/** A file as it came, or why it cannot be read. */
export type Opened = OpenedText | { refused: ReadErrorCode | 'too-long'; message: string }

export interface OpenedText {
  /** As it is edited: line feeds alone, without what is surely no part of the draft. */
  text: string
  /** What was left out: page numbers, running heads, menus. */
  left: { kind: Noise['kind']; text: string }[]
  problems: Problem[]
}

/** A draft by itself. */
export interface Checked {
  /** The text that was checked. */
  text: string
  /** Of its accounting what stands around the articles, and noise. */
  regulation: Regulation
  read: DraftRead
  faults: Fault[]
  ladders: DraftLadder[]
  /** As it calls itself: 条例, 规则; null where nothing tells. */
  name: string | null
  /** As its title tells, or the drafter. */
  place: string | null
}

/** What is known while a draft is being checked: the faults of the article that has changed, the others where they were. */
export type CheckedSoFar = Checked | { text: string; faults: Fault[] }

/** A draft beside the peers. */
export interface Covered {
  text: string
  /** Peers that it was put beside. */
  peers: string[]
  coverage: TopicCoverage[]
  numbers: PeerNumber[]
  /** Those faults alone that need the peers. */
  faults: Fault[]
  /** Articles of which no peer says anything. */
  own: string[]
}

/** What is known while a draft is being put beside the peers. */
export type CoveredSoFar = Covered | { share: number }

/** The words of the peers on one topic. */
export interface Clauses {
  topic: string
  /** The most common first. */
  groups: Wording[]
}

export interface Wording {
  /** A, B, … */
  letter: string
  places: { address: string; label: string; place: string }[]
  /** The peer's own words, folded. */
  text: string
  /** The same with the draft's names. */
  adopted: string
}

export interface DeskJobs {
  openDraft: { input: { bytes: Uint8Array; file: string }; output: Opened }
  checkDraft: { input: { text: string; place: string }; output: CheckedSoFar }
  /** Load all that the desk needs, so that nothing has to be asked for later. */
  prepareReaders: { input: null; output: null }
  prepare: { input: null; output: { documents: number } }
  cover: { input: { text: string; place: string; peers: string[] | null }; output: CoveredSoFar }
  clauses: { input: { topic: string; place: string; province: string }; output: Clauses }
  outline: { input: { base: string | null }; output: Outline }
  compose: {
    input: { title: string; place: string; province: string; topics: string[]; base: string | null }
    output: Composed
  }
  threeColumns: { input: ThreeColumnsAsked; output: Uint8Array }
}

/** The 对照表: the draft beside one peer, or beside the words that most peers share. */
export interface ThreeColumnsAsked {
  text: string
  place: string
  title: string
  /** Id of the peer; null for the majority. */
  peer: string | null
  /** Reasons that the drafter gave, by the article's address. */
  reasons: Record<string, string>
}
