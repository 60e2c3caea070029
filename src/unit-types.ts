/**
 * The units of a document: what types.ts says of a regulation is made of them, and gives them on. A `Span` counts in the decoded
 * source text, half-open, in UTF-16 code units.
 */

/** Half-open stretch of the decoded source text. */
export interface Span {
  start: number
  end: number
}

/** Half-open stretch of a passage's clean text. */
export interface Range {
  from: number
  to: number
}

/**
 * Clean text (simplified script, widths settled, layout gone) that knows where each character came from.
 * `runs` are break points `[at, sourceOffset]`: clean character `i` of the last run with `at <= i` stands at
 * source offset `sourceOffset + (i - at)`. Cleaning only deletes or swaps one for one, so each has one origin.
 */
export interface Passage {
  text: string
  runs: [at: number, sourceOffset: number][]
}

/** 编 part, 章 chapter, 节 section: the levels above the article. */
export interface Division extends Span {
  address: string
  kind: 'part' | 'chapter' | 'section'
  /** Address of the division that holds this one, or null. */
  parent: string | null
  number: number
  /** As printed, folded: 第一章; empty where it was lost. */
  label: string
  /** Heading without its layout spaces, folded: 总则. */
  heading: string
}

/** 目, the level below 项. */
export interface Subitem extends Span {
  address: string
  number: string
  label: string
  passage: Passage
}

/** 项. `start`/`end` cover label and text, `passage` neither label nor subitems; a lost label, which its neighbours tell, is empty. */
export interface Item extends Span {
  address: string
  number: string
  label: string
  passage: Passage
  subitems: Subitem[]
}

/** 款. `start`/`end` cover its items too, not the article's label; `passage` is the text before the items. */
export interface Paragraph extends Span {
  address: string
  number: number
  passage: Passage
  items: Item[]
  /** Set where it is a row of a table: `passage` is empty, `items` are the cells that hold text, numbered by column. */
  row?: true
}

/** 条. `start`/`end` cover the label and all paragraphs. */
export interface Article extends Span {
  address: string
  /** `45`, or `10-1` for 第十条之一. */
  number: string
  /** As printed, folded: 第四十五条, or 四十五、. */
  label: string
  /** Some genres give an article a caption: 第一条 【目的】 or 第一条（目的）. */
  heading?: string
  /** Address of the innermost division that holds it, or null. */
  division: string | null
  paragraphs: Paragraph[]
}

/**
 * 附件, 附表, 附录. `start`/`end` cover label, heading and all it holds. Its paragraphs and the rows of its tables count through
 * it (`id/a1/3`, a cell `id/a1/3/2`); where it is a set of rules its articles are `id/a1/art5` and its chapters `id/a1/c2`, and
 * `paragraphs` are what stands before the first of them.
 */
export interface Annex extends Span {
  address: string
  /** Its place among the annexes of the text, from 1. */
  number: number
  /** As printed, folded, with the mark that ends it: 附件1, 附表二, 附件：. */
  label: string
  /** Its title, folded, without layout spaces; empty where it has none. */
  heading: string
  divisions: Division[]
  articles: Article[]
  paragraphs: Paragraph[]
}
