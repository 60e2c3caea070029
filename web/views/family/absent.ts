import './absent.css'
import type { MentionPlace } from '../../../src/tables/pack.ts'
import type { Family } from '../../../src/types.ts'
import { w } from '../../i18n/mentions.ts'
import { unitName } from '../../parts/cite.ts'
import { canLack, notCounted } from '../../parts/complete.ts'
import { membersOf, regulations, type Site, source } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { type Mentions, mentioning, quoteOf } from '../../parts/mentions.ts'
import { placeOf } from '../../parts/places.ts'
import { href, spanHref } from '../../parts/router.ts'
import { READABLE } from '../../parts/topics.ts'
import { shown, shownLang } from '../../reader/script.ts'
import { script } from '../../reader/settings.ts'

/** What the documents without a counterpart say of the matter elsewhere. */
export interface Absent {
  /** In the order of the manifest. */
  ids: string[]
  mentions: Mentions
  /** Words of the mentions that are quoted, by document. */
  quotes: Map<string, string>
}

/** Quotes are read for as many documents as are readable side by side, and for `also`. */
export async function absentFrom(
  data: Site,
  family: Family,
  present: string[],
  also: string[],
  mentions: Mentions,
): Promise<Absent> {
  const ids = data.regulations.map(({ id }) => id).filter(id => !present.includes(id) && canLack(data, id))
  const mentioned = mentioning(mentions, family, data)
  const quoted = mentioned.filter((id, at) => at < READABLE || also.includes(id))
  const [texts, sources] = await Promise.all([
    regulations(quoted),
    Promise.all(quoted.map(id => (script() === 'source' ? source(id) : null))),
  ])
  const quotes = texts.map((text, at): [string, string] => [
    text.id,
    quoteOf(text, mentions.get(family.id)!.get(text.id)!, sources[at]!),
  ])
  return { ids, mentions, quotes: new Map(quotes) }
}

/** For a column: `他处提及：第七条第二款 “…”`. */
export function mentionLine(
  data: Site,
  family: Family,
  id: string,
  absent: Absent,
): TemplateResult | typeof nothing {
  const place = absent.mentions.get(family.id)?.get(id)
  return place
    ? html`<p class="mention small">${w('mentioned-at')}${mentionLink(data, id, place, absent.quotes.get(id))}</p>`
    : nothing
}

/** That no other document has a counterpart, and which of them mention the matter; empty where none or too many to be named do. */
export function onlyHere(data: Site, family: Family, { mentions }: Absent): string {
  const ids = mentioning(mentions, family, data)
  if (ids.length === 0 || ids.length > READABLE) return notCounted(data)
  const places = ids.map(id => placeOf(data, data.byId.get(id)!)).join('、')
  return ` ${w('only-in-full', { places })}${notCounted(data)}`
}

/** All documents without a counterpart: those that mention the matter with the place, then the others by name. */
export function absentSection(data: Site, family: Family, absent: Absent): TemplateResult | typeof nothing {
  const cut = data.regulations.filter(({ id }) => !canLack(data, id) && membersOf(family, id).length === 0)
  if (absent.ids.length === 0)
    return cut.length > 0 ? html`<p class="small faint">${notCounted(data, cut)}</p>` : nothing
  const places = absent.mentions.get(family.id)
  const mentioned = absent.ids.filter(id => places?.has(id))
  const nameOf = (id: string) => placeOf(data, data.byId.get(id)!)
  const [quoted, more] = [mentioned.slice(0, READABLE), mentioned.slice(READABLE)]
  const silent = absent.ids.filter(id => !places?.has(id))
  return html`<section class="absent-documents" aria-labelledby="absent">
    <div class="section-head"><h2 id="absent">${w('absent-title', { n: absent.ids.length })}</h2><p>${w(quoted.length > 0 ? 'absent-note' : 'absent-none')} <a href=${href(['method', 'mentions'])}>${w('absent-method')}</a></p></div>
    ${
      quoted.length === 0
        ? nothing
        : html`<dl>
            ${quoted.map(
              id => html`<div><dt>${nameOf(id)}<span class="small faint">${w('mentioned')}</span></dt>
                <dd>${mentionLink(data, id, places!.get(id)!, absent.quotes.get(id))}</dd></div>`,
            )}
          </dl>`
    }
    ${more.length > 0 ? html`<p class="small">${w('absent-more')}${more.map((id, at) => html`${at > 0 ? '、' : ''}${nameOf(id)} ${mentionLink(data, id, places!.get(id)!, undefined)}`)}</p>` : nothing}
    ${silent.length > 0 ? html`<p class="small faint">${w('absent-silent')}${silent.map(nameOf).join('、')}</p>` : nothing}
    ${cut.length > 0 ? html`<p class="small faint">${notCounted(data, cut)}</p>` : nothing}
  </section>`
}

function mentionLink(
  data: Site,
  id: string,
  { address, span }: MentionPlace,
  quote: string | undefined,
): TemplateResult {
  const summary = data.byId.get(id)!
  const words = quote ? html`<q lang=${shownLang(summary.script)}>${quote}</q>` : nothing
  return html`<a class="mentioned" href=${spanHref(id, span)}><span>${shown(unitName(summary, address))}</span>${words}</a>`
}
