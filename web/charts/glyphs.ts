import type { Extent, Mark } from './marks.ts'
import type { Group, Link } from './paper.ts'
import type { Scale } from './scales.ts'

/**
 * How a mark looks. Every distinction has a shape: hollow for 一般 and 原则上, an arrow for an end that is open,
 * a bar across for an end that is excluded, a framed word where there is no number. Colour only repeats it.
 */

/** Pixels that an open end reaches beyond its bound. */
export const ARROW = 26
const RADIUS = 5

/** The extent at height `y`: a dot, a bar between two ends, or a dot with an arrow. */
export function drawExtent(link: Link, extent: Extent, scale: Scale, y: number): void {
  const { low, high } = extent
  if (low === null || high === null) drawBound(link, extent, scale, y)
  else if (low === high)
    link.append('circle').attr('class', 'dot').attr('cx', scale(low)).attr('cy', y).attr('r', RADIUS)
  else if (low < high) drawBar(link, extent, scale, y)
  else drawWrapped(link, extent, scale, y)
}

// From 22:00 to 6:00 runs over midnight: the one end of the scale and the other.
function drawWrapped(link: Link, extent: Extent, scale: Scale, y: number): void {
  const [first = 0, last = 24] = scale.domain()
  drawBar(link, { ...extent, high: last }, scale, y)
  drawBar(link, { ...extent, low: first }, scale, y)
}

function drawBar(link: Link, extent: Extent, scale: Scale, y: number): void {
  const from = scale(extent.low!) - (extent.lowIncluded ? RADIUS : 0)
  const to = scale(extent.high!) + (extent.highIncluded ? RADIUS : 0)
  const bar = link
    .append('rect')
    .attr('class', 'bar')
    .attr('x', from)
    .attr('y', y - RADIUS)
  bar
    .attr('width', Math.max(2 * RADIUS, to - from))
    .attr('height', 2 * RADIUS)
    .attr('rx', RADIUS)
  if (!extent.lowIncluded) drawExcluded(link, from, y)
  if (!extent.highIncluded) drawExcluded(link, to, y)
}

function drawBound(link: Link, extent: Extent, scale: Scale, y: number): void {
  const upward = extent.high === null
  const x = scale(upward ? extent.low! : extent.high!)
  drawArrow(link, x, x + (upward ? ARROW : -ARROW), y)
  if (upward ? extent.lowIncluded : extent.highIncluded)
    link.append('circle').attr('class', 'dot').attr('cx', x).attr('cy', y).attr('r', RADIUS)
  else drawExcluded(link, x, y)
}

/** A line from one place to another, with its head at the second. */
export function drawArrow(link: Link | Group, from: number, to: number, y: number): void {
  const back = to > from ? -5 : 5
  const parent = link as Group
  parent.append('path').attr('class', 'open-end').attr('d', `M${from},${y}H${to}`)
  parent
    .append('path')
    .attr('class', 'arrow-head')
    .attr('d', `M${to + back},${y - 4}L${to},${y}L${to + back},${y + 4}`)
}

function drawExcluded(link: Link, x: number, y: number): void {
  link
    .append('path')
    .attr('class', 'excluded')
    .attr('d', `M${x},${y - 7}v14`)
}

/** A framed word, its left end at `x`. */
export function drawWord(link: Link | Group, text: string, x: number, y: number, width: number): void {
  link
    .append('rect')
    .attr('class', 'word')
    .attr('x', x)
    .attr('y', y - 9)
    .attr('width', width)
    .attr('height', 18)
    .attr('rx', 3)
  link
    .append('text')
    .attr('class', 'word-text')
    .attr('x', x + width / 2)
    .attr('y', y + 4)
    .attr('text-anchor', 'middle')
    .text(text)
}

/** The kinds of glyph that a legend must explain for these marks. */
export function glyphKindsOf(marks: Mark[]): GlyphKind[] {
  const kinds = new Set(marks.flatMap(glyphKinds))
  return GLYPH_ORDER.filter(kind => kinds.has(kind))
}

export type GlyphKind = 'exact' | 'soft' | 'range' | 'at-least' | 'at-most' | 'excluded' | 'word'
const GLYPH_ORDER: GlyphKind[] = ['exact', 'soft', 'range', 'at-least', 'at-most', 'excluded', 'word']

function glyphKinds({ extent, soft }: Mark): GlyphKind[] {
  if (!extent) return ['word']
  const kinds: GlyphKind[] = soft ? ['soft'] : []
  if (extent.high === null) kinds.push('at-least')
  else if (extent.low === null) kinds.push('at-most')
  else if (extent.low !== extent.high) kinds.push('range')
  else if (!soft) kinds.push('exact')
  if (!extent.lowIncluded || !extent.highIncluded) kinds.push('excluded')
  return kinds
}
