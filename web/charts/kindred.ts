import { greatest, rollup, sum } from 'd3-array'
import { bareSubject, isReference } from '../../src/insights/subjects.ts'
import { circumstanceOf } from '../../src/provisions/like.ts'
import { type Mark, scaleUnitOf } from './marks.ts'

/**
 * Only like is compared with like: of these numbers those with the same unit and a similar subject, on the same kind of addressee, at
 * the same stage. The same article may
 * set three working days for one thing and ten for another. Inside a family a weak likeness is enough; across families
 * (`across`) it must be strong, and what many subjects say (向外抛掷物品) counts less than what few do (建筑物, 车辆).
 */
export function kindred(marks: Mark[], across = false): Mark[][] {
  const groups: SubjectGroup[] = []
  const weight = across ? rarityIn(marks) : () => 1
  // Only groups that share a pair of characters can be alike: looked up by pair, so that thousands of marks take no time.
  const byPair = new Map<string, SubjectGroup[]>()
  for (const mark of marks) {
    const numbers = across ? numbersIn(mark.provision.subject) : ''
    const circumstance = circumstanceOf(mark.provision)
    const like = `${scaleUnitOf(mark.provision)} ${numbers} ${circumstance.addressee} ${circumstance.stage}`
    // A condition of a kind of its own (只作部分文字修改的) is a part of what is measured.
    const pairs = [...pairsOf(mark.provision.subject + circumstance.words)].map(
      (pair): CharacterPair => ({ key: `${like} ${pair}`, weight: weight(pair) }),
    )
    const group = mostAlike(pairs, byPair, across ? STRONG : WEAK, across ? diceOf : likenessOf)
    if (group) group.marks.push(mark)
    else groups.push(opened(mark, pairs, byPair))
  }
  return groups.map(group => group.marks)
}

// Roads wider than fifty metres and roads of forty to fifty are two subjects, however alike the words.
function numbersIn(subject: string): string {
  const numerals = subject.replaceAll('两', '二').match(/[\d.〇零一二三四五六七八九十百千万亿]+/g)
  return numerals?.join(' ') ?? ''
}

/** Neighbouring characters with the unit of their number. */
interface CharacterPair {
  key: string
  weight: number
}

/** Marks on one subject, with the weight of all pairs of characters of the first and how many they are. */
interface SubjectGroup {
  weight: number
  pairs: number
  marks: Mark[]
}

/** How much a pair tells: less, the more subjects have it. */
function rarityIn(marks: Mark[]): (pair: string) => number {
  const subjects = [
    ...new Set(marks.map(({ provision }) => provision.subject + circumstanceOf(provision).words)),
  ].map(pairsOf)
  const counts = rollup(
    subjects.flatMap(pairs => [...pairs]),
    same => same.length,
    pair => pair,
  )
  return pair => Math.log((subjects.length + 1) / (counts.get(pair)! - 0.5))
}

function opened(mark: Mark, pairs: CharacterPair[], byPair: Map<string, SubjectGroup[]>): SubjectGroup {
  const group = { weight: weightOf(pairs), pairs: pairs.length, marks: [mark] }
  for (const { key } of pairs) byPair.set(key, [...(byPair.get(key) ?? []), group])
  return group
}

/** The group with the greatest likeness that is enough; of equal ones the first. */
function mostAlike(
  pairs: CharacterPair[],
  byPair: Map<string, SubjectGroup[]>,
  enough: number,
  of: Likeness,
): SubjectGroup | null {
  const common = new Map<SubjectGroup, CharacterPair[]>()
  for (const pair of pairs)
    for (const group of byPair.get(pair.key) ?? []) common.set(group, [...(common.get(group) ?? []), pair])
  const likeness = ([group, shared]: [SubjectGroup, CharacterPair[]]) => of(shared, group, pairs)
  const best = greatest(common, likeness)
  return best && likeness(best) >= enough ? best[0] : null
}

// 应由部门召开的全市性会议 and 市人民政府各部门召开的年度工作会议 have 0.4 of their neighbouring characters in common.
const WEAK = 0.36
/** 在禁止吸烟的场所吸烟 and 在禁烟场所吸烟 have 0.57 in common, 全体会议 and 常务会议 0.33. */
const STRONG = 0.5

type Likeness = (shared: CharacterPair[], group: SubjectGroup, pairs: CharacterPair[]) => number

/** Twice what is common over the sum. */
function diceOf(shared: CharacterPair[], group: SubjectGroup, pairs: CharacterPair[]): number {
  return (2 * weightOf(shared)) / (group.weight + weightOf(pairs))
}

/**
 * The same; where the shorter stands nearly whole in the longer that share counts. Inside a family only: across families a
 * part is not the whole, 饲养烈性犬、大型犬 stands in 携烈性犬、大型犬出户 as well.
 */
function likenessOf(shared: CharacterPair[], group: SubjectGroup, pairs: CharacterPair[]): number {
  const [common, smaller] = [weightOf(shared), Math.min(group.weight, weightOf(pairs))]
  const contained = Math.min(group.pairs, pairs.length) >= 3 && common >= 0.7 * smaller ? common / smaller : 0
  return Math.max(diceOf(shared, group, pairs), contained)
}

function weightOf(pairs: CharacterPair[]): number {
  return sum(pairs, pair => pair.weight)
}

/** Neighbouring characters, without asides and without the government whose meeting or office it is. */
function pairsOf(subject: string): Set<string> {
  if (isReference(subject)) return new Set()
  const text = bareSubject(subject).replace(/[（(].*?[）)]|[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}
