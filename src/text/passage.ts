import type { Passage, Range, Span } from '../types.ts'

/**
 * The one file that does arithmetic on positions: between a passage's clean text (Range) and the source (Span).
 */

/** Builds a passage from the kept source offsets, in ascending order; `folded` has the source's length (see fold.ts). */
export function passageOf(folded: string, kept: Iterable<number>): Passage {
  const characters: string[] = []
  const runs: [number, number][] = []
  let expected = -1
  for (const offset of kept) {
    if (offset !== expected) runs.push([characters.length, offset])
    characters.push(folded[offset]!)
    expected = offset + 1
  }
  return { text: characters.join(''), runs }
}

/** Source offset of clean character `at` (0 ≤ at < text.length). */
export function originOf(passage: Passage, at: number): number {
  const run = passage.runs[lastRunAtOrBefore(passage, at)]
  if (!run || at < 0 || at >= passage.text.length) throw new Error(`position outside passage: ${at}`)
  return run[1] + (at - run[0])
}

/** Smallest source span that holds the range; layout inside it is included. Throws on an empty or outside range. */
export function spanOf(passage: Passage, range: Range): Span {
  return { start: originOf(passage, range.from), end: originOf(passage, range.to - 1) + 1 }
}

/** The source's own characters of a range, in the source's script, without layout and without noise inside it. */
export function originalOf(passage: Passage, range: Range, source: string): string {
  let original = ''
  for (let at = range.from; at < range.to; at++) original += source[originOf(passage, at)]
  return original
}

/** The clean range whose characters come from inside the span; `from === to` where none does. */
export function rangeOf(passage: Passage, span: Span): Range {
  const from = firstAtOrAfter(passage, span.start)
  return { from, to: Math.max(from, firstAtOrAfter(passage, span.end)) }
}

/** The part of a passage inside a range, as a passage. */
export function slice(passage: Passage, range: Range): Passage {
  const runs: [number, number][] = []
  for (
    let index = Math.max(0, lastRunAtOrBefore(passage, range.from));
    index < passage.runs.length;
    index++
  ) {
    const [at, offset] = passage.runs[index]!
    if (at >= range.to) break
    const next = passage.runs[index + 1]?.[0] ?? passage.text.length
    const from = Math.max(at, range.from)
    if (from < Math.min(next, range.to)) runs.push([from - range.from, offset + (from - at)])
  }
  return { text: passage.text.slice(range.from, range.to), runs }
}

function lastRunAtOrBefore(passage: Passage, at: number): number {
  let low = 0
  let high = passage.runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (passage.runs[middle]![0] <= at) low = middle
    else high = middle - 1
  }
  return low
}

function firstAtOrAfter(passage: Passage, sourceOffset: number): number {
  let low = 0
  let high = passage.runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (passage.runs[middle]![1] <= sourceOffset) low = middle + 1
    else high = middle
  }
  if (low === 0) return 0
  const [at, offset] = passage.runs[low - 1]!
  const end = passage.runs[low]?.[0] ?? passage.text.length
  return Math.min(at + (sourceOffset - offset), end)
}
