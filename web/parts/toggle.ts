import { html, nothing, type TemplateResult } from './html.ts'
import { go, type Route, withQuery } from './router.ts'

/** A button that turns something of the present view on and off again: `?name=1` in the address. */
export function toggle({ query }: Route, name: string, label: string, className?: string): TemplateResult {
  const on = query[name] === '1'
  return html`<button type="button" class=${className ?? nothing} aria-pressed=${on} @click=${() => go(withQuery({ [name]: on ? null : 1 }), 'replace')}>${label}</button>`
}
