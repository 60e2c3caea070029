import { MODAL } from '../../lexicon/modality.ts'
import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { lastClause } from '../place.ts'
import { ATTRIBUTE, isTopic, nounPhrase, subjectPart } from './noun-phrase.ts'
import { itself, type Own, type Setting } from './setting.ts'

/**
 * A phrase that only points back (其成员, 其中职工代表的比例, 作出的决定) with what it points to in the clauses before: a body that is set up there,
 * a term that is defined, else what the clause speaks of. As it is where those name nothing.
 */
export function withAntecedent(own: Own, { earlier, ahead, quote }: Setting): Own {
  const clause = lastClause(ahead)
  const among = /分之|%|半数/.test(quote) && AMONG.exec(ahead)?.[1]
  if (among && own.whose === 'itself' && clause.startsWith(own.name.slice(0, 2)))
    return itself(nounPhrase(among) + own.name)
  const [pointer, within] = POINTER.exec(clause) ?? []
  if (pointer === undefined || own.name === '') return own
  if (!clause.slice(pointer.length).startsWith(own.name.slice(0, 2))) return own
  const before = (earlier.split('。').at(-1)! + ahead)
    .split(/[，；：]/)
    .slice(0, -1)
    .reverse()
  if (/的$/.test(before[0] ?? '')) return own // 属于改建的，其绿地率…: a condition
  const owner = before.map(spokenOf).find(name => isTopic(name) && !OF_SIZE.test(name))
  if (!owner || own.name.startsWith(owner)) return own
  return itself(`${owner.replace(/总?数$/, '')}${within ? '中' : ''}${own.name}`)
}
const AMONG = /(?:^|，)([^，]{3,20}(?<!其|过程|工作|活动)中)，[^，]*$/ // 委员会的组成人员中，专家|不得少于三分之二
const POINTER = /^(?:但是?|并且?|且|是指)?(?:其(?:(中)|(?![他它余实次中]))|(?=所?作出的))/
const OF_SIZE = new RegExp(`[率积度径距]$|${ATTRIBUTE.source}`)

// 有限责任公司设监事会 speaks of the 监事会 from then on.
function spokenOf(clause: string): string {
  const [, founder, founded] = FOUNDED.exec(clause) ?? []
  if (!founded) return subjectPart(clause.replace(/^.*是指/, ''))
  return nounPhrase(founder!.replace(new RegExp(`(?:${MODAL}|可以|依法)+$`), '')) + founded
}
const FOUNDED = new RegExp(
  `^([^，]{2,14}?)(?:设[立置]?|置|成立|建立)(?!有)([^，的${CHINESE_NUMERAL}]{2,12}(?:会|组|处|室|部|机构|小组))$`,
)

/** 监事会设主席一人 is about the 监事会主席. */
export function officeOf(subject: string): string {
  return subject.replace(OFFICE, '$1$2')
}
const OFFICE = new RegExp(
  `^([^，的]{2,14}?)(?:设|置)([^，的立置${CHINESE_NUMERAL}]{2,10})[${CHINESE_NUMERAL}0-9]+至?[${CHINESE_NUMERAL}0-9]*[人名位].*$`,
)
