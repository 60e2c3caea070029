import type { Entry } from './entries.ts'
import { FEATURES, WIDTH } from './features.ts'
import { type Logistic, logOdds, probabilityOf } from './logistic.ts'
import type { Places } from './places.ts'
import { RIVALS } from './thresholds.ts'

/** Writes JOINT of each place, as the first model sees the other statements asked; changes the places' values. */
export function jointly(places: Places, first: Logistic): void {
  const { asked, entries, starts, columns, values } = places
  const chances = Float64Array.from(columns, (_, at) => probabilityOf(first, values, at * WIDTH))
  const best = asked.map((_, row) => bestOf(row, places, chances))
  const askers = askersOf(places)
  for (let row = 0; row < asked.length; row++) {
    const { articleNumber } = asked[row]!
    const siblings = siblingsOf(asked, row)
    const own = greatestTwo(chances, starts[row]!, starts[row + 1]!)
    for (let place = starts[row]!; place < starts[row + 1]!; place++) {
      const column = columns[place]!
      const chance = chances[place]!
      let [elsewhere, anywhere, better, side] = [0, 0, 0, 0]
      for (const other of askers[column] ?? NOBODY) {
        if (other.row === row) continue
        const there = chances[other.place]!
        if (there > anywhere) anywhere = there
        if (there > elsewhere && asked[other.row]!.articleNumber !== articleNumber) elsewhere = there
        if (there > chance) better++
      }
      for (const other of askers[column - 1] ?? NOBODY)
        if (other.row === row - 1) side = Math.max(side, chances[other.place]!)
      for (const other of askers[column + 1] ?? NOBODY)
        if (other.row === row + 1) side = Math.max(side, chances[other.place]!)
      let answered = 0
      for (const other of siblings)
        if (entries[best[other]!.column]?.articleNumber === entries[column]!.articleNumber)
          answered += best[other]!.chance
      const at = place * WIDTH + FEATURES.length
      values[at] = logOdds(chance)
      values[at + 1] = logOdds(elsewhere)
      values[at + 2] = chance / (chance + elsewhere + 0.02)
      values[at + 3] = 1 / (1 + better)
      values[at + 4] = side
      values[at + 5] = siblings.length > 0 ? answered / siblings.length : best[row]!.chance / 2
      values[at + 6] = logOdds(anywhere)
      values[at + 7] = logOdds(own.best === place ? own.second : chances[own.best]!)
    }
  }
}

interface Asker {
  row: number
  place: number
}
const NOBODY: Asker[] = []

/** For each column the statements for which it is among the likest, in their order. */
function askersOf({ entries, starts, columns }: Places): Asker[][] {
  const askers: Asker[][] = entries.map(() => [])
  for (let row = 0; row + 1 < starts.length; row++)
    for (let place = starts[row]!; place < rivalsEnd(starts, row); place++)
      askers[columns[place]!]!.push({ row, place })
  return askers
}

// Of the places that are looked at for a statement those count that are the likest, when another one asks for them.
function rivalsEnd(starts: Int32Array, row: number): number {
  return Math.min(starts[row + 1]!, starts[row]! + RIVALS)
}

function bestOf(row: number, { starts, columns }: Places, chances: Float64Array) {
  let best = { column: -1, chance: 0 }
  for (let place = starts[row]!; place < rivalsEnd(starts, row); place++)
    if (chances[place]! > best.chance) best = { column: columns[place]!, chance: chances[place]! }
  return best
}

/** The place with the greatest chance, and the chance of the next. */
function greatestTwo(chances: Float64Array, from: number, to: number): { best: number; second: number } {
  let [best, second] = [from, 0]
  for (let place = from + 1; place < to; place++)
    if (chances[place]! > chances[best]!) {
      second = chances[best]!
      best = place
    } else if (chances[place]! > second) second = chances[place]!
  return { best, second }
}

/** The other statements of the row's article, which stand side by side. */
function siblingsOf(asked: Entry[], row: number): number[] {
  const siblings: number[] = []
  for (let at = row - 1; asked[at]?.articleNumber === asked[row]!.articleNumber; at--) siblings.push(at)
  for (let at = row + 1; asked[at]?.articleNumber === asked[row]!.articleNumber; at++) siblings.push(at)
  return siblings
}
