import './matrix.css'
import { documentOf } from '../../../src/structure/address.ts'
import type { Mark } from '../../charts/marks.ts'
import { type Cell, isMany, type Row } from '../../charts/rows.ts'
import { outliersOf, spreadWords, summaryOf } from '../../charts/summary.ts'
import { circumstanceText, stateName, valueText } from '../../charts/words.ts'
import { t } from '../../i18n/index.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'
import { n } from '../../i18n/numbers.ts'
import { css, html, nothing, type TemplateResult } from '../../parts/html.ts'
import { href, unitHref, withQuery } from '../../parts/router.ts'
import { sign, signText } from '../../parts/signs.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { valueLink } from './value-link.ts'

/** Measure × city: what each document says on each row, with three states. Rows of one topic stand together. */
export function matrix(rows: Row[]): TemplateResult {
  const places = rows[0]?.cells.map(cell => cell.place) ?? []
  const columns = [
    { kind: 'topic', name: n('topic') },
    ...places.map(place => ({ kind: 'place', name: shown(place) })),
    { kind: 'spread', name: n('spread') },
  ]
  return headed(
    columns,
    rows.map((row, index) => matrixRow(row, rows[index - 1])),
  )
}

/** The same for more documents than can stand side by side: how many say what, and who stands lowest and highest. */
export function summaryMatrix(rows: Row[]): TemplateResult {
  const columns = [
    { kind: 'topic', name: n('topic') },
    { kind: 'count-cell', name: n('value') },
    { kind: 'count-cell', name: `${signText('unnumbered')} ${n('unnumbered')}` },
    { kind: 'count-cell', name: `${signText('absent')} ${n('absent-short')}` },
    ...(['lowest', 'median', 'highest'] as const).map(end => ({ kind: 'end', name: n(end) })),
    { kind: 'spread', name: n('spread') },
  ]
  return headed(
    columns,
    rows.map((row, index) => summaryRow(row, rows[index - 1])),
  )
}

export interface MatrixColumn {
  /** Says how wide it is. */
  kind: string
  name: string
}

/**
 * A table that scrolls sideways in its place and downwards with the page. A box that scrolls sideways cannot keep a head at
 * the top of the page, so what is seen of the head is a copy above the box that goes sideways with it.
 */
export function headed(
  columns: MatrixColumn[],
  rows: TemplateResult[],
  { kind = '', label = n('matrix-label') } = {},
): TemplateResult {
  const widths = html`<colgroup>${columns.map(({ kind }) => html`<col class=${`column-${kind}`}>`)}</colgroup>`
  const width = css({ '--cells': columns.length - 2 })
  return html`<div class=${`matrix-block ${kind}`}>
    <div class="matrix-head" aria-hidden="true">
      <table class="matrix" ${width}>${widths}<thead><tr>${columns.map(({ kind, name }) => html`<th class=${kind}>${name}</th>`)}</tr></thead></table>
    </div>
    <div class="matrix-scroll" role="region" tabindex="0" aria-label=${label} @scroll=${follow}>
      <table class="matrix" ${width}>
        ${widths}
        <thead class="spoken"><tr>${columns.map(({ name }) => html`<th scope="col"><span>${name}</span></th>`)}</tr></thead>
        <tbody>${rows}</tbody>
      </table>
    </div>
  </div>`
}

function follow({ currentTarget }: Event): void {
  const box = currentTarget as HTMLElement
  box.previousElementSibling!.scrollLeft = box.scrollLeft
}

function matrixRow(row: Row, before: Row | undefined): TemplateResult {
  const outliers = outliersOf(row)
  return html`<tr class=${continues(row, before) ? 'continued' : ''}>
    ${rowHead(row, before)} ${row.cells.map(cell => matrixCell(row, cell, outliers))}
    <td class="row-spread small">${shown(spreadWords(row, language()))}</td>
  </tr>`
}

function summaryRow(row: Row, before: Row | undefined): TemplateResult {
  const summary = summaryOf(row)
  const number = (value: number) =>
    html`<td class="count-cell">${value === 0 ? html`<span class="faint">0</span>` : value}</td>`
  const end = (mark: Mark | null) =>
    html`<td>${mark ? html`${valueLink(mark)} <span class="small faint">${placeOfMark(row, mark)}</span>` : nothing}</td>`
  return html`<tr class=${continues(row, before) ? 'continued' : ''}>
    ${rowHead(row, before)} ${number(summary.value)} ${number(summary.unnumbered)} ${number(summary.absent)}
    ${end(summary.lowest)} ${end(summary.median)} ${end(summary.highest)}
    <td class="row-spread small">${shown(spreadWords(row, language()))}</td>
  </tr>`
}

function placeOfMark(row: Row, mark: Mark): string {
  const id = documentOf(mark.provision.address)
  return shown(row.cells.find(cell => cell.regulation === id)?.place ?? id)
}

function continues(row: Row, before: Row | undefined): boolean {
  return row.family !== null && before?.family === row.family && before.topic.zh === row.topic.zh
}

// The topic is said once for the rows that follow each other; a screen reader hears it on each.
function rowHead(row: Row, before: Row | undefined): TemplateResult {
  const topic = continues(row, before)
    ? html`<span class="visually-hidden">${shown(row.topic[language()] || row.topic.zh)}</span>`
    : html`<span class="topic">${topicLink(row)}</span>`
  const chart = withQuery({ show: 'chart', measure: row.measure, row: row.key, find: null })
  return html`<th scope="row">${topic} <a class="measure small" href=${chart}>${shown(MEASURE_NAMES[row.measure][language()])}</a> ${otherWords(row)}</th>`
}

/** In which other words the documents say what the row is about, for whoever doubts that all of them mean the same. */
function otherWords({ subjects = [] }: Row): TemplateResult | typeof nothing {
  if (subjects.length < 2) return nothing
  return html`<details class="small other-words"><summary>${n('subjects', { n: subjects.length })}</summary><ul>${subjects.map(each => html`<li>${shown(each)}</li>`)}</ul></details>`
}

/** The row's topic as a link to its texts side by side, where it is one of the comparison. */
export function topicLink(row: Row): TemplateResult {
  const name = shown(row.topic[language()] || row.topic.zh)
  return row.family === null ? html`${name}` : html`<a href=${href(['family', row.family])}>${name}</a>`
}

function matrixCell(row: Row, cell: Cell, outliers: Set<Mark>): TemplateResult {
  if (cell.marks.length > 0)
    return html`<td class="value"><ul>${cell.marks.map(mark => html`<li>${valueLink(mark, outliers.has(mark))}${apart(mark, cell.marks, row)}</li>`)}</ul></td>`
  const address = cell.addresses[0]
  const absent = shown(stateName('absent', row, language()))
  if (cell.state === 'unknown')
    return html`<td class="absent" title=${t('cut-off')}>${sign('unknown')}<span class="visually-hidden">${t('cut-off')}</span></td>`
  if (address === undefined)
    return html`<td class="absent" title=${absent}>${sign('absent')}<span class="visually-hidden">${absent}</span></td>`
  return html`<td class="unnumbered"><a href=${unitHref(address)} title=${n('no-number')} aria-label=${n('no-number')}>${sign('unnumbered')}</a></td>`
}

/** To whom and when a value applies, unless the row says so; what it is about, where nothing else tells it from another of its cell. */
function apart(mark: Mark, marks: Mark[], { subjects }: Row): TemplateResult | typeof nothing {
  const circumstance = subjects ? '' : circumstanceText(mark.provision)
  const seen = (each: Mark) => `${valueText(each.provision, language())} ${circumstanceText(each.provision)}`
  const isAlone = marks.filter(each => seen(each) === seen(mark)).length < 2
  const words = isAlone ? circumstance : [mark.provision.subject, circumstance].filter(Boolean).join(' · ')
  return words === '' ? nothing : html` <span class="apart small faint" lang="zh">${shown(words)}</span>`
}

/** What the signs of the matrix mean; of the summary, what is counted. */
export function matrixLegend(rows: Row[]): TemplateResult {
  const row = rows[0]!
  const isCut = rows.some(({ cells }) => cells.some(({ state }) => state === 'unknown'))
  const states = html`<span>${sign('unnumbered')} ${n('no-number')}</span> <span>${sign('absent')} ${shown(stateName('absent', row, language()))}</span>`
  if (isMany(row))
    return html`<p class="matrix-legend small"><span>${n('legend-counts')}</span> ${states}</p>`
  return html`<p class="matrix-legend small">
    <span><span class="sample">2</span> ${n('legend-value')}</span>
    <span><b class="unusual">2</b> ${n('legend-unusual')}</span>
    ${states}
    ${isCut ? html`<span>${sign('unknown')} ${t('cut-off')}</span>` : nothing}
  </p>`
}
