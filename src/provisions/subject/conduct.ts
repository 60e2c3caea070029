import { SANCTION_STAGE } from '../../lexicon/conditions.ts'
import { OBLIGING } from '../../lexicon/modality.ts'
import { itself, type Own, ofTopic, type Setting } from './setting.ts'

/**
 * What is fined: all clauses of the act between 违反…规定， and the sanction; looked for back through the sentences, then in the
 * words above an item. Where only 下列行为 stand there, the acts of the items; where only a place is cited (违反第六项规定的),
 * the citation. 逾期不改正的 only when no act is named anywhere.
 */
export function conduct(setting: Setting): Own {
  const sentences = sentencesOf(setting.earlier + setting.ahead).reverse()
  const found = firstOf(sentences, (sentence, back) => conductIn(clausesOf(sentence, back === 0), back === 0))
  if (found === LISTED) return itself(listed(setting))
  if (found) return itself(found)
  const above = firstOf(sentencesOf(setting.lead).reverse(), lead => conductIn(clausesOf(lead, false), false))
  if (above) return itself(above === LISTED ? FORMULA.exec(setting.lead)![1]! : above)
  const stage = firstOf(sentences, sentence => sentence.split('，').findLast(clause => /的$/.test(clause)))
  return stage ? itself(bare(stage)) : ofTopic('')
}

const sentencesOf = (text: string): string[] => text.split(/[。；]/)

function firstOf<T, R>(items: T[], find: (item: T, index: number) => R | null | undefined): R | null {
  for (const [index, item] of items.entries()) {
    const found = find(item, index)
    if (found !== null && found !== undefined) return found
  }
  return null
}

// 违反第一项至第五项，及第九项规定之一的 is one; 擅自砍伐树木的|处 names the act before the sum without a comma.
function clausesOf(sentence: string, hasSum: boolean): string[] {
  const clauses = sentence.replace(/^（[^（）]{1,3}）/, '').split(/，(?!(?:以?及|和|或者?)第)/)
  return hasSum ? clauses.with(-1, clauses.at(-1)!.replace(BEFORE_SUM, '')) : clauses
}
const BEFORE_SUM = /(?<=[^，]{4}的)(?:由[^，的]*)?(?:可以|可|并)*(?:处以?|罚|给予)?$/

const LISTED = '下列'

/** Of the sentence with the sum the last stage is the condition; of those before it every stage belongs to the act. */
function conductIn(clauses: string[], hasSum: boolean): string | null {
  const lastStage = clauses.findLastIndex(isStage)
  for (let end = clauses.length - 1; end >= 0; end--) {
    const clause = clauses[end]!
    const before = clauses[end - 1]
    if (FORMULA.test(clause)) return LISTED
    if (CITED_ALONE.test(clause))
      return /^(?:或者|以及)/.test(clause) ? runTo(clauses, end) : bare(clause).replace(/之一$/, '')
    if (!/的$/.test(clause)) continue
    if (!isStage(clause)) return runTo(clauses, end)
    if (before === undefined || /的$/.test(before) || isSanction(before) || FORMULA.test(before)) continue
    if (!LAW.test(before))
      return runTo(clauses, (hasSum && end === lastStage) || OF_WHOM.test(clause) ? end - 1 : end)
    if (!MERE_STAGE.test(clause)) return runTo(clauses, end)
  }
  return unmarked(hasSum ? clauses.slice(0, -1) : clauses)
}

// 违反…规定，对不服从管理的摊点，给予警告: an act without 的 stands behind the citation.
function unmarked(clauses: string[]): string | null {
  const law = clauses.findLastIndex(clause => LAW.test(clause))
  if (law < 0) return null
  const rest = clauses.slice(law + 1)
  const sanction = rest.findIndex(clause => isSanction(clause) || isStage(clause))
  const end = law + (sanction < 0 ? rest.length : sanction)
  return end > law
    ? runTo(clauses, end).replace(/^对/, '')
    : bare(clauses[law]!).replace(/^[^，]*对(?=违反)/, '')
}

// The clauses of an act whose last is `end`: back to the citation, a sanction or another act's stage.
function runTo(clauses: string[], end: number): string {
  let start = end
  while (start > 0 && !endsAct(clauses[start - 1]!)) start--
  const words = bare(
    clauses
      .slice(start, end + 1)
      .map(inner)
      .join('，'),
  )
  const law = clauses[start - 1]
  if (law === undefined || !LAW.test(law)) return words
  if (NAMES_NO_WRONG.test(words)) return `${law}，${words}`
  const actor = ACTOR.exec(law)?.[1]
  return actor && !words.startsWith(actor) ? actor + words : words
}

const inner = (clause: string, at: number, all: string[]): string =>
  at < all.length - 1 ? clause.replace(/的$/, '') : clause

function endsAct(clause: string): boolean {
  return LAW.test(clause) || FORMULA.test(clause) || isSanction(clause) || isStage(clause)
}

const CITED = `(?:违反|有)[^，]*?(?:第[^，]{1,8}?|本条例|本办法|本规定|本法|规定|前款[^，]{0,8}?)(?:[条款项]|规定|行为|情形)`
// 违反本条例第十条第三项规定, 有本条例第六条第七项行为, 非机动车驾驶人违反…规定, 违反规定
const LAW = new RegExp(`^(?:第[^条]{1,6}条)?[^，]{0,30}?${CITED}$|违反[^，]*规定$`)
const CITED_ALONE = new RegExp(
  `^(?:第[^条]{1,6}条)?[^，]{0,12}?${CITED}(?:[^，]{0,2}|，[^，]*规定)(?:之一)?的$`,
)
const ACTOR = /^(?:第[^条]{1,6}条)?(?!对|有)([^，]{2,30}?)违反/
// 有下列行为之一的
const FORMULA = /((?:下列|以下)[^，：]{0,12}?(?:行为|情形|情况))(?:之一)?(?:的|$)/

// Without its citation a reader does not learn what is wrong: 进行装修活动, 致使环境受到污染.
const NAMES_NO_WRONG =
  /^(?:致使|造成|导致|影响|引发)|^(?:进行|从事|开展|举办|组织)[^，不未无擅乱违超禁]{2,12}$/

const isStage = (clause: string): boolean => SANCTION_STAGE.test(clause) || FINED.test(clause)
const OF_WHOM = /^属/ // 属驾驶人行为的
const FINED = /(?:给[予与]|处以?)[^，]{0,6}(?:罚款|处罚)的$/ // 依法给予罚款的，处
const MERE_STAGE = /^(?:情节|逾期|拒不|警告|经|限期|不改|不听|有违法所得|后果|首次|初次|尚未|未按期)/

/** What authorities do: 由…责令改正, 处警告, 公共场所管理人员应当进行劝阻. A clause that ends in 的 is none. */
function isSanction(clause: string): boolean {
  return !/的$/.test(clause) && SANCTION.test(clause)
}
const SANCTION = new RegExp(
  `^(?:可以|可|并|依法|应当|分别)*(?:由(?!于)|责令|处(?!于|理|置|分)|给予|予以|没收|扣留|警告|按照?|依照|从[^，]*之日起)|` +
    `^对[^，]*(?:处|给予|予以|罚)|罚款|(?:${OBLIGING})(?:予以|进行|告知|责令|给予|当场|立即|依法|对)`,
)

// 随地吐痰的 → 随地吐痰
function bare(act: string): string {
  return act
    .replace(/^（[^（）]{1,3}）|^第[^条，]{1,6}条(?=违反)|^(?:并|或者?)|^对(?=[^，]*的$)/g, '')
    .replace(/^([^，]{2,20})?违反(?:本|第)[^，]*?规定(?=[^的，]{4})/, '$1')
    .replace(/的$/, '')
}

// All items where they are short, else the first: 驾驶机动车不礼让行人；… or 在树上刻划、钉钉等下列行为.
function listed({ items, ahead, earlier }: Setting): string {
  const formula = FORMULA.exec(ahead)?.[1] ?? FORMULA.exec(earlier)?.[1] ?? ''
  const acts = items.map(item => {
    const clauses = clausesOf(/^[^。；]*/.exec(item)![0], false)
    return conductIn(clauses, false) ?? bare(clauses.join('，'))
  })
  const all = acts.join('；')
  if (all === '' || all.length <= SHORT_LIST) return all || formula
  const first = acts[0]!
  return `${first.length <= SHORT_LIST ? first : first.slice(0, first.lastIndexOf('，', SHORT_LIST))}等${formula}`
}
const SHORT_LIST = 60 // characters that a row of a table can hold
