import { diff } from '../../../src/diff/diff.ts'
import { NO_NAMES } from '../../../src/diff/names.ts'
import { plainUnitText } from '../../../src/diff/unit-text.ts'
import type { TopicCoverage } from '../../../src/drafting/coverage.ts'
import { blocksOf, textOf } from '../../../src/drafting/editing/blocks.ts'
import { movedBy } from '../../../src/drafting/editing/shifting.ts'
import { placeLabelOf } from '../../../src/drafting/findings.ts'
import { TAKEN_KEPT } from '../../../src/drafting/thresholds.ts'
import { articleAddressOf, documentOf } from '../../../src/structure/address.ts'
import { fold } from '../../../src/text/fold.ts'
import type { Article, Cut, Span } from '../../../src/types.ts'
import { d } from '../../i18n/desk.ts'
import { topicLabel } from '../../i18n/index.ts'
import { cutter } from '../../parts/columns.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeOfId } from '../../parts/places.ts'
import { go, href, type Route, refresh, unitHref } from '../../parts/router.ts'
import type { Clauses, Wording } from '../../work/desk-types.ts'
import { run } from '../../work/work.ts'
import { change, desk, edit, placeOfDraft, typed } from './desk-state.ts'
import type { Screen } from './screen.ts'
import { onTyped } from './typing.ts'
import { waitingForPeers } from './waiting.ts'

/** 条文台: one topic, the draft's words beside those of its peers, to be taken over. */
export function clausesScreen(data: Site, route: Route): Screen {
  const waiting = waitingForPeers()
  const { covered } = desk
  if (!covered) return { content: html`${waiting}` }
  const topic = covered.coverage.find(each => each.topic === route.path[1]) ?? covered.coverage[0]
  if (!topic) return { content: html`<p class="nothing-found">${d('no-topics')}</p>` }
  const found = wordingsOf(topic.topic)
  return {
    content: html`${waiting}
      ${choice(topic, covered.coverage)}
      <div class="clauses">
        <section class="own-clause" aria-label=${d('own-words')}>${ownWords(topic)}</section>
        <section class="peer-clauses" aria-label=${d('peers-words')}>
          ${found === null ? html`<p class="faint" role="status">${d('loading')}</p>` : peersWords(found, topic, data)}
        </section>
      </div>`,
    ready: fillFields,
  }
}

// The words of the topic that was asked for last.
let known: { key: string; clauses: Clauses | null } | null = null
let cut: Cut | null = null

function wordingsOf(topic: string): Clauses | null {
  const { place, province } = placeOfDraft()
  const key = [topic, place, province].join('|')
  if (known?.key === key) return known.clauses
  known = { key, clauses: null }
  Promise.all([run('clauses', { topic, place, province }), cutter()]).then(
    ([clauses, words]) => {
      cut = words
      if (known?.key === key) known = { key, clauses }
      refresh()
    },
    () => {
      // Asked again when the screen is next shown.
      if (known?.key === key) known = null
    },
  )
  return null
}

function choice(topic: TopicCoverage, all: TopicCoverage[]): TemplateResult {
  const at = all.indexOf(topic)
  const step = (by: number) => all[(at + by + all.length) % all.length]!.topic
  const choose = (event: Event) => go(href(['desk', 'clauses', (event.target as HTMLSelectElement).value]))
  return html`<div class="controls clause-choice">
    <a class="button" href=${href(['desk', 'clauses', step(-1)])} aria-label=${d('topic-before')}>‹</a>
    <select aria-label=${d('topic')} @change=${choose}>
      ${all.map(each => html`<option value=${each.topic} ?selected=${each === topic}>${`${SIGNS[each.state]} ${topicLabel(each)}`}</option>`)}
    </select>
    <a class="button" href=${href(['desk', 'clauses', step(1)])} aria-label=${d('topic-after')}>›</a>
    <h2>${topicLabel(topic)} <span class=${`topic-state ${topic.state}`}>${d(`state-${topic.state}`)}</span></h2>
    ${
      topic.state === 'no'
        ? nothing
        : html`<label class="small"><input type="checkbox" .checked=${withRedline} @change=${() => {
            withRedline = !withRedline
            refresh()
          }}>${d('redline')}</label>`
    }
  </div>`
}

const SIGNS = { yes: '●', partly: '◐', mentioned: '○', no: '×' }
let withRedline = false

// The draft's own words --------------------------------------------------------------------------------------------------

/** Articles of the draft that say the topic. */
function ownArticles({ places }: TopicCoverage): Article[] {
  const { checked } = desk
  const wanted = new Set(places.map(({ address }) => articleAddressOf(address)))
  return checked?.regulation.articles.filter(({ address }) => wanted.has(address)) ?? []
}

function ownWords(topic: TopicCoverage): TemplateResult {
  const articles = topic.state === 'no' ? [] : ownArticles(topic)
  if (articles.length === 0) return html`<h3>${d('own-words')}</h3><p class="faint">${d('not-in-draft')}</p>`
  return html`<h3>${d('own-words')}</h3>${articles.map(ownArticle)}`
}

function ownArticle({ start, end, address }: Article): TemplateResult {
  const label = placeLabelOf(desk.checked!.regulation, address)
  const rows = Math.max(LEAST_ROWS, Math.ceil((end - start) / CHARACTERS_A_ROW))
  return html`<textarea class="text own-article" data-address=${address} aria-label=${label} rows=${rows} ?readonly=${!placesNow()}></textarea>`
}

// Of the field of an article, as it is laid out on a wide page.
const LEAST_ROWS = 3
const CHARACTERS_A_ROW = 24

// Where the articles stand in a text that was typed in a field here and has not been read yet.
let typedPlaces: { text: string; places: Map<string, Span> } | null = null

/** Where each article stands in the present text; null where that is not known until it has been read. */
function placesNow(): Map<string, Span> | null {
  const { checked, work } = desk
  if (checked?.text === work!.text)
    return new Map(checked.regulation.articles.map(({ address, start, end }) => [address, { start, end }]))
  return typedPlaces?.text === work!.text ? typedPlaces.places : null
}

const composing = new WeakMap<HTMLTextAreaElement, () => boolean>()

/** Puts the articles into their fields. A field in which something is being composed is left alone. */
function fillFields(main: HTMLElement): undefined {
  const places = placesNow()
  for (const area of main.querySelectorAll<HTMLTextAreaElement>('.own-article')) {
    if (!composing.has(area))
      composing.set(
        area,
        onTyped(area, () => typedIn(area)),
      )
    const own = places?.get(area.dataset.address!)
    const words = own && desk.work!.text.slice(own.start, own.end)
    if (words === undefined || words === area.value || composing.get(area)!()) continue
    const caret = area.selectionStart
    area.value = words
    if (area === document.activeElement) area.setSelectionRange(caret, caret)
  }
}

/** The draft with an article as it now stands in its field; the articles behind it move along. */
function typedIn(area: HTMLTextAreaElement): void {
  const address = area.dataset.address!
  const places = placesNow()
  const own = places?.get(address)
  if (!places || !own) return
  const whole = desk.work!.text
  const text = whole.slice(0, own.start) + area.value + whole.slice(own.end)
  const longer = area.value.length - (own.end - own.start)
  const moved = [...places].map(([each, place]): [string, Span] =>
    each === address
      ? [each, { ...place, end: place.end + longer }]
      : [each, place.start < own.end ? place : movedBy(place, longer)],
  )
  typedPlaces = { text, places: new Map(moved) }
  typed(text, own.start + area.selectionStart, performance.now())
}

// The peers' words -------------------------------------------------------------------------------------------------------

function peersWords({ groups }: Clauses, topic: TopicCoverage, data: Site): TemplateResult {
  return html`<h3>${d('peers-words')}</h3>
    ${placeChoice(topic)}
    <ol class="wordings">${groups.map((group, at) => wording(group, at, topic, data))}</ol>`
}

function wording(group: Wording, at: number, topic: TopicCoverage, data: Site): TemplateResult {
  const own = ownArticles(topic)
  const first = topic.state === 'no' ? undefined : own[0]
  return html`<li class="wording">
    <div class="wording-head"><b class="letter">${letterOf(at)}</b>
      <span class="small">${group.places
        .slice(0, 6)
        .map(
          ({ address, label }, index) =>
            html`${index > 0 ? '、' : ''}<a href=${unitHref(address)} target="_blank">${placeOfId(data, documentOf(address))} ${label}</a>`,
        )}${group.places.length > 6 ? d('and-others', { n: group.places.length }) : ''}</span></div>
    <div class="text wording-text">${textOfWording(group, first)}</div>
    <div class="wording-acts">
      <button type="button" @click=${() => insertArticle(group, topic)}>${d('insert')}</button>
      ${first ? html`<button type="button" class="quiet" @click=${() => addParagraph(group, first, topic)}>${d('add-paragraph', { article: placeLabelOf(desk.checked!.regulation, first.address) })}</button>` : nothing}
      ${/[〔×]/.test(group.adopted) ? html`<span class="small faint">${d('to-fill')}</span>` : nothing}
    </div>
  </li>`
}

function letterOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : String(at + 1)
}

function textOfWording({ adopted }: Wording, own: Article | undefined): TemplateResult {
  if (!withRedline || !own || !cut) return html`${adopted.split('\n').map(line => html`<p>${line}</p>`)}`
  const draft = own.paragraphs
    .flatMap(({ passage, items }) => [passage.text, ...items.map(item => item.label + item.passage.text)])
    .join('\n')
  const wanted = fold(adopted)
  const segments = diff(plainUnitText(draft), plainUnitText(wanted), {
    cut,
    names: { a: NO_NAMES, b: NO_NAMES },
    foldNames: false,
  })
  return html`<p class="redlined">${segments.map(({ kind, a, b }) => {
    const [left, right] = [draft.slice(a.from, a.to), wanted.slice(b.from, b.to)]
    return kind === 'change'
      ? html`${left ? html`<del>${left}</del>` : nothing}${right ? html`<ins>${right}</ins>` : nothing}`
      : right
  })}</p>`
}

// Taking over ------------------------------------------------------------------------------------------------------------

let chosenPlace: { topic: string; address: string } | null = null

/** Behind which article a wording is put: where the topic stands in the peers, unless the drafter chooses. */
function placeChoice(topic: TopicCoverage): TemplateResult | typeof nothing {
  const articles = desk.checked?.regulation.articles ?? []
  if (articles.length === 0) return nothing
  const chosen = placeFor(topic)
  return html`<label class="small insert-place">${d('insert-after')}
    <select @change=${(event: Event) => {
      chosenPlace = { topic: topic.topic, address: (event.target as HTMLSelectElement).value }
      refresh()
    }}>
      <option value="" ?selected=${chosen === ''}>${d('at-the-beginning')}</option>
      ${articles.map(({ address, label, paragraphs }) => html`<option value=${address} ?selected=${address === chosen}>${`${label} ${paragraphs[0]?.passage.text.slice(0, 14) ?? ''}`}</option>`)}
    </select></label>`
}

function placeFor(topic: TopicCoverage): string {
  const articles = desk.checked?.regulation.articles ?? []
  const isKnown = (address: string) => address === '' || articles.some(each => each.address === address)
  if (chosenPlace?.topic === topic.topic && isKnown(chosenPlace.address)) return chosenPlace.address
  const own = ownArticles(topic).at(-1)
  if (own && topic.state !== 'no') return own.address
  const suggested = suggestedPlace(topic)
  if (suggested && isKnown(suggested)) return suggested
  // Before the last, which is the clause on entry into force.
  return articles.at(-2)?.address ?? articles.at(-1)?.address ?? ''
}

/** The draft's article that has the topic before this one in most peers. */
function suggestedPlace(topic: TopicCoverage): string | null {
  const numberOf = (address: string) => Number.parseInt(address.split('/')[1] ?? '', 10)
  const votes = new Map<string, number>()
  for (const { id, places } of topic.peers) {
    const at = numberOf(places[0] ?? '')
    let best: { at: number; address: string } | null = null
    for (const other of desk.covered!.coverage) {
      if (other === topic || other.places.length === 0 || other.state === 'mentioned') continue
      const there = other.peers.find(peer => peer.id === id)
      const number = numberOf(there?.places[0] ?? '')
      if (number < at && number > (best?.at ?? 0))
        best = { at: number, address: articleAddressOf(other.places[0]!.address) }
    }
    if (best) votes.set(best.address, (votes.get(best.address) ?? 0) + 1)
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function insertArticle(group: Wording, topic: TopicCoverage): void {
  const { work, checked } = desk
  if (!work || !checked || checked.text !== work.text) return
  const document = { source: { text: work.text }, regulation: checked.regulation }
  const blocks = blocksOf(document)
  const place = placeFor(topic)
  const at =
    place === ''
      ? blocks.findIndex(({ kind }) => kind === 'article')
      : blocks.findIndex(({ address }) => address === place) + 1
  blocks.splice(at < 0 ? blocks.length : at, 0, { kind: 'article', address: null, from: bodyOf(group) })
  takeOver(group, topic)
  edit(textOf(blocks, document))
  chosenPlace = null
}

function addParagraph(group: Wording, article: Article, topic: TopicCoverage): void {
  const { work } = desk
  if (!work || desk.checked?.text !== work.text) return
  const before = work.text.slice(0, article.end).trimEnd()
  const indent = /^[^\S\n]*/.exec(work.text.slice(work.text.lastIndexOf('\n', article.start) + 1))?.[0] ?? ''
  const lines = bodyOf(group)
    .split('\n')
    .map(line => indent + line)
  takeOver(group, topic)
  edit(`${before}\n${lines.join('\n')}${work.text.slice(before.length)}`)
}

/** An item that is taken over alone has no number there. */
function bodyOf({ adopted }: Wording): string {
  return adopted.replace(/^(?:（[^（）]{1,3}）|\d+[.．、])/, '').replace(/[；，]$/, '。')
}

function takeOver(group: Wording, { topic }: TopicCoverage): void {
  const words = bodyOf(group).slice(0, TAKEN_KEPT)
  change({ taken: [...desk.work!.taken, { words, address: group.places[0]!.address, topic }] })
}
