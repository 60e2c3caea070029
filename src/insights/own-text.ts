import { type Names, namesOf } from '../diff/names.ts'
import { charactersOf } from '../diff/texts.ts'
import type { Token } from '../diff/tokens.ts'
import { type UnitText, unitTextOf } from '../diff/unit-text.ts'
import type { Article, Range, Regulation } from '../types.ts'
import { LIKENESS_SAMPLES, SHINGLE } from './thresholds.ts'

/**
 * Which text a document has alone. Every stretch of SHINGLE characters (names folded, punctuation left out) is looked up in
 * an index of how many documents have it: one pass over the corpus, time in proportion to its length.
 */
export interface Fingerprints {
  documents: { regulation: Regulation; names: Names; shingles: Set<number> }[]
  /** How many documents have the shingle. */
  spread: Map<number, number>
}

/** Reads the corpus into fingerprints; the other functions of this file ask them. */
export function fingerprintsOf(regulations: Regulation[]): Fingerprints {
  const prints: Fingerprints = { documents: [], spread: new Map() }
  for (const regulation of regulations) addDocument(prints, regulation)
  return prints
}

/** Adds one more document to the fingerprints, for a page that must not be blocked by a whole corpus at once. */
export function addDocument({ documents, spread }: Fingerprints, regulation: Regulation): void {
  const names = namesOf(regulation)
  const shingles = new Set(
    regulation.articles.flatMap(article =>
      shinglesOf(characterLines(articleUnitText(regulation, article), names)),
    ),
  )
  for (const shingle of shingles) spread.set(shingle, (spread.get(shingle) ?? 0) + 1)
  documents.push({ regulation, names, shingles })
}

/** Characters of substance, and how many of them stand in no other document. */
export interface Share {
  own: number
  total: number
}

export interface OwnText {
  /** By document id. */
  documents: Record<string, Share>
  /** By address of part, chapter or section. */
  divisions: Record<string, Share>
  /** By address. */
  articles: Record<string, Share>
}

/** How much of each document, division and article no other document has. */
export function ownText(prints: Fingerprints): OwnText {
  const own: OwnText = { documents: {}, divisions: {}, articles: {} }
  for (const { regulation, names } of prints.documents) {
    const divisions = new Map(regulation.divisions.map(division => [division.address, division]))
    own.documents[regulation.id] = { own: 0, total: 0 }
    for (const { address } of regulation.divisions) own.divisions[address] = { own: 0, total: 0 }
    for (const article of regulation.articles) {
      const share = ownShareOf(articleUnitText(regulation, article), names, prints)
      own.articles[article.address] = share
      addShare(own.documents[regulation.id]!, share)
      for (let at = article.division; at !== null; at = divisions.get(at)?.parent ?? null) {
        if (own.divisions[at]) addShare(own.divisions[at]!, share)
      }
    }
  }
  return own
}

/** Ranges of a unit's text that at least `k` documents have, its own counted: what a view may fade. */
export function sharedRanges(unit: UnitText, names: Names, k: number, prints: Fingerprints): Range[] {
  const ranges: Range[] = []
  for (const line of characterLines(unit, names)) {
    const covered = coverage(line, k, prints)
    line.forEach((token, index) => {
      const last = ranges.at(-1)
      if (!covered[index]) return
      if (last && index > 0 && covered[index - 1]) last.to = token.to
      else ranges.push({ from: token.from, to: token.to })
    })
  }
  return ranges
}

/** How alike the documents are to each other: Dice coefficient of their shingles, 1 on the diagonal, in the corpus's order. */
export function likenessOf({ documents }: Fingerprints): number[][] {
  const samples = documents.map(({ shingles }) => sample(shingles, documents.length))
  return samples.map((a, row) => samples.map((b, column) => (row === column ? 1 : dice(a, b))))
}

// With many documents a fixed part of all shingles shows likeness as well, and the pairs cost less.
function sample(shingles: Set<number>, documents: number): Set<number> {
  const every = LIKENESS_SAMPLES.find(({ moreThan }) => documents > moreThan)?.oneOf ?? 1
  return every === 1 ? shingles : new Set([...shingles].filter(shingle => shingle % every === 0))
}

function dice(a: Set<number>, b: Set<number>): number {
  if (a.size > b.size) return dice(b, a)
  let shared = 0
  for (const shingle of a) if (b.has(shingle)) shared++
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}

function addShare(sum: Share, share: Share): void {
  sum.own += share.own
  sum.total += share.total
}

function ownShareOf(unit: UnitText, names: Names, prints: Fingerprints): Share {
  const share = { own: 0, total: 0 }
  for (const line of characterLines(unit, names)) {
    const covered = coverage(line, 2, prints)
    line.forEach((token, index) => {
      const characters = token.to - token.from
      share.total += characters
      if (!covered[index]) share.own += characters
    })
  }
  return share
}

function articleUnitText(regulation: Regulation, article: Article): UnitText {
  return unitTextOf(regulation, article.address)
}

/** The characters of each paragraph and item by itself: no shingle crosses a line. */
function characterLines(unit: UnitText, names: Names): Token[][] {
  const lines: Token[][] = unit.parts.map(() => [])
  let part = 0
  for (const token of charactersOf(unit, names)) {
    while (part + 1 < unit.parts.length && token.from >= unit.parts[part]!.at.to) part++
    lines[part]!.push(token)
  }
  return lines
}

/** Which characters stand in a shingle that at least `k` documents have. */
function coverage(line: Token[], k: number, { spread }: Fingerprints): boolean[] {
  const covered = line.map(() => false)
  shinglesOf([line]).forEach((shingle, at) => {
    if ((spread.get(shingle) ?? 0) >= k) covered.fill(true, at, Math.min(at + SHINGLE, line.length))
  })
  return covered
}

/** A shingle begins at each character that has enough after it; a shorter line is one shingle. */
function shinglesOf(lines: Token[][]): number[] {
  return lines.flatMap(line => {
    const count = line.length === 0 ? 0 : Math.max(1, line.length - SHINGLE + 1)
    return Array.from({ length: count }, (_, at) =>
      shingleHash(line, at, Math.min(at + SHINGLE, line.length)),
    )
  })
}

/** A 52-bit hash (FNV-1a twice), small enough to be a number and wide enough for tens of millions of shingles. */
function shingleHash(line: Token[], from: number, to: number): number {
  let high = 0x811c9dc5
  let low = 0x01000193
  for (let index = from; index < to; index++) {
    const { key } = line[index]!
    for (let at = 0; at < key.length; at++) {
      high = Math.imul(high ^ key.charCodeAt(at), 0x01000193)
      low = Math.imul(low ^ key.charCodeAt(at), 0x85ebca6b)
    }
  }
  return (high >>> 0) * 0x100000 + ((low >>> 0) & 0xfffff)
}
