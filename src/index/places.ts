import type { Entry, IndexedDocument } from './entries.ts'
import { measuring, Row, SAID_THERE, type Thirds, WIDTH } from './features.ts'
import type { Marks } from './marks.ts'
import { addShared, type Likeness, type Postings } from './postings.ts'
import type { Scene } from './scene.ts'
import {
  CANDIDATES,
  NEARLY_AS_LIKE,
  RIVALS,
  SANCTIONS_LOOKED_AT,
  SHORT,
  SHORT_LOOKED_AT,
  THIRDS_ASKED,
} from './thresholds.ts'
import { shareOf, type Vector } from './vector.ts'

/** What stands where in a corpus. */
export interface Tables {
  documents: IndexedDocument[]
  /** The statements, and the sanctions among them, of all documents, by number. */
  entries: Entry[]
  sanctions: Entry[]
  /** How many articles there are. */
  articles: number
  /** Statements by all their terms and by single characters, sanctions by the act they punish, articles by words and by grams. */
  postings: Record<'all' | 'characters' | 'deeds' | 'words' | 'grams', Postings>
  marks: Marks
}

/** The places in one document at which each of some statements may be said, with what was measured of each. */
export interface Places {
  /** The statements asked, and those of the document. */
  asked: Entry[]
  entries: Entry[]
  /** Places of statement n stand from starts[n] up to starts[n + 1]: the likest first, then what was found in other ways. */
  starts: Int32Array
  /** Number of the entry in each place. */
  columns: Int32Array
  /** WIDTH values of each place. */
  values: Float64Array
}

/**
 * The places in each scene's document for every statement asked, measured by themselves: what is JOINT is 0. `others` are the
 * numbers of the documents that may be third ones.
 */
export function placesIn(
  tables: Tables,
  asked: Entry[],
  likenesses: Likeness,
  scenes: Scene[],
  others: number[],
): Places[] {
  const candidates = candidatesIn(tables, asked, scenes)
  const found = candidates.map((ofRows, at): Places => {
    const starts = new Int32Array(asked.length + 1)
    for (const [row, { length }] of ofRows.entries()) starts[row + 1] = starts[row]! + length
    const columns = Int32Array.from(ofRows.flat())
    const values = new Float64Array(columns.length * WIDTH)
    return { asked, entries: scenes[at]!.document.entries, starts, columns, values }
  })
  const rows = found.map(({ values }) => new Row(values))
  const { marks, postings, articles } = tables
  for (const [row, q] of asked.entries()) {
    const measure = measuring(marks, q, {
      words: sharedIn(postings.words, articles, q.words),
      grams: sharedIn(postings.grams, articles, q.grams),
      thirds: thirdsOf(tables, likenesses, row, others),
    })
    for (const [at, { starts, columns }] of found.entries())
      for (let place = starts[row]!; place < starts[row + 1]!; place++) {
        rows[at]!.at = place * WIDTH
        measure(rows[at]!, scenes[at]!, row, columns[place]!)
      }
  }
  return found
}

/**
 * Columns of the likeliest places: the likest; of a sanction also those that punish the likest acts. Few words say little of
 * where a short item stands: single characters find 剩菜打包 for 剩食打包.
 */
function candidatesIn(
  { postings, entries, sanctions }: Tables,
  asked: Entry[],
  scenes: Scene[],
): number[][][] {
  const found = scenes.map((): number[][] => [])
  for (const [row, q] of asked.entries()) {
    const deeds = q.isSanction ? sharedIn(postings.deeds, sanctions.length, q.deed) : null
    if (deeds)
      for (const [at, { deed }] of sanctions.entries())
        deeds[at] = shareOf(deeds[at]!, q.deed.mass) + shareOf(deeds[at]!, deed.mass)
    const characters =
      q.text.length <= SHORT ? sharedIn(postings.characters, entries.length, q.characters) : null
    for (const [at, scene] of scenes.entries()) {
      const { first, firstSanction, sanctions: there, entries: places } = scene.document
      const columns = likest(scene.rowOf(row))
      if (deeds)
        for (const n of greatest(
          deeds.subarray(firstSanction, firstSanction + there.length),
          SANCTIONS_LOOKED_AT,
        ))
          if (!columns.includes(there[n]!.index)) columns.push(there[n]!.index)
      if (characters)
        for (const n of greatest(characters.subarray(first, first + places.length), SHORT_LOOKED_AT))
          if (!columns.includes(n)) columns.push(n)
      found[at]!.push(columns)
    }
  }
  return found
}

/** Weight of the vector's terms in each of so many places. */
function sharedIn(postings: Postings, places: number, vector: Vector): Float64Array {
  const sums = new Float64Array(places)
  addShared(postings, vector, sums)
  return sums
}

/** The likest places: the first ones, and further ones that are not much less like. */
function likest(likenesses: Float32Array): number[] {
  const places = greatest(likenesses, CANDIDATES)
  const least = likenesses[places[0] ?? 0]! * NEARLY_AS_LIKE
  return places.filter((place, at) => at < RIVALS || likenesses[place]! >= least)
}

/** Places of so many of the greatest values, the greatest first; of equal ones the first. */
function greatest(values: Float32Array | Float64Array, wanted: number): number[] {
  const places: number[] = []
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    if (places.length === wanted && value <= values[places[wanted - 1]!]!) continue
    let place = places.length === wanted ? wanted - 1 : places.length
    while (place > 0 && value > values[places[place - 1]!]!) {
      places[place] = places[place - 1]!
      place--
    }
    places[place] = at
  }
  return places
}

/** The best place of a statement in each of the documents, summed up. */
function thirdsOf(
  { documents }: Tables,
  { columns, values }: Likeness,
  row: number,
  others: number[],
): Thirds {
  const found: Thirds['likest'] = []
  let [withAny, sayingIt] = [0, 0]
  for (const document of others) {
    const { first, entries } = documents[document]!
    if (entries.length === 0) continue
    const start = row * columns + first
    let best = 0
    for (let column = 1; column < entries.length; column++)
      if (values[start + column]! > values[start + best]!) best = column
    const likeness = values[start + best]!
    withAny++
    if (likeness > SAID_THERE) sayingIt++
    found.push({ document, entry: entries[best]!, likeness })
  }
  found.sort((a, b) => b.likeness - a.likeness || (a.entry.statement.id < b.entry.statement.id ? -1 : 1))
  return { likest: found.slice(0, THIRDS_ASKED + 1), documents: withAny, sayingIt }
}
