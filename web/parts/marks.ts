import { html, nothing, type TemplateResult } from './html.ts'

/** A stretch of a text that is shown in a special way. Marks may overlap: their classes add up. */
export interface TextMark {
  from: number
  to: number
  class: string
  /** Where a click leads; the first of overlapping marks decides. */
  href?: string
  title?: string
  id?: string
}

/** Words that the text does not have, struck out, where they would stand. */
export interface Omission {
  at: number
  words: string
}

/** Text with its marks, as spans and links, and with what it leaves out; always put in as text. */
export function marked(
  text: string,
  marks: TextMark[],
  offset = 0,
  omissions: Omission[] = [],
): (TemplateResult | string)[] {
  const leftOut = omissions
    .map(({ at, words }) => ({ at: at - offset, words }))
    .filter(({ at }) => at >= 0 && at <= text.length)
  const here = marks
    .map(mark => ({ ...mark, from: mark.from - offset, to: mark.to - offset }))
    .filter(mark => mark.to > 0 && mark.from < text.length && mark.to > mark.from)
  if (here.length === 0 && leftOut.length === 0) return [text]
  const ends = here.flatMap(mark => [clamp(mark.from, text), clamp(mark.to, text)])
  const cuts = [...new Set([0, text.length, ...ends, ...leftOut.map(({ at }) => at)])]
  cuts.sort((a, b) => a - b)
  return cuts.flatMap((from, index) => {
    const to = cuts[index + 1]
    const struck = leftOut.filter(({ at }) => at === from).map(({ words }) => html`<del>${words}</del>`)
    if (to === undefined) return struck
    const over = here.filter(mark => mark.from < to && mark.to > from)
    return [...struck, piece(text.slice(from, to), over, from)]
  })
}

function piece(text: string, over: TextMark[], from: number): TemplateResult | string {
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
