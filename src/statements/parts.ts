import { functionWords } from '../lexicon/function-words.ts'
import { LEVELS, MODAL, MODALITIES } from '../lexicon/modality.ts'
import { PUNISHING } from '../lexicon/penalties.ts'
import type { Statement } from '../statement-types.ts'
import { agentIn, isName, nameAtHead } from './actor.ts'
import { AIM, type Clause, clausesOf, mainClause, modalIn } from './clauses.ts'

/** Who, how strictly, when, and what: the parts of a statement. */
export type Parts = Pick<Statement, 'actor' | 'modality' | 'condition' | 'act'>

/** The parts of a statement's text, in its own words; what an item does not say is taken from its lead-ins, outermost first. */
export function partsOf(text: string, leads: string[]): Parts {
  const own = readParts(text)
  const led = leads.length > 0 ? partsOf(leads.at(-1)!, leads.slice(0, -1)) : null
  return {
    actor: own.actor ?? led?.actor ?? null,
    modality: own.modality ?? led?.modality ?? null,
    condition: own.condition ?? led?.condition ?? null,
    act: own.act || text.replace(/[，：；。！？]+$/, ''),
  }
}

function readParts(text: string): Parts {
  const clauses = clausesOf(text)
  const at = mainClause(clauses)
  if (at < 0) return { actor: null, modality: null, condition: joined(clauses), act: '' }
  const before = clauses.slice(0, at)
  const further = clauses.slice(at + 1).filter(({ isCondition }) => !isCondition)
  const main = readMain(clauses[at]!.text, before, further.length > 0)
  const exceptions = clauses.slice(at + 1).filter(clause => clause.isCondition && EXCEPTS.test(clause.text))
  const between = main.between ? [{ text: main.between, isCondition: true }] : []
  return {
    actor: main.actor ?? agentNext(further),
    modality: modalityOf(main.modal),
    condition: joined([...before.filter(({ isCondition }) => isCondition), ...between, ...exceptions]),
    act: [
      ...before.filter(clause => isTopic(clause, main.actor)).map(clause => clause.text),
      main.act,
      ...further.map(clause => withoutModal(clause.text, main.modal)),
    ]
      .filter(each => each !== '')
      .join('，'),
  }
}

/** Who is named right behind: 应当按照规定，由主要负责人签发. */
function agentNext([next]: Clause[]): string | null {
  const agent = next && agentIn(next.text)
  return agent?.index === 0 ? agent.name : null
}
const EXCEPTS = /除外的?$/

function joined(clauses: Clause[]): string | null {
  return clauses.length > 0 ? clauses.map(({ text }) => text).join('，') : null
}

/** What the act is done to, said ahead of it: 防护绿地、生产绿地，由有关单位负责. */
function isTopic({ text, isCondition }: Clause, actor: string | null): boolean {
  return !isCondition && text !== actor && !AIM.test(text)
}

/** Softest first: of 一般应 the softer word counts. */
function modalityOf(modal: string): string | null {
  return MODALITIES.find(({ pattern }) => pattern.test(modal))?.modality ?? null
}

/** A further clause that goes on under the same modal word, or another as strict. */
function withoutModal(clause: string, modal: string): string {
  const [whole, also = '', own] = MODAL_AT_HEAD.exec(clause) ?? []
  return own && modal !== '' && levelOf(own) === levelOf(modal) ? also + clause.slice(whole!.length) : clause
}
const MODAL_AT_HEAD = new RegExp(`^(并|同时|也)?(${MODAL})`)

function levelOf(modal: string): number {
  return LEVELS.findIndex(pattern => pattern.test(modal))
}

interface Main {
  actor: string | null
  modal: string
  /** A condition between actor and modal word: 未经批准. */
  between: string | null
  act: string
}

/** Reads the clause that lays down; `before` are the clauses that stand before it. */
function readMain(main: string, before: Clause[], goesOn: boolean): Main {
  const modal = modalIn(main)
  return byAgent(main, modal) ?? (modal ? byModal(main, modal, before, goesOn) : unmarked(main, before))
}

type Modal = NonNullable<ReturnType<typeof modalIn>>

function byAgent(main: string, modal: Modal | null): Main | null {
  const agent = agentIn(main)
  if (!agent || (modal && nameAtHead(main.slice(0, modal.index))?.rest === '')) return null
  const act = main.slice(0, agent.index).replace(ENDS_IN_MODAL, '') + agent.rest
  return { actor: agent.name, modal: modal?.word ?? '', between: null, act }
}
const ENDS_IN_MODAL = new RegExp(`${MODAL}$`)

function byModal(main: string, modal: Modal, before: Clause[], goesOn: boolean): Main {
  const [head, after] = [main.slice(0, modal.index), main.slice(modal.index + modal.word.length)]
  const named = isName(head) ? { name: head, rest: '' } : nameAtHead(head)
  const addressed = ADDRESSES.test(modal.word) ? nameAtHead(after.replace(FURTHER_VERBS, ''), true) : null
  if (!named && addressed && (addressed.rest !== '' || goesOn))
    return { actor: addressed.name, modal: modal.word, between: null, act: addressed.rest }
  const rest = named ? named.rest : head
  const between = BETWEEN.exec(rest)?.[0] ?? null
  // 坚持廉洁从政，不得谋取利益: without its word the second clause would say the opposite.
  const kept = LEVELS[0]!.test(modal.word) && before.some(isAct) ? modal.word : ''
  return {
    actor: named?.name ?? actorBefore(before, main),
    modal: modal.word,
    between,
    act: rest.slice(between?.length ?? 0) + kept + after,
  }
}

/** Whether a clause ahead of the one that lays down is neither condition nor topic, but something else to be done. */
function isAct({ text, isCondition }: Clause): boolean {
  return !isCondition && !isName(text) && !AIM.test(text) && !ABOUT.test(text)
}
const ABOUT = new RegExp(`^(?:${functionWords('对在')}|对于|关于|除)`)
const BETWEEN = new RegExp(
  `^(?:未经|非经|除|确需|因).*$|^.*(?:${functionWords('时')}|期间|[^之以提]前|[^之以]后)$`,
)
const ADDRESSES = /鼓励|支持|提倡|倡导|禁止|严禁/
const FURTHER_VERBS = /^(?:(?:、|和|与)?(?:鼓励|支持|引导|提倡|倡导|推动))*/

function unmarked(main: string, before: Clause[]): Main {
  const named = nameAtHead(main)
  if (named && named.rest !== '') return { actor: named.name, modal: '', between: null, act: named.rest }
  return { actor: actorBefore(before, main), modal: '', between: null, act: main }
}

const PUNISHES = new RegExp(PUNISHING)

/**
 * Who stands ahead of a main clause that names nobody, or at the head of its condition: 企业办理注销登记时，应当清算. Not who is
 * punished: 企业伪造账目的，处一万元罚款.
 */
function actorBefore(before: Clause[], main: string): string | null {
  if (PUNISHES.test(main)) return null
  const last = before.at(-1)
  if (last && isName(last.text)) return last.text
  for (const { text, isCondition } of before.toReversed()) {
    const named = nameAtHead(text, isCondition)
    if (named && named.rest !== '') return named.name
  }
  return null
}
