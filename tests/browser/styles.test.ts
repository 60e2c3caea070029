import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { unpackIndex } from '../../src/tables/pack.ts'

// The rules of a view stay in the page when another is opened: none may change how another looks.

let browser: Browser
let site: StaticSite
const index = unpackIndex(JSON.parse(readFileSync(join(DIST, 'data/site/index.json'), 'utf8')))
const [a, b] = index.regulations.map(each => each.id)
const family = index.families.toSorted((x, y) => y.members.length - x.members.length)[0]!

const VIEWS = {
  overview: '#/',
  compare: '#/compare',
  family: `#/family/${family.id}?d=1`,
  pair: `#/pair/${a}/${b}?marks=1`,
  rows: `#/pair/${a}/${b}?marks=1&rows=1`,
  document: `#/doc/${b}?marks=1`,
  layout: `#/doc/${b}?layout=1`,
  search: '#/search?q=会议',
  matrix: '#/numbers',
  charts: '#/numbers?show=chart',
  records: '#/numbers?show=table',
  penalties: '#/penalties',
  method: '#/method',
}

beforeAll(async () => {
  browser = await launch()
  site = await serveSite(DIST)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('.changes h2')?.textContent?.includes('…'))
  await page.waitForFunction(() => document.querySelector('main svg, main .mark, main a') !== null)
}

/** What each kind of element looks like, by its own classes and those it stands in. */
function looks(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const kinds: Record<string, string> = {}
    const nameOf = (element: Element): string =>
      `${element.localName}${[...element.classList].map(each => `.${each}`).join('')}`
    const WANTED = [
      'display',
      'position',
      'color',
      'backgroundColor',
      'fontFamily',
      'fontSize',
      'fontWeight',
      'textDecorationLine',
      'textDecorationStyle',
      'padding',
      'margin',
      'minWidth',
      'borderTopWidth',
    ] as const
    for (const element of document.querySelectorAll('main *')) {
      const path: string[] = []
      for (let each: Element | null = element; each && each.localName !== 'main'; each = each.parentElement)
        path.unshift(nameOf(each))
      const style = getComputedStyle(element)
      kinds[path.join(' ')] ??= WANTED.map(name => `${name} ${style[name]}`).join('; ')
    }
    return kinds
  })
}

function differences(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.entries(after).flatMap(([kind, look]) => {
    const known = before[kind]
    if (known === undefined || known === look) return []
    const parts = known.split('; ')
    return `${kind}: ${look
      .split('; ')
      .filter((part, at) => part !== parts[at])
      .join('; ')}`
  })
}

test('a view looks the same whatever was opened before it', async () => {
  const fresh: Record<string, Record<string, string>> = {}
  for (const [name, hash] of Object.entries(VIEWS)) {
    const { page } = await open(browser, site)
    await visit(page, site, hash)
    await settled(page)
    fresh[name] = await looks(page)
    await page.context().close()
  }
  const all = Object.entries(VIEWS)
  const changed = new Set<string>()
  // The later rule wins, so the order in which views are first opened matters.
  for (const order of [all, all.toReversed()]) {
    const { page } = await open(browser, site)
    for (const [, hash] of order) await visit(page, site, hash)
    for (const [name, hash] of order.toReversed()) {
      await visit(page, site, hash)
      await settled(page)
      for (const each of differences(fresh[name]!, await looks(page))) changed.add(`${name}: ${each}`)
    }
    await page.context().close()
  }
  expect([...changed]).toEqual([])
})
