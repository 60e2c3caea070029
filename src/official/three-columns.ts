import { diff } from '../diff/diff.ts'
import { namesOf } from '../diff/names.ts'
import { plainUnitText } from '../diff/unit-text.ts'
import { type Asked, askAll } from '../drafting/asking.ts'
import type { DraftDocument } from '../drafting/check-types.ts'
import { articleAddressOf, articleText } from '../structure/address.ts'
import type { Article, Cut, Regulation } from '../types.ts'
import { labelled, paragraph, type Run, tableOf, titleOf, wordDocument } from './word.ts'

export interface ThreeColumns {
  draft: DraftDocument
  peers: DraftDocument[]
  /** What was asked already; asked now where it is null. */
  asked: Asked | null
  cut: Cut
  title: string
  /** Id of the document in the middle; null for the words of whichever is nearest to each article. */
  peer: string | null
  /** The drafter's reasons, by the article's address. */
  reasons: Record<string, string>
}

/** The 对照表: each article of the draft, what answers it elsewhere, and why they differ; what differs is in colour. */
export function threeColumnsDocx(table: ThreeColumns): Uint8Array {
  const { draft, peers, cut, title, peer } = table
  const asked = table.asked ?? askAll(peers, draft, cut)
  const chosen = peers.find(({ regulation }) => regulation.id === peer)?.regulation
  const middle = chosen ? nameOf(chosen) : '各地最接近的条文'
  const rows = draft.regulation.articles.map(article => rowOf(article, table, asked))
  const body = titleOf(`${title}对照表`) + tableOf([5000, 5000, 2700], ['草案条文', middle, '说明'], rows)
  return wordDocument(body, { wide: true })
}

/** A document as its place, or where it has none as its title. */
function nameOf({ place, title }: Regulation): string {
  return place || title
}

interface Answering {
  regulation: Regulation
  articles: Article[]
}

function rowOf(article: Article, table: ThreeColumns, asked: Asked): string[] {
  const { answering, saying } = answeringTo(article, table, asked)
  const own = labelled(article.label) + articleText(article)
  const reason = table.reasons[article.address]
  const note = [noteOf(answering, saying, table), ...(reason ? [`理由：${reason}`] : [])]
  if (!answering)
    return [
      cell([[{ text: own }]]),
      cell([[{ text: '（没有找到对应条文）' }]]),
      cell(note.map(text => [{ text }])),
    ]
  const theirs = answering.articles.map(each => labelled(each.label) + articleText(each)).join('\n')
  const label =
    table.peer === null ? [[{ text: `【${nameOf(answering.regulation)}】`, font: '黑体' as const }]] : []
  return [
    cell(linesOf(runsAgainst(own, theirs, table, answering.regulation))),
    cell([...label, ...linesOf([{ text: theirs }])]),
    cell(note.map(text => [{ text }])),
  ]
}

/** The articles of the chosen peer that say what this one does, or those of the peer that says most of it; and how many peers do. */
function answeringTo(article: Article, { draft, peers, peer }: ThreeColumns, { ofDraft }: Asked) {
  const statements = draft.statements.filter(({ address }) => articleAddressOf(address) === article.address)
  const weights = new Map<string, Map<string, number>>()
  const saying = new Set<string>()
  for (const { id } of statements)
    for (const [document, { said, probability, places }] of ofDraft.get(id) ?? []) {
      const place = places[0]
      if (said === 'no' || !place) continue
      saying.add(document)
      const own = weights.get(document) ?? new Map<string, number>()
      const at = articleAddressOf(place.address)
      weights.set(document, own.set(at, (own.get(at) ?? 0) + probability))
    }
  const total = (of: Map<string, number>) => [...of.values()].reduce((sum, each) => sum + each, 0)
  const best =
    peer ?? [...weights].sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1))[0]?.[0]
  const found = best === undefined ? undefined : weights.get(best)
  const regulation = peers.find(each => each.regulation.id === best)?.regulation
  if (!found || !regulation) return { answering: null, saying }
  const wanted = [...found]
    .filter(([, weight]) => weight >= Math.max(...found.values()) / 3)
    .map(([address]) => address)
  const articles = regulation.articles.filter(({ address }) => wanted.includes(address)).slice(0, 3)
  return { answering: { regulation, articles } satisfies Answering, saying }
}

function noteOf(answering: Answering | null, saying: Set<string>, { peers, peer }: ThreeColumns): string {
  const of = `${peers.length}地中${saying.size}地有同类规定`
  if (answering) return of
  const chosen = peers.find(({ regulation }) => regulation.id === peer)?.regulation
  return chosen ? `${nameOf(chosen)}没有找到同类规定，${of}` : '各地没有找到同类规定'
}

/** The draft's words, those marked that the other text has not. */
function runsAgainst(own: string, other: string, { cut, draft }: ThreeColumns, peer: Regulation): Run[] {
  const names = { a: namesOf(peer), b: namesOf(draft.regulation) }
  const [a, b] = [plainUnitText(other), plainUnitText(own)]
  return diff(a, b, { cut, names, foldNames: true }).flatMap(({ kind, b: { from, to } }) =>
    from === to ? [] : [{ text: own.slice(from, to), changed: kind === 'change' }],
  )
}

/** Line feeds end paragraphs. */
function linesOf(runs: Run[]): Run[][] {
  const lines: Run[][] = [[]]
  for (const each of runs)
    for (const [at, text] of each.text.split('\n').entries()) {
      if (at > 0) lines.push([])
      if (text !== '') lines.at(-1)!.push({ ...each, text })
    }
  return lines
}

function cell(lines: Run[][]): string {
  return lines.map(runs => paragraph(runs, { size: '五号', align: 'both' })).join('')
}
