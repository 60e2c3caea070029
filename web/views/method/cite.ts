import './cite.css'
import { m } from '../../i18n/method.ts'
import { copyText } from '../../parts/copy.ts'
import type { Site } from '../../parts/data.ts'
import { html, type TemplateResult } from '../../parts/html.ts'
import { type Citations, citationsOf } from './citation.ts'

/** How the site over this corpus is cited, in three forms, each to be copied. */
export function citeSection(data: Site): TemplateResult {
  const citations = citationsOf({ ...data, documents: data.regulations.length, url: siteAddress() })
  const form = (name: keyof Citations, label: string, lang: string) => html`<div class="citation">
    <h3>${label}</h3>
    ${
      name === 'bibtex'
        ? html`<pre tabindex="0" aria-label=${label}>${citations.bibtex}</pre>`
        : html`<blockquote class="text" lang=${lang}>${citations[name]}</blockquote>`
    }
    <button type="button" class="no-print" aria-label=${m('copy-citation', { form: label })}
      @click=${() => copyText(citations[name])}>${m('copy')}</button>
  </div>`
  return html`${form('gb', m('cite-gb'), 'zh')} ${form('english', m('cite-en'), 'en')}
    ${form('bibtex', m('cite-bibtex'), 'en')}
    <p class="note">${m('cite-hint')}</p>`
}

/** The address of the site without that of the view; none where the page was opened from a file. */
function siteAddress(): string | null {
  return location.protocol.startsWith('http') ? `${location.origin}${location.pathname}` : null
}
