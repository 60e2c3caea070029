import './method.css'
import '../../charts/charts.css'
import { t } from '../../i18n/index.ts'
import { METHOD, m } from '../../i18n/method.ts'
import { quality, site } from '../../parts/data.ts'
import { isSingleFile } from '../../parts/embedded.ts'
import { fileLink } from '../../parts/files.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { currentRoute, href, type Route } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'
import type { View } from '../view.ts'
import { citeSection } from './cite.ts'
import { knownMisses } from './misses.ts'
import { type Part, qualityIntroduction, qualityParts } from './quality.ts'
import { type DataPackage, dataPackage, dictionarySection } from './tables.ts'

/** A section and its name in the address: `#/method/citing` opens the page there. */
interface Section {
  id: 'how' | 'quality' | 'misses' | 'tables' | 'downloads' | 'citing' | 'licence'
  content: TemplateResult
  parts?: Part[]
}

/** 方法: how it is done, how good it is, what the tables hold, how to cite. */
export const view: View = async route => {
  const [data, measured, tables] = await Promise.all([site(), quality(), dataPackage()])
  const sections: Section[] = [
    { id: 'how', content: steps() },
    { id: 'quality', content: qualityIntroduction(data, measured), parts: qualityParts(data, measured) },
    ...(measured ? [{ id: 'misses' as const, content: knownMisses(data, measured) }] : []),
    ...(tables ? [{ id: 'tables' as const, content: dictionarySection(tables) }] : []),
    { id: 'downloads', content: downloads(tables) },
    { id: 'citing', content: citeSection(data) },
    { id: 'licence', content: html`<p>${m('licence-text')}</p>` },
  ]
  return {
    title: t('nav-method'),
    content: html`<div class="method">
      <div class="page-head">
        <h1 tabindex="-1">${t('method-title')}</h1>
        <p class="lead">${t('method-lead')}</p>
      </div>
      ${contents(sections, route)}
      <div class="method-sections">${sections.map(sectionOf)}</div>
    </div>`,
    ready: main => {
      arriveAtSection(main, route)
      return undefined
    },
  }
}

function sectionOf({ id, content, parts = [] }: Section): TemplateResult {
  return html`<section>
    <h2 id=${id} tabindex="-1">${m(id)}</h2>
    ${content}
    ${parts.map(part => html`<h3 id=${part.id} tabindex="-1">${m(part.id)}</h3>${part.content}`)}
  </section>`
}

function contents(sections: Section[], route: Route): TemplateResult {
  const link = (id: Section['id'] | Part['id']) => html`<a
    href=${href(['method', id])}
    aria-current=${route.path[0] === id ? 'location' : nothing}
    @click=${() => arriveAgain(id)}
  >${m(id)}</a>`
  return html`<nav class="method-contents no-print" aria-label=${m('contents')}>
    <ol>
      ${sections.map(
        ({ id, parts = [] }) => html`<li>
          ${link(id)}
          ${parts.length > 0 ? html`<ol>${parts.map(part => html`<li>${link(part.id)}</li>`)}</ol>` : nothing}
        </li>`,
      )}
    </ol>
  </nav>`
}

/** An address that was just come to shows its section; a change of language or script moves nothing. */
function arriveAtSection(main: HTMLElement, { path: [id] }: Route): void {
  const before = main.dataset.address?.split('?')[0]
  if (id !== undefined && before !== location.hash.split('?')[0]) scrollToSection(id)
}

// The address of a link that leads to where the page stands does not change, so the frame does not hear of it.
function arriveAgain(id: string): void {
  if (currentRoute().path[0] === id) scrollToSection(id)
}

function scrollToSection(id: string): void {
  const heading = document.querySelector<HTMLElement>(`.method-sections [id="${CSS.escape(id)}"]`)
  heading?.scrollIntoView()
  heading?.focus({ preventScroll: true })
}

function steps(): TemplateResult {
  return html`<ol class="steps">
    ${METHOD[language()].map(([name, words]) => html`<li><h3>${shown(name)}</h3><p>${shown(words)}</p></li>`)}
  </ol>`
}

function downloads(tables: DataPackage | null): TemplateResult {
  return html`<p class="note">${m(isSingleFile() ? 'downloads-note-single' : 'downloads-note')}</p>
    <p class="no-print">
      <button type="button" class="pack" @click=${(event: Event) => saveEverything(event, tables)}>
        <span class="pack-label">${m('download-all')}</span><span class="pack-progress"></span>
      </button>
      ${fileLink('guijian.xlsx')} ${fileLink('datapackage.json')}
    </p>`
}

/** While it packs the button says how far it is, and is deaf. */
async function saveEverything(event: Event, tables: DataPackage | null): Promise<void> {
  const button = event.currentTarget as HTMLButtonElement
  if (button.ariaBusy === 'true') return
  const progress = button.querySelector('.pack-progress')!
  button.ariaBusy = 'true'
  try {
    const { archive } = await import('./archive.ts')
    await archive(
      (tables?.resources ?? []).map(table => table.path),
      (done, all) => {
        progress.textContent = m('packing', { done, all })
      },
    )
  } finally {
    button.ariaBusy = null
    progress.textContent = ''
  }
}
