/**
 * The numbers that decide something in reading the structure of a text. Bounds inside patterns stay with their patterns.
 *
 * Chosen by hand while texts were read; none is fitted unless it says so. At the end of each stands how many lines
 * change when it is halved and when it is doubled: units, references, problems and stretches of accounting of 95 texts
 * (the five, 78 documents of three genres, traditional samples), of the five in some 200 other layouts, and of the case
 * pages. Where nothing stands it was not measured.
 */

// Labels: where a heading, an article or an item begins ----------------------------------------------------------------

/**
 * Points for a label being the beginning of a unit; they add up, and above 0 it is more likely a beginning than not. The
 * scale is free: sums are compared with LIKELY_LABEL, SURE_LABEL and CHAIN_COSTS.
 */
export const LABEL_WEIGHT = {
  /** First on a line, after the end of a sentence or at the beginning of the text. Halved 30, doubled 18. */
  afterSentence: 5,
  /** First on a line, after a short line without a full stop: a heading below a heading. Halved 2, doubled 0. */
  afterShortLine: 3,
  /** First on a line, after an unfinished line: often a reference that the wrap brought there. Halved 0, doubled 7. */
  afterOpenLine: 1,
  /** Inside a line. Halved 0, doubled 0. */
  insideLine: 0.5,
  /** White space follows. Halved 18, doubled 17. */
  beforeGap: 2,
  /** A bracket follows, as before a caption. Halved 0, doubled 0. */
  beforeBracket: 1,
  /** A mark of punctuation follows within SENTENCE_AHEAD: a table of contents has none. Halved 17, doubled 23. */
  beforeSentence: 1,
  /** What follows reads on from a reference: 第三条的规定. Halved 0, doubled 0. */
  reference: -6,
  /** The same, with white space between. Halved 0, doubled 0. */
  referenceAfterGap: -2,
  /** An opening quotation mark or bracket stands before it. Halved 0, doubled 0. */
  quoted: -5,
  /** The 第 before it was lost: 十条. Halved 0, doubled 0. */
  ordinalLost: -4,
}

/** Points from which a list mark counts as the beginning of a line of its own. Halved 7, doubled 14. */
export const LIKELY_LABEL = 3

/**
 * Points from which a label must be explained: by the outline, as a level that starts over, or as a doubt. Halved 0,
 * doubled 34.
 */
export const SURE_LABEL = 5

/** Points for a label being the heading of a division, added to LABEL_WEIGHT. */
export const DIVISION_WEIGHT = {
  /** Its heading ends right before an article. Halved 0, doubled 0. */
  beforeArticle: 4,
  /** … right before another heading of the same level, as in a table of contents. Halved 0, doubled 0. */
  beforeSameLevel: -1,
  /** … right before a heading of another level. Halved 0, doubled 0. */
  beforeOtherLevel: 2,
  /** No words follow the label. Halved 0, doubled 0. */
  withoutHeading: -3,
  /** The words that follow hold punctuation. Halved 0, doubled 0. */
  sentenceAsHeading: -4,
  /** No article stands under it: an entry of a table of contents. Halved 0, doubled 0. */
  withoutArticle: -6,
}

/** Prices of a chain of numbered labels, in points of LABEL_WEIGHT. */
export const CHAIN_COSTS = {
  /** A hole in the numbering. Halved 0, doubled 0. */
  hole: 3,
  /** Each number that is missing in a hole. Halved 17, doubled 17. */
  missing: 0.7,
  /** The largest hole that is bridged at all, in missing numbers. Halved 0, doubled 0. */
  reach: 12,
  /** Passing over a likely label inside the chain, as a share of its points. Halved 0, doubled 26. */
  skip: 0.3,
  /** The most that beginning after number 1 (a torn page) can cost, in holes. Halved 0, doubled 0. */
  lateStart: 1.5,
}

/** A larger number is no label (a year, a sum). Halved 0, doubled 0. */
export const LARGEST_LABEL = 9999

/** … where 第X条 says that it is one. */
export const LARGEST_ARTICLE = 999_999

/** Characters after a label in which a mark of punctuation shows that a sentence follows. Halved 0, doubled 0. */
export const SENTENCE_AHEAD = 60

/**
 * The longest line, in characters, after which a label may be a heading though the line ends without a full stop. Halved
 * 0, doubled 0.
 */
export const HEADING_ABOVE = 24

/**
 * The longest heading, in characters, that may stand on one line between a division's label and the next label. Halved
 * 0, doubled 0.
 */
export const RUN_TOGETHER_HEADING = 40

/** The longest heading of a division, in characters; what is longer ends with its line. Halved 0, doubled 0. */
export const LONGEST_HEADING = 60

/** The longest line, in characters, that may be the heading of a chapter whose label was lost. Halved 0, doubled 0. */
export const HEADING_WITHOUT_LABEL = 20

/**
 * More lines of nothing but a number are a table, and no labels: what follows takes time by their number. Halved 0,
 * doubled 0.
 */
export const MOST_BARE_NUMBERS = 20_000

/** Share of the page's width that a line may fill at most to have had room for more. */
export const ROOM_LEFT = 0.7

/** Lines before and after that tell how wide the page is. */
export const ROOM_LINES = 12

// Levels: which labels are the articles --------------------------------------------------------------------------------

/**
 * 第X条 is the article level unless a list (一、 or 1.) makes a chain worth this many times its points. Halved 20, doubled
 * 0.
 */
export const WORDED_ADVANTAGE = 2

/** The shortest list, in links, that can be the article level. Halved 0, doubled 128. */
export const SHORTEST_LIST = 3

/** … of marks as 一、, which an act of two articles has too. */
export const SHORTEST_ACT = 2

/** The fewest headings over articles by which lines without a label, or 一、 over 第X条, are known as headings. */
export const FEWEST_HEADINGS = 2

/** Share of the headings 一、 that must stand right above an article; below others stand sentences first. */
export const HEADED_ARTICLES = 0.6

/** A list of so many links is one document's: marks before and after it do not count against it. Halved 0, doubled 0. */
export const LONG_LIST = 10

/**
 * Share of the marks of a style that must be links of one chain: a list that starts over is a level of items. Halved 0,
 * doubled 29685.
 */
export const LINKED_MARKS = 0.85

/**
 * Of two lists that do not run across each other the later is the article level if it covers so many times more text.
 * Halved 0, doubled 0.
 */
export const WIDER_SPREAD = 4

/** Share of the text that a list must cover to be the article level, … Halved 0, doubled 23. */
export const COVERED_TEXT = 1 / 3

/** … unless it has so many links. Halved 0, doubled 0. */
export const ENOUGH_LINKS = 5

/**
 * Share of the marks of an upper list under which a lower list must go on counting to run across them. Halved 0, doubled
 * 34.
 */
export const CROSSED_MARKS = 0.6

// Items --------------------------------------------------------------------------------------------------------------------

/**
 * How far ahead of the item before it an item may be numbered and still go on from it: a numbering with a gap. Halved 0,
 * doubled 0.
 */
export const FURTHEST_ITEM = 4

/** The most labels that can be lost at the head of a list. Halved 0, doubled 0. */
export const MOST_LOST_LABELS = 8

/** The longest heading of an item on a line of its own, in characters. */
export const LONGEST_ITEM_HEADING = 30

/** Share of a list's items that must have a heading of their own; at least two items. */
export const HEADED_ITEMS = 0.6

// Captions of articles ---------------------------------------------------------------------------------------------------

/**
 * Share of the articles that must have a caption of one way for it to be the way of this text; at least two articles.
 * Halved 0, doubled 33.
 */
export const CAPTIONED_ARTICLES = 0.6

/** The longest caption on a line of its own, in characters. Halved 0, doubled 0. */
export const LONGEST_CAPTION = 30

/** The longest caption that only white space parts from the text, in characters. Halved 0, doubled 0. */
export const LONGEST_SPACED_CAPTION = 12

/**
 * The widest a caption's line may be, as a share of the next line's width: there was room for more. Halved 0, doubled
 * 6315.
 */
export const CAPTION_WIDTH = 0.7

// Wrapped lines ------------------------------------------------------------------------------------------------------------

/**
 * Share of the broken lines that have just the commonest number of characters where a program wrapped the text. Halved
 * 26, doubled 0.
 */
export const LINES_OF_ONE_LENGTH = 0.98

/** Share of the broken lines that may be longer than that. Halved 0, doubled 0. */
export const LINES_OVER_LENGTH = 0.01

/**
 * Share of the broken lines that have just the commonest width in cells where a typesetter wrapped it. Halved 0, doubled
 * 0.
 */
export const LINES_OF_ONE_WIDTH = 0.2

/**
 * Cells by which a typeset line may fall short of the full width; it may go over it by twice as many. Halved 0, doubled
 * 0.
 */
export const RAGGED_CELLS = 4

/** Share of the broken lines that must be full, give or take RAGGED_CELLS. Halved 0, doubled 534. */
export const FULL_LINES = 0.6

/**
 * Of fewer broken lines all must be full; inner lines give the page's width only where there are as many. Halved 0,
 * doubled 0.
 */
export const ENOUGH_BROKEN_LINES = 4

/** First lines of paragraphs give a width of their own where there are so many. Halved 0, doubled 0. */
export const ENOUGH_FIRST_LINES = 3

/** Share of all lines that may be wider than the page. Halved 0, doubled 0. */
export const LINES_OVER_WIDTH = 0.08

/**
 * Lines of each kind (first, inner) that must be known before blank lines or indents can be a habit. Halved 0, doubled
 * 0.
 */
export const ENOUGH_FOR_HABIT = 3

/** Share of the first lines of paragraphs that have the habit, … Halved 52, doubled 144. */
export const HABIT_OF_FIRST_LINES = 0.8

/** … and the share of the inner lines that may have it too. Halved 0, doubled 0. */
export const HABIT_OF_INNER_LINES = 0.1

/** Cells of white space that make an indent: one Chinese character. Halved 0, doubled 0. */
export const INDENT_CELLS = 2

/**
 * Share of the lines with an empty line above from which on a line without one shows that a page ended. Halved 299,
 * doubled 32.
 */
export const SPACED_LINES = 0.9

/** Share of the lines that go on a paragraph from which on the text counts as wrapped by width. Halved 72, doubled 3349. */
export const WRAPPED_LINES = 0.3

// Page furniture -----------------------------------------------------------------------------------------------------------

/** The longest line of nothing but dashes, in characters; a longer one is not looked through. Halved 0, doubled 0. */
export const LONGEST_RULE = 400

/** The longest line that can be a page number, in characters with the white space inside. Halved 0, doubled 0. */
export const LONGEST_PAGE_NUMBER = 24

/**
 * A line before a number must be so long, in characters, to be a sentence that the number interrupts. Halved 26, doubled
 * 0.
 */
export const INTERRUPTED_LINE = 12

/** The shortest page, in lines, by which bare numbers at even distances are known as page numbers. Halved 0, doubled 0. */
export const SHORTEST_PAGE = 8

/** How many times as long as the shortest the longest page may be for the distances to be even. Halved 0, doubled 0. */
export const UNEVEN_PAGES = 2

/** Share of the pages at whose break a line must stand to be a running head; at least two. Halved 0, doubled 0. */
export const PAGES_WITH_HEAD = 0.4

/** The longest running head, in characters. Halved 0, doubled 0. */
export const LONGEST_RUNNING_HEAD = 60

// Front and back matter ----------------------------------------------------------------------------------------------------

/** Characters of a line that are looked at to tell whether the back matter begins. Halved 0, doubled 0. */
export const LINE_LOOKED_AT = 80

/**
 * The longest line without punctuation, in characters, that may be a title, a name or a button rather than a sentence.
 * Halved 0, doubled 0.
 */
export const LONGEST_BARE_LINE = 40

/** The longest line that can be a date, in characters. Halved 0, doubled 0. */
export const LONGEST_DATE = 24

/**
 * The longest last line of a title that was broken before its last words (中卫市人民政府 / 工作规则), in characters. Halved 0,
 * doubled 14.
 */
export const END_OF_TITLE = 8

/** The most lines that a title is put together from. */
export const MOST_TITLE_LINES = 4

/** The longest line that a title goes on from, in characters. */
export const LONGEST_TITLE_LINE = 60

/** The longest line with a document number (发文字号), in characters. Halved 0, doubled 0. */
export const LONGEST_NUMBER_LINE = 40

/** Characters of a block in which a notice names what it prints (关于印发…). Halved 0, doubled 0. */
export const NOTICE_OPENING = 60

/** The longest line that says who printed the document when (…印发), in characters. Halved 0, doubled 0. */
export const LONGEST_PRINTER_LINE = 60

/** The longest signature after the text, in characters. Halved 0, doubled 0. */
export const LONGEST_SIGNATURE = 30

/** How many of the last articles may say when the text takes effect and what it replaces. Halved 0, doubled 0. */
export const CLOSING_ARTICLES = 4

/** Characters before 废止 that belong to its sentence at most. Halved 0, doubled 0. */
export const REPEALING_SENTENCE = 300

/** Years outside are no dates of a document. Halved 0, doubled 219. */
export const EARLIEST_YEAR = 1800
/** Halved 219, doubled 0. */
export const LATEST_YEAR = 2200

// References ---------------------------------------------------------------------------------------------------------------

/** Characters before 第X条 in which the name of the law that it belongs to must end. Halved 0, doubled 0. */
export const LAW_NAME_BEFORE = 24

/** Characters before 第X条 that are looked through for a quotation mark left open. Halved 0, doubled 0. */
export const QUOTE_BEFORE = 200

/**
 * A longer range of articles or items is given by its ends: a file of nothing but ranges must not fill the memory.
 * Halved 0, doubled 0.
 */
export const LONGEST_RANGE = 100

// Annexes ------------------------------------------------------------------------------------------------------------------

/** Lines with cells, one below the other, from which they are a table: a single one is a line with a wide gap. */
export const FEWEST_ROWS = 2

/** Marks of annexes that are tried as the end of the text; a hostile file may have thousands. */
export const MOST_ANNEX_MARKS = 12

/** The most annexes that are read; what a hostile file has beyond is back matter. */
export const MOST_ANNEXES = 200

/** The most names of a list of annexes below the text (附件说明); a longer list is what an annex consists of. */
export const MOST_ANNEX_NAMES = 30
