import { t } from '../i18n/index.ts'
import { html, type TemplateResult } from './html.ts'
import { go, withQuery } from './router.ts'

/** A place kept for later. Pins stay in this browser; the address of each is a whole view. */
export interface Pin {
  address: string
  label: string
}

const STORE = 'guijian-pins'

export function pins(): Pin[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isPin) : []
  } catch {
    return []
  }
}

export function isPinned(address: string): boolean {
  return pins().some(pin => pin.address === address)
}

export function pinButton(address: string, label: string, pinned: boolean): TemplateResult {
  return html`<button type="button" aria-pressed=${pinned} @click=${() => togglePin({ address, label })}>${t('pin')}</button>`
}

export function togglePin(pin: Pin): void {
  const others = pins().filter(each => each.address !== pin.address)
  const next = isPinned(pin.address) ? others : [...others, pin]
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
