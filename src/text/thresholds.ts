/**
 * The numbers that decide something in settling a text's characters and words. Bounds inside patterns stay with their
 * patterns.
 *
 * ⟦how⟧
 */

/** How many times as many characters of one script as of the other a text must hold to be written in it, and not mixed. ⟦⟧ */
export const SCRIPT_MAJORITY = 9

/** Characters of layout between a mark and the digit that decides its width: 5 , 000. ⟦⟧ */
export const LAYOUT_INSIDE_NUMBER = 8

/** Characters without a full stop that are converted to simplified script together: a word that is cut there may be missed. ⟦⟧ */
export const LONGEST_STRETCH = 2000

/** Characters without a stop that are cut into words together: memory grows with them. ⟦⟧ */
export const LONGEST_CHUNK = 4000

/** Places of one spelling that are listed at most, in a text that converts a word in two ways. ⟦⟧ */
export const LISTED_PLACES = 50
