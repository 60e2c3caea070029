import { type Names, nameFolds } from '../diff/names.ts'
import { kept, type Texts, textsOf } from '../diff/texts.ts'
import { contentOf } from '../diff/tokens.ts'
import { wholeTextOf } from '../diff/unit-text.ts'
import { groupBy } from '../group.ts'
import type { Regulation } from '../types.ts'

/**
 * Whether what one text says is said elsewhere in other words: the share of a sentence's pairs of neighbouring characters,
 * rare ones counting more, that stand in the other text.
 */
export interface Echoes {
  /** Share of what `said` says that stands in `text` (both as `said` gives them); 0 to 1. */
  share(content: string, text: string): number
  /** The unit of a document that says the most of it. */
  best(content: string, document: string): { address: string; share: number } | null
  /** What a stretch of a document's clean text says. */
  content(text: string, document: string): string
}

/**
 * How many units of a corpus have a pair of characters, for whoever compares two of its documents without reading the
 * others: by count, the pairs one after the other; those of a single unit are left out.
 */
export interface PairCounts {
  units: number
  byCount: Record<string, string>
}

/** The counts of these documents. */
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
 * Echoes in these texts. Documents are indexed when first asked for. What is rare is told by `counts`, those of the whole
 * corpus, and without them by these texts alone.
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

/** The text with names folded and punctuation left out: less than `Texts.said` gives, and cheap enough for all units. */
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

/** Weight of a pair of characters: the less units have it, the more it says. */
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

function rarity(units: number, counts: Map<string, number>, otherwise: number): Rarity {
  return pair => Math.log((units + 1) / ((counts.get(pair) ?? otherwise) + 0.5))
}

/** The pairs of a text with what each weighs, and all together. */
interface Weighed {
  pairs: [pair: string, weight: number][]
  all: number
}

function weighedPairs(pairs: Set<string>, rarity: Rarity): Weighed {
  const weighed = [...pairs].map((pair): [string, number] => [pair, rarity(pair)])
  return { pairs: weighed, all: weighed.reduce((sum, [, weight]) => sum + weight, 0) }
}

function shareIn({ pairs, all }: Weighed, other: Set<string>): number {
  let shared = 0
  for (const [pair, weight] of pairs) if (other.has(pair)) shared += weight
  return all === 0 ? 0 : shared / all
}

function bestUnit(words: Weighed, units: UnitPairs[]): { address: string; share: number } | null {
  let best: { address: string; share: number } | null = null
  for (const unit of units) {
    const share = shareIn(words, unit.pairs)
    if (share > (best?.share ?? 0)) best = { address: unit.address, share }
  }
  return best
}

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
