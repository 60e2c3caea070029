import { t } from '../i18n/index.ts'
import { copyText } from './copy.ts'
import { html, nothing, type TemplateResult } from './html.ts'
import { go, withQuery } from './router.ts'

/** A place kept for later. Pins stay in this browser; the address of each is a whole view. */
interface Pin {
  address: string
  label: string
}

const STORE = 'guijian-pins'

function pins(): Pin[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isPin) : []
  } catch {
    return []
  }
}

/** Keeps the view as it stands now, with its base, its columns and the chosen difference; once more lets it go. */
export function pinButton(label: string): TemplateResult {
  const address = withQuery({})
  const pinned = pins().some(pin => pin.address === address)
  return html`<button type="button" aria-pressed=${pinned} @click=${() => togglePin({ address, label })}>${t('pin')}</button>`
}

/** What is kept, each to be opened or let go; all of it to be copied as links for somebody else. */
export function pinList(): TemplateResult | typeof nothing {
  const list = pins()
  if (list.length === 0) return nothing
  const links = () =>
    list.map(({ address, label }) => `${label} ${new URL(address, location.href)}`).join('\n')
  return html`<div class="pins small no-print">
    <span class="faint">${t('pins')}</span>
    <ul>${list.map(pin => html`<li><a href=${pin.address}>${pin.label}</a><button type="button" class="quiet" aria-label=${t('unpin', { label: pin.label })} @click=${() => togglePin(pin)}>×</button></li>`)}</ul>
    <button type="button" class="quiet" @click=${() => copyText(links())}>${t('copy-links')}</button>
  </div>`
}

function togglePin(pin: Pin): void {
  const others = pins().filter(each => each.address !== pin.address)
  const next = others.length < pins().length ? others : [...others, pin]
  try {
    localStorage.setItem(STORE, JSON.stringify(next))
  } catch {
    // Without storage there are no pins.
  }
  go(withQuery({}), 'replace')
}

// Stored text is not trusted: an address must be one of ours, so that no javascript: link can come back.
function isPin(value: unknown): value is Pin {
  const pin = value as Pin
  return typeof pin?.address === 'string' && pin.address.startsWith('#/') && typeof pin.label === 'string'
}
