import { pairKey, relationBetween } from '../../src/alignment/codebook.ts'
import { prepare } from '../../src/alignment/measure/prepare.ts'
import { MEASURES, type Measured, measure } from '../../src/alignment/measure/score.ts'
import { type Rarity, rarityOf, weighRegulation } from '../../src/alignment/measure/weigh.ts'
import type { FirstPass, Settled } from '../../src/alignment/model/context.ts'
import { type Decided, decide, type Judged, type Thresholds } from '../../src/alignment/model/decide.ts'
import {
  firstPassOf,
  GUIDED,
  type Heads,
  SECOND,
  type Surroundings,
  secondPass,
  secondValues,
  type Weights,
} from '../../src/alignment/model/judge.ts'
import { documentOf } from '../../src/structure/address.ts'
import type { Codebook, Cut, Regulation } from '../../src/types.ts'
import { inProgram } from '../io/program.ts'
import { readGold } from '../quality/gold.ts'
import { type AlignmentGold, type Edge, TWINS } from '../quality/score-alignment.ts'
import { fitLogistic } from './learn.ts'

/** A corpus that people aligned, measured. */
export interface Genre {
  name: string
  rarity: Rarity
  pairs: Measured[]
  gold: AlignmentGold
  /** Relation by `pairKey` of two articles. */
  relations: Map<string, string>
}

type Fold = (document: string) => boolean

// The best over four genres, each judged by weights fitted on the other three; the optimum is flat.
const THRESHOLDS: Thresholds = { edge: 0.4, equivalent: 0.3 }
// Ridge of the logistic models, in examples: it holds weights small.
const RIDGE = 5
// The measures of the codebook repeat each other: held tighter, they share the weight.
const RIDGE_GUIDED = 20
// Twins teach little and are many: their rows count less.
const TWIN_WEIGHT = 0.3
// Of the pairs that are no edge every third is enough, counted threefold.
const NON_EDGES_PER_ROW = 3

/** Measures every pair of documents of a corpus that people aligned. */
export function measureGenre(name: string, regulations: Regulation[], gold: AlignmentGold, cut: Cut): Genre {
  const prepared = regulations.map(regulation => prepare(regulation, cut))
  const rarity = rarityOf(prepared)
  const documents = prepared.map(regulation => weighRegulation(regulation, rarity))
  const pairs = documents.flatMap((a, at) => documents.slice(at + 1).flatMap(b => measure(a, b, rarity)))
  const relations = new Map(
    Object.entries(gold.pairs).flatMap(([key, edges]) => {
      const [a, b] = key.split('-').map(id => gold.ids?.[id] ?? id)
      return edges.map(
        ([left, right, relation]) => [pairKey(`${a}/${left}`, `${b}/${right}`), relation] as const,
      )
    }),
  )
  return { name, rarity, pairs, gold, relations }
}

/**
 * Fits all weights on the genres, without the pairs that touch a document of the fold. Measures of the group `unseen`
 * are hidden from the models, to measure what it brings.
 */
export function fitWeights(genres: Genre[], left: Fold = () => false, unseen = ''): Weights {
  const used = genres.map(genre => ({ ...genre, pairs: without(genre.pairs, left) }))
  const first = fitHeads(MEASURES, used.flatMap(firstRows), unseen)
  const seen = used.map(genre => ({ genre, passes: outOfFold(genre, used, unseen) }))
  const second = (surroundings: Surroundings) =>
    fitHeads(
      surroundings === 'guided' ? GUIDED : SECOND,
      seen.flatMap(({ genre, passes }) => secondRows(genre, passes, surroundings)),
      unseen,
      surroundings === 'guided' ? RIDGE_GUIDED : RIDGE,
    )
  return {
    fitted: null,
    thresholds: THRESHOLDS,
    first,
    second: { alone: second('alone'), joint: second('joint'), guided: second('guided') },
  }
}

function firstRows(genre: Genre): Row[] {
  return genre.pairs.map(pair => ({ pair, values: pair.values, relation: relationOf(genre, pair) }))
}

function without(pairs: Measured[], left: Fold): Measured[] {
  return pairs.filter(pair => !documentsOf(pair).some(left))
}

function documentsOf({ a, b }: Measured): [string, string] {
  return [documentOf(a.article.address), documentOf(b.article.address)]
}

function relationOf(genre: Genre, { a, b }: Measured): string | undefined {
  return genre.relations.get(pairKey(a.article.address, b.article.address))
}

interface Row {
  pair: Measured
  values: number[]
  relation: string | undefined
}

function fitHeads(
  measures: readonly (readonly [name: string, group: string])[],
  rows: Row[],
  unseen: string,
  ridge = RIDGE,
): Heads {
  const names = measures.map(([name]) => name)
  const hidden = measures.map(([, group]) => group === unseen)
  const kept = rows
    .filter(({ relation }) => relation !== 'disputed')
    .filter(({ relation }, at) => relation || at % NON_EDGES_PER_ROW === 0)
  const examples = (answer: (relation: string | undefined) => number) =>
    kept.map(({ pair, values, relation }) => ({
      // A measure that never varies gets no weight.
      values: hidden.map((gone, at) => (gone ? 0 : values[at]!)),
      answer: answer(relation),
      weight: (relation ? 1 : NON_EDGES_PER_ROW) * (isTwin(pair) ? TWIN_WEIGHT : 1),
    }))
  return {
    edge: fitLogistic(
      names,
      examples(relation => (relation ? 1 : 0)),
      ridge,
    ),
    equivalent: fitLogistic(
      names,
      examples(relation => EQUIVALENCE[relation ?? ''] ?? 0),
      ridge,
    ),
  }
}

const EQUIVALENCE: Record<string, number> = { equivalent: 1, 'equivalent-or-partial': 0.5 }
const TWIN_KEYS = new Set([...TWINS].map(pair => pairKey(...(pair.split('-') as [string, string]))))

function isTwin(pair: Measured): boolean {
  return TWIN_KEYS.has(pairKey(...documentsOf(pair)))
}

/** The first pass on each pair by models that have not seen one of its documents: a mean over the two. */
function outOfFold(genre: Genre, genres: Genre[], unseen: string): FirstPass[] {
  const sums = new Map<Measured, FirstPass & { n: number }>()
  const documents = new Set(genre.pairs.flatMap(documentsOf))
  for (const document of documents) {
    const rows = genres.flatMap(used =>
      firstRows({ ...used, pairs: without(used.pairs, id => id === document) }),
    )
    const heads = fitHeads(MEASURES, rows, unseen)
    for (const pass of firstPassOf(
      genre.pairs.filter(pair => documentsOf(pair).includes(document)),
      heads,
    )) {
      const sum = sums.get(pass.pair) ?? { pair: pass.pair, edge: 0, equivalent: 0, n: 0 }
      sums.set(pass.pair, {
        pair: pass.pair,
        edge: sum.edge + pass.edge,
        equivalent: sum.equivalent + pass.equivalent,
        n: sum.n + 1,
      })
    }
  }
  return [...sums.values()].map(({ pair, edge, equivalent, n }) => ({
    pair,
    edge: edge / n,
    equivalent: equivalent / n,
  }))
}

const OPEN: Settled = () => null

/** Rows for the second pass. For `guided` each document in turn plays the one that people have not aligned. */
function secondRows(genre: Genre, passes: FirstPass[], surroundings: Surroundings): Row[] {
  const row = (pass: FirstPass, values: number[]): Row => ({
    pair: pass.pair,
    values,
    relation: relationOf(genre, pass.pair),
  })
  if (surroundings === 'joint') {
    const values = secondValues(passes, genre.rarity, OPEN)
    return passes.map(pass => row(pass, values(pass)))
  }
  if (surroundings === 'alone')
    return byDocuments(passes).flatMap(group => {
      const values = secondValues(group, genre.rarity, OPEN)
      return group.map(pass => row(pass, values(pass)))
    })
  return [...new Set(passes.flatMap(pass => documentsOf(pass.pair)))].flatMap(uncovered => {
    const values = secondValues(passes, genre.rarity, settledExcept(genre, uncovered))
    return passes
      .filter(pass => documentsOf(pass.pair).includes(uncovered))
      .map(pass => row(pass, values(pass)))
  })
}

function byDocuments(passes: FirstPass[]): FirstPass[][] {
  const groups = new Map<string, FirstPass[]>()
  for (const pass of passes) {
    const key = pairKey(...documentsOf(pass.pair))
    groups.set(key, [...(groups.get(key) ?? []), pass])
  }
  return [...groups.values()]
}

function settledExcept(genre: Genre, uncovered: string): Settled {
  return (a, b) => {
    if (documentOf(a) === uncovered || documentOf(b) === uncovered) return null
    return relationBetween(genre.relations.get(pairKey(a, b)))
  }
}

/** The pairs that touch one document, judged by the weights; with `guided` the others count as aligned by people. */
export function judge(
  genre: Genre,
  weights: Weights,
  document: string,
  surroundings: Surroundings,
): Judged[] {
  const passes = firstPassOf(genre.pairs, weights.first)
  const settled = surroundings === 'guided' ? settledExcept(genre, document) : OPEN
  const judgeAmong = (among: FirstPass[]) =>
    secondPass(among, genre.rarity, settled, () => weights.second[surroundings])
  const judged = surroundings === 'alone' ? byDocuments(passes).flatMap(judgeAmong) : judgeAmong(passes)
  return judged.filter(({ a, b }) => [a, b].some(address => documentOf(address) === document))
}

/** Decides each pair of documents by itself. */
export function decideAll(judged: Judged[], thresholds: Thresholds): Decided[] {
  const groups = new Map<string, Judged[]>()
  for (const pair of judged) {
    const key = pairKey(documentOf(pair.a), documentOf(pair.b))
    groups.set(key, [...(groups.get(key) ?? []), pair])
  }
  return [...groups.values()].flatMap(group => decide(group, thresholds))
}

/**
 * The edges of every pair of documents as found by weights that were fitted without one of the two (the one that comes
 * later), from the alignment in quality/gold; with a codebook, people's decisions on the other documents are known.
 */
export function leaveOneOut(regulations: Regulation[], options: { cut: Cut; codebook?: Codebook }): Edge[] {
  const genre = measureGenre(
    'gold',
    regulations,
    goldOf(inProgram('quality/gold/alignment.json')),
    options.cut,
  )
  const place = new Map(regulations.map(({ id }, at) => [id, at]))
  return regulations.slice(1).flatMap(({ id }) => {
    const weights = fitWeights([genre], document => document === id)
    const judged = judge(genre, weights, id, options.codebook ? 'guided' : 'joint')
    const later = judged.filter(({ a, b }) =>
      [a, b].every(address => place.get(documentOf(address))! <= place.get(id)!),
    )
    return decideAll(later, weights.thresholds)
  })
}

export function goldOf(file: string): AlignmentGold {
  return readGold(file, 'alignment')
}
