import { repeat } from 'lit-html/directives/repeat.js'
import { html, render, type TemplateResult } from './html.ts'

/**
 * A long table of which only the rows in sight are in the page. `heights` are pixels; rows outside stand as empty
 * space. Gives back what undoes it.
 */
export function windowRows(
  scroller: HTMLElement,
  body: HTMLElement,
  heights: number[],
  row: (index: number) => TemplateResult,
  columns: number,
): () => void {
  const tops = prefixSums(heights)
  let drawn = ''
  const draw = (all = false) => {
    const [from, to] = all ? [0, heights.length] : visible(tops, scroller)
    if (drawn === `${from}-${to}`) return
    drawn = `${from}-${to}`
    const indices = Array.from({ length: to - from }, (_, at) => from + at)
    // By its index a row keeps its elements while others come and go: a scroll lays out only what is new.
    const rows = repeat(indices, index => index, row)
    render(
      html`${space(tops[from]!, columns)}${rows}${space(tops[heights.length]! - tops[to]!, columns)}`,
      body,
    )
  }
  const onScroll = () => draw()
  const onPrint = () => draw(true)
  draw()
  scroller.addEventListener('scroll', onScroll, { passive: true })
  addEventListener('resize', onScroll)
  addEventListener('beforeprint', onPrint)
  return () => {
    scroller.removeEventListener('scroll', onScroll)
    removeEventListener('resize', onScroll)
    removeEventListener('beforeprint', onPrint)
  }
}

// Rows kept beyond what is in sight, so that a quick scroll finds them ready.
const MARGIN = 600

function visible(tops: number[], scroller: HTMLElement): [number, number] {
  const from = firstBelow(tops, scroller.scrollTop - MARGIN)
  const to = firstBelow(tops, scroller.scrollTop + scroller.clientHeight + MARGIN) + 1
  return [Math.max(0, from - 1), Math.min(tops.length - 1, to)]
}

function firstBelow(tops: number[], y: number): number {
  let low = 0
  let high = tops.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (tops[middle]! < y) low = middle + 1
    else high = middle
  }
  return low
}

function prefixSums(heights: number[]): number[] {
  const sums = [0]
  for (const height of heights) sums.push(sums.at(-1)! + height)
  return sums
}

function space(height: number, columns: number): TemplateResult | null {
  if (height <= 0) return null
  return html`<tr class="space" aria-hidden="true"><td colspan=${columns}><svg width="1" height=${height}></svg></td></tr>`
}
