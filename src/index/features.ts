import type { Entry } from './entries.ts'
import { cosinesWith, heaviestLacking, type Marks, mark, markMore, sharedWith } from './marks.ts'
import type { Scene } from './scene.ts'
import { stretcher } from './stretch.ts'
import { THIRDS_ASKED } from './thresholds.ts'
import { shareOf } from './vector.ts'

/**
 * What is measured of a statement and a place that may say the same. `alone` tells what a text without a document of its own
 * has too.
 */
export const FEATURES: { name: string; alone?: true }[] = [
  // Of the words of the two
  { name: 'likeness', alone: true },
  { name: 'lead over the next place', alone: true },
  { name: 'share of the best likeness', alone: true },
  { name: 'words found', alone: true },
  { name: 'characters found', alone: true },
  { name: 'words found with lead-in', alone: true },
  { name: 'characters found with lead-in', alone: true },
  { name: 'characters found, both with lead-in', alone: true },
  { name: 'longest stretch', alone: true },
  { name: 'triples found', alone: true },
  { name: 'rarest word found', alone: true },
  { name: 'rarest word lacking', alone: true },
  { name: 'share of the rarest word lacking', alone: true },
  { name: 'best clause found', alone: true },
  { name: 'clauses found', alone: true },
  { name: 'best clause of the place found', alone: true },
  { name: 'acts alike', alone: true },
  { name: 'deed found', alone: true },
  { name: 'deed of the place found', alone: true },
  { name: 'deed of two sanctions', alone: true },
  { name: 'same quantity', alone: true },
  { name: 'quantity only here', alone: true },
  { name: 'quantity only there', alone: true },
  { name: 'single characters found', alone: true },
  { name: 'rarest character lacking', alone: true },
  { name: 'weight of words', alone: true },
  // Of what they are
  { name: 'same kind', alone: true },
  { name: 'one is a sanction', alone: true },
  { name: 'both are sanctions', alone: true },
  { name: 'an item', alone: true },
  { name: 'both are items', alone: true },
  { name: 'one opens a list', alone: true },
  { name: 'sanctions of one sort', alone: true },
  { name: 'takes in the rest', alone: true },
  { name: 'both take in the rest', alone: true },
  { name: 'one takes in the rest', alone: true },
  // Of where they stand
  { name: 'headings' },
  { name: 'distance' },
  { name: 'words found in the article', alone: true },
  { name: 'characters found in the article', alone: true },
  { name: 'article answered' },
  // Of who else answers
  { name: 'share of the best way back' },
  { name: 'rank on the way back' },
  { name: 'way back to the same article' },
  { name: 'lead over other articles on the way back' },
  { name: 'level of the pair of documents' },
  { name: 'place among the answers of the document' },
  { name: 'over the level' },
  { name: 'by a third document', alone: true },
  { name: 'by third documents', alone: true },
  { name: 'third documents that say it', alone: true },
]

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

/** So many values are held of a place: FEATURES, then JOINT. */
export const WIDTH = FEATURES.length + JOINT.length

/** What is known of a statement before any place is looked at. */
export interface Known {
  /** Weight of its words, and of its grams, in each article of the corpus. */
  words: Float64Array
  grams: Float64Array
  thirds: Thirds
}

/** The best places of a statement in the documents asked. */
export interface Thirds {
  /** The likest of all, one more than are asked, since one may be of the document in which an answer is looked for. */
  likest: { document: number; entry: Entry; likeness: number }[]
  /** Numbers of the documents that have any statement, and of those with one so like that they count as saying it. */
  documents: number
  sayingIt: number
}

/** A third document counts as saying it too from this likeness on. */
export const SAID_THERE = 0.4

/** Takes one value after the other. */
export class Row {
  at = 0
  constructor(readonly values: Float64Array) {}
  add(value: number): void {
    this.values[this.at++] = value
  }
}

/**
 * What measures a statement and the place with a number in the other document of a scene: adds to a row a value for each of
 * FEATURES, in their order. Changes the marks: one statement is measured at a time.
 */
export function measuring(
  marks: Marks,
  q: Entry,
  { words, grams, thirds }: Known,
): (to: Row, scene: Scene, row: number, column: number) => void {
  const longestStretch = stretcher(q.text, marks.characters)
  mark(marks, q.profile)
  markMore(
    marks,
    thirds.likest.map(({ entry }) => entry.all),
  )
  return (to, scene, row, column) => {
    const { document } = scene
    const s = document.entries[column]!
    const article = document.firstArticle + s.articleNumber
    addWords(to, marks, q, s, scene, row, column, longestStretch(s.text))
    addKinds(to, q, s)
    to.add(charactersShared(q.heading, s.heading))
    to.add(Math.abs(q.position - s.position))
    to.add(shareOf(words[article]!, q.words.mass))
    to.add(shareOf(grams[article]!, q.grams.mass))
    addWaysBack(to, q, scene, row, column)
    addThirds(to, thirds, scene, row, column, cosinesWith(marks, s.all))
  }
}

function addWords(
  to: Row,
  marks: Marks,
  q: Entry,
  s: Entry,
  scene: Scene,
  row: number,
  column: number,
  stretch: number,
): void {
  const likeness = scene.likeness(row, column)
  const [best, second] = [scene.best[row]!, scene.second[row]!]
  const shared = sharedWith(marks, s.profile)
  const lacking = heaviestLacking(marks, q.words, shared.found)
  let [bestClause, allClauses, bestOfPlace] = [0, 0, 0]
  for (let at = 0; at < q.clauseMasses.length; at++) {
    const found = shareOf(shared.clauses[at]!, q.clauseMasses[at]!)
    if (found > bestClause) bestClause = found
    allClauses += found
  }
  for (let at = 0; at < s.clauseMasses.length; at++)
    bestOfPlace = Math.max(bestOfPlace, shareOf(shared.clausesOfOther[at]!, s.clauseMasses[at]!))
  const deed = shareOf(shared.deedInDeed, q.deed.mass)
  to.add(likeness)
  to.add(likeness - (likeness === best ? second : best))
  to.add(likeness / (best + 1e-9))
  to.add(shareOf(shared.wordsInWords, q.words.mass))
  to.add(shareOf(shared.gramsInGrams, q.grams.mass))
  to.add(shareOf(shared.wordsInFullWords, q.words.mass))
  to.add(shareOf(shared.gramsInFullGrams, q.grams.mass))
  to.add(shareOf(shared.fullGramsInFullGrams, q.masses.fullGrams))
  to.add(stretch / Math.max(1, q.text.length))
  to.add(shareOf(shared.triplesInTriples, q.masses.triples))
  to.add(shared.heaviestWord)
  to.add(lacking)
  to.add(lacking / (q.words.mass + 0.1))
  to.add(bestClause)
  to.add(allClauses / Math.max(1, q.clauseMasses.length))
  to.add(bestOfPlace)
  to.add((shareOf(shared.actInFullGrams, q.masses.act) + shareOf(shared.fullGramsInAct, s.masses.act)) / 2)
  to.add(deed)
  to.add(shareOf(shared.deedInDeed, s.deed.mass))
  to.add(q.isSanction && s.isSanction ? deed : 0)
  to.add(q.quantities.some(quantity => s.quantities.includes(quantity)) ? 1 : 0)
  to.add(q.quantities.length > 0 && s.quantities.length === 0 ? 1 : 0)
  to.add(q.quantities.length === 0 && s.quantities.length > 0 ? 1 : 0)
  to.add(shareOf(shared.charactersInCharacters, q.characters.mass))
  to.add(heaviestLacking(marks, q.characters, shared.found))
  to.add(Math.log1p(q.words.mass))
}

function addKinds(to: Row, q: Entry, s: Entry): void {
  const [led, ledThere] = [q.statement.lead !== '', s.statement.lead !== '']
  to.add(q.statement.kind === s.statement.kind ? 1 : 0)
  to.add(q.isSanction !== s.isSanction ? 1 : 0)
  to.add(q.isSanction && s.isSanction ? 1 : 0)
  to.add(led ? 1 : 0)
  to.add(led && ledThere ? 1 : 0)
  to.add(q.opensList !== s.opensList ? 1 : 0)
  to.add(sortsShared(q, s))
  to.add(q.takesInRest ? 1 : 0)
  to.add(q.takesInRest && s.takesInRest ? 1 : 0)
  to.add(q.takesInRest !== s.takesInRest ? 1 : 0)
}

/** Share of the sorts of sanction that the place has too; 0.5 where either is no sanction or has none of them. */
function sortsShared(q: Entry, s: Entry): number {
  if (q.sorts === 0 || s.sorts === 0) return 0.5
  return bitsOf(q.sorts & s.sorts) / bitsOf(q.sorts)
}

function bitsOf(number: number): number {
  let count = 0
  for (let bits = number; bits > 0; bits >>= 1) count += bits & 1
  return count
}

function addWaysBack(to: Row, { articleNumber }: Entry, scene: Scene, row: number, column: number): void {
  const likeness = scene.likeness(row, column)
  const best = scene.bestBack[column]!
  const isOwn = scene.articleBack[column] === articleNumber
  to.add(scene.articleAnswered(row, column))
  to.add(likeness / (best + 1e-9))
  to.add(1 / (1 + scene.betterInColumn(row, column)))
  to.add(isOwn ? 1 : 0)
  to.add(likeness - (isOwn ? scene.otherBack[column]! : best))
  to.add(scene.level)
  to.add(scene.shareBelow(likeness))
  to.add(likeness - scene.level)
}

function addThirds(
  to: Row,
  { likest, documents, sayingIt }: Thirds,
  scene: Scene,
  row: number,
  column: number,
  cosines: ArrayLike<number>,
): void {
  // The greatest three of what leads through the likest others.
  let [first, second, third, asked] = [-1, -1, -1, 0]
  for (let at = 0; at < likest.length && asked < THIRDS_ASKED; at++) {
    if (likest[at]!.document === scene.number) continue
    asked++
    const through = Math.min(likest[at]!.likeness, cosines[at]!)
    if (through > first) [first, second, third] = [through, first, second]
    else if (through > second) [second, third] = [through, second]
    else if (through > third) third = through
  }
  const likeness = scene.likeness(row, column)
  to.add(asked > 0 ? first : likeness * 0.7)
  to.add(
    asked === 0 ? likeness * 0.6 : (first + Math.max(0, second) + Math.max(0, third)) / Math.min(3, asked),
  )
  const others = scene.document.entries.length > 0 ? documents - 1 : documents
  const saying = scene.best[row]! > SAID_THERE ? sayingIt - 1 : sayingIt
  to.add(others === 0 ? 0.5 : saying / others)
}

function charactersShared(a: string, b: string): number {
  if (a === '' || b === '') return 0.3
  let shared = 0
  for (let at = 0; at < a.length; at++) if (b.includes(a[at]!)) shared++
  return shared / Math.min(a.length, b.length)
}
