import type { Flow } from '../text/lines.ts'
import type { Range } from '../types.ts'
import type { Candidate } from './labels/classify.ts'
import { FURTHEST_ITEM, MOST_LOST_LABELS } from './thresholds.ts'

/**
 * The blocks of one article as paragraphs, items and subitems. A label counts only where its number goes on from
 * something: （二） after （一）. So a reference that a wrap brought to the front of a line opens no item, a label that
 * was lost in conversion is seen from its neighbours, and a list goes on over an unlabelled line in its middle.
 */

export interface Entry extends Range {
  /** -1 paragraph, 0 item, 1 subitem. */
  depth: -1 | 0 | 1
  /** Where the label ends; `from` where there is none. */
  labelTo: number
  label: string
  /** Of items and subitems. */
  number: number
}

/** Something about the numbering of items that a reader should look at. */
export interface Doubt extends Range {
  rule: 'item-gap' | 'item-label-lost' | 'item-out-of-order'
  message: string
}

/** A block of an article; with the mark it opens with, if any. */
export interface ArticleBlock extends Range {
  mark: Candidate | null
  /** False where the block is only a guess from a mark inside a line or a sentence. */
  firm: boolean
  /** Whether its line is the heading of an item whose text stands below. */
  headed: boolean
}

interface OpenList {
  style: Candidate['style']
  last: number
}

interface EntriesSoFar {
  entries: Entry[]
  lists: OpenList[]
  /** Unlabelled entries since the last item of the open lists. */
  since: number
  /** Whether the last item is a heading: what has no label stands below it. */
  headed: boolean
  doubts: Doubt[]
}

export function entriesOf(flow: Flow, blocks: ArticleBlock[]): { entries: Entry[]; doubts: Doubt[] } {
  const state: EntriesSoFar = { entries: [], lists: [], since: 0, headed: false, doubts: [] }
  // An article may begin with its first item; the paragraph above it then has no words of its own.
  const first = blocks[0]
  if (first?.mark?.number === 1) addParagraph(state, { from: first.from, to: first.from })
  for (const [index, each] of blocks.entries()) {
    const block = { ...each, firm: each.firm || opensList(each, blocks[index + 1]) }
    if (!block.mark || state.entries.length === 0) addUnlabelled(state, block)
    else if (!takeMark(flow, state, block, block.mark)) refuse(state, block, block.mark)
    else if (state.lists.length === 1) state.headed = block.headed
  }
  return { entries: state.entries, doubts: state.doubts }
}

/** Whether a first number is proved by the second right after it: the line above may lack its colon. */
function opensList({ mark }: ArticleBlock, next: ArticleBlock | undefined): boolean {
  return (
    mark?.number === 1 && next?.firm === true && next.mark?.style === mark.style && next.mark.number === 2
  )
}

/** A block without label: a paragraph, or below the heading of an item what the item says. */
function addUnlabelled(state: EntriesSoFar, { from, to }: Range): void {
  const last = state.entries.at(-1)
  if (!state.headed || last === undefined || last.depth === -1 || state.lists.length !== 1)
    addParagraph(state, { from, to })
  else {
    const number = last.depth === 1 ? last.number + 1 : 1
    state.entries.push({ from, to, depth: 1, labelTo: from, label: '', number })
  }
}

function addParagraph(state: EntriesSoFar, { from, to }: Range): void {
  state.entries.push({ from, to, depth: -1, labelTo: from, label: '', number: 0 })
  state.since++
}

/** Takes the mark as an item if its number goes on from something; false if it does not. */
function takeMark(flow: Flow, state: EntriesSoFar, block: ArticleBlock, mark: Candidate): boolean {
  const open = openList(state, mark)
  const ahead = open < 0 ? 0 : mark.number - state.lists[open]!.last
  const afterColon = endsWithColon(flow, state)
  if (block.firm && isSecondList(flow, state, mark) && startLate(flow, state, block, mark)) return true
  if (open >= 0 && ahead === 1 && !(state.since > 0 && afterColon)) {
    if (state.since > 0) mergeInto(state)
    return addItem(state, block, mark, open)
  }
  if (mark.number === 1) return startList(flow, state, block, mark, open)
  if (!block.firm) return false
  if (open >= 0 && state.since > 0 && ahead === state.since + 1)
    return takeLost(state, block, mark, open, state.since)
  if (open >= 0 && state.since === 0 && ahead > 1 && ahead <= FURTHEST_ITEM)
    return takeAfterGap(state, block, mark, open)
  return open < 0 || state.since > 0 ? startLate(flow, state, block, mark) : false
}

/** Index of the open list that the mark may go on from: the innermost of its style that has not come so far. */
function openList({ lists }: EntriesSoFar, { style, number }: Candidate): number {
  const behind = lists.findLastIndex(list => list.style === style && list.last < number)
  return behind >= 0 ? behind : lists.findIndex(list => list.style === style)
}

/** Whether the lines before the mark are items that lost their labels, below a paragraph of their own, though the number goes on. */
function isSecondList(flow: Flow, { entries, since }: EntriesSoFar, { number }: Candidate): boolean {
  if (number < 2 || number - 1 > MOST_LOST_LABELS || since < number) return false
  return entries.slice(entries.length - number + 1).every(({ to }) => flow.passage.text[to - 1] === '；')
}

function endsWithColon(flow: Flow, { entries }: EntriesSoFar): boolean {
  const last = entries.at(-1)
  return last !== undefined && flow.passage.text[last.to - 1] === '：'
}

function addItem(state: EntriesSoFar, block: Range, mark: Candidate, depth: number): boolean {
  const { number, label, to: labelTo } = mark
  state.entries.push({ from: block.from, to: block.to, depth: depth === 0 ? 0 : 1, labelTo, label, number })
  state.lists = [...state.lists.slice(0, depth), { style: mark.style, last: number }]
  state.since = 0
  return true
}

/** A first number opens a list of its own: below the open item, or below the paragraph after it. */
function startList(
  flow: Flow,
  state: EntriesSoFar,
  block: ArticleBlock,
  mark: Candidate,
  open: number,
): boolean {
  if (state.since > 0 || state.lists.length === 0) {
    if (!block.firm && !endsWithColon(flow, state)) return false
    state.lists = []
    return addItem(state, block, mark, 0)
  }
  if (open >= 0 || state.lists.length >= 2 || (!block.firm && !endsWithColon(flow, state))) return false
  // Numbers below an item belong to one list: what stands between its heading and the list is the item's own text.
  while (state.entries.at(-1)!.depth === 1) {
    const { to } = state.entries.pop()!
    state.entries.at(-1)!.to = Math.max(to, state.entries.at(-1)!.to)
  }
  return addItem(state, block, mark, state.lists.length)
}

/** Unlabelled lines between two items belong to the item before them. */
function mergeInto(state: EntriesSoFar): void {
  const to = state.entries.at(-1)!.to
  state.entries.length -= state.since
  state.entries.at(-1)!.to = to
}

/** As many unlabelled lines as numbers are missing: their labels were lost. */
function takeLost(
  state: EntriesSoFar,
  block: ArticleBlock,
  mark: Candidate,
  depth: number,
  count: number,
): boolean {
  const first = state.entries.length - count
  for (const [index, entry] of state.entries.slice(first).entries()) {
    const number = mark.number - count + index
    Object.assign(entry, { depth: depth === 0 ? 0 : 1, number })
    state.doubts.push({
      rule: 'item-label-lost',
      message: `label of item ${number} is missing`,
      from: entry.from,
      to: entry.to,
    })
  }
  return addItem(state, block, mark, depth)
}

function takeAfterGap(state: EntriesSoFar, block: ArticleBlock, mark: Candidate, depth: number): boolean {
  const last = state.lists[depth]!.last
  state.doubts.push({
    rule: 'item-gap',
    message: `item ${mark.number} follows item ${last}`,
    from: mark.from,
    to: mark.to,
  })
  return addItem(state, block, mark, depth)
}

/** A list whose first labels were lost: after a line that ends with a colon stand just the lines that are missing. */
function startLate(flow: Flow, state: EntriesSoFar, block: ArticleBlock, mark: Candidate): boolean {
  const missing = mark.number - 1
  const lead = leadOf(flow, state, missing)
  if (!lead) return false
  // Below an item the list is one of subitems: the item's own list goes on after it.
  state.lists = lead.depth === 0 ? state.lists.slice(0, 1) : []
  return takeLost(state, block, mark, lead.depth + 1, missing)
}

/** The paragraph or item that ends with a colon right before so many lines without label, if there is one. */
function leadOf(flow: Flow, { entries }: EntriesSoFar, missing: number): Entry | undefined {
  if (missing < 1 || missing > MOST_LOST_LABELS) return undefined
  const lead = entries[entries.length - 1 - missing]
  const unlabelled = entries.slice(entries.length - missing).every(entry => entry.depth === -1)
  return lead && lead.depth < 1 && unlabelled && flow.passage.text[lead.to - 1] === '：' ? lead : undefined
}

/** A mark that goes on from nothing: the rest of a sentence, or a paragraph whose numbering is at fault. */
function refuse(state: EntriesSoFar, block: ArticleBlock, mark: Candidate): void {
  if (!block.firm) {
    state.entries.at(-1)!.to = block.to
    return
  }
  state.doubts.push({
    rule: 'item-out-of-order',
    message: `${mark.label} goes on from no item`,
    from: mark.from,
    to: mark.to,
  })
  addParagraph(state, block)
}
