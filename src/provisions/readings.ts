import { functionWords } from '../lexicon/function-words.ts'
import { OBLIGING } from '../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import type { Comparator, Measure } from '../types.ts'
import { looseBound } from './bounds.ts'
import { type Period, periodBefore } from './period.ts'
import { lastClause, type Place } from './place.ts'
import type { Quantity } from './quantity.ts'

/** What a rule makes of a quantity or a pattern; what it leaves out is taken from the rule and the quantity. */
export interface Reading {
  measure?: Measure
  comparator?: Comparator | null
  value?: number | null
  max?: number | null
  unit?: string | null
  per?: string | null
  /** The period it recurs in: its words belong to the provision. */
  period?: Period
  base?: string | null
  /** What was inferred; empty when nothing. */
  note?: string
  /** How many characters before and after belong to the quote, beside what `before` and `after` of the rule matched. */
  reach?: [before: number, after: number]
}

/** A number that stands for itself where no bound word stands. */
export const exactly = (quantity: Quantity): Reading => ({ comparator: quantity.comparator ?? '=' })

/** 公示期为二十日; 最短公示期为三个月 is a minimum, 最长为一年 a cap. */
export function stated(quantity: Quantity, place: Place): Reading {
  const clause = lastClause(place.before)
  const superlative = /最(短|少|低|长|多|高|迟|晚)[^，。；]{0,10}$/.exec(clause)
  const upper = superlative && !/[短少低]/.test(superlative[1]!)
  const bound = superlative ? (upper ? '<=' : '>=') : /至少[^，]{0,4}$/.test(clause) ? '>=' : '='
  return { comparator: quantity.comparator ?? bound, reach: [superlative ? superlative[0].length : 0, 0] }
}

/** A limit in working days is one on handling, unless what lasts so long is named (公示, 占用, 征求意见). */
export function inWorkdays(quantity: Quantity, place: Place): Reading | null {
  return quantity.unit === '工作日' &&
    !/公示|公告|占用|征求|延长|[^工]期(?:限)?$/.test(lastClause(place.before))
    ? {}
    : null
}

/** A number that is never more than once in a slogan: 最多跑一次, 一次办结; 最多签两次办结 is a cap. */
export function isSlogan({ kind, value }: Quantity, place: Place): boolean {
  if (value !== 1 || (kind !== 'times' && kind !== 'count')) return false
  if (/跑$|最多跑[^，。；]{0,4}$/.test(place.before)) return true
  return kind === 'times' && /^(?:性|办|告知|登录|认证|申报|申办|领取|完成|发证|收缴|制度)/.test(place.after)
}

// 会议须有|全体成员的三分之二; 应有|应到会人员的三分之二.
const BEFORE_BASE = new RegExp(`^.*(?:${OBLIGING}有?|应有|获得|${functionWords('经由以')})`)

/** Votes and quorums as a fraction of one; the base is whom the words count. */
export function share(quantity: Quantity, place: Place): Reading {
  const scale = quantity.kind === 'percent' ? 100 : 1
  const whole = /^(?:的|之|以上)*([^，。；]*?)(?:出席|到会|参加|参会|到场|同意|通过|赞成|赞同|表决)/.exec(
    place.after,
  )?.[1]
  const raw = lastClause(place.before)
  const clause = raw.replace(BEFORE_BASE, '')
  // 应出席|人数: those who should be there are named with their number.
  const before = /([^，。；]{2,14}?)(?:总数|总额|(?<!应[^，。；]{1,4})人数|合计)?的?$/.exec(clause)?.[1]
  return {
    value: quantity.value === null ? null : quantity.value / scale,
    max: quantity.max === null ? null : quantity.max / scale,
    comparator:
      quantity.comparator ??
      looseBound(/(?:超过|不少于|不低于|达到?)[^，。；]{0,16}$/.exec(raw)?.[0] ?? '') ??
      '=',
    unit: null,
    base: (whole || before)?.replace(/^.*(?:超过|不少于|不低于|达到?)/, '') ?? null,
  }
}

// 每日按罚款数额的百分之三, 按日加收万分之五.
const EACH_DAY = /[每按](日|天|月|年)(?:按照?|加收|加处|收取|缴纳|支付)[^，。；]*$/

/** 处赔偿费一倍以上三倍以下罚款: the base is 赔偿费. */
export function fineBase(quantity: Quantity, place: Place): Reading {
  const clause = lastClause(place.before)
  const base = /.*(?:处以?|并处以?|按照?|按其|给予)([^处]*?)的?$/.exec(clause)?.[1] ?? ''
  return {
    comparator: quantity.comparator ?? '=',
    base: base.replace(/^其/, '') || null,
    per: EACH_DAY.exec(clause)?.[1] ?? null,
    reach: [base ? clause.length - clause.lastIndexOf(base) : 0, 0],
  }
}

/** 每人每月补助200元: per 人·月, wherever in the clause it stands. */
export function amountPer(quantity: Quantity, place: Place): Reading {
  const words = /((?:每(?:人|户|小时|月|年|天|日|餐|晚|桌|次|亩|只|个|家|件))+)[^，。；]*$/.exec(place.before)
  return {
    comparator: quantity.comparator ?? '=',
    per: words ? words[1]!.replace(/^每/, '').replaceAll('每', '·') : null,
    reach: [words ? words[0].length : 0, 0],
  }
}

/** 减半收取: half of what else is due. */
export function halved(_: RegExpMatchArray, place: Place): Reading {
  return {
    value: 50,
    comparator: '=',
    unit: '%',
    reach: [0, /^[\u4e00-\u9fff]{2}/.exec(place.after)![0].length],
  }
}

/** 处以每日每平方米五十元以上一百元以下罚款: per 日·平方米. */
export function finePer(quantity: Quantity, place: Place): Reading {
  const words = FOR_EACH.exec(place.before)
  const per = words ? words[1]!.replace(/^每/, '').replaceAll('每', '·') : null
  return { comparator: quantity.comparator ?? '=', per, reach: [words ? words[0].length : 0, 0] }
}

// 每株, 每逾期一日, 每销售一条: what is counted may follow an act.
const FOR_EACH =
  /((?:每(?:逾期|超过|超出|销售|出售|饲养|砍伐|损坏|缺|少|增加|[\u4e00-\u9fff]{2}(?=一))?一?(?:日|天|人次|人|次|株|棵|只|处|辆|件|吨|户|亩|起|平方米|立方米|延长米|米|台|份|头|座|个|张|套|条|例|幅|间|名|艘|部|公斤|小时))+)[犬树车]?(?:可以|可)?(?:并?处以?)?$/

/** 每日二十二时至次日六时. An end that is earlier than the beginning lies on the next day. */
export function clock(quantity: Quantity, place: Place): Reading | null {
  const daily = /(?:每日|每天|每晚|夜间|午间)[^，。；]{0,6}$/.exec(place.before)
  const side = /^(?:以|之)?(前|后)/.exec(place.after)
  const comparator =
    quantity.max !== null ? 'range' : side ? (side[1] === '前' ? '<=' : '>=') : (quantity.comparator ?? '=')
  const overnight = quantity.max !== null && quantity.value !== null && quantity.max <= quantity.value
  return {
    comparator,
    per: daily ? '日' : null,
    note: overnight ? '终点在次日' : '',
    reach: [daily ? daily[0].length : 0, side ? side[0].length : 0],
  }
}

/** 每年三月, 每年3月第一周, as the number of the month. */
export function calendar(quantity: Quantity, place: Place): Reading {
  const until = /^(?:以|之)?前/.exec(place.after)
  const comparator = quantity.max === null ? (until ? '<=' : '=') : 'range'
  return { comparator, per: '年', reach: [0, until ? until[0].length : 0] }
}

/** 每月5日前: a day of the month, not a lead time of five days. */
export function dayOfMonth(quantity: Quantity): Reading | null {
  return quantity.unit === '日' ? { comparator: '<=', per: '月', note: '每月的日期' } : null
}

/** 可以延长十个工作日, 压缩至1个工作日: what is granted is a cap. */
export function atMost(quantity: Quantity): Reading {
  return { comparator: quantity.comparator ?? '<=', note: quantity.comparator ? '' : '以所写数为上限' }
}

/** A lead time counted backwards: at least so long before, unless 内 says at most. 每月5日前 is a date, not a lead. */
export function lead(quantity: Quantity, place: Place): Reading | null {
  if (/(?:每月|次月|当月|每季度|每年|月|年)$/.test(place.before) && quantity.unit === '日') return null
  if (
    /(?:目|此|年|以|之|生|届)前$/.test(place.before) &&
    !/(?:届满|期满|满)[之以]?前$/.test(place.before) &&
    !/[之以]前$/.test(place.before)
  )
    return null
  if (quantity.comparator === '<=' || quantity.comparator === '<')
    return { comparator: quantity.comparator, note: '提前期的上限' }
  return { comparator: quantity.comparator ?? '>=', note: quantity.comparator ? '' : '提前期按最低要求' }
}

/** 24小时值班, 每天二十四小时: hours on duty; 二十四小时内 is a deadline. */
export function dutyHours(quantity: Quantity, place: Place): Reading | null {
  if (quantity.unit !== '小时' || quantity.comparator !== null) return null
  const each = /每([天日])$/.exec(place.before)
  return { comparator: '=', per: each ? each[1]! : null }
}

/** 当日办结, 即时反馈: a limit of no day. A day that only dates something (会议当日), and what cannot be done at once, are none. */
export const SAME_DAY =
  /(?<!不能|无法|未能|不|未)(?:(?:当日|当天)(?:内|之内)?(?=(?:予以|一次|一并|及时)?(?:办结|办理|完成|答复|回复|反馈|出具|送达|受理|转办|处理|报告|报送|上报|印发|签发|审批|批复|告知|通知|发证))|即时(?=(?:予以)?(?:办结|办理|受理|答复|回复|反馈|出具)))/g

/** See SAME_DAY. */
export function sameDay(match: RegExpMatchArray): Reading {
  return { value: 0, comparator: '<=', unit: '日', note: `“${match[0]}”按零日` }
}

/** 参会人员控制在三四十人: a range is a cap only where its words are of one. */
export function invited(quantity: Quantity, place: Place): Reading | null {
  const words = place.text.slice(quantity.from, quantity.core.from)
  return quantity.comparator === '<=' || /控制在|不|限|最多|至多/.test(words) ? {} : null
}

/** 每年到基层调研时间不少于60天, 每年至少有2个月深入基层. */
export function yearly(quantity: Quantity, place: Place): Reading | null {
  const period = periodBefore(place.before)
  if (!period?.explicit || period.gap.includes('，')) return null
  const comparator = quantity.comparator ?? looseBound(period.gap)
  if (comparator !== '>=' && comparator !== '>') return null
  return { comparator, per: period.per, period, reach: [place.before.length - period.from, 0] }
}

/** 每年撰写1—2篇调研报告, 每月不超过3件: so many in each period. */
export function inPeriod(quantity: Quantity, place: Place): Reading | null {
  const period = periodBefore(place.before)
  if (!period?.explicit || /[，、]|[的前后]$/.test(period.gap)) return null
  if (period.per === '月' && period.gap === '' && quantity.unit === '日') return null // 每月10日 is a date
  const comparator = quantity.comparator ?? looseBound(period.gap) ?? '='
  const cap = comparator === '<=' || comparator === '<'
  const measure = quantity.kind === 'time' ? (cap ? 'duration-cap' : 'duration') : cap ? 'count-cap' : 'count'
  return { measure, comparator, per: period.per, period, reach: [place.before.length - period.from, 0] }
}

/** 1个月内报告办理结果，最长不超过3个月: the second limit is on the same act. */
export function atLatest(quantity: Quantity, place: Place): Reading | null {
  return /^(?:最长|最迟|至迟|最晚)/.test(place.text.slice(quantity.from, quantity.core.from)) ? {} : null
}

/** A window is counted by 内; 不超过8分钟 is a cap. */
export function within(quantity: Quantity, place: Place): Reading | null {
  return /内$/.test(place.text.slice(quantity.from, quantity.to)) ? {} : null
}

/** A limit counted forwards: 十日内, 不超过5个工作日; 三年以下 (of a term, of prison) is none. */
export function forward(quantity: Quantity, place: Place): Reading | null {
  const words = place.text.slice(quantity.from, quantity.to)
  if (!/内$/.test(words) && (quantity.unit !== '工作日' || quantity.max !== null)) return null
  if (/近$|过去$|此前$|最近$/.test(place.before)) return null
  if (isAway(place)) return null
  const from =
    /(?:自|在|从|于|接到|收到)[^，。；自在从]{0,24}(?:之日起|后|起)$/.exec(place.before) ??
    /(?<=^|，)[^，。；应须可]{0,16}(?:之日起|后|起)$/.exec(place.before)
  return { reach: [from ? from[0].length : 0, 0] }
}

// 外出2天以内的，…, 休假7天以内的由局长批准: how long somebody is away or something goes on, no limit to act in.
const LASTS =
  /(?:外出|离开|离岗|离市|离境|离县|离京|出差|出访|请假|休假|病假|事假|缺勤|缺席|旷工|停业|停产|停工|停水|停电|占用|延误|逾期|中断)[^，。；内前后日起]{0,10}$/

const isAway = ({ before, after }: Place) => /^的(?:，|[由须报应向经可])/.test(after) && LASTS.test(before)

/** 不得超过两年; 执行期满未超过两年 is a condition, no cap. */
export function capped(quantity: Quantity, place: Place): Reading | null {
  if (isAway(place)) return null
  return /^(?:未|没有)/.test(place.text.slice(quantity.from, quantity.core.from)) ? null : {}
}

/** 可带1名助手, 每户限养一只: what is allowed is a cap. */
export function allowed(_: Quantity, place: Place): Reading {
  return { comparator: '<=', per: eachOf(place.before), note: '允许数即上限' }
}

function eachOf(before: string): string | null {
  const each =
    /每一?(?:[个位名家](?=[\u4e00-\u9fff]{2}))?([\u4e00-\u9fff]{1,6}?)(?:原则上|一般|只|仅|每|限|可|最多|允许|准|应)[^，。；]*$/.exec(
      before,
    )
  return each?.[1] ?? null
}

/** 每个部门只报送1种简报. */
export function only(_: Quantity, place: Place): Reading | null {
  return { comparator: '<=', per: eachOf(place.before), note: '“只”按上限' }
}

/** Two or more people named as such: 两名执法人员; 一名 is an article of speech unless somebody is appointed. */
export function crew(quantity: Quantity, place: Place): Reading | null {
  const written = place.text[quantity.core.from] === '1'
  if ((!written && (quantity.value ?? 0) < 2) || quantity.vague || /[每前共约]$/.test(place.before))
    return null
  return /^[\u4e00-\u9fff]/.test(place.after) && !/^(?:的|[以之]?[内前后])/.test(place.after)
    ? { comparator: '=' }
    : null
}

/** 每十平方公里至少一处, 职工人数每增加一百人，名额增加不得少于五名: per what the sentence counts by. */
export function perEach(quantity: Quantity, place: Place): Reading {
  const amount = FOR_EACH_AMOUNT.exec(place.before)
  const thing =
    /每一?[辆个家所处名位座]([\u4e00-\u9fff]{2,6}?)(?=应|不|至|配|须|必|要|可)[^，。；]{0,16}$/.exec(
      place.before,
    )
  const whole = /每(户|人|家)[^，。；]{0,8}$/.exec(place.before)
  return { comparator: quantity.comparator, per: amount?.[1] ?? thing?.[1] ?? whole?.[1] ?? null }
}
const FOR_EACH_AMOUNT = new RegExp(
  String.raw`每(?:增加|新增|满)?((?:\d+|[${CHINESE_NUMERAL}]+)[\u4e00-\u9fff]{1,4}?)(?=应|，|至|不|配|设|规|建|$)[^。；]{0,16}$`,
)

/** 每一平方公里应当至少规划一处. */
export function atLeastEach(quantity: Quantity, place: Place): Reading {
  return { ...perEach(quantity, place), comparator: '>=' }
}

/** 规划建设一处…公园绿地; 建立一个机制 only introduces a thing. */
export function provided(quantity: Quantity): Reading | null {
  return /^[处所座间幢栋]$/.test(quantity.unit) ? { comparator: '=' } : null
}

/** 绿地率不低于30%; 不低于绿地面积的百分之七十, where the bound stands before the base; 占用地面积的比率不低于百分之二. */
export function rate(quantity: Quantity, place: Place): Reading | null {
  const clause = lastClause(place.before)
  const part = BASE_BEFORE.exec(clause)
  // 不足法定人数的三分之二时, 达股本总额三分之一时: the bound stands before what it is a share of
  const far =
    /(?:不(?:得|应|宜|能)?(?:低于|少于|小于|超过|高于|大于)|超过|达到?|不足|低于|少于)[^，。；\d]{0,30}$/.exec(
      clause,
    )
  return {
    comparator: quantity.comparator ?? (far && looseBound(far[0])) ?? '=',
    unit: quantity.unit || null,
    per: EACH_DAY.exec(clause)?.[1] ?? null,
    base:
      (part
        ? (part[2] ?? part[3])!
        : (far?.[0].replace(BOUND_WORD, '') ?? CHARGED.exec(clause)?.[1] ?? '')
      ).replace(/的$/, '') || null,
    reach: [Math.max(part ? part[0].length : 0, far && quantity.comparator === null ? far[0].length : 0), 0],
  }
}
const CHARGED = /[每按][日天月年]加[收处]([^，。；]{2,18}?)$/ // 每日加收应纳费额|百分之一的滞纳金
const BOUND_WORD = /^(?:不(?:得|应|宜|能)?(?:低于|少于|小于|超过|高于|大于)|超过|达到?|不足|低于|少于)/
const BASE_BEFORE = new RegExp(
  `(?:${OBLIGING})?(?:(不(?:得|应|宜|能)?(?:低于|少于|小于|超过|高于|大于)|达到|${functionWords('为')})([^，。；]{2,18}?)的|` +
    `(?:${functionWords('占')}|按照?)([^，。；]{2,18}?)(?:的(?:比例|比率|比重)?|比例|比率|比重)(?:${OBLIGING})?(?:为|是|达到)?)$`,
)

/** 距树干三米范围内, 三百米半径内, 周边200米内; a width (防护绿地的宽度…周边不小于五十米) is none. */
export function distance(quantity: Quantity, place: Place): Reading | null {
  const before = /(?:距离?|相距|间距|间隔|周边|周围|附近|半径|净距|之间)[^，。；]{0,14}$/.exec(
    lastClause(place.before),
  )
  const after = /^(?:的)?(?:服务)?(?:半径|范围|距离)(?:以|之)?内?/.exec(place.after)
  if (/宽度/.test(place.lead) || (!before && !after)) return null
  const inside = after && /半径|内/.test(after[0])
  return {
    comparator: quantity.comparator ?? (inside ? '<=' : '='),
    reach: [before ? before[0].length : 0, after ? after[0].length : 0],
  }
}

/** 每侧不少于二十米, 人均一平方米. */
export function perSide(quantity: Quantity, place: Place): Reading {
  const words = place.text.slice(Math.max(0, quantity.from - 4), quantity.core.from)
  const clause = /[^，。；：、]*$/.exec(place.text.slice(0, quantity.core.from))![0]
  const per = /人均|每人/.test(clause) ? '人' : (/每(侧|处|个|户|株|边|层)/.exec(words)?.[1] ?? null)
  return { per, comparator: quantity.comparator ?? '=' }
}

/** 一人一票: each has one vote. */
export function oneVote(match: RegExpMatchArray): Reading {
  return { value: 1, comparator: '=', unit: '票', per: match[0].replace(/^[一每]|一票$/g, '') }
}

/** 一文一事: one matter in each 请示. */
export function oneMatter(_: RegExpMatchArray, place: Place): Reading {
  return { value: 1, comparator: '=', unit: '事', per: /请示/.test(place.before) ? '请示' : '文' }
}
