import type { Range } from '../types.ts'
import { actsIn } from './actors.ts'
import type { ClausePair, Segment } from './diff.ts'
import {
  type Comparison,
  clauseAround,
  coreOf,
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
import { isClause, type Lacking, lackingIn, trimmed } from './members.ts'
import { bindAlike } from './modals.ts'
import { bare, LABEL, UNLIKE, verdictOf } from './only-wording.ts'
import { inPhrases } from './phrases.ts'
import { isGovernmentItself, MATTERS, matterOf, occasionsIn, tells } from './tells.ts'
import { contentOf } from './tokens.ts'
import { type Place, wordingFindings } from './wording.ts'
import { likeness } from './wordings.ts'

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
  const worded: Place[] = []
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
// Of clauses that share less other words are not the only difference.
const SAME_CLAUSE = 0.5

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
    const verdict = explained.some(finding => covers(comparison, finding, hunk))
      ? 'unclear'
      : verdictOf(comparison, pair, hunk, hunks)
    if (verdict === 'wording') read.words.push(hunk)
    else if (verdict !== 'moved') read.isOnlyWords = false
    if (verdict === 'substance') substance.push(hunk)
  }
  const changed = (which: 'a' | 'b') => hunks.map(hunk => sliceOf(comparison[which], hunk[which])).join('')
  const sentence = (which: 'a' | 'b') =>
    sliceOf(comparison[which], sentenceAround(comparison[which].witness.text, pair[which]))
  // A word that binds may stand in another clause of the sentence.
  if (!bindAlike(changed('a'), changed('b')) && !bindAlike(sentence('a'), sentence('b')))
    read.isOnlyWords = false
  const told = inPhrases(comparison, substance)
    .flatMap(hunk => partsOf(comparison, hunk))
    .flatMap(part => scopeFinding(comparison, part) ?? [])
  read.scope = onePerClause(comparison, told, explained)
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

// Two stretches this short say the same matter in other words, and nothing that can be told.
const SHORT = 14

function isLongEnough({ a, b }: Comparison, pair: ClausePair): boolean {
  return Math.max(contentOf(sliceOf(a, pair.a)).length, contentOf(sliceOf(b, pair.b)).length) > SHORT
}

// A typed finding accounts for a change in its clause unless the change says much more than the number, actor or modal.
const BESIDE = 20

function covers({ a, b }: Comparison, finding: Finding, hunk: Segment): boolean {
  const inside =
    (isEmpty(hunk.a) || overlap(finding.a, hunk.a)) && (isEmpty(hunk.b) || overlap(finding.b, hunk.b))
  return inside && [sliceOf(a, hunk.a), sliceOf(b, hunk.b)].every(text => contentOf(text).length <= BESIDE)
}

/** Whether a change stands in clauses that only lead in what follows: 主要任务是： names no body of its own. */
function isInLeadIns({ a, b }: Comparison, hunk: Segment): boolean {
  const isLeadIn = (side: Side, range: Range) =>
    /(?:任务|职责)(?:是|为|有|包括|如下)?$/.test(sliceOf(side, clauseAround(side.witness.text, range)))
  const words = bare(sliceOf(a, hunk.a)) + bare(sliceOf(b, hunk.b))
  return (isLeadIn(a, hunk.a) && isLeadIn(b, hunk.b)) || /^有?(?:下列|以下)[^，]{0,6}(?:之一)?$/.test(words)
}

// Of two stretches this long that are so unlike one is left out, the other added.
const LONG = 8

/** A change, or what it leaves out and what it adds where the two have nothing to do with each other. */
function partsOf({ a, b }: Comparison, hunk: Segment): Pick<Segment, 'a' | 'b'>[] {
  const [said, says] = [bare(sliceOf(a, hunk.a)), bare(sliceOf(b, hunk.b))]
  const unlike = Math.min(said.length, says.length) >= LONG && likeness(said, says) < UNLIKE
  // One body in the place of another is one change, however they are called.
  const areBodies = [said, says].every(text => matterOf(text) === '机构人员')
  if (!unlike || areBodies) return [hunk]
  return [
    { a: hunk.a, b: { from: hunk.b.from, to: hunk.b.from } },
    { a: { from: hunk.a.to, to: hunk.a.to }, b: hunk.b },
  ]
}

/** A change of scope in the clauses it stands in, told with what one side names and the other has not; null where that is nothing. */
export function scopeFinding(comparison: Comparison, hunk: Pick<Segment, 'a' | 'b'>): Finding | null {
  const { a, b } = comparison
  const itself = isGovernmentItself(a, hunk.a) || isGovernmentItself(b, hunk.b)
  const place = { a: contextOf(a, hunk.a), b: contextOf(b, hunk.b), core: coreOf([hunk]) }
  if (itself) return governmentItself(place, sliceOf(a, hunk.a) === '')
  const lacking = lackingIn(comparison, hunk)
  if (lacking.before === null && lacking.after === null) return null
  if (isFragment(comparison, hunk, lacking)) return clausesFinding(comparison, place)
  const { before, after } = lacking
  if (before !== null && after !== null && isUnclear(before, after)) return null
  const matter = matterOf((before ?? '') + (after ?? ''))
  if (before === null)
    return {
      kind: 'scope',
      ...withoutCounterpart(comparison, hunk, place, 'b'),
      note: `右增${matter}：${after}`,
      gist: { zh: `增加${matter}`, en: `${MATTERS[matter]} added` },
      direction: 'added',
    }
  if (after === null)
    return {
      kind: 'scope',
      ...withoutCounterpart(comparison, hunk, place, 'a'),
      note: `右缺${matter}：${before}`,
      gist: { zh: `略去${matter}`, en: `${MATTERS[matter]} left out` },
      direction: 'left-out',
    }
  return {
    kind: 'scope',
    ...place,
    note: `${matter}：“${before}”→“${after}”`,
    gist: { zh: `${matter}不同`, en: `other ${MATTERS[matter]}` },
    direction: null,
  }
}

/** Whole clauses that one text has more stand beside other clauses of the other, which do not answer them. */
function withoutCounterpart<T extends Pick<Finding, 'a' | 'b'>>(
  comparison: Comparison,
  hunk: Pick<Segment, 'a' | 'b'>,
  place: T,
  which: 'a' | 'b',
): T {
  const other = which === 'a' ? 'b' : 'a'
  if (!isEmpty(hunk[other]) || !isClause(comparison[which].witness.text, hunk[which])) return place
  return { ...place, [other]: hunk[other] }
}

/** Two clauses whose difference cannot be told by its words alone. */
function clausesFinding({ a, b }: Comparison, place: Pick<Finding, 'a' | 'b' | 'core'>): Finding | null {
  const [before, after] = [sliceOf(a, place.a), sliceOf(b, place.b)].map(text =>
    trimmed(text.replace(LABEL, '')),
  )
  return {
    kind: 'scope',
    ...place,
    note: `${CLAUSES}“${before}”→“${after}”`,
    gist: { zh: '内容不尽相同', en: 'not all the same' },
    direction: null,
  }
}

/** Two short words without a sign in common that name nobody, no act and no occasion: they may well say the same. */
function isUnclear(before: string, after: string): boolean {
  const isPlain = (text: string) =>
    ANY_BODY.test(text) ||
    (bare(text).length <= 4 && !tells(text) && actsIn(text).length === 0 && occasionsIn(text).length === 0)
  return isPlain(before) && isPlain(after)
}

const ANY_BODY = /^(?:有关|相关|执法|行政|主管|工作)*(?:部门|机关|单位|机构)$/

/** A part of a phrase that says nothing by itself: the clauses have to be told. */
function isFragment(
  comparison: Comparison,
  hunk: Pick<Segment, 'a' | 'b'>,
  { before, after }: Lacking,
): boolean {
  const { a, b } = comparison
  const contexts = [sliceOf(a, contextOf(a, hunk.a)), sliceOf(b, contextOf(b, hunk.b))]
  // Without a clause on each side, or with more than one, there are no two clauses to tell.
  if (contexts.some(text => text === '' || /[。；\n]./.test(text))) return false
  const said = (before ?? '') + (after ?? '')
  if ([before, after].some(text => text !== null && (isUnbalanced(text) || text.length === 1))) return true
  if (before !== null && after !== null)
    return (
      (Math.max(before.length, after.length) > LONG && likeness(bare(before), bare(after)) < UNLIKE) ||
      ([before, after].some(namesBody) &&
        !(isPhrase(a.witness.text, hunk.a) && isPhrase(b.witness.text, hunk.b)))
    )
  if (matterOf(said) !== '内容') return false
  const [side, range] = before === null ? [b, hunk.b] : [a, hunk.a]
  return !isClause(side.witness.text, range) && !isPhrase(side.witness.text, range)
}

function namesBody(text: string): boolean {
  return matterOf(text) === '机构人员'
}

function isUnbalanced(text: string): boolean {
  return (
    text.split('（').length !== text.split('）').length || text.split('《').length !== text.split('》').length
  )
}

/** Whether a stretch begins and ends where a member of a list, an attribute or a clause does. */
function isPhrase(text: string, { from, to }: Range): boolean {
  const outer = [text.slice(0, from), text.slice(to)] as const
  const inner = text.slice(from, to)
  if (/^[、和及或]|[、和及或]$/.test(inner)) return true
  return (
    (/(?:^|[，。；：、\n（“”》）和及或与的以])$/.test(outer[0]) || /^[，。；：、和及或与]/.test(inner)) &&
    (/^(?:$|[，。；：、\n（）”“《和及或与的等])/.test(outer[1]) || /[，。；：、的等和及或与]$/.test(inner))
  )
}

/** Where the clauses themselves have to be told, they are told once, and not beside a number or an actor that is told of them. */
function onePerClause({ a, b }: Comparison, findings: Finding[], explained: Finding[]): Finding[] {
  const isClauses = ({ note }: Finding) => note.startsWith(CLAUSES)
  const clauses = findings.filter(isClauses)
  const isOver = (x: Finding, y: Finding) => overlap(x.a, y.a) && overlap(x.b, y.b)
  const areComparable = (finding: Finding) => {
    const shared = likeness(bare(sliceOf(a, finding.a)), bare(sliceOf(b, finding.b)))
    return FAR <= shared && shared < NEAR
  }
  const told: Finding[] = []
  for (const finding of findings) {
    const same = told.find(each => isClauses(each) && isOver(each, finding))
    if (same)
      same.core = { a: [...same.core!.a, ...finding.core!.a], b: [...same.core!.b, ...finding.core!.b] }
    else if (!isClauses(finding) && clauses.some(each => isOver(each, finding))) continue
    else if (isClauses(finding) && explained.some(each => isOver(each, finding))) continue
    else if (isClauses(finding) && !areComparable(finding)) continue
    else told.push(finding)
  }
  return told
}
const CLAUSES = '内容不尽相同：'
// Clauses that share less do not answer each other; clauses that share more and differ in parts of phrases say the same in other words.
const FAR = 0.35
const NEAR = 0.85

function governmentItself(place: Pick<Finding, 'a' | 'b' | 'core'>, added: boolean): Finding {
  const note = added ? '右增机构人员：政府本身（政府及各部门）' : '右缺机构人员：政府本身（仅各部门）'
  const gist = added
    ? { zh: '增加政府本身', en: 'the government itself added' }
    : { zh: '略去政府本身', en: 'the government itself left out' }
  return { kind: 'scope', ...place, note, gist, direction: added ? 'added' : 'left-out' }
}

/** The clause a change stands in. */
function contextOf(side: Side, range: Range): Range {
  return clauseAround(side.witness.text, withoutMarks(side, range))
}

/** A change without the marks at its ends and the number of the item after it. */
function withoutMarks(side: Side, range: Range): Range {
  const words = sliceOf(side, range)
  const end = words.replace(
    /[，、；。：\s]*(?:\n\s*（[一二三四五六七八九十\d]+）)?[，、；。：\s]*$/,
    '',
  ).length
  const start = words.length - words.replace(/^[，、；。：\s]+/, '').length
  return start < end ? { from: range.from + start, to: range.from + end } : range
}
