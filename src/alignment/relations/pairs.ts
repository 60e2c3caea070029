import { logOdds } from '../../index/logistic.ts'
import { likenessOf, postingsOf } from '../../index/postings.ts'
import type { Links } from '../links/links.ts'
import { LIKEST_ARTICLES, SURELY_SAID } from '../thresholds.ts'
import type { IndexedArticle } from './articles.ts'

/** Two articles of two documents that may answer each other. */
export interface ArticlePair {
  a: IndexedArticle
  b: IndexedArticle
  isSameText: boolean
  /** In the order of PAIR_MEASURES. */
  values: number[]
}

/** What is measured of two articles by themselves; of each two values the greater, and under `both` the lesser. */
export const PAIR_MEASURES = [
  // How much of the one's statements the other says
  'said',
  'said both',
  'odds of said',
  'odds of said both',
  'said times said',
  'surest statement',
  'surest statement both',
  'lead of said',
  'lead of said both',
  'said anywhere',
  'said anywhere both',
  'statements said by both',
  // What the two have in common as wholes
  'sizes apart',
  'cosine',
  'lead of cosine',
  'lead of cosine both',
  'rank of cosine',
  'rank of cosine both',
  'headings alike',
  'places apart',
]

/**
 * Pairs worth judging of each two documents: some statement of the one is said in the other, or the one is among the likest of
 * the other. Mirrored when the documents change places.
 */
export function pairsOf(documents: IndexedArticle[][], links: Links): ArticlePair[] {
  const found = saidByDocument(documents, links)
  const all = documents.flat()
  const terms = all.reduce((most, { vector }) => Math.max(most, (vector.terms.at(-1) ?? -1) + 1), 0)
  const postings = postingsOf(vectorsOf(all), at => at, terms)
  const norms = Float64Array.from(all, ({ vector }) => vector.norm)
  return documents.flatMap((a, at) => {
    const { values, columns } = likenessOf(vectorsOf(a), postings, norms)
    let first = documents.slice(0, at + 1).reduce((sum, { length }) => sum + length, 0)
    return documents.slice(at + 1).flatMap((b, n) => {
      const rows = a.map((_, i) => values.subarray(i * columns + first, i * columns + first + b.length))
      first += b.length
      return pairsBetween(a, b, rows, found(at, at + 1 + n), found(at + 1 + n, at))
    })
  })
}

function pairsBetween(
  a: IndexedArticle[],
  b: IndexedArticle[],
  rows: Float32Array[],
  fromA: Map<number, Found>[],
  fromB: Map<number, Found>[],
): ArticlePair[] {
  const columns = b.map((_, j) => Float32Array.from(rows, row => row[j]!))
  const wanted = a.map((_, i) => new Set([...fromA[i]!.keys(), ...likest(rows[i]!)]))
  for (const [j, found] of fromB.entries())
    for (const i of [...found.keys(), ...likest(columns[j]!)]) wanted[i]!.add(j)
  return wanted.flatMap((others, i) =>
    [...others]
      .sort((x, y) => x - y)
      .map(j => ({
        a: a[i]!,
        b: b[j]!,
        isSameText: a[i]!.text === b[j]!.text,
        values: [
          ...saidValues(fromA[i]!, j, fromB[j]!, i),
          Math.abs(Math.log((a[i]!.mass + 1) / (b[j]!.mass + 1))),
          ...cosineValues(rows[i]!, j, columns[j]!, i),
          headingsAlike(a[i]!.heading, b[j]!.heading),
          Math.abs(a[i]!.position - b[j]!.position),
        ],
      })),
  )
}

/** What an article's statements find in one of another document. */
interface Found {
  /** Share of its weight that is said there. */
  share: number
  surest: number
  /** How many of its statements are surely said there. */
  count: number
}

const NOTHING: Found = { share: 0, surest: 0, count: 0 }

/** What the articles of a document find in which of another's: for each by its place there. */
function saidByDocument(
  documents: IndexedArticle[][],
  { said, entries }: Links,
): (from: number, to: number) => Map<number, Found>[] {
  const placeWith = new Map(
    documents.flatMap(articles =>
      articles.flatMap((article, at) => article.statements.map(each => [each, { article, at }] as const)),
    ),
  )
  const found = documents.map(articles => articles.map(() => documents.map(() => new Map<number, Found>())))
  for (const [from, articles] of documents.entries())
    for (const [own, { statements, mass }] of articles.entries())
      for (const statement of statements) {
        const surest = new Map<IndexedArticle, { at: number; sureness: number }>()
        for (const [place, sureness] of said[statement]!) {
          const there = placeWith.get(place)
          if (there && sureness > (surest.get(there.article)?.sureness ?? 0))
            surest.set(there.article, { at: there.at, sureness })
        }
        for (const [{ document }, { at, sureness }] of surest) {
          const inDocument = found[from]![own]![document]!
          const before = inDocument.get(at) ?? NOTHING
          inDocument.set(at, {
            share: before.share + (sureness * entries[statement]!.words.mass) / Math.max(mass, 1e-9),
            surest: Math.max(before.surest, sureness),
            count: before.count + (sureness > SURELY_SAID ? 1 : 0),
          })
        }
      }
  return (from, to) => found[from]!.map(inDocuments => inDocuments[to]!)
}

function saidValues(ofA: Map<number, Found>, b: number, ofB: Map<number, Found>, a: number): number[] {
  const [there, back] = [ofA.get(b) ?? NOTHING, ofB.get(a) ?? NOTHING]
  const shares = both(there.share, back.share)
  return [
    ...shares,
    ...shares.map(logOdds),
    there.share * back.share,
    ...both(there.surest, back.surest),
    ...both(there.share - rival(ofA, b), back.share - rival(ofB, a)),
    ...both(anywhere(ofA), anywhere(ofB)),
    Math.min(there.count, back.count),
  ]
}

/** The greater of two values and the lesser. */
export function both(x: number, y: number): [number, number] {
  return [Math.max(x, y), Math.min(x, y)]
}

/** The highest share of another article. */
function rival(found: Map<number, Found>, article: number): number {
  let highest = 0
  for (const [other, { share }] of found) if (other !== article) highest = Math.max(highest, share)
  return highest
}

function anywhere(found: Map<number, Found>): number {
  let share = 0
  for (const each of found.values()) share += each.share
  return Math.min(1, share)
}

function vectorsOf(articles: IndexedArticle[]): IndexedArticle['vector'][] {
  return articles.map(({ vector }) => vector)
}

function cosineValues(row: Float32Array, j: number, column: Float32Array, i: number): number[] {
  const value = row[j]!
  const lead = (values: Float32Array, own: number) => {
    let highest = 0
    for (let at = 0; at < values.length; at++) if (at !== own && values[at]! > highest) highest = values[at]!
    return value - highest
  }
  const rank = (values: Float32Array) => {
    let better = 0
    for (const each of values) if (each > value) better++
    return 1 / (1 + better)
  }
  return [value, ...both(lead(row, j), lead(column, i)), ...both(rank(row), rank(column))]
}

/** Places of the greatest values. */
function likest(values: Float32Array): number[] {
  return [...values.keys()]
    .filter(at => values[at]! > 0)
    .sort((x, y) => values[y]! - values[x]! || x - y)
    .slice(0, LIKEST_ARTICLES)
}

// Where one of the two has no heading nothing is known.
const UNKNOWN = 0.3

function headingsAlike(a: string, b: string): number {
  if (a === '' || b === '') return UNKNOWN
  return Array.from(a).filter(character => b.includes(character)).length / Math.min(a.length, b.length)
}
