/**
 * Thresholds of pairing clauses, in the weight of characters: a character that stands once in each text weighs 1, one
 * that stands in many clauses less. All were chosen by hand on the twin pair of the five (tests/golden/compare-twin.txt)
 * and on the pages of tests/cases/compare.txt; the goldens of differences hold them.
 */

/**
 * What one clause has and the other has not, against what both have: below a Dice coefficient of 2·APART / (1 + 2·APART) = 0.4 two
 * clauses are shown as one left out and one added, not as one changed into the other.
 * Halved: 833.
 */
export const APART = 1 / 3

/**
 * What each clause beyond one on each side must bring into a group, so that no clause is taken along by a stray word.
 * Halved: 66.
 */
export const GROUP_COST = 1

/**
 * Dice coefficient from which two clauses are a pair that alone are left over in the same place; elsewhere they need
 * 0.4. Halved: 22.
 */
export const LONE_LIKENESS = 0.2

/** Dice coefficient from which a clause is shown as moved; less may be a formula that both use. Halved: 547. */
export const MOVED_LIKENESS = 0.6

/** Weight that a moved clause shares at least, so that it is no chance formula. Halved: 14. */
export const MOVED_WEIGHT = 4

/**
 * An equal stretch of up to this weight between two changes is part of them; the longer one only between changes twice
 * its weight. Halved: always 6, atMost 18.
 */
export const ISLAND = { always: 1, atMost: 6 }
