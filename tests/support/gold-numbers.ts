import { group } from 'd3-array'
import topics from '../../quality/gold/codebook.json' with { type: 'json' }
import gold from '../../quality/gold/provisions.json' with { type: 'json' }
import { documentOf, holds } from '../../src/structure/address.ts'
import type { Codebook, Comparator, Family, FamilyProvision, Measure } from '../../src/types.ts'
import type { Numbers } from '../../web/charts/rows.ts'
import { memberOf } from './members.ts'

/** The gold's numeric provisions and topics as what the numbers view takes: charts are tested without any reader of text. */
export function goldNumbers(): Numbers {
  const records = gold.records as GoldRecord[]
  const families = (topics as unknown as Codebook).topics.map(familyOf)
  return {
    regulations: PLACES.map(place => ({ ...place, complete: true })),
    families,
    provisions: records.map(record => provisionOf(record, families)),
  }
}

const PLACES = [
  { id: 'zhongwei', place: '中卫市' },
  { id: 'shizuishan', place: '石嘴山市' },
  { id: 'pingliang', place: '平凉市' },
  { id: 'shuozhou', place: '朔州市' },
  { id: 'qinzhou', place: '钦州市' },
]

interface GoldRecord {
  city: string
  article: number
  paragraph: number
  item: number | null
  quote: string
  subject: string
  measure: Measure
  comparator: Comparator | null
  value: number | null
  max: number | null
  unit: string | null
  per: string | null
  annualized: number | [number, number] | null
  base: string | null
  modality: string | null
  note: string
}

function familyOf(topic: Codebook['topics'][number]): Family {
  const members = Object.entries(topic.members).flatMap(([id, places]) =>
    places.map(place => memberOf(`${id}/${place.replace('.', '/')}`, 'A')),
  )
  return { id: topic.id, topic: { id: topic.id, zh: topic.zh, en: topic.en }, label: 'curated', members }
}

function provisionOf(record: GoldRecord, families: Family[]): FamilyProvision {
  const { city, article, paragraph, item, annualized: _, ...rest } = record
  const address = [city, article, paragraph, item].filter(part => part !== null).join('/')
  return {
    ...rest,
    address,
    annualized: annualEnds(record),
    family: familyHolding(address, families),
    range: { from: 0, to: record.quote.length },
    span: { start: article * 100, end: article * 100 + record.quote.length },
    subjectFrom: 'clause',
    actor: null,
    rule: 'gold',
    lost: [],
    condition: null,
    addressee: null,
    statement: null,
  } as FamilyProvision
}

function annualEnds({ annualized, comparator }: GoldRecord): FamilyProvision['annualized'] {
  if (annualized === null) return null
  const [low, high] = Array.isArray(annualized) ? annualized : [annualized, annualized]
  return [comparator === '<=' ? null : low, comparator === '>=' ? null : high]
}

/** The smallest family: one whose member is the paragraph itself before one that holds the article. */
function familyHolding(address: string, families: Family[]): string | null {
  const holding = families.flatMap(family =>
    family.members
      .filter(member => holds(member.address, address))
      .map(member => ({
        id: family.id,
        depth: member.address.split('/').length,
        size: family.members.filter(m => documentOf(m.address) !== '').length,
      })),
  )
  holding.sort((a, b) => b.depth - a.depth || b.size - a.size)
  return holding[0]?.id ?? null
}

/** Many documents made from the gold with a fixed seed: each takes over a provision of some city, doubled, halved or as it is. */
export function manyNumbers(count: number): Numbers {
  const { provisions, families } = goldNumbers()
  const random = seeded(7)
  const pick = <Each>(list: Each[]): Each => list[Math.floor(random() * list.length)]!
  const regulations = Array.from({ length: count }, (_, index) => ({
    id: `d${index}`,
    place: `第${index + 1}市`,
    complete: true,
  }))
  const byFamily = group(
    provisions.filter(each => each.family !== null),
    each => `${each.family}:${each.measure}`,
  )
  const made = regulations.flatMap(({ id }) =>
    [...byFamily.values()]
      .filter(() => random() < 0.7)
      .map(each => moved(pick(each), id, pick([0.5, 1, 1, 1, 1, 2]))),
  )
  const widened = families.map(family => ({
    ...family,
    members: regulations
      .filter(() => random() < 0.9)
      .map(({ id }) => ({ ...family.members[0]!, address: `${id}/1` })),
  }))
  return { regulations, families: widened, provisions: made }
}

function moved(provision: FamilyProvision, id: string, factor: number): FamilyProvision {
  const times = (value: number | null) => (value === null ? null : value * factor)
  const annualized = provision.annualized?.map(times) as FamilyProvision['annualized'] | undefined
  const address = provision.address.replace(/^[^/]+/, id)
  return {
    ...provision,
    address,
    value: times(provision.value),
    max: times(provision.max),
    annualized: annualized ?? null,
  }
}

/** Numbers in [0, 1) that are the same in every run (a linear congruential generator). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32
    return state / 2 ** 32
  }
}
