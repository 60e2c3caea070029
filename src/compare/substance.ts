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
import { BESIDE_TYPED, LONG_PHRASE, SAME_CLAUSE, UNLIKE } from './thresholds.ts'
import { inPhrases } from './whole-phrases.ts'
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
