import { DECIDING } from '../lexicon/acts.ts'
import { DECIDING_MEETING } from '../lexicon/bodies.ts'
import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import type { Provision } from '../types.ts'

/** Who decides, and whether only in preparation. */
export type Actor = Pick<Provision, 'actor' | 'stage'>

/**
 * Who decides above or below a threshold, in the document's words: after it (由…审定, 报…批准, 提请…审议), else the body at
 * the head of the paragraph whose duties are listed (市人民政府常务会议…：审议…). Null where nobody is named.
 * 须先经…研究 prepares what another decides. Who fines may stand in a sentence before, `earlier`.
 */
export function actorOf(
  measure: Provision['measure'],
  { before, after, earlier, lead }: { before: string; after: string; earlier: string; lead: string },
): Actor {
  const named = decider(after)
  if (named) return named
  if (measure === 'fine' || measure === 'fine-multiple')
    return { actor: fining(before) ?? fining(earlier) ?? fining(lead) }
  return { actor: measure === 'amount-threshold' ? (body(before) ?? body(lead)) : null }
}

const NAMED = new RegExp(`(须?先经|由|报经?|经|提请|提交|报请)(?:所在地的?)?([^，。；]{2,24}?)(${DECIDING})`)

function decider(after: string): Actor | null {
  const matches = ownClauses(after)
    .map(clause => NAMED.exec(clause))
    .filter(match => match !== null)
  // 经区主管部门审核后，报市主管部门审批: the one asked first does not decide
  const match = matches.find(one => !/审核|研究|审查|同意/.test(one[3]!)) ?? matches[0]
  if (!match) return null
  return match[1]!.includes('先') ? { actor: match[2]!, stage: 'preliminary' } : { actor: match[2]! }
}

// The clauses that go on about this threshold: up to the next one, in the same sentence.
function ownClauses(after: string): string[] {
  const clauses = after.split(/[，；。]/).slice(0, 4)
  const next = clauses.findIndex((clause, index) => index > 0 && NEXT_THRESHOLD.test(clause))
  return next < 0 ? clauses : clauses.slice(0, next)
}
const NEXT_THRESHOLD = new RegExp(String.raw`不足|以上|以下|超过|[\d${CHINESE_NUMERAL}]元`)

// 由城市管理部门责令改正，处…罚款: the last one named before the fine.
function fining(before: string): string | null {
  const names = [
    ...before.matchAll(/由((?:[^，。；由]|、)*?)(?:责令|依法|给予|予以|处|没收|按照|按|可以|并处|分别|对)/g),
  ].map(match => match[1]!)
  return names.at(-1) || null
}

function body(text: string): string | null {
  return DECIDING_MEETING.exec(text)?.[1] ?? null
}
