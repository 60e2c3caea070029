import {
  CAPITAL_DIGITS,
  CAPITAL_MULTIPLIERS,
  CHINESE_NUMERAL,
  HAN_DIGIT,
  MULTIPLIER,
  NONZERO_DIGIT,
} from '../lexicon/numerals.ts'
import { parseNumeral } from '../text/numerals.ts'

/** What a numeral in running text stands for. */
export interface Numeral {
  /** Number, or lower end; null for 若干. */
  value: number | null
  /** Upper end of a range written in one numeral (2—3, 三至五, 两三); null otherwise. */
  max: number | null
  /** `percent`: 百分之三十 → 30; `permille`: 千分之五 → 5; `permyriad`: 万分之五 → 5; `fraction`: 三分之二 → 0.6667; `half`: 半, waiting for its unit. */
  form: 'plain' | 'percent' | 'permille' | 'permyriad' | 'fraction' | 'half'
  /** Roundness the text itself admits: 十余, 数十, 若干. */
  vague: boolean
  /** First character after the numeral. */
  end: number
}

/**
 * The numeral that begins exactly at `at` in folded text, or null. Reads Arabic and Chinese numerals with decimals and
 * multipliers (1.5, 5,000, 50万, 一点五), fractions (百分之三十, 三分之二), ranges (2—3, 三至五, 两三), 半, 数十, 若干.
 */
export function numeralAt(text: string, at: number): Numeral | null {
  return fractionAt(text, at) ?? vagueAt(text, at) ?? capitalsAt(text, at) ?? plainAt(text, at)
}

/** Where a numeral may begin; used to jump through text that holds none. */
export const NUMERAL_START = new RegExp(
  String.raw`[\d${CHINESE_NUMERAL}半数几若${Object.keys(CAPITAL_DIGITS).join('')}]`,
  'g',
)

const NUMERAL_CHARACTER = `[${CHINESE_NUMERAL}]`
// Bounded, so that a run of ten thousand digits is not looked through from each of them.
const PLAIN_NUMERAL = `(?:\\d{1,15}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?[${MULTIPLIER}]{0,3}|${NUMERAL_CHARACTER}{1,20}(?:点[${HAN_DIGIT}]{1,6})?)`
const FRACTION = new RegExp(
  `(百|千|万|${NUMERAL_CHARACTER}{1,6}|\\d{1,4})分之(${PLAIN_NUMERAL})(?:(?:至|到|—)(?:\\1分之)?(${PLAIN_NUMERAL}))?`,
  'y',
)
const SINGLE = new RegExp(PLAIN_NUMERAL, 'y')
const SECOND_NUMERAL = new RegExp(`(?:至|到|—)(${PLAIN_NUMERAL})`, 'y')
const VAGUE = /(?:若干|(?:数|几)(?=[十百千万个名位次日天年株件项家人种条])([十百千万]*))/y

function fractionAt(text: string, at: number): Numeral | null {
  const match = matchAt(FRACTION, text, at)
  if (!match) return null
  const base = { 百: 100, 千: 1000, 万: 10000 }[match[1]!] ?? parseNumeral(match[1]!)
  const value = numberOf(match[2]!)
  const max = match[3] === undefined ? null : numberOf(match[3])
  if (!base || value === null) return null
  const end = at + match[0].length
  if (base === 100) return { value, max, form: 'percent', vague: false, end }
  if (base === 1000) return { value, max, form: 'permille', vague: false, end }
  if (base === 10000) return { value, max, form: 'permyriad', vague: false, end }
  return {
    value: ratio(value, base),
    max: max === null ? null : ratio(max, base),
    form: 'fraction',
    vague: false,
    end,
  }
}

function ratio(a: number, b: number): number {
  return Math.round((a / b) * 10000) / 10000
}

function vagueAt(text: string, at: number): Numeral | null {
  const match = matchAt(VAGUE, text, at)
  if (!match) return null
  const value = match[1] ? parseNumeral(`一${match[1]}`) : null
  return { value, max: null, form: 'plain', vague: true, end: at + match[0].length }
}

// 伍仟, 壹拾万, 3佰: what multiplies makes a numeral of them; a digit alone (队伍, 大陆, 参加) is one only before its 元 or 份.
const CAPITALS = Object.keys(CAPITAL_DIGITS).join('')
const RAISED = Object.keys(CAPITAL_MULTIPLIERS).join('')
const IN_CAPITALS = new RegExp(
  String.raw`(?:[${CAPITALS}${NONZERO_DIGIT}\d](?=[\S]{0,2}[${RAISED}])[${CAPITALS}${RAISED}${HAN_DIGIT}${MULTIPLIER}]{1,20}|(?!参)[${CAPITALS}](?:[万亿]{1,2}(?=[元圆])|(?=[元圆份])))`,
  'y',
)

function capitalsAt(text: string, at: number): Numeral | null {
  const match = matchAt(IN_CAPITALS, text, at)
  const value = match && numberOf(inCommonForm(match[0]))
  return match && value !== null ? rangeFrom(text, value, match[0], at + match[0].length) : null
}

function inCommonForm(written: string): string {
  return [...written].map(sign => CAPITAL_DIGITS[sign] ?? CAPITAL_MULTIPLIERS[sign] ?? sign).join('')
}

function plainAt(text: string, at: number): Numeral | null {
  if (text[at] === '半') return { value: 0.5, max: null, form: 'half', vague: false, end: at + 1 }
  const match = matchAt(SINGLE, text, at)
  if (!match) return null
  const pair = consecutiveDigits(match[0])
  const value = pair ? pair[0] : numberOf(match[0])
  if (value === null) return null
  const end = at + match[0].length
  if (pair) return { value, max: pair[1], form: 'plain', vague: true, end }
  return rangeFrom(text, value, match[0], end)
}

function rangeFrom(text: string, value: number, written: string, end: number): Numeral {
  const single: Numeral = { value, max: null, form: 'plain', vague: false, end }
  const second = matchAt(SECOND_NUMERAL, text, end)
  const max = second ? numberOf(second[1]!) : null
  if (!second || max === null) return roundness(text, single)
  const low = sharedMultiplier(value, written, second[1]!)
  return low < max ? { ...single, value: low, max, end: end + second[0].length } : single
}

// 3—5万元 is thirty to fifty thousand: the multiplier written once counts for both ends.
function sharedMultiplier(value: number, first: string, second: string): number {
  const multiplier = /[万亿]$/.exec(second)?.[0]
  return multiplier && !/[万亿]$/.test(first) ? value * (multiplier === '万' ? 1e4 : 1e8) : value
}

function roundness(text: string, numeral: Numeral): Numeral {
  return /[余多来]/.test(text[numeral.end] ?? '') &&
    !/^(?:多[元种样方头层少]|来[源自访信电])/.test(text.slice(numeral.end))
    ? { ...numeral, vague: true, end: numeral.end + 1 }
    : numeral
}

// 两三个, 三五名, 三四十人, 十五六岁: two digits side by side name a small range, not 23 or 35.
function consecutiveDigits(written: string): [number, number] | null {
  const [, before, first, second, after] = TWO_DIGITS.exec(written) ?? []
  if (!first || !second || (before && after)) return null
  const low = parseNumeral(first)!
  if (parseNumeral(second) !== low + 1 && first + second !== '三五') return null
  const ends = [first, second].map(digit => parseNumeral(`${before}${digit}${after}`))
  return ends[0] === null || ends[1] === null ? null : (ends as [number, number])
}
const TWO_DIGITS = new RegExp(
  `^((?:[${NONZERO_DIGIT}]?十)?)([${NONZERO_DIGIT}])([${NONZERO_DIGIT}])([${MULTIPLIER}]{0,2})$`,
)

/** The number a plain numeral stands for (folded text): 5,000 · 1.5 · 50万 · 一点五 · 四十五; null where it stands for none. */
export function numberOf(written: string): number | null {
  const arabic = ARABIC.exec(written)
  if (arabic) return Number(arabic[1]!.replaceAll(',', '')) * multiplierOf(arabic[2]!)
  const [whole, decimals] = written.split('点')
  const value = parseNumeral(whole!)
  if (value === null || decimals === undefined) return value
  return Number(`${value}.${[...decimals].map(digit => parseNumeral(digit)).join('')}`)
}
const ARABIC = new RegExp(String.raw`^(\d[\d,]*(?:\.\d+)?)([${MULTIPLIER}]*)$`)

function multiplierOf(signs: string): number {
  return [...signs].reduce(
    (product, sign) => product * { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }[sign]!,
    1,
  )
}

/** The match of a sticky pattern at one place. */
export function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at
  return sticky.exec(text)
}
