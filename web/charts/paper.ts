import { type Selection, select } from 'd3-selection'
import { documentOf } from '../../src/structure/address.ts'
import type { FamilyProvision, Measure } from '../../src/types.ts'
import type { Language } from '../reader/settings.ts'
import { type Mark, positionOf } from './marks.ts'
import type { Panel } from './panels.ts'
import type { Row } from './rows.ts'
import { summaryOf } from './summary.ts'
import { aboutText, UNUSUAL, unitWord, valueText } from './words.ts'

/**
 * What a chart is drawn on. A chart is `(data, paper) => SVGSVGElement`: it fetches nothing and remembers nothing,
 * and each of its marks is a link to the words it stands for.
 */
export interface Paper {
  document: Document
  /** Pixels available; the chart decides its own height. */
  width: number
  language: Language
  /** Simplified text in the reader's script. */
  show: (text: string) => string
  /** Address of the page where the quote is lit up. */
  quoteHref: (quoted: Pick<FamilyProvision, 'address' | 'span'>) => string
  /** Address of the page where a unit is lit up. */
  unitHref: (address: string) => string
  /** How a unit is called: 第四十五条第三款. */
  unitName: (address: string) => string
  place: (regulation: string) => string
  /** How a measure is called in the language of the page: 会议频次. */
  measureName: (measure: Measure) => string
  /** Only one row was asked for: then every place is named. */
  whole: boolean
  /** Where there is more on a row, or null. */
  rowHref: (row: Row) => string | null
}

export type Group = Selection<SVGGElement, unknown, null, undefined>
export type Canvas = Selection<SVGSVGElement, unknown, null, undefined>
export type Link = Selection<SVGAElement, unknown, null, undefined>

const SVG = 'http://www.w3.org/2000/svg'

/** An empty drawing with its name and description for those who do not see it; its height is set by `finish`. */
export function canvasOf(paper: Paper, kind: string, title: string, description: string): Canvas {
  const svg = select(paper.document.createElementNS(SVG, 'svg') as SVGSVGElement)
  svg.attr('xmlns', SVG).attr('class', `chart ${kind}`).attr('role', 'group').attr('aria-label', title)
  svg.append('desc').text(description)
  return svg
}

/** Sets the size, and gives the drawing back. */
export function finish(svg: Canvas, width: number, height: number): SVGSVGElement {
  svg.attr('width', width).attr('height', height).attr('viewBox', `0 0 ${width} ${height}`)
  return svg.node()!
}

/** A link round what is drawn of a mark. Its datum is the mark, so that whoever is pointed at it can say what it is. */
export function markLink(parent: Group, mark: Mark, paper: Paper): Link {
  return linkTo(parent, paper.quoteHref(mark.provision), '')
    .attr('class', mark.soft ? 'mark soft' : 'mark')
    .attr('data-address', mark.provision.address)
    .property('__data__', mark)
}

/**
 * Gives the finished link its spoken name, which begins with where it leads and holds the words that are seen:
 * 中卫市 第四十三条第三款: 一般 1 次/半年 市人民政府全体会议. “一般每半年召开一次”. 与多数不同
 */
export function nameMark(link: Link, mark: Mark, paper: Paper, unusual = false): void {
  const { address, quote } = mark.provision
  const seen = link.selectAll<SVGTextElement, unknown>('text').nodes()
  // A space after each, so that the words that are seen are apart for those who hear them too.
  for (const text of seen) text.textContent += ' '
  const own = paper.show(`${valueText(mark.provision, paper.language)} ${aboutText(mark.provision)}`)
  const words =
    seen
      .map(text => text.textContent)
      .join('')
      .trim() || own
  const rest = words === own ? '' : ` ${own}`
  const place = paper.show(`${paper.place(documentOf(address))} ${paper.unitName(address)}`)
  const remark = unusual ? `. ${paper.show(UNUSUAL[paper.language])}` : ''
  link.attr('aria-label', `${place}: ${words}${rest}. ${paper.show(`“${quote}”`)}${remark}`)
}

/** A link inside a drawing, with its spoken name. */
export function linkTo(parent: Group, href: string, label: string): Link {
  return parent.append<SVGAElement>('svg:a').attr('href', href).attr('aria-label', label)
}

/** Text at a place; `kind` is its class. */
export function write(parent: Group | Link, kind: string, x: number, y: number, text: string) {
  return (parent as Group).append('text').attr('class', kind).attr('x', x).attr('y', y).text(text)
}

/** A panel's name: 会议频次 (次/年). */
export function titleOf({ measure, unit }: Panel, { language, measureName }: Paper): string {
  const name = measureName(measure)
  return unit ? `${name} (${unitWord(unit, language)})` : name
}

/** What a panel says, for those who do not see it: of each topic who stands lowest and who highest. */
export function descriptionOf(panel: Panel, paper: Paper): string {
  const lines = panel.rows.map(row => gistOf(row, paper))
  return paper.show(lines.join(paper.language === 'en' ? '; ' : '；'))
}

/** `全体会议: 最低 一般 1 次/年 钦州市, 最高 一般 2 次/年 平凉市`. */
function gistOf(row: Row, paper: Paper): string {
  const topic = row.topic[paper.language] || row.topic.zh
  const { lowest, highest, value } = summaryOf(row)
  if (!lowest || !highest) return `${topic}: ${GIST.none[paper.language]}`
  const said = (mark: Mark) =>
    `${valueText(mark.provision, paper.language)} ${paper.place(documentOf(mark.provision.address))}`
  if (positionOf(lowest.extent!) === positionOf(highest.extent!))
    return `${topic}: ${value > 1 ? `${GIST.same[paper.language]} ${value}, ` : ''}${said(lowest)}`
  return `${topic}: ${GIST.lowest[paper.language]} ${said(lowest)}, ${GIST.highest[paper.language]} ${said(highest)}`
}

const GIST = {
  none: { zh: '没有数值', en: 'no number' },
  same: { zh: '数值一致', en: 'all the same' },
  lowest: { zh: '最低', en: 'lowest' },
  highest: { zh: '最高', en: 'highest' },
}
