/**
 * The numbers that decide something in reading a file's bytes. Bounds inside patterns stay with their patterns; what a
 * format prescribes (levels of a list in docx, the end of a zip) stays with the format.
 *
 * Chosen by hand while texts were read; what depends on each was not measured.
 */

// Encodings ------------------------------------------------------------------------------------------------------------

/** Plausibility (see plausibility.ts) from which a reading is taken without trying further encodings. */
export const PLAUSIBLE = 0.4

/** Plausibility below which a text is reported as doubtful, or a file as damaged rather than as UTF-16. */
export const DOUBTFUL = 0.2

/** How many times as plausible another encoding must be than the one the manifest states. */
export const STATED_ADVANTAGE = 2

/** Characters by which plausibility is measured; more would only take time. */
export const PLAUSIBILITY_SAMPLE = 20_000

/** Control characters that a text may hold by mistake; a file with more, … */
export const STRAY_CONTROLS = 16

/** … and a greater share of them among its characters, is no text. */
export const CONTROLS_IN_TEXT = 1 / 50

/** A page or a pdf with fewer letters of its own has no text (it may be a scan, or load its text by script). */
export const FEWEST_LETTERS = 10

// Limits of every reader -----------------------------------------------------------------------------------------------

/** Bytes of a file, whatever its kind; more is refused unread. */
export const MOST_BYTES = 64_000_000

/**
 * Elements of a page or of a part in XML. The largest page of a law that was seen has some ten thousand; the civil code
 * written by Word as carelessly as can be would have some hundred thousand.
 */
export const MOST_ELEMENTS = 250_000

/** Attributes of one element: parsers look through all of them for each. */
export const MOST_ATTRIBUTES = 1_000

/** Attributes of all elements. */
export const MOST_ALL_ATTRIBUTES = 1_000_000

/** Elements inside each other: browsers flatten what is deeper, and time to parse grows with depth times length. */
export const DEEPEST_ELEMENT = 512

// Html -----------------------------------------------------------------------------------------------------------------

/** Characters of a page: pictures may be written into it. */
export const LONGEST_PAGE = 32_000_000

/**
 * Characters of a small element (a footnote mark, a link to edit) that are read to know it, and of a list item's
 * beginning.
 */
export const MARK_LENGTH = 40

/**
 * Points of a label that opens a unit, in characters of a sentence: about one sentence, so that short articles count as
 * much as long notices.
 */
export const LABEL_POINTS = 50

/** Share of the points of a page that an element must hold to be looked into alone. */
export const NEARLY_ALL_POINTS = 0.9

/** The same where every article's label stands in it too: a box beside the text may quote or explain it. */
export const MOST_POINTS = 0.6

/** Lines that open with 第X条 (or else with 一、) from which they are the page's articles. */
export const ENOUGH_ARTICLES = 3

/** Share of a line that may be links if the line is to count for the text. */
export const LINKS_IN_TEXT = 1 / 2

/** The longest line of a page's buttons (打印 关闭窗口), in characters. */
export const LONGEST_BUTTONS = 80

/** Lines of the text among which its title is looked for, before one is taken from above the text. */
export const LINES_WITH_TITLE = 20

/** The shortest line, in characters without spaces, that can be the title that the page names. */
export const SHORTEST_TITLE = 5
/** The longest line, counted the same way, that can be that title. */
export const LONGEST_TITLE = 100

/** Lines above the text among which the statement of who adopted it when (题注) is looked for. */
export const LINES_WITH_ENACTMENT = 8

/** The longest such statement, in characters. */
export const LONGEST_ENACTMENT = 400

/** Lines of a signature below the text at most: names and a date. */
export const SIGNATURE_LINES = 3

/** The longest line of a signature, in characters. */
export const LONGEST_SIGNATURE_LINE = 40

// Docx -----------------------------------------------------------------------------------------------------------------

/** Bytes of a part, unpacked: of a real regulation a few megabytes; more is an archive made to burst. */
export const LARGEST_PART = 32_000_000

/** Bytes of all parts that are read, unpacked. */
export const MOST_UNPACKED = 64_000_000

/** Word files inside each other, as parts taken in whole (altChunk). */
export const DEEPEST_CHUNK = 4

/** Such parts of one file. */
export const MOST_CHUNKS = 1_000

// Archives of pages and mails (mht, eml) -------------------------------------------------------------------------------

/** Parts of an archive: a page's pictures have one each. */
export const MOST_ARCHIVED = 5_000

/** Parts inside each other. */
export const DEEPEST_ARCHIVED = 8

/** Bytes that one archived part's headers may have. */
export const LONGEST_HEADERS = 64_000

/** Styles that are based on each other are followed so far: they may go in a circle. */
export const MOST_STYLE_STEPS = 20

// Pdf: lines and columns; lengths in sizes of the type unless stated ---------------------------------------------------

/** Pages: a city's regulation has some forty, a collection of a province's laws some hundred. */
export const MOST_PAGES = 2_000

/** Pieces of text on all pages: a typesetter may place every character by itself. */
export const MOST_PIECES = 500_000

/** Pieces of one page, whose rows are found by comparing them: a page in small type holds some three thousand characters. */
export const MOST_PIECES_OF_A_PAGE = 20_000

/** Slope from which text is set at an angle: a watermark or a margin note. */
export const TURNED_SLOPE = 0.1

/** How far apart two base lines of one row may be, in sizes of the smaller type. */
export const SAME_ROW = 0.5

/** The gap between two pieces of a row from which a space stands between them. */
export const SPACE_GAP = 0.3

/** How far apart the same characters are drawn twice to look bold. */
export const BOLD_SHIFT = 0.2

/** Rows that a page needs to show two columns. */
export const ENOUGH_ROWS = 8

/** Share of the rows that must have text on both sides of the white strip between columns. */
export const ROWS_IN_COLUMNS = 0.5

/** Share of the rows that may run across it: titles do, and so may a table. */
export const ROWS_ACROSS = 0.15

/** Steps of a page's width in which the strip is looked for, within the middle third of the text. */
export const STRIP_STEPS = 200

/** Share of the pages whose strip stands for the pages that are too short to show one. */
export const PAGES_WITH_STRIP = 0.4

/** The gap at the strip from which a row is parted by it. */
export const COLUMN_GAP = 0.8

/** Characters that a row in two columns has on either side at least. */
export const COLUMN_TEXT = 4

/** The gap up to which both sides of the strip are one line that runs across: a page number in the middle. */
export const CLOSE_GAP = 1.05

// Pdf: running heads, paragraphs ---------------------------------------------------------------------------------------

/** Share of the page's height, at head and foot, in which page furniture stands. */
export const PAGE_MARGIN = 0.15

/** Lines from the top and from the bottom of a page that may be its furniture. */
export const EDGE_LINES = 3

/** Points of height within which two lines of different pages stand at one height. */
export const SAME_HEIGHT = 4

/** Share of the pages on which a line must recur: odd and even pages may have heads of their own, the first none. */
export const RECURRING_LINES = 0.3

/** How much type may differ in size and be of one text, as a share of the size. */
export const SAME_SIZE = 0.15

/** Share of the lines that must be indented (or of the pairs of lines that must stand apart) for it to be a habit. */
export const HABIT_OF_LINES = 0.05

/**
 * Share of the lines that must have a distance to the next for it to be a common one; the smallest common one is that
 * inside a paragraph.
 */
export const COMMON_LEADING = 0.08

/** How far the edges of odd and even pages may differ and still be the same. */
export const SAME_EDGE = 0.3

/** The widest indent that is kept, in characters. */
export const WIDEST_INDENT = 20

/** How far a full line may end before the right edge: what could not be parted goes to the next line. */
export const FULL_LINE = 2.2

/** How many times the distance inside a paragraph sets two paragraphs apart. */
export const PARAGRAPH_GAP = 1.3
