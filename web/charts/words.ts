import type { Comparator, FamilyProvision } from '../../src/types.ts'
import type { State } from './rows.ts'

/** What the numbers view says in its own words, in Chinese and English. Texts of regulations stay Chinese. */

export type Language = 'zh' | 'en'

export const STATE_NAMES: Record<State, Record<Language, string>> = {
  value: { zh: '有数值', en: 'a number' },
  unnumbered: { zh: '有规定，无数值', en: 'regulated, no number' },
  absent: { zh: '未规定', en: 'not regulated' },
}

/** Units whose English name differs; others are shown as they are. */
const UNITS_EN: Record<string, string> = {
  '次/年': 'times a year',
  工作日: 'working days',
  日: 'days',
  天: 'days',
  小时: 'hours',
  分钟: 'minutes',
  周: 'weeks',
  个月: 'months',
  月: 'months',
  年: 'years',
  元: 'yuan',
  人: 'people',
  名: 'people',
  位: 'people',
  个: 'items',
  字: 'characters',
  种: 'kinds',
  事: 'matters',
  岁: 'years of age',
  米: 'm',
  平方米: 'm²',
  分贝: 'dB',
  倍: 'times',
}

const PERIODS_EN: Record<string, string> = {
  日: 'day',
  天: 'day',
  周: 'week',
  月: 'month',
  两个月: 'two months',
  季: 'quarter',
  季度: 'quarter',
  半年: 'half-year',
  年: 'year',
}

/** The unit of an axis or a panel in the language of the page. */
export function unitName(unit: string, language: Language): string {
  return language === 'en' ? (UNITS_EN[unit] ?? unit) : unit
}

/** The provision's value in short: `一般 2–3 次/月`, `≤ 7 工作日`, `≥ 100 万元`, `≥ 1/2 组成人员`; the words of the text where there is no number. */
export function valueText(provision: FamilyProvision, language: Language): string {
  const { value, max, unit, modality, comparator } = provision
  if (value === null) return provision.quote.match(/不定期|定期|随时/)?.[0] ?? provision.quote
  const sign = `${softText(modality, language)}${SIGNS[comparator ?? '=']}`
  if (unit === '元') return sign + moneyRange(value, max, language)
  const number = [value, max]
    .filter(end => end !== null)
    .map(end => plain(end, unit))
    .join('–')
  return `${sign}${number}${unitTail(provision, language)}`
}

function unitTail({ unit, per, base }: FamilyProvision, language: Language): string {
  if (language === 'zh') return spaced([unit, per].filter(part => part !== null).join('/') + (base ?? ''))
  const period = per === null ? '' : ` per ${PERIODS_EN[per] ?? per}`
  return (unit === '次' ? '×' : spaced(unitName(unit ?? '', language))) + period + spaced(base ?? '')
}

function spaced(text: string): string {
  return text === '' ? '' : ` ${text}`
}

const SIGNS: Record<Comparator, string> = { '=': '', range: '', '<': '< ', '<=': '≤ ', '>': '> ', '>=': '≥ ' }

function softText(modality: string | null, language: Language): string {
  if (modality !== '一般' && modality !== '原则上') return ''
  if (language === 'zh') return `${modality} `
  return modality === '一般' ? 'generally ' : 'in principle '
}

function plain(value: number, unit: string | null): string {
  if (unit === null || unit === '') return FRACTIONS[value.toFixed(3)] ?? percent(value)
  return value >= 10_000 ? value.toLocaleString('en-US') : String(Number(value.toPrecision(6)))
}

const FRACTIONS: Record<string, string> = {
  '0.500': '1/2',
  '0.667': '2/3',
  '0.333': '1/3',
  '0.750': '3/4',
  '0.250': '1/4',
}

function percent(value: number): string {
  return value > 0 && value < 1
    ? `${Number((value * 100).toPrecision(4))}%`
    : String(Number(value.toPrecision(6)))
}

/** An amount of 元 in the largest usual unit: 500000 → 50 万元, in English 500k yuan. */
export function moneyText(value: number, language: Language): string {
  return moneyRange(value, null, language)
}

function moneyRange(value: number, max: number | null, language: Language): string {
  const divisor = moneyDivisor(max ?? value, language)
  const ends = [value, max].filter(end => end !== null).map(end => plain(end / divisor, '元'))
  return ends.join('–') + moneyUnit(divisor, language)
}

function moneyDivisor(value: number, language: Language): number {
  if (language === 'en') return value >= 1e6 ? 1e6 : value >= 1e3 ? 1e3 : 1
  return value >= 1e8 ? 1e8 : value >= 1e4 ? 1e4 : 1
}

function moneyUnit(divisor: number, language: Language): string {
  if (language === 'en') return { 1: ' yuan', 1e3: 'k yuan', 1e6: 'm yuan' }[divisor]!
  return { 1: ' 元', 1e4: ' 万元', 1e8: ' 亿元' }[divisor]!
}

/** How far apart a row's values are; empty where there are not two to compare. */
export function spreadText(spread: number | null, language: Language): string {
  if (spread === null) return ''
  if (spread < 1.001) return language === 'en' ? 'all the same' : '数值一致'
  const times = String(Number(spread.toPrecision(spread < 10 ? 2 : 3)))
  return language === 'en' ? `largest ${times}× smallest` : `最大为最小的 ${times} 倍`
}
