import { drawArrow, drawWord, type GlyphKind } from './glyphs.ts'
import { type Group, type Paper, write } from './paper.ts'
import { textWidth } from './text.ts'
import type { Language } from './words.ts'

const NAMES: Record<GlyphKind, Record<Language, string>> = {
  exact: { zh: '确定', en: 'definite' },
  soft: { zh: '一般、原则上', en: 'generally, in principle' },
  range: { zh: '区间', en: 'range' },
  'at-least': { zh: '不少于', en: 'at least' },
  'at-most': { zh: '不超过', en: 'at most' },
  excluded: { zh: '不含本数', en: 'bound excluded' },
  word: { zh: '无数值', en: 'no number' },
}

/** Explains the glyphs that are used, in as many lines as the width asks for; gives back the height taken. */
export function drawLegend(parent: Group, kinds: GlyphKind[], paper: Paper): number {
  parent.attr('class', 'legend').attr('aria-hidden', 'true')
  let x = 0
  let y = 10
  for (const kind of kinds) {
    const name = paper.show(NAMES[kind][paper.language])
    const width = 40 + textWidth(name, 12) + 14
    if (x > 0 && x + width > paper.width) [x, y] = [0, y + 22]
    drawSample(parent.append('g').attr('class', kind === 'soft' ? 'mark soft' : 'mark'), kind, x, y)
    write(parent, 'legend-text', x + 40, y + 4, name)
    x += width
  }
  return y + 12
}

function drawSample(sample: Group, kind: GlyphKind, x: number, y: number): void {
  const dot = (at: number) =>
    sample
      .append('circle')
      .attr('class', 'dot')
      .attr('cx', x + at)
      .attr('cy', y)
      .attr('r', 5)
  if (kind === 'word') drawWord(sample, '…', x + 4, y, 28)
  else if (kind === 'range')
    sample
      .append('rect')
      .attr('class', 'bar')
      .attr('x', x + 3)
      .attr('y', y - 5)
      .attr('width', 30)
      .attr('height', 10)
      .attr('rx', 5)
  else if (kind === 'excluded')
    sample
      .append('path')
      .attr('class', 'excluded')
      .attr('d', `M${x + 18},${y - 7}v14`)
  else {
    if (kind === 'at-least') drawArrow(sample, x + 8, x + 34, y)
    if (kind === 'at-most') drawArrow(sample, x + 28, x + 2, y)
    dot(kind === 'at-least' ? 8 : kind === 'at-most' ? 28 : 18)
  }
}
