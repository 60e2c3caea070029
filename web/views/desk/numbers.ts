import type { DraftLadder } from '../../../src/drafting/draft.ts'
import { placeLabelOf } from '../../../src/drafting/findings.ts'
import type { PeerNumber } from '../../../src/drafting/peer-numbers.ts'
import { documentOf } from '../../../src/structure/address.ts'
import { d } from '../../i18n/desk.ts'
import type { Site } from '../../parts/data.ts'
import { css, html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeOfId } from '../../parts/places.ts'
import { refresh, unitHref } from '../../parts/router.ts'
import { desk } from './desk-state.ts'
import type { Screen } from './screen.ts'
import { waitingForPeers } from './waiting.ts'

/** 数字: the draft's numbers among those of its peers, what most peers give and it does not, and its ladders. */
export function numbersScreen(data: Site): Screen {
  const waiting = waitingForPeers()
  const { covered, checked } = desk
  if (!covered) return { content: html`${waiting}` }
  const by = (verdict: PeerNumber['verdict']) => covered.numbers.filter(each => each.verdict === verdict)
  const ladders = checked?.ladders ?? []
  return {
    content: html`${waiting}
      ${group('outside', by('outside'), data)} ${group('missing', by('missing'), data)}
      ${ladders.length > 0 ? html`<section aria-labelledby="ladders-title"><h2 id="ladders-title">${d('ladders')} <span class="count">${ladders.length}</span></h2>${ladders.map(ladder)}</section>` : nothing}
      ${group('within', by('within'), data)}`,
  }
}

let allWithin = false

function group(verdict: PeerNumber['verdict'], numbers: PeerNumber[], data: Site): TemplateResult {
  const few = verdict === 'within' && !allWithin ? numbers.slice(0, 12) : numbers
  return html`<section aria-labelledby=${`numbers-${verdict}`}>
    <h2 id=${`numbers-${verdict}`}>${d(`numbers-${verdict}`)} <span class="count">${numbers.length}</span></h2>
    ${numbers.length === 0 ? html`<p class="small faint">${d(`none-${verdict}`)}</p>` : html`<p class="small faint">${d(`about-${verdict}`)}</p>`}
    <ul class="peer-numbers">${few.map(each => row(each, data))}</ul>
    ${
      few.length < numbers.length
        ? html`<button type="button" @click=${() => {
            allWithin = true
            refresh()
          }}>${d('show-all', { n: numbers.length })}</button>`
        : nothing
    }
  </section>`
}

function row(number: PeerNumber, data: Site): TemplateResult {
  const { address, quote, subject, peers, verdict } = number
  const place = address && desk.checked ? placeLabelOf(desk.checked.regulation, address) : ''
  return html`<li class=${`peer-number ${verdict}`}>
    <div class="number-head"><b>${subject}</b>
      ${quote ? html`<span>${place} <q>${quote}</q></span>` : html`<span class="faint">${d('not-given')}</span>`}</div>
    ${strip(number)}
    <details><summary class="small">${d(number.low === number.high ? 'all-alike' : 'of-peers', { n: peers.length, low: short(number.low, number.unit), high: short(number.high, number.unit), median: short(number.median, number.unit) })}</summary>
      <ul class="small">${peers.map(each => html`<li><a href=${unitHref(each.address)} target="_blank">${placeOfId(data, documentOf(each.address))}</a> ${each.quote}</li>`)}</ul></details>
  </li>`
}

/** The peers as ticks, the draft as a mark, on a scale by proportion where the numbers are far apart. */
function strip({ peers, value, median }: PeerNumber): TemplateResult {
  const all = [...peers.map(each => each.value), ...(value === null ? [] : [value])]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const isWide = low > 0 && high / low > 20
  const of = (size: number) => (isWide ? Math.log(size) : size)
  const at = (size: number) => (high === low ? 50 : 4 + (92 * (of(size) - of(low))) / (of(high) - of(low)))
  const counts = new Map<number, number>()
  for (const { value: size } of peers) counts.set(size, (counts.get(size) ?? 0) + 1)
  return html`<div class="strip" aria-hidden="true">
    <i class="median" ${css({ left: `${at(median)}%` })}></i>
    ${[...counts].map(([size, count]) => html`<i class="peer" ${css({ left: `${at(size)}%`, '--count': Math.min(count, 8) })}></i>`)}
    ${value === null ? nothing : html`<i class="own" ${css({ left: `${at(value)}%` })}></i>`}
  </div>`
}

function short(size: number, unit: string): string {
  if (unit === '元' && size >= 1e8) return `${size / 1e8}亿元`
  if (unit === '元' && size >= 1e4) return `${size / 1e4}万元`
  return unit === 'per-year' ? d('per-year', { n: Number(size.toFixed(1)) }) : `${size}${unit}`
}

/** Steps one under the other on a scale by proportion: what nobody decides, or two do, is seen as a hole or as a double line. */
function ladder({ subject, unit, steps, fault, quote }: DraftLadder): TemplateResult {
  const ends = steps.flatMap(({ low, high }) => [low, high ?? 0]).filter(end => end > 0)
  const [low, high] = [Math.min(...ends) / 2, Math.max(...ends) * 2]
  const at = (size: number) =>
    (100 * (Math.log(Math.max(low, size)) - Math.log(low))) / (Math.log(high) - Math.log(low))
  return html`<figure class=${`desk-ladder ${fault ?? 'sound'}`}>
    <figcaption><b>${subject}</b> <span class=${fault ? 'bad' : 'faint'}>${d(`ladder-${fault ?? 'sound'}`)}</span></figcaption>
    ${steps.map(
      step => html`<div class="rung">
        <span>${step.actor ?? ''} <q>${step.quote}</q></span>
        <span class="rail" aria-hidden="true"><i class=${step.high === null ? 'open' : ''} ${css({ left: `${at(step.low)}%`, right: `${100 - (step.high === null ? 100 : at(step.high))}%` })}></i></span>
        <span class="small faint">${short(step.low, unit)}–${step.high === null ? '' : short(step.high, unit)}</span>
      </div>`,
    )}
    ${fault ? html`<p class="small">${quote}</p>` : nothing}
  </figure>`
}
