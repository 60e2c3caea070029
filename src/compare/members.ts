import type { Segment } from '../diff/segments.ts'
import { functionWords, JOINING } from '../lexicon/function-words.ts'
import { PAUSE } from '../lexicon/marks.ts'
import type { Range } from '../types.ts'
import { type Comparison, type Side, sentenceAround, sliceOf } from './finding.ts'
import { bare, LABEL } from './only-wording.ts'
import { DISTINCTIVE_NAME, LONGEST_MEMBER } from './thresholds.ts'

/** What each side of a change names that the other has not; null where that side lacks nothing of the other. */
export interface Lacking {
  before: string | null
  after: string | null
}

/**
 * Takes a change that lists things apart: what the other sentence names in another place, or under a general name
 * (法规 for 地方性法规), is not lacking there. A change that is no list is lacking as a whole.
 */
export function lackingIn({ a, b }: Comparison, hunk: Pick<Segment, 'a' | 'b'>): Lacking {
  return { before: lacking(a, hunk.a, b, hunk.b), after: lacking(b, hunk.b, a, hunk.a) }
}

// 和其他部门 and 参与: only what joins.
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
  if (membersOf(whole(side, range)).every(member => isNamed(member, other, place))) return null
  if (isClause(side.unit.text, range) || !isList(words, members))
    return isNamed(words, other, place) ? null : words
  const rest = members.filter(member => !isNamed(member, other, place))
  if (rest.length === members.length) return words
  return rest.length === 0 ? null : rest.join('、')
}

/** A stretch with the rest of the members of a list that it begins and ends in: [地方性法规和政府]规章. */
function whole({ unit: { text } }: Side, { from, to }: Range): string {
  const before = /[^，。；：、\n的和及或（）]{0,6}$/.exec(text.slice(0, from))![0]
  const after = /^[^，。；：、\n的和及或（）]{0,6}/.exec(text.slice(to))![0]
  const isOpen = (sign: string | undefined) => sign !== undefined && !/[，。；：、\n和及或]/.test(sign)
  return (isOpen(text[from]) ? before : '') + text.slice(from, to) + (isOpen(text[to - 1]) ? after : '')
}

/** Whether a stretch is whole clauses. */
export function isClause(text: string, { from, to }: Range): boolean {
  return PAUSE.test(text[from - 1] ?? '\n') && (PAUSE.test(text[to - 1]!) || PAUSE.test(text[to] ?? '\n'))
}

/** A list names short things one after the other; a clause among them would lose its subject. */
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

/** Whether the other text names a member in the sentence that answers, or a long one anywhere. */
function isNamed(member: string, other: Side, place: Range): boolean {
  const { text } = other.unit
  const sentence = sliceOf(other, sentenceAround(text, place))
  const name = bare(member)
  if (name.length >= 2 && bare(sentence).includes(name)) return true
  // 市政府常务会议 is the 常务会议 of a list that names the government once.
  const own = name.replace(/^[市县区州盟旗]?政府/, '')
  if (own.length >= 4 && bare(sentence).includes(own)) return true
  if (name.length >= DISTINCTIVE_NAME && bare(text).includes(name)) return true
  return membersIn(sentence).some(each => each.length >= 2 && each !== name && name.endsWith(each))
}

/** The members of a sentence's lists that stand by themselves between two marks: 法规 in 法律、法规、规章. */
function membersIn(sentence: string): string[] {
  return [...sentence.matchAll(/(?<=[、和及])([^、，。；：和及或的]{2,6})(?=[、和及或的，。；]|规定)/g)].map(
    match => bare(match[1]!),
  )
}

/** Words without the marks and conjunctions at their ends. */
export function trimmed(text: string): string {
  return text.replace(/^[，、；。：”）\s]+|[，、；。：“（\s]+$/g, '')
}
