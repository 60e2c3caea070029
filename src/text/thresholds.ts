/**
 * The numbers that decide something in settling a text's characters and words. Bounds inside patterns stay with their
 * patterns.
 *
 * Chosen by hand while texts were read; none is fitted unless it says so. At the end of each stands how many lines
 * change when it is halved and when it is doubled: units of the same texts and layouts. Where nothing stands it was not
 * measured.
 */

/**
 * How many times as many characters of one script as of the other a text must hold to be written in it, and not mixed.
 * Halved 0, doubled 1.
 */
export const SCRIPT_MAJORITY = 9

/** Characters of layout between a mark and the digit that decides its width: 5 , 000. Halved 0, doubled 0. */
export const LAYOUT_INSIDE_NUMBER = 8

/**
 * Characters without a full stop that are converted to simplified script together: a word that is cut there may be
 * missed. Halved 0, doubled 0.
 */
export const LONGEST_STRETCH = 2000

/** Characters without a stop that are cut into words together: memory grows with them. Halved 0, doubled 0. */
export const LONGEST_CHUNK = 4000

/** Places of one spelling that are listed at most, in a text that converts a word in two ways. Halved 0, doubled 0. */
export const LISTED_PLACES = 50

/** Characters before a full stop of Latin type that are looked at for the label that it may close. */
export const LABEL_BEFORE_STOP = 20
