import { logOdds } from '../../index/logistic.ts'
import type { Measured } from '../measure/score.ts'
import type { Rarity, WeighedArticle } from '../measure/weigh.ts'
import { THIRD_DOCUMENTS } from '../thresholds.ts'

/** A measured pair with the probabilities of the first pass. */
export interface FirstPass {
  pair: Measured
  edge: number
  equivalent: number
}

/**
 * What the first pass found in a pair's surroundings: rivals, neighbours in both documents, third documents, and how much
 * of the shared wording is left once each article's best rival has had its share.
 */
export const CONTEXT: readonly (readonly [name: string, group: string])[] = [
  ['first-edge', 'first pass'],
  ['first-equivalent', 'first pass'],
  ['rival-equivalent', 'rivals'],
  ['rival-equivalent-both', 'rivals'],
  ['rival-edge', 'rivals'],
  ['rival-edge-both', 'rivals'],
  ['edges-of', 'rivals'],
  ['edges-of-both', 'rivals'],
  ['neighbours', 'neighbours'],
  ['near', 'neighbours'],
  ['beside', 'neighbours'],
  ['third-one-sure', 'third documents'],
  ['third-both-sure', 'third documents'],
  ['third-edges', 'third documents'],
  ['third-denies', 'third documents'],
  ['residual', 'residual'],
  ['residual-both', 'residual'],
  ['residual-share', 'residual'],
  ['residual-share-both', 'residual'],
  ['residual-runs', 'residual'],
  ['residual-runs-both', 'residual'],
]

/** What people decided of two articles; null where they did not compare their documents. */
export type Settled = (a: string, b: string) => { edge: number; equivalent: number } | null

/** Values in the order of CONTEXT for each pair. `first` holds every pair that a pair is judged by. */
export function contextOf(
  first: FirstPass[],
  rarity: Rarity,
  settled: Settled,
): (pass: FirstPass) => number[] {
  const known = new Known(first, settled)
  return pass => [
    logOdds(pass.edge),
    logOdds(pass.equivalent),
    ...rivals(pass, known),
    ...neighbours(pass, known),
    ...thirds(pass, known),
    ...residuals(pass, known, rarity),
  ]
}

/** What is known of an article and one that may answer it: people's decision before the first pass's. */
interface Counterpart {
  article: string
  edge: number
  equivalent: number
  pass: FirstPass
}

/** The results of the first pass, looked up by article. */
class Known {
  private byOther = new Map<string, Map<string, Counterpart>>()
  private byDocument = new Map<string, Map<string, Counterpart[]>>()
  /** By document what stands for its whole text: of copies, which have the same, one is enough. */
  private texts = new Map<string, string>()

  constructor(first: FirstPass[], settled: Settled) {
    for (const pass of first) {
      const { a, b } = pass.pair
      const [one, other] = addresses(pass)
      const { edge, equivalent } = settled(one, other) ?? pass
      this.add(one, b.regulation, { article: other, edge, equivalent, pass })
      this.add(other, a.regulation, { article: one, edge, equivalent, pass })
      this.texts.set(a.regulation, a.document).set(b.regulation, b.document)
    }
  }

  private add(article: string, regulation: string, counterpart: Counterpart): void {
    inner(this.byOther, article, () => new Map()).set(counterpart.article, counterpart)
    const documents = inner(this.byDocument, article, () => new Map<string, Counterpart[]>())
    inner(documents, regulation, () => []).push(counterpart)
  }

  between(a: string, b: string): Counterpart | undefined {
    return this.byOther.get(a)?.get(b)
  }

  /** The articles of a regulation that may answer the article. */
  counterparts(article: string, regulation: string): Counterpart[] {
    return this.byDocument.get(article)?.get(regulation) ?? []
  }

  /** Documents other than those of the two articles, one of each text. */
  others(a: WeighedArticle, b: WeighedArticle): string[] {
    const ids = this.byDocument.get(a.article.address)?.keys() ?? []
    const texts = new Map([...ids].map(id => [this.texts.get(id)!, id]))
    texts.delete(a.document)
    texts.delete(b.document)
    return [...texts.keys()]
      .sort()
      .slice(0, THIRD_DOCUMENTS)
      .map(text => texts.get(text)!)
  }
}

function inner<V>(map: Map<string, V>, key: string, fresh: () => V): V {
  const known = map.get(key)
  if (known) return known
  const value = fresh()
  map.set(key, value)
  return value
}

function rivals(pass: FirstPass, known: Known): number[] {
  const [a, b] = addresses(pass)
  const ofA = known.counterparts(a, pass.pair.b.regulation).filter(other => other.pass !== pass)
  const ofB = known.counterparts(b, pass.pair.a.regulation).filter(other => other.pass !== pass)
  const highest = (passes: Counterpart[], what: 'edge' | 'equivalent') =>
    passes.reduce((max, other) => Math.max(max, other[what]), 0)
  const edges = (passes: Counterpart[]) => passes.reduce((sum, other) => sum + other.edge, 0)
  return [
    ...both(highest(ofA, 'equivalent'), highest(ofB, 'equivalent')),
    ...both(highest(ofA, 'edge'), highest(ofB, 'edge')),
    ...both(edges(ofA), edges(ofB)),
  ]
}

function addresses({ pair }: FirstPass): [string, string] {
  return [pair.a.article.address, pair.b.article.address]
}

function both(x: number, y: number): [number, number] {
  return [Math.max(x, y), Math.min(x, y)]
}

function neighbours(pass: FirstPass, known: Known): number[] {
  const { a, b } = pass.pair
  const at = (i: number, j: number) => {
    const [one, other] = [a.around(i), b.around(j)]
    return one && other ? (known.between(one, other)?.equivalent ?? 0) : 0
  }
  const steps = [-2, -1, 1, 2]
  return [
    at(1, 1) + at(-1, -1),
    Math.max(...steps.flatMap(i => steps.map(j => at(i, j)))),
    Math.max(at(0, 1), at(0, -1), at(1, 0), at(-1, 0)),
  ]
}

/** What documents outside the pair show, as a mean over them: does a's counterpart there answer b too? */
function thirds(pass: FirstPass, known: Known): number[] {
  const [a, b] = addresses(pass)
  const others = known.others(pass.pair.a, pass.pair.b)
  const sums = [0, 0, 0, 0]
  for (const document of others)
    for (const [at, value] of third(a, b, document, known).entries()) sums[at]! += value / others.length
  return sums
}

function third(a: string, b: string, document: string, known: Known): number[] {
  let [oneSure, bothSure, edges] = [0, 0, 0]
  for (const there of known.counterparts(a, document)) {
    const back = known.between(there.article, b)
    if (!back) continue
    oneSure = Math.max(oneSure, there.equivalent * back.edge, there.edge * back.equivalent)
    bothSure = Math.max(bothSure, there.equivalent * back.equivalent)
    edges = Math.max(edges, there.edge * back.edge)
  }
  const denied = Math.max(denial(a, b, document, known), denial(b, a, document, known))
  return [oneSure, bothSure, edges, denied]
}

/** How surely the article has an equivalent there that has no edge to the other. */
function denial(article: string, other: string, document: string, known: Known): number {
  let sure = { article: '', equivalent: 0 }
  for (const there of known.counterparts(article, document))
    if (there.equivalent > sure.equivalent) sure = there
  return sure.equivalent * (1 - (known.between(sure.article, other)?.edge ?? 0))
}

/** How much of the weight that a and b share a's likeliest rival does not share, and b's likeliest rival does not. */
function residuals(pass: FirstPass, known: Known, rarity: Rarity): number[] {
  const { a, b } = pass.pair
  const rivalOfA = rivalFor(pass, b, known)
  const rivalOfB = rivalFor(pass, a, known)
  const words = [residual(a, b, rivalOfA, rarity), residual(a, b, rivalOfB, rarity)]
  const runs = [residualRuns(a, b, rivalOfA), residualRuns(a, b, rivalOfB)]
  return [
    ...both(Math.log1p(words[0]!.mass), Math.log1p(words[1]!.mass)),
    ...both(words[0]!.share, words[1]!.share),
    ...both(Math.log1p(runs[0]!), Math.log1p(runs[1]!)),
  ]
}

/** The article that the first pass finds likeliest to be the other's equivalent besides this pair's own. */
function rivalFor(pass: FirstPass, article: WeighedArticle, known: Known): WeighedArticle | null {
  const { a, b } = pass.pair
  const mine = article === a ? b : a
  let best: Counterpart | null = null
  for (const other of known.counterparts(article.article.address, mine.regulation))
    if (other.pass !== pass && other.equivalent > (best?.equivalent ?? 0)) best = other
  if (!best) return null
  return best.pass.pair.a === article ? best.pass.pair.b : best.pass.pair.a
}

function residual(a: WeighedArticle, b: WeighedArticle, rival: WeighedArticle | null, rarity: Rarity) {
  let mass = 0
  let all = 0
  for (const word of a.words.weights.keys()) {
    if (!b.words.weights.has(word)) continue
    const weight = rarity.word(word)
    all += weight
    if (!rival?.words.weights.has(word)) mass += weight
  }
  return { mass, share: all === 0 ? 0 : mass / all }
}

function residualRuns(a: WeighedArticle, b: WeighedArticle, rival: WeighedArticle | null): number {
  let mass = 0
  for (const [run, weight] of a.runs.weights)
    if (b.runs.weights.has(run) && !rival?.runs.weights.has(run)) mass += weight
  return mass
}
