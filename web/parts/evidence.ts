import { documentOf } from '../../src/structure/address.ts'
import type { Match } from '../../src/types.ts'
import { percent, t } from '../i18n/index.ts'
import { shown } from '../reader/script.ts'
import { unitName } from './cite.ts'
import type { Site } from './data.ts'
import { html, nothing, type TemplateResult } from './html.ts'

/** Why two articles are paired: who decided, shared phrases, how much of each is in the other, the runner-up. */
export function evidenceLine(data: Site, match: Match): TemplateResult {
  const name = (address: string) => shown(unitName(data.byId.get(documentOf(address))!, address))
  const { phrases, containment, runnerUp } = match.evidence
  const relation = t(`relation-${match.relation}`)
  const basis =
    match.basis === 'curated' ? t('basis-curated') : t('basis-model', { p: percent(match.probability) })
  return html`<p>
    ${t('evidence', { a: name(match.a), b: name(match.b), relation, basis })}
    ${phrases.length > 0 ? html`<br />${t('shared-phrases')}${phrases.map(phrase => html`<q>${shown(phrase)}</q> `)}` : nothing}
    <br />${t('containment', { a: percent(containment[0]), b: percent(containment[1]) })}
    ${runnerUp ? html`<br />${t('runner-up', { a: name(runnerUp.a), b: name(runnerUp.b), p: percent(runnerUp.score) })}` : nothing}
  </p>`
}
