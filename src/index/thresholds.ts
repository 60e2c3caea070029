/** Numbers of the index that decide something, beside those that were fitted (weights.json). The model was fitted with all of them. */

/** Words of a lead-in count so much of their own weight. */
export const LEAD_COUNTS = 0.3

/** Words of a unit cited, or of the sentence that a statement goes on with, count so much of their own weight. */
export const CITED_COUNTS = 0.5

/** A unit that is cited counts as the citing statement's own up to so many characters. */
export const LONGEST_CITED = 220

/** Places in the other document that are looked at closely: with 10 the right one is among them in 97 of 100 claims. */
export const CANDIDATES = 10

/** Of those the ones beyond the first RIVALS are looked at only if they are so much as like as the likest. */
export const NEARLY_AS_LIKE = 0.4

/** Sanctions of the other document that are looked at for a sanction, by the act they punish. */
export const SANCTIONS_LOOKED_AT = 5

/** Of so many third documents, those that say it most alike, it is asked whether the place there leads to the same answer. */
export const THIRDS_ASKED = 4

/** A statement of so few characters is looked for by single characters too. */
export const SHORT = 30

/** Of a longer statement stretches are found by an automaton: slower in sentences, but not slower still where one character stands all over. */
export const LONG = 1_000

/** So many places found by single characters are looked at. */
export const SHORT_LOOKED_AT = 4

/** Places of each statement of a document that count as asked for by it, when another statement asks for one of them. */
export const RIVALS = 4

/** Places in so many documents are held in memory at once while all are asked: some 30 MB. */
export const DOCUMENTS_AT_ONCE = 64
