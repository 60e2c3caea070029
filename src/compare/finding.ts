import type { Difference, Provision, Range } from '../types.ts'
import type { Segment, SentencePair } from './diff.ts'
import type { Names } from './names.ts'
import type { Side as Read } from './tokens.ts'
import type { Witness } from './witness.ts'

/** Two documents' texts on one question, with what their numbers mean. */
export interface Comparison {
  a: Side
  b: Side
}

export interface Side {
  /** The document's id. */
  document: string
  witness: Witness
  names: Names
  /** The witness as tokens. */
  read: Read
  /** What it says, as `Texts.said`. */
  said: string
  /** Provisions of the text, with the range of their quote in the witness. */
  provisions: Placed[]
}

export interface Placed extends Range {
  provision: Provision
}

/** A difference in the making: ranges count in the two witnesses; an empty range says where something is lacking. */
export interface Finding extends Pick<Difference, 'kind' | 'note' | 'direction'> {
  a: Range
  b: Range
}

/** The changed stretches of a pair of sentences. */
export function hunksOf(pair: SentencePair): Segment[] {
  return pair.segments.filter(segment => segment.kind === 'change')
}

export function sliceOf(side: Side, range: Range): string {
  return side.witness.text.slice(range.from, range.to)
}

export function overlap(x: Range, y: Range): boolean {
  return x.from < y.to && y.from < x.to
}

export function isEmpty(range: Range): boolean {
  return range.from === range.to
}

/** The range widened to the clause it stands in: up to the next comma, semicolon, full stop, colon or line end. */
export function clauseAround(text: string, range: Range): Range {
  let { from, to } = range
  while (from > 0 && !PAUSE.test(text[from - 1]!)) from--
  while (to < text.length && !PAUSE.test(text[to]!)) to++
  return from < range.from || to > range.to ? { from, to } : range
}
const PAUSE = /[，。；：！？\n]/
