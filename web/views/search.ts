import '../style/search.css'
import { groupBy } from '../../src/group.ts'
import { articleAddressOf, holds } from '../../src/structure/address.ts'
import type { Family, Regulation } from '../../src/types.ts'
import { t, topicLabel } from '../i18n/index.ts'
import { citation, unitName } from '../parts/cite.ts'
import { regulation, type Site, site, source } from '../parts/data.ts'
import { csvText, downloadBar } from '../parts/download.ts'
import { findIn, type Haystack, type Hit, haystacksOf } from '../parts/find.ts'
import { css, html, nothing, type TemplateResult } from '../parts/html.ts'
import { placeOf } from '../parts/places.ts'
import { go, href, type Route, spanHref, withQuery } from '../parts/router.ts'
import { shown } from '../parts/script.ts'
import { script } from '../parts/settings.ts'
import { fieldValue, onTyped } from '../parts/typing.ts'
import type { View } from './view.ts'

/** 检索: every place where some words stand, with what stands around them. */
export const view: View = async route => {
  const data = await site()
  const words = route.query.q ?? ''
  const finds = words.trim() === '' ? [] : await findAll(data, words)
  return { title: t('nav-search'), content: page({ data, route, words, finds }) }
}

interface Result {
  data: Site
  route: Route
  words: string
  finds: Find[]
}

interface Find {
  hit: Hit
  haystack: Haystack
  /** Address of the unit, or '' in front and back matter. */
  unit: string
  family: Family | null
}

const haystacks = new Map<string, Promise<{ haystacks: Haystack[]; text: Regulation }>>()

function prepared(id: string): Promise<{ haystacks: Haystack[]; text: Regulation }> {
  const known = haystacks.get(id)
  if (known) return known
  const promise = Promise.all([regulation(id), source(id)]).then(([text, raw]) => ({
    text,
    haystacks: haystacksOf(text, raw),
  }))
  promise.catch(() => haystacks.delete(id))
  haystacks.set(id, promise)
  return promise
}

async function findAll(data: Site, words: string): Promise<Find[]> {
  const all = await Promise.all(data.regulations.map(each => prepared(each.id)))
  return all.flatMap(({ haystacks, text }) =>
    findIn(haystacks, words).map(({ haystack, hit }) => {
      const unit = unitAt(text, hit.span.start)
      return { hit, haystack, unit, family: familyOf(data, unit) }
    }),
  )
}

function unitAt(text: Regulation, offset: number): string {
  const article = text.articles.find(each => offset >= each.start && offset < each.end)
  if (!article)
    return text.divisions.findLast(each => offset >= each.start && offset < each.end)?.address ?? ''
  const paragraph = article.paragraphs.find(each => offset >= each.start && offset < each.end)
  const item = paragraph?.items.find(each => offset >= each.start && offset < each.end)
  return item?.address ?? paragraph?.address ?? article.address
}

function familyOf(data: Site, unit: string): Family | null {
  const here = data.byArticle.get(articleAddressOf(unit)) ?? []
  const closest = here.find(
    ({ member }) => member.address.split('/').length > 2 && holds(member.address, unit),
  )
  return (closest ?? here.find(({ member }) => holds(member.address, unit)))?.family ?? null
}

function page(result: Result): TemplateResult {
  const { words, finds, data, route } = result
  const wanted = finds.filter(
    each =>
      (!route.query.in || each.haystack.id === route.query.in) &&
      (!route.query.topic || (each.family?.id ?? 'none') === route.query.topic),
  )
  return html`
    <div class="page-head">
      <h1 tabindex="-1">${t('nav-search')}</h1>
      <form class="search-form" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <input
          type="search"
          aria-label=${t('search-words')}
          placeholder=${t('search-placeholder')}
          .value=${fieldValue(words)}
          @input=${typed}
          @compositionend=${typed}
        />
      </form>
      <p class="lead" role="status">${status(result, wanted)}</p>
    </div>
    ${
      finds.length === 0
        ? nothing
        : html`<div class="search-result">
            <aside aria-label=${t('narrow')}>${byPlace(result)} ${byTopic(result)}</aside>
            <div>${lines(data, wanted, Number(route.query.n ?? PAGE))} ${more(wanted, Number(route.query.n ?? PAGE))}
            ${downloadBar([{ label: t('hits-csv'), file: 'guijian-search.csv', content: () => hitsCsv(data, wanted) }])}</div>
          </div>`
    }
  `
}

const PAGE = 100
let pending: ReturnType<typeof setTimeout> | undefined

const typed = onTyped(words => {
  clearTimeout(pending)
  pending = setTimeout(() => go(withQuery({ q: words, in: null, topic: null, n: null }), 'replace'), 120)
})

function status({ words, finds, data }: Result, wanted: Find[]): string {
  if (words.trim() === '') return t('search-hint')
  if (finds.length === 0) return t('no-hits', { words })
  const documents = new Set(finds.map(each => each.haystack.id)).size
  const all = t('hits', { n: finds.length, documents, total: data.regulations.length })
  return wanted.length === finds.length ? all : `${all} ${t('hits-shown', { n: wanted.length })}`
}

function byPlace({ data, finds, route }: Result): TemplateResult {
  const counts = groupBy(finds, each => each.haystack.id)
  const largest = Math.max(...[...counts.values()].map(list => list.length))
  return html`<h2>${t('by-place')}</h2>
    <ul class="facet">
      ${data.regulations.map(each => facet(placeOf(data, each), counts.get(each.id)?.length ?? 0, largest, 'in', each.id, route))}
    </ul>`
}

function byTopic({ finds, route }: Result): TemplateResult {
  const counts = [...groupBy(finds, each => each.family?.id ?? 'none')].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  const largest = counts[0]?.[1].length ?? 1
  return html`<h2>${t('by-topic')}</h2>
    <ul class="facet">
      ${counts.slice(0, 20).map(([id, list]) => {
        const family = list[0]!.family
        return facet(
          family ? topicLabel(family.topic) : t('no-topic'),
          list.length,
          largest,
          'topic',
          id,
          route,
        )
      })}
    </ul>`
}

function facet(
  label: string,
  n: number,
  largest: number,
  name: string,
  value: string,
  route: Route,
): TemplateResult {
  const on = route.query[name] === value
  return html`<li>
    <a href=${withQuery({ [name]: on ? null : value })} aria-current=${on ? 'true' : nothing} class=${n === 0 ? 'empty' : ''}>
      <span>${label}</span><span class="n">${n}</span>
      <span class="bar" aria-hidden="true"><i ${css({ width: `${(100 * n) / largest}%` })}></i></span>
    </a>
  </li>`
}

const AROUND = 28

function lines(data: Site, wanted: Find[], limit: number): TemplateResult[] {
  const groups = groupBy(wanted.slice(0, limit), each => each.haystack.id)
  return [...groups].map(
    ([id, finds]) => html`<section class="hits" aria-label=${placeOf(data, data.byId.get(id)!)}>
      <h2>${placeOf(data, data.byId.get(id)!)} <span class="faint small">${wanted.filter(each => each.haystack.id === id).length}</span></h2>
      <ol>
        ${finds.map(each => line(data, each))}
      </ol>
    </section>`,
  )
}

// What was set aside as noise is shown where the raw layout is.
function placeHref({ id, noisy }: Haystack, { span }: Hit): string {
  return noisy ? href(['doc', id], { at: `${span.start}-${span.end}`, layout: 1 }) : spanHref(id, span)
}

function line(data: Site, { hit, haystack, unit, family }: Find): TemplateResult {
  const words = script() === 'source' ? haystack.raw : haystack.folded
  const cut = (from: number, to: number) => shown(words.slice(Math.max(0, from), to))
  const summary = data.byId.get(haystack.id)!
  const end = hit.at + hit.length
  return html`<li>
    <a class="kwic" href=${placeHref(haystack, hit)} lang="zh">
      <span class="before">${cut(hit.at - AROUND, hit.at)}</span><mark>${cut(hit.at, end)}</mark><span class="after">${cut(end, end + AROUND)}</span>
    </a>
    <span class="where small">
      ${unit ? shown(unitName(summary, unit)) : t('front-or-back')}
      ${family ? html`<a href=${href(['family', family.id], { base: haystack.id })}>${topicLabel(family.topic)}</a>` : nothing}
    </span>
  </li>`
}

function more(wanted: Find[], limit: number): TemplateResult | typeof nothing {
  if (wanted.length <= limit) return nothing
  return html`<p><a class="button" href=${withQuery({ n: limit + PAGE * 5 })}>${t('more-hits', { n: wanted.length - limit })}</a></p>`
}

function hitsCsv(data: Site, wanted: Find[]): string {
  return csvText(
    ['regulation', 'place', 'address', 'citation', 'topic_zh', 'before', 'hit', 'after', 'start', 'end'],
    wanted.map(({ haystack, hit, unit, family }) => {
      const summary = data.byId.get(haystack.id)!
      const end = hit.at + hit.length
      return [
        haystack.id,
        summary.place,
        unit,
        unit ? citation(summary, unit) : '',
        family?.topic.zh ?? '',
        haystack.raw.slice(Math.max(0, hit.at - AROUND), hit.at),
        haystack.raw.slice(hit.at, end),
        haystack.raw.slice(end, end + AROUND),
        hit.span.start,
        hit.span.end,
      ]
    }),
  )
}
