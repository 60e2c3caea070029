import type { Unstated } from '../../src/insights/unstated-steps.ts'
import type { Ladder, LadderFault } from '../../src/provisions/ladders.ts'
import type { FamilyProvision } from '../../src/types.ts'
import { ARROW, drawArrow } from './glyphs.ts'
import type { PlacedLadder } from './ladders.ts'
import { drawLegend, type LegendEntry } from './legend.ts'
import type { Extent } from './marks.ts'
import {
  type Canvas,
  canvasOf,
  finish,
  type Group,
  type Link,
  linkTo,
  markLink,
  nameMark,
  type Paper,
  write,
} from './paper.ts'
import { drawAxis, type Scale, scaleOf, ticksOf } from './scales.ts'
import { shorten, textWidth } from './text.ts'
import { circumstanceText, moneyText, valueText } from './words.ts'

const STEP = 40
const FAULT = 34
const HEAD = 34
const AXIS = 30
const RADIUS = 5
/** Width of a fault in one sum only. */
const POINT = 12

/**
 * Who decides above and below which sum: one group for each document and subject, one line for each step, on a
 * logarithmic axis. Filled ends are included, hollow ends excluded, arrows open; gaps and overlaps are hatched and named.
 */
export function ladderChart(ladders: PlacedLadder[], paper: Paper): SVGSVGElement {
  const title = paper.show(paper.measureName('amount-threshold'))
  const svg = canvasOf(paper, 'ladders', title, paper.show(ladders.map(descriptionOf).join('；')))
  drawHatching(svg)
  const extents = ladders.flatMap(({ steps }) => steps.map(step => step.extent))
  const unit = ladders[0]?.ladder.unit ?? '元'
  const scale = scaleOf(extents, unit, [ARROW + 20, paper.width - ARROW - 40])
  const top = drawLegend(svg.append('g'), legendOf(paper), paper) + AXIS
  const axis = svg.append('g').attr('transform', `translate(0,${top})`)
  const bottom = ladders.reduce((y, ladder) => drawLadder(svg, ladder, scale, paper, y), top)
  drawAxis(axis, scale, ticksOf(scale, unit, paper.language), paper, bottom - top)
  return finish(svg, paper.width, bottom + 4)
}

function descriptionOf({ place, ladder }: PlacedLadder): string {
  return `${place} ${ladder.subject}: ${ladder.steps.map(step => `${step.actor ?? ''} ${step.quote}`).join(', ')}`
}

function drawLadder(
  svg: Canvas,
  { ladder, place, steps, unstated }: PlacedLadder,
  scale: Scale,
  paper: Paper,
  top: number,
): number {
  const group = svg
    .append('g')
    .attr('class', 'row')
    .attr('data-ladder', `${ladder.document} ${ladder.subject}`)
    .attr('data-top', top)
  drawHead(group, place, ladder.subject, paper, top)
  let y = top + HEAD
  for (const step of steps) y = drawStep(group, step, ladder.subject, scale, paper, y)
  for (const fault of ladder.faults) y = drawFault(group, fault, ladder, scale, paper, y)
  for (const each of unstated) y = drawUnstated(group, each, paper, y)
  return y + 10
}

function drawHead(group: Group, place: string, subject: string, paper: Paper, y: number): void {
  const name = paper.show(place)
  const at = textWidth(name, 13.5) + 12
  group
    .append('path')
    .attr('class', 'rule')
    .attr('d', `M0,${y + 8.5}H${paper.width}`)
  write(group, 'topic', 0, y + 26, name)
  write(group, 'aside', at, y + 26, shorten(paper.show(subject), paper.width - at, 12))
}

function drawStep(
  group: Group,
  { mark, extent, preliminary }: PlacedLadder['steps'][number],
  subject: string,
  scale: Scale,
  paper: Paper,
  top: number,
): number {
  const link = markLink(group, mark, paper)
  link.classed('preliminary', preliminary)
  link
    .append('rect')
    .attr('class', 'hit')
    .attr('x', 0)
    .attr('y', top)
    .attr('width', paper.width)
    .attr('height', STEP)
  const [from, to] = endsOf(extent, scale, paper)
  drawStretch(link, extent, from, to, top + 29)
  const value = valueText(mark.provision, paper.language)
  const role = preliminary ? PRELIMINARY[paper.language] : null
  const text = paper.show([mark.provision.actor, value, role].filter(Boolean).join('  '))
  const about = paper.show(aboutOf(mark.provision, subject, paper))
  const room = textWidth(text, 12.5) + 10 + textWidth(about, 11.5)
  const x = Math.max(0, Math.min(from - RADIUS, paper.width - room - 1))
  write(link, 'value', x, top + 15, shorten(text, paper.width - x, 12.5))
  const beside = x + textWidth(text, 12.5) + 10
  if (paper.width - beside > 40)
    write(link, 'fault-name', beside, top + 15, shorten(about, paper.width - beside, 11.5))
  nameMark(link, mark, paper)
  return top + STEP
}

/** In words, of which sums the document does not say who decides, and where it may be looked for. */
function drawUnstated(group: Group, { ladder, side, bound, see }: Unstated, paper: Paper, y: number): number {
  const { language } = paper
  const text = paper.show(UNSTATED[language](side, amountsOf(bound, bound, ladder.unit, paper)))
  write(group, 'silent', 0, y + 16, text)
  let x = textWidth(text, 11.5) + 8
  if (see.length > 0) {
    const words = paper.show(language === 'en' ? 'see' : '参见')
    write(group, 'silent', x, y + 16, words)
    x += textWidth(words, 11.5) + 6
  }
  for (const address of see.slice(0, SEEN)) {
    const name = paper.show(paper.unitName(address))
    write(linkTo(group, paper.unitHref(address), name), 'silent linked', x, y + 16, name)
    x += textWidth(name, 11.5) + 8
  }
  return y + 24
}

// More places are no help.
const SEEN = 2

const UNSTATED = {
  zh: (side: Unstated['side'], sum: string) => `未写明 ${sum}${side === 'below' ? '以下' : '以上'}由谁决定`,
  en: (side: Unstated['side'], sum: string) => `names no step ${side} ${sum}`,
}

// Two articles may say the same of the same sum: where each stands, and what it calls it, tells them apart.
function aboutOf(provision: FamilyProvision, ladder: string, paper: Paper): string {
  const { address, subject } = provision
  const named = [paper.unitName(address), subject === ladder ? '' : subject, circumstanceText(provision)]
  return named.filter(Boolean).join(' · ')
}

const PRELIMINARY = { zh: '（先行研究）', en: '(prepares)' }

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

function drawEnd(parent: Link | Group, x: number, y: number, included: boolean): void {
  const end = (parent as Group).append('circle').attr('class', included ? 'end included' : 'end excluded-end')
  end.attr('cx', x).attr('cy', y).attr('r', RADIUS)
}

const FAULT_NAMES = {
  gap: {
    zh: (sum: string) => `空档：${sum}无人决定`,
    en: (sum: string) => `Gap: nobody decides on ${sum}`,
  },
  overlap: {
    zh: (sum: string) => `重叠：${sum}有两级可以决定`,
    en: (sum: string) => `Overlap: two steps decide on ${sum}`,
  },
  contradiction: {
    zh: (sum: string) => `自相矛盾：${sum}本数既含又不含`,
    en: (sum: string) => `Contradiction: ${sum} is both included and excluded`,
  },
}

/** A hatched strip under the steps, and in words: from where to where nobody decides, or two do, or the text contradicts itself. */
function drawFault(
  group: Group,
  fault: LadderFault,
  ladder: Ladder,
  scale: Scale,
  paper: Paper,
  y: number,
): number {
  const { kind, from } = fault
  const to = kind === 'contradiction' ? from : fault.to
  const x = from > 0 ? scale(from) : 8
  const end = to === null ? paper.width - 8 : scale(to)
  const seam = group.append('g').attr('class', `fault ${kind}`)
  const strip = seam
    .append('rect')
    .attr('class', 'fault-strip')
    .attr('x', x - (end > x ? 0 : POINT / 2))
    .attr('y', y + 4)
    .attr('height', 8)
  strip
    .attr('width', Math.max(POINT, end - x))
    .attr('fill', `url(#hatch-${kind === 'gap' ? 'gap' : 'overlap'})`)
  const name = paper.show(faultText(fault, from, to, ladder, paper))
  const left = Math.max(0, Math.min(x - POINT / 2, paper.width - textWidth(name, 11.5) - 1))
  write(seam, 'fault-name', left, y + 26, shorten(name, paper.width - left, 11.5))
  return y + FAULT
}

function faultText(
  { kind, note }: LadderFault,
  from: number,
  to: number | null,
  ladder: Ladder,
  paper: Paper,
): string {
  const text = FAULT_NAMES[kind][paper.language](amountsOf(from, to, ladder.unit, paper))
  const step = kind === 'contradiction' && ladder.steps.find(each => each.note === note)
  return step ? `${text} “${step.quote}”` : text
}

function amountsOf(from: number, to: number | null, unit: string, { language }: Paper): string {
  const text = (amount: number) => (unit === '元' ? moneyText(amount, language) : `${amount} ${unit}`)
  if (to === null) return `≥ ${text(from)}`
  return from === to ? text(from) : `${text(from)} – ${text(to)}`
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

function legendOf(paper: Paper): LegendEntry[] {
  return Object.entries(END_NAMES).map(([kind, names]) => ({
    name: paper.show(names[paper.language]),
    draw: (sample, x, y) =>
      kind === 'open' ? drawArrow(sample, x - 13, x + 13, y) : drawEnd(sample, x, y, kind === 'included'),
  }))
}
