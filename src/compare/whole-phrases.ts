import type { Segment } from '../diff/segments.ts'
import { PARTICLES } from '../diff/tokens.ts'
import type { Range } from '../types.ts'
import { type Comparison, isEmpty, type Side, sliceOf } from './finding.ts'
import { occasionsIn } from './matter.ts'
import { BRIDGE } from './thresholds.ts'

/** Changes with their neighbours in one phrase, and with the rest of a word they have broken: 实现[全]流程网上办理. */
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

/** Whether what stands between two changes is so short that they are one change of one phrase. */
function isBridge(text: string, from: number, to: number): boolean {
  return to - from <= BRIDGE && !/[，。；：、\n和及或与的]/.test(text.slice(from, Math.max(from, to)))
}

/** A change that ends or begins with a sign by itself goes on to the end of the word, on both sides. */
function widened({ a, b }: Comparison, hunk: Segment): Segment {
  if ([sliceOf(a, hunk.a), sliceOf(b, hunk.b)].some(text => occasionsIn(text).length > 0)) return hunk
  const after = Math.max(restAfter(a, hunk.a), restAfter(b, hunk.b))
  const before = Math.max(restBefore(a, hunk.a), restBefore(b, hunk.b))
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

function restAfter(side: Side, range: Range): number {
  const { tokens } = side.tokenized
  const at = tokens.findIndex(token => token.to === range.to)
  const [last, next] = [tokens[at], tokens[at + 1]]
  return !isEmpty(range) && isLone(last) && next?.from === range.to ? next.to - next.from : 0
}

function restBefore(side: Side, range: Range): number {
  const { tokens } = side.tokenized
  const at = tokens.findIndex(token => token.from === range.from)
  const [first, previous] = [tokens[at], tokens[at - 1]]
  return !isEmpty(range) && isLone(first) && previous?.to === range.from && !PARTICLES.has(previous.key)
    ? previous.to - previous.from
    : 0
}

function isLone(token: Side['tokenized']['tokens'][number] | undefined): boolean {
  return (
    token !== undefined && token.to - token.from === 1 && !PARTICLES.has(token.key) && !/\d/.test(token.key)
  )
}
