import { type Cluster, clustersOf } from '../../../src/insights/clusters.ts'
import type { Overview, RegulationSummary } from '../../../src/site-types.ts'
import { percent, t } from '../../i18n/index.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, svg, type TemplateResult } from '../../parts/html.ts'
import { placeOf } from '../../parts/places.ts'
import { href } from '../../parts/router.ts'

/** Up to this many documents each has a square or a column of its own; beyond, what is too many is drawn closer. */
export const SIDE_BY_SIDE = 12

/** How alike the documents are: a table of few, a tree of many, and of very many each with its nearest. */
export function likenessSection(data: Site, computed: Overview): TemplateResult | typeof nothing {
  const { likeness } = computed
  if (data.regulations.length < 2) return nothing
  const form = likeness === null ? 'nearest' : data.regulations.length <= SIDE_BY_SIDE ? 'likeness' : 'tree'
  return html`<section>
    <div class="section-head">
      <h2 id="likeness">${t('likeness')}</h2>
      <p>${t(`${form}-note`)}</p>
    </div>
    ${form === 'nearest' ? nearestList(data, computed) : form === 'likeness' ? likenessTable(data, likeness!) : likenessTree(data, computed, likeness!)}
  </section>`
}

function likenessTable(data: Site, likeness: number[][]): TemplateResult {
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="likeness">
    <table class="likeness">
      <thead>
        <tr><td></td>${data.regulations.map(each => html`<th scope="col">${placeOf(data, each)}</th>`)}</tr>
      </thead>
      <tbody>
        ${data.regulations.map(
          (row, at) => html`<tr>
            <th scope="row">${placeOf(data, row)}</th>
            ${data.regulations.map((column, across) => likenessCell(row, column, likeness[at]![across]!))}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function likenessCell(row: RegulationSummary, column: RegulationSummary, alike: number): TemplateResult {
  if (row.id === column.id) return html`<td class="self">—</td>`
  return html`<td class=${`level-${Math.min(4, Math.floor(alike * 5))}`}>
    <a href=${href(['pair', row.id, column.id])} title=${t('open-pair')}>${percent(alike)}</a>
  </td>`
}

/** Of many documents, each with the one most like it; the closest pairs first. */
function nearestList(data: Site, { nearest }: Overview): TemplateResult {
  const pairs = Object.entries(nearest).sort(([, a], [, b]) => b.likeness - a.likeness)
  return html`<ul class="nearest">
    ${pairs.map(([id, { id: other, likeness }]) => {
      const [a, b] = [data.byId.get(id), data.byId.get(other)]
      if (!a || !b) return nothing
      return html`<li><a href=${href(['pair', id, other])}>${placeOf(data, a)} – ${placeOf(data, b)}</a> <span class="faint">${percent(likeness)}</span></li>`
    })}
  </ul>`
}

// The tree: documents on the left, joined the further right the less alike they are.

const ROW = 20
// Above the tree stands its scale.
const SCALE = 22
const NAME = 120
const BRANCHES = 560

function likenessTree(data: Site, computed: Overview, likeness: number[][]): TemplateResult {
  const tree = clustersOf(likeness)
  const rows = new Map(tree.members.map((member, row) => [member, SCALE + (row + 0.5) * ROW]))
  // The tree fills its width, and as the root of the share: most join where little is alike.
  const depth = (alike: number) => 1 - Math.sqrt(alike)
  const x = (alike: number) => NAME + 8 + (depth(alike) / Math.max(0.01, depth(tree.likeness))) * BRANCHES
  const height = SCALE + tree.members.length * ROW
  const ticks = TICKS.filter(alike => alike >= tree.likeness)
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="likeness">
    ${svg`<svg class="tree" width=${NAME + BRANCHES + 56} height=${height} role="group" aria-label=${t('tree-note')}>
      ${ticks.map(alike => svg`<line class="tick" x1=${x(alike)} x2=${x(alike)} y1=${SCALE - 4} y2=${height}></line><text class="tick-label" x=${x(alike)} y="12" text-anchor="middle">${percent(alike)}</text>`)}
      ${branches(tree, rows, x).map(({ path, title }) => svg`<path class="branch" d=${path}><title>${title}</title></path>`)}
      ${tree.members.map(member => leaf(data, data.regulations[member]!, rows.get(member)!))}
    </svg>`}
  </div>
  <details class="nearest-details"><summary class="small">${t('nearest-note')}</summary>${nearestList(data, computed)}</details>`
}

const TICKS = [1, 0.8, 0.6, 0.4, 0.3, 0.2, 0.1, 0.05]

interface Branch {
  path: string
  title: string
}

/** The bracket of each join. */
function branches(cluster: Cluster, rows: Map<number, number>, x: (alike: number) => number): Branch[] {
  if (!cluster.parts) return []
  const ends = cluster.parts.map(part => ({ x: x(part.likeness), y: middle(part, rows) }))
  const [top, bottom] = ends as [(typeof ends)[0], (typeof ends)[0]]
  const own: Branch = {
    path: `M${round(top.x)} ${round(top.y)}H${round(x(cluster.likeness))}V${round(bottom.y)}H${round(bottom.x)}`,
    title: t('joined-at', { p: percent(cluster.likeness), n: cluster.members.length }),
  }
  return [own, ...cluster.parts.flatMap(part => branches(part, rows, x))]
}

function middle({ parts, members }: Cluster, rows: Map<number, number>): number {
  if (!parts) return rows.get(members[0]!)!
  return (middle(parts[0], rows) + middle(parts[1], rows)) / 2
}

function leaf(data: Site, summary: RegulationSummary, y: number): TemplateResult {
  return svg`<a href=${href(['doc', summary.id])}><text class="leaf" x=${NAME} y=${y + 4.5} text-anchor="end">${placeOf(data, summary)}</text></a>`
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
