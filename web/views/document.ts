import '../style/document.css'
import { witnessOf } from '../../src/compare/witness.ts'
import { articleAddressOf, holds } from '../../src/structure/address.ts'
import { rangeOf } from '../../src/text/passage.ts'
import type {
  Article,
  FamilyProvision,
  Paragraph,
  Passage,
  Problem,
  Range,
  Regulation,
  RegulationSummary,
  Span,
} from '../../src/types.ts'
import { count, t, topicLabel } from '../i18n/index.ts'
import { MEASURE_NAMES } from '../i18n/measures.ts'
import { problemText } from '../i18n/problems.ts'
import { citation, unitName } from '../parts/cite.ts'
import { copyQuoted } from '../parts/copy.ts'
import { provisions, regulation, type Site, site, source } from '../parts/data.ts'
import { downloadBar } from '../parts/download.ts'
import { type Fading, fadingControls, fadingOf, prepareFading } from '../parts/fading.ts'
import { documentCount } from '../parts/families.ts'
import { fileLinks } from '../parts/files.ts'
import { html, nothing, type TemplateResult } from '../parts/html.ts'
import { type Mark, marked } from '../parts/marks.ts'
import { placeOf, sourceOf } from '../parts/places.ts'
import { go, href, type Route, unitHref, withQuery } from '../parts/router.ts'
import { shown, shownHeading, shownLabel, shownLang, shownPassage } from '../parts/script.ts'
import { language, script } from '../parts/settings.ts'
import { toggle } from '../parts/toggle.ts'
import { rawText } from './document-raw.ts'
import type { Page, View } from './view.ts'

/** 文本: one document in full, with outline, counterparts in the margin, and the place that a link names lit up. */
export const view: View = async route => {
  const data = await site()
  const id = route.path[0] ?? data.regulations[0]?.id ?? ''
  const summary = data.byId.get(id)
  if (!summary) return unknownDocument(data, id)
  const [text, raw, numbers, fading] = await Promise.all([
    regulation(id),
    source(id),
    provisions(),
    fadingOf(data, route),
  ])
  const reading: Reading = {
    data,
    summary,
    text,
    raw,
    route,
    lit: litSpan(route, text),
    marks: [
      ...referenceMarks(text, summary),
      ...(route.query.marks === '1' ? provisionMarks(numbers, id) : []),
    ],
    fading,
    shared: sharedPassages(text, fading),
  }
  return { title: shown(summary.title), content: page(reading), ready: main => ready(main, reading) }
}

/** Everything that the parts of this page look at. */
interface Reading {
  data: Site
  summary: RegulationSummary
  text: Regulation
  raw: string
  route: Route
  lit: Span | null
  marks: (Mark & { span: Span })[]
  fading: Fading | null
  /** What is faded of each passage. */
  shared: Map<Passage, Range[]>
}

function sharedPassages(text: Regulation, fading: Fading | null): Map<Passage, Range[]> {
  const shared = new Map<Passage, Range[]>()
  if (!fading?.rangesOf) return shared
  for (const { address } of text.articles) {
    const witness = witnessOf(text, address)
    const ranges = fading.rangesOf(text, witness)
    for (const { passage, at } of witness.parts)
      shared.set(
        passage,
        ranges.map(({ from, to }) => ({ from: from - at.from, to: to - at.from })),
      )
  }
  return shared
}

function ready(main: HTMLElement, reading: Reading): undefined {
  scrollToLit(main, reading)
  prepareFading(reading.data, reading.fading)
}

function page(reading: Reading): TemplateResult {
  const { summary, text, raw, lit, route } = reading
  const layout = route.query.layout === '1'
  return html`
    <div class="document-page">
      <nav class="outline no-print" aria-label=${t('outline')}>
        ${documentChoice(reading)} ${findHere(reading)} ${outline(reading)}
      </nav>
      <article class=${reading.fading?.rangesOf ? 'document fading' : 'document'} lang=${shownLang(summary.script)}>
        <header class="page-head">
          <h1 tabindex="-1">${script() === 'source' ? text.title : shown(summary.title)}</h1>
          ${facts(reading)} ${controls(reading)}
        </header>
        ${problemList(reading)} ${layout ? rawText(summary, text, raw, lit) : bodyText(reading)}
        ${downloads(reading)}
      </article>
    </div>
  `
}

function documentChoice({ data, summary }: Reading): TemplateResult {
  const change = (event: Event) => go(href(['doc', (event.target as HTMLSelectElement).value]))
  return html`<select class="document-choice" aria-label=${t('choose-document')} @change=${change}>
    ${data.regulations.map(
      each =>
        html`<option value=${each.id} ?selected=${each.id === summary.id}>${placeOf(data, each)}</option>`,
    )}
  </select>`
}

function facts({ summary, text }: Reading): TemplateResult {
  const { counts } = summary
  const metadata = script() === 'source' ? text.metadata : summary.metadata
  const list: [string, string | null][] = [
    [t('document-number'), metadata.document_number],
    [t('adopted'), [metadata.adopted_on, metadata.adopted_by].filter(Boolean).join(' ') || null],
    [t('signed'), metadata.signed_on],
    [t('effective'), metadata.effective],
    [t('replaces'), metadata.replaces?.document_number ?? metadata.replaces?.title ?? null],
  ]
  const absent = list.filter(([, value]) => !value).map(([name]) => name)
  return html`<dl class="facts small">
    ${list
      .filter(([, value]) => value)
      .map(([name, value]) => html`<div><dt>${name}</dt><dd>${shown(value!)}</dd></div>`)}
    ${absent.length > 0 ? html`<div><dt>${t('not-stated')}</dt><dd>${absent.join('、')}</dd></div>` : nothing}
    <div><dt>${t('length')}</dt><dd>${t('length-of', { articles: counts.articles, characters: count(counts.characters) })}</dd></div>
    <div><dt>${t('source-file')}</dt><dd>${sourceOf(summary)}</dd></div>
  </dl>`
}

function controls({ route, data, fading }: Reading): TemplateResult {
  return html`<p class="controls no-print">
    ${toggle(route, 'marks', t('show-numbers'))} ${toggle(route, 'layout', t('show-layout'))}
    <button type="button" @click=${() => print()}>${t('print')}</button>
    ${route.query.layout === '1' ? nothing : fadingControls(data, fading)}
  </p>`
}

function outline(reading: Reading): TemplateResult {
  const { text, raw, route } = reading
  const current = route.path[1] ? `${text.id}/${route.path[1]}` : ''
  const loose = text.articles.filter(article => article.division === null)
  const links = (articles: Article[]) => articleLinks(reading, articles, current)
  return html`<details class="outline-list" ?open=${innerWidth > 760}>
    <summary>${t('outline')}</summary>
    ${toggle(route, 'toc', t('outline-topics'), 'small')}
    <ul>
    ${loose.length > 0 ? html`<li>${links(loose)}</li>` : nothing}
    ${text.divisions.map(division => {
      const articles = text.articles.filter(article => article.division === division.address)
      return html`<li class=${division.kind}>
        <a href=${placeHref(division.address, route)}>${shownHeading(division, raw)}</a>
        ${links(articles)}
      </li>`
    })}
    </ul>
  </details>`
}

/** The articles by their numbers, with what they are on at hand; or as a list of both. */
function articleLinks(
  { data, route }: Reading,
  articles: Article[],
  current: string,
): TemplateResult | typeof nothing {
  if (articles.length === 0) return nothing
  const listed = route.query.toc === '1'
  return html`<span class=${listed ? 'article-links listed' : 'article-links'}
    >${articles.map(article => {
      const families = new Set((data.byArticle.get(article.address) ?? []).map(({ family }) => family))
      const topics = [...families].map(family => topicLabel(family.topic)).join('、')
      return html`<a href=${placeHref(article.address, route)} aria-current=${article.address === current ? 'location' : nothing} title=${`${shown(article.label)} ${topics}`}>${article.number}${listed ? html` <span>${topics}</span>` : nothing}</a>`
    })}</span
  >`
}

/** The search, narrowed down to this document. */
function findHere({ summary }: Reading): TemplateResult {
  const find = (event: Event) => {
    event.preventDefault()
    const words = (event.currentTarget as HTMLFormElement).querySelector('input')!.value
    if (words.trim() !== '') go(href(['search'], { q: words, in: summary.id }))
  }
  return html`<form role="search" class="find-here" @submit=${find}><input type="search" aria-label=${t('find-here')} placeholder=${t('find-here')} /></form>`
}

function placeHref(address: string, route: Route): string {
  return unitHref(address, { ...route.query, at: null })
}

// The text, as structure -------------------------------------------------------------------------------------------

function bodyText(reading: Reading): TemplateResult {
  const { text } = reading
  const divisions = new Map(text.divisions.map(division => [division.address, division]))
  let open: string | null = null
  return html`<div class="text">
    ${text.articles.map(article => {
      const heading = article.division !== open ? divisions.get(article.division ?? '') : undefined
      open = article.division
      return html`${heading ? headings(reading, heading.address) : nothing}${articleBlock(reading, article)}`
    })}
  </div>`
}

/** The heading of a division, after those of the divisions above it that begin here too. */
function headings(reading: Reading, address: string): TemplateResult[] {
  const { text, raw } = reading
  const division = text.divisions.find(each => each.address === address)!
  const parent = text.divisions.find(each => each.address === division.parent)
  const first = text.divisions.find(each => each.parent === division.parent && division.parent !== null)
  const above = parent && first === division ? headings(reading, parent.address) : []
  const words = shownHeading(division, raw)
  const id = `u-${division.address}`
  const own =
    division.kind === 'section' ? html`<h3 id=${id}>${words}</h3>` : html`<h2 id=${id}>${words}</h2>`
  return [...above, own]
}

function articleBlock(reading: Reading, article: Article): TemplateResult {
  const { data, summary, text, raw } = reading
  const here = data.byArticle.get(article.address) ?? []
  const problems = text.problems.filter(problem => inside(problem.span, article))
  return html`<section class=${`article${litUnit(reading, article.address)}`} id=${`u-${article.address}`}>
    <div class="article-text">
      ${article.paragraphs.map((paragraph, index) => paragraphBlock(reading, article, paragraph, index))}
      ${problems.map(problemNote)}
    </div>
    <aside class="margin no-print" aria-label=${t('counterparts-of', { unit: shown(article.label) })}>
      ${here.map(({ family }) => marginNote(reading, article, family.id))}
      <button type="button" class="quiet cite" @click=${() => copyQuoted(witnessOf(text, article.address), raw, citation(summary, article.address))}>${t('cite')}</button>
    </aside>
  </section>`
}

function marginNote({ data, summary }: Reading, article: Article, familyId: string): TemplateResult {
  const family = data.familyById.get(familyId)!
  const others = documentCount(family) - 1
  return html`<a href=${href(['family', family.id], { base: summary.id })} title=${t('counterparts-of', { unit: shown(article.label) })}
    >${topicLabel(family.topic)}<span class="faint">${others === 0 ? t('only-here') : t('also-in', { n: others })}</span></a
  >`
}

function paragraphBlock(
  reading: Reading,
  article: Article,
  paragraph: Paragraph,
  index: number,
): TemplateResult {
  return html`<p class=${`paragraph${litUnit(reading, paragraph.address)}`} id=${`u-${paragraph.address}`}>
      ${index === 0 ? html`<b class="label">${shownLabel(article.label, reading.raw, article.start)}${article.heading ? html` ${shown(article.heading)}` : nothing}</b>` : nothing}${words(reading, paragraph.passage)}
    </p>
    ${paragraph.items.map(
      item => html`<p class=${`item${litUnit(reading, item.address)}`} id=${`u-${item.address}`}><span class="label">${shown(item.label)}</span>${words(reading, item.passage)}</p>
        ${item.subitems.map(
          sub =>
            html`<p class=${`subitem${litUnit(reading, sub.address)}`} id=${`u-${sub.address}`}><span class="label">${shown(sub.label)}</span>${words(reading, sub.passage)}</p>`,
        )}`,
    )}`
}

function words(reading: Reading, passage: Passage): (TemplateResult | string)[] {
  const marks: Mark[] = reading.marks.flatMap(mark => {
    const range = rangeOf(passage, mark.span)
    return range.to > range.from ? [{ ...mark, ...range }] : []
  })
  if (reading.lit && reading.route.query.at) {
    const range = rangeOf(passage, reading.lit)
    if (range.to > range.from) marks.unshift({ ...range, class: 'lit' })
  }
  const shared = reading.shared.get(passage) ?? []
  return marked(shownPassage(passage, reading.raw), [
    ...marks,
    ...shared.map(range => ({ ...range, class: 'shared' })),
  ])
}

/** References to other places of the same document, as links. */
function referenceMarks(text: Regulation, summary: RegulationSummary): Reading['marks'] {
  return text.references
    .filter(({ kind, to }) => kind === 'internal' && to.length > 0)
    .map(({ start, end, to }) => ({
      from: 0,
      to: 0,
      span: { start, end },
      class: 'reference',
      href: unitHref(to[0]!),
      title: t('refers-to', { unit: shown(unitName(summary, to[0]!)) }),
    }))
}

function provisionMarks(numbers: FamilyProvision[], id: string): Reading['marks'] {
  return numbers
    .filter(provision => holds(id, provision.address))
    .map(provision => ({
      from: 0,
      to: 0,
      span: provision.span,
      class: 'provision',
      title: shown(
        `${provision.subject}：${provision.quote}（${MEASURE_NAMES[provision.measure][language()]}）`,
      ),
      ...(provision.family ? { href: href(['family', provision.family], { base: id }) } : {}),
    }))
}

// Problems --------------------------------------------------------------------------------------------------------------

function problemList({ text, route }: Reading): TemplateResult | typeof nothing {
  if (text.problems.length === 0) return nothing
  return html`<details class="problems small no-print" ?open=${route.query.problems === '1'}>
    <summary>${t('problems', { n: text.problems.length })}</summary>
    <ul>
      ${text.problems.map(
        problem => html`<li>
          <span class=${`severity ${problem.severity}`}>${t(`severity-${problem.severity}`)}</span>
          <a href=${withQuery({ at: `${problem.span.start}-${problem.span.end}` })}>${problemText(problem)}</a>
        </li>`,
      )}
    </ul>
  </details>`
}

function problemNote(problem: Problem): TemplateResult {
  return html`<p class=${`problem small no-print ${problem.severity}`}>
    <span class="severity">${t(`severity-${problem.severity}`)}</span> ${problemText(problem)}
  </p>`
}

function inside(span: Span, article: Article): boolean {
  return span.start >= article.start && span.start < article.end
}

// What a link lights up ----------------------------------------------------------------------------------------------------

/** `?at=start-end` in the source, or the unit that the path names. */
function litSpan(route: Route, text: Regulation): Span | null {
  const at = /^(\d+)-(\d+)$/.exec(route.query.at ?? '')
  if (at) return { start: Number(at[1]), end: Number(at[2]) }
  if (route.path.length < 2) return null
  const address = route.path.join('/')
  const article = text.articles.find(each => each.address === articleAddressOf(address))
  if (!article) return null
  return unitSpan(article, address)
}

function unitSpan(article: Article, address: string): Span {
  const paragraph = article.paragraphs.find(each => holds(each.address, address))
  const item = paragraph?.items.find(each => holds(each.address, address))
  const subitem = item?.subitems.find(each => each.address === address)
  return subitem ?? item ?? paragraph ?? article
}

/** The class of the unit that the path names; a stretch named by `at` is lit up inside the text instead. */
function litUnit({ route }: Reading, address: string): string {
  return !route.query.at && route.path.join('/') === address ? ' lit-unit lit' : ''
}

function scrollToLit(main: HTMLElement, { route, text, lit }: Reading): undefined {
  const key = location.hash
  if (key === scrolledTo) return
  scrolledTo = key
  const division = text.divisions.find(each => each.address === route.path.join('/'))
  const target = lit
    ? main.querySelector('.lit')
    : division
      ? document.getElementById(`u-${division.address}`)
      : null
  // A long unit is shown from its beginning, a short stretch with what stands around it.
  const long = target !== null && target.getBoundingClientRect().height > innerHeight / 2
  target?.scrollIntoView({ block: (division && !lit) || long ? 'start' : 'center' })
}
let scrolledTo = ''

function downloads({ summary }: Reading): TemplateResult {
  const tables = ['units.csv', 'articles.csv', 'provisions.csv', 'problems.csv']
  return html`${downloadBar([
    {
      label: t('source-text'),
      file: `${summary.id}.txt`,
      content: () => source(summary.id),
    },
    {
      label: t('structure-json'),
      file: `${summary.id}.json`,
      content: async () => JSON.stringify(await regulation(summary.id), null, 1),
    },
  ])}
  ${fileLinks(tables)}`
}

function unknownDocument(data: Site, id: string): Page {
  return {
    title: t('not-found'),
    content: html`<div class="calm-error">
      <h1 tabindex="-1">${t('unknown-document', { id })}</h1>
      <ul>
        ${data.regulations.slice(0, 20).map(each => html`<li><a href=${href(['doc', each.id])}>${placeOf(data, each)}</a></li>`)}
      </ul>
    </div>`,
  }
}
