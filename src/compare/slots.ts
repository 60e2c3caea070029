import { foldedNames } from '../diff/names.ts'
import type { Range } from '../types.ts'
import { type Side, sliceOf } from './finding.ts'

/** Who does what in a sentence, or is told: 由[市长]主持, 报[常务会议]审定, 向[市长]请假. The range is the name's. */
export interface Slot extends Range {
  act: Act
  /** Whether it is the one who is told, not the one who acts: 向市委报告. */
  isInformed: boolean
  /** The verb as written. */
  verb: string
  /** The actor with names folded and forms of address left out: equal for the same person or body. */
  actor: string
}

/** Acts that name who: chairing, deciding, checking, signing, being told, being in charge, entrusting. */
export type Act = 'chair' | 'sign' | 'decide' | 'check' | 'inform' | 'charge' | 'entrust'

export const ACTS: Record<Act, { zh: string; en: string; verbs: string }> = {
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
  inform: {
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
  new RegExp(`(?<![方导取面倾])向(?=${WHO}(?:书面|口头|及时|定期)?(${ACTS.inform.verbs})${ACTING})`, 'g'),
  new RegExp(`受(?=${WHO}(委托))`, 'g'),
]

/** The slots of a stretch of one side, in order. */
export function slotsOf(side: Side, range: Range): Slot[] {
  const text = sliceOf(side, range)
  const slots = FRAMES.flatMap(frame =>
    [...text.matchAll(frame)].flatMap(match => {
      const from = range.from + match.index + match[0].length
      const place = { from, to: from + match[1]!.length }
      const actor = actorOf(side, place)
      const act = actOf(match[2]!)
      const isInformed = act === 'inform' && !/^[由经]$/.test(match[0])
      return actor ? [{ ...place, act, isInformed, verb: match[2]!, actor }] : []
    }),
  )
  return slots.sort((x, y) => x.from - y.from)
}

/** The acts that words name, whoever does them: of chairing, signing … their sort, of telling which of them. */
export function actsIn(text: string): string[] {
  const acts = ORDER.filter(act => VERBS_OF[act].test(text))
  const informing = (text.match(INFORMING) ?? []).map(verb =>
    String(SAME_ACT.findIndex(same => same.test(verb))),
  )
  return [...acts, ...informing]
}
const INFORMING = /请假|请示|报告|汇报|通报|备案|报备/g
const VERBS_OF = Object.fromEntries(ORDER.map(act => [act, new RegExp(ACTS[act].verbs)])) as Record<
  Act,
  RegExp
>

function actOf(verb: string): Act {
  return ORDER.find(act => new RegExp(`^(?:${ACTS[act].verbs})$`).test(verb))!
}

// Only persons and bodies act: 由此产生 and 由财政列支 name nobody.
const ACTOR =
  /[长任记局委厅办会府门院关位员人]$|领导|负责|同志|办公室|秘书|单位|部门|机构|机关|中心|组织|^其$|^本级/

// Of the city and its counties: each at its own level, as 同级 says.
const ALL_LEVELS =
  /^(?:县级以上(?:地方)?)?(?:市(?:、|和|及)?(?:〔县级〕|县|区|、)+(?:级)?)?(?=人民政府|[^，]*部门)/

/** The actor as a key, or '' where the words name no person or body. */
function actorOf(side: Side, range: Range): string {
  const text = sliceOf(side, range)
  if (!ACTOR.test(text)) return ''
  return foldedNames(text, side.names)
    .replace(ALL_LEVELS, '')
    .replace(/(?:本|该|所在)(?=单位)/g, '')
    .replace(/（[^（）]{1,6}）/g, '')
    .replace(/负责同志|负责人/g, '负责人')
    .replace(/主要领导/g, '主要负责人')
    .replace(/(?:分管|归口|主管|联系)(?=副秘书长)/g, '')
    .replace(/(?:〔本级〕人民政府)?(?:分管|主管)(?:领导(?:同志)?|副[市县区州]长)/g, '副市长')
    .replace(/同志|个人|同级|本级|、|和|或者|或|及|与|有关|相关|的|〔本级〕人民政府|〔本地〕/g, '')
    .replace(/政府(?=办公|领导|分管|秘书|督查|其他)/g, '')
}

// Words for one act. To ask is not to report, and to report not to file.
export const SAME_ACT = [
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
