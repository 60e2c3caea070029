import { DECIDING } from '../lexicon/acts.ts'
import { ADDRESSED, DECIDING_MEETING } from '../lexicon/bodies.ts'
import { OCCASION, SANCTION_STAGE } from '../lexicon/conditions.ts'
import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import type { Provision } from '../types.ts'
import { addresseeKind } from './like.ts'

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

/**
 * When only a number counts, in the document's words: the last clause before it in its sentence that ends in 的 (只作部分文字修改的,
 * 情节严重的), or that names an occasion (遇有特殊情况). Of a penalty the act is its subject, and only what must come on top of it
 * is the condition (逾期不改正的). `before` is the sentence before the quote, `quote` the quote itself. Null where there is none.
 */
export function conditionOf(measure: Provision['measure'], before: string, quote: string): string | null {
  const clauses = before.split(/[，：]/)
  const last = clauses.pop()!
  const inline = INLINE.exec(last)?.[1]
  const candidates = inline && OPENS_BOUND.test(quote) ? [...clauses, inline] : clauses
  const started = STARTING.exec(last)?.[1]
  if (started) return started
  const season = /^time-of/.test(measure) && SEASON.exec(last)?.[1]
  if (season) return season
  const found = candidates.findLast(
    clause => isCondition(clause, PENAL.has(measure)) && !isStep(clause, measure, quote),
  )
  return found?.replace(/^(如[^的]{2,20}的)(?=由|经|应|须|可).*$/, '$1') ?? null
}
// 必要时保持|一米距离, 有违法所得的没收违法所得并处|…罚款: the condition that its clause begins with.
const STARTING = /^(必要时|(?:没)?有违法所得的)(?=.)/

// 50万元以上的: another step of the same sums; 一千平方米以下的 of a size in the same unit
function isStep(clause: string, measure: Provision['measure'], quote: string): boolean {
  if (!STEP.test(clause)) return false
  const unit = SIZED.exec(quote)?.[1]
  return measure === 'amount-threshold' || (unit !== undefined && clause.includes(unit))
}
const STEP = /(?:以上|以下|超过|不足|不满)[^，]{0,12}的$/
const SIZED = new RegExp(String.raw`^[\d${CHINESE_NUMERAL}]+([\u4e00-\u9fff]{1,4}?)以[上下内]$`)

// 夏季每日二十一时至次日六时
const SEASON = /(?:^|、)([春夏秋冬]季|(?:法定)?节假日|工作日|周末|非?汛期|[供采]暖期)$/
const PENAL = new Set<string>(['fine', 'fine-multiple'])

// 部署专项工作的|一般不超过4000字: the condition without a comma, right before the bound.
const INLINE = /^([^，]{2,40}的)$/
const OPENS_BOUND =
  /^(?:一般|原则上|应|必须|须|不|可|最(?:多|少|高|低|长|短)(?:不|为)|至少|在|于|控制|限|由|按|处|提前)/

// 对于一般违法行为，; 情况复杂的案件，
const OF_KIND = /^对于[^，]{2,30}$|^(?:对于?)?(?:情况|案情)[^，]{2,8}的[^，的]{2,4}$/

function isCondition(clause: string, penal: boolean): boolean {
  if (penal) return SANCTION_STAGE.test(clause)
  if (/^.{0,30}违反[^的]{2,30}规定$/.test(clause)) return false
  return (
    (/(?:[^目]|[项题科数节栏]目)的$/.test(clause) && clause.length >= 3) ||
    OCCASION.test(clause) ||
    OF_KIND.test(clause)
  )
}

/**
 * To whom a number applies where the sentence tells several apart or names them: 对个人处…, 对单位并处…, 属于单位的. Null where it
 * names nobody; `earlier` is the unit's text before the sentence, which may go on about one named there.
 */
export function addresseeOf(before: string, earlier = ''): string | null {
  return named(before) ?? (SANCTION_STAGE.test(before.split('，')[0]!) ? carriedOn(earlier) : null)
}

// 对组织者给予警告。|警告后不改正的，处…: the one whom alone the parts before name, back to the one that names the act; who answers for a
// unit is not who goes on.
function carriedOn(earlier: string): string | null {
  const parts = earlier.split(/[；。]/).filter(part => part !== '')
  const act = parts.findLastIndex(part => !SANCTION_STAGE.test(part.split('，')[0]!))
  const [only, another] = new Set(parts.slice(Math.max(act, 0)).flatMap(addressees))
  return only && another === undefined && addresseeKind(only) !== 'official' ? only : null
}

function named(before: string): string | null {
  return addressees(before).at(-1) ?? null
}

function addressees(before: string): string[] {
  const named = [...before.matchAll(ADDRESSEE)].map(match => (match[1] ?? match[2] ?? match[3])!)
  return named
    .map(name => name.replace(/^(?:其(?!他)|该|上述)|^.*(?:违反|规定|行为|情形).*的(?=[^的]{2,}$)/, ''))
    .filter(name => ADDRESSED.test(name))
}
const ADDRESSEE =
  /(?<![反针])对((?:[^，。；：对]|、){2,30}?)(?:可以|可|并|应当|依法|分别|一次性|各|按照?|每[^，。；]{1,4})*(?:处以?|罚款|罚|给予|予以|奖励|并处|，(?:由|可以|处|给予))|(?:^|[，；：]|的)(个人|单位|企业|自然人|法人|公民|经营者|法人或者其他组织)(?=(?:可以|可|应当)?(?:并?处|罚款|给予|不超过|每))|(?:是|属于?|系|为)((?:企业|事业)?单位|个人|法人|自然人|公民|法人(?:或者|和)其他组织|经营者|个体工商户)的/g
