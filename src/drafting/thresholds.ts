/**
 * Share of the other documents that must have a subject for a draft without it to lack it: the half. It is what people
 * can set (`draft --share`).
 */
export const LACKED_SUBJECT_SHARE = 0.5

/** Share of pairs of characters that two paragraphs have in common from which one repeats the other. */
export const REPEATED_SHARE = 0.85

/** Paragraphs of fewer characters are not compared: formulas of a line repeat by nature. */
export const SHORTEST_REPEATED = 30

/** The same of sanctions and of items, of which many differ by a word or two in finished texts. */
export const REPEATED_FORMULA_SHARE = 0.95
