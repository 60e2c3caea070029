import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { DIST, launch, open, serveSite, visit } from '../io/browser.ts'
import { Failure } from '../io/failure.ts'
import { refuseOutput, replaceOutput } from '../io/output.ts'
import { progress } from '../io/progress.ts'
import type { StaticSite } from '../io/serve.ts'

interface PicturesOptions {
  /** Folder with another corpus' output, shown in the place of the site's own. */
  data?: string
  out: string
  /** Only pictures whose name holds this. */
  only: string
}

/**
 * Pictures of every view of the built site, for whoever changes a page to look at: wide, narrow, dark, traditional script,
 * English and printed.
 */
export async function pictures({ data, out, only }: PicturesOptions): Promise<void> {
  if (!existsSync(join(DIST, 'index.html')))
    throw new Failure(`${DIST}: no site to take pictures of; run \`npm run build\` first`)
  if (data && !existsSync(join(data, 'site/index.json'))) throw new Failure(`${data}: no data of a site`)
  refuseOutput(out)
  await replaceOutput(out, async fresh => {
    const browser = await launched()
    const site = await serveSite(DIST, data)
    try {
      for (const [view, hash] of Object.entries(await views(browser, site)))
        for (const look of Object.keys(LOOKS) as Look[])
          if (`${view}-${look}`.includes(only)) await take(browser, site, { view, hash, look, out: fresh })
    } finally {
      await browser.close()
      await site.close()
    }
  })
}

async function launched(): Promise<Browser> {
  try {
    return await launch()
  } catch (error) {
    const [reason] = String(error).split('\n')
    throw new Failure(`no browser could be started (${reason}); name one in CHROME_PATH`, undefined, error)
  }
}

const LOOKS = {
  wide: { viewport: { width: 1360, height: 900 } },
  narrow: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  dark: { viewport: { width: 1360, height: 900 }, colorScheme: 'dark' },
} as const

type Look = keyof typeof LOOKS

async function take(
  browser: Browser,
  site: StaticSite,
  { view, hash, look, out }: { view: string; hash: string; look: Look; out: string },
): Promise<void> {
  const name = `${view}-${look}`
  const { page, errors } = await open(browser, site, LOOKS[look])
  await visit(page, site, hash)
  await settled(page)
  await page.screenshot({ path: join(out, `${name}.png`) })
  await page.screenshot({ path: join(out, `${name}-full.png`), fullPage: true })
  if (look === 'wide') await page.pdf({ path: join(out, `${view}.pdf`), preferCSSPageSize: true })
  for (const error of errors) console.error(`${name}: ${error}`)
  progress(name)
  await page.context().close()
}

async function views(browser: Browser, site: StaticSite): Promise<Record<string, string>> {
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
  await visit(page, site, '#/penalties')
  const [act] = await page.$$eval('.acts tbody .topic', links =>
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
    penalties: '#/penalties',
    ...(act && { act }),
    document: `#/doc/${ids[1]}?marks=1`,
    layout: `#/doc/${ids[1]}?layout=1`,
    search: `#/search?q=${encodeURIComponent('7个工作日')}`,
    desk: '#/desk',
    method: '#/method',
    english: '#/?lang=en',
    traditional: '#/compare?script=traditional',
  }
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(900)
}
