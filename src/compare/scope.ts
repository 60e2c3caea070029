import { likeness } from '../diff/likeness.ts'
import type { Segment } from '../diff/segments.ts'
import { contentOf } from '../diff/tokens.ts'
import { ANY_BODY } from '../lexicon/bodies.ts'
import { SMALL_NUMERAL } from '../lexicon/numerals.ts'
import type { Range } from '../types.ts'
import {
  type Comparison,
  type Core,
  clauseAround,
  coreOf,
  type Finding,
  isEmpty,
  overlap,
  type Side,
  sliceOf,
} from './finding.ts'
import { isGovernmentItself, MATTERS, type Matter, matterOf, namesSubstance, occasionsIn } from './matter.ts'
import { isClause, type Lacking, lackingIn, trimmed } from './members.ts'
import { bare, LABEL, signsShared } from './only-wording.ts'
import { actsIn } from './slots.ts'
import {
  FAR,
  LONG_PHRASE,
  LONGEST_NAME,
  NEAR,
  PLAIN_LENGTH,
  SAME_CHARACTERS,
  SHORT_CLAUSE,
  UNLIKE,
} from './thresholds.ts'

/**
 * The `scope` finding for a change: what each side names and the other lacks, shown in the clauses around it.
 * Null when neither side lacks anything, or when the words may well mean the same.
 */
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
  if (before === null || after === null)
    return oneSidedScope(comparison, hunk, place, { before, after }, matter)
  return {
    kind: 'scope',
    code: 'other-matter',
    ...place,
    note: `${matter}：“${before}”→“${after}”`,
    gist: { zh: `${matter}不同`, en: `other ${MATTERS[matter]}` },
    direction: null,
  }
}

/**
 * The finding for words that only one text has. If they are a whole clause, the clauses beside it in the
 * other text are no counterparts; all that is known is that no clause like it was found there.
 */
function oneSidedScope(
  comparison: Comparison,
  hunk: Pick<Segment, 'a' | 'b'>,
  place: Pick<Finding, 'a' | 'b' | 'core'>,
  { before, after }: Lacking,
  matter: Matter,
): Finding | null {
  const [which, other] = before === null ? (['b', 'a'] as const) : (['a', 'b'] as const)
  const added = before === null
  const direction = added ? 'added' : 'left-out'
  const isAlone = isEmpty(hunk[other]) && isClause(comparison[which].unit.text, hunk[which])
  if (isAlone && opensList(comparison[which], hunk[which])) return null
  const isClauses = contentOf((after ?? before)!).length > SHORT_CLAUSE
  if (isAlone && ((isClauses && matter === '条件') || matter === '内容' || matter === '机构人员'))
    return { ...unfound(comparison, { ...place, [other]: hunk[other] }), core: place.core! }
  return {
    kind: 'scope',
    code: 'matter-alone',
    ...place,
    ...(isAlone && { [other]: hunk[other] }),
    note: `${added ? '右增' : '右缺'}${matter}：${after ?? before}`,
    gist: added
      ? { zh: `增加${matter}`, en: `${MATTERS[matter]} added` }
      : { zh: `略去${matter}`, en: `${MATTERS[matter]} left out` },
    direction,
  }
}

/** Whether a clause only opens a list: 应当遵守下列规定： states nothing that could be lacking. */
function opensList(side: Side, { from, to }: Range): boolean {
  const { text } = side.unit
  return OPENS_LIST.test(text.slice(from, to)) || OPENS_LIST.test(text.slice(from, to + 1))
}
const OPENS_LIST = /(?:下列|以下|如下)[^，。；：]{0,24}：$/

/** The finding for a clause without a counterpart; one of the two ranges is empty. */
function unfound({ a, b }: Comparison, place: { a: Range; b: Range }): Finding {
  const added = isEmpty(place.a)
  const words = trimmed((added ? sliceOf(b, place.b) : sliceOf(a, place.a)).replace(LABEL, ''))
  return {
    kind: 'scope',
    code: 'clause-alone',
    a: place.a,
    b: place.b,
    note: `${added ? '左' : '右'}件对应条文中未见此语：${words}`,
    gist: { zh: '另一方未见此语', en: 'no such clause in the other text' },
    direction: added ? 'added' : 'left-out',
  }
}

/** The finding that shows two whole clauses, because the changed words alone do not show how they differ. */
function clausesFinding({ a, b }: Comparison, place: Pick<Finding, 'a' | 'b' | 'core'>): Finding {
  const [before, after] = [sliceOf(a, place.a), sliceOf(b, place.b)].map(text =>
    trimmed(text.replace(LABEL, '')),
  )
  return {
    kind: 'scope',
    code: 'other-clause',
    ...place,
    asClauses: true,
    note: `内容不尽相同：“${before}”→“${after}”`,
    gist: { zh: '内容不尽相同', en: 'not all the same' },
    direction: null,
  }
}

/**
 * Whether both sides are a general word for bodies (有关部门), or short words that name no body, no act and
 * no occasion: they may well mean the same.
 */
function isUnclear(before: string, after: string): boolean {
  const isPlain = (text: string) =>
    ANY_BODY.test(text) ||
    (bare(text).length <= PLAIN_LENGTH &&
      !namesSubstance(text) &&
      actsIn(text).length === 0 &&
      occasionsIn(text).length === 0)
  return isPlain(before) && isPlain(after)
}

/** Whether what is lacking is only part of a phrase, so that the whole clauses must be shown. */
function isFragment(
  comparison: Comparison,
  hunk: Pick<Segment, 'a' | 'b'>,
  { before, after }: Lacking,
): boolean {
  const { a, b } = comparison
  const contexts = [sliceOf(a, contextOf(a, hunk.a)), sliceOf(b, contextOf(b, hunk.b))]
  // Whole clauses can be shown only if each side has text, all of it in one sentence.
  if (contexts.some(text => text === '' || /[。；\n]./.test(text))) return false
  const words = (before ?? '') + (after ?? '')
  if (
    [before, after].some(
      text => text !== null && (isUnbalanced(text) || text.length === 1 || text.startsWith('的')),
    )
  )
    return true
  if (before !== null && after !== null)
    return !areActsOrOccasions(before, after) && !arePhrases(comparison, hunk)
  if (words.includes('（') && !arePhrases(comparison, hunk)) return true
  if (matterOf(words) !== '内容') return false
  const [side, range] = before === null ? [b, hunk.b] : [a, hunk.a]
  return !isClause(side.unit.text, range) && !isPhrase(side.unit.text, range)
}

/** Whether both sides are short words with an act or an occasion; these show by themselves what differs. */
function areActsOrOccasions(before: string, after: string): boolean {
  const isNamed = (text: string) =>
    text.length <= LONGEST_NAME && (actsIn(text).length > 0 || occasionsIn(text).length > 0)
  return isNamed(before) && isNamed(after)
}

/** Whether both sides are whole phrases, and alike enough for one to replace the other. */
function arePhrases({ a, b }: Comparison, hunk: Pick<Segment, 'a' | 'b'>): boolean {
  const [before, after] = [bare(sliceOf(a, hunk.a)), bare(sliceOf(b, hunk.b))]
  const isFar = Math.max(before.length, after.length) > LONG_PHRASE && likeness(before, after) < UNLIKE
  return (
    isPhrase(a.unit.text, hunk.a) &&
    isPhrase(b.unit.text, hunk.b) &&
    (!isFar || before === '' || after === '')
  )
}

function isUnbalanced(text: string): boolean {
  return (
    text.split('（').length !== text.split('）').length || text.split('《').length !== text.split('》').length
  )
}

/** Whether a range begins and ends where a member of a list, an attribute or a clause does. */
function isPhrase(text: string, { from, to }: Range): boolean {
  const outer = [text.slice(0, from), text.slice(to)] as const
  const inner = text.slice(from, to)
  if (/^[、和及或]|[、和及或]$/.test(inner)) return true
  return (
    (/(?:^|[，。；：、\n（“”》）和及或与的以])$/.test(outer[0]) || /^[，。；：、和及或与]/.test(inner)) &&
    (/^(?:$|[，。；：、\n（）”“《和及或与的等])/.test(outer[1]) || /[，。；：、的等和及或与]$/.test(inner))
  )
}

/**
 * Reports two clauses that are shown whole (`asClauses`) once, and drops all other findings of `findings` in
 * them. They are not reported if `explained` has a finding in both, or if they are the same in other words;
 * clauses that share too little to be compared become two findings, one for each clause that the other text
 * lacks.
 */
export function onePerClause(comparison: Comparison, findings: Finding[], explained: Finding[]): Finding[] {
  const overlapInBoth = (x: Finding, y: Finding) => overlap(x.a, y.a) && overlap(x.b, y.b)
  const clauses: Finding[] = []
  for (const finding of findings.filter(
    each => each.asClauses && !explained.some(other => overlapInBoth(other, each)),
  )) {
    const at = clauses.findIndex(each => overlapInBoth(each, finding))
    if (at < 0) clauses.push(finding)
    else clauses[at] = { ...clauses[at]!, core: bothCores(clauses[at]!, finding) }
  }
  const reported = clauses
    .map(finding => ({ finding, alike: likenessOf(comparison, finding) }))
    .filter(({ alike }) => alike !== 'same')
  return [
    ...findings.filter(
      each => !each.asClauses && !reported.some(({ finding }) => overlapInBoth(finding, each)),
    ),
    ...reported.flatMap(({ finding, alike }) =>
      alike === 'far' && !comparison.answering ? oneSidedFindings(comparison, finding) : [finding],
    ),
  ]
}

function bothCores(x: Finding, y: Finding): Core {
  return { a: [...x.core!.a, ...y.core!.a], b: [...x.core!.b, ...y.core!.b] }
}

/**
 * Compares two clauses: `same` if they are the same in other words, `far` if they share too little to be
 * compared, else `near`.
 */
function likenessOf({ a, b }: Comparison, finding: Finding): 'same' | 'near' | 'far' {
  const [before, after] = [bare(sliceOf(a, finding.a)), bare(sliceOf(b, finding.b))]
  const shared = likeness(before, after)
  if (shared < FAR) return 'far'
  return shared < NEAR && characterDice(before, after) < SAME_CHARACTERS ? 'near' : 'same'
}

function oneSidedFindings(comparison: Comparison, { a, b }: Finding): Finding[] {
  const inA = { a, b: { from: b.from, to: b.from } }
  const inB = { a: { from: a.to, to: a.to }, b }
  return [
    ...(opensList(comparison.a, a) ? [] : [unfound(comparison, inA)]),
    ...(opensList(comparison.b, b) ? [] : [unfound(comparison, inB)]),
  ]
}

/** Dice coefficient of the characters of two texts, in any order, without the government's name; 0 to 1. */
function characterDice(a: string, b: string): number {
  const [old, now] = [a, b].map(text => text.replace(/[市县区]?政府/g, ''))
  return (2 * signsShared(old!, now!)) / Math.max(1, old!.length + now!.length)
}

function governmentItself(place: Pick<Finding, 'a' | 'b' | 'core'>, added: boolean): Finding {
  const note = added ? '右增机构人员：政府本身（政府及各部门）' : '右缺机构人员：政府本身（仅各部门）'
  const gist = added
    ? { zh: '增加政府本身', en: 'the government itself added' }
    : { zh: '略去政府本身', en: 'the government itself left out' }
  return {
    kind: 'scope',
    code: 'government-alone',
    ...place,
    note,
    gist,
    direction: added ? 'added' : 'left-out',
  }
}

/** The clause a change stands in, as a range of the same text. */
function contextOf(side: Side, range: Range): Range {
  return clauseAround(side.unit.text, withoutMarks(side, range))
}

/** The range of a change without the marks at its ends and the label of the item after it. */
function withoutMarks(side: Side, range: Range): Range {
  const words = sliceOf(side, range)
  const end = words.replace(MARKS_AT_END, '').length
  const start = words.length - words.replace(/^[，、；。：\s]+/, '').length
  return start < end ? { from: range.from + start, to: range.from + end } : range
}
const MARKS_AT_END = new RegExp(
  String.raw`[，、；。：\s]*(?:\n\s*（[${SMALL_NUMERAL}\d]+）)?[，、；。：\s]*$`,
)
