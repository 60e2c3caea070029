import { documentOf } from '../../src/structure/address.ts'
import { intervalChart } from '../../web/charts/intervals.ts'
import { panelsOf } from '../../web/charts/panels.ts'
import type { Paper } from '../../web/charts/paper.ts'
import { type Row, rowsOf } from '../../web/charts/rows.ts'
import { MEASURE_NAMES } from '../../web/i18n/measures.ts'
import { goldNumbers } from './gold-numbers.ts'

/** The five as people read them, and the rows of their numbers. */
export const numbers = goldNumbers()
export const rows = rowsOf(numbers)

/** What charts are drawn on in tests: texts as they are, addresses as the page has them. */
export function paper(width: number, language: Paper['language'] = 'zh'): Paper {
  return {
    document,
    width,
    language,
    show: text => text,
    quoteHref: provision =>
      `#/doc/${documentOf(provision.address)}?at=${provision.span.start}-${provision.span.end}`,
    unitHref: address => `#/doc/${address}`,
    unitName: address => address,
    whole: false,
    rowHref: each => (each.family === null ? null : `#/family/${each.family}`),
    place: id => numbers.regulations.find(regulation => regulation.id === id)?.place ?? id,
    measureName: measure => MEASURE_NAMES[measure][language],
  }
}

/** A row by its key, `family:measure`. */
export function row(key: string): Row {
  return rows.find(each => each.key === key)!
}

/** What one document says on it. */
export function cell(key: string, id: string) {
  return row(key).cells.find(each => each.regulation === id)!
}

/** The chart of how often who meets, of the five. */
export function frequencies(width = 900) {
  return intervalChart(panelsOf(rows, 'meeting-frequency')[0]!, paper(width))
}

/** The link round the mark of the provision at an address. */
export function link(svg: SVGSVGElement, address: string): Element {
  return svg.querySelector(`a[data-address="${address}"]`)!
}
