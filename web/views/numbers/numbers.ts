import '../../charts/charts.css'
import './numbers.css'
import { documentOf } from '../../../src/structure/address.ts'
import type { FamilyProvision } from '../../../src/types.ts'
import { isMany, MANY, marksOf, type Numbers, type Row } from '../../charts/rows.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'
import { n } from '../../i18n/numbers.ts'
import { provisions, type Site, site } from '../../parts/data.ts'
import { csvText, type Download, downloadBar } from '../../parts/download.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeNameOf, placeOf } from '../../parts/places.ts'
import { go, href, withQuery } from '../../parts/router.ts'
import { fieldValue, onTyped } from '../../parts/typing.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import type { View } from '../view.ts'
import { type Choice, choiceOf, chosenRows, linedUp } from './choice.ts'
import { drawFigures } from './drawing.ts'
import type { Figure } from './figure.ts'
import { figuresOf, figureTemplate, pairedFigures } from './figures.ts'
import { unitNameIn } from './label.ts'
import { matrix, matrixLegend, summaryMatrix } from './matrix.ts'
import { measuresOf } from './measures.ts'
import { matrixOf, provisionCount, RECORD_COLUMNS, recordsOf } from './records.ts'
import { onResize } from './resize.ts'
import { moreRows, recordTable } from './table.ts'
import { attachTips } from './tips.ts'

/** 数字: every number the documents give, as a matrix of topics and cities, as charts, and as records. */
export const view: View = async route => {
  const [data, found] = await Promise.all([site(), provisions()])
  const regulations = data.regulations.map(each => ({
    id: each.id,
    place: placeNameOf(data, each),
    complete: each.complete !== false,
  }))
  const numbers: Numbers = { regulations, families: data.families, provisions: found }
  const choice = choiceOf(route.query, data.regulations.length > MANY)
  const all = rowsOfAll(numbers, choice.group)
  const rows = chosenRows(all, numbers, choice)
  const figures = choice.show === 'chart' ? figuresOf(rows, data, choice.all) : []
  return {
    title: n('title'),
    content: html`
      <div class="page-head">
        <h1 tabindex="-1">${n('title')}</h1>
        <p class="lead">${lead(rows)}</p>
      </div>
      ${measureNavigation(all, choice)} ${toolbar(data, choice)} ${byAct(data, choice)}
      ${rows.length === 0 ? nothingFound() : body(rows, figures, choice, data)}
    `,
    ready: main => {
      let undraw = drawFigures(main, figures, data)
      const redraw = () => {
        undraw()
        undraw = drawFigures(main, figures, data)
      }
      return whenUndone(attachTips(main, data), onResize(redraw), () => undraw())
    },
  }
}

/** Fines are told by act in a view of their own. */
function byAct({ acts = 0 }: Site, { measure }: Choice): TemplateResult | typeof nothing {
  if (acts === 0 || !measure?.startsWith('fine')) return nothing
  return html`<p class="small no-print"><a href=${href(['penalties'])}>${n('by-act')}</a></p>`
}

// The rows of all documents serve every choice: they are lined up once for the provisions that were loaded.
const kept = new WeakMap<FamilyProvision[], Map<Choice['group'], Row[]>>()

function rowsOfAll(numbers: Numbers, group: Choice['group']): Row[] {
  const groups = kept.get(numbers.provisions) ?? new Map<Choice['group'], Row[]>()
  const rows = groups.get(group) ?? linedUp(numbers, group)
  kept.set(numbers.provisions, groups.set(group, rows))
  return rows
}

function lead(rows: Row[]): string {
  const documents = new Set(rows.flatMap(marksOf).map(mark => documentOf(mark.provision.address)))
  return n('lead', { provisions: provisionCount(rows), documents: documents.size, rows: rows.length })
}

function measureNavigation(rows: Row[], choice: Choice): TemplateResult {
  const measures = measuresOf(rows).map(measure => ({
    measure,
    count: provisionCount(rows.filter(row => row.measure === measure)),
  }))
  const link = (measure: string | null, name: string, count: number) => html`<li>
    <a href=${withQuery({ measure, row: null, show: choice.show })} aria-current=${choice.measure === measure ? 'true' : 'false'}>${name}
      <span class="count">${count}</span></a>
  </li>`
  return html`<nav class="measures no-print" aria-label=${n('measures')}>
    <ul>
      ${link(null, n('all'), provisionCount(rows))}
      ${measures.map(({ measure, count }) => link(measure, shown(MEASURE_NAMES[measure][language()]), count))}
    </ul>
  </nav>`
}

function toolbar(data: Site, choice: Choice): TemplateResult {
  const replace = (change: Record<string, string | null>) => go(withQuery(change), 'replace')
  const found = onTyped(words => replace({ find: words || null }))
  return html`<div class="toolbar no-print">
    <div class="segments" role="group" aria-label=${n('show')}>
      ${(['matrix', 'chart', 'table'] as const).map(
        show =>
          html`<a href=${withQuery({ show })} aria-current=${choice.show === show ? 'true' : 'false'}>${n(`show-${show}`)}</a>`,
      )}
    </div>
    <label>${n('find')}
      <input type="search" .value=${fieldValue(choice.find)} placeholder=${n('find-hint')}
        @input=${found} @compositionend=${found}>
    </label>
    <label>${n('sort')}
      <select @change=${(event: Event) => replace({ sort: (event.target as HTMLSelectElement).value })}>
        ${(['text', 'spread', 'coverage'] as const).map(
          sort => html`<option value=${sort} ?selected=${choice.sort === sort}>${n(`sort-${sort}`)}</option>`,
        )}
      </select>
    </label>
    <label>${n('group')}
      <select @change=${(event: Event) => replace({ group: (event.target as HTMLSelectElement).value, row: null })}>
        ${(['topic', 'subject'] as const).map(
          group =>
            html`<option value=${group} ?selected=${choice.group === group}>${n(`group-${group}`)}</option>`,
        )}
      </select>
    </label>
    ${cityChoice(data, choice)}
    ${choice.row ? html`<a href=${withQuery({ row: null })}>${n('all-rows')}</a>` : nothing}
  </div>`
}

function cityChoice(data: Site, choice: Choice): TemplateResult {
  const chosen = new Set(choice.cities.length > 0 ? choice.cities : data.regulations.map(({ id }) => id))
  const name =
    choice.cities.length > 0
      ? n('cities-some', { n: chosen.size })
      : n('cities-all', { n: data.regulations.length })
  const toggle = (id: string) => {
    const next = data.regulations.map(each => each.id).filter(each => chosen.has(each) !== (each === id))
    const all = next.length === 0 || next.length === data.regulations.length
    go(withQuery({ cities: all ? null : next.join(',') }), 'replace')
  }
  return html`<details class="cities">
    <summary>${n('cities')} <span class="count">${name}</span></summary>
    <div class="city-list">
      <a class="small" href=${withQuery({ cities: null })}>${n('clear-cities')}</a>
      ${data.regulations.map(
        each =>
          html`<label><input type="checkbox" .checked=${chosen.has(each.id)} @change=${() => toggle(each.id)}>${placeOf(data, each)}</label>`,
      )}
    </div>
  </details>`
}

function body(rows: Row[], figures: Figure[], choice: Choice, data: Site): TemplateResult {
  if (choice.show === 'chart') {
    const paired = pairedFigures(figures, choice.table)
    return html`<div class="figures">${figures.map(figure => figureTemplate(figure, data, choice, paired.has(figure)))}</div>`
  }
  if (choice.show === 'table')
    return html`${recordTable(rows, data, choice.rows)} ${downloadBar([recordsFile(rows, data, 'CSV')])}`
  const seen = rows.slice(0, choice.rows)
  const more = moreRows(rows.length, choice.rows)
  const many = isMany(rows[0]!)
  return html`${matrixLegend(rows)} ${many ? summaryMatrix(seen) : matrix(seen)} ${more} ${matrixDownloads(rows, data)}`
}

function recordsFile(rows: Row[], data: Site, label: string): Download {
  const content = () => csvText(RECORD_COLUMNS, recordsOf(rows, unitNameIn(data)))
  return { label, file: 'guijian-numbers.csv', content }
}

function matrixDownloads(rows: Row[], data: Site): TemplateResult {
  const content = () => {
    const table = matrixOf(rows, language())
    return csvText(table.columns, table.rows)
  }
  return downloadBar([
    { label: n('matrix-csv'), file: 'guijian-matrix.csv', content },
    recordsFile(rows, data, `${n('show-table')} CSV`),
  ])
}

function nothingFound(): TemplateResult {
  return html`<p class="nothing-found">${n('nothing-found')} <a href=${href(['numbers'])}>${n('clear-filters')}</a></p>`
}

function whenUndone(...undo: (() => void)[]): () => void {
  return () => {
    for (const each of undo) each()
  }
}
