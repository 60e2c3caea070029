import { MEASURE_NAMES } from '../i18n/measures.ts'
import { ARROW, drawArrow } from './glyphs.ts'
import type { Ladder } from './ladders.ts'
import type { Extent, Mark } from './marks.ts'
import { type Canvas, canvasOf, finish, type Group, type Link, markLink, type Paper, write } from './paper.ts'
import { drawAxis, type Scale, scaleOf, ticksOf } from './scales.ts'
import { shorten, textWidth } from './text.ts'
import { moneyText, valueText } from './words.ts'

const STEP = 40
const HEAD = 34
const AXIS = 30
const RADIUS = 5

/**
 * Who decides above and below which sum: one group for each document and subject, one line for each step, on a
 * logarithmic axis. Filled ends are included, hollow ends excluded, arrows open; gaps and overlaps are hatched and named.
 */
export function ladderChart(ladders: Ladder[], paper: Paper): SVGSVGElement {
  const title = paper.show(MEASURE_NAMES['amount-threshold'][paper.language])
  const svg = canvasOf(paper, 'ladders', title, paper.show(ladders.map(descriptionOf).join('；')))
  drawHatching(svg)
  const extents = ladders.flatMap(ladder => ladder.steps.map(step => step.extent!))
  const unit = ladders[0]?.unit ?? '元'
  const scale = scaleOf(extents, unit, [ARROW + 14, paper.width - ARROW - 60])
  const top = drawLegend(svg.append('g'), paper) + AXIS
  const axis = svg.append('g').attr('transform', `translate(0,${top})`)
  const bottom = ladders.reduce((y, ladder) => drawLadder(svg, ladder, scale, paper, y), top)
  drawAxis(axis, scale, ticksOf(scale, unit, paper.language), bottom - top)
  return finish(svg, paper.width, bottom + 4)
}

function descriptionOf({ place, subject, steps }: Ladder): string {
  return `${place} ${subject}: ${steps.map(step => `${step.provision.actor ?? ''}${valueText(step.provision, 'zh')}`).join(', ')}`
}

function drawLadder(svg: Canvas, ladder: Ladder, scale: Scale, paper: Paper, top: number): number {
  const group = svg
    .append('g')
    .attr('class', 'row')
    .attr('data-ladder', `${ladder.regulation} ${ladder.subject}`)
  drawHead(group, ladder, paper, top)
  const first = top + HEAD
  const bottom = first + ladder.steps.length * STEP
  for (const gap of ladder.gaps) drawSeam(group, 'gap', gap, scale, paper, first, bottom)
  for (const overlap of ladder.overlaps) drawSeam(group, 'overlap', overlap, scale, paper, first, bottom)
  for (const [index, step] of ladder.steps.entries())
    drawStep(group, step, scale, paper, first + index * STEP)
  return bottom + 10
}

function drawHead(group: Group, { place, subject }: Ladder, paper: Paper, y: number): void {
  const name = paper.show(place)
  const room = paper.width - textWidth(name, 13.5) - 12
  group
    .append('path')
    .attr('class', 'rule')
    .attr('d', `M0,${y + 8.5}H${paper.width}`)
  write(group, 'topic', 0, y + 26, name)
  write(group, 'aside', textWidth(name, 13.5) + 12, y + 26, shorten(paper.show(subject), room, 12))
}

function drawStep(group: Group, step: Mark, scale: Scale, paper: Paper, top: number): void {
  const link = markLink(group, step, paper)
  link
    .append('rect')
    .attr('class', 'hit')
    .attr('x', 0)
    .attr('y', top)
    .attr('width', paper.width)
    .attr('height', STEP)
  const [from, to] = endsOf(step.extent!, scale, paper)
  drawStretch(link, step.extent!, from, to, top + 29)
  const text = paper.show(
    [step.provision.actor, valueText(step.provision, paper.language)].filter(Boolean).join('  '),
  )
  const width = textWidth(text, 12.5)
  const x = Math.max(0, Math.min(from - RADIUS, paper.width - width))
  write(link, 'value', x, top + 15, shorten(text, paper.width, 12.5))
}

// An open end runs to the edge of the drawing.
function endsOf({ low, high }: Extent, scale: Scale, paper: Paper): [number, number] {
  return [low === null ? 8 : scale(low), high === null ? paper.width - 8 : scale(high)]
}

function drawStretch(link: Link, extent: Extent, from: number, to: number, y: number): void {
  if (extent.low === null) drawArrow(link, to, from, y)
  else if (extent.high === null) drawArrow(link, from, to, y)
  else link.append('path').attr('class', 'open-end').attr('d', `M${from},${y}H${to}`)
  if (extent.low !== null) drawEnd(link, from, y, extent.lowIncluded)
  if (extent.high !== null && extent.high !== extent.low) drawEnd(link, to, y, extent.highIncluded)
}

function drawEnd(link: Link, x: number, y: number, included: boolean): void {
  link
    .append('circle')
    .attr('class', included ? 'end included' : 'end excluded-end')
    .attr('cx', x)
    .attr('cy', y)
    .attr('r', RADIUS)
}

const SEAM_NAMES = { gap: { zh: '空档', en: 'gap' }, overlap: { zh: '重叠', en: 'overlap' } }

function drawSeam(
  group: Group,
  kind: 'gap' | 'overlap',
  [from, to]: [number, number],
  scale: Scale,
  paper: Paper,
  top: number,
  bottom: number,
): void {
  const x = scale(from)
  const end = Number.isFinite(to) ? scale(to) : paper.width
  const seam = group.append('g').attr('class', `seam ${kind}`)
  const width = Math.max(3, end - x)
  seam
    .append('rect')
    .attr('x', x)
    .attr('y', top)
    .attr('width', width)
    .attr('height', bottom - top)
    .attr('fill', `url(#hatch-${kind})`)
  const amounts = [from, to].filter(Number.isFinite).map(amount => moneyText(amount, paper.language))
  const name = `${SEAM_NAMES[kind][paper.language]} ${[...new Set(amounts)].join('–')}`
  write(
    seam,
    'seam-name',
    Math.max(0, Math.min(x + 4, paper.width - textWidth(name, 11))),
    bottom + 4,
    paper.show(name),
  )
}

function drawHatching(svg: Canvas): void {
  const definitions = svg.append('defs')
  for (const [kind, angle] of [
    ['gap', 45],
    ['overlap', -45],
  ] as const) {
    const pattern = definitions
      .append('pattern')
      .attr('id', `hatch-${kind}`)
      .attr('patternUnits', 'userSpaceOnUse')
    pattern.attr('width', 6).attr('height', 6).attr('patternTransform', `rotate(${angle})`)
    pattern.append('path').attr('class', `hatch ${kind}`).attr('d', 'M0,0V6')
  }
}

const END_NAMES = {
  included: { zh: '含本数', en: 'bound included' },
  excluded: { zh: '不含本数', en: 'bound excluded' },
  open: { zh: '以上、以下无界', en: 'open end' },
}

function drawLegend(group: Group, paper: Paper): number {
  group.attr('class', 'legend').attr('aria-hidden', 'true')
  let x = 0
  for (const [kind, names] of Object.entries(END_NAMES)) {
    const sample = group.append('g').attr('class', 'mark')
    if (kind === 'open') drawArrow(sample, x + 2, x + 28, 10)
    else drawEnd(sample as unknown as Link, x + 14, 10, kind === 'included')
    const name = paper.show(names[paper.language])
    write(group, 'legend-text', x + 34, 14, name)
    x += 34 + textWidth(name, 12) + 14
  }
  return 22
}
