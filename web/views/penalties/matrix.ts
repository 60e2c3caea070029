import type { ActSummary, FineGroup, SummaryState } from '../../../src/penalties/summary.ts'
import { extremePenalty, levelsOf } from '../../../src/penalties/summary.ts'
import type { SanctionKind } from '../../../src/penalty-types.ts'
import type { Interval } from '../../../src/provisions/like.ts'
import type { SitePenalty } from '../../../src/site-types.ts'
import { documentOf } from '../../../src/structure/address.ts'
import { fineText, groupName, groupTag, kindName, shortFine, timesText } from '../../charts/fine-words.ts'
import { p } from '../../i18n/penalties.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeNameOf } from '../../parts/places.ts'
import { href, spanHref, unitHref } from '../../parts/router.ts'
import { sign } from '../../parts/signs.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import { headed } from '../numbers/matrix.ts'
import { tipOf } from './tip.ts'

type Summary = ActSummary<SitePenalty>

/** Act × document: the fines that are compared, in what else they lie, or the state of the document. */
export function actMatrix(summaries: Summary[], data: Site, levels: number[]): TemplateResult {
  const columns = [
    { kind: 'topic', name: p('act') },
    { kind: 'spread', name: p('usual') },
    ...data.regulations.map(each => ({ kind: 'place', name: shown(placeNameOf(data, each)) })),
  ]
  const rows = summaries.map(summary => matrixRow(summary, levels))
  return headed(columns, rows, { kind: 'acts', label: p('matrix-label') })
}

/** Cuts between the tints of all fines of the acts. */
export function fineLevels(summaries: Summary[]): number[] {
  const fines = summaries.flatMap(({ groups }) => groups.filter(isSum).flatMap(({ fines }) => fines))
  return levelsOf(fines.map(topOf))
}

// What is counted per tree or per square metre is no sum that others can be held against.
function isSum({ unit, per }: FineGroup<SitePenalty>): boolean {
  return unit === 'yuan' && per === null
}

function topOf({ low, high }: Interval): number {
  return high ?? low ?? 0
}

function matrixRow(summary: Summary, levels: number[]): TemplateResult {
  const { act, counts, groups, figures } = summary
  const [group] = groups
  const times = figures ? timesText(figures.spread, language()) : ''
  return html`<tr>
    <th scope="row"><a class="topic" href=${href(['penalties', act.id])}>${shown(act.zh)}</a>
      <span class="small faint">${p('counts-short', { n: counts.punished, total: act.states.length })}</span></th>
    <td class="row-usual small">${
      group
        ? html`${tagOf(group)}<b>${shown(fineText(figures!.median, group, language()))}</b>${times ? html` <span class="faint">${shown(times)}</span>` : nothing}`
        : nothing
    }</td>
    ${summary.states.map(state => matrixCell(summary, state, levels))}
  </tr>`
}

function tagOf(group: FineGroup<SitePenalty>, always = false): TemplateResult | typeof nothing {
  const tag = groupTag(group, language(), always)
  return tag
    ? html`<span class="tag" title=${shown(groupName(group, language()))}>${shown(tag)}</span> `
    : nothing
}

// So many fines are written out in a cell; the rest is counted.
const WRITTEN = 2

function matrixCell(
  summary: Summary,
  { regulation, state, addresses }: Summary['states'][number],
  levels: number[],
): TemplateResult {
  const rows = summary.rows.get(regulation) ?? []
  if (state !== 'punished') return stateCell(state, addresses[0])
  const own = summary.groups.flatMap(group =>
    group.fines.filter(fine => fine.regulation === regulation).map(fine => ({ group, fine })),
  )
  if (own.length === 0) return wordsCell(rows)
  const isMain = own[0]!.group === summary.groups[0]
  const level = isMain && isSum(own[0]!.group) ? levelOf(own[0]!.fine, levels) : null
  const rest = own.slice(WRITTEN)
  return html`<td class=${level === null ? 'fine' : `fine fine-level-${level}`}>${own.slice(0, WRITTEN).map(({ group, fine }) => fineLink(group, fine, group === summary.groups[0]))}${
    rest.length > 0
      ? html`<a class="more small" href=${href(['penalties', summary.act.id])}>${p('more-fines', { n: rest.length })}</a>`
      : nothing
  }</td>`
}

function fineLink(
  group: FineGroup<SitePenalty>,
  fine: FineGroup<SitePenalty>['fines'][number],
  isMain: boolean,
): TemplateResult {
  // The tint is that of the upper end.
  const penalty = extremePenalty(fine, 'highest')
  return html`<a class="mark" href=${spanHref(documentOf(penalty.address), penalty.span)} .__data__=${tipOf(penalty, group)}>${isMain ? nothing : tagOf(group, true)}<span class="sum">${shown(shortFine(fine, group, language()))}</span></a>`
}

/** Which tint a fine has. */
export function levelOf(interval: Interval, levels: number[]): number {
  const at = levels.findIndex(cut => topOf(interval) <= cut)
  return at < 0 ? levels.length : at
}

const GRAVEST: SanctionKind[] = [
  'detention',
  'licence-revocation',
  'confiscation',
  'take-away',
  'warning',
  'order-to-correct',
  'fine',
  'other',
]

// A fine without a sum, or no fine: the gravest of what there is.
function wordsCell(rows: SitePenalty[]): TemplateResult {
  const kind = GRAVEST.find(each => rows.some(row => row.kind === each))!
  const row = rows.find(each => each.kind === kind)!
  return html`<td class="words"><a class="mark small" href=${spanHref(documentOf(row.address), row.span)} .__data__=${tipOf(row, null)}>${shown(kindName(kind, language()))}</a></td>`
}

/** States that a sign stands for, in the order of the legend. */
export const SILENT = ['others', 'forbidden', 'not-found', 'incomplete'] as const

function stateCell(state: Exclude<SummaryState, 'punished'>, address: string | undefined): TemplateResult {
  const name = p(state)
  if (address)
    return html`<td class="unnumbered"><a href=${unitHref(address)} title=${name} aria-label=${name}>${sign(state)}</a></td>`
  return html`<td class="absent" title=${name}>${sign(state)}<span class="visually-hidden">${name}</span></td>`
}

/** What tints and signs of the matrix mean. */
export function actLegend(summaries: Summary[], levels: number[]): TemplateResult {
  const sums = levels.map(cut => shortFine({ low: cut, high: cut }, { unit: 'yuan', per: null }, language()))
  const names = [
    ...sums.map(sum => p('legend-up-to', { sum })),
    ...(sums.length > 0 ? [p('legend-above', { sum: sums.at(-1)! })] : []),
  ]
  const states = SILENT.filter(state => summaries.some(({ counts }) => counts[state] > 0))
  return html`<div class="acts-legend small">
    ${names.length > 0 ? html`<p>${p('legend-level')}${names.map((name, at) => html` <span class=${`fine-level fine-level-${at}`}>${shown(name)}</span>`)}</p>` : nothing}
    <p class="matrix-legend">${states.map(state => html`<span>${sign(state)} ${p(state)}</span>`)} ${names.length > 0 ? html`<span>${p('legend-main')}</span>` : nothing}</p>
  </div>`
}
