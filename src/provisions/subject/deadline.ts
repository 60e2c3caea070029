import { functionWords } from '../../lexicon/function-words.ts'
import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { lastClause } from '../place.ts'
import { BINDING, isActor, isBare, LIMIT, matterOf } from './matter.ts'
import { ATTRIBUTE, compose, isTopic, nounPhrase, subjectPart } from './noun-phrase.ts'
import { attributeAhead, ownedBy } from './period-of.ts'
import { actOf, itself, type Own, ofTopic, type Setting } from './setting.ts'

/**
 * A limit is on an act: who (where the clause tells) does what to what. 在会议结束后7个工作日内印发 → …文件的印发; 三十日内，建设单位应当将资料报…备案;
 * 报告结果不得超过30个工作日.
 */
export function act(setting: Setting): Own {
  const listed = /：[^。；]*$/.test(setting.ahead) && LISTED_LIMIT.exec(setting.quote)?.[1]
  if (listed) return itself(listed)
  if (/^为之/.test(setting.beyond)) return ofTopic('') // 诉愿应于三十日内|为之
  const done = /(?:办结|办理完毕|完成|答复|回复|反馈|出具|送达)$/.exec(setting.quote)?.[0]
  const own = nounPhrase(lastClause(setting.ahead))
  // 居民|报装三日内|办结: the quote begins with the thing
  const thing = own.length >= 2 && !BINDING.test(lastClause(setting.ahead)) && WITHIN.exec(setting.quote)?.[1]
  if (thing) return itself(own + thing + (done ?? actOf(setting.beyond)))
  if (done && own.length >= 2 && !isActor(own)) return itself(own + done)
  // 五个工作日、七个工作日内办结: the other limits of the list are no act
  const others =
    /^(?:(?:、|和|或者?)(?:[^，。；、]{0,40}[日月年天]内|[^，。；、]{0,12}?(?:日|天|月|年|时|内)内?))+/
  const after = done ?? actOf(setting.beyond.replace(others, '').replace(MODAL_FIRST, ''))
  if (after.length >= 2 && (JOINED.test(setting.ahead) || isThing(setting, after))) return itself(after)
  if (after.length >= 2) return task(setting, '', after)
  return (
    (AT_END.test(setting.quote) && behindLimits(setting, setting.beyond.replace(others, ''))) ||
    limitOn(setting)
  )
}

// …三十日内，|未接到通知书的自公告之日起四十五日内，可以要求清偿: the act that stands behind all limits.
function behindLimits(setting: Setting, beyond: string): Own | null {
  const [first, second] = beyond
    .split('，')
    .slice(1)
    .filter(clause => clause.length >= 4 && !LIMIT.test(clause))
  if (first === undefined || !beyond.startsWith('，')) return null
  if (!/的$/.test(first)) return actOfNext(setting, first)
  const done = /前/.test(setting.quote) && second && actOf(second.split(BINDING).at(-1)!)
  return itself(first.slice(0, -1) + (done ? `，${done}` : ''))
}
const MODAL_FIRST = new RegExp(`^(?:${MODAL})+`)

const WITHIN = new RegExp(
  String.raw`^((?![至在自从于最必每当时期])[^\d${CHINESE_NUMERAL}不应可，]{2,8})(?<![前后])[\d${CHINESE_NUMERAL}]+个?(?:工作日|日|天|小时|月)内$`,
)

// （六）|六个月内|未开工建设的工程建设项目用地: the number tells which thing.
function isThing({ ahead }: Setting, words: string): boolean {
  return /^（?[^，]{0,3}）?$/.test(ahead) && /^[未不无][^的]+的[^的]{2,}$/.test(words)
}

// 办理时限：特急件1天、急件2天
const LISTED_LIMIT = new RegExp(
  String.raw`^([\u4e00-\u9fff]{2,8}?)[\d${CHINESE_NUMERAL}]+个?(?:工作日|日|天|小时)$`,
)

const AT_END = new RegExp(
  String.raw`(?:内|前|日起|前(?:的|至少)?[\d${CHINESE_NUMERAL}]+个?(?:工作日|日|天|月|小时))$`,
)

// 闲置土地和|半年内未开工建设的建设项目用地: what stands before the number is another thing.
const JOINED = new RegExp(`[^，](?:或者|${functionWords('和及')})$`)

// 建设单位应当将…报…备案 names who and what; 将…报…备案 only what.
function actOfNext(setting: Setting, clause: string): Own {
  const [who, what] = clause.replace(/^有权/, '可以').split(BINDING, 2)
  const isNamed = what && who!.length >= 2 && who!.length <= 30
  return task(setting, isNamed ? nounPhrase(who!) : '', actOf(what ?? clause))
}

/** An act with its actor where one stands with it, and with its matter where it has no object of its own. */
export function task(setting: Setting, who: string, act: string): Own {
  if (who === '' && !isBare(act)) return ownActor(setting, act) ?? parallel(setting, act) ?? ofTopic(act)
  if (!isBare(act)) return itself(who + act)
  const member = who === '' && OF_THESE.test(setting.ahead) && ownActor(setting, act)
  if (member) return member
  const matter = matterOf(setting, act)
  if (matter === null) return who ? itself(who + act) : (ownActor(setting, act) ?? ofTopic(act))
  if (matter.kind === 'fronted') return (matter.isWhole ? itself : ofTopic)(matter.words + act)
  const told = matter.kind === 'act' && TOLD.exec(setting.ahead)?.[1]
  if (told) return itself(compose(told, act))
  if (matter.kind === 'act') return itself(`${matter.words}，${who}${act}`)
  if (who) return itself(`${who}对${matter.words}${act}`)
  return itself(compose(shareOf(setting, matter.words), act))
}

// 督促企业在|三十日内改正
const TOLD = new RegExp(`(?:督促|要求|责令)([^，]{2,30}?)(?:${MODAL}|${functionWords('在于')})*$`)

// 企业申请注销后，税务机关未|在十日内完成核查: who stands in the clause itself.
function ownActor({ ahead }: Setting, act: string): Own | null {
  const clauses = ahead.split('，')
  const who = ACTOR.exec(clauses.pop()!)?.[1]
  const before = clauses.at(-1) ?? ''
  if (!who || NO_ACTOR.test(who)) return null
  if (!CASE.test(before)) {
    if (before === '' || !(isActor(who) || BINDING.test(lastClause(ahead)))) return null
    return itself(
      BINDING.test(before) || before === '其中' || !isTopic(before)
        ? who + act
        : `${nounPhrase(before)}，${who}${act}`,
    )
  }
  const when = /[后时]$/.test(before) ? `${nounPhrase(before)}，` : '' // a case in 的 is the condition
  return itself(when + who + act)
}
const ACTOR = new RegExp(`^([^，]{2,20}?)(?:未|${MODAL}|可以|有权|${functionWords('在于')})*$`)
const NO_ACTOR = new RegExp(`${MODAL}|^(?:但|并|其|会同|${functionWords('在经对将')})`)
const CASE = /.{3}[的后时]$/

const OF_THESE = /^其中，[^，]*$/ // 其中，投资公司可以|在五年内缴足

// 特急件当日办结，急件2日内办结: behind another limit a clause that names something speaks of that, not of the sentence's topic.
function parallel(setting: Setting, act: string): Own | null {
  const clauses = setting.ahead.split('，')
  const own = subjectPart(clauses.pop()!)
  if (!isTopic(own) || !clauses.some(clause => LIMIT.test(clause))) return null
  return itself(/的$/.test(lastClause(setting.ahead)) ? `${own}，${act}` : compose(own, act))
}

// 供水、供气、供热新增用户报装，分别于|五日、七日、八日内办结: each number its own member.
function shareOf({ before, quote, beyond }: Setting, list: string): string {
  const [, first] = /分别[于在为]?([^，]*)$/.exec(before) ?? []
  if (first === undefined) return list
  const members = list.split(/、|和|及/)
  const numbers = (first + quote + beyond.replace(/[^日月年天时、和].*$/, '')).length
  const at = first.split(/[、和及]/).length - 1
  const total = at + (/^[^，。；]*/.exec(quote + beyond)![0].match(EACH_LIMIT)?.length ?? 0)
  if (numbers === 0 || total !== members.length) return list
  const [one, last] = [members[0]!, members.at(-1)!]
  const isShared =
    members.slice(0, -1).every(({ length }) => length === one.length) && last.length > one.length
  return at < members.length - 1 && isShared ? members[at]! + last.slice(one.length) : members[at]!
}
const EACH_LIMIT = new RegExp(String.raw`[\d${CHINESE_NUMERAL}]+个?(?:工作日|日|天|小时|月|年)`, 'g')

// 审批时间|不超过十个工作日: what the clause measures, of what it is measured, and for which matters (对低风险项目，).
function limitOn(setting: Setting): Own {
  const clause = lastClause(setting.before).replace(
    /(?:应当?)?(?:最多|一般)?不(?:得|应|能)?(?:迟于|晚于|超过).*$/,
    '',
  )
  const before = nounPhrase(clause.replace(/(?:累计|合计|总共|共计)$/, ''))
  const attribute = ATTRIBUTE.test(before) ? null : attributeAhead(setting)
  const name = attribute ? (before.length >= 2 ? before + attribute : attribute) : before
  if (name.length < 2) return ofTopic('')
  if (name.length <= 6) {
    const owned = ownedBy(name, setting)
    return owned ? itself(owned) : ofTopic(name)
  }
  return itself(inScope(name, setting))
}

/** A limit with the matters that it is for, where the sentence begins with them: 对小型用户，…全程时间. */
export function inScope(name: string, { ahead }: Setting): string {
  const scope = SCOPE.exec(ahead)?.[1]
  return scope && !name.includes(scope) ? `${scope}，${name}` : name
}
const SCOPE = /(?:^|，)对([^，。；：于][^，。；：]{3,40}(?:项目|事项|案件|工程|企业|业务|用户|[^，]人))，/
