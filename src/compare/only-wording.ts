import type { ClausePair } from '../diff/diff.ts'
import { likeness } from '../diff/likeness.ts'
import type { Segment } from '../diff/segments.ts'
import { contentOf } from '../diff/tokens.ts'
import { DEPUTY_IN_CHARGE, RANK } from '../lexicon/bodies.ts'
import { JOINING } from '../lexicon/function-words.ts'
import { MANNER } from '../lexicon/manner.ts'
import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import type { Range } from '../types.ts'
import { type Comparison, type Side, sliceOf } from './finding.ts'
import { isGovernmentItself, namesSubstance, occasionsIn } from './matter.ts'
import { withoutModals } from './modals.ts'
import { actsIn } from './slots.ts'
import {
  KERNEL,
  LONGEST_NAME,
  LONGEST_WORDING,
  MOSTLY_SAME,
  MOVED_WITHIN_CLAUSE,
  NEARLY_SAME,
  SAME_CLAUSE,
  SHORT_ADDITION,
  SHORT_REPLACEMENT,
  UNLIKE,
} from './thresholds.ts'

/**
 * What a change amounts to. `wording`: manner, degree, particles, or different words of nearly the same
 * characters. `moved`: the words only stand elsewhere in the other clause. `unclear`: too few words to decide
 * whether they mean the same. `substance`: anything else.
 */
export type Verdict = 'wording' | 'moved' | 'unclear' | 'substance'

/** The verdict on one change of a pair of clauses; `hunks` are all changes of the pair. */
export function verdictOf(
  comparison: Comparison,
  pair: ClausePair,
  hunk: Segment,
  hunks: Segment[],
): Verdict {
  const { a, b } = comparison
  if (isGovernmentItself(a, hunk.a) || isGovernmentItself(b, hunk.b)) return 'substance'
  const [old, now] = [bare(wordsAt(a, hunk.a)), bare(wordsAt(b, hunk.b))]
  if (old === now) return refersAlike(a, b, hunk) ? 'wording' : 'unclear'
  return old === '' || now === ''
    ? additionVerdict(comparison, hunk, hunks)
    : replacementVerdict(comparison, pair, hunk)
}

/**
 * Whether both sides refer to equally many articles. Article numbers differ from document to document, but
 * one article more is one case more.
 */
function refersAlike(a: Side, b: Side, hunk: Segment): boolean {
  const [old, now] = [sliceOf(a, hunk.a), sliceOf(b, hunk.b)].map(text => text.match(REFERENCE)?.length ?? 0)
  return old === now
}

/**
 * The words of a change, with one word for the deputy in charge and without the government that owns a
 * meeting or an office: 常务会议 for 市政府常务会议.
 */
function wordsAt({ unit: { text } }: Side, range: Range): string {
  const words = text.slice(range.from, range.to).replace(EACH_DEPUTY, '分管领导')
  const after = text.slice(range.to)
  if (/(?:分管|归口|主管)$/.test(words) && /^(?:副|领导)/.test(after)) return words.slice(0, -2)
  const before = text.slice(Math.max(0, range.from - 2), range.from)
  if (/^(?:副[市县区州]长|领导(?:同志)?)$/.test(words) && /分管|主管/.test(before)) return ''
  if (/^市、?县(?:（[市区、]+）)?(?:、区)?$/.test(words) && /^(?:人民政府|[^，。、]{2,10}部门)/.test(after))
    return ''
  const isOwner = /^(?:全体会|常务会|专题会|党组|办公|副?秘书长|领导|分管|督查)/.test(after)
  return isOwner
    ? words.replace(/(?<=^|[^\u4e00-\u9fff]|[或者和及由报经向])[市县区州盟旗]?(?:人民)?政府$/, '')
    : words
}

const EACH_DEPUTY = new RegExp(DEPUTY_IN_CHARGE, 'g')

/**
 * The verdict on words that only one side has. They are `moved` if they stand in another change of the other
 * clause, and not substance if they are few and name nothing of substance.
 */
function additionVerdict({ a, b }: Comparison, hunk: Segment, hunks: Segment[]): Verdict {
  const [before, after] = [sliceOf(a, hunk.a), sliceOf(b, hunk.b)]
  const words = bare(before) + bare(after)
  const elsewhere = hunks.map(other => bare(bare(before) === '' ? sliceOf(a, other.a) : sliceOf(b, other.b)))
  if (elsewhere.some(other => contains(other, words))) return 'moved'
  if (words.length > SHORT_ADDITION || isListed(before + after) || namesSubstance(before + after))
    return 'substance'
  return words.length === 1 ? 'wording' : 'unclear'
}

/**
 * The verdict on replaced words. They are only `wording` if they name the same occasions or consist of mostly
 * the same characters, in clauses that match otherwise.
 */
function replacementVerdict({ a, b }: Comparison, pair: ClausePair, hunk: Segment): Verdict {
  const [before, after] = [sliceOf(a, hunk.a), sliceOf(b, hunk.b)]
  const [old, now] = [bare(before), bare(after)]
  if (memberCount(before) !== memberCount(after) || differs(actsIn, before, after)) return 'substance'
  if (differs(occasionsIn, before, after)) return 'substance'
  if (occasionsIn(before).length > 0 && occasionsIn(after).length > 0) return 'wording'
  const shared = overlapOf(old, now)
  const longest = Math.max(old.length, now.length)
  if (pair.likeness < SAME_CLAUSE && shared < MOSTLY_SAME) return 'substance'
  if ([before, after].some(isListed) && shared < MOSTLY_SAME) return 'substance'
  if (isMember(a, hunk.a) || isMember(b, hunk.b)) return shared >= MOSTLY_SAME ? 'wording' : 'substance'
  if (longest > SHORT_REPLACEMENT && likeness(old, now) < UNLIKE) return 'substance'
  if (RANK.test(before) !== RANK.test(after)) return 'substance'
  if (namesSubstance(withoutGovernment(before)) !== namesSubstance(withoutGovernment(after)))
    return 'substance'
  if (namesSubstance(before) || namesSubstance(after))
    return shared >= NEARLY_SAME && longest <= LONGEST_NAME ? 'wording' : 'substance'
  if (haveOtherKernels(old, now)) return 'unclear'
  if (shared >= (longest <= SHORT_REPLACEMENT ? MOSTLY_SAME : NEARLY_SAME))
    return longest <= LONGEST_WORDING ? 'wording' : 'substance'
  if (shared >= MOSTLY_SAME) return 'unclear'
  return longest <= SHORT_REPLACEMENT ? 'unclear' : 'substance'
}

/**
 * Whether two words differ, between what they begin and end with alike, in kernels without a common
 * character: 城市绿地 and 公园绿地.
 */
function haveOtherKernels(old: string, now: string): boolean {
  let [from, till] = [0, 0]
  const shortest = Math.min(old.length, now.length)
  while (from < shortest && old[from] === now[from]) from++
  while (till < shortest - from && old.at(-1 - till) === now.at(-1 - till)) till++
  const [kernel, other] = [old, now].map(text => text.slice(from, text.length - till))
  return kernel!.length >= KERNEL && other!.length >= KERNEL && overlapOf(kernel!, other!) === 0
}

/** Whether a text contains most of the pairs of neighbouring characters of a part. */
function contains(text: string, part: string): boolean {
  const pairs = Array.from({ length: Math.max(0, part.length - 1) }, (_, at) => part.slice(at, at + 2))
  return (
    pairs.length > 0 && pairs.filter(pair => text.includes(pair)).length >= MOVED_WITHIN_CLAUSE * pairs.length
  )
}

/** Removes the government from a text: 政府, 市政府 and 市人民政府 are one body in one document. */
function withoutGovernment(text: string): string {
  return text.replace(/(?:自治区|[省市县区州盟旗])?(?:人民)?政府/g, '')
}

/** Whether both texts name something that `namedIn` reads, but not the same things. */
function differs(namedIn: (text: string) => string[], before: string, after: string): boolean {
  const [old, now] = [namedIn(before), namedIn(after)]
  return old.length > 0 && now.length > 0 && old.join() !== now.join()
}

const BETWEEN_MEMBERS = new RegExp(`、|${JOINING}`)

/** Number of members that the words list; text in brackets does not count. */
function memberCount(text: string): number {
  return text
    .replace(/（[^（）]*）/g, '')
    .split(BETWEEN_MEMBERS)
    .filter(member => bare(member) !== '').length
}

/** Whether the words are a member of a list together with its mark or conjunction: 、督查室, 或汇编. */
function isListed(text: string): boolean {
  return /、|^[或和及].{2}|.{2}[或和及]$/.test(text)
}

/** Whether a change stands at or near the beginning of a member of a list: 法治政府、[服务]政府. */
function isMember(side: Side, range: Range): boolean {
  return /、[^、，。；：\n]{0,4}$/.test(side.unit.text.slice(0, range.from))
}

const REFERENCE = new RegExp(String.raw`第[${CHINESE_NUMERAL}\d]+[条款项]`, 'g')

/** The label of an item at the beginning of a text: （一）. */
export const LABEL = new RegExp(String.raw`^\s*（[${CHINESE_NUMERAL}\d]+）`)

/**
 * Content of the words without what adds no matter: modal words, labels, references, manner, forms of
 * address; long names of bodies are shortened.
 */
export function bare(text: string): string {
  return contentOf(withoutModals(text.replace(LABEL, '')))
    .replace(/人民政府/g, '政府')
    .replace(/人民代表大会/g, '人大')
    .replace(/常务委员会/g, '常委会')
    .replace(/负责同志|负责人/g, '负责')
    .replace(/下列人员/g, '')
    .replace(REFERENCE, '')
    .replace(/领导同志/g, '领导')
    .replace(/同志/g, '')
    .replace(MANNER, '')
}

/** Share of the shorter text's characters that the other contains too, 0 to 1. */
function overlapOf(a: string, b: string): number {
  return signsShared(a, b) / Math.min(a.length, b.length)
}

/** Number of characters two texts have in common, in any order, each as often as both contain it. */
export function signsShared(a: string, b: string): number {
  const waiting = [...b]
  return [...a].filter(character => {
    const at = waiting.indexOf(character)
    if (at >= 0) waiting.splice(at, 1)
    return at >= 0
  }).length
}
