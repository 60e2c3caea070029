import { groupBy } from '../../src/group.ts'
import type { RegulationSummary } from '../../src/site-types.ts'
import { t } from '../i18n/index.ts'
import { shown } from '../reader/script.ts'
import type { Site } from './data.ts'
import { html, nothing, type TemplateResult } from './html.ts'
import { go, href } from './router.ts'

/** A document's short name: its place; where one place has several documents, with what tells them apart. Simplified. */
export function shortNameOf(data: Site, { id, place }: RegulationSummary): string {
  return shared(data).has(place) ? `${place} ${id.replace(place, '').replace(/^[-_]/, '')}` : place
}

/** The same with a mark where its text is cut off. */
export function placeNameOf(data: Site, summary: RegulationSummary): string {
  const name = shortNameOf(data, summary)
  return summary.complete === false ? `${name}${t('cut-off-mark')}` : name
}

/** The same in the reader's script. */
export function placeOf(data: Site, summary: RegulationSummary): string {
  return shown(placeNameOf(data, summary))
}

/** The same by a document's id; the id where this corpus does not have the document. */
export function placeOfId(data: Site, id: string): string {
  const summary = data.byId.get(id)
  return summary ? placeOf(data, summary) : id
}

/** Where a document came from: its file, shown as it came, the web page if one is known, and the script it is written in. */
export function sourceOf({ id, file, url, script }: RegulationSummary): TemplateResult {
  const page = url && /^https?:/.test(url) ? url : null
  return html`<a href=${href(['doc', id], { layout: 1 })}>${file.slice(file.lastIndexOf('/') + 1)}</a>
    ${page ? html`<a href=${page} rel="noopener noreferrer">${t('source-page')}</a>` : nothing}
    <span class="faint unbroken">${t(`written-${script}`)}</span>`
}

const known = new WeakMap<Site, Set<string>>()

/** Places that have more than one document. */
function shared(data: Site): Set<string> {
  const several = known.get(data) ?? sharedPlaces(data)
  known.set(data, several)
  return several
}

function sharedPlaces({ regulations }: Site): Set<string> {
  const byPlace = groupBy(regulations, each => each.place)
  return new Set([...byPlace].filter(([, own]) => own.length > 1).map(([place]) => place))
}

// Beyond this many a row of buttons is a wall: then only the chosen ones are shown, and a list to add from.
const BUTTONS = 12

/** Buttons that choose documents as columns. `locked` stays; `addressOf` gives the address with other columns. */
export function documentChips(
  data: Site,
  chosen: string[],
  { locked, missing = [] }: { locked?: string | undefined; missing?: string[] },
  addressOf: (ids: string[]) => string,
): TemplateResult {
  const choose = (ids: string[]) => go(addressOf(ids), 'replace')
  const few = data.regulations.length <= BUTTONS
  const listed = few ? data.regulations : chosen.flatMap(id => data.byId.get(id) ?? [])
  const chip = (summary: RegulationSummary) => {
    const on = chosen.includes(summary.id)
    const next = on ? chosen.filter(id => id !== summary.id) : [...chosen, summary.id]
    return html`<button
      type="button"
      class=${missing.includes(summary.id) ? 'missing' : ''}
      aria-pressed=${on}
      ?disabled=${summary.id === locked || (on && chosen.length === 1)}
      title=${missing.includes(summary.id) ? t('not-regulated') : nothing}
      @click=${() => choose(next)}
    >${placeOf(data, summary)}</button>`
  }
  return html`<span class="chips" role="group" aria-label=${t('columns')}>${listed.map(chip)}${few ? nothing : addition(data, chosen, choose)}</span>`
}

function addition(data: Site, chosen: string[], choose: (ids: string[]) => void): TemplateResult {
  const add = (event: Event) => {
    const select = event.target as HTMLSelectElement
    const id = select.value
    select.selectedIndex = 0
    if (id) choose([...chosen, id])
  }
  return html`<select aria-label=${t('add-column')} @change=${add}>
    <option value="">${t('add-column')}</option>
    ${documentOptions(
      data,
      null,
      data.regulations.filter(each => !chosen.includes(each.id)),
    )}
  </select>`
}

/** Documents to choose one of, as options of a `<select>`. */
export function documentOptions(
  data: Site,
  chosen: string | null,
  documents: RegulationSummary[] = data.regulations,
): TemplateResult[] {
  return documents.map(
    each => html`<option value=${each.id} ?selected=${each.id === chosen}>${placeOf(data, each)}</option>`,
  )
}
