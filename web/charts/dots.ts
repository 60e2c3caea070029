import { type GlyphKind, glyphKindsOf } from './glyphs.ts'
import { glyphName, type LegendEntry } from './legend.ts'
import type { Mark } from './marks.ts'
import { type Group, type Link, markLink, nameMark, type Paper } from './paper.ts'

/** Many provisions as small signs, each a link to its words. Shapes say what colours and words say on the lanes. */

/** A sign at a place, with room of `pitch` pixels to be pointed at. */
export function drawDot(parent: Group, mark: Mark, pitch: number, x: number, y: number, paper: Paper): void {
  const link = markLink(parent, mark, paper)
  const hit = link
    .append('rect')
    .attr('class', 'hit')
    .attr('x', x - pitch / 2)
    .attr('y', y - pitch / 2)
  hit.attr('width', pitch).attr('height', pitch)
  drawSign(link, mark, pitch * 0.36, x, y)
  nameMark(link, mark, paper)
}

/** The signs that these marks use. A dot is too small to say whether its bound is included; its lane, its record and its note do. */
export function dotEntries(marks: Mark[], paper: Paper): LegendEntry[] {
  const kinds = glyphKindsOf(marks).filter(kind => kind !== 'excluded')
  return kinds.map(kind => ({
    name: glyphName(kind, paper),
    soft: kind === 'soft',
    draw: (sample, x, y) => drawSample(sample, kind, x, y),
  }))
}

const SAMPLE_ENDS: Partial<Record<GlyphKind, [number | null, number | null]>> = {
  exact: [1, 1],
  soft: [1, 1],
  range: [1, 2],
  'at-least': [1, null],
  'at-most': [null, 1],
}

function drawSample(sample: Group, kind: GlyphKind, x: number, y: number): void {
  const [low, high] = SAMPLE_ENDS[kind] ?? [null, null]
  const extent = kind === 'word' ? null : { low, high, lowIncluded: true, highIncluded: true }
  drawSign(sample, { extent }, 4, x, y)
}

function drawSign(parent: Group | Link, mark: Pick<Mark, 'extent'>, r: number, x: number, y: number): void {
  const sign = (parent as Group)
    .append('path')
    .attr('class', mark.extent ? 'dot small' : 'dot small wordless')
  sign.attr('d', shapeOf(mark, r)).attr('transform', `translate(${x},${y})`)
}

/** A circle for one value, a lozenge for a range, a triangle that points to the open end, a square for a word. */
function shapeOf({ extent }: Pick<Mark, 'extent'>, r: number): string {
  if (!extent) return `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`
  if (extent.high === null) return `M${-r},${-r}L${r},0L${-r},${r}z`
  if (extent.low === null) return `M${r},${-r}L${-r},0L${r},${r}z`
  if (extent.low !== extent.high) return `M0,${-r}L${r},0L0,${r}L${-r},0z`
  return `M${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0`
}
