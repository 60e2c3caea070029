/**
 * How much one document may take. Of the 83 regulations and 4 civil codes tried, the longest takes under a second, 150 MB of
 * memory and has 1,260 articles; each limit leaves several times that, and is chosen so that a whole command stays under ten
 * seconds of processor time and 1 GB.
 */

/** Bytes of a file. */
export const MOST_BYTES = 64_000_000

/** Seconds of processor time to read a document: its bytes, its structure, its provisions. */
export const MOST_SECONDS = 7

/** Seconds that pass meanwhile, for a reader that waits for what never comes. */
export const MOST_WAITING_SECONDS = 120

/** Megabytes of objects while a document is read. */
export const MOST_HEAP_MB = 480

/** Articles of a document: what compares documents takes time by their product. */
export const MOST_ARTICLES = 3_000
