import type { ClausePair } from '../diff/diff.ts'
import { likeness } from '../diff/likeness.ts'
import type { Segment } from '../diff/segments.ts'
import { contentOf } from '../diff/tokens.ts'
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
import { headsAnswer } from './heads.ts'
import { matterOf } from './matter.ts'
import { bindAlike } from './modals.ts'
import { bare, verdictOf } from './only-wording.ts'
import { onePerClause, scopeFinding } from './scope.ts'
import { BESIDE_TYPED, LONG_PHRASE, SAME_CLAUSE, SHORT_REWORDING, UNLIKE } from './thresholds.ts'
import { inPhrases } from './whole-phrases.ts'
import { type ReworkedClause, wordingFindings } from './wording.ts'

/**
 * What remains of the changes when numbers, actors and modal words are explained: more or fewer bodies, matters and
 * conditions (`scope`), or only other words (`wording`), of clauses of which nothing else is told.
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
      if (isLongEnough(comparison, pair)) scope.push(rewordedFinding(pair))
      continue
    }
    const read = readOf(comparison, pair, explained)
    scope.push(...read.scope)
    if (read.words.length > 0 && read.isOnlyWords && pair.likeness >= SAME_CLAUSE && answers(pair))
      worded.push({ pair, hunks: read.words })
  }
  return [...scope, ...wordingFindings(comparison, pairs, worded, [...explained, ...scope])]
}

/** What is to be told of the changes of a pair; `isOnlyWords` where nothing of them is of another sort or unclear. */
interface Read {
  scope: Finding[]
  words: Segment[]
  isOnlyWords: boolean
}

function readOf(comparison: Comparison, pair: ClausePair, explained: Finding[]): Read {
  const hunks = hunksOf(pair)
  const read: Read = { scope: [], words: [], isOnlyWords: true }
  const substance: Segment[] = []
  for (const hunk of hunks) {
    if (isInLeadIns(comparison, hunk)) continue
    const verdict = explained.some(finding => accountsFor(comparison, finding, hunk))
      ? 'unclear'
      : verdictOf(comparison, pair, hunk, hunks)
    if (verdict === 'wording') read.words.push(hunk)
    else if (verdict !== 'moved') read.isOnlyWords = false
    if (verdict === 'substance') substance.push(hunk)
  }
  const changed = (which: 'a' | 'b') => hunks.map(hunk => sliceOf(comparison[which], hunk[which])).join('')
  const sentence = (which: 'a' | 'b') =>
    sliceOf(comparison[which], sentenceAround(comparison[which].unit.text, pair[which]))
  // A word that binds may stand in another clause of the sentence.
  if (!bindAlike(changed('a'), changed('b')) && !bindAlike(sentence('a'), sentence('b')))
    read.isOnlyWords = false
  const reported = inPhrases(comparison, substance)
    .flatMap(hunk => partsOf(comparison, hunk))
    .flatMap(part => scopeFinding(comparison, part) ?? [])
  read.scope = onePerClause(comparison, reported, explained)
  return read
}

/** A duty that both texts know, in sentences of which hardly a clause answers a clause. */
function rewordedFinding({ a, b }: ClausePair): Finding {
  return {
    kind: 'scope',
    a,
    b,
    core: { a: [], b: [] },
    note: '同一事项以不同文字规定，内容不尽相同',
    gist: { zh: '同一事项以不同文字规定', en: 'the same matter in other words, not all the same' },
    direction: null,
  }
}

function isLongEnough({ a, b }: Comparison, pair: ClausePair): boolean {
  return (
    Math.max(contentOf(sliceOf(a, pair.a)).length, contentOf(sliceOf(b, pair.b)).length) > SHORT_REWORDING
  )
}

function accountsFor({ a, b }: Comparison, finding: Finding, hunk: Segment): boolean {
  const inside =
    (isEmpty(hunk.a) || overlap(finding.a, hunk.a)) && (isEmpty(hunk.b) || overlap(finding.b, hunk.b))
  return (
    inside && [sliceOf(a, hunk.a), sliceOf(b, hunk.b)].every(text => contentOf(text).length <= BESIDE_TYPED)
  )
}

/** Whether a change stands in clauses that only lead in what follows: 主要任务是： names no body of its own. */
function isInLeadIns({ a, b }: Comparison, hunk: Segment): boolean {
  const isLeadIn = (side: Side, range: Range) =>
    /(?:任务|职责)(?:是|为|有|包括|如下)?$/.test(sliceOf(side, clauseAround(side.unit.text, range)))
  const words = bare(sliceOf(a, hunk.a)) + bare(sliceOf(b, hunk.b))
  const isList = (side: Side, range: Range) =>
    /^有(?:下列|以下)[^，]{0,6}之一的?[，：]?$/.test(sliceOf(side, clauseAround(side.unit.text, range)))
  if (isList(a, hunk.a) && isList(b, hunk.b)) return true
  return (isLeadIn(a, hunk.a) && isLeadIn(b, hunk.b)) || /^有?(?:下列|以下)[^，]{0,6}(?:之一)?$/.test(words)
}

/** A change, or what it leaves out and what it adds where the two have nothing to do with each other. */
function partsOf({ a, b }: Comparison, hunk: Segment): Pick<Segment, 'a' | 'b'>[] {
  const [before, after] = [bare(sliceOf(a, hunk.a)), bare(sliceOf(b, hunk.b))]
  const unlike = Math.min(before.length, after.length) >= LONG_PHRASE && likeness(before, after) < UNLIKE
  // One body in the place of another is one change, however they are called.
  const areBodies = [before, after].every(text => matterOf(text) === '机构人员')
  if (!unlike || areBodies) return [hunk]
  return [
    { a: hunk.a, b: { from: hunk.b.from, to: hunk.b.from } },
    { a: { from: hunk.a.to, to: hunk.a.to }, b: hunk.b },
  ]
}
