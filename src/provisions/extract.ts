import { groupBy } from '../group.ts'
import { spanOf } from '../text/passage.ts'
import type { Annex, Article, Passage, Provision, Range, Regulation } from '../types.ts'
import { actorOf, addresseeOf, conditionOf } from './circumstances.ts'
import { modalityOf, modalReach } from './modality.ts'
import { annualize, perYear } from './period.ts'
import { type Place, placeOf } from './place.ts'
import { type Quantity, quantitiesOf } from './quantity.ts'
import { isSlogan, type Reading } from './readings.ts'
import { type PatternRule, type QuantityRule, RULES, type Rule } from './rules.ts'
import type { Setting } from './subject/setting.ts'
import { subjectOf } from './subject/subject.ts'
import { inTable, leadOfColumn, type TableCell, tableCellsOf } from './table-cells.ts'
import { EARLIER_LOOKED_AT, LEAD_IN_KEPT, OPENING_LOOKED_AT } from './thresholds.ts'

/**
 * Every numeric provision of a regulation, in the order of the text: what carries a number, a frequency or a bound, with
 * its meaning. Offsets are the unit's passage (range) and the source (span); texts are folded. Never throws on any text.
 */
export function provisionsOf(regulation: Regulation): Provision[] {
  const headings = new Map(regulation.divisions.map(division => [division.address, division.heading]))
  const inText = regulation.articles.flatMap(article =>
    articleProvisions(article, headings.get(article.division ?? '') ?? ''),
  )
  return [...inText, ...regulation.annexes.flatMap(annexProvisions)]
}

/** Of an annex: what its paragraphs say, the cells of its tables with the words of their rows, and its own articles. */
function annexProvisions({ divisions, articles, paragraphs }: Annex): Provision[] {
  const headings = new Map(divisions.map(division => [division.address, division.heading]))
  const prose = articleProvisions({ paragraphs: paragraphs.filter(({ row }) => !row) }, '')
  const inRows = tableCellsOf(paragraphs).flatMap(each =>
    unitProvisions(cellUnit(each), { article: '', heading: '' }).map(found => inTable(found, each)),
  )
  const loose = [...prose, ...inRows].sort((a, b) => a.span.start - b.span.start)
  const inRules = articles.flatMap(article =>
    articleProvisions(article, headings.get(article.division ?? '') ?? ''),
  )
  return [...withAlike(loose), ...inRules]
}

function cellUnit({ cell: { address, passage }, head }: TableCell): SearchedUnit {
  return { address, passage, lead: head, items: [], column: leadOfColumn(head) }
}

function articleProvisions(article: Pick<Article, 'paragraphs' | 'heading'>, heading: string): Provision[] {
  const about = {
    article: article.paragraphs[0]?.passage.text.slice(0, OPENING_LOOKED_AT) ?? '',
    heading: article.heading ?? heading,
  }
  return withAlike(textsOf(article).flatMap(unit => unitProvisions(unit, about)))
}

// Two numbers of one article on the same subject that neither condition nor addressee tells apart: a reader is told.
function withAlike(provisions: Provision[]): Provision[] {
  const groups = groupBy(provisions.filter(isNumbered), likeness)
  const alike = new Set(
    [...groups.values()].flatMap(group => group.filter(one => group.some(other => isApart(one, other)))),
  )
  return provisions.map(provision =>
    alike.has(provision)
      ? { ...provision, note: [provision.note, ALIKE].filter(Boolean).join('；') }
      : provision,
  )
}
const ALIKE = '本条另有同对象、同条件之数'

// 每年3月、9月 are two numbers of one quote, and no two rules.
function isApart(one: Provision, other: Provision): boolean {
  if (one === other || one.address !== other.address) return one !== other
  const between = Math.max(one.range.from - other.range.to, other.range.from - one.range.to)
  return between >= (/^time-of/.test(one.measure) ? LISTED : 0)
}
const LISTED = 3 // 8时至10时、14时至16时 are one rule

// Of thresholds the sum itself is the condition.
function isNumbered({ measure, value }: Provision): boolean {
  return value !== null && measure !== 'amount-threshold'
}

function likeness(provision: Provision): string {
  const { measure, subject, condition, addressee, unit, per, comparator, actor } = provision
  const side = /^[<>]/.exec(comparator ?? '')?.[0] ?? '' // 不少于三人，不超过五人 are two ends
  const decider = /^fine/.test(measure) ? null : actor // sizes that different bodies decide about are steps
  return JSON.stringify([measure, subject, condition, addressee, unit, per, side, decider])
}

/** A unit that has a passage of its own, the words that introduce it, and the items that it introduces. */
interface SearchedUnit {
  address: string
  passage: Passage
  lead: string
  items: string[]
  /** Of a cell: what the rules take for its lead. */
  column?: string
}

function textsOf(article: Pick<Article, 'paragraphs'>): SearchedUnit[] {
  return article.paragraphs.flatMap(paragraph => [
    { address: paragraph.address, passage: paragraph.passage, lead: '', items: paragraph.items.map(textOf) },
    ...paragraph.items.flatMap(item => [
      {
        address: item.address,
        passage: item.passage,
        lead: shortened(paragraph.passage.text),
        items: item.subitems.map(textOf),
      },
      ...item.subitems.map(sub => ({
        address: sub.address,
        passage: sub.passage,
        lead: shortened(item.passage.text),
        items: [],
      })),
    ]),
  ])
}

const textOf = ({ passage }: { passage: Passage }): string => passage.text

// What introduces items names its subject at the beginning and, at the end, what follows.
function shortened(lead: string): string {
  return lead.length > 2 * LEAD_IN_KEPT ? lead.slice(0, LEAD_IN_KEPT) + lead.slice(-LEAD_IN_KEPT) : lead
}

function unitProvisions(
  { address, passage, lead, items, column = lead }: SearchedUnit,
  about: Pick<Setting, 'article' | 'heading'>,
): Provision[] {
  let previous: string | null = null
  return readUnit(passage.text, column).map(found => {
    const provision = provisionOf(found, address, passage, { lead, items, previous, ...about })
    if (provision.measure === 'amount-threshold') previous = provision.subject
    return provision
  })
}

/** What a rule read at a place, before its subject is known. */
export interface Found {
  rule: Rule
  /** Words that no other provision may use. */
  claims: Range[]
  quote: Range
  place: Place
  quantity: Quantity | null
  reading: Reading
  lost: string[]
}

/** What the rules read in one unit's clean text, overlaps settled: the earlier rule wins, the others are named in `lost`. */
export function readUnit(text: string, lead = ''): Found[] {
  const settled: Found[] = []
  const owners = new Map<number, Found>() // by claimed character
  const candidates = candidatesOf(text, lead)
  for (const candidate of candidates.sort((a, b) => RULES.indexOf(a.rule) - RULES.indexOf(b.rule))) {
    const winner = charactersOf(candidate.claims)
      .map(at => owners.get(at))
      .find(owner => owner !== undefined)
    if (!winner) settled.push(claim(candidate, owners))
    else if (!winner.lost.includes(candidate.rule.name) && winner.rule !== candidate.rule)
      winner.lost.push(candidate.rule.name)
  }
  return settled.sort((a, b) => a.quote.from - b.quote.from)
}

function claim(found: Found, owners: Map<number, Found>): Found {
  for (const at of charactersOf(found.claims)) owners.set(at, found)
  return found
}

function charactersOf(ranges: Range[]): number[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))
}

function candidatesOf(text: string, lead: string): Found[] {
  const quantities = quantitiesOf(text)
  const places = quantities.map(quantity => placeOf(text, quantity, lead))
  return RULES.flatMap(rule =>
    'pattern' in rule
      ? patternCandidates(rule, text, lead)
      : quantities.flatMap((quantity, index) => quantityCandidate(rule, quantity, places[index]!) ?? []),
  )
}

function quantityCandidate(rule: QuantityRule, quantity: Quantity, place: Place): Found | null {
  if (!rule.kinds.includes(quantity.kind)) return null
  if (rule.comparators && !rule.comparators.includes(quantity.comparator)) return null
  if (/每$/.test(place.before)) return null // 每十平方公里 is what something is counted per
  const before = rule.before ? rule.before.exec(place.before) : NO_WORDS
  const after = rule.after ? rule.after.exec(place.after) : NO_WORDS
  if (!before || !after || isSlogan(quantity, place)) return null
  const reading = rule.read ? rule.read(quantity, place) : {}
  if (!reading) return null
  const reach = reading.reach ?? [0, 0]
  const quote = {
    from: place.from - Math.max(before[0]!.length, reach[0]),
    to: place.to + Math.max(after[0]!.length, reach[1]),
  }
  return foundAt(rule, quantity, quantity.core, place, quote, reading)
}
const NO_WORDS = ['']

function patternCandidates(rule: PatternRule, text: string, lead: string): Found[] {
  return [...text.matchAll(rule.pattern)].flatMap(match => {
    const range = { from: match.index, to: match.index + match[0].length }
    const place = placeOf(text, range, lead)
    const reading = rule.read(match, place)
    if (!reading) return []
    const [before, after] = reading.reach ?? [0, 0]
    return [foundAt(rule, null, range, place, { from: range.from - before, to: range.to + after }, reading)]
  })
}

function foundAt(
  rule: Rule,
  quantity: Quantity | null,
  core: Range,
  place: Place,
  quote: Range,
  reading: Reading,
): Found {
  const sentence = place.from - place.before.length
  const modal = modalReach(
    place.text.slice(sentence, quote.from),
    place.text.slice(quote.from, quote.from + 4),
  )
  const period = reading.period && {
    from: sentence + reading.period.from,
    to: sentence + reading.period.from + reading.period.per.length,
  }
  return {
    rule,
    claims: period && period.to <= core.from ? [core, period] : [core],
    quote: { from: quote.from - modal, to: quote.to },
    place,
    quantity,
    reading,
    lost: [],
  }
}

function provisionOf(
  { rule, quote, place, quantity, reading, lost }: Found,
  address: string,
  passage: Passage,
  about: Pick<Setting, 'lead' | 'items' | 'article' | 'heading' | 'previous'>,
): Provision {
  const { text } = passage
  const measure = reading.measure ?? rule.measure
  const given = <K extends keyof Reading, T>(key: K, otherwise: T) =>
    key in reading ? (reading[key] as NonNullable<Reading[K]> | null) : otherwise
  const comparator = given('comparator', quantity?.comparator ?? null) as Provision['comparator']
  const value = given('value', quantity?.value ?? null) as number | null
  const max = given('max', quantity?.max ?? null) as number | null
  const per = reading.per ?? null
  const setting = settingOf(text, place, quote, about)
  return {
    address,
    range: quote,
    span: spanOf(passage, quote),
    quote: text.slice(quote.from, quote.to),
    ...subjectOf(measure, setting),
    ...(ACTED.has(measure) ? actorOf(measure, setting) : { actor: null }),
    measure,
    comparator,
    value,
    max,
    unit: given('unit', quantity?.unit || null) as string | null,
    per,
    annualized: /frequency$/.test(measure) && per ? annualize(comparator, value, max, perYear(per)) : null,
    base: reading.base ?? null,
    modality: modalityOf(text, quote),
    rule: rule.name,
    lost,
    note: noteOf(quantity, reading),
    condition: conditionOf(measure, setting.ahead, setting.quote),
    addressee: addresseeOf(setting.before, setting.earlier),
  }
}

// Measures whose sums or sizes decide who acts.
const ACTED = new Set<string>([
  'amount-threshold',
  'fine',
  'fine-multiple',
  'area',
  'count',
  'count-cap',
  'length',
])

function settingOf(
  text: string,
  place: Place,
  quote: Range,
  about: Pick<Setting, 'lead' | 'items' | 'article' | 'heading' | 'previous'>,
): Setting {
  const start = place.from - place.before.length
  return {
    ahead: text.slice(start, quote.from),
    before: place.before,
    after: place.after,
    quote: text.slice(quote.from, quote.to),
    beyond: text.slice(quote.to, Math.max(quote.to, place.to + place.after.length)),
    opening: text.slice(0, Math.min(start, OPENING_LOOKED_AT)),
    earlier: text.slice(Math.max(0, start - EARLIER_LOOKED_AT), start),
    ...about,
    article: text.startsWith(about.article) ? '' : about.article, // its own sentence is no topic above it
  }
}

function noteOf(quantity: Quantity | null, reading: Reading): string {
  const open =
    quantity?.comparator === 'range' && quantity.open.some(Boolean)
      ? `区间 ${quantity.open[0] ? '(' : '['}${quantity.value}, ${quantity.max}${quantity.open[1] ? ')' : ']'}`
      : ''
  const vague = quantity?.vague ? '约数' : ''
  return [reading.note, quantity?.contradiction, open, vague].filter(Boolean).join('；')
}
