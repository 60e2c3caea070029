import { intervalOf } from '../../../src/penalties/summary.ts'
import { circumstanceOf } from '../../../src/provisions/like.ts'
import type { Overview, StrikingAct, StrikingFines } from '../../../src/site-types.ts'
import { documentOf } from '../../../src/structure/address.ts'
import { circumstanceNames } from '../../charts/circumstances.ts'
import { fineText, timesText } from '../../charts/fine-words.ts'
import { p } from '../../i18n/penalties.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeOfId } from '../../parts/places.ts'
import { href, spanHref } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'

/** The acts that documents fine most differently; nothing where there are none. */
export function actsSection(data: Site, { acts = [] }: Overview): TemplateResult | typeof nothing {
  if (acts.length === 0) return nothing
  return html`<section>
    <div class="section-head">
      <h2 id="acts">${p('most-different')}</h2>
      <p>${p('most-different-note')}</p>
    </div>
    <dl class="striking">${acts.map(act => actRow(data, act))}</dl>
    <p class="small no-print"><a href=${href(['penalties'])}>${p('all-penalties')}</a></p>
  </section>`
}

function actRow(data: Site, { act, zh, documents, spread, lowest, highest }: StrikingAct): TemplateResult {
  return html`<div>
    <dt>
      <a href=${href(['penalties', act])}>${shown(zh)}</a>
      <span class="small faint">${[shown(circumstanceNames(circumstanceOf(lowest.penalty))[language()]), p('documents', { n: documents }), shown(timesText(spread, language()))].filter(Boolean).join(' · ')}</span>
    </dt>
    <dd>${[lowest, highest].map(fines => html`<span class="answer">${finesOf(data, fines)}</span>`)}</dd>
  </div>`
}

function finesOf(data: Site, { regulations, penalty }: StrikingFines): TemplateResult {
  const places = regulations.map(id => placeOfId(data, id))
  const named =
    places.length > 3
      ? `${places.slice(0, 2).join('、')} ${p('and-others', { n: places.length })}`
      : places.join('、')
  const group = { unit: penalty.times ? ('times' as const) : ('yuan' as const), per: penalty.per }
  return html`<span class="quoted"><span class="places">${named}</span>
    <a href=${spanHref(documentOf(penalty.address), penalty.span)}>${shown(fineText(intervalOf(penalty), group, language()))}</a></span>`
}
