import type { Article } from '../../../src/types.ts'
import { t, topicLabel } from '../../i18n/index.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { documentOptions } from '../../parts/places.ts'
import { go, href, type Route, unitHref } from '../../parts/router.ts'
import { toggle } from '../../parts/toggle.ts'
import { shown, shownHeading } from '../../reader/script.ts'
import type { Reading } from './reading.ts'

/** Another document instead of this one. */
export function documentChoice({ data, summary }: Reading): TemplateResult {
  const change = (event: Event) => go(href(['doc', (event.target as HTMLSelectElement).value]))
  return html`<select class="document-choice" aria-label=${t('choose-document')} @change=${change}>
    ${documentOptions(data, summary.id)}
  </select>`
}

/** Divisions and articles, as links to their places. */
export function outline(reading: Reading): TemplateResult {
  const { text, raw, route } = reading
  const current = route.path[1] ? `${text.id}/${route.path[1]}` : ''
  const loose = text.articles.filter(article => article.division === null)
  const links = (articles: Article[]) => articleLinks(reading, articles, current)
  return html`<details class="outline-list" ?open=${innerWidth > 760}>
    <summary>${t('outline')}</summary>
    ${toggle(route, 'toc', t('outline-topics'), 'small')}
    <ul>
    ${loose.length > 0 ? html`<li>${links(loose)}</li>` : nothing}
    ${text.divisions.map(division => {
      const articles = text.articles.filter(article => article.division === division.address)
      return html`<li class=${division.kind}>
        <a href=${placeHref(division.address, route)}>${shownHeading(division, raw)}</a>
        ${links(articles)}
      </li>`
    })}
    ${(text.annexes ?? []).map(
      annex => html`<li class="annex">
        <a href=${placeHref(annex.address, route)}>${shown(`${annex.label} ${annex.heading}`)}</a>
      </li>`,
    )}
    </ul>
  </details>`
}

/** The articles by their numbers, with what they are on at hand; or as a list of both. */
function articleLinks(
  { data, route }: Reading,
  articles: Article[],
  current: string,
): TemplateResult | typeof nothing {
  if (articles.length === 0) return nothing
  const listed = route.query.toc === '1'
  return html`<span class=${listed ? 'article-links listed' : 'article-links'}
    >${articles.map(article => {
      const families = new Set((data.byArticle.get(article.address) ?? []).map(({ family }) => family))
      const topics = [...families].map(family => topicLabel(family.topic)).join('、')
      return html`<a href=${placeHref(article.address, route)} aria-current=${article.address === current ? 'location' : nothing} title=${`${shown(article.label)} ${topics}`}>${article.number}${listed ? html` <span>${topics}</span>` : nothing}</a>`
    })}</span
  >`
}

/** The search, narrowed down to this document. */
export function findHere({ summary }: Reading): TemplateResult {
  const find = (event: Event) => {
    event.preventDefault()
    const words = (event.currentTarget as HTMLFormElement).querySelector('input')!.value
    if (words.trim() !== '') go(href(['search'], { q: words, in: summary.id }))
  }
  return html`<form role="search" class="find-here" @submit=${find}><input type="search" aria-label=${t('find-here')} placeholder=${t('find-here')} /></form>`
}

function placeHref(address: string, route: Route): string {
  return unitHref(address, { ...route.query, at: null })
}
