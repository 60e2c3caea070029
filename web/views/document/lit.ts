import { holds } from '../../../src/structure/address.ts'
import type { Article, Regulation, Span } from '../../../src/types.ts'
import type { Route } from '../../parts/router.ts'
import type { Reading } from './reading.ts'

/** `?at=start-end` in the source, or the unit that the path names. */
export function litSpan(route: Route, text: Regulation): Span | null {
  const at = /^(\d+)-(\d+)$/.exec(route.query.at ?? '')
  if (at) return { start: Number(at[1]), end: Number(at[2]) }
  if (route.path.length < 2) return null
  const address = route.path.join('/')
  const annex = (text.annexes ?? []).find(each => holds(each.address, address))
  const articles = annex ? annex.articles : text.articles
  const article = articles.find(each => holds(each.address, address)) ?? annex
  return article ? unitSpan(article, address) : null
}

function unitSpan(article: Pick<Article, 'paragraphs'> & Span, address: string): Span {
  const paragraph = article.paragraphs.find(each => holds(each.address, address))
  const item = paragraph?.items.find(each => holds(each.address, address))
  const subitem = item?.subitems.find(each => each.address === address)
  return subitem ?? item ?? paragraph ?? article
}

/** The class of the unit that the path names; a stretch named by `at` is lit up inside the text instead. */
export function litUnit({ route }: Reading, address: string): string {
  return !route.query.at && route.path.join('/') === address ? ' lit-unit lit' : ''
}

/** Brings what the address names into sight, once for each address. */
export function scrollToLit(main: HTMLElement, { route, text, lit }: Reading): undefined {
  const key = location.hash
  if (key === scrolledTo) return
  scrolledTo = key
  const division = text.divisions.find(each => each.address === route.path.join('/'))
  const target = lit
    ? main.querySelector('.lit')
    : division
      ? document.getElementById(`u-${division.address}`)
      : null
  // A long unit is shown from its beginning, a short stretch with what stands around it.
  const long = target !== null && target.getBoundingClientRect().height > innerHeight / 2
  target?.scrollIntoView({ block: (division && !lit) || long ? 'start' : 'center' })
}
let scrolledTo = ''
