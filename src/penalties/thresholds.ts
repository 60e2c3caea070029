/** Numbers by which acts are told apart and joined. Fitted on civility by scores of rows unless one says otherwise. */

/** What is said once for several acts (携犬出户) counts so much of its weight when one of them is compared. */
export const SETTING_COUNTS = 0.4

/** The words of the duty that is broken count so much of their weight beside those of the act. */
export const DUTY_COUNTS = 0.15

/** Acts are joined while the mean likeness of their members is at least so great. */
export const JOINED_FROM = 0.14

/** Pairs less alike than this are not looked at; as a mean they would join nothing. */
export const LEAST_LIKENESS = 0.05

/** A duty of the same document is what an act breaks, without being cited, from this likeness on. */
export const BROKEN_FROM = 0.3

/** A duty of a document without a sanction forbids an act from this mean likeness with the act's members on. */
export const FORBIDS_FROM = 0.3

/** A cited unit with more statements than these says too many things to be one act each. */
export const MOST_CITED = 12

/** Characters of an act's name. */
export const LONGEST_NAME = 24
