import { MODAL } from '../lexicon/modality.ts'
import { CHINESE_NUMERAL, SMALL_NUMERAL } from '../lexicon/numerals.ts'
import { looseBound } from './bounds.ts'
import { numberOf } from './number.ts'
import { type Period, periodBefore, perYear } from './period.ts'
import { firstClause, lastClause, type Place } from './place.ts'
import type { Quantity } from './quantity.ts'
import type { Reading } from './readings.ts'

/** 每半年召开一次, 两个月安排一次专题学习, 每年不超过1次. */
export function frequency(quantity: Quantity, place: Place): Reading | null {
  const dates = datesBefore(place.before)
  const period = dates ?? periodBefore(place.before)
  if (!period) return null
  const own = period.gap + firstClause(place.after)
  const ahead = /(?:至少|最少|不少于|最多|至多|不超过)$/.exec(place.before.slice(0, period.from))?.[0] ?? '' // 至少每十五日一次
  const times = (n: number | null) => (n === null ? null : n * (dates?.dates ?? 1))
  return {
    value: times(quantity.value),
    max: times(quantity.max),
    measure: isMeeting(own, place) ? 'meeting-frequency' : 'activity-frequency',
    comparator: quantity.comparator ?? looseBound(period.gap) ?? looseBound(ahead) ?? '=',
    per: period.per,
    period,
    reach: [place.before.length - period.from + ahead.length, 0],
  }
}

const NUMBER = `(?:\\d{1,2}|[${SMALL_NUMERAL}]{1,3})`
const DATE = `(?:${NUMBER}月份?|${NUMBER}[日号]|[上中下]旬|[上下]半年|第?${NUMBER}季度)`
const AND = '(?:、|和|及|以及|与)'
const EACH_OF_DATES = new RegExp(
  `每(年|月|季度)(?:度)?的?(${DATE}(?:${AND}${DATE})+)(?:各|分别各?|均)(?!自|级|类|项)[^，。；]{0,10}$`,
)

// 每月上旬、下旬各召开一次: once at each of the dates.
function datesBefore(text: string): (Period & { dates: number }) | null {
  const match = EACH_OF_DATES.exec(text)
  if (!match) return null
  const per = match[1]!
  const gap = match[0].slice(1 + per.length)
  return { per, perYear: perYear(per), from: match.index, explicit: true, gap, dates: listed(match[2]!) }
}

function listed(dates: string): number {
  return dates.split(new RegExp(AND)).length
}

/** 每月10日、25日召开: as often as there are dates. `match` has the period and the dates. */
export function onDates(match: RegExpMatchArray, place: Place): Reading | null {
  const clause = firstClause(place.after)
  const event = EVENTS.exec(clause)
  if (!event) return null
  return {
    measure: isMeeting(clause, place) ? 'meeting-frequency' : 'activity-frequency',
    value: listed(match[2]!),
    comparator: '=',
    unit: '次',
    per: match[1]!.replace(/^个|度$/g, '').replace('星期', '周'),
    note: '次数由日期推定',
    reach: [0, event.index + event[0].length],
  }
}

const WEEKDAY = '(?:周|星期)?[一二三四五六日天]'
const NO_SPAN = '(?!以?前|之前|至|到|—|起|后|内|、|和|及|以及|与|或)'

/** Days of a month or a week on which something is done; a day by which it is due (每月5日前) is none. */
export const DAYS_OF_PERIOD = new RegExp(
  `每(个?月)的?(${NUMBER}[日号](?:${AND}${NUMBER}[日号])*)${NO_SPAN}`,
  'g',
)
export const DAYS_OF_WEEK = new RegExp(`每(周|星期)(${WEEKDAY}(?:${AND}${WEEKDAY})+)${NO_SPAN}`, 'g')

/** Months of a year in which something is held, without a number of times; the months are read by themselves. */
export const MONTHS_OF_YEAR = new RegExp(
  `每(年)(?=度?的?(${NUMBER}月份?(?:${AND}${NUMBER}月份?)+)[^，。；次]{0,8}(?:召开|举行))`,
  'g',
)

// The verb between period and number tells; where only bounds stand there (每年不超过1次), what the sentence is about tells.
function isMeeting(own: string, place: Place): boolean {
  if (/会议|例会|召开|开会|座谈会|联席会/.test(own)) return true
  const verbs = VERBS_OF_MEETINGS
  if (/[\u4e00-\u9fff]{2}/.test(own.replace(verbs, ''))) return false
  return /会议|例会|召开/.test(place.before) || /会议/.test(place.lead)
}

const VERBS_OF_MEETINGS = new RegExp(
  `${MODAL}|至少|不少于|超过|最多|举行|召集|安排|为原则|会商|[上下]午`,
  'g',
)

/** 每年定期公布, 每季度通报: the number is not written, one is understood. */
export function onceUnderstood(match: RegExpMatchArray, place: Place): Reading | null {
  const clause = firstClause(place.after)
  const period = periodBefore(`${place.before}${match[0]}`)
  const event = EVENTS.exec(clause)
  if (
    !period ||
    !event ||
    /[次回遍轮元]|不(?:少于|超过)|定额|^的/.test(clause.replace(/再次|首次|层次|档次|次数/g, ''))
  )
    return null
  return {
    measure: isMeeting(clause, place) ? 'meeting-frequency' : 'activity-frequency',
    value: 1,
    comparator: '=',
    unit: '次',
    per: period.per,
    period,
    note: '“一次”未写明，推定',
    reach: [0, event.index + event[0].length],
  }
}

/** 每满五年的，应当进行安全技术检查: once in each. */
export function eachFull(match: RegExpMatchArray, place: Place): Reading | null {
  const event = EVENTS.exec(place.after.slice(0, 20))
  if (!event) return null
  const reach: [number, number] = [0, event.index + event[0].length]
  return { value: 1, comparator: '=', unit: '次', per: match[1]!, note: '“一次”未写明，推定', reach }
}

/** 定期召开会议, 定期向政府报告: a frequency that names no number. A habit of work (定期清理, 定期过问) is none. */
export function unnumbered(_: RegExpMatchArray, place: Place): Reading | null {
  const clause = /^[^，。；]*/.exec(place.after)![0]
  const event = EVENTS.exec(clause)
  if (
    !event ||
    (/每[^，。；]{1,12}$/.test(place.before) && TIMES.test(clause)) || // 每年定期检验一次 says how often
    /^会议(?:$|[和或、的]|应当|由|分)|^(?:或者?)?不定期|^[^，。；、]{0,10}(?:制度|机制)|^[^，。；]{0,30}等(?:方式|形式|制度|机制|手段|措施)/.test(
      clause,
    )
  )
    return null
  return {
    measure: /会议|例会|召开|座谈会/.test(clause) ? 'meeting-frequency' : 'activity-frequency',
    comparator: null,
    value: null,
    unit: null,
    reach: [0, clause.length > 24 ? event.index + event[0].length : clause.length],
  }
}

const TIMES = new RegExp(`[\\d${CHINESE_NUMERAL}]+[次回]`)

// What others attend, receive or can see done; manners of working (分析, 过问, 清理, 轮岗) are not among them.
const EVENTS =
  /召开|召集|会议|例会|会商|座谈|报告|汇报|通报|公布|公开|公示|公告|发布|发表|报送|反馈|接待|下访|走访|回访|征求|听取|评估|评价|测评|检查|抽查|巡查|巡检|检测|监测|考核|考评|评选|评议|表彰|培训|演练|普查|调查|核查|体检|修剪|更新|调整|宣传|开展|组织|举办|举行|发放|编制|修订|审计|维护|消毒|清洗|接种|注射|检验|检定|检疫|免疫|审验|校验|述职/

/** 每年一季度末前报送: a quarter of the year. */
export function quarter(match: RegExpMatchArray, place: Place): Reading {
  const ahead = /每年度?的?$/.exec(place.before)
  return {
    value: numberOf(match[1]!),
    comparator: match[2] ? '<=' : '=',
    unit: '季度',
    per: '年',
    reach: [ahead ? ahead[0].length : 0, 0],
  }
}

/** 不定期召开, 随时召开; 必要时可随时召开 only qualifies a frequency that stands beside it. */
export function irregular(_: RegExpMatchArray, place: Place): Reading | null {
  if (/必要时|需要时|如有需要|有需要时|遇有|特殊情况|可以?$/.test(lastClause(place.before))) return null
  const subject = /[^，。；]{0,16}$/.exec(place.before)![0]
  return { comparator: null, value: null, unit: null, reach: [subject.length, 0] }
}

/** 每月一调度、每季一督查: one in each period. */
export function oneEach(match: RegExpMatchArray): Reading {
  const per = match[1]!.replace(/^每/, '').replace(/^全年/, '年').replace(/^季$/, '季度')
  return { value: 1, comparator: '=', unit: '次', per }
}
