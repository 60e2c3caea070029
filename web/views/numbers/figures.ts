import { descending } from 'd3-array'
import type { FamilyProvision } from '../../../src/types.ts'
import { distributionChart } from '../../charts/distribution.ts'
import { intervalChart } from '../../charts/intervals.ts'
import { ladderChart } from '../../charts/ladder.ts'
import { ladderProvisions, placedLadders } from '../../charts/ladders.ts'
import { isFrequency, positionOf } from '../../charts/marks.ts'
import { type Panel, panelsOf } from '../../charts/panels.ts'
import type { Paper } from '../../charts/paper.ts'
import { documentsWithNumbers, hasNumber, isMany, MANY, marksOf, type Row } from '../../charts/rows.ts'
import { unitWord } from '../../charts/words.ts'
import { t } from '../../i18n/index.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'
import { n } from '../../i18n/numbers.ts'
import { copyText } from '../../parts/copy.ts'
import type { Site } from '../../parts/data.ts'
import { csvText } from '../../parts/download.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeNameOf } from '../../parts/places.ts'
import { currentRoute, href, withQuery } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import type { Choice } from './choice.ts'
import { type Figure, figureDownloads, figureFrame, fileName } from './figure.ts'
import { unitNameIn } from './label.ts'
import { measuresOf } from './measures.ts'
import { RECORD_COLUMNS, recordsOf } from './records.ts'
import { recordTable } from './table.ts'

/**
 * The figures of the rows: for each measure in order and each unit of it one chart; who decides on how much, as ladders.
 * Of many documents, what most of them give a number for comes first.
 */
export function figuresOf(rows: Row[], site: Site, all: string | null): Figure[] {
  const panels = measuresOf(rows)
    .filter(measure => measure !== 'amount-threshold')
    .flatMap(measure => panelsOf(rows, measure))
  const [rhythms, others] = [true, false].map(wanted =>
    panels.filter(panel => isFrequency(panel.measure) === wanted),
  )
  const drawn = (each: Panel) => panelFigure(each, all)
  const figures = [...rhythms!.map(drawn), ...ladderFigures(rows, site), ...others!.map(drawn)]
  if (!rows[0] || !isMany(rows[0])) return figures
  const documents = new Map(figures.map(figure => [figure, documentsWithNumbers(figure.rows)]))
  return figures.sort((a, b) => descending(documents.get(a), documents.get(b)))
}

// Of many documents the later rows are mostly what one of them alone says: they come when they are asked for.
const DRAWN = 24

/** Of these figures the ones that stand beside their neighbour where the window is wide: two small ones that follow each other. */
export function pairedFigures(figures: Figure[], open: string | null): Set<Figure> {
  const paired = new Set<Figure>()
  for (const [index, figure] of figures.entries()) {
    const before = figures[index - 1]
    if (before && !paired.has(before) && [before, figure].every(each => isSmall(each) && each.id !== open))
      paired.add(before).add(figure)
  }
  return paired
}

// As high as half a dozen lines at most, so that neighbours are about as high.
function isSmall({ rows, small }: Figure): boolean {
  return small && rows.length <= 3 && rows.flatMap(marksOf).length <= 8
}

function panelFigure(panel: Panel, all: string | null): Figure {
  const { measure, unit, rows } = panel
  const id = idOf(measure, unit)
  const drawn = isMany(rows[0]!) && id !== all ? Math.min(DRAWN, rows.length) : rows.length
  const chart = chartOf(panel)
  const first = rows.slice(0, drawn)
  const shownPanel = {
    ...panel,
    rows: chart === intervalChart && isMany(rows[0]!) ? first.map(ranked) : first,
  }
  const title = titled(MEASURE_NAMES[measure][language()], unit)
  const note = chart === distributionChart && hasNumber(first[0]!) ? n('dots-note') : ''
  const draw = (paper: Paper) => chart(shownPanel, paper)
  return { id, title, note, rows, drawn, small: true, draw }
}

function ladderFigures(rows: Row[], site: Site): Figure[] {
  const ladders = placedLadders(
    rows.flatMap(row => marksOf(row).map(mark => mark.provision)),
    site.regulations.map(each => ({
      id: each.id,
      place: placeNameOf(site, each),
      complete: each.complete !== false,
    })),
    site.families,
  )
  return [...ladders].map(([unit, placed]) => ({
    id: idOf('ladders', unit),
    drawn: Infinity,
    title: titled(MEASURE_NAMES['amount-threshold'][language()], unit),
    note: n('ladder-note'),
    rows: rowsWith(rows, new Set(ladderProvisions(placed))),
    small: false,
    draw: paper => ladderChart(placed, paper),
  }))
}

function rowsWith(rows: Row[], provisions: Set<FamilyProvision>): Row[] {
  return rows
    .map(row => ({
      ...row,
      cells: row.cells.map(cell => ({
        ...cell,
        marks: cell.marks.filter(mark => provisions.has(mark.provision)),
      })),
    }))
    .filter(row => marksOf(row).length > 0)
}

function titled(name: string, unit: string): string {
  return shown(unit === '' ? name : `${name} · ${unitWord(unit, language())}`)
}

// An id of letters and digits, whatever the unit is.
function idOf(name: string, unit: string): string {
  return `figure-${name}${unit === '' ? '' : '-'}${[...unit].map(character => character.codePointAt(0)!.toString(36)).join('')}`
}

// Each document has a line of its own as long as that can be read; beyond, dots show where they stand.
function chartOf({ rows }: Panel): typeof intervalChart {
  const few = rows.length === 1 || (rows.length <= 6 && rows.flatMap(marksOf).length <= 2 * MANY)
  return isMany(rows[0]!) && !few ? distributionChart : intervalChart
}

/** The row with its documents from the lowest value to the highest. */
function ranked(row: Row): Row {
  const place = (cell: Row['cells'][number]) =>
    Math.min(...cell.marks.map(mark => (mark.extent ? positionOf(mark.extent) : Infinity)))
  return { ...row, cells: [...row.cells].sort((a, b) => place(a) - place(b) || 0) }
}

/** Where there is more on a row: of many documents their lines, of few, and from there, their texts side by side. */
export function rowHref(row: Row): string | null {
  if (isMany(row) && currentRoute().query.row === undefined)
    return withQuery({ show: 'chart', measure: row.measure, row: row.key })
  return row.family === null ? null : href(['family', row.family])
}

/** The figure with its records and downloads. */
export function figureTemplate(figure: Figure, site: Site, choice: Choice, paired: boolean): TemplateResult {
  const open = figure.id === choice.table
  const titled = { ...figure, title: aloneTitle(figure, choice) }
  const records = {
    label: 'CSV',
    file: `${fileName(figure.id)}.csv`,
    content: () => csvText(RECORD_COLUMNS, recordsOf(figure.rows, unitNameIn(site))),
  }
  const foot = html`<a class="small no-print" href=${withQuery({ table: open ? null : figure.id })} aria-expanded=${open ? 'true' : 'false'}>${n(open ? 'hide-records' : 'show-records')}</a>
    ${choice.row === null ? nothing : html`<button type="button" class="quiet no-print" @click=${() => copyText(location.href)}>${t('copy-link')}</button>`}
    ${figureDownloads(figure.id, titled.title, site, [records])}`
  const beforeFoot = html`${figure.drawn < figure.rows.length ? moreDrawn(figure) : nothing} ${alone(figure, choice)}`
  const afterFoot = open ? recordTable(figure.rows, site, choice.rows) : nothing
  return figureFrame(titled, { foot, beforeFoot, afterFoot }, paired)
}

/** Of one row alone the title says which. */
function aloneTitle({ title, rows }: Figure, { row }: Choice): string {
  return row !== null && rows[0] ? `${topicOf(rows[0])} · ${title}` : title
}

function topicOf({ topic }: Row): string {
  return shown(topic[language()] || topic.zh)
}

// Of more rows a list of them is no choice any more; the matrix has them all.
const LISTED = 40

/** Each row of the figure as a chart of its own, with its own address. */
function alone({ rows }: Figure, { row }: Choice): TemplateResult | typeof nothing {
  if (row !== null || rows.length < 2) return nothing
  return html`<details class="small no-print alone"><summary>${n('alone', { n: rows.length })}</summary>
    <ul>${rows.slice(0, LISTED).map(each => html`<li><a href=${withQuery({ show: 'chart', measure: each.measure, row: each.key, find: null })}>${topicOf(each)}</a></li>`)}</ul>
  </details>`
}

function moreDrawn({ id, rows, drawn }: Figure): TemplateResult {
  return html`<p class="small"><a href=${withQuery({ all: id })}>${n('all-drawn', { n: rows.length - drawn, total: rows.length })}</a></p>`
}
