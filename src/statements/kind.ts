import { verbsOf } from '../lexicon/acts.ts'
import { IN_FORCE_FROM, THIS_DOCUMENT } from '../lexicon/formulas.ts'
import { functionWords } from '../lexicon/function-words.ts'
import { LEVELS } from '../lexicon/modality.ts'
import { LIABLE, PUNISHING } from '../lexicon/penalties.ts'
import type { StatementKind } from '../statement-types.ts'
import { agentIn, nameAtHead } from './actor.ts'
import { clausesOf, mainClause, modalIn } from './clauses.ts'

/** What a statement does. An item does what its lead-ins (outermost first) announce, unless it says that it does something else. */
export function kindOf(text: string, leads: string[]): StatementKind {
  return readKind(text, leads).kind
}

function readKind(text: string, leads: string[]): Read {
  const own = kindIn(text)
  const led = leads.length > 0 ? readKind(leads.at(-1)!, leads.slice(0, -1)) : null
  return led && (INHERITED.has(led.kind) || (led.isSaid && !own.isSaid)) ? led : own
}

// Of 禁止下列行为 each is a prohibition, of 按照下列规定处罚 each a sanction, whatever words it has.
const INHERITED = new Set<StatementKind>([
  'definition',
  'application',
  'prohibition',
  'sanction',
  'encouragement',
])

interface Read {
  kind: StatementKind
  /** Whether a word says it, or only nothing says otherwise. */
  isSaid: boolean
}

function kindIn(text: string): Read {
  const clauses = clausesOf(text)
  const laid = clauses.filter(({ isCondition }) => !isCondition).map(clause => clause.text)
  const whole = OF_WHOLE.find(({ pattern }) => pattern.test(laid.join('，')))
  if (whole) return { kind: whole.kind, isSaid: true }
  const main = clauses[mainClause(clauses)]?.text ?? ''
  const kind = markedKind(main)
  if (kind) return { kind, isSaid: true }
  return { kind: main !== '' && laid.some(isProcedure) ? 'procedure' : 'duty', isSaid: false }
}

/** What a main clause does by its modal word, or by other words that say it. */
function markedKind(main: string): StatementKind | null {
  const modal = modalIn(main)?.word ?? ''
  const level = LEVELS.findIndex(pattern => pattern.test(modal))
  if (level >= 0) return OF_LEVEL[level]!
  if (HAS_RIGHT.test(main)) return 'permission'
  if (FORBIDS_BARELY.test(nameAtHead(main)?.rest ?? main)) return 'prohibition'
  return CHARGES.test(main) ? 'power' : null
}

const OF_LEVEL: StatementKind[] = ['prohibition', 'duty', 'encouragement', 'permission']
const HAS_RIGHT = /有权(?!机关|部门|机构)|享有[^，]*权/
// 不乱扔垃圾, but not a measure: 不低于百分之四十.
const FORBIDS_BARELY =
  /^(?:原则上|一般|均|都|也)?不(?!断|动产|良|定期|得不|低于|少于|小于|超过|超出|高于|大于|予)/
const CHARGES =
  /负责(?!人|同志|制)|主管(?!部门|机关|单位|领导|副)|行使|(?:任务|职责|职权|职能)(?:是|为)|^[^，]{0,20}(?:主要|下列|以下)(?:任务|职责|职权|职能)$|(?:统筹|领导(?!下)|协调|指导|监督|主持)[^，、]{0,30}工作$/

/** Who decides, whom it is put to, by which way: none of it laid down with a modal word. */
function isProcedure(clause: string): boolean {
  return PROCEDURE.test(clause) || DECIDES.test(nameAtHead(clause)?.rest ?? '') || agentIn(clause) !== null
}
const DECIDES = new RegExp(`^${verbsOf('chair', 'sign', 'decide', 'check')}`)
const PROCEDURE = new RegExp(
  `^(?:${functionWords('经报')})|${functionWords('报')}[^，]{1,20}(?:批准|审批|审定|备案|签发|审核|同意|审议)|提请|召开|按照下列|组成$`,
)

/** What the statement as a whole does, conditions left out. */
const OF_WHOLE: { kind: StatementKind; pattern: RegExp }[] = [
  {
    kind: 'final',
    pattern: new RegExp(
      `^(?:本[^，]{1,6})?${IN_FORCE_FROM}|^本[^，]{1,6}自[^，]{2,30}(?:起|日|后)(?:施行|实施|执行|生效)|同时废止|${THIS_DOCUMENT}[^，]{0,8}${functionWords('由')}[^，。]{2,30}解释`,
    ),
  },
  { kind: 'purpose', pattern: new RegExp(`(?:制定|修订|修改)(?:${THIS_DOCUMENT}|本)`) },
  {
    kind: 'definition',
    pattern: /所称|(?:含义|用语)[^，。]{0,6}(?:为|是|$)|是指|，指(?![导定挥标派数南示引])/,
  },
  {
    kind: 'application',
    pattern: new RegExp(
      `适用${THIS_DOCUMENT}|${THIS_DOCUMENT}[^，。]{0,6}适用于|(?:依照|按照|从|依|适用)其规定|参照${THIS_DOCUMENT}`,
    ),
  },
  {
    kind: 'sanction',
    pattern: new RegExp(`${PUNISHING}|${LIABLE}`),
  },
]
