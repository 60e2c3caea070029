import type { Flow } from '../../text/lines.ts'
import type { Candidate } from '../labels/classify.ts'
import { type Outline, outlineOf } from '../outline.ts'
import { MOST_ANNEX_MARKS } from '../thresholds.ts'
import type { AnnexMark } from './marks.ts'

/**
 * The outline of the text without its annexes, and the flow position that it ends at; Infinity where no annex follows. What an
 * annex counts is no number of the text's: 第一条 of 附件1 goes on from nothing.
 */
export function mainTextOf(
  flow: Flow,
  candidates: Candidate[],
  marks: AnnexMark[],
): { outline: Outline; end: number } {
  const whole = outlineOf(flow, candidates, { from: 0, to: flow.passage.text.length })
  for (const { from } of marks.slice(0, MOST_ANNEX_MARKS)) {
    const outline = outlineOf(flow, candidates, { from: 0, to: from })
    if (endsAt(from, outline, whole)) return { outline, end: from }
  }
  return { outline: whole, end: Infinity }
}

/**
 * Whether the text ends at an annex mark: it has articles before it, and no article after it that goes on from them. A regulation
 * that a notice carries as its annex is no annex but the text, unless the notice has articles 第X条 of its own.
 */
function endsAt(mark: number, before: Outline, whole: Outline): boolean {
  const last = before.articles.at(-1)
  if (!last) return false
  if (whole.style === null || before.style !== whole.style) return whole.style === null
  const after = whole.articles.find(each => each.from > mark)
  if (!after) return true
  if (whole.articles[0]!.from > mark)
    return before.style === 'article' && before.articles.length >= 2 && before.articles[0]!.number === 1
  const restarts = whole.candidates.some(
    each => each.style === whole.style && each.number === 1 && each.from > mark && each.from < after.from,
  )
  return after.number !== last.number + 1 || restarts
}
