import { d } from '../../i18n/desk.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { desk } from './desk-state.ts'

/** Headings and articles of the draft, to go to; folded away until asked for. */
export function outlineList(go: (at: number) => void): TemplateResult | typeof nothing {
  const { checked, work } = desk
  if (!checked || checked.text !== work?.text || checked.regulation.articles.length === 0) return nothing
  const { divisions, articles } = checked.regulation
  const units = [
    ...divisions.map(({ start, label, heading, kind }) => ({ start, name: `${label} ${heading}`, kind })),
    ...articles.map(({ start, label, paragraphs }) => ({
      start,
      name: `${label} ${paragraphs[0]?.passage.text.slice(0, 18) ?? ''}`,
      kind: 'article',
    })),
  ].sort((a, b) => a.start - b.start)
  return html`<details class="desk-outline"><summary>${d('outline')}</summary>
    <ul>${units.map(({ start, name, kind }) => html`<li class=${kind}><button type="button" class="quiet" @click=${() => go(start)}>${name}</button></li>`)}</ul>
  </details>`
}
