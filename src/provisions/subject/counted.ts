import { functionWords } from '../../lexicon/function-words.ts'
import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { lastClause } from '../place.ts'
import { inBody, membersOf, officeIn, peopleWho } from './members.ts'
import { nounPhrase, subjectPart } from './noun-phrase.ts'
import { prolonged } from './prolonged.ts'
import { itself, type Own, ofTopic, type Setting } from './setting.ts'

/** 确定一名副市长主持政府工作 → 主持政府工作的副市长; 涉及两个以上部门职权范围的事项 → 涉及的部门. */
export function counted(setting: Setting): Own {
  for (const read of READINGS) {
    const found = read(setting)
    if (found) return typeof found === 'string' ? itself(found) : found
  }
  return thing(setting)
}

/** What is counted, read in one way; nothing where that way does not apply. A text needs no topic. */
type Reading = (setting: Setting) => Own | string | null | undefined | false

/** The ways in order, the first that applies holds: times, what the quote names, members and offices, else the thing behind. */
const READINGS: Reading[] = [
  // 企划组，分三科办事
  ({ before, quote }) => /分(?:设|为)?$/.test(before) && ofTopic(/[科处组室]/.exec(quote)?.[0] ?? ''),
  often,
  ({ before, quote }) => {
    const named = /[\d\u4e00-\u9fff]个((?!或)[\u4e00-\u9fff]{2,5}?)以上$/.exec(quote)?.[1]
    return named && (/涉及$/.test(before) ? `涉及的${named}` : named)
  },
  ({ quote }) => EQUIPPED.exec(quote)?.[1],
  // 理事无正当理由|连续两次|缺席者
  ({ ahead, quote, after }) => {
    const again = /^(连续|累计)[^，]{1,3}次$/.exec(quote)?.[1]
    const missed = again && /^[^，。；者的]{2,12}/.exec(after)?.[0]
    return missed && nounPhrase(lastClause(ahead)) + again + missed
  },
  setting => /[一壹]式$/.test(setting.before) && clauseOf(setting),
  inBody,
  peopleWho,
  officeIn,
  ({ before, after }) => {
    const joint = /(?:由|需要)$/.test(before) && /^[^，。；]*的[^，。；]{2,30}(?=[，。；]|$)/.exec(after)?.[0]
    return joint && joint.length <= 40 && joint
  },
  membersOf,
  // 一处砍伐|三株以下|且胸径不足十厘米的树木
  ({ before, quote, after }) => {
    const joined = /[株棵只辆座处件头台栋]以[上下]$/.test(quote) && JOINED.exec(after)?.[1]
    const done = joined ? nounPhrase(lastClause(before)) : ''
    return joined && done.length >= 2 && done.length <= MOST && done + joined
  },
]
const JOINED = /^(?:或者?|且|并且)[^，。；的]{2,20}的([^，。；的]{2,10})/
const MOST = 14 // characters of what is done to the things, short enough to stand before their name

// 应当至少配备急救医师一名
const EQUIPPED = new RegExp(
  `(?:配[备置]|设[置立]|安排|聘用|选派)([^，。；、0-9${CHINESE_NUMERAL}]{2,12})[${CHINESE_NUMERAL}0-9]+[名人个台辆处]`,
)

// 在报纸上|至少公告三次; 审批人|最多签三次
function often({ ahead, quote }: Setting): Own | null {
  const act = OFTEN.exec(quote)?.[1]
  if (!act) return null
  const clause = lastClause(ahead).replace(/^.*实行|^.*?[年月日天时]内(?=.)/, '')
  const isPlace = /^[在向对]/.test(clause)
  const who = isPlace ? clause : nounPhrase(clause)
  return who.length < 2 ? null : (isPlace ? ofTopic : itself)(`${who}${act}的次数`)
}
const OFTEN = /^(?:最多|至多|至少|只能|仅能|不超过)(?!延长)([^，]{1,6}?)[一两二三四五\d]次$/

// What the words behind the number name, with what the words before say of it.
function thing(setting: Setting): Own {
  const words = /^(?:的)?((?:[^，。；、的外]|、(?=[^，。；]{2,6}等))*)/
    .exec(setting.after)![1]!
    .replace(AS_STANDARD, '')
  const noun = words.replace(DONE_BY_IT, '')
  if ((noun.length < 2 && !/^[犬猫车树房]$/.test(noun)) || NO_NOUN.test(noun)) return clauseOf(setting)
  const clause = lastClause(setting.before)
  const whole =
    /以[上下]$/.test(setting.quote) && BEGINS.test(clause) ? ACTING.exec(setting.after)?.[1] : undefined
  if (whole) return itself(whole)
  const place = /[^，在]*半径内/.exec(clause)?.[0] ?? '' // 三百米半径内规划一处…公园绿地
  const described = /^[^，。；、]{0,20}?(?:以上|以下)的([^，。；的]{2,16})/.exec(setting.after)?.[1]
  if (described) return itself(place + described)
  if (/涉及$/.test(clause)) return itself(`涉及的${noun}`)
  const duty = words.slice(noun.length)
  return APPOINTS.test(clause) && duty.length >= 4
    ? itself(`${duty}的${noun}`)
    : itself(definedIn(setting.ahead) + place + doneTo(setting) + noun.replace(AND_ANOTHER, ''))
}
const AS_STANDARD = /^标准(?:建设|设置|规划|配[置建套备]|预留)/ // 每户不少于一个的标准配建停车位
const DONE_BY_IT =
  /(?:职权|职责|分管|召集(?!人)|履行|牵头|组织|实施|开展|主持|负责|担任|作为|参加|协助|组成|共同|进行|联合|且|签名|签字|出庭|出席|到会|提出|以上|到场|应当|可以|必须|一般).*$/
const NO_NOUN = /^(?:且|或|及|但|并|联名|提议|提出|参加|出席|为|组成|签名)/
const APPOINTS = /(?:确定|明确|指定|委派|指派|推[举选荐])由?$/

// 两个以上|公司合并设立一个新的公司为新设合并: what they do, up to the predicate
const BEGINS = /^$|(?:或者?|和|、)$/
const ACTING = new RegExp(
  `^的?((?=[^，。；]{6})[^，。；：、]{2,30}?的[^，。；：、的]{2,12}?)(?=(?:${MODAL}|${functionWords('为由')}|[，。；]|$))`,
)
const AND_ANOTHER = new RegExp(`(?:或者?|和|、)[${CHINESE_NUMERAL}]+[个名家].*$`)

// 所称一人公司，是指|只有一个股东的公司
const definedIn = (ahead: string): string => {
  const term = /(?:所称的?|^)(?!.*所称)([^，；]{2,14})，是指/.exec(ahead)?.[1]
  return term ? `${term}的` : ''
}

// 一处砍伐|二十株以上的|树木: what is done to the things counted.
function doneTo({ before, after, quote }: Setting): string {
  const clause = /^的/.test(after) && /[株棵只头处座件辆]/.test(quote) ? lastClause(before) : ''
  return MODAL_WORD.test(clause) || clause.length > 14 ? '' : nounPhrase(clause)
}
const MODAL_WORD = new RegExp(MODAL)

// 职工人数不足一百人: what the clause counts, the attribute included.
function clauseOf(setting: Setting): Own {
  const part = subjectPart(lastClause(setting.before))
  const head = HEADS.exec(setting.before)?.[1] ?? ''
  const name = (prolonged(part, setting) ?? part) + (part.endsWith(head) ? '' : head)
  if (name.length > 2) return itself(name)
  return name.length === 2 ? ofTopic(name) : { name: '', whose: 'nearest' }
}

// 每班人数：小班不超过二十五人
const HEADS = /(人数|名额|数量)：[^：。；]*$/
