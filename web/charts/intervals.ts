import { ARROW, drawExtent, drawWord, glyphKindsOf } from './glyphs.ts'
import { drawLegend, glyphEntries, unusualEntry } from './legend.ts'
import type { Mark } from './marks.ts'
import { hasWords, type Panel } from './panels.ts'
import {
  type Canvas,
  canvasOf,
  descriptionOf,
  finish,
  type Group,
  type Link,
  linkTo,
  markLink,
  nameMark,
  type Paper,
  titleOf,
  write,
} from './paper.ts'
import { drawRowHead, drawWordsOnly } from './rowhead.ts'
import { type Cell, hasNumber, isMany, marksOf, type Row, type State } from './rows.ts'
import { drawAxis, isMoney, type Scale, scaleOf, ticksOf } from './scales.ts'
import { outliersOf } from './summary.ts'
import { shorten, textWidth } from './text.ts'
import { aboutText, plainValueText, stateName, unitWord, valueText, WORD_NAMES } from './words.ts'

const LANE = 24
/** Room above a lane for what it is about, on a narrow page. */
const TITLE = 18
const AXIS = 30
const GAP = 14
const WIDE = 560

/** Where the columns of the chart stand, from left to right: place, words, plot, value, subject. */
interface Columns {
  words: number
  wordWidth: number
  plot: [number, number]
  value: number
  valueWidth: number
  subject: number
}

/** What every line of one chart shares. */
interface Sheet {
  panel: Panel
  paper: Paper
  columns: Columns
  scale: Scale
  /** Values unlike what most documents say on their row. */
  unusual: Set<Mark>
}

/**
 * One line for each provision, grouped by family: who, where on the axis, what it says. The places that are silent or
 * give no number are named below each group, so that nothing is missing without being said; of many documents they are
 * counted beside the topic instead, until one row alone is asked for.
 */
export function intervalChart(panel: Panel, paper: Paper): SVGSVGElement {
  const marks = panel.rows.flatMap(marksOf)
  const columns = columnsOf(panel, marks, paper)
  const extents = marks.flatMap(mark => (mark.extent ? [mark.extent] : []))
  const scale = scaleOf(extents, panel.unit, columns.plot)
  const svg = canvasOf(paper, 'intervals', paper.show(titleOf(panel, paper)), descriptionOf(panel, paper))
  const unusual = new Set(panel.rows.flatMap(row => [...outliersOf(row)]))
  const entries = glyphEntries(glyphKindsOf(marks), paper)
  const legend = unusual.size > 0 ? [...entries, unusualEntry(paper)] : entries
  const top = drawLegend(svg.append('g'), legend, paper) + AXIS
  const axis = svg.append('g').attr('transform', `translate(0,${top})`)
  const sheet = { panel, paper, columns, scale, unusual }
  const plotted = drawRows(svg, panel.rows.filter(hasNumber), sheet, top)
  const bottom = drawWordRows(svg, sheet, plotted)
  const ticks = extents.length > 0 ? ticksOf(scale, panel.unit, paper.language) : []
  drawAxis(axis, scale, ticks, paper, plotted - top)
  drawColumnHeads(svg.append('g'), sheet, top - 6)
  return finish(svg, paper.width, bottom + 4)
}

function columnsOf(panel: Panel, marks: Mark[], paper: Paper): Columns {
  const wide = paper.width >= WIDE
  const places = panel.rows[0]!.cells.map(cell => textWidth(cell.place, 13))
  const words = Math.min(wide ? 110 : 62, Math.max(...places)) + 8
  // On a narrow page words stand where the plot begins: a line has a word or a number, never both.
  const wordWidth = wide && hasWords(panel) ? Math.max(...marks.map(mark => wordRoom(mark, paper)), 44) : 0
  const values = marks.map(mark => textWidth(laneValue(mark, paper), 12.5))
  const valueWidth = Math.min(wide ? 200 : paper.width * 0.35, Math.max(...values) + 4)
  const value = paper.width - (wide ? subjectWidth(marks, paper) : 0) - valueWidth
  const [low, high] = (['low', 'high'] as const).map(end => roomFor(marks, end))
  const plot: [number, number] = [words + wordWidth + low!, value - high! - 6]
  return { words, wordWidth, plot, value, valueWidth, subject: value + valueWidth + GAP }
}

function wordRoom({ word }: Mark, { language, show }: Paper): number {
  return word === null ? 0 : textWidth(show(WORD_NAMES[word][language]), 11.5) + 18
}

// As wide as the longest subject, as far as the plot keeps most of the room.
function subjectWidth(marks: Mark[], paper: Paper): number {
  const longest = Math.max(...marks.map(mark => textWidth(paper.show(aboutText(mark.provision)), 12)))
  return Math.min(longest + GAP, paper.width * (paper.width < 800 ? 0.38 : 0.42))
}

function laneValue(mark: Mark, { width, language, show }: Paper): string {
  const text = width < WIDE && language === 'en' ? plainValueText : valueText
  return show(text(mark.provision, language))
}

// An arrow reaches beyond the bound it starts from.
function roomFor(marks: Mark[], end: 'low' | 'high'): number {
  return marks.some(mark => mark.extent && mark.extent[end] === null) ? ARROW + 6 : 12
}

function drawColumnHeads(group: Group, { panel, paper, columns }: Sheet, y: number): void {
  group.attr('class', 'column-heads').attr('aria-hidden', 'true')
  const noNumber = paper.show(paper.language === 'en' ? 'no number' : '无数值')
  if (columns.wordWidth > 0)
    write(group, 'column-head', columns.words + columns.wordWidth / 2, y, noNumber).attr(
      'text-anchor',
      'middle',
    )
  if (!isMoney(panel.unit))
    write(group, 'column-head', columns.value, y, paper.show(unitWord(panel.unit, paper.language)))
}

function drawRows(svg: Canvas, rows: Row[], sheet: Sheet, top: number): number {
  return rows.reduce((y, row) => drawRow(svg, row, sheet, y), top)
}

// The eye meets the numbers first; where there is none at all the column of words says enough.
function drawWordRows(svg: Canvas, sheet: Sheet, top: number): number {
  const rows = sheet.panel.rows.filter(row => !hasNumber(row))
  if (rows.length === 0) return top
  const apart = rows.length < sheet.panel.rows.length
  return drawRows(svg, rows, sheet, apart ? drawWordsOnly(svg.append('g'), sheet.paper, top) : top)
}

function drawRow(svg: Canvas, row: Row, sheet: Sheet, top: number): number {
  const { paper } = sheet
  const group = svg.append('g').attr('class', 'row').attr('data-row', row.key).attr('data-top', top)
  const head = drawRowHead(group, row, paper, top)
  const bottom = row.cells.reduce((y, cell) => drawCell(group, cell, sheet, y), head)
  const named = !isMany(row) || paper.whole
  return (named ? drawSilent(group, row, paper, bottom) : bottom) + 8
}

function drawCell(group: Group, cell: Cell, sheet: Sheet, y: number): number {
  if (cell.marks.length === 0) return y
  const { paper, columns } = sheet
  // Where one place says several things on a narrow page, each line is preceded by what it is about.
  const titled = paper.width < WIDE && cell.marks.length > 1
  write(group, 'place', 0, y + LANE / 2 + 4.5, shorten(paper.show(cell.place), columns.words - 6, 13))
  return cell.marks.reduce((at, mark) => drawLane(group, mark, titled, sheet, at), y)
}

function drawLane(group: Group, mark: Mark, titled: boolean, sheet: Sheet, top: number): number {
  const { paper, columns, scale } = sheet
  const y = titled ? top + TITLE : top
  const unusual = sheet.unusual.has(mark)
  const link = markLink(group, mark, paper).classed('unusual-mark', unusual)
  const room = paper.width - columns.words
  link
    .append('rect')
    .attr('class', 'hit')
    .attr('x', columns.words)
    .attr('y', top)
    .attr('width', room)
    .attr('height', y - top + LANE)
  if (unusual) drawGround(link, columns, paper, y)
  if (mark.extent) drawExtent(link, mark.extent, scale, y + LANE / 2)
  else
    drawWord(
      link,
      paper.show(WORD_NAMES[mark.word!][paper.language]),
      columns.words,
      y + LANE / 2,
      Math.max(columns.wordWidth, wordRoom(mark, paper)) - 4,
    )
  writeLane(link, mark, titled, sheet, y)
  nameMark(link, mark, paper, unusual)
  return y + LANE
}

// The tint that the matrix gives such a value too.
function drawGround(link: Link, { words, value, valueWidth }: Columns, { width }: Paper, y: number): void {
  const ground = link
    .append('rect')
    .attr('class', 'ground')
    .attr('x', words)
    .attr('y', y + 2)
  ground.attr('width', Math.min(width, value + valueWidth + 4) - words).attr('height', LANE - 4)
}

function writeLane(link: Link, mark: Mark, titled: boolean, { paper, columns }: Sheet, y: number): void {
  const value = laneValue(mark, paper)
  write(link, 'value', columns.value, y + LANE / 2 + 4.5, shorten(value, columns.valueWidth, 12.5))
  const subject = paper.show(aboutText(mark.provision))
  if (paper.width >= WIDE)
    write(
      link,
      'subject',
      columns.subject,
      y + LANE / 2 + 4,
      shorten(subject, paper.width - columns.subject, 12),
    )
  else if (titled)
    write(link, 'subject', columns.words, y - 4, shorten(subject, paper.width - columns.words, 12))
}

/** Names the places without a mark, those that regulate the matter as links to where they do; gives back the height below. */
function drawSilent(group: Group, row: Row, paper: Paper, y: number): number {
  const words = (['unnumbered', 'absent'] as const).flatMap(state => silentWords(row, state, paper))
  let x = 0
  let line = y + 16
  for (const { text, address, gap } of words) {
    const width = textWidth(text, 11.5)
    if (x > 0 && x + width > paper.width) [x, line] = [0, line + 18]
    const parent = address === null ? group : linkTo(group, paper.unitHref(address), text)
    write(parent, address === null ? 'silent' : 'silent linked', x, line, text)
    x += width + gap
  }
  return words.length > 0 ? line + 6 : y
}

/** `有条文，无此类数值:` and the places of which it is true, those with an address as links. */
function silentWords(row: Row, state: State, paper: Paper) {
  const silent = row.cells.filter(cell => cell.state === state && cell.marks.length === 0)
  if (silent.length === 0) return []
  const head = { text: `${paper.show(stateName(state, row, paper.language))}:`, address: null, gap: 6 }
  const places = silent.map(cell => ({
    text: paper.show(cell.place),
    address: cell.addresses[0] ?? null,
    gap: 8,
  }))
  return [head, ...places.slice(0, -1), { ...places.at(-1)!, gap: 24 }]
}
