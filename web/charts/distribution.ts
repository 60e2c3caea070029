import { group, max } from 'd3-array'
import { dotEntries, drawDot } from './dots.ts'
import { drawLegend } from './legend.ts'
import { type Mark, positionOf, WORDS } from './marks.ts'
import { hasWords, type Panel } from './panels.ts'
import {
  type Canvas,
  canvasOf,
  descriptionOf,
  finish,
  type Group,
  type Paper,
  titleOf,
  write,
} from './paper.ts'
import { drawRanges } from './ranges.ts'
import { drawRowHead } from './rowhead.ts'
import { marksOf, type Row, type State } from './rows.ts'
import { drawAxis, type Scale, scaleOf, ticksOf } from './scales.ts'
import { textWidth } from './text.ts'
import { STATE_NAMES } from './words.ts'

const AXIS = 30
/** The tallest pile; above it stands its count. */
const BAND = 84
const COUNT = 18
const WORD_COLUMN = 58
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
  const words = hasWords(panel) ? WORDS.filter(word => marks.some(mark => mark.word === word)) : []
  const extents = marks.flatMap(mark => (mark.extent ? [mark.extent] : []))
  const scale = scaleOf(extents, panel.unit, [words.length * WORD_COLUMN + 24, paper.width - 24])
  const svg = canvasOf(paper, 'distribution', paper.show(titleOf(panel, paper)), descriptionOf(panel, paper))
  const top = drawLegend(svg.append('g'), dotEntries(marks, paper), paper) + AXIS
  const axis = svg.append('g').attr('transform', `translate(0,${top})`)
  drawWordHeads(svg, words, paper, top - 6)
  const bottom = panel.rows.reduce((y, row) => drawBand(svg, row, scale, words, paper, y), top)
  drawAxis(axis, scale, extents.length > 0 ? ticksOf(scale, panel.unit, paper.language) : [], bottom - top)
  return finish(svg, paper.width, bottom + 4)
}

function drawWordHeads(svg: Canvas, words: string[], paper: Paper, y: number): void {
  const heads = svg.append('g').attr('class', 'column-heads').attr('aria-hidden', 'true')
  for (const [index, word] of words.entries())
    write(heads, 'column-head', wordX(index), y, paper.show(word)).attr('text-anchor', 'middle')
}

function wordX(index: number): number {
  return (index + 0.5) * WORD_COLUMN
}

function drawBand(svg: Canvas, row: Row, scale: Scale, words: string[], paper: Paper, top: number): number {
  const band = svg.append('g').attr('class', 'row').attr('data-row', row.key)
  const head = drawRowHead(band, row, paper, top, remarkOf(row, paper))
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

function drawPiles(band: Group, row: Row, scale: Scale, words: string[], paper: Paper, head: number): number {
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

/** `42 份：30 有数值，5 有规定，无数值，7 未规定`. */
function remarkOf(row: Row, paper: Paper): string {
  const states = group(row.cells, cell => cell.state)
  const parts = (['value', 'unnumbered', 'absent'] as State[]).map(
    state => `${STATE_NAMES[state][paper.language]} ${states.get(state)?.length ?? 0}`,
  )
  return paper.width < 480 ? `${states.get('value')?.length ?? 0}/${row.cells.length}` : parts.join(' · ')
}

/** Equal values share a pile; the piles stand in the order of their place. */
function pilesOf(row: Row, scale: Scale, words: string[]): Pile[] {
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
