import { documentOf } from '../../src/structure/address.ts'
import type { FamilyProvision } from '../../src/types.ts'
import { distributionChart } from '../charts/distribution.ts'
import { intervalChart } from '../charts/intervals.ts'
import { attachKeys } from '../charts/keys.ts'
import { ladderChart } from '../charts/ladder.ts'
import { ladderProvisions, placedLadders } from '../charts/ladders.ts'
import { isFrequency, positionOf } from '../charts/marks.ts'
import { type Panel, panelsOf } from '../charts/panels.ts'
import type { Paper } from '../charts/paper.ts'
import { pngFile, svgFile } from '../charts/picture.ts'
import { RECORD_COLUMNS, recordsOf } from '../charts/records.ts'
import { marksOf, type Row } from '../charts/rows.ts'
import { unitName as unitWord } from '../charts/words.ts'
import { MEASURE_NAMES } from '../i18n/measures.ts'
import { n } from '../i18n/numbers.ts'
import type { Site } from '../parts/data.ts'
import { csvText, downloadBar } from '../parts/download.ts'
import { html, nothing, type TemplateResult } from '../parts/html.ts'
import { placeNameOf } from '../parts/places.ts'
import { href, spanHref, unitHref, withQuery } from '../parts/router.ts'
import { shown } from '../parts/script.ts'
import { language } from '../parts/settings.ts'
import { labelIn, placeIn } from './numbers-label.ts'
import { recordTable } from './numbers-table.ts'

/** One chart with its name, what explains it, and how it is drawn when its width is known. */
export interface Figure {
  id: string
  title: string
  note: string
  rows: Row[]
  draw: (paper: Paper) => SVGSVGElement
}

/** The figures of the rows: for each measure in order and each unit of it one chart; who decides on how much, as ladders. */
export function figuresOf(rows: Row[], site: Site): Figure[] {
  const order = Object.keys(MEASURE_NAMES)
  const measures = [...new Set(rows.map(row => row.measure))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  )
  const panels = measures
    .filter(measure => measure !== 'amount-threshold')
    .flatMap(measure => panelsOf(rows, measure))
  const [rhythms, others] = [true, false].map(wanted =>
    panels.filter(panel => isFrequency(panel.measure) === wanted),
  )
  return [...rhythms!.map(panelFigure), ...ladderFigures(rows, site), ...others!.map(panelFigure)]
}

function panelFigure(panel: Panel): Figure {
  const { measure, unit, rows } = panel
  const chart = chartOf(panel)
  const shownPanel =
    chart === intervalChart && isMany(rows[0]!) ? { ...panel, rows: rows.map(ranked) } : panel
  const title = titled(MEASURE_NAMES[measure][language()], unit)
  return { id: idOf(measure, unit), title, note: '', rows, draw: paper => chart(shownPanel, paper) }
}

function ladderFigures(rows: Row[], site: Site): Figure[] {
  const ladders = placedLadders(
    rows.flatMap(row => marksOf(row).map(mark => mark.provision)),
    site.regulations.map(each => ({ id: each.id, place: placeNameOf(site, each) })),
  )
  return [...ladders].map(([unit, placed]) => ({
    id: idOf('ladders', unit),
    title: titled(MEASURE_NAMES['amount-threshold'][language()], unit === '元' ? '' : unit),
    note: n('ladder-note'),
    rows: rowsWith(rows, new Set(ladderProvisions(placed))),
    draw: paper => ladderChart(placed, paper),
  }))
}

function rowsWith(rows: Row[], provisions: Set<FamilyProvision>): Row[] {
  return rows
    .map(row => ({
      ...row,
      cells: row.cells.map(cell => ({
        ...cell,
        marks: cell.marks.filter(mark => provisions.has(mark.provision)),
      })),
    }))
    .filter(row => marksOf(row).length > 0)
}

function titled(name: string, unit: string): string {
  return shown(unit === '' ? name : `${name} · ${unitWord(unit, language())}`)
}

// An id of letters and digits, whatever the unit is.
function idOf(name: string, unit: string): string {
  return `figure-${name}${unit === '' ? '' : '-'}${[...unit].map(character => character.codePointAt(0)!.toString(36)).join('')}`
}

// Each document has a line of its own as long as that can be read; beyond, and over several rows, dots show where they stand.
function chartOf({ rows }: Panel): typeof intervalChart {
  return isMany(rows[0]!) && rows.length > 1 ? distributionChart : intervalChart
}

/** The row with its documents from the lowest value to the highest. */
function ranked(row: Row): Row {
  const place = (cell: Row['cells'][number]) =>
    Math.min(...cell.marks.map(mark => (mark.extent ? positionOf(mark.extent) : Infinity)))
  return { ...row, cells: [...row.cells].sort((a, b) => place(a) - place(b) || 0) }
}

/** So many documents can stand side by side. */
export const MANY = 12

/** Whether a row has more documents than can stand side by side. */
export function isMany(row: Row): boolean {
  return row.cells.length > MANY
}

/** Where there is more on a row: of many documents their lines, of few their texts side by side. */
export function rowHref(row: Row): string | null {
  if (isMany(row)) return withQuery({ show: 'chart', measure: row.measure, row: row.key })
  return row.family === null ? null : href(['family', row.family])
}

/** The figure with its downloads; the chart itself is drawn by `drawFigures` when the page stands. */
export function figureTemplate(figure: Figure, site: Site, open: boolean, limit: number): TemplateResult {
  return html`<figure class="chart-figure" id=${figure.id} aria-labelledby=${`${figure.id}-title`}>
    <figcaption>
      <h2 id=${`${figure.id}-title`}>${figure.title}</h2>
      ${figure.note ? html`<p class="small">${figure.note}</p>` : nothing}
    </figcaption>
    <div class="chart-host"></div>
    <div class="figure-foot">
      <a class="small no-print" href=${withQuery({ table: open ? null : figure.id })} aria-expanded=${open ? 'true' : 'false'}>${n(open ? 'hide-records' : 'show-records')}</a>
      ${downloads(figure, site)}
    </div>
    ${open ? recordTable(figure.rows, site, limit) : nothing}
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

/** Draws every figure into its place, as wide as that is, when it comes near the window. Gives back what undoes it. */
export function drawFigures(main: HTMLElement, figures: Figure[], site: Site): () => void {
  const hosts = new Map(figures.map(figure => [hostOf(main, figure), figure]))
  const draw = (host: HTMLElement) => {
    const drawing = hosts.get(host)!.draw(paperOf(site, Math.floor(host.clientWidth)))
    drawing.setAttribute('data-figure', hosts.get(host)!.id)
    attachKeys(drawing)
    host.replaceChildren(drawing)
  }
  // A first figure of usual size is there at once, so that nothing jumps; a crowd of dots comes after the click is answered.
  const crowded = (figures[0]?.rows.flatMap(marksOf).length ?? 0) > CROWD
  const rest = [...hosts.keys()].slice(crowded ? 0 : 1)
  if (!crowded && figures[0]) draw(hostOf(main, figures[0]))
  let running = true
  const watcher = new IntersectionObserver(
    entries => {
      for (const { target } of entries.filter(each => each.isIntersecting)) {
        watcher.unobserve(target)
        // Each in a task of its own: a click between two of them is answered.
        setTimeout(() => running && draw(target as HTMLElement))
      }
    },
    { rootMargin: '1200px' },
  )
  for (const host of rest) {
    // A drawing of the same figure may stand until the new one comes; another figure's may not.
    if (host.firstElementChild?.getAttribute('data-figure') !== hosts.get(host)!.id) host.replaceChildren()
    watcher.observe(host)
  }
  const drawAll = () => {
    for (const host of rest) if (!host.firstElementChild) draw(host)
  }
  addEventListener('beforeprint', drawAll)
  return () => {
    running = false
    watcher.disconnect()
    removeEventListener('beforeprint', drawAll)
  }
}

// Drawn in some 40 ms on a slow machine.
const CROWD = 400

function hostOf(main: HTMLElement, figure: Figure): HTMLElement {
  return main.querySelector<HTMLElement>(`#${CSS.escape(figure.id)} .chart-host`)!
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
    rowHref: row => rowHref(row),
    place: placeIn(site),
  }
}
