import { logOdds } from '../../index/logistic.ts'
import { THIRD_DOCUMENTS } from '../thresholds.ts'
import type { IndexedArticle } from './articles.ts'
import { type ArticlePair, both } from './pairs.ts'

/** A pair with how likely it is by itself that there is an edge, and that it is an equivalence. */
export interface FirstLook {
  pair: ArticlePair
  edge: number
  equivalent: number
}

/** What the first look found around a pair: rivals of either article, and what third documents show. */
export const SURROUNDING_MEASURES = [
  'odds of an edge',
  'odds of an equivalence',
  'rival equivalence',
  'rival equivalence both',
  'rival edge',
  'rival edge both',
  'edges of the article',
  'edges of the article both',
  'third document, one sure',
  'third document, both sure',
  'third document, edges',
  'third document denies',
]

/** What counts besides where people aligned one of two documents with others: what they hold of its surest counterparts. */
export const GUIDING_MEASURES = [
  'surest counterparts, edge',
  'surest counterparts, edge both',
  'surest counterparts, equivalence',
  'surest counterparts, equivalence both',
  'sureness of the counterparts',
]

/** What people decided of two articles; null where they did not compare their documents. */
export type Settled = (a: string, b: string) => { edge: number; equivalent: number } | null

/** What is known of an article and one that may answer it: people's decision before the first look's. */
interface Counterpart {
  article: string
  edge: number
  equivalent: number
}

/**
 * Values in the order of SURROUNDING_MEASURES and GUIDING_MEASURES for each pair; `all` holds every pair that a pair is judged by. `originals` are the
 * numbers of documents in an order that their texts decide: of so many the first are asked as third ones.
 */
export function surroundingsOf(
  all: FirstLook[],
  settled: Settled,
  originals: number[],
): (look: FirstLook) => number[] {
  const known = new Known(all, settled)
  return ({ pair: { a, b }, edge, equivalent }) => [
    logOdds(edge),
    logOdds(equivalent),
    ...rivals(known.besides(a.address, b), known.besides(b.address, a)),
    ...thirds(a.address, b.address, known, thirdDocuments(originals, a.document, b.document)),
    ...bySurest(a, b, known, originals),
  ]
}

function thirdDocuments(documents: number[], a: number, b: number): number[] {
  const others: number[] = []
  for (let at = 0; at < documents.length && others.length < THIRD_DOCUMENTS; at++)
    if (documents[at] !== a && documents[at] !== b) others.push(documents[at]!)
  return others
}

/** The results of the first look, by article. */
class Known {
  private byArticle = new Map<string, Map<number, Map<string, Counterpart>>>()

  constructor(looks: FirstLook[], settled: Settled) {
    for (const { pair, ...found } of looks) {
      const [a, b] = [pair.a.address, pair.b.address]
      const { edge, equivalent } = settled(a, b) ?? found
      this.add(a, pair.b.document, { article: b, edge, equivalent })
      this.add(b, pair.a.document, { article: a, edge, equivalent })
    }
  }

  private add(article: string, document: number, counterpart: Counterpart): void {
    const documents = this.byArticle.get(article) ?? new Map<number, Map<string, Counterpart>>()
    this.byArticle.set(article, documents)
    const counterparts = documents.get(document) ?? new Map<string, Counterpart>()
    documents.set(document, counterparts)
    counterparts.set(counterpart.article, counterpart)
  }

  between(article: string, document: number, other: string): Counterpart | undefined {
    return this.byArticle.get(article)?.get(document)?.get(other)
  }

  /** The articles of a document that may answer the article. */
  counterparts(article: string, document: number): Iterable<Counterpart> {
    return this.byArticle.get(article)?.get(document)?.values() ?? []
  }

  /** Those of the other's document but the other itself. */
  besides(article: string, other: { address: string; document: number }): Counterpart[] {
    return [...this.counterparts(article, other.document)].filter(each => each.article !== other.address)
  }
}

function rivals(ofA: Counterpart[], ofB: Counterpart[]): number[] {
  const highest = (others: Counterpart[], what: 'edge' | 'equivalent') =>
    others.reduce((max, other) => Math.max(max, other[what]), 0)
  const edges = (others: Counterpart[]) => others.reduce((sum, other) => sum + other.edge, 0)
  return [
    ...both(highest(ofA, 'equivalent'), highest(ofB, 'equivalent')),
    ...both(highest(ofA, 'edge'), highest(ofB, 'edge')),
    ...both(edges(ofA), edges(ofB)),
  ]
}

/** What documents outside the pair show, as a mean over them: does a's counterpart there answer b too? */
function thirds(a: string, b: string, known: Known, documents: number[]): number[] {
  const sums = [0, 0, 0, 0]
  for (const document of documents)
    for (const [at, value] of third(a, b, document, known).entries()) sums[at]! += value / documents.length
  return sums
}

function third(a: string, b: string, document: number, known: Known): number[] {
  let [oneSure, bothSure, edges] = [0, 0, 0]
  for (const there of known.counterparts(a, document)) {
    const back = known.between(b, document, there.article)
    if (!back) continue
    oneSure = Math.max(oneSure, there.equivalent * back.edge, there.edge * back.equivalent)
    bothSure = Math.max(bothSure, there.equivalent * back.equivalent)
    edges = Math.max(edges, there.edge * back.edge)
  }
  return [oneSure, bothSure, edges, Math.max(denial(a, b, document, known), denial(b, a, document, known))]
}

/** What the surest counterpart of either article in each third document is to the other article, weighed by its odds. */
function bySurest(a: IndexedArticle, b: IndexedArticle, known: Known, documents: number[]): number[] {
  const others = documents.filter(each => each !== a.document && each !== b.document)
  const [one, other] = [
    through(a.address, b.address, known, others),
    through(b.address, a.address, known, others),
  ]
  return [
    ...both(one.edge, other.edge),
    ...both(one.equivalent, other.equivalent),
    logOdds(Math.max(one.sure, other.sure)),
  ]
}

function through(article: string, other: string, known: Known, documents: number[]) {
  let [weights, edges, equivalents, sure] = [0, 0, 0, 0]
  for (const document of documents) {
    const there = surestOf(known.counterparts(article, document))
    if (!there) continue
    const decided = known.between(other, document, there.article)
    const odds = there.equivalent / (1.001 - there.equivalent)
    weights += odds
    edges += odds * (decided?.edge ?? 0)
    equivalents += odds * (decided?.equivalent ?? 0)
    sure = Math.max(sure, there.equivalent)
  }
  return weights === 0
    ? { edge: 0, equivalent: 0, sure }
    : { edge: edges / weights, equivalent: equivalents / weights, sure }
}

function surestOf(counterparts: Iterable<Counterpart>): Counterpart | null {
  let surest: Counterpart | null = null
  for (const each of counterparts) if (each.equivalent > (surest?.equivalent ?? 0)) surest = each
  return surest
}

/** How surely the article has an equivalent there that has no edge to the other. */
function denial(article: string, other: string, document: number, known: Known): number {
  let sure: Counterpart = { article: '', edge: 0, equivalent: 0 }
  for (const there of known.counterparts(article, document))
    if (there.equivalent > sure.equivalent) sure = there
  return sure.equivalent * (1 - (known.between(other, document, sure.article)?.edge ?? 0))
}
