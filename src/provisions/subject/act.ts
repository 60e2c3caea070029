import { CHINESE_NUMERAL, NONZERO_DIGIT } from '../../lexicon/numerals.ts'
import { lastClause } from '../place.ts'
import { task } from './deadline.ts'
import { isBare } from './matter.ts'
import { nounPhrase, subjectPart, TRAILING } from './noun-phrase.ts'
import { actOf, itself, type Own, ofTopic, phrase, type Setting } from './setting.ts'

// 定期召开会议研究…问题 → 研究…问题的会议; 市长办公会议不定期召开 → 市长办公会议; 每年不超过1次 → the sentence's meeting.
export function meeting(setting: Setting): Own {
  const rest = setting.quote + /^[^，。；]*/.exec(setting.beyond)![0]
  const held = /召开(?:至少)?(?:[^，。；会]{0,3}次)?([^，。；会的]{0,10}会议?)(?!议)([^，。；、]*)/.exec(rest)
  if (held && WHOLE_BODY.test(held[1]!) && /^(?:.{1,2}次)?$/.test(held[2]!)) return ofBody(setting, held[1]!)
  if (held)
    return itself(
      held[2] && /^(?:研究|讨论|分析|部署|协调|总结|听取|通报)/.test(held[2])
        ? `${held[2]}的${held[1]}`
        : held[1]!,
    )
  const named = /^([^，。；]*会议?)(?:根据|视|因|不定期|随时|适时)/.exec(setting.quote)?.[1]
  return named ? itself(nounPhrase(named)) : phrase(setting)
}

const WHOLE_BODY = /^(?:全体|临时|定期|年度)?会议$/

// 理事会每年召开两次|全体会议
function ofBody(setting: Setting, name: string): Own {
  const body = subjectPart(lastClause(setting.ahead))
  return body && !/^本[市省县区]$/.test(body) ? itself(body.replace(/会议$/, '') + name) : ofTopic(name)
}

// 定期向政府报告, 两个月安排一次专题学习, 每五年对绿地种类普查一次.
export function activity(setting: Setting): Own {
  const rest = /^[^，。；]*/.exec(setting.beyond)![0]
  const each = /(?:[月季度年]|半年)一([\u4e00-\u9fff]{2,3})$/.exec(setting.quote)?.[1]
  if (each) return ofTopic(each)
  const regular = /定期、?(.*)$/.exec((setting.quote + rest).replace(TIMES, ''))?.[1]
  if (regular) return task(setting, '', actOf(regular).replace(TRAILING, ''))
  const yearly = !/[次回]$/.test(setting.quote) && EACH_YEAR.exec(setting.quote + rest)?.[1]
  if (yearly) return ofTopic(actOf(yearly))
  const monthly = /按[年季月周旬]度?(?:至少)?([\u4e00-\u9fff]{2,})$/.exec(setting.quote)?.[1]
  if (monthly) return ofTopic(monthly + rest) // 按月|考核人员
  const after = nounPhrase(rest)
  const said = (DONE_IN_QUOTE.exec(setting.quote)?.[1] ?? '').replace(EACH_DATE, '')
  if (said && after.length >= 2 && !/^的/.test(rest)) return ofTopic(said + after)
  if (after.length >= 2 && !/^(?:的|以|由|并|且|或|和)/.test(rest))
    return isBare(after) ? task(setting, '', after) : itself(after)
  const verb = VERB_IN_QUOTE.exec(setting.quote)?.[1]
  if (verb && rest === '') return task(setting, '', verb)
  const gap =
    /每[^，。；]{1,4}?(?:至少|组织|开展|安排|进行)*((?:向|对|组织|开展|进行|报告|公布)[^，。；]{1,40}?)(?:一|\d|[二两三四])/.exec(
      setting.quote,
    )?.[1]
  return gap ? ofTopic(nounPhrase(gap)) : phrase(setting)
}
// 每年定期检验|一次; 6月、12月各|组织
const TIMES = new RegExp(`[${CHINESE_NUMERAL}\\d]+[次回]$`)
const EACH_DATE = /^.*[月旬日号度年](?:各|分别各?|均)(?:组织|开展|安排|进行)?/
// 每年至少|向业主公开|一次…情况; 每五年|对馆藏档案进行|一次检查
const DONE_IN_QUOTE = new RegExp(
  `(?:年度?|季度?|月|周|日|天|学期)(?:应当|至少)*((?!度|.*分别|组织|开展|安排|进行|召开|举行|举办|至少|不少|不得|累计|合计|总计)[^，。；${CHINESE_NUMERAL}]{2,16}?)(?:至少)?[${CHINESE_NUMERAL}\\d]+[次回]$`,
)

// 每季度至少|检查|一次
const VERB_IN_QUOTE = new RegExp(
  String.raw`每隔?(?:半?年度?|季度?|月|周|日|天|学期|[两${CHINESE_NUMERAL}]+个?[年月])(?:应当)?(?:至少)?((?!组织|开展|安排|进行|召开|举行|至少|不少|不得|累计|合计|总计)[\u4e00-\u9fff]{2}(?:、[\u4e00-\u9fff]{2})?(?<![${CHINESE_NUMERAL}次]))(?:不(?:得)?少于|至少)?[\d${CHINESE_NUMERAL}]+[次回]$`,
)
const EACH_YEAR = new RegExp(
  `每[^，。；]{0,3}?(?:年度?|季度?|月|周|天|日)(?:[${NONZERO_DIGIT}日](?=为|[上下]午|[^、]))?(?:至少|定期|为|末|底(?![数价线])|初(?![步次审评选级中]))*(.+)$`,
)

export function duty(setting: Setting): Own {
  const name = /(?:值班|值守|带班|在岗|自助|开放|服务|受理|热线)/.exec(setting.quote)?.[0] ?? ''
  const holder = subjectPart(lastClause(setting.ahead))
  return itself(/^(?:认真|严格|全面|切实|实行|实施)|执行|落实/.test(holder) ? name : holder + name)
}

export function yearly(setting: Setting): Own {
  const between = /每(?:个?(?:年度?|季度|月|周|半年|天|日))([^，]*)$/.exec(setting.before)?.[1] ?? ''
  const own = subjectPart(lastClause(setting.ahead))
  return own.length >= 2 ? itself(own + nounPhrase(between)) : ofTopic(nounPhrase(between))
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
    return task(setting, '', actOf(clause.replace(/^[前后]/, '')))
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
