import './quality.css'
import { groupBy } from '../../../src/group.ts'
import type { FiguresElsewhere, Quality, QualityFigure } from '../../../src/site-types.ts'
import { labelOf } from '../../i18n/labels.ts'
import { m } from '../../i18n/method.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeOfId } from '../../parts/places.ts'
import { language } from '../../reader/settings.ts'
import { alignmentPart } from './alignment.ts'
import { figureRow, figureTable, figureText, SHARE } from './figure-rows.ts'
import { alignmentFigures } from './figures.ts'
import { differencesPart, mentionsPart, namesPart } from './judged.ts'

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
  const places = Object.keys(quality.documents ?? {}).map(id => placeOfId(data, id))
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

function structurePart(figures: QualityFigure[]): TemplateResult | null {
  if (figures.length === 0) return null
  return html`<p class="note">${m('structure-note')}</p>
    <table class="plain figures">
      <thead><tr><th scope="col">${m('fact')}</th><th scope="col" class="number">${m('right-of')}</th></tr></thead>
      <tbody>${figures.map(figureRow)}</tbody>
    </table>`
}

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
