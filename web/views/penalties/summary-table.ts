import type { ActSummary } from '../../../src/penalties/summary.ts'
import type { SitePenalty } from '../../../src/site-types.ts'
import { fineText, groupTag, timesText } from '../../charts/fine-words.ts'
import { p } from '../../i18n/penalties.ts'
import type { Site } from '../../parts/data.ts'
import { html, type TemplateResult } from '../../parts/html.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { placeNameIn } from '../numbers/label.ts'

const HEADS = [
  'act',
  'punished',
  'forbidden-short',
  'compared',
  'lowest',
  'median',
  'highest',
  'times',
] as const

/** For paper, which has no room for a column for each of many documents: how many punish an act, and who fines least and most. */
export function summaryTable(summaries: ActSummary<SitePenalty>[], data: Site): TemplateResult {
  return html`<table class="print-only acts-summary">
    <thead><tr>${HEADS.map(head => html`<th scope="col">${p(head)}</th>`)}</tr></thead>
    <tbody>${summaries.map(summary => summaryRow(summary, data))}</tbody>
  </table>`
}

function summaryRow({ act, counts, groups, figures }: ActSummary<SitePenalty>, data: Site): TemplateResult {
  const group = groups[0]
  const place = placeNameIn(data)
  const end = (ids: string[]) => {
    const fine = group!.fines.find(({ regulation }) => regulation === ids[0])!
    const more = ids.length > 1 ? ` ${p('and-others', { n: ids.length })}` : ''
    return html`${shown(fineText(fine, group!, language()))}<br>${shown(place(ids[0]!))}${more}`
  }
  const cells = group
    ? [
        `${shown(groupTag(group, language(), true))} ${group.fines.length}`,
        end(figures!.lowest),
        shown(fineText(figures!.median, group, language())),
        end(figures!.highest),
        shown(timesText(figures!.spread, language())),
      ]
    : ['', '', '', '', '']
  return html`<tr><th scope="row">${shown(act.zh)}</th><td>${counts.punished}</td><td>${counts.forbidden}</td>${cells.map(cell => html`<td>${cell}</td>`)}</tr>`
}
