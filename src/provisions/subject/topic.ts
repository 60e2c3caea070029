import { MERE_CONDITION } from '../../lexicon/conditions.ts'
import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { officeOf } from './antecedent.ts'
import { BINDING } from './matter.ts'
import { BOUND_WORDS, isTopic, nounPhrase, subjectPart } from './noun-phrase.ts'
import type { Setting, Subject } from './setting.ts'

/** A topic; `isCase` where it is a case in which something is done (受理申请的，), not a thing. */
export interface Topic extends Subject {
  isCase?: boolean
}

/** The topic that a clause without a subject of its own is about: the sentence's, the paragraph's, the article's, the heading. */
export function topicOf(setting: Setting): Topic {
  const clauses = setting.ahead.split('，').filter(clause => !MERE_CONDITION.test(clause))
  const at = clauses.findIndex(one => isTopic(subjectPart(one)) && !/内或/.test(subjectPart(one)))
  const clause = clauses[at]
  if (clause !== undefined) {
    const more = /^以及.*[^的]$/.test(clauses[at + 1] ?? '') && !BOUND_WORDS.test(clauses[at + 1]!)
    const subject = spokenOf(clause) + (more && at + 1 < clauses.length - 1 ? `，${clauses[at + 1]}` : '')
    return { subject, subjectFrom: 'clause', isCase: /的$/.test(clause) }
  }
  const above: [string, Subject['subjectFrom']][] = [
    [setting.opening, 'paragraph'],
    [setting.lead, 'paragraph'],
    [setting.article, 'article'],
  ]
  for (const [text, subjectFrom] of above) {
    const found = text.split(/[，。；：]/, 3).find(one => isTopic(subjectPart(one)))
    if (found) return { subject: subjectPart(found), subjectFrom, isCase: /的$/.test(found) }
  }
  return { subject: setting.heading, subjectFrom: 'division' }
}

// A clause that its own number cuts short is a topic as a whole: 单独或者合计持有公司百分之三以上股份的股东.
function spokenOf(clause: string): string {
  const subject = officeOf(subjectPart(clause))
  const cut = clause.indexOf(subject) + subject.length
  return NUMBER_INSIDE.test(clause.slice(cut)) && clause.length <= WHOLE_CLAUSE
    ? nounPhrase(clause.split(BINDING, 1)[0]!.replace(/的$/, ''))
    : subject
}
const NUMBER_INSIDE = new RegExp(
  `^[^，]{0,3}[${CHINESE_NUMERAL}数][日月年]?以[上下](?!的?$)(?!的?(?:${MODAL}|由|经))`,
)
const WHOLE_CLAUSE = 40 // characters of a clause that a row of a table can hold

/** The clause right before, unless it is itself a bound, a negation or an exception. */
export function nearestTopic(setting: Setting): Subject | null {
  const clauses = setting.ahead.split('，').slice(0, -1).reverse()
  const clause = clauses.find(
    one => !BOUND_WORDS.test(one) && !NO_NEAR_TOPIC.test(one) && !HAS_MODAL.test(one),
  )
  const subject = clause ? subjectPart(clause) : ''
  return isTopic(subject) ? { subject, subjectFrom: 'clause' } : null
}
const NO_NEAR_TOPIC = new RegExp(
  String.raw`\d|[${CHINESE_NUMERAL}半](?:个|年|月|日|天|小时|分钟|次|元|米)|^(?:不|除|并|且|再|也|但)`,
)
const HAS_MODAL = /应当|必须|^要|不得/
