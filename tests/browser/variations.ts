import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generator } from '../../scripts/io/chance.ts'
import type { Overview, RegulationSummary } from '../../src/site-types.ts'
import {
  type PackedIndex,
  type PackedMentions,
  packIndex,
  packMentions,
  unpackIndex,
  unpackMentions,
} from '../../src/tables/pack.ts'
import type { Family, FamilyProvision } from '../../src/types.ts'

/**
 * Writes the page's data for `n` documents into `to`: seeded variations of those in `from`. Each variation has an id and a
 * place of its own, lacks an eighth of the topics, and words a fifth of the rest in its own way.
 */
export function writeVariations(from: string, to: string, n: number): void {
  const read = <Shape>(name: string): Shape => JSON.parse(readFileSync(join(from, name), 'utf8'))
  const write = (name: string, value: unknown) => writeFileSync(join(to, name), JSON.stringify(value))
  mkdirSync(join(to, 'site/regulations'), { recursive: true })
  mkdirSync(join(to, 'sources'), { recursive: true })
  const index = unpackIndex(read<PackedIndex>('site/index.json'))
  const copies = copiesOf(index.regulations, n)
  const random = generator(20261122)
  for (const { id, original } of copies) {
    const text = readFileSync(join(from, `site/regulations/${original.id}.json`), 'utf8')
    writeFileSync(join(to, `site/regulations/${id}.json`), renamed(text, original.id, id))
    writeFileSync(join(to, `sources/${id}.txt`), readFileSync(join(from, `sources/${original.id}.txt`)))
  }
  const varied = {
    ...index,
    regulations: copies.map(summaryOf),
    families: index.families.map(family => ({ ...family, members: membersOf(family, copies, random) })),
    pairs: [],
  }
  write('site/index.json', packIndex(varied))
  const provisions = read<FamilyProvision[]>('site/provisions.json')
  write(
    'site/provisions.json',
    copies.flatMap(({ id, original }) =>
      provisions
        .filter(({ address }) => address.startsWith(`${original.id}/`))
        .map(each => ({ ...each, address: id + each.address.slice(original.id.length) })),
    ),
  )
  write('site/overview.json', overviewOf(read<Overview>('site/overview.json'), copies, random))
  write('site/mentions.json', mentionsOf(read('site/mentions.json'), index.regulations, copies))
  for (const name of ['site/lexicon.json', 'site/pair-counts.json']) write(name, read(name))
  write('site/quality.json', null)
  write('datapackage.json', read('datapackage.json'))
}

interface Copy {
  id: string
  round: number
  original: RegulationSummary
}

function copiesOf(regulations: RegulationSummary[], n: number): Copy[] {
  return Array.from({ length: n }, (_, at) => {
    const original = regulations[at % regulations.length]!
    const round = Math.floor(at / regulations.length)
    return { id: round === 0 ? original.id : `${original.id}-${round}`, round, original }
  })
}

function summaryOf({ id, round, original }: Copy): RegulationSummary {
  const copy: RegulationSummary = JSON.parse(renamed(JSON.stringify(original), original.id, id))
  return {
    ...copy,
    place: round === 0 ? copy.place : `${copy.place.slice(0, -1)}${round}${copy.place.slice(-1)}`,
  }
}

function renamed(json: string, from: string, to: string): string {
  return json.replaceAll(`"${from}/`, `"${to}/`).replaceAll(`"${from}"`, `"${to}"`)
}

function membersOf(family: Family, copies: Copy[], random: () => number): Family['members'] {
  return copies.flatMap(({ id, round, original }) => {
    if (round > 0 && random() < 1 / 8) return []
    return family.members
      .filter(({ address }) => address.startsWith(`${original.id}/`))
      .map(member => ({
        ...member,
        address: id + member.address.slice(original.id.length),
        statements: member.statements?.map(each => id + each.slice(original.id.length)) ?? null,
        wording: random() < 1 / 5 ? `Z${Math.floor(random() * 30)}` : member.wording,
      }))
  })
}

/** Each variation mentions what its original mentions. */
function mentionsOf(packed: PackedMentions, originals: RegulationSummary[], copies: Copy[]): PackedMentions {
  const ids = (of: { id: string }[]) => of.map(({ id }) => id)
  const mentions = [...unpackMentions(packed, ids(originals))].flatMap(([family, places]) =>
    copies.flatMap(({ id, original }) => {
      const place = places.get(original.id)
      return place ? [{ ...place, family, address: id + place.address.slice(original.id.length) }] : []
    }),
  )
  return packMentions(mentions, ids(copies))
}

/** A symmetric matrix, as the build writes it for up to 60 documents. */
function likenessOf(n: number, random: () => number): number[][] {
  const rows = Array.from({ length: n }, () => Array.from({ length: n }, () => 1))
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) rows[a]![b] = rows[b]![a] = Math.round(random() * 1e4) / 1e4
  return rows
}

function overviewOf(overview: Overview, copies: Copy[], random: () => number): Overview {
  const share = () => Math.round(random() * 1e4) / 1e4
  return {
    ...overview,
    likeness: copies.length > 60 ? null : likenessOf(copies.length, random),
    nearest: Object.fromEntries(
      copies.map(({ id }, at) => [id, { id: copies[(at + 1) % copies.length]!.id, likeness: share() }]),
    ),
    own: Object.fromEntries(copies.map(({ id }) => [id, share()])),
  }
}
