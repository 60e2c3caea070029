import { groupBy } from '../group.ts'
import type { Regulation } from '../types.ts'
import { type Names, nameFolds } from './names.ts'
import { kept, type Texts, textsOf } from './texts.ts'
import { contentOf } from './tokens.ts'
import { wholeTextOf } from './unit-text.ts'

/**
 * Measures how much of the content of one text another text contains, in whatever words: the share of its
 * pairs of neighbouring characters that the other text contains too, rare pairs counting more.
 */
export interface Echoes {
  /** Share of `content` that `text` contains, 0 to 1; both as the method `content` returns them. */
  share(content: string, text: string): number
  /** The unit of a document with the greatest share of `content`; null when no unit contains any. */
  best(content: string, document: string): { address: string; share: number } | null
  /** Content of a piece of clean text of a document: names folded, punctuation left out. */
  content(text: string, document: string): string
}

/**
 * In how many units of a corpus each pair of characters stands. With it two documents can be compared without
 * reading the others. `byCount` maps each count to all its pairs in one string; pairs of a single unit are
 * left out.
 */
export interface PairCounts {
  units: number
  byCount: Record<string, string>
}

/** Counts, for each pair of characters, the units of these documents that contain it. */
export function pairCountsOf(regulations: Regulation[]): PairCounts {
  const texts = textsOf(regulations)
  const units = regulations.flatMap(({ id }) => unitsOf(texts, id))
  const byCount = groupBy(
    [...countPairs(units)].filter(([, count]) => count > 1),
    ([, count]) => count,
  )
  const sorted = [...byCount].sort(([a], [b]) => a - b)
  return {
    units: units.length,
    byCount: Object.fromEntries(
      sorted.map(([count, pairs]) => [
        count,
        pairs
          .map(([pair]) => pair)
          .sort()
          .join(''),
      ]),
    ),
  }
}

/**
 * The measure for these texts; each document is indexed when it is first asked for. `counts`, taken over the
 * whole corpus, decide which pairs of characters are rare; without them these texts alone decide.
 */
export function echoesOf(texts: Texts, counts?: PairCounts): Echoes {
  const units = new Map(
    texts.regulations.map(regulation => [regulation.id, lazily(() => unitsOf(texts, regulation.id))]),
  )
  const rarity = lazily(() =>
    counts ? countedRarity(counts) : rarityOf([...units.values()].flatMap(unit => unit())),
  )
  const pairs = kept(pairsOf)
  const weighed = kept(words => weighedPairs(pairs(words), rarity()))
  const best = kept(key => {
    const [document, words] = splitOnce(key)
    return bestUnit(weighed(words), units.get(document)?.() ?? [])
  })
  const content = kept(key => {
    const [document, text] = splitOnce(key)
    return plainly(text, texts.names(document))
  })
  return {
    share: (words, text) => shareIn(weighed(words), pairs(text)),
    best: (words, document) => best(`${document}\n${words}`),
    content: (text, document) => content(`${document}\n${text}`),
  }
}

interface UnitPairs {
  address: string
  pairs: Set<string>
}

/**
 * The text with names folded and punctuation left out. It normalises less than `Texts.content`, and is cheap
 * enough for all units.
 */
export function plainly(text: string, names: Names): string {
  let folded = ''
  let from = 0
  for (const fold of nameFolds(text, names)) {
    folded += text.slice(from, fold.from) + fold.key
    from = fold.to
  }
  return contentOf(folded + text.slice(from))
}

function unitsOf(texts: Texts, id: string): UnitPairs[] {
  const regulation = texts.regulations.find(each => each.id === id)!
  const names = texts.names(id)
  return wholeTextOf(regulation).parts.map(part => ({
    address: part.address,
    pairs: pairsOf(plainly(part.passage.text, names)),
  }))
}

/** Weight of a pair of characters: the fewer units contain it, the greater. */
type Rarity = (pair: string) => number

function rarityOf(units: UnitPairs[]): Rarity {
  return rarity(units.length, countPairs(units), 0)
}

function countPairs(units: UnitPairs[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { pairs } of units) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

function countedRarity({ units, byCount }: PairCounts): Rarity {
  const counts = new Map<string, number>()
  for (const [count, pairs] of Object.entries(byCount))
    for (let at = 0; at < pairs.length; at += 2) counts.set(pairs.slice(at, at + 2), Number(count))
  return rarity(units, counts, 1)
}

/** The weights by these counts; a pair without a count is taken to stand in `otherwise` units. */
function rarity(units: number, counts: Map<string, number>, otherwise: number): Rarity {
  return pair => Math.log((units + 1) / ((counts.get(pair) ?? otherwise) + 0.5))
}

/** The pairs of a text, each with its weight, and the sum of the weights. */
interface Weighed {
  pairs: [pair: string, weight: number][]
  total: number
}

function weighedPairs(pairs: Set<string>, rarity: Rarity): Weighed {
  const weighed = [...pairs].map((pair): [string, number] => [pair, rarity(pair)])
  return { pairs: weighed, total: weighed.reduce((sum, [, weight]) => sum + weight, 0) }
}

function shareIn({ pairs, total }: Weighed, other: Set<string>): number {
  let shared = 0
  for (const [pair, weight] of pairs) if (other.has(pair)) shared += weight
  return total === 0 ? 0 : shared / total
}

function bestUnit(content: Weighed, units: UnitPairs[]): { address: string; share: number } | null {
  let best: { address: string; share: number } | null = null
  for (const unit of units) {
    const share = shareIn(content, unit.pairs)
    if (share > (best?.share ?? 0)) best = { address: unit.address, share }
  }
  return best
}

/** All pairs of neighbouring characters in a text. */
export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) pairs.add(text.slice(at, at + 2))
  return pairs
}

function splitOnce(key: string): [string, string] {
  const at = key.indexOf('\n')
  return [key.slice(0, at), key.slice(at + 1)]
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
