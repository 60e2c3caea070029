import { quantitiesOf } from '../provisions/quantity.ts'
import type { Range } from '../types.ts'
import type { ClausePair, Segment } from './diff.ts'
import {
  type Comparison,
  clauseAround,
  coreOf,
  type Finding,
  hunksOf,
  isEmpty,
  NO_GIST,
  overlap,
  type Side,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { withoutModals } from './modals.ts'
import { contentOf } from './tokens.ts'
import { likeness } from './wordings.ts'

/**
 * What remains of the changes when numbers, actors and modal words are explained: more or fewer bodies, matters and
 * conditions (`scope`), or only other words (`wording`, one finding for all such changes of a sentence).
 */
export function substanceFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  explained: Finding[],
): Finding[] {
  const scope: Finding[] = []
  const wording = new Map<number, Place[]>()
  for (const pair of pairs) {
    const hunks = hunksOf(pair)
    for (const hunk of hunks) {
      if (explained.some(finding => covers(comparison, finding, hunk))) continue
      if (isOnlyWording(comparison, pair, hunk, hunks)) {
        const sentence = sentenceAround(comparison.a.witness.text, pair.a).from
        wording.set(sentence, [...(wording.get(sentence) ?? []), { pair, hunk }])
      } else scope.push(...partsOf(comparison, hunk).map(part => scopeFinding(comparison, part)))
    }
  }
  return [...scope, ...[...wording.values()].map(hunks => wordingFinding(comparison, hunks))]
}

// A typed finding accounts for a change in its clause unless the change says much more than the number, actor or modal.
const BESIDE = 20

function covers({ a, b }: Comparison, finding: Finding, hunk: Segment): boolean {
  const inside =
    (isEmpty(hunk.a) || overlap(finding.a, hunk.a)) && (isEmpty(hunk.b) || overlap(finding.b, hunk.b))
  return inside && [sliceOf(a, hunk.a), sliceOf(b, hunk.b)].every(text => contentOf(text).length <= BESIDE)
}

/** Manner, degree, particles, order, and other words of nearly the same signs; a member of a list is never only wording. */
function isOnlyWording(comparison: Comparison, pair: ClausePair, hunk: Segment, hunks: Segment[]): boolean {
  const { a, b } = comparison
  if (isGovernmentItself(a, hunk.a) || isGovernmentItself(b, hunk.b)) return false
  const [said, says] = [bare(sliceOf(a, hunk.a)), bare(sliceOf(b, hunk.b))]
  if (said === says) return true
  return said === '' || says === ''
    ? addsNothing(comparison, hunk, hunks)
    : saysTheSame(comparison, pair, hunk)
}

/** A one-sided change of few words that say nothing of substance, or that stand elsewhere in the other clause. */
function addsNothing({ a, b }: Comparison, hunk: Segment, hunks: Segment[]): boolean {
  const [before, after] = [sliceOf(a, hunk.a), sliceOf(b, hunk.b)]
  const words = bare(before) + bare(after)
  const elsewhere = hunks.map(other => bare(bare(before) === '' ? sliceOf(a, other.a) : sliceOf(b, other.b)))
  if (elsewhere.some(other => contains(other, words))) return true
  return words.length <= 3 && !isListed(before + after) && !tells(before + after)
}

/** Replaced words that say the same: short, or made of the same signs, in clauses that otherwise answer each other. */
function saysTheSame({ a, b }: Comparison, pair: ClausePair, hunk: Segment): boolean {
  const [before, after] = [sliceOf(a, hunk.a), sliceOf(b, hunk.b)]
  const [said, says] = [bare(before), bare(after)]
  const shared = overlapOf(said, says)
  const longest = Math.max(said.length, says.length)
  if (pair.likeness < SAME_CLAUSE && shared < 0.5) return false
  if (isMember(a, hunk.a) || isMember(b, hunk.b)) return shared >= 0.5
  if (longest > 6 && likeness(said, says) < UNLIKE) return false
  if (tells(before) || tells(after)) return shared >= 0.8 && longest <= 8
  return longest <= (shared >= 0.5 ? 12 : 6)
}
// Clauses that share less do not say the same in other words.
const SAME_CLAUSE = 0.5

// 市人民政府及各部门 names the government and its departments, 市人民政府各部门 the departments alone.
function isGovernmentItself({ witness: { text } }: Side, range: Range): boolean {
  return (
    /^[及和]$/.test(text.slice(range.from, range.to)) &&
    /政府$/.test(text.slice(0, range.from)) &&
    /^(?:各|其|组成|工作)?(?:组成|工作)?部门/.test(text.slice(range.to))
  )
}

// What stands in another place of the same sentence has only changed places.
const CONTAINED = 0.7

function contains(text: string, part: string): boolean {
  const pairs = Array.from({ length: Math.max(0, part.length - 1) }, (_, at) => part.slice(at, at + 2))
  return pairs.length > 0 && pairs.filter(pair => text.includes(pair)).length >= CONTAINED * pairs.length
}

const LAW = /《[^》]+》/
const BODY =
  /常务会议|全体会议|(?:副)?(?:市长|县长|区长|州长|主任|秘书长|书记|局长)|主要负责(?:人|同志)|负责(?:人|同志)|领导同志|委员会|办公[室厅]|人民政府|[市县区省级各）]政府|政府部门|党委|人大(?:常委会)?|人民代表大会(?:常务委员会)?|政协|法院|检察院|各?部门|单位|机构|企业|行业协会|商会|团体|民主党派|人士|法律顾问|专家|[市县区省]委(?!托)|督查室|管委会?|[市县区省][\u4e00-\u9fff]{1,6}[局厅]/g
const CONDITION = /期间|的，|除外|以外的|如[有需遇]|未经|紧急|特殊情况|必要时|确需|情况下|情形|突发|时，|前提/
const PART = /协助|配合|参与|会同|授权|委托|分管/

/** Whether words say who, how many, under what condition, by what law, or in what part. */
function tells(text: string): boolean {
  return (
    LAW.test(text) ||
    CONDITION.test(text) ||
    PART.test(text) ||
    text.search(BODY) >= 0 ||
    quantitiesOf(text).length > 0
  )
}

type Matter = keyof typeof MATTERS

const MATTERS = {
  机构人员: 'bodies or persons',
  依据: 'legal basis',
  条件: 'condition',
  内容: 'matter',
}

function matterOf(text: string): Matter {
  if (LAW.test(text) && contentOf(text.replace(LAW, '')).length <= 8) return '依据'
  const named = (text.match(BODY) ?? []).join('').length
  if (named * 5 >= contentOf(text).length * 4) return '机构人员'
  if (/.{4}(?:的|时|期间|除外)[，）]?$/.test(text)) return '条件'
  if (named > 0 && named * 2 >= contentOf(text).length) return '机构人员'
  return CONDITION.test(text) ? '条件' : '内容'
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
  /认真|切实|进一步|积极|主动|严格|充分|及时|自觉|全面|坚决|深入|继续|加快|努力|不断|大力|着力|扎实|持续|纵深|有效|有力|依法|统一|共同|相应|各项|有关|相关|具体|本着|根据|按照|以及|或者|[的和与及或等并且其各该要应也均都就则以在对于为由向将把被了]/g

function bare(text: string): string {
  return contentOf(withoutModals(text))
    .replace(/负责同志|负责人/g, '负责')
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

// Two stretches this long that share this little do not answer each other: one is left out, the other added.
const LONG = 8
const UNLIKE = 0.25

/** A change, or what it leaves out and what it adds where the two have nothing to do with each other. */
function partsOf({ a, b }: Comparison, hunk: Segment): Pick<Segment, 'a' | 'b'>[] {
  const [said, says] = [bare(sliceOf(a, hunk.a)), bare(sliceOf(b, hunk.b))]
  const unlike = Math.min(said.length, says.length) >= LONG && likeness(said, says) < UNLIKE
  if (!unlike) return [hunk]
  return [
    { a: hunk.a, b: { from: hunk.b.from, to: hunk.b.from } },
    { a: { from: hunk.a.to, to: hunk.a.to }, b: hunk.b },
  ]
}

/** A change of scope in the clauses it stands in; with one side empty, something left out or added. */
export function scopeFinding({ a, b }: Comparison, hunk: Pick<Segment, 'a' | 'b'>): Finding {
  const [before, after] = [trimmed(sliceOf(a, hunk.a)), trimmed(sliceOf(b, hunk.b))]
  const itself = isGovernmentItself(a, hunk.a) || isGovernmentItself(b, hunk.b)
  const place = { a: contextOf(a, hunk.a), b: contextOf(b, hunk.b), core: coreOf([hunk]) }
  if (itself) return governmentItself(place, before === '')
  const matter = matterOf(before + after)
  if (before === '')
    return {
      kind: 'scope',
      ...place,
      note: `右增${matter}：${after}`,
      gist: { zh: `增加${matter}`, en: `${MATTERS[matter]} added` },
      direction: 'added',
    }
  if (after === '')
    return {
      kind: 'scope',
      ...place,
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

function governmentItself(place: Pick<Finding, 'a' | 'b' | 'core'>, added: boolean): Finding {
  const note = added ? '右增机构人员：政府本身（政府及各部门）' : '右缺机构人员：政府本身（仅各部门）'
  const gist = added
    ? { zh: '增加政府本身', en: 'the government itself added' }
    : { zh: '略去政府本身', en: 'the government itself left out' }
  return { kind: 'scope', ...place, note, gist, direction: added ? 'added' : 'left-out' }
}

/** The clause a change stands in. */
function contextOf(side: Side, range: Range): Range {
  return clauseAround(side.witness.text, range)
}

function trimmed(text: string): string {
  return text.replace(/^[，、；。：\s]+|[，、；。：\s]+$/g, '')
}

function wordingFinding({ a, b }: Comparison, places: Place[]): Finding {
  const words = places.map(({ hunk }) => {
    const [before, after] = [trimmed(sliceOf(a, hunk.a)), trimmed(sliceOf(b, hunk.b))]
    return before === '' ? `＋“${after}”` : after === '' ? `－“${before}”` : `“${before}”→“${after}”`
  })
  const place = {
    a: sentenceAround(a.witness.text, hull(places.map(({ pair }) => pair.a))),
    b: sentenceAround(b.witness.text, hull(places.map(({ pair }) => pair.b))),
  }
  const core = coreOf(places.map(({ hunk }) => hunk))
  return { kind: 'wording', ...place, core, note: words.join('；'), gist: NO_GIST, direction: null }
}

/** A change and the clauses it stands in. */
interface Place {
  pair: ClausePair
  hunk: Segment
}

function hull(ranges: Range[]): Range {
  return {
    from: Math.min(...ranges.map(range => range.from)),
    to: Math.max(...ranges.map(range => range.to)),
  }
}
