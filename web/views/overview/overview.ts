import './overview.css'
import { groupBy } from '../../../src/group.ts'
import { bareSubject } from '../../../src/insights/subjects.ts'
import type { Overview, StrikingNumbers } from '../../../src/site-types.ts'
import { documentOf } from '../../../src/structure/address.ts'
import type { Family, Measure } from '../../../src/types.ts'
import { count, t, topicLabel } from '../../i18n/index.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'
import { w } from '../../i18n/mentions.ts'
import { notCounted } from '../../parts/complete.ts'
import { overview, type Site, site } from '../../parts/data.ts'
import { documentCount, isOnlyInOne } from '../../parts/families.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { mentions } from '../../parts/mentions.ts'
import { placeOf } from '../../parts/places.ts'
import { href, spanHref } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import type { View } from '../view.ts'
import { actsSection } from './acts.ts'
import { documentsSection, listAllOnPaper } from './documents.ts'
import { likenessSection } from './likeness.ts'
import { type MapData, mapSection } from './map.ts'

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
      ${strikingSection(data, computed)} ${actsSection(data, computed)} ${base ? mapSection(map, base) : nothing} ${documentsSection(data, computed, route)}
      ${likenessSection(data, computed)}
    `,
    ready: main => listAllOnPaper(main, data, computed),
  }
}

// Beyond this many a mark for a mention would be too thin to be seen, and the places too many for a first view.
const MENTIONS_SHOWN = 60

function lead(data: Site, { mentioned }: Overview): string {
  const everywhere = data.families.filter(family => documentCount(family) === data.regulations.length)
  const single = data.families.filter(family => isOnlyInOne(family, data))
  const articles = data.regulations.reduce((sum, regulation) => sum + regulation.counts.articles, 0)
  const others = Object.keys(mentioned ?? {}).length
  const values = {
    documents: data.regulations.length,
    articles: count(articles),
    families: data.families.length,
    everywhere: everywhere.length,
    single: single.length,
  }
  if (data.regulations.length === 1) return t('lead-one', values)
  const said = others > 0 ? w('lead', { ...values, mentioned: others }) : t('lead', values)
  return said + notCounted(data)
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
    <p class="small no-print"><a href=${href(['numbers'])}>${t('all-numbers')}</a></p>
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
