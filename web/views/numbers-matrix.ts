import { documentOf } from '../../src/structure/address.ts'
import type { Mark } from '../charts/marks.ts'
import type { Cell, Row } from '../charts/rows.ts'
import { spreadText, valueText } from '../charts/words.ts'
import { MEASURE_NAMES } from '../i18n/measures.ts'
import { n } from '../i18n/numbers.ts'
import { html, nothing, type TemplateResult } from '../parts/html.ts'
import { href, spanHref, unitHref } from '../parts/router.ts'
import { shown } from '../parts/script.ts'
import { language } from '../parts/settings.ts'

/** Measure × city: what each document says on each row, with three states. Rows of one topic stand together. */
export function matrix(rows: Row[]): TemplateResult {
  const places = rows[0]?.cells.map(cell => cell.place) ?? []
  return html`<div class="matrix-scroll" role="region" tabindex="0" aria-label=${n('matrix-label')}>
    <table class="matrix">
      <thead>
        <tr>
          <th scope="col" class="topic-head">${n('topic')}</th>
          ${places.map(place => html`<th scope="col">${shown(place)}</th>`)}
          <th scope="col">${n('spread')}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row, index) => matrixRow(row, rows[index - 1]))}
      </tbody>
    </table>
  </div>`
}

function matrixRow(row: Row, before: Row | undefined): TemplateResult {
  const continued = row.family !== null && before?.family === row.family
  return html`<tr class=${continued ? 'continued' : ''}>
    <th scope="row">
      ${continued ? html`<span class="visually-hidden">${topicOf(row)}</span>` : html`<span class="topic">${topicOf(row)}</span>`}
      <a class="measure small" href=${href(['numbers'], { measure: row.measure, row: row.key })}>${shown(MEASURE_NAMES[row.measure][language()])}</a>
    </th>
    ${row.cells.map(cell => matrixCell(cell))}
    <td class="spread small">${shown(spreadText(row.spread, language()))}</td>
  </tr>`
}

/** The row's topic as a link to its texts side by side, where it is one of the comparison. */
export function topicOf(row: Row): TemplateResult {
  const name = shown(row.topic[language()] || row.topic.zh)
  return row.family === null ? html`${name}` : html`<a href=${href(['family', row.family])}>${name}</a>`
}

function matrixCell(cell: Cell): TemplateResult {
  if (cell.marks.length > 0)
    return html`<td class="value"><ul>${cell.marks.map(mark => html`<li>${markLink(mark)}</li>`)}</ul></td>`
  const address = cell.addresses[0]
  if (address === undefined)
    return html`<td class="absent"><span aria-hidden="true">–</span><span class="visually-hidden">${n('absent')}</span></td>`
  return html`<td class="unnumbered"><a href=${unitHref(address)} aria-label=${n('no-number')}><span aria-hidden="true">○</span></a></td>`
}

/** A value as a link to its quote; its datum tells the tooltip what it is. */
export function markLink(mark: Mark): TemplateResult {
  const { address, span } = mark.provision
  const classes = ['mark', mark.soft ? 'soft' : '', mark.extent ? '' : 'wordy'].filter(Boolean).join(' ')
  return html`<a class=${classes} href=${spanHref(documentOf(address), span)} .__data__=${mark}>${shown(valueText(mark.provision, language()))}</a>`
}

/** What the signs of the matrix mean. */
export function matrixLegend(): TemplateResult {
  return html`<p class="matrix-legend small">
    <span><b class="accent">2</b> ${n('legend-value')}</span>
    <span><span aria-hidden="true">○</span> ${n('no-number')}</span>
    <span><span aria-hidden="true">–</span> ${n('absent')}</span>
    ${nothing}
  </p>`
}
