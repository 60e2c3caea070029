import '../style/compare.css'
import { articleAddressOf, articleText, documentOf, paragraphText } from '../../src/structure/address.ts'
import type { Family, Overview, Regulation, RegulationSummary } from '../../src/types.ts'
import { t, topicLabel } from '../i18n/index.ts'
import { articleLabel, unitName } from '../parts/cite.ts'
import { membersOf, overview, regulations, type Site, site } from '../parts/data.ts'
import { csvText, downloadBar } from '../parts/download.ts'
import { byChapter, type ChapterGroup, documentsOf, spreadOf } from '../parts/families.ts'
import { fileLinks } from '../parts/files.ts'
import { css, html, nothing, type TemplateResult } from '../parts/html.ts'
import { pins } from '../parts/pins.ts'
import { documentChips, placeOf } from '../parts/places.ts'
import { go, href, type Query, type Route, withQuery } from '../parts/router.ts'
import { shown } from '../parts/script.ts'
import { fieldValue, onTyped } from '../parts/typing.ts'
import { windowRows } from '../parts/window.ts'
import type { View } from './view.ts'

const READABLE = 6
const KINDS = ['quantity', 'modality', 'actor', 'scope', 'missing', 'wording'] as const

/** 对照: the aligned table. Rows are families under the base's chapters, columns are documents. */
export const view: View = async route => {
  const [data, computed] = await Promise.all([site(), overview()])
  const columns = columnsShown(route, data)
  const texts = new Map((await regulations(columns.map(each => each.id))).map(text => [text.id, text]))
  const words = await settled(route.query.q ?? '')
  const rows = rowsOf({ data, computed, query: route.query, words, texts }, columns[0]!)
  const table: Table = { data, computed, route, columns, texts, rows }
  return { title: t('nav-compare'), content: page(table), ready: main => drawRows(main, table) }
}

// What is typed in either script is looked for; the tables of characters are loaded when something is.
async function settled(words: string): Promise<string> {
  if (words.trim() === '') return ''
  const { fold } = await import('../../src/text/fold.ts')
  return fold(words.trim()).toLowerCase()
}

interface Table {
  data: Site
  computed: Overview
  route: Route
  columns: RegulationSummary[]
  texts: Map<string, Regulation>
  rows: Row[]
}

type Row = { chapter: string } | { family: Family; spread: number }

function columnsShown(route: Route, data: Site): RegulationSummary[] {
  const asked = (route.query.docs ?? '').split(',').flatMap(id => data.byId.get(id) ?? [])
  return asked.length > 0 ? asked : data.regulations.slice(0, READABLE)
}

/** What a row is chosen by: the filters of the address, and the texts of the columns that are shown. */
interface Wanted {
  data: Site
  computed: Overview
  query: Query
  /** What the filter says, folded. */
  words: string
  texts: Map<string, Regulation>
}

function rowsOf(asked: Wanted, base: RegulationSummary): Row[] {
  const { data, query } = asked
  const groups = byChapter(data, base)
    .filter(group => !query.chapter || keyOf(group) === query.chapter)
    .map(group => ({ ...group, families: group.families.filter(family => wanted(asked, family)) }))
  if (query.sort === 'spread') {
    const families = groups.flatMap(group => group.families)
    return families
      .map(family => ({ family, spread: spreadOf(family, data) }))
      .sort((a, b) => b.spread - a.spread)
  }
  return groups
    .filter(group => group.families.length > 0)
    .flatMap(group => [
      { chapter: chapterTitle(group) },
      ...group.families.map(family => ({ family, spread: spreadOf(family, data) })),
    ])
}

function wanted({ data, computed, query, words, texts }: Wanted, family: Family): boolean {
  const present = documentsOf(family, data)
  if (query.only && !(present.length === 1 && (query.only === 'any' || present[0] === query.only)))
    return false
  if (query.lacks && present.includes(String(query.lacks))) return false
  const kinds = computed.kinds[family.id] ?? []
  if (query.kind && !kinds.some(kind => kind === query.kind)) return false
  return words === '' || wordsOf(family, texts).some(text => text.toLowerCase().includes(words))
}

/** Its topic, and what the shown documents say on it. */
function wordsOf({ topic, id, members }: Family, texts: Map<string, Regulation>): string[] {
  const said = members.map(({ address }) => {
    const text = texts.get(documentOf(address))
    return text ? textOf(text, address) : ''
  })
  return [topic.zh, topic.en, id, ...said]
}

function keyOf(group: ChapterGroup): string {
  return group.chapter?.address ?? 'none'
}

function chapterTitle(group: ChapterGroup): string {
  return group.chapter ? `${group.chapter.label} ${group.chapter.heading}` : t('not-in-base')
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
            ${table.columns.map(each => html`<th scope="col"><a href=${href(['doc', each.id])}>${placeOf(table.data, each)}</a></th>`)}
          </tr>
        </thead>
        <tbody></tbody>
      </table>
    </div>
    ${downloads(table)}
  `
}

function pinList(): TemplateResult | typeof nothing {
  const list = pins()
  if (list.length === 0) return nothing
  return html`<p class="small pins no-print">${t('pins')}: ${list.map(pin => html`<a href=${pin.address}>${pin.label}</a> `)}</p>`
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
  const filtered = ['q', 'chapter', 'only', 'lacks', 'kind', 'sort'].some(name => route.query[name])
  return html`<details class="filter-box no-print" ?open=${filtered || innerWidth > 760}>
    <summary>${t('filters')}</summary>
    <div class="controls filters" role="search" aria-label=${t('filters')}>
    <label>${t('filter-text')}<input type="search" .value=${fieldValue(route.query.q ?? '')} @input=${typed} @compositionend=${typed} /></label>
    <label>${t('filter-chapter')}<select @change=${set('chapter')}>
      ${option('', t('all'), route.query.chapter)}
      ${byChapter(data, base).map(group => option(keyOf(group), shown(chapterTitle(group)), route.query.chapter))}
    </select></label>
    <label>${t('filter-only')}<select @change=${set('only')}>
      ${option('', t('all'), route.query.only)}${option('any', t('only-any'), route.query.only)}${documents(route.query.only)}
    </select></label>
    <label>${t('filter-lacks')}<select @change=${set('lacks')}>
      ${option('', t('all'), route.query.lacks)}${documents(route.query.lacks)}
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
    </div>
  </details>`
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

function tableRow(table: Table, row: Row, index: number): TemplateResult {
  if ('chapter' in row)
    return html`<tr class="chapter-row" ${css({ height: `${HEADING}px` })}>
      <th scope="rowgroup" colspan=${table.columns.length + 1}>${shown(row.chapter)}</th>
    </tr>`
  const { family } = row
  return html`<tr ${css({ height: `${ROW}px` })} aria-rowindex=${index + 2}>
    <th scope="row">
      <a href=${href(['family', family.id])}>${topicLabel(family.topic)}</a>
      ${spreadMark(table, row.spread, family)}
    </th>
    ${table.columns.map(column => cell(table, family, column))}
  </tr>`
}

function spreadMark({ data, computed }: Table, spread: number, family: Family): TemplateResult {
  const present = documentsOf(family, data).length
  const wordings = new Set(family.members.map(member => member.wording)).size
  const label = t('spread', { n: present, total: data.regulations.length, wordings })
  const telling = TELLING.filter(kind => computed.kinds[family.id]?.includes(kind))
  return html`<span class="spread small"><span class="meter" aria-hidden="true"><i ${css({ width: `${Math.round(spread * 100)}%` })}></i></span>${label}</span>
    ${telling.map(kind => html`<span class=${`kind ${kind}`}>${t(`kind-${kind}`)}</span>`)}`
}

// Nearly every topic differs in scope or wording; these are worth a mark in a list.
const TELLING = ['quantity', 'modality', 'actor'] as const

function cell({ texts, data }: Table, family: Family, column: RegulationSummary): TemplateResult {
  const members = membersOf(family, column.id)
  if (members.length === 0)
    return html`<td class="absent"><span aria-hidden="true">—</span><span class="visually-hidden">${t('not-regulated')}</span></td>`
  const only = documentsOf(family, data).length === 1
  const names = members.map(member =>
    member.address.split('/').length > 2
      ? unitName(column, member.address)
      : articleLabel(column, member.address.split('/')[1]!),
  )
  return html`<td class=${only ? 'only' : ''}>
    <a class="cell" href=${href(['family', family.id], { base: column.id })}>
      <span class="unit">${shown(names.join('、'))}<i class="wording" title=${t('wording', { name: members[0]!.wording })}>${members[0]!.wording}</i></span>
      <span class="preview" lang="zh">${shown(members.map(member => textOf(texts.get(column.id)!, member.address)).join(' '))}</span>
    </a>
  </td>`
}

function textOf(text: Regulation, address: string): string {
  const article = text.articles.find(each => each.address === articleAddressOf(address))
  if (!article) return ''
  const paragraph = article.paragraphs.find(each => each.address === address)
  return paragraph ? paragraphText(paragraph) : articleText(article)
}

function downloads(table: Table): TemplateResult {
  const shownTable = () => {
    const names = table.columns.flatMap(column => [column.id, `${column.id}_text`])
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
            members.map(address => textOf(table.texts.get(column.id)!, address)).join('\n'),
          ]
        }),
      ])
    return csvText(['family', 'topic_zh', 'topic_en', ...names], rows)
  }
  return html`${downloadBar([{ label: t('shown-csv'), file: 'guijian-comparison.csv', content: shownTable }])}
    ${fileLinks(['families.csv', 'family_members.csv', 'alignment.csv', 'differences.csv', 'guijian.xlsx'])}`
}
