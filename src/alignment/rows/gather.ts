import type { Match } from '../../types.ts'
import { type Decisions, pairKey } from '../codebook.ts'
import { evidenceOf } from '../measure/evidence.ts'
import { measure } from '../measure/score.ts'
import type { Rarity, WeighedArticle, WeighedRegulation } from '../measure/weigh.ts'
import { decide } from '../model/decide.ts'
import { firstPassOf, secondPass, type Weights } from '../model/judge.ts'
import { FOUNDING_DOCUMENTS, MOST_ROWS_OF_WORD, ROWS_LOOKED_AT } from '../thresholds.ts'
import { type Row, type RowEdge, rowsOf, type UnitTexts } from './rows.ts'

/** Finds all edges between some documents, each pair with each. */
export type EdgesAmong = (documents: WeighedRegulation[]) => RowEdge[]

/**
 * Rows of a corpus too large for all pairs. A few founders are aligned with each other; every other document, in the
 * order of its text's hash (so that neither the order given nor a copy changes anything), is aligned with one article
 * of each row that an index of its rarest words finds. Time grows with the number of documents, not of pairs.
 */
export function gather(
  documents: WeighedRegulation[],
  decisions: Decisions,
  texts: UnitTexts,
  rarity: Rarity,
  weights: Weights,
  edgesAmong: EdgesAmong,
): Row[] {
  const ordered = documents.toSorted((a, b) => compare(textKeyOf(a), textKeyOf(b)) || compare(a.id, b.id))
  const founders = foundersOf(ordered, decisions)
  const articles = founders.flatMap(document => document.articles.map(({ article }) => article.address))
  const rows = rowsOf(articles, edgesAmong(founders), decisions, texts)
  const index = new RowIndex(rarity)
  const byAddress = new Map(founders.flatMap(({ articles }) => articles.map(a => [a.article.address, a])))
  for (const row of rows)
    index.found(
      row,
      [...row.core.keys()].flatMap(unit => byAddress.get(unit) ?? []),
    )
  for (const document of ordered.filter(document => !founders.includes(document)))
    joinDocument(document, rows, index, texts, rarity, weights)
  return rows
}

function textKeyOf(document: WeighedRegulation): string {
  return document.articles[0]?.document ?? ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Documents that people aligned, and the first of the others, one of each text. */
function foundersOf(ordered: WeighedRegulation[], decisions: Decisions): WeighedRegulation[] {
  const covered = ordered.filter(({ id }) => decisions.covered.has(id))
  const seen = new Set<string>()
  const others = ordered.filter(document => {
    const known = decisions.covered.has(document.id) || seen.has(textKeyOf(document))
    seen.add(textKeyOf(document))
    return !known
  })
  return [...covered, ...others.slice(0, Math.max(0, FOUNDING_DOCUMENTS - covered.length))]
}

/** One article for each row, found through its words. */
class RowIndex {
  private rows: { row: Row; article: WeighedArticle }[] = []
  private byWord = new Map<string, number[]>()

  constructor(private rarity: Rarity) {}

  /** From now on the article of middle weight represents the row. */
  found(row: Row, articles: WeighedArticle[]): void {
    const sorted = articles.toSorted(
      (a, b) => a.words.mass - b.words.mass || compare(a.article.text, b.article.text),
    )
    const article = sorted[Math.floor((sorted.length - 1) / 2)]
    if (!article) return
    const at = this.rows.push({ row, article }) - 1
    for (const word of article.words.weights.keys()) {
      const places = this.byWord.get(word)
      if (places) places.push(at)
      else this.byWord.set(word, [at])
    }
  }

  /** The articles that represent the rows most like any article of the document, each with its rows. */
  near(document: WeighedRegulation): Map<string, { article: WeighedArticle; rows: Row[] }> {
    const near = new Map<string, { article: WeighedArticle; rows: Row[] }>()
    for (const article of document.articles)
      for (const at of this.likest(article)) {
        const { row, article: standing } = this.rows[at]!
        const address = standing.article.address
        const known = near.get(address) ?? { article: standing, rows: [] }
        if (!known.rows.includes(row)) known.rows.push(row)
        near.set(address, known)
      }
    return near
  }

  private likest({ words }: WeighedArticle): number[] {
    const scores = new Map<number, number>()
    for (const word of words.weights.keys()) {
      const places = this.byWord.get(word) ?? []
      if (places.length > MOST_ROWS_OF_WORD) continue
      for (const at of places) scores.set(at, (scores.get(at) ?? 0) + this.rarity.word(word))
    }
    return [...scores]
      .map(([at, shared]) => ({
        at,
        likeness: shared / (1 + Math.sqrt(words.mass * this.rows[at]!.article.words.mass)),
      }))
      .sort((x, y) => y.likeness - x.likeness || x.at - y.at)
      .slice(0, ROWS_LOOKED_AT)
      .map(({ at }) => at)
  }
}

/** Puts each article of the document into the rows it answers; what answers none founds a row. */
function joinDocument(
  document: WeighedRegulation,
  rows: Row[],
  index: RowIndex,
  texts: UnitTexts,
  rarity: Rarity,
  weights: Weights,
): void {
  const near = index.near(document)
  // Each standing article keeps its own regulation: rows that split one subject are no rivals, or they would split on.
  const standing: WeighedRegulation = {
    id: '~rows',
    articles: [...near.values()].map(({ article }) => article),
  }
  const edges = edgesBetween(document, standing, rarity, weights)
  const placed = new Set<string>()
  for (const edge of edges)
    for (const row of near.get(edge.b)!.rows) {
      if (edge.relation === 'equivalent') {
        const members = row.topic ? row.guests : row.core
        members.set(edge.a, 'model')
        placed.add(edge.a)
      } else if (edge.containment[1] >= edge.containment[0]) row.guests.set(part(edge, texts), 'model')
    }
  for (const article of document.articles) {
    if (placed.has(article.article.address)) continue
    const row: Row = { topic: null, core: new Map([[article.article.address, 'model']]), guests: new Map() }
    rows.push(row)
    index.found(row, [article])
  }
}

function edgesBetween(
  document: WeighedRegulation,
  standing: WeighedRegulation,
  rarity: Rarity,
  weights: Weights,
): RowEdge[] {
  const passes = firstPassOf(measure(document, standing, rarity), weights.first)
  const judged = secondPass(
    passes,
    rarity,
    () => null,
    () => weights.second.alone,
  )
  const articles = new Map(
    passes.map(({ pair }) => [pairKey(pair.a.article.address, pair.b.article.address), pair]),
  )
  return decide(judged, weights.thresholds).map(({ a, b, relation, edge, equivalent }) => {
    const pair = articles.get(pairKey(a, b))!
    const { containment, parts } = evidenceOf(pair.a, pair.b, rarity)
    const score: Match['score'] = relation === 'equivalent' ? equivalent : edge
    return { a, b, relation, score, containment, parts }
  })
}

/** The paragraph that answers, where the article has several. */
function part(edge: RowEdge, texts: UnitTexts): string {
  const unit = edge.parts[0]?.a
  if (!unit || texts.paragraphs(edge.a).length < 2) return edge.a
  return unit.split('/', 3).join('/')
}
