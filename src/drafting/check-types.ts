import type { Statement } from '../statement-types.ts'
import type { Article, Bilingual, Passage, Provision, Regulation, Severity, Span } from '../types.ts'

/** Types of the checks of a draft. Spans count in the decoded source, ranges in a unit's clean text, as everywhere. */

/** Rules for laws and regulations (条例, 规定, 办法) and those for official documents (工作规则, 意见) differ. */
export type Genre = 'law' | 'official'

/** What a draft is checked from: a document as read (see analyse.ts), with its decoded text. */
export interface DraftDocument {
  source: { text: string }
  regulation: Regulation
  statements: Statement[]
  provisions: Provision[]
}

/** A paragraph, item or subitem of the draft that holds text of its own. */
export interface DraftUnit {
  address: string
  kind: 'paragraph' | 'item' | 'subitem'
  article: Article
  passage: Passage
  /** Its clean text, folded. */
  text: string
  /** The same with every character inside 《》 and “” blanked, so that no rule reads the words of others. */
  plain: string
  /** The text that an item stands under; empty of a paragraph. */
  lead: string
  /** What stands under it: items of a paragraph, subitems of an item. */
  below: DraftUnit[]
}

/** A draft as the checks see it. */
export interface Draft extends DraftDocument {
  genre: Genre
  /** As it calls itself behind 本: 条例, 办法, 规则; null where the title does not tell. */
  name: string | null
  /** The city, county or province it is of, and the province that lies in; null where nothing tells. */
  place: string | null
  province: string | null
  /** In the order of the text. */
  units: DraftUnit[]
}

/** What a check has to say of one place. */
export interface Finding {
  /** Unit that holds the place; the document's id outside of every article. */
  address: string
  span: Span
  message: Bilingual
  remedy: Bilingual
  /** What the span should read, where exactly one text is right. */
  replacement?: string
  /** Where it is less or more grave than the check's findings are else. */
  severity?: Severity
}

/** One rule of drafting. */
export interface Check {
  /** Kebab-case; part of the JSON that people script against. */
  name: string
  applies: readonly Genre[]
  severity: Severity | Record<Genre, Severity>
  /** The norm by number: J1 14 is 立法技术规范（试行）（一） point 14; `convention` where none stands behind it. */
  source: string
  /**
   * Whether what it finds in an article hangs on that article's units alone, and on the draft's name, title, place and genre: then it
   * need not look at the others again (rechecking.ts).
   */
  alone?: true
  find(draft: Draft): Finding[]
}

/** A finding as it is told. */
export interface Fault {
  rule: string
  severity: Severity
  /** 第十九条, as it is cited; empty outside of every article. */
  article: string
  address: string
  /** The source's own characters of the span, without white space. */
  quote: string
  start: number
  end: number
  message: string
  message_en: string
  remedy: string
  replacement: string | null
  source: string
  remedy_en: string
}

export const ALL: readonly Genre[] = ['law', 'official']
export const LAWS: readonly Genre[] = ['law']
