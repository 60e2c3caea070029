import '../../charts/charts.css'
import '../numbers/numbers.css'
import './penalties.css'
import type { ActSummary } from '../../../src/penalties/summary.ts'
import { mostDifferent } from '../../../src/penalties/summary.ts'
import type { SitePenalties, SitePenalty } from '../../../src/site-types.ts'
import { addresseeName } from '../../charts/circumstances.ts'
import { MANY } from '../../charts/rows.ts'
import { p } from '../../i18n/penalties.ts'
import { penalties, type Site, site } from '../../parts/data.ts'
import { csvText, downloadBar } from '../../parts/download.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { go, href, withQuery } from '../../parts/router.ts'
import { fieldValue, onTyped } from '../../parts/typing.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { placeNameIn, unitNameIn } from '../numbers/label.ts'
import { attachTips } from '../numbers/tips.ts'
import type { Page, View } from '../view.ts'
import { actPage } from './act.ts'
import { ADDRESSEES, type Choice, choiceOf, chosenActs, ROWS, SORTS, summariesOf } from './choice.ts'
import { actLegend, actMatrix, fineLevels } from './matrix.ts'
import { matrixTable, SANCTION_COLUMNS, sanctionRecords, workbookFile } from './records.ts'
import { summaryTable } from './summary-table.ts'

/** 罚则: who is punished how for what, as acts over all documents, and one act in full. */
export const view: View = async route => {
  const [data, found] = await Promise.all([site(), penalties()])
  const all = found ?? { acts: [], penalties: [] }
  const id = route.path[0]
  return id === undefined ? listPage(all, data, choiceOf(route.query)) : actPage(id, all, data)
}

function listPage(all: SitePenalties, data: Site, choice: Choice): Page {
  const summaries = chosenActs(all, choice)
  return {
    title: p('title'),
    content: html`
      <div class="page-head">
        <h1 tabindex="-1">${p('title')}</h1>
        <p class="lead">${all.acts.length === 0 ? p('none') : lead(all)}</p>
      </div>
      ${all.acts.length === 0 ? nothing : toolbar(all, summaries, choice)}
      ${all.acts.length === 0 ? nothing : summaries.length === 0 ? nothingFound() : matrixPart(summaries, data, choice)}
    `,
    ready: main => attachTips(main, data),
  }
}

function lead(all: SitePenalties): TemplateResult {
  const summaries = summariesOf(all, null)
  const documents = new Set(summaries.flatMap(({ rows }) => [...rows.keys()])).size
  const [widest] = mostDifferent(summaries, 2)
  const values = {
    acts: all.acts.length,
    documents,
    sanctions: all.penalties.length,
    fined: summaries.filter(({ groups }) => groups.length > 0).length,
  }
  if (!widest) return html`${p('lead', values)}`
  // The act is a link inside the sentence.
  const [before, after] = p('lead-widest', { act: '\n' }).split('\n')
  return html`${p('lead', values)} ${before}<a href=${href(['penalties', widest.act.id])}>${shown(widest.act.zh)}</a>${after}`
}

function toolbar(all: SitePenalties, summaries: ActSummary[], choice: Choice): TemplateResult {
  const replace = (change: Record<string, string | null>) =>
    go(withQuery({ ...change, rows: null }), 'replace')
  const found = onTyped(words => replace({ find: words || null }))
  const chosen = (name: string) => (event: Event) =>
    replace({ [name]: (event.target as HTMLSelectElement).value || null })
  return html`<div class="toolbar no-print">
    <label>${p('find')}
      <input type="search" .value=${fieldValue(choice.find)} placeholder=${p('find-hint')} @input=${found} @compositionend=${found}>
    </label>
    <label>${p('addressee')}
      <select @change=${chosen('to')}>
        <option value="" ?selected=${choice.to === null}>${p('anyone')}</option>
        ${ADDRESSEES.map(to => html`<option value=${to} ?selected=${choice.to === to}>${shown(addresseeName(to, language()))}</option>`)}
      </select>
    </label>
    <label>${p('sort')}
      <select @change=${chosen('sort')}>
        ${SORTS.map(sort => html`<option value=${sort} ?selected=${choice.sort === sort}>${p(`sort-${sort}`)}</option>`)}
      </select>
    </label>
    <label><input type="checkbox" .checked=${choice.fines} @change=${() => replace({ fines: choice.fines ? null : '1' })}> ${p('fines')}</label>
    <span class="small faint" role="status">${p('shown', { n: summaries.length, total: all.acts.length })}</span>
  </div>`
}

function matrixPart(summaries: ActSummary<SitePenalty>[], data: Site, choice: Choice): TemplateResult {
  const levels = fineLevels(summaries)
  const seen = summaries.slice(0, choice.rows)
  const rest = summaries.length - seen.length
  const many = data.regulations.length > MANY
  return html`<div class=${many ? 'no-print' : ''}>${actLegend(summaries, levels)} ${actMatrix(seen, data, levels)}</div>
    ${many ? summaryTable(summaries, data) : nothing}
    ${
      rest > 0
        ? html`<p class="more-rows no-print"><a href=${withQuery({ rows: seen.length + ROWS })}>${p('more', { n: Math.min(ROWS, rest), total: summaries.length })}</a></p>`
        : nothing
    }
    ${listDownloads(summaries, data)}`
}

function listDownloads(summaries: ActSummary<SitePenalty>[], data: Site): TemplateResult {
  const names = { place: placeNameIn(data), unit: unitNameIn(data) }
  const matrix = () => matrixTable(summaries, data.regulations, state => p(state), language())
  return downloadBar([
    {
      label: p('matrix-csv'),
      file: 'guijian-acts.csv',
      content: () => {
        const { columns, rows } = matrix()
        return csvText(columns, rows)
      },
    },
    {
      label: p('sanctions-csv'),
      file: 'guijian-sanctions.csv',
      content: () => csvText(SANCTION_COLUMNS, sanctionRecords(summaries, names)),
    },
    {
      label: 'XLSX',
      file: 'guijian-penalties.xlsx',
      content: () => {
        const { columns, rows } = matrix()
        return workbookFile([
          { name: p('title'), head: columns, rows },
          { name: p('sanctions'), head: SANCTION_COLUMNS, rows: sanctionRecords(summaries, names) },
        ])
      },
    },
  ])
}

function nothingFound(): TemplateResult {
  return html`<p class="nothing-found">${p('nothing-found')} <a href=${href(['penalties'])}>${p('clear')}</a></p>`
}
