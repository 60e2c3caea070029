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
export const PROVING_PLACES = 3

/** Peers of the same step that must give a number before one is called unusual or missing (desk: at least three). */
export const ENOUGH_PEERS = 3

/** Likeness of subjects from which two numbers are of the same step, where the statements answer each other already. */
export const SAME_STEP_SUBJECT = 0.4

/** A number is missing where so large a part of the peers that have the topic give one: more than the half. */
export const MOST_PEERS_GIVE = 0.5

/** Peers that must agree on how strictly something binds before another wording is told. */
export const AGREEING_PEERS = 0.75

/** Likeness of what two modal words are said of from which it is one act: a third, since each text has its own names. */
export const SAME_MODAL_ACT = 1 / 3

/** Part of the peers that must put a paragraph under one other heading before it is called astray. */
export const STRAY_SHARE = 0.6

/** Numbers in the wrong numerals up to so many are slips, told each; more are the habit of a text, told once.. */
export const MOST_NUMERAL_SLIPS = 3

/** Places that are told of numbers in two styles: the reader needs a few to choose by. */
export const STYLES_TOLD = 3

/** The purpose clause stands among so many first units: it is the first article, but a preamble may stand before it. */
export const PURPOSE_WITHIN = 6

/** A draft of fewer units is a part of one: no clause is missed in it. */
export const SHORTEST_WHOLE_DRAFT = 12

/** The clause on entry into force is among so many last articles: behind it stand who explains the text and what it repeals. */
export const FORCE_WITHIN = 3

/** What a text repeals stands in its last so many units. */
export const REPEAL_WITHIN = 6

/** Characters before 废止 that are quoted at most. */
export const REPEAL_QUOTED = 40

/** Subjects of fewer characters (反馈, 报送) are done with many things: periods for them are not compared. */
export const SHORTEST_TIMED_ACT = 5

/** Traditional characters up to so many are left over from a conversion; more are a text in two scripts. */
export const MOST_STRAY_CHARACTERS = 30

/** A line of fewer characters without a mark at its end is a heading or a caption. */
export const SHORTEST_OPEN_LINE = 14

/** Share of lines without a mark at their end up to which they are slips; a text broken by its width has most of them. */
export const OPEN_LINES_SHARE = 0.03

/** A paragraph of fewer characters is a heading or a cell, and needs no full stop. */
export const SHORTEST_STOPPED = 8

/** Half-width marks up to so many are slips, more are the habit of a file. */
export const MOST_HALF_WIDTH_SLIPS = 2

/** Half-width marks beyond so many are told once a mark. */
export const HALF_WIDTH_TOLD = 20

/** Words outside of every article of fewer characters are page numbers and the like. */
export const SHORTEST_LOST_TEXT = 8

/** Of names of fewer characters one character makes another law: 教师法, 医师法. */
export const SHORT_LAW_NAME = 5

/** Names of so many characters may differ in two from the law that is meant. */
export const LONG_LAW_NAME = 12

/** Characters before （以下简称…） that may be what is abbreviated: a law's title is seldom longer. */
export const LONGEST_ABBREVIATED = 40

/** Terms of fewer characters are everyday words as well: 部门, 绿地. */
export const SHORTEST_TERM_DEFINED = 3

/** Places that are told of a second term for one body. */
export const TERMS_TOLD = 3

/** Characters by which a reader knows a paragraph. */
export const PARAGRAPH_SHOWN = 30

/** A chapter belongs to the outline where so large a part of the peers that are in chapters have it: headings of fewer are their own. */
export const CHAPTER_SHARE = 0.35

/** First characters that are kept of what was taken over from a peer, to know it again after it was moved. */
export const TAKEN_KEPT = 40

/** So many of them must still stand in an article for its words to be told as taken over: the drafter may have changed the rest. */
export const TAKEN_KNOWN_BY = 18
