import { cellOf, type Flow, type Line } from '../text/lines.ts'
import type { Range } from '../types.ts'
import { endsSentence } from './classify.ts'

/**
 * Which printed lines begin a paragraph, and which are the rest of a line that the page was too narrow for.
 * Nothing is known beforehand about the file: the width of the page is learned from the lines that end inside a
 * sentence, the habits of blank lines and indents from the lines whose part is certain.
 */

/**
 * Per line of the flow: whether a paragraph (or heading, or label) begins there. Lines of `sure` must. Outside the
 * `body` lines need no full stop to be whole (titles, signatures, dates), so there only a full line runs on.
 */
export function openingLines(flow: Flow, sure: Set<number>, body: Range): boolean[] {
  const facts = flow.lines.map((line, index) => factOf(flow, line, index, sure, body))
  const inBody = facts.filter(fact => !fact.loose)
  const page = pageOf(inBody)
  const habits = habitsOf(inBody)
  const opens: boolean[] = []
  for (const [index, fact] of facts.entries())
    opens.push(decide(fact, facts[index + 1], page, habits, facts[index - 1], opens[index - 1] ?? true))
  return opens
}

interface Fact {
  line: Line
  /** Certainly the beginning of something. */
  opens: boolean
  /** Certainly the rest of the line before: that one ended inside a sentence. */
  continues: boolean
  /** Outside the body. */
  loose: boolean
  /** Ends with a mark that a printer may hang over the edge. */
  hangs: boolean
  /** Cells and units that the next line would have needed to take up something of this one. */
  need: { cells: number; units: number }
}

function factOf(flow: Flow, line: Line, index: number, sure: Set<number>, body: Range): Fact {
  const opens = index === 0 || sure.has(line.from) || line.from === body.from || line.from === body.to
  const continues = !opens && !endsSentence(flow.passage.text, line.from)
  const loose = line.from < body.from || line.from >= body.to
  const hangs = /[，。、；：？！）》”’〕]/.test(flow.passage.text[line.to - 1] ?? '')
  return { line, opens, continues, loose, hangs, need: needOf(flow.passage.text, line) }
}

// The first thing that cannot be parted: a character with the marks that may not open a line, or a whole number or word.
const UNBREAKABLE = /(?:[“‘《（〔]{0,3}(?:[0-9A-Za-z.,%]{1,12}|[\s\S]))[，。、；：？！）》”’〕…—%]{0,3}/y

function needOf(text: string, line: Line): { cells: number; units: number } {
  UNBREAKABLE.lastIndex = line.from
  const first = UNBREAKABLE.exec(text)?.[0] ?? ''
  let cells = 0
  for (let at = 0; at < first.length; at++) cells += cellOf(first.charCodeAt(at))
  return { cells, units: 1 }
}

/** How wide the page was, in one measure: full lines inside a paragraph, and first lines, which an indent narrows. */
interface Page {
  measure: 'width' | 'units'
  full: number
  first: number
}

/** The page's width, or null where lines are not broken by width. */
function pageOf(facts: Fact[]): Page | null {
  const broken = facts.filter((_, index) => facts[index + 1]?.continues)
  if (broken.length < 4 || broken.length < facts.length * 0.12) return null
  // A machine breaks after so many characters and every line has just as many; a typesetter counts cells.
  return pageBy(facts, broken, 'units', 0.9) ?? pageBy(facts, broken, 'width', 0.2)
}

/** The width in one measure, if at least a share `exact` of the broken lines have just the commonest size. */
function pageBy(facts: Fact[], broken: Fact[], measure: Page['measure'], exact: number): Page | null {
  const slack = measure === 'width' ? 4 : 0
  const all = broken.map(fact => fact.line[measure])
  const inner = broken.filter(fact => fact.continues)
  const firsts = broken.filter(fact => fact.opens)
  const full = capacityOf(inner.length >= 4 ? inner : broken, measure)
  const first = firsts.length >= 3 ? Math.min(capacityOf(firsts, measure), full) : full
  const [mode, firstMode] = [modeOf(all), modeOf(firsts.map(fact => fact.line[measure]))]
  const near = all.filter(size => size >= first - slack && size <= full + slack * 2).length
  const just = all.filter(size => size === mode || size === firstMode).length
  const longer = facts.filter(fact => fact.line[measure] > full + slack * 2).length
  const fits = near >= all.length * 0.6 && just >= all.length * exact && longer <= facts.length * 0.08
  return fits ? { measure, full, first } : null
}

/**
 * What a line holds: the widest size that at least one broken line in thirty reaches. Lines that end with a mark are
 * left out, for a mark may hang over the edge.
 */
function capacityOf(broken: Fact[], measure: Page['measure']): number {
  const plain = broken.filter(fact => !fact.hangs)
  const sizes = (plain.length > 0 ? plain : broken).map(fact => fact.line[measure]).sort((a, b) => b - a)
  return sizes[Math.floor(sizes.length / 30)] ?? 0
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

/** What blank lines and indents mean here: true where they tell paragraphs from wrapped lines. */
interface Habits {
  blanks: boolean
  indent: boolean
  /** Most empty lines seen round the furniture between two pages inside a paragraph; null where none was seen. */
  pageBlanks: number | null
}

function habitsOf(facts: Fact[]): Habits {
  const opening = facts.slice(1).filter(fact => fact.opens)
  const continuing = facts.filter(fact => fact.continues && !fact.line.page)
  const telling = (has: (line: Line) => boolean) =>
    opening.length >= 3 &&
    continuing.length >= 3 &&
    shareOf(opening, has) >= 0.8 &&
    shareOf(continuing, has) <= 0.1
  const split = facts.filter(fact => fact.continues && fact.line.page).map(fact => fact.line.blanks)
  return {
    blanks: telling(line => line.blanks > 0),
    indent: telling(line => line.indent >= 2),
    pageBlanks: split.length > 0 ? Math.max(...split) : null,
  }
}

function shareOf(facts: Fact[], has: (line: Line) => boolean): number {
  return facts.filter(fact => has(fact.line)).length / facts.length
}

function decide(
  fact: Fact,
  next: Fact | undefined,
  page: Page | null,
  habits: Habits,
  before: Fact | undefined,
  beforeOpens: boolean,
): boolean {
  if (fact.opens) return true
  if (fact.loose) return !(fact.continues && page && before && isFull(before, fact, page, beforeOpens))
  if (fact.continues) return false
  if (habits.indent) return fact.line.indent >= 2
  if (habits.blanks && !fact.line.page) return fact.line.blanks > 0
  if (habits.blanks && habits.pageBlanks !== null && fact.line.blanks > habits.pageBlanks) return true
  if (!page || !before) return true
  return !isFull(before, fact, page, beforeOpens) || looksFirst(fact, next, page)
}

/** Whether the line before had no room for what opens this line. */
function isFull(before: Fact, fact: Fact, { measure, full, first }: Page, beforeOpens: boolean): boolean {
  const capacity = beforeOpens ? first : full
  const need = measure === 'width' ? fact.need.cells : fact.need.units
  return before.line[measure] + need > capacity
}

/** Whether this line is broken where a first line is broken, an indent earlier than the others. */
function looksFirst(fact: Fact, next: Fact | undefined, { measure, full, first }: Page): boolean {
  if (!next?.continues || full - first < (measure === 'width' ? 2 : 1)) return false
  const need = measure === 'width' ? next.need.cells : next.need.units
  return fact.line[measure] + need <= full && fact.line[measure] <= first + 1
}
