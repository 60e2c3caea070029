/** How much is written out at most. What a format prescribes (cells of a spreadsheet) stays with the format. */

/** Characters of the source that `problems.csv` quotes. */
export const LONGEST_EXCERPT = 200

/** Up to so many documents the first view has the likeness of each to each: it must stay small. */
export const LIKENESS_TABLE_DOCUMENTS = 60

/** Largest differences in numbers that the first view shows. */
export const STRIKING_NUMBERS = 12

/** Acts whose fines differ most that the first view shows. */
export const STRIKING_ACTS = 8

/** An act that fewer documents fine is no difference between many. */
export const STRIKING_ACT_DOCUMENTS = 3
