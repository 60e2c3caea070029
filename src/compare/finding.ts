import type { ClausePair } from '../diff/diff.ts'
import type { Names } from '../diff/names.ts'
import type { Segment } from '../diff/segments.ts'
import type { TokenizedText } from '../diff/tokens.ts'
import type { UnitText } from '../diff/unit-text.ts'
import { PAUSE, SENTENCE_END } from '../lexicon/marks.ts'
import type { Said } from '../statement-types.ts'
import type { Difference, Provision, Range } from '../types.ts'

/** The texts of two documents on one topic, each with the provisions read from it. */
export interface Comparison {
  a: Side
  b: Side
  /** All that the two documents say on the topic. */
  around: { a: Side; b: Side }
  said: Said
  /** Whether the two are known to say each other, so that what is unlike in them stands in each other's place. */
  answering: boolean
}

export interface Side {
  /** The document's id. */
  document: string
  unit: UnitText
  names: Names
  /** The same text cut into tokens. */
  tokenized: TokenizedText
  /** Whether the text holds the last article of a document that is cut off: what it lacks may have stood there. */
  cutOff: boolean
  /** Whether the document is all there; of what one that is cut off says nowhere no reader can tell. */
  complete: boolean
  /** Provisions of the text, each with the range of its quote in the text of the unit. */
  provisions: Placed[]
  /** Its statements, each with its range in the text of the unit. */
  statements: (Range & { id: string })[]
}

export interface Placed extends Range {
  provision: Provision
}

/**
 * A difference before it gets its addresses. Ranges count in the texts of the two units; an empty range marks
 * the place where that text lacks something.
 */
export interface Finding extends Pick<Difference, 'kind' | 'code' | 'note' | 'gist' | 'direction'> {
  a: Range
  b: Range
  /** The parts of the two ranges that differ; without it the whole of both. */
  core?: Core
  /** Address of the unit elsewhere in the other document that states the same. */
  elsewhere?: string
  /** The statement of the other document that comes nearest to what it is told to lack. */
  nearest?: string
  /** Whether it shows two whole clauses because the words that changed mean nothing by themselves. */
  asClauses?: boolean
}

export interface Core {
  a: Range[]
  b: Range[]
}

/** The ranges of these changes, as the core of a finding. */
export function coreOf(hunks: Pick<Segment, 'a' | 'b'>[]): Core {
  return { a: hunks.map(hunk => hunk.a), b: hunks.map(hunk => hunk.b) }
}

/** An empty gist, for differences that the two texts show by themselves. */
export const NO_GIST = { zh: '', en: '' }

/** The changed segments of a pair of clauses. */
export function hunksOf(pair: ClausePair): Segment[] {
  return pair.segments.filter(segment => segment.kind === 'change')
}

/** The text of a range of one side. */
export function sliceOf(side: Side, range: Range): string {
  return side.unit.text.slice(range.from, range.to)
}

/** Whether two ranges have a character in common. */
export function overlap(x: Range, y: Range): boolean {
  return x.from < y.to && y.from < x.to
}

/** Whether the first range lies within the second. */
export function isWithin(inner: Range, outer: Range): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

export function isEmpty(range: Range): boolean {
  return range.from === range.to
}

/**
 * The range widened to the clause it stands in: up to the next comma, semicolon, full stop, colon or line
 * end.
 */
export function clauseAround(text: string, range: Range): Range {
  let { from, to } = range
  while (from > 0 && !PAUSE.test(text[from - 1]!)) from--
  while (to < text.length && !PAUSE.test(text[to]!)) to++
  return from < range.from || to > range.to ? { from, to } : range
}

/**
 * The range widened to the sentence it stands in: up to the next full stop, semicolon, question or
 * exclamation mark or line end.
 */
export function sentenceAround(text: string, range: Range): Range {
  let { from, to } = range
  while (from > 0 && !SENTENCE_END.test(text[from - 1]!)) from--
  // A range that includes its closing mark has reached the end of its sentence.
  while (to < text.length && !(to > range.from && SENTENCE_END.test(text[to - 1]!))) to++
  return { from, to }
}

/** Whether a pair has clauses on both sides. */
export function isAnswered(pair: ClausePair): boolean {
  return !isEmpty(pair.a) && !isEmpty(pair.b)
}

/**
 * How well the sentence around a pair of clauses is matched: the mean likeness of its clauses, weighted by
 * length, 0 to 1.
 */
export type SentenceLikeness = (pair: ClausePair) => number

/**
 * Measures the sentences of both texts. Of the two sentences around a pair, `which` takes the one that is
 * matched more or the one that is matched less; an empty side counts as 0.
 */
export function sentenceLikenessOf(
  { a, b }: Comparison,
  pairs: ClausePair[],
  which: 'more' | 'less' = 'more',
): SentenceLikeness {
  const inA = sentenceLikenessIn(a, pairs, pair => pair.a)
  const inB = sentenceLikenessIn(b, pairs, pair => pair.b)
  const choose = which === 'more' ? Math.max : Math.min
  return pair => choose(inA(pair), inB(pair))
}

function sentenceLikenessIn(
  side: Side,
  pairs: ClausePair[],
  rangeOf: (pair: ClausePair) => Range,
): SentenceLikeness {
  const sentenceOf = (pair: ClausePair) => sentenceAround(side.unit.text, rangeOf(pair)).from
  const matched = new Map<number, number>()
  const lengths = new Map<number, number>()
  for (const pair of pairs) {
    const range = rangeOf(pair)
    const sentence = sentenceOf(pair)
    const length = range.to - range.from
    lengths.set(sentence, (lengths.get(sentence) ?? 0) + length)
    matched.set(sentence, (matched.get(sentence) ?? 0) + length * pair.likeness)
  }
  return pair => {
    const sentence = sentenceOf(pair)
    return isEmpty(rangeOf(pair)) ? 0 : (matched.get(sentence) ?? 0) / Math.max(1, lengths.get(sentence) ?? 0)
  }
}

/** The statement that most of a range stands in; null where it stands in none. */
export function statementAt({ statements }: Side, { from, to }: Range): string | null {
  const within = (statement: Range) => Math.min(to, statement.to) - Math.max(from, statement.from)
  const inside = statements.filter(each => within(each) > 0)
  return inside.sort((x, y) => within(y) - within(x))[0]?.id ?? null
}
