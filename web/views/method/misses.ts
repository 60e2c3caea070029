import './misses.css'
import { groupBy } from '../../../src/group.ts'
import type { Quality } from '../../../src/site-types.ts'
import { documentOf } from '../../../src/structure/address.ts'
import { labelOf } from '../../i18n/labels.ts'
import { m } from '../../i18n/method.ts'
import { unitName } from '../../parts/cite.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeOfId } from '../../parts/places.ts'
import { unitHref } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { type Miss, type MissGroup, missGroups } from './figures.ts'

/** Every known miss, in groups that open: by stage, with or without the codebook, by pair of documents, by kind. */
export function knownMisses(data: Site, quality: Quality): TemplateResult {
  if (quality.misses.length === 0) return html`<p>${m('misses-none')}</p>`
  const groups = missGroups(quality, id => data.byId.has(id))
  return html`<p class="note">${m('misses-note', { n: quality.misses.length })}</p>
    ${[...groupBy(groups, ({ stage, setting }) => `${stage}\n${setting}`).values()].map(own => stageMisses(data, own))}`
}

function stageMisses(data: Site, groups: MissGroup[]): TemplateResult {
  const { stage, setting } = groups[0]!
  return html`<details class="misses">
    <summary>
      ${labelOf(stage)}${setting ? html` · ${labelOf(setting)}` : nothing}
      <span class="count">${sum(groups)}</span>
    </summary>
    ${groups.map(group => (group.pair ? pairMisses(data, group, group.pair) : kindsOf(data, group)))}
  </details>`
}

function sum(groups: MissGroup[]): number {
  return groups.reduce((total, { misses }) => total + misses.length, 0)
}

function pairMisses(data: Site, group: MissGroup, [a, b]: [string, string]): TemplateResult {
  return html`<details>
    <summary>
      ${m('misses-pair', { a: placeOfId(data, a), b: placeOfId(data, b) })} <span class="count">${group.misses.length}</span>
    </summary>
    ${kindsOf(data, group)}
  </details>`
}

function kindsOf(data: Site, { misses }: MissGroup): TemplateResult[] {
  return [...groupBy(misses, ({ kind }) => kind)].map(
    ([kind, own]) => html`<h3>${labelOf(kind)} <span class="count">${own.length}</span></h3>
      <ul class=${own[0]!.relations ? 'miss-list edges' : 'miss-list'}>
        ${own.map(miss => html`<li>${missLine(data, miss)}</li>`)}
      </ul>`,
  )
}

function missLine(data: Site, { kind, units, relations, words }: Miss): TemplateResult {
  const told = relations && {
    wanted: labelOf(relations.wanted),
    found: labelOf(relations.found),
  }
  // Of what is missing or beside the gold the kind says the other half.
  const relation =
    told && (kind === 'wrong' ? m('miss-relations', told) : kind === 'missing' ? told.wanted : told.found)
  return html`${units.map((unit, at) => html`${at > 0 ? ' – ' : nothing}${unitLink(data, unit, !relations)}`)}
    <span class="faint">${relation ?? shown(words)}</span>`
}

/** A link to the unit where the corpus has its document, else its address. In a pair the documents are already named. */
function unitLink(data: Site, address: string, withPlace: boolean): TemplateResult {
  const summary = data.byId.get(documentOf(address))
  if (!summary) return html`<code>${address}</code>`
  const unit = address.includes('/') ? shown(unitName(summary, address)) : ''
  const place = withPlace || !unit ? placeOfId(data, summary.id) : ''
  return html`<a href=${unitHref(address)}>${`${place} ${unit}`.trim()}</a>`
}
