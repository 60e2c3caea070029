import { max } from 'd3-array'
import { cellOf, type Flow, type Line } from '../text/lines.ts'
import type { Range } from '../types.ts'
import { endsSentence } from './labels/classify.ts'
import {
  ENOUGH_BROKEN_LINES,
  ENOUGH_FIRST_LINES,
  ENOUGH_FOR_HABIT,
  FULL_LINES,
  HABIT_OF_FIRST_LINES,
  HABIT_OF_INNER_LINES,
  INDENT_CELLS,
  LINES_OF_ONE_LENGTH,
  LINES_OF_ONE_WIDTH,
  LINES_OVER_LENGTH,
  LINES_OVER_WIDTH,
  RAGGED_CELLS,
} from './thresholds.ts'

/**
 * Which printed lines begin a paragraph, and which are the rest of a line that the page was too narrow for.
 * Nothing is known beforehand about the file: the width of the page is learned from the lines that end inside a
 * sentence, the habits of blank lines and indents from the lines whose part is certain.
 */

/**
 * Per line of the flow: whether a paragraph (or heading, or label) begins there. Lines of `sure` must. Outside the
 * body lines need no full stop to be whole (titles, signatures, dates), so there only a full line runs on. In a
 * `settled` text the reader of the file knew which lines were broken and joined them: every end of a sentence stands.
 */
export function openingLines(flow: Flow, sure: Set<number>, parts: Parts, settled: boolean): Openings {
  // Facts are made again where they are needed: a file may have millions of lines outside the body.
  const factAt = (index: number) => {
    const line = flow.lines[index]
    return line && factOf(flow, line, index, sure, parts)
  }
  const inBody = [...flow.lines.keys()]
    .filter(index => isProse(flow.lines[index]!, parts))
    .map(index => factAt(index)!)
  const page = settled ? null : pageOf(inBody)
  const habits = settled ? NO_HABITS : habitsOf(inBody)
  const opens: boolean[] = []
  const unsure: Line[] = []
  let [before, fact] = [undefined as Fact | undefined, factAt(0)]
  for (let index = 0; fact; index++) {
    const next = factAt(index + 1)
    const part = partOfLine(fact, next, page, habits, before, opens[index - 1] ?? true)
    opens.push(part === 'opens')
    if (part === 'unsure') unsure.push(fact.line)
    ;[before, fact] = [fact, next]
  }
  return { opens, unsure }
}

export interface Openings {
  /** For each line of the flow. */
  opens: boolean[]
  /** Lines read as the rest of a paragraph though they may begin one: the page shows nothing either way. */
  unsure: Line[]
}

/** Where the parts of a document stand in the flow. */
export interface Parts {
  body: Range
  /** Annexes that are sets of rules, and all others. */
  rules: Range[]
  mixed: Range[]
}

function isProse(line: Line, { body, rules }: Parts): boolean {
  return isInside(line, body) || rules.some(range => isInside(line, range))
}

function isInside(line: Line, { from, to }: Range): boolean {
  return line.from >= from && line.from < to
}

interface Fact {
  line: Line
  /** Certainly the beginning of something. */
  opens: boolean
  /** Certainly the rest of the line before: that one ended inside a sentence. */
  continues: boolean
  /** Outside the body. */
  loose: boolean
  /** In an annex that holds names and cells, which end no sentence, beside sentences. */
  mixed: boolean
  /** Ends with a mark that a printer may hang over the edge. */
  hangs: boolean
  /** Begins with a mark that a careful printer does not put there, or follows one he does not leave at the end. */
  careless: boolean
  /** Cells the line before would have needed to take up this line's first character, and its first unbreakable group. */
  character: number
  group: number
}

function factOf(flow: Flow, line: Line, index: number, sure: Set<number>, parts: Parts): Fact {
  const { body } = parts
  const opens = index === 0 || sure.has(line.from) || line.from === body.from || line.from === body.to
  const continues = !opens && !endsSentence(flow.passage.text, line.from)
  const loose = !isProse(line, parts)
  const mixed = loose && parts.mixed.some(range => isInside(line, range))
  const text = flow.passage.text
  const hangs = CLOSING_MARK.test(text[line.to - 1] ?? '')
  const careless =
    continues && (CLOSING_MARK.test(text[line.from]!) || OPENING_MARK.test(text[line.from - 1] ?? ''))
  const group = groupAt(flow.source, line.start)
  const character = cellOf(flow.source.charCodeAt(line.start))
  return { line, opens, continues, loose, mixed, hangs, careless, character, group }
}

const CLOSING_MARK = /[，。、；：？！）》”’〕]/
const OPENING_MARK = /[（《“‘〔]/
// What cannot be parted, in the source's own widths: a character with the marks that may not open a line, or a whole number or word.
const UNBREAKABLE =
  /(?:[“‘《（〔(]{0,3}(?:[0-9０-９A-Za-z.,%]{1,12}|[\s\S]))[，。、；：？！）》”’〕…—%,;:?!)]{0,3}/y

function groupAt(text: string, from: number): number {
  UNBREAKABLE.lastIndex = from
  const first = UNBREAKABLE.exec(text)?.[0] ?? ''
  let cells = 0
  for (let at = 0; at < first.length; at++) cells += cellOf(first.charCodeAt(at))
  return cells
}

/** How wide the page was, in one measure: full lines inside a paragraph, and first lines, which an indent narrows. */
interface Page {
  measure: 'width' | 'units'
  full: number
  first: number
  /** Whether marks are kept from opening a line (禁则). */
  careful: boolean
}

/** The page's width, or null where lines are not broken by width. */
function pageOf(facts: Fact[]): Page | null {
  const broken = facts.filter((_, index) => facts[index + 1]?.continues)
  if (broken.length < 2) return null
  // A machine breaks after so many characters and every line has just as many; a typesetter counts cells.
  return (
    pageBy(facts, broken, 'units', LINES_OF_ONE_LENGTH) ?? pageBy(facts, broken, 'width', LINES_OF_ONE_WIDTH)
  )
}

/** The width in one measure, if at least a share `exact` of the broken lines have just the commonest size. */
function pageBy(facts: Fact[], broken: Fact[], measure: Page['measure'], exact: number): Page | null {
  const slack = measure === 'width' ? RAGGED_CELLS : 0
  const all = broken.map(fact => fact.line[measure])
  const inner = broken.filter(fact => fact.continues)
  const firsts = broken.filter(fact => fact.opens)
  const full = capacityOf(inner.length >= ENOUGH_BROKEN_LINES ? inner : broken, measure)
  const first = firsts.length >= ENOUGH_FIRST_LINES ? Math.min(capacityOf(firsts, measure), full) : full
  const [mode, firstMode] = [modeOf(all), modeOf(firsts.map(fact => fact.line[measure]))]
  const near = all.filter(size => size >= first - slack && size <= full + slack * 2).length
  const just = all.filter(size => size === mode || size === firstMode).length
  const longer = facts.filter(fact => fact.line[measure] > full + slack * 2).length
  if (measure === 'units' && all.filter(size => size > mode).length > all.length * LINES_OVER_LENGTH)
    return null
  const enough = all.length < ENOUGH_BROKEN_LINES ? all.length : all.length * FULL_LINES
  const fits = near >= enough && just >= all.length * exact && longer <= facts.length * LINES_OVER_WIDTH
  const careful = !facts.some(fact => fact.careless)
  return fits ? { measure, full, first, careful } : null
}

/**
 * What a line holds: the widest broken line, but no more than a half-width character above the commonest size. Lines
 * that end with a mark are left out, for a mark may hang over the edge.
 */
function capacityOf(broken: Fact[], measure: Page['measure']): number {
  const plain = broken.filter(fact => !fact.hangs)
  const sizes = (plain.length > 0 ? plain : broken).map(fact => fact.line[measure])
  const mode = modeOf(sizes)
  if (measure === 'units') return mode
  return sizes.reduce((widest, size) => (size <= mode + 1 ? Math.max(widest, size) : widest), mode)
}

function modeOf(sizes: number[]): number {
  const counts = new Map<number, number>()
  for (const size of sizes) counts.set(size, (counts.get(size) ?? 0) + 1)
  let mode = 0
  for (const [size, count] of counts) {
    const known = counts.get(mode) ?? 0
    if (count > known || (count === known && size > mode)) mode = size
  }
  return mode
}

/** What blank lines and indents mean here: true where they set paragraphs apart from wrapped lines. */
interface Habits {
  blanks: boolean
  indent: boolean
  /** Most empty lines seen round the furniture between two pages inside a paragraph; null where none was seen. */
  pageBlanks: number | null
}

const NO_HABITS: Habits = { blanks: false, indent: false, pageBlanks: null }

function habitsOf(facts: Fact[]): Habits {
  const opening = facts.slice(1).filter(fact => fact.opens)
  const continuing = facts.filter(fact => fact.continues && !fact.line.page)
  const isHabit = (has: (line: Line) => boolean) =>
    opening.length >= ENOUGH_FOR_HABIT &&
    continuing.length >= ENOUGH_FOR_HABIT &&
    shareOf(opening, has) >= HABIT_OF_FIRST_LINES &&
    shareOf(continuing, has) <= HABIT_OF_INNER_LINES
  const split = facts.filter(fact => fact.continues && fact.line.page).map(fact => fact.line.blanks)
  return {
    blanks: isHabit(line => line.blanks > 0),
    indent: isHabit(line => line.indent >= INDENT_CELLS),
    pageBlanks: max(split) ?? null,
  }
}

function shareOf(facts: Fact[], has: (line: Line) => boolean): number {
  return facts.filter(fact => has(fact.line)).length / facts.length
}

function partOfLine(
  fact: Fact,
  next: Fact | undefined,
  page: Page | null,
  habits: Habits,
  before: Fact | undefined,
  beforeOpens: boolean,
): 'opens' | 'continues' | 'unsure' {
  if (fact.opens) return 'opens'
  if (fact.loose && (fact.continues || !fact.mixed))
    return fact.continues && page && before && isFull(before, fact, page, beforeOpens) ? 'continues' : 'opens'
  if (fact.continues) return 'continues'
  if (habits.indent) return fact.line.indent >= INDENT_CELLS ? 'opens' : 'continues'
  if (habits.blanks && !fact.line.page) return fact.line.blanks > 0 ? 'opens' : 'continues'
  if (habits.blanks && habits.pageBlanks !== null && fact.line.blanks > habits.pageBlanks) return 'opens'
  if (!page || !before || !isFull(before, fact, page, beforeOpens) || looksFirst(fact, next, page))
    return 'opens'
  // Wider than any first line: surely the rest of one.
  return fact.line[page.measure] > page.first ? 'continues' : 'unsure'
}

/** Whether the line before had no room for what opens this line. */
function isFull(before: Fact, fact: Fact, page: Page, beforeOpens: boolean): boolean {
  return before.line[page.measure] + needOf(fact, page) > (beforeOpens ? page.first : page.full)
}

function needOf(fact: Fact, { measure, careful }: Page): number {
  if (measure === 'units') return 1
  return careful ? fact.group : fact.character
}

/** Whether this line is broken where a first line is broken, an indent earlier than the others. */
function looksFirst(fact: Fact, next: Fact | undefined, page: Page): boolean {
  const { measure, full, first } = page
  if (!next?.continues || full - first < (measure === 'width' ? INDENT_CELLS : INDENT_CELLS / 2)) return false
  return fact.line[measure] + needOf(next, page) <= full && fact.line[measure] <= first + 1
}
