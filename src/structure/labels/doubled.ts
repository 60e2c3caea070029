import { LIKELY_LABEL } from '../thresholds.ts'
import type { Candidate } from './classify.ts'

/**
 * Numbers that were typed twice: 十四、 十四、 十六、 and 第五章 for 第六章. Both labels stand; the numbers that they are read as
 * differ, so that no address is given twice.
 */

/**
 * The chain, with each likely label among `all` that repeats the number of the label right before or after it. Of such two
 * one takes the number that is missing beside them, else the second is read as inserted (14-1); both know of each other
 * (`twin`). In order of place.
 */
export function withDoubled<T extends Candidate>(chain: T[], all: T[]): T[] {
  if (chain.length === 0) return chain
  const linked = new Set(chain)
  const likely = all.filter(each => linked.has(each) || (each.weight >= LIKELY_LABEL && each.opensLine))
  const isTwin = (mark: T, index: number) =>
    [likely[index - 1], likely[index + 1]].some(
      near => near !== undefined && linked.has(near) && isSameNumber(near, mark),
    )
  const marks = likely.filter((mark, index) => linked.has(mark) || isTwin(mark, index))
  const taken = new Set(marks)
  const printed = new Set(likely.filter(mark => !taken.has(mark)).map(mark => mark.number))
  return marks.length === chain.length ? chain : renumbered(marks, printed)
}

function isSameNumber(a: Candidate, b: Candidate): boolean {
  return a.number === b.number && a.inserted === b.inserted
}

function renumbered<T extends Candidate>(marks: T[], printed: Set<number>): T[] {
  const read = [...marks]
  for (let index = 1; index < marks.length; index++) {
    const [first, second] = [read[index - 1]!, marks[index]!]
    if (!isSameNumber(first, second)) continue
    read[index - 1] = { ...first, twin: second.from }
    read[index] = { ...second, twin: first.from }
    const [before, after] = [read[index - 2], marks[index + 1]]
    const { number } = second
    const free = (wanted: number) => second.inserted === 0 && !printed.has(wanted)
    if (free(number + 1) && number + 1 < (after?.number ?? Infinity)) read[index]!.number = number + 1
    else if (before && free(number - 1) && number - 1 > before.number) read[index - 1]!.number = number - 1
    else read[index]!.inserted = lastInserted(marks, index) + 1
  }
  return read
}

/** The last number inserted after the label's own, among the labels from `index` on. */
function lastInserted(marks: Candidate[], index: number): number {
  const { number } = marks[index]!
  let last = 0
  for (let at = index; marks[at]?.number === number; at++) last = Math.max(last, marks[at]!.inserted)
  return last
}
