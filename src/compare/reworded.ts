import { byPlace, type ClausePair, pairOf } from '../diff/diff.ts'
import { likeness } from '../diff/likeness.ts'
import type { Provision, Range } from '../types.ts'
import type { Echoes } from './echo.ts'
import {
  type Comparison,
  isAnswered,
  isEmpty,
  isWithin,
  overlap,
  type Side,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { haveOtherHeads } from './heads.ts'
import { isSameSubject } from './quantities.ts'
import { actsIn } from './slots.ts'
import { SAME_BODY, SAME_MATTER, SAME_WORDS, SHORTEST_STATEMENT } from './thresholds.ts'

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

/**
 * Pairs runs without a counterpart once more, by content and across the whole of both texts; all other pairs
 * stay. A duty that stands elsewhere in other words is one difference, not one left out and one added.
 */
export function withReworded(comparison: Comparison, pairs: ClausePair[], echoes: Echoes): ClausePair[] {
  const [inA, inB] = [
    unansweredIn(comparison, pairs, 'a', echoes),
    unansweredIn(comparison, pairs, 'b', echoes),
  ]
  const couples = mostAlikeCouples(inA, inB, tiesBetween(comparison, pairs, inA, inB), echoes).filter(
    ({ a, b }) => !haveOtherHeads(comparison, a.range, b.range),
  )
  const isTaken = (pair: ClausePair) =>
    couples.some(({ a, b }) => (isEmpty(pair.b) ? isWithin(pair.a, a.range) : isWithin(pair.b, b.range)))
  const rest = pairs.filter(pair => isAnswered(pair) || !isTaken(pair))
  return [...rest, ...couples.map(couple => pairOfCouple(comparison, couple))].sort(byPlace)
}

/** A run of one text: its range, whether it is a whole sentence, its content, and the provisions in it. */
interface Unanswered {
  range: Range
  whole: boolean
  content: string
  numbers: Provision[]
}

function unansweredIn(
  comparison: Comparison,
  pairs: ClausePair[],
  which: 'a' | 'b',
  echoes: Echoes,
): Unanswered[] {
  const side = comparison[which]
  return runsOf(comparison, pairs, which)
    .map(({ [which]: range, whole }) => ({
      range,
      whole,
      content: contentAt(side, range, echoes),
      numbers: numbersAt(side, range),
    }))
    .filter(({ range, content }) => isStatement(side, range, content))
}

/** Content of a range, as `Echoes.content` returns it, without the labels of items. */
export function contentAt({ unit, document }: Side, { from, to }: Range, echoes: Echoes): string {
  const words = unit.parts.map(({ at }) =>
    unit.text.slice(Math.max(from, at.from), Math.max(0, Math.min(to, at.to))),
  )
  return echoes.content(words.join(''), document)
}

/**
 * Whether a range, with this content, states anything by itself: 主要任务是 does not, and 应当遵守下列规定：
 * does not without its items.
 */
export function isStatement(side: Side, range: Range, content: string): boolean {
  return content.length >= SHORTEST_STATEMENT && !LEAD_IN.test(sliceOf(side, range))
}
const LEAD_IN = /(?:下列|以下|如下|主要任务)[^，。；]{0,24}：\s*$/

const CATCH_ALL = '其他.{0,24}?(?:事项|问题|工作|情形|行为)'

/**
 * Whether content is a catch-all: 其他重大事项 matches only another catch-all. 涉及其他副市长分管的工作，要…
 * is none.
 */
export function isCatchAll(content: string): boolean {
  return IS_CATCH_ALL.test(content)
}
const IS_CATCH_ALL = new RegExp(`^.{0,12}${CATCH_ALL}$`)

interface Couple {
  a: Unanswered
  b: Unanswered
  /** Content that the two share, as `shareOf`; 0 to 1. */
  share: number
}

type Ties = keyof typeof SAME_MATTER

/**
 * Couples that share enough content for the tie between them, the most alike first; each run is in at most
 * one couple.
 */
function mostAlikeCouples(
  inA: Unanswered[],
  inB: Unanswered[],
  tiesOf: (a: Unanswered, b: Unanswered) => Ties,
  echoes: Echoes,
): Couple[] {
  const likely = inA
    .flatMap(a => inB.map(b => ({ a, b, share: sharedBy(a, b, echoes) })))
    .filter(({ a, b, share }) => share >= SAME_MATTER.rest && share >= SAME_MATTER[tiesOf(a, b)])
    .sort(
      (x, y) =>
        y.share - x.share ||
        x.a.range.from + x.b.range.from - y.a.range.from - y.b.range.from ||
        (keyOf(x) < keyOf(y) ? -1 : 1),
    )
  const couples: Couple[] = []
  for (const couple of likely)
    if (!couples.some(({ a, b }) => a === couple.a || b === couple.b)) couples.push(couple)
  return couples
}

/** A key that is the same from either side, so that a comparison and its mirror image couple alike. */
function keyOf({ a, b }: Couple): string {
  return [a.content, b.content].sort().join('\n')
}

/**
 * Makes a function that finds the tie between two runs besides their content, a key of SAME_MATTER: the
 * stronger the tie, the less content they must share. With `rest` each is the only unmatched run of its
 * sentence, and the sentences match otherwise.
 */
function tiesBetween(comparison: Comparison, pairs: ClausePair[], inA: Unanswered[], inB: Unanswered[]) {
  const sentenceOf = (which: 'a' | 'b', range: Range) => sentenceAround(comparison[which].unit.text, range)
  const isAlone = (all: Unanswered[], sentence: Range) =>
    all.filter(({ range }) => isWithin(range, sentence)).length === 1
  return (a: Unanswered, b: Unanswered): Ties => {
    if (a.whole && b.whole) return haveOneDuty(a.content, b.content) ? 'duty' : 'sentence'
    const [outerA, outerB] = [sentenceOf('a', a.range), sentenceOf('b', b.range)]
    const between = pairs.filter(
      pair => isAnswered(pair) && isWithin(pair.a, outerA) && isWithin(pair.b, outerB),
    )
    if (between.length === 0) return 'clause'
    const isRest = isAlone(inA, outerA) && isAlone(inB, outerB)
    return isRest && between.some(({ likeness }) => likeness >= SAME_WORDS) ? 'rest' : 'sentence'
  }
}

/**
 * Whether two sentences, given by their content, begin with the same body and name an act in common:
 * 各部门主要负责人……报告.
 */
export function haveOneDuty(a: string, b: string): boolean {
  const acts = actsIn(b)
  return likeness(bodyOf(a), bodyOf(b)) >= SAME_BODY && actsIn(a).some(act => acts.includes(act))
}

/** The words a sentence begins with, without the government that its body belongs to. */
function bodyOf(content: string): string {
  return content.replace(/^(?:本级)?人民政府/, '').slice(0, 8)
}

function sharedBy(a: Unanswered, b: Unanswered, echoes: Echoes): number {
  return isCatchAll(a.content) !== isCatchAll(b.content) || measureOthers(a.numbers, b.numbers)
    ? 0
    : shareOf(a.content, b.content, echoes)
}

/** The provisions whose quotes overlap a range. */
export function numbersAt({ provisions }: Side, range: Range): Provision[] {
  return provisions.filter(placed => overlap(placed, range)).map(({ provision }) => provision)
}

/**
 * Whether two lists of provisions have a measure in common but no subject: 居住区绿地率不低于百分之三十 and
 * 广场绿地率不低于百分之四十 share all but their subjects.
 */
export function measureOthers(a: Provision[], b: Provision[]): boolean {
  const both = a.flatMap(x => b.filter(y => y.measure === x.measure).map(y => [x, y] as const))
  return both.length > 0 && !both.some(([x, y]) => isSameSubject(x, y))
}

/** Content that two texts share, the mean of both directions; 0 to 1. */
export function shareOf(a: string, b: string, echoes: Echoes): number {
  return (echoes.share(a, b) + echoes.share(b, a)) / 2
}

/** The couple as a pair of clauses, with the changed words if the two share enough, else `reworded`. */
function pairOfCouple({ a, b }: Comparison, { a: inA, b: inB, share }: Couple): ClausePair {
  const pair = { a: inA.range, b: inB.range, likeness: share }
  return share >= SAME_WORDS
    ? { ...pairOf(a.tokenized, b.tokenized, pair.a, pair.b), likeness: share }
    : { ...pair, segments: [{ kind: 'change', a: pair.a, b: pair.b }], reworded: true }
}
