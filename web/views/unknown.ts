import { t } from '../i18n/index.ts'
import type { Site } from '../parts/data.ts'
import { html } from '../parts/html.ts'
import { placeOf } from '../parts/places.ts'
import { href } from '../parts/router.ts'
import type { Page } from './view.ts'

/** The address names a document that is not there: which there are. */
export function unknownDocument(data: Site, id: string): Page {
  return {
    title: t('not-found'),
    content: html`<div class="calm-error">
      <h1 tabindex="-1">${t('unknown-document', { id })}</h1>
      <ul>
        ${data.regulations.slice(0, 20).map(each => html`<li><a href=${href(['doc', each.id])}>${placeOf(data, each)}</a></li>`)}
      </ul>
    </div>`,
  }
}
