import type { Overview, RegulationSummary } from '../../../src/site-types.ts'
import type { Family } from '../../../src/types.ts'
import { t, topicLabel } from '../../i18n/index.ts'
import { w } from '../../i18n/mentions.ts'
import { notCounted } from '../../parts/complete.ts'
import { membersOf, type Site } from '../../parts/data.ts'
import { csvText, downloadBar } from '../../parts/download.ts'
import {
  byChapter,
  type ChapterGroup,
  documentsOf,
  isOnlyInOne,
  type Presence,
  presenceOf,
} from '../../parts/families.ts'
import { html, nothing, svg, type TemplateResult } from '../../parts/html.ts'
import { type Mentions, mentioning, mentions } from '../../parts/mentions.ts'
import { documentOptions, placeOf } from '../../parts/places.ts'
import { go, href, withQuery } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { SIDE_BY_SIDE } from './likeness.ts'

/** What the map is drawn from. */
export interface MapData {
  data: Site
  computed: Overview
  /** Null where there are too many documents for them to be shown. */
  mentions: Mentions | null
}

/** An index of topics by the chapters of a base, with a mark for each document. */
export function mapSection(map: MapData, base: RegulationSummary): TemplateResult {
  const { data } = map
  const groups = byChapter(data, base)
  const choose = (event: Event) =>
    go(withQuery({ base: (event.target as HTMLSelectElement).value }), 'replace')
  return html`<section>
    <div class="section-head">
      <h2 id="map">${t('map')}</h2>
      <p>${t('map-note')}</p>
      <label class="small no-print">${t('map-base')}
        <select @change=${choose}>
          ${documentOptions(data, base.id)}
        </select>
      </label>
    </div>
    ${legend(map)}
    <div class="family-map">${groups.map(group => mapGroup(map, base, group))}</div>
    ${downloadBar([{ label: t('map-csv'), file: 'guijian-map.csv', content: () => mapCsv(map, groups) }])}
  </section>`
}

function legend({ data, mentions }: MapData): TemplateResult {
  const mark = (state: string, top = 0) =>
    svg`<rect class=${`cell ${state}`} y=${top} width="11" height=${11 - top}></rect>`
  const entry = (marks: unknown, words: string) =>
    html`<span>${svg`<svg width="11" height="11" aria-hidden="true">${marks}</svg>`} ${words}</span>`
  return html`<p class="map-legend small">
    ${entry(mark('whole'), t('state-whole'))} ${entry(mark('part'), t('state-part'))}
    ${mentions?.size ? entry([mark('none'), mark('mentioned', 8)], w('state-mentioned')) : nothing}
    ${data.regulations.length > 1 ? [entry(mark('none'), t('state-none')), ' ', entry(mark('only'), t('state-only'))] : nothing}
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
      ${data.regulations.length <= SIDE_BY_SIDE ? html`<span class="initials" aria-hidden="true">${initials(data)}</span>` : nothing}
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
  const only = isOnlyInOne(family, data)
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
  const cut = notCounted(data)
  if (n === 0) return html` <em title=${cut.trim() || nothing}>${t('only-in', { place })}</em>`
  const others = mentions ? mentioning(mentions, family, data) : []
  const places = others.map(id => placeOf(data, data.byId.get(id)!)).join('、')
  return html` <em title=${places ? w('only-in-full', { places }) + cut : nothing}>${w('only-in-mentioned', { place, n })}</em>`
}

/** How a document answers, or that it only mentions the matter. */
function shownPresence(mentions: Mentions | null, family: Family, id: string): Presence | 'mentioned' {
  const state = presenceOf(family, id)
  return state === 'none' && mentions?.get(family.id)?.has(id) ? 'mentioned' : state
}

function strip(map: MapData, family: Family, only: boolean): TemplateResult {
  const { data } = map
  const many = data.regulations.length > SIDE_BY_SIDE
  const step = many ? 120 / data.regulations.length : CELL
  const width = many ? 120 : data.regulations.length * CELL
  const paths = { whole: '', part: '', none: '', mentioned: '' }
  data.regulations.forEach((regulation, index) => {
    const state = shownPresence(map.mentions, family, regulation.id)
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

/** Also of more documents than mentions are shown of. */
async function mapCsv({ data }: MapData, groups: ChapterGroup[]): Promise<string> {
  const found = await mentions()
  const columns = ['chapter', 'family', 'topic_zh', 'topic_en', ...data.regulations.map(each => each.id)]
  const rows = groups.flatMap(group =>
    group.families.map(family => [
      group.chapter?.heading ?? '',
      family.id,
      family.topic.zh,
      family.topic.en,
      ...data.regulations.map(each => shownPresence(found, family, each.id)),
    ]),
  )
  return csvText(columns, rows)
}

function round(n: number): number {
  return Math.round(n * 100) / 100
}
