import '../style/fading.css'
import type { UnitText } from '../../src/diff/unit-text.ts'
import type { Range, Regulation } from '../../src/types.ts'
import { t } from '../i18n/index.ts'
import type { Site } from './data.ts'
import { html, nothing, type TemplateResult } from './html.ts'
import { painted } from './painted.ts'
import { go, type Route, refresh, withQuery } from './router.ts'

/** The lens that sets back what many documents have in common: `?shared=3` fades text that three or more have. */
export interface Fading {
  k: number
  /** Null until all texts have been read. */
  rangesOf: ((text: Regulation, unit: UnitText) => Range[]) | null
}

// All texts must be read for it, some twenty milliseconds each: beyond this many it would not answer quickly.
const OFFERED = 60

/** What the address asks for; null where it asks for nothing or the lens is not offered. */
export async function fadingOf(data: Site, route: Route): Promise<Fading | null> {
  if (!route.query.shared || !isOffered(data)) return null
  const lens = await import('./lens.ts')
  const k = thresholdOf(data, Number(route.query.shared))
  const read = lens.isRead(data.regulations.map(each => each.id))
  return { k, rangesOf: read ? (text, unit) => lens.sharedIn(text, unit, k) : null }
}

/** After the page has been painted: reads what the lens needs and shows the page again. */
export async function prepareFading(data: Site, fading: Fading | null): Promise<void> {
  if (!fading || fading.rangesOf || preparing) return
  preparing = true
  const [lens] = await Promise.all([import('./lens.ts'), painted()])
  await lens.readAll(data.regulations.map(each => each.id))
  refresh()
}

// Once for all views: when it is done, whatever page is shown then is shown again.
let preparing = false

/** The switch, and how many documents must share a text for it to be faded. */
export function fadingControls(data: Site, fading: Fading | null): TemplateResult | typeof nothing {
  if (!isOffered(data)) return nothing
  const set = (k: number | null) => go(withQuery({ shared: k }), 'replace')
  const choose = (event: Event) => set(Number((event.target as HTMLSelectElement).value))
  return html`<button type="button" aria-pressed=${fading !== null} @click=${() => set(fading ? null : majorityOf(data))}>${t('fade-shared')}</button>
    ${
      fading
        ? html`<label>${t('fade-from')}<select @change=${choose}>
            ${thresholds(data, fading.k).map(k => html`<option value=${k} ?selected=${k === fading.k}>${t('fade-count', { n: k })}</option>`)}
          </select></label>`
        : nothing
    }
    <span class="small faint fading-note" role="status">${fading ? noteOf(fading) : nothing}</span>`
}

function noteOf({ k, rangesOf }: Fading): string {
  return rangesOf ? t('fade-note', { k }) : t('fade-busy')
}

function isOffered({ regulations }: Site): boolean {
  return regulations.length > 1 && regulations.length <= OFFERED
}

function majorityOf({ regulations }: Site): number {
  return Math.floor(regulations.length / 2) + 1
}

function thresholdOf(data: Site, asked: number): number {
  const valid = Number.isInteger(asked) && asked >= 2 && asked <= data.regulations.length
  return valid ? asked : majorityOf(data)
}

// So many can all be listed; of more, a few steps.
const LISTED = 12

function thresholds(data: Site, chosen: number): number[] {
  const n = data.regulations.length
  if (n <= LISTED) return Array.from({ length: n - 1 }, (_, at) => at + 2)
  const steps = [2, Math.ceil(n / 4), majorityOf(data), Math.ceil((n * 3) / 4), n, chosen]
  return [...new Set(steps)].sort((a, b) => a - b)
}
