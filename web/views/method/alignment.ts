import { groupBy } from '../../../src/group.ts'
import type { Quality, QualityFigure } from '../../../src/site-types.ts'
import { reliabilityChart } from '../../charts/reliability.ts'
import { labelOf } from '../../i18n/labels.ts'
import { m } from '../../i18n/method.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeOfId } from '../../parts/places.ts'
import { href } from '../../parts/router.ts'
import {
  type AlignmentFigures,
  EDGES,
  type Edges,
  type PairTable,
  pairKeyOf,
  SCORES,
  type Score,
} from './figures.ts'

/** Which article answers which: all scores by setting, F1 of each pair of documents, and how far likelihoods are right. */
export function alignmentPart(
  data: Site,
  { rows, pairs }: AlignmentFigures,
  agreement: QualityFigure[],
  reliability: NonNullable<Quality['reliability']>,
): TemplateResult | null {
  if (rows.length + pairs.length + reliability.length === 0) return null
  return html`<p class="note">${m('alignment-note')}</p>
    ${rows.length > 0 ? alignmentTable(rows, agreement) : nothing}
    ${pairs.length > 0 ? pairTables(data, pairs) : nothing}
    ${reliability.length > 0 ? reliabilityFigure(reliability) : nothing}`
}

function alignmentTable(rows: AlignmentFigures['rows'], agreement: QualityFigure[]): TemplateResult {
  const settings = groupBy(rows, row => row.setting)
  const agreed = (edges: Edges, measure: Score) =>
    agreement.find(({ name }) => name === `${edges} ${measure}`)?.value
  const cells = (value: (edges: Edges, measure: Score) => number | undefined) =>
    EDGES.flatMap(edges =>
      SCORES.map(
        measure =>
          html`<td class=${measure === 'f1' ? 'number f1' : 'number'}>${value(edges, measure)?.toFixed(3) ?? '—'}</td>`,
      ),
    )
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="alignment">
    <table class="plain alignment-figures">
      <thead>
        <tr>
          <th scope="col" rowspan="2">${m('setting')}</th>
          <th scope="col" rowspan="2">${m('scope')}</th>
          ${EDGES.map(edges => html`<th scope="colgroup" colspan="3">${labelOf(edges)}</th>`)}
        </tr>
        <tr>${EDGES.flatMap(() => SCORES.map(measure => html`<th scope="col" class="number">${m(measure)}</th>`))}</tr>
      </thead>
      ${[...settings].map(
        ([setting, own]) => html`<tbody>
          ${own.map(
            ({ scope, values }, index) => html`<tr>
              ${index === 0 ? html`<th scope="rowgroup" rowspan=${own.length}>${labelOf(setting)}</th>` : nothing}
              <th scope="row">${labelOf(scope)}</th>
              ${cells((edges, measure) => values[edges][measure])}
            </tr>`,
          )}
        </tbody>`,
      )}
      ${
        agreement.length > 0
          ? html`<tbody class="agreement"><tr><th scope="row" colspan="2">${m('readers')}</th>${cells(agreed)}</tr></tbody>`
          : nothing
      }
    </table>
  </div>`
}

function pairTables(data: Site, tables: PairTable[]): TemplateResult {
  return html`<h4 id="pairs">${m('alignment-pairs')}</h4>
    <p class="note">${m('alignment-pairs-note')}</p>
    <div class="pair-tables">${tables.map(table => pairTable(data, table))}</div>`
}

/** Each two documents once: rows from the second document on, columns up to the one before the last. */
function pairTable(data: Site, { setting, edges, documents, values }: PairTable): TemplateResult {
  const columns = documents.slice(0, -1)
  const name = (id: string) => placeOfId(data, id)
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${`${labelOf(setting)}, ${labelOf(edges)}`}>
    <table class="pairs">
      <caption>${labelOf(setting)}<span class="faint"> · ${labelOf(edges)}</span></caption>
      <thead><tr><td></td>${columns.map(id => html`<th scope="col">${name(id)}</th>`)}</tr></thead>
      <tbody>
        ${documents.slice(1).map(
          (row, at) => html`<tr>
            <th scope="row">${name(row)}</th>
            ${columns.map((column, across) =>
              across > at ? html`<td></td>` : pairCell(data, row, column, values.get(pairKeyOf(row, column))),
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function pairCell(data: Site, a: string, b: string, f1: number | undefined): TemplateResult {
  if (f1 === undefined) return html`<td class="faint">—</td>`
  const words = f1.toFixed(2)
  const known = data.byId.has(a) && data.byId.has(b)
  return html`<td class=${shade(f1)}>${known ? html`<a href=${href(['pair', b, a])}>${words}</a>` : words}</td>`
}

// Nearly all lies above a half; what is told apart by shade lies between 0.75 and 1.
function shade(f1: number): string {
  return `shade-${Math.max(0, Math.min(4, Math.floor((f1 - 0.75) / 0.05)))}`
}

const CHART = 300

function reliabilityFigure(parts: NonNullable<Quality['reliability']>): TemplateResult {
  const words = {
    title: m('reliability-title'),
    said: m('reliability-said'),
    seen: m('reliability-seen'),
    of: m('reliability-of'),
  }
  return html`<h4 id="reliability">${words.title}</h4>
    <div class="reliability-figure">
      ${reliabilityChart(parts, words, CHART)}
      <div>
        <p class="note">${m('reliability-note')}</p>
        <details>
          <summary>${m('reliability-table')}</summary>
          <table class="plain small">
            <thead><tr>${[words.said, words.seen, words.of].map(word => html`<th scope="col" class="number">${word}</th>`)}</tr></thead>
            <tbody>
              ${parts.map(
                ({ said, seen, of }) =>
                  html`<tr><td class="number">${said.toFixed(2)}</td><td class="number">${seen.toFixed(2)}</td><td class="number">${of}</td></tr>`,
              )}
            </tbody>
          </table>
        </details>
      </div>
    </div>`
}
