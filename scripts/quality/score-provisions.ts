import { documentOf } from '../../src/structure/address.ts'
import type { Provision } from '../../src/types.ts'
import { dense, overlaps } from './scores.ts'

/** A record of gold/provisions.json, as far as it is scored. */
export interface GoldProvision {
  city: string
  article: number | string
  paragraph?: number
  quote: string
  subject: string
  measure: string
  comparator: string | null
  value: number | null
  max: number | null
  unit: string | null
  per: string | null
}

export interface ProvisionScore {
  gold: number
  predicted: number
  /** Gold records that some provision of the same article overlaps. */
  found: number
  /** Of those, the ones whose comparator, value, max, unit, per and measure all agree. */
  right: number
  /** Of the found, the ones whose subject has the gold's head noun. */
  subjectRight: number
  precision: number
  recall: number
  f1: number
  /** One line each: what was missed, read wrongly, or predicted beside the gold. */
  misses: string[]
}

/**
 * Scores provisions against gold records by the rules of gold/README.md: a prediction matches a record of the same article whose
 * quote overlaps (`quoteOf` gives the source's characters without white space), each prediction used once.
 */
export function scoreProvisions(
  provisions: Provision[],
  quoteOf: (provision: Provision) => string,
  gold: GoldProvision[],
): ProvisionScore {
  const documents = new Set(gold.map(record => record.city))
  const rest = new Set(provisions.filter(provision => documents.has(documentOf(provision.address))))
  const predicted = rest.size
  const pairs = gold.map(record => pairOf(record, [...rest], quoteOf, provision => rest.delete(provision)))
  const found = pairs.filter(pair => pair.provision !== null)
  const right = found.filter(pair => pair.wrong.length === 0)
  const subjects = found.filter(pair => sameHead(pair.record.subject, pair.provision!.subject))
  const precision = predicted ? right.length / predicted : 0
  const recall = gold.length ? right.length / gold.length : 0
  return {
    gold: gold.length,
    predicted,
    found: found.length,
    right: right.length,
    subjectRight: subjects.length,
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
    misses: [
      ...pairs
        .filter(pair => pair.provision === null)
        .map(({ record }) => `missed ${placeOf(record)} ${record.quote}`),
      ...found.filter(pair => pair.wrong.length > 0).map(wrongLine),
      ...[...rest].map(one => `extra ${one.address} ${quoteOf(one)} (${one.rule})`),
      ...found.filter(pair => !subjects.includes(pair)).map(subjectLine),
    ],
  }
}

interface ScoredPair {
  record: GoldProvision
  provision: Provision | null
  /** Names of the fields that disagree. */
  wrong: string[]
}

function pairOf(
  record: GoldProvision,
  candidates: Provision[],
  quoteOf: (provision: Provision) => string,
  take: (provision: Provision) => void,
): ScoredPair {
  const overlapping = candidates
    .filter(one => one.address.split('/', 2).join('/') === `${record.city}/${record.article}`)
    .filter(one => overlaps(dense(record.quote), dense(quoteOf(one))))
    .map(provision => ({ record, provision, wrong: wrongFields(record, provision) }))
  const best = overlapping.reduce<ScoredPair | null>(
    (a, b) => (a && a.wrong.length <= b.wrong.length ? a : b),
    null,
  )
  if (best?.provision) take(best.provision)
  return best ?? { record, provision: null, wrong: [] }
}

function wrongFields(record: GoldProvision, one: Provision): string[] {
  const same = {
    value: close(record.value, one.value),
    max: close(record.max, one.max),
    comparator: record.value === null || record.comparator === one.comparator,
    unit: record.unit === null || unitOf(record.unit) === unitOf(one.unit),
    per: perOf(record.per) === perOf(one.per),
    measure: record.measure === one.measure,
  }
  return Object.entries(same).flatMap(([field, agrees]) => (agrees ? [] : [field]))
}

function close(a: number | null, b: number | null): boolean {
  return a === b || (a !== null && b !== null && Math.abs(a - b) < ROUNDING)
}

// The gold writes 0.67 for two thirds, provisions 0.6667.
const ROUNDING = 0.006

// Ways of writing the same unit or period, as score.py of the gold takes them.
const UNITS: Record<string, string> = { 天: '日', 名: '位', 个工作日: '工作日', 个月: '月' }
const PERIODS: Record<string, string> = { 季度: '季', '2个月': '两个月', 二个月: '两个月' }

function unitOf(unit: string | null): string | null {
  return unit === null ? null : (UNITS[unit] ?? unit)
}

function perOf(per: string | null): string | null {
  return per === null || per === '' ? null : (PERIODS[per] ?? per)
}

/**
 * Whether two subjects have the same head noun: they end in the same word of two characters or more once parentheses are
 * dropped; for an act and its object also in the other order (目录公布, 公布目录).
 */
export function sameHead(gold: string, predicted: string): boolean {
  const [a, b] = [withoutParentheses(gold), withoutParentheses(predicted)]
  if (a === '' || b === '') return false
  const [headA, headB] = [a.slice(-HEAD_NOUN), b.slice(-HEAD_NOUN)]
  if (headA === headB) return true
  return lastPhrase(b).includes(headA) && lastPhrase(a).includes(headB)
}

// Characters of a head noun, and of the last phrase of a subject, in which it may also stand.
const HEAD_NOUN = 2
const LAST_PHRASE = 16

function withoutParentheses(subject: string): string {
  return subject.replace(/（[^）]*）/g, '').replace(/[，。；、]+$/, '')
}

function lastPhrase(subject: string): string {
  return subject.slice(-LAST_PHRASE)
}

function placeOf(record: GoldProvision): string {
  return `${record.city}/${record.article}${record.paragraph ? `/${record.paragraph}` : ''}`
}

function wrongLine({ record, provision, wrong }: ScoredPair): string {
  const fields = wrong.map(field => {
    const key = field as 'measure' | 'comparator' | 'value' | 'max' | 'unit' | 'per'
    return `${key} ${provision![key]} for ${record[key]}`
  })
  return `wrong ${placeOf(record)} ${record.quote}: ${fields.join(', ')} (${provision!.rule})`
}

function subjectLine({ record, provision }: ScoredPair): string {
  return `subject ${placeOf(record)} ${record.quote}: ${provision!.subject} for ${record.subject}`
}
