import { CONDITION, OCCASION } from '../lexicon/conditions.ts'
import { functionWords } from '../lexicon/function-words.ts'
import { MODAL } from '../lexicon/modality.ts'
import { PREDICATE } from '../lexicon/predicates.ts'
import { agentIn, isName, nameAtHead } from './actor.ts'

/** A clause of a statement, and whether it only says when the rest counts. */
export interface Clause {
  text: string
  isCondition: boolean
}

/** The clauses of a statement, cut at its commas and other marks but not inside of brackets and quotes. */
export function clausesOf(text: string): Clause[] {
  const parts = (text.match(CLAUSE) ?? []).map(part => part.trim()).filter(part => part !== '')
  const clauses = parts.map(part => ({ text: part, isCondition: isCondition(part) }))
  return clauses.map((clause, at) => ({ ...clause, isCondition: clause.isCondition || begins(clauses, at) }))
}
const CLAUSE = /(?:（[^（）]*）|“[^“”]*”|《[^《》]*》|[^，：；。！？])+/g

/** Whether the clause is the first half of a condition: 违法行为轻微并及时纠正，|没有造成危害后果的. */
function begins(clauses: Clause[], at: number): boolean {
  const [{ text }, next] = [clauses[at]!, clauses[at + 1]]
  if (!next?.isCondition || !OF.test(next.text) || /^对/.test(next.text)) return false
  if (isName(text)) return true
  if (modalIn(text) || agentIn(text) || AIM.test(text)) return false
  const named = nameAtHead(text)
  if (named) return LEFT_UNDONE.test(named.rest)
  // 居住区内绿地，实行物业管理的，由… is a thing: what the rest is about.
  const main = clauses.slice(at + 1).find(({ isCondition }) => !isCondition)
  return !NO_CASE.test(text) && !(main && BY_AT_HEAD.test(main.text))
}
const OF = new RegExp(`${functionWords('的')}$`)
const NO_CASE = new RegExp(`^${PREDICATE}|${functionWords('的')}|等$`)
const LEFT_UNDONE = /^(?:未|不|违反|拒|无)/

/** Clauses that say what for, or by which rule. */
export const AIM = /^(?:为了?|根据|按照|依照)/

/**
 * Place of the clause that lays down: the first with a modal word, with 由 somebody, or with somebody who does something; of a
 * lead-in that which announces the items. -1 where all are conditions.
 */
export function mainClause(clauses: Clause[]): number {
  const rest = clauses.map((_, at) => at).filter(at => !clauses[at]!.isCondition)
  const last = rest.at(-1)
  if (last !== undefined && ANNOUNCES.test(clauses[last]!.text) && modalIn(clauses[last]!.text)) return last
  return (
    rest.find((at, place) => laysDown(clauses[at]!.text, clauses[rest[place + 1] ?? -1]?.text)) ??
    rest.find(at => !isName(clauses[at]!.text)) ??
    rest[0] ??
    -1
  )
}

/** Words that announce a list of items. */
export const ANNOUNCES = /下列|以下(?!罚款|的?罚)|如下/

function laysDown(clause: string, next = ''): boolean {
  const modal = modalIn(clause)
  // 应当绿化而没有绿化的裸露空地，由… is what the next clause is about.
  if (modal) return !(BY_AT_HEAD.test(next) && LEFT_UNDONE_THING.test(clause))
  if (agentIn(clause)) return true
  // 各部门报送市人民政府的公文，应当…: the next clause lays down.
  return !AIM.test(clause) && Boolean(nameAtHead(clause)?.rest) && !MODAL_AT_HEAD.test(next)
}
const LEFT_UNDONE_THING = new RegExp(`(?:未|没有)[^，]*${functionWords('的')}[^，的]{1,14}$`)
const MODAL_AT_HEAD = new RegExp(`^${MODAL}`)
const BY_AT_HEAD = new RegExp(`^${functionWords('由')}`)

/**
 * The modal words of a clause that stand together (一般应, 原则上不得), if they are not part of what a thing is called: in
 * 对可以不聘用监理的建设项目 and 不在禁止吸烟的场所吸烟 there are none.
 */
export function modalIn(clause: string): { index: number; word: string } | null {
  for (const match of clause.matchAll(MODALS)) {
    const [before, after] = [clause.slice(0, match.index), clause.slice(match.index + match[0].length)]
    if (!isOfThing(before, after)) return { index: match.index, word: match[0] }
  }
  return null
}
const MODALS = new RegExp(`(?:${MODAL}均?)+`, 'g')
const OF_A_THING = new RegExp(`^[^，]*${functionWords('的')}[^，的]{1,14}$`)
const TOPIC = new RegExp(`^(?:${functionWords('对')}|对于|关于|除)|^(?:其他|其它)$|、$`)

function isOfThing(before: string, after: string): boolean {
  return (TOPIC.test(before) && OF_A_THING.test(after)) || /^不?在$/.test(before)
}

/** Whether a clause only says in which case the rest counts. */
function isCondition(clause: string): boolean {
  if (ENDS_CONDITION.test(clause)) return true
  return (
    !FIRST_MODAL.test(clause) &&
    (OPENS_CONDITION.test(clause) || OCCASION.test(clause) || isShortCondition(clause))
  )
}
const FIRST_MODAL = new RegExp(MODAL)
const ENDS_CONDITION = new RegExp(
  `${OF.source}|(?:${functionWords('时')}|期间|期满|之?后|[^之以提]前|以外|情况下|情形下|前提下|除外的?)$|^除.*外$`,
)
const OPENS_CONDITION =
  /^违反.*(?:规定|约定)$|^(?:未经|非[经因]|有下列|因.*(?:需要|原因)|如[有需遇]|逾期|必要时|确需|情节)/

function isShortCondition(clause: string): boolean {
  return clause.length <= FEW_CHARACTERS && CONDITION.test(clause) && !agentIn(clause)
}
// Longer clauses only contain such words somewhere.
const FEW_CHARACTERS = 12
