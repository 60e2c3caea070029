import './compare.css'
import { KINDS } from '../../../src/compare/kinds.ts'
import type { Overview, RegulationSummary } from '../../../src/site-types.ts'
import type { Family, Regulation } from '../../../src/types.ts'
import { t, topicLabel } from '../../i18n/index.ts'
import { w } from '../../i18n/mentions.ts'
import { unitName } from '../../parts/cite.ts'
import { membersOf, overview, regulations, type Site, site } from '../../parts/data.ts'
import { csvText, downloadBar } from '../../parts/download.ts'
import { byChapter, documentCount, isOnlyInOne, wordingCount } from '../../parts/families.ts'
import { fileLinks } from '../../parts/files.ts'
import { css, html, nothing, type TemplateResult } from '../../parts/html.ts'
import { cleanQuoteOf, type Mentions, mentions, quoteOf } from '../../parts/mentions.ts'
import { pinList } from '../../parts/pins.ts'
import { documentChips, placeOf } from '../../parts/places.ts'
import { go, href, type Route, spanHref, withQuery } from '../../parts/router.ts'
import {
  chapterTitle,
  columnsAsked,
  idsOf,
  keyOf,
  packQuery,
  rowsAsked,
  type TopicRow,
  textAt,
} from '../../parts/topics.ts'
import { fieldValue, onTyped } from '../../parts/typing.ts'
import { windowRows } from '../../parts/window.ts'
import { shown } from '../../reader/script.ts'
import type { View } from '../view.ts'

/** 对照: the aligned table. Rows are families under the base's chapters, columns are documents. */
export const view: View = async route => {
  const [data, computed] = await Promise.all([site(), overview()])
  const columns = columnsAsked(route.query, data)
  const [texts, rows, mentioned] = await Promise.all([
    regulations(columns.map(each => each.id)),
    rowsAsked(route.query, data),
    mentions(),
  ])
  const table: Table = {
    data,
    computed,
    route,
    columns,
    texts: new Map(texts.map(text => [text.id, text])),
    rows,
    mentions: mentioned,
  }
  return { title: t('nav-compare'), content: page(table), ready: main => drawRows(main, table) }
}

interface Table {
  data: Site
  computed: Overview
  route: Route
  columns: RegulationSummary[]
  texts: Map<string, Regulation>
  rows: TopicRow[]
  mentions: Mentions
}

function page(table: Table): TemplateResult {
  const families = table.rows.filter(row => 'family' in row).length
  return html`
    <div class="page-head">
      <h1 tabindex="-1">${t('compare-title')}</h1>
      <p class="lead">${t('compare-lead')}</p>
      ${pinList()}
    </div>
    ${filters(table)}
    <p class="small faint" role="status">${t('rows-shown', { n: families, total: table.data.families.length })}</p>
    <div class="table-scroll" role="region" tabindex="0" aria-label=${t('compare-title')}>
      <table class="aligned" aria-rowcount=${families + 1} ${css({ '--columns': table.columns.length })}>
        <thead>
          <tr>
            <th scope="col">${t('topic')}</th>
            ${table.columns.map(each => html`<th scope="col"><a href=${href(['doc', each.id])}>${placeOf(table.data, each)}</a>${condition(table, each)}</th>`)}
          </tr>
        </thead>
        <tbody></tbody>
      </table>
    </div>
    ${downloads(table)}
  `
}

function filters({ data, route, columns }: Table): TemplateResult {
  const base = columns[0]!
  const set = (name: string) => (event: Event) =>
    go(withQuery({ [name]: (event.target as HTMLSelectElement | HTMLInputElement).value }), 'replace')
  const typed = onTyped(q => go(withQuery({ q }), 'replace'))
  const option = (value: string, label: string, current: string | undefined) =>
    html`<option value=${value} ?selected=${value === (current ?? '')}>${label}</option>`
  const documents = (current: string | undefined) =>
    data.regulations.map(each => option(each.id, placeOf(data, each), current))
  const filtered = FILTERS.some(name => route.query[name])
  return html`<details class="filter-box no-print" ?open=${filtered || innerWidth > 760}>
    <summary>${t('filters')}</summary>
    <div class="controls filters" role="search" aria-label=${t('filters')}>
    <label>${t('filter-text')}<input type="search" .value=${fieldValue(route.query.q ?? '')} @input=${typed} @compositionend=${typed} /></label>
    <label>${t('filter-chapter')}<select @change=${set('chapter')}>
      ${option('', t('all'), route.query.chapter)}
      ${byChapter(data, base).map(group => option(keyOf(group), shown(chapterTitle(group)), route.query.chapter))}
    </select></label>
    <label>${t('filter-only')}<select @change=${set('only')}>
      ${option('', t('all'), route.query.only)}${option('any', t('only-any'), route.query.only)}${option('alone', w('only-alone'), route.query.only)}${documents(route.query.only)}
    </select></label>
    <label>${t('filter-kind')}<select @change=${set('kind')}>
      ${option('', t('all'), route.query.kind)}
      ${KINDS.map(kind => option(kind, t(`kind-${kind}`), route.query.kind))}
    </select></label>
    <label>${t('sort')}<select @change=${set('sort')}>
      ${option('', t('sort-chapter'), route.query.sort)}${option('spread', t('sort-spread'), route.query.sort)}
    </select></label>
    ${documentChips(
      data,
      columns.map(each => each.id),
      {},
      ids => withQuery({ docs: ids.join(',') }),
    )}
    ${pairChoice(data, columns)}
    ${filtered ? html`<a class="small" href=${withQuery(Object.fromEntries(FILTERS.map(name => [name, null])))}>${t('clear-filters')}</a>` : nothing}
    </div>
  </details>`
}

const FILTERS = ['q', 'chapter', 'only', 'has', 'lacks', 'kind']

/** Whether a column's document must have the topic: three states, one after the other at each press. */
function condition({ route, data }: Table, column: RegulationSummary): TemplateResult {
  const [has, lacks] = [idsOf(route.query.has), idsOf(route.query.lacks)]
  const state = has.includes(column.id) ? 'has' : lacks.includes(column.id) ? 'lacks' : 'either'
  const without = (ids: string[]) => ids.filter(id => id !== column.id)
  const next = {
    either: { has: [...has, column.id], lacks },
    has: { has: without(has), lacks: [...lacks, column.id] },
    lacks: { has, lacks: without(lacks) },
  }[state]
  const press = () => go(withQuery({ has: next.has.join(','), lacks: next.lacks.join(',') }), 'replace')
  return html`<button type="button" class=${`quiet no-print condition ${state}`} title=${t('condition-note')} aria-label=${t('condition', { place: placeOf(data, column), state: t(`condition-${state}`) })} @click=${press}>${t(`condition-${state}`)}</button>`
}

function pairChoice(data: Site, columns: RegulationSummary[]): TemplateResult | typeof nothing {
  const [a, b] = [columns[0], columns[1] ?? data.regulations.find(each => each.id !== columns[0]?.id)]
  if (!a || !b) return nothing
  return html`<a class="button" href=${href(['pair', a.id, b.id])}>${t('read-pair')}</a>`
}

// Rows, of which only those in sight are drawn ------------------------------------------------------------------------------

const ROW = 112
const HEADING = 44

function drawRows(main: HTMLElement, table: Table): () => void {
  const scroller = main.querySelector<HTMLElement>('.table-scroll')!
  const body = main.querySelector('tbody')!
  const heights = table.rows.map(row => ('chapter' in row ? HEADING : ROW))
  return windowRows(
    scroller,
    body,
    heights,
    index => tableRow(table, table.rows[index]!, index),
    table.columns.length + 1,
  )
}

function tableRow(table: Table, row: TopicRow, index: number): TemplateResult {
  if ('chapter' in row)
    return html`<tr class="chapter-row" ${css({ height: `${HEADING}px` })}>
      <th scope="rowgroup" colspan=${table.columns.length + 1}>${shown(row.chapter)}</th>
    </tr>`
  const { family } = row
  return html`<tr ${css({ height: `${ROW}px` })} aria-rowindex=${index + 2}>
    <th scope="row">
      <a href=${topicHref(table, family)}>${topicLabel(family.topic)}</a>
      ${spreadMark(table, row.spread, family)}
    </th>
    ${table.columns.map(column => cell(table, family, column))}
  </tr>`
}

function spreadMark({ data, computed }: Table, spread: number, family: Family): TemplateResult {
  const present = documentCount(family)
  const wordings = wordingCount(family)
  const label = t('spread', { n: present, total: data.regulations.length, wordings })
  const telling = TELLING.filter(kind => computed.kinds[family.id]?.includes(kind))
  return html`<span class="spread small"><span class="meter" aria-hidden="true"><i ${css({ width: `${Math.round(spread * 100)}%` })}></i></span>${label}</span>
    ${telling.map(kind => html`<span class=${`kind ${kind}`}>${t(`kind-${kind}`)}</span>`)}`
}

// Nearly every topic differs in scope or wording; these are worth a mark in a list.
const TELLING = ['quantity', 'modality', 'actor'] as const

/** A topic keeps what the table was narrowed down to: for its next and previous topic, and for its differences. */
function topicHref({ route }: Table, family: Family, base?: string): string {
  return href(['family', family.id], { base, kind: route.query.kind, from: packQuery(route.query) })
}

function cell(table: Table, family: Family, column: RegulationSummary): TemplateResult {
  const members = membersOf(family, column.id)
  if (members.length === 0) return absentCell(table, family, column)
  const only = isOnlyInOne(family, table.data)
  const names = members.map(member => unitName(column, member.address))
  return html`<td class=${only ? 'only' : ''}>
    <a class="cell" href=${topicHref(table, family, column.id)}>
      <span class="unit">${shown(names.join('、'))}<i class="wording" title=${t('wording', { name: members[0]!.wording })}>${members[0]!.wording}</i></span>
      <span class="preview" lang="zh">${shown(members.map(member => textAt(table.texts.get(column.id)!, member.address)).join(' '))}</span>
    </a>
  </td>`
}

/** Without a counterpart; where the document speaks of the matter all the same, with the place. */
function absentCell({ mentions, texts }: Table, family: Family, column: RegulationSummary): TemplateResult {
  const isWhole = column.complete !== false
  const none = html`<span class="visually-hidden">${t(isWhole ? 'not-regulated' : 'cut-off')}</span>`
  const place = mentions.get(family.id)?.get(column.id)
  if (!place && !isWhole) return html`<td class="absent">${t('cut-off')}</td>`
  if (!place) return html`<td class="absent"><span aria-hidden="true">—</span>${none}</td>`
  return html`<td class="absent mentioned">${none}
    <a class="cell" href=${spanHref(column.id, place.span)}>
      <span class="unit">${w('mentioned')} ${shown(unitName(column, place.address))}</span>
      <span class="preview" lang="zh">${w('quoted', { quote: quoteOf(texts.get(column.id)!, place, null) })}</span>
    </a>
  </td>`
}

function downloads(table: Table): TemplateResult {
  const shownTable = () => {
    const names = [
      ...table.columns.flatMap(column => [column.id, `${column.id}_text`]),
      ...table.columns.flatMap(column => [`${column.id}_mentioned`, `${column.id}_mentioned_text`]),
    ]
    const rows = table.rows
      .flatMap(row => ('family' in row ? [row.family] : []))
      .map(family => [
        family.id,
        family.topic.zh,
        family.topic.en,
        ...table.columns.flatMap(column => {
          const members = membersOf(family, column.id).map(member => member.address)
          return [
            members.join(' '),
            members.map(address => textAt(table.texts.get(column.id)!, address)).join('\n'),
          ]
        }),
        ...table.columns.flatMap(column => {
          const place = table.mentions.get(family.id)?.get(column.id)
          return place ? [place.address, cleanQuoteOf(table.texts.get(column.id)!, place)] : ['', '']
        }),
      ])
    return csvText(['family', 'topic_zh', 'topic_en', ...names], rows)
  }
  return html`${downloadBar([{ label: t('shown-csv'), file: 'guijian-comparison.csv', content: shownTable }])}
    ${fileLinks(['families.csv', 'family_members.csv', 'alignment.csv', 'differences.csv', 'mentions.csv', 'guijian.xlsx'])}`
}
