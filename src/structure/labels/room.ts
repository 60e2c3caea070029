import type { Flow, Line } from '../../text/lines.ts'
import { ROOM_LEFT, ROOM_LINES } from '../thresholds.ts'
import { firstAtOrAfter } from './places.ts'

/**
 * Whether a line ended though there was room for more, so that what follows it was set apart on purpose. Where a page was
 * too narrow for a sentence its lines are full, and nearly as wide as any near them; a file may hold two pages.
 */
export function hadRoom({ lines }: Flow, line: Line): boolean {
  const index = firstAtOrAfter(lines, line.from, ({ from }) => from)
  // One long address or title says nothing of the page: the second widest line counts.
  let [widest, second] = [0, 0]
  const end = Math.min(lines.length, index + ROOM_LINES + 1)
  for (let at = Math.max(0, index - ROOM_LINES); at < end; at++) {
    const { width } = lines[at]!
    if (width > widest) [widest, second] = [width, widest]
    else if (width > second) second = width
  }
  return line.width <= second * ROOM_LEFT
}
