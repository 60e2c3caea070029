import { documentOf } from '../../src/structure/address.ts'
import { intervalChart } from '../charts/intervals.ts'
import { ladderChart } from '../charts/ladder.ts'
import { laddersOf } from '../charts/ladders.ts'
import { type Panel, panelsOf } from '../charts/panels.ts'
import type { Paper } from '../charts/paper.ts'
import { pngFile, svgFile } from '../charts/picture.ts'
import { RECORD_COLUMNS, recordsOf } from '../charts/records.ts'
import { marksOf, type Row } from '../charts/rows.ts'
import { unitName as unitWord } from '../charts/words.ts'
import { MEASURE_NAMES } from '../i18n/measures.ts'
import { n } from '../i18n/numbers.ts'
import { unitName } from '../parts/cite.ts'
import type { Site } from '../parts/data.ts'
import { csvText, downloadBar } from '../parts/download.ts'
import { html, nothing, type TemplateResult } from '../parts/html.ts'
import { spanHref, unitHref } from '../parts/router.ts'
import { shown } from '../parts/script.ts'
import { language } from '../parts/settings.ts'

/** One chart with its name, what explains it, and how it is drawn when its width is known. */
export interface Figure {
  id: string
  title: string
  note: string
  rows: Row[]
  draw: (paper: Paper) => SVGSVGElement
}

/** The figures of the rows: for each measure in order and each unit of it one chart; money as ladders. */
export function figuresOf(rows: Row[], site: Site): Figure[] {
  const measures = [...new Set(rows.map(row => row.measure))]
  const order = Object.keys(MEASURE_NAMES)
  measures.sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return measures.flatMap(measure => panelsOf(rows, measure).map(panel => figureOf(panel, site)))
}

function figureOf(panel: Panel, site: Site): Figure {
  const { measure, unit, rows } = panel
  const name = shown(MEASURE_NAMES[measure][language()])
  const title =
    unit === '' || measure === 'amount-threshold' ? name : `${name} · ${shown(unitWord(unit, language()))}`
  const figure = {
    id: `figure-${measure}-${unit.replace(/\W/g, c => c.charCodeAt(0).toString(36))}`,
    title,
    rows,
  }
  if (measure !== 'amount-threshold')
    return { ...figure, note: '', draw: paper => intervalChart(panel, paper) }
  const provisions = rows.flatMap(row => marksOf(row).map(mark => mark.provision))
  const ladders = laddersOf({ regulations: site.regulations, families: [], provisions })
  return { ...figure, note: n('ladder-note'), draw: paper => ladderChart(ladders, paper) }
}

/** The figure with its downloads; the chart itself is drawn by `drawFigures` when the page stands. */
export function figureTemplate(figure: Figure, site: Site): TemplateResult {
  return html`<figure class="chart-figure" id=${figure.id} aria-labelledby=${`${figure.id}-title`}>
    <figcaption>
      <h2 id=${`${figure.id}-title`}>${figure.title}</h2>
      ${figure.note ? html`<p class="small">${figure.note}</p>` : nothing}
    </figcaption>
    <div class="chart-host"></div>
    ${downloads(figure, site)}
  </figure>`
}

function downloads(figure: Figure, site: Site): TemplateResult {
  const file = `guijian-${figure.id.replace(/^figure-/, '')}`
  const drawing = () => document.getElementById(figure.id)!.querySelector<SVGSVGElement>('svg.chart')!
  const caption = () => ({ title: figure.title, source: `${shown(site.title)} · ${location.href}` })
  return downloadBar([
    {
      label: 'CSV',
      file: `${file}.csv`,
      content: () => csvText(RECORD_COLUMNS, recordsOf(figure.rows, labelIn(site))),
    },
    {
      label: 'SVG',
      file: `${file}.svg`,
      content: () => new Blob([svgFile(drawing(), caption())], { type: 'image/svg+xml' }),
    },
    { label: 'PNG', file: `${file}.png`, content: () => pngFile(drawing(), caption()) },
  ])
}

/** Draws every figure into its place, as wide as that is. */
export function drawFigures(main: HTMLElement, figures: Figure[], site: Site): void {
  for (const figure of figures) {
    const host = main.querySelector<HTMLElement>(`#${CSS.escape(figure.id)} .chart-host`)
    host?.replaceChildren(figure.draw(paperOf(site, Math.floor(host.clientWidth))))
  }
}

function paperOf(site: Site, width: number): Paper {
  return {
    document,
    width,
    language: language(),
    show: shown,
    quoteHref: provision => spanHref(documentOf(provision.address), provision.span),
    unitHref,
    unitName: labelIn(site),
    place: id => site.byId.get(id)?.place ?? id,
  }
}

/** Names a unit of any document of the site: 第四十五条第三款. */
export function labelIn(site: Site): (address: string) => string {
  return address => {
    const regulation = site.byId.get(documentOf(address))
    return regulation ? unitName(regulation, address) : address
  }
}
