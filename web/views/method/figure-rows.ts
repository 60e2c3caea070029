import type { QualityFigure } from '../../../src/site-types.ts'
import { labelOf } from '../../i18n/labels.ts'
import { m } from '../../i18n/method.ts'
import { html, type TemplateResult } from '../../parts/html.ts'

/** A figure by its name. */
export function figureRow(figure: Omit<QualityFigure, 'stage'>): TemplateResult {
  return html`<tr><th scope="row">${labelOf(figure.name)}</th><td class="number">${figureText(figure)}</td></tr>`
}

/** `343 / 343` where it is counted of something; a share with three decimals. */
export function figureText({ name, value, of }: Omit<QualityFigure, 'stage'>): string {
  if (of !== undefined) return `${value} / ${of}`
  return Number.isInteger(value) && !SHARE.test(name) ? String(value) : value.toFixed(3)
}

export const SHARE = /\b(precision|recall|f1)\b/

/** Figures of a form this view does not know: each by its key, none dropped. */
export function figureTable(figures: QualityFigure[]): TemplateResult {
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
