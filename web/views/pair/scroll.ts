import type { Regulation, Relation } from '../../../src/types.ts'
import { type Anchor, carry, forwardChain } from './chain.ts'
import type { Pair } from './sides.ts'

// Scrolling together, and the ribbons between.

/** Brings a counterpart to the height of the article it answers. */
export function lineUp(event: Event, from: string, to: string): void {
  const host = (event.currentTarget as HTMLElement).closest<HTMLElement>('.pair, .synopsis')!
  const [own, other] = [block(host, from), block(host, to)]
  const side = other.closest('.pair-side')
  if (side) {
    following = true
    side.scrollTop += other.getBoundingClientRect().top - own.getBoundingClientRect().top
  } else showArticle(host, to)
}

/** Brings an article to the top of its side, which the other side follows; in a table, to the top of the window. */
export function showArticle(host: HTMLElement, address: string): void {
  const article = host.querySelector<HTMLElement>(`[data-address="${CSS.escape(address)}"]`)
  if (!article) return
  const side = article.closest('.pair-side')
  // The heading of a chapter belongs to its first article.
  const before = (side ? article : article.closest('tr')!).previousElementSibling
  const first = before?.matches('h3, .chapter-row') ? before : article
  if (side) side.scrollTop += first.getBoundingClientRect().top - side.getBoundingClientRect().top - MARGIN
  else first.scrollIntoView({ block: 'start' })
}

/** Marks the article that was gone to, and what answers it. */
export function pointAt(host: HTMLElement, addresses: string[]): void {
  for (const marked of host.querySelectorAll('[data-here]')) marked.removeAttribute('data-here')
  for (const address of addresses) block(host, address).setAttribute('data-here', '')
}

// Air above an article that was gone to.
const MARGIN = 12

/** The article of the left document that stands at the top. */
export function articleInSight(host: HTMLElement, { sides: [left] }: Pair): string | null {
  const side = host.querySelector('.pair-side')
  const covered =
    side?.getBoundingClientRect().top ?? host.querySelector('thead th')!.getBoundingClientRect().bottom
  const top = covered + MARGIN + 1
  const found = left.text.articles.find(
    ({ address }) => block(host, address).getBoundingClientRect().bottom > top,
  )
  return found?.address ?? null
}

// True while one side is moved by the program, so that it does not move the other in turn.
let following = false

export function connect(frame: HTMLElement, pair: Pair): () => void {
  const [left, right] = frame.querySelectorAll<HTMLElement>('.pair-side') as unknown as [
    HTMLElement,
    HTMLElement,
  ]
  const chain = forwardChain(chainLinks(pair))
  const follow = (moved: HTMLElement, other: HTMLElement, turned: boolean) => () => {
    if (!following) {
      following = true
      other.scrollTop = carry(moved.scrollTop, scrollPoints(frame, pair, chain, turned))
    } else following = false
    requestAnimationFrame(() => drawRibbons(frame, pair))
  }
  const onLeft = follow(left, right, false)
  const onRight = follow(right, left, true)
  const redraw = () => drawRibbons(frame, pair)
  left.addEventListener('scroll', onLeft, { passive: true })
  right.addEventListener('scroll', onRight, { passive: true })
  addEventListener('resize', redraw)
  // Evidence that is opened moves what stands below it.
  frame.addEventListener('toggle', redraw, { capture: true })
  redraw()
  return () => {
    left.removeEventListener('scroll', onLeft)
    right.removeEventListener('scroll', onRight)
    removeEventListener('resize', redraw)
    frame.removeEventListener('toggle', redraw, { capture: true })
  }
}

function chainLinks({ sides: [left, right], edges }: Pair): Anchor[] {
  const places = (text: Regulation) =>
    new Map(text.articles.map((article, index) => [article.address, index]))
  const [inLeft, inRight] = [places(left.text), places(right.text)]
  return edges
    .filter(edge => edge.relation === 'equivalent')
    .flatMap(({ a, b }) => {
      const [l, r] = [inLeft.get(a), inRight.get(b)]
      return l === undefined || r === undefined ? [] : [{ left: l, right: r }]
    })
}

function scrollPoints(frame: Element, { sides }: Pair, chain: Anchor[], turned: boolean): [number, number][] {
  // A side is what its articles' offsets are counted from.
  const top = (which: 0 | 1, index: number) =>
    block(frame, sides[which].text.articles[index]!.address).offsetTop
  const points = chain.map(({ left, right }): [number, number] => [top(0, left), top(1, right)])
  return [[0, 0] as [number, number], ...points].map(([a, b]) => (turned ? [b, a] : [a, b]))
}

function drawRibbons(frame: HTMLElement, { edges }: Pair): void {
  const canvas = frame.querySelector('svg.ribbons')!
  const bounds = canvas.getBoundingClientRect()
  if (bounds.width === 0) return
  const shapes = edges.flatMap(({ a, b, relation }) => {
    const [left, right] = [block(frame, a).getBoundingClientRect(), block(frame, b).getBoundingClientRect()]
    const inSight = (box: DOMRect) => box.bottom > bounds.top && box.top < bounds.bottom
    if (!inSight(left) && !inSight(right)) return []
    return [ribbon(left, right, bounds, relation)]
  })
  canvas.replaceChildren(...shapes)
}

const SVG = 'http://www.w3.org/2000/svg'

function ribbon(left: DOMRect, right: DOMRect, bounds: DOMRect, relation: Relation): SVGPathElement {
  const path = document.createElementNS(SVG, 'path')
  const [y1, y2] = [left.top - bounds.top, left.bottom - bounds.top]
  const [y3, y4] = [right.top - bounds.top, right.bottom - bounds.top]
  const [w, m] = [bounds.width, bounds.width / 2]
  path.setAttribute('d', `M0 ${y1}C${m} ${y1} ${m} ${y3} ${w} ${y3}V${y4}C${m} ${y4} ${m} ${y2} 0 ${y2}Z`)
  path.setAttribute('class', relation)
  return path
}

function block(frame: Element, address: string): HTMLElement {
  return frame.querySelector<HTMLElement>(`[data-address="${CSS.escape(address)}"]`)!
}
