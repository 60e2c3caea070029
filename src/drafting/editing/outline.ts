import { groupBy } from '../../group.ts'
import { articleAddressOf, documentOf } from '../../structure/address.ts'
import type { Article, Bilingual, Family, Regulation } from '../../types.ts'
import { CHAPTER_SHARE } from '../thresholds.ts'

/** A chapter as most peers have it. */
export interface OutlineChapter {
  heading: string
  /** Peers that have it. */
  documents: number
}

/** A topic in its usual place. */
export interface OutlineTopic {
  topic: string
  name: Bilingual
  /** Heading of the chapter that most peers put it in; null where they have no chapters in common. */
  chapter: string | null
  documents: number
  /** Mean place of it in the peers, 0 to 1. */
  position: number
  /** Whether no text is whole without it: why and on what basis it is made, to what it applies, when it enters into force. */
  basic: boolean
}

/** How the peers are built: the chapters that enough of them have, and every topic in its usual chapter and order. */
export interface Outline {
  chapters: OutlineChapter[]
  topics: OutlineTopic[]
}

/**
 * The outline of these peers; topics of one document only where people named them. With `base` the chapters are those of that
 * document: peers with several ancestors have several names for one chapter.
 */
export function outlineOf(peers: Regulation[], families: Family[], base: string | null = null): Outline {
  const places = new Map(
    peers.flatMap(({ articles }) =>
      articles.map(({ address }, at): [string, number] => [address, at / Math.max(1, articles.length - 1)]),
    ),
  )
  const headings = new Map(peers.flatMap(chaptersOfArticles))
  const basics = new Set(
    peers.flatMap(({ articles }) => articles.filter(isBasic).map(({ address }) => address)),
  )
  const chapters = chaptersOf(peers, headings, places, base)
  const known = new Set(chapters.map(({ heading }) => heading))
  const topics = families.flatMap(({ id, topic, label, members }): OutlineTopic[] => {
    const own = members.filter(({ address }) => places.has(articleAddressOf(address)))
    const documents = groupBy(own, ({ address }) => documentOf(address))
    if (documents.size < (label === 'curated' ? 1 : Math.min(2, peers.length))) return []
    const positions = [...documents.values()].map(([first]) => places.get(articleAddressOf(first!.address))!)
    const votes = own.flatMap(({ address }) => headings.get(articleAddressOf(address)) ?? [])
    const chapter = mostCommon(votes.filter(heading => known.has(heading)))
    const basic = own.filter(({ address }) => basics.has(articleAddressOf(address))).length * 2 > own.length
    return [{ topic: id, name: topic, chapter, documents: documents.size, position: mean(positions), basic }]
  })
  for (const topic of topics) topic.chapter ??= nearestChapter(topic.position, topics, base)
  const order = new Map(chapters.map(({ heading }, at) => [heading, at]))
  const rank = ({ chapter }: OutlineTopic) => (chapter === null ? -1 : order.get(chapter)!)
  return {
    chapters,
    topics: topics.sort(
      (a, b) => rank(a) - rank(b) || a.position - b.position || (a.topic < b.topic ? -1 : 1),
    ),
  }
}

function isBasic({ paragraphs }: Article): boolean {
  const text = paragraphs.map(({ passage }) => passage.text).join('')
  return BASIC.test(text)
}

const NAME = '本(?:条例|规则|办法|规定|细则)'
const BASIC = new RegExp(`制定${NAME}|适用${NAME}|${NAME}[^。]{0,6}适用于|${NAME}自[^。]{2,20}施行`)

/** Of the base the chapter of the topic next to it that has one; without a base there is no telling. */
function nearestChapter(position: number, topics: OutlineTopic[], base: string | null): string | null {
  if (base === null) return null
  const placed = topics.filter(({ chapter }) => chapter !== null)
  const distance = (topic: OutlineTopic) => Math.abs(topic.position - position)
  return placed.sort((a, b) => distance(a) - distance(b))[0]?.chapter ?? null
}

/** Each article with the heading of its chapter. */
function chaptersOfArticles({ divisions, articles }: Regulation): [string, string][] {
  const byAddress = new Map(divisions.map(each => [each.address, each]))
  return articles.flatMap(({ address, division }): [string, string][] => {
    let at = division === null ? undefined : byAddress.get(division)
    while (at?.kind === 'section' && at.parent !== null) at = byAddress.get(at.parent)
    return at && at.heading !== '' ? [[address, at.heading]] : []
  })
}

function chaptersOf(
  peers: Regulation[],
  headings: Map<string, string>,
  places: Map<string, number>,
  base: string | null,
): OutlineChapter[] {
  const found = groupBy(headings, ([, heading]) => heading)
  const divided = new Set([...headings.keys()].map(documentOf)).size
  const chapters = [...found].map(([heading, articles]) => ({
    heading,
    documents: new Set(articles.map(([address]) => documentOf(address))).size,
    isOfBase: articles.some(([address]) => documentOf(address) === base),
    position: mean(
      articles
        .filter(
          ([address], _, all) =>
            base === null ||
            documentOf(address) === base ||
            !all.some(([other]) => documentOf(other) === base),
        )
        .map(([address]) => places.get(address)!),
    ),
  }))
  const least = Math.max(peers.length === 1 ? 1 : 2, divided * CHAPTER_SHARE)
  return chapters
    .filter(({ documents, isOfBase }) => (base === null ? documents >= least : isOfBase))
    .sort((a, b) => a.position - b.position)
    .map(({ heading, documents }) => ({ heading, documents }))
}

function mostCommon(values: string[]): string | null {
  const counts = [...groupBy(values, value => value)].map(([value, all]) => [value, all.length] as const)
  return counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length)
}
