/**
 * The numbers that decide something in what is shown beside the comparison: mentions, wordings, a document's own text,
 * unusual numbers. Bounds inside patterns stay with their patterns.
 *
 * Chosen by hand while texts were read; none is fitted unless it says so. At the end of each stands how many lines
 * change when it is halved and when it is doubled: mentions, wordings, own text and unusual numbers of the five (of a
 * second genre where it says 0 for the five). Where nothing stands it was not measured.
 */

// Mentions of a family's matter in documents without a counterpart -----------------------------------------------------

/**
 * Strength (share of the clauses' content that the family has too, times how much it is) from which a run of clauses is
 * shown as a mention. Chosen by reading cells shown as absent in three genres, then frozen; what it comes to is kept in
 * quality/gold/mentions-judged.json. Halved 27, doubled 23.
 */
export const MENTION_STRENGTH = 1.4

/**
 * Natural logarithm of how many clauses there are to one that holds a pair of characters: e² is 7; a commoner pair
 * counts 0. Halved 54, doubled 44.
 */
export const COMMON_PAIR = 2

/**
 * How steeply a pair counts more the rarer it is: a power of its rarity between COMMON_PAIR (0) and once a document (1).
 * Halved 64, doubled 44.
 */
export const PAIR_RARITY_POWER = 1.5

/**
 * Taken off the number of a family's documents that have a pair: what one has alone may be its own way of putting it.
 * Halved 44, doubled 41.
 */
export const OWN_PHRASING = 0.35

/** What a pair of the topic's name counts, where a pair that all documents have counts 1. Halved 32, doubled 69. */
export const NAME_PAIR = 2

/** What the sentence that leads a list in counts for each of its items: it is about all of them. Halved 2, doubled 3. */
export const LEAD_IN_SHARE = 0.5

/**
 * Content added to a run before its share is taken, in pairs that stand once a document: little content must be nearly
 * all the family's. Halved 46, doubled 44.
 */
export const SLIGHT_CONTENT = 3

/** The shortest and the longest quote of several clauses or of a part of a sentence, in characters. Halved 10, doubled 6. */
export const SHORTEST_QUOTE = 8
/** Halved 16, doubled 2. */
export const LONGEST_QUOTE = 120

// A document's own text ------------------------------------------------------------------------------------------------

/**
 * Characters (names folded, punctuation left out) of a stretch that is looked up in other documents: more than a formula
 * (市人民政府及各部门 folds to one name and four characters), less than a clause. Halved 316, doubled 276.
 */
export const SHINGLE = 8

/**
 * Likeness of two documents of a larger corpus is measured on a part of their stretches: so many documents, one of so
 * many.
 */
export const LIKENESS_SAMPLES = [
  { moreThan: 200, oneOf: 32 },
  { moreThan: 40, oneOf: 8 },
]

// Wordings and numbers ---------------------------------------------------------------------------------------------------

/**
 * Likeness of two wordings (Dice coefficient of their pairs of characters) from which they are shown as variants. Halved
 * 93, doubled 70.
 */
export const NEAR_IDENTICAL_WORDING = 0.7

/**
 * Likeness of two subjects without their government from which they are one: 全体会议 and 市人民政府全体会议 are, 全体会议
 * and 常务会议 are not. Halved 20, doubled 5.
 */
export const SAME_MEASURED_SUBJECT = 0.6
