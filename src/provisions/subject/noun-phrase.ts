import { functionWords } from '../../lexicon/function-words.ts'
import { HEDGING, MODAL, OBLIGING } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'

// Where the predicate begins: 部门制定的行政规范性文件|必须依法报…, 市人民政府常务会议|由市长、副市长组成.
const PREDICATE = new RegExp(
  [
    ...[OBLIGING, HEDGING, '不得', '可以', '有权', '方能', '按照'],
    '负责(?!同志|人|的|常务)|建立|坚持|加强|严格|自觉|实行(?!政)|进行|依照|依法|会同|是指|包括|优化|提高|完善|推进',
    ...[functionWords('由在'), `每(?=年|月|半|季|周|两|学[年期]|[${CHINESE_NUMERAL}]+个?[年月周])`, '等于'],
    `${functionWords('自')}(?=.{2,16}之?日起)|${functionWords('于')}(?=.{2,10}(?:[前后内]|$))`,
    `${functionWords('经')}.{2,16}(?:批准|同意|确认)`,
  ].join('|'),
  'g',
)

/** The subject of a clause: its noun phrase up to the predicate; '' where the clause begins with one. */
export function subjectPart(clause: string): string {
  const phrase = nounPhrase(behindOtherBound(clause))
  // 需要主办部门会同…办理的事项 is one phrase: its verbs belong to the attribute
  const predicate = /^[需应以由拟凡]/.test(phrase) ? phrase.length : predicateAt(phrase)
  const part = phrase.slice(0, predicate).replace(BOUNDED, '')
  return /^(?:精简|做好|履行|遵守|加强|严格|带头|认真|坚持|完善|健全|推进|落实|建立|凡是|确因|未经|经|按|因)/.test(
    part,
  )
    ? ''
    : nounPhrase(part)
}

/**
 * A clause without what an earlier number in it speaks of: 迁移、砍伐十一株以上或者胸径|三十厘米以上 is about the 胸径, and 大树（胸径二十厘米以上）|超过二株
 * about trees.
 */
export function behindOtherBound(clause: string): string {
  return clause.replace(OTHER_BOUND, '').replace(BOUND_IN_BRACKETS, '')
}
const OTHER_BOUND = new RegExp(
  String.raw`^.*(?:[\d${CHINESE_NUMERAL}][\u4e00-\u9fff]{1,4}(?:以上|以下|以内)|(?:超过|少于|低于|不足|达到)[\d点${CHINESE_NUMERAL}]+[\u4e00-\u9fff]{1,4}?)(?:或者?|且|并且|和|及|、(?=[^，、]*(?:均|每[^，、]{1,3})$))(?=.{2})|` +
    String.raw`^.*[\d${CHINESE_NUMERAL}][\u4e00-\u9fff]{1,4}(?:以上|以下|以内)的?[\u4e00-\u9fff]{1,8}(?:或者?|且|以及|和|及)(?=(?:胸径|树龄|高度|宽度|面积|长度|厚度|深度)在?$)`,
)
const BOUND_IN_BRACKETS = /（[^（）]*(?:以上|以下|以内|超过|不足|不小于|不少于)[^（）]*）/g

/** Where the predicate of a phrase begins, behind its first two characters; its length where it has none. */
function predicateAt(phrase: string): number {
  PREDICATE.lastIndex = 2
  for (let found = PREDICATE.exec(phrase); found; found = PREDICATE.exec(phrase))
    if (!IN_NAME.test(phrase.slice(found.index))) return found.index
  return phrase.length
}

// 市人民政府|优化营商环境工作主管部门应当…: a verb inside the name of a body.
const IN_NAME = new RegExp(
  `^(?:建立|加强|优化|提高|完善|推进|促进)[^，、的]{2,16}?(?:部门|机关|机构|委员会|办公室)(?:$|${MODAL}|负责)`,
)

// A size that qualifies: 临时占用城市绿地|一千平方米以下.
const BOUNDED = new RegExp(
  String.raw`(?:不?超过|不足|大于|小于)?[\d.${CHINESE_NUMERAL}]+[\u4e00-\u9fff]{1,4}?(?:以上|以下|以内).*$|[应]?为[\d.${CHINESE_NUMERAL}]+.*$`,
)

const LEADING = new RegExp(
  `^(?:${[
    '（[^（）]{1,3}）|第[^条]{1,6}条|本[市省](?:实行|推行|支持|鼓励|推动|建立健全|建立)|本市(?=.{4})|鼓励|支持|其中|原则上|一般(?=.数)|但是?',
    `${functionWords('将且并其')}|该(?![项类种批])`,
    '给予|同时|另外|此外|因此|可以(?=对)|是指|所称|本(?:条例|办法|规定|规则|法)所称(?:的)?',
    `对于|${functionWords('对')}`,
    '关于|涉及|或者|仅能|凡|如|确需|除|审议|研究(?=.{2,}事项$)|以及',
    `${functionWords('在')}(?=.{2,12}(?:上|中|内))`,
  ].join('|')})+`,
)
export const TRAILING = new RegExp(
  `(?:${[
    `${MODAL}有?|不得|至少|最多|最长|达到|达|控制|按照?|或者|以及|不|，|、|（|“`,
    functionWords('均也都只仅为是在由占于向时其经以的有和或及与至到'),
    '每(?:年|月|日|天|周|季度|学期|届)|召开|具体|统筹|根据需要|根据工作需要|进行|实行|定期|[一壹]式|等于|虽然?|未对|压缩|缩短|压减|给予|人民币|并?处以?',
  ].join('|')})+$`,
)

/** A clause as a noun phrase: without the connectives before it and the modal and bound words after it. */
export function nounPhrase(clause: string): string {
  let phrase = clause
  for (let previous = ''; previous !== phrase; ) {
    previous = phrase
    phrase = phrase.replace(LEADING, '').replace(TRAILING, '')
  }
  return phrase
}

/** Whether a subject can be what a sentence is about: not a bound, a condition or an act that begins with its verb. */
export function isTopic(subject: string): boolean {
  return subject.length >= 2 && subject.length <= 60 && !NO_TOPIC.test(subject) && !BOUND_WORDS.test(subject)
}
const NO_TOPIC = new RegExp(
  String.raw`^(?:[\d${CHINESE_NUMERAL}]+[^，]{0,2}元|超过|不|除|可以|应当|必须|依照|按照|根据|符合|违反|有下列|具有下列|为了|逾期|情节|由|报|没有|属于第|始得|方可|方能|才能|每(?:[年月季周]|半年)|与.*约定|在.*情况下?$|.*时候$|材料齐全|提交材料|会同|通过(?!.*(?:决议|决定|议案)$)|压减|简化|明确|推行|优化|提高|强化|推动|本市$|本省$)`,
)

/** Words of a bound: a clause with one speaks of a number. */
export const BOUND_WORDS = new RegExp(
  String.raw`百分之|不超过|不低于|不少于|不小于|不大于|至少|[\d${CHINESE_NUMERAL}][^\d，]{0,4}(?:以内|以上|以下)`,
)

/** What a bracket that is still open in a clause speaks of: the same as the clause, of another kind (会议发言不超过8分钟（非工作会议|不超过3分钟）). */
export function inBrackets(clause: string): string | null {
  const [, outside, inside] = /([^，。；（）]*)（([^（）]*)$/.exec(clause) ?? []
  if (outside === undefined || inside === undefined) return null
  const kind = nounPhrase(inside)
  const of = nounPhrase(outside.replace(BOUND_IN_CLAUSE, ''))
  if (kind.length < 2 || of.length < 2) return null
  for (let shared = Math.min(kind.length, of.length); shared > 0; shared--)
    if (kind.endsWith(of.slice(0, shared))) return kind + of.slice(shared)
  return kind + of
}
const BOUND_IN_CLAUSE = /(?:一般|原则上|应当?)?不(?:得|应)?(?:超过|少于|低于|多于).*$|控制在.*$/

/** A name that belongs to what is named before it: 人数, 期限. */
export const ATTRIBUTE = /(?:时间|时长|期限|时限|年限|会期|期|人数|字数|规模|篇幅)$/

/** A topic and what is measured of it: 会议 and 人数 → 会议人数, 文件 and 印发 → 文件的印发. */
export function compose(topic: string, name: string): string {
  if (topic === '' || name.startsWith(topic)) return name
  if (topic.endsWith(name)) return topic
  if (name.length > 2 && ATTRIBUTE.test(name) && topic.endsWith(name.slice(-2)))
    return topic.slice(0, -2) + name // 董事任期，每届任期
  if (/^..期$/.test(name) && ATTRIBUTE.test(topic)) return name // 合同期限三个月以上的，试用期|不得超过一个月
  if (name === '时间' && ATTRIBUTE.test(topic)) return topic.replace(/最[短长](?=[^最]{1,6}$)/, '')
  return name.length <= 2 && !/[人数间期率积度金额]/.test(name.at(-1)!) ? `${topic}的${name}` : topic + name
}
