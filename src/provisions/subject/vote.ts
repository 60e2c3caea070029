import { functionWords } from '../../lexicon/function-words.ts'
import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { lastClause } from '../place.ts'
import { officeOf } from './antecedent.ts'
import { BINDING, isActor } from './matter.ts'
import { BOUND_WORDS, compose, isTopic, subjectPart } from './noun-phrase.ts'
import { itself, type Own, ofTopic, phrase, type Setting } from './setting.ts'
import { type Topic, topicOf } from './topic.ts'

/**
 * What is decided, never who votes: the object of the vote (半数以上董事推举|一名董事履行职务), what the clause says before its voters
 * (修改章程必须经…通过), else what the clauses before put to the vote (作出决议，并经…通过).
 */
export function voted(setting: Setting): Own {
  const verb = OBJECT_VERB.exec(setting.quote)?.[0]
  const object = verb && /^(?!产生|出|的)[^，。；的]{2,24}/.exec(setting.beyond)?.[0].replace(ONE, '')
  if (object) return itself((verb === '不同意' ? subjectPart(lastClause(setting.ahead)) : '') + verb + object)
  const own = VOTERS.test(lastClause(setting.ahead)) ? ofTopic('') : phrase(setting)
  if (own.whose === 'itself')
    return isActor(own.name) || CITING.test(setting.ahead) ? itself(own.name + actBefore(setting)) : own
  const topic = putToVote(setting) ?? topicOf(setting)
  const act = topic.subjectFrom === 'clause' && isActor(topic.subject) ? actBefore(setting) : ''
  if (act) return itself(act)
  const after = (AFTER.exec(setting.beyond) ??
    (topic.subject === '' ? PERMITTED.exec(setting.beyond) : null))?.[1]
  return after
    ? itself(after.length > NAMED_BY_ITSELF ? after : compose(topic.subject, after))
    : itself(topic.subject)
}

// 罢免主席必须召开大会讨论，|非经全体会员过半数通过: the nearest clause that speaks of a matter
function putToVote({ ahead }: Setting): Topic | null {
  const clauses = ahead.split('，').slice(0, -1).reverse()
  if (/^以及/.test(clauses[0] ?? '')) return null
  const subject = clauses
    .filter(clause => !BOUND_WORDS.test(clause) && !NO_MATTER.test(clause))
    .map(clause => officeOf(subjectPart(clause)))
    .find(name => isTopic(name) && !isActor(name))
  return subject ? { subject, subjectFrom: 'clause' } : null
}
const NO_MATTER = new RegExp(`半数|分之|[的时后]$|^(?:${MODAL})`)
const PERMITTED = /，(?:可以|应当)([^，。；]{2,24})/
const OBJECT_VERB = /(?:共同|集体)?(?:推举|推选|选举|推荐)$|不同意$/
const ONE = new RegExp(`^(?:产生)?[${CHINESE_NUMERAL}1-9][名位个人](?=[^，]{2})`)
const VOTERS = /^(?:出席|到会|与会|在场|应到|全体|其他|参加|参与)[^，]*$/
const NAMED_BY_ITSELF = 4 // characters of a verb and its object; 决议 alone needs its meeting
const AFTER = /，(?:始得|始能|方可|方能|才能|才可以?|即可)(?:为)?([^，。；]{2,20})$/

// 依照前款规定修改公司章程，|有限责任公司须经…; 应当由股东大会作出决议，|并经…
function actBefore({ ahead }: Setting): string {
  const clauses = ahead.split('，').slice(0, -1)
  const clause = clauses.findLast(one => !BOUND_WORDS.test(one) && (CITING.test(one) || BINDING.test(one)))
  const act = clause?.replace(CITING, '').split(BINDING).at(-1) ?? ''
  return act.replace(new RegExp(`^${functionWords('由')}`), '').replace(/的$/, '')
}
const CITING = /^(?:依照|按照|根据)[^，]*?规定/
