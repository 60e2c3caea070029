import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { provisionsOf, readUnit } from '../../src/provisions/extract.ts'
import { quantitiesOf } from '../../src/provisions/quantity.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { fold } from '../../src/text/fold.ts'
import type { Regulation } from '../../src/types.ts'
import { padded } from '../print/terminal.ts'
import { type GoldProvision, scoreProvisions } from '../quality/score-provisions.ts'

/** A unit's clean text and where it stands. */
interface UnitQuotes {
  address: string
  text: string
}

/** Something a recognizer says stands in a text; `end` is the last character's offset. */
interface Recognized {
  start: number
  end: number
  typeName: string
  resolution: { value?: string; unit?: string; values?: { timex: string; value?: string }[] } | null
}

type Recognize = (text: string) => Recognized[]

const SEEDS = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']

/**
 * Quantities and rules against Microsoft's Recognizers-Text (number, percentage, currency, dimension, age and date models
 * for zh-cn) on the clean text of the five regulations, in one run: characters a second as a ratio, and beside it what
 * each gets right of the gold's records. One line per figure.
 */
export function benchProvisions(): string[] {
  const documents = SEEDS.map(readSeed)
  const units = documents.flatMap(({ regulation }) => unitsOf(regulation))
  const gold: GoldProvision[] = JSON.parse(readFileSync('quality/gold/provisions.json', 'utf8')).records
  const recognize = recognizers()
  const characters = units.reduce((sum, { text }) => sum + text.length, 0)
  const speeds = [
    ['quantities', speedOf(units, text => quantitiesOf(text))],
    ['quantities and rules', speedOf(units, text => readUnit(text))],
    ['Recognizers-Text, six models', speedOf(units, recognize)],
  ] as const
  const theirs = speeds[2][1]
  return [
    `${characters} characters in ${units.length} units`,
    ...speeds.map(
      ([name, speed]) =>
        `${padded(name, 30)} ${Math.round(speed).toLocaleString('en')} characters/s, ${(speed / theirs).toFixed(1)} ×`,
    ),
    ...correctness(documents, units, gold, recognize),
  ]
}

function readSeed(id: string): { text: string; regulation: Regulation } {
  const text = readFileSync(`corpus/raw/${id}.txt`, 'utf8')
  return { text, regulation: structureOf({ id, place: id, file: '', text }) }
}

function unitsOf({ articles }: Regulation): UnitQuotes[] {
  const paragraphs = articles.flatMap(article => article.paragraphs)
  return paragraphs
    .flatMap(paragraph => [paragraph, ...paragraph.items.flatMap(item => [item, ...item.subitems])])
    .map(({ address, passage }) => ({ address, text: passage.text }))
    .filter(({ text }) => text !== '')
}

/** The six models, asked one after the other as an application would. */
function recognizers(): Recognize {
  const require = createRequire(import.meta.url)
  const number = require('@microsoft/recognizers-text-number')
  const unit = require('@microsoft/recognizers-text-number-with-unit')
  const date = require('@microsoft/recognizers-text-date-time')
  const models: ((text: string, culture: string) => Recognized[])[] = [
    number.recognizeNumber,
    number.recognizePercentage,
    unit.recognizeCurrency,
    unit.recognizeDimension,
    unit.recognizeAge,
    date.recognizeDateTime,
  ]
  return text => models.flatMap(model => model(text, 'zh-cn'))
}

/** Characters a second over all units, the best of three passes after one to warm up. */
function speedOf(units: UnitQuotes[], read: (text: string) => unknown): number {
  const characters = units.reduce((sum, { text }) => sum + text.length, 0)
  const pass = () => {
    const start = performance.now()
    for (const { text } of units) read(text)
    return (performance.now() - start) / 1000
  }
  pass()
  return characters / Math.min(pass(), pass(), pass())
}

function correctness(
  documents: ReturnType<typeof readSeed>[],
  units: UnitQuotes[],
  gold: GoldProvision[],
  recognize: Recognize,
): string[] {
  const texts = new Map(documents.map(({ text, regulation }) => [regulation.id, text]))
  const provisions = documents.flatMap(({ regulation }) => provisionsOf(regulation))
  const quoteOf = (one: (typeof provisions)[number]) =>
    texts.get(one.address.split('/')[0]!)!.slice(one.span.start, one.span.end).replace(/\s+/g, '')
  const ours = scoreProvisions(provisions, quoteOf, gold)
  const spans = units.flatMap(({ address, text }) => recognize(text).map(found => ({ address, text, found })))
  const numbers = spans.filter(({ found }) => /number|percentage/.test(found.typeName))
  const numbered = gold.filter(record => record.value !== null)
  const judged = numbered.map(record => judge(record, spans))
  const count = (field: keyof Judgement) => judged.filter(one => one[field]).length
  return [
    `records with value, comparator, unit and period right: ours ${ours.right} of ${ours.gold} (${ours.predicted} predicted), ` +
      `Recognizers-Text ${count('all')} of ${numbered.length} with a number (value ${count('value')}, unit ${count('unit')}, period ${count('per')}; it has no comparator)`,
    `number spans that belong to a provision at all: Recognizers-Text ${numbers.filter(span => inGold(span, gold)).length} of ${numbers.length}`,
  ]
}

interface Judgement {
  value: boolean
  unit: boolean
  per: boolean
  all: boolean
}

type Found = { address: string; text: string; found: Recognized }

/** What the recognizers give for one record, read with good will: any of their spans inside the quote may supply a field. */
function judge(record: GoldProvision, spans: Found[]): Judgement {
  const inside = spans.filter(span => overlapsQuote(span, record))
  const said = inside.flatMap(({ found }) => saidBy(found))
  const value = said.some(one => one.value !== null && Math.abs(one.value - record.value!) < 0.006)
  const unit =
    record.unit === null || said.some(one => one.unit !== null && UNITS[record.unit!]?.test(one.unit))
  const per =
    record.per === null || said.some(one => one.period !== null && PERIODS[record.per!] === one.period)
  const bounds = record.comparator === '=' // a plain number is all they say
  return { value, unit, per, all: value && unit && per && bounds }
}

const UNITS: Record<string, RegExp> = {
  元: /yuan/i,
  天: /^P.*D$/,
  日: /^P.*D$/,
  小时: /H$/,
  工作日: /^P.*BD$/,
  人: /person/i,
}
const PERIODS: Record<string, string> = { 年: 'P1Y', 月: 'P1M', 半年: 'P0.5Y', 两个月: 'P2M' }

function saidBy({
  resolution,
}: Recognized): { value: number | null; unit: string | null; period: string | null }[] {
  const timex = (resolution?.values ?? []).map(({ timex }) => ({
    value: Number(/[\d.]+/.exec(timex)?.[0] ?? Number.NaN) || null,
    unit: timex,
    period: timex,
  }))
  const value = Number.parseFloat(resolution?.value ?? '')
  return [
    ...timex,
    { value: Number.isNaN(value) ? null : value, unit: resolution?.unit ?? null, period: null },
  ]
}

function overlapsQuote({ address, text, found }: Found, record: GoldProvision): boolean {
  if (address.split('/', 2).join('/') !== `${record.city}/${record.article}`) return false
  const quote = fold(record.quote) // the clean text is folded
  const at = text.indexOf(quote)
  return at >= 0 && found.start < at + quote.length && at <= found.end
}

function inGold(span: Found, gold: GoldProvision[]): boolean {
  return gold.some(record => overlapsQuote(span, record))
}
