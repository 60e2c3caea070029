import type { Difference, Range } from '../../src/types.ts'
import { shown } from '../reader/script.ts'
import { html, type TemplateResult } from './html.ts'

/** The two texts of a difference, what differs struck out and marked; a text that only gives the place is left away. */
export function redline({ leftText, rightText, leftCore, rightCore }: Difference): TemplateResult {
  const both = leftCore.length > 0 === rightCore.length > 0
  const left = both || leftCore.length > 0 ? pieces(leftText, leftCore, 'del') : []
  const right = both || rightCore.length > 0 ? pieces(rightText, rightCore, 'ins') : []
  return html`${left}${left.length > 0 && right.length > 0 ? ' → ' : ''}${right}`
}

function pieces(text: string, core: Range[], tag: 'del' | 'ins'): (TemplateResult | string)[] {
  if (text === '') return []
  const words = shown(text)
  const ends = [...core, { from: text.length, to: text.length }]
  return ends.flatMap(({ from, to }, index) => {
    const before = around(words.slice(ends[index - 1]?.to ?? 0, from), index === 0, index === core.length)
    if (from === to) return [before]
    const marked = words.slice(from, to)
    return [before, tag === 'del' ? html`<del>${marked}</del>` : html`<ins>${marked}</ins>`]
  })
}

// So much of the unchanged text on either side of a change shows where it belongs.
const NEAR = 14

function around(text: string, first: boolean, last: boolean): string {
  const [head, tail] = [first ? 0 : NEAR, last ? (first ? 4 * NEAR : 0) : NEAR]
  if (first && last) return text.length <= tail + NEAR ? text : `${text.slice(0, tail)}…`
  if (text.length <= head + tail + (first || last ? NEAR : 0)) return text
  return last ? `${text.slice(0, NEAR)}…` : `${text.slice(0, head)}…${text.slice(text.length - tail)}`
}
