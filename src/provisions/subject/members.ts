import { functionWords } from '../../lexicon/function-words.ts'
import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { lastClause } from '../place.ts'
import { compose, nounPhrase, subjectPart } from './noun-phrase.ts'
import { itself, type Own, ofTopic, type Setting } from './setting.ts'
import { topicOf } from './topic.ts'

/** Whom a body is made up of: 理事会由|七至十一名|理事组成; 由主任、副主任和委员共|三至七人组成; 应当有|五人以上|为发起人. Null elsewhere. */
export function inBody(setting: Setting): Own | null {
  const named = /^为([^，。；]{2,10})(?=[，。；]|$)/.exec(setting.after)?.[1]
  if (named && /有$/.test(setting.before))
    return itself(`${topicOf(setting).subject}的${named}`.replace(/^的/, ''))
  const behind =
    /^(?:以[上下])?的?([^，。；]{0,12}?)(?:组成|构成|(?:(?:共同|出资|投资)[^，。；]{0,4})?设立)/.exec(
      setting.beyond,
    )?.[1]
  if (behind === undefined || /^[由以]/.test(setting.quote)) return null
  const [, whole, members] = COMPOSED.exec(lastClause(setting.ahead).replace(/共$/, '')) ?? []
  const body = subjectPart(whole ?? '')
  const who =
    nounPhrase((members ?? '').replace(OTHER_MEMBERS, '')) ||
    behind.replace(/^单数$/, '').replace(OR_ANOTHER, '') ||
    (/[成人]员$/.test(body) ? '' : MEMBERS)
  if (body) return itself(body + who)
  return members === undefined || who === MEMBERS ? null : ofTopic(who)
}
const COMPOSED = new RegExp(`^(.*?)${functionWords('由以')}(.*)$`)
const OTHER_MEMBERS = new RegExp(`^.*[${CHINESE_NUMERAL}0-9][名位]?人?(?:、|和|及|以及|或者)`)
const OR_ANOTHER = new RegExp(`或者[${CHINESE_NUMERAL}]+[个名].*$`)
const MEMBERS = '组成人员'

/** What people do together, of whom only the number stands in the clause: 选民|十人以上|联名，可以推荐候选人; 提案须有代表|三人以上|附议方可成立. */
export function peopleWho({ ahead, beyond, quote }: Setting): Own | null {
  const named = /[人名]以上$/.test(quote) && TOGETHER_AS.exec(beyond)
  if (named) return itself(named[1]! + named[2]! + (NEXT_ACT.exec(beyond)?.[1] ?? ''))
  const act = /人以上$/.test(quote) && TOGETHER.exec(beyond)?.[0]
  if (!act) return null
  const [what, who] = lastClause(ahead)
    .replace(new RegExp(`^(?:${MODAL})(?!有|由|经)`), '')
    .split(NEEDS, 2)
  const next = /^联名$/.test(act) && NEXT_ACT.exec(beyond)?.[1]
  const done = `${nounPhrase((who ?? what!).replace(/^.*及(?=其他)/, ''))}${act}${next || ''}`
  return itself(who === undefined ? done : compose(nounPhrase(what!), done))
}
const TOGETHER_AS = /^的?([^，。；的]{2,12}?)(联名|附议)(?=，)/ // 三十名以上|的代表联名，可以提出质询案
const TOGETHER =
  /^(?!的|为|单数|组成)[^，。；的之以]{2,4}?(?:[的之][^，。；]{2,12}|(?=方可|方能|始得|才能|[，。；]|$))/
const NEEDS = new RegExp(`(?:${MODAL})*有|(?:${MODAL})*${functionWords('由经')}`)
const NEXT_ACT = /^[^，。；]*，(?:对[^，。；]*，)?(?:可以|有权|应当|得)([^，。；]{2,30})/

/** Who is chosen or set up, with the body whose office it is: 推选|召集人一名; 董事会设|董事长一人，可以设|副董事长一至二人. */
export function officeIn(setting: Setting): string | undefined {
  const before = /(?:指定|推举|公推|互推|推选|指派|委派|选举|选派|设|置|由|、)([^，。；、]{2,12})$/.exec(
    setting.before,
  )?.[1]
  const chosen = before?.replace(/^.*(?:指定|推举|公推|互推|推选)/, '')
  if (!chosen || !/^(?:代理|担任|为|兼任|组成|、|，|。|；|主持|负责|$)/.test(setting.after)) return undefined
  return (SET_UP.test(setting.before) ? bodyOf(setting, chosen) : '') + chosen
}

function bodyOf(setting: Setting, office: string): string {
  const clause = lastClause(setting.before).slice(0, -office.length)
  const clauses = [...setting.ahead.split('，').slice(0, -1), clause]
  const body = clauses.map(one => nounPhrase(BODY.exec(one)?.[1] ?? '')).find(one => one.length >= 2) ?? ''
  return office.startsWith(body) || /[时后]$/.test(body) ? '' : body
}
const SET_UP = /(?<![装设配安建布放处])[设置][^，。；、]{2,12}$/
const BODY = new RegExp(
  `^([^，的]{2,12}?)(?:${MODAL}|可以|依法|另)*(?:[设置](?![立置])|${functionWords('由')}.*组成)`,
)

/** 职工|二百人以上的|企业 counts the 职工 of what stands behind. */
export function membersOf({ before, quote, after }: Setting): string | null {
  const whole = /[人名]以[上下]$/.test(quote) && /^的([^，。；：]{2,20})(?=，)/.exec(after)?.[1]
  const members = whole && !/(?:或者?|和|、)$/.test(before) ? nounPhrase(lastClause(before)) : ''
  return members.length >= 2 && members.length <= LONGEST ? whole + members : null
}
const LONGEST = 6 // characters of a word for people; longer words name no people alone
