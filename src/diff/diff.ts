import type { Cut, Range } from '../types.ts'
import { alignClauses } from './clauses.ts'
import { type Names, NO_NAMES } from './names.ts'
import { blockSegments, type Segment } from './segments.ts'
import { type TokenizedText, type TokenOptions, tokensOf } from './tokens.ts'
import type { UnitText } from './unit-text.ts'

export interface DiffOptions {
  cut: Cut
  /** Names of the two documents; without them only general names fold. */
  names?: { a: Names; b: Names }
  /** Whether names that must differ are kept out of the changes; on by default. */
  foldNames?: boolean
}

/**
 * The difference of two texts, word by word. Segments stand in `b`'s order and tile both texts: taking `a`'s
 * characters for `same` and `b`'s for the rest gives `b`. `diff(b, a)` is its mirror image.
 */
export function diff(a: UnitText, b: UnitText, options: DiffOptions): Segment[] {
  return joined(clausePairs(a, b, options).flatMap(pair => pair.segments))
}

/**
 * Clauses of one text with their counterpart in the other, as ranges in the two texts; one range is empty
 * when there is no counterpart.
 */
export interface ClausePair {
  a: Range
  b: Range
  /** Share of their words that both have, 0 to 1; words that stand in many clauses count little. */
  likeness: number
  segments: Segment[]
  /** Set when both state the same matter, in sentences so unlike that they can only be shown whole. */
  reworded?: true
}

/** The same difference clause by clause, in `b`'s order; the ranges tile both texts. */
function clausePairs(a: UnitText, b: UnitText, options: DiffOptions): ClausePair[] {
  const { cut, names, foldNames = true } = options
  return clausePairsOf(
    tokenize(a, { cut, names: names?.a ?? NO_NAMES, foldNames }),
    tokenize(b, { cut, names: names?.b ?? NO_NAMES, foldNames }),
  )
}

/** The text of a unit with its tokens, for callers that compare one text with many. */
export function tokenize(unit: UnitText, options: TokenOptions): TokenizedText {
  return { text: unit.text, tokens: tokensOf(unit, options) }
}

/** The clause pairs of two tokenized texts, in `right`'s order; their ranges tile both texts. */
export function clausePairsOf(left: TokenizedText, right: TokenizedText): ClausePair[] {
  // Where two edit scripts are equally short the order decides, so both directions use one order.
  if (left.text > right.text) return clausePairsOf(right, left).map(turned).sort(byPlace)
  return alignClauses(left, right).map(block => ({
    a: block.a,
    b: block.b,
    likeness: block.likeness,
    segments: blockSegments(left, right, block),
  }))
}

/** Two ranges, one in each text, as one pair of likeness 1; the rest of the texts plays no part. */
export function pairOf(left: TokenizedText, right: TokenizedText, a: Range, b: Range): ClausePair {
  if (left.text > right.text) return turned(pairOf(right, left, b, a))
  const block = { a, b, tokensA: tokensIn(left, a), tokensB: tokensIn(right, b), likeness: 1 }
  return { a, b, likeness: 1, segments: blockSegments(left, right, block) }
}

function tokensIn({ tokens }: TokenizedText, { from, to }: Range): Range {
  const first = tokens.findIndex(token => token.from >= from)
  const next = tokens.findIndex(token => token.from >= to)
  return { from: first < 0 ? tokens.length : first, to: next < 0 ? tokens.length : next }
}

function turned(pair: ClausePair): ClausePair {
  return { ...pair, a: pair.b, b: pair.a, segments: mirror(pair.segments) }
}

/** Order of pairs and segments: by place in `b`, then by place in `a`. */
export function byPlace(x: Pick<ClausePair, 'a' | 'b'>, y: Pick<ClausePair, 'a' | 'b'>): number {
  return x.b.from - y.b.from || x.b.to - y.b.to || x.a.from - y.a.from
}

/** The segments that a reader sees as different: changes and moved stretches. */
export function changesOf(segments: Segment[]): Segment[] {
  return segments.filter(segment => segment.kind === 'change' || segment.move !== undefined)
}

/** Rebuilds the second text from the first and the segments; `b` is read only where the two differ. */
export function applyDiff(a: string, segments: Segment[], b: string): string {
  return segments
    .map(({ kind, a: inA, b: inB }) =>
      kind === 'same' ? a.slice(inA.from, inA.to) : b.slice(inB.from, inB.to),
    )
    .join('')
}

/** The same difference seen from the other text, in that text's order. */
export function mirror(segments: Segment[]): Segment[] {
  return joined(segments.map(segment => ({ ...segment, a: segment.b, b: segment.a })).sort(byPlace))
}

/** Joins neighbouring segments of one kind; an omission and an addition at one place become one change. */
function joined(segments: Segment[]): Segment[] {
  const result: Segment[] = []
  for (const segment of segments) {
    const last = result.at(-1)
    const adjoins =
      last?.kind === segment.kind &&
      last.move === segment.move &&
      last.a.to === segment.a.from &&
      last.b.to === segment.b.from
    if (adjoins)
      result[result.length - 1] = {
        ...last,
        a: { from: last.a.from, to: segment.a.to },
        b: { from: last.b.from, to: segment.b.to },
      }
    else result.push(segment)
  }
  return result
}
