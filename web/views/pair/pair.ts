import './pair.css'
import { unitTextOf } from '../../../src/diff/unit-text.ts'
import { groupBy } from '../../../src/group.ts'
import type { Article, Match, Relation } from '../../../src/types.ts'
import { t } from '../../i18n/index.ts'
import { articleLabel, citation } from '../../parts/cite.ts'
import { site } from '../../parts/data.ts'
import { csvText, downloadBar } from '../../parts/download.ts'
import { evidenceLine } from '../../parts/evidence.ts'
import { chapterOf } from '../../parts/families.ts'
import { html, nothing, render, type TemplateResult } from '../../parts/html.ts'
import { marked } from '../../parts/marks.ts'
import { painted } from '../../parts/painted.ts'
import { documentOptions, placeOf } from '../../parts/places.ts'
import { onPaper } from '../../parts/printing.ts'
import { go, href, refresh, unitHref, withQuery } from '../../parts/router.ts'
import { toggle } from '../../parts/toggle.ts'
import { isForPage } from '../../parts/typing.ts'
import { shown, shownHeading, shownLabel, shownLang, shownPassage } from '../../reader/script.ts'
import { script } from '../../reader/settings.ts'
import { alignable, alignPair, knownMatches } from '../../work/pairs.ts'
import { unknownDocument } from '../unknown.ts'
import type { Page, View } from '../view.ts'
import { articleInSight, connect, lineUp, pointAt, showArticle } from './scroll.ts'
import {
  addKnownMarks,
  compareSome,
  edgesFromFamilies,
  edgesFromMatches,
  type Pair,
  pairAsked,
  type Side,
  sideOf,
  uncompared,
} from './sides.ts'
import { synopsisOf } from './synopsis.ts'

/** Any two documents in full, side by side, with ribbons between what answers each other. */
export const view: View = async route => {
  const data = await site()
  if (data.regulations.length < 2) return nothingToPair()
  const unknown = route.path.find(id => !data.byId.has(id))
  if (unknown !== undefined) return unknownDocument(data, unknown)
  const [left, right] = pairAsked(data, route)
  const sides = await Promise.all([sideOf(left), sideOf(right)])
  const known = await knownMatches(left.id, right.id)
  const edges = known ? edgesFromMatches(known, left.id) : edgesFromFamilies(data, left.id, right.id)
  if (route.query.marks === '1') addKnownMarks(sides, edges)
  const pair: Pair = { data, route, sides, edges, aligned: known !== null }
  return {
    title: `${placeOf(data, left)} – ${placeOf(data, right)}`,
    content: page(pair),
    ready: main => ready(main, pair),
  }
}

function nothingToPair(): Page {
  return {
    title: t('nav-compare'),
    content: html`<div class="calm-error"><h1 tabindex="-1">${t('pair-needs-two')}</h1></div>`,
  }
}

function page(pair: Pair): TemplateResult {
  const { sides, route, edges } = pair
  const [left, right] = sides
  return html`
    <div class="page-head pair-head">
      <h1 tabindex="-1">${t('pair-title', { a: placeOf(pair.data, left.summary), b: placeOf(pair.data, right.summary) })}</h1>
      <div class="controls no-print">
        ${documentChoice(pair, 0)}
        <a class="button" href=${href(['pair', right.summary.id, left.summary.id], route.query)}>${t('swap')}</a>
        ${documentChoice(pair, 1)} ${chapterChoice(pair)}
        ${toggle(route, 'marks', t('mark-differences'))} ${toggle(route, 'rows', t('pair-rows'))}
        <span class="small faint">${t('pair-note', { equivalent: edges.filter(edge => edge.relation === 'equivalent').length, partial: edges.filter(edge => edge.relation === 'partial').length })}</span>
        <span class="small faint" role="status">${alignmentNote(pair)}</span>
      </div>
    </div>
    ${
      route.query.rows === '1'
        ? synopsis(pair)
        : html`<div class="pair">
            ${column(pair, 0)}
            <svg class="ribbons" aria-hidden="true"></svg>
            ${column(pair, 1)}
          </div>
          <div class="print-only on-paper"></div>`
    }
    ${downloadBar([{ label: t('pair-csv'), file: `${left.summary.id}~${right.summary.id}.csv`, content: () => pairCsv(pair) }])}
  `
}

function alignmentNote({ aligned, sides: [left, right] }: Pair): string {
  if (aligned || left.summary.id === right.summary.id) return ''
  return alignable(left.summary.id, right.summary.id) ? t('aligning') : t('align-failed')
}

function documentChoice({ data, sides, route }: Pair, which: 0 | 1): TemplateResult {
  const change = (event: Event) => {
    const ids = sides.map(side => side.summary.id)
    ids[which] = (event.target as HTMLSelectElement).value
    go(href(['pair', ...ids], { marks: route.query.marks, rows: route.query.rows }), 'replace')
  }
  return html`<select aria-label=${t(which === 0 ? 'left-document' : 'right-document')} @change=${change}>
    ${documentOptions(data, sides[which].summary.id)}
  </select>`
}

/** Where to read on: a chapter of the left document; the one in sight is the one that is chosen. */
function chapterChoice({ sides: [left], route }: Pair): TemplateResult | typeof nothing {
  const { summary, source } = left
  const chapters = summary.divisions.filter(
    each => chapterOf(summary, each.address)?.address === each.address,
  )
  if (chapters.length === 0) return nothing
  const chapterAt = (division: string | null) => chapterOf(summary, division)?.address
  const here = chapterAt(summary.articles.find(each => each.address === route.query.at)?.division ?? null)
  const change = (event: Event) => {
    const chapter = (event.target as HTMLSelectElement).value
    go(
      withQuery({ at: summary.articles.find(each => chapterAt(each.division) === chapter)?.address }),
      'replace',
    )
  }
  return html`<select aria-label=${t('filter-chapter')} @change=${change}>
    ${here ? nothing : html`<option value="">${t('filter-chapter')}…</option>`}
    ${chapters.map(each => html`<option value=${each.address} ?selected=${each.address === here}>${shownHeading(each, source)}</option>`)}
  </select>`
}

function column(pair: Pair, which: 0 | 1): TemplateResult {
  const side = pair.sides[which]
  let open: string | null = null
  return html`<div class="pair-side" role="region" tabindex="0" aria-label=${shown(side.summary.title)} lang=${shownLang(side.summary.script)}>
    <h2>${titleOf(side)}</h2>
    ${side.text.articles.map(article => {
      const heading =
        article.division !== open
          ? side.text.divisions.find(each => each.address === article.division)
          : undefined
      open = article.division
      return html`${heading ? html`<h3>${shownHeading(heading, side.source)}</h3>` : nothing}${articleBlock(pair, which, article)}`
    })}
  </div>`
}

function titleOf({ summary, text }: Side): string {
  return script() === 'source' ? text.title : shown(summary.title)
}

/** The two as one table, article beside article: for paper, and for who does not want to scroll two texts. */
function synopsis(pair: Pair): TemplateResult {
  const [left, right] = pair.sides
  const byAddress = new Map(pair.sides.flatMap(side => side.text.articles).map(each => [each.address, each]))
  const cell = (which: 0 | 1, addresses: string[], beside: string[]) =>
    html`<td lang=${shownLang(pair.sides[which].summary.script)}>
      ${addresses.length === 0 ? emptyCell(pair, which, beside) : addresses.map(address => articleBlock(pair, which, byAddress.get(address)!, beside))}
    </td>`
  let open: string | null = null
  const rows = synopsisOf(
    left.text.articles.map(each => each.address),
    right.text.articles.map(each => each.address),
    pair.edges,
  )
  return html`<table class="synopsis">
    <thead>
      <tr>${pair.sides.map(side => html`<th scope="col">${titleOf(side)}</th>`)}</tr>
    </thead>
    <tbody>
      ${rows.map(row => {
        const division = row.left && byAddress.get(row.left)!.division
        const heading =
          division && division !== open && left.text.divisions.find(each => each.address === division)
        open = division || open
        return html`${heading ? html`<tr class="chapter-row"><th scope="rowgroup" colspan="2">${shownHeading(heading, left.source)}</th></tr>` : nothing}
          <tr>${cell(0, row.left ? [row.left] : [], row.right)}${cell(1, row.right, row.left ? [row.left] : [])}</tr>`
      })}
    </tbody>
  </table>`
}

/** Beside an article that nothing answers, or whose counterpart stands in another row. */
function emptyCell(pair: Pair, which: 0 | 1, beside: string[]): TemplateResult {
  const isAnswered = beside.some(address => counterparts(pair, which === 0 ? 1 : 0, address).length > 0)
  return isAnswered
    ? html`<span class="small faint">${t('counterpart-elsewhere')}</span>`
    : html`<span class="faint" aria-hidden="true">—</span><span class="visually-hidden">${t('no-counterpart')}</span>`
}

/** An article with what answers it; counterparts that stand beside it need no link. */
function articleBlock(pair: Pair, which: 0 | 1, article: Article, beside: string[] = []): TemplateResult {
  const side = pair.sides[which]
  const known = side.marks.get(article.address)
  const unit = known?.unit ?? unitTextOf(side.text, article.address)
  const answers = counterparts(pair, which, article.address)
  return html`<div class=${answers.length > 0 ? 'pair-article' : 'pair-article alone'} data-address=${article.address}>
    ${unit.parts.map((part, index) => {
      const label = unit.text.slice(part.label.from, part.label.to)
      return html`<p class=${part.address.split('/').length > 3 ? 'item' : 'paragraph'}>
        ${index === 0 ? html`<a class="label" href=${unitHref(article.address)}>${shownLabel(article.label, side.source, article.start)}</a> ` : nothing}${shown(label)}${marked(shownPassage(part.passage, side.source), known?.marks ?? [], part.at.from)}
      </p>`
    })}
    <div class="answers small no-print">
      ${
        answers.length === 0
          ? t('no-counterpart')
          : answers
              .filter(({ address }) => !beside.includes(address))
              .map(
                ({ address, relation }) =>
                  html`<button type="button" class="quiet" @click=${(event: Event) => lineUp(event, article.address, address)}>${relation === 'partial' ? '≈' : '='} ${shown(articleLabel(pair.sides[1 - which]!.summary, address.split('/')[1]!))}</button>`,
              )
      }
      ${which === 0 ? why(pair, answers) : nothing}
    </div>
  </div>`
}

/** The evidence of an article's pairs, once for both sides. */
function why({ data }: Pair, answers: Counterpart[]): TemplateResult | typeof nothing {
  const found = answers.flatMap(({ match }) => match ?? [])
  if (found.length === 0) return nothing
  return html`<details class="why">
    <summary>${t('why')}</summary>
    ${found.map(match => evidenceLine(data, match))}
  </details>`
}

interface Counterpart {
  address: string
  relation: Relation
  match: Match | undefined
}

function counterparts({ edges }: Pair, which: 0 | 1, address: string): Counterpart[] {
  return edges
    .filter(edge => (which === 0 ? edge.a : edge.b) === address)
    .map(({ a, b, relation, match }) => ({ address: which === 0 ? b : a, relation, match }))
}

function ready(main: HTMLElement, pair: Pair): () => void {
  const later = setTimeout(() => workOn(pair))
  const host = main.querySelector<HTMLElement>('.pair, .synopsis')!
  const disconnect = host.matches('.pair') ? connect(host, pair) : () => undefined
  const forget = keepPlace(main, host, pair)
  const keys = (event: KeyboardEvent) => {
    if (!isForPage(event)) return
    if (event.key === 'j' || event.key === 'k') step(host, pair, event.key === 'j' ? 1 : -1)
  }
  const paper = main.querySelector<HTMLElement>('.on-paper')
  const noPaper = onPaper(
    () => paper && render(synopsis(pair), paper),
    () => paper && render(nothing, paper),
  )
  addEventListener('keydown', keys)
  return () => {
    clearTimeout(later)
    disconnect()
    forget()
    noPaper()
    removeEventListener('keydown', keys)
  }
}

// The article that was last gone to or come by, so that drawing the page again moves nothing.
let articleAt = ''
// The form in which it was: in the other one it has to be gone to anew.
let articleIn = ''

/** Goes to the article that the address names, and keeps the one in sight in the address, so that a link opens there. */
function keepPlace(main: HTMLElement, host: HTMLElement, pair: Pair): () => void {
  const { at } = pair.route.query
  if (at && (at !== articleAt || host.className !== articleIn)) showArticle(host, at)
  articleAt = at ?? ''
  articleIn = host.className
  const path = addressPath()
  let waiting: ReturnType<typeof setTimeout> | undefined
  const note = () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      // Another view may have been asked for that is not there yet: its address is left alone.
      if (addressPath() !== path) return
      const inSight = articleInSight(host, pair)
      if (inSight === null || inSight === articleAt) return
      articleAt = inSight
      history.replaceState(history.state, '', withQuery({ at: inSight }))
      main.dataset.address = location.hash
    }, PAUSE)
  }
  // Scrolling does not bubble; one side moves the other, so that the left one always tells.
  addEventListener('scroll', note, { capture: true, passive: true })
  return () => {
    clearTimeout(waiting)
    removeEventListener('scroll', note, { capture: true })
  }
}

const PAUSE = 250

function addressPath(): string {
  return location.hash.split('?')[0]!
}

/** To the next article that differs or stands alone, or the one before; differences are marked if they were not. */
function step(host: HTMLElement, pair: Pair, by: 1 | -1): void {
  const [left, right] = pair.sides
  if (pair.route.query.marks !== '1') go(withQuery({ marks: 1 }), 'replace')
  const answered = new Map(
    [...groupBy(pair.edges, edge => edge.a)].map(([a, edges]) => [a, edges.map(edge => edge.b)]),
  )
  const differs = (address: string) => {
    const answers = answered.get(address) ?? []
    const marks = [left.marks.get(address), ...answers.map(answer => right.marks.get(answer))]
    return answers.length === 0 || marks.some(each => each && each.marks.length > 0)
  }
  const stops = left.text.articles.map(each => each.address).filter(differs)
  const all = left.text.articles.map(each => each.address)
  const here = all.indexOf(articleAt || (articleInSight(host, pair) ?? ''))
  const next =
    by > 0 ? stops.find(each => all.indexOf(each) > here) : stops.findLast(each => all.indexOf(each) < here)
  if (next === undefined) return
  articleAt = next
  showArticle(host, next)
  pointAt(host, [next, ...(answered.get(next) ?? [])])
  go(withQuery({ at: next }), 'replace')
}

/** What is still to be worked out, a moment's worth of it: first what answers what, then the differences. */
async function workOn(pair: Pair): Promise<void> {
  const [left, right] = pair.sides.map(side => side.summary.id) as [string, string]
  const edges = uncompared(pair)
  if (!pair.aligned && alignable(left, right)) {
    await painted()
    await alignPair(left, right)
  } else if (edges.length > 0) await compareSome(pair, edges)
  else return
  refresh()
}

function pairCsv({ sides: [left, right], edges }: Pair): string {
  const textOf = (side: Side, address: string) => unitTextOf(side.text, address).text
  return csvText(
    ['left', 'right', 'relation', 'left_citation', 'right_citation', 'left_text', 'right_text'],
    edges.map(({ a, b, relation }) => [
      a,
      b,
      relation,
      citation(left.summary, a),
      citation(right.summary, b),
      textOf(left, a),
      textOf(right, b),
    ]),
  )
}
