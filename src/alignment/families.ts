import { articleAddressOf, documentOf, paragraphAddressOf } from '../structure/address.ts'
import type { Family, FamilyMember, Match, Topic } from '../types.ts'
import type { Decisions } from './codebook.ts'
import type { Labeller } from './topics.ts'

/** What families need to know of an address. */
export interface Texts {
  /** Folded text of an article or paragraph. */
  text(address: string): string
  /** Paragraph addresses of an article, in order. */
  paragraphs(article: string): string[]
}

interface Row {
  topic: Topic | null
  basis: Map<string, FamilyMember['basis']>
}

/**
 * Gathers matches into rows. People's topics come first, with their exemplars; articles that only the model knows join
 * the row of what they answer, or form rows of their own; what nothing answers is a row of its own.
 * Rows come in the order of their first member, documents in the order given.
 */
export function familiesOf(
  articles: string[],
  matches: Match[],
  decisions: Decisions,
  texts: Texts,
  label: Labeller,
): Family[] {
  const known = new Set(articles)
  const rows: Row[] = decisions.topics
    .map(({ members, ...topic }) => ({
      topic,
      basis: new Map(
        members
          .filter(address => known.has(articleAddressOf(address)))
          .map(address => [address, 'curated' as const]),
      ),
    }))
    .filter(row => row.basis.size > 0)
  const open = articles.filter(address => !decisions.covered.has(documentOf(address)))
  const modelRows = coreRows(open, matches)
  const all = [...rows, ...modelRows]
  joinCurated(rows, open, matches, texts)
  joinParts(modelRows, matches, texts)
  const placed = new Set(rows.flatMap(row => [...row.basis.keys()].map(articleAddressOf)))
  const useful = all.filter(
    row => row.topic !== null || row.basis.size > 1 || !placed.has([...row.basis.keys()][0]!),
  )
  return finish(useful, articles, texts, label)
}

/** Rows of articles that are equivalent to each other: likeliest edges first, joined while the two rows agree on the whole. */
function coreRows(articles: string[], matches: Match[]): Row[] {
  const open = new Set(articles)
  const edges = matches.filter(
    match => match.relation === 'equivalent' && open.has(match.a) && open.has(match.b),
  )
  const clusters = new Map(articles.map(address => [address, [address]]))
  const likeliness = new Map(
    edges.flatMap(
      ({ a, b, score }) =>
        [
          [`${a} ${b}`, score],
          [`${b} ${a}`, score],
        ] as const,
    ),
  )
  for (const { a, b } of edges.toSorted(byProbability)) {
    const [one, other] = [clusters.get(a)!, clusters.get(b)!]
    if (one === other || !agree(one, other, likeliness)) continue
    const joined = [...one, ...other]
    for (const address of joined) clusters.set(address, joined)
  }
  return [...new Set(clusters.values())].map(members => ({
    topic: null,
    basis: new Map(members.map(address => [address, 'model'])),
  }))
}

function byProbability(x: Match, y: Match): number {
  const key = ({ a, b }: Match) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  return y.score - x.score || (key(x) < key(y) ? -1 : 1)
}

/** Whether, over all pairs of two rows, half the likeliness is there. */
function agree(one: string[], other: string[], likeliness: Map<string, number>): boolean {
  let sum = 0
  for (const a of one) for (const b of other) sum += likeliness.get(`${a} ${b}`) ?? 0
  return sum >= 0.4 * one.length * other.length
}

/** Articles outside the codebook join the topics whose exemplars they answer. */
function joinCurated(rows: Row[], open: string[], matches: Match[], texts: Texts): void {
  const uncovered = new Set(open)
  const rowsOf = new Map<string, Row[]>()
  for (const row of rows)
    for (const member of row.basis.keys()) {
      const article = articleAddressOf(member)
      rowsOf.set(article, [...(rowsOf.get(article) ?? []), row])
    }
  for (const match of matches)
    for (const [mine, theirs, side] of [
      [match.a, match.b, 0],
      [match.b, match.a, 1],
    ] as const) {
      if (!uncovered.has(mine) || uncovered.has(theirs)) continue
      const answered = rowsOf.get(theirs) ?? []
      if (match.relation === 'equivalent') for (const row of answered) row.basis.set(mine, 'model')
      else if (answered.length === 1) answered[0]!.basis.set(partOf(match, side, texts), 'model')
    }
}

/** An article that answers another in part joins that one's row, with the paragraph that answers where one can be told. */
function joinParts(rows: Row[], matches: Match[], texts: Texts): void {
  const rowOf = new Map(rows.flatMap(row => [...row.basis.keys()].map(address => [address, row] as const)))
  const parts = matches.filter(
    match => match.relation === 'partial' && rowOf.has(match.a) && rowOf.has(match.b),
  )
  for (const match of parts) {
    const [insideB, insideA] = match.evidence.containment
    // The smaller subject names the row: where a's words are found in b, b holds a's subject and joins a's row.
    const [host, guest, side] =
      insideB >= insideA ? ([match.a, match.b, 1] as const) : ([match.b, match.a, 0] as const)
    const row = rowOf.get(host)!
    if (!row.basis.has(guest)) row.basis.set(partOf(match, side, texts), 'model')
  }
}

function partOf(match: Match, side: 0 | 1, texts: Texts): string {
  const article = side === 0 ? match.a : match.b
  const part = match.evidence.parts[0]
  if (!part || texts.paragraphs(article).length < 2) return article
  return paragraphAddressOf(side === 0 ? part.a : part.b)
}

function finish(rows: Row[], articles: string[], texts: Texts, label: Labeller): Family[] {
  const order = new Map(articles.map((address, at) => [address, at]))
  const place = (address: string) => order.get(articleAddressOf(address))!
  const byPlace = (x: string, y: string) => place(x) - place(y) || (x < y ? -1 : 1)
  return rows
    .map(row => ({ row, members: [...row.basis.keys()].sort(byPlace) }))
    .sort((x, y) => byPlace(x.members[0]!, y.members[0]!) || y.members.length - x.members.length)
    .map(({ row, members }) => {
      const topic = row.topic ?? label(members)
      const wordings = wordingsOf(members, texts)
      return {
        id: topic.id,
        topic,
        label: row.topic ? ('curated' as const) : ('model' as const),
        members: members.map(address => ({
          address,
          basis: row.basis.get(address)!,
          wording: wordings.get(address)!,
        })),
      }
    })
}

/** A for the largest group of one wording, B for the next …; groups of one size in the order of their first member. */
export function wordingsOf(members: string[], texts: Texts): Map<string, string> {
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
