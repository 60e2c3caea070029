import { greatest, rollup } from 'd3-array'
import { type Mark, scaleUnitOf } from './marks.ts'

/**
 * Only like is compared with like: of these numbers those with the same unit and a similar subject. The same article may
 * set three working days for one thing and ten for another. Inside a family a weak likeness is enough; across families
 * it must be `STRONG`.
 */
export function kindred(marks: Mark[], likeness = WEAK): Mark[][] {
  const groups: Group[] = []
  // Only groups that share a pair of characters can be alike: looked up by pair, so that thousands of marks take no time.
  const byPair = new Map<string, Group[]>()
  for (const mark of marks) {
    const pairs = [...pairsOf(mark.provision.subject)].map(pair => `${scaleUnitOf(mark.provision)} ${pair}`)
    const group = mostAlike(pairs, byPair, likeness)
    if (group) group.marks.push(mark)
    else groups.push(opened(mark, pairs, byPair))
  }
  return groups.map(group => group.marks)
}

/** Marks on one subject, with the pairs of characters of the first. */
interface Group {
  pairs: number
  marks: Mark[]
}

function opened(mark: Mark, pairs: string[], byPair: Map<string, Group[]>): Group {
  const group = { pairs: pairs.length, marks: [mark] }
  for (const pair of pairs) byPair.set(pair, [...(byPair.get(pair) ?? []), group])
  return group
}

/** The group with the greatest likeness that is enough; of equal ones the first. */
function mostAlike(pairs: string[], byPair: Map<string, Group[]>, enough: number): Group | null {
  const common = rollup(
    pairs.flatMap(pair => byPair.get(pair) ?? []),
    same => same.length,
    group => group,
  )
  const best = greatest(common, ([group, shared]) => likenessOf(shared, group.pairs, pairs.length))
  return best && likenessOf(best[1], best[0].pairs, pairs.length) >= enough ? best[0] : null
}

// 应由部门召开的全市性会议 and 市人民政府各部门召开的年度工作会议 have 0.4 of their neighbouring characters in common.
const WEAK = 0.36
/** 在禁止吸烟的场所吸烟 and 在禁烟场所吸烟 have 0.57 in common, 全体会议 and 常务会议 0.33. */
export const STRONG = 0.5

// Twice what is common over the sum; where the shorter stands nearly whole in the longer that share counts.
function likenessOf(common: number, a: number, b: number): number {
  const smaller = Math.min(a, b)
  const contained = smaller >= 3 && common >= 0.7 * smaller ? common / smaller : 0
  return Math.max((2 * common) / (a + b), contained)
}

// 违反本条例第十条第三项规定 names no matter: what it is about stands in another article, in each document in another.
const REFERENCE = /第.{1,4}[条款项]/

/** Neighbouring characters, without asides and without the government whose meeting or office it is. */
function pairsOf(subject: string): Set<string> {
  if (REFERENCE.test(subject)) return new Set()
  const own = subject.replace(/^[\u4e00-\u9fff]{0,8}?(?:人民)?政府(?=..)/, '')
  const text = own.replace(/[（(].*?[）)]|[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(1, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}
