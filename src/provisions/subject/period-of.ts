import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { BINDING, isBare, isThing } from './matter.ts'
import { ATTRIBUTE, BOUND_WORDS, nounPhrase } from './noun-phrase.ts'
import type { Setting } from './setting.ts'

/** The time that the clauses before a bare bound speak of: 到达现场的时限，城区|不超过六十分钟, 办理时间为一日，|最多不超过三日. Null where none does. */
export function attributeAhead({ ahead }: Setting): string | null {
  const clauses = ahead.split(/[，：；]/).slice(0, -1)
  const named = clauses.findLast(clause => TIME.test(clause))
  const name = named && TIME.exec(named)?.[1]
  return name ? nounPhrase(name) : null
}
const TIME = new RegExp(
  String.raw`^([^，]{2,30}?(?:时间|时长|期限|时限))(?:(?:[应]?为|不超过|不得超过|不得?[少低短]于|最[短长])[^，]*[\d${CHINESE_NUMERAL}][^，]*)?$`,
)

/** The time that the sentence before bounds, where this one only has a case: 保存期限不得少于一年；没有期限的，|不得少于两年. */
export function boundBefore({ earlier, ahead }: Setting): string | null {
  const found = /^(?:[^，]*的，)?[但且]?$/.test(ahead) ? BOUND_BEFORE.exec(earlier)?.[1] : undefined
  return found ? nounPhrase(found) : null
}
const BOUND_BEFORE =
  /^.*(?:^|[，。；])([^，。；的]{2,16}(?:时间|时长|期限|时限|年限))(?:一般|最[长短])?(?:不得?|不应|不能)?(?:少于|低于|短于|超过)[^。]*[。；]$/

/**
 * A period named by its act alone (公示期, 公告的时间, 占用期限) with what that act is done to in the words before: 将处罚信息向社会公示的期限. A bare
 * 期限 belongs to the act of the clause before. Null where the words before name no such act.
 */
export function ownedBy(name: string, setting: Setting): string | null {
  const [, verb, attribute] = PERIOD.exec(name) ?? []
  const said = verb && namedAbove(name).exec(setting.earlier + setting.ahead)?.[1]
  if (said) return nounPhrase(said)
  if (attribute === undefined) return null
  const clauses = (setting.earlier.split('。').slice(-2).join('，') + setting.ahead).split(/[，：；。]/)
  const last = clauses.pop()!
  if (!verb && nounPhrase(last) !== name && nounPhrase(last) !== '') return null
  const acts = clauses.filter(clause => !NUMBER.test(clause)).map(clause => actIn(clause, verb ?? ''))
  const act = verb ? acts.findLast(one => one !== null) : acts.at(-1)
  if (!act) return null
  const full =
    OBJECT.test(act) || !isBare(act.replace(/^通过[^，]*?(?=进行)/, '')) ? act : withMatter(act, setting)
  return `${full}的${attribute === '期' ? '期限' : attribute}`
}
// 凭证保存期限不得少于一年；…，保存期限|不得少于二年
const namedAbove = (name: string) => new RegExp(`(?:^|[，；。])([^，；。的]{2,16}${name})(?=不|为|一般)`)
const PERIOD = /^([^的]{2}|[^的]{4})?的?(期限|时限|时间|期)$/
const NUMBER = new RegExp(String.raw`[\d${CHINESE_NUMERAL}]个?(?:工作日|日|天|月|年|小时)`)
const OBJECT = /[将把对就]/

// 需要临时占用绿地的, 应当将处罚信息向社会公示, 依法将草案予以公告: the act, if it is the one that the period is named by.
function actIn(clause: string, verb: string): string | null {
  const needed = /(?:需要?|确需)([^，]{4,40})的$/.exec(clause)?.[1]
  if (needed) return verb !== '' && needed.includes(verb) ? needed : null
  if (/的$|^除/.test(clause) || BOUND_WORDS.test(clause)) return null
  const bound = clause.split(BINDING)
  const thing = bound.length > 1 && isThing(nounPhrase(bound[0]!)) ? nounPhrase(bound[0]!) : ''
  const act = (bound.slice(1).join('') || clause).replace(/^(?:并|依法|按照规定)+/, '')
  if (act.length < 4 || act.length > 60 || ATTRIBUTE.test(act)) return null
  if (verb === '') return bound.length > 1 ? act : null
  if (thing && act.endsWith(verb)) return thing + act
  return act.endsWith(verb) || act.startsWith(verb) || (OBJECT.test(act) && act.includes(verb)) ? act : null
}

// 可以通过系统进行公告: what is announced stands in the sentence before.
function withMatter(act: string, { earlier }: Setting): string {
  const before = earlier.split(/[。；]/).slice(-2, -1)[0] ?? ''
  const done = before.split('，').findLast(clause => BINDING.test(clause))
  const words = done?.split(BINDING).slice(1).join('')
  return words && words.length <= 40 ? `${words}，${act}` : act
}
