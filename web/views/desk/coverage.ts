import type { CoverageState, TopicCoverage } from '../../../src/drafting/coverage.ts'
import { placeLabelOf } from '../../../src/drafting/findings.ts'
import { d } from '../../i18n/desk.ts'
import { topicLabel } from '../../i18n/index.ts'
import type { Site } from '../../parts/data.ts'
import { css, html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeOfId } from '../../parts/places.ts'
import { href, refresh } from '../../parts/router.ts'
import { change, cover, desk } from './desk-state.ts'
import { askReason, isAsked, reasonForm } from './reasoning.ts'
import type { Screen } from './screen.ts'
import { waitingForPeers } from './waiting.ts'

const STATES: CoverageState[] = ['no', 'mentioned', 'partly', 'yes']

// Until the reader chooses: the first state that some topic has, what is lacking first.
let chosenState: CoverageState | 'unneeded' | 'wanted' | 'all' | 'first' = 'first'
let only: CoverageState | 'unneeded' | 'wanted' | null = 'no'
let least = 0.5

/** 覆盖: each topic of the corpus, whether the draft has it, with the words that prove it. */
export function coverageScreen(data: Site): Screen {
  const waiting = waitingForPeers()
  const { covered } = desk
  if (!covered) return { content: html`${waiting}` }
  const { coverage, peers } = covered
  only =
    chosenState === 'all' ? null : chosenState === 'first' ? firstState(coverage, peers.length) : chosenState
  const rows = coverage.filter(topic => isShown(topic, peers.length))
  return {
    content: html`
      ${waiting} ${genreWarning(data)}
      ${summary(coverage, peers.length)} ${filters(data, coverage, peers.length)}
      <ul class="topics">${rows.map(topic => topicRow(topic, data, peers.length))}</ul>
      ${rows.length === 0 ? html`<p class="nothing-found">${d('nothing-here')}</p>` : nothing}
      ${onlyHere()}
    `,
  }
}

/** Articles of the draft of which no peer says anything: its own, to be explained. */
function onlyHere(): TemplateResult | typeof nothing {
  const own = new Set(desk.covered?.own)
  const articles = desk.checked?.regulation.articles.filter(({ address }) => own.has(address)) ?? []
  if (articles.length === 0) return nothing
  return html`<section class="only-here" aria-labelledby="only-here"><h2 id="only-here">${d('only-here')} <span class="count">${articles.length}</span></h2>
    <ul>${articles.map(({ label, paragraphs }) => html`<li><b>${label}</b> <q>${paragraphs[0]?.passage.text.slice(0, 60)}</q></li>`)}</ul></section>`
}

function firstState(coverage: TopicCoverage[], total: number): CoverageState {
  const isThere = (state: CoverageState) =>
    coverage.some(
      topic =>
        topic.state === state &&
        desk.work?.unneeded[topic.topic] === undefined &&
        (state === 'yes' || state === 'partly' || topic.peers.length >= total * least),
    )
  return STATES.find(isThere) ?? 'no'
}

function isShown({ state, topic, peers }: TopicCoverage, total: number): boolean {
  const isUnneeded = desk.work?.unneeded[topic] !== undefined
  if (only === 'unneeded') return isUnneeded
  if (only === 'wanted') return desk.work!.wanted.includes(topic)
  if (isUnneeded) return false
  if (only !== null && state !== only) return false
  return state === 'yes' || state === 'partly' || peers.length >= total * least
}

/** So few topics are there that the draft must be of another genre. */
function genreWarning(data: Site): TemplateResult | typeof nothing {
  const { coverage } = desk.covered!
  const present = coverage.filter(({ state }) => state === 'yes' || state === 'partly').length
  const articles = desk.checked?.read.articles ?? 0
  if (articles < 5 || coverage.length < 10 || present > coverage.length * 0.06) return nothing
  return html`<p class="desk-warning" role="alert">${d('other-genre', { present, all: coverage.length, corpus: data.title })}</p>`
}

function summary(coverage: TopicCoverage[], total: number): TemplateResult {
  const common = coverage.filter(({ peers }) => peers.length * 2 >= total)
  const counts = STATES.toReversed().map(state => ({
    state,
    count: common.filter(each => each.state === state).length,
  }))
  return html`<div class="coverage-summary">
    <p>${d('common-topics', { n: common.length, total })}</p>
    <div class="coverage-bar" aria-hidden="true">${counts.filter(({ count }) => count > 0).map(({ state, count }) => html`<i class=${state} ${css({ 'flex-grow': count })}></i>`)}</div>
    <dl>${counts.map(({ state, count }) => html`<div><dt><i class=${`state ${state}`} aria-hidden="true"></i>${d(`state-${state}`)}</dt><dd>${count}</dd></div>`)}</dl>
  </div>`
}

function filters(data: Site, coverage: TopicCoverage[], total: number): TemplateResult {
  const count = (state: CoverageState) =>
    coverage.filter(
      topic =>
        topic.state === state &&
        desk.work?.unneeded[topic.topic] === undefined &&
        (state === 'yes' || state === 'partly' || topic.peers.length >= total * least),
    ).length
  const chip = (name: typeof only, label: string, n: number) =>
    html`<button type="button" aria-pressed=${only === name} @click=${() => {
      chosenState = name ?? 'all'
      refresh()
    }}>${label} <span class="count">${n}</span></button>`
  const wanted = desk.work!.wanted.length
  const present = coverage.filter(
    ({ topic, state }) => desk.work!.wanted.includes(topic) && (state === 'yes' || state === 'partly'),
  ).length
  const unneeded = Object.keys(desk.work?.unneeded ?? {}).length
  return html`<div class="controls">
    <div class="chips" role="group" aria-label=${d('state')}>
      ${STATES.map(state => chip(state, d(`state-${state}`), count(state)))}
      ${chip(
        null,
        d('all'),
        STATES.reduce((sum, state) => sum + count(state), 0),
      )}
      ${wanted > 0 ? chip('wanted', d('wanted-list', { n: wanted }), present) : nothing}
      ${unneeded > 0 ? chip('unneeded', d('unneeded-list'), unneeded) : nothing}
    </div>
    <label>${d('how-common')}
      <select @change=${(event: Event) => {
        least = Number((event.target as HTMLSelectElement).value)
        refresh()
      }}>
        ${[0.75, 0.5, 0.25, 0].map(share => html`<option value=${share} ?selected=${share === least}>${share === 0 ? d('any-share') : d('at-least', { n: Math.ceil(share * total), total })}</option>`)}
      </select>
    </label>
    ${peerChoice(data)}
  </div>`
}

// Peers that count ------------------------------------------------------------------------------------------------------

function peerChoice(data: Site): TemplateResult | typeof nothing {
  const all = data.regulations
  if (all.length < 4) return nothing
  const chosen = new Set(desk.peers ?? all.map(({ id }) => id))
  const set = (ids: Set<string>) => {
    desk.peers =
      ids.size === 0 || ids.size === all.length ? null : all.map(({ id }) => id).filter(id => ids.has(id))
    void cover()
  }
  const toggle = (id: string) =>
    set(chosen.has(id) ? new Set([...chosen].filter(each => each !== id)) : new Set([...chosen, id]))
  const by = (of: (each: (typeof all)[number]) => string | null) =>
    [...new Set(all.flatMap(each => of(each) ?? []))].sort()
  const choose = (of: (each: (typeof all)[number]) => string | null) => (event: Event) => {
    const value = (event.target as HTMLSelectElement).value
    set(new Set(all.filter(each => value === '' || of(each) === value).map(({ id }) => id)))
  }
  const select = (
    name: 'by-province' | 'by-level' | 'by-year',
    of: (each: (typeof all)[number]) => string | null,
  ) => {
    const values = by(of)
    return values.length < 2
      ? nothing
      : html`<select aria-label=${d(name)} @change=${choose(of)}><option value="">${d(name)}</option>${values.map(value => html`<option value=${value}>${value}</option>`)}</select>`
  }
  return html`<details class="peer-choice"><summary>${d('peers-chosen', { n: chosen.size, total: all.length })}</summary>
    <div class="peer-filters">
      ${select('by-province', each => each.province)}
      ${select('by-level', each => /[省市县区州盟旗]$/.exec(each.place)?.[0] ?? null)}
      ${select('by-year', yearOf)}
      <button type="button" class="quiet" @click=${() => set(new Set())}>${d('every-peer')}</button>
    </div>
    <div class="peer-list">${all.map(each => html`<label><input type="checkbox" .checked=${chosen.has(each.id)} @change=${() => toggle(each.id)}>${placeOfId(data, each.id)}</label>`)}</div>
  </details>`
}

function yearOf({ metadata }: Site['regulations'][number]): string | null {
  const { adopted_on, signed_on, printed_on, effective } = metadata
  return /\d{4}/.exec(adopted_on ?? signed_on ?? printed_on ?? effective ?? '')?.[0] ?? null
}

// A topic ---------------------------------------------------------------------------------------------------------------

function topicRow(topic: TopicCoverage, data: Site, total: number): TemplateResult {
  const { state, places, peers } = topic
  const reason = desk.work?.unneeded[topic.topic]
  const names = peers.map(({ id }) => placeOfId(data, id))
  return html`<li class=${`topic ${state}`}>
    <div class="topic-head">
      <i class=${`state ${state}`} aria-hidden="true"></i>
      <h2>${topicLabel(topic)}</h2>
      <span class="topic-state">${d(`state-${state}`)}</span>
      <span class="topic-peers small" title=${names.join('、')}><span class="bar" aria-hidden="true"><i ${css({ width: `${(peers.length / Math.max(1, total)) * 100}%` })}></i></span>${d('n-of', { n: peers.length, total })}</span>
      <span class="topic-acts">
        ${
          reason === undefined
            ? html`<a class="button" href=${href(['desk', 'clauses', topic.topic])}>${state === 'yes' ? d('compare-wordings') : d('see-wordings')}</a>
              ${state === 'yes' ? nothing : html`<button type="button" class="quiet" @click=${() => askReason(topic.topic)}>${d('unneeded')}</button>`}`
            : html`<span class="small">${d('unneeded-for', { reason: reason || '–' })}</span>
              <button type="button" class="quiet" @click=${() => need(topic.topic)}>${d('needed')}</button>`
        }
      </span>
    </div>
    ${isAsked(topic.topic) ? reasonForm(d('unneeded'), given => setAside(topic.topic, given)) : nothing}
    ${
      places.length > 0
        ? html`<ul class="proofs">${places.slice(0, state === 'mentioned' ? 1 : 2).map(({ address, quote }) => html`<li><b>${desk.checked ? placeLabelOf(desk.checked.regulation, address) : ''}</b> <q>${quote.length > 90 ? `${quote.slice(0, 88)}…` : quote}</q></li>`)}</ul>`
        : html`<p class="small faint peers-named">${names.slice(0, 8).join('、')}${names.length > 8 ? d('and-others', { n: names.length }) : ''}</p>`
    }
  </li>`
}

function need(topic: string): void {
  const { [topic]: _, ...unneeded } = desk.work!.unneeded
  change({ unneeded })
}

function setAside(topic: string, reason: string): void {
  change({ unneeded: { ...desk.work!.unneeded, [topic]: reason } })
}
