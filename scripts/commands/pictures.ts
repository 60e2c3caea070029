import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { DIST, launch, open, serveSite, visit } from '../io/browser.ts'

/**
 * Pictures of every view of the built site, for whoever changes a page to look at: wide, narrow, dark, traditional script,
 * English and printed. `npm run pictures -- [--data DIR] [--out DIR] [--only WORD]`; `--data` shows another corpus' output.
 */
const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    out: { type: 'string', default: 'build/pictures' },
    only: { type: 'string', default: '' },
  },
})

const LOOKS = {
  wide: { viewport: { width: 1360, height: 900 } },
  narrow: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  dark: { viewport: { width: 1360, height: 900 }, colorScheme: 'dark' },
} as const

const browser = await launch()
const site = await serveSite(DIST, values.data)
mkdirSync(values.out, { recursive: true })
for (const [view, hash] of Object.entries(await views()))
  for (const [look, options] of Object.entries(LOOKS)) {
    const name = `${view}-${look}`
    if (!name.includes(values.only)) continue
    const { page, errors } = await open(browser, site, options)
    await visit(page, site, hash)
    await settled(page)
    await page.screenshot({ path: join(values.out, `${name}.png`) })
    await page.screenshot({ path: join(values.out, `${name}-full.png`), fullPage: true })
    if (look === 'wide') await page.pdf({ path: join(values.out, `${view}.pdf`), preferCSSPageSize: true })
    for (const error of errors) console.error(`${name}: ${error}`)
    console.error(name)
    await page.context().close()
  }
await browser.close()
await site.close()

async function views(): Promise<Record<string, string>> {
  const { page } = await open(browser, site)
  await visit(page, site, '#/')
  const ids = await page.evaluate(async () => {
    const links = [...document.querySelectorAll('.documents a[href*="#/doc/"]')]
    return [...new Set(links.map(link => decodeURIComponent(link.getAttribute('href')!.split(/[/?]/)[2]!)))]
  })
  await visit(page, site, '#/compare')
  const families = await page.$$eval('.aligned tbody th a', links =>
    links.map(link => link.getAttribute('href')!),
  )
  await page.context().close()
  const family = families[5] ?? families[0]!
  return {
    overview: '#/',
    compare: '#/compare',
    family,
    difference: `${family}?d=1`,
    pair: `#/pair/${ids[0]}/${ids[1]}?marks=1`,
    rows: `#/pair/${ids[0]}/${ids[1]}?marks=1&rows=1`,
    matrix: '#/numbers',
    charts: '#/numbers?show=chart',
    records: '#/numbers?show=table',
    document: `#/doc/${ids[1]}?marks=1`,
    layout: `#/doc/${ids[1]}?layout=1`,
    search: `#/search?q=${encodeURIComponent('7个工作日')}`,
    method: '#/method',
    english: '#/?lang=en',
    traditional: '#/compare?script=traditional',
  }
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(900)
}
