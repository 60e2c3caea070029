import './records.css'
import { documentOf } from '../../../src/structure/address.ts'
import type { Mark } from '../../charts/marks.ts'
import { marksOf, type Row } from '../../charts/rows.ts'
import { aboutText } from '../../charts/words.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'
import { n } from '../../i18n/numbers.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { spanHref, withQuery } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { ROWS } from './choice.ts'
import { placeNameIn, unitNameIn } from './label.ts'
import { topicLink } from './matrix.ts'
import { valueLink } from './value-link.ts'

/**
 * The first provisions of the rows, each on a line of its own, or on a card where there is no room for its columns: what the
 * charts draw, in words. The roles are written out because a table laid out as cards is none to a browser.
 */
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
  return html`<div class="records-block">
    <table class="records" role="table" aria-label=${n('show-table')}>
      <thead role="rowgroup"><tr role="row">${heads.map(head => html`<th scope="col" role="columnheader">${n(head)}</th>`)}</tr></thead>
      <tbody role="rowgroup">${records.map(({ row, mark }) => record(row, mark, site))}</tbody>
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
  const { address, quote, span, rule, note } = mark.provision
  const id = documentOf(address)
  return html`<tr role="row">
    <th scope="row" role="rowheader" class="record-topic" data-label=${n('topic')}>${topicLink(row)}</th>
    <td role="cell" class="record-measure">${shown(MEASURE_NAMES[row.measure][language()])}</td>
    <td role="cell" class="record-place">${shown(placeNameIn(site)(id))}</td>
    <td role="cell" class="record-value">${valueLink(mark)}</td>
    <td role="cell" class="record-subject" lang="zh">${shown(aboutText(mark.provision))}</td>
    <td role="cell" class="record-quote" lang="zh"><a href=${spanHref(id, span)}>${shown(quote)}</a></td>
    <td role="cell" class="record-source" lang="zh">${shown(unitNameIn(site)(address))}</td>
    <td role="cell" class="record-rule small" data-label=${n('rule')}><code>${rule}</code></td>
    <td role="cell" class="record-note small" lang="zh">${shown(note)}</td>
  </tr>`
}
