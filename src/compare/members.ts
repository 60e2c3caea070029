import type { Segment } from '../diff/segments.ts'
import { functionWords, JOINING } from '../lexicon/function-words.ts'
import { PAUSE } from '../lexicon/marks.ts'
import type { Range } from '../types.ts'
import { type Comparison, type Side, sentenceAround, sliceOf } from './finding.ts'
import { bare, LABEL } from './only-wording.ts'
import { DISTINCTIVE_NAME, LONGEST_MEMBER } from './thresholds.ts'

/**
 * What each side of a change names and the other text lacks: `before` in the first text, `after` in the
 * second. Null when the other text lacks nothing.
 */
export interface Lacking {
  before: string | null
  after: string | null
}

/**
 * Finds what is lacking in a change. A list is split into its members: those that the other sentence names in
 * another place, or under a general name (法规 for 地方性法规), are not lacking. A change that is no list is
 * lacking as a whole or not at all.
 */
export function lackingIn({ a, b }: Comparison, hunk: Pick<Segment, 'a' | 'b'>): Lacking {
  return { before: lacking(a, hunk.a, b, hunk.b), after: lacking(b, hunk.b, a, hunk.a) }
}

// A conjunction at either end of a change is dropped: 和 of 和其他部门, but not 与 of 参与.
const JOINED_BEFORE = new RegExp(`^(?:以及|或者|${functionWords('和及或')})(?=.)`)
const JOINED_AFTER = new RegExp(`(?:、|${JOINING})(?:有关|相关|各|其他)?$`)

function lacking(side: Side, range: Range, other: Side, place: Range): string | null {
  const words = trimmed(sliceOf(side, range).replace(LABEL, ''))
    .replace(JOINED_BEFORE, '')
    .replace(JOINED_AFTER, '')
    .replace(/(?<=^[^，的]{2,6})的$/, '')
    .replace(/(?<=[门员位府人])(?:应当|必须|[要应须])$/, '')
  if (bare(words) === '') return null
  const members = membersOf(words)
  if (membersOf(wholeMembers(side, range)).every(member => isNamed(member, other, place))) return null
  if (isClause(side.unit.text, range) || !isList(words, members))
    return isNamed(words, other, place) ? null : words
  const unnamed = members.filter(member => !isNamed(member, other, place))
  if (unnamed.length === members.length) return words
  return unnamed.length === 0 ? null : unnamed.join('、')
}

/**
 * The text of a range, completed to whole members where it begins or ends inside a member of a list:
 * [地方性法规和政府]规章.
 */
function wholeMembers({ unit: { text } }: Side, { from, to }: Range): string {
  const before = /[^，。；：、\n的和及或（）]{0,6}$/.exec(text.slice(0, from))![0]
  const after = /^[^，。；：、\n的和及或（）]{0,6}/.exec(text.slice(to))![0]
  const isOpen = (character: string | undefined) =>
    character !== undefined && !/[，。；：、\n和及或]/.test(character)
  return (isOpen(text[from]) ? before : '') + text.slice(from, to) + (isOpen(text[to - 1]) ? after : '')
}

/** Whether a range consists of whole clauses. */
export function isClause(text: string, { from, to }: Range): boolean {
  return PAUSE.test(text[from - 1] ?? '\n') && (PAUSE.test(text[to - 1]!) || PAUSE.test(text[to] ?? '\n'))
}

/**
 * Whether words are a list of short members. Words with a clause among them are not split: the clause would
 * lose its subject.
 */
function isList(words: string, members: string[]): boolean {
  return (
    !/[，。；：]/.test(words) &&
    members.every(member => member.length <= LONGEST_MEMBER && !/[的时]$/.test(member))
  )
}

function membersOf(words: string): string[] {
  return words
    .split(AND)
    .map(trimmed)
    .filter(member => bare(member) !== '')
}

const AND = new RegExp(`、|以及|或者|${functionWords('和及或')}`)

/** Whether the other text names a member in the sentence around `place` or, if the name is long, anywhere. */
function isNamed(member: string, other: Side, place: Range): boolean {
  const sentence = sliceOf(other, sentenceAround(other.unit.text, place))
  const name = bare(member)
  if (name.length >= 2 && bare(sentence).includes(name)) return true
  // A list may name the government only once: 市政府常务会议 is then its member 常务会议.
  const withoutGovernment = name.replace(/^[市县区州盟旗]?政府/, '')
  if (withoutGovernment.length >= 4 && bare(sentence).includes(withoutGovernment)) return true
  if (name.length >= DISTINCTIVE_NAME && bareTextOf(other).includes(name)) return true
  return membersIn(sentence).some(each => each.length >= 2 && each !== name && name.endsWith(each))
}

const BARE = new WeakMap<Side, string>()

function bareTextOf(side: Side): string {
  const known = BARE.get(side) ?? bare(side.unit.text)
  BARE.set(side, known)
  return known
}

/** The short members of lists in a sentence that stand alone between two marks: 法规 in 法律、法规、规章. */
function membersIn(sentence: string): string[] {
  return [...sentence.matchAll(/(?<=[、和及])([^、，。；：和及或的]{2,6})(?=[、和及或的，。；]|规定)/g)].map(
    match => bare(match[1]!),
  )
}

/** Words without the marks and spaces at their ends. */
export function trimmed(text: string): string {
  return text.replace(/^[，、；。：”）\s]+|[，、；。：“（\s]+$/g, '')
}
