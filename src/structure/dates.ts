import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import { parseNumeral } from '../text/numerals.ts'
import type { Range } from '../types.ts'
import { EARLIEST_YEAR, LATEST_YEAR, LONGEST_DATE } from './thresholds.ts'

/** A date found in a text, ISO: a day, or a month where the text gives no day. */
export interface DateFound extends Range {
  iso: string
}

const DATE_DIGIT = `[${CHINESE_NUMERAL}\\d]`
const DATE = new RegExp(
  [
    `(?<republic>民国)?(?<year>\\d{1,4}|[${CHINESE_NUMERAL}]{1,7})年(?<month>${DATE_DIGIT}{1,3})月(?:(?<day>${DATE_DIGIT}{1,3})日)?`,
    `(?<y>(?:19|20)\\d{2})[—./-](?<m>\\d{1,2})[—./-](?<d>\\d{1,2})(?!\\d)`,
    `(?<![\\d.])(?<compact>(?:19|20)\\d{2}[01]\\d[0-3]\\d)(?!\\d)`,
  ].join('|'),
  'g',
)

/**
 * Dates of a clean folded text in order: 2023年9月12日, 二○○八年三月, 2023-09-12, 20230912 and years of the Republic
 * (民国 + 1911). What is no date of the calendar is left out.
 */
export function datesIn(text: string): DateFound[] {
  return [...text.matchAll(DATE)].flatMap(match => {
    const iso = isoOf(match.groups!)
    return iso ? [{ iso, from: match.index, to: match.index + match[0].length }] : []
  })
}

/** Whether the text is a date, with at most one character before it and one after. */
export function isDate(text: string): boolean {
  return (
    text.length <= LONGEST_DATE && datesIn(text).some(date => date.from <= 1 && date.to >= text.length - 1)
  )
}

function isoOf(groups: Record<string, string | undefined>): string | null {
  const { compact } = groups
  if (compact)
    return assemble(Number(compact.slice(0, 4)), Number(compact.slice(4, 6)), Number(compact.slice(6)))
  const year = parseNumeral(groups.year ?? groups.y ?? '')
  const month = parseNumeral(groups.month ?? groups.m ?? '')
  const day = groups.day ?? groups.d
  if (year === null || month === null) return null
  return assemble(groups.republic ? year + 1911 : year, month, day === undefined ? null : parseNumeral(day))
}

function assemble(year: number, month: number, day: number | null): string | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12) return null
  const head = `${year}-${String(month).padStart(2, '0')}`
  if (day === null) return head
  return day >= 1 && day <= 31 ? `${head}-${String(day).padStart(2, '0')}` : null
}
