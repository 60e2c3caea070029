import type { Entry, IndexedDocument } from './entries.ts'
import type { Likeness } from './postings.ts'

/**
 * Statements of one document (rows) before another (columns): what is measured of a pair of them beyond their own words is read
 * off here.
 */
export class Scene {
  /** Of each row the likeness of the best place, and of the second. */
  readonly best: Float32Array
  readonly second: Float32Array
  /** On the way back, of each column: the best likeness, the article it comes from, and the best from any other article. */
  readonly bestBack: Float32Array
  readonly articleBack: Int32Array
  readonly otherBack: Float32Array
  /** Median of the best likeness of each statement. */
  readonly level: number
  private readonly ascending: Float32Array
  /** The likenesses column by column. */
  private readonly byColumn: Float32Array
  private readonly answered: Float64Array
  private readonly rowsOfArticle: number[][] = []

  private readonly first: number

  /** Of the likenesses with all statements of a corpus those with the document that has the number. */
  constructor(
    readonly asked: Entry[],
    readonly document: IndexedDocument,
    readonly number: number,
    private readonly likenesses: Likeness,
  ) {
    this.first = document.first
    const [rows, columns] = [asked.length, document.entries.length]
    this.best = new Float32Array(rows)
    this.second = new Float32Array(rows)
    this.bestBack = new Float32Array(columns)
    this.articleBack = new Int32Array(columns).fill(asked[0]?.articleNumber ?? -1)
    this.otherBack = new Float32Array(columns)
    this.byColumn = new Float32Array(rows * columns)
    for (let row = 0; row < rows; row++) this.take(row)
    this.ascending = this.best.slice().sort()
    this.level = this.ascending[Math.floor(rows / 2)] ?? 0
    for (const { articleNumber, index } of asked) {
      this.rowsOfArticle[articleNumber] ??= []
      this.rowsOfArticle[articleNumber]!.push(index)
    }
    this.answered = new Float64Array(this.rowsOfArticle.length * document.articles.length).fill(-1)
  }

  private take(row: number): void {
    const start = row * this.likenesses.columns + this.first
    const { values } = this.likenesses
    const article = this.asked[row]!.articleNumber
    let [best, second] = [0, 0]
    for (let column = 0; column < this.bestBack.length; column++) {
      const value = values[start + column]!
      this.byColumn[column * this.asked.length + row] = value
      if (value > best) {
        second = best
        best = value
      } else if (value > second) second = value
      if (article === this.articleBack[column]!) {
        if (value > this.bestBack[column]!) this.bestBack[column] = value
      } else if (value > this.bestBack[column]!) {
        this.otherBack[column] = this.bestBack[column]!
        this.bestBack[column] = value
        this.articleBack[column] = article
      } else if (value > this.otherBack[column]!) this.otherBack[column] = value
    }
    this.best[row] = best
    this.second[row] = second
  }

  /** Likenesses of a row, by column. */
  rowOf(row: number): Float32Array {
    const start = row * this.likenesses.columns + this.first
    return this.likenesses.values.subarray(start, start + this.document.entries.length)
  }

  likeness(row: number, column: number): number {
    return this.byColumn[column * this.asked.length + row]!
  }

  /** How many statements are liker to the place than this one. */
  betterInColumn(row: number, column: number): number {
    const from = column * this.asked.length
    const own = this.byColumn[from + row]!
    let better = 0
    for (let at = from; at < from + this.asked.length; at++) if (this.byColumn[at]! > own) better++
    return better
  }

  /** How well the statements of the row's article are answered in the column's. */
  articleAnswered(row: number, column: number): number {
    const [own, there] = [this.asked[row]!.articleNumber, this.document.entries[column]!.articleNumber]
    const place = own * this.document.articles.length + there
    if (this.answered[place]! < 0) this.answered[place] = this.answering(own, this.document.articles[there]!)
    return this.answered[place]!
  }

  private answering(own: number, entries: Entry[]): number {
    let sum = 0
    for (const { index } of entries) {
      let best = 0
      for (const row of this.rowsOfArticle[own]!) best = Math.max(best, this.likeness(row, index))
      sum += best
    }
    return sum / entries.length
  }

  /** Share of the statements whose best likeness is lower. */
  shareBelow(likeness: number): number {
    let [low, high] = [0, this.ascending.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.ascending[middle]! < likeness) low = middle + 1
      else high = middle
    }
    return low / Math.max(1, this.ascending.length)
  }
}
