import { html, type TemplateResult } from './html.ts'

/** How tables say in a sign how a document stands to a row where it gives no number of its own. Beside each stand its words. */
const SIGNS = {
  /** It speaks of the matter, and names no number or no penalty. */
  unnumbered: '○',
  forbidden: '○',
  /** It does, of somebody else than who is asked for. */
  others: '◇',
  /** Nothing was found. */
  absent: '–',
  'not-found': '–',
  /** Its text is cut off. */
  unknown: '?',
  incomplete: '?',
} as const

export type Sign = keyof typeof SIGNS

/** The sign as its character, for a heading or a list of words. */
export function signText(of: Sign): string {
  return SIGNS[of]
}

/** The sign in a cell; what it means must be said beside it. */
export function sign(of: Sign): TemplateResult {
  return html`<span class="state-sign" aria-hidden="true">${SIGNS[of]}</span>`
}
