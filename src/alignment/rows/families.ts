import { articleAddressOf } from '../../structure/address.ts'
import type { Family, FamilyMember, Topic } from '../../types.ts'
import { rounded } from '../measure/evidence.ts'
import { WHOLLY_SAID } from '../thresholds.ts'
import type { Labeller } from '../topics/topics.ts'
import type { Row, Standing } from './rows.ts'

/**
 * Rows as families, in the order of their first member; members in the order of `articles`. An article that stands in a
 * row as a whole does not stand in it with a paragraph too. Wordings are left empty: `withWordings` (insights) fills them in.
 */
export function familiesOf(rows: Row[], articles: string[], label: Labeller): Family[] {
  const order = new Map(articles.map((address, at) => [address, at]))
  const place = (address: string) => order.get(articleAddressOf(address))!
  const byPlace = (x: string, y: string) => place(x) - place(y) || (x < y ? -1 : x > y ? 1 : 0)
  const topics = topicsOf(rows, label)
  const families = rows.map(row => familyOf(row, topics.get(row)!, byPlace))
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
    others.map(({ core }) => [...core].map(([address, { statements }]) => ({ address, statements }))),
    named.map(row => row.topic!.zh),
  )
  return new Map([
    ...named.map(row => [row, row.topic!] as const),
    ...others.map((row, at) => [row, labels[at]!] as const),
  ])
}

function familyOf(row: Row, topic: Topic, byPlace: (x: string, y: string) => number): Family {
  const standing = new Map([...row.guests, ...row.core])
  const addresses = [...standing.keys()]
    .filter(address => !standing.has(articleAddressOf(address)) || articleAddressOf(address) === address)
    .sort(byPlace)
  return {
    id: topic.id,
    topic,
    label: row.topic ? 'curated' : 'model',
    members: addresses.map(address => memberOf(address, standing.get(address)!)),
  }
}

function memberOf(address: string, { basis, statements, probability }: Standing): FamilyMember {
  return {
    address,
    statements,
    state: probability >= WHOLLY_SAID ? 'yes' : 'partly',
    probability: rounded(probability),
    basis,
    wording: '',
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
