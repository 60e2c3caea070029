/**
 * How much one document may take. Of the 83 regulations tried the largest has 100 articles, 255 paragraphs and items, and an
 * article of 1,141 characters; the civil code, the longest law of the country, has 1,260 articles and some 100,000 characters.
 * Each limit leaves room above that, and is chosen so that files made to burst (scripts/bench/bombs/files.ts) end within ten seconds of
 * processor time and 1 GB.
 */

/** Seconds of processor time to read a document: its bytes, its structure, its provisions. */
export const MOST_SECONDS = 7

/** Seconds that pass meanwhile, for a reader that waits for what never comes. */
export const MOST_WAITING_SECONDS = 120

/** Megabytes of objects while a document is read. */
export const MOST_HEAP_MB = 480

/** Characters of a document's text. */
export const MOST_CHARACTERS = 500_000

/** Articles of a document: what compares documents takes time by their product. */
export const MOST_ARTICLES = 2_000

/** Characters of an article. */
export const LONGEST_ARTICLE = 30_000

/** Paragraphs and items of a document. */
export const MOST_PARTS = 8_000

/**
 * Statements of a document: each is held against each of the others, so that memory grows by their product. The largest of the
 * 83 regulations has some 300; two documents of so many take some 500 MB.
 */
export const MOST_STATEMENTS = 6_000
