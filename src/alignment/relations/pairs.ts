import { type Likeness, likenessOf, postingsOf } from '../../index/likeness.ts'
import { logOdds } from '../../index/logistic.ts'
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
 * Pairs worth judging of two documents: some statement of the one is said in the other, or the one is among the likest of the
 * other. Mirrored when the documents change places.
 */
export function pairsBetween(a: IndexedArticle[], b: IndexedArticle[], links: Links): ArticlePair[] {
  const [fromA, fromB] = [saidBetween(a, b, links), saidBetween(b, a, links)]
  const cosines = rowsOf(likenessOf(vectorsOf(a), postingsOf(vectorsOf(b))))
  const columns = b.map((_, j) => cosines.map(row => row[j]!))
  const wanted = a.map((_, i) => new Set([...fromA[i]!.keys(), ...likest(cosines[i]!)]))
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
          ...cosineValues(cosines[i]!, j, columns[j]!, i),
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

/** For each article what it finds in which of the other document's. */
function saidBetween(
  from: IndexedArticle[],
  to: IndexedArticle[],
  { said, entries }: Links,
): Map<number, Found>[] {
  const articleWith = new Map(
    to.flatMap(({ statements }, at) => statements.map(statement => [statement, at] as const)),
  )
  return from.map(({ statements, mass }) => {
    const found = new Map<number, Found>()
    for (const statement of statements) {
      const surest = new Map<number, number>()
      for (const [place, sureness] of said[statement]!) {
        const article = articleWith.get(place)
        if (article !== undefined) surest.set(article, Math.max(sureness, surest.get(article) ?? 0))
      }
      for (const [article, sureness] of surest) {
        const { share, surest: before, count } = found.get(article) ?? NOTHING
        found.set(article, {
          share: share + (sureness * entries[statement]!.words.mass) / Math.max(mass, 1e-9),
          surest: Math.max(before, sureness),
          count: count + (sureness > SURELY_SAID ? 1 : 0),
        })
      }
    }
    return found
  })
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

function rowsOf({ rows, columns, values }: Likeness): number[][] {
  return Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)])
}

function cosineValues(row: number[], j: number, column: number[], i: number): number[] {
  const value = row[j]!
  const lead = (values: number[], own: number) =>
    value - values.reduce((highest, each, at) => (at === own ? highest : Math.max(highest, each)), 0)
  const rank = (values: number[]) => 1 / (1 + values.filter(each => each > value).length)
  return [value, ...both(lead(row, j), lead(column, i)), ...both(rank(row), rank(column))]
}

/** Places of the greatest values. */
function likest(values: number[]): number[] {
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
