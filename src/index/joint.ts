import type { Entry } from './entries.ts'
import type { Measured } from './features.ts'
import { type Logistic, logOdds, probabilityOf } from './logistic.ts'

/**
 * What the other statements of a document tell of a place: what a sibling says already is seldom said again by the same place, and
 * what stands beside a statement is answered beside its place. All are measured with a first model of places, then a second decides.
 */
export const JOINT = [
  'chance by itself',
  'chance of another article there',
  'share of that chance',
  'rank of that chance',
  'chance of the neighbours side by side',
  'siblings answered in the article',
  'chance of any other there',
  'chance of the next place',
]

/** The likeliest places of every statement of a document, with what was measured of them. */
export type Rivals = { columns: number[]; values: ArrayLike<number>[] }[]

/** Adds to what was measured of a statement's places what the other statements of its document tell of them. */
export function jointly(
  asked: Entry[],
  places: Entry[],
  rivals: Rivals,
  first: Logistic,
): (row: number, measured: Measured) => Measured {
  const chances = rivals.map(
    ({ columns, values }) =>
      new Map(columns.map((column, at) => [column, probabilityOf(first, values[at]!)])),
  )
  const best = chances.map(bestOf)
  const wanting = askersOf(chances)
  return (row, measured) => {
    const own = measured.values.map(values => probabilityOf(first, values))
    const siblings = siblingsOf(asked, row)
    return {
      places: measured.places,
      values: measured.places.map(({ index: column, article }, at) => {
        const chance = own[at]!
        const others = wanting.get(column)?.filter(other => other.row !== row) ?? []
        const apart = others.filter(other => asked[other.row]!.article !== asked[row]!.article)
        const elsewhere = Math.max(0, ...apart.map(other => other.chance))
        const side = Math.max(chances[row - 1]?.get(column - 1) ?? 0, chances[row + 1]?.get(column + 1) ?? 0)
        const inArticle = siblings.filter(other => places[best[other]!.column]?.article === article)
        return [
          ...measured.values[at]!,
          logOdds(chance),
          logOdds(elsewhere),
          chance / (chance + elsewhere + 0.02),
          1 / (1 + others.filter(other => other.chance > chance).length),
          side,
          siblings.length > 0
            ? sum(inArticle.map(other => best[other]!.chance)) / siblings.length
            : best[row]!.chance / 2,
          logOdds(Math.max(0, ...others.map(other => other.chance))),
          logOdds(Math.max(0, ...own.filter((_, other) => other !== at))),
        ]
      }),
    }
  }
}

function bestOf(chances: Map<number, number>): { column: number; chance: number } {
  let best = { column: -1, chance: 0 }
  for (const [column, chance] of chances) if (chance > best.chance) best = { column, chance }
  return best
}

/** For each place the statements for which it is among the likeliest. */
function askersOf(chances: Map<number, number>[]): Map<number, { row: number; chance: number }[]> {
  const askers = new Map<number, { row: number; chance: number }[]>()
  for (const [row, places] of chances.entries())
    for (const [column, chance] of places) {
      const known = askers.get(column)
      if (known) known.push({ row, chance })
      else askers.set(column, [{ row, chance }])
    }
  return askers
}

/** The other statements of the row's article, which stand side by side. */
function siblingsOf(asked: Entry[], row: number): number[] {
  const siblings: number[] = []
  for (let at = row - 1; asked[at]?.article === asked[row]!.article; at--) siblings.push(at)
  for (let at = row + 1; asked[at]?.article === asked[row]!.article; at++) siblings.push(at)
  return siblings
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
