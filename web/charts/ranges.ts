import { group } from 'd3-array'
import { circumstanceKey, circumstanceOf } from '../../src/provisions/like.ts'
import { circumstanceNames } from './circumstances.ts'
import { drawDot } from './dots.ts'
import { type Mark, positionOf } from './marks.ts'
import { type Group, type Paper, write } from './paper.ts'
import { marksOf, type Row } from './rows.ts'
import type { Scale } from './scales.ts'
import { textWidth } from './text.ts'
import { valueText } from './words.ts'

const PITCH = 8
const GAP = 12

/**
 * One line for each distinct value of a row, lowest first: the stretch it covers, the dots of all who say it,
 * and the value in words with how many they are. Gives back the height below.
 */
export function drawRanges(band: Group, row: Row, scale: Scale, paper: Paper, top: number): number {
  const marks = marksOf(row).filter(mark => mark.extent)
  // Of a row that is a subject the name says to whom and when.
  const keyOf = (mark: Mark) =>
    row.subjects ? valueKey(mark) : `${valueKey(mark)} ${circumstanceKey(circumstanceOf(mark.provision))}`
  const values = [...group(marks, keyOf).values()].sort(
    (a, b) => lowOf(a[0]!) - lowOf(b[0]!) || highOf(a[0]!) - highOf(b[0]!),
  )
  return values.reduce(
    (y, each) => drawValue(band, each, scale, paper, y, row.subjects === undefined),
    top + 4,
  )
}

function drawValue(
  band: Group,
  marks: Mark[],
  scale: Scale,
  paper: Paper,
  top: number,
  named: boolean,
): number {
  const [from, to] = endsOf(marks[0]!, scale)
  const text = paper.show(
    `${valueText({ ...marks[0]!.provision, modality: null }, paper.language)}${marks.length > 1 ? ` · ${marks.length}` : ''}${named ? aside(marks[0]!, paper) : ''}`,
  )
  const labelWidth = textWidth(text, 11.5) + 10
  const columns = Math.min(marks.length, Math.max(6, Math.floor((paper.width - labelWidth) / 2 / PITCH)))
  const width = columns * PITCH
  const left = Math.max(0, Math.min(scale(positionOf(marks[0]!.extent!)) - width / 2, paper.width - width))
  const base = top + Math.ceil(marks.length / columns) * PITCH
  for (const [index, mark] of marks.entries())
    drawDot(
      band,
      mark,
      PITCH,
      left + (index % columns) * PITCH + PITCH / 2,
      base - (Math.floor(index / columns) + 0.5) * PITCH,
      paper,
    )
  for (const [start, end] of from <= to ? [[from, to]] : overEnds(from, to, scale))
    drawStretch(band, start!, end!, base + 2)
  writeBeside(
    band,
    text,
    [Math.min(left, from), from <= to ? Math.max(left + width, to) : paper.width],
    labelWidth,
    base + 3,
    paper,
  )
  return base + GAP
}

/** `（单位、经营者 · 逾期、拒不改正）`: what tells a value from the same one said of others. */
function aside({ provision }: Mark, { language }: Paper): string {
  const name = circumstanceNames(circumstanceOf(provision))[language]
  return name && (language === 'en' ? ` (${name})` : `（${name}）`)
}

function drawStretch(band: Group, from: number, to: number, y: number): void {
  band
    .append('path')
    .attr('class', 'stretch')
    .attr('d', `M${from},${y - 3}v6M${to},${y - 3}v6M${from},${y}H${to}`)
}

// A night runs over the end of the scale and from its beginning.
function overEnds(from: number, to: number, scale: Scale): [number, number][] {
  const [first = 0, last = 0] = scale.range()
  return [
    [from, last],
    [first, to],
  ]
}

function writeBeside(
  band: Group,
  text: string,
  [left, right]: [number, number],
  width: number,
  y: number,
  paper: Paper,
): void {
  if (right + width <= paper.width) write(band, 'range-text', right + 8, y, text)
  else write(band, 'range-text', Math.max(width, left) - 8, y, text).attr('text-anchor', 'end')
}

function endsOf({ extent }: Mark, scale: Scale): [number, number] {
  const low = extent?.low ?? extent?.high ?? 0
  return [scale(low), scale(extent?.high ?? low)]
}

function valueKey({ extent, provision }: Mark): string {
  return `${extent!.low} ${extent!.high} ${provision.per ?? ''}`
}

function lowOf({ extent }: Mark): number {
  return extent?.low ?? 0
}

function highOf({ extent }: Mark): number {
  return extent?.high ?? Infinity
}
