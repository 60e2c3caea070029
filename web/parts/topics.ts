import type { Overview, RegulationSummary } from '../../src/site-types.ts'
import { articleAddressOf, articleText, documentOf, paragraphText } from '../../src/structure/address.ts'
import type { Family, Regulation } from '../../src/types.ts'
import { t } from '../i18n/index.ts'
import { canLack } from './complete.ts'
import { membersByDocument, overview, regulations, type Site } from './data.ts'
import { byChapter, type ChapterGroup, isOnlyInOne, spreadOf } from './families.ts'

/** More columns than this are no longer readable side by side; the reader chooses which. */
export const READABLE = 6

/** Which topics are to be seen, in which order, for which columns; all of it stands in the address of the comparison. */
interface TopicQuery {
  /** Documents as columns; the first is the base. */
  docs?: string
  q?: string
  chapter?: string
  /** A document's id or `any`: topics of this one alone; `alone`: those that nobody else even mentions. */
  only?: string
  /** Documents that must have the topic, and such as must not. */
  has?: string
  lacks?: string
  kind?: string
  sort?: string
}

export type TopicRow = { chapter: string } | { family: Family; spread: number }

/** The documents that are columns. */
export function columnsAsked({ docs }: TopicQuery, data: Site): RegulationSummary[] {
  const asked = idsOf(docs).flatMap(id => data.byId.get(id) ?? [])
  return asked.length > 0 ? asked : data.regulations.slice(0, READABLE)
}

export function idsOf(list: string | undefined): string[] {
  return (list ?? '').split(',').filter(id => id !== '')
}

/** The rows that a query asks for, under the chapters of the first column, or by how far the answers are apart. */
export async function rowsAsked(query: TopicQuery, data: Site): Promise<TopicRow[]> {
  const columns = columnsAsked(query, data)
  const [computed, texts, words] = await Promise.all([
    overview(),
    query.q ? regulations(columns.map(each => each.id)) : [],
    settled(query.q ?? ''),
  ])
  const wanted = wantedBy({
    data,
    computed,
    query,
    words,
    texts: new Map(texts.map(text => [text.id, text])),
  })
  const groups = byChapter(data, columns[0]!)
    .filter(group => !query.chapter || keyOf(group) === query.chapter)
    .map(group => ({ ...group, families: group.families.filter(wanted) }))
  const rowOf = (family: Family) => ({ family, spread: spreadOf(family, data) })
  if (query.sort === 'spread')
    return groups
      .flatMap(group => group.families)
      .map(rowOf)
      .sort((a, b) => b.spread - a.spread)
  return groups
    .filter(group => group.families.length > 0)
    .flatMap(group => [{ chapter: chapterTitle(group) }, ...group.families.map(rowOf)])
}

// What is typed in either script is looked for; the tables of characters are loaded when something is.
async function settled(words: string): Promise<string> {
  if (words.trim() === '') return ''
  const { fold } = await import('../../src/text/fold.ts')
  return fold(words.trim()).toLowerCase()
}

interface Asked {
  data: Site
  computed: Overview
  query: TopicQuery
  /** What the filter says, folded. */
  words: string
  /** The columns' texts, where there are words to look for. */
  texts: Map<string, Regulation>
}

function wantedBy({ data, computed, query, words, texts }: Asked): (family: Family) => boolean {
  const [has, lacks] = [idsOf(query.has), idsOf(query.lacks)]
  return family => {
    const present = membersByDocument(family)
    if (query.only && !isOnly(family, query.only, data, computed)) return false
    if (!has.every(id => present.has(id)) || lacks.some(id => present.has(id) || !canLack(data, id)))
      return false
    if (query.kind && !computed.kinds[family.id]?.some(kind => kind === query.kind)) return false
    return words === '' || wordsOf(family, texts).some(text => text.toLowerCase().includes(words))
  }
}

function isOnly(family: Family, only: string, data: Site, { mentioned }: Overview): boolean {
  if (!isOnlyInOne(family, data)) return false
  if (only === 'alone') return !mentioned?.[family.id]
  return only === 'any' || membersByDocument(family).has(only)
}

/** Its topic, and what the shown documents say on it. */
function wordsOf({ topic, id, members }: Family, texts: Map<string, Regulation>): string[] {
  const said = members.map(({ address }) => {
    const text = texts.get(documentOf(address))
    return text ? textAt(text, address) : ''
  })
  return [topic.zh, topic.en, id, ...said]
}

/** The text of an article or of a paragraph of it. */
export function textAt(text: Regulation, address: string): string {
  const article = text.articles.find(each => each.address === articleAddressOf(address))
  if (!article) return ''
  const paragraph = article.paragraphs.find(each => each.address === address)
  return paragraph ? paragraphText(paragraph) : articleText(article)
}

export function keyOf(group: ChapterGroup): string {
  return group.chapter?.address ?? 'none'
}

export function chapterTitle(group: ChapterGroup): string {
  return group.chapter ? `${group.chapter.label} ${group.chapter.heading}` : t('not-in-base')
}

/** A query as one parameter of another view's address, for the way back and on; and read again. */
export function packQuery(query: TopicQuery): string {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString()
}

export function unpackQuery(packed: string | undefined): TopicQuery {
  return Object.fromEntries(new URLSearchParams(packed ?? ''))
}
