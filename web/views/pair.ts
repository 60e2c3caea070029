import '../style/pair.css'
import { changesOf, diff, mirror, type Segment } from '../../src/compare/diff.ts'
import { type Witness, witnessOf } from '../../src/compare/witness.ts'
import { articleAddressOf, documentOf } from '../../src/structure/address.ts'
import type { Article, Match, Regulation, RegulationSummary, Relation } from '../../src/types.ts'
import { t } from '../i18n/index.ts'
import { carry, forwardChain, type Link } from '../parts/chain.ts'
import { articleLabel, citation } from '../parts/cite.ts'
import { cutter, namesFor } from '../parts/columns.ts'
import { regulation, type Site, site, source } from '../parts/data.ts'
import { csvText, downloadBar } from '../parts/download.ts'
import { html, nothing, render, type TemplateResult } from '../parts/html.ts'
import { type Mark, marked } from '../parts/marks.ts'
import { painted } from '../parts/painted.ts'
import { alignable, alignPair, evidenceLine, knownMatches } from '../parts/pairs.ts'
import { placeOf } from '../parts/places.ts'
import { go, href, type Route, refresh, unitHref, withQuery } from '../parts/router.ts'
import { shown, shownHeading, shownLabel, shownLang, shownPassage } from '../parts/script.ts'
import { script } from '../parts/settings.ts'
import { synopsisOf } from '../parts/synopsis.ts'
import type { View } from './view.ts'

/** Any two documents in full, side by side, with ribbons between what answers each other. */
export const view: View = async route => {
  const data = await site()
  const [left, right] = pairAsked(data, route)
  const sides = await Promise.all([sideOf(left), sideOf(right)])
  const known = await knownMatches(left.id, right.id)
  const edges = known ? edgesFromMatches(known, left.id) : edgesFromFamilies(data, left.id, right.id)
  if (route.query.marks === '1') knownMarks(sides, edges)
  const pair: Pair = { data, route, sides, edges, aligned: known !== null }
  return {
    title: `${placeOf(data, left)} – ${placeOf(data, right)}`,
    content: page(pair),
    ready: main => ready(main, pair),
  }
}

interface Side {
  summary: RegulationSummary
  text: Regulation
  source: string | null
  /** Marks by the address of an article, counted in its witness. */
  marks: Map<string, Marked>
}

interface Edge {
  a: string
  b: string
  relation: Relation
  /** Absent where the two documents are not aligned yet and the topic they share is all that is known. */
  match?: Match
}

interface Pair {
  data: Site
  route: Route
  sides: [Side, Side]
  edges: Edge[]
  aligned: boolean
}

function pairAsked(data: Site, route: Route): [RegulationSummary, RegulationSummary] {
  const first = data.byId.get(route.path[0] ?? '') ?? data.regulations[0]!
  const second = data.byId.get(route.path[1] ?? '') ?? data.regulations.find(each => each !== first) ?? first
  return [first, second]
}

async function sideOf(summary: RegulationSummary): Promise<Side> {
  const [text, raw] = await Promise.all([
    regulation(summary.id),
    script() === 'source' ? source(summary.id) : null,
  ])
  return { summary, text, source: raw, marks: new Map() }
}

/** Matches of the two, a on the left. */
function edgesFromMatches(found: Match[], left: string): Edge[] {
  return found.map(match => {
    const [a, b] = documentOf(match.a) === left ? [match.a, match.b] : [match.b, match.a]
    return { a, b, relation: match.relation, match }
  })
}

/** Until the two are aligned: articles that share a topic. */
function edgesFromFamilies(data: Site, left: string, right: string): Edge[] {
  const edges = new Map<string, Edge>()
  for (const family of data.families) {
    const of = (id: string) =>
      family.members.map(member => member.address).filter(each => documentOf(each) === id)
    for (const a of of(left))
      for (const b of of(right)) {
        const whole = a === articleAddressOf(a) && b === articleAddressOf(b)
        const edge: Edge = {
          a: articleAddressOf(a),
          b: articleAddressOf(b),
          relation: whole ? 'equivalent' : 'partial',
        }
        const key = `${edge.a} ${edge.b}`
        if (whole || !edges.has(key)) edges.set(key, edge)
      }
  }
  return [...edges.values()]
}

interface Marked {
  witness: Witness
  marks: Mark[]
}

/** Differences found so far, by the two articles. */
const compared = new Map<string, [Marked, Marked]>()

/** The pairs of articles whose differences are still to be found. */
function uncompared({ edges, route }: Pair): Edge[] {
  if (route.query.marks !== '1') return []
  return edges.filter(({ a, b, relation }) => relation === 'equivalent' && !compared.has(`${a} ${b}`))
}

// As much as fits into a moment: in between the reader can scroll and click.
const MOMENT = 40

async function compareSome({ sides: [left, right] }: Pair, edges: Edge[]): Promise<void> {
  const cut = await cutter()
  const names = { a: namesFor(left.text), b: namesFor(right.text) }
  const end = performance.now() + MOMENT
  for (const { a, b } of edges) {
    const [first, second] = [witnessOf(left.text, a), witnessOf(right.text, b)]
    const segments = diff(first, second, { cut, names })
    compared.set(`${a} ${b}`, [
      { witness: first, marks: marksOf(mirror(segments), 'left-out') },
      { witness: second, marks: marksOf(segments, 'added') },
    ])
    if (performance.now() > end) return
  }
}

function knownMarks([left, right]: [Side, Side], edges: Edge[]): void {
  for (const { a, b } of edges) {
    const known = compared.get(`${a} ${b}`)
    if (!known) continue
    left.marks.set(a, known[0])
    right.marks.set(b, known[1])
  }
}

function marksOf(segments: Segment[], className: string): Mark[] {
  return changesOf(segments)
    .filter(segment => segment.b.to > segment.b.from)
    .map(segment => ({ ...segment.b, class: segment.move === undefined ? className : 'moved' }))
}

function page(pair: Pair): TemplateResult {
  const { sides, route, edges } = pair
  const [left, right] = sides
  const on = route.query.marks === '1'
  return html`
    <div class="page-head pair-head">
      <h1 tabindex="-1">${t('pair-title', { a: placeOf(pair.data, left.summary), b: placeOf(pair.data, right.summary) })}</h1>
      <div class="controls no-print">
        ${documentChoice(pair, 0)}
        <a class="button" href=${href(['pair', right.summary.id, left.summary.id], route.query)}>${t('swap')}</a>
        ${documentChoice(pair, 1)}
        <button type="button" aria-pressed=${on} @click=${() => go(withQuery({ marks: on ? null : 1 }), 'replace')}>${t('mark-differences')}</button>
        <button type="button" aria-pressed=${route.query.rows === '1'} @click=${() => go(withQuery({ rows: route.query.rows === '1' ? null : 1 }), 'replace')}>${t('pair-rows')}</button>
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
          <div class="print-only"></div>`
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
    ${data.regulations.map(each => html`<option value=${each.id} ?selected=${each.id === sides[which].summary.id}>${placeOf(data, each)}</option>`)}
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
      ${addresses.length === 0 ? html`<span class="faint" aria-label=${t('no-counterpart')}>—</span>` : addresses.map(address => articleBlock(pair, which, byAddress.get(address)!, beside))}
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

/** An article with what answers it; counterparts that stand beside it need no link. */
function articleBlock(pair: Pair, which: 0 | 1, article: Article, beside: string[] = []): TemplateResult {
  const side = pair.sides[which]
  const known = side.marks.get(article.address)
  const witness = known?.witness ?? witnessOf(side.text, article.address)
  const answers = counterparts(pair, which, article.address)
  return html`<div class=${answers.length > 0 ? 'pair-article' : 'pair-article alone'} data-address=${article.address}>
    ${witness.parts.map((part, index) => {
      const label = witness.text.slice(part.label.from, part.label.to)
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

// Scrolling together, and the ribbons between ------------------------------------------------------------------------------

/** Brings a counterpart to the height of the article it answers. */
function lineUp(event: Event, from: string, to: string): void {
  const frame = (event.currentTarget as HTMLElement).closest('.pair, .synopsis')!
  const [own, other] = [block(frame, from), block(frame, to)]
  const side = other.closest('.pair-side')
  if (side) {
    following = true
    side.scrollTop += other.getBoundingClientRect().top - own.getBoundingClientRect().top
  } else other.scrollIntoView({ block: 'center' })
}

// True while one side is moved by the program, so that it does not move the other in turn.
let following = false

function ready(main: HTMLElement, pair: Pair): () => void {
  const later = setTimeout(() => workOn(pair))
  const frame = main.querySelector<HTMLElement>('.pair')
  const disconnect = frame ? connect(frame, pair) : () => undefined
  const paper = main.querySelector<HTMLElement>('.print-only')
  const toPaper = () => paper && render(synopsis(pair), paper)
  const fromPaper = () => paper && render(nothing, paper)
  addEventListener('beforeprint', toPaper)
  addEventListener('afterprint', fromPaper)
  return () => {
    clearTimeout(later)
    disconnect()
    removeEventListener('beforeprint', toPaper)
    removeEventListener('afterprint', fromPaper)
  }
}

function connect(frame: HTMLElement, pair: Pair): () => void {
  const [left, right] = frame.querySelectorAll<HTMLElement>('.pair-side') as unknown as [
    HTMLElement,
    HTMLElement,
  ]
  const chain = forwardChain(chainLinks(pair))
  const follow = (moved: HTMLElement, other: HTMLElement, turned: boolean) => () => {
    if (!following) {
      following = true
      other.scrollTop = carry(moved.scrollTop, scrollPoints(frame, pair, chain, turned))
    } else following = false
    requestAnimationFrame(() => drawRibbons(frame, pair))
  }
  const onLeft = follow(left, right, false)
  const onRight = follow(right, left, true)
  const redraw = () => drawRibbons(frame, pair)
  left.addEventListener('scroll', onLeft, { passive: true })
  right.addEventListener('scroll', onRight, { passive: true })
  addEventListener('resize', redraw)
  // Evidence that is opened moves what stands below it.
  frame.addEventListener('toggle', redraw, { capture: true })
  redraw()
  return () => {
    left.removeEventListener('scroll', onLeft)
    right.removeEventListener('scroll', onRight)
    removeEventListener('resize', redraw)
    frame.removeEventListener('toggle', redraw, { capture: true })
  }
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

function chainLinks({ sides: [left, right], edges }: Pair): Link[] {
  const places = (text: Regulation) =>
    new Map(text.articles.map((article, index) => [article.address, index]))
  const [inLeft, inRight] = [places(left.text), places(right.text)]
  return edges
    .filter(edge => edge.relation === 'equivalent')
    .flatMap(({ a, b }) => {
      const [l, r] = [inLeft.get(a), inRight.get(b)]
      return l === undefined || r === undefined ? [] : [{ left: l, right: r }]
    })
}

function scrollPoints(frame: Element, { sides }: Pair, chain: Link[], turned: boolean): [number, number][] {
  const top = (which: 0 | 1, index: number) => {
    const element = block(frame, sides[which].text.articles[index]!.address)
    return element.offsetTop - (element.parentElement as HTMLElement).offsetTop
  }
  const points = chain.map(({ left, right }): [number, number] => [top(0, left), top(1, right)])
  return [[0, 0] as [number, number], ...points].map(([a, b]) => (turned ? [b, a] : [a, b]))
}

function drawRibbons(frame: HTMLElement, { edges }: Pair): void {
  const canvas = frame.querySelector('svg.ribbons')!
  const bounds = canvas.getBoundingClientRect()
  if (bounds.width === 0) return
  const shapes = edges.flatMap(({ a, b, relation }) => {
    const [left, right] = [block(frame, a).getBoundingClientRect(), block(frame, b).getBoundingClientRect()]
    const inSight = (box: DOMRect) => box.bottom > bounds.top && box.top < bounds.bottom
    if (!inSight(left) && !inSight(right)) return []
    return [ribbon(left, right, bounds, relation)]
  })
  canvas.replaceChildren(...shapes)
}

const SVG = 'http://www.w3.org/2000/svg'

function ribbon(left: DOMRect, right: DOMRect, bounds: DOMRect, relation: Relation): SVGPathElement {
  const path = document.createElementNS(SVG, 'path')
  const [y1, y2] = [left.top - bounds.top, left.bottom - bounds.top]
  const [y3, y4] = [right.top - bounds.top, right.bottom - bounds.top]
  const [w, m] = [bounds.width, bounds.width / 2]
  path.setAttribute('d', `M0 ${y1}C${m} ${y1} ${m} ${y3} ${w} ${y3}V${y4}C${m} ${y4} ${m} ${y2} 0 ${y2}Z`)
  path.setAttribute('class', relation)
  return path
}

function block(frame: Element, address: string): HTMLElement {
  return frame.querySelector<HTMLElement>(`[data-address="${CSS.escape(address)}"]`)!
}

function pairCsv({ sides: [left, right], edges }: Pair): string {
  const textOf = (side: Side, address: string) => witnessOf(side.text, address).text
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
