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

/** Share of the peers whose topic the draft must come near to have it: the best third, two at least. */
export const BEST_PEERS = 1 / 3

/**
 * A topic is there from this share of what the nearest peers say on it. With each of the five left out in turn it finds 81 of 99 missing
 * topics and tells 8 of 436 present ones as missing; 0.65 finds 65 and tells 4, 0.8 finds 84 and tells 14.
 */
export const PRESENT_FROM = 0.745

/** All of it is there where so large a part of the nearest peer's statements is said wholly: the half. */
export const WHOLE_FROM = 0.5

/** A topic that is not there is mentioned where one statement on it is said with this probability. */
export const MENTIONED_FROM = 0.7

/** Units of the draft that are named for a topic: more are a list, no proof. */
export const PLACES_TOLD = 3

/** Peers of the same step that must give a number before one is called unusual or missing (desk: at least three). */
export const ENOUGH_PEERS = 3

/** Likeness of subjects from which two numbers are of the same step, where the statements answer each other already. */
export const SAME_STEP_SUBJECT = 0.4

/** A number is missing where so large a part of the peers that have the topic give one: more than the half. */
export const MOST_PEERS_GIVE = 0.5

/** Peers that must agree on how strictly something binds before another wording is told. */
export const AGREEING_PEERS = 0.75

/** Part of the peers that must put a paragraph under one other heading before it is called astray. */
export const STRAY_SHARE = 0.6
