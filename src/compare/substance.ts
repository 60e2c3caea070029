import type { ClausePair } from '../diff/diff.ts'
import { likeness } from '../diff/likeness.ts'
import type { Segment } from '../diff/segments.ts'
import { contentOf, PARTICLES } from '../diff/tokens.ts'
import type { Range } from '../types.ts'
import {
  type Comparison,
  clauseAround,
  type Finding,
  hunksOf,
  isAnswered,
  isEmpty,
  overlap,
  type Side,
  sentenceAround,
  sentenceLikenessOf,
  sliceOf,
} from './finding.ts'
import { headsAnswer, matterOf, occasionsIn } from './matter.ts'
import { bindAlike } from './modals.ts'
import { bare, verdictOf } from './only-wording.ts'
import { onePerClause, scopeFinding } from './scope.ts'
import { BESIDE_TYPED, BRIDGE, LONG_PHRASE, SAME_CLAUSE, UNLIKE } from './thresholds.ts'
import { type ReworkedClause, wordingFindings } from './wording.ts'

/**
 * Findings for changes that `explained` (numbers, actors, modal words) leaves open: more or fewer bodies,
 * matters and conditions (`scope`), or only different words (`wording`) in clauses without any other finding.
 */
export function substanceFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  explained: Finding[],
): Finding[] {
  const scope: Finding[] = []
  const worded: ReworkedClause[] = []
  const answered = pairs.filter(isAnswered)
  const answers = headsAnswer(comparison, pairs, sentenceLikenessOf(comparison, pairs, 'less'))
  for (const pair of answered) {
    if (pair.reworded) {
      const isTold = explained.some(({ a, b }) => overlap(a, pair.a) && overlap(b, pair.b))
      if (!isTold) scope.push(rewordedFinding(pair))
      continue
    }
    const judged = judgedPair(comparison, pair, explained)
    scope.push(...judged.scope)
    if (judged.words.length > 0 && judged.isOnlyWords && pair.likeness >= SAME_CLAUSE && answers(pair))
      worded.push({ pair, hunks: judged.words })
  }
  return [...scope, ...wordingFindings(comparison, pairs, worded, [...explained, ...scope])]
}

/**
 * What the changes of a pair come to: findings of scope, and changes that are only words; `isOnlyWords` is
 * false if any change is of another kind or unclear.
 */
interface JudgedPair {
  scope: Finding[]
  words: Segment[]
  isOnlyWords: boolean
}

function judgedPair(comparison: Comparison, pair: ClausePair, explained: Finding[]): JudgedPair {
  const hunks = hunksOf(pair)
  const judged: JudgedPair = { scope: [], words: [], isOnlyWords: true }
  const substance: Segment[] = []
  for (const hunk of hunks) {
    if (isInLeadIns(comparison, hunk)) continue
    const verdict = explained.some(finding => accountsFor(comparison, finding, hunk))
      ? 'unclear'
      : verdictOf(comparison, pair, hunk, hunks)
    if (verdict === 'wording') judged.words.push(hunk)
    else if (verdict !== 'moved') judged.isOnlyWords = false
    if (verdict === 'substance') substance.push(hunk)
  }
  const changed = (which: 'a' | 'b') => hunks.map(hunk => sliceOf(comparison[which], hunk[which])).join('')
  const sentence = (which: 'a' | 'b') =>
    sliceOf(comparison[which], sentenceAround(comparison[which].unit.text, pair[which]))
  // A modal word may stand in another clause of the sentence.
  if (!bindAlike(changed('a'), changed('b')) && !bindAlike(sentence('a'), sentence('b')))
    judged.isOnlyWords = false
  const reported = inPhrases(comparison, substance)
    .flatMap(hunk => partsOf(comparison, hunk))
    .flatMap(part => scopeFinding(comparison, part) ?? [])
  judged.scope = onePerClause(comparison, reported, explained)
  return judged
}

/** The finding for a matter that both texts state, in sentences too unlike for their clauses to be paired. */
function rewordedFinding({ a, b }: ClausePair): Finding {
  return {
    kind: 'scope',
    code: 'said-otherwise',
    a,
    b,
    core: { a: [], b: [] },
    note: '同一事项以不同文字规定，内容不尽相同',
    gist: { zh: '同一事项以不同文字规定', en: 'the same matter in other words, not all the same' },
    direction: null,
  }
}

/** Whether a finding explains a change: it overlaps each side that is not empty, and the change is short. */
function accountsFor({ a, b }: Comparison, finding: Finding, hunk: Segment): boolean {
  const inside =
    (isEmpty(hunk.a) || overlap(finding.a, hunk.a)) && (isEmpty(hunk.b) || overlap(finding.b, hunk.b))
  return (
    inside && [sliceOf(a, hunk.a), sliceOf(b, hunk.b)].every(text => contentOf(text).length <= BESIDE_TYPED)
  )
}

/** Whether a change stands in clauses that only introduce a list: 主要任务是： names no body itself. */
function isInLeadIns({ a, b }: Comparison, hunk: Segment): boolean {
  const isLeadIn = (side: Side, range: Range) =>
    /(?:任务|职责)(?:是|为|有|包括|如下)?$/.test(sliceOf(side, clauseAround(side.unit.text, range)))
  const words = bare(sliceOf(a, hunk.a)) + bare(sliceOf(b, hunk.b))
  const isList = (side: Side, range: Range) =>
    /^有(?:下列|以下)[^，]{0,6}之一的?[，：]?$/.test(sliceOf(side, clauseAround(side.unit.text, range)))
  if (isList(a, hunk.a) && isList(b, hunk.b)) return true
  return (isLeadIn(a, hunk.a) && isLeadIn(b, hunk.b)) || /^有?(?:下列|以下)[^，]{0,6}(?:之一)?$/.test(words)
}

/** The change itself or, if its two sides have nothing in common, an omission and an addition. */
function partsOf({ a, b, answering }: Comparison, hunk: Segment): Pick<Segment, 'a' | 'b'>[] {
  const [before, after] = [bare(sliceOf(a, hunk.a)), bare(sliceOf(b, hunk.b))]
  const unlike = Math.min(before.length, after.length) >= LONG_PHRASE && likeness(before, after) < UNLIKE
  // A body that replaces another is one change, however different their names are.
  const areBodies = [before, after].every(text => matterOf(text) === '机构人员')
  if (!unlike || areBodies || answering) return [hunk]
  return [
    { a: hunk.a, b: { from: hunk.b.from, to: hunk.b.from } },
    { a: { from: hunk.a.to, to: hunk.a.to }, b: hunk.b },
  ]
}

/**
 * Joins changes that belong to one phrase, and widens changes that break a word to the whole word:
 * 实现[全]流程网上办理.
 */
function inPhrases(comparison: Comparison, hunks: Segment[]): Segment[] {
  const { a, b } = comparison
  const joined: Segment[] = []
  for (const hunk of hunks.map(each => widened(comparison, each))) {
    const last = joined.at(-1)
    const meets =
      last && isBridge(a.unit.text, last.a.to, hunk.a.from) && isBridge(b.unit.text, last.b.to, hunk.b.from)
    if (meets)
      joined[joined.length - 1] = {
        kind: 'change',
        a: { from: last.a.from, to: Math.max(last.a.to, hunk.a.to) },
        b: { from: last.b.from, to: Math.max(last.b.to, hunk.b.to) },
      }
    else joined.push(hunk)
  }
  return joined
}

/** Whether the text between two changes is so short that both belong to one phrase. */
function isBridge(text: string, from: number, to: number): boolean {
  return to - from <= BRIDGE && !/[，。；：、\n和及或与的]/.test(text.slice(from, Math.max(from, to)))
}

/** Widens a change that begins or ends with a single character to the whole word, on both sides alike. */
function widened({ a, b }: Comparison, hunk: Segment): Segment {
  if ([sliceOf(a, hunk.a), sliceOf(b, hunk.b)].some(text => occasionsIn(text).length > 0)) return hunk
  const after = Math.max(lengthAfter(a, hunk.a), lengthAfter(b, hunk.b))
  const before = Math.max(lengthBefore(a, hunk.a), lengthBefore(b, hunk.b))
  const widen = ({ from, to }: Range, left: number, right: number) => ({ from: from - left, to: to + right })
  const at = (side: Side, range: Range) => sliceOf(side, range)
  const right =
    at(a, { from: hunk.a.to, to: hunk.a.to + after }) === at(b, { from: hunk.b.to, to: hunk.b.to + after })
  const left =
    at(a, { from: hunk.a.from - before, to: hunk.a.from }) ===
    at(b, { from: hunk.b.from - before, to: hunk.b.from })
  return {
    kind: 'change',
    a: widen(hunk.a, left ? before : 0, right ? after : 0),
    b: widen(hunk.b, left ? before : 0, right ? after : 0),
  }
}

/** Length of the token after a range that ends with a single character, 0 if it does not. */
function lengthAfter(side: Side, range: Range): number {
  const { tokens } = side.tokenized
  const at = tokens.findIndex(token => token.to === range.to)
  const [last, next] = [tokens[at], tokens[at + 1]]
  return !isEmpty(range) && isSingleCharacter(last) && next?.from === range.to ? next.to - next.from : 0
}

/** Length of the token before a range that begins with a single character, 0 if it does not. */
function lengthBefore(side: Side, range: Range): number {
  const { tokens } = side.tokenized
  const at = tokens.findIndex(token => token.from === range.from)
  const [first, previous] = [tokens[at], tokens[at - 1]]
  return !isEmpty(range) &&
    isSingleCharacter(first) &&
    previous?.to === range.from &&
    !PARTICLES.has(previous.key)
    ? previous.to - previous.from
    : 0
}

function isSingleCharacter(token: Side['tokenized']['tokens'][number] | undefined): boolean {
  return (
    token !== undefined && token.to - token.from === 1 && !PARTICLES.has(token.key) && !/\d/.test(token.key)
  )
}
