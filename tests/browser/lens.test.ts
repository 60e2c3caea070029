import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit, watchTransfers } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { complaints } from './axe.ts'
import { writeVariations } from './variations.ts'

// What the page works out itself when it is asked for: a pair that the build did not align, and text many documents share.

const folder = mkdtempSync(join(tmpdir(), 'guijian-lens-'))
let browser: Browser
let five: StaticSite
let many: StaticSite

beforeAll(async () => {
  browser = await launch()
  writeVariations(join(DIST, 'data'), folder, 42)
  five = await serveSite(DIST)
  many = await serveSite(DIST, folder)
})

afterAll(async () => {
  await browser?.close()
  await five?.close()
  await many?.close()
  rmSync(folder, { recursive: true, force: true })
})

const pairNote = /(\d+) 对同一事项/

async function equivalents(page: Page): Promise<number> {
  return Number(pairNote.exec(await page.locator('.pair-head').innerText())?.[1])
}

async function firstFamily(page: Page, site: StaticSite): Promise<string> {
  await visit(page, site, '#/compare')
  const address = await page.locator('.cell').first().getAttribute('href')
  return address!.split('?')[0]!
}

describe('42 documents: a pair is aligned when it is asked for', () => {
  test('side by side: the model answers for the topics, its evidence with it, and it is kept', async () => {
    const { page, errors } = await open(browser, many)
    await visit(page, many, '#/pair')
    const status = page.locator('.pair-head [role=status]')
    await expect.poll(() => status.innerText(), { timeout: 30_000 }).toBe('')
    expect(await equivalents(page)).toBeGreaterThan(20)
    const why = page.locator('.pair-article .why').first()
    await why.locator('summary').click()
    expect(await why.innerText()).toContain('由模型判定')
    expect(await complaints(page)).toEqual([])
    await page.getByRole('link', { name: '左右对调' }).click()
    await settled(page)
    expect(await status.innerText()).toBe('')
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('in a topic: at the question why two stand side by side', async () => {
    const { page } = await open(browser, many)
    await visit(page, many, await firstFamily(page, many))
    const why = page.locator('.column:not(.base) .why').first()
    await why.locator('summary').click()
    await why.getByRole('button').click()
    await expect.poll(() => why.innerText(), { timeout: 30_000 }).toMatch(/由模型判定|没有直接对应/)
    await page.context().close()
  })
})

test('the model is not part of the first view', async () => {
  const { page } = await open(browser, five)
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const transfers = watchTransfers(page)
  await visit(page, five, '#/')
  await page.waitForLoadState('networkidle')
  expect(requests.filter(url => /alignment-|lens-|columns-/.test(url))).toEqual([])
  expect((await transfers()).scripts).toBeLessThan(120_000)
  await page.context().close()
})

describe.each([
  ['5 documents', () => five],
  ['42 documents', () => many],
])('%s: what documents share is faded', (_, site) => {
  test.each(['text', 'topic'])('in a %s; the address restores it', async where => {
    const { page, errors } = await open(browser, site())
    const hash = where === 'text' ? '#/doc' : await firstFamily(page, site())
    await visit(page, site(), hash)
    expect(await page.locator('.shared').count()).toBe(0)
    await page.getByRole('button', { name: '淡化共有文句' }).click()
    await expect.poll(() => page.locator('.fading .shared').count(), { timeout: 30_000 }).toBeGreaterThan(0)
    const faded = await fadedCharacters(page)
    await page.getByLabel('至少几件共有').selectOption('2')
    await settled(page)
    expect(page.url()).toContain('shared=2')
    const least = await fadedCharacters(page)
    expect(least).toBeGreaterThanOrEqual(faded)
    await page.reload()
    await expect.poll(() => fadedCharacters(page), { timeout: 30_000 }).toBe(least)
    expect(errors).toEqual([])
    await page.context().close()
  })
})

test.each(['light', 'dark'] as const)('axe has nothing to complain of faded text, %s', async colorScheme => {
  const { page } = await open(browser, five, { colorScheme })
  for (const hash of ['#/doc', await firstFamily(page, five)]) {
    await visit(page, five, `${hash}?shared=2`)
    await expect.poll(() => page.locator('.fading .shared').count(), { timeout: 30_000 }).toBeGreaterThan(0)
    expect(await complaints(page)).toEqual([])
  }
  await page.context().close()
})

/** Until the view of the present address stands. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main')?.dataset.address === location.hash)
}

async function fadedCharacters(page: Page): Promise<number> {
  return page.locator('.shared').evaluateAll(marks => marks.map(mark => mark.textContent).join('').length)
}
