import { groupBy } from '../../../src/group.ts'
import type { Overview, RegulationSummary } from '../../../src/site-types.ts'
import { documentOf } from '../../../src/structure/address.ts'
import { count, percent, t } from '../../i18n/index.ts'
import type { Site } from '../../parts/data.ts'
import { isOnlyInOne } from '../../parts/families.ts'
import { html, nothing, render, type TemplateResult } from '../../parts/html.ts'
import { placeOf, sourceOf } from '../../parts/places.ts'
import { onPaper } from '../../parts/printing.ts'
import { href, type Route, withQuery } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'

/** The table of documents: what each is, and how much of it only it has. */
export function documentsSection(data: Site, computed: Overview, route: Route): TemplateResult {
  const all = route.query.all === '1' || data.regulations.length <= LISTED
  const rows = documentRows(data, computed)
  return html`<section>
    <div class="section-head"><h2 id="documents">${t('documents')}</h2></div>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="documents">
      <table class="documents">
        <thead>
          <tr>
            ${(['place', 'document-number', 'adopted', 'signed', 'effective', 'replaces'] as const).map(
              key => html`<th scope="col">${t(key)}</th>`,
            )}
            ${(['chapters', 'articles', 'characters', 'own-topics', 'own-text'] as const).map(
              key => html`<th scope="col" class="number">${t(key)}</th>`,
            )}
            <th scope="col">${t('source-file')}</th>
          </tr>
        </thead>
        <tbody>${rows(0, all ? undefined : LISTED)}</tbody>
        ${all ? nothing : html`<tbody class="on-paper"></tbody>`}
      </table>
    </div>
    ${all ? nothing : html`<p class="small"><a href=${withQuery({ all: 1 })}>${t('show-all', { n: data.regulations.length })}</a></p>`}
  </section>`
}

// So many documents are listed before the reader asks for all.
const LISTED = 20

/** Rows of the table of documents, from one place in the corpus to another. */
function documentRows(data: Site, computed: Overview): (from: number, to?: number) => TemplateResult[] {
  const single = data.families.filter(family => isOnlyInOne(family, data))
  const own = groupBy(single, family => documentOf(family.members[0]!.address))
  return (from, to) =>
    data.regulations
      .slice(from, to)
      .map(each => documentRow(data, computed, each, own.get(each.id)?.length ?? 0))
}

/** On paper nothing can be asked for: all documents are listed there. Gives back what ends that. */
export function listAllOnPaper(main: HTMLElement, data: Site, computed: Overview): () => void {
  const rest = main.querySelector<HTMLElement>('.documents .on-paper')
  return rest
    ? onPaper(
        () => render(documentRows(data, computed)(LISTED), rest),
        () => render(nothing, rest),
      )
    : () => undefined
}

function documentRow(
  data: Site,
  computed: Overview,
  regulation: RegulationSummary,
  ownTopics: number,
): TemplateResult {
  const { metadata, counts } = regulation
  const replaces = metadata.replaces
  return html`<tr>
    <th scope="row"><a href=${href(['doc', regulation.id])}>${placeOf(data, regulation)}</a>
      <span class="small faint">${shown(metadata.province ?? '')}</span></th>
    <td class="unbroken">${plain(metadata.document_number)}</td>
    <td class="unbroken">${plain(metadata.adopted_on)}</td>
    <td class="unbroken">${plain(metadata.signed_on)}</td>
    <td class="whole">${plain(metadata.effective)}</td>
    ${predecessorCell(replaces)}
    <td class="number">${counts.chapters || '—'}</td>
    <td class="number">${counts.articles}</td>
    <td class="number">${count(counts.characters)}</td>
    <td class="number">${ownTopics}</td>
    <td class="number">${percent(computed.own[regulation.id] ?? 0)}</td>
    <td class="small">${sourceOf(regulation)}</td>
  </tr>`
}

function predecessorCell(replaces: RegulationSummary['metadata']['replaces']): TemplateResult {
  const known = [replaces?.document_number, replaces?.issued_on].filter(each => each != null)
  return known.length > 0
    ? html`<td>${known.map(each => html`<span class="unbroken">${plain(each)}</span> `)}</td>`
    : html`<td>${plain(replaces?.title)}</td>`
}

function plain(value: string | null | undefined): string | TemplateResult {
  return value ? shown(value) : html`<span class="faint" title=${t('not-stated')}>—</span>`
}
