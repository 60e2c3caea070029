import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core'

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

export interface StaticSite {
  /** Address of the folder, with a slash at the end. */
  url: string
  close: () => Promise<void>
}

/** The built site; another folder can be named for a build that is being tried out. */
export const DIST = process.env.GUIJIAN_DIST ?? 'dist'

/**
 * Serves a folder as any static server would, under a subfolder so that nobody relies on the root. `data` puts another
 * corpus' output in the place of the site's own.
 */
export async function serve(folder: string, data?: string, prefix = '/some/folder/'): Promise<StaticSite> {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)
    const file = path.startsWith(prefix) ? normalize(path.slice(prefix.length)) : null
    const content = file === null || file.startsWith('..') ? null : await read(folder, file, data)
    if (!content) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': typeOf(content.name) }).end(content.bytes)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}${prefix}`, close: () => closed(server) }
}

async function read(
  folder: string,
  file: string,
  data: string | undefined,
): Promise<{ name: string; bytes: Buffer } | null> {
  const name = file === '.' || file === '' || file.endsWith('/') ? join(file, 'index.html') : file
  const path = data && name.startsWith('data/') ? join(data, name.slice(5)) : join(folder, name)
  return readFile(path).then(
    bytes => ({ name, bytes }),
    () => null,
  )
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

function typeOf(name: string): string {
  return TYPES[extname(name)] ?? 'application/octet-stream'
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise(resolve => server.close(() => resolve()))
}

/** A page that writes down everything it should not do. */
export interface Watched {
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
