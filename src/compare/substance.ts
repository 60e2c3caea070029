import type { Range } from '../types.ts'
import type { Segment, SentencePair } from './diff.ts'
import {
  type Comparison,
  clauseAround,
  type Finding,
  hunksOf,
  isEmpty,
  overlap,
  type Side,
  sliceOf,
} from './finding.ts'
import { withoutModals } from './modals.ts'
import { contentOf } from './tokens.ts'

/**
 * What remains of a pair's changes when numbers, actors and modal words are explained: more or fewer bodies, matters and
 * conditions (`scope`), or only other words (`wording`).
 */
export function substanceFindings(
  comparison: Comparison,
  pair: SentencePair,
  explained: Finding[],
): Finding[] {
  const scope: Finding[] = []
  const wording: Segment[] = []
  for (const hunk of hunksOf(pair)) {
    if (explained.some(finding => covers(comparison, finding, hunk))) continue
    const verdict = verdictOf(comparison, hunk)
    if (verdict === null) wording.push(hunk)
    else scope.push(scopeFinding(comparison, hunk, verdict))
  }
  return [...scope, ...(wording.length > 0 ? [wordingFinding(comparison, pair, wording)] : [])]
}

// A typed finding accounts for a hunk in its clause unless the hunk says much more than the number, the actor or the modal.
function covers({ a, b }: Comparison, finding: Finding, hunk: Segment): boolean {
  const inside =
    (isEmpty(hunk.a) || overlap(finding.a, hunk.a)) && (isEmpty(hunk.b) || overlap(finding.b, hunk.b))
  return inside && contentOf(sliceOf(a, hunk.a)).length <= 16 && contentOf(sliceOf(b, hunk.b)).length <= 16
}

type Matter = '机构或人员' | '法律文件' | '条件' | '事项'

/** What is added or left out, or null where only the wording changed. */
function verdictOf({ a, b }: Comparison, hunk: Segment): Matter | null {
  const [before, after] = [sliceOf(a, hunk.a), sliceOf(b, hunk.b)]
  const [said, says] = [bare(before), bare(after)]
  if (said === says || (said.length <= 1 && says.length <= 1)) return null
  const matter = matterOf(before) ?? matterOf(after)
  if (said === '' || says === '')
    return isListed(before + after) || matter || (said + says).length > 3 ? (matter ?? '事项') : null
  const alike = overlapOf(said, says)
  if (matter && matterOf(before) !== matterOf(after) && alike < 0.8) return matter
  if (alike >= 0.5) return Math.abs(said.length - says.length) > 6 ? '事项' : null
  return Math.max(said.length, says.length) > 6 ? (matter ?? '事项') : null
}

const LAW = /《[^》]+》/
const BODY =
  /市长|县长|区长|主任|秘书长|书记|局长|负责人|负责同志|领导|委员会|办公[室厅]|政府|党委|人大|政协|法院|检察院|部门|单位|机构|企业|组织|团体|人士|法律顾问|专家|[市县区省]委|中心|督查室/
const CONDITION =
  /期间|的，|除外|以外的|如[有需遇]|未经|紧急|特殊|必要时|确需|情况下|情形|突发|时，|前提|涉及/

function matterOf(text: string): Matter | null {
  if (LAW.test(text)) return '法律文件'
  if (CONDITION.test(text)) return '条件'
  return BODY.test(text) ? '机构或人员' : null
}

/** A member of a list carries its own mark: 、督查室. */
function isListed(text: string): boolean {
  return text.includes('、')
}

// Words that add no matter: manner and degree.
const MANNER =
  /认真|切实|进一步|积极|主动|严格|充分|及时|自觉|全面|坚决|深入|继续|加快|努力|不断|大力|着力|扎实|持续|纵深|有效|有力|依法|统一|共同|相应|各项|有关|相关|具体|本着|根据|按照|以及|或者|[的和与及或等并且其各该要应也均都就则以在对于为由向将把被了]/g

function bare(text: string): string {
  return contentOf(withoutModals(text)).replace(MANNER, '')
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

function scopeFinding({ a, b }: Comparison, hunk: Segment, matter: Matter): Finding {
  const [before, after] = [trimmed(sliceOf(a, hunk.a)), trimmed(sliceOf(b, hunk.b))]
  const note =
    before === ''
      ? `右增${matter}：${after}`
      : after === ''
        ? `右缺${matter}：${before}`
        : `${matter}：“${before}”→“${after}”`
  return {
    kind: 'scope',
    a: contextOf(a, hunk.a),
    b: contextOf(b, hunk.b),
    note,
    direction: before === '' ? 'added' : after === '' ? 'left-out' : null,
  }
}

/** The clause a change stands in. */
function contextOf(side: Side, range: Range): Range {
  return clauseAround(side.witness.text, range)
}

function trimmed(text: string): string {
  return text.replace(/^[，、；。：\s]+|[，、；。：\s]+$/g, '')
}

function wordingFinding({ a, b }: Comparison, pair: SentencePair, hunks: Segment[]): Finding {
  const words = hunks.map(hunk => {
    const [before, after] = [trimmed(sliceOf(a, hunk.a)), trimmed(sliceOf(b, hunk.b))]
    return before === '' ? `＋“${after}”` : after === '' ? `－“${before}”` : `“${before}”→“${after}”`
  })
  return { kind: 'wording', a: pair.a, b: pair.b, note: `措辞：${words.join('；')}`, direction: null }
}
