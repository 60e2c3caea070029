import { foldedNames } from '../diff/names.ts'
import { ACT_WORDS, ACTS, type Act, INFORMING, SAME_ACT, verbsOf } from '../lexicon/acts.ts'
import { ACTOR, ANY_BODY, ENDS_NAME } from '../lexicon/bodies.ts'
import { functionWords } from '../lexicon/function-words.ts'
import { patternOf } from '../lexicon/lexicon.ts'
import { MODAL } from '../lexicon/modality.ts'
import type { Bilingual, Range } from '../types.ts'
import { type Side, sliceOf } from './finding.ts'

/**
 * An actor with its act, as a sentence names them: 由[市长]主持, 报[常务会议]审定, 向[市长]请假. The range is
 * that of the name, in the text of the unit.
 */
export interface Slot extends Range {
  act: Act
  /** Whether the actor is the one who is informed, not the one who acts: 向市委报告. */
  isInformed: boolean
  /** The verb as written. */
  verb: string
  /** The actor with names folded and forms of address left out: equal for the same person or body. */
  actor: string
}

/** Words for the actor of each act, for notes and gists. */
export const ACT_NAMES: Record<Act, Bilingual> = {
  chair: { zh: '召集主持', en: 'who convenes and chairs' },
  sign: { zh: '签发签署', en: 'who signs' },
  decide: { zh: '决定批准', en: 'who decides or approves' },
  check: { zh: '审核审查', en: 'who checks' },
  inform: { zh: '报告告知', en: 'who is informed' },
  charge: { zh: '负责办理', en: 'who is in charge' },
  entrust: { zh: '委托', en: 'who entrusts' },
}

const VERBS = verbsOf('chair', 'sign', 'decide', 'check', 'inform', 'charge')

// A name ends before the next step: in 由主办部门先报市长审定 it is the mayor, after 报, who decides.
const WHO =
  '((?:(?!报[^告备纸]|转请|呈送|呈请|提请|提交|提出)[^，。；：！？\\n（）“”向由]|（[^（）]{1,8}）){1,36}?)'
const ADVERB =
  '(?:依法|(?:按照|依照|根据)[^，。；]{1,10})?(?:给予|作出|责令改正或者)?(?:共同|统一|严格|审阅|集体|先行|分别|具体|及时|定期|同意后|进行|予以|最终)?'
// 提请市委审议的事项 describes matters and states no act.
const ACTING = '(?!(?:、[\\u4e00-\\u9fff]{2,4})*的(?!，))'
const REPORTING = `(?:报请|报经|报送|呈报|呈送|呈请|提请|提交|上报|转报|转请|转(?=其他)|须先经|送|${functionWords('报经')})`
const FRAMES = [
  new RegExp(`${functionWords('由')}(?=${WHO}${ADVERB}(${VERBS})${ACTING})`, 'g'),
  new RegExp(`${REPORTING}(?=${WHO}${ADVERB}(${VERBS})${ACTING})`, 'g'),
  new RegExp(`${functionWords('向')}(?=${WHO}(?:书面|口头|及时|定期)?(${verbsOf('inform')})${ACTING})`, 'g'),
  new RegExp(`${functionWords('受')}(?=${WHO}(${verbsOf('entrust')}))`, 'g'),
]

/** The slots in a range of one side, in order. */
export function slotsOf(side: Side, range: Range): Slot[] {
  const text = sliceOf(side, range)
  const slots = FRAMES.flatMap(frame =>
    [...text.matchAll(frame)].flatMap(match => {
      const from = range.from + match.index + match[0].length
      const place = { from, to: from + match[1]!.replace(MANNER_OF_ACT, '').length }
      const actor = actorOf(side, place)
      const act = actOf(match[2]!)
      const isInformed = act === 'inform' && !/^[由经]$/.test(match[0])
      return actor ? [{ ...place, act, isInformed, verb: match[2]!, actor }] : []
    }),
  )
  return slots.sort((x, y) => x.from - y.from)
}

/** Who a clause begins with as the one bound by it, as an actor with its range: [市长]应当主持. */
export function subjectOf(side: Side, range: Range): Pick<Slot, 'from' | 'to' | 'actor'> | null {
  const match = SUBJECT.exec(sliceOf(side, range))
  if (!match) return null
  const from = range.from + match[1]!.length
  const place = { from, to: from + match[2]!.length }
  const actor = actorOf(side, place)
  return actor ? { ...place, actor } : null
}
const SUBJECT = new RegExp(
  `^([\\s]*(?:（[^（）]{1,4}）)?)((?:(?!报[^告备])[^，。；：\\n由向经]){2,40}?(?:${ENDS_NAME}))(?=(?:${MODAL}|负责))`,
)

/**
 * Keys of the acts that words name, without their actors: the kind of each act, and for acts of informing
 * also which of them it is.
 */
export function actsIn(text: string): string[] {
  const acts = ACTS.filter(act => ACT_PATTERNS[act].test(text))
  const informing = (text.match(EACH_INFORMING) ?? []).map(verb =>
    String(SAME_ACT.findIndex(same => same.test(verb))),
  )
  return [...acts, ...informing]
}
const EACH_INFORMING = patternOf(INFORMING, 'g')
const ACT_PATTERNS = Object.fromEntries(ACTS.map(act => [act, patternOf(ACT_WORDS[act])])) as Record<
  Act,
  RegExp
>

function actOf(verb: string): Act {
  return ACTS.find(act => ACT_WORDS[act].some(({ word }) => word === verb))!
}

// Words for all levels, the city and its counties, mean each at its own level, as 同级 does.
const ALL_LEVELS =
  /^(?:县级以上(?:地方)?)?(?:市(?:、|和|及)?(?:〔县级〕|县|区|、)+(?:级)?)?(?=人民政府|[^，]*部门)/

/** What stands between an actor and its act is no part of the name: 公安机关[依法给予治安管理]处罚, 机关[对责任人员]给予. */
const MANNER = '依法|依据|依照|根据|按照|给予|予以|责令'
const MANNER_OF_ACT = new RegExp(`(?:${MANNER}|对(?=[^，]*(?:人|人员|单位|者)(?:$|${MANNER}))).*$`)

const NAME = new RegExp(`(?:${ENDS_NAME})$`)

/** The actor in a range as a key, equal for the same person or body, and for bodies that no word tells apart; '' when the words name none. */
function actorOf(side: Side, range: Range): string {
  const text = sliceOf(side, range)
  if (!ACTOR.test(text) && !NAME.test(text)) return ''
  if (ANY_BODY.test(text)) return '部门'
  return foldedNames(text, side.names)
    .replace(ALL_LEVELS, '')
    .replace(/(?:本|该|所在)(?=单位)/g, '')
    .replace(/（[^（）]{1,6}）/g, '')
    .replace(/负责同志|负责人/g, '负责人')
    .replace(/主要领导/g, '主要负责人')
    .replace(/(?:分管|归口|主管|联系)(?=副秘书长)/g, '')
    .replace(/(?:〔本级〕人民政府)?(?:分管|主管)(?:领导(?:同志)?|副[市县区州]长)/g, '副市长')
    .replace(/村（居）民委员会|居（村）民委员会|村民委员会、居民委员会|居民委员会、村民委员会/g, '村居委会')
    .replace(/以及|同志|个人|同级|本级|、|和|或者|或|及|与|有关|相关|的|〔本级〕人民政府|〔本地〕/g, '')
    .replace(/政府(?=办公|领导|分管|秘书|督查|其他)/g, '')
}
