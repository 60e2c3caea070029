import { articleAddressOf } from '../../structure/address.ts'
import type { Family, Topic } from '../../types.ts'
import type { Labeller } from '../topics/topics.ts'
import type { Row } from './rows.ts'

/** What rows need to know of an address. */
export interface Texts {
  /** Clean text of an article or paragraph. */
  text(address: string): string
  /** Paragraph addresses of an article, in order. */
  paragraphs(article: string): string[]
}

/**
 * Rows as families, in the order of their first member; members in the order of `articles`. An article that stands in a
 * row as a whole does not stand in it with a paragraph too.
 */
export function familiesOf(rows: Row[], articles: string[], texts: Texts, label: Labeller): Family[] {
  const order = new Map(articles.map((address, at) => [address, at]))
  const place = (address: string) => order.get(articleAddressOf(address))!
  const byPlace = (x: string, y: string) => place(x) - place(y) || (x < y ? -1 : x > y ? 1 : 0)
  const topics = topicsOf(rows, label)
  const families = rows.map(row => familyOf(row, topics.get(row)!, byPlace, texts))
  const sorted = families.sort(
    (x, y) =>
      byPlace(x.members[0]!.address, y.members[0]!.address) ||
      y.members.length - x.members.length ||
      (x.id < y.id ? -1 : 1),
  )
  return distinct(sorted)
}

/** Topics as people named them, and the labeller's for the other rows. */
function topicsOf(rows: Row[], label: Labeller): Map<Row, Topic> {
  const [named, others] = [rows.filter(row => row.topic), rows.filter(row => !row.topic)]
  const labels = label(
    others.map(row => [...row.core.keys()]),
    named.map(row => row.topic!.zh),
  )
  return new Map([
    ...named.map(row => [row, row.topic!] as const),
    ...others.map((row, at) => [row, labels[at]!] as const),
  ])
}

function familyOf(row: Row, topic: Topic, byPlace: (x: string, y: string) => number, texts: Texts): Family {
  const basis = new Map([...row.guests, ...row.core])
  const members = [...basis.keys()]
    .filter(address => !basis.has(articleAddressOf(address)) || articleAddressOf(address) === address)
    .sort(byPlace)
  const wordings = wordingsOf(members, texts)
  return {
    id: topic.id,
    topic,
    label: row.topic ? 'curated' : 'model',
    members: members.map(address => ({
      address,
      basis: basis.get(address)!,
      wording: wordings.get(address)!,
    })),
  }
}

/** Two rows of one text would have one id: the later ones are numbered. */
function distinct(families: Family[]): Family[] {
  const seen = new Map<string, number>()
  return families.map(family => {
    const n = (seen.get(family.id) ?? 0) + 1
    seen.set(family.id, n)
    if (n === 1) return family
    const id = `${family.id}-${n}`
    return { ...family, id, topic: { ...family.topic, id } }
  })
}

/** A for the largest group of one wording, B for the next …; groups of one size in the order of their first member. */
function wordingsOf(members: string[], texts: Texts): Map<string, string> {
  const groups = new Map<string, string[]>()
  for (const member of members) {
    const text = texts.text(member).replace(/\s/g, '')
    groups.set(text, [...(groups.get(text) ?? []), member])
  }
  const largest = [...groups.values()].sort((x, y) => y.length - x.length)
  return new Map(largest.flatMap((group, at) => group.map(member => [member, letter(at)] as const)))
}

/** A … Z, AA, AB … */
function letter(at: number): string {
  return (at >= 26 ? letter(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}
