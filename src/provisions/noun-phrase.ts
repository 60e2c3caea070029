import { functionWords } from '../lexicon/function-words.ts'
import { MODAL, OBLIGING } from '../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'

// Where the predicate begins: 部门制定的行政规范性文件|必须依法报…, 市人民政府常务会议|由市长、副市长组成.
const PREDICATE = new RegExp(
  [
    ...[OBLIGING, '不得', '可以', '一般', '原则上', '有权', '方能'],
    '负责(?!同志|人|的|常务)|建立|坚持|加强|严格|自觉|实行(?!政)|进行|依照|依法|会同|是指|包括|优化|提高|完善|推进',
    ...[functionWords('由在'), '每(?=年|月|半|季|周|两)', '等于'],
    `${functionWords('自')}(?=.{2,16}之?日起)|${functionWords('于')}(?=.{2,10}[前后内])`,
    `${functionWords('经')}.{2,16}(?:批准|同意|确认)`,
  ].join('|'),
  'g',
)

/** The subject of a clause: its noun phrase up to the predicate; '' where the clause begins with one. */
export function subjectPart(clause: string): string {
  const phrase = nounPhrase(clause)
  // 需要主办部门会同…办理的事项 is one phrase: its verbs belong to the attribute
  const predicate = /^[需应以由拟凡]/.test(phrase) ? phrase.length : predicateAt(phrase)
  const part = phrase.slice(0, predicate).replace(BOUNDED, '')
  return /^(?:精简|加强|严格|带头|认真|坚持|完善|健全|推进|落实|建立|凡是|确因|未经|经|按|因)/.test(part)
    ? ''
    : nounPhrase(part)
}

/** Where the predicate of a phrase begins, behind its first two characters; its length where it has none. */
function predicateAt(phrase: string): number {
  PREDICATE.lastIndex = 2
  return PREDICATE.exec(phrase)?.index ?? phrase.length
}

// A size that qualifies: 临时占用城市绿地|一千平方米以下.
const BOUNDED = new RegExp(
  String.raw`(?:不?超过|不足|大于|小于)?[\d.${CHINESE_NUMERAL}]+[\u4e00-\u9fff]{1,4}?(?:以上|以下|以内).*$|[应]?为[\d.${CHINESE_NUMERAL}]+.*$`,
)

const LEADING = new RegExp(
  `^(?:${[
    '第[^条]{1,6}条|本[市省](?:实行|推行|支持|鼓励|推动|建立健全|建立)|本市(?=.{4})|鼓励|支持|其中|原则上|一般(?=.数)|但是?',
    functionWords('将且并该其'),
    '同时|另外|此外|因此|可以(?=对)|是指|所称|本(?:条例|办法|规定|规则|法)所称(?:的)?',
    `对于|${functionWords('对')}`,
    '关于|涉及|凡|如|确需|除|审议|研究(?=.{2,}事项$)|以及',
    `${functionWords('在')}(?=.{2,12}(?:上|中|内))`,
  ].join('|')})+`,
)
export const TRAILING = new RegExp(
  `(?:${[
    `${MODAL}有?|不得|至少|最多|最长|达到|达|控制|按照?|或者|以及|不|，|、|（|“`,
    functionWords('均也都只仅为是在由占于向时其经以的有和或及与至到'),
    '每年|每月|召开|根据需要|根据工作需要|进行|实行|定期|等于|未对|压缩|缩短|压减|给予|人民币|并?处以?',
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
