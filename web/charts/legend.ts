import { drawArrow, drawWord, type GlyphKind } from './glyphs.ts'
import { type Group, type Paper, write } from './paper.ts'
import { textWidth } from './text.ts'
import { UNUSUAL } from './words.ts'

const SAMPLE = 36

/** One line of a legend: a sample drawn round the middle of 36 pixels, and what it means. */
export interface LegendEntry {
  name: string
  /** Drawn hollow, as 一般 and 原则上 are. */
  soft?: boolean
  draw: (sample: Group, middle: number, y: number) => void
}

/** Explains the signs of a chart, in as many lines as the width asks for; gives back the height taken. */
export function drawLegend(parent: Group, entries: LegendEntry[], paper: Paper): number {
  parent.attr('class', 'legend').attr('aria-hidden', 'true')
  let x = 0
  let y = 10
  for (const { name, soft, draw } of entries) {
    const width = SAMPLE + 4 + textWidth(name, 12) + 14
    if (x > 0 && x + width > paper.width) [x, y] = [0, y + 22]
    draw(parent.append('g').attr('class', soft ? 'mark soft' : 'mark'), x + SAMPLE / 2, y)
    write(parent, 'legend-text', x + SAMPLE + 4, y + 4, name)
    x += width
  }
  return y + 12
}

const NAMES: Record<GlyphKind, Record<Paper['language'], string>> = {
  exact: { zh: '确定', en: 'definite' },
  soft: { zh: '一般、原则上', en: 'generally, in principle' },
  range: { zh: '区间', en: 'range' },
  'at-least': { zh: '不少于', en: 'at least' },
  'at-most': { zh: '不超过', en: 'at most' },
  excluded: { zh: '不含本数', en: 'bound excluded' },
  word: { zh: '无数值', en: 'no number' },
}

/** What a kind of glyph is called. */
export function glyphName(kind: GlyphKind, paper: Paper): string {
  return paper.show(NAMES[kind][paper.language])
}

/** The legend of the glyphs that are drawn one on a line. */
export function glyphEntries(kinds: GlyphKind[], paper: Paper): LegendEntry[] {
  return kinds.map(kind => ({ name: glyphName(kind, paper), soft: kind === 'soft', draw: SAMPLES[kind] }))
}

/** Explains the ground behind a value that differs from what most say. */
export function unusualEntry(paper: Paper): LegendEntry {
  return { name: paper.show(UNUSUAL[paper.language]), draw: drawUnusual }
}

function drawUnusual(sample: Group, x: number, y: number): void {
  const ground = sample
    .append('rect')
    .attr('class', 'ground')
    .attr('x', x - 14)
    .attr('y', y - 9)
  ground.attr('width', 28).attr('height', 18)
  write(sample, 'value unusual-value', x, y + 4, '2').attr('text-anchor', 'middle')
}

const dot = (sample: Group, x: number, y: number) =>
  sample.append('circle').attr('class', 'dot').attr('cx', x).attr('cy', y).attr('r', 5)

const SAMPLES: Record<GlyphKind, LegendEntry['draw']> = {
  exact: dot,
  soft: dot,
  range: (sample, x, y) => {
    const bar = sample
      .append('rect')
      .attr('class', 'bar')
      .attr('x', x - 15)
      .attr('y', y - 5)
    bar.attr('width', 30).attr('height', 10).attr('rx', 5)
  },
  'at-least': (sample, x, y) => {
    drawArrow(sample, x - 10, x + 16, y)
    dot(sample, x - 10, y)
  },
  'at-most': (sample, x, y) => {
    drawArrow(sample, x + 10, x - 16, y)
    dot(sample, x + 10, y)
  },
  excluded: (sample, x, y) => {
    sample
      .append('path')
      .attr('class', 'excluded')
      .attr('d', `M${x},${y - 7}v14`)
  },
  word: (sample, x, y) => drawWord(sample, '…', x - 14, y, 28),
}
