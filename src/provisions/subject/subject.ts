import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import type { Measure } from '../../types.ts'
import { lastClause } from '../place.ts'
import { activity, duty, meeting, timed, yearly } from './act.ts'
import { withAntecedent } from './antecedent.ts'
import { conduct } from './conduct.ts'
import { counted } from './counted.ts'
import { act } from './deadline.ts'
import { attribute } from './lasting.ts'
import { money } from './money.ts'
import { ATTRIBUTE, compose, isTopic, nounPhrase } from './noun-phrase.ts'
import { type Own, phrase, type Setting, type Subject } from './setting.ts'
import { measured } from './size.ts'
import { nearestTopic, type Topic, topicOf } from './topic.ts'
import { voted } from './vote.ts'

/**
 * What is measured, in the document's words: the clause's own noun phrase; where that is only an attribute (人数) or an act
 * (印发) the topic of the sentence before it, else of the paragraph, the article, the heading.
 */
export function subjectOf(measure: Measure, setting: Setting): Subject {
  const found = named(measure, setting)
  if (/^fine/.test(measure)) return found
  const subject = found.subject.replace(DUTY_INSIDE, '') || clauseOf(setting)
  return { ...found, subject: /^时速/.test(setting.quote) ? `${subject}时速` : subject }
}

// Where nothing else names a subject: what the clause itself begins with.
function clauseOf({ ahead }: Setting): string {
  const clause = nounPhrase(lastClause(ahead))
  return isTopic(clause) ? clause : ''
}

// 仲裁员应当从事仲裁工作满八年 is about 仲裁员从事仲裁工作.
const DUTY_INSIDE = /^应当|(?<=[^，的]{2})(?:应当|必须)(?!的)(?=[^，]{2})/g

function named(measure: Measure, setting: Setting): Subject {
  const { name, whose } = withAntecedent((OWN[measure] ?? phrase)(setting), setting)
  if (name && whose === 'itself') return { subject: name, subjectFrom: 'clause' }
  const topic: Topic = whose === 'nearest' ? (nearestTopic(setting) ?? topicOf(setting)) : topicOf(setting)
  if (name.length >= WHOLE && topic.subjectFrom === 'division')
    return { subject: name, subjectFrom: 'clause' }
  const { subjectFrom } = topic
  if (topic.isCase && name.length > 2 && !ATTRIBUTE.test(name) && !name.startsWith(topic.subject))
    return { subject: `${topic.subject}，${name}`, subjectFrom }
  if (name !== '' && /[后时]$/.test(topic.subject))
    return { subject: `${topic.subject}，${name}`, subjectFrom } // 社团换届后，办理变更登记
  if (/^(?:deadline|notice-period)$/.test(measure) && name.length > 2 && PERIOD.test(topic.subject))
    return { subject: `${topic.subject.replace(PERIOD, '')}，${name}`, subjectFrom } // 占用期限…，七日前申请延期
  return { subject: name ? compose(topic.subject, name) : topic.subject, subjectFrom }
}

const PERIOD = new RegExp(`(?<=..)的?(?:有效期|任期|期限|时间)(?:[${CHINESE_NUMERAL}]+[年月日])?$`)
const WHOLE = 6 // characters that say enough without the heading of a chapter

const OWN: Partial<Record<Measure, (setting: Setting) => Own>> = {
  'meeting-frequency': meeting,
  'activity-frequency': activity,
  'amount-threshold': money,
  amount: money,
  'attendance-cap': setting => attribute(setting, '人数'),
  'duration-cap': setting => attribute(setting, '时间'),
  duration: setting => attribute(setting, '时间'),
  'validity-period': setting => attribute(setting, '有效期'),
  'text-length-cap': setting => attribute(setting, '字数'),
  deadline: act,
  'notice-period': act,
  'duty-hours': duty,
  'annual-minimum': yearly,
  count: counted,
  'count-cap': counted,
  fine: conduct,
  'fine-multiple': conduct,
  vote: voted,
  rate: measured('rate'),
  distance: measured('length'),
  length: measured('length'),
  area: measured('area'),
  age: measured('age'),
  'sound-level': measured('sound'),
  'time-of-day': timed,
  'time-of-year': timed,
}
