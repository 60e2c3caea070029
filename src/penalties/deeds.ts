import { ADDRESSED } from '../lexicon/bodies.ts'
import {
  DENIES_OR_LEADS,
  DOES,
  OCCASION_OF_DEED,
  OFFICIAL_FAULT,
  OPENS_DEED,
  PLACE_OF_DEED,
  SAME_IN_DEEDS,
} from '../lexicon/deeds.ts'
import { isName, nameAtHead } from '../statements/actor.ts'

/** An act as it is punished or forbidden. */
export interface Deed {
  /** Its own words. */
  text: string
  /** What is said once for several acts: 携犬出户 of 携犬出户不束犬链或者不清理粪便; else empty. */
  setting: string
  /** Who does it, where it is named: 机动车驾驶人. */
  subject: string | null
  /** Whether it is said of what one should do, so that 不 ahead of it forbids: 应当不逆向行驶. */
  inRule?: boolean
}

/**
 * The acts that phrases name, one by one: of 随地吐痰、便溺，乱扔果皮、纸屑的 two. Cut is where a next act begins with its own verb or
 * with what denies it; what only says where or when goes to each act behind it.
 */
export function deedsOf(phrases: string[]): Deed[] {
  const text = phrases.map(bare).filter(Boolean).join('，')
  const named = subjectOf(text)
  const isList = LISTS_ACTS.test(text)
  const pieces = piecesOf(text.replace(ENDING, '').replace(OPENING, '') || text, isList).filter(Boolean)
  let setting = ''
  const deeds: Deed[] = []
  for (const [at, piece] of pieces.flatMap(distributed).entries()) {
    if (IS_OCCASION.test(piece) && at < pieces.length - 1) {
      setting = [setting, piece].filter(Boolean).join('，')
      continue
    }
    deeds.push({ text: piece, setting, subject: named ?? subjectOf(piece) })
    if (setting === '') setting = SHARED.exec(piece)?.[1] ?? ''
  }
  return deeds
}

/** What an act's words say of where it is done or upon what occasion, and the rest, which names it. */
export function partsOfDeed(text: string): { occasion: string; matter: string } {
  const subject = subjectOf(text) ?? ''
  const act = text.slice(subject.length)
  const occasion = PLACE.exec(act)?.[0] ?? SHARED.exec(act)?.[1] ?? ''
  return { occasion: subject + occasion, matter: act.slice(occasion.length) }
}
const PLACE = new RegExp(`^${PLACE_OF_DEED}`)

/** 随地吐痰的 → 随地吐痰. */
export function bare(phrase: string): string {
  return phrase.replace(/^对(?=[^，]*的$)|[的；。：]+$/g, '').replace(/^(?:或者|以及|并且?)/, '')
}
/** Whether a list of acts is left open: 乱扔垃圾等行为. */
export function isOpen(phrases: string[]): boolean {
  return LISTS_ACTS.test(bare(phrases.at(-1) ?? ''))
}
const LISTS_ACTS = /等(?:不文明|违法|违规)?行为$/
const ENDING = /(?:等|的)?(?:不文明|违法|违规)?(?:行为)?(?:之一)?$/
const OPENING = /^(?:其中，|实施|有(?![效关])|其(?!他))/
const IS_OCCASION = new RegExp(`^${OCCASION_OF_DEED}$`)
// 携犬出户|不束犬链: what stands before the denial holds for the next act too.
const SHARED = /^((?:携|遛|牵|驾驶|乘坐|在)[^，]{1,20}?)(?=不|未|没有)/

/** At commas before what begins an act (in a list of acts, at all), and at joining words with a whole act on either side. */
function piecesOf(text: string, isList: boolean): string[] {
  const pieces: string[] = []
  let start = 0
  for (const { 0: mark, index } of text.matchAll(MARK)) {
    const next = text.slice(index + mark.length)
    const before = text.slice(start, index)
    if (before.length < SHORTEST || !(OPENS.test(next) || (isList && mark.startsWith('，')))) continue
    if (SAYS_NOTHING.test(before) || (ENDS_IN_FAULT.test(before) && BEGINS_WITH_FAULT.test(next))) continue
    if (!mark.startsWith('，') && !isWhole(before, next)) continue
    pieces.push(before)
    start = index + mark.length
  }
  return [...pieces, text.slice(start)]
}
// 未采取措施，从室内发出噪声: what was not done is said by the rest.
const SAYS_NOTHING = /^(?:未|不|没有)采取[^，]{0,6}措施$/
const ENDS_IN_FAULT = new RegExp(`${OFFICIAL_FAULT}$`)
const BEGINS_WITH_FAULT = new RegExp(`^${OFFICIAL_FAULT}`)
const MARK = /，(?:或者?|以及|并且?|及)?|、|或者|以及/g
const OPENS = new RegExp(
  `^(?:${OPENS_DEED}|[^，、]{2,12}?(?:人|员|者|单位|车辆)(?:违反|不|未|擅自|乱|随意|驾驶|拒))`,
)
const SHORTEST = 4

/** 砍伐、移植树木 is to fell and to transplant: verbs that are not one share what they are done to. */
function distributed(piece: string): string[] {
  const [, before, verbs, object] = SHARED_OBJECT.exec(piece) ?? []
  if (!object) return [piece]
  const byClass = new Map(
    verbs!
      .split(JOINT)
      .map(verb => [coreOfVerb(verb), verb])
      .toReversed() as [string, string][],
  )
  return byClass.size < 2 ? [piece] : [...byClass.values()].toReversed().map(verb => before + verb + object)
}
const JOINT = /、|或者|和|及/
const SHARED_OBJECT = new RegExp(
  `^([^，]*?)((?:${DOES}(?:、|或者|和|及)(?:擅自|随意|非法)?){1,4}${DOES})([^，、和或及上的][^，、]+)$`,
)

function coreOfVerb(verb: string): string {
  const bareVerb = verb.replace(/^(?:擅自|随意|非法)/, '')
  return SAME_IN_DEEDS.find(([, others]) => bareVerb.replace(others, '') === '')?.[0] ?? bareVerb
}

/** Whether a joining word has a whole act before and behind it: none in 张挂、张贴宣传品, 向河道、湖泊倾倒, 健身、经营等活动. */
function isWhole(before: string, next: string): boolean {
  const part = (LEADS.test(next) ? /^[^，]*/ : /^[^，、]*/).exec(next)![0]
  if (part.length < SHORTEST || LISTS_THINGS.test(next) || AT_A_TIME.test(part)) return false
  if (ENDS_IN_VERB.test(before) || (isName(before) && !DENIED.test(before))) return false
  return DENIES.test(next) || !PLACE_ALONE.test(before)
}
const LEADS = /^(?:在|从|向|将|把|以)/
const LISTS_THINGS = /^以?其他方式|^[^，不未]{2,16}等(?!(?:不文明|违法|违规)?行为)/
const DENIED = /[不未]|没有|违/
// 通过路口或者横穿道路时嬉闹 is one act.
const AT_A_TIME = /^[^不未]{2,10}时/
const ENDS_IN_VERB = new RegExp(`(?:${DOES}|损伤|履行|佩戴|配合|办理|采取)$`)
const PLACE_ALONE = /^(?:在|从|向|对|以|于)[^，]{0,8}$/
const DENIES = new RegExp(`^(?!在|从|向|将|把|以)${DENIES_OR_LEADS}`)

/** Who does it, where the words begin with a name; null else. */
export function subjectOf(text: string): string | null {
  const named = nameAtHead(text)
  const isOne = named && named.rest.length > 1 && ADDRESSED.test(named.name) && !OPENS.test(named.name)
  return isOne && !/[时中]/.test(named.name) ? named.name : null
}
