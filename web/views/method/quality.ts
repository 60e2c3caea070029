import { KINDS } from '../../../src/compare/kinds.ts'
import { groupBy } from '../../../src/group.ts'
import type {
  FiguresElsewhere,
  JudgedDifferences,
  JudgedMentions,
  JudgedNames,
  Quality,
  QualityFigure,
} from '../../../src/site-types.ts'
import { reliabilityChart } from '../../charts/reliability.ts'
import { percent, t } from '../../i18n/index.ts'
import { labelOf } from '../../i18n/labels.ts'
import { m } from '../../i18n/method.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeOf } from '../../parts/places.ts'
import { href } from '../../parts/router.ts'
import { language } from '../../reader/settings.ts'
import {
  type AlignmentFigures,
  alignmentFigures,
  EDGES,
  type Edges,
  type PairTable,
  pairKeyOf,
  SCORES,
  type Score,
  speakingShare,
} from './figures.ts'

/** A part of the view: its name in the address, and what it shows. */
export interface Part {
  id:
    | 'structure'
    | 'provisions'
    | 'alignment'
    | 'differences'
    | 'mentions'
    | 'names'
    | 'elsewhere'
    | 'other-figures'
  content: TemplateResult
}

/** What the figures were measured on, by whom, and how far they are to be trusted. */
export function qualityIntroduction(data: Site, quality: Quality | null): TemplateResult {
  if (!quality) return html`<p>${m('quality-none')}</p>`
  const places = Object.keys(quality.documents ?? {}).map(id => nameIn(data, id))
  const english = language() === 'en'
  const measured = [
    m('quality-measured'),
    ...(places.length > 0 ? [m('quality-documents', { places: places.join(english ? ', ' : '、') })] : []),
  ]
  return html`<p>${measured.join(english ? ' ' : '')}</p>
    ${quality.agreement ? html`<p>${m('quality-readers')}</p>` : nothing}
    ${quality.elsewhere?.length ? html`<p class="caveat">${m('quality-caveat')}</p>` : nothing}`
}

/** The figures by stage; a stage without any has no part. */
export function qualityParts(data: Site, quality: Quality | null): Part[] {
  if (!quality) return []
  const byStage = groupBy(quality.figures, figure => figure.stage)
  const agreement = groupBy(quality.agreement ?? [], figure => figure.stage)
  const alignment = alignmentFigures(byStage.get('alignment') ?? [], id => data.byId.has(id))
  const others = quality.figures.filter(({ stage }) => !OWN_PART.has(stage)).concat(alignment.rest)
  const parts: [Part['id'], TemplateResult | null][] = [
    ['structure', structurePart(byStage.get('structure') ?? [])],
    ['provisions', provisionsPart(byStage.get('provisions') ?? [], agreement.get('provisions') ?? [])],
    [
      'alignment',
      alignmentPart(data, alignment, agreement.get('alignment') ?? [], quality.reliability ?? []),
    ],
    ['differences', differencesPart(quality.differences ?? [], byStage.get('differences') ?? [])],
    ['mentions', mentionsPart(quality.mentions ?? [])],
    ['names', namesPart(quality.names ?? [])],
    ['elsewhere', elsewherePart(quality.elsewhere ?? [])],
    ['other-figures', others.length > 0 ? figureTable(others) : null],
  ]
  return parts.flatMap(([id, content]) => (content ? [{ id, content }] : []))
}

const OWN_PART = new Set(['structure', 'provisions', 'alignment', 'differences'])

/** A document's place, in the reader's script; its id where this corpus does not have it. */
export function nameIn(data: Site, id: string): string {
  const summary = data.byId.get(id)
  return summary ? placeOf(data, summary) : id
}

function structurePart(figures: QualityFigure[]): TemplateResult | null {
  if (figures.length === 0) return null
  return html`<p class="note">${m('structure-note')}</p>
    <table class="plain figures">
      <thead><tr><th scope="col">${m('fact')}</th><th scope="col" class="number">${m('right-of')}</th></tr></thead>
      <tbody>${figures.map(figureRow)}</tbody>
    </table>`
}

function figureRow(figure: Omit<QualityFigure, 'stage'>): TemplateResult {
  return html`<tr><th scope="row">${labelOf(figure.name)}</th><td class="number">${figureText(figure)}</td></tr>`
}

function figureText({ name, value, of }: Omit<QualityFigure, 'stage'>): string {
  if (of !== undefined) return `${value} / ${of}`
  return Number.isInteger(value) && !SHARE.test(name) ? String(value) : value.toFixed(3)
}

const SHARE = /\b(precision|recall|f1)\b/

/** Counts on the left, shares made of them on the right. */
function provisionsPart(figures: QualityFigure[], agreement: QualityFigure[]): TemplateResult | null {
  if (figures.length === 0) return null
  const isShare = ({ name }: QualityFigure) => SHARE.test(name)
  const table = (heading: string, rows: QualityFigure[]) =>
    rows.length === 0
      ? nothing
      : html`<table class="plain figures">
          <thead><tr><th scope="col">${m('figure')}</th><th scope="col" class="number">${heading}</th></tr></thead>
          <tbody>${rows.map(figureRow)}</tbody>
        </table>`
  return html`<p class="note">${m('provisions-note')}</p>
    <div class="beside">
      ${table(m('count'), [...figures.filter(figure => !isShare(figure)), ...agreement])}
      ${table(m('value'), figures.filter(isShare))}
    </div>`
}

function alignmentPart(
  data: Site,
  { rows, pairs }: AlignmentFigures,
  agreement: QualityFigure[],
  reliability: NonNullable<Quality['reliability']>,
): TemplateResult | null {
  if (rows.length + pairs.length + reliability.length === 0) return null
  return html`<p class="note">${m('alignment-note')}</p>
    ${rows.length > 0 ? alignmentTable(rows, agreement) : nothing}
    ${pairs.length > 0 ? pairTables(data, pairs) : nothing}
    ${reliability.length > 0 ? reliabilityFigure(reliability) : nothing}`
}

function alignmentTable(rows: AlignmentFigures['rows'], agreement: QualityFigure[]): TemplateResult {
  const settings = groupBy(rows, row => row.setting)
  const agreed = (edges: Edges, measure: Score) =>
    agreement.find(({ name }) => name === `${edges} ${measure}`)?.value
  const cells = (value: (edges: Edges, measure: Score) => number | undefined) =>
    EDGES.flatMap(edges =>
      SCORES.map(
        measure =>
          html`<td class=${measure === 'f1' ? 'number f1' : 'number'}>${value(edges, measure)?.toFixed(3) ?? '—'}</td>`,
      ),
    )
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="alignment">
    <table class="plain alignment-figures">
      <thead>
        <tr>
          <th scope="col" rowspan="2">${m('setting')}</th>
          <th scope="col" rowspan="2">${m('scope')}</th>
          ${EDGES.map(edges => html`<th scope="colgroup" colspan="3">${labelOf(edges)}</th>`)}
        </tr>
        <tr>${EDGES.flatMap(() => SCORES.map(measure => html`<th scope="col" class="number">${m(measure)}</th>`))}</tr>
      </thead>
      ${[...settings].map(
        ([setting, own]) => html`<tbody>
          ${own.map(
            ({ scope, values }, index) => html`<tr>
              ${index === 0 ? html`<th scope="rowgroup" rowspan=${own.length}>${labelOf(setting)}</th>` : nothing}
              <th scope="row">${labelOf(scope)}</th>
              ${cells((edges, measure) => values[edges][measure])}
            </tr>`,
          )}
        </tbody>`,
      )}
      ${
        agreement.length > 0
          ? html`<tbody class="agreement"><tr><th scope="row" colspan="2">${m('readers')}</th>${cells(agreed)}</tr></tbody>`
          : nothing
      }
    </table>
  </div>`
}

function pairTables(data: Site, tables: PairTable[]): TemplateResult {
  return html`<h4 id="pairs">${m('alignment-pairs')}</h4>
    <p class="note">${m('alignment-pairs-note')}</p>
    <div class="pair-tables">${tables.map(table => pairTable(data, table))}</div>`
}

/** Each two documents once: rows from the second document on, columns up to the one before the last. */
function pairTable(data: Site, { setting, edges, documents, values }: PairTable): TemplateResult {
  const columns = documents.slice(0, -1)
  const name = (id: string) => nameIn(data, id)
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${`${labelOf(setting)}, ${labelOf(edges)}`}>
    <table class="pairs">
      <caption>${labelOf(setting)}<span class="faint"> · ${labelOf(edges)}</span></caption>
      <thead><tr><td></td>${columns.map(id => html`<th scope="col">${name(id)}</th>`)}</tr></thead>
      <tbody>
        ${documents.slice(1).map(
          (row, at) => html`<tr>
            <th scope="row">${name(row)}</th>
            ${columns.map((column, across) =>
              across > at ? html`<td></td>` : pairCell(data, row, column, values.get(pairKeyOf(row, column))),
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

function pairCell(data: Site, a: string, b: string, f1: number | undefined): TemplateResult {
  if (f1 === undefined) return html`<td class="faint">—</td>`
  const words = f1.toFixed(2)
  const known = data.byId.has(a) && data.byId.has(b)
  return html`<td class=${shade(f1)}>${known ? html`<a href=${href(['pair', b, a])}>${words}</a>` : words}</td>`
}

// Nearly all lies above a half; what is told apart by shade lies between 0.75 and 1.
function shade(f1: number): string {
  return `shade-${Math.max(0, Math.min(4, Math.floor((f1 - 0.75) / 0.05)))}`
}

const CHART = 300

function reliabilityFigure(parts: NonNullable<Quality['reliability']>): TemplateResult {
  const words = {
    title: m('reliability-title'),
    said: m('reliability-said'),
    seen: m('reliability-seen'),
    of: m('reliability-of'),
  }
  return html`<h4 id="reliability">${words.title}</h4>
    <div class="reliability-figure">
      ${reliabilityChart(parts, words, CHART)}
      <div>
        <p class="note">${m('reliability-note')}</p>
        <details>
          <summary>${m('reliability-table')}</summary>
          <table class="plain small">
            <thead><tr>${[words.said, words.seen, words.of].map(word => html`<th scope="col" class="number">${word}</th>`)}</tr></thead>
            <tbody>
              ${parts.map(
                ({ said, seen, of }) =>
                  html`<tr><td class="number">${said.toFixed(2)}</td><td class="number">${seen.toFixed(2)}</td><td class="number">${of}</td></tr>`,
              )}
            </tbody>
          </table>
        </details>
      </div>
    </div>`
}

function differencesPart(rounds: JudgedDifferences[], replayed: QualityFigure[]): TemplateResult | null {
  if (rounds.length === 0) return null
  const kinds = [...new Set(rounds.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)))]
  const cell = (drawn: { right: number; of: number } | undefined) =>
    html`<td class="number">${drawn ? `${drawn.right} / ${drawn.of}` : '—'}</td>`
  return html`<p class="note">${m('differences-note')}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="differences">
      <table class="plain rounds">
        <thead>
          <tr>
            <th scope="col">${m('round')}</th>
            ${kinds.map(kind => html`<th scope="col" class="number">${kindName(kind)}</th>`)}
            <th scope="col" class="number">${m('all-kinds')}</th>
          </tr>
        </thead>
        <tbody>
          ${rounds.map(
            ({ round, corpus, judge, kinds: drawn }) => html`<tr>
              <th scope="row">${labelOf(round)}<br><span class="faint">${labelOf(corpus)} · ${m(`judge-${judge}`)}</span></th>
              ${kinds.map(kind => cell(drawn.find(each => each.kind === kind)))}
              ${cell(totalOf(drawn))}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${replayed.length > 0 ? replayTable(replayed) : nothing}`
}

function replayTable(replayed: QualityFigure[]): TemplateResult {
  return html`<p class="note">${m('differences-replayed')}</p>
    <table class="plain figures">
      <thead><tr><th scope="col">${m('figure')}</th><th scope="col" class="number">${m('count')}</th></tr></thead>
      <tbody>${replayed.map(figureRow)}</tbody>
    </table>`
}

/** For each corpus: of the passages shown how many speak of the matter, and how often silence was wrongly shown, before and now. */
function mentionsPart(rounds: JudgedMentions[]): TemplateResult | null {
  if (rounds.length === 0) return null
  const heads = (['mentions-shown', 'mentions-right', 'mentions-silent', 'mentions-before'] as const).map(
    name => html`<th scope="col" class="number">${m(name)}</th>`,
  )
  return html`<p class="note">${m('mentions-note')}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="mentions">
      <table class="plain cells">
        <thead><tr><th scope="col">${m('texts')}</th>${heads}</tr></thead>
        <tbody>
          ${rounds.map(
            round => html`<tr>
              <th scope="row">${labelOf(round.corpus)}<br><span class="faint">${labelOf(round.round)}</span></th>
              <td class="number">${round.mentioned} / ${round.cells}</td>
              <td class="number">${round.shown.right} / ${round.shown.of}</td>
              <td class="number">${round.silent.speaking} / ${round.silent.of}</td>
              <td class="number">${speaking(round)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

function speaking(round: JudgedMentions): string {
  const share = speakingShare(round)
  return share === null ? '—' : percent(share)
}

/** For each draw: how many names were good, fair and bad, before and now, and which of the two was preferred. */
function namesPart(draws: JudgedNames[]): TemplateResult | null {
  if (draws.length === 0) return null
  const head = (words: string) => html`<th scope="col" class="number">${words}</th>`
  return html`<p class="note">${m('names-note')}</p>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="names">
      <table class="plain names">
        <thead>
          <tr>
            <th scope="col">${m('texts')}</th>${head(m('names-drawn'))}
            ${VERDICTS.map(verdict => head(m(`names-${verdict}`)))}${head(m('names-better'))}
          </tr>
        </thead>
        <tbody>
          ${draws.map(
            ({ corpus, of, before, now, better }) => html`<tr>
              <th scope="row">${labelOf(corpus)}</th>
              <td class="number">${of}</td>
              ${VERDICTS.map(verdict => html`<td class="number">${before[verdict]} → ${now[verdict]}</td>`)}
              <td class="number">${better.now} : ${better.before}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`
}

const VERDICTS = ['good', 'fair', 'bad'] as const

function kindName(kind: string): string {
  const known = KINDS.find(name => name === kind)
  return known ? t(`kind-${known}`) : kind
}

function totalOf(kinds: JudgedDifferences['kinds']): { right: number; of: number } {
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
  return { right: sum(kinds.map(({ right }) => right)), of: sum(kinds.map(({ of }) => of)) }
}

/** Stage by stage, because each has figures of its own. */
function elsewherePart(elsewhere: FiguresElsewhere[]): TemplateResult | null {
  if (elsewhere.length === 0) return null
  return html`<p class="note">${m('elsewhere-note')}</p>
    ${[...groupBy(elsewhere, ({ stage }) => stage)].map(([stage, rows]) => elsewhereTable(stage, rows))}`
}

function elsewhereTable(stage: string, rows: FiguresElsewhere[]): TemplateResult {
  const names = [...new Set(rows.flatMap(({ figures }) => figures.map(({ name }) => name)))]
  return html`<div class="scroll" role="region" tabindex="0" aria-label=${`${m('elsewhere')} · ${labelOf(stage)}`}>
    <table class="plain elsewhere">
      <caption>${labelOf(stage)}</caption>
      <thead>
        <tr>
          <th scope="col">${m('texts')}</th><th scope="col">${m('setting')}</th>
          ${names.map(name => html`<th scope="col" class="number">${labelOf(name)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ texts, setting, figures }) => html`<tr>
            <th scope="row">${labelOf(texts)}</th><td>${labelOf(setting)}</td>
            ${names.map(name => {
              const figure = figures.find(each => each.name === name)
              return html`<td class="number">${figure ? figureText(figure) : '—'}</td>`
            })}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** Figures of a form this view does not know: each by its key, none dropped. */
function figureTable(figures: QualityFigure[]): TemplateResult {
  return html`<table class="plain figures">
    <thead><tr><th scope="col">${m('stage')}</th><th scope="col">${m('figure')}</th><th scope="col" class="number">${m('value')}</th></tr></thead>
    <tbody>
      ${figures.map(
        figure => html`<tr>
          <th scope="row">${labelOf(figure.stage)}</th><td>${labelOf(figure.name)}</td>
          <td class="number">${figureText(figure)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`
}
