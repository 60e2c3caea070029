import { articleAddressOf, documentOf, paragraphAddressOf } from '../../structure/address.ts'
import type { FamilyMember, Match, Topic } from '../../types.ts'
import type { Decisions } from '../codebook.ts'
import { ROW_AGREEMENT, ROW_SUPPORT } from '../thresholds.ts'

/** What rows need to know of articles and paragraphs, by address. */
export interface UnitTexts {
  /** Clean text of an article or paragraph; empty where there is none of that address. */
  text(address: string): string
  /** Paragraph addresses of an article, in order. */
  paragraphs(article: string): string[]
}

/** A row in the making: articles that have the same subject, and units of others that touch on it. */
export interface Row {
  /** Set where people named the row. */
  topic: Topic | null
  /** Articles (for people's topics: units) whose subject this is. */
  core: Map<string, FamilyMember['basis']>
  /** Articles or paragraphs that answer it besides their own subject. */
  guests: Map<string, FamilyMember['basis']>
}

/** What rows are made from: an edge between two articles and which paragraphs of them meet. */
export type RowEdge = Pick<Match, 'a' | 'b' | 'relation' | 'score'> & {
  containment: [number, number]
  /** Best-answering units, as in Evidence. */
  parts: { a: string; b: string }[]
}

/** Rows from edges: people's topics with whoever joins them, then the model's own; what nothing answers stands alone. */
export function rowsOf(articles: string[], edges: RowEdge[], decisions: Decisions, texts: UnitTexts): Row[] {
  const curated = curatedRows(articles, decisions)
  const open = articles.filter(address => !decisions.covered.has(documentOf(address)))
  const near = neighboursOf(edges)
  const placed = joinCurated(curated, open, near, texts)
  const own = coreRows(
    open.filter(address => !placed.has(address)),
    edges,
  )
  joinGuests(own, near, texts)
  return [...curated, ...own]
}

/** Puts copies of documents (of one and the same text) wherever their originals stand. */
export function withCopies(rows: Row[], copies: Map<string, string[]>): Row[] {
  const copied = (members: Row['core']): Row['core'] =>
    new Map(
      [...members].flatMap(([unit, basis]) => {
        const id = documentOf(unit)
        const others = (copies.get(id) ?? []).map(copy => `${copy}${unit.slice(id.length)}`)
        return [[unit, basis] as const, ...others.map(other => [other, 'model'] as const)]
      }),
    )
  return rows.map(row => ({ ...row, core: copied(row.core), guests: copied(row.guests) }))
}

function curatedRows(articles: string[], decisions: Decisions): Row[] {
  const known = new Set(articles)
  return decisions.topics
    .map(({ members, ...topic }) => ({
      topic,
      core: basisOf(
        members.filter(unit => known.has(articleAddressOf(unit))),
        'curated',
      ),
      guests: new Map(),
    }))
    .filter(row => row.core.size > 0)
}

function basisOf(units: string[], basis: FamilyMember['basis']): Row['core'] {
  return new Map(units.map(unit => [unit, basis]))
}

/** An edge seen from one of its ends. */
interface Near {
  other: string
  relation: Match['relation']
  score: number
  /** Share of this article's weight that is found in the other; and of the other's in this one. */
  inside: number
  holds: number
  parts: string[]
}

function neighboursOf(edges: RowEdge[]): Map<string, Near[]> {
  const near = new Map<string, Near[]>()
  const add = (article: string, edge: Near) => {
    const known = near.get(article)
    if (known) known.push(edge)
    else near.set(article, [edge])
  }
  for (const {
    a,
    b,
    relation,
    score,
    containment: [ab, ba],
    parts,
  } of edges) {
    add(a, { other: b, relation, score, inside: ab, holds: ba, parts: parts.map(part => part.a) })
    add(b, { other: a, relation, score, inside: ba, holds: ab, parts: parts.map(part => part.b) })
  }
  return near
}

/**
 * An article that people did not place joins each topic whose exemplars it answers, wholly or in part, in enough of the
 * topic's documents. Returns the articles that found a topic through an equivalent.
 */
function joinCurated(rows: Row[], open: string[], near: Map<string, Near[]>, texts: UnitTexts): Set<string> {
  const placed = new Set<string>()
  const articlesOf = rows.map(row => new Set([...row.core.keys()].map(articleAddressOf)))
  for (const article of open)
    for (const [at, row] of rows.entries()) {
      const met = (near.get(article) ?? []).filter(({ other }) => articlesOf[at]!.has(other))
      if (met.length === 0 || supportOf(met, articlesOf[at]!) < ROW_SUPPORT) continue
      const whole = met.some(({ relation }) => relation === 'equivalent')
      row.guests.set(whole ? article : answeringPart(article, met, texts), 'model')
      if (whole) placed.add(article)
    }
  return placed
}

/** Share of the row's documents that have an edge with the article. */
function supportOf(met: Near[], articles: Set<string>): number {
  const documents = new Set([...articles].map(documentOf))
  return new Set(met.map(({ other }) => documentOf(other))).size / documents.size
}

/** The paragraph that most of the edges point to; the article itself where it has only one, or several are meant. */
function answeringPart(article: string, met: Near[], texts: UnitTexts): string {
  if (texts.paragraphs(article).length < 2) return article
  const votes = new Map<string, number>()
  for (const { parts } of met) {
    const paragraph = parts[0] && paragraphAddressOf(parts[0])
    if (paragraph) votes.set(paragraph, (votes.get(paragraph) ?? 0) + 1)
  }
  const [best] = [...votes].sort(([p, x], [q, y]) => y - x || (p < q ? -1 : 1))
  return best && best[1] * 2 > met.length ? best[0] : article
}

/** Rows of articles equivalent to each other: surest edges first, joined while the two rows agree on the whole. */
function coreRows(articles: string[], edges: RowEdge[]): Row[] {
  const open = new Set(articles)
  const clusters = new Map(articles.map(address => [address, [address]]))
  const equivalents = edges.filter(
    ({ a, b, relation }) => relation === 'equivalent' && open.has(a) && open.has(b),
  )
  const scores = new Map(
    equivalents.flatMap(
      ({ a, b, score }) =>
        [
          [`${a} ${b}`, score],
          [`${b} ${a}`, score],
        ] as const,
    ),
  )
  for (const { a, b } of equivalents.toSorted(bySureness)) {
    const [one, other] = [clusters.get(a)!, clusters.get(b)!]
    if (one === other || !agree(one, other, scores)) continue
    const joined = [...one, ...other]
    for (const address of joined) clusters.set(address, joined)
  }
  return [...new Set(clusters.values())].map(core => ({
    topic: null,
    core: basisOf(core, 'model'),
    guests: new Map(),
  }))
}

function bySureness(x: RowEdge, y: RowEdge): number {
  const key = ({ a, b }: RowEdge) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  return y.score - x.score || (key(x) < key(y) ? -1 : 1)
}

/** Whether the mean score over all pairs of articles of two rows is high enough to join them. */
function agree(one: string[], other: string[], scores: Map<string, number>): boolean {
  let sum = 0
  for (const a of one) for (const b of other) sum += scores.get(`${a} ${b}`) ?? 0
  return sum >= ROW_AGREEMENT * one.length * other.length
}

/**
 * An article that answers the articles of a row in part joins the row as a guest, if it holds more of them than they hold
 * of it: the smaller subject names the row.
 */
function joinGuests(rows: Row[], near: Map<string, Near[]>, texts: UnitTexts): void {
  const rowOf = new Map(rows.flatMap(row => [...row.core.keys()].map(address => [address, row] as const)))
  for (const [article, mine] of rowOf)
    for (const [row, met] of byRow(near.get(article) ?? [], rowOf)) {
      if (row === mine || supportOf(met, new Set(row.core.keys())) < ROW_SUPPORT) continue
      const holds = met.reduce((sum, edge) => sum + edge.holds - edge.inside, 0)
      if (holds >= 0) row.guests.set(answeringPart(article, met, texts), 'model')
    }
}

function byRow(edges: Near[], rowOf: Map<string, Row>): Map<Row, Near[]> {
  const rows = new Map<Row, Near[]>()
  for (const edge of edges) {
    const row = rowOf.get(edge.other)
    if (row) rows.set(row, [...(rows.get(row) ?? []), edge])
  }
  return rows
}
