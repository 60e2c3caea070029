/**
 * Every threshold of the comparison: what it separates, in which unit, and where its value comes from. Likenesses and
 * shares are 0 to 1, lengths are characters without marks. None is fitted: they were chosen by hand while rows of the
 * five, of business environment and of greening were read (the judgements are in quality/gold/differences-judged.json).
 * The figure at the end is how many of the differences of the five change when the value is halved, so that a reader
 * knows what depends on it.
 */

// Which documents are compared ----------------------------------------------------------------------------------------

/**
 * Up to this many documents of a topic every two are compared; beyond, each wording with the most common one, so that the work
 * grows with the number of documents and not with its square. 276 pairs take a minute. Halved: 0 of the five.
 */
export const ALL_PAIRS = 24

// Which statements answer each other ----

/** How surely two statements say each other, the mean of both ways, from which they are compared with each other. */
export const ANSWERING = 0.3

/** How surely a document must say a statement so that it is not told as lacking there. */
export const SAID = 0.5

// How sure a difference is ---------------------------------------------------------------------------------------------

/**
 * How often differences of a kind must be right to be shown unasked; the others are at a switch. With 0.9 hardly any were: of those
 * shown at 0.8 in a genre left out of everything 41.5 of 52 were right, read blind (what may be argued either way half).
 */
export const SHOWN_UNASKED = 0.8

/** How surely a document must say a statement outside the topic so that its place is told; between is neither said nor lacking for sure. */
export const SAID_ELSEWHERE = 0.8

// Which clauses answer each other -------------------------------------------------------------------------------------

/**
 * A pair of clauses with less likeness, in sentences with less, of which less content is shared, is paired by its place
 * alone. Halved: clause 93, sentence 40, content 90.
 */
export const CHANCE = { clause: 0.55, sentence: 0.5, content: 0.25 }

/** Content that two stretches in one place must share, so that one is the other's wording there; else each is its own. */
export const SAME_PLACE = 0.12

/** A stretch of less content has no place of its own beside what it stands with. */
export const SHORTEST_GAP = 2

/** A stretch that is shorter states nothing by itself: 主要任务是. Halved: 111. */
export const SHORTEST_STATEMENT = 7

/** Shared content from which the words that changed are shown; below it the whole sentences are. Halved: 177. */
export const SAME_WORDS = 0.5

/** Likeness of the first clauses of two sentences, below which they begin two duties. Halved: 2. */
export const SAME_BEGINNING = 0.5

/** The part of either sentence that must be answered before other words in it are called only wording. Halved: 7. */
export const SENTENCE_OF_ONE_WORDING = 0.4

// Numbers, actors, modal words ----------------------------------------------------------------------------------------

/**
 * The part of a sentence that must be answered before a number that the other lacks is reported; also the likeness of
 * clauses whose numbers of one kind count the same. Halved: 3.
 */
export const SENTENCE_OF_ONE_NUMBER = 0.4

/** Likeness of two subjects that are one: 全体会议 and 市政府全体会议; 全体会议 and 常务会议 are two. Halved: 1. */
export const SAME_SUBJECT = 0.6

/** Likeness of clauses from which checking in one and deciding in the other are the same step. Halved: 4. */
export const CLAUSE_OF_ONE_STEP = 0.6

/** In sentences of which less is answered two actors act in two matters. Halved: 0. */
export const SENTENCE_OF_ONE_ACTOR = 0.25

/**
 * In sentences of which less is answered each names its own acts: that one names an act more is no difference in who
 * acts. Halved: 30.
 */
export const SENTENCE_WITH_ACT_LEFT_OUT = 0.5

/** In sentences of which less is answered a stronger modal word binds to another thing. Halved: 1. */
export const SENTENCE_OF_ONE_MODAL = 0.25

/**
 * How many characters beside the modal word may change before the clause says something else, not the same more
 * strictly. Halved: 6.
 */
export const SAME_PREDICATE = 1

/** A typed difference accounts for a change in its clause unless the change is longer than this. Halved: 4. */
export const BESIDE_TYPED = 20

// Scope, or only wording ----------------------------------------------------------------------------------------------

/** Two stretches with less likeness have nothing to do with each other. Halved: 26. */
export const UNLIKE = 0.25

/**
 * From this length on an unlike stretch is no other word for the one in its place: one is left out, the other added.
 * Halved: 52.
 */
export const LONG_PHRASE = 8

/** In clauses with less likeness other words are not the only difference. Halved: 30. */
export const SAME_CLAUSE = 0.5

/**
 * The part of a stretch's pairs of characters that stand in another change of the clause, from which it has only moved.
 * Halved: 9.
 */
export const MOVED_WITHIN_CLAUSE = 0.7

/** An addition of more characters than this is substance. Halved: 157. */
export const SHORT_ADDITION = 2

/** The part of the shorter one's characters that both have, from which two short replaced words may be one. Halved: 7. */
export const MOSTLY_SAME = 0.5

/** The same for words that are longer, or that name a body, a condition or a part in the act. Halved: 6. */
export const NEARLY_SAME = 0.8

/** Replaced words of up to this length count as short. Halved: 74. */
export const SHORT_REPLACEMENT = 6

/** Replaced words that name a body, a condition or a part in the act are only wording up to this length. Halved: 16. */
export const LONGEST_NAME = 8

/** Replaced words that are longer are substance, however alike. Halved: 0. */
export const LONGEST_WORDING = 12

/**
 * Beside what two words share, kernels of this length without a common character are two things: 城市绿地 and 公园绿地. Halved:
 * 15.
 */
export const KERNEL = 2

/** Words of up to this length that name nobody, no act and no occasion may mean the same as any other such. Halved: 6. */
export const PLAIN_LENGTH = 4

/** Likeness of two clauses below which they do not answer each other. Halved: 102. */
export const FAR = 0.35

/** Likeness of two clauses above which they differ in parts of phrases only. Halved: 316. */
export const NEAR = 0.85

/**
 * Dice coefficient of the characters of two clauses, whatever their order, from which they are the same words in another
 * order. Halved: 345.
 */
export const SAME_CHARACTERS = 0.92

/** Two changes with so few characters between them are parts of one phrase. Halved: 21. */
export const BRIDGE = 3

/** A member of a list is no longer than this. Halved: 35. */
export const LONGEST_MEMBER = 10

/** From this length on a name says by itself what it means, also under another general name. Halved: 20. */
export const DISTINCTIVE_NAME = 5

/** Beside the name of a law there stands no more than this, if the stretch is about its legal basis. Halved: 0. */
export const BESIDE_LAW = 8

// Whether the other says it elsewhere ---------------------------------------------------------------------------------

/** Share of a clause's content found in the whole other text, from which it was only put in other places. Halved: 79. */
export const FOUND_IN_PARTS = 0.75

/** A clause that is shorter is reported by the number or actor in it, not again by itself. Halved: 9. */
export const SHORT_CLAUSE = 24
