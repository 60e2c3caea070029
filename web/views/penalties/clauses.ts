import '../numbers/records.css'
import { groupBy } from '../../../src/group.ts'
import type { ActSummary } from '../../../src/penalties/summary.ts'
import type { SitePenalty } from '../../../src/site-types.ts'
import { documentOf } from '../../../src/structure/address.ts'
import { p } from '../../i18n/penalties.ts'
import type { Site } from '../../parts/data.ts'
import { html, type TemplateResult } from '../../parts/html.ts'
import { spanHref, unitHref } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { placeNameIn, unitNameIn } from '../numbers/label.ts'
import { sanctionText } from './records.ts'

const HEADS = ['place', 'sanctions', 'deed', 'authority', 'quote', 'source', 'duty'] as const

/** The units that punish an act, each with its sanctions and the sentences that lay them down; laid out as cards where there is no room, so the roles are written out. */
export function clauseTable(summary: ActSummary<SitePenalty>, data: Site): TemplateResult {
  const clauses = groupBy([...summary.rows.values()].flat(), ({ address, deed }) => `${address}|${deed}`)
  return html`<div class="records-block">
    <table class="records clauses" role="table" aria-label=${p('clauses')}>
      <thead role="rowgroup"><tr role="row">${HEADS.map(head => html`<th scope="col" role="columnheader">${p(head)}</th>`)}</tr></thead>
      <tbody role="rowgroup">${[...clauses.values()].map(rows => clause(rows, data))}</tbody>
    </table>
  </div>`
}

function clause(rows: SitePenalty[], data: Site): TemplateResult {
  const { address, deed, duty } = rows[0]!
  const id = documentOf(address)
  const unit = unitNameIn(data)
  const sanctions = [...new Set(rows.map(row => sanctionText(row, language())))]
  const quotes = [...groupBy(rows, ({ span }) => span.start).values()].map(([first]) => first!)
  const authorities = [...new Set(rows.flatMap(row => row.authority ?? []))]
  return html`<tr role="row">
    <th scope="row" role="rowheader" class="record-place">${shown(placeNameIn(data)(id))}</th>
    <td role="cell" class="record-value"><ul>${sanctions.map(each => html`<li>${shown(each)}</li>`)}</ul></td>
    <td role="cell" class="record-subject" lang="zh">${shown(deed)}</td>
    <td role="cell" class="record-rule small" lang="zh" data-label=${p('authority')}>${shown(authorities.join('；'))}</td>
    <td role="cell" class="record-quote" lang="zh">${quotes.map(({ span, quote }) => html`<a href=${spanHref(id, span)}>${shown(quote)}</a> `)}</td>
    <td role="cell" class="record-source" lang="zh">${shown(unit(address))}</td>
    <td role="cell" class="record-note small" lang="zh" data-label=${p('duty')}>${duty.slice(0, DUTIES).map(each => html`<a href=${unitHref(each)}>${shown(unit(each))}</a> `)}</td>
  </tr>`
}

// An article that is cited whole may hold many.
const DUTIES = 3
