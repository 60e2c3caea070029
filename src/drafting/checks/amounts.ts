import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { formatNumeral, parseNumeral } from '../../text/numerals.ts'
import { ALL, type Check, type Draft, type DraftUnit, type Finding, LAWS } from '../check-types.ts'
import { both, clauseAt, foundIn, matchesIn } from '../findings.ts'
import { MOST_NUMERAL_SLIPS, STYLES_TOLD } from '../thresholds.ts'

/** Numbers: how they are written, fines, bounds, steps. */

export const NUMERAL = `(?:[${CHINESE_NUMERAL}]+|\\d[\\d,.]*[万千百亿]?)`
export const COUNTED =
  '(?:元|个?工作日|日|天|个月|年|周岁|岁|次|倍|人|名|米|公里|平方米|亩|株|小时|分钟|%|％)'

// 2023年5月1日, 5月1日, 2023年: a date, not a number of days.
const ARABIC = new RegExp(
  `(?<![\\d年月.〔\\[—－\\-])(\\d[\\d,]*(?:\\.\\d+)?)([万千百亿]*)(${COUNTED})(?!\\d)`,
  'g',
)
const DATE_AROUND = /\d{1,4}年\d{1,2}月(?:\d{1,2}日)?|\d{1,2}月\d{1,2}日|\d{4}年/g

/** Laws write ordinals, shares, periods, ages and sums in Chinese numerals. */
const ARABIC_IN_LAW: Check = {
  name: 'numeral-style',
  applies: LAWS,
  severity: 'warning',
  source: 'J1 11',
  find: draft => {
    const arabic = arabicIn(draft)
    const chinese = matchesIn(draft.units, new RegExp(`[${CHINESE_NUMERAL}]+${COUNTED}`, 'g')).length
    // A text that writes all its numbers so has one fault, not fifty.
    const told = arabic.length > Math.min(chinese, MOST_NUMERAL_SLIPS) ? arabic.slice(0, 1) : arabic
    return told.map(({ unit, match, range }) => {
      const right = inChinese(match)
      return foundIn(unit, range, {
        message: both(
          `法规中的数量、期限、金额、年龄用汉字数字，此处为“${match[0]}”${told.length < arabic.length ? `（全文${arabic.length}处）` : ''}`,
          `laws write numbers, periods, sums and ages in Chinese numerals; here it is ${match[0]}`,
        ),
        remedy:
          right === null
            ? both('改为汉字数字', 'write Chinese numerals')
            : both(`改为“${right}”`, `write ${right}`),
        ...(right !== null && { replacement: right }),
      })
    })
  },
}

function arabicIn({ units }: Draft) {
  return matchesIn(units, ARABIC).filter(({ unit, match, range }) => {
    if (match[1]!.includes('.') || /[%％]/.test(match[3]!))
      return /^[^.]*$/.test(match[1]!) && /[%％]/.test(match[3]!)
    const dates = [...unit.plain.matchAll(DATE_AROUND)]
    return !dates.some(date => date.index < range.to && range.from < date.index + date[0].length)
  })
}

function inChinese([, digits, multiplier, unit]: RegExpExecArray): string | null {
  const value = Number(digits!.replace(/,/g, ''))
  if (!Number.isInteger(value) || value <= 0 || value >= 1e8) return null
  if (/[%％]/.test(unit!)) return `百分之${formatNumeral(value)}`
  return formatNumeral(value).replace(/^二(?=个|倍|年|次|人|名)/, '两') + multiplier + unit
}

/** Dates are in Arabic numerals. */
const DATE_STYLE: Check = {
  name: 'date-style',
  applies: ALL,
  severity: 'warning',
  source: 'J1 11',
  alone: true,
  find: ({ units }) =>
    matchesIn(
      units,
      /[〇零○一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}日)?/g,
    ).map(({ unit, match, range }) => {
      const right = match[0].replace(/[〇零○一二三四五六七八九十]+/g, digits =>
        String(parseNumeral(digits.replace(/零/g, '〇')) ?? digits),
      )
      return foundIn(unit, range, {
        message: both('公历年月日用阿拉伯数字', 'dates are in Arabic numerals'),
        remedy: both(`改为“${right}”`, `write ${right}`),
        replacement: right,
      })
    }),
}

/** Official documents write numbers of one kind in one style. */
const MIXED_STYLE: Check = {
  name: 'numeral-mixed',
  applies: ['official'],
  severity: 'warning',
  source: 'GB/T 15835',
  find: draft =>
    MIXED_KINDS.flatMap(({ zh, en, counted }) => {
      const arabic = arabicIn(draft).filter(({ match }) => new RegExp(`^(?:${counted})$`).test(match[3]!))
      const chinese = matchesIn(
        draft.units,
        new RegExp(
          `(?<![第每同某这几数任何上下半])(?<![${CHINESE_NUMERAL}之\\d])([${CHINESE_NUMERAL}]+)(?:${counted})(?!以来|计划|规划|内瓦|长制)`,
          'g',
        ),
      ).filter(
        ({ match }) =>
          ((parseNumeral(match[1]!) ?? 0) > 1 && match[1] !== '两') || /工作日|万/.test(match[0]),
      )
      if (arabic.length === 0 || chinese.length === 0) return []
      const [few, many] = arabic.length < chinese.length ? [arabic, chinese] : [chinese, arabic]
      return few.slice(0, STYLES_TOLD).map(({ unit, range, match }) =>
        foundIn(unit, range, {
          message: both(
            `${zh}的数字写法不统一：“${match[0]}”${few.length}处，“${many[0]!.match[0]}”等${many.length}处`,
            `${en} are written in two styles: ${match[0]} (${few.length}), ${many[0]!.match[0]} and others (${many.length})`,
          ),
          remedy: both(`统一为“${many[0]!.match[0]}”的写法`, `write them as ${many[0]!.match[0]}`),
        }),
      )
    }),
}

const MIXED_KINDS = [
  { zh: '期限', en: 'periods', counted: '个?工作日|日|天|个月|小时|分钟' },
  { zh: '次数、人数', en: 'counts', counted: '次|人|名' },
  { zh: '金额', en: 'sums', counted: '元|万元|亿元' },
]

// Fines -------------------------------------------------------------------------------------------------------------------

const FINE_FORM: Check = {
  name: 'fine-form',
  applies: ALL,
  severity: 'warning',
  source: 'J1 8',
  alone: true,
  find: ({ units }) => [
    ...matchesIn(
      units,
      new RegExp(`(${NUMERAL})元?(?:至|到|—|-|～|~|－)(${NUMERAL})元(?:以下|以内)?(?:的)?罚款`, 'g'),
    ).map(({ unit, match, range }) => asFine(unit, range, match, `${match[1]}元以上${match[2]}元以下罚款`)),
    ...matchesIn(
      units,
      new RegExp(
        `(?:并处|处以|处|给予)?罚款(?:人民币)?(${NUMERAL})元(?:至|到|—|-|～|以上)?(?:(${NUMERAL})元)?(?:以下)?`,
        'g',
      ),
    ).map(({ unit, match, range }) =>
      asFine(
        unit,
        range,
        match,
        match[2] ? `处${match[1]}元以上${match[2]}元以下罚款` : `处${match[1]}元罚款`,
      ),
    ),
    ...matchesIn(units, new RegExp(`(${NUMERAL})元以下(${NUMERAL})元以上(?:的)?罚款`, 'g')).map(
      ({ unit, match, range }) => asFine(unit, range, match, `${match[2]}元以上${match[1]}元以下罚款`),
    ),
    ...matchesIn(units, new RegExp(`(?:处|并处|处以)(${NUMERAL})元以上(?:的)?罚款`, 'g')).map(
      ({ unit, match, range }) => asFine(unit, range, match, null),
    ),
    ...matchesIn(
      units,
      new RegExp(`(${NUMERAL})元以上(?:，|、|至|到)?不(?:超过|高于)(${NUMERAL})元(?:的)?罚款`, 'g'),
    ).map(({ unit, match, range }) => asFine(unit, range, match, `${match[1]}元以上${match[2]}元以下罚款`)),
  ],
}

function asFine(
  unit: DraftUnit,
  range: { from: number; to: number },
  match: RegExpExecArray,
  right: string | null,
): Finding {
  return foundIn(unit, range, {
    message: both(
      `罚款幅度写作“×元以上×元以下罚款”，此处为“${match[0]}”`,
      `a fine is written X元以上Y元以下罚款; here it is ${match[0]}`,
    ),
    remedy:
      right === null ? both('写明上限', 'say how much at most') : both(`改为“${right}”`, `write ${right}`),
    ...(right !== null && { replacement: right }),
  })
}

/** A number with its unit, 元 for 万元: what amounts are compared by. Null for what is no number. */
export function amountOf(numeral: string, unit: string): { value: number; unit: string } | null {
  const digits = /^([\d.,]+)([万千百亿]?)$/.exec(numeral)
  const times: Record<string, number> = { '': 1, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 }
  const value = digits ? Number(digits[1]!.replace(/,/g, '')) * times[digits[2]!]! : parseNumeral(numeral)
  if (value === null || Number.isNaN(value)) return null
  const scale = unit === '万元' ? 1e4 : unit === '亿元' ? 1e8 : 1
  return { value: value * scale, unit: unit.replace(/^[万亿]元$/, '元').replace(/^个/, '') }
}

const RANGE_INVERTED: Check = {
  name: 'range-inverted',
  applies: ALL,
  severity: 'error',
  source: 'J1 24',
  alone: true,
  find: ({ units }) =>
    matchesIn(
      units,
      new RegExp(
        `(${NUMERAL})(${COUNTED}|万元|亿元)(?:以上|至|到)(?:不满|不超过)?(${NUMERAL})(${COUNTED}|万元|亿元)(?:以下|以内|的|罚)?`,
        'g',
      ),
    )
      .filter(({ match }) => {
        const [low, high] = [amountOf(match[1]!, match[2]!), amountOf(match[3]!, match[4]!)]
        return low !== null && high !== null && low.unit === high.unit && low.value >= high.value
      })
      .map(({ unit, match, range }) =>
        foundIn(unit, range, {
          message: both(`“${match[0]}”下限不小于上限`, `the lower end of ${match[0]} is not below the upper`),
          remedy: both('核对数字', 'check the numbers'),
        }),
      ),
}

/** 超过三日以上, 不少于五人以上: the bound is said twice, or both ways. */
const BOUND_TWICE: Check = {
  name: 'bound-twice',
  applies: ALL,
  severity: 'warning',
  source: 'J1 24',
  alone: true,
  find: ({ units }) =>
    matchesIn(
      units,
      new RegExp(
        `(超过|不少于|不低于|不小于|不大于|至少|最少|高于|不满|不足|低于|少于|不超过|不多于|不高于|最多|至多|未满|达到)(?:[^，。；${CHINESE_NUMERAL}\\d]{0,2})(${NUMERAL}[^，。；以]{0,6})(以上|以下|以内)`,
        'g',
      ),
    )
      .filter(({ match }) => !TWO_NUMBERS.test(match[2]!) && !/[的至或、]/.test(match[2]!))
      .filter(({ match }) => !(match[1] === '达到' && match[3] !== '以上') && match[1] !== '达到')
      .map(({ unit, match, range }) =>
        foundIn(unit, range, {
          message: both(
            `“${match[1]}”与“${match[3]}”重复或者矛盾`,
            `${match[1]} and ${match[3]} say the bound twice, or both ways`,
          ),
          remedy: both(
            '只保留一个：“以上”“以下”含本数，“不满”“超过”不含本数',
            'keep one: 以上 and 以下 include the number, 不满 and 超过 do not',
          ),
        }),
      ),
}

// Of two numbers the bounds may be two: 不少于三人，五人以上. A share is one: 三分之二.
const TWO_NUMBERS = new RegExp(
  `[${CHINESE_NUMERAL}\\d][^${CHINESE_NUMERAL}\\d分之.,]+[${CHINESE_NUMERAL}\\d]`,
)

const DAY_WORD: Check = {
  name: 'day-word',
  applies: ALL,
  severity: { law: 'warning', official: 'note' },
  source: 'J1 25',
  alone: true,
  find: ({ units }) =>
    matchesIn(
      units,
      new RegExp(
        `(${NUMERAL}个?(?:自然)?)(?:(?<=(?:提前|不少于|不得少于|至少|超过|不超过|不得超过)[^，。；]{1,6})天|天(?=内|以内|以上|以下|之内|前|后|的|，|。|；|为限|（))`,
        'g',
      ),
    )
      .filter(
        ({ unit, range }) =>
          !/每天|全天|当天|连续|小时/.test(unit.plain.slice(Math.max(0, range.from - 2), range.to + 4)) &&
          !isAmount(unit.plain, range.from),
      )
      .map(({ unit, match, range }) =>
        foundIn(
          unit,
          { from: range.to - 1, to: range.to },
          {
            message: both(
              `期限用“日”或者“工作日”，此处为“${match[0]}”`,
              `periods are counted in 日 or 工作日; here it is ${match[0]}`,
            ),
            remedy: both('改为“日”', 'write 日'),
            replacement: '日',
          },
        ),
      ),
}

/** 每年调研不少于六十天 is how much is done, no period in which. */
function isAmount(text: string, at: number): boolean {
  const { text: clause, from } = clauseAt(text, at)
  return /(?:[每全本当]年|每个?(?:季度|月)|累计|合计)[^，。；]*(?:不少于|不得少于|不低于|至少|达到?)$/.test(
    clause.slice(0, at - from),
  )
}

export const AMOUNTS: Check[] = [
  ARABIC_IN_LAW,
  DATE_STYLE,
  MIXED_STYLE,
  FINE_FORM,
  RANGE_INVERTED,
  BOUND_TWICE,
  DAY_WORD,
]
