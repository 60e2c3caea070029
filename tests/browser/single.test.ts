import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import { buildSingle } from '../../scripts/io/single.ts'
import { writtenIn } from '../support/written.ts'

// The site as one file, opened from disk with the network switched off.

const folder = mkdtempSync(join(tmpdir(), 'guijian-single-'))
const file = join(folder, 'guijian.html')
let browser: Browser

beforeAll(async () => {
  await buildSingle(writtenIn(join(DIST, 'data')), file)
  browser = await launch()
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every view stands, offline and without an error', async () => {
  const { page, errors } = await open(browser, { url: 'file:///', close: async () => {} }, { offline: true })
  for (const hash of [
    '#/',
    '#/compare',
    '#/numbers',
    '#/doc',
    '#/search?q=会议',
    '#/method',
    '#/pair',
    '#/desk',
  ]) {
    await visit(page, { url: String(pathToFileURL(file)) }, hash)
    expect(await page.locator('.calm-error').count(), hash).toBe(0)
  }
  expect(errors).toEqual([])
  await page.context().close()
})

test('filters, scripts and downloads work from disk', async () => {
  const { page } = await open(browser, { url: 'file:///', close: async () => {} }, { offline: true })
  await page.goto(`${pathToFileURL(file)}#/compare`)
  await page.getByLabel('仅一地有').selectOption('any')
  await expect.poll(() => page.url()).toContain('only=any')
  await page.getByLabel('文字').selectOption('traditional')
  await expect.poll(() => page.locator('.site-nav').innerText()).toContain('對照')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'families.csv' }).click()
  expect((await download).suggestedFilename()).toBe('families.csv')
  await page.context().close()
})

test('words are found from disk as they are on a server, without a worker', async () => {
  const served = await serveSite(DIST)
  const places: string[] = []
  for (const url of [served.url, String(pathToFileURL(file))]) {
    const { page, errors } = await open(browser, { url, close: async () => {} })
    await visit(page, { url }, '#/search?q=常务会议')
    await page.waitForSelector('.kwic')
    await page.waitForFunction(() => !document.querySelector('main [aria-busy]'))
    places.push(await page.locator('main').innerText())
    expect(page.workers().length).toBe(url === served.url ? 1 : 0)
    expect(errors).toEqual([])
    await page.context().close()
  }
  expect(places[0]).toMatch(/\d+ 处/)
  expect(places[1]).toBe(places[0])
  await served.close()
})

test('the desk works from disk too, without a worker: a file is opened, checked, put beside the corpus and delivered', async () => {
  const { page, errors } = await open(browser, { url: 'file:///', close: async () => {} }, { offline: true })
  await visit(page, { url: String(pathToFileURL(file)) }, '#/desk')
  await page.waitForSelector('.desk-privacy.desk-ready')
  const draft = readFileSync('corpus/raw/qinzhou.txt')
  await page.setInputFiles('.desk-drop input', { name: 'a.txt', mimeType: 'text/plain', buffer: draft })
  await page.waitForSelector('.finding')
  await expect
    .poll(() => page.locator('.desk-tabs a[href="#/desk/coverage"] .count').count(), { timeout: 60_000 })
    .toBe(1)
  await page.evaluate(() => {
    location.hash = '#/desk/deliver'
  })
  const download = page.waitForEvent('download')
  await page.locator('.deliveries button').first().click()
  expect((await download).suggestedFilename()).toMatch(/\.docx$/)
  expect(page.workers()).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})
