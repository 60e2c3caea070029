import { existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'
import { type StaticSite, serve } from './serve.ts'

/**
 * One launcher for all browser tests: a system Chrome or Chromium where there is one, else the one inside the npm
 * package, which needs no root and no system packages.
 */
export async function launch(): Promise<Browser> {
  return playwright.launch({ executablePath: await browserPath(), headless: true, args: ARGUMENTS })
}

/** Where the browser is; unpacks the one inside the npm package if need be. */
export async function browserPath(): Promise<string> {
  const system = SYSTEM.find(path => path !== undefined && existsSync(path))
  return system ?? (await chromium.executablePath())
}

const SYSTEM = [
  process.env.CHROME_PATH,
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

// Nothing may leave the machine by itself, and a container has neither sandbox nor GPU nor a large /dev/shm.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
]

/** The built site; another folder can be named for a build that is being tried out. */
export const DIST = process.env.GUIJIAN_DIST ?? 'dist'

/**
 * Serves the built site (or another folder) on a free port, under a subfolder so that nobody relies on the root. `data` puts
 * another corpus' output in the place of the site's own.
 */
export function serveSite(folder = DIST, data?: string): Promise<StaticSite> {
  return serve(folder, { port: 0, data, under: '/some/folder/' })
}

/** A page that writes down everything it should not do. */
interface Watched {
  page: Page
  /** Errors of scripts and of the console, Content-Security-Policy violations among them. */
  errors: string[]
  /** Requests to another origin than the site's. */
  foreign: string[]
}

/** `GUIJIAN_SLOW=6 npm test -- tests/browser` slows every page so many times: what only held by luck shows. */
const SLOWED = Number(process.env.GUIJIAN_SLOW ?? 1)

export async function open(
  browser: Browser,
  site: StaticSite,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  if (SLOWED > 1) {
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
  }
  const errors: string[] = []
  const foreign: string[] = []
  page.on('pageerror', error => errors.push(String(error)))
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text())
  })
  const origin = new URL(site.url).origin
  page.on('request', request => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) foreign.push(url)
  })
  return { page, errors, foreign }
}

/** Opens an address of the site (`#/compare?…`) and waits until its view stands. */
export async function visit(page: Page, site: Pick<StaticSite, 'url'>, hash = ''): Promise<void> {
  const address = `${site.url}${hash}`
  if (page.url() === address) await page.reload()
  else await page.goto(address)
  await page.waitForFunction(
    () =>
      document.querySelector('main')?.dataset.address === location.hash && document.querySelector('main h1'),
  )
}

/** Counts what a page transfers from now on, gzipped, in bytes; the answer waits for bodies still under way. */
export function watchTransfers(page: Page): () => Promise<{ all: number; scripts: number }> {
  const transfers: Promise<{ url: string; bytes: number }>[] = []
  page.on('response', response =>
    transfers.push(response.body().then(body => ({ url: response.url(), bytes: gzipSync(body).length }))),
  )
  return async () => {
    const list = await Promise.all(transfers)
    const sum = (some: typeof list) => some.reduce((total, { bytes }) => total + bytes, 0)
    return { all: sum(list), scripts: sum(list.filter(({ url }) => url.endsWith('.js'))) }
  }
}
