import { diffArrays } from 'diff'
import type { Range } from '../types.ts'
import type { Block } from './clauses.ts'
import { ISLAND } from './thresholds.ts'
import { PARTICLES, type TokenizedText, weigh } from './tokens.ts'

/** Tokens `[a.from, a.to)` that became tokens `[b.from, b.to)`. */
export interface Edit {
  a: Range
  b: Range
  equal: boolean
}

/** The edits from the left to the right tokens of a block, joined into changes that a person can read. */
export function editsOf(left: TokenizedText, right: TokenizedText, block: Block): Edit[] {
  return readable(left, right, shortestEdits(left, right, block))
}

function shortestEdits(left: TokenizedText, right: TokenizedText, block: Block): Edit[] {
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

/**
 * Makes hunks readable: equal content counts as equal however it was cut into words, short equal islands
 * become part of the changes around them, and hunks begin where a phrase begins.
 */
function readable(left: TokenizedText, right: TokenizedText, edits: Edit[]): Edit[] {
  const recut = joinEdits(edits.flatMap(edit => trimEqualContent(left, right, edit)))
  return slide(left, right, absorbIslands(left, right, recut))
}

/** Cuts off a hunk what its two sides begin or end with alike, even if it is cut into different words. */
function trimEqualContent(left: TokenizedText, right: TokenizedText, edit: Edit): Edit[] {
  if (edit.equal || isEmpty(edit.a) || isEmpty(edit.b)) return [edit]
  // A name folds by the words around it; equal characters are equal even if only one side folds.
  if (textOf(left, edit.a) === textOf(right, edit.b)) return [{ ...edit, equal: true }]
  const head = commonRun(left, right, edit, 1)
  const afterHead = {
    a: { from: edit.a.from + head.a, to: edit.a.to },
    b: { from: edit.b.from + head.b, to: edit.b.to },
  }
  const tail = commonRun(left, right, afterHead, -1)
  const middle = {
    a: { from: afterHead.a.from, to: afterHead.a.to - tail.a },
    b: { from: afterHead.b.from, to: afterHead.b.to - tail.b },
    equal: false,
  }
  return [
    {
      a: { from: edit.a.from, to: afterHead.a.from },
      b: { from: edit.b.from, to: afterHead.b.from },
      equal: true,
    },
    middle,
    { a: { from: middle.a.to, to: edit.a.to }, b: { from: middle.b.to, to: edit.b.to }, equal: true },
  ].filter(each => !isEmpty(each.a) || !isEmpty(each.b))
}

/** How many tokens of each side, from one end of a hunk, have the same content though cut differently. */
function commonRun(
  left: TokenizedText,
  right: TokenizedText,
  edit: Pick<Edit, 'a' | 'b'>,
  step: 1 | -1,
): { a: number; b: number } {
  const best = { a: 0, b: 0 }
  let [a, b] = [0, 0]
  let [contentA, contentB] = ['', '']
  while (true) {
    if (contentA.length <= contentB.length) {
      if (a === size(edit.a)) break
      const key = left.tokens[step === 1 ? edit.a.from + a : edit.a.to - 1 - a]!.key
      contentA = step === 1 ? contentA + key : key + contentA
      a++
    } else {
      if (b === size(edit.b)) break
      const key = right.tokens[step === 1 ? edit.b.from + b : edit.b.to - 1 - b]!.key
      contentB = step === 1 ? contentB + key : key + contentB
      b++
    }
    if (contentA === contentB) Object.assign(best, { a, b })
    else if (!agree(contentA, contentB, step)) break
  }
  return best
}

function agree(a: string, b: string, step: 1 | -1): boolean {
  return step === 1 ? a.startsWith(b) || b.startsWith(a) : a.endsWith(b) || b.endsWith(a)
}

/** Makes an equal stretch part of the change if it weighs little beside the changes on both its sides. */
function absorbIslands(left: TokenizedText, right: TokenizedText, edits: Edit[]): Edit[] {
  let current = edits
  while (true) {
    const island = current.findIndex((edit, index) => edit.equal && isIsland(left, right, current, index))
    if (island < 0) return current
    current = joinEdits(current.map((edit, index) => (index === island ? { ...edit, equal: false } : edit)))
  }
}

function isIsland(left: TokenizedText, right: TokenizedText, edits: Edit[], index: number): boolean {
  const before = edits[index - 1]
  const after = edits[index + 1]
  if (!before || !after) return false
  const weight = weigh(left.tokens, edits[index]!.a)
  if (weight <= ISLAND.always) return true
  const around = Math.min(changeWeight(left, right, before), changeWeight(left, right, after))
  return weight <= ISLAND.atMost && weight * 2 <= around
}

function changeWeight(left: TokenizedText, right: TokenizedText, edit: Edit): number {
  return Math.max(weigh(left.tokens, edit.a), weigh(right.tokens, edit.b))
}

/**
 * Moves a pure addition or omission along equal words to where it begins with a phrase: A，[B，]C rather than
 * [A，B]，C.
 */
function slide(left: TokenizedText, right: TokenizedText, edits: Edit[]): Edit[] {
  const moved = edits.map(edit => ({ a: { ...edit.a }, b: { ...edit.b }, equal: edit.equal }))
  for (let index = 1; index + 1 < moved.length; index++) {
    const [before, hunk, after] = [moved[index - 1]!, moved[index]!, moved[index + 1]!]
    if (hunk.equal || !before.equal || !after.equal) continue
    if (isEmpty(hunk.b)) slideOne(left, before, hunk, after, 'a')
    else if (isEmpty(hunk.a)) slideOne(right, before, hunk, after, 'b')
  }
  return moved.filter(edit => !isEmpty(edit.a) || !isEmpty(edit.b))
}

function slideOne(side: TokenizedText, before: Edit, hunk: Edit, after: Edit, which: 'a' | 'b'): void {
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

/**
 * How well a hunk's border fits before token `index`: 4 after a sentence, 3 after a clause, 2 after a member
 * of a list, 1 before a particle, else 0.
 */
function borderScore(side: TokenizedText, index: number): number {
  const gap = side.text.slice(side.tokens[index - 1]?.to ?? 0, side.tokens[index]?.from ?? side.text.length)
  if (/[\n。；！？]/.test(gap)) return 4
  if (/[，：]/.test(gap)) return 3
  if (gap.includes('、')) return 2
  if (PARTICLES.has(side.tokens[index]?.key ?? '')) return 1
  return 0
}

function textOf(side: TokenizedText, range: Range): string {
  const { from, to } = textRange(side, range)
  return side.text.slice(from, to)
}

/** The range in the text of a range of tokens, which must not be empty. */
export function textRange(side: TokenizedText, range: Range): Range {
  return { from: side.tokens[range.from]!.from, to: side.tokens[range.to - 1]!.to }
}

export function size(range: Range): number {
  return range.to - range.from
}

export function isEmpty(range: Range): boolean {
  return range.from === range.to
}
