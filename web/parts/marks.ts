import { html, nothing, type TemplateResult } from './html.ts'

/** A stretch of a text that is shown in a special way. Marks may overlap: their classes add up. */
export interface Mark {
  from: number
  to: number
  class: string
  /** Where a click leads; the first of overlapping marks decides. */
  href?: string
  title?: string
  id?: string
}

/** Text with its marks, as spans and links; always put in as text. */
export function marked(text: string, marks: Mark[], offset = 0): (TemplateResult | string)[] {
  const here = marks
    .map(mark => ({ ...mark, from: mark.from - offset, to: mark.to - offset }))
    .filter(mark => mark.to > 0 && mark.from < text.length && mark.to > mark.from)
  if (here.length === 0) return [text]
  const cuts = [
    ...new Set([0, text.length, ...here.flatMap(mark => [clamp(mark.from, text), clamp(mark.to, text)])]),
  ]
  cuts.sort((a, b) => a - b)
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!
    const over = here.filter(mark => mark.from < to && mark.to > from)
    return piece(text.slice(from, to), over, from)
  })
}

function piece(text: string, over: Mark[], from: number): TemplateResult | string {
  if (over.length === 0) return text
  const classes = over.map(mark => mark.class).join(' ')
  const title = over.find(mark => mark.title)?.title ?? nothing
  const id =
    over.find(mark => mark.id && (mark.from === from || (mark.from < 0 && from === 0)))?.id ?? nothing
  const href = over.find(mark => mark.href)?.href
  return href
    ? html`<a class=${classes} href=${href} title=${title} id=${id}>${text}</a>`
    : html`<span class=${classes} title=${title} id=${id}>${text}</span>`
}

function clamp(at: number, text: string): number {
  return Math.max(0, Math.min(text.length, at))
}
