import { pairKey, relationBetween } from '../../src/alignment/codebook.ts'
import { linksOf } from '../../src/alignment/links/links.ts'
import { articlesOf } from '../../src/alignment/relations/articles.ts'
import { type Decided, decide, type Judged, type Thresholds } from '../../src/alignment/relations/decide.ts'
import {
  firstLook,
  GUIDED,
  type Heads,
  SECOND,
  type Surroundings,
  secondLook,
  secondValues,
  type Weights,
} from '../../src/alignment/relations/judge.ts'
import { type ArticlePair, PAIR_MEASURES, pairsOf } from '../../src/alignment/relations/pairs.ts'
import type { FirstLook, Settled } from '../../src/alignment/relations/surroundings.ts'
import type { DocumentStatements } from '../../src/index/entries.ts'
import { indexOf } from '../../src/index/index.ts'
import { documentOf } from '../../src/structure/address.ts'
import type { Codebook } from '../../src/types.ts'
import { cut } from '../io/cut.ts'
import { inProgram } from '../io/program.ts'
import { readGold } from '../quality/gold.ts'
import { type AlignmentGold, type Edge, TWINS } from '../quality/score-alignment.ts'
import { fitLogistic } from './learn.ts'

/** A corpus that people aligned, measured. */
export interface Genre {
  name: string
  pairs: ArticlePair[]
  /** Numbers of its documents, as third ones. */
  documents: number[]
  gold: AlignmentGold
  /** Relation by `pairKey` of two articles. */
  relations: Map<string, string>
}

type Fold = (document: string) => boolean

// The best over four genres, each judged by weights fitted on the other three; the optimum is flat.
const THRESHOLDS: Thresholds = { edge: 0.4, equivalent: 0.3 }
// Ridge of the logistic models, in examples: it holds weights small.
const RIDGE = 5
// Twins teach little and are many: their rows count less.
const TWIN_WEIGHT = 0.3
// Of the pairs that are no edge every third is enough, counted threefold.
const NON_EDGES_PER_ROW = 3

/** Measures every pair of documents of a corpus that people aligned; `models` and `frozen` should not have seen the genre. */
export function measureGenre(
  name: string,
  documents: DocumentStatements[],
  gold: AlignmentGold,
  unseen: Pick<Parameters<typeof indexOf>[1], 'models' | 'frozen'> = {},
): Genre {
  const index = indexOf(documents, { cut, ...unseen })
  const links = linksOf(index)
  const articles = articlesOf(index, links)
  const pairs = pairsOf(articles, links)
  const relations = new Map(
    Object.entries(gold.pairs).flatMap(([key, edges]) => {
      const [a, b] = key.split('-').map(id => gold.ids?.[id] ?? id)
      return edges.map(
        ([left, right, relation]) => [pairKey(`${a}/${left}`, `${b}/${right}`), relation] as const,
      )
    }),
  )
  return { name, pairs, documents: [...documents.keys()], gold, relations }
}

/** Fits all weights on the genres, without the pairs that touch a document of the fold. */
export function fitWeights(genres: Genre[], left: Fold = () => false): Weights {
  const used = genres.map(genre => ({ ...genre, pairs: without(genre.pairs, left) }))
  const first = fitHeads(PAIR_MEASURES, used.flatMap(firstRows))
  const seen = used.map(genre => ({ genre, looks: outOfFold(genre, used) }))
  const second = (surroundings: Surroundings) =>
    fitHeads(
      surroundings === 'guided' ? GUIDED : SECOND,
      seen.flatMap(({ genre, looks }) => secondRows(genre, looks, surroundings)),
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

function without(pairs: ArticlePair[], left: Fold): ArticlePair[] {
  return pairs.filter(pair => !documentsOf(pair).some(left))
}

function documentsOf({ a, b }: ArticlePair): [string, string] {
  return [documentOf(a.address), documentOf(b.address)]
}

function relationOf(genre: Genre, { a, b }: ArticlePair): string | undefined {
  return genre.relations.get(pairKey(a.address, b.address))
}

interface Row {
  pair: ArticlePair
  values: number[]
  relation: string | undefined
}

function fitHeads(names: string[], rows: Row[]): Heads {
  const kept = rows
    .filter(({ relation }) => relation !== 'disputed')
    .filter(({ relation }, at) => relation || at % NON_EDGES_PER_ROW === 0)
  const examples = (answer: (relation: string | undefined) => number) =>
    kept.map(({ pair, values, relation }) => ({
      values: values.slice(0, names.length),
      answer: answer(relation),
      weight: (relation ? 1 : NON_EDGES_PER_ROW) * (isTwin(pair) ? TWIN_WEIGHT : 1),
    }))
  return {
    edge: fitLogistic(
      names,
      examples(relation => (relation ? 1 : 0)),
      RIDGE,
    ),
    equivalent: fitLogistic(
      names,
      examples(relation => EQUIVALENCE[relation ?? ''] ?? 0),
      RIDGE,
    ),
  }
}

const EQUIVALENCE: Record<string, number> = { equivalent: 1, 'equivalent-or-partial': 0.5 }
const TWIN_KEYS = new Set([...TWINS].map(pair => pairKey(...(pair.split('-') as [string, string]))))

function isTwin(pair: ArticlePair): boolean {
  return TWIN_KEYS.has(pairKey(...documentsOf(pair)))
}

/** The first look at each pair by models that have not seen one of its documents: a mean over the two. */
function outOfFold(genre: Genre, genres: Genre[]): FirstLook[] {
  const sums = new Map<ArticlePair, FirstLook>()
  for (const document of new Set(genre.pairs.flatMap(documentsOf))) {
    const rows = genres.flatMap(used =>
      firstRows({ ...used, pairs: without(used.pairs, id => id === document) }),
    )
    const own = genre.pairs.filter(pair => documentsOf(pair).includes(document))
    for (const { pair, edge, equivalent } of firstLook(own, fitHeads(PAIR_MEASURES, rows))) {
      const sum = sums.get(pair) ?? { pair, edge: 0, equivalent: 0 }
      sums.set(pair, { pair, edge: sum.edge + edge / 2, equivalent: sum.equivalent + equivalent / 2 })
    }
  }
  return [...sums.values()]
}

const OPEN: Settled = () => null

/** Rows for the second look. For `guided` each document in turn plays the one that people have not aligned. */
function secondRows(genre: Genre, looks: FirstLook[], surroundings: Surroundings): Row[] {
  const rowsOf = (judged: FirstLook[], by: FirstLook[], settled: Settled): Row[] => {
    const values = secondValues(by, settled, genre.documents)
    return judged.map(look => ({
      pair: look.pair,
      values: values(look),
      relation: relationOf(genre, look.pair),
    }))
  }
  if (surroundings === 'joint') return rowsOf(looks, looks, OPEN)
  if (surroundings === 'alone') return byDocuments(looks).flatMap(group => rowsOf(group, group, OPEN))
  return [...new Set(looks.flatMap(look => documentsOf(look.pair)))].flatMap(uncovered =>
    rowsOf(
      looks.filter(look => documentsOf(look.pair).includes(uncovered)),
      looks,
      settledExcept(genre, uncovered),
    ),
  )
}

function byDocuments(looks: FirstLook[]): FirstLook[][] {
  const groups = new Map<string, FirstLook[]>()
  for (const look of looks) {
    const key = pairKey(...documentsOf(look.pair))
    groups.set(key, [...(groups.get(key) ?? []), look])
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
  const looks = firstLook(genre.pairs, weights.first)
  const settled = surroundings === 'guided' ? settledExcept(genre, document) : OPEN
  const judgeAmong = (among: FirstLook[]) =>
    secondLook(among, settled, genre.documents, () => weights.second[surroundings])
  const judged = surroundings === 'alone' ? byDocuments(looks).flatMap(judgeAmong) : judgeAmong(looks)
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
export function leaveOneOut(documents: DocumentStatements[], options: { codebook?: Codebook }): Edge[] {
  const genre = measureGenre('gold', documents, goldOf(inProgram('quality/gold/alignment.json')))
  const ids = documents.map(({ regulation }) => regulation.id)
  const place = new Map(ids.map((id, at) => [id, at]))
  return ids.slice(1).flatMap(id => {
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
