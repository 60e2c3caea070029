import type { Range } from '../types.ts'
import { actsIn } from './actors.ts'
import type { ClausePair, Segment } from './diff.ts'
import { type Comparison, type Side, sliceOf } from './finding.ts'
import { withoutModals } from './modals.ts'
import { isGovernmentItself, occasionsIn, tells } from './tells.ts'
import { contentOf } from './tokens.ts'
import { likeness } from './wordings.ts'

/** Manner, degree, particles, order, and other words of nearly the same signs; a member of a list is never only wording. */
export function isOnlyWording(
  comparison: Comparison,
  pair: ClausePair,
  hunk: Segment,
  hunks: Segment[],
): boolean {
  const { a, b } = comparison
  if (isGovernmentItself(a, hunk.a) || isGovernmentItself(b, hunk.b)) return false
  const [said, says] = [bare(wordsAt(a, hunk.a)), bare(wordsAt(b, hunk.b))]
  if (said === says) return true
  return said === '' || says === ''
    ? addsNothing(comparison, hunk, hunks)
    : saysTheSame(comparison, pair, hunk)
}

/** The words of a change without the government whose meeting or office is named: 常务会议 is 市政府常务会议. */
function wordsAt({ witness: { text } }: Side, range: Range): string {
  const words = text.slice(range.from, range.to)
  const isOwner = /^(?:全体会|常务会|专题会|党组|办公)/.test(text.slice(range.to))
  return isOwner ? words.replace(/(?<=^|[^\u4e00-\u9fff]|[或和及])[市县区州盟旗]?(?:人民)?政府$/, '') : words
}

/** A one-sided change of few words that say nothing of substance, or that stand elsewhere in the other clause. */
function addsNothing({ a, b }: Comparison, hunk: Segment, hunks: Segment[]): boolean {
  const [before, after] = [sliceOf(a, hunk.a), sliceOf(b, hunk.b)]
  const words = bare(before) + bare(after)
  const elsewhere = hunks.map(other => bare(bare(before) === '' ? sliceOf(a, other.a) : sliceOf(b, other.b)))
  if (elsewhere.some(other => contains(other, words))) return true
  return words.length <= 2 && !isListed(before + after) && !tells(before + after)
}

/** Replaced words that say the same: short, or made of the same signs, in clauses that otherwise answer each other. */
function saysTheSame({ a, b }: Comparison, pair: ClausePair, hunk: Segment): boolean {
  const [before, after] = [sliceOf(a, hunk.a), sliceOf(b, hunk.b)]
  const [said, says] = [bare(before), bare(after)]
  if (membersOf(before) !== membersOf(after) || differs(actsIn, before, after)) return false
  if (differs(occasionsIn, before, after)) return false
  const shared = overlapOf(said, says)
  const longest = Math.max(said.length, says.length)
  if (pair.likeness < SAME_CLAUSE && shared < 0.5) return false
  if (isMember(a, hunk.a) || isMember(b, hunk.b)) return shared >= 0.5
  if (longest > 6 && likeness(said, says) < UNLIKE) return false
  if (tells(withoutGovernment(before)) !== tells(withoutGovernment(after))) return false
  if (tells(before) || tells(after)) return shared >= 0.8 && longest <= 8
  return longest <= (shared >= 0.5 ? 12 : 6)
}
// Stretches that share less have nothing to do with each other.
export const UNLIKE = 0.25
// Clauses that share less do not say the same in other words.
const SAME_CLAUSE = 0.5

// What stands in another place of the same sentence has only changed places.
const CONTAINED = 0.7

function contains(text: string, part: string): boolean {
  const pairs = Array.from({ length: Math.max(0, part.length - 1) }, (_, at) => part.slice(at, at + 2))
  return pairs.length > 0 && pairs.filter(pair => text.includes(pair)).length >= CONTAINED * pairs.length
}

/** 政府, 市政府 and 市人民政府 are one body in one document. */
function withoutGovernment(text: string): string {
  return text.replace(/(?:自治区|[省市县区州盟旗])?(?:人民)?政府/g, '')
}

/** Whether both texts name something of a sort, and not the same. */
function differs(namedIn: (text: string) => string[], before: string, after: string): boolean {
  const [old, now] = [namedIn(before), namedIn(after)]
  return old.length > 0 && now.length > 0 && old.join() !== now.join()
}

/** How many things words name one after the other. */
function membersOf(text: string): number {
  return text
    .replace(/（[^（）]*）/g, '')
    .split(/、|以及|或者|[和及与或]/)
    .filter(member => bare(member) !== '').length
}

/** A member of a list carries its own mark: 、督查室, 或汇编. */
function isListed(text: string): boolean {
  return /、|^[或和及].{2}|.{2}[或和及]$/.test(text)
}

/** Whether the change begins a member of a list: 法治政府、[服务]政府. */
function isMember(side: Side, range: Range): boolean {
  return /、[^、，。；：\n]{0,4}$/.test(side.witness.text.slice(0, range.from))
}

// Words that add no matter: manner and degree.
const MANNER =
  /认真|切实|进一步|积极|主动|严格|充分|及时|自觉|全面|坚决|深入|继续|加快|努力|不断|大力|着力|扎实|持续|纵深|有效|有力|依法|统一|共同|相应|各项|有关|相关|具体|按(?:有关)?(?:规定|程序)|本着|根据|按照|以及|或者|[的和与及或等并且其各该要应也均都就则以在对于为由向将把被了]/g

/** What words say, without what adds no matter. */
export function bare(text: string): string {
  return contentOf(withoutModals(text))
    .replace(/负责同志|负责人/g, '负责')
    .replace(/下列人员/g, '')
    .replace(/领导同志/g, '领导')
    .replace(MANNER, '')
}

/** Share of the shorter text's characters that the other has too. */
function overlapOf(a: string, b: string): number {
  const waiting = [...b]
  let shared = 0
  for (const c of a) {
    const at = waiting.indexOf(c)
    if (at < 0) continue
    waiting.splice(at, 1)
    shared++
  }
  return shared / Math.min(a.length, b.length)
}
