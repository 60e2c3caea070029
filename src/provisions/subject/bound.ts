import { functionWords } from '../../lexicon/function-words.ts'
import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { DETENTION } from '../../lexicon/penalties.ts'
import { lastClause } from '../place.ts'
import { act, inScope } from './deadline.ts'
import { isBare, matterOf, SINCE } from './matter.ts'
import { ATTRIBUTE, compose, inBrackets, nounPhrase, subjectPart } from './noun-phrase.ts'
import { attributeAhead, ownedBy } from './period-of.ts'
import { actOf, itself, type Own, ofTopic, type Setting } from './setting.ts'

// 人数不超过200人, 请示一般不超过1500字: what the clause names, with the attribute that the measure is about.
export function attribute(setting: Setting, name: string): Own {
  if (/^[、和及]/.test(setting.beyond) && /分别[^，]*$/.test(setting.before)) return act(setting) // 分别于三日、五日内
  if (/(?:不得|禁止|不予|不再)$/.test(setting.quote)) return act(setting) // 三年内不得再次申报
  const changed = CHANGED.exec(lastClause(setting.before))
  if (changed) return itself(nounPhrase(changed[1]!) + changed[2]!)
  const own = nounPhrase(
    lastClause(setting.before)
      .replace(
        /^.*可以(?=延长)|应当?(?:至少)?(?=保存|保管|留存)|(?<=期)自[^，]*之?日起$|^[^，]*[和及](?=逾期$)/,
        '',
      )
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
    /^([不未无][^，。；的]{1,12}的[^，。；的]{2,12})/.exec(setting.after)?.[1]
  if (lasting) return itself(lasting)
  const ran = SINCE.test(own) && /^[未不无][^，。；]{3,30}(?=的，)/.exec(setting.after)?.[0]
  if (ran) return itself(own.replace(SINCE, '') + ran) // 自用工之日起|超过一个月未订立合同的
  const since =
    /^满/.test(setting.quote) && SINCE.test(own) ? actOf(setting.beyond.replace(/^(?:[之以]?后)/, '')) : ''
  if (since.length >= 2) return itself(nounPhrase(own.replace(SINCE, '')) + since) // 自形成之日起|满二十五年向社会开放
  const done = /[年月日天]内$/.test(setting.quote) && DONE.exec(setting.beyond)?.[0]
  if (done) return itself(own + done) // 一年内|违章停车三次以上
  const failed = /[年月日天]内([未不][^，。；]{2,12})$/.exec(setting.quote)?.[1]
  if (failed && own) return itself(own + failed) // 移植后|一年内未成活
  const more = prolonged(own, setting)
  if (more) return itself(more)
  const other = OTHER_END.exec(setting.ahead)
  if (own === '' && other)
    return itself(other[1]!.replace(/^.*(?:对于[^，]*|并)/, '') + setting.quote.slice(0, 2) + other[2]!)
  const owned = ownedBy(own === '' ? (BARE_TIME.exec(setting.quote)?.[1] ?? '') : own, setting)
  if (owned) return itself(owned)
  const ahead = own === '' && attributeAhead(setting)
  if (ahead) return itself(ownedBy(ahead, setting) ?? ahead)
  if (own === '' || own === name) return { name, whose: 'nearest' }
  if (own.length <= 4 && ATTRIBUTE.test(own)) return { name: own, whose: 'nearest' }
  return itself(ATTRIBUTE.test(own) ? inScope(own, setting) : own + name)
}

// 将公示期相应缩短|三个月
const CHANGED = new RegExp(
  `${functionWords('将把')}([^，]{2,30}?)(?:相应|适当|再)*(缩短|延长|减少|推迟)(?:至|到|为)?$`,
)
// 处罚信息的最短公示期为三个月，|最长为一年
const OTHER_END = /([^，；：]{2,40}?的?)最[长短高低]([^，；：]{2,4}?)(?:为|不)[^，；：]{2,10}，$/

const BARE_TIME = /^(期限|时限|时间|公[示告]期|办理时间)/

// 临时占用期限不得超过两年。确需延长的，延长期限|不得超过一年 → 临时占用延长期限
function prolonged(name: string, setting: Setting): string | null {
  const { ahead, earlier } = setting
  if (!/^再?延(?:长|期)/.test(name)) return null
  const due = DUE.exec(earlier + ahead)?.[1]
  const what =
    /延长([^，。；]{4,30})的，[^，]*$/.exec(ahead)?.[1] ?? LIMITED.exec(earlier + ahead)?.[1] ?? due
  const of = what && nounPhrase(what).replace(/的?(?:期限|时间|期)?$/, '')
  if (!of || /^再?延/.test(of)) return null
  if (of !== due || !isBare(of)) return of + name
  const whole = setting.earlier + setting.ahead
  const at = whole.lastIndexOf(of)
  const start = Math.max(whole.lastIndexOf('。', at), whole.lastIndexOf('；', at)) + 1
  const matter = matterOf({
    ...setting,
    earlier: whole.slice(0, start),
    ahead: whole.slice(start, at).replace(DUE_IN, ''),
  })
  if (matter?.kind === 'fronted') return matter.words + of + name
  return matter?.kind === 'thing' ? compose(matter.words, of + name) : of + name
}
const LIMITED = new RegExp(
  String.raw`^.*(?:^|[，。；])([^，。；]{4,30}?)(?:最[长短])?(?:一般)?不(?:得|应)?超过[\d${CHINESE_NUMERAL}]+个?[年月日天]`,
)
const DUE_IN = new RegExp(`(?:${MODAL})?[在自于][^，]*内$`)
// 二十日内作出决定；情况复杂的，可以延长|十日
const DUE = /[日月年天]内((?!不)[^，。；]{2,20})[，。；]/

const DONE = new RegExp(`^[^，。；的0-9${CHINESE_NUMERAL}达超]{4,40}`)

const SERVED = new RegExp(`^(?:的)?(${DETENTION})`)

// 确定一名副市长主持政府工作 → 主持政府工作的副市长; 涉及两个以上部门职权范围的事项 → 涉及的部门.
export function counted(setting: Setting): Own {
  if (/分(?:设|为)?$/.test(setting.before)) return ofTopic(/[科处组室]/.exec(setting.quote)?.[0] ?? '') // 企划组，分三科办事
  const often = /^(?:最多|至多|只能|仅能|不超过)(?!延长)([^，]{1,4}?)[一两二三四五\d]次$/.exec(
    setting.quote,
  )?.[1]
  const who = often && nounPhrase(lastClause(setting.ahead).replace(/^.*实行/, ''))
  if (who && who.length >= 2) return itself(`${who}${often}的次数`)
  const named = /[\d\u4e00-\u9fff]个((?!或)[\u4e00-\u9fff]{2,5}?)以上$/.exec(setting.quote)?.[1]
  if (named) return itself(/涉及$/.test(setting.before) ? `涉及的${named}` : named)
  const equipped = EQUIPPED.exec(setting.quote)?.[1]
  if (equipped) return itself(equipped)
  if (/[一壹]式$/.test(setting.before)) return held(setting)
  const words = /^(?:的)?((?:[^，。；、的外]|、(?=[^，。；]{2,6}等))*)/.exec(setting.after)![1]!
  const before = /(?:指定|推举|公推|互推|推选|指派|委派|选举|选派|设|置|由|、)([^，。；、]{2,12})$/.exec(
    setting.before,
  )?.[1]
  const chosen = before?.replace(/^.*(?:指定|推举|公推|互推|推选)/, '')
  if (chosen && /^(?:代理|担任|为|兼任|组成|、|，|。|；|主持|负责|$)/.test(setting.after))
    return itself(chosen)
  const joint =
    /(?:由|需要)$/.test(setting.before) &&
    /^[^，。；]*的[^，。；]{2,30}(?=[，。；]|$)/.exec(setting.after)?.[0]
  if (joint && joint.length <= 40) return itself(joint)
  const noun = words
    .replace(AS_STANDARD, '')
    .replace(
      /(?:职权|职责|分管|牵头|组织|实施|开展|主持|负责|担任|作为|参加|协助|组成|共同|进行|联合|且|签名|签字|出庭|提出|以上|到场|应当|可以|必须|一般).*$/,
      '',
    )
  if (
    (noun.length < 2 && !/^[犬猫车树房]$/.test(noun)) ||
    /^(?:且|或|及|但|并|联名|提议|提出|参加|出席|为|组成|签名)/.test(noun)
  )
    return held(setting)
  const clause = lastClause(setting.before)
  const place = /[^，在]*半径内/.exec(clause)?.[0] ?? '' // 三百米半径内规划一处…公园绿地
  const described = /^[^，。；、]{0,20}?(?:以上|以下)的([^，。；的]{2,16})/.exec(setting.after)?.[1]
  if (described) return itself(place + described)
  if (/涉及$/.test(clause)) return itself(`涉及的${noun}`)
  const duty = words.replace(AS_STANDARD, '').slice(noun.length)
  return /(?:确定|明确|指定|委派|指派)由?$/.test(clause) && duty.length >= 4
    ? itself(`${duty}的${noun}`)
    : itself(place + doneTo(setting) + noun)
}

// 一处砍伐|二十株以上的|树木: what is done to the things counted.
function doneTo({ before, after, quote }: Setting): string {
  const clause = /^的/.test(after) && /[株棵只头处座件辆]/.test(quote) ? lastClause(before) : ''
  return MODAL_WORD.test(clause) || clause.length > 14 ? '' : nounPhrase(clause)
}
// 应当至少配备急救医师一名
const EQUIPPED = new RegExp(
  `(?:配[备置]|设[置立]|安排|聘用|选派)([^，。；、0-9${CHINESE_NUMERAL}]{2,12})[${CHINESE_NUMERAL}0-9]+[名人个台辆处]`,
)
const AS_STANDARD = /^标准(?:建设|设置|规划|配[置建套备]|预留)/ // 每户不少于一个的标准配建停车位
const MODAL_WORD = new RegExp(MODAL)

// 职工人数不足一百人: what the clause counts, the attribute included.
function held(setting: Setting): Own {
  const part = subjectPart(lastClause(setting.before))
  const name = (prolonged(part, setting) ?? part) + (HEADS.exec(setting.before)?.[1] ?? '')
  return name.length >= 2 ? itself(name) : ofTopic('')
}

// 每班人数：小班不超过二十五人
const HEADS = /(人数|名额|数量)：[^：。；]*$/

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
