import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import { isLayout } from '../../src/text/fold.ts'
import type { Regulation } from '../../src/types.ts'
import { writeVariations } from './variations.ts'

/** What tests of searching share: sites of the five and of so many documents more, for the file's tests; a scan to judge by. */
export function searching(counts: number[]) {
  const folder = mkdtempSync(join(tmpdir(), 'guijian-search-'))
  const five = join(DIST, 'data')
  const dataOf = (n: number) => (n === 5 ? five : join(folder, String(n)))
  const sites: Record<number, StaticSite> = {}
  let browser: Browser

  beforeAll(async () => {
    browser = await launch()
    for (const n of counts) {
      if (n > 5) writeVariations(five, dataOf(n), n)
      sites[n] = await serveSite(DIST, dataOf(n))
    }
  })

  afterAll(async () => {
    await browser?.close()
    for (const site of Object.values(sites)) await site.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const documentsOf = (n: number) =>
    unpackIndex(JSON.parse(readFileSync(join(dataOf(n), 'site/index.json'), 'utf8'))).regulations
  const regulationOf = (n: number, id: string): Regulation =>
    JSON.parse(readFileSync(join(dataOf(n), `site/regulations/${id}.json`), 'utf8'))
  const sourceOf = (n: number, id: string) => readFileSync(join(dataOf(n), `sources/${id}.txt`), 'utf8')
  const scanAll = (n: number, words: string) =>
    documentsOf(n).reduce((sum, { id }) => sum + scan(sourceOf(n, id), words), 0)

  /** A page of its own on one of the sites. */
  const fresh = (n: number, options: BrowserContextOptions = {}) => open(browser, sites[n]!, options)

  async function search(n: number, query: string, options: BrowserContextOptions = {}) {
    const watched = await fresh(n, options)
    await visit(watched.page, sites[n]!, `#/search?q=${query}`)
    return { ...watched, count: await found(watched.page) }
  }

  return { sites, documentsOf, regulationOf, sourceOf, scanAll, fresh, search }
}

const toSimplified = Converter({ from: 't', to: 'cn' })

/** A plain scan of a source, white space left out, in one script. */
export function scan(source: string, words: string): number {
  const dense = toSimplified([...source].filter(character => !isLayout(character)).join(''))
  let found = 0
  for (let at = dense.indexOf(words); at >= 0; at = dense.indexOf(words, at + 1)) found++
  return found
}

export const statusOf = (page: Page) => page.locator('main [role=status]').innerText()

/** Waits for the last document, then says how many places there are. */
export async function found(page: Page): Promise<number> {
  await page.waitForFunction(() => document.querySelector('.search-result:not([aria-busy])'))
  return Number(/(\d+) 处/.exec(await statusOf(page))?.[1] ?? 0)
}
