/** Characters of Chinese numerals, for use inside a character class; all patterns are made of these five. Folded text. */

/** Digits from one on, 两 among them. */
export const NONZERO_DIGIT = '一二两三四五六七八九'

/** Digits with the three ways of writing zero: 二〇二三. */
export const HAN_DIGIT = `〇零○${NONZERO_DIGIT}`

/** What numbers below a hundred are written with where no zero is: days, months, hours, items of a list. */
export const SMALL_NUMERAL = `${NONZERO_DIGIT}十`

/** What multiplies a digit. */
export const MULTIPLIER = '十百千万亿'

/** Any character of a numeral. */
export const CHINESE_NUMERAL = `${HAN_DIGIT}${MULTIPLIER}`
