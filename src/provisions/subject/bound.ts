import { functionWords } from '../../lexicon/function-words.ts'
import { DETENTION } from '../../lexicon/penalties.ts'
import { lastClause } from '../place.ts'
import { act } from './act.ts'
import { ATTRIBUTE, behindOtherBound, inBrackets, nounPhrase, subjectPart } from './noun-phrase.ts'
import { itself, type Own, ofTopic, type Setting } from './setting.ts'

// 绿地率不低于30%; where the phrase names no attribute, the words before do (附属绿地的绿地率应当符合下列指标：).
export function measured(setting: Setting): Own {
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

// 人数不超过200人, 请示一般不超过1500字: what the clause names, with the attribute that the measure is about.
export function attribute(setting: Setting, name: string): Own {
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

// 确定一名副市长主持政府工作 → 主持政府工作的副市长; 涉及两个以上部门职权范围的事项 → 涉及的部门.
export function counted(setting: Setting): Own {
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

// 预算外追加资金超过100万元; 500万元以上的国有资产处置事项; 50万元以上的，须… goes on about the same money.
export function money(setting: Setting): Own {
  const clause = lastClause(setting.before)
  const before = nounPhrase(clause.replace(/^.*(?:审议|审批|审定|涉及|审核|讨论|、)/, ''))
  if (before.length >= 2)
    return /^(?:资金|金额|数额|总额|单笔|额度|投资)$/.test(before) ? ofTopic(before) : itself(before)
  const after = /^的(?!由|须|经|应|报|可|需)([^，。；的由报经须应]{2,20})/.exec(setting.after)?.[1]
  if (after) return itself(after.replace(/(?:事项|项目)$/, '') || after)
  return setting.previous ? itself(setting.previous) : ofTopic('')
}
