import { t } from './i18n/index.ts'
import { LoadError, type Site, site } from './parts/data.ts'
import { html, nothing, render, type TemplateResult } from './parts/html.ts'
import { painted } from './parts/painted.ts'
import { addressParameters, currentRoute, go, href, type Route, withQuery } from './parts/router.ts'
import { isForPage } from './parts/typing.ts'
import { noteVisit, presentEntry, restoreVisit } from './parts/visits.ts'
import { prepareScript, shown } from './reader/script.ts'
import {
  choose,
  type DisplayScript,
  language,
  readSettings,
  script,
  type Theme,
  theme,
} from './reader/settings.ts'
import { VIEWS } from './views/index.ts'
import type { Page } from './views/view.ts'

/** Puts the frame into the page and shows the view that the address asks for, now and at every change. */
export function start(app: HTMLElement): void {
  history.scrollRestoration = 'manual'
  addEventListener('hashchange', () => show(app))
  addEventListener('keydown', globalKeys)
  for (const kind of ['click', 'keydown', 'change', 'input'])
    addEventListener(kind, notePressed, { capture: true })
  for (const kind of ['pointerover', 'focusin']) addEventListener(kind, event => prepareView(event.target))
  show(app)
}

/** A link that is pointed at is likely to be followed: its view's program is fetched while the hand is still moving. */
function prepareView(target: EventTarget | null): void {
  const link = target instanceof Element ? target.closest('a[href^="#/"]') : null
  const name = link?.getAttribute('href')?.split(/[/?]/)[1]
  // Should it fail, following the link will say so.
  if (name !== undefined) VIEWS[name || 'overview']?.load().catch(() => undefined)
}

let undo: (() => void) | undefined
let shownPath: string | null = null
// Only the latest address counts: a slow view must not overwrite a quick one that was asked for after it.
let latest = 0

// The address whose view stands.
let shownAddress: string | null = null

async function show(app: HTMLElement): Promise<void> {
  const turn = ++latest
  const address = location.hash
  readSettings(addressParameters())
  const route = currentRoute()
  if (shownAddress !== null && shownAddress !== address) await answer()
  if (turn !== latest) return
  const { page, data } = await pageOf(route)
  if (turn !== latest) return
  shownAddress = address
  settle()
  if (shownPath === null) app.replaceChildren()
  else if (shownEntry !== null && pathOf(route) !== shownPath)
    noteVisit(shownEntry, app.querySelector<HTMLElement>('main')!)
  undo?.()
  undo = undefined
  applySettings()
  render(frame(route, page.content, data), app)
  document.title = `${page.title} · ${t('brand')}`
  const main = app.querySelector('main')!
  const arrived = arrive(main, route)
  undo = page.ready?.(main) ?? undefined
  if (toSearch) focusSearch()
  toSearch = false
  // What the view itself goes to is gone to first: the reader may have gone on from there.
  if (arrived) restoreVisit(presentEntry(), main)
  // For whoever drives the page from outside: which address it stands for now.
  main.dataset.address = address
}

function pathOf({ view, path }: Route): string {
  return [view, ...path].join('/')
}

let pressed: Element | null = null

// What the reader does next may have nothing to do with what was pressed before.
function notePressed(event: Event): void {
  const { type, target } = event
  const clicked = type === 'click' && target instanceof Element
  pressed = clicked ? target.closest('main a, main button, .site-nav a') : null
  // A link to another view is answered with the click, before the browser has made a change of address of it.
  if (event instanceof MouseEvent && leadsAway(event, pressed)) markBusy()
}

/** Whether the click makes this page show another address: not one for a new tab, and not one to where we are. */
function leadsAway(
  { button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent,
  link: Element | null,
): boolean {
  if (!(link instanceof HTMLAnchorElement) || button !== 0) return false
  return (
    link.hash.startsWith('#/') && link.hash !== location.hash && !(ctrlKey || metaKey || shiftKey || altKey)
  )
}

function markBusy(): void {
  document.documentElement.setAttribute('data-busy', '')
  pressed?.setAttribute('data-pressed', '')
}

/** A click is answered first, by what was pressed and by the bar under the head; the work begins when that is painted. */
async function answer(): Promise<void> {
  markBusy()
  await painted()
}

function settle(): void {
  document.documentElement.removeAttribute('data-busy')
  for (const element of document.querySelectorAll('[data-pressed]')) element.removeAttribute('data-pressed')
  pressed = null
}

async function pageOf(route: Route): Promise<{ page: Page; data: Site | null }> {
  try {
    const view = VIEWS[route.view]
    const [data, module] = await Promise.all([site(), view?.load(), prepareScript()])
    if (!module) return { page: notFound(), data }
    return { page: await module.view(route), data }
  } catch (error) {
    return { page: failure(error), data: await site().catch(() => null) }
  }
}

function applySettings(): void {
  const root = document.documentElement
  root.lang = language() === 'en' ? 'en' : script() === 'traditional' ? 'zh-Hant' : 'zh-Hans'
  if (theme() === 'system') delete root.dataset.theme
  else root.dataset.theme = theme()
}

let shownEntry: number | null = null

/**
 * A new page begins at its top, and the keyboard and a screen reader begin there too; a changed filter moves nothing. Whether
 * it is a new page.
 */
function arrive(main: HTMLElement, route: Route): boolean {
  const path = pathOf(route)
  shownEntry = presentEntry()
  if (path === shownPath) return false
  const first = shownPath === null
  shownPath = path
  scrollTo(0, 0)
  if (!first) main.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  return true
}

function frame(route: Route, content: TemplateResult, data: Site | null): TemplateResult {
  return html`
    <a class="skip" href="#main" @click=${skip}>${t('skip')}</a>
    <header class="site-head">
      <a class="brand" href=${href([])}>${t('brand')}</a>
      <nav class="site-nav" aria-label=${t('navigation')}>
        <ul>
          ${Object.entries(VIEWS)
            .filter(([, { inNavigation, has }]) => inNavigation && (!has || (data !== null && has(data))))
            .map(([name]) => navigationLink(name, route))}
        </ul>
      </nav>
      <div class="switches">${scriptSwitch()} ${languageSwitch()} ${themeSwitch()} ${keysSwitch()}</div>
    </header>
    <main id="main" tabindex="-1">${content} ${data ? html`<p class="print-only print-source small">${t('brand')} ${data.version} · ${shown(data.title)} · ${t('corpus', { corpus: data.corpus.slice(0, 12) })} · ${location.href}</p>` : nothing}</main>
    <footer class="site-foot">
      ${
        data
          ? html`<span>${shown(data.title)}</span><span>${t('version', { version: data.version, corpus: data.corpus.slice(0, 12) })}</span>`
          : nothing
      }
      <a href=${href(['method'])}>${t('nav-method')}</a>
    </footer>
    <div class="toast" role="status"></div>
    ${keysDialog()}
  `
}

const KEYS = [
  ['/', 'key-search'],
  ['j k', 'key-change'],
  ['[ ]', 'key-topic'],
  ['c', 'key-copy'],
  ['Esc', 'key-escape'],
  ['F8', 'key-finding'],
  ['← → Enter', 'key-marks'],
  ['?', 'key-help'],
] as const

function keysDialog(): TemplateResult {
  const close = (event: Event) => (event.currentTarget as HTMLElement).closest('dialog')!.close()
  return html`<dialog class="keys" aria-labelledby="keys-title">
    <h2 id="keys-title">${t('keys')}</h2>
    <dl>
      ${KEYS.map(([keys, does]) => html`<div><dt>${keys.split(' ').map(key => html`<kbd>${key}</kbd> `)}</dt><dd>${t(does)}</dd></div>`)}
    </dl>
    <button type="button" @click=${close}>${t('close')}</button>
  </dialog>`
}

function keysSwitch(): TemplateResult {
  return html`<button type="button" class="keys-switch" title=${t('keys')} aria-label=${t('keys')} @click=${openKeys}><span aria-hidden="true">?</span></button>`
}

function openKeys(): void {
  document.querySelector<HTMLDialogElement>('dialog.keys')?.showModal()
}

const PARENTS: Record<string, string> = { family: 'compare', pair: 'compare' }

function navigationLink(name: string, route: Route): TemplateResult {
  const current = (PARENTS[route.view] ?? route.view) === name
  const target = name === 'overview' ? [] : [name]
  return html`<li>
    <a href=${href(target)} aria-current=${current ? 'page' : nothing}>${t(`nav-${name}` as 'nav-overview')}</a>
  </li>`
}

function scriptSwitch(): TemplateResult {
  const change = (event: Event) => {
    choose({ script: (event.target as HTMLSelectElement).value as DisplayScript })
    go(withQuery({}), 'replace')
  }
  const choices: [DisplayScript, string][] = [
    ['simplified', '简体'],
    ['traditional', '繁體'],
    ['source', t('script-source')],
  ]
  return html`<select aria-label=${t('script')} title=${t('script')} @change=${change}>
    ${choices.map(([value, label]) => html`<option value=${value} ?selected=${value === script()}>${label}</option>`)}
  </select>`
}

function languageSwitch(): TemplateResult {
  const other = language() === 'en' ? 'zh' : 'en'
  const change = () => {
    choose({ lang: other })
    go(withQuery({}), 'replace')
  }
  return html`<button type="button" lang=${other} @click=${change}>${other === 'en' ? 'English' : '中文'}</button>`
}

const NEXT_THEME: Record<Theme, Theme> = { system: 'dark', dark: 'light', light: 'system' }
const THEME_SIGN: Record<Theme, string> = { system: '◐', dark: '●', light: '○' }

function themeSwitch(): TemplateResult {
  const change = () => {
    choose({ theme: NEXT_THEME[theme()] })
    go(withQuery({}), 'replace')
  }
  const label = t('theme', { theme: t(`theme-${theme()}`) })
  return html`<button type="button" title=${label} aria-label=${label} @click=${change}>
    <span aria-hidden="true">${THEME_SIGN[theme()]}</span>
  </button>`
}

function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}

function globalKeys(event: KeyboardEvent): void {
  if (!isForPage(event)) return
  if (event.key === '?') openKeys()
  if (event.key !== '/') return
  event.preventDefault()
  if (focusSearch()) return
  toSearch = true
  go(href(['search']))
}

// Whether the search was asked for by its key: what is typed next belongs into its field.
let toSearch = false

function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]')
  field?.focus()
  return field !== null
}

function notFound(): Page {
  return {
    title: t('not-found'),
    content: html`<div class="calm-error">
      <h1 tabindex="-1">${t('not-found')}</h1>
      <p><a href=${href([])}>${t('nav-overview')}</a></p>
    </div>`,
  }
}

function failure(error: unknown): Page {
  if (!(error instanceof LoadError)) console.error(error)
  const message = error instanceof LoadError ? t('load-failed', { file: error.file }) : t('view-failed')
  return {
    title: t('failed'),
    content: html`<div class="calm-error" role="alert">
      <h1 tabindex="-1">${t('failed')}</h1>
      <p>${message}</p>
      <button type="button" @click=${() => go(location.hash || '#/', 'replace')}>${t('again')}</button>
    </div>`,
  }
}
