/**
 * Numbers by which acts are told apart and joined, chosen by the scores of rows on two genres. Ways that were tried, with precision and
 * recall on civility and on greening: words alone 0.97 0.97, 0.94 0.65; without what is said in several ways 0.86 0.68, 0.86 0.55, and
 * with who says whom in its place 0.90 0.80, 0.88 0.58; less alike where another act of the same document is nearer 0.97 0.97, 0.87 0.62;
 * words, and who says whom of duties 0.97 0.97, 0.96 0.66, as it is; of the sentences that punish too 0.97 0.97, 0.96 0.70, which joins
 * what only is punished in the same words; never one within a sentence 0.97 0.88, 0.87 0.57, since what one sentence lists apart another
 * names in one word.
 */

/** What is said once for several acts (携犬出户) counts so much of its weight when one of them is compared. */
export const SETTING_COUNTS = 0.3

/** The words of the duty that is broken count so much of their weight beside those of the act. */
export const DUTY_COUNTS = 0.15

/** Acts are joined while the mean likeness of their members is at least so great; from 0.14 recall is 0.61 on greening. */
export const JOINED_FROM = 0.12

/**
 * Acts whose duties say each other for certain are so much more alike, in shares of the likeness of their words. By 1 precision falls to
 * 0.88 on civility.
 */
export const SAID_COUNTS = 0.7

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
