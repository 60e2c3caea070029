import { verbsOf } from '../lexicon/acts.ts'
import { ENDS_NAME } from '../lexicon/bodies.ts'
import { functionWords, JOINING } from '../lexicon/function-words.ts'
import { MODAL } from '../lexicon/modality.ts'
import { ADVERB, PREDICATE } from '../lexicon/predicates.ts'

/** A name at the head of a clause, with what follows it. */
interface Named {
  name: string
  rest: string
}

/**
 * The persons or bodies with whom a clause begins: the shortest stretch that ends as a name does and is followed by what a body does,
 * or by nothing. With `loosely` also by a verb that no table has, if no other name ends nearby. Null where a thing or an act
 * stands there: 市人民政府及其部门签发的电子证照 is none.
 */
export function nameAtHead(clause: string, loosely = false): Named | null {
  const body = clause.slice(LEADING.exec(clause)![0].length)
  const ends = [...body.slice(0, 2 * LONGEST_ACTOR).matchAll(NAME_END)]
    .map(match => match.index + match[0].length)
    .filter(end => couldName(body.slice(0, end)))
  const strict = ends.find(end => isPredicate(body.slice(end)))
  const end = strict ?? (loosely ? ends.find((each, at) => isLooseEnd(body, each, ends[at + 1])) : undefined)
  return end === undefined ? null : { name: body.slice(0, end), rest: body.slice(end) }
}

/** Whether a clause is nothing but a name: 负责市人民政府决定事项落实的部门和单位, 教育工作者、先进模范等. */
export function isName(clause: string): boolean {
  return IS_NAME.test(clause) && couldName(clause)
}

/** 由 somebody who does something, and where it stands: 由市长或副市长签发. */
export function agentIn(clause: string): (Named & { index: number }) | null {
  for (const { index } of clause.matchAll(BY)) {
    const behind = clause.slice(index + 1)
    const named = nameAtHead(behind, true) ?? deciderAtHead(behind)
    if (named && named.rest !== '' && !NO_ACT.test(named.rest) && !QUALIFIES.test(named.rest))
      return { index, ...named }
  }
  return null
}
const BY = new RegExp(functionWords('由'), 'g')

/** Who decides, signs or chairs is somebody, whatever the name ends in: 由市政府常务会议审定. */
function deciderAtHead(clause: string): Named | null {
  const name = DECIDER.exec(clause)?.[0]
  return name ? { name, rest: clause.slice(name.length) } : null
}
const DECIDER = new RegExp(`^(?!下列|以下)[^，]{2,20}?(?=${verbsOf('chair', 'sign', 'decide', 'check')})`)
// 由下列人员组成: of whom it consists, not who acts.
const NO_ACT = /^(?:组成|构成)/

// Longer ones are sentences.
const LONGEST_ACTOR = 60
const LEADING = /^(?:其中|同时|此外|另外|但是?|并且?|凡是?|如果?|若|以及|和|及|或者?|因此|由(?!于))*/
const NAME = `${ENDS_NAME}(?:[（(][^（）()]{1,30}[）)])?`
const NAME_END = new RegExp(`${NAME}等?`, 'g')
const IS_NAME = new RegExp(`^[^，]*${NAME}等?$|^[^的]*${NAME}、[^的]{1,20}等$`)

/** Whether a stretch that ends as a name does could be one, by how it begins and what it holds. */
function couldName(stretch: string): boolean {
  if (stretch.length > LONGEST_ACTOR || NO_NAME.test(stretch)) return false
  // 负责城市绿化的部门 is a name, 负责市人民政府 none.
  return OF.test(stretch) || !NO_NAME_ALONE.test(stretch)
}
const OF = new RegExp(functionWords('的'))
const NO_NAME = new RegExp(
  `^(?:${MODAL}|${functionWords('以经与为对受')}|对于|除|按照|依照|根据|通过|因|未经|违反|自|每|给|有下列)|[，：；。]|人人|${functionWords('是')}`,
)
const NO_NAME_ALONE = new RegExp(`^(?:${ADVERB}|${PREDICATE})|${functionWords('只由在对将把向报经')}`)

function isPredicate(rest: string): boolean {
  return rest === '' || (OPENS_PREDICATE.test(rest) && !QUALIFIES.test(rest) && !IS_OBJECT.test(rest))
}
const OPENS_PREDICATE = new RegExp(`^(?:${ADVERB}|${MODAL}|${PREDICATE})`)
// What follows belongs to a thing named later: 市政府召开的会议, 部门依法制定的规划.
const QUALIFIES = new RegExp(
  `^(?:依法|共同|联合)?(?:${PREDICATE}|[^，的在对向]{2})(?:${PREDICATE})?${functionWords('的')}(?!$|情况|时候)`,
)
// Of 责任人按照下列规定确定 nobody is said to do it.
const IS_OBJECT = /^(?:按照?|依照).*(?:确定|划分)$/

function isLooseEnd(body: string, end: number, next: number | undefined): boolean {
  const rest = body.slice(end)
  return !GOES_ON.test(rest) && !QUALIFIES.test(rest) && (next === undefined || next - end > NEAR_THE_ACT)
}
// 公安机关|交通管理部门 is one name.
const NEAR_THE_ACT = 10
const GOES_ON = new RegExp(
  `^(?:${functionWords('的其等')}|${JOINING}|[、（）内外中上下间所之]|主要负责|负责人|工作人员|会议|领导|同志|常务会)`,
)
