import { CHINESE_NUMERAL, HAN_DIGIT } from '../lexicon/numerals.ts'
/**
 * Stretches whose numerals are no quantities: references, ordinals, dates, document numbers, names of laws, list labels
 * and short quoted words (“1+6+1”, “三个代表”). They are blotted out, same length, before quantities are looked for.
 */
export function maskNames(text: string): string {
  return text.replace(NAMES, found => BLOT.repeat(found.length))
}

/** Stands where a masked character stood; belongs to no word. */
export const BLOT = '\u0000'

const MASKED_DIGIT = `[${CHINESE_NUMERAL}]`
const MASKED_NUMBER = `(?:\\d{1,6}|${MASKED_DIGIT}{1,9})`
const NAMES = new RegExp(
  [
    '《[^》]{0,100}》',
    '〔[^〕]{0,20}〕\\d{0,6}号?',
    '“[^”。；]{1,14}”',
    '‘[^’。；]{1,14}’',
    // 第三条, 第二、三款, 第一项至第五项, 第一百零二条之一; and every other ordinal
    `第${MASKED_NUMBER}(?:[、和及至到—]第?${MASKED_NUMBER}(?=[、和及至到—条款项章节目编第]))*(?:条之${MASKED_NUMBER})?`,
    `(?:前|本条|本款|上述)${MASKED_NUMBER}[款项条]`,
    // calendar dates with a year, or a month and a day; 每年三月 stays readable
    `(?:\\d{4}|[一二][${HAN_DIGIT}]{3})年(?:${MASKED_NUMBER}月(?:${MASKED_NUMBER}日)?)?`,
    `(?<![\\d${CHINESE_NUMERAL}]|每年|每年的|次年|翌年)${MASKED_NUMBER}月(?:${MASKED_NUMBER}日|份|底|初|末)`,
    // inline labels
    `（${MASKED_NUMBER}）`,
    '(?<=^|[。；：])\\d{1,2}[.．、]',
    // telephone numbers and other names in digits
    '\\d{5}(?=[\\u4e00-\\u9fff]*(?:热线|平台|电话))',
    '(?<![A-Za-z])[A-Za-z]{1,20}\\d{1,20}|(?<!\\d)\\d{1,20}[A-Za-z]{1,20}\\d{0,9}(?![a-z²³])',
  ].join('|'),
  'g',
)
