import { fold } from '../text/fold.ts'
import type { Range } from '../types.ts'
import type { SentencePair } from './diff.ts'
import {
  type Comparison,
  clauseAround,
  type Finding,
  hunksOf,
  overlap,
  type Side,
  sliceOf,
} from './finding.ts'
import { nameFolds } from './names.ts'

/** Who does what in a sentence: 由[市长]主持, 报[常务会议]审定, 向[市长]请假. The range is the actor's. */
export interface Slot extends Range {
  act: Act
  /** The verb as written. */
  verb: string
  /** The actor with names folded and forms of address left out: equal for the same person or body. */
  actor: string
}

/** Acts that name who: chairing, deciding, checking, signing, being told, being in charge, entrusting. */
export type Act = 'chair' | 'decide' | 'check' | 'sign' | 'tell' | 'charge' | 'entrust'

const ACTS: Record<Act, { zh: string; verbs: string }> = {
  chair: { zh: '召集主持', verbs: '召集|主持|组织召开' },
  sign: { zh: '签发签署', verbs: '签发|签署|签批|审签|核签|签字' },
  decide: {
    zh: '决定批准',
    verbs: '审批|批准|审定|核批|核准|研究决定|讨论决定|集体决定|决定|确定|同意|审议|批示|审示',
  },
  check: { zh: '审核审查', verbs: '审核|审查|把关|初审|会签|研究' },
  tell: { zh: '报告告知', verbs: '报告|汇报|通报|请假|备案|请示|反馈|报备|报送|提出' },
  charge: { zh: '负责办理', verbs: '负责|牵头|处理|办理|协调|落实|承办|代行|统一安排|组织|汇总|解释' },
  entrust: { zh: '委托', verbs: '委托' },
}
const ORDER: Act[] = ['chair', 'sign', 'decide', 'check', 'tell', 'charge', 'entrust']
const VERBS = ORDER.map(act => ACTS[act].verbs).join('|')

const WHO = '([^，。；：！？\\n（）“”]{1,36}?)'
const ADVERB = '(?:共同|统一|严格|审阅|集体|先行|分别|具体|及时|定期|同意后|的|进行|予以)?'
const FRAMES = [
  new RegExp(`(?<![理事自])由(?=${WHO}${ADVERB}(${VERBS}))`, 'g'),
  new RegExp(
    `(?:报请|报经|报送|呈报|呈送|呈请|提请|提交|上报|转报|报|经|须先经|送)(?=(?!告|备|批|名|到|销|纸)${WHO}${ADVERB}(${VERBS}))`,
    'g',
  ),
  new RegExp(`(?<![方导取面倾])向(?=${WHO}(?:书面|口头|及时|定期)?(${ACTS.tell.verbs}))`, 'g'),
  new RegExp(`受(?=${WHO}(委托))`, 'g'),
]

/** The slots of a clean text, in order. */
export function slotsOf(side: Side, range: Range): Slot[] {
  const text = sliceOf(side, range)
  const slots = FRAMES.flatMap(frame =>
    [...text.matchAll(frame)].flatMap(match => {
      const from = range.from + match.index + match[0].length
      const to = from + match[1]!.length
      const actor = actorKey(side, { from, to })
      return actor ? [{ from, to, act: actOf(match[2]!), verb: match[2]!, actor }] : []
    }),
  )
  return slots.sort((x, y) => x.from - y.from)
}

function actOf(verb: string): Act {
  return ORDER.find(act => ACTS[act].verbs.split('|').includes(verb))!
}

// Only persons and bodies act; 由此产生 and 经济 do not.
const BODY =
  /[长任记局委厅办会府门院关位员人]$|领导|负责|同志|办公室|秘书|单位|部门|机构|机关|中心|组织|^其$|^本级/

function actorKey(side: Side, range: Range): string {
  const text = sliceOf(side, range)
  let key = text
  for (const { from, to, key: name } of nameFolds(text, side.names).reverse())
    key = key.slice(0, from) + name + key.slice(to)
  key = fold(key)
    .replace(/主要负责同志|主要负责人|主要领导/g, '主要负责人')
    .replace(/负责同志|领导同志/g, '负责人')
    .replace(/同志|、|和|或者|或|及|与|有关|相关|的|〔本级〕|〔本地〕/g, '')
  return BODY.test(text.replace(/同意|批准|研究|审核$/, '')) ? key : ''
}

/** Acts whose actor is another, or that one text has and the other has not. */
export function actorFindings(comparison: Comparison, pair: SentencePair): Finding[] {
  const hunks = hunksOf(pair)
  const [inA, inB] = [slotsOf(comparison.a, pair.a), slotsOf(comparison.b, pair.b)]
  const [restA, restB] = [withoutShared(inA, inB), withoutShared(inB, inA)]
  const changedA = restA.filter(slot => hunks.some(hunk => overlap(hunk.a, slot)))
  const changedB = restB.filter(slot => hunks.some(hunk => overlap(hunk.b, slot)))
  return ORDER.flatMap(act => actFindings(comparison, act, restA, restB, changedA, changedB, pair))
}

/** Slots of which the other text has no equal one. */
function withoutShared(slots: Slot[], others: Slot[]): Slot[] {
  const waiting = others.map(other => `${other.act} ${other.actor}`)
  return slots.filter(slot => {
    const at = waiting.indexOf(`${slot.act} ${slot.actor}`)
    if (at >= 0) waiting.splice(at, 1)
    return at < 0
  })
}

function actFindings(
  comparison: Comparison,
  act: Act,
  restA: Slot[],
  restB: Slot[],
  changedA: Slot[],
  changedB: Slot[],
  pair: SentencePair,
): Finding[] {
  const ofA = restA.filter(slot => slot.act === act)
  const ofB = restB.filter(slot => slot.act === act)
  return Array.from({ length: Math.max(ofA.length, ofB.length) }, (_, index) => index).flatMap(index => {
    const [old, now] = [ofA[index], ofB[index]]
    if (!(old && changedA.includes(old)) && !(now && changedB.includes(now))) return []
    return [actorFinding(comparison, act, old, now, pair)]
  })
}

function actorFinding(
  { a, b }: Comparison,
  act: Act,
  old: Slot | undefined,
  now: Slot | undefined,
  pair: SentencePair,
): Finding {
  const nameA = old && sliceOf(a, old)
  const nameB = now && sliceOf(b, now)
  const verb = ACTS[act].zh
  const note =
    nameA && nameB
      ? `${verb}：“${nameA}”→“${nameB}”`
      : nameA
        ? `左有“${nameA}”${old.verb}的环节，右无`
        : `右有“${nameB}”${now!.verb}的环节，左无`
  return {
    kind: 'actor',
    a: old ? clauseAround(a.witness.text, old) : { from: pair.a.to, to: pair.a.to },
    b: now ? clauseAround(b.witness.text, now) : { from: pair.b.to, to: pair.b.to },
    note,
    direction: nameA && nameB ? null : nameA ? 'left-out' : 'added',
  }
}
