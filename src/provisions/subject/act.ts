import { functionWords } from '../../lexicon/function-words.ts'
import { FORBIDDING, MODAL, OBLIGING } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL, NONZERO_DIGIT } from '../../lexicon/numerals.ts'
import { lastClause } from '../place.ts'
import { compose, isTopic, nounPhrase, subjectPart, TRAILING } from './noun-phrase.ts'
import { itself, type Own, ofTopic, phrase, type Setting } from './setting.ts'

// A limit is on an act: 在会议结束后7个工作日内印发 → …文件的印发; 三十日内，建设单位应当将资料报…备案; 报告结果不得超过30个工作日.
export function act(setting: Setting): Own {
  const listed = /：[^。；]*$/.test(setting.ahead) && LISTED_LIMIT.exec(setting.quote)?.[1]
  if (listed) return itself(listed)
  const done = /(?:办结|办理完毕|完成|答复|回复|反馈|出具|送达)$/.exec(setting.quote)?.[0]
  const own = nounPhrase(lastClause(setting.ahead))
  if (done) return own.length >= 2 ? itself(own + done) : ofTopic(done)
  // 五个工作日、七个工作日内办结: the other limits of the list are no act
  const after = actOf(
    setting.beyond.replace(/^(?:(?:、|和|或者?)[^，。；、]{0,12}?(?:日|天|月|年|时|内)内?)+/, ''),
  )
  if (after.length >= 2 && JOINED.test(setting.ahead)) return itself(after)
  if (after.length >= 2) return parallel(setting, after) ?? ofMatter(setting, '', after)
  const next = AT_END.test(setting.quote) && /^，([^，。；]{4,60})/.exec(setting.beyond)?.[1]
  if (next) return actOfNext(setting, next)
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

// 闲置土地和|半年内未开工建设的建设项目用地: what stands before the number is another thing.
const JOINED = new RegExp(`[^，](?:或者|${functionWords('和及')})$`)

// 建设单位应当将…报…备案 names who and what; 将…报…备案 only what.
function actOfNext(setting: Setting, clause: string): Own {
  const [who, what] = clause.split(BINDING, 2)
  const isNamed = what && who!.length >= 2 && who!.length <= 30
  return ofMatter(setting, isNamed ? nounPhrase(who!) : '', actOf(what ?? clause))
}

/**
 * An act without its object (向社会公告, 报告主管部门) takes it from the words before: 将下列信息, 因抢险需要|砍伐树木|的, or what the clause
 * before 并 has done.
 */
function ofMatter({ ahead, earlier }: Setting, who: string, act: string): Own {
  const named = who === '' ? ofTopic(act) : itself(who + act)
  if (!WITHOUT_OBJECT.test(act)) return named
  const fronted = FRONTED.exec(ahead)?.[0]
  if (fronted) return (fronted === ahead ? itself : ofTopic)(fronted.replace(MODAL_AT_END, '') + act)
  const before = earlier.split('。').slice(-2).join('。') + ahead
  const matter = NEEDED.exec(before)?.[1]
  if (matter) return itself(`${matter}，${who}${act}`)
  const clauses = ahead.split('，')
  const done = /^[并且]/.test(clauses.at(-1)!) && clauses.at(-2)?.split(BINDING, 2)[1]
  return done && done.length >= 6 ? itself(`${done}，${act}`) : named
}
const RECEIVER = '[^，]*(?:部门|机关|单位|[^，]人|政府|机构|委员会)'
const WITHOUT_OBJECT = new RegExp(
  `^(?:[向到报][^，]*?)?(?:书面)?(?:公告|公布|公示|公开|备案|报备|报告|通报|告知|通知|补办[^，]*手续)$|^(?:书面)?(?:报告|告知|通知|通报|报)${RECEIVER}$`,
)
const FRONTED = new RegExp(`(?<=^|[，；]|${MODAL})${functionWords('将把')}[^，；]{2,40}$`)
const MODAL_AT_END = new RegExp(`(?:${MODAL}|[在于])+$`)
const NEEDED = /^.*(?:需要?|确有必要)([^，。；]{4,40}?)的，/

const BINDING = new RegExp(`${OBLIGING}|${FORBIDDING}|可以`)

// Up to the next clause; 向党委办公厅、政府办公厅报备 goes on, 向市长请假、并书面报告 does not.
function actOf(text: string): string {
  const words = /^(?:[^，。；：、]|、(?!并|同时|及时))*/.exec(text.replace(/^（[^）]*）/, ''))![0]
  return words.replace(/^(?:的|正式|及时|予以)+|(?:的|完毕)$/g, '').slice(0, 40)
}

// 定期召开会议研究…问题 → 研究…问题的会议; 市长办公会议不定期召开 → 市长办公会议; 每年不超过1次 → the sentence's meeting.
export function meeting(setting: Setting): Own {
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
export function activity(setting: Setting): Own {
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

export function duty(setting: Setting): Own {
  const name = /(?:值班|值守|带班|在岗|自助|开放|服务|受理|热线)/.exec(setting.quote)?.[0] ?? ''
  const holder = subjectPart(lastClause(setting.ahead))
  return itself(/^(?:认真|严格|全面|切实|实行|实施)|执行|落实/.test(holder) ? name : holder + name)
}

export function yearly(setting: Setting): Own {
  const between = /每(?:个?(?:年度?|季度|月|周|半年))([^，]*)$/.exec(setting.before)?.[1] ?? ''
  return ofTopic(nounPhrase(between))
}

// 每日二十二时至次日六时，在住宅楼内，禁止进行装修活动: the place and what is forbidden there.
export function timed(setting: Setting): Own {
  const meant = DEFINED.exec(setting.ahead)?.[1]
  if (meant) return itself(meant)
  const rest = setting.beyond
    .replace(OTHER_MONTHS, '')
    .replace(/^(?:之间)?的?(?:期间|时段|时间)|^、[^，。；]*/, '')
    .replace(/^为(?=[^，。；]{4})/, '')
  const clause = /^的?，?((?:在[^，。；]*(?:[内上中处]|区域|场所|地段)，)?[^，。；]*)/
    .exec(rest)![1]!
    .replace(/^(?:各|分别)(?=召开|举行|开展|组织|进行|安排)/, '')
    .replace(/^(召开|举行|开展|组织|进行|安排)一次/, '$1')
  if (/^(?:前|后)?(?:向|由|将|报|公布|发布|完成|组织|开展|召开|编制)/.test(clause))
    return ofTopic(actOf(clause.replace(/^[前后]/, '')))
  const named = /^(.{2,}?)为[^，]*$/.exec(lastClause(setting.ahead))?.[1]
  if (named) return itself(nounPhrase(named)) // 禁渔期为每年三月一日至六月三十日
  const after = nounPhrase(clause)
  if (after.length >= 2) return itself(after)
  const before = nounPhrase(lastClause(setting.ahead))
  return before.length >= 2 ? itself(before) : { name: '', whose: 'nearest' }
}
// 本条例所称午间，是指北京时间|十二时至十四时; 夜间，是指…
const DEFINED = /([^，；：称]{1,12})，是指[^，；]{0,8}$/

const OTHER_MONTHS = new RegExp(String.raw`^(?:(?:、|和|及|或者?|与)[\d${CHINESE_NUMERAL}]{1,3}月份?)+`)
