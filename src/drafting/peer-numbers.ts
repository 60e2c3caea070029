import { likeness } from '../diff/likeness.ts'
import { groupBy } from '../group.ts'
import { bareSubject, isReference } from '../insights/subjects.ts'
import { questionsOf, sizeOf } from '../insights/unusual-numbers.ts'
import { documentOf, holds } from '../structure/address.ts'
import type { Bilingual, FamilyProvision, Provision } from '../types.ts'
import type { Asked } from './asking.ts'
import type { DraftDocument } from './check-types.ts'
import type { TopicCoverage } from './coverage.ts'
import { ENOUGH_PEERS, MOST_PEERS_GIVE, SAME_STEP_SUBJECT } from './thresholds.ts'

/** One number of the draft beside those that the peers give on the same question, or one that most peers give and it does not. */
export interface PeerNumber {
  /** Of the draft's unit; empty where the number is missing. */
  address: string
  quote: string
  subject: string
  /** With their sizes, as `value`. */
  peers: { address: string; quote: string; value: number }[]
  /** Sizes of the peers' numbers, in the draft's unit; times a year for frequencies. */
  median: number
  low: number
  high: number
  verdict: 'within' | 'outside' | 'missing'
  /** Size of the draft's own; null where it is missing. */
  value: number | null
  /** What is counted: 元, 日, 次; `per-year` for frequencies. */
  unit: string
}

/**
 * The draft's numbers beside the peers', where at least one peer gives one on the same step; told as outside only beside three peers.
 * Then what at least three peers, and most who have the topic, give and the draft does not. `families` give what peers' numbers belong
 * together.
 */
export function numbersOf(
  draft: DraftDocument,
  peers: DraftDocument[],
  families: FamilyProvision[],
  topics: TopicCoverage[],
  asked: Asked,
): PeerNumber[] {
  const own = draft.provisions.filter(isComparable)
  const byDocument = new Map(
    peers.map(({ regulation, provisions }) => [regulation.id, provisions.filter(isComparable)]),
  )
  const given = own.flatMap(provision => givenNumber(provision, draft, byDocument, asked) ?? [])
  return [...given, ...missingNumbers(own, families, topics, draft.regulation.id)]
}

function isComparable(provision: Provision): boolean {
  return (
    sizeOf({ ...provision, family: null, statement: null }) !== null &&
    !isReference(provision.subject) &&
    provision.measure !== 'other'
  )
}

function size(provision: Provision): number {
  return sizeOf({ ...provision, family: null, statement: null })!
}

function unitOf({ annualized, unit }: Provision): string {
  return annualized ? 'per-year' : (unit ?? '')
}

/** Null where no peer gives such a number, or the draft's is unlike those of too few. */
function givenNumber(
  provision: Provision,
  draft: DraftDocument,
  byDocument: Map<string, Provision[]>,
  { ofDraft }: Asked,
): PeerNumber | null {
  const statement = draft.statements.find(
    ({ address, span }) =>
      address === provision.address && span.start <= provision.span.start && provision.span.start < span.end,
  )
  const answers = statement && ofDraft.get(statement.id)
  if (!answers) return null
  const found = [...answers].flatMap(([peer, { said, places }]) => {
    if (said === 'no') return []
    const near = byDocument
      .get(peer)!
      .filter(each => places.some(({ address }) => holds(address, each.address)))
    return sameStep(provision, near) ?? []
  })
  if (found.length === 0) return null
  const measures = found.map(size).sort((a, b) => a - b)
  const [low, high] = [measures[0]!, measures.at(-1)!]
  const isOutside = size(provision) < low || size(provision) > high
  if (isOutside && found.length < ENOUGH_PEERS) return null
  return {
    address: provision.address,
    quote: provision.quote,
    subject: provision.subject,
    peers: found.map(valued),
    median: medianOf(measures),
    low,
    high,
    verdict: isOutside ? 'outside' : 'within',
    value: size(provision),
    unit: unitOf(provision),
  }
}

function valued(provision: Provision): PeerNumber['peers'][number] {
  return { address: provision.address, quote: provision.quote, value: size(provision) }
}

/** The peer's number of the same kind, on the likest subject, under the same condition. */
function sameStep(provision: Provision, near: Provision[]): Provision | undefined {
  const subject = bareSubject(provision.subject)
  const like = near
    .filter(
      each =>
        each.measure === provision.measure &&
        unitOf(each) === unitOf(provision) &&
        direction(each) === direction(provision) &&
        (each.condition ?? '') === (provision.condition ?? '') &&
        (each.addressee ?? '') === (provision.addressee ?? ''),
    )
    .map(each => ({ each, like: likeness(bareSubject(each.subject), subject) }))
    .filter(({ like }) => like >= SAME_STEP_SUBJECT)
    .sort((a, b) => b.like - a.like)
  // Two numbers on one subject are steps of a ladder: which of them is meant is not known.
  return like.length > 1 && like[1]!.like === like[0]!.like && size(like[1]!.each) !== size(like[0]!.each)
    ? undefined
    : like[0]?.each
}

/** A floor is not compared with a ceiling. */
function direction({ comparator }: Provision): string {
  return comparator === '>' || comparator === '>='
    ? 'floor'
    : comparator === '<' || comparator === '<='
      ? 'ceiling'
      : ''
}

function missingNumbers(
  own: Provision[],
  provisions: FamilyProvision[],
  topics: TopicCoverage[],
  draft: string,
): PeerNumber[] {
  const present = new Map(
    topics.filter(({ state }) => state === 'yes' || state === 'partly').map(each => [each.topic, each]),
  )
  return questionsOf(provisions.filter(({ address }) => documentOf(address) !== draft)).flatMap(question => {
    const first = question[0]!
    const topic = present.get(first.family!)
    const documents = groupBy(question, ({ address }) => documentOf(address))
    if (!topic || first.measure === 'other') return []
    if (documents.size < Math.max(ENOUGH_PEERS, topic.peers.length * MOST_PEERS_GIVE)) return []
    const articles = topic.places.map(({ address }) => address.split('/', 2).join('/'))
    const has = own.some(
      each =>
        each.measure === first.measure &&
        unitOf(each) === unitOf(first) &&
        (articles.some(article => holds(article, each.address)) ||
          likeness(bareSubject(each.subject), bareSubject(first.subject)) >= SAME_STEP_SUBJECT),
    )
    if (has) return []
    const measures = question.map(size).sort((a, b) => a - b)
    const peers = [...documents.values()].map(([one]) => valued(one!))
    return [
      {
        address: '',
        quote: '',
        subject: first.subject,
        peers,
        median: medianOf(measures),
        low: measures[0]!,
        high: measures.at(-1)!,
        verdict: 'missing' as const,
        value: null,
        unit: unitOf(first),
      },
    ]
  })
}

/** A size as it is told, with what is counted: 5万元, 每年24次. */
export function measureText(size: number, unit: string): Bilingual {
  const number = Number(size.toFixed(1))
  if (unit === 'per-year') return { zh: `每年${number}次`, en: `${number} times a year` }
  const [by, word] = unit !== '元' || size < 1e4 ? [1, ''] : size < 1e8 ? [1e4, '万'] : [1e8, '亿']
  const text = `${Number((size / by).toFixed(4))}${word}${unit}`
  return { zh: text, en: text }
}

/** The draft's own number in its words, and where those say it by another span of time also as the peers' are told. */
export function ownText({ quote, value, unit }: Pick<PeerNumber, 'quote' | 'value' | 'unit'>): Bilingual {
  const isOften = unit === 'per-year' && value !== null
  const often = isOften ? measureText(value, unit) : { zh: '', en: '' }
  return isOften ? { zh: `${quote}（${often.zh}）`, en: `${quote} (${often.en})` } : { zh: quote, en: quote }
}

/** What the peers give, from the least to the most. */
export function rangeText({ low, high, unit }: Pick<PeerNumber, 'low' | 'high' | 'unit'>): Bilingual {
  const [from, to] = [measureText(low, unit), measureText(high, unit)]
  return low === high ? from : { zh: `${from.zh}至${to.zh}`, en: `${from.en} to ${to.en}` }
}

function medianOf(sorted: number[]): number {
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
