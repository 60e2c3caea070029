import type { ClausePair } from '../diff/diff.ts'
import { likeness } from '../diff/likeness.ts'
import type { Segment } from '../diff/segments.ts'
import { contentOf } from '../diff/tokens.ts'
import { PAUSE } from '../lexicon/marks.ts'
import type { Range } from '../types.ts'
import type { Echoes } from './echo.ts'
import { type Comparison, isAnswered, isEmpty, type Side, sentenceLikenessOf, sliceOf } from './finding.ts'
import { haveOtherHeads } from './heads.ts'
import { bare } from './only-wording.ts'
import { contentAt, shareOf } from './reworded.ts'
import { CHANCE, LONG_ENOUGH_ALONE, UNLIKE } from './thresholds.ts'

/**
 * Splits every pair that only a common phrase and its place have brought together, or whose sentences have
 * different heads: its two clauses become two one-sided pairs. All other pairs stay as they are.
 */
export function withoutChance(comparison: Comparison, pairs: ClausePair[], echoes: Echoes): ClausePair[] {
  const sentences = sentenceLikenessOf(comparison, pairs)
  const isChance = (pair: ClausePair) =>
    isAnswered(pair) &&
    (haveOtherHeads(comparison, pair.a, pair.b) ||
      (pair.likeness < CHANCE.clause &&
        sentences(pair) < CHANCE.sentence &&
        shareOf(contentAt(comparison.a, pair.a, echoes), contentAt(comparison.b, pair.b, echoes), echoes) <
          CHANCE.content))
  return pairs.flatMap(pair => (isChance(pair) ? oneSidedPairs(pair) : [pair]))
}

function oneSidedPairs({ a, b }: ClausePair): ClausePair[] {
  const [noA, noB] = [
    { from: a.to, to: a.to },
    { from: b.from, to: b.from },
  ]
  return [
    { a, b: noB, likeness: 0, segments: [{ kind: 'change', a, b: noB }] },
    { a: noA, b, likeness: 0, segments: [{ kind: 'change', a: noA, b }] },
  ]
}

/** Splits every whole clause without a counterpart in its pair off that pair, as a one-sided pair. */
export function withoutLone(comparison: Comparison, pairs: ClausePair[]): ClausePair[] {
  return pairs.flatMap(pair =>
    isAnswered(pair) ? split(pair, segment => isUnmatched(comparison, pair, segment)) : [pair],
  )
}

function isUnmatched({ a, b }: Comparison, pair: ClausePair, segment: Segment): boolean {
  if (segment.kind !== 'change') return false
  const [before, after] = [sliceOf(a, segment.a), sliceOf(b, segment.b)]
  const isLong = (text: string) => contentOf(text).length >= LONG_ENOUGH_ALONE
  if (isEmpty(segment.b)) return isLong(before) && isWhole(a, pair.a, segment.a)
  if (isEmpty(segment.a)) return isLong(after) && isWhole(b, pair.b, segment.b)
  return (
    isLong(before) &&
    isLong(after) &&
    likeness(bare(before), bare(after)) < UNLIKE &&
    isWhole(a, pair.a, segment.a) &&
    isWhole(b, pair.b, segment.b)
  )
}

/**
 * Whether a range begins where a clause begins and ends where a clause ends; `all` is the range of its pair.
 */
function isWhole({ unit: { text } }: Side, all: Range, { from, to }: Range): boolean {
  const isBorder = (at: number) => at === all.from || at === all.to || PAUSE.test(text[at - 1] ?? '')
  return isBorder(from) && (isBorder(to) || PAUSE.test(text[to] ?? ''))
}

/**
 * Splits a pair at the segments that `isOut` picks: these become one-sided pairs, the segments between them
 * stay paired.
 */
function split(pair: ClausePair, isOut: (segment: Segment) => boolean): ClausePair[] {
  if (!pair.segments.some(isOut)) return [pair]
  const pieces: ClausePair[] = []
  let kept: Segment[] = []
  const keep = () => {
    if (kept.length > 0) pieces.push({ ...pair, ...extentOf(kept), segments: kept })
    kept = []
  }
  for (const segment of pair.segments) {
    if (!isOut(segment)) kept.push(segment)
    else {
      keep()
      pieces.push(
        ...oneSidedPairs({ ...pair, a: segment.a, b: segment.b }).filter(
          each => !isEmpty(each.a) || !isEmpty(each.b),
        ),
      )
    }
  }
  keep()
  return pieces
}

function extentOf(segments: Segment[]): { a: Range; b: Range } {
  const [first, last] = [segments[0]!, segments.at(-1)!]
  return { a: { from: first.a.from, to: last.a.to }, b: { from: first.b.from, to: last.b.to } }
}
