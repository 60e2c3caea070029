import type { RegulationSummary, SiteIndex } from '../site-types.ts'
import { documentOf } from '../structure/address.ts'
import { formatNumeral } from '../text/numerals.ts'
import type { Family, FamilyMember, Mention } from '../types.ts'

/**
 * `site/index.json` as it is written: an index of hundreds of documents consists mostly of addresses that follow from
 * their place, so articles and members are written as short strings. `unpackIndex(packIndex(index))` gives the index back
 * (members of a family in the order of the documents).
 */
export interface PackedIndex extends Omit<SiteIndex, 'regulations' | 'families'> {
  packed: 1
  regulations: PackedRegulation[]
  families: PackedFamily[]
}

interface PackedRegulation extends Omit<RegulationSummary, 'articles'> {
  /** Runs of articles of one division: its address without the document, then numbers, or [number, label] where the label is not the usual one. */
  articles: [division: string | null, ...articles: PackedArticle[]][]
}

type PackedArticle = string | [number: string, label: string]

interface PackedFamily extends Omit<Family, 'members'> {
  /** For each document in the index's order its members, a space between: `45/3:A`, then what applies: `~` the model decided, `?` partly, `%987` how surely, in thousandths, `#1,2` which statements. */
  members: string[]
}

export function packIndex(index: SiteIndex): PackedIndex {
  const ids = index.regulations.map(regulation => regulation.id)
  return {
    ...index,
    packed: 1,
    regulations: index.regulations.map(packRegulation),
    families: index.families.map(family => ({ ...family, members: packMembers(family.members, ids) })),
  }
}

export function unpackIndex({ packed: _, ...index }: PackedIndex): SiteIndex {
  const ids = index.regulations.map(regulation => regulation.id)
  return {
    ...index,
    regulations: index.regulations.map(unpackRegulation),
    families: index.families.map(family => ({ ...family, members: unpackMembers(family.members, ids) })),
  }
}

function packRegulation(regulation: RegulationSummary): PackedRegulation {
  const runs: PackedRegulation['articles'] = []
  for (const { address, label, division } of regulation.articles) {
    const number = address.slice(regulation.id.length + 1)
    const place = division === null ? null : division.slice(regulation.id.length + 1)
    if (runs.length === 0 || runs.at(-1)![0] !== place) runs.push([place])
    runs.at(-1)!.push(label === usualLabel(regulation.numbering, number) ? number : [number, label])
  }
  return { ...regulation, articles: runs }
}

function unpackRegulation(regulation: PackedRegulation): RegulationSummary {
  const { id, numbering } = regulation
  const articles = regulation.articles.flatMap(([place, ...run]) =>
    run.map(article => {
      const [number, label] =
        typeof article === 'string' ? [article, usualLabel(numbering, article)] : article
      return { address: `${id}/${number}`, label, division: place === null ? null : `${id}/${place}` }
    }),
  )
  return { ...regulation, articles }
}

/** 第四十五条 or 四十五、 of a document numbered so; the number itself where nothing is usual. */
function usualLabel(numbering: string, number: string): string {
  if (!/^\d{1,7}$/.test(number)) return number
  if (numbering === '第X条') return `第${formatNumeral(Number(number))}条`
  if (numbering === '一、') return `${formatNumeral(Number(number))}、`
  return number
}

function packMembers(members: FamilyMember[], ids: string[]): string[] {
  const byDocument = new Map<string, string[]>(ids.map(id => [id, []]))
  for (const member of members) byDocument.get(documentOf(member.address))?.push(packMember(member))
  return [...byDocument.values()].map(units => units.join(' '))
}

function packMember({ address, wording, basis, state, probability, statements }: FamilyMember): string {
  return [
    `${address.slice(documentOf(address).length + 1)}:${wording}`,
    basis === 'model' ? '~' : '',
    state === 'partly' ? '?' : '',
    probability < 1 ? `%${Math.round(probability * 1000)}` : '',
    statements ? `#${statements.map(id => id.slice(id.indexOf('#') + 1)).join(',')}` : '',
  ].join('')
}

function unpackMembers(packed: string[], ids: string[]): FamilyMember[] {
  return packed.flatMap((units, at) =>
    units === '' ? [] : units.split(' ').map(unit => unpackMember(unit, ids[at]!)),
  )
}

const MEMBER = /^([^:]+):([^~?%#]*)(~?)(\??)(?:%(\d+))?(?:#([\d,]+))?$/

function unpackMember(packed: string, id: string): FamilyMember {
  const [, unit, wording = '', model, partly, thousandths, statements] = MEMBER.exec(packed)!
  const address = `${id}/${unit}`
  return {
    address,
    statements: statements === undefined ? null : statements.split(',').map(n => `${address}#${n}`),
    state: partly ? 'partly' : 'yes',
    probability: thousandths === undefined ? 1 : Number(thousandths) / 1000,
    basis: model ? 'model' : 'curated',
    wording,
  }
}

/** `site/mentions.json`: by family, a space between, `0:45/3:1203-1240`: number of the document, unit, span. Quotes stand in the texts. */
export type PackedMentions = Record<string, string>

/** Where a document mentions a family. */
export type MentionPlace = Pick<Mention, 'address' | 'span'>

/** Mentions as short strings, documents by their place in `ids`; `unpackMentions` gives addresses and spans back. */
export function packMentions(
  mentions: (MentionPlace & Pick<Mention, 'family'>)[],
  ids: string[],
): PackedMentions {
  const places = new Map(ids.map((id, at) => [id, at]))
  const packed: PackedMentions = {}
  for (const { family, address, span } of mentions) {
    const id = documentOf(address)
    const mention = `${places.get(id)}:${address.slice(id.length + 1)}:${span.start}-${span.end}`
    packed[family] = packed[family] === undefined ? mention : `${packed[family]} ${mention}`
  }
  return packed
}

/** By family, by document. */
export function unpackMentions(
  packed: PackedMentions,
  ids: string[],
): Map<string, Map<string, MentionPlace>> {
  return new Map(
    Object.entries(packed).map(([family, mentions]) => [
      family,
      new Map(mentions.split(' ').map(mention => unpackMention(mention, ids))),
    ]),
  )
}

function unpackMention(mention: string, ids: string[]): [string, MentionPlace] {
  const [at, unit, span] = mention.split(':')
  const [start, end] = span!.split('-').map(Number)
  const id = ids[Number(at)]!
  return [id, { address: `${id}/${unit}`, span: { start: start!, end: end! } }]
}
