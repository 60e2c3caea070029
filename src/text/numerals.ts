/**
 * Numbers as they are written: Chinese and Arabic numerals, letters. What is read is folded text (simplified script,
 * half-width digits).
 */

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const JOINED_TENS: Record<string, number> = { 廿: 20, 卅: 30, 卌: 40 }
const UNITS_BELOW_MYRIAD: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }
const MYRIADS: Record<string, number> = { 万: 1e4, 亿: 1e8 }

/**
 * The whole number that a numeral stands for: 四十五 → 45, 一百零二 → 102, 一百零十 → 110, 廿五 → 25,
 * 二〇二三 → 2023. Arabic digits are read as they are. Anything else gives null.
 */
export function parseNumeral(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  if (text === '') return null
  const characters = [...text]
  if (characters.every(c => c in DIGITS)) {
    return characters.length === 1 || !/[零]/.test(text[0]!)
      ? Number(characters.map(c => DIGITS[c]).join(''))
      : null
  }
  return parsePositional(characters)
}

function parsePositional(characters: string[]): number | null {
  let total = 0 // of the myriads already closed
  let section = 0 // below the next 万 or 亿
  let digit: number | null = null
  let smallest = Infinity // units must fall inside a section
  for (const c of characters) {
    if (c in DIGITS) {
      if (digit !== null && digit !== 0) return null
      digit = DIGITS[c]!
    } else if (c in UNITS_BELOW_MYRIAD) {
      const unit = UNITS_BELOW_MYRIAD[c]!
      // 一百零十: the one of ten may be left out behind a zero as it is elsewhere
      if (unit >= smallest || (digit === 0 && (unit !== 10 || total + section === 0))) return null
      section += (digit || 1) * unit
      smallest = unit
      digit = null
    } else if (c in JOINED_TENS) {
      if (smallest <= 10 || (digit !== null && digit !== 0)) return null
      section += JOINED_TENS[c]!
      smallest = 10
      digit = null
    } else if (c in MYRIADS) {
      section += digit ?? 0
      if (section === 0 && total === 0) return null
      total = c === '亿' ? (total + section) * MYRIADS[c]! : total + section * MYRIADS[c]!
      section = 0
      digit = null
      smallest = Infinity
    } else return null
  }
  return total + section + (digit ?? 0)
}

/** The usual Chinese form of a whole number 0 ≤ n < 100 000 000: 45 → 四十五, 102 → 一百零二. */
export function formatNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n >= 1e8) throw new Error(`no Chinese numeral for ${n}`)
  if (n === 0) return '零'
  const high = Math.floor(n / 1e4)
  const low = n % 1e4
  const head = high ? `${formatSection(high)}万` : ''
  const gap = high && low && low < 1000 ? '零' : ''
  return (head + gap + (low ? formatSection(low) : '')).replace(/^一十/, '十')
}

function formatSection(n: number): string {
  let text = ''
  let pending = false
  for (const [value, sign] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(n / value) % 10
    if (digit === 0) pending = text !== ''
    else {
      text += (pending ? '零' : '') + '零一二三四五六七八九'[digit] + sign
      pending = false
    }
  }
  return text
}

/** Letters that count as the columns of a spreadsheet do: 1 → A, 26 → Z, 27 → AA; empty for 0. */
export function letters(number: number): string {
  let text = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
  return text
}
