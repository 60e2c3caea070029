import { logOdds } from '../../index/logistic.ts'
import { documentOf } from '../../structure/address.ts'
import { pairKey } from '../codebook.ts'
import { FAINT_COUNTERPART } from '../thresholds.ts'
import type { FirstPass, Settled } from './context.ts'

/**
 * What follows from people's decisions for a pair of articles, one from a document that people compared with others, one
 * from a new document. The new article has likely counterparts in those others: what people decided on its surest
 * counterpart counts for it too. And what people hold to be one subject in several documents is judged over all of them.
 */
export const GUIDANCE: readonly (readonly [name: string, group: string])[] = [
  ['kin-edge', 'codebook'],
  ['kin-equivalent', 'codebook'],
  ['kin-sure', 'codebook'],
  ['kin-edge-sure', 'codebook'],
  ['kin-equivalent-sure', 'codebook'],
  ['any-kin-edge', 'codebook'],
  ['any-kin-equivalent', 'codebook'],
  ['subject-edge', 'codebook'],
  ['subject-equivalent', 'codebook'],
  ['subject-edge-best', 'codebook'],
  ['subject-equivalent-best', 'codebook'],
]

const NONE = GUIDANCE.map(() => 0)

/** An article that may be the new one's counterpart. */
interface Link {
  article: string
  edge: number
  equivalent: number
}

/** Values in the order of GUIDANCE for each pair; all 0 where people know both documents or neither. */
export function guidanceOf(first: FirstPass[], settled: Settled): (pass: FirstPass) => number[] {
  const links = new Links(first, settled)
  return ({ pair: { a, b } }) => {
    const [knownA, knownB] = [links.known.has(a.regulation), links.known.has(b.regulation)]
    if (knownA === knownB) return NONE
    const [fresh, theirs] = knownA ? [b, a] : [a, b]
    const others = [...links.known].filter(id => id !== theirs.regulation)
    const [d, y] = [fresh.article.address, theirs.article.address]
    return [...kin(d, y, others, links, settled), ...subject(d, y, others, links)]
  }
}

/** What the first pass found for each article, and which articles people hold to be equivalents. */
class Links {
  /** Documents that people compared with another of those at hand, in the order of their ids. */
  readonly known: Set<string>
  private readonly found = new Map<string, Map<string, Link[]>>()
  private readonly byPair = new Map<string, Link>()
  private readonly same = new Map<string, string[]>()

  constructor(first: FirstPass[], settled: Settled) {
    const articles = new Map<string, Set<string>>()
    for (const { pair, edge, equivalent } of first) {
      const [a, b] = [pair.a.article.address, pair.b.article.address]
      this.add(a, pair.b.regulation, { article: b, edge, equivalent })
      this.add(b, pair.a.regulation, { article: a, edge, equivalent })
      for (const { regulation, article } of [pair.a, pair.b])
        articles.set(regulation, (articles.get(regulation) ?? new Set()).add(article.address))
    }
    const documents = [...articles].map(([id, set]) => ({ id, articles: [...set] }))
    const known = documents.flatMap((one, at) =>
      documents.slice(at + 1).flatMap(other => {
        if (!settled(one.articles[0]!, other.articles[0]!)) return []
        this.learn(one.articles, other.articles, settled)
        return [one.id, other.id]
      }),
    )
    this.known = new Set(known.sort())
  }

  /** Notes which articles of two documents people hold to be equivalents. */
  private learn(one: string[], other: string[], settled: Settled): void {
    for (const a of one)
      for (const b of other)
        if (settled(a, b)?.equivalent === 1) {
          push(this.same, a, b)
          push(this.same, b, a)
        }
  }

  private add(article: string, document: string, link: Link): void {
    const documents = this.found.get(article) ?? new Map<string, Link[]>()
    this.found.set(article, documents)
    push(documents, document, link)
    this.byPair.set(pairKey(article, link.article), link)
  }

  /** Likeliest equivalents in a document, the likeliest first. */
  counterparts(article: string, document: string): Link[] {
    const links = this.found.get(article)?.get(document) ?? []
    return links
      .filter(({ equivalent }) => equivalent >= FAINT_COUNTERPART)
      .sort((x, y) => y.equivalent - x.equivalent || (x.article < y.article ? -1 : 1))
  }

  between(a: string, b: string): Link | undefined {
    return this.byPair.get(pairKey(a, b))
  }

  /** Articles that people hold to be the article's equivalents. */
  equivalentsOf(article: string): string[] {
    return this.same.get(article) ?? []
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** What people decided between `y` and the counterparts of `d`; each counterpart counts by its odds, so that the surest decides. */
function kin(d: string, y: string, others: string[], links: Links, settled: Settled): number[] {
  let [weights, edges, equivalents, surest] = [0, 0, 0, 0]
  let [anyEdge, anyEquivalent] = [0, 0]
  for (const document of others) {
    const counterparts = links.counterparts(d, document)
    for (const [at, { article, equivalent }] of counterparts.entries()) {
      const decided = settled(article, y)
      if (!decided) break
      anyEdge = Math.max(anyEdge, equivalent * decided.edge)
      anyEquivalent = Math.max(anyEquivalent, equivalent * decided.equivalent)
      if (at > 0) continue
      const odds = (equivalent + 1e-3) / (1 - equivalent + 1e-3)
      weights += odds
      edges += odds * decided.edge
      equivalents += odds * decided.equivalent
      surest = Math.max(surest, equivalent)
    }
  }
  const [edge, same] = weights === 0 ? [0, 0] : [edges / weights, equivalents / weights]
  const sure = logOdds(surest)
  return [edge, same, sure, edge * sure, same * sure, anyEdge, anyEquivalent]
}

/** How like `d` is to the articles that people hold to have the subject of `y`: mean and best over the documents. */
function subject(d: string, y: string, others: string[], links: Links): number[] {
  const among = new Set(others)
  const members = [y, ...links.equivalentsOf(y).filter(member => among.has(documentOf(member)))].sort()
  const met = members.map(member => links.between(d, member))
  const edges = met.map(link => logOdds(link?.edge ?? 0))
  const equivalents = met.map(link => logOdds(link?.equivalent ?? 0))
  return [mean(edges), mean(equivalents), Math.max(...edges), Math.max(...equivalents)]
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
