import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { DIST, launch, open, serveSite, visit } from '../io/browser.ts'
import type { StaticSite } from '../io/serve.ts'
import { padded } from '../print/terminal.ts'

/** What a reader does, on which page, and how. */
interface Deed {
  name: string
  at: string
  act: (page: Page) => Promise<unknown>
}

const DEEDS: Deed[] = [
  {
    name: 'table: filter by kind',
    at: '#/compare',
    act: page => page.getByLabel('差异种类').selectOption('quantity'),
  },
  {
    name: 'table: filter by words',
    at: '#/compare',
    act: page => page.locator('.filters input').fill('会议'),
  },
  {
    name: 'table: sort',
    at: '#/compare',
    act: page => page.getByLabel('排序').selectOption('spread'),
  },
  { name: 'table: open a topic', at: '#/compare', act: page => page.locator('.cell').first().click() },
  {
    name: 'topic: change base',
    at: '#/family/FAMILY',
    act: page => page.locator('.controls select').first().selectOption({ index: 1 }),
  },
  { name: 'topic: next topic', at: '#/family/FAMILY', act: page => page.locator('[data-key=next]').click() },
  {
    name: 'topic: next difference',
    at: '#/family/FAMILY',
    act: page => page.keyboard.press('j'),
  },
  {
    name: 'topic: fade shared text',
    at: '#/family/FAMILY',
    act: page => page.getByRole('button', { name: '淡化共有文句' }).click(),
  },
  {
    name: 'text: fade shared text',
    at: '#/doc',
    act: page => page.getByRole('button', { name: '淡化共有文句' }).click(),
  },
  {
    name: 'pair: mark differences',
    at: '#/pair',
    act: page => page.getByRole('button', { name: '标出差异' }).click(),
  },
  {
    name: 'search: first words',
    at: '#/search',
    act: page => page.locator('main input[type=search]').fill('会议'),
  },
  {
    name: 'search: a word more',
    at: '#/search?q=会',
    act: page => page.locator('main input[type=search]').fill('会议'),
  },
  {
    name: 'numbers: matrix to chart',
    at: '#/numbers',
    act: page => page.locator('.segments a').nth(1).click(),
  },
  {
    name: 'numbers: chart to matrix',
    at: '#/numbers?show=chart',
    act: page => page.locator('.segments a').nth(0).click(),
  },
  {
    name: 'numbers: sort the matrix',
    at: '#/numbers',
    act: page => page.getByLabel('排序').selectOption('spread'),
  },
  {
    name: 'numbers: sort the charts',
    at: '#/numbers?show=chart',
    act: page => page.getByLabel('排序').selectOption('spread'),
  },
  {
    name: 'numbers: choose a measure',
    at: '#/numbers',
    act: page => page.locator('.measures a').nth(1).click(),
  },
  {
    name: 'numbers: measure to measure',
    at: '#/numbers?show=chart&measure=duration-cap',
    act: page => page.locator('.measures a').nth(1).click(),
  },
  {
    name: 'numbers: open records',
    at: '#/numbers?show=chart',
    act: page => page.locator('.figure-foot a').first().click(),
  },
  {
    name: 'numbers: records',
    at: '#/numbers',
    act: page => page.locator('.segments a').nth(2).click(),
  },
  ...['compare', 'numbers', 'doc', 'search', 'method'].map(view => ({
    name: `open ${view}`,
    at: '#/',
    act: (page: Page) => page.locator(`.site-nav a[href^="#/${view}"]`).click(),
  })),
]

/**
 * How soon a click is answered in the built site with the processor slowed four times: milliseconds from the event to the
 * paint after the first change on the page, and to the paint of what was asked for, all of it. Medians of `times` runs,
 * each on a page opened anew, of the deeds whose name holds `wanted`; `data` is a folder with the page's data for other
 * documents. The browser slows the page only, not its worker; figures of a busy machine are too high.
 */
export async function* benchClicks({
  wanted = '',
  data,
  times = 5,
}: {
  wanted?: string | undefined
  data?: string | undefined
  times?: number
}): AsyncGenerator<string> {
  if (!existsSync(join(DIST, 'index.html'))) return yield `no site in ${DIST}/: npm run build makes it`
  const browser = await launch()
  const site = await serveSite(DIST, data)
  try {
    const family = await firstFamily(browser, site)
    for (const deed of DEEDS.filter(({ name }) => name.includes(wanted))) {
      const runs: Times[] = []
      for (let run = 0; run < times; run++)
        runs.push(await timed(browser, site, { ...deed, at: deed.at.replace('FAMILY', family) }))
      const of = (part: keyof Times) =>
        `${median(runs.map(each => each[part]))
          .toFixed(0)
          .padStart(5)} ms`
      yield `${padded(deed.name, 28)} answered ${of('answered')}   shown ${of('shown')}`
    }
  } finally {
    await browser.close()
    await site.close()
  }
}

async function firstFamily(browser: Browser, site: StaticSite): Promise<string> {
  const { page } = await open(browser, site)
  await visit(page, site, '#/compare')
  const address = await page.locator('.cell').first().getAttribute('href')
  await page.context().close()
  return /#\/family\/([^?]+)/.exec(address ?? '')![1]!
}

interface Times {
  answered: number
  shown: number
}

async function timed(browser: Browser, site: StaticSite, { at, act }: Deed): Promise<Times> {
  const { page } = await open(browser, site)
  await visit(page, site, at)
  await page.waitForLoadState('networkidle')
  // What a page works out after it stands (differences of a topic's columns) is waited for.
  await page.waitForTimeout(700)
  // tsx wraps named functions in a helper that the page does not have.
  await page.evaluate('globalThis.__name = named => named')
  await page.evaluate(watch)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await act(page)
  await page.waitForFunction(() => 'shown' in (window as unknown as Watch).clicks, null, { timeout: 30_000 })
  const clicks = await page.evaluate(() => (window as unknown as Watch).clicks)
  await page.context().close()
  return clicks as Times
}

interface Watch {
  clicks: Partial<Times>
}

declare const scheduler: { postTask: (task: () => void, options: { priority: string }) => Promise<void> }

/** In the page: from the first event on, the paint after the first change, and after all of what was asked for. */
function watch(): void {
  const clicks: Partial<Times> = {}
  ;(window as unknown as Watch).clicks = clicks
  const before = location.hash
  let start: number | undefined
  const begin = (event: Event) => {
    start ??= event.timeStamp
  }
  for (const kind of ['click', 'change', 'input', 'keydown']) addEventListener(kind, begin, { capture: true })
  // Right after the frame, before the work that the page itself has put off until then.
  const afterPaint = (note: () => void) =>
    requestAnimationFrame(() => scheduler.postTask(note, { priority: 'user-blocking' }))
  new MutationObserver(() => {
    if (start === undefined) return
    const from = start
    afterPaint(() => {
      clicks.answered ??= performance.now() - from
    })
    const main = document.querySelector('main')
    const address = main?.dataset.address
    const stands = address !== before && address === location.hash
    if (stands && !main?.querySelector('[aria-busy=true]'))
      afterPaint(() => {
        clicks.shown ??= performance.now() - from
      })
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
