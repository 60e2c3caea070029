import '../../style/controls.css'
import './bench.css'
import './coverage.css'
import './desk.css'
import './screens.css'
import { d } from '../../i18n/desk.ts'
import { type Site, site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { href, type Route } from '../../parts/router.ts'
import type { View } from '../view.ts'
import { checkScreen } from './check.ts'
import { clausesScreen } from './clauses.ts'
import { coverageScreen } from './coverage.ts'
import { deliverScreen } from './deliver.ts'
import { desk, isCovered, openFindings } from './desk-state.ts'
import { numbersScreen } from './numbers.ts'
import { orderScreen } from './order.ts'
import { prepareDesk } from './preparing.ts'
import type { Screen } from './screen.ts'
import { startScreen } from './start.ts'

const SCREENS: Record<string, (data: Site, route: Route) => Screen> = {
  check: checkScreen,
  coverage: coverageScreen,
  clauses: clausesScreen,
  numbers: numbersScreen,
  order: orderScreen,
  deliver: deliverScreen,
}

/** 起草: a draft checked, put beside the corpus, completed and delivered; all of it on the reader's machine. */
export const view: View = async route => {
  const data = await site()
  await prepareDesk()
  const name = route.path[0] ?? ''
  const draw = desk.work ? (SCREENS[name] ?? startScreen) : startScreen
  const { content, ready } = draw(data, route)
  const current = desk.work && SCREENS[name] ? name : 'start'
  return {
    title: d(`screen-${current}` as 'screen-start'),
    content: html`<div class=${`desk desk-${current}`}>${head(current)}${failure()}${content}</div>`,
    ready: main => {
      showCurrentTab(main)
      return ready?.(main)
    },
  }
}

function head(current: string): TemplateResult {
  const title = desk.checked?.read.title || desk.work?.file || ''
  return html`<div class="desk-head">
    <h1 tabindex="-1">${current === 'start' ? d('title') : d(`screen-${current}` as 'screen-start')}
      ${current !== 'start' && title ? html`<span class="desk-draft">${title}</span>` : nothing}</h1>
    ${desk.work ? tabs(current) : nothing}
  </div>`
}

function tabs(current: string): TemplateResult {
  return html`<nav class="desk-tabs no-print" aria-label=${d('screens')}>
    <ul>${['start', ...Object.keys(SCREENS)].map(name => tab(name, current))}</ul>
  </nav>`
}

/** On a narrow page the tabs are wider than it. */
function showCurrentTab(main: HTMLElement): void {
  const tab = main.querySelector<HTMLElement>('.desk-tabs [aria-current]')
  const row = tab?.closest('nav')
  if (!tab || !row) return
  row.scrollLeft +=
    tab.getBoundingClientRect().left -
    row.getBoundingClientRect().left -
    (row.clientWidth - tab.offsetWidth) / 2
}

function tab(name: string, current: string): TemplateResult {
  return html`<li><a href=${href(['desk', ...(name === 'start' ? [] : [name])])} aria-current=${name === current ? 'page' : nothing}>
    ${d(`screen-${name}` as 'screen-start')}${badge(name)}</a></li>`
}

/** How much there is to do on a screen. */
function badge(name: string): TemplateResult | typeof nothing {
  const { covered, work } = desk
  const counts: Record<string, () => number | null> = {
    check: () => (desk.checked ? openFindings().length : null),
    coverage: () =>
      covered && isCovered()
        ? covered.coverage.filter(
            ({ state, topic, peers }) =>
              state === 'no' &&
              peers.length * 2 >= covered.peers.length &&
              work?.unneeded[topic] === undefined,
          ).length
        : null,
    numbers: () => covered?.numbers.filter(({ verdict }) => verdict === 'outside').length ?? null,
  }
  const count = counts[name]?.()
  return count ? html` <span class="count">${count}</span>` : nothing
}

function failure(): TemplateResult | typeof nothing {
  return desk.failed === null
    ? nothing
    : html`<p class="desk-failed" role="alert">${d('failed')} <span class="faint small">${desk.failed}</span></p>`
}
