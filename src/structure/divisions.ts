import { type Flow, lineIndexAt } from '../text/lines.ts'
import { spanOf } from '../text/passage.ts'
import type { Division } from '../types.ts'
import type { Outline } from './outline.ts'

/**
 * The headings above the articles, in order of place, with addresses. Chapters that start over in every part carry the
 * part in their address: id/p2c1.
 */
export function divisionsOf(id: string, flow: Flow, { divisions }: Outline): Division[] {
  const found: Division[] = []
  const restarts = divisions.filter(each => each.kind === 'chapter' && each.number === 1).length > 1
  let part: string | null = null
  let chapter: string | null = null
  for (const mark of divisions) {
    const parent: string | null = { part: null, chapter: part, section: chapter ?? part }[mark.kind]
    const inside: boolean = parent !== null && (mark.kind === 'section' || restarts)
    const address: string = `${inside ? parent : `${id}/`}${mark.kind[0]}${mark.number}${mark.inserted ? `-${mark.inserted}` : ''}`
    if (mark.kind === 'part') [part, chapter] = [address, null]
    if (mark.kind === 'chapter') chapter = address
    const heading = flow.passage.text.slice(mark.to, mark.headingTo)
    const span = spanOf(flow.passage, { from: mark.from, to: mark.headingTo })
    found.push({ address, kind: mark.kind, parent, number: mark.number, label: mark.label, heading, ...span })
  }
  return found
}

/** Address of the last division that begins at or before a flow position. */
export function divisionAt(outline: Outline, divisions: Division[]): (at: number) => string | null {
  return at => {
    const index = lineIndexAt(outline.divisions, at)
    return (outline.divisions[index]?.from ?? Infinity) <= at ? divisions[index]!.address : null
  }
}

const NUMBERINGS = {
  article: '第X条',
  comma: '一、',
  brackets: '（一）',
  digits: '1.',
  'digit-brackets': '（1）',
  circle: '①',
  bare: '1',
  part: '第X编',
  chapter: '第X章',
  section: '第X节',
}

/** How articles are labelled, by example (types.ts, Regulation.numbering). */
export function numberingOf({ style, articles }: Outline): string {
  if (!style) return ''
  if (style === 'article' && /\d/.test(articles[0]!.label)) return '第1条'
  return NUMBERINGS[style]
}
