import type { ClausePair } from '../diff/diff.ts'
import type { Names } from '../diff/names.ts'
import type { Segment } from '../diff/segments.ts'
import type { TokenizedText } from '../diff/tokens.ts'
import type { UnitText } from '../diff/unit-text.ts'
import { PAUSE, SENTENCE_END } from '../lexicon/marks.ts'
import type { Difference, Provision, Range } from '../types.ts'

/** Two documents' texts on one question, with what their numbers mean. */
export interface Comparison {
  a: Side
  b: Side
}

export interface Side {
  /** The document's id. */
  document: string
  unit: UnitText
  names: Names
  /** The same text cut into tokens. */
  tokenized: TokenizedText
  /** What it says, as `Echoes.said`. */
  content: string
  /** Provisions of the text, with the range of their quote in the unit. */
  provisions: Placed[]
}

export interface Placed extends Range {
  provision: Provision
}

/** A difference in the making: ranges count in the two units; an empty range says where something is lacking. */
export interface Finding extends Pick<Difference, 'kind' | 'note' | 'gist' | 'direction'> {
  a: Range
  b: Range
  /** What of the two ranges differs; without it all of them. */
  core?: Core
  elsewhere?: string
  /** Whether it shows two whole clauses, because the words that changed say nothing by themselves. */
  asClauses?: boolean
}

export interface Core {
  a: Range[]
  b: Range[]
}

/** The changed stretches themselves, as the core of what is told of them. */
export function coreOf(hunks: Pick<Segment, 'a' | 'b'>[]): Core {
  return { a: hunks.map(hunk => hunk.a), b: hunks.map(hunk => hunk.b) }
}

/** Where all has been said by the two texts. */
export const NO_GIST = { zh: '', en: '' }

/** The changed stretches of a pair of clauses. */
export function hunksOf(pair: ClausePair): Segment[] {
  return pair.segments.filter(segment => segment.kind === 'change')
}

export function sliceOf(side: Side, range: Range): string {
  return side.unit.text.slice(range.from, range.to)
}

export function overlap(x: Range, y: Range): boolean {
  return x.from < y.to && y.from < x.to
}

/** Whether a range lies in another. */
export function isWithin(inner: Range, outer: Range): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

export function isEmpty(range: Range): boolean {
  return range.from === range.to
}

/** The range widened to the clause it stands in: up to the next comma, semicolon, full stop, colon or line end. */
export function clauseAround(text: string, range: Range): Range {
  let { from, to } = range
  while (from > 0 && !PAUSE.test(text[from - 1]!)) from--
  while (to < text.length && !PAUSE.test(text[to]!)) to++
  return from < range.from || to > range.to ? { from, to } : range
}

/** The range widened to the sentence it stands in: up to the next full stop, semicolon, question or exclamation mark or line end. */
export function sentenceAround(text: string, range: Range): Range {
  let { from, to } = range
  while (from > 0 && !SENTENCE_END.test(text[from - 1]!)) from--
  // A range that takes its own mark in has reached its end.
  while (to < text.length && !(to > range.from && SENTENCE_END.test(text[to - 1]!))) to++
  return { from, to }
}

/** Whether a pair has clauses on both sides. */
export function isAnswered(pair: ClausePair): boolean {
  return !isEmpty(pair.a) && !isEmpty(pair.b)
}

/**
 * How much of the sentences a pair of clauses stands in is answered: their clauses' likeness by length, of the sentence of
 * which more is answered or of the other; 0 to 1.
 */
export type SentenceLikeness = (pair: ClausePair) => number

export function sentenceLikenessOf(
  { a, b }: Comparison,
  pairs: ClausePair[],
  which: 'more' | 'less' = 'more',
): SentenceLikeness {
  const inA = sums(a, pairs, pair => pair.a)
  const inB = sums(b, pairs, pair => pair.b)
  const choose = which === 'more' ? Math.max : Math.min
  return pair => choose(inA(pair), inB(pair))
}

function sums(side: Side, pairs: ClausePair[], rangeOf: (pair: ClausePair) => Range): SentenceLikeness {
  const sentenceOf = (pair: ClausePair) => sentenceAround(side.unit.text, rangeOf(pair)).from
  const answered = new Map<number, number>()
  const all = new Map<number, number>()
  for (const pair of pairs) {
    const range = rangeOf(pair)
    const sentence = sentenceOf(pair)
    const length = range.to - range.from
    all.set(sentence, (all.get(sentence) ?? 0) + length)
    answered.set(sentence, (answered.get(sentence) ?? 0) + length * pair.likeness)
  }
  return pair => {
    const sentence = sentenceOf(pair)
    return isEmpty(rangeOf(pair)) ? 0 : (answered.get(sentence) ?? 0) / Math.max(1, all.get(sentence) ?? 0)
  }
}
