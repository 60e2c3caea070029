import type { Measure, Provision } from '../types.ts'
import { lastClause } from './place.ts'

/** What is measured, and where that was found. */
export type Subject = Pick<Provision, 'subject' | 'subjectFrom'>

/** Where the words of a provision stand, for finding its subject. */
export interface Setting {
  /** The sentence before and after the quote, and the quote. */
  before: string
  quote: string
  after: string
  /** Clean text of the unit before its sentence. */
  earlier: string
  /** The paragraph's own words where the unit is one of its items. */
  lead: string
  /** First words of the article. */
  article: string
  /** Caption of the article or heading of its division. */
  heading: string
  /** Subject of the threshold read just before in the same unit, for 50万元以上的，… */
  previous: string | null
}

/** The subject of a provision: the clause's own noun phrase, else the paragraph's topic, the article's, the heading. */
export function subjectOf(measure: Measure, setting: Setting): Subject {
  const own = OWN[measure]?.(setting) ?? null
  if (own === null) return topicOf(setting)
  if (!NEEDS_TOPIC.test(own)) return { subject: own, subjectFrom: 'clause' }
  const topic = topicOf(setting)
  return {
    subject: own.startsWith(topic.subject) ? own : topic.subject + own,
    subjectFrom: topic.subjectFrom,
  }
}

// An attribute or an action alone does not say whose: 人数, 时间, 印发 take the topic before them.
const NEEDS_TOPIC =
  /^(?:人数|时间|时长|会期|字数|期限|面积|宽度|高度|比例|数量|.{0,3}率|(?:向|将|报|予以|正式|以|依法|给予|提出|书面).*|.{2,8})$/

type Own = (setting: Setting) => string | null

const OWN: Partial<Record<Measure, Own>> = {
  'meeting-frequency': meeting,
  'activity-frequency': activity,
  quorum: clauseTopic,
  vote: clauseTopic,
  'amount-threshold': money,
  amount: money,
  'attendance-cap': setting => attribute(setting, '人数'),
  'duration-cap': setting => attribute(setting, '时间'),
  duration: setting => attribute(setting, '时间'),
  'validity-period': setting => attribute(setting, '有效期'),
  'text-length-cap': setting => attribute(setting, '字数'),
  deadline: action,
  'notice-period': action,
  'duty-hours': ({ quote, after }) =>
    /(?:值班|值守|带班|在岗|开放|服务|受理|热线)/.exec(quote + after)?.[0] ?? null,
  'annual-minimum': ({ quote }) =>
    nounPhrase(
      /每(?:个?(?:年度?|季度|月|周|半年))([^，]*?)(?:不少于|不低于|至少|\d|[一二三四五六七八九十百])/.exec(
        quote,
      )?.[1] ?? '',
    ),
  count: counted,
  'count-cap': counted,
  fine: behaviour,
  'fine-multiple': behaviour,
  rate: measured,
  distance: measured,
  length: measured,
  area: measured,
  'sound-level': measured,
  age: measured,
  'time-of-day': behaviourAfter,
  'time-of-year': behaviourAfter,
}

// 定期召开会议研究…问题 → 研究…问题的会议; 市长办公会议不定期召开 → 市长办公会议.
function meeting(setting: Setting): string | null {
  const held = /召开(?:[^，。；]{0,3}次)?((?:[^，。；]{0,8})会议?)([^，。；、]*)/.exec(
    setting.quote + setting.after,
  )
  if (held?.[1] && !/^(?:的|，)/.test(held[1]))
    return held[2] && !/^[由并]/.test(held[2]) ? `${held[2]}的${held[1]}` : held[1]
  const named = /([^，。；]*会议?)(?:不定期|随时|适时)/.exec(setting.quote)?.[1]
  return named ? nounPhrase(named) : clauseTopic(setting)
}

function activity(setting: Setting): string | null {
  const regular = /定期(?:组织|开展|进行|会同[^，。；]{0,12})?([^，。；]+)/.exec(
    setting.quote + /^[^，。；]*/.exec(setting.after)![0],
  )?.[1]
  if (regular) return joinTopic(setting, regular)
  const after = /^[^，。；]{2,20}/.exec(setting.after)?.[0]
  if (after && !/^(?:的|以|由|并|且)/.test(after)) return after
  const gap = /每[^，。；]{1,4}?(?:至少|组织|开展|安排|进行)?([^，。；]{2,30}?)(?:一|\d|[二两三四])/.exec(
    setting.quote,
  )?.[1]
  return gap && gap.length > 2 ? joinTopic(setting, gap) : clauseTopic(setting)
}

function joinTopic(setting: Setting, action: string): string {
  const topic = topicOf(setting).subject
  return action.length > 10 ? action : topic + action
}

function clauseTopic(setting: Setting): string | null {
  return nounPhrase(lastClause(setting.before)) || null
}

// 预算外追加资金超过100万元; 500万元以上的国有资产处置事项; 50万元以上的，须… goes on about the same money.
function money(setting: Setting): string | null {
  const before = nounPhrase(
    lastClause(setting.before).replace(/^.*(?:审议|审批|审定|研究|涉及|审核|决定|讨论)/, ''),
  )
  if (before.length >= 2) return before
  const after = /^的((?!由|须|经|应|报|可|需)[^，。；的]{2,20})/
    .exec(setting.after)?.[1]
    ?.replace(/(?:事项|项目)$/, '')
  return after || setting.previous
}

function attribute(setting: Setting, name: string): string | null {
  const clause =
    lastClause(
      setting.before + /^(?:人数|时间|字数|.{0,8}(?:时间|期限|会期|时限))/.exec(setting.quote)?.[0],
    ) || ''
  const phrase = nounPhrase(clause.replace(/undefined$/, ''))
  if (phrase === '') return name
  if (phrase.endsWith(name) || /(?:时间|期限|时限|会期|期|时长|数)$/.test(phrase)) return phrase
  return phrase + (phrase.endsWith('的') ? '' : '') + name
}

// A limit is on an act: 在会议结束后7个工作日内印发 → 文件…印发.
function action(setting: Setting): string | null {
  const after = /^(?:[^，。；、]|、(?!并|同时))*/.exec(setting.after)![0].replace(/^的|的$/, '')
  const verb = after.replace(/^(?:正式|及时|予以)/, '')
  if (verb.length >= 2) return verb.length > 40 ? verb.slice(0, 40) : verb
  return nounPhrase(lastClause(setting.before)) || null
}

// 确定一名副市长主持政府工作 → 副市长; 两个以上部门职权范围的事项 → 部门.
function counted(setting: Setting): string | null {
  const tail =
    /[\d一二三四五六七八九十两]+[^\u0000-\u00ff\d]{1,2}(?:及?以上|及其以上|以下)?([^\d]*)$/.exec(
      setting.quote,
    )?.[1] ?? ''
  const noun = /^(?:[^，。；、的外]|的(?=专|副))*/.exec((tail + setting.after).replace(/^的/, ''))![0]
  const cut = noun.replace(
    /(?:职权|职责|分管|牵头|主持|负责|担任|作为|参加|协助|以上|组成|审批|共同|进行|联合).*$/,
    '',
  )
  return cut.length >= 2 ? cut : clauseTopic(setting)
}

// What is fined: 擅自占用城市绿地的，责令限期改正，…处…罚款.
function behaviour(setting: Setting): string | null {
  const clauses = setting.before.split('，').reverse()
  const act = clauses.find(
    clause => /的$/.test(clause) && !/^(?:逾期|拒不|情节|造成|警告后|违反.{0,20}规定的$)/.test(clause),
  )
  const escalation = clauses.find(clause => /的$/.test(clause))
  const law = clauses.find(clause => /^(?:第\S+条)?违反/.test(clause))
  const phrase = (act ?? escalation ?? law)?.replace(/的$/, '') ?? null
  return phrase && phrase.length >= 2 ? phrase : null
}

function behaviourAfter(setting: Setting): string | null {
  const after = /^(?:，)?([^，。；]{2,30})/.exec(setting.after)?.[1]
  return after && after.length > 2 ? after : clauseTopic(setting)
}

// 绿地率不低于30%: the phrase before the bound; where it names no attribute the lead does (绿地率应当符合下列指标：).
function measured(setting: Setting): string | null {
  const phrase = nounPhrase(lastClause(setting.before))
  const attributes = /(?:率|比例|比重|比率|面积|宽度|高度|厚度|深度|长度|距离|胸径|半径|树龄|年龄|指标|度)$/
  if (attributes.test(phrase)) return phrase
  const named = [
    ...`${setting.lead}${setting.earlier}`.matchAll(/[\u4e00-\u9fff]{1,4}(?:率|比例|面积|宽度|高度|距离)/g),
  ].at(-1)?.[0]
  if (phrase && named && setting.lead) return `${phrase}${named.replace(/^.*[的按照]/, '')}`
  return phrase || null
}

/** The topic that a clause without a subject of its own is about. */
function topicOf(setting: Setting): Subject {
  const sentence = setting.before.split('，').slice(0, -1).map(nounPhrase).filter(isTopic)
  if (sentence[0]) return { subject: sentence[0], subjectFrom: 'clause' }
  const own = nounPhrase(lastClause(setting.before))
  if (isTopic(own)) return { subject: own, subjectFrom: 'clause' }
  const paragraph = [setting.earlier, setting.lead]
    .map(text => nounPhrase(/^[^，。；：]*/.exec(text)![0]))
    .find(isTopic)
  if (paragraph) return { subject: paragraph, subjectFrom: 'paragraph' }
  const article = nounPhrase(/^[^，。；：]*/.exec(setting.article)![0])
  if (isTopic(article)) return { subject: article, subjectFrom: 'article' }
  return { subject: setting.heading, subjectFrom: 'division' }
}

function isTopic(phrase: string): boolean {
  return phrase.length >= 2 && phrase.length <= 60
}

const LEADING =
  /^(?:其中|但是?|且|并|同时|另外|此外|因此|其|该|对于?|关于|涉及|凡|如|确需|除|审议|以及|市?政府工作坚持)+/
const TRAILING =
  /(?:一般|原则上|应当?有?|必须|须|需|可以?|不得|要|均|也|都|只|仅|为|是|在|由|占|达到?|于|向|至少|最多|最长|时|控制|按照?|其|经|的|每年|每月|召开|不|，|、|根据需要|根据工作需要|进行|实行|定期|有)+$/

/** A clause as a noun phrase: without the connectives before it and the modal and bound words after it. */
export function nounPhrase(clause: string): string {
  let phrase = clause.trim()
  for (let previous = ''; previous !== phrase; ) {
    previous = phrase
    phrase = phrase.replace(LEADING, '').replace(TRAILING, '')
  }
  return phrase
}
