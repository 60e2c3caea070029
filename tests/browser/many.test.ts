import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit, watchTransfers } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import { complaints } from './axe.ts'
import { writeVariations } from './variations.ts'

// The same page with many documents: 42 of them, as in a province, and 340, as in the country.

const folder = mkdtempSync(join(tmpdir(), 'guijian-many-'))
let browser: Browser
const sites: Record<number, StaticSite> = {}

beforeAll(async () => {
  browser = await launch()
  for (const n of [42, 340]) {
    writeVariations(join(DIST, 'data'), join(folder, String(n)), n)
    sites[n] = await serveSite(DIST, join(folder, String(n)))
  }
})

afterAll(async () => {
  await browser?.close()
  for (const site of Object.values(sites)) await site.close()
  rmSync(folder, { recursive: true, force: true })
})

// The topic that most documents answer shows the view of one topic at its fullest.
const { families } = unpackIndex(JSON.parse(readFileSync(join(DIST, 'data/site/index.json'), 'utf8')))
const family = [...families].sort((a, b) => b.members.length - a.members.length)[0]!

describe.each([
  '#/',
  '#/compare',
  '#/compare?kind=quantity&sort=spread',
  `#/family/${family.id}`,
  `#/family/${family.id}?context=1&cut=1&shared=20`,
  '#/numbers',
  '#/numbers?show=chart',
  '#/numbers?show=table',
  '#/doc',
  '#/doc?toc=1&marks=1',
  '#/search?q=常务会议',
  '#/pair',
  '#/pair?rows=1',
  '#/method',
])('%s', hash => {
  test('stands with 42 documents, keeps to a narrow window, and axe has nothing to complain of', async () => {
    const { page, errors } = await open(browser, sites[42]!, { viewport: { width: 390, height: 844 } })
    await visit(page, sites[42]!, hash)
    expect(await page.locator('.calm-error').count()).toBe(0)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(await complaints(page)).toEqual([])
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await complaints(page)).toEqual([])
    expect(errors).toEqual([])
    await page.context().close()
  })
})

test('340 documents: the first view transfers at most 300 KB gzipped', async () => {
  const { page } = await open(browser, sites[340]!)
  const transfers = watchTransfers(page)
  await visit(page, sites[340]!, '#/')
  await page.waitForLoadState('networkidle')
  const { all } = await transfers()
  expect(all).toBeGreaterThan(50_000)
  expect(all).toBeLessThan(300_000)
  await page.context().close()
})

test('340 documents: only the rows in sight are in the page, and scrolling brings the others', async () => {
  const { page } = await open(browser, sites[340]!)
  await visit(page, sites[340]!, '#/compare')
  const rows = () => page.locator('.aligned tbody tr:not(.space)').count()
  expect(await rows()).toBeLessThan(40)
  const last = () => page.locator('.aligned tbody th[scope=row]').last().innerText()
  const before = await last()
  await page.locator('.table-scroll').evaluate(element => element.scrollTo(0, element.scrollHeight))
  await expect.poll(last).not.toBe(before)
  expect(await rows()).toBeLessThan(40)
  await page.context().close()
})

test('340 documents: a column is added from a list', async () => {
  const { page } = await open(browser, sites[340]!)
  await visit(page, sites[340]!, '#/compare')
  const heads = () => page.locator('.aligned thead th').count()
  const before = await heads()
  await page.getByLabel('添加列').selectOption({ index: 100 })
  await expect.poll(heads).toBe(before + 1)
  await page.context().close()
})

test('42 documents: what most have and one lacks, a topic of it, its differences, back to the table', async () => {
  const { page, errors } = await open(browser, sites[42]!)
  await visit(page, sites[42]!, '#/compare')
  const status = () => page.locator('main [role=status]').innerText()
  const before = await status()
  const condition = page.locator('.condition').nth(1)
  await condition.click()
  await expect.poll(() => condition.innerText()).toBe('须有')
  await condition.click()
  await expect.poll(() => condition.innerText()).toBe('须无')
  await expect.poll(status).not.toBe(before)
  const n = Number(/的 (\d+) 个/.exec(await status())![1])
  await page.locator('.aligned tbody th[scope=row] > a').first().click()
  await page.waitForSelector('.columns')
  expect(await page.locator('.neighbours').innerText()).toContain(`1/${n}`)
  await page.waitForFunction(
    () => document.querySelector('.changes h2')?.textContent?.includes('…') === false,
  )
  await page.keyboard.press('j')
  await page.waitForSelector('.change-bar')
  await page.locator('.crumbs a').click()
  await expect.poll(status).toContain(`的 ${n} 个`)
  expect(errors).toEqual([])
  await page.context().close()
})

test('42 documents: the tree of likeness has each of them', async () => {
  const { page } = await open(browser, sites[42]!)
  await visit(page, sites[42]!, '#/')
  expect(await page.locator('.tree .leaf').count()).toBe(42)
  await page.context().close()
})

test('42 documents: a topic shows one column for each wording and says who else says the same', async () => {
  const { page } = await open(browser, sites[42]!)
  await visit(page, sites[42]!, '#/')
  await page.locator('.family-map a').first().click()
  await page.waitForSelector('.columns')
  expect(await page.locator('.column').count()).toBeLessThanOrEqual(6)
  expect(await page.locator('.also').count()).toBeGreaterThan(0)
  await page.context().close()
})

test('42 documents: twenty are listed, all of them on paper', async () => {
  const { page } = await open(browser, sites[42]!)
  await visit(page, sites[42]!, '#/')
  const listed = () => page.locator('.documents tbody tr').count()
  expect(await listed()).toBe(20)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  expect(await listed()).toBe(42)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await listed()).toBe(20)
  await page.context().close()
})
