import type { Range, Span } from './unit-types.ts'

/** Types of statements and of what is asked about them; the rest of the pipeline's types stand in types.ts. */

/**
 * What a statement does. Of what it does as a whole (the first five) the first that fits; else what its main clause does: the one
 * with its first modal word, or that says who does something.
 *
 * - `final`: from when the document is in force, what it repeals, who explains it.
 * - `purpose`: what it is made for, and on what ground.
 * - `definition`: what a word means.
 * - `application`: to what it applies, and which other rule goes before or counts too.
 * - `sanction`: what follows on a breach, or that nothing does.
 * - `prohibition`: 不得, 禁止; also the bare 不 of rules of conduct: 不乱扔垃圾.
 * - `permission`: 可以, 有权.
 * - `encouragement`: 鼓励, 提倡, 支持.
 * - `power`: with what somebody is charged, without a modal word: 由…负责, 主管…工作, 主要任务是.
 * - `duty`: 应当, 必须, 要; and whatever nothing says otherwise of.
 * - `procedure`: who decides, whom it is put to, by which way, without a modal word: 由…审定, 报…批准.
 */
export type StatementKind =
  | 'final'
  | 'purpose'
  | 'definition'
  | 'application'
  | 'sanction'
  | 'prohibition'
  | 'permission'
  | 'encouragement'
  | 'power'
  | 'duty'
  | 'procedure'

/** The smallest stretch that lays something down by itself: a sentence of a paragraph, or an item read with its lead-in. */
export interface Statement {
  /** `zhongwei/45/3#2`: the second of its unit. */
  id: string
  /** Deepest unit that holds it: paragraph, item or subitem. */
  address: string
  regulation: string
  /** In the unit's clean text, and in the source. */
  range: Range
  span: Span
  /** Clean words, without the label of an item. */
  text: string
  /** What an item continues: its paragraph from the sentence on that announces the items, else its last; of a subitem the item's too; else empty. */
  lead: string
  kind: StatementKind
  /** Who acts, in the document's words, simplified: persons or bodies; of an item its lead-in's; null where none is named. */
  actor: string | null
  /** As of provisions: 可, 一般, 原则上, 应, 必须, 不得; null where no such word stands. */
  modality: string | null
  /** When it counts, in the document's words: 逾期不改正的, 未经批准; several joined by commas; of an item its lead-in's. */
  condition: string | null
  /** What is done, and to what, without actor, modal word and condition; further clauses behind it with theirs. */
  act: string
  /** Addresses of units of its own document that it cites, and ids of the statements in them. */
  cites: string[]
  citedStatements: string[]
}

/** Whether one document says what a statement says, and where. */
export interface Answer {
  /** `yes`: the same rule, whatever its numbers, strictness or actor; `partly`: a part of it, or a rule that covers it. */
  said: 'yes' | 'partly' | 'no'
  /** Whether it is sure enough to be told as a verdict; else a reader is only shown the nearest place. */
  sure: boolean
  /** That the document says it, wholly or partly. */
  probability: number
  /** Best first; of `no` the nearest. */
  places: { statement: string; address: string; probability: number }[]
}

/** A statement of another document that may say one, and how surely it does: 0 to 1. */
export interface SaidAt {
  statement: string
  probability: number
}

/** Where a document says a statement (by id): its statements that may, the surest first. */
export type Said = (statement: string, document: string) => SaidAt[]
