/**
 * Numbers by which acts are told apart and joined. Chosen by the scores of rows on civility, and looked at on greening, where the
 * same values are best or as good: joining from 0.10, 0.12, 0.15 gives rows of F1 0.96, 0.97, 0.95 on the one, 0.76, 0.78, 0.73 on
 * the other.
 */

/** What is said once for several acts (携犬出户) counts so much of its weight when one of them is compared. */
export const SETTING_COUNTS = 0.3

/** The words of the duty that is broken count so much of their weight beside those of the act. */
export const DUTY_COUNTS = 0.15

/** Acts are joined while the mean likeness of their members is at least so great. */
export const JOINED_FROM = 0.12

/** Acts whose known verbs have none in common (砍伐 and 移植 of a tree) keep so much of their likeness. */
export const OTHER_VERBS = 0.5

/** Pairs less alike than this are not looked at; as a mean they would join nothing. */
export const LEAST_LIKENESS = 0.05

/** A duty of the same document is what an act breaks, without being cited, from this likeness on. */
export const BROKEN_FROM = 0.3

/** An act that is as like as this to one of the duties cited is that duty in its own words, and breaks no other. */
export const IN_ITS_OWN_WORDS = 0.95

/** A duty of a document without a sanction forbids an act from this mean likeness with the act's members on. */
export const FORBIDS_FROM = 0.18

/** A cited unit with more statements than these says too many things to be one act each. */
export const MOST_CITED = 40

/** Characters of an act's name. */
export const LONGEST_ACT_NAME = 24

/** From so many documents that fine, a stretch that holds half of them says something. */
export const FEWEST_FOR_HALF = 4

/** From so many documents that fine, one outside that stretch is an exception. */
export const FEWEST_FOR_OUTLIERS = 5

/** More than this share outside are no exceptions: the documents simply differ. */
export const OUTLIERS_AT_MOST = 0.25
