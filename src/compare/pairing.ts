import { byPlace, type ClausePair, clausePairsOf, pairOf } from '../diff/diff.ts'
import type { Echoes } from '../diff/echo.ts'
import { OTHERS_OF_LIST } from '../lexicon/formulas.ts'
import type { Range } from '../types.ts'
import {
  type Comparison,
  isAnswered,
  isEmpty,
  isWithin,
  type Side,
  sentenceAround,
  sentenceLikenessOf,
  sliceOf,
} from './finding.ts'
import { haveOtherHeads } from './matter.ts'
import { measureOthers } from './quantities.ts'
import { CHANCE, SAME_PLACE, SAME_WORDS, SHORTEST_GAP, SHORTEST_STATEMENT } from './thresholds.ts'

/**
 * The clauses of two texts that answer each other, and those of each that nothing answers; the ranges tile both texts. What only
 * its place has brought together is set apart, unless the texts are known to say each other: then what is left between two clauses
 * that answer each other is the other's wording in that place, one change and not one thing left out and another added.
 */
export function pairingOf(comparison: Comparison, echoes: Echoes): ClausePair[] {
  const pairs = withoutChance(
    comparison,
    clausePairsOf(comparison.a.tokenized, comparison.b.tokenized),
    echoes,
  )
  return comparison.answering ? withGapsPaired(comparison, pairs, echoes) : pairs
}

/**
 * Splits every pair that only a common phrase and its place have brought together, or whose sentences have
 * different heads: its two clauses become two one-sided pairs. All other pairs stay as they are.
 */
function withoutChance(comparison: Comparison, pairs: ClausePair[], echoes: Echoes): ClausePair[] {
  const sentences = sentenceLikenessOf(comparison, pairs)
  const isChance = (pair: ClausePair) =>
    isAnswered(pair) &&
    (areOthers(comparison, pair.a, pair.b) ||
      (!comparison.answering &&
        pair.likeness < CHANCE.clause &&
        sentences(pair) < CHANCE.sentence &&
        shareOf(contentAt(comparison.a, pair.a, echoes), contentAt(comparison.b, pair.b, echoes), echoes) <
          CHANCE.content))
  return pairs.flatMap(pair => (isChance(pair) ? oneSidedPairs(pair) : [pair]))
}

/** Whether two ranges are about other things however alike they are: they have other heads, or their numbers other subjects. */
export function areOthers(comparison: Comparison, a: Range, b: Range): boolean {
  return haveOtherHeads(comparison, a, b) || measureOthers(comparison, a, b)
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

/** A run of one text that nothing answers, with the pairs beside it. */
interface Gap {
  range: Range
  content: string
  before: ClausePair | undefined
  after: ClausePair | undefined
}

/** Pairs runs that stand in one place, best those with the same clauses on either side; each run is in at most one pair. */
function withGapsPaired(comparison: Comparison, pairs: ClausePair[], echoes: Echoes): ClausePair[] {
  const [inA, inB] = [gapsIn(comparison, pairs, 'a', echoes), gapsIn(comparison, pairs, 'b', echoes)]
  const couples = inA
    .flatMap(a =>
      inB.map(b => ({
        a,
        b,
        meets: Number(a.before === b.before) + Number(a.after === b.after),
        share: shareOf(a.content, b.content, echoes),
      })),
    )
    .filter(
      ({ a, b, meets, share }) =>
        (share >= SAME_PLACE ? meets > 0 : isBetween(a, b)) && !areOthers(comparison, a.range, b.range),
    )
    .sort(
      (x, y) =>
        y.meets - x.meets ||
        y.share - x.share ||
        x.a.range.from + x.b.range.from - y.a.range.from - y.b.range.from ||
        (keyOf(x.a, x.b) < keyOf(y.a, y.b) ? -1 : 1),
    )
  const taken: typeof couples = []
  for (const couple of couples)
    if (!taken.some(({ a, b }) => a === couple.a || b === couple.b)) taken.push(couple)
  const isTaken = (pair: ClausePair) =>
    !isAnswered(pair) &&
    taken.some(({ a, b }) => (isEmpty(pair.b) ? isWithin(pair.a, a.range) : isWithin(pair.b, b.range)))
  return [
    ...pairs.filter(pair => !isTaken(pair)),
    ...taken.map(({ a, b, share }) => pairOfGaps(comparison, a.range, b.range, share)),
  ].sort(byPlace)
}

/** Whether two runs stand between the same two pairs of clauses. */
function isBetween(a: Gap, b: Gap): boolean {
  return a.before !== undefined && a.after !== undefined && a.before === b.before && a.after === b.after
}

/** A key that is the same from either side, so that a comparison and its mirror image pair alike. */
function keyOf(a: Gap, b: Gap): string {
  return [a.content, b.content].sort().join('\n')
}

function gapsIn(comparison: Comparison, pairs: ClausePair[], which: 'a' | 'b', echoes: Echoes): Gap[] {
  const answered = pairs.filter(isAnswered)
  return runsOf(comparison, pairs, which)
    .map(({ [which]: range }) => ({
      range,
      content: contentAt(comparison[which], range, echoes),
      before: answered.find(pair => pair[which].to === range.from),
      after: answered.find(pair => pair[which].from === range.to),
    }))
    .filter(({ content }) => content.length >= SHORTEST_GAP)
}

/** The two as a pair of clauses, with the changed words if they share enough, else `reworded`. */
function pairOfGaps({ a, b }: Comparison, inA: Range, inB: Range, share: number): ClausePair {
  if (share >= SAME_WORDS) return { ...pairOf(a.tokenized, b.tokenized, inA, inB), likeness: share }
  const whole = { a: inA, b: inB }
  return { ...whole, likeness: share, segments: [{ kind: 'change', ...whole }], reworded: true }
}

/**
 * Neighbouring clauses of one sentence that only one text has; the range of the other text is empty. `whole`
 * is true when they make up the whole sentence.
 */
export interface Run {
  a: Range
  b: Range
  whole: boolean
}

/** The clauses of one text without a counterpart, joined into runs, in the order of that text. */
export function runsOf(comparison: Comparison, pairs: ClausePair[], which: 'a' | 'b'): Run[] {
  const { text } = comparison[which].unit
  const runs: Run[] = []
  const ordered = pairs.filter(pair => !isEmpty(pair[which])).sort((x, y) => x[which].from - y[which].from)
  for (const pair of ordered) {
    if (isAnswered(pair)) continue
    const sentence = sentenceAround(text, pair[which])
    const last = runs.at(-1)
    if (last && last[which].to === pair[which].from && last[which].from >= sentence.from)
      last[which].to = pair[which].to
    else runs.push({ a: { ...pair.a }, b: { ...pair.b }, whole: false })
  }
  return runs.map(run => ({ ...run, whole: isWithin(sentenceAround(text, run[which]), run[which]) }))
}

/** Content of a range, as `Echoes.content` returns it, without the labels of items. */
export function contentAt({ unit, document }: Side, { from, to }: Range, echoes: Echoes): string {
  const words = unit.parts.map(({ at }) =>
    unit.text.slice(Math.max(from, at.from), Math.max(0, Math.min(to, at.to))),
  )
  return echoes.content(words.join(''), document)
}

/**
 * Whether a range, with this content, states anything by itself: 主要任务是 does not, and 应当遵守交通文明行为规范：
 * does not without its items.
 */
export function isStatement(side: Side, range: Range, content: string): boolean {
  return content.length >= SHORTEST_STATEMENT && !LEAD_IN.test(sliceOf(side, range).trim())
}
const LEAD_IN = /^[^，。；]*：$|(?:下列|以下|如下|主要任务)[^，。；]{0,24}：$/

/**
 * Whether a range is a catch-all, which settles nothing that another could lack: 其他重大事项, 其他相关设施.
 * 涉及其他副市长分管的工作，要… is none.
 */
export function isCatchAll(side: Side, range: Range): boolean {
  const text = sliceOf(side, range)
    .replace(/^\s*（[^（）]{1,4}）/, '')
    .trim()
  return OTHERS_OF_LIST.test(text) || CATCH_ALL.test(text)
}
const CATCH_ALL =
  /^[^，。；：]{0,12}其他[^，。；：]{0,24}?(?:事项|问题|工作|情形|行为|规定|规范|活动|措施|职责)[。；]?$/

/** Content that two texts share, the mean of both directions; 0 to 1. */
function shareOf(a: string, b: string, echoes: Echoes): number {
  return (echoes.share(a, b) + echoes.share(b, a)) / 2
}
