import type { Segment } from '../diff/segments.ts'
import { PARTICLES } from '../diff/tokens.ts'
import type { Range } from '../types.ts'
import { type Comparison, isEmpty, type Side, sliceOf } from './finding.ts'
import { occasionsIn } from './matter.ts'
import { BRIDGE } from './thresholds.ts'

/**
 * Joins changes that belong to one phrase, and widens changes that break a word to the whole word:
 * 实现[全]流程网上办理.
 */
export function inPhrases(comparison: Comparison, hunks: Segment[]): Segment[] {
  const { a, b } = comparison
  const joined: Segment[] = []
  for (const hunk of hunks.map(each => widened(comparison, each))) {
    const last = joined.at(-1)
    const meets =
      last && isBridge(a.unit.text, last.a.to, hunk.a.from) && isBridge(b.unit.text, last.b.to, hunk.b.from)
    if (meets)
      joined[joined.length - 1] = {
        kind: 'change',
        a: { from: last.a.from, to: Math.max(last.a.to, hunk.a.to) },
        b: { from: last.b.from, to: Math.max(last.b.to, hunk.b.to) },
      }
    else joined.push(hunk)
  }
  return joined
}

/** Whether the text between two changes is so short that both belong to one phrase. */
function isBridge(text: string, from: number, to: number): boolean {
  return to - from <= BRIDGE && !/[，。；：、\n和及或与的]/.test(text.slice(from, Math.max(from, to)))
}

/** Widens a change that begins or ends with a single character to the whole word, on both sides alike. */
function widened({ a, b }: Comparison, hunk: Segment): Segment {
  if ([sliceOf(a, hunk.a), sliceOf(b, hunk.b)].some(text => occasionsIn(text).length > 0)) return hunk
  const after = Math.max(lengthAfter(a, hunk.a), lengthAfter(b, hunk.b))
  const before = Math.max(lengthBefore(a, hunk.a), lengthBefore(b, hunk.b))
  const widen = ({ from, to }: Range, left: number, right: number) => ({ from: from - left, to: to + right })
  const at = (side: Side, range: Range) => sliceOf(side, range)
  const right =
    at(a, { from: hunk.a.to, to: hunk.a.to + after }) === at(b, { from: hunk.b.to, to: hunk.b.to + after })
  const left =
    at(a, { from: hunk.a.from - before, to: hunk.a.from }) ===
    at(b, { from: hunk.b.from - before, to: hunk.b.from })
  return {
    kind: 'change',
    a: widen(hunk.a, left ? before : 0, right ? after : 0),
    b: widen(hunk.b, left ? before : 0, right ? after : 0),
  }
}

/** Length of the token after a range that ends with a single character, 0 if it does not. */
function lengthAfter(side: Side, range: Range): number {
  const { tokens } = side.tokenized
  const at = tokens.findIndex(token => token.to === range.to)
  const [last, next] = [tokens[at], tokens[at + 1]]
  return !isEmpty(range) && isSingleCharacter(last) && next?.from === range.to ? next.to - next.from : 0
}

/** Length of the token before a range that begins with a single character, 0 if it does not. */
function lengthBefore(side: Side, range: Range): number {
  const { tokens } = side.tokenized
  const at = tokens.findIndex(token => token.from === range.from)
  const [first, previous] = [tokens[at], tokens[at - 1]]
  return !isEmpty(range) &&
    isSingleCharacter(first) &&
    previous?.to === range.from &&
    !PARTICLES.has(previous.key)
    ? previous.to - previous.from
    : 0
}

function isSingleCharacter(token: Side['tokenized']['tokens'][number] | undefined): boolean {
  return (
    token !== undefined && token.to - token.from === 1 && !PARTICLES.has(token.key) && !/\d/.test(token.key)
  )
}
