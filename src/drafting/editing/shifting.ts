import type { Span } from '../../types.ts'

/** Where two texts differ: both begin alike up to `start`; from `fromEnd` in the first and `toEnd` in the second they end alike. */
export interface TextChange {
  start: number
  fromEnd: number
  toEnd: number
}

/** The one stretch by which two texts differ. */
export function changeBetween(from: string, to: string): TextChange {
  const least = Math.min(from.length, to.length)
  let start = 0
  while (start < least && from[start] === to[start]) start++
  let tail = 0
  while (tail < least - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++
  return { start, fromEnd: from.length - tail, toEnd: to.length - tail }
}

/** Stretches of the first text at their places in the second; those that the change touches are left out. */
export function shifted<Stretch extends Span>(stretches: Stretch[], from: string, to: string): Stretch[] {
  if (from === to) return stretches
  const { start, fromEnd, toEnd } = changeBetween(from, to)
  return stretches.flatMap(each => {
    if (each.end <= start) return [each]
    return each.start >= fromEnd ? [movedBy(each, toEnd - fromEnd)] : []
  })
}

/** The same stretch so many characters further on. */
export function movedBy<Stretch extends Span>(stretch: Stretch, by: number): Stretch {
  return by === 0 ? stretch : { ...stretch, start: stretch.start + by, end: stretch.end + by }
}
