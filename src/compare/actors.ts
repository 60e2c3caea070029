import type { Range } from '../types.ts'
import type { ClausePair } from './diff.ts'
import {
  type Comparison,
  clauseAround,
  type Finding,
  hunksOf,
  overlap,
  type SentenceLikeness,
  type Side,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { nameFolds } from './names.ts'

/** Who does what in a sentence, or is told: 由[市长]主持, 报[常务会议]审定, 向[市长]请假. The range is the name's. */
interface Slot extends Range {
  act: Act
  /** Whether it is the one who is told, not the one who acts: 向市委报告. */
  isTold: boolean
  /** The verb as written. */
  verb: string
  /** The actor with names folded and forms of address left out: equal for the same person or body. */
  actor: string
}

/** Acts that name who: chairing, deciding, checking, signing, being told, being in charge, entrusting. */
type Act = 'chair' | 'sign' | 'decide' | 'check' | 'tell' | 'charge' | 'entrust'

const ACTS: Record<Act, { zh: string; en: string; verbs: string }> = {
  chair: {
    zh: '召集主持',
    en: 'who convenes and chairs',
    verbs: '召集|主持召开(?!会议的|的)|主持(?!人|会议的|工作的|召开)|组织召开|代行',
  },
  sign: { zh: '签发签署', en: 'who signs', verbs: '签发|签署|签批|审签|核签|签字' },
  decide: {
    zh: '决定批准',
    en: 'who decides or approves',
    verbs: '审批|批准|审定|核批|核准|研究决定|讨论决定|集体决定|决定|确定|同意|审议|批示|审示',
  },
  check: { zh: '审核审查', en: 'who checks', verbs: '审核|审查|把关|初审|会签|研究' },
  tell: {
    zh: '报告告知',
    en: 'who is informed',
    verbs: '请示报告|报告|汇报|通报(?!批评|表扬|表彰)|请假|备案|请示|反馈|报备',
  },
  charge: {
    zh: '负责办理',
    en: 'who is in charge',
    verbs: '负责(?!人|同志|制)|牵头|处理|办理|承办|统一安排|汇总|解释|处分|处罚',
  },
  entrust: { zh: '委托', en: 'who entrusts', verbs: '委托' },
}
const ORDER = Object.keys(ACTS) as Act[]
const VERBS = ORDER.filter(act => act !== 'entrust')
  .map(act => ACTS[act].verbs)
  .join('|')

// No second step inside the name of the first: 由主办部门先报市长审定 names the mayor after 报.
const WHO =
  '((?:(?!报[^告备纸]|转请|呈送|呈请|提请|提交|提出)[^，。；：！？\\n（）“”向由]|（[^（）]{1,8}）){1,36}?)'
const ADVERB =
  '(?:依法|(?:按照|依照|根据)[^，。；]{1,10})?(?:给予|作出|责令改正或者)?(?:共同|统一|严格|审阅|集体|先行|分别|具体|及时|定期|同意后|进行|予以|最终)?'
// 提请市委审议的事项 says which matters, not what is to be done.
const ACTING = '(?!(?:、[\\u4e00-\\u9fff]{2,4})*的(?!，))'
const FRAMES = [
  new RegExp(`(?<![理事自])由(?=${WHO}${ADVERB}(${VERBS})${ACTING})`, 'g'),
  new RegExp(
    `(?:报请|报经|报送|呈报|呈送|呈请|提请|提交|上报|转报|转请|转(?=其他)|须先经|(?<![填申举通情预公简])报|经|送)(?=(?!告|备|批|名|到|销|纸|济|费|营|验|常|办)${WHO}${ADVERB}(${VERBS})${ACTING})`,
    'g',
  ),
  new RegExp(`(?<![方导取面倾])向(?=${WHO}(?:书面|口头|及时|定期)?(${ACTS.tell.verbs})${ACTING})`, 'g'),
  new RegExp(`受(?=${WHO}(委托))`, 'g'),
]

/** The slots of a stretch of one side, in order. */
function slotsOf(side: Side, range: Range): Slot[] {
  const text = sliceOf(side, range)
  const slots = FRAMES.flatMap(frame =>
    [...text.matchAll(frame)].flatMap(match => {
      const from = range.from + match.index + match[0].length
      const place = { from, to: from + match[1]!.length }
      const actor = actorOf(side, place)
      const act = actOf(match[2]!)
      const isTold = act === 'tell' && !/^[由经]$/.test(match[0])
      return actor ? [{ ...place, act, isTold, verb: match[2]!, actor }] : []
    }),
  )
  return slots.sort((x, y) => x.from - y.from)
}

// To ask is not to report, and to report not to file.
const TELLING = /请假|请示|报告|汇报|通报|备案|报备/g

/** The acts that words name, whoever does them. */
export function actsIn(text: string): string[] {
  const acts = ORDER.filter(act => new RegExp(ACTS[act].verbs).test(text))
  const told = (text.match(TELLING) ?? []).map(verb => SAME_TELLING[verb] ?? verb)
  return [...acts, ...told]
}
const SAME_TELLING: Record<string, string> = { 汇报: '报告', 报备: '备案' }

function actOf(verb: string): Act {
  return ORDER.find(act => new RegExp(`^(?:${ACTS[act].verbs})$`).test(verb))!
}

// Only persons and bodies act: 由此产生 and 由财政列支 name nobody.
const ACTOR =
  /[长任记局委厅办会府门院关位员人]$|领导|负责|同志|办公室|秘书|单位|部门|机构|机关|中心|组织|^其$|^本级/

// Of the city and its counties: each at its own level, as 同级 says.
const ALL_LEVELS = /^市(?:、|和|及)?(?:〔县级〕|县|区|、)+(?:级)?(?=人民政府|[^，]*部门)/

/** The actor as a key, or '' where the words name no person or body. */
function actorOf(side: Side, range: Range): string {
  const text = sliceOf(side, range)
  if (!ACTOR.test(text)) return ''
  let key = text
  for (const { from, to, key: name } of nameFolds(text, side.names).reverse())
    key = key.slice(0, from) + name + key.slice(to)
  return key
    .replace(ALL_LEVELS, '')
    .replace(/负责同志|负责人/g, '负责人')
    .replace(/主要领导/g, '主要负责人')
    .replace(/(?:分管|归口|主管|联系)(?=副秘书长)/g, '')
    .replace(/(?:〔本级〕人民政府)?(?:分管|主管)(?:领导(?:同志)?|副[市县区州]长)/g, '副市长')
    .replace(/同志|个人|同级|本级|、|和|或者|或|及|与|有关|相关|的|〔本级〕人民政府|〔本地〕/g, '')
    .replace(/政府(?=办公|领导|分管|秘书|督查|其他)/g, '')
}

/** Acts whose actor is another, or that one text has and the other has not. */
export function actorFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  sentences: SentenceLikeness,
): Finding[] {
  const everywhere = { a: allSlots(comparison.a), b: allSlots(comparison.b) }
  const findings: Finding[] = []
  const alone: { a: Place[]; b: Place[] } = { a: [], b: [] }
  for (const pair of pairs) {
    const { couples, restA, restB } = couplesOf(comparison, pair)
    if (pair.reworded || sentences(pair) >= ALIKE)
      findings.push(...couples.map(([old, now]) => changed(comparison, old, now)))
    alone.a.push(...restA.map(slot => ({ slot, pair })))
    alone.b.push(...restB.map(slot => ({ slot, pair })))
  }
  const chairs = chairCouples(alone)
  const others = chairs.filter(([old, now]) => old.slot.actor !== now.slot.actor)
  findings.push(...others.map(([old, now]) => changed(comparison, old.slot, now.slot)))
  const lonely = (places: Place[], which: 'a' | 'b', others: Slot[]) =>
    places.filter(
      place => !chairs.flat().includes(place) && isWorthTelling(comparison, place, which, others, sentences),
    )
  findings.push(
    ...lonely(alone.a, 'a', everywhere.b).map(({ slot, pair }) => oneSided(comparison, slot, pair, 'a')),
  )
  findings.push(
    ...lonely(alone.b, 'b', everywhere.a).map(({ slot, pair }) => oneSided(comparison, slot, pair, 'b')),
  )
  return findings
}

interface Place {
  slot: Slot
  pair: ClausePair
}

function allSlots(side: Side): Slot[] {
  return slotsOf(side, { from: 0, to: side.witness.text.length })
}

/** Within two sentences that answer each other: acts with different actors, and the changed acts that remain. */
function couplesOf(comparison: Comparison, pair: ClausePair) {
  const hunks = hunksOf(pair)
  const [inA, inB] = [slotsOf(comparison.a, pair.a), slotsOf(comparison.b, pair.b)]
  const restA = withoutShared(inA, inB)
  const restB = withoutShared(inB, inA)
  const changedA = (slot: Slot) => hunks.some(hunk => overlap(hunk.a, slot))
  const changedB = (slot: Slot) => hunks.some(hunk => overlap(hunk.b, slot))
  const couples: [Slot, Slot][] = []
  for (const old of [...restA]) {
    const now = restB.find(
      slot =>
        (pair.reworded ? slot.act === old.act : isLike(slot.act, old.act)) &&
        slot.isTold === old.isTold &&
        (changedA(old) || changedB(slot)) &&
        onOneMeeting(comparison, old, slot),
    )
    if (!now) continue
    couples.push([old, now])
    restA.splice(restA.indexOf(old), 1)
    restB.splice(restB.indexOf(now), 1)
  }
  return { couples, restA: restA.filter(changedA), restB: restB.filter(changedB) }
}

/** Where one text lets somebody check and the other lets somebody decide, the two steps answer each other. */
function isLike(act: Act, other: Act): boolean {
  return act === other || (/check|decide/.test(act) && /check|decide/.test(other))
}

/** Who settles the agenda of one meeting is not compared with who settles that of another. */
function onOneMeeting({ a, b }: Comparison, old: Slot, now: Slot): boolean {
  const [inA, inB] = [meetingsAt(a, old), meetingsAt(b, now)]
  return inA.length === 0 || inB.length === 0 || inA.some(meeting => inB.includes(meeting))
}

/** Meetings named in the clause, else in the sentence. */
function meetingsAt(side: Side, slot: Slot): string[] {
  const { text } = side.witness
  const named = (range: Range) => sliceOf(side, range).match(MEETING) ?? []
  const inClause = named(clauseAround(text, slot))
  return inClause.length > 0 ? inClause : named(sentenceAround(text, slot))
}
const MEETING = /全体会|常务会|党组会|办公会|专题会|联席会|协调会/g

/** Slots of which the other text has no equal one. */
function withoutShared(slots: Slot[], others: Slot[]): Slot[] {
  const keyOf = ({ act, isTold, actor }: Slot) => `${act} ${isTold} ${actor}`
  const waiting = others.map(keyOf)
  return slots.filter(slot => {
    const at = waiting.indexOf(keyOf(slot))
    if (at >= 0) waiting.splice(at, 1)
    return at < 0
  })
}

/** A meeting has one chair: where each text names one, in whatever sentence, they answer each other. */
function chairCouples(alone: { a: Place[]; b: Place[] }): [Place, Place][] {
  const [inA, inB] = [alone.a, alone.b].map(places => places.filter(({ slot }) => slot.act === 'chair'))
  return inA!.length === 1 && inB!.length === 1 ? [[inA![0]!, inB![0]!]] : []
}

// In sentences that share less two actors act in two matters.
const ALIKE = 0.25

// Of two sentences that share little, each names its own acts; that is no difference in who acts.
const SAME_SENTENCE = 0.5

function isWorthTelling(
  { a, b }: Comparison,
  { slot, pair }: Place,
  which: 'a' | 'b',
  others: Slot[],
  sentences: SentenceLikeness,
): boolean {
  if (slot.act === 'entrust' || sentences(pair) < SAME_SENTENCE) return false
  // The act may be there without a name our frames can read: 报经批准, 按照分工召开.
  const { text } = (which === 'a' ? b : a).witness
  if (SAME_ACT.some(verbs => verbs.test(slot.verb) && verbs.test(text))) return false
  return !others.some(
    other => other.act === slot.act && (other.actor === slot.actor || /chair|sign/.test(slot.act)),
  )
}

// Words for one act. To ask is not to report, and to report not to file.
const SAME_ACT = [
  /召集|主持|召开|组织召开|代行/,
  /签/,
  /审批|批准|审定|核批|核准|同意|批示|审示/,
  /决定|确定|审议/,
  /审核|审查|把关|初审|会签/,
  /研究/,
  /报告|汇报|通报/,
  /请示/,
  /请假/,
  /备案|报备/,
  /反馈/,
  /负责|牵头|承办/,
  /处理|办理|处分|处罚/,
  /统一安排/,
  /汇总/,
  /解释/,
]

function changed({ a, b }: Comparison, old: Slot, now: Slot): Finding {
  return {
    kind: 'actor',
    a: clauseAround(a.witness.text, old),
    b: clauseAround(b.witness.text, now),
    core: { a: [old], b: [now] },
    note: `${ACTS[old.act].zh}：“${sliceOf(a, old)}”→“${sliceOf(b, now)}”`,
    gist: { zh: ACTS[old.act].zh, en: ACTS[old.act].en },
    direction: null,
  }
}

function oneSided(comparison: Comparison, slot: Slot, pair: ClausePair, which: 'a' | 'b'): Finding {
  const side = comparison[which]
  const clause = clauseAround(side.witness.text, slot)
  const words = `“${sliceOf(side, slot)}”${slot.verb}`
  const how = slot.isTold ? '须向' : '由'
  return {
    kind: 'actor',
    a: which === 'a' ? clause : { from: pair.a.to, to: pair.a.to },
    b: which === 'b' ? clause : { from: pair.b.to, to: pair.b.to },
    core: which === 'a' ? { a: [slot], b: [] } : { a: [], b: [slot] },
    note: which === 'a' ? `左${how}${words}，右无此环节` : `右${how}${words}，左无此环节`,
    gist: slot.isTold
      ? { zh: '须向谁报告，仅一方有', en: 'who has to be told: one side only' }
      : { zh: `${ACTS[slot.act].zh}，仅一方有`, en: `${byWhom(slot.act)}: one side only` },
    direction: which === 'a' ? 'left-out' : 'added',
  }
}

function byWhom(act: Act): string {
  return act === 'tell' ? 'who reports' : ACTS[act].en
}
