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

/**
 * Values in the order of SURROUNDING_MEASURES and GUIDING_MEASURES for each pair; `all` holds every pair that a pair is judged by.
 * `originals` are the numbers of documents in an order that their texts decide: of so many the first are asked as third ones.
 */
export function surroundingsOf(
  all: FirstLook[],
  settled: Settled,
  originals: number[],
): (look: FirstLook) => number[] {
  const known = new Known(all, settled, originals)
  const found = new Map<FirstLook, Found>()
  for (let article = 0; article < known.articles.length; article++) known.lookFrom(article, found)
  return look => {
    const { edge, equivalent } = look
    const { rivals, thirds, forth, back } = found.get(look)!
    return [
      logOdds(edge),
      logOdds(equivalent),
      ...rivals,
      ...thirds,
      ...both(forth.edge, back.edge),
      ...both(forth.equivalent, back.equivalent),
      logOdds(Math.max(forth.sure, back.sure)),
    ]
  }
}

/** What the surest counterparts of an article in third documents are to another, weighed by their odds. */
interface Through {
  edge: number
  equivalent: number
  sure: number
}

/** What was found around a pair; `forth` by way of the first article's counterparts, `back` by the second's. */
interface Found {
  rivals: number[]
  thirds: number[]
  forth: Through
  back: Through
}

/** The results of the first look by numbers of articles, people's decisions before them. */
class Known {
  readonly articles: IndexedArticle[]
  private readonly numbers: Map<string, number>
  private readonly documents: number
  /** Place of each document among those that texts order. */
  private readonly places: Map<number, number>
  /** Of an article and a document's place, the counterparts there: from starts[article * documents + place] on. */
  private readonly starts: Int32Array
  private readonly others: Int32Array
  private readonly edges: Float64Array
  private readonly equivalents: Float64Array
  /** The surest of those; -1 where there is none. */
  private readonly surest: Int32Array
  private readonly looks: FirstLook[][]
  /** Of all articles what they are to the one looked from, and by way of its surest counterparts. */
  private readonly own: Sums
  private readonly through: Sums

  constructor(looks: FirstLook[], settled: Settled, originals: number[]) {
    this.articles = [...new Set(looks.flatMap(({ pair: { a, b } }) => [a, b]))]
    this.numbers = new Map(this.articles.map(({ address }, at) => [address, at]))
    this.documents = originals.length
    this.places = new Map(originals.map((document, at) => [document, at]))
    this.starts = new Int32Array(this.articles.length * this.documents + 1)
    this.looks = this.articles.map(() => [])
    const slots = looks.map(look => {
      const { a, b } = look.pair
      const [one, other] = [this.numberOf(a), this.numberOf(b)]
      this.looks[one]!.push(look)
      this.looks[other]!.push(look)
      return { one, other, atOne: this.slotOf(one, b), atOther: this.slotOf(other, a) }
    })
    for (const { atOne, atOther } of slots) {
      this.starts[atOne + 1]!++
      this.starts[atOther + 1]!++
    }
    for (let at = 1; at < this.starts.length; at++) this.starts[at]! += this.starts[at - 1]!
    this.others = new Int32Array(2 * looks.length)
    this.edges = new Float64Array(2 * looks.length)
    this.equivalents = new Float64Array(2 * looks.length)
    const next = this.starts.slice()
    for (const [at, { one, other, atOne, atOther }] of slots.entries()) {
      const { pair, ...found } = looks[at]!
      const { edge, equivalent } = settled(pair.a.address, pair.b.address) ?? found
      for (const [slot, counterpart] of [[atOne, other] as const, [atOther, one] as const]) {
        const place = next[slot]!++
        this.others[place] = counterpart
        this.edges[place] = edge
        this.equivalents[place] = equivalent
      }
    }
    this.surest = new Int32Array(this.starts.length - 1)
    for (let slot = 0; slot < this.surest.length; slot++) this.surest[slot] = this.surestIn(slot)
    this.own = sumsOver(this.articles.length)
    this.through = sumsOver(this.articles.length)
  }

  private numberOf({ address }: IndexedArticle): number {
    return this.numbers.get(address)!
  }

  private slotOf(article: number, { document }: IndexedArticle): number {
    return article * this.documents + this.places.get(document)!
  }

  private surestIn(slot: number): number {
    let surest = -1
    for (let at = this.starts[slot]!; at < this.starts[slot + 1]!; at++)
      if (this.equivalents[at]! > (surest < 0 ? 0 : this.equivalents[surest]!)) surest = at
    return surest
  }

  /** Writes down what is found of each pair from this article's side. */
  lookFrom(article: number, found: Map<FirstLook, Found>): void {
    const looks = this.looks[article]!
    this.add(this.own, article, 1)
    for (let place = 0; place < this.documents; place++) {
      const there = this.surest[article * this.documents + place]!
      if (there >= 0) this.add(this.through, this.others[there]!, oddsOf(this.equivalents[there]!))
    }
    const sums = new Map<number, { weights: number; sure: number }>()
    for (const look of looks) {
      const { a, b } = look.pair
      const isFirst = this.numberOf(a) === article
      const [from, to] = isFirst ? [a, b] : [b, a]
      if (!sums.has(to.document)) sums.set(to.document, this.besides(article, this.places.get(to.document)!))
      const { weights, sure } = sums.get(to.document)!
      const other = this.numberOf(to)
      const through =
        weights === 0
          ? { edge: 0, equivalent: 0, sure }
          : {
              edge: this.through.edges[other]! / weights,
              equivalent: this.through.equivalents[other]! / weights,
              sure,
            }
      const known = found.get(look)
      if (!known) found.set(look, this.around(article, from, other, to, through, isFirst))
      else if (isFirst) known.forth = through
      else known.back = through
    }
    this.clear(this.own, article)
    for (let place = 0; place < this.documents; place++) {
      const there = this.surest[article * this.documents + place]!
      if (there >= 0) this.clear(this.through, this.others[there]!)
    }
  }

  /** Adds what the article's counterparts are to it. */
  private add({ edges, equivalents }: Sums, article: number, weight: number): void {
    const end = this.starts[(article + 1) * this.documents]!
    for (let at = this.starts[article * this.documents]!; at < end; at++) {
      edges[this.others[at]!]! += weight * this.edges[at]!
      equivalents[this.others[at]!]! += weight * this.equivalents[at]!
    }
  }

  private clear({ edges, equivalents }: Sums, article: number): void {
    const end = this.starts[(article + 1) * this.documents]!
    for (let at = this.starts[article * this.documents]!; at < end; at++) {
      edges[this.others[at]!] = 0
      equivalents[this.others[at]!] = 0
    }
  }

  /** The odds of the article's surest counterparts outside one document, and how sure the surest of all is. */
  private besides(article: number, document: number): { weights: number; sure: number } {
    let [weights, sure] = [0, 0]
    for (let place = 0; place < this.documents; place++) {
      const there = this.surest[article * this.documents + place]!
      if (place === document || there < 0) continue
      weights += oddsOf(this.equivalents[there]!)
      sure = Math.max(sure, this.equivalents[there]!)
    }
    return { weights, sure }
  }

  /** Rivals and third documents of a pair, one of whose articles is looked from. */
  private around(
    article: number,
    from: IndexedArticle,
    other: number,
    to: IndexedArticle,
    through: Through,
    isFirst: boolean,
  ): Found {
    const [own, there] = [this.rivals(article, to, other), this.rivals(other, from, article)]
    const nothing = { edge: 0, equivalent: 0, sure: 0 }
    return {
      rivals: [
        ...both(own.equivalent, there.equivalent),
        ...both(own.edge, there.edge),
        ...both(own.edges, there.edges),
      ],
      thirds: this.thirds(article, from, other, to),
      forth: isFirst ? through : nothing,
      back: isFirst ? nothing : through,
    }
  }

  /** Of the other articles of a document that may answer the article the surest, and the edges to all. */
  private rivals(article: number, { document }: IndexedArticle, but: number) {
    const slot = article * this.documents + this.places.get(document)!
    let [equivalent, edge, edges] = [0, 0, 0]
    for (let at = this.starts[slot]!; at < this.starts[slot + 1]!; at++) {
      if (this.others[at] === but) continue
      equivalent = Math.max(equivalent, this.equivalents[at]!)
      edge = Math.max(edge, this.edges[at]!)
      edges += this.edges[at]!
    }
    return { equivalent, edge, edges }
  }

  /** What documents outside the pair show, as a mean over them: does a counterpart of the one there answer the other too? */
  private thirds(article: number, from: IndexedArticle, other: number, to: IndexedArticle): number[] {
    const outside: number[] = []
    const [one, two] = [this.places.get(from.document)!, this.places.get(to.document)!]
    for (let place = 0; place < this.documents && outside.length < THIRD_DOCUMENTS; place++)
      if (place !== one && place !== two) outside.push(place)
    const sums = [0, 0, 0, 0]
    for (const place of outside) {
      let [oneSure, bothSure, edges] = [0, 0, 0]
      const slot = other * this.documents + place
      for (let at = this.starts[slot]!; at < this.starts[slot + 1]!; at++) {
        const there = this.others[at]!
        const [edge, equivalent] = [this.own.edges[there]!, this.own.equivalents[there]!]
        oneSure = Math.max(oneSure, equivalent * this.edges[at]!, edge * this.equivalents[at]!)
        bothSure = Math.max(bothSure, equivalent * this.equivalents[at]!)
        edges = Math.max(edges, edge * this.edges[at]!)
      }
      const denied = Math.max(this.denial(article, other, place), this.denial(other, article, place))
      for (const [at, value] of [oneSure, bothSure, edges, denied].entries())
        sums[at]! += value / outside.length
    }
    return sums
  }

  /** How surely the article has an equivalent in the document that has no edge to the other. */
  private denial(article: number, other: number, place: number): number {
    const there = this.surest[article * this.documents + place]!
    if (there < 0) return 0
    const slot = this.others[there]! * this.documents + this.places.get(this.articles[other]!.document)!
    let edge = 0
    for (let at = this.starts[slot]!; at < this.starts[slot + 1]!; at++)
      if (this.others[at] === other) edge = this.edges[at]!
    return this.equivalents[there]! * (1 - edge)
  }
}

/** Sums over all articles. */
interface Sums {
  edges: Float64Array
  equivalents: Float64Array
}

function sumsOver(articles: number): Sums {
  return { edges: new Float64Array(articles), equivalents: new Float64Array(articles) }
}

function oddsOf(probability: number): number {
  return probability / (1.001 - probability)
}
