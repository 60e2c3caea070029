import type { Flow } from '../text/lines.ts'
import type { Range } from '../types.ts'
import type { Candidate } from './classify.ts'
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
  doubts: Doubt[]
}

export function entriesOf(flow: Flow, blocks: ArticleBlock[]): { entries: Entry[]; doubts: Doubt[] } {
  const state: EntriesSoFar = { entries: [], lists: [], since: 0, doubts: [] }
  // An article may begin with its first item; the paragraph above it then has no words of its own.
  const first = blocks[0]
  if (first?.mark?.number === 1) addParagraph(state, { from: first.from, to: first.from })
  for (const block of blocks) {
    if (!block.mark || state.entries.length === 0) addParagraph(state, block)
    else if (!takeMark(flow, state, block, block.mark)) refuse(state, block, block.mark)
  }
  return { entries: state.entries, doubts: state.doubts }
}

function addParagraph(state: EntriesSoFar, { from, to }: Range): void {
  state.entries.push({ from, to, depth: -1, labelTo: from, label: '', number: 0 })
  state.since++
}

/** Takes the mark as an item if its number goes on from something; false if it does not. */
function takeMark(flow: Flow, state: EntriesSoFar, block: ArticleBlock, mark: Candidate): boolean {
  const open = state.lists.findIndex(list => list.style === mark.style)
  const ahead = open < 0 ? 0 : mark.number - state.lists[open]!.last
  const afterColon = endsWithColon(flow, state)
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
  if (missing > MOST_LOST_LABELS) return false
  const lead = state.entries[state.entries.length - 1 - missing]
  const unlabelled = state.entries.slice(state.entries.length - missing).every(entry => entry.depth === -1)
  if (!lead || !unlabelled || flow.passage.text[lead.to - 1] !== '：') return false
  state.lists = []
  return takeLost(state, block, mark, 0, missing)
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
