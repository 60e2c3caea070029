import type { Entry, IndexedDocument } from './entries.ts'
import { cosinesWith, heaviestLacking, mark, markMore, sharedWith } from './marks.ts'
import type { Scene, Third } from './scene.ts'
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

/** Places that may say it, with what was measured of each. */
export interface Measured {
  places: Entry[]
  values: number[][]
}

/** What measures a statement and the place with a number in the other document: values in the order of FEATURES. */
export function measuring(scene: Scene, row: number): (column: number) => number[] {
  const q = scene.asked[row]!
  const { document, marks } = scene
  const longestStretch = stretcher(q.text)
  const words = sharedByArticle(q.words, document.articlesWithWord, document)
  const grams = sharedByArticle(q.grams, document.articlesWithGram, document)
  const thirds = scene.thirds(row)
  const saidThere = thirds.filter(third => third.likeness > SAID_THERE).length
  const share = thirds.length === 0 ? 0.5 : saidThere / thirds.length
  return column => {
    const s = document.entries[column]!
    mark(marks, q.profile)
    markMore(marks, scene.likest(row))
    const values: number[] = []
    pushWords(values, scene, row, column, longestStretch(s.text))
    pushKinds(values, q, s)
    values.push(
      charactersShared(q.heading, s.heading),
      Math.abs(q.position - s.position),
      shareOf(words[s.articleNumber]!, q.words.mass),
      shareOf(grams[s.articleNumber]!, q.grams.mass),
    )
    pushWaysBack(values, scene, row, column)
    pushThirds(values, thirds, cosinesWith(marks, s.all), scene.likeness(row, column))
    values.push(share)
    return values
  }
}

/** Weight of a vector's terms that each article has. */
function sharedByArticle(
  { terms, weights }: Entry['words'],
  articlesWith: Map<number, number[]>,
  { articles }: IndexedDocument,
): Float64Array {
  const shared = new Float64Array(articles.length)
  for (let at = 0; at < terms.length; at++) {
    const found = articlesWith.get(terms[at]!)
    if (found) for (const article of found) shared[article]! += weights[at]!
  }
  return shared
}

function pushWords(values: number[], scene: Scene, row: number, column: number, stretch: number): void {
  const [q, s] = [scene.asked[row]!, scene.document.entries[column]!]
  const likeness = scene.likeness(row, column)
  const { best, second } = scene.bestOfRow(row)
  const shared = sharedWith(scene.marks, s.profile)
  const lacking = heaviestLacking(scene.marks, q.words, shared.found)
  let [bestClause, allClauses, bestOfPlace] = [0, 0, 0]
  for (let at = 0; at < q.clauseMasses.length; at++) {
    const found = shareOf(shared.clauses[at]!, q.clauseMasses[at]!)
    if (found > bestClause) bestClause = found
    allClauses += found
  }
  for (let at = 0; at < s.clauseMasses.length; at++)
    bestOfPlace = Math.max(bestOfPlace, shareOf(shared.clausesOfOther[at]!, s.clauseMasses[at]!))
  const deed = shareOf(shared.deedInDeed, q.deed.mass)
  values.push(
    likeness,
    likeness - (likeness === best ? second : best),
    likeness / (best + 1e-9),
    shareOf(shared.wordsInWords, q.words.mass),
    shareOf(shared.gramsInGrams, q.grams.mass),
    shareOf(shared.wordsInFullWords, q.words.mass),
    shareOf(shared.gramsInFullGrams, q.grams.mass),
    shareOf(shared.fullGramsInFullGrams, q.masses.fullGrams),
    stretch / Math.max(1, q.text.length),
    shareOf(shared.triplesInTriples, q.masses.triples),
    shared.heaviestWord,
    lacking,
    lacking / (q.words.mass + 0.1),
    bestClause,
    allClauses / Math.max(1, q.clauseMasses.length),
    bestOfPlace,
    (shareOf(shared.actInFullGrams, q.masses.act) + shareOf(shared.fullGramsInAct, s.masses.act)) / 2,
    deed,
    shareOf(shared.deedInDeed, s.deed.mass),
    q.isSanction && s.isSanction ? deed : 0,
    q.quantities.some(quantity => s.quantities.includes(quantity)) ? 1 : 0,
    q.quantities.length > 0 && s.quantities.length === 0 ? 1 : 0,
    q.quantities.length === 0 && s.quantities.length > 0 ? 1 : 0,
    shareOf(shared.charactersInCharacters, q.characters.mass),
    heaviestLacking(scene.marks, q.characters, shared.found),
    Math.log1p(q.words.mass),
  )
}

function pushKinds(values: number[], q: Entry, s: Entry): void {
  const [led, ledThere] = [q.statement.lead !== '', s.statement.lead !== '']
  values.push(
    q.statement.kind === s.statement.kind ? 1 : 0,
    q.isSanction !== s.isSanction ? 1 : 0,
    q.isSanction && s.isSanction ? 1 : 0,
    led ? 1 : 0,
    led && ledThere ? 1 : 0,
    q.opensList !== s.opensList ? 1 : 0,
    sortsShared(q, s),
    q.takesInRest ? 1 : 0,
    q.takesInRest && s.takesInRest ? 1 : 0,
    q.takesInRest !== s.takesInRest ? 1 : 0,
  )
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

function pushWaysBack(values: number[], scene: Scene, row: number, column: number): void {
  const likeness = scene.likeness(row, column)
  const { best, article, other } = scene.bestOfColumn(column)
  const isOwn = article === scene.asked[row]!.article
  values.push(
    scene.articleAnswered(row, column),
    likeness / (best + 1e-9),
    1 / (1 + scene.betterInColumn(row, column)),
    isOwn ? 1 : 0,
    likeness - (isOwn ? other : best),
    scene.level,
    scene.shareBelow(likeness),
    likeness - scene.level,
  )
}

function pushThirds(values: number[], thirds: Third[], cosines: number[], likeness: number): void {
  const through = thirds
    .slice(0, THIRDS_ASKED)
    .map(third => Math.min(third.likeness, cosines[third.rank]!))
    .sort((a, b) => b - a)
  values.push(through[0] ?? likeness * 0.7, through.length > 0 ? mean(through.slice(0, 3)) : likeness * 0.6)
}

// A third document counts as saying it too from this likeness on.
const SAID_THERE = 0.4

function charactersShared(a: string, b: string): number {
  if (a === '' || b === '') return 0.3
  let shared = 0
  for (let at = 0; at < a.length; at++) if (b.includes(a[at]!)) shared++
  return shared / Math.min(a.length, b.length)
}

function mean(numbers: number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, n) => sum + n, 0) / numbers.length
}
