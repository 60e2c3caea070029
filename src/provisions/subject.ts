import { MERE_CONDITION } from '../lexicon/conditions.ts'
import { functionWords } from '../lexicon/function-words.ts'
import { FORBIDDING, OBLIGING } from '../lexicon/modality.ts'
import { CHINESE_NUMERAL, NONZERO_DIGIT } from '../lexicon/numerals.ts'
import { DETENTION } from '../lexicon/penalties.ts'
import type { Measure, Provision } from '../types.ts'
import { conductOf } from './circumstances.ts'
import {
  BOUND_WORDS,
  behindOtherBound,
  inBrackets,
  isTopic,
  nounPhrase,
  subjectPart,
  TRAILING,
} from './noun-phrase.ts'
import { lastClause } from './place.ts'

/** What is measured, and where that was found. */
export type Subject = Pick<Provision, 'subject' | 'subjectFrom'>

/** The words around a provision in its sentence, and what stands above it. */
export interface Setting {
  /** The sentence before the quote, before the number with its bound words, and after it. */
  ahead: string
  before: string
  after: string
  quote: string
  /** The sentence after the quote. */
  beyond: string
  /** How the unit begins, and its text before this sentence; both cut to what a reader would look at. */
  opening: string
  earlier: string
  /** The paragraph's own words where the unit is one of its items. */
  lead: string
  /** Clean text of the article's first paragraph. */
  article: string
  /** Caption of the article, else heading of its division. */
  heading: string
  /** Subject of the threshold read before this one in the same unit, for 50万元以上的，…. */
  previous: string | null
}

/**
 * What is measured, in the document's words: the clause's own noun phrase; where that is only an attribute (人数) or an act
 * (印发) the topic of the sentence before it, else of the paragraph, the article, the heading.
 */
export function subjectOf(measure: Measure, setting: Setting): Subject {
  const { name, whose } = (OWN[measure] ?? phrase)(setting)
  if (name && whose === 'itself') return { subject: name, subjectFrom: 'clause' }
  const topic = whose === 'nearest' ? (nearestTopic(setting) ?? topicOf(setting)) : topicOf(setting)
  return { subject: name ? compose(topic.subject, name) : topic.subject, subjectFrom: topic.subjectFrom }
}

/** What a clause itself names, and whether that needs a topic before it: none, the sentence's first, the nearest. */
interface Own {
  name: string
  whose: 'itself' | 'first' | 'nearest'
}

const itself = (name: string): Own => ({ name, whose: 'itself' })
const ofTopic = (name: string): Own => ({ name, whose: 'first' })

const OWN: Partial<Record<Measure, (setting: Setting) => Own>> = {
  'meeting-frequency': meeting,
  'activity-frequency': activity,
  'amount-threshold': money,
  amount: money,
  'attendance-cap': setting => attribute(setting, '人数'),
  'duration-cap': setting => attribute(setting, '时间'),
  duration: setting => attribute(setting, '时间'),
  'validity-period': setting => attribute(setting, '有效期'),
  'text-length-cap': setting => attribute(setting, '字数'),
  deadline: act,
  'notice-period': act,
  'duty-hours': duty,
  'annual-minimum': yearly,
  count: counted,
  'count-cap': counted,
  fine: conduct,
  'fine-multiple': conduct,
  rate: measured,
  distance: measured,
  length: measured,
  area: measured,
  age: measured,
  'sound-level': measured,
  'time-of-day': timed,
  'time-of-year': timed,
}

function compose(topic: string, name: string): string {
  if (topic === '' || name.startsWith(topic)) return name
  if (topic.endsWith(name)) return topic
  if (name === '时间' && ATTRIBUTE.test(topic)) return topic.replace(/最[短长](?=[^最]{1,6}$)/, '')
  return name.length <= 2 && !/[人数间期率积度金额]/.test(name.at(-1)!) ? `${topic}的${name}` : topic + name
}

function phrase({ ahead }: Setting): Own {
  const name = subjectPart(lastClause(ahead).replace(WHO_VOTES, ''))
  return name.length >= 2 ? itself(name) : ofTopic('')
}

// 候选人获得全体职工|半数以上赞成票, 应当经全体董事|过半数同意: whose votes they are is the base.
const WHO_VOTES = new RegExp(`(?:${OBLIGING})?(?:获得|${functionWords('经由')})[^，]{2,20}$`)

// 定期召开会议研究…问题 → 研究…问题的会议; 市长办公会议不定期召开 → 市长办公会议; 每年不超过1次 → the sentence's meeting.
function meeting(setting: Setting): Own {
  const rest = setting.quote + /^[^，。；]*/.exec(setting.beyond)![0]
  const held = /召开(?:至少)?(?:[^，。；会]{0,3}次)?([^，。；会的]{0,10}会议?)(?!议)([^，。；、]*)/.exec(rest)
  if (held)
    return itself(
      held[2] && /^(?:研究|讨论|分析|部署|协调|总结|听取|通报)/.test(held[2])
        ? `${held[2]}的${held[1]}`
        : held[1]!,
    )
  const named = /^([^，。；]*会议?)(?:根据|视|因|不定期|随时|适时)/.exec(setting.quote)?.[1]
  return named ? itself(nounPhrase(named)) : phrase(setting)
}

// 定期向政府报告, 两个月安排一次专题学习, 每五年对绿地种类普查一次.
function activity(setting: Setting): Own {
  const rest = /^[^，。；]*/.exec(setting.beyond)![0]
  const each = /(?:[月季度年]|半年)一([\u4e00-\u9fff]{2,3})$/.exec(setting.quote)?.[1]
  if (each) return ofTopic(each)
  const regular = /定期(.*)$/.exec(setting.quote + rest)?.[1]
  if (regular) return ofTopic(actOf(regular).replace(TRAILING, ''))
  const yearly = !/[次回]$/.test(setting.quote) && EACH_YEAR.exec(setting.quote + rest)?.[1]
  if (yearly) return ofTopic(actOf(yearly))
  const after = nounPhrase(rest)
  if (after.length >= 2 && !/^(?:的|以|由|并|且|或|和)/.test(rest)) return itself(after)
  const gap =
    /每[^，。；]{1,4}?(?:至少|组织|开展|安排|进行)*((?:向|对|组织|开展|进行|报告|公布)[^，。；]{1,40}?)(?:一|\d|[二两三四])/.exec(
      setting.quote,
    )?.[1]
  return gap ? ofTopic(nounPhrase(gap)) : phrase(setting)
}
const EACH_YEAR = new RegExp(
  `每[^，。；]{0,3}?(?:年度?|季度?|月|周|天|日)(?:[${NONZERO_DIGIT}日](?=为|[上下]午|[^、]))?(?:至少|定期|为)*(.+)$`,
)

// 预算外追加资金超过100万元; 500万元以上的国有资产处置事项; 50万元以上的，须… goes on about the same money.
function money(setting: Setting): Own {
  const clause = lastClause(setting.before)
  const before = nounPhrase(clause.replace(/^.*(?:审议|审批|审定|涉及|审核|讨论|、)/, ''))
  if (before.length >= 2)
    return /^(?:资金|金额|数额|总额|单笔|额度|投资)$/.test(before) ? ofTopic(before) : itself(before)
  const after = /^的(?!由|须|经|应|报|可|需)([^，。；的由报经须应]{2,20})/.exec(setting.after)?.[1]
  if (after) return itself(after.replace(/(?:事项|项目)$/, '') || after)
  return setting.previous ? itself(setting.previous) : ofTopic('')
}

// 人数不超过200人, 请示一般不超过1500字: what the clause names, with the attribute that the measure is about.
function attribute(setting: Setting, name: string): Own {
  if (/(?:不得|禁止|不予|不再)$/.test(setting.quote)) return act(setting) // 三年内不得再次申报
  const own = nounPhrase(
    lastClause(setting.before)
      .replace(/^.*可以(?=延长)|应当?(?:至少)?(?=保存|保管|留存)/, '')
      .replace(/不(?:得|应|能)?(?:少|低|短)于.*$/, ''),
  )
  const bracketed = inBrackets(lastClause(setting.before))
  if (bracketed) return itself(bracketed.endsWith(name) ? bracketed : bracketed + name)
  const period =
    /^的([^，。；的]{1,8}(?:期(?:限)?|假))/.exec(setting.after)?.[1] ?? SERVED.exec(setting.after)?.[1]
  if (period) return itself(period)
  // 超过三个月不能开工的建设用地: what lasts comes after
  const lasting =
    (own.length < 2 || /处$|^逾期$/.test(own)) &&
    /^([不未][^，。；的]{1,12}的[^，。；的]{2,12})/.exec(setting.after)?.[1]
  if (lasting) return itself(lasting)
  if (own === '' || own === name) return { name, whose: 'nearest' }
  if (own.length <= 4 && ATTRIBUTE.test(own)) return { name: own, whose: 'nearest' }
  return itself(ATTRIBUTE.test(own) ? own : own + name)
}
const SERVED = new RegExp(`^(?:的)?(${DETENTION})`)

const ATTRIBUTE = /(?:时间|时长|期限|时限|年限|会期|期|人数|字数|规模|篇幅)$/

// A limit is on an act: 在会议结束后7个工作日内印发 → …文件的印发; 三十日内，建设单位应当将资料报…备案; 报告结果不得超过30个工作日.
function act(setting: Setting): Own {
  const listed = /：[^。；]*$/.test(setting.ahead) && LISTED_LIMIT.exec(setting.quote)?.[1]
  if (listed) return itself(listed)
  const done = /(?:办结|办理完毕|完成|答复|回复|反馈|出具|送达)$/.exec(setting.quote)?.[0]
  const own = nounPhrase(lastClause(setting.ahead))
  if (done) return own.length >= 2 ? itself(own + done) : ofTopic(done)
  // 五个工作日、七个工作日内办结: the other limits of the list are no act
  const after = actOf(
    setting.beyond.replace(/^(?:(?:、|和|或者?)[^，。；、]{0,12}?(?:日|天|月|年|时|内)内?)+/, ''),
  )
  if (after.length >= 2) return parallel(setting, after) ?? ofTopic(after)
  const next = AT_END.test(setting.quote) && /^，([^，。；]{4,60})/.exec(setting.beyond)?.[1]
  if (next) return actOfNext(next)
  const before = nounPhrase(
    lastClause(setting.before).replace(/(?:应当?)?不(?:得|应|能)?(?:迟于|晚于|超过).*$/, ''),
  )
  return before.length >= 2 ? { name: before, whose: before.length <= 6 ? 'first' : 'itself' } : ofTopic('')
}

// 特急件当日办结，急件2日内办结: behind another limit a clause that names something speaks of that, not of the sentence's topic.
function parallel(setting: Setting, act: string): Own | null {
  const clauses = setting.ahead.split('，')
  const own = subjectPart(clauses.pop()!)
  return isTopic(own) && clauses.some(clause => LIMIT.test(clause)) ? itself(compose(own, act)) : null
}
const LIMIT = new RegExp(
  String.raw`[\d${CHINESE_NUMERAL}]个?(?:工作日|日|天|小时|月)(?:以?内|办结|完成|答复)|当日|当天|即时`,
)

// 办理时限：特急件1天、急件2天
const LISTED_LIMIT = new RegExp(
  String.raw`^([\u4e00-\u9fff]{2,8}?)[\d${CHINESE_NUMERAL}]+个?(?:工作日|日|天|小时)$`,
)

const AT_END = new RegExp(
  String.raw`(?:内|前|日起|前(?:的|至少)?[\d${CHINESE_NUMERAL}]+个?(?:工作日|日|天|月|小时))$`,
)

// 建设单位应当将…报…备案 names who and what; 将…报…备案 only what.
function actOfNext(clause: string): Own {
  const [who, what] = clause.split(BINDING, 2)
  if (what && who!.length >= 2 && who!.length <= 30) return itself(nounPhrase(who!) + actOf(what))
  return ofTopic(actOf(what ?? clause))
}

const BINDING = new RegExp(`${OBLIGING}|${FORBIDDING}|可以`)

// Up to the next clause; 向党委办公厅、政府办公厅报备 goes on, 向市长请假、并书面报告 does not.
function actOf(text: string): string {
  const words = /^(?:[^，。；：、]|、(?!并|同时|及时))*/.exec(text.replace(/^（[^）]*）/, ''))![0]
  return words.replace(/^(?:的|正式|及时|予以)+|(?:的|完毕)$/g, '').slice(0, 40)
}

function duty(setting: Setting): Own {
  const name = /(?:值班|值守|带班|在岗|自助|开放|服务|受理|热线)/.exec(setting.quote)?.[0] ?? ''
  const holder = subjectPart(lastClause(setting.ahead))
  return itself(/^(?:认真|严格|全面|切实|实行|实施)|执行|落实/.test(holder) ? name : holder + name)
}

function yearly(setting: Setting): Own {
  const between = /每(?:个?(?:年度?|季度|月|周|半年))([^，]*)$/.exec(setting.before)?.[1] ?? ''
  return ofTopic(nounPhrase(between))
}

// 确定一名副市长主持政府工作 → 主持政府工作的副市长; 涉及两个以上部门职权范围的事项 → 涉及的部门.
function counted(setting: Setting): Own {
  if (/分(?:设|为)?$/.test(setting.before)) return ofTopic(/[科处组室]/.exec(setting.quote)?.[0] ?? '') // 企划组，分三科办事
  const named = /[\d\u4e00-\u9fff]个((?!或)[\u4e00-\u9fff]{2,5}?)以上$/.exec(setting.quote)?.[1]
  if (named) return itself(/涉及$/.test(setting.before) ? `涉及的${named}` : named)
  if (/[一壹]式$/.test(setting.before)) return held(setting)
  const words = /^(?:的)?((?:[^，。；、的外]|、(?=[^，。；]{2,6}等))*)/.exec(setting.after)![1]!
  const before = /(?:指定|推举|公推|互推|推选|指派|委派|选举|选派|设|置|由|、)([^，。；、]{2,12})$/.exec(
    setting.before,
  )?.[1]
  const chosen = before?.replace(/^.*(?:指定|推举|公推|互推|推选)/, '')
  if (chosen && /^(?:代理|担任|为|兼任|组成|、|，|。|；|主持|负责|$)/.test(setting.after))
    return itself(chosen)
  const noun = words.replace(
    /(?:职权|职责|分管|牵头|组织|实施|开展|主持|负责|担任|作为|参加|协助|组成|共同|进行|联合|且|签名|签字|出庭|提出|以上|到场|应当|可以|必须|一般).*$/,
    '',
  )
  if (
    (noun.length < 2 && !/^[犬猫车树房]$/.test(noun)) ||
    /^(?:且|或|及|但|并|联名|提议|提出|参加|出席|为|组成|签名)/.test(noun)
  )
    return held(setting)
  const described = /^[^，。；、]{0,20}?(?:以上|以下)的([^，。；的]{2,16})/.exec(setting.after)?.[1]
  if (described) return itself(described)
  const clause = lastClause(setting.before)
  if (/涉及$/.test(clause)) return itself(`涉及的${noun}`)
  const duty = words.slice(noun.length)
  return /(?:确定|明确|指定|委派|指派)由?$/.test(clause) && duty.length >= 4
    ? itself(`${duty}的${noun}`)
    : itself(noun)
}

// 职工人数不足一百人: what the clause counts, the attribute included.
function held(setting: Setting): Own {
  const name = subjectPart(lastClause(setting.before))
  return name.length >= 2 ? itself(name) : ofTopic('')
}

// What is fined: the act between 违反…规定， and the sanction, or the last …的，; looked for back through the sentences.
// 逾期不改正的 only when no act is named anywhere.
function conduct(setting: Setting): Own {
  const sentences = `${setting.earlier}${setting.ahead}`.split(/[。；]/).reverse()
  const act = conductOf(sentences)
  if (act) return itself(act)
  const above = [sentences[0]!, ...sentences, setting.lead].map(
    text => /(?:违反|有)[^，。；]*?(?:规定|行为|情形)/.exec(text)?.[0],
  )
  const rule = above.find(found => found !== undefined)
  return rule ? itself(rule) : ofTopic('')
}

function timed(setting: Setting): Own {
  const rest = setting.beyond
    .replace(OTHER_MONTHS, '')
    .replace(/^(?:之间)?的?(?:期间|时段|时间)|^、[^，。；]*/, '')
  const clause = /^的?，?([^，。；]*)/
    .exec(rest)![1]!
    .replace(/^(?:各|分别)(?=召开|举行|开展|组织|进行|安排)/, '')
    .replace(/^(召开|举行|开展|组织|进行|安排)一次/, '$1')
  if (/^(?:前|后)?(?:向|由|将|报|公布|发布|完成|组织|开展|召开|编制|为)/.test(clause))
    return ofTopic(actOf(clause.replace(/^[前后]/, '')))
  const after = nounPhrase(clause)
  if (after.length >= 2) return itself(after)
  const before = nounPhrase(lastClause(setting.ahead))
  return before.length >= 2 ? itself(before) : { name: '', whose: 'nearest' }
}

const OTHER_MONTHS = new RegExp(String.raw`^(?:(?:、|和|及|或者?|与)[\d${CHINESE_NUMERAL}]{1,3}月份?)+`)

// 绿地率不低于30%; where the phrase names no attribute, the words before do (附属绿地的绿地率应当符合下列指标：).
function measured(setting: Setting): Own {
  const halved = /^减半/.test(setting.quote) && /^[^，。；]{2,20}/.exec(setting.beyond)?.[0]
  if (halved) return itself(nounPhrase(halved))
  const named = lastClause(setting.ahead + withoutBound(setting)).replace(/^(?:不得|禁止)?(?:擅自)?在/, '')
  const clause = behindOtherBound(named)
  const name = nounPhrase(clause).replace(/可以再?(?=降低|提高|增加|减少)/, '')
  if (OF_IT.test(clause)) return ofTopic(name)
  const thing = /^的(?!部分|按|由|应|报|可|须|经)([^，。；的牵]{2,12})/.exec(setting.after)?.[1]
  if (thing && /(?:占地|建成|建筑|用地)(?:的)?面积(?:在)?$/.test(clause)) return itself(`${thing}面积`)
  if (SIZE.test(name)) return name.length <= 2 ? { name, whose: 'nearest' } : itself(name)
  if (
    thing &&
    !SIZE.test(name) &&
    /(?:使用|用长度|用|规划|预留|设置|建设|于|已建成|建成|建筑)[^，。；]{0,8}$/.test(clause)
  )
    return itself(thing)
  if (name.length >= 2) return itself(setting.lead ? name + attributeAbove(setting.lead) : name)
  const condition = /(?<=^|[，。；])((?!超过|不足|达)[^，。；]{2,40})的，(?:按照?)?$/.exec(setting.ahead)?.[1]
  if (condition)
    return itself(nounPhrase(condition) + attributeAbove(setting.lead + setting.earlier + setting.ahead))
  const rest = setting.after.replace(/^的?(?:服务)?(?:半径|范围)?内?的?(?:应当)?(?:至少)?/, '')
  const after = /^(树龄|(?!按|由|报|可|须|经)[^，。；计算]{2,30})/.exec(rest)?.[1]
  if (after) return after === '树龄' ? { name: after, whose: 'nearest' } : itself(nounPhrase(after))
  return ofTopic('')
}
const OF_IT = new RegExp(`^${functionWords('其')}`)
const SIZE =
  /(?:率|比例|比重|比率|面积|宽度|高度|厚度|深度|长度|距离|胸径|半径|树龄|指标|间距|限值|宽|高|长|降低|提高|增加|减少|幅度?)$/

// The attribute that the words above speak of last: 绿地率, 绿化覆盖率; '' where they name none.
function attributeAbove(text: string): string {
  return (
    [
      ...text.matchAll(
        /[^，。；：的按照为占市区应达到]{0,2}(?:率|比例|面积|宽度|高度|距离)(?=应|要|必须|不|按|，|达|符|指|$)/g,
      ),
    ].at(-1)?.[0] ?? ''
  )
}

// The part of the quote before the number, without base and bound: 绿地率 of 绿地率不低于绿地面积的.
function withoutBound(setting: Setting): string {
  const inQuote = setting.before.slice(setting.ahead.length)
  return inQuote.replace(
    /(?:不(?:得|应|能|宜)?(?:低于|少于|小于|超过|大于|高于)|应?占|达到?|超过|不足|按照?|为).*$/,
    '',
  )
}

/** The topic that a clause without a subject of its own is about: the sentence's, the paragraph's, the article's, the heading. */
function topicOf(setting: Setting): Subject {
  const clauses = setting.ahead.split('，').filter(clause => !MERE_CONDITION.test(clause))
  const inSentence = clauses.map(subjectPart).find(isTopic)
  if (inSentence) return { subject: inSentence, subjectFrom: 'clause' }
  const above: [string, Subject['subjectFrom']][] = [
    [setting.opening, 'paragraph'],
    [setting.lead, 'paragraph'],
    [setting.article, 'article'],
  ]
  for (const [text, subjectFrom] of above) {
    const subject = text
      .split(/[，。；：]/, 3)
      .map(subjectPart)
      .find(isTopic)
    if (subject) return { subject, subjectFrom }
  }
  return { subject: setting.heading, subjectFrom: 'division' }
}

// The clause right before, unless it is itself a bound, a negation or an exception.
function nearestTopic(setting: Setting): Subject | null {
  const clauses = setting.ahead.split('，').slice(0, -1).reverse()
  const clause = clauses.find(
    one => !BOUND_WORDS.test(one) && !NO_NEAR_TOPIC.test(one) && !HAS_MODAL.test(one),
  )
  const subject = clause ? subjectPart(clause) : ''
  return isTopic(subject) ? { subject, subjectFrom: 'clause' } : null
}
const NO_NEAR_TOPIC = new RegExp(
  String.raw`\d|[${CHINESE_NUMERAL}半](?:个|年|月|日|天|小时|分钟|次|元|米)|^(?:不|除|并|且|再|也|但)`,
)
const HAS_MODAL = /应当|必须|^要|不得/
