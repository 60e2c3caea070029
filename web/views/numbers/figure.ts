import './figures.css'
import type { Paper } from '../../charts/paper.ts'
import { pngFile, svgFile } from '../../charts/picture.ts'
import type { Row } from '../../charts/rows.ts'
import type { Site } from '../../parts/data.ts'
import { type Download, downloadBar } from '../../parts/download.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { shown } from '../../reader/script.ts'

/** One chart with its name, what explains it, and how it is drawn when its width is known. */
export interface Figure {
  id: string
  title: string
  note: string
  rows: Row[]
  /** How many of the rows are drawn, unless all are asked for. */
  drawn: number
  /** Whether it may stand in half of the page's width where it has few rows. */
  small: boolean
  draw: (paper: Paper) => SVGSVGElement
}

type Part = TemplateResult | typeof nothing

/** The figure with what stands below it; the chart itself is drawn by `drawFigures` when the page stands. */
export function figureFrame(
  { id, title, note }: Figure,
  below: { foot: Part; beforeFoot?: Part; afterFoot?: Part },
  paired = false,
): TemplateResult {
  return html`<figure class=${paired ? 'chart-figure paired' : 'chart-figure'} id=${id} aria-labelledby=${`${id}-title`}>
    <figcaption>
      <h2 id=${`${id}-title`}>${title}</h2>
      ${note ? html`<p class="small">${note}</p>` : nothing}
    </figcaption>
    <div class="chart-host"></div>
    ${below.beforeFoot ?? nothing}
    <div class="figure-foot">${below.foot}</div>
    ${below.afterFoot ?? nothing}
  </figure>`
}

/** The drawing as it stands on the page, as a file under its title; `tables` come before it. */
export function figureDownloads(
  id: string,
  title: string,
  site: Site,
  tables: Download[] = [],
): TemplateResult {
  const drawing = () => document.getElementById(id)!.querySelector<SVGSVGElement>('svg.chart')!
  const caption = () => ({ title, source: `${shown(site.title)} · ${location.href}` })
  const file = fileName(id)
  return downloadBar([
    ...tables,
    {
      label: 'SVG',
      file: `${file}.svg`,
      content: () => new Blob([svgFile(drawing(), caption())], { type: 'image/svg+xml' }),
    },
    { label: 'PNG', file: `${file}.png`, content: () => pngFile(drawing(), caption()) },
  ])
}

/** The name under which a figure is saved, without its ending. */
export function fileName(id: string): string {
  return `guijian-${id.replace(/^figure-/, '')}`
}
