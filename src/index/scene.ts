import type { Entry, IndexedDocument } from './entries.ts'
import type { Likeness } from './likeness.ts'
import type { Marks } from './marks.ts'
import type { Vector } from './vector.ts'

/** The best place of a statement in a third document. */
export interface Third {
  document: number
  /** Place among the likest of all documents. */
  rank: number
  entry: Entry
  likeness: number
}

/** Statements of one document before another: what is measured of a pair of them is read off here. */
export interface Scene {
  /** The statements that are asked about, all of their document. */
  asked: Entry[]
  /** The document in which an answer is looked for. */
  document: IndexedDocument
  marks: Marks
  likeness(row: number, column: number): number
  /** Likenesses of a row, by column. */
  rowOf(row: number): Float32Array
  bestOfRow(row: number): { best: number; second: number }
  /** The best likeness on the way back, the article it comes from, and the best from any other article. */
  bestOfColumn(column: number): { best: number; article: string; other: number }
  betterInColumn(row: number, column: number): number
  /** How well the statements of the row's article are answered in the column's. */
  articleAnswered(row: number, column: number): number
  /** Median of the best likeness of each statement. */
  level: number
  /** Share of the statements whose best likeness is lower. */
  shareBelow(likeness: number): number
  /** Best places in the other documents, the likest first; and what the likest say, that of the asked document among them. */
  thirds(row: number): Third[]
  likest(row: number): Vector[]
}

/** A scene over a table of likenesses; `thirds` are found by the caller. */
export function sceneOf(
  asked: Entry[],
  document: IndexedDocument,
  marks: Marks,
  { columns, values }: Likeness,
  { thirds, likest }: Pick<Scene, 'thirds' | 'likest'>,
): Scene {
  const at = (row: number, column: number) => values[row * columns + column]!
  const rowOf = (row: number) => values.subarray(row * columns, (row + 1) * columns)
  const rows = asked.map((_, row) => twoBest(rowOf(row)))
  const ways = document.entries.map((_, column) => wayBack(asked, columnOf(values, columns, column)))
  const bests = Float32Array.from(rows, ({ best }) => best).sort()
  const answered = new Map<number, number>()
  const rowsOfArticle: number[][] = []
  for (const { articleNumber, index } of asked) {
    rowsOfArticle[articleNumber] ??= []
    rowsOfArticle[articleNumber].push(index)
  }
  return {
    asked,
    document,
    marks,
    likeness: at,
    rowOf,
    bestOfRow: row => rows[row]!,
    bestOfColumn: column => ways[column]!,
    betterInColumn: (row, column) => {
      const { ascending } = ways[column]!
      return ascending.length - countUpTo(ascending, at(row, column))
    },
    articleAnswered: (row, column) => {
      const [own, there] = [asked[row]!.articleNumber, document.entries[column]!.articleNumber]
      const key = own * document.articles.length + there
      const known = answered.get(key)
      if (known !== undefined) return known
      const entries = document.articles[there]!
      let sum = 0
      for (const { index } of entries) {
        let best = Number.NEGATIVE_INFINITY
        for (const place of rowsOfArticle[own]!) best = Math.max(best, at(place, index))
        sum += best
      }
      answered.set(key, sum / entries.length)
      return sum / entries.length
    },
    level: bests[Math.floor(bests.length / 2)] ?? 0,
    shareBelow: likeness => countBelow(bests, likeness) / Math.max(1, bests.length),
    thirds,
    likest,
  }
}

function twoBest(values: Float32Array): { best: number; second: number } {
  let [best, second] = [0, 0]
  for (let column = 0; column < values.length; column++) {
    const value = values[column]!
    if (value > best) {
      second = best
      best = value
    } else if (value > second) second = value
  }
  return { best, second }
}

function columnOf(values: Float32Array, columns: number, column: number): Float32Array {
  const found = new Float32Array(columns === 0 ? 0 : values.length / columns)
  for (let row = 0; row < found.length; row++) found[row] = values[row * columns + column]!
  return found
}

function wayBack(asked: Entry[], column: Float32Array) {
  let [best, from] = [-1, -1]
  for (let row = 0; row < column.length; row++)
    if (column[row]! > best) {
      best = column[row]!
      from = row
    }
  const article = asked[from]?.article ?? ''
  let other = 0
  for (let row = 0; row < column.length; row++)
    if (column[row]! > other && asked[row]!.article !== article) other = column[row]!
  return { best: Math.max(0, best), article, other, ascending: column.sort() }
}

/** How many of the ascending numbers are below the bound. */
function countBelow(numbers: Float32Array, bound: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < bound) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of the ascending numbers are not above the bound. */
function countUpTo(numbers: Float32Array, bound: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! <= bound) low = middle + 1
    else high = middle
  }
  return low
}
