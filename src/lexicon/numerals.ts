/** Characters of Chinese numerals, for use inside a character class; all patterns are made of these. Folded text. */

/** Digits from one on, 两 among them. */
export const NONZERO_DIGIT = '一二两三四五六七八九'

/** Digits with the three ways of writing zero: 二〇二三. */
export const HAN_DIGIT = `〇零○${NONZERO_DIGIT}`

/** What numbers below a hundred are written with where no zero is: days, months, hours, items of a list. */
export const SMALL_NUMERAL = `${NONZERO_DIGIT}十`

/** What multiplies a digit. */
export const MULTIPLIER = '十百千万亿'

/** Tens written in one: twenty, thirty, forty. */
export const JOINED_TENS = '廿卅卌'

/** Any character of a numeral. */
export const CHINESE_NUMERAL = `${HAN_DIGIT}${MULTIPLIER}${JOINED_TENS}`

/** Digits as they are written on money so that nobody alters them, with their common forms. */
export const CAPITAL_DIGITS: Record<string, string> = {
  壹: '一',
  贰: '二',
  叁: '三',
  参: '三',
  肆: '四',
  伍: '五',
  陆: '六',
  柒: '七',
  捌: '八',
  玖: '九',
}

/** What multiplies them. 万 and 亿 are the same in both ways of writing. */
export const CAPITAL_MULTIPLIERS: Record<string, string> = { 拾: '十', 佰: '百', 仟: '千' }
