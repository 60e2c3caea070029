import { group, max, rollup } from 'd3-array'
import { dotEntries, drawDot } from './dots.ts'
import { drawLegend } from './legend.ts'
import { type Mark, positionOf, WORDS, type Word } from './marks.ts'
import { hasWords, type Panel } from './panels.ts'
import {
  type Canvas,
  canvasOf,
  descriptionOf,
  finish,
  type Group,
  linkTo,
  type Paper,
  titleOf,
  write,
} from './paper.ts'
import { drawRanges } from './ranges.ts'
import { drawRowHead, drawWordsOnly, statesText } from './rowhead.ts'
import { hasNumber, marksOf, type Row } from './rows.ts'
import { drawAxis, type Scale, scaleOf, ticksOf } from './scales.ts'
import { shorten, textWidth } from './text.ts'
import { WORD_NAMES } from './words.ts'

const AXIS = 30
/** The tallest pile; above it stands its count. */
const BAND = 84
const COUNT = 18
const WORD_COLUMN = 66
/** Pixels from one sign to the next on the lines without a number. */
const SIGN = 10
/** Pixels from one dot to the next, tried from the most legible to the smallest. */
const PITCHES = [10, 8, 6, 4]

/** Dots of one value, or of one word. */
interface Pile {
  marks: Mark[]
  x: number
  /** Room on either side until the middle of the way to the next pile. */
  room: number
}

/**
 * Where many documents stand: one band for each family, one dot for each provision, piled up where they agree.
 * Each dot is a link to its quote; how many documents give no number or are silent is said beside the topic.
 */
export function distributionChart(panel: Panel, paper: Paper): SVGSVGElement {
  const marks = panel.rows.flatMap(marksOf)
  const numbered = panel.rows.filter(hasNumber)
  const words = hasWords(panel) ? wordsOf(numbered) : []
  const extents = marks.flatMap(mark => (mark.extent ? [mark.extent] : []))
  const scale = scaleOf(extents, panel.unit, [words.length * WORD_COLUMN + 24, paper.width - 24])
  const svg = canvasOf(paper, 'distribution', paper.show(titleOf(panel, paper)), descriptionOf(panel, paper))
  const top = drawLegend(svg.append('g'), dotEntries(marks, paper), paper) + (numbered.length > 0 ? AXIS : 0)
  const axis = svg.append('g').attr('transform', `translate(0,${top})`)
  drawWordHeads(svg, words, paper, top - 6)
  const plotted = numbered.reduce((y, row) => drawBand(svg, row, scale, words, paper, y), top)
  const bottom = drawWordRows(svg, panel, paper, plotted)
  const ticks = extents.length > 0 ? ticksOf(scale, panel.unit, paper.language) : []
  drawAxis(axis, scale, ticks, paper, plotted - top)
  return finish(svg, paper.width, bottom + 4)
}

function wordsOf(rows: Row[]): Word[] {
  const marks = rows.flatMap(marksOf)
  return WORDS.filter(word => marks.some(mark => mark.word === word))
}

/** Rows without any number, a line each and set back: the words with their signs, the topic, how many say what. */
function drawWordRows(svg: Canvas, panel: Panel, paper: Paper, top: number): number {
  const rows = panel.rows.filter(row => !hasNumber(row))
  if (rows.length === 0) return top
  const head = drawWordsOnly(svg.append('g'), paper, top)
  const column = Math.min(paper.width / 2, (max(rows, row => signsWidth(row, paper)) ?? 0) + 12)
  return rows.reduce((y, row) => drawWordRow(svg, row, column, paper, y), head)
}

function signsWidth(row: Row, paper: Paper): number {
  const counts = rollup(
    marksOf(row),
    same => same.length,
    mark => mark.word ?? '',
  )
  return [...counts].reduce(
    (sum, [word, n]) => sum + textWidth(paper.show(wordText(word, paper)), 11.5) + 6 + n * SIGN + 8,
    0,
  )
}

function drawWordRow(svg: Canvas, row: Row, column: number, paper: Paper, top: number): number {
  const band = svg.append('g').attr('class', 'row words').attr('data-row', row.key).attr('data-top', top)
  const signs = drawSigns(band, row, column, paper, top)
  const remark = paper.show(statesText(row, paper))
  const topic = paper.show(row.topic[paper.language] || row.topic.zh)
  const seen = shorten(topic, paper.width - column - textWidth(remark, 12) - 16, 12.5)
  const address = paper.rowHref(row)
  const parent = address === null ? band : linkTo(band, address, seen === topic ? topic : `${seen} ${topic}`)
  write(parent, 'place', column, top + 16, seen)
  write(band, 'aside', paper.width, top + 16, remark).attr('text-anchor', 'end')
  return signs + 8
}

/** `定期 □□□`, on as many lines as it takes; gives back the height below. */
function drawSigns(band: Group, row: Row, column: number, paper: Paper, top: number): number {
  let [x, y] = [0, top + 12]
  for (const [word, marks] of group(marksOf(row), mark => mark.word ?? '')) {
    const text = paper.show(wordText(word, paper))
    write(band, 'word-text', x, y + 4, text)
    x += textWidth(text, 11.5) + 6
    for (const mark of marks) {
      if (x + SIGN > column - 4) [x, y] = [0, y + SIGN]
      drawDot(band, mark, SIGN, x + SIGN / 2, y, paper)
      x += SIGN
    }
    x += 8
  }
  return y + 8
}

function wordText(word: string, { language }: Paper): string {
  return word === '' ? '' : WORD_NAMES[word as Word][language]
}

function drawWordHeads(svg: Canvas, words: Word[], paper: Paper, y: number): void {
  const heads = svg.append('g').attr('class', 'column-heads').attr('aria-hidden', 'true')
  for (const [index, word] of words.entries())
    write(heads, 'column-head', wordX(index), y, paper.show(WORD_NAMES[word][paper.language])).attr(
      'text-anchor',
      'middle',
    )
}

function wordX(index: number): number {
  return (index + 0.5) * WORD_COLUMN
}

function drawBand(svg: Canvas, row: Row, scale: Scale, words: Word[], paper: Paper, top: number): number {
  const band = svg.append('g').attr('class', 'row').attr('data-row', row.key)
  band.attr('data-top', top)
  const head = drawRowHead(band, row, paper, top)
  const bottom = areRanges(row)
    ? drawRanges(band, row, scale, paper, head)
    : drawPiles(band, row, scale, words, paper, head)
  return bottom + 8
}

// Where most say a range (fines), piles in its middle would hide where it begins and ends.
function areRanges(row: Row): boolean {
  const marks = marksOf(row)
  return (
    marks.filter(
      ({ extent }) => extent && extent.low !== null && extent.high !== null && extent.low !== extent.high,
    ).length *
      2 >
    marks.length
  )
}

function drawPiles(band: Group, row: Row, scale: Scale, words: Word[], paper: Paper, head: number): number {
  const piles = pilesOf(row, scale, words)
  const pitch = PITCHES.find(each => piles.every(pile => fits(pile, each))) ?? PITCHES.at(-1)!
  const height = max(piles, pile => Math.min(pile.marks.length, rowsPerPile(pitch)) * pitch) ?? 0
  const base = head + COUNT + height
  band
    .append('path')
    .attr('class', 'baseline')
    .attr('d', `M0,${base + 0.5}H${paper.width}`)
  for (const pile of piles) drawPile(band, pile, pitch, base, paper)
  return base
}

/** Equal values share a pile; the piles stand in the order of their place. */
function pilesOf(row: Row, scale: Scale, words: Word[]): Pile[] {
  const marks = marksOf(row)
  const numbered = group(
    marks.filter(mark => mark.extent),
    mark => scale(positionOf(mark.extent!)),
  )
  const worded = group(
    marks.filter(mark => !mark.extent && words.includes(mark.word!)),
    mark => wordX(words.indexOf(mark.word!)),
  )
  const places = [...worded, ...numbered].sort(([a], [b]) => a - b)
  return places.map(([x, pile], index) => {
    const before = x - (places[index - 1]?.[0] ?? -Infinity)
    const after = (places[index + 1]?.[0] ?? Infinity) - x
    return { marks: pile, x, room: Math.min(before, after) / 2 }
  })
}

function rowsPerPile(pitch: number): number {
  return Math.floor(BAND / pitch)
}

function columnsOf(pile: Pile, pitch: number): number {
  return Math.ceil(pile.marks.length / rowsPerPile(pitch))
}

function fits(pile: Pile, pitch: number): boolean {
  const columns = columnsOf(pile, pitch)
  return columns === 1 || (columns * pitch) / 2 <= Math.min(pile.room, 24 + pitch)
}

function drawPile(band: Group, pile: Pile, pitch: number, base: number, paper: Paper): void {
  const columns = columnsOf(pile, pitch)
  const ordered = [...pile.marks].sort((a, b) => Number(a.soft) - Number(b.soft))
  for (const [index, mark] of ordered.entries()) {
    const x = pile.x + ((index % columns) - (columns - 1) / 2) * pitch
    const y = base - (Math.floor(index / columns) + 0.5) * pitch
    drawDot(band, mark, pitch, x, y, paper)
  }
  const label = String(pile.marks.length)
  const height = Math.ceil(pile.marks.length / columns) * pitch
  if (pile.marks.length > 3 && textWidth(label, 11) / 2 < pile.room)
    write(band, 'pile-count', pile.x, base - height - 4, label).attr('text-anchor', 'middle')
}
