import { type Flow, lineIndexAt } from '../text/lines.ts'
import type { Candidate } from './labels/classify.ts'
import { hadRoom } from './labels/room.ts'
import type { Outline } from './outline.ts'
import { HEADED_ITEMS, LONGEST_ITEM_HEADING } from './thresholds.ts'

/** Where the label of an item with a heading begins, and where the heading's line ends. */
export type Headings = Map<number, number>

/**
 * Items that are headings: （一）全体会议 on a line of its own, and below it what is said of 全体会议. As with captions of
 * articles a way of writing counts only where most items of one list share it; one short line may be a broken one.
 */
export function itemHeadings(flow: Flow, outline: Outline, marks: Candidate[]): Headings {
  const starts = new Set([...outline.candidates, ...outline.articles].map(each => each.from))
  for (const each of outline.divisions) starts.add(each.from)
  const found: Headings = new Map()
  for (const list of listsOf(outline, marks)) {
    const ends = list.map(mark => headingEnd(flow, mark, starts))
    const headed = ends.filter(end => end !== null).length
    if (headed < Math.max(2, list.length * HEADED_ITEMS)) continue
    for (const [index, mark] of list.entries()) if (ends[index] !== null) found.set(mark.from, ends[index]!)
  }
  return found
}

/** The marks that open a line, by article and style. */
function listsOf({ articles }: Outline, marks: Candidate[]): Candidate[][] {
  const lists = new Map<string, Candidate[]>()
  for (const mark of marks) {
    if (!mark.opensLine || articles.length === 0) continue
    const key = `${lineIndexAt(articles, mark.from)} ${mark.style}`
    const list = lists.get(key)
    if (list) list.push(mark)
    else lists.set(key, [mark])
  }
  return [...lists.values()]
}

/** Where the line of a mark ends that holds a few words without punctuation, had room for more, and has words below it. */
function headingEnd(flow: Flow, { from, to }: Candidate, starts: Set<number>): number | null {
  const index = lineIndexAt(flow.lines, from)
  const [line, next] = [flow.lines[index]!, flow.lines[index + 1]]
  const words = flow.passage.text.slice(to, Math.min(line.to, to + LONGEST_ITEM_HEADING + 1))
  if (words.length === 0 || words.length > LONGEST_ITEM_HEADING || /[，。；：！？]/.test(words)) return null
  return next && !starts.has(next.from) && hadRoom(flow, line) ? line.to : null
}
