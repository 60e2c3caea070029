import type { FineGroup } from '../../src/penalties/summary.ts'
import type { SanctionKind } from '../../src/penalty-types.ts'
import type { AddresseeKind, Circumstance, Interval, Stage } from '../../src/provisions/like.ts'
import type { Language } from '../reader/settings.ts'
import { addresseeName, stageWords } from './circumstances.ts'
import { moneyRange, timesNumber } from './words.ts'

/** What penalties say in their own words, in Chinese and English. Words of regulations stay Chinese. */

// In a cell of a wide table there is room for two characters.
const SHORT: Record<AddresseeKind | Stage, Record<Language, string>> = {
  doer: { zh: '', en: '' },
  unit: { zh: '单位', en: 'unit' },
  official: { zh: '责任', en: 'official' },
  none: { zh: '', en: '' },
  persisting: { zh: '不改', en: 'goes on' },
  grave: { zh: '严重', en: 'grave' },
  mild: { zh: '轻微', en: 'slight' },
  other: { zh: '另有', en: 'else' },
}

/** Whom a group of fines is on, and when: 单位、经营者 · 逾期、拒不改正 · 每只. */
export function groupName(
  { addressee, stage, words, per }: Circumstance & { per: string | null },
  language: Language,
): string {
  return [addresseeName(addressee, language), stageWords({ stage, words }, language), per ?? '']
    .filter(Boolean)
    .join(' · ')
}

/** The same in a word or two, for a cell; '' for who does it, at once, unless that must be said too. */
export function groupTag(
  { addressee, stage, per }: Circumstance & { per: string | null },
  language: Language,
  always = false,
): string {
  const parts = [SHORT[addressee][language], SHORT[stage][language], per ?? ''].filter(Boolean)
  return parts.length === 0 && always ? AT_ONCE[language] : parts.join(' ')
}
const AT_ONCE: Record<Language, string> = { zh: '直接', en: 'at once' }

const KINDS: Record<SanctionKind, Record<Language, string>> = {
  fine: { zh: '罚款', en: 'fine' },
  warning: { zh: '警告', en: 'warning' },
  confiscation: { zh: '没收', en: 'confiscation' },
  detention: { zh: '拘留', en: 'detention' },
  'licence-revocation': { zh: '吊销', en: 'licence revoked' },
  'take-away': { zh: '扣留、收缴', en: 'taken away' },
  'order-to-correct': { zh: '责令改正', en: 'order to correct' },
  other: { zh: '依法处理', en: 'as other law says' },
}

/** How a kind of sanction is called. */
export function kindName(kind: SanctionKind, language: Language): string {
  return KINDS[kind][language]
}

/** A fine's ends in full: `200–1000 元`, `≤ 200 元`, `1–3 倍`. */
export function fineText(
  { low, high }: Interval,
  { unit, per }: Pick<FineGroup, 'unit' | 'per'>,
  language: Language,
): string {
  const sign = low === null ? '≤ ' : high === null ? '≥ ' : ''
  const ends = [...new Set([low, high])].filter(end => end !== null)
  if (ends.length === 0) return ANY_SUM[language]
  if (unit === 'times') return `${sign}${ends.join('–')}${timesTail(per, language)}`
  // 1000–3000 yuan is read faster than 1k–3k yuan.
  if (ends.every(end => end < TEN_THOUSAND))
    return `${sign}${ends.join('–')}${language === 'en' ? ' yuan' : ' 元'}`
  return sign + moneyRange(ends[0]!, ends[1] ?? null, language)
}

const TEN_THOUSAND = 10_000
// Of a document that has one fine without a lower end, and one without an upper.
const ANY_SUM: Record<Language, string> = { zh: '上下不限', en: 'any sum' }

function timesTail(per: string | null, language: Language): string {
  if (per?.endsWith('百分数')) return '%'
  return language === 'en' ? '×' : ' 倍'
}

/** The same as short as a cell asks: `200–1000`, `0.1–1万`, `≤200`. */
export function shortFine(
  interval: Interval,
  group: Pick<FineGroup, 'unit' | 'per'>,
  language: Language,
): string {
  const { low, high } = interval
  const inTenThousands = language === 'zh' && group.unit === 'yuan' && (high ?? low ?? 0) >= TEN_THOUSAND
  if (inTenThousands && low !== null && high !== null && low !== high && low >= TEN_THOUSAND / 100)
    return `${low / TEN_THOUSAND}–${high / TEN_THOUSAND}万`
  return fineText(interval, group, language)
    .replace(/ (?:元|yuan)$/, '')
    .replaceAll(' ', '')
    .replaceAll('万元', '万')
    .replaceAll('亿元', '亿')
}

/** How many times the largest end is the smallest; '' where there is nothing to compare. */
export function timesText(spread: number | null, language: Language): string {
  if (spread === null || spread < 1.001) return ''
  return `${timesNumber(spread)}${language === 'en' ? '×' : ' 倍'}`
}
