import './search.css'
import { groupBy } from '../../../src/group.ts'
import { t, topicLabel } from '../../i18n/index.ts'
import { citation, unitName } from '../../parts/cite.ts'
import { type Site, site } from '../../parts/data.ts'
import { csvText, downloadBar } from '../../parts/download.ts'
import { css, html, nothing, type TemplateResult } from '../../parts/html.ts'
import { marked } from '../../parts/marks.ts'
import { placeOf } from '../../parts/places.ts'
import {
  currentRoute,
  go,
  href,
  type Route,
  refresh,
  spanHref,
  unitHref,
  withQuery,
} from '../../parts/router.ts'
import { fieldValue, onTyped } from '../../parts/typing.ts'
import { shown, shownLang } from '../../reader/script.ts'
import { language, script } from '../../reader/settings.ts'
import { type Looking, leave, look, soon } from '../../work/looking.ts'
import {
  type Concordance,
  type DocumentGroup,
  type Line,
  NO_TOPIC,
  type Question,
} from '../../work/question.ts'
import { run } from '../../work/work.ts'
import type { View } from '../view.ts'

/** 检索: every place where some words stand, with what stands around them. */
export const view: View = async route => {
  const data = await site()
  const question = questionOf(route)
  const looking = question ? await soon(look(question)) : null
  // Another view may have been opened meanwhile, which what is found later must not draw again.
  if (!question || currentRoute().view !== 'search') leave()
  return {
    title: t('nav-search'),
    content: page({ data, words: route.query.q ?? '', looking }),
    ready: main => ready(main),
  }
}

/** What the address asks for; null where there is nothing to look for. */
function questionOf({ query }: Route): Question | null {
  const words = query.q ?? ''
  // White space and characters that show nothing are in no text as it is searched.
  if (!/[^\s\p{Cc}\p{Cf}]/u.test(words)) return null
  return {
    words,
    in: query.in ?? null,
    topic: query.topic ?? null,
    limit: Math.max(FIRST_LINES, Number(query.n) || 0),
  }
}

// As many lines as fill a window; laying out more takes time at every key.
const FIRST_LINES = 40
const MORE_LINES = 200

interface Search {
  data: Site
  words: string
  looking: Looking | null
}

/** What there is to show of a search: the places of these words, or until then those of the words before. */
interface Result {
  data: Site
  question: Question
  found: Concordance
  done: boolean
}

function ready(main: HTMLElement): () => void {
  const facets = main.querySelector<HTMLDetailsElement>('.facets')
  const open = () => {
    if (facets) facets.open = WIDE.matches
  }
  WIDE.addEventListener('change', open)
  return () => {
    WIDE.removeEventListener('change', open)
    if (currentRoute().view !== 'search') leave()
  }
}

function page(search: Search): TemplateResult {
  const { data, words, looking } = search
  const found = looking?.found ?? looking?.before
  return html`
    <div class="page-head search-head">
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
        ${progress(looking)}
      </form>
      <p class="lead" role="status">${status(search)}</p>
      ${looking?.found ? nothingFound(looking.found) : nothing}
    </div>
    ${
      looking
        ? html`<div class=${looking.found ? 'search-result' : 'search-result outdated'} aria-busy=${looking.done ? nothing : 'true'}>
            ${found && found.found > 0 ? result({ data, question: looking.question, found, done: looking.done }) : nothing}
          </div>`
        : nothing
    }
  `
}

const typed = onTyped(words => {
  const address = withQuery({ q: words, n: null })
  // The worker begins while the page is still answering.
  const question = questionOf({ ...currentRoute(), query: { ...currentRoute().query, q: words, n: '' } })
  if (question) look(question)
  go(address, 'replace')
})

function progress(looking: Looking | null): TemplateResult | typeof nothing {
  if (!looking?.found || looking.done) return nothing
  const { read, documents } = looking.found
  return html`<progress max=${documents} value=${read} aria-label=${t('looking')}></progress>`
}

function status({ data, looking }: Search): string {
  if (!looking) return t('search-hint')
  const { words } = looking.question
  const total = data.regulations.length
  if (!looking.found) return t('looking-for', { words })
  const { found, foundIn, wanted, read } = looking.found
  if (found === 0) return t(/\S\s+\S/.test(words) ? 'not-together' : 'no-hits', { words, total })
  const parts = [
    looking.done ? '' : t('looked-through', { read, total }),
    t('hits', { n: found, documents: foundIn, total }),
    wanted === found ? '' : t('hits-shown', { n: wanted }),
  ]
  return parts.filter(part => part !== '').join(language() === 'en' ? ' ' : '')
}

/** What else to look for, where these words are nowhere. */
function nothingFound({ found, shorter }: Concordance): TemplateResult | typeof nothing {
  if (found > 0) return nothing
  if (shorter.length === 0) return html`<p class="small">${t('other-words')}</p>`
  const link = ([words, n]: [string, number]) =>
    html` <a class="button" href=${withQuery({ q: words, n: null })}>${shown(words)} <span class="faint">${n}</span></a>`
  return html`<p class="small shorter">${t('shorter-words')}${shorter.map(link)}</p>`
}

function result(all: Result): TemplateResult {
  return html`
    <aside aria-label=${t('narrow')}>
      <details class="facets" ?open=${WIDE.matches}>
        <summary>${t('narrow')}</summary>
        ${byPlace(all)} ${byTopic(all)}
      </details>
    </aside>
    <div class="concordance">
      ${chosen(all)}
      ${all.found.groups.filter(group => group.lines.length > 0).map(group => groupOf(all, group))}
      ${all.done ? more(all) : nothing}
      ${all.done ? downloadBar([{ label: t('hits-csv'), file: 'guijian-search.csv', content: () => hitsCsv(all) }]) : nothing}
    </div>
  `
}

// Filters ---------------------------------------------------------------------------------------------------------------

// As in search.css: where there is room the filters stand beside the lines, always open.
const WIDE = matchMedia('(min-width: 901px)')

/** The filters that are on; a click takes one away. */
function chosen({ data, question }: Result): TemplateResult | typeof nothing {
  const place = question.in === null ? undefined : data.byId.get(question.in)
  const labels = [
    question.in === null ? null : { name: 'in', label: place ? placeOf(data, place) : question.in },
    question.topic === null ? null : { name: 'topic', label: topicName(data, question.topic) },
  ].filter(each => each !== null)
  if (labels.length === 0) return nothing
  return html`<p class="chosen small no-print">
    ${labels.map(
      ({ name, label }) =>
        html`<a class="button" href=${withQuery({ [name]: null, n: null })} aria-label=${t('remove-filter', { label })}>${label} <span aria-hidden="true">×</span></a> `,
    )}
  </p>`
}

type Facet = [value: string, n: number]

// So many places are listed as they are; of more those that have the words, most often first.
const LISTED = 12

function byPlace({ data, question, found, done }: Result): TemplateResult {
  const counts = new Map(found.byDocument)
  const all = data.regulations.map(({ id }): Facet => [id, counts.get(id) ?? 0])
  const few = all.length <= LISTED
  const listed = few ? all : all.sort(mostFirst)
  // As many lines from the beginning as there may be in the end, so that the topics below stay where they are.
  const first = few || !done ? LISTED : Math.min(LISTED, counts.size)
  const nameOf = (id: string) => placeOf(data, data.byId.get(id)!)
  return facets(t('by-place'), 'in', question.in, listed, first, nameOf)
}

function byTopic({ data, question, found }: Result): TemplateResult {
  const listed = found.byTopic.toSorted(mostFirst)
  return facets(t('by-topic'), 'topic', question.topic, listed, LISTED, id => topicName(data, id))
}

function mostFirst([, a]: Facet, [, b]: Facet): number {
  return b - a
}

function topicName(data: Site, id: string): string {
  const family = data.familyById.get(id)
  return family ? topicLabel(family.topic) : id === NO_TOPIC ? t('no-topic') : id
}

function facets(
  title: string,
  name: 'in' | 'topic',
  chosen: string | null,
  listed: Facet[],
  first: number,
  nameOf: (value: string) => string,
): TemplateResult {
  const largest = Math.max(1, ...listed.map(([, n]) => n))
  const line = ([value, n]: Facet) => {
    const on = value === chosen
    return html`<li>
      <a href=${withQuery({ [name]: on ? null : value, n: null })} aria-current=${on ? 'true' : nothing} class=${n === 0 ? 'empty' : ''}>
        <span>${nameOf(value)}</span><span class="n">${n}</span>
        <span class="bar" aria-hidden="true"><i ${css({ width: `${(100 * n) / largest}%` })}></i></span>
      </a>
    </li>`
  }
  const rest = listed.slice(first)
  return html`<h2>${title}</h2>
    <ul class="facet">
      ${listed.slice(0, first).map(line)}
    </ul>
    ${
      rest.length === 0
        ? nothing
        : html`<details class=${`rest ${name}`} @toggle=${refresh}>
            <summary>${t('other-facets', { n: rest.length })}</summary>
            <ul class="facet">
              ${isOpen(name) ? rest.map(line) : nothing}
            </ul>
          </details>`
    }`
}

/** Hundreds of places are laid out only for whoever opens the list: laying them out takes time whenever lines come in. */
function isOpen(name: 'in' | 'topic'): boolean {
  return document.querySelector<HTMLDetailsElement>(`.rest.${name}`)?.open ?? false
}

// Lines -----------------------------------------------------------------------------------------------------------------

function groupOf(all: Result, group: DocumentGroup): TemplateResult {
  const { data, question } = all
  const summary = data.byId.get(group.id)!
  const left = group.wanted - group.lines.length
  const units = [...groupBy(group.lines, each => each.unit || each.class).values()]
  return html`<section class="hits" aria-label=${placeOf(data, summary)}>
    <h2>${placeOf(data, summary)} <span class="faint small">${t('places', { n: group.wanted })}</span></h2>
    <ol lang=${shownLang(summary.script)}>
      ${units.map(lines => unitOf(data, group.id, lines))}
    </ol>
    ${
      left > 0 && question.in === null
        ? html`<p class="small"><a href=${withQuery({ in: group.id, n: null })}>${t('more-here', { n: left })}</a></p>`
        : nothing
    }
  </section>`
}

/** The places in one unit: what it is called is said once. */
function unitOf(data: Site, id: string, lines: Line[]): TemplateResult {
  const [first] = lines as [Line]
  const family = data.familyById.get(first.family ?? '')
  return html`<li>
    <div class="lines">${lines.map(each => lineOf(data, id, each))}</div>
    <p class="where small">
      <a href=${lineHref(data, id, first)}>${whereOf(data, id, first)}</a>
      ${family ? html`<a class="topic" href=${href(['family', family.id], { base: id })}>${topicLabel(family.topic)}</a>` : nothing}
    </p>
  </li>`
}

function lineOf(data: Site, id: string, line: Line): TemplateResult {
  const { hit, others } = line
  const text = script() === 'source' ? line.raw : shown(line.folded)
  const marks = others.map(range => ({ ...range, class: 'other-hit' }))
  const part = (from: number, to: number) => marked(text.slice(from, to), marks, from)
  return html`<a class="kwic" href=${lineHref(data, id, line)}>
    <span class="before"><span>${part(0, hit.from)}</span></span><mark>${text.slice(hit.from, hit.to)}</mark><span class="after">${part(hit.to, text.length)}</span>
  </a>`
}

function whereOf(data: Site, id: string, { unit, class: kind }: Line): string {
  return unit ? shown(unitName(data.byId.get(id)!, unit)) : t(`stretch-${kind}`)
}

/** Where the words are lit up: the raw layout shows what the text as it is read leaves out, or lights as a whole only. */
function lineHref(data: Site, id: string, { unit, class: kind, span, noisy }: Line): string {
  const isDivision = data.byId.get(id)!.divisions.some(each => each.address === unit)
  if (noisy || !unit || isDivision) return spanHref(id, span, { layout: 1 })
  return kind === 'text' ? spanHref(id, span) : unitHref(unit)
}

function more({ question, found }: Result): TemplateResult | typeof nothing {
  const laid = found.groups.reduce((sum, group) => sum + group.lines.length, 0)
  const left = found.wanted - laid
  if (left <= 0) return nothing
  return html`<p class="more no-print"><a class="button" href=${withQuery({ n: question.limit + MORE_LINES })}>${t('more-hits', { n: left })}</a></p>`
}

async function hitsCsv({ data, question }: Result): Promise<string> {
  const { groups } = await run('find', { ...question, limit: Number.MAX_SAFE_INTEGER })
  return csvText(
    ['regulation', 'place', 'address', 'citation', 'topic_zh', 'before', 'hit', 'after', 'start', 'end'],
    groups.flatMap(({ id, lines }) => {
      const summary = data.byId.get(id)!
      return lines.map(({ unit, family, raw, hit, span }) => [
        id,
        summary.place,
        unit,
        unit ? citation(summary, unit) : '',
        data.familyById.get(family ?? '')?.topic.zh ?? '',
        raw.slice(0, hit.from),
        raw.slice(hit.from, hit.to),
        raw.slice(hit.to),
        span.start,
        span.end,
      ])
    }),
  )
}
