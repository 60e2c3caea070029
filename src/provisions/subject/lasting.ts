import { functionWords } from '../../lexicon/function-words.ts'
import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { DETENTION } from '../../lexicon/penalties.ts'
import { lastClause } from '../place.ts'
import { act, inScope } from './deadline.ts'
import { SINCE } from './matter.ts'
import { ATTRIBUTE, inBrackets, nounPhrase, subjectPart } from './noun-phrase.ts'
import { attributeAhead, boundBefore, ownedBy } from './period-of.ts'
import { prolonged } from './prolonged.ts'
import { actOf, itself, type Own, ofTopic, type Setting } from './setting.ts'

/** 人数不超过200人, 请示一般不超过1500字, 超过六个月未开业: what the clause names, with the attribute that the measure is about. */
export function attribute(setting: Setting, name: string): Own {
  const own = nounPhrase(
    lastClause(setting.before)
      .replace(
        /^.*可以(?=延长)|(?:在|近)?最$|应当?(?:至少)?(?=保存|保管|留存)|(?<=期)自[^，]*之?日起$|^[^，]*[和及](?=逾期$)/,
        '',
      )
      .replace(/不(?:得|应|能)?(?:少|低|短)于.*$/, ''),
  )
  for (const read of READINGS) {
    const found = read(setting, own, name)
    if (found) return typeof found === 'string' ? itself(found) : found
  }
  return itself(ATTRIBUTE.test(own) ? inScope(own, setting) : own + name)
}

/** What lasts, or is so many, read in one way; nothing where that way does not apply. A text needs no topic. */
type Reading = (setting: Setting, own: string, name: string) => Own | string | null | undefined | false

/** The ways in order, the first that applies holds: what happens in the time, what is named, what the words before share. */
const READINGS: Reading[] = [
  // 分别于三日、五日内; 三年内不得再次申报
  setting =>
    ((/^[、和及]/.test(setting.beyond) && /分别[^，]*$/.test(setting.before)) ||
      /(?:不得|禁止|不予|不再)$/.test(setting.quote)) &&
    act(setting),
  ({ before }) => {
    const changed = CHANGED.exec(lastClause(before))
    return changed && nounPhrase(changed[1]!) + changed[2]!
  },
  ({ before }, _, name) => {
    const bracketed = inBrackets(lastClause(before))
    return bracketed && (bracketed.endsWith(name) ? bracketed : bracketed + name)
  },
  ({ after }) => PERIOD_BEHIND.exec(after)?.[1] ?? SERVED.exec(after)?.[1],
  // 超过三个月不能开工的建设用地: what lasts comes after
  ({ before, after }, own) =>
    (own.length < 2 || /处$|^逾期$/.test(own) || /(?:和|及|或者?)$/.test(before)) &&
    /^([不未无][^，。；的]{1,12}的[^，。；的]{2,12})/.exec(after)?.[1],
  happened,
  // 股东连续九十日以上|持有公司百分之十以上股份的
  ({ after }, own, name) => {
    const held = /连续$/.test(own) && HOLDING.exec(after)
    return held && `${own === '连续' ? held[2] : ''}${own}${held[1]!.replace(SHARE, '')}的${name}`
  },
  ({ after, quote }, own) => {
    const kept = KEPT.exec(after)?.[1]
    if (kept && own !== '' && !/^连续/.test(quote)) return own + kept
    const going = /^连续/.test(quote) && (kept ?? /^[^，。；的未不]{2,12}(?=的，)/.exec(after)?.[0])
    const who = own.replace(/连续$/, '')
    return going && (who === '' ? ofTopic : itself)(`${who}连续${going}`)
  },
  had,
  (setting, own) => prolonged(own === '' && /延长[^，]{0,4}，$/.test(setting.ahead) ? '延长' : own, setting),
  ({ ahead, quote }, own) => {
    const other = own === '' && OTHER_END.exec(ahead)
    return other && other[1]!.replace(/^.*(?:对于[^，]*|并)/, '') + quote.slice(0, 2) + other[2]!
  },
  (setting, own) => ownedBy(own === '' ? (BARE_TIME.exec(setting.quote)?.[1] ?? '') : own, setting),
  (setting, own) => {
    const ahead = own === '' && (attributeAhead(setting) ?? boundBefore(setting))
    return ahead && (ownedBy(ahead, setting) ?? ahead)
  },
  (_, own, name) => (own === '' || own === name) && { name, whose: 'nearest' },
  (_, own) => own.length <= 4 && ATTRIBUTE.test(own) && { name: own, whose: 'nearest' },
  (_, own, name) => /^[每第][^，]{1,2}$/.test(own) && ofTopic(own + name), // 会议上的发言，每次|不超过
  (_, own, name) => /(?:起|满|后)$/.test(own) && `${own.replace(/满$/, '满后')}的${name}`,
  (setting, own, name) => own.slice(-6).includes(name) && inScope(own.replace(/(?:累计|合计)$/, ''), setting),
  // 博物馆每年开放时间不少于十个月，民办博物馆|不少于八个月
  (setting, own) => {
    const isBare = own.length >= 2 && !ATTRIBUTE.test(own) && /^不/.test(setting.quote)
    const shared = isBare && SHARED.exec(attributeAhead(setting) ?? '')?.[0]
    return shared && own + shared
  },
]

// 将公示期相应缩短|三个月
const CHANGED = new RegExp(
  `${functionWords('将把')}([^，]{2,30}?)(?:相应|适当|再)*(缩短|延长|减少|推迟)(?:至|到|为)?$`,
)
const PERIOD_BEHIND = /^的([^，。；的]{1,8}(?:期(?:限)?|假))(?=[，。；]|$)/
const SERVED = new RegExp(`^(?:的)?(${DETENTION})`)
const HOLDING = /^([^，。；的]{4,40})的([^，。；的]{2,8}?)(?=可以|有权|[，。；]|$)/
const SHARE = new RegExp(`百?分之[${CHINESE_NUMERAL}]+以上`)
// 用户逾期六十日|仍不缴纳水费的; 超过六个月|未开业的
const KEPT = /^的?仍?((?:未|[不无](?![得予超少低应宜再足满]))[^，。；]{1,16}?)(?=的[，。；]|[，。；]|$)/
// 处罚信息的最短公示期为三个月，|最长为一年
const OTHER_END = /([^，；：]{2,40}?的?)最[长短高低]([^，；：]{2,4}?)(?:为|不)[^，；：]{2,10}，$/
const BARE_TIME = /^(期限|时限|时间|公[示告]期|办理时间)/
const SHARED = /[^的每年月周日]{2,4}$/

/** What happens, or does not, in a time that runs from a day or in a window. */
function happened({ quote, after, beyond }: Setting, own: string): string | null {
  const ran = SINCE.test(own) && /^[未不无][^，。；]{3,30}(?=的，)/.exec(after)?.[0]
  if (ran) return own.replace(SINCE, '') + ran // 自用工之日起|超过一个月未订立合同的
  const since = /^满/.test(quote) && SINCE.test(own) ? actOf(beyond.replace(/^(?:[之以]?后)/, '')) : ''
  if (since.length >= 2) return nounPhrase(own.replace(SINCE, '')) + since // 自形成之日起|满二十五年向社会开放
  const within = /[年月日天期]内([^，。；]*)$/.exec(quote)?.[1]
  const done = within !== undefined && DONE.exec(within + beyond)?.[0]
  if (done) return own + done // 一年内|违章停车三次以上
  const failed = /^[未不][^，。；]{2,12}$/.exec(within ?? '')?.[0]
  return failed && own ? own + failed : null // 移植后|一年内未成活
}
const DONE = new RegExp(`^[^，。；的0-9${CHINESE_NUMERAL}达超]{4,40}`)

// 驾驶员应当具有|三年以上|驾驶经历: what they have for so long
function had({ after, quote }: Setting, own: string): Own | undefined {
  const [, who, has] = HAS.exec(own) ?? []
  const what =
    has || (own.length >= 2 && /以[上下]$/.test(quote) && HAVING.test(after)) ? HAD.exec(after)?.[1] : ''
  if (!what) return undefined
  if (!has) return itself(own + what)
  return (who!.length >= 2 ? itself : ofTopic)(subjectPart(who!) + (/^[接参]/.test(has!) ? has : '') + what)
}
const HAVING = new RegExp(
  `^(?!的|时|后|前|内|[\\d${CHINESE_NUMERAL}]|${MODAL}|可|方|才|即|${functionWords('由经报以为')})`,
)
const HAS = /^(.*?)(具有|具备|接受|参加|享受|拥有)$/
const HAD = /^的?([^，。；的]{2,12})(?=[，。；的]|$)/
