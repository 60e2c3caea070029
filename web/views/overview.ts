import '../style/overview.css'
import { bareSubject } from '../../src/compare/subjects.ts'
import { groupBy } from '../../src/group.ts'
import { documentOf } from '../../src/structure/address.ts'
import type { Family, Measure, Overview, RegulationSummary, StrikingNumbers } from '../../src/types.ts'
import { count, t, topicLabel } from '../i18n/index.ts'
import { MEASURE_NAMES } from '../i18n/measures.ts'
import { w } from '../i18n/mentions.ts'
import { membersOf, overview, type Site, site } from '../parts/data.ts'
import { csvText, downloadBar } from '../parts/download.ts'
import {
  byChapter,
  type ChapterGroup,
  documentCount,
  documentsOf,
  type State,
  stateOf,
} from '../parts/families.ts'
import { html, nothing, svg, type TemplateResult } from '../parts/html.ts'
import { type Mentions, mentioning, mentions } from '../parts/mentions.ts'
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
  const map: MapData = {
    data,
    computed,
    mentions: data.regulations.length <= MENTIONS_SHOWN ? await mentions() : null,
  }
  const base = data.byId.get(route.query.base ?? '') ?? data.regulations[0]
  return {
    title: t('nav-overview'),
    content: html`
      <div class="page-head">
        <h1 tabindex="-1">${shown(data.title)}</h1>
        <p class="lead">${lead(data, computed)}</p>
      </div>
      ${strikingSection(data, computed)} ${base ? mapSection(map, base) : nothing} ${documentsSection(data, computed, route)}
      ${likenessSection(data, computed)}
    `,
    ready: main => listAllOnPaper(main, data, computed),
  }
}

// Beyond this many a mark for a mention would be too thin to be seen, and the places too many for a first view.
const MENTIONS_SHOWN = 60

function lead(data: Site, { mentioned }: Overview): string {
  const everywhere = data.families.filter(family => documentCount(family) === data.regulations.length)
  const single = data.families.filter(family => documentCount(family) === 1)
  const articles = data.regulations.reduce((sum, regulation) => sum + regulation.counts.articles, 0)
  const others = Object.keys(mentioned ?? {}).length
  const values = {
    documents: data.regulations.length,
    articles: count(articles),
    families: data.families.length,
    everywhere: everywhere.length,
    single: single.length,
  }
  return others > 0 ? w('lead', { ...values, mentioned: others }) : t('lead', values)
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

interface MapData {
  data: Site
  computed: Overview
  /** Null where there are too many documents for them to be shown. */
  mentions: Mentions | null
}

function mapSection(map: MapData, base: RegulationSummary): TemplateResult {
  const { data } = map
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
    ${legend(map)}
    <div class="family-map">${groups.map(group => mapGroup(map, base, group))}</div>
    ${downloadBar([{ label: t('map-csv'), file: 'guijian-map.csv', content: () => mapCsv(map, groups) }])}
  </section>`
}

function legend({ mentions }: MapData): TemplateResult {
  const mark = (state: string, top = 0) =>
    svg`<rect class=${`cell ${state}`} y=${top} width="11" height=${11 - top}></rect>`
  const entry = (marks: unknown, words: string) =>
    html`<span>${svg`<svg width="11" height="11" aria-hidden="true">${marks}</svg>`} ${words}</span>`
  return html`<p class="map-legend small">
    ${entry(mark('whole'), t('state-whole'))} ${entry(mark('part'), t('state-part'))}
    ${mentions?.size ? entry([mark('none'), mark('mentioned', 8)], w('state-mentioned')) : nothing}
    ${entry(mark('none'), t('state-none'))} ${entry(mark('only'), t('state-only'))}
  </p>`
}

function mapGroup(map: MapData, base: RegulationSummary, group: ChapterGroup): TemplateResult {
  const { data } = map
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
      ${group.families.map(family => mapRow(map, family))}
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

function mapRow(map: MapData, family: Family): TemplateResult {
  const { data } = map
  const present = documentsOf(family, data)
  const only = present.length === 1
  const place = only ? placeOf(data, data.byId.get(present[0]!)!) : ''
  return html`<li class=${only ? 'only' : ''}>
    <a href=${href(['family', family.id])}>
      <span class="topic">${topicLabel(family.topic)}${only ? onlyIn(map, family, place) : nothing}</span>
      <span class="visually-hidden">${t('answered-by', { n: present.length, total: data.regulations.length })}</span>
      ${strip(map, family, only)}
    </a>
  </li>`
}

/** That only one place has a provision; where others speak of it all the same, that they do. */
function onlyIn({ data, computed, mentions }: MapData, family: Family, place: string): TemplateResult {
  const n = computed.mentioned?.[family.id] ?? 0
  if (n === 0) return html` <em>${t('only-in', { place })}</em>`
  const others = mentions ? mentioning(mentions, family, data) : []
  const places = others.map(id => placeOf(data, data.byId.get(id)!)).join('、')
  return html` <em title=${places ? w('only-in-full', { places }) : nothing}>${w('only-in-mentioned', { place, n })}</em>`
}

/** How a document answers, or that it only mentions the matter. */
function shownState({ mentions }: MapData, family: Family, id: string): State | 'mentioned' {
  const state = stateOf(family, id)
  return state === 'none' && mentions?.get(family.id)?.has(id) ? 'mentioned' : state
}

function strip(map: MapData, family: Family, only: boolean): TemplateResult {
  const { data } = map
  const many = data.regulations.length > MANY
  const step = many ? 120 / data.regulations.length : CELL
  const width = many ? 120 : data.regulations.length * CELL
  const paths = { whole: '', part: '', none: '', mentioned: '' }
  data.regulations.forEach((regulation, index) => {
    const state = shownState(map, family, regulation.id)
    const side = many ? Math.max(step - (step > 3 ? 0.75 : 0), 0.35) : CELL - 2
    const square = (top: number) => `M${round(index * step)} ${top}h${round(side)}V12h-${round(side)}z`
    if (state === 'mentioned') paths.none += square(1)
    paths[state] += square(TOP[state])
  })
  return svg`<svg class="strip" width=${width} height="13" aria-hidden="true">
    <path class="cell none" d=${paths.none}></path>
    <path class=${`cell ${only ? 'only' : 'whole'}`} d=${paths.whole}></path>
    <path class=${`cell ${only ? 'only' : 'part'}`} d=${paths.part}></path>
    <path class="cell mentioned" d=${paths.mentioned}></path>
  </svg>` as TemplateResult
}

// The less a document says, the lower its mark.
const TOP = { whole: 1, none: 1, part: 6, mentioned: 9 }

function mapCsv(map: MapData, groups: ChapterGroup[]): string {
  const { data } = map
  const columns = ['chapter', 'family', 'topic_zh', 'topic_en', ...data.regulations.map(each => each.id)]
  const rows = groups.flatMap(group =>
    group.families.map(family => [
      group.chapter?.heading ?? '',
      family.id,
      family.topic.zh,
      family.topic.en,
      ...data.regulations.map(each => shownState(map, family, each.id)),
    ]),
  )
  return csvText(columns, rows)
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}
