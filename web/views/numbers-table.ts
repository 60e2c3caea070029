import { documentOf } from '../../src/structure/address.ts'
import { ROWS } from '../charts/choice.ts'
import type { Mark } from '../charts/marks.ts'
import { marksOf, type Row } from '../charts/rows.ts'
import { MEASURE_NAMES } from '../i18n/measures.ts'
import { n } from '../i18n/numbers.ts'
import type { Site } from '../parts/data.ts'
import { html, nothing, type TemplateResult } from '../parts/html.ts'
import { spanHref, withQuery } from '../parts/router.ts'
import { shown } from '../parts/script.ts'
import { language } from '../parts/settings.ts'
import { labelIn, placeIn } from './numbers-label.ts'
import { markLink, topicOf } from './numbers-matrix.ts'

/** The first provisions of the rows, each on a line of its own: what the charts draw, in words. */
export function recordTable(rows: Row[], site: Site, limit: number): TemplateResult {
  const all = rows.flatMap(row => marksOf(row).map(mark => ({ row, mark })))
  const records = all.slice(0, limit)
  const heads = [
    'topic',
    'measures',
    'place',
    'values',
    'subject',
    'quote',
    'source',
    'rule',
    'note',
  ] as const
  return html`<div class="matrix-scroll" role="region" tabindex="0" aria-label=${n('show-table')}>
    <table class="records">
      <thead><tr>${heads.map(head => html`<th scope="col">${n(head)}</th>`)}</tr></thead>
      <tbody>${records.map(({ row, mark }) => record(row, mark, site))}</tbody>
    </table>
    </div>
    ${moreRows(all.length, limit)}`
}

/** A link to the next rows: a page of thousands would be slow and unread, so they come as they are asked for. */
export function moreRows(total: number, seen: number): TemplateResult | typeof nothing {
  if (total <= seen) return nothing
  const next = Math.min(ROWS, total - seen)
  return html`<p class="more-rows"><a href=${withQuery({ rows: seen + ROWS })}>${n('more', { n: next, total })}</a></p>`
}

function record(row: Row, mark: Mark, site: Site): TemplateResult {
  const { address, subject, quote, span, rule, note } = mark.provision
  const id = documentOf(address)
  return html`<tr>
    <th scope="row">${topicOf(row)}</th>
    <td>${shown(MEASURE_NAMES[row.measure][language()])}</td>
    <td>${shown(placeIn(site)(id))}</td>
    <td class="value">${markLink(mark)}</td>
    <td lang="zh">${shown(subject)}</td>
    <td lang="zh"><a href=${spanHref(id, span)}>${shown(quote)}</a></td>
    <td lang="zh">${shown(labelIn(site)(address))}</td>
    <td class="small"><code>${rule}</code></td>
    <td class="small" lang="zh">${shown(note)}</td>
  </tr>`
}
