import { functionWords } from '../lexicon/function-words.ts'
import { SMALL_NUMERAL } from '../lexicon/numerals.ts'
import { DETENTION, FINE } from '../lexicon/penalties.ts'
import type { Comparator, Measure } from '../types.ts'
import type { Place } from './place.ts'
import type { Quantity } from './quantity.ts'
import {
  allowed,
  amountPer,
  atLatest,
  atLeastEach,
  atMost,
  calendar,
  capped,
  clock,
  crew,
  dayOfMonth,
  distance,
  dutyHours,
  exactly,
  fineBase,
  finePer,
  forward,
  halved,
  inPeriod,
  invited,
  inWorkdays,
  lead,
  oneMatter,
  oneVote,
  only,
  perEach,
  perSide,
  provided,
  type Reading,
  rate,
  SAME_DAY,
  sameDay,
  share,
  stated,
  within,
  yearly,
} from './readings.ts'
import {
  DAYS_OF_PERIOD,
  DAYS_OF_WEEK,
  eachFull,
  frequency,
  irregular,
  MONTHS_OF_YEAR,
  onceUnderstood,
  onDates,
  oneEach,
  quarter,
  unnumbered,
} from './rhythms.ts'
import type { Kind } from './units.ts'

/** A rule over a quantity: it applies where `before` and `after` match the sentence around it, and gives a reading. */
export interface QuantityRule {
  name: string
  measure: Measure
  kinds: Kind[]
  /** Tested on the sentence before the quantity with its bound words; what it matches belongs to the quote. */
  before?: RegExp
  /** Tested on the sentence after it; what it matches belongs to the quote. */
  after?: RegExp
  /** Comparators it speaks about; all when absent. */
  comparators?: (Comparator | null)[]
  /** Null when the rule does not apply after all. */
  read?: (quantity: Quantity, place: Place) => Reading | null
}

/** A rule over words that carry a frequency or a count without a numeral and unit of their own: 定期, 一文一事, 每年召开. */
export interface PatternRule {
  name: string
  measure: Measure
  pattern: RegExp
  read: (match: RegExpMatchArray, place: Place) => Reading | null
}

export type Rule = QuantityRule | PatternRule

const LOWER: Comparator[] = ['>=', '>']
const UPPER: Comparator[] = ['<=', '<']
const BOUND: Comparator[] = [...LOWER, ...UPPER, 'range']
const COUNTED: Kind[] = ['count', 'people']
// An attribute that lasts, right before the bound: 时间不超过, 延长期限不得超过.
const LASTING =
  /(?:时间|时长|会期|期限|周期|(?:公示|公告|养护|管护|保护|试用|使用|租用|占用|延长|保留|宽限)期|延期)(?:一般|原则上|应当?|最长|最短|也|均|为|是|自[^，。；]{2,16}起)*$/

// An act that is due, right before its limit: 办理时限不超过, 报告结果不得超过, 审批总时长累计不超过.
const HANDLING =
  /(?:办理|办结|答复|回复|报告|反馈|审批|审查|审核|核查|处置|受理|承诺|完成|整改|接电|通电|通水|通气|报装|到达[^，。；]{0,6}|抢修|送达|登记|出证|发证|兑付|拨付|支付)(?:的|结果|情况|工作|总)*(?:时间|时限|期限|时长|用时)?(?:累计|合计|总计)?(?:一般|原则上|最长)?$/

// The head of a column: the tab after it stands in no clean text (circumstances.ts).
const PENAL_COLUMN = new RegExp(String.raw`(?:${FINE}|处罚|罚则)[^\t]*\t$`)
const SAYS_FINE = new RegExp(FINE)

// A cell that has the word itself says which of its sums is the fine.
function isInPenalColumn({ text, lead }: Place): boolean {
  return PENAL_COLUMN.test(lead) && !SAYS_FINE.test(text)
}

/**
 * The rules in order: of those whose words overlap the first one reads them, the others are recorded as lost.
 * Narrow contexts come before wide ones; within a kind of quantity the last rules are the defaults.
 */
export const RULES: Rule[] = [
  // Fines: the clause says 罚款. A multiple or a share of something needs its base.
  {
    name: 'fine-multiple',
    measure: 'fine-multiple',
    kinds: ['multiple', 'percent'],
    after: new RegExp(String.raw`^(?:的|以)?[^，。；\d]{0,4}${FINE}`),
    read: fineBase,
  },
  {
    name: 'fine',
    measure: 'fine',
    kinds: ['money'],
    after: new RegExp(String.raw`^(?:的|[^，。；\d]{0,4})${FINE}`),
    read: finePer,
  },
  {
    name: 'fine-named-before',
    measure: 'fine',
    kinds: ['money'],
    before: new RegExp(`${FINE}(?:金额|数额|额度)?[^，。；]{0,4}$`),
    read: finePer,
  },
  {
    name: 'fine-imposed',
    measure: 'fine',
    kinds: ['money'],
    before: /(?<!论|判|查)处以?(?:人民币)?$/,
    after: /^(?:的?(?=[，。；]|$)|(?=、(?:对|单位|个人)))/,
    read: finePer,
  },
  // A cell says 五百元以上二千元以下, the head of its column 罚款金额.
  {
    name: 'fine-of-column',
    measure: 'fine',
    kinds: ['money'],
    after: /^(?=[，。；、]|$)/,
    read: (quantity: Quantity, place: Place) => (isInPenalColumn(place) ? finePer(quantity, place) : null),
  },

  // How often.
  { name: 'frequency', measure: 'activity-frequency', kinds: ['times'], read: frequency },
  { name: 'days-of-month', measure: 'activity-frequency', pattern: DAYS_OF_PERIOD, read: onDates },
  { name: 'days-of-week', measure: 'activity-frequency', pattern: DAYS_OF_WEEK, read: onDates },
  { name: 'months-of-year', measure: 'meeting-frequency', pattern: MONTHS_OF_YEAR, read: onDates },
  {
    name: 'quarter-of-year',
    measure: 'time-of-year',
    pattern: /(?<=每年度?的?)第?([一二三四1-4])季度(?:末|底|初)?((?:以|之)?前)?/g,
    read: quarter,
  },

  // Votes before quorum: 三分之二以上成员出席，出席成员过半数同意.
  {
    name: 'vote',
    measure: 'vote',
    kinds: ['fraction', 'percent'],
    after: /^(?:的|之)?[^，。；]{0,20}?(?:不?同意|通过|赞成|赞同|表决(?!权)|推举|选举|推选)/,
    read: share,
  },
  {
    name: 'quorum',
    measure: 'quorum',
    kinds: ['fraction', 'percent'],
    after:
      /^(?:的)?(?:[^，。；]{0,14}?(?:出席|到会|参加|参会|到场)(?:[^，。；]{0,4}(?:召开|举行))?|(?:才能|方能|方可|始得|即可)(?:召开|举行))/,
    read: share,
  },

  {
    name: 'quorum-of-those-present',
    measure: 'quorum',
    kinds: ['fraction', 'percent'],
    before: /(?:出席|到会|参会|到场)[^，。；]{0,10}$/,
    comparators: LOWER,
    read: share,
  },

  // Money that is no fine.
  {
    name: 'amount-granted',
    measure: 'amount',
    kinds: ['money'],
    after: /^(?:的)?[^，。；]{0,8}(?:奖励|奖金|补贴|补助|津贴|资助|奖补|慰问|抚恤|救助金|补偿|保证金)/,
    read: amountPer,
  },
  {
    name: 'amount-paid',
    measure: 'amount',
    kinds: ['money'],
    before:
      /(?:奖励|奖金|补贴|补助|资助|奖补|给予|保证金|收费|加收|工本费|票价|缴纳|支付|发放)[^，。；]{0,10}$/,
    read: amountPer,
  },
  {
    name: 'amount-each',
    measure: 'amount',
    kinds: ['money'],
    before: /每(?:人|天|日|餐|月|年|次|户|桌|晚)$/,
    read: amountPer,
  },
  {
    name: 'amount-limit',
    measure: 'amount-threshold',
    kinds: ['money'],
    before: /最(?:低|高|少|多)[^，。；]{0,8}(?:为|是)(?:人民币)?$/,
    comparators: [null],
    read: stated,
  },
  { name: 'amount-threshold', measure: 'amount-threshold', kinds: ['money'], comparators: BOUND },

  // Time of day and of year, age.
  { name: 'time-of-day', measure: 'time-of-day', kinds: ['clock'], read: clock },
  {
    name: 'time-of-year',
    measure: 'time-of-year',
    kinds: ['calendar'],
    before: /(?:每|次|翌)年度?的?[^，。；]{0,12}$/,
    read: calendar,
  },
  { name: 'age', measure: 'age', kinds: ['age'], read: exactly },
  {
    name: 'age-of-things',
    measure: 'age',
    kinds: ['time'],
    before: /(?:树龄|年龄|房龄|车龄|龄|出生后?)(?:为|在)?$/,
    comparators: BOUND,
  },
  {
    name: 'age-named-after',
    measure: 'age',
    kinds: ['time'],
    after: /^(?:的)?(?:树龄|房龄|车龄)/,
    comparators: BOUND,
  },

  // Lead time, counted backwards, before limits counted forwards.
  {
    name: 'deadline-day-of-month',
    measure: 'deadline',
    kinds: ['time'],
    before: new RegExp(
      String.raw`(?:每个?月|次月|当月|本月|下个?月|每个?季度[^，。；]{0,8}月)的?(?:[\d${SMALL_NUMERAL}]{1,3}日(?:、|和|及|或者?))*$`,
    ),
    after: new RegExp(String.raw`^(?:(?:、|和|及|或者?)[\d${SMALL_NUMERAL}]{1,3}日)*(?:以|之)?前`),
    comparators: [null],
    read: dayOfMonth,
  },
  { name: 'notice-ahead', measure: 'notice-period', kinds: ['time'], before: /提前(?:至少)?$/, read: lead },
  {
    name: 'notice-before',
    measure: 'notice-period',
    kinds: ['time'],
    after: /^(?:以|之)?前(?!款|项|条|述|期|提(?![出交供请起]))/,
    read: lead,
  },
  {
    name: 'notice-before-event',
    measure: 'notice-period',
    kinds: ['time'],
    before:
      /(?:[于在][^，。；于在]{1,16}|(?<=^|，)[^，。；于在应须]{1,12}|[\u4e00-\u9fff]{1,2})前(?:的|至少)?$/,
    read: lead,
  },

  {
    name: 'same-day',
    measure: 'deadline',
    pattern: SAME_DAY,
    read: sameDay,
  },
  {
    name: 'detention',
    measure: 'duration',
    kinds: ['time'],
    after: new RegExp(`^(?:的)?(?:${DETENTION})`),
    read: exactly,
  },
  {
    name: 'duty-hours-daily',
    measure: 'duty-hours',
    kinds: ['time'],
    before: /每[天日]$/,
    comparators: [null],
    read: dutyHours,
  },
  {
    name: 'duty-hours',
    measure: 'duty-hours',
    kinds: ['time'],
    after: /^(?:的)?[^，。；]{0,5}(?:值班|值守|带班|在岗|开放|服务|受理|热线)/,
    read: dutyHours,
  },
  {
    name: 'validity',
    measure: 'validity-period',
    kinds: ['time'],
    before: /有效(?:期限?|期间|时间)?(?:为|是|一般|最长|原则上|不)*$/,
    read: exactly,
  },
  {
    name: 'validity-of-another',
    measure: 'validity-period',
    kinds: ['time'],
    before: /(?<=有效期[^。；]{0,24}，[^，。；]{1,10})$/,
    comparators: UPPER,
  },
  {
    name: 'annual-minimum',
    measure: 'annual-minimum',
    kinds: ['time', 'count'],
    comparators: [...LOWER, null],
    read: yearly,
  },

  {
    name: 'in-each-period',
    measure: 'count',
    kinds: ['count', 'people', 'time'],
    comparators: [null, 'range', ...UPPER],
    before: /每个?(?:年度?|季度?|月|周|半年|学期|[日天](?=[^，。；]{0,8}$))[^，。；]{0,20}(?<![上下逢])$/,
    read: inPeriod,
  },
  {
    name: 'extension',
    measure: 'duration-cap',
    kinds: ['time'],
    before: /(?:可以?|能|最多)(?:[^，。；]{0,6})延长[^，。；]{0,4}$/,
    comparators: [null],
    read: atMost,
  },

  // Limits counted forwards.
  {
    name: 'deadline-not-later',
    measure: 'deadline',
    kinds: ['time'],
    before: /不(?:得|应|能)?(?:迟于|晚于|超过)[^，。；]{0,24}后(?:的)?$/,
    comparators: [null],
    read: (): Reading => ({ comparator: '<=' }),
  },
  {
    name: 'deadline-of-handling',
    measure: 'deadline',
    kinds: ['time'],
    before: HANDLING,
    comparators: UPPER,
  },
  {
    name: 'deadline-stated',
    measure: 'deadline',
    kinds: ['time'],
    before: new RegExp(`${HANDLING.source.slice(0, -1)}(?:为|是)$`),
    comparators: [null],
    read: atMost,
  },
  {
    name: 'deadline-then-done',
    measure: 'deadline',
    kinds: ['time'],
    after: /^(?:办结|办理完毕|完成|答复|回复|反馈|出具|送达)/,
    comparators: [null],
    read: atMost,
  },
  {
    name: 'deadline-of-limit',
    measure: 'deadline',
    kinds: ['time'],
    before: /(?<=时限[^。；]{0,24})$/,
    comparators: UPPER,
  },
  {
    name: 'deadline-listed',
    measure: 'deadline',
    kinds: ['time'],
    before: /(?<=(?:时限|期限)[^。；，]{0,4}：[^。；]{0,60})[\u4e00-\u9fff]{2,8}(?<![起后前内满为])$/,
    after: /^(?=[、，。；]|$)/,
    comparators: [null],
    read: atMost,
  },
  {
    name: 'deadline-at-latest',
    measure: 'deadline',
    kinds: ['time'],
    before: /(?<=内[^，。；]{2,16}，)$/,
    comparators: UPPER,
    read: atLatest,
  },
  {
    name: 'deadline-shortened',
    measure: 'deadline',
    kinds: ['time'],
    before: /(?:压缩|缩短|缩减|压减)(?:至|到|为|在)$/,
    comparators: [null],
    read: atMost,
  },
  {
    name: 'deadline-in-workdays',
    measure: 'deadline',
    kinds: ['time'],
    comparators: UPPER,
    before: LASTING,
    read: inWorkdays,
  },

  // How long something lasts.
  { name: 'duration-cap', measure: 'duration-cap', kinds: ['time'], before: LASTING, comparators: UPPER },
  {
    name: 'duration-minimum',
    measure: 'duration',
    kinds: ['time'],
    before: LASTING,
    comparators: [...LOWER, 'range'],
  },
  {
    name: 'window',
    measure: 'duration',
    kinds: ['time'],
    after:
      /^(?:，?[^，。；]{0,8}(?:不得|禁止|不予|不再)|再次|累计|最高|最多|未被|连续|被|发生|出现|受到|未成活|死亡|(?=[^，。；]{1,40}(?:(?<!不)超过|达到|累[计积]|次以上)))/,
    comparators: UPPER,
    read: within,
  },
  { name: 'deadline', measure: 'deadline', kinds: ['time'], comparators: ['<=', 'range'], read: forward },
  {
    name: 'duration-capped',
    measure: 'duration-cap',
    kinds: ['time'],
    comparators: ['<='],
    read: capped,
  },
  { name: 'duration', measure: 'duration', kinds: ['time'], comparators: BOUND },
  {
    name: 'duration-not-less',
    measure: 'duration',
    kinds: ['time'],
    before: /不(?:得|应|能)?(?:少|低|短)于[^，。；]{2,16}(?:后|起|满)$/,
    comparators: [null],
    read: (): Reading => ({ comparator: '>=' }),
  },
  {
    name: 'waiting',
    measure: 'duration',
    kinds: ['time'],
    before: /(?:(?:自|从)[^，。；]{2,16})?(?:之日起|起|后)(?:满|届满)?$/,
    after: /^(?:以|之)?后/,
    comparators: [null],
    read: (): Reading => ({ comparator: '>=' }),
  },
  {
    name: 'overdue',
    measure: 'duration',
    kinds: ['time'],
    before: /(?<!每)(?:逾期|超期|超出期限)$/,
    comparators: [null],
    read: (): Reading => ({ comparator: '>=' }),
  },
  {
    name: 'duration-stated',
    measure: 'duration',
    kinds: ['time'],
    before:
      /(?:任期(?:每届)?|会期|聘期|期限|为期|周期|保存|保管|留存|(?:试用|学徒|见习|实习|保修|质保|养护|考察|宽限|过渡)期|公示期?|公告期?|时间|时长|观察期|时限|连续)(?:为|是|一般|满|至少)*$/,
    comparators: [null],
    read: stated,
  },

  {
    name: 'duration-named-after',
    measure: 'duration',
    kinds: ['time'],
    after: /^的[^，。；的]{0,6}(?:期(?:限|间)?|假期?)(?=[，。；、]|$)/,
    comparators: [null],
    read: exactly,
  },

  { name: 'text-length', measure: 'text-length-cap', kinds: ['text'], comparators: [...UPPER, 'range'] },

  // People and things.
  {
    name: 'count-condition',
    measure: 'count',
    kinds: COUNTED,
    comparators: UPPER,
    after: /^的(?=，)/,
    read: perEach,
  },
  {
    name: 'attendance',
    measure: 'attendance-cap',
    kinds: ['people'],
    comparators: ['<=', 'range'],
    read: invited,
    before: /(?<=(?:会议|参会|与会|出席|列席|参加|活动|论坛|培训)[^。；]{0,30})$/,
  },
  {
    name: 'allowed',
    measure: 'count-cap',
    kinds: COUNTED,
    before:
      /(?:(?:可以?|最多|限)(?:携?带|配备|有|申请|安排|设)|(?<![期权年有])(?:限|准|允许)(?:养|饲养|购|购买|报|乘|领|办理|登记)(?:犬只?|宠物)?)$/,
    comparators: [null],
    read: allowed,
  },
  {
    name: 'only',
    measure: 'count-cap',
    kinds: [...COUNTED, 'times'],
    before: new RegExp(`(?:${functionWords('只仅')}|只(?:能|有))(?:可以?|得|限|允许|准)?[^，。；“”]{0,12}$`),
    comparators: [null],
    read: only,
  },
  {
    name: 'count-cap',
    measure: 'count-cap',
    kinds: [...COUNTED, 'times'],
    comparators: ['<='],
    read: perEach,
  },
  {
    name: 'count-bound',
    measure: 'count',
    kinds: [...COUNTED, 'times'],
    comparators: [...LOWER, '<', 'range'],
    read: perEach,
  },
  {
    name: 'count-at-least',
    measure: 'count',
    kinds: [...COUNTED, 'times'],
    before: /(?:至少|不少于)[^，。；]{1,10}$/,
    comparators: [null],
    read: atLeastEach,
  },
  {
    name: 'count-at-most',
    measure: 'count-cap',
    kinds: [...COUNTED, 'times'],
    before: /(?:最多|至多|不(?:得|应)?超过)[^，。；]{1,10}$/,
    comparators: [null],
    read: (): Reading => ({ comparator: '<=' }),
  },
  {
    name: 'appointed',
    measure: 'count',
    kinds: COUNTED,
    before: /(?:确定|明确|指定|指派|委派|选派|推选|推举|公推|互推|选定|配备|聘请|推荐|选举|任命)(?:由)?$/,
    after: /^[^，。；]{1,12}?(?=牵头|主持|负责|担任|作为|参加|协助|，|。|；|$)/,
    comparators: [null],
    read: exactly,
  },
  {
    name: 'entrusted',
    measure: 'count',
    kinds: COUNTED,
    before: /由$/,
    after: /^[^，。；的]{1,12}?(?=牵头|主持|负责(?!人)|担任|代理|带队)/,
    comparators: [null],
    read: exactly,
  },
  {
    name: 'appointed-behind',
    measure: 'count',
    kinds: ['people'],
    before: /(?:指定|推举|公推|互推|推选|指派|委派|选举|选派|(?<!建)设|置|由)[^，。；]{2,12}$/,
    after: /^(?=代理|担任|为|兼任|组成|、|，|。|；|主持|负责|$)/,
    comparators: [null],
    read: exactly,
  },
  {
    name: 'office',
    measure: 'count',
    kinds: ['people'],
    before: /(?:长|主任|主席|书记|委员|代表|负责人|人员|[医律教]师|专家|员)$/,
    after: /^(?=、|，|。|；|和|$)/,
    comparators: [null],
    read: exactly,
  },
  {
    name: 'divided',
    measure: 'count',
    kinds: ['count'],
    before: /分(?:设|为)?$/,
    after: /^(?:办事|室)?(?=，|。|；|$)/,
    comparators: [null],
    read: exactly,
  },
  { name: 'people', measure: 'count', kinds: ['people'], comparators: [null], read: crew },
  {
    name: 'repeated',
    measure: 'count',
    kinds: ['times'],
    before: /(?:连续|累计)(?:有|达)?$/,
    comparators: [null],
    read: exactly,
  },
  {
    name: 'provided',
    measure: 'count',
    kinds: ['count'],
    before: /(?:规划|建设|设置|设立|配建|配置|配套)$/,
    after: /^(?=[^，。；]{2})/,
    comparators: [null],
    read: provided,
  },
  {
    name: 'number-stated',
    measure: 'count',
    kinds: COUNTED,
    before: /(?:编制|名额|限额|数量|总数|人数|基数|职数|层数)(?:为|是)$/,
    comparators: [null],
    read: exactly,
  },
  { name: 'copies', measure: 'count', kinds: ['count'], before: /[一壹]式$/, read: exactly },
  {
    name: 'composed',
    measure: 'count',
    kinds: COUNTED,
    before: /由$/,
    after: /^[^，。；]{0,10}组成/,
    comparators: [null],
    read: exactly,
  },

  // Shares and sizes.
  { name: 'rate', measure: 'rate', kinds: ['percent', 'fraction'], read: rate },
  {
    name: 'speed',
    measure: 'other',
    kinds: ['length'],
    before: /时速(?:为|在)?$/,
    comparators: BOUND,
    read: (quantity: Quantity): Reading => ({ unit: `${quantity.unit}/小时` }),
  },
  { name: 'distance', measure: 'distance', kinds: ['length'], read: distance },
  { name: 'length', measure: 'length', kinds: ['length'], comparators: BOUND, read: perSide },
  { name: 'area', measure: 'area', kinds: ['area'], comparators: BOUND, read: perSide },
  {
    name: 'size-each',
    measure: 'area',
    kinds: ['area'],
    before: /(?:每人|人均|每户|每间|每处|每个)$/,
    comparators: [null],
    read: perSide,
  },
  { name: 'sound-level', measure: 'sound-level', kinds: ['sound'], read: exactly },
  {
    name: 'size',
    measure: 'other',
    kinds: ['volume', 'weight', 'speed', 'temperature', 'points', 'multiple', 'text'],
    comparators: BOUND,
  },

  // Words without a numeral and unit of their own.
  {
    name: 'halved',
    measure: 'rate',
    pattern: /减半(?=收取|征收|交纳|缴纳|收费|计收|计算|处罚|发放|执行)/g,
    read: halved,
  },
  {
    name: 'one-in-each',
    measure: 'activity-frequency',
    pattern:
      /(每(?:月|季度?|半年|年)|半年|全年)一(?![次回个名位项定般])[\u4e00-\u9fff]{2,3}?(?=、|，|。|；|$)/g,
    read: oneEach,
  },
  { name: 'one-vote', measure: 'vote', pattern: /[一每](?:人|户|股|票权)一票/g, read: oneVote },
  { name: 'one-matter', measure: 'count', pattern: /一文一事|一事一文|一请一事|一事一请/g, read: oneMatter },
  {
    name: 'irregular',
    measure: 'meeting-frequency',
    pattern: /(?:不定期|随时|适时)(?:组织)?(?:召开|举行|召集)(?:会议)?/g,
    read: irregular,
  },
  {
    name: 'each-full-period',
    measure: 'activity-frequency',
    pattern: new RegExp(String.raw`每满((?:[${SMALL_NUMERAL}]+|\d+)(?:年|个月))的?，?(?:应当)?`, 'g'),
    read: eachFull,
  },
  {
    name: 'once-understood',
    measure: 'activity-frequency',
    pattern: new RegExp(
      String.raw`(?:(?:每个?|按|逐)(?:年度?|季度|半年度?|[单双]?月|[单双]?周|旬|学期|学年|[${SMALL_NUMERAL}\d]+年)|逢[单双][周月]|逢周(?=[一二三四五六日])|(?<![间相])隔[周月年](?!期))(?:至少|定期)?(?!\d|[${SMALL_NUMERAL}]+(?:[月日]|季度)|第(?!\S个?(?:周|星期|工作日|月(?![^，。；]{0,6}前)))|[首末]月(?=[^，。；]{0,6}前)|[的逢])`,
      'g',
    ),
    read: onceUnderstood,
  },
  { name: 'regular', measure: 'activity-frequency', pattern: /(?<!不)定期(?!限|间)/g, read: unnumbered },
]
