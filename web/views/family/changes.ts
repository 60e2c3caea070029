import './changes.css'
import { KINDS } from '../../../src/compare/kinds.ts'
import { isSure } from '../../../src/compare/probability.ts'
import { groupBy } from '../../../src/group.ts'
import { documentOf } from '../../../src/structure/address.ts'
import type { Difference } from '../../../src/types.ts'
import { t } from '../../i18n/index.ts'
import { citation, unitName } from '../../parts/cite.ts'
import { type Column, uncompared } from '../../parts/columns.ts'
import { copyText } from '../../parts/copy.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeOf } from '../../parts/places.ts'
import { redline } from '../../parts/redline.ts'
import { currentRoute, go, withQuery } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { activeChange, type Change, type Sheet, wantedChanges } from './sheet.ts'

/** The differences as a list, substance first. */
export function changeList(sheet: Sheet): TemplateResult | typeof nothing {
  const others = sheet.columns.filter(column => column.segments)
  if (others.length === 0) return nothing
  return html`<section class="changes">
    <div class="section-head">
      <h2>${t('differences', { n: wantedChanges(sheet).length })}${uncompared(sheet.columns, sheet.against) ? '…' : ''}</h2>
      <p class="no-print">${t('keys-differences')}</p>
    </div>
    ${kindFilter(sheet)} ${others.map(column => columnChanges(sheet, column))}
  </section>`
}

function kindFilter({ changes, route }: Sheet): TemplateResult {
  const unsure = changes.filter(({ difference }) => !isSure(difference)).length
  const withUnsure = route.query.unsure === '1'
  const counts = groupBy(
    changes.filter(({ difference }) => withUnsure || isSure(difference)),
    change => change.difference.kind,
  )
  return html`<p class="chips no-print" role="group" aria-label=${t('kinds')}>
    ${KINDS.filter(kind => counts.has(kind) || kind === route.query.kind).map(kind => {
      const on = route.query.kind === kind
      return html`<button type="button" aria-pressed=${on} @click=${() => go(withQuery({ kind: on ? null : kind, d: null }), 'replace')}>${t(`kind-${kind}`)} ${counts.get(kind)?.length ?? 0}</button>`
    })}
    ${unsure === 0 ? nothing : html`<button type="button" class="unsure-switch" aria-pressed=${withUnsure} title=${t('unsure-note')} @click=${() => go(withQuery({ unsure: withUnsure ? null : '1', d: null }), 'replace')}>${t('unsure-too', { n: unsure })}</button>`}
  </p>`
}

function columnChanges(sheet: Sheet, column: Column): TemplateResult {
  const own = wantedChanges(sheet).filter(change => change.column === column)
  const isMinor = ({ difference: { kind } }: Change) => kind === 'wording'
  const major = own.filter(change => !isMinor(change))
  const minor = own.filter(isMinor)
  const active = activeChange(sheet)
  const open = minor.some(change => change === active) || sheet.route.query.kind === 'wording'
  return html`<h3>${placeOf(sheet.data, column.summary)} <span class="faint small">${own.length === 0 ? noneOf(sheet, column) : own.length}</span></h3>
    <ol class="change-list">${major.map(change => changeRow(sheet, change))}</ol>
    ${
      minor.length === 0
        ? nothing
        : html`<details class="minor-changes" ?open=${open}>
            <summary class="small">${t('wording-only', { n: minor.length })}</summary>
            <ol class="change-list">${minor.map(change => changeRow(sheet, change))}</ol>
          </details>`
    }`
}

/** Why nothing is listed: no difference of the kind asked for, none of substance, or none at all. */
function noneOf({ route }: Sheet, { segments }: Column): string {
  if (route.query.kind) return t('none-of-kind')
  return segments!.some(segment => segment.kind === 'change') ? t('none-of-substance') : t('same-as-base')
}

function changeRow(sheet: Sheet, change: Change): TemplateResult {
  const active = activeChange(sheet) === change
  return html`<li class=${active ? 'active' : ''}>
    <a href=${withQuery({ d: change.key })} aria-current=${active ? 'true' : nothing}>${changeWords(sheet, change)}</a>
  </li>`
}

function changeWords(sheet: Sheet, { difference }: Change): TemplateResult {
  const { kind } = difference
  const gist = gistOf(sheet, difference)
  const unsure = isSure(difference)
    ? nothing
    : html`<span class="unsure small" title=${t('unsure-note')}>${t('unsure')}</span>`
  return html`<span class=${`kind ${kind}`}>${t(`kind-${kind}`)}</span> ${unsure}
    <span lang="zh">${redline(difference)}</span>
    ${gist ? html`<span class="note small">${gist}</span>` : nothing}`
}

/** What the difference comes to, in the reader's language. */
function gistOf({ data }: Sheet, { gist, elsewhere, searched, left, right, leftText }: Difference): string {
  const said = language() === 'en' ? gist.en : shown(gist.zh)
  if (searched === 'document') {
    const lacking = leftText === '' ? left : right
    const unit = shown(unitName(data.byId.get(documentOf(lacking))!, lacking))
    return t('searched-whole', { said, unit })
  }
  if (elsewhere === null) return said
  const summary = data.byId.get(documentOf(elsewhere))!
  return t('said-elsewhere', {
    place: placeOf(data, summary),
    unit: shown(unitName(summary, elsewhere)),
  })
}

/** The chosen difference, at the foot of the window, with the way to its neighbours. */
export function changeBar(sheet: Sheet): TemplateResult | typeof nothing {
  const active = activeChange(sheet)
  if (!active) return nothing
  const list = wantedChanges(sheet)
  const at = list.indexOf(active) + 1
  return html`<aside class="change-bar no-print" aria-label=${t('chosen-difference')}>
    <button type="button" @click=${() => step(sheet, -1)} aria-label=${t('previous-difference')}>‹</button>
    <span class="faint small">${at}/${list.length}</span>
    <button type="button" @click=${() => step(sheet, 1)} aria-label=${t('next-difference')}>›</button>
    <p><b>${placeOf(sheet.data, active.column.summary)}</b> ${changeWords(sheet, active)}</p>
    <button type="button" class="quiet" @click=${() => copyDifference(sheet, active)}>${t('cite')}</button>
    <button type="button" class="quiet" @click=${() => copyText(location.href)}>${t('copy-link')}</button>
    <a class="quiet" href=${withQuery({ d: null })} aria-label=${t('close')}>×</a>
  </aside>`
}

/** Puts both sides of a difference on the clipboard, each with its source; a side without a counterpart says so. */
export function copyDifference({ data }: Sheet, { difference }: Change): Promise<void> {
  const { left, right, leftText, rightText, kind, gist } = difference
  const side = (address: string, text: string) => {
    const summary = data.byId.get(documentOf(address))!
    const said = text === '' ? t('no-such-words') : `“${shown(text)}”`
    return `${placeOf(data, summary)}${t('says')}${said}——${shown(citation(summary, address))}`
  }
  const note = language() === 'en' ? gist.en : shown(gist.zh)
  const head = `${t(`kind-${kind}`)}${note && t('says') + note}`
  return copyText([head, side(left, leftText), side(right, rightText)].join('\n'))
}

/** Goes to the next difference or the one before. The address is asked, not the sheet: two quick strokes count as two. */
export function step(sheet: Sheet, by: 1 | -1): void {
  const list = wantedChanges(sheet)
  if (list.length === 0) return
  const at = list.findIndex(change => String(change.key) === currentRoute().query.d)
  const next = list[(Math.max(at, by > 0 ? -1 : 0) + by + list.length) % list.length]!
  go(withQuery({ d: next.key }), 'replace')
}
