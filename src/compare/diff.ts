import { diffArrays } from 'diff'
import type { Cut, Range } from '../types.ts'
import { alignClauses, type Block } from './clauses.ts'
import { type Names, NO_NAMES } from './names.ts'
import { PARTICLES, type Side, type TokenOptions, tokensOf, weigh } from './tokens.ts'
import type { Witness } from './witness.ts'

/**
 * What became of one stretch. `same`: the same characters. `style`: only punctuation, layout or the way a number is written
 * differs. `name`: only a folded name differs. `change`: added (`a` is empty), left out (`b` is empty) or replaced.
 */
export type SegmentKind = 'same' | 'style' | 'name' | 'change'

/** Ranges count in the witnesses' texts. `move` numbers the segments of a clause that stands elsewhere in the other text. */
export interface Segment {
  kind: SegmentKind
  a: Range
  b: Range
  move?: number
}

export interface DiffOptions {
  cut: Cut
  /** Names of the two documents; without them only general names fold. */
  names?: { a: Names; b: Names }
  /** Whether names that must differ are kept out of the changes; on by default. */
  foldNames?: boolean
}

/**
 * The difference of two texts over words. Segments stand in `b`'s order and tile both texts: taking `a`'s characters for `same`
 * and `b`'s for the rest gives `b`. `diff(b, a)` is its mirror image.
 */
export function diff(a: Witness, b: Witness, options: DiffOptions): Segment[] {
  return joined(clausePairs(a, b, options).flatMap(pair => pair.segments))
}

/** Clauses of one text with the clauses of the other that answer them; one of the ranges is empty where nothing does. */
export interface ClausePair {
  a: Range
  b: Range
  /** Share of their words that both have, words that stand in many clauses counting little; 0 to 1. */
  likeness: number
  segments: Segment[]
}

/** The same difference clause by clause, in `b`'s order; the ranges tile both texts. */
function clausePairs(a: Witness, b: Witness, options: DiffOptions): ClausePair[] {
  const { cut, names, foldNames = true } = options
  return pairsOfSides(
    sideOf(a, { cut, names: names?.a ?? NO_NAMES, foldNames }),
    sideOf(b, { cut, names: names?.b ?? NO_NAMES, foldNames }),
  )
}

/** A witness read for comparing: for callers that compare one text with many. */
export function sideOf(witness: Witness, options: TokenOptions): Side {
  return { text: witness.text, tokens: tokensOf(witness, options) }
}

/** Clause pairs of two texts that have been read. */
export function pairsOfSides(left: Side, right: Side): ClausePair[] {
  // The core is not symmetric where two shortest scripts compete, so one order is chosen for both directions.
  if (left.text > right.text) return pairsOfSides(right, left).map(turned).sort(byPlace)
  return alignClauses(left, right).map(block => ({
    a: block.a,
    b: block.b,
    likeness: block.likeness,
    segments: blockSegments(left, right, block),
  }))
}

function turned(pair: ClausePair): ClausePair {
  return { ...pair, a: pair.b, b: pair.a, segments: mirror(pair.segments) }
}

function byPlace(x: Pick<ClausePair, 'a' | 'b'>, y: Pick<ClausePair, 'a' | 'b'>): number {
  return x.b.from - y.b.from || x.b.to - y.b.to || x.a.from - y.a.from
}

/** Only what a reader is shown as different: changes, and moved stretches. */
export function changesOf(segments: Segment[]): Segment[] {
  return segments.filter(segment => segment.kind === 'change' || segment.move !== undefined)
}

/** Gives the second text, from the first and the segments; `b` is read only where the two differ. */
export function applyDiff(a: string, segments: Segment[], b: string): string {
  return segments
    .map(({ kind, a: inA, b: inB }) =>
      kind === 'same' ? a.slice(inA.from, inA.to) : b.slice(inB.from, inB.to),
    )
    .join('')
}

/** The same difference seen from the other text, in that text's order. */
export function mirror(segments: Segment[]): Segment[] {
  return joined(segments.map(segment => ({ ...segment, a: segment.b, b: segment.a })).sort(byPlace))
}

/** Tokens `[a.from, a.to)` that became tokens `[b.from, b.to)`. */
interface Edit {
  a: Range
  b: Range
  equal: boolean
}

function blockSegments(left: Side, right: Side, block: Block): Segment[] {
  const edits = readable(left, right, editsOf(left, right, block))
  const segments = emit(left, right, block, edits)
  return block.move === undefined ? segments : segments.map(segment => ({ ...segment, move: block.move! }))
}

function editsOf(left: Side, right: Side, block: Block): Edit[] {
  const keysA = left.tokens.slice(block.tokensA.from, block.tokensA.to).map(token => token.key)
  const keysB = right.tokens.slice(block.tokensB.from, block.tokensB.to).map(token => token.key)
  const edits: Edit[] = []
  let a = block.tokensA.from
  let b = block.tokensB.from
  for (const part of diffArrays(keysA, keysB)) {
    const edit = {
      a: { from: a, to: part.added ? a : a + part.count },
      b: { from: b, to: part.removed ? b : b + part.count },
      equal: !part.added && !part.removed,
    }
    edits.push(edit)
    a = edit.a.to
    b = edit.b.to
  }
  return joinEdits(edits)
}

function joinEdits(edits: Edit[]): Edit[] {
  const joined: Edit[] = []
  for (const edit of edits) {
    const last = joined.at(-1)
    if (last && last.equal === edit.equal) {
      joined[joined.length - 1] = {
        a: { from: last.a.from, to: edit.a.to },
        b: { from: last.b.from, to: edit.b.to },
        equal: edit.equal,
      }
    } else joined.push(edit)
  }
  return joined
}

/** Makes hunks a person can read: equal content is equal however it was cut, short islands are absorbed, hunks begin where a phrase begins. */
function readable(left: Side, right: Side, edits: Edit[]): Edit[] {
  const recut = joinEdits(edits.flatMap(edit => trimEqualContent(left, right, edit)))
  return slide(left, right, absorbIslands(left, right, recut))
}

/** A hunk whose two sides begin or end with the same characters, cut into other words, loses them. */
function trimEqualContent(left: Side, right: Side, edit: Edit): Edit[] {
  if (edit.equal || isEmpty(edit.a) || isEmpty(edit.b)) return [edit]
  // A name folds by what stands around it; the same characters are the same all the same.
  if (textOf(left, edit.a) === textOf(right, edit.b)) return [{ ...edit, equal: true }]
  const head = commonRun(left, right, edit, 1)
  const rest = {
    a: { from: edit.a.from + head.a, to: edit.a.to },
    b: { from: edit.b.from + head.b, to: edit.b.to },
    equal: false,
  }
  const tail = commonRun(left, right, rest, -1)
  const middle = {
    a: { from: rest.a.from, to: rest.a.to - tail.a },
    b: { from: rest.b.from, to: rest.b.to - tail.b },
    equal: false,
  }
  return [
    { a: { from: edit.a.from, to: rest.a.from }, b: { from: edit.b.from, to: rest.b.from }, equal: true },
    middle,
    { a: { from: middle.a.to, to: edit.a.to }, b: { from: middle.b.to, to: edit.b.to }, equal: true },
  ].filter(each => !isEmpty(each.a) || !isEmpty(each.b))
}

/** How many tokens from one end of a hunk say the same on both sides although their borders differ. */
function commonRun(left: Side, right: Side, edit: Edit, step: 1 | -1): { a: number; b: number } {
  const best = { a: 0, b: 0 }
  let [a, b] = [0, 0]
  let [saidA, saidB] = ['', '']
  while (true) {
    if (saidA.length <= saidB.length) {
      if (a === size(edit.a)) break
      const key = left.tokens[step === 1 ? edit.a.from + a : edit.a.to - 1 - a]!.key
      saidA = step === 1 ? saidA + key : key + saidA
      a++
    } else {
      if (b === size(edit.b)) break
      const key = right.tokens[step === 1 ? edit.b.from + b : edit.b.to - 1 - b]!.key
      saidB = step === 1 ? saidB + key : key + saidB
      b++
    }
    if (saidA === saidB) Object.assign(best, { a, b })
    else if (!agree(saidA, saidB, step)) break
  }
  return best
}

function agree(a: string, b: string, step: 1 | -1): boolean {
  return step === 1 ? a.startsWith(b) || b.startsWith(a) : a.endsWith(b) || b.endsWith(a)
}

/** An equal stretch that says less than the changes on both its sides is part of the change. */
function absorbIslands(left: Side, right: Side, edits: Edit[]): Edit[] {
  let current = edits
  while (true) {
    const island = current.findIndex((edit, index) => edit.equal && isIsland(left, right, current, index))
    if (island < 0) return current
    current = joinEdits(current.map((edit, index) => (index === island ? { ...edit, equal: false } : edit)))
  }
}

function isIsland(left: Side, right: Side, edits: Edit[], index: number): boolean {
  const before = edits[index - 1]
  const after = edits[index + 1]
  if (!before || !after) return false
  const said = weigh(left.tokens, edits[index]!.a)
  if (said <= 1) return true
  const around = Math.min(changeWeight(left, right, before), changeWeight(left, right, after))
  return said <= 6 && said * 2 <= around
}

function changeWeight(left: Side, right: Side, edit: Edit): number {
  return Math.max(weigh(left.tokens, edit.a), weigh(right.tokens, edit.b))
}

/** Moves a pure addition or omission along equal words to where it begins with a phrase: A，[B，]C rather than [A，B]，C. */
function slide(left: Side, right: Side, edits: Edit[]): Edit[] {
  const moved = edits.map(edit => ({ a: { ...edit.a }, b: { ...edit.b }, equal: edit.equal }))
  for (let index = 1; index + 1 < moved.length; index++) {
    const [before, hunk, after] = [moved[index - 1]!, moved[index]!, moved[index + 1]!]
    if (hunk.equal || !before.equal || !after.equal) continue
    if (isEmpty(hunk.b)) slideOne(left, before, hunk, after, 'a')
    else if (isEmpty(hunk.a)) slideOne(right, before, hunk, after, 'b')
  }
  return moved.filter(edit => !isEmpty(edit.a) || !isEmpty(edit.b))
}

function slideOne(side: Side, before: Edit, hunk: Edit, after: Edit, which: 'a' | 'b'): void {
  const range = hunk[which]
  const { tokens } = side
  let [best, bestScore] = [0, borderScore(side, range.from) + borderScore(side, range.to)]
  for (
    let shift = -1;
    -shift <= size(before[which]) && tokens[range.from + shift]!.key === tokens[range.to + shift]!.key;
    shift--
  ) {
    const score = borderScore(side, range.from + shift) + borderScore(side, range.to + shift)
    if (score > bestScore) [best, bestScore] = [shift, score]
  }
  for (
    let shift = 1;
    shift <= size(after[which]) && tokens[range.from + shift - 1]!.key === tokens[range.to + shift - 1]!.key;
    shift++
  ) {
    const score = borderScore(side, range.from + shift) + borderScore(side, range.to + shift)
    if (score > bestScore) [best, bestScore] = [shift, score]
  }
  shiftBorder(before, hunk, after, best)
}

function shiftBorder(before: Edit, hunk: Edit, after: Edit, shift: number): void {
  for (const which of ['a', 'b'] as const) {
    before[which].to += shift
    hunk[which].from += shift
    hunk[which].to += shift
    after[which].from += shift
  }
}

/** How good a place between two tokens is for a hunk's border: the end of a sentence, of a clause, of a list's member, none. */
function borderScore(side: Side, index: number): number {
  const gap = side.text.slice(side.tokens[index - 1]?.to ?? 0, side.tokens[index]?.from ?? side.text.length)
  if (/[\n。；！？]/.test(gap)) return 4
  if (/[，：]/.test(gap)) return 3
  if (gap.includes('、')) return 2
  if (PARTICLES.has(side.tokens[index]?.key ?? '')) return 1
  return 0
}

/** Turns edits of tokens into ranges of text, giving every gap to one segment. */
function emit(left: Side, right: Side, block: Block, edits: Edit[]): Segment[] {
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

/** Segments of a block as they are laid end to end; `a` and `b` say how far the two texts are covered. */
interface Strip {
  left: Side
  right: Side
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

/** What stands between two tokens: punctuation, layout, labels. Its style is no change. */
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

/** The same content cut into other words: nothing but punctuation inside differs. */
function emitRecut(strip: Strip, a: Range, b: Range): void {
  pushGap(strip, a.from, b.from)
  pushEqual(strip, 'style', a.to, b.to)
}

/** Replaced words; of two quantities with the same bound words only what differs: 不超过[200人 → 150人]. */
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
 * Words that one text has more. The gap at that place in the other text answers either the gap before them or the one after;
 * the other gap belongs to the words: 甲，[乙，]丙 and 甲[，乙]。
 */
function emitOneSided(strip: Strip, edit: Edit): void {
  const { left, right, block } = strip
  const which = isEmpty(edit.b) ? 'a' : 'b'
  const [side, other, elsewhere] =
    which === 'a' ? ([left, right, 'b'] as const) : ([right, left, 'a'] as const)
  const words = textRange(side, edit[which])
  const end = Math.min(side.tokens[edit[which].to]?.from ?? Infinity, block[which].to)
  const bridgeEnd = Math.min(other.tokens[edit[elsewhere].from]?.from ?? Infinity, block[elsewhere].to)
  const bridge = other.text.slice(strip[elsewhere], bridgeEnd)
  const isAfter =
    side.text.slice(words.to, end) === bridge && side.text.slice(strip[which], words.from) !== bridge
  if (!isAfter && which === 'a') pushGap(strip, words.from, bridgeEnd)
  if (!isAfter && which === 'b') pushGap(strip, bridgeEnd, words.from)
  const to = isAfter ? words.to : end
  if (which === 'a') push(strip, 'change', to, strip.b)
  else push(strip, 'change', strip.a, to)
}

function textOf(side: Side, range: Range): string {
  const { from, to } = textRange(side, range)
  return side.text.slice(from, to)
}

function textRange(side: Side, range: Range): Range {
  return { from: side.tokens[range.from]!.from, to: side.tokens[range.to - 1]!.to }
}

/** Neighbouring segments of a kind as one; what is left out and what is added at one place are one change. */
function joined(segments: Segment[]): Segment[] {
  const result: Segment[] = []
  for (const segment of segments) {
    const last = result.at(-1)
    const adjoins =
      last?.kind === segment.kind &&
      last.move === segment.move &&
      last.a.to === segment.a.from &&
      last.b.to === segment.b.from
    if (adjoins)
      result[result.length - 1] = {
        ...last,
        a: { from: last.a.from, to: segment.a.to },
        b: { from: last.b.from, to: segment.b.to },
      }
    else result.push(segment)
  }
  return result
}

function size(range: Range): number {
  return range.to - range.from
}

function isEmpty(range: Range): boolean {
  return range.from === range.to
}
