/**
 * Every type that crosses a folder, in the order of the pipeline: Source → Regulation → Provision, Match → Family → Difference →
 * Analysis. All of it is plain data that survives JSON: what a script writes is what the page reads.
 *
 * Two kinds of positions, with different field names so that one cannot be passed for the other:
 * a `Span` counts in the decoded source text, a `Range` in a passage's clean text. Both are half-open, in UTF-16 code units.
 */

import type { Penalty, PunishedAct } from './penalty-types.ts'
import type { Said, Statement } from './statement-types.ts'
import type { Annex, Article, Division, Range, Span } from './unit-types.ts'

export type * from './unit-types.ts'

export type Script = 'simplified' | 'traditional' | 'mixed'

/** One entry of the manifest `corpus.json`; field names as in formats.md. */
export interface ManifestEntry {
  id: string
  place: string
  file: string
  province?: string
  level?: string
  title?: string
  url?: string
  retrieved?: string
  encoding?: string
  sha256?: string
}

/** A document as decoded (for html, docx, pdf: extracted) text, before any reading. */
export interface Source extends ManifestEntry {
  text: string
  /** What the reader of bytes had to say: substituted encodings, columns in a pdf, … */
  problems?: Problem[]
  /** Stretches of `text` the byte reader already knows not to be the regulation (running heads of a pdf, menus of a page). */
  noise?: Noise[]
}

export type Severity = 'error' | 'warning' | 'note'

/** Something the reader could not be sure of. Data, never an exception. */
export interface Problem {
  /** Kebab-case name of the rule that speaks, e.g. `article-gap`. */
  rule: string
  severity: Severity
  message: string
  span: Span
}

/** A named stretch of the source that belongs to no unit: front matter, back matter, noise of conversion. */
export interface Noise {
  /** Kebab-case kind, e.g. `page-number`, `footnote-mark`, `table-of-contents`, `bullet`, `stray-word`, `hard-wrap`. */
  kind: string
  span: Span
}

/** Where a source character went. The accounting of a document tiles `[0, text.length)` without gap or overlap. */
export interface Stretch extends Span {
  /** `label`, `heading`, `text`, `layout` (white space), `front`, `back` or `noise`. */
  class: 'label' | 'heading' | 'text' | 'layout' | 'front' | 'back' | 'noise'
  /** For front, back and noise its kind (`document-number`, `main-recipients`, `page-number` …); for text the unit's address. */
  name: string
}

export interface Replaced {
  title: string | null
  document_number: string | null
  issued_on: string | null
}

/** One event in the life of the text: adopted, amended, revised, approved, announced. */
export interface Enactment {
  kind: 'adopted' | 'approved' | 'amended' | 'revised' | 'announced'
  on: string | null
  by: string | null
  span: Span
}

/** Front and back matter after GB/T 9704-2012; dates ISO; null where the text says nothing. Texts in the source's script. */
export interface Metadata {
  title: string | null
  place: string
  province: string | null
  issuing_authority: string | null
  document_number: string | null
  adopted_on: string | null
  adopted_by: string | null
  signed_on: string | null
  printed_on: string | null
  /** An ISO date, or the text's own words: 自公布之日起. */
  effective: string | null
  replaces: Replaced | null
  main_recipients: string | null
  copied_to: string | null
  disclosure: string | null
  enactments: Enactment[]
}

/** A reference inside the text: 本规则第十条, 前款, or a law's name 《…》 with its 发文字号. */
export interface Reference extends Span {
  /** Address of the unit (article, paragraph, item) that holds the reference. */
  from: string
  /** The reference's own words, folded. */
  text: string
  kind: 'internal' | 'law'
  /** Addresses answered, empty when dangling or when it names another law. */
  to: string[]
  /** Name and number of the law named, for kind `law`. */
  law?: { title: string; document_number: string | null }
}

/** A document as structure. Articles are disjoint and in order; every character of the source is in `accounting`. */
export interface Regulation {
  id: string
  place: string
  title: string
  script: Script
  /** How articles are labelled, by example: `第X条`, `一、`, `第1条`, `（一）`, `1.`, or `` where there are none. */
  numbering: string
  metadata: Metadata
  divisions: Division[]
  articles: Article[]
  /** What is attached after the articles, in order of place; none of it is an article of the text. */
  annexes: Annex[]
  /** False where the text is cut off (structure/completeness.ts). */
  complete: boolean
  references: Reference[]
  accounting: Stretch[]
  problems: Problem[]
}

/** Measures of the gold, extended in the same spirit for other genres. */
export type Measure =
  | 'meeting-frequency'
  | 'activity-frequency'
  | 'quorum'
  | 'vote'
  | 'amount-threshold'
  | 'amount'
  | 'attendance-cap'
  | 'duration-cap'
  | 'duration'
  | 'deadline'
  | 'notice-period'
  | 'validity-period'
  | 'text-length-cap'
  | 'count-cap'
  | 'count'
  | 'annual-minimum'
  | 'duty-hours'
  | 'fine'
  | 'fine-multiple'
  | 'rate'
  | 'distance'
  | 'length'
  | 'area'
  | 'sound-level'
  | 'age'
  | 'time-of-day'
  | 'time-of-year'
  | 'other'

export type Comparator = '=' | '<' | '<=' | '>' | '>=' | 'range'

/** A numeric provision; fields as in gold/README.md. */
export interface Provision {
  /** Deepest unit that holds the quote: paragraph, item or subitem. */
  address: string
  /** The quote in the passage of that unit, and in the source. */
  range: Range
  span: Span
  /** Clean (simplified) words of the quote. */
  quote: string
  /** What is measured, in the document's words, simplified. */
  subject: string
  /** Where the subject came from. */
  subjectFrom: 'clause' | 'paragraph' | 'article' | 'division'
  /** Who decides, for thresholds (常务会议, 分管副市长专题会议 …); who fines, for fines. */
  actor: string | null
  /** Set where the actor only prepares what another decides: 须先经分管副市长专题会议研究. */
  stage?: 'preliminary'
  measure: Measure
  comparator: Comparator | null
  /** Number, or lower end of a range; null for 定期 and 不定期. Money in 元; a time of day in hours. */
  value: number | null
  max: number | null
  unit: string | null
  per: string | null
  /** Times a year, low and high end; null when the measure is no frequency or has no number. An open end is null. */
  annualized: [low: number | null, high: number | null] | null
  base: string | null
  /** 一般, 原则上, 应, 必须, 不得, 可, or null. */
  modality: string | null
  /** Name of the rule that read it, and of those that matched an overlapping stretch too and lost. */
  rule: string
  lost: string[]
  /** What was inferred rather than read, and what contradicts itself. */
  note: string
  /** When only it counts (情节严重的) and to whom it applies (个人), in the document's words, simplified; null where none is named. */
  condition: string | null
  addressee: string | null
}

export type Relation = 'equivalent' | 'partial'

/** What decided a match; enough to explain it to a reader. */
export interface Evidence {
  /** Shared phrases that decided, longest or rarest first. */
  phrases: string[]
  /** Share of a's weight found in b, and of b's in a; 0 to 1. */
  containment: [number, number]
  /** The next best counterpart of either end, and its score. */
  runnerUp: { a: string; b: string; score: number } | null
  /** Best-answering units inside the two articles (paragraph, item addresses), where the match is between parts. */
  parts: { a: string; b: string; score: number }[]
}

/** Two articles of two documents that answer each other. `a`'s document stands before `b`'s in the manifest. */
export interface Match {
  a: string
  b: string
  relation: Relation
  /** 0 to 1, comparable inside one run. */
  score: number
  /** Calibrated probability that the edge is there at all (equivalent or partial). */
  probability: number
  basis: 'curated' | 'model'
  evidence: Evidence
}

export interface Topic {
  id: string
  zh: string
  en: string
}

export interface FamilyMember {
  /** Address of an article, a paragraph, an item or a subitem: the largest unit that stands here, or of which something does. */
  address: string
  /** Ids of its statements that stand here, in the order of the text; null where all of the unit's do. */
  statements: string[] | null
  /** Whether the unit says what the other documents' units say, or a part of it; and how surely, as a mean over them. */
  state: 'yes' | 'partly'
  probability: number
  basis: 'curated' | 'model'
  /** Group of identical wordings within the family: A, B, … by size, then by text. */
  wording: string
}

/** One row of the comparison: the units of all documents that answer the same question. */
export interface Family {
  /** Stable: the codebook topic's id, or made from the members' text. */
  id: string
  topic: Topic
  /** Where the label came from. */
  label: 'curated' | 'model'
  members: FamilyMember[]
}

export type DifferenceKind = 'quantity' | 'modality' | 'actor' | 'scope' | 'wording' | 'missing'

/** What a difference of a kind is, more closely; `alone` is what only one text has. */
export type DifferenceCode =
  | 'other-number'
  | 'number-alone'
  | 'other-modal'
  | 'other-actor'
  | 'other-subject'
  | 'actor-alone'
  | 'other-matter'
  | 'matter-alone'
  | 'government-alone'
  | 'other-clause'
  | 'clause-alone'
  | 'said-otherwise'
  | 'said-in-part'
  | 'said-elsewhere'
  | 'mostly-other'
  | 'not-said'
  | 'other-words'

/** A phrase in both languages of the page; words of the documents stay Chinese. */
export interface Bilingual {
  zh: string
  en: string
}

/** A typed difference between two members of a family. */
export interface Difference {
  family: string
  /** Addresses; for `missing` one of them may be the family member that lacks it. */
  left: string
  right: string
  kind: DifferenceKind
  /** Which rule of compare/rules.ts found it. */
  rule: 'numbers' | 'actors' | 'modal-words' | 'substance' | 'missing' | 'unlike'
  code: DifferenceCode
  /** How often such a difference is one that a careful reader lists too: 0 to 1 (compare/probability.ts). */
  probability: number
  /** The statement that holds most of either text; null for a text that is empty or in no statement. */
  leftStatement: string | null
  rightStatement: string | null
  /** `document` where the whole other document was searched for what it is told to lack; else the two places alone were compared. */
  searched: 'document' | 'place'
  leftText: string
  rightText: string
  /** What of the texts differs, counted in them; the rest is the clause or sentence it stands in. */
  leftCore: Range[]
  rightCore: Range[]
  /** In Chinese: what differs, old → new. */
  note: string
  /** What it comes to, without repeating the texts; empty where the texts say it all. */
  gist: Bilingual
  /** The unit in which the other document says it, where it says it in another place. */
  elsewhere: string | null
  /** Seen from left to right; null where it cannot be said. */
  direction: 'more' | 'less' | 'stronger' | 'weaker' | 'added' | 'left-out' | null
  /** Where the two texts stand in their sources; null for an empty text, and for one of units that stand apart. */
  leftSpan: Span | null
  rightSpan: Span | null
  /** Every stretch of the two texts in its source, in the order of the text; none for an empty text. */
  leftSpans: Span[]
  rightSpans: Span[]
}

/** A provision with the statement it stands in (none in an annex) and the family that belongs to, if any. */
export type FamilyProvision = Provision & { family: string | null; statement: string | null }

/** Where a document that has no member of a family nonetheless speaks of its matter: a pointer for the reader, no counterpart. */
export interface Mention {
  family: string
  /** Paragraph, item or subitem that holds the passage. */
  address: string
  /** The passage in the unit's clean text, and in the source. */
  range: Range
  span: Span
  /** Clean words of the passage. */
  quote: string
  /** Share of what the passage says that the family's members say too, rare words counting more; 0 to 1. */
  share: number
}

/** The codebook: what people decided by reading (forms of gold/codebook.json and gold/alignment.json). */
export interface Codebook {
  topics: (Topic & { members: Record<string, string[]> })[]
  /** Key `idA-idB`; or the two ids named in `ids` when an id itself holds a hyphen. */
  pairs?: Record<string, [string | number, string | number, string][]>
  ids?: Record<string, string>
}

/** Cuts clean simplified text into words; concatenated they give the text back. */
export type Cut = (text: string) => string[]

/** Everything known about a corpus. */
export interface Analysis {
  title: string
  entries: ManifestEntry[]
  regulations: Regulation[]
  /** What they lay down, in the order of the documents. */
  statements: Statement[]
  provisions: Provision[]
  /** Who is punished how for what, in the order of the documents; and the acts over all of them, those of most documents first. */
  penalties: Penalty[]
  acts: PunishedAct[]
  matches: Match[]
  families: Family[]
  said: Said
  differences: Difference[]
  mentions: Mention[]
  /** Doubts about the corpus as a whole (a keeper's decision that no longer fits); those of a text stand in its regulation. */
  problems: (Problem & { regulation: string })[]
}
