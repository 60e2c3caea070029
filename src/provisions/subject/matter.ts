import { MERE_CONDITION, OCCASION } from '../../lexicon/conditions.ts'
import { functionWords } from '../../lexicon/function-words.ts'
import { FORBIDDING, MODAL, OBLIGING } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { BOUND_WORDS, nounPhrase, subjectPart } from './noun-phrase.ts'
import type { Setting } from './setting.ts'

/** What an act is done to: put in front of it (将结果|即时反馈), another act (制定计划，并…公布), or a thing. */
export interface Matter {
  words: string
  kind: 'fronted' | 'act' | 'thing'
  /** Of fronted words: nothing stands before them that could name an actor. */
  isWhole?: boolean
}

/**
 * What an act without an object is done to, in the words before it: what its own clause puts in front (外籍人士工作许可证|7日内办结), else, in
 * the sentence and then in those before it, what it sets out from (对属于本部门的投诉，), a case (办理居留许可的，), what is done before
 * (制定计划，并). Null where they name none.
 */
export function matterOf({ ahead, earlier }: Setting, act = ''): Matter | null {
  const clauses = ahead.split(/[，：]/)
  const own = inOwnClause(clauses.pop()!, ahead)
  if (own) return own
  if (clauses.some(clause => /定期/.test(clause))) return null // 定期接待来访，定期下访 are two acts
  const before = earlier
    .split('。')
    .slice(-2)
    .join('。')
    .split(/[。；]/)
    .reverse()
  for (const part of [clauses, ...before.map(sentence => sentence.split(/[，：]/))]) {
    const found = inPart(
      part.map(clause => clause.replace(LINKING, '')),
      act,
    )
    if (found) return found
  }
  return null
}

// What stands before the first clause that binds is spoken of, what stands behind it is done.
function inPart(all: string[], act: string): Matter | null {
  const clauses = all.filter(clause => NEEDED.test(clause) || !IDLE.some(idle => idle.test(clause)))
  const first = clauses.findIndex(clause => BINDING.test(clause))
  const begin = first < 0 ? clauses.length : first
  const thing = firstOf(clauses.slice(0, begin + 1), thingIn)
  const found = thing ?? firstOf(clauses, caseIn)
  if (found) return found
  const acts = clauses.slice(begin).filter(clause => !/的$/.test(clause))
  return firstOf(PUBLIC.test(act) ? acts : acts.reverse(), clause =>
    clause.includes(act) ? null : actIn(clause),
  )
}
const IDLE = [MERE_CONDITION, OCCASION, BOUND_WORDS, /^(?:定期|发生)|期间$|不得?(?:低|少|高|多)于/]
const PUBLIC = /公[布示开告]/ // a plan is made public, not what the clauses between say of it

function firstOf(clauses: string[], find: (clause: string) => Matter | null): Matter | null {
  for (const clause of clauses) {
    const found = LIMIT.test(clause) ? null : find(clause)
    if (found) return found
  }
  return null
}

function thingIn(clause: string): Matter | null {
  if (/的$/.test(clause) || NO_MATTER.test(clause)) return null
  const words = clause.split(BINDING, 1)[0]!
  const name = subjectPart(words) || nounPhrase(words)
  return isThing(name) ? { words: name, kind: 'thing' } : null
}

// 因抢险需要|砍伐树木|的
function caseIn(clause: string): Matter | null {
  const needed = NEEDED.exec(clause)?.[1]
  if (needed) return { words: needed, kind: 'act' }
  return /[^，]{4}的$/.test(clause) && !NO_MATTER.test(clause)
    ? { words: clause.slice(0, -1), kind: 'act' }
    : null
}
const NEEDED = /(?:需要?|确有必要)(?!延长|延期)([^，]{4,40})的$/

function actIn(clause: string): Matter | null {
  const words = clause.slice(Math.max(clause.search(BINDING), 0)).replace(LEADING, '')
  return words.length >= 6 &&
    !isBare(words) &&
    !/^(?:结合|根据|按照|依照)/.test(words) &&
    !/[时后]$/.test(words)
    ? { words, kind: 'act' }
    : null
}

const LINKING = /^(?:（[^（）]{1,3}）)?(?:但是?|并且?|且|同时)?(?:对于?(?=.*[^的]$))?/

/** Whether an act says nothing of what it is done to: 一次办结, 向社会公布, 转有关部门办理, 评估、公布; not 作出决定. */
export function isBare(act: string): boolean {
  return BARE.test(act.replace(TO_WHOM, '').replace(MANNER, ''))
}
const TO_WHOM = new RegExp(
  `^(?:(?:转|移交|${functionWords('向到报由')})[^，将把对]*?(?:部门|机关|单位|[^，]人|政府|机构|委员会|社会|公众|居民|企业|系统|平台|网站))+(?=..)`,
)
const MANNER = /^(?:一次性?|书面|依法|及时|联系|动态|统一|集中|进行|予以|组织)+(?=..)/
const VERB = '[\\u4e00-\\u9fff]{2}'
const BARE = new RegExp(
  `^(?:${VERB}(?:(?:并|、)(?:动态|及时)?${VERB})*(?:和[^，、的]{2,5})?|补办[^，]*手续|(?:报告|告知|通知|通报|反馈|答复|报)[^，]*(?:部门|机关|单位|[^，]人|政府|机构|委员会))$`,
)

// 将办理结果|即时反馈, 责任人应当对古树名木|定期检查, 外籍人士工作许可证|7日内办结
function inOwnClause(clause: string, ahead: string): Matter | null {
  const words = clause
    .replace(SINCE, '')
    .replace(/分别.*$/, '')
    .replace(AT_END, '')
  const fronted = FRONTED.exec(words)?.[0]
  if (fronted)
    return { words: fronted, kind: 'fronted', isWhole: fronted.length === ahead.replace(AT_END, '').length }
  if (/[并且]$/.test(words)) return null
  const name = /^(.{2,}?)由[^，]{2,}$/.exec(words)?.[1] ?? nounPhrase(words) // 联席会议由工作机构|定期召集
  return isThing(name) && !BINDING.test(name) ? { words: name, kind: 'thing' } : null
}
/** From when a time runs: 自收到申请之日起. */
export const SINCE = /自[^，]{2,20}之?[日时]起/
const AT_END = new RegExp(`(?:${MODAL}|有权|分别|每年|${functionWords('在于')})+$`)
const FRONTED = new RegExp(
  `(?<=^(?:并|但|同时)?|${MODAL}|[府门关构位人会院业])${functionWords('将把对')}[^，；]{2,60}$`,
)

/** Binding words, behind which stands what somebody does. */
export const BINDING = new RegExp(`${OBLIGING}|${FORBIDDING}|可以`)
const LEADING = new RegExp(`^(?:${BINDING.source}|依法|按照规定|视情)+`)

/** A limit of time: 七日内, 当日. */
export const LIMIT = new RegExp(
  String.raw`[\d${CHINESE_NUMERAL}]个?(?:工作日|日|天|小时|月|年)(?:以?内|办结|完成|答复)|当日|当天|即时|当场`,
)
const NO_MATTER = new RegExp(
  `^(?:材料|申请材料|提交材料|符合|没有|属于第|属于?[^的]*$|除|经[^的]{2,}(?:同意|批准)|根据|按照|依照|有(?!关)|${functionWords('在')}[^的]*$)|(?:不能|无法)[^，]*的$|(?:齐全|约定时限)的?$|[后时前]$|违反[^，]*规定$`,
)

/** Whether a phrase names a thing that something can be done to. */
export const isThing = (name: string): boolean => name.length >= 2 && !isActor(name) && !NO_THING.test(name)
const NO_THING = new RegExp(
  `^(?:不能|依托|通过|为(?=.{4})|定期|及时|按|因|${functionWords('经由在')}[^的]*$)|^本[市省县区]|^[^的]{0,4}同志`,
)

/** Whether a phrase names somebody who acts. */
export const isActor = (name: string): boolean => WHO.test(name)
const WHO =
  /(?:部门|机关|机构|单位|政府|委员会|办公室|法院|检察院|企业|公司|组织|学校|医院|银行|协会|[^，本]人|[^，或]者|窗口)$/
