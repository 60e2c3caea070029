import '../style/overview.css'
import { bareSubject } from '../../src/compare/subjects.ts'
import { groupBy } from '../../src/group.ts'
import { documentOf } from '../../src/structure/address.ts'
import type { Family, Measure, Overview, RegulationSummary, StrikingNumbers } from '../../src/types.ts'
import { count, t, topicLabel } from '../i18n/index.ts'
import { MEASURE_NAMES } from '../i18n/measures.ts'
import { membersOf, overview, type Site, site } from '../parts/data.ts'
import { csvText, downloadBar } from '../parts/download.ts'
import { byChapter, type ChapterGroup, documentCount, documentsOf, stateOf } from '../parts/families.ts'
import { html, nothing, svg, type TemplateResult } from '../parts/html.ts'
import { placeOf } from '../parts/places.ts'
import { go, href, spanHref, withQuery } from '../parts/router.ts'
import { shown } from '../parts/script.ts'
import { language } from '../parts/settings.ts'
import { documentsSection, listAllOnPaper } from './overview-documents.ts'
import { likenessSection, MANY } from './overview-likeness.ts'
import type { View } from './view.ts'

/** 总览: what is here and what is striking. */
export const view: View = async route => {
  const [data, computed] = await Promise.all([site(), overview()])
  const base = data.byId.get(route.query.base ?? '') ?? data.regulations[0]
  return {
    title: t('nav-overview'),
    content: html`
      <div class="page-head">
        <h1 tabindex="-1">${shown(data.title)}</h1>
        <p class="lead">${lead(data)}</p>
      </div>
      ${strikingSection(data, computed)} ${base ? mapSection(data, base) : nothing} ${documentsSection(data, computed, route)}
      ${likenessSection(data, computed)}
    `,
    ready: main => listAllOnPaper(main, data, computed),
  }
}

function lead(data: Site): string {
  const everywhere = data.families.filter(family => documentCount(family) === data.regulations.length)
  const single = data.families.filter(family => documentCount(family) === 1)
  const articles = data.regulations.reduce((sum, regulation) => sum + regulation.counts.articles, 0)
  return t('lead', {
    documents: data.regulations.length,
    articles: count(articles),
    families: data.families.length,
    everywhere: everywhere.length,
    single: single.length,
  })
}

// What is striking ----------------------------------------------------------------------------------------------

function strikingSection(data: Site, computed: Overview): TemplateResult | typeof nothing {
  const found = computed.striking.filter(each => data.familyById.has(each.family)).slice(0, 8)
  if (found.length === 0) return nothing
  return html`<section>
    <div class="section-head">
      <h2 id="striking">${t('striking')}</h2>
      <p>${t('striking-note')}</p>
    </div>
    <dl class="striking">
      ${found.map(each => strikingRow(data, each))}
    </dl>
    <p class="small"><a href=${href(['numbers'])}>${t('all-numbers')}</a></p>
  </section>`
}

function strikingRow(data: Site, found: StrikingNumbers): TemplateResult {
  const family = data.familyById.get(found.family)!
  return html`<div>
    <dt>
      <a href=${href(['family', family.id])}>${topicLabel(family.topic)}</a>
      <a class="small faint" href=${href(['numbers'], { show: 'chart', measure: found.measure })}>${aboutOf(found, family)}</a>
    </dt>
    <dd>${found.answers.map(answer => html`<span class="answer">${quotesOf(data, answer, isOneSubject(found))}</span>`)}</dd>
  </div>`
}

/** The measure; before it what is measured, where the documents say it in one way and the topic does not say so already. */
function aboutOf(found: StrikingNumbers, family: Family): string {
  const { subject, measure } = found
  const name = shown(MEASURE_NAMES[measure as Measure][language()])
  const said = subject === '' || family.topic.zh.includes(subject) || subject.includes(family.topic.zh)
  return said || !isOneSubject(found) ? name : `${shown(subject)} · ${name}`
}

/** Whether all say what is measured in the same words; else each number says its own. */
function isOneSubject({ answers }: StrikingNumbers): boolean {
  return new Set(answers.flat().map(each => bareSubject(each.subject))).size === 1
}

// Of documents that say the same number in many ways, so many ways are quoted.
const QUOTED = 4

/** One number as each document words it: nobody is quoted with another's words. */
function quotesOf(data: Site, answer: StrikingNumbers['answers'][number], one: boolean): TemplateResult {
  const byQuote = [
    ...groupBy(answer, each => (one ? each.quote : `${each.quote}\n${each.subject}`)).values(),
  ].sort((a, b) => b.length - a.length)
  const rest = byQuote.slice(QUOTED).flat().length
  return html`${byQuote.slice(0, QUOTED).map(same => quoteOf(data, same, one))}${rest > 0 ? html`<span class="places">${t('and-more', { n: rest })}</span>` : nothing}`
}

function quoteOf(data: Site, same: StrikingNumbers['answers'][number], one: boolean): TemplateResult {
  const { address, span, quote, subject } = same[0]!
  const places = same.map(each => placeOf(data, data.byId.get(documentOf(each.address))!))
  const named =
    places.length > 4
      ? `${places.slice(0, 3).join('、')}${t('and-others', { n: places.length })}`
      : places.join('、')
  return html`<span class=${one ? 'quoted' : 'quoted alone'}><span class="places">${named}</span>
    <a href=${spanHref(documentOf(address), span)} lang="zh">${shown(quote)}</a>${one ? nothing : html` <span class="small faint">${shown(subject)}</span>`}</span>`
}

// The map: an index of topics, with a mark for each document -----------------------------------------------------

function mapSection(data: Site, base: RegulationSummary): TemplateResult {
  const groups = byChapter(data, base)
  const choose = (event: Event) =>
    go(withQuery({ base: (event.target as HTMLSelectElement).value }), 'replace')
  return html`<section>
    <div class="section-head">
      <h2 id="map">${t('map')}</h2>
      <p>${t('map-note')}</p>
      <label class="small">${t('map-base')}
        <select @change=${choose}>
          ${data.regulations.map(
            each =>
              html`<option value=${each.id} ?selected=${each.id === base.id}>${placeOf(data, each)}</option>`,
          )}
        </select>
      </label>
    </div>
    ${legend()}
    <div class="family-map">${groups.map(group => mapGroup(data, base, group))}</div>
    ${downloadBar([{ label: t('map-csv'), file: 'guijian-map.csv', content: () => mapCsv(data, groups) }])}
  </section>`
}

function legend(): TemplateResult {
  return html`<p class="map-legend small">
    ${(['whole', 'part', 'none', 'only'] as const).map(
      state =>
        html`<span>${svg`<svg width="11" height="11" aria-hidden="true"><rect class=${`cell ${state}`} width="11" height="11"></rect></svg>`} ${t(`state-${state}`)}</span>`,
    )}
  </p>`
}

function mapGroup(data: Site, base: RegulationSummary, group: ChapterGroup): TemplateResult {
  const title = group.chapter
    ? `${group.chapter.label} ${group.chapter.heading}`
    : t(
        base.divisions.length > 0 || group.families.some(family => membersOf(family, base.id).length === 0)
          ? 'not-in-base'
          : 'whole-text',
        { place: base.place },
      )
  return html`<div class="map-group">
    <div class="map-head">
      <h3>${shown(title)}</h3>
      ${data.regulations.length <= MANY ? html`<span class="initials" aria-hidden="true">${initials(data)}</span>` : nothing}
    </div>
    <ul>
      ${group.families.map(family => mapRow(data, family))}
    </ul>
  </div>`
}

const CELL = 13

function initials(data: Site): TemplateResult {
  return svg`<svg width=${data.regulations.length * CELL} height="14">
    ${data.regulations.map(
      (regulation, index) =>
        svg`<text x=${index * CELL + (CELL - 2) / 2} y="11" text-anchor="middle">${shown(regulation.place.slice(0, 1))}</text>`,
    )}
  </svg>`
}

function mapRow(data: Site, family: Family): TemplateResult {
  const present = documentsOf(family, data)
  const only = present.length === 1
  const place = only ? placeOf(data, data.byId.get(present[0]!)!) : ''
  return html`<li class=${only ? 'only' : ''}>
    <a href=${href(['family', family.id])}>
      <span class="topic">${topicLabel(family.topic)}${only ? html` <em>${t('only-in', { place })}</em>` : nothing}</span>
      <span class="visually-hidden">${t('answered-by', { n: present.length, total: data.regulations.length })}</span>
      ${strip(data, family, only)}
    </a>
  </li>`
}

function strip(data: Site, family: Family, only: boolean): TemplateResult {
  const many = data.regulations.length > MANY
  const step = many ? 120 / data.regulations.length : CELL
  const width = many ? 120 : data.regulations.length * CELL
  const paths = { whole: '', part: '', none: '' }
  data.regulations.forEach((regulation, index) => {
    const state = stateOf(family, regulation.id)
    const side = many ? Math.max(step - (step > 3 ? 0.75 : 0), 0.35) : CELL - 2
    const top = state === 'part' ? 6 : 1
    paths[state] += `M${round(index * step)} ${top}h${round(side)}V12h-${round(side)}z`
  })
  return svg`<svg class="strip" width=${width} height="13" aria-hidden="true">
    <path class="cell none" d=${paths.none}></path>
    <path class=${`cell ${only ? 'only' : 'whole'}`} d=${paths.whole}></path>
    <path class=${`cell ${only ? 'only' : 'part'}`} d=${paths.part}></path>
  </svg>` as TemplateResult
}

function mapCsv(data: Site, groups: ChapterGroup[]): string {
  const columns = ['chapter', 'family', 'topic_zh', 'topic_en', ...data.regulations.map(each => each.id)]
  const rows = groups.flatMap(group =>
    group.families.map(family => [
      group.chapter?.heading ?? '',
      family.id,
      family.topic.zh,
      family.topic.en,
      ...data.regulations.map(each => stateOf(family, each.id)),
    ]),
  )
  return csvText(columns, rows)
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}
