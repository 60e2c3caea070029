/**
 * The numbers that decide something in aligning articles, beside those that were fitted (relations/weights.json). Bounds
 * inside patterns stay with their patterns.
 *
 * Chosen by hand while texts were read; none is fitted unless it says so. At the end of each stands how many lines
 * change when it is halved and when it is doubled: edges and rows of the five, with and without the codebook; of rules
 * for names, the names of topics of the five and of a second genre. Where nothing stands it was not measured.
 */

// Statements and what they say --------------------------------------------------------------------------------------------

/** A statement that another document says less surely than this is not linked with it. */
export const LEAST_LINK = 0.05

/** A place that says a statement less surely than this is told to nobody, not even as the nearest. */
export const LEAST_SAID = 0.1

/** So many places of a document are told of a statement, the surest. */
export const MOST_PLACES = 3

/** A statement that is said so surely counts as said, when those of two articles are counted. The model was fitted with it. */
export const SURELY_SAID = 0.5

/** For each article so many that are likest as wholes are judged, besides those that say one of its statements. Fitted with. */
export const LIKEST_ARTICLES = 3

// Weights of words -----------------------------------------------------------------------------------------------------

/**
 * The least that a word counts, however many articles have it; also what a mark of punctuation counts in a run of words.
 * In natural logarithms, as rarity is. The model was fitted with it.
 */
export const LEAST_RARITY = 0.05

/** What a single character counts in a run of words: by itself it means little. The model was fitted with it. */
export const SINGLE_CHARACTER = 0.4

/**
 * A text that a reference names counts as the referring sentence's own up to so many characters. The model was fitted
 * with it.
 */
export const LONGEST_NAMED_TEXT = 200

// The second look ------------------------------------------------------------------------------------------------------

/** The least probability of an equivalence between two articles of one and the same text, whatever the model finds. */
export const SAME_TEXT_PROBABILITY = 0.99

/** Third documents that are asked: more add little, and all of forty would take minutes. */
export const THIRD_DOCUMENTS = 6

// Rows -----------------------------------------------------------------------------------------------------------------

/**
 * Mean over all pairs of statements of two documents from which two groups of statements are one; with 0.25 rows of rules of
 * conduct are less often pure by 3 in 100, with 0.35 they miss 2 in 100 more.
 */
export const GROUP_LIKENESS = 0.3

/** Mean over the documents of a row that people named of how surely they say a statement, from which it joins the row. */
export const JOINING_LIKENESS = 0.4

/**
 * The same mean for what a document has in a row that nobody named: below it the document is there for another matter. In rows that
 * a reader found pure no document had less than 0.6; of those that were astray most did.
 */
export const LEAST_SUPPORT = 0.6

/**
 * The same mean from which a statement stands in a row of which its document has nothing besides the row that it is of. With 0.5 the
 * rows have 2 in 100 more of what is said, and 2 in 100 more of what is not.
 */
export const GUEST_LIKENESS = 0.6

/** So many guests for each document of a row at most: with more it is a part of the row they come from. */
export const GUESTS_OF_HOST = 2

/** Share of an article that must stand in a row for what nobody else says of it to stand there too. With 0 one in 100 more is amiss. */
export const SHARE_OF_ARTICLE = 0.4

/** Share of the documents of either of two groups that have both, from which the two may be one row. */
export const HAVING_BOTH = 0.6

/** Share of the articles of either of two groups that have both, from which the two are one row. */
export const KEPT_TOGETHER = 0.5

/** A unit says what its row says, not only a part of it, where the others say it so surely. */
export const WHOLLY_SAID = 0.5

// Evidence shown ---------------------------------------------------------------------------------------------------------

/** Phrases in common that are shown. */
export const PHRASES_SHOWN = 5

/** Pairs of paragraphs or items that are shown as answering each other, … */
export const PARTS_SHOWN = 3

/** … and the least cosine of their words. */
export const LEAST_PART_LIKENESS = 0.2

// Names of topics: which stretches of an article show what it is about ---------------------------------------------------

/** How much a stretch of an article counts for the name of its topic; plain text counts 1. */
export const STRETCH_WEIGHT = {
  /** The sentence that leads a list in says what the list is about; … */
  leadIn: 2,
  /** … an item is one detail among many. */
  item: 0.42,
  /** The conduct that is fined. */
  conduct: 1.7,
  /** What follows from it: who fines, how much. */
  consequence: 0.15,
  /** Plain text in an article about fines. */
  besideFine: 0.5,
  /** Of a sentence those who act, … */
  actor: 0.3,
  /** … and when it counts, beside what is done. */
  condition: 0.4,
  /** Added to plain text at the beginning of an article; it falls off with every OPENING_CHARACTERS by e. */
  opening: 0.8,
}

/** Characters over which what plain text gains by standing first falls to 1/e. */
export const OPENING_CHARACTERS = 25

// Names of topics: which phrase --------------------------------------------------------------------------------------------

/** Phrases, the best by their own words, that are looked up in the other articles. */
export const PHRASES_LOOKED_UP = 24

/** The longest name of a topic, in words. Halved 159, doubled 4. */
export const MOST_WORDS_IN_NAME = 5
/** A name of a topic has at most so many characters. Halved 118, doubled 2. */
export const MOST_CHARACTERS_IN_NAME = 12

/**
 * Exponents of the factors of a phrase's score: 1 lets a factor count as it is, less flattens it. Found with the other
 * numbers of names by trying, against names judged by reading (quality/gold/names-judged.json).
 */
export const NAME_POWER = {
  /** Of the mean over the row's documents of how prominently they have the phrase. */
  presence: 1.75,
  /** Of the rarity of its words. */
  rarity: 0.55,
  /** Of the share of its use in the corpus that is this row's. */
  ownShare: 0.36,
}

/** Factors of a phrase's score; 1 leaves it as it is. */
export const NAME_FACTOR = {
  /** Weight of a plain word (制度, 工作) among the phrase's words, where others count 1. Halved 12, doubled 16. */
  plainWord: 0.25,
  /** Taken off for each side on which the phrase is a member of a list (、). Halved 16, doubled 19. */
  listedSide: 0.25,
  /** A phrase at the end of a fined conduct: it says what is done. Halved 11, doubled 6. */
  endOfConduct: 1.3,
  /** … after 在, 从, 于: it says where. Halved 0, doubled 0. */
  placeAtEnd: 0.8,
  /** A phrase inside a conduct after 在, 从, 于. Halved 0, doubled 0. */
  placeInside: 0.6,
  /** A single word of a conduct. Halved 0, doubled 4. */
  singleWordOfConduct: 0.7,
  /** A phrase that nearly always has the same word before it keeps so much of its score. Halved 33, doubled 91. */
  boundBefore: 0.55,
  /** A phrase that never ends where it ends keeps so much. Halved 6, doubled 20. */
  neverEnding: 0.5,
  /** A phrase inside a longer one of nearly the same use. Halved 0, doubled 78. */
  partOfLonger: 0.7,
  /** Two characters or one. Halved 0, doubled 4. */
  twoCharacters: 0.2,
  /** Three characters, or more than LONGEST_PLAIN_NAME. Halved 17, doubled 81. */
  unusualLength: 0.6,
  /** It begins with a denial (不文明). Halved 0, doubled 7. */
  denial: 0.8,
  /** It is nothing but a verb of administration (加强). Halved 0, doubled 0. */
  bareVerb: 0.2,
  /** It begins with such a verb. Halved 13, doubled 57. */
  verbFirst: 0.7,
  /** It ends in what administrative rules are about (会议, 制度). Halved 86, doubled 67. */
  endsInMatter: 1.5,
  /** It ends in an act (提高). Halved 0, doubled 3. */
  endsInAct: 0.5,
  /** It ends in those who act (主管部门). */
  endsInBody: 0.4,
  /** It holds a function word (应当). */
  functionWord: 0.15,
  /** It holds a word that joins two others (和, 由). */
  joint: 0.4,
  /** Fewer than half of the row's documents have its words. */
  ofFew: 0.4,
  /** What a document's presence counts that has the words of a phrase, but not together. */
  wordsApart: 0.6,
  /** It holds 的, which joins words as well. */
  particle: 0.8,
}

/**
 * The longest name that is not marked down for its length, in characters; a shorter phrase gives way to none longer.
 * Halved 120, doubled 67.
 */
export const LONGEST_PLAIN_NAME = 8

/** Share of the places at which a phrase ends a clause from which it counts as ending there. Halved 7, doubled 21. */
export const ENDING_PLACES = 0.4

/** What a following 的 counts as a neighbour of the phrase, where other characters count 1. Halved 3, doubled 4. */
export const FOLLOWING_DE = 0.8

/**
 * Share of the places that the commonest neighbour may have before the phrase counts as a piece of a longer one, …
 * Halved 43, doubled 88.
 */
export const FREE_NEIGHBOUR = 0.5

/**
 * … and how much of the score it then loses with each further share: 0.85 where it has all places. Halved 46, doubled
 * 46.
 */
export const BOUND_LOSS = 1.7

/** Share of a phrase's presence that a longer one must have to take its place, … Halved 9, doubled 19. */
export const LONGER_PRESENCE = 0.85

/** … and share of its score. Halved 21, doubled 19. */
export const LONGER_SCORE = 0.6

/** Share of the best phrase's score from which one of more than four characters names a fine: 擅自改变 says not what. */
export const FULLER_ACT = 0.5

/** Articles counted to a row and to the rest of the corpus before shares are taken: a single use proves little. */
export const USE_SMOOTHING = 0.5

/** Characters of a row's first article that name it where no phrase does. Halved 0, doubled 0. */
export const CHARACTERS_IN_PLACE_OF_NAME = 8

/** The longest article that may bear a customary name (施行与废止), in characters. Halved 2, doubled 2. */
export const LONGEST_CUSTOMARY = 250
