import type { Range } from '../types.ts'
import type { Block } from './clauses.ts'
import { type Edit, editsOf, isEmpty, size, textRange } from './edits.ts'
import type { TokenizedText } from './tokens.ts'

/**
 * How one stretch of the texts differs. `same`: the same characters. `style`: only punctuation, layout or the
 * way a number is written differs. `name`: only a folded name differs. `change`: added (`a` is empty), left
 * out (`b` is empty) or replaced.
 */
export type SegmentKind = 'same' | 'style' | 'name' | 'change'

/**
 * A stretch of each text and how they differ; ranges count in the units' texts. `move` numbers the segments
 * of a clause that stands elsewhere in the other text.
 */
export interface Segment {
  kind: SegmentKind
  a: Range
  b: Range
  move?: number
}

/** The segments of a block, in `b`'s order; they tile both its ranges. */
export function blockSegments(left: TokenizedText, right: TokenizedText, block: Block): Segment[] {
  const segments = emit(left, right, block, editsOf(left, right, block))
  return block.move === undefined ? segments : segments.map(segment => ({ ...segment, move: block.move! }))
}

/** Turns edits of tokens into ranges of text, giving every gap to one segment. */
function emit(left: TokenizedText, right: TokenizedText, block: Block, edits: Edit[]): Segment[] {
  const strip: Strip = { left, right, block, segments: [], a: block.a.from, b: block.b.from }
  if (isEmpty(block.a) || isEmpty(block.b)) push(strip, 'change', block.a.to, block.b.to)
  else {
    for (const edit of edits) {
      if (edit.equal) emitEqual(strip, edit)
      else if (isEmpty(edit.a) || isEmpty(edit.b)) emitOneSided(strip, edit)
      else emitReplaced(strip, edit)
    }
    pushGap(strip, block.a.to, block.b.to)
  }
  return strip.segments
}

/**
 * Segments of a block while they are laid end to end; `a` and `b` are the offsets up to which the two texts
 * are covered.
 */
interface Strip {
  left: TokenizedText
  right: TokenizedText
  block: Block
  segments: Segment[]
  a: number
  b: number
}

function push(strip: Strip, kind: SegmentKind, toA: number, toB: number): void {
  const segment = { kind, a: { from: strip.a, to: toA }, b: { from: strip.b, to: toB } }
  if (!isEmpty(segment.a) || !isEmpty(segment.b)) strip.segments.push(segment)
  strip.a = toA
  strip.b = toB
}

function pushEqual(strip: Strip, kind: SegmentKind, toA: number, toB: number): void {
  const same = strip.left.text.slice(strip.a, toA) === strip.right.text.slice(strip.b, toB)
  push(strip, same ? 'same' : kind, toA, toB)
}

/** Covers the gap between two tokens: punctuation, layout, labels. Its differences are only `style`. */
function pushGap(strip: Strip, toA: number, toB: number): void {
  pushEqual(strip, 'style', toA, toB)
}

function emitEqual(strip: Strip, { a, b }: Edit): void {
  const { left, right } = strip
  const wordForWord =
    size(a) === size(b) &&
    left.tokens.slice(a.from, a.to).every((token, step) => token.key === right.tokens[b.from + step]!.key)
  if (!wordForWord) {
    emitRecut(strip, textRange(left, a), textRange(right, b))
    return
  }
  for (let step = 0; step < size(a); step++) {
    const [inA, inB] = [left.tokens[a.from + step]!, right.tokens[b.from + step]!]
    pushGap(strip, inA.from, inB.from)
    pushEqual(strip, inA.named || inB.named ? 'name' : 'style', inA.to, inB.to)
  }
}

/** Covers the same content cut into different words: only punctuation inside it can differ. */
function emitRecut(strip: Strip, a: Range, b: Range): void {
  pushGap(strip, a.from, b.from)
  pushEqual(strip, 'style', a.to, b.to)
}

/**
 * Covers replaced words. Of two quantities with the same bound words only what differs is a change:
 * 不超过[200人 → 150人].
 */
function emitReplaced(strip: Strip, edit: Edit): void {
  const [a, b] = [textRange(strip.left, edit.a), textRange(strip.right, edit.b)]
  pushGap(strip, a.from, b.from)
  const [firstA, firstB] = [strip.left.tokens[edit.a.from]!.core, strip.right.tokens[edit.b.from]!.core]
  const [lastA, lastB] = [strip.left.tokens[edit.a.to - 1]!.core, strip.right.tokens[edit.b.to - 1]!.core]
  if (
    firstA &&
    firstB &&
    strip.left.text.slice(a.from, firstA.from) === strip.right.text.slice(b.from, firstB.from)
  )
    push(strip, 'same', firstA.from, firstB.from)
  const boundAfter =
    lastA && lastB && strip.left.text.slice(lastA.to, a.to) === strip.right.text.slice(lastB.to, b.to)
  push(strip, 'change', boundAfter ? lastA.to : a.to, boundAfter ? lastB.to : b.to)
  push(strip, 'same', a.to, b.to)
}

/**
 * Covers words that only one text has. The gap at that place in the other text is paired with the gap before
 * them or the gap after them; the gap that is left belongs to the words: 甲，[乙，]丙 and 甲[，乙]。
 */
function emitOneSided(strip: Strip, edit: Edit): void {
  const { left, right, block } = strip
  const which = isEmpty(edit.b) ? 'a' : 'b'
  const [side, other, elsewhere] =
    which === 'a' ? ([left, right, 'b'] as const) : ([right, left, 'a'] as const)
  const words = textRange(side, edit[which])
  const end = Math.min(side.tokens[edit[which].to]?.from ?? Infinity, block[which].to)
  const gapEnd = Math.min(other.tokens[edit[elsewhere].from]?.from ?? Infinity, block[elsewhere].to)
  const gap = other.text.slice(strip[elsewhere], gapEnd)
  const isAfter = side.text.slice(words.to, end) === gap && side.text.slice(strip[which], words.from) !== gap
  if (!isAfter && which === 'a') pushGap(strip, words.from, gapEnd)
  if (!isAfter && which === 'b') pushGap(strip, gapEnd, words.from)
  const to = isAfter ? words.to : end
  if (which === 'a') push(strip, 'change', to, strip.b)
  else push(strip, 'change', strip.a, to)
}
