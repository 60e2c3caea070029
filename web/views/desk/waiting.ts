import { d } from '../../i18n/desk.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { desk, isCovered } from './desk-state.ts'

/** That the draft is still being put beside the peers, and what is shown is of the text before. */
export function waitingForPeers(): TemplateResult | typeof nothing {
  if (desk.work?.text.trim() === '') return html`<p class="lead">${d('empty-text')}</p>`
  if (desk.share === null && isCovered()) return nothing
  const percent = Math.round((desk.share ?? 0) * 100)
  return html`<p class="desk-waiting" role="status"><progress max="100" value=${percent} aria-label=${d('beside-share', { percent })}></progress>
    ${desk.covered ? d('beside-again') : d('beside-share', { percent })}</p>`
}
