import { UNITS_EN } from '../../src/provisions/unit-words.ts'
import type { Comparator, FamilyProvision } from '../../src/types.ts'
import type { Language } from '../reader/settings.ts'
import type { Word } from './marks.ts'
import type { Row, State } from './rows.ts'

/** What the numbers view says in its own words, in Chinese and English. Texts of regulations stay Chinese. */

const STATE_NAMES: Record<State, Record<Language, string>> = {
  value: { zh: '有数值', en: 'a number' },
  unnumbered: { zh: '有条文，无此类数值', en: 'a text on it, no such number' },
  absent: { zh: '未见规定', en: 'none found' },
  unknown: { zh: '文本不全', en: 'text cut off' },
}

// A row that is a subject knows only its own words: other words for the same may have a number on another row.
const NOT_SAID: Record<Language, string> = { zh: '此说法下未见数值', en: 'no number in these words' }

/** What a state of a cell means on a row. */
export function stateName(state: State, { subjects }: Pick<Row, 'subjects'>, language: Language): string {
  return state === 'absent' && subjects ? NOT_SAID[language] : STATE_NAMES[state][language]
}

/** Said of a value that differs from what most documents say. */
export const UNUSUAL: Record<Language, string> = { zh: '与多数不同', en: 'unlike most' }

/** Said above the rows of a chart that have no number. */
export const WORDS_ONLY: Record<Language, string> = {
  zh: '只有定期、及时等，没有数值',
  en: 'Only in words (regularly and the like), without a number',
}

/** The words that stand where a number could. */
export const WORD_NAMES: Record<Word, Record<Language, string>> = {
  定期: { zh: '定期', en: 'regularly' },
  不定期: { zh: '不定期', en: 'irregularly' },
  随时: { zh: '随时', en: 'any time' },
  其他: { zh: '其他', en: 'in words' },
}

/** What a share is of. */
const BASES_EN: Record<string, string> = {
  组成人员: 'all members',
  党组成员: 'party group members',
  全体成员: 'all members',
  到会人员: 'those present',
  赔偿费: 'the damages',
  广告数量: 'advertisements',
}

/** One of what is counted, or of what something is counted by. */
const ONE_EN: Record<string, string> = {
  工作日: 'working day',
  小时: 'hour',
  分钟: 'minute',
  个月: 'month',
  名: 'person',
  位: 'person',
  个: 'item',
  项: 'item',
  种: 'kind',
  事: 'matter',
  份: 'copy',
  字: 'character',
  会议: 'meeting',
  常务会议: 'standing meeting',
  请示: 'request',
  部门: 'department',
  次: 'time',
  只: 'animal',
  条: 'animal',
  株: 'tree',
  棵: 'tree',
  户: 'household',
  人: 'person',
  件: 'piece',
  处: 'place',
  平方米: 'm²',
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
export function unitWord(unit: string, language: Language): string {
  if (language === 'zh') return unit
  const [counted = '', ...per] = unit.split('/')
  return UNITS_EN[unit] ?? [UNITS_EN[counted] ?? counted, ...per.map(singular)].join(' per ')
}

function singular(unit: string): string {
  return ONE_EN[unit] ?? UNITS_EN[unit] ?? unit
}

/** The value without its 一般 or 原则上, for where its mark is hollow and room is short. */
export function plainValueText(provision: FamilyProvision, language: Language): string {
  return valueText({ ...provision, modality: null }, language)
}

/** The provision's value in short: `一般 2–3 次/月`, `≤ 7 工作日`, `≥ 100 万元`, `≥ 1/2 组成人员`; the words of the text where there is no number. */
export function valueText(provision: FamilyProvision, language: Language): string {
  const { value, max, unit, modality, comparator, measure } = provision
  if (value === null) return wordText(provision.quote, language)
  const sign = `${softText(modality, language)}${SIGNS[comparator ?? '=']}`
  if (unit === '元') return sign + moneyRange(value, max, language) + perText(provision.per, language)
  if (measure === 'time-of-day') return sign + clockText(value, max, language)
  const ends = [value, max].filter(end => end !== null).map(end => plain(end, unit))
  if (measure === 'time-of-year' && unit === '月' && language === 'en') return sign + monthsText(value, max)
  const tail = measure === 'time-of-year' ? ` ${unit}` : unitTail(provision, language)
  return `${sign}${ends.join('–')}${tail}`
}

/** To whom a number applies and when only, in the document's words: what tells it from another like it; '' for always. */
export function circumstanceText({
  addressee,
  condition,
}: Pick<FamilyProvision, 'addressee' | 'condition'>): string {
  return [addressee, condition].filter(Boolean).join(' · ')
}

/** What a number is about, with to whom and when it applies: 高空抛物（单位 · 情节严重）. */
export function aboutText(provision: FamilyProvision): string {
  const circumstance = circumstanceText(provision)
  return circumstance === '' ? provision.subject : `${provision.subject}（${circumstance}）`
}

function wordText(quote: string, language: Language): string {
  const word = quote.match(/不定期|定期|随时/)?.[0] as Word | undefined
  return word ? WORD_NAMES[word][language] : quote
}

/** Hours as the clock shows them; an end before its beginning is on the next day: 22:00–次日 6:00. */
function clockText(value: number, max: number | null, language: Language): string {
  const time = (hours: number) =>
    `${Math.floor(hours)}:${String(Math.round((hours % 1) * 60)).padStart(2, '0')}`
  if (max === null) return time(value)
  const next = max > value ? '' : language === 'en' ? 'next day ' : '次日 '
  return `${time(value)}–${next}${time(max)}`
}

function countedName(unit: string, one: boolean): string {
  if (unit === '次') return '×'
  return one ? singular(unit) : unitWord(unit, 'en')
}

function monthsText(value: number, max: number | null): string {
  const names = [value, max].filter(each => each !== null).map(each => MONTHS[each - 1] ?? String(each))
  return names.join('–')
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

function unitTail({ unit, per, base, value, max }: FamilyProvision, language: Language): string {
  const name = language === 'en' ? countedName(unit ?? '', value === 1 && max === null) : (unit ?? '')
  const joined = /^[%×]?$/.test(name) ? name : ` ${name}`
  const whole = base === null ? '' : language === 'en' ? ` of ${BASES_EN[base] ?? base}` : ` ${base}`
  return joined + perText(per, language) + whole
}

function perText(per: string | null, language: Language): string {
  if (per === null) return ''
  return language === 'zh' ? `/${per}` : ` per ${singular(per)}`
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

/** 2000 元–1 万元 when the ends ask for different units, else 50–100 万元. */
export function moneyRange(value: number, max: number | null, language: Language): string {
  const tail = language === 'en' ? ' yuan' : ''
  if (max === null) return moneyEnd(value, language) + tail
  const same = value === 0 || moneyScale(value, language).name === moneyScale(max, language).name
  const low = same ? plain(value / moneyScale(max, language).divisor, '元') : moneyEnd(value, language)
  return `${low}–${moneyEnd(max, language)}${tail}`
}

function moneyEnd(value: number, language: Language): string {
  const { divisor, name } = moneyScale(value, language)
  return plain(value / divisor, '元') + name
}

function moneyScale(value: number, language: Language): { divisor: number; name: string } {
  return MONEY[language].find(({ divisor }) => value >= divisor) ?? MONEY[language].at(-1)!
}

const MONEY = {
  zh: [
    { divisor: 1e8, name: ' 亿元' },
    { divisor: 1e4, name: ' 万元' },
    { divisor: 1, name: ' 元' },
  ],
  en: [
    { divisor: 1e6, name: 'm' },
    { divisor: 1e3, name: 'k' },
    { divisor: 1, name: '' },
  ],
}

/** How far apart a row's values are; empty where there are not two to compare. */
export function spreadText(spread: number | null, language: Language): string {
  if (spread === null) return ''
  if (spread < 1.001) return language === 'en' ? 'all the same' : '数值一致'
  const times = timesNumber(spread)
  return language === 'en' ? `largest ${times}× smallest` : `最大为最小的 ${times} 倍`
}

/** How many times, in as many digits as say something. */
export function timesNumber(spread: number): string {
  return String(Number(spread.toPrecision(spread < 10 ? 2 : 3)))
}
