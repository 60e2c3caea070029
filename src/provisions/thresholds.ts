/**
 * The numbers that decide how far the rules of provisions look. Bounds inside patterns stay with their patterns.
 *
 * Chosen by hand while texts were read; none is fitted unless it says so. At the end of each stands how many lines
 * change when it is halved and when it is doubled: provisions and ladders of all texts at hand. Where nothing stands it
 * was not measured.
 */

/**
 * Characters of a sentence that are looked at on either side of a number: a text without full stops must not make each
 * number look at all of it. Halved 0, doubled 0.
 */
export const SENTENCE_REACH = 400

/**
 * Characters of an article's first paragraph, and of a unit's beginning, in which a subject is looked for. Halved 0,
 * doubled 0.
 */
export const OPENING_LOOKED_AT = 200

/** Characters of a unit before the sentence in which a subject is looked for. Halved 0, doubled 0. */
export const EARLIER_LOOKED_AT = 1000

/**
 * Characters of the words that introduce items that are kept from their beginning and from their end. Halved 0, doubled
 * 0.
 */
export const LEAD_IN_KEPT = 500

/** Characters between 每月 and 次 at most: the verb may stand far away (每五年对绿地种类、分布普查一次). Halved 0, doubled 0. */
export const PERIOD_REACH = 60

/** The same where a comma stands between. Halved 0, doubled 0. */
export const PERIOD_REACH_OVER_COMMA = 30

/** The same for a period without 每 (两个月安排一次). Halved 0, doubled 1. */
export const BARE_PERIOD_REACH = 10

/**
 * Characters at the end of a subject by which two thresholds are on one: four are a subject (追加资金), two any money (资金).
 * Halved 0, doubled 0.
 */
export const SUBJECT_END = 4
