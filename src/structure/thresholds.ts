/**
 * The numbers that decide something in reading the structure of a text. Bounds inside patterns stay with their patterns.
 *
 * ⟦how⟧
 */

// Labels: where a heading, an article or an item begins ----------------------------------------------------------------

/**
 * Points for a label being the beginning of a unit; they add up, and above 0 it is more likely a beginning than not. The
 * scale is free: sums are compared with LIKELY_LABEL, SURE_LABEL and CHAIN_COSTS.
 */
export const LABEL_WEIGHT = {
  /** First on a line, after the end of a sentence or at the beginning of the text. ⟦⟧ */
  afterSentence: 5,
  /** First on a line, after a short line without a full stop: a heading below a heading. ⟦⟧ */
  afterShortLine: 3,
  /** First on a line, after an unfinished line: often a reference that the wrap brought there. ⟦⟧ */
  afterOpenLine: 1,
  /** Inside a line. ⟦⟧ */
  insideLine: 0.5,
  /** White space follows. ⟦⟧ */
  beforeGap: 2,
  /** A bracket follows, as before a caption. ⟦⟧ */
  beforeBracket: 1,
  /** A mark of punctuation follows within SENTENCE_AHEAD: a table of contents has none. ⟦⟧ */
  beforeSentence: 1,
  /** What follows reads on from a reference: 第三条的规定. ⟦⟧ */
  reference: -6,
  /** The same, with white space between. ⟦⟧ */
  referenceAfterGap: -2,
  /** An opening quotation mark or bracket stands before it. ⟦⟧ */
  quoted: -5,
  /** The 第 before it was lost: 十条. ⟦⟧ */
  ordinalLost: -4,
}

/** Points from which a list mark counts as the beginning of a line of its own. ⟦⟧ */
export const LIKELY_LABEL = 3

/** Points from which a label must be explained: by the outline, as a level that starts over, or as a doubt. ⟦⟧ */
export const SURE_LABEL = 5

/** Points for a label being the heading of a division, added to LABEL_WEIGHT. */
export const DIVISION_WEIGHT = {
  /** Its heading ends right before an article. ⟦⟧ */
  beforeArticle: 4,
  /** … right before another heading of the same level, as in a table of contents. ⟦⟧ */
  beforeSameLevel: -1,
  /** … right before a heading of another level. ⟦⟧ */
  beforeOtherLevel: 2,
  /** No words follow the label. ⟦⟧ */
  withoutHeading: -3,
  /** The words that follow hold punctuation. ⟦⟧ */
  sentenceAsHeading: -4,
  /** No article stands under it: an entry of a table of contents. ⟦⟧ */
  withoutArticle: -6,
}

/** Prices of a chain of numbered labels, in points of LABEL_WEIGHT. */
export const CHAIN_COSTS = {
  /** A hole in the numbering. ⟦⟧ */
  hole: 3,
  /** Each number that is missing in a hole. ⟦⟧ */
  missing: 0.7,
  /** The largest hole that is bridged at all, in missing numbers. ⟦⟧ */
  reach: 12,
  /** Passing over a likely label inside the chain, as a share of its points. ⟦⟧ */
  skip: 0.3,
  /** The most that beginning after number 1 (a torn page) can cost, in holes. ⟦⟧ */
  lateStart: 1.5,
}

/** A larger number is no label (a year, a sum). ⟦⟧ */
export const LARGEST_LABEL = 9999

/** Characters after a label in which a mark of punctuation shows that a sentence follows. ⟦⟧ */
export const SENTENCE_AHEAD = 60

/** The longest line, in characters, after which a label may be a heading though the line ends without a full stop. ⟦⟧ */
export const HEADING_ABOVE = 24

/** The longest heading, in characters, that may stand on one line between a division's label and the next label. ⟦⟧ */
export const RUN_TOGETHER_HEADING = 40

/** The longest heading of a division, in characters; what is longer ends with its line. ⟦⟧ */
export const LONGEST_HEADING = 60

/** The longest line, in characters, that may be the heading of a chapter whose label was lost. ⟦⟧ */
export const HEADING_WITHOUT_LABEL = 20

/** More lines of nothing but a number are a table, and no labels: what follows takes time by their number. ⟦⟧ */
export const MOST_BARE_NUMBERS = 20_000

// Levels: which labels are the articles --------------------------------------------------------------------------------

/** 第X条 is the article level unless a list (一、 or 1.) makes a chain worth this many times its points. ⟦⟧ */
export const WORDED_ADVANTAGE = 2

/** The shortest list, in links, that can be the article level. ⟦⟧ */
export const SHORTEST_LIST = 3

/** A list of so many links is one document's: marks before and after it do not count against it. ⟦⟧ */
export const LONG_LIST = 10

/** Share of the marks of a style that must be links of one chain: a list that starts over is a level of items. ⟦⟧ */
export const LINKED_MARKS = 0.85

/** Of two lists that do not run across each other the later is the article level if it covers so many times more text. ⟦⟧ */
export const WIDER_SPREAD = 4

/** Share of the text that a list must cover to be the article level, … ⟦⟧ */
export const COVERED_TEXT = 1 / 3

/** … unless it has so many links. ⟦⟧ */
export const ENOUGH_LINKS = 5

/** Share of the marks of an upper list under which a lower list must go on counting to run across them. ⟦⟧ */
export const CROSSED_MARKS = 0.6

// Items --------------------------------------------------------------------------------------------------------------------

/** How far ahead of the item before it an item may be numbered and still go on from it: a numbering with a gap. ⟦⟧ */
export const FURTHEST_ITEM = 4

/** The most labels that can be lost at the head of a list. ⟦⟧ */
export const MOST_LOST_LABELS = 8

// Captions of articles ---------------------------------------------------------------------------------------------------

/** Share of the articles that must have a caption of one way for it to be the way of this text; at least two articles. ⟦⟧ */
export const CAPTIONED_ARTICLES = 0.6

/** The longest caption on a line of its own, in characters. ⟦⟧ */
export const LONGEST_CAPTION = 30

/** The longest caption that only white space parts from the text, in characters. ⟦⟧ */
export const LONGEST_SPACED_CAPTION = 12

/** The widest a caption's line may be, as a share of the next line's width: there was room for more. ⟦⟧ */
export const CAPTION_WIDTH = 0.7

// Wrapped lines ------------------------------------------------------------------------------------------------------------

/** Share of the broken lines that have just the commonest number of characters where a program wrapped the text. ⟦⟧ */
export const LINES_OF_ONE_LENGTH = 0.98

/** Share of the broken lines that may be longer than that. ⟦⟧ */
export const LINES_OVER_LENGTH = 0.01

/** Share of the broken lines that have just the commonest width in cells where a typesetter wrapped it. ⟦⟧ */
export const LINES_OF_ONE_WIDTH = 0.2

/** Cells by which a typeset line may fall short of the full width; it may go over it by twice as many. ⟦⟧ */
export const RAGGED_CELLS = 4

/** Share of the broken lines that must be full, give or take RAGGED_CELLS. ⟦⟧ */
export const FULL_LINES = 0.6

/** Of fewer broken lines all must be full; inner lines give the page's width only where there are as many. ⟦⟧ */
export const ENOUGH_BROKEN_LINES = 4

/** First lines of paragraphs give a width of their own where there are so many. ⟦⟧ */
export const ENOUGH_FIRST_LINES = 3

/** Share of all lines that may be wider than the page. ⟦⟧ */
export const LINES_OVER_WIDTH = 0.08

/** Lines of each kind (first, inner) that must be known before blank lines or indents can be a habit. ⟦⟧ */
export const ENOUGH_FOR_HABIT = 3

/** Share of the first lines of paragraphs that have the habit, … ⟦⟧ */
export const HABIT_OF_FIRST_LINES = 0.8

/** … and the share of the inner lines that may have it too. ⟦⟧ */
export const HABIT_OF_INNER_LINES = 0.1

/** Cells of white space that make an indent: one Chinese character. ⟦⟧ */
export const INDENT_CELLS = 2

/** Share of the lines with an empty line above from which on a line without one shows that a page ended. ⟦⟧ */
export const SPACED_LINES = 0.9

/** Share of the lines that go on a paragraph from which on the text counts as wrapped by width. ⟦⟧ */
export const WRAPPED_LINES = 0.3

// Page furniture -----------------------------------------------------------------------------------------------------------

/** The longest line of nothing but dashes, in characters; a longer one is not looked through. ⟦⟧ */
export const LONGEST_RULE = 400

/** The longest line that can be a page number, in characters with the white space inside. ⟦⟧ */
export const LONGEST_PAGE_NUMBER = 24

/** A line before a number must be so long, in characters, to be a sentence that the number interrupts. ⟦⟧ */
export const INTERRUPTED_LINE = 12

/** The shortest page, in lines, by which bare numbers at even distances are known as page numbers. ⟦⟧ */
export const SHORTEST_PAGE = 8

/** How many times as long as the shortest the longest page may be for the distances to be even. ⟦⟧ */
export const UNEVEN_PAGES = 2

/** Share of the pages at whose break a line must stand to be a running head; at least two. ⟦⟧ */
export const PAGES_WITH_HEAD = 0.4

/** The longest running head, in characters. ⟦⟧ */
export const LONGEST_RUNNING_HEAD = 60

// Front and back matter ----------------------------------------------------------------------------------------------------

/** Characters of a line that are looked at to tell whether the back matter begins. ⟦⟧ */
export const LINE_LOOKED_AT = 80

/** The longest line without punctuation, in characters, that may be a title, a name or a button rather than a sentence. ⟦⟧ */
export const LONGEST_BARE_LINE = 40

/** The longest line that can be a date, in characters. ⟦⟧ */
export const LONGEST_DATE = 24

/** The longest last line of a title that was broken before its last words (中卫市人民政府 / 工作规则), in characters. ⟦⟧ */
export const END_OF_TITLE = 8

/** The longest line with a document number (发文字号), in characters. ⟦⟧ */
export const LONGEST_NUMBER_LINE = 40

/** Characters of a block in which a notice names what it prints (关于印发…). ⟦⟧ */
export const NOTICE_OPENING = 60

/** The longest line that says who printed the document when (…印发), in characters. ⟦⟧ */
export const LONGEST_PRINTER_LINE = 60

/** The longest signature after the text, in characters. ⟦⟧ */
export const LONGEST_SIGNATURE = 30

/** How many of the last articles may say when the text takes effect and what it replaces. ⟦⟧ */
export const CLOSING_ARTICLES = 4

/** Characters before 废止 that belong to its sentence at most. ⟦⟧ */
export const REPEALING_SENTENCE = 300

/** Years outside are no dates of a document. ⟦⟧ */
export const EARLIEST_YEAR = 1800
/** ⟦⟧ */
export const LATEST_YEAR = 2200

// References ---------------------------------------------------------------------------------------------------------------

/** Characters before 第X条 in which the name of the law that it belongs to must end. ⟦⟧ */
export const LAW_NAME_BEFORE = 24

/** Characters before 第X条 that are looked through for a quotation mark left open. ⟦⟧ */
export const QUOTE_BEFORE = 200

/** A longer range of articles or items is given by its ends: a file of nothing but ranges must not fill the memory. ⟦⟧ */
export const LONGEST_RANGE = 100
