import type { Penalty, PunishedAct } from './penalty-types.ts'
import type { DifferenceKind, Division, Family, Metadata, Provision, Script } from './types.ts'

/**
 * What the page loads, written by tables/ as JSON beside the tables; a contract between the build and web/, and no part of
 * the pipeline. All of it is plain data.
 */

/** What the site's first view needs of one document. */
export interface RegulationSummary {
  id: string
  place: string
  province: string | null
  title: string
  script: Script
  numbering: string
  metadata: Metadata
  counts: {
    chapters: number
    articles: number
    paragraphs: number
    items: number
    characters: number
    problems: number
  }
  file: string
  url: string | null
  /** False where the text is cut off: it is left out of what others are said to have alone. */
  complete: boolean
  divisions: Division[]
  /** Every article, in order, with the division it stands in: enough for outlines and maps without the text. */
  articles: { address: string; label: string; division: string | null }[]
  /** Every annex, in order; `rows` are the runs of its paragraphs that are rows of tables, first and last number. */
  annexes: { address: string; label: string; heading: string; rows: [first: number, last: number][] }[]
}

/**
 * `site/index.json`, the first thing the page loads. Beside it stand, loaded when a view needs them:
 * `regulations/<id>.json` (Regulation), `../sources/<id>.txt` (decoded text), `provisions.json` (FamilyProvision[]),
 * `matches/<pair>.json` (Match[]), `said/<pair>.json` (PackedSaid), `overview.json` (Overview), `lexicon.json` (words with counts, for the cutter),
 * `pair-counts.json` (PairCounts, for the comparer), `mentions.json` (PackedMentions), `penalties.json` (SitePenalties),
 * `quality.json` (Quality, null where these texts were never measured).
 */
export interface SiteIndex {
  title: string
  /** Version of the program, and a hash over everything that was read. */
  version: string
  corpus: string
  regulations: RegulationSummary[]
  families: Family[]
  /** `<idA>~<idB>` of the pairs whose matches stand in a file; any other pair is aligned when it is asked for. */
  pairs: string[]
  /**
   * How many acts some document punishes by more than saying that who does them answers for it (依法追究责任). Not there in data
   * written before penalties were read.
   */
  acts?: number
}

/** `site/penalties.json`: all acts, and the sanctions on them in the order of the documents. */
export interface SitePenalties {
  acts: PunishedAct[]
  penalties: SitePenalty[]
}

export type SitePenalty = Omit<Penalty, 'range' | 'statement'>

/** `site/overview.json`: how the documents lie to each other, in the order of the index. */
export interface Overview {
  /** Documents × documents, 0 to 1; null where there are too many to be shown as a table. */
  likeness: number[][] | null
  /** By document id: the other document most like it. */
  nearest: Record<string, { id: string; likeness: number }>
  /** The largest differences in numbers, largest first. */
  striking: StrikingNumbers[]
  /** By document id: share of its text that no other document has, 0 to 1. */
  own: Record<string, number>
  /** By family id: the kinds of differences inside it. */
  kinds: Record<string, DifferenceKind[]>
  /**
   * By id of a family that only one document has: how many others mention its matter; those none mentions are left out.
   * Not there in data written before mentions were looked for.
   */
  mentioned?: Record<string, number>
  /** The acts whose fines differ most, like with like. Not there in data written before penalties were read. */
  acts?: StrikingAct[]
}

/** An act that documents fine differently: who fines least and who most, of those whose fines may be compared. */
export interface StrikingAct {
  act: string
  zh: string
  /** How many documents fine it in the circumstance that is compared. */
  documents: number
  /** Largest over smallest end. */
  spread: number
  lowest: StrikingFines
  highest: StrikingFines
}

/** Documents that fine an act alike; of the first the fine that has the smallest or the largest sum stands for them. */
export interface StrikingFines {
  regulations: string[]
  penalty: SitePenalty
}

/**
 * `site/quality.json`: what `evaluate` measured on the corpus. Only figures and misses are always there; what else people
 * judged comes with it where it was kept.
 */
export interface Quality {
  figures: QualityFigure[]
  /** One line for every single miss. */
  misses: string[]
  /** The documents that were measured, by id, with a hash of their text. */
  documents?: Record<string, string>
  /** What two careful readers, each alone, agree on. */
  agreement?: QualityFigure[]
  /** Figures on texts beside these, and on these when they were left out of fitting. */
  elsewhere?: FiguresElsewhere[]
  /** Typed differences drawn at random and judged by reading, round by round. */
  differences?: JudgedDifferences[]
  /** Documents without a counterpart, drawn and judged by reading, corpus by corpus. */
  mentions?: JudgedMentions[]
  /** Names of families without a codebook, drawn and judged by reading, draw by draw. */
  names?: JudgedNames[]
  /** Of edges said to be so likely, the share that is there. */
  reliability?: { said: number; seen: number; of: number }[]
}

/** One measured figure. `of` is the whole that a count belongs to. */
export interface QualityFigure {
  stage: string
  /** Stable name: figures of two runs are compared by stage and name. */
  name: string
  value: number
  of?: number
}

export interface FiguresElsewhere {
  stage: string
  /** Name of the texts. */
  texts: string
  /** Whether they had been read when the rules were frozen, or were left out when weights were fitted. */
  setting: string
  figures: Omit<QualityFigure, 'stage'>[]
}

export interface JudgedDifferences {
  round: string
  corpus: string
  seed: number
  /** Whoever wrote the rules, or a reader who did not know which rules had told what. */
  judge: 'writer' | 'blind'
  kinds: { kind: string; right: number; of: number }[]
}

/** One draw of documents without a counterpart from a corpus: how often what was shown of them held. */
export interface JudgedMentions {
  corpus: string
  round: string
  /** Families and documents without a counterpart, and how many of them are shown as mentioned, in the whole corpus. */
  cells: number
  mentioned: number
  /** Of the passages drawn, how many speak of the matter; of the documents shown as silent, how many speak of it all the same. */
  shown: { right: number; of: number }
  silent: { speaking: number; of: number }
}

/** Names of one draw, before the rules of names were changed and now, judged by a reader who did not know which was which. */
export interface JudgedNames {
  corpus: string
  /** How many were drawn. */
  of: number
  before: NameVerdicts
  now: NameVerdicts
  /** Of the names that the change made others, how many were better before or now, and how many neither. */
  better: { now: number; before: number; same: number }
}

/** How many read as a heading of what the articles are about, point to it badly, or mislead. */
export type NameVerdicts = Record<'good' | 'fair' | 'bad', number>

/** A question on which documents name different numbers, as the site's first view shows it. */
export interface StrikingNumbers {
  family: string
  measure: string
  /** What is measured, in a document's words. */
  subject: string
  /** The provisions by what they say; the most common answer comes last. */
  answers: Pick<Provision, 'address' | 'span' | 'quote' | 'subject'>[][]
  /** Largest over smallest value. */
  ratio: number
}
