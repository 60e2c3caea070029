import { ADDRESSED } from '../lexicon/bodies.ts'
import { SANCTION_STAGE } from '../lexicon/conditions.ts'
import { functionWords } from '../lexicon/function-words.ts'
import { BREACHED, MERCY, SANCTION_WORDS } from '../lexicon/penalties.ts'
import type { Range } from '../types.ts'

/**
 * What a phrase of a sanction clause does.
 *
 * - `listing`: the acts are the items below: 有下列行为之一的.
 * - `cited`: the breach by its place: 违反本条例第二十条第一项规定.
 * - `whom`: who of several is meant: 属驾驶人行为的, 是单位的.
 * - `stage`: what must come on top of the act: 逾期不改正的.
 * - `mercy`: makes a sanction milder or heavier.
 * - `sanction`: what follows.
 * - `authority`: who punishes, in a phrase of its own.
 * - `basis`: by which law.
 * - `addressed`: who is punished, in a phrase of its own: 对直接责任人员.
 * - `act`: all else: the act, or a part of it; `isWhole` where it ends in 的 as an act does.
 */
export type Role =
  | 'listing'
  | 'cited'
  | 'whom'
  | 'stage'
  | 'mercy'
  | 'sanction'
  | 'authority'
  | 'basis'
  | 'addressed'
  | 'act'

/** A phrase of a statement; the range counts in the text it was cut from. */
export interface Phrase extends Range {
  text: string
  role: Role
}

/** The phrases of a statement's text, which begins at `offset` of its unit's. Nothing is lost but the marks between them. */
export function phrasesOf(text: string, offset = 0): Phrase[] {
  return [...text.matchAll(PHRASE)]
    .flatMap(({ 0: part, index }) => partsOf(part, index))
    .map(({ text: part, from }) => ({
      text: part,
      from: offset + from,
      to: offset + from + part.length,
      role: roleOf(part),
    }))
}
const PHRASE = /(?:（[^（）]*）|“[^“”]*”|《[^《》]*》|[^，：；。！？\s])+/g

/** 违反第二十条第一项规定|饲养烈性犬只的|由公安机关没收犬只: what stands in one phrase without a comma. */
function partsOf(text: string, from: number): { text: string; from: number }[] {
  const cited = CITED_AHEAD.exec(text)
  const cuts = [
    cited ? cited[0].length : 0,
    ...Array.from(text.matchAll(OPENS_SANCTION), ({ index }) => index),
  ]
  const places = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b)
  return places
    .slice(0, -1)
    .map((at, n) => ({ text: text.slice(at, places[n + 1]), from: from + at }))
    .filter(part => part.text !== '')
}
const CITED_AHEAD = new RegExp(`^[^，的]{0,24}?${BREACHED}(?=[^的之、，或及和]{2})`)
const ADVERBS =
  '(?:可以|可|应当|并|依法|分别|予以|给予|当场|立即|视情节?|将|也|同时|一律|各|一并|按照职责分工|按照各自职责|按照?职责|酌情|再|要|严肃|依纪依法|依法依规)*'
const OPENS_SANCTION = new RegExp(
  `(?<=[^目]的)(?=由[^，的]{2,40}?(?:责令|处|给予|予以|没收|依法|吊销)|${ADVERBS}(?:责令|处以?[^，]{1,24}罚款|没收|吊销|依法|追究|停止|并处|给予|予以))`,
  'g',
)

/** Phrases by what they say, the narrower before the wider. */
const ROLES: { role: Role; is: (text: string) => boolean }[] = [
  { role: 'listing', is: test(/(?:下列|以下)(?!第)[^，：]{0,14}(?:行为|情形|情况)(?:之一)?的?$/) },
  // 按照下列规定处罚 announces sanctions and is none.
  {
    role: 'basis',
    is: test(/(?:下列|以下|如下)(?:规定|标准|方式|情形|处罚|处理)|^下列[^，]*(?:实施|执行|处罚|决定)$/),
  },
  { role: 'cited', is: test(new RegExp(`^(?:对|或者|以及|第[^条]{1,6}条)?[^，的]{0,30}?${BREACHED}的?$`)) },
  {
    role: 'whom',
    is: test(
      /^(?:属于?|是|系|为)[^，]{1,14}(?:行为|责任|(?:单位|个人|法人|组织|自然人|公民|经营者|个体工商户|工作人员))的$/,
    ),
  },
  { role: 'mercy', is: test(new RegExp(MERCY)) },
  { role: 'stage', is: isStage },
  { role: 'authority', is: test(new RegExp(`^${functionWords('由')}[^，]*$`), isNoSanction) },
  { role: 'basis', is: test(/^(?:依照|按照|依据|根据)/, isNoSanction) },
  { role: 'addressed', is: test(/^对[^，]{2,40}[^的]$/, isAddressed) },
  { role: 'sanction', is: isSanction },
]

function roleOf(text: string): Role {
  return ROLES.find(({ is }) => is(text))?.role ?? 'act'
}

function test(pattern: RegExp, also: (text: string) => boolean = () => true): (text: string) => boolean {
  return text => pattern.test(text) && also(text)
}

function isStage(text: string): boolean {
  return SANCTION_STAGE.test(text) || OTHER_STAGE.test(text)
}
// 情节较轻 without 的, 对他人造成损害的, 犬只伤害他人的; 从逾期之日起 says since when it is counted.
const OTHER_STAGE =
  /^[自从](?:逾期|期满|超期)[^，]{0,8}之日起$|^(?:情节[^，]{1,8}|构成犯罪|拒不改正|逾期不改正?)$|^(?:给|对|致|使)[^，]{0,12}造成[^，]*的$|^(?:整改|改正)后仍[^，]*的$|^有违法所得的$/

const ANY_SANCTION = new RegExp(Object.values(SANCTION_WORDS).join('|'))
function isNoSanction(text: string): boolean {
  return !isSanction(text)
}

function isAddressed(text: string): boolean {
  return ADDRESSED.test(text.slice(1)) && !ANY_SANCTION.test(text)
}

/** Whether a phrase says what follows: its sanction stands at its head, behind who punishes whom by which rule. 的 ends an act. */
function isSanction(text: string): boolean {
  return !ENDS_ACT.test(text) && !ABOUT_SANCTIONS.test(text) && ANY_SANCTION.test(text) && HEAD.test(text)
}
const ENDS_ACT = /[^目]的$|(?:罚款|处罚|处分|警告)的[^，]{1,8}$/
// What is told, asked or kept of a sanction punishes nobody: 可以向实施处罚的部门申请参加社会服务.
const ABOUT_SANCTIONS = /申请|告知|移送|公示|听证|处罚权|处罚决定(?!书?的)|裁量|举报|提请|具体情形/
const HEAD = new RegExp(
  `^(?:或者|以及|但|凡)?(?:${ADVERBS}由|对[^，]{2,40}?(?:处|给予|予以|依|责令|追究|可|进行|没收)|${ADVERBS}(?:依照|按照|依据|根据|按)|[^，的]{2,40}?(?:应当|可以|有权|要|须)|` +
    `${ADVERBS}(?:责令|处|罚|没收|吊销|撤销|取消|注销|收回|降低|扣|暂|收缴|收容|拖|查封|强制|带离|警告|通报批评|追究|承担|负|赔偿|依法|代|约谈|停止|限期|通知|督促|行政拘留|拘留|处理|处置|进行处罚|查处))`,
)
