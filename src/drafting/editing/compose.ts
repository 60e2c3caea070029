import { memberKey, memberTextOf, unitTextOf } from '../../diff/unit-text.ts'
import { groupBy } from '../../group.ts'
import { articleAddressOf, documentOf } from '../../structure/address.ts'
import { formatNumeral } from '../../text/numerals.ts'
import type { Family, FamilyMember, Regulation } from '../../types.ts'
import { TAKEN_KEPT } from '../thresholds.ts'
import { adopted, type Target } from './adopt.ts'
import { type Outline, outlineOf } from './outline.ts'

/** A draft put together from the peers, with the source of each article. */
export interface Composed {
  text: string
  sources: ComposedSource[]
}

export interface ComposedSource {
  /** Number of the article in the new draft. */
  article: number
  /** Unit of the peer that its words are of. */
  address: string
  topics: string[]
  /** Its first words in the draft. */
  words: string
}

export interface Wanted {
  title: string
  target: Target
  /** Ids of the topics that the draft shall have. */
  topics: Set<string>
  /** Id of the document whose words come first; the one that has most of the topics where there is none. */
  base: string | null
}

/**
 * A first draft: under the usual chapters, in the usual order, each topic in the words of the base document, or where that has none
 * in the words that most peers share. Whole articles are taken over, each once, with the draft's names for the peer's.
 */
export function compose(wanted: Wanted, families: Family[], peers: Regulation[]): Composed {
  const byId = new Map(peers.map(regulation => [regulation.id, regulation]))
  const chosen = families.filter(({ id }) => wanted.topics.has(id))
  const base = wanted.base ?? fullest(chosen, peers)
  const outline = outlineOf(peers, families, base)
  const pieces = piecesOf(outline, chosen, base, byId)
  const headings = outline.chapters.map(({ heading }) => heading)
  const lines = [wanted.title, '']
  const sources: ComposedSource[] = []
  let article = 0
  let chapters = 0
  for (const heading of [null, ...headings]) {
    const own = pieces.filter(({ chapter }) => chapter === heading)
    if (own.length === 0) continue
    if (heading !== null) lines.push(`第${formatNumeral(++chapters)}章　${heading}`, '')
    for (const { address, text, topics } of own) {
      article++
      const body = adopted(text, byId.get(documentOf(address))!, wanted.target)
      const [first = '', ...rest] = body.split('\n')
      lines.push(`　　第${formatNumeral(article)}条　${first}`, ...rest.map(line => `　　${line}`))
      sources.push({ article, address, topics, words: first.slice(0, TAKEN_KEPT) })
    }
    lines.push('')
  }
  if (!lines.some(line => IN_FORCE.test(line)))
    lines.push(`　　第${formatNumeral(article + 1)}条　本${nameOf(wanted.title)}自公布之日起施行。`)
  return { text: `${lines.join('\n').trimEnd()}\n`, sources }
}

// 组织施行 and 施行情况 are no clause on entry into force.
const IN_FORCE = /自[^，。；]{2,30}起(?:正式|开始)?(?:施行|实施|执行|生效)/

/** What the text calls itself: 本条例, 本规则. */
function nameOf(title: string): string {
  return /(条例|规定|办法|细则|规则|规程|意见|方案)$/.exec(title)?.[1] ?? '规则'
}

interface Piece {
  address: string
  text: string
  topics: string[]
  chapter: string | null
}

/** What is taken over, in order: each topic that what was taken before does not hold already. */
function piecesOf(
  { topics }: Outline,
  families: Family[],
  base: string | null,
  byId: Map<string, Regulation>,
): Piece[] {
  const byTopic = new Map(families.map(family => [family.id, family]))
  const held = groupBy(
    families.flatMap(({ id, members }) =>
      members.map(({ address }) => ({ id, article: articleAddressOf(address) })),
    ),
    ({ article }) => article,
  )
  const done = new Set<string>()
  return topics.flatMap(({ topic, chapter }): Piece[] => {
    const family = byTopic.get(topic)
    if (!family || done.has(topic)) return []
    const member = bestMember(family, base, byId)
    if (!member) return []
    const article = articleAddressOf(member.address)
    const taken = new Set((held.get(article) ?? []).map(({ id }) => id))
    for (const each of taken) done.add(each)
    const { text } = unitTextOf(byId.get(documentOf(article))!, article)
    return [{ address: article, text, topics: [...taken], chapter }]
  })
}

/** The base's words; else those that most peers share, of whole articles before parts, without references before those with some. */
function bestMember(
  { members }: Family,
  base: string | null,
  byId: Map<string, Regulation>,
): FamilyMember | undefined {
  const known = members.filter(({ address }) => byId.has(documentOf(address)))
  const own = known.filter(({ address }) => documentOf(address) === base)
  const counts = groupBy(known, ({ wording }) => wording)
  const cost = (member: FamilyMember) => {
    const text = memberTextOf(byId.get(documentOf(member.address))!, memberKey(member)).text
    const isPart = member.address.split('/').length > 3 ? 2 : 0
    return (
      isPart + (/本(?:条例|规则|办法|规定)第/.test(text) ? 1 : 0) - counts.get(member.wording)!.length / 1e3
    )
  }
  return (own.length > 0 ? own : known)
    .map(member => ({ member, cost: cost(member) }))
    .sort((a, b) => a.cost - b.cost)[0]?.member
}

/** The document that has most of the topics, chapters that most have counting like topics. */
function fullest(families: Family[], peers: Regulation[]): string | null {
  const usual = new Set(outlineOf(peers, []).chapters.map(({ heading }) => heading))
  const counts = peers.map(({ id, divisions }) => ({
    id,
    count:
      families.filter(({ members }) => members.some(({ address }) => documentOf(address) === id)).length +
      new Set(divisions.map(({ heading }) => heading).filter(heading => usual.has(heading))).size,
  }))
  return counts.sort((a, b) => b.count - a.count)[0]?.id ?? null
}
