import { d } from '../../i18n/desk.ts'
import { html, type TemplateResult } from '../../parts/html.ts'
import { refresh } from '../../parts/router.ts'

// What the drafter is asked a reason for; one at a time.
let asked: string | null = null

export const isAsked = (key: string): boolean => asked === key

/** Asks for a reason, or no longer. */
export function askReason(key: string): void {
  asked = asked === key ? null : key
  refresh()
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>('.reason-form input')?.focus()),
  )
}

/** The field for the reason; `act` stands on its button. */
export function reasonForm(act: string, given: (reason: string) => void): TemplateResult {
  const submit = (event: Event) => {
    event.preventDefault()
    asked = null
    given(String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim())
  }
  return html`<form class="reason-form" @submit=${submit}>
    <input type="text" name="reason" aria-label=${d('reason')} placeholder=${d('reason')} autocomplete="off">
    <button type="submit">${act}</button>
  </form>`
}
