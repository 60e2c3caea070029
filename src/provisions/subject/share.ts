import { functionWords } from '../../lexicon/function-words.ts'
import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { lastClause } from '../place.ts'
import { nounPhrase } from './noun-phrase.ts'
import { itself, type Own, type Setting } from './setting.ts'

/**
 * What a share or a number of people takes part of, where that stands behind it: 代表十分之一以上|表决权的股东 → 股东代表的表决权; 三分之一以上|董事可以提议开会 →
 * 董事提议开会; 按日加收万分之五|的滞纳金 → 按日加收的滞纳金. Null where the number is a bound of what stands before it.
 */
export function partBehind(setting: Setting): Own | null {
  const before = holderOf(setting)
  const [, of, rest] = /^(的|之)?([^，。；：]*)/.exec(setting.beyond)!
  const words = rest!.replace(/[的时]$/, '')
  const charged = CHARGED.exec(lastClause(setting.ahead))?.[1]
  if (charged && of) return itself(`${charged}的${words}`)
  const by = /按照?$/.test(setting.ahead) || BY_SHARE.test(setting.quote)
  if (by && before.length >= 2) return itself(before + done(words))
  if (by && done(words) !== '') return itself(done(words))
  if (before.length >= 2 && PUT_TO.test(words)) return itself(before + words.replace(/^比例/, ''))
  if (words.length < 2 || NO_PART.test(words)) return null
  const act = proposedIn(setting.beyond)
  if (MEASURED.test(before) && !(act && HOLDS.test(before))) return null
  const held = of === undefined && !/^[对在与向]|^认为/.test(words) ? HELD.exec(words) : null
  if (before !== '' && held)
    return itself(`${act.length > 2 ? `${act}的` : ''}${upToAct(held[2]!)}${before}的${held[1]}`)
  if (act && of && HOLDS.test(before)) return itself(`${act}的${upToAct(words)}${before}`)
  if (/占[^，]+$/.test(before)) return itself(before)
  if (before === '') return itself(withAct(words, act))
  if (of) return words.length <= 12 && !/的/.test(words) ? itself(`${before}的${words}`) : null
  return /^[^的]{2,4}$|^(?:对|认为)/.test(words) && !before.endsWith(words) ? itself(before + words) : null
}
// 每日加收应纳费额|百分之一|的滞纳金: what it is a share of is no holder.
const CHARGED = /([每按][日天月年]加[收处])[^，]{2,}$/
const NO_PART = new RegExp(
  `^(?:${MODAL}|由|经|报|按|比[例率]|标准|权重|时$|以|为|内|前|后|至|到|或|且|和|确定|计算|以?上|列入|计入|部分$|幅度)`,
)
const BY_SHARE = /^(?:应当?|一般)?按照?/ // 上级工会按照百分之四十|收取筹备金; 用房按照不低于千分之三|的比例配置
// Two characters say no more than that the share is kept: 配置, 确定.
const done = (words: string): string => {
  const act = words.replace(/^的?(?:比例|标准)/, '')
  return act.length > 2 ? act : ''
}
const PUT_TO = /^(?:比例)?(?:列入|计入|转入|用于|作为)/ // 提取利润的百分之十|列入公积金
const MEASURED = /(?:[率积度径距额数量]|比例|比重)$/
const HOLDS = /^(?:单独|合计|或者)*(?:占|代表|持有|拥有|享有)/ // 占债权总额四分之一以上|的债权人可以提议开会
const HELD = /^([^的]{1,10})的([^，]{2,})$/

/** The end of the clause before a share: what has or does something with the part, 代表, 持有公司; '' where the clause begins with it. */
function holderOf({ ahead }: Setting): string {
  const clause = lastClause(ahead)
  if (/(?:、|或者?|和|及|与|且|以及)$/.test(clause)) return ''
  return nounPhrase(clause.replace(OTHER_PART, ''))
    .replace(new RegExp(`^(?:${MODAL})+(?!有)`), '')
    .replace(INTRODUCED, '')
    .replace(/^(?:经|由|有|按照?)$|按照?$/, '')
}
const OTHER_PART = new RegExp(`^.*[${CHINESE_NUMERAL}数][日月年]?以[上下](?=.{2})`)
const INTRODUCED = new RegExp(`^(?:(?:${MODAL})*有|${functionWords('经由')})(?=.{2})`)

// …提议召开临时会议的: what they ask for; 提议，可以召开临时会议 asks for what follows.
function proposedIn(beyond: string): string {
  const asked = PROPOSED.exec(beyond)?.[0]
  if (!asked) return ''
  const next = /^的?，(?:[^，。；]{0,12}?)(?:应当|可以|有权|应|得)([^，。；]{2,24})/.exec(
    beyond.slice(beyond.indexOf(asked) + asked.length),
  )?.[1]
  const act = asked.replace(/时$/, '')
  return act.length > 4 || !next ? act : act + next
}
const PROPOSED = /(?:联名)?(?:提议|请求|要求)[^，。；的]{0,20}(?=的?(?:[，。；]|$))|联名(?=，)/

const upToAct = (words: string): string => words.split(CUT, 1)[0]!
const CUT = /(?:就(?=.*(?:要求|提议|请求))|可以|有权|可|提议|请求|联名|要求|，|、|或者?|且|和)/

function withAct(words: string, act: string): string {
  if (act === '') return words.replace(/可以|有权/, '').slice(0, LONGEST)
  const who = upToAct(words)
  return who.length >= 2 ? who + act : words
}
const LONGEST = 40 // characters of a clause that a row of a table can hold
