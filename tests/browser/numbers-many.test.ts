import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { documentOf } from '../../src/structure/address.ts'
import type { FamilyProvision } from '../../src/types.ts'
import { complaints } from './axe.ts'
import { writeVariations } from './variations.ts'

// The numbers view with 42 documents that all fine one thing, and each of which fines something of its own.

const folder = mkdtempSync(join(tmpdir(), 'guijian-numbers-'))
let browser: Browser
let site: StaticSite
let documents: string[]

beforeAll(async () => {
  browser = await launch()
  writeVariations(join(DIST, 'data'), folder, 42)
  documents = addFines(join(folder, 'site/provisions.json'))
  site = await serveSite(DIST, folder)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

function addFines(file: string): string[] {
  const provisions = JSON.parse(readFileSync(file, 'utf8')) as FamilyProvision[]
  const ids = [...new Set(provisions.map(({ address }) => documentOf(address)))]
  const fine = (id: string, subject: string, value: number, max: number): FamilyProvision => ({
    ...provisions.find(({ address }) => documentOf(address) === id)!,
    family: null,
    measure: 'fine',
    comparator: 'range',
    unit: '元',
    per: null,
    base: null,
    modality: null,
    condition: null,
    addressee: null,
    note: '',
    subject,
    value,
    max,
  })
  const fines = ids.flatMap((id, index) => [
    fine(id, '在禁止吸烟的场所吸烟', index === 7 ? 500 : 50, index === 7 ? 1000 : 200),
    fine(id, String.fromCodePoint(0x5000 + 3 * index, 0x5001 + 3 * index, 0x5002 + 3 * index), 20, 50),
  ])
  // Two documents give no other number than their fines.
  const others = provisions.filter(({ address }) => !ids.slice(-2).includes(documentOf(address)))
  writeFileSync(file, JSON.stringify([...others, ...fines]))
  return ids
}

const SHOWN = { matrix: '#/numbers', chart: '#/numbers?show=chart', table: '#/numbers?show=table' }

describe.each(Object.entries(SHOWN))('%s', (_, hash) => {
  test.each(['light', 'dark'] as const)('gives axe nothing to complain of, %s', async colorScheme => {
    const { page, errors } = await open(browser, site, { colorScheme })
    await visit(page, site, hash)
    expect(await complaints(page)).toEqual([])
    expect(errors).toEqual([])
    await page.context().close()
  })
})

test('what all documents give a number for comes first, among the measures and among the figures', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/numbers?show=chart')
  expect(await page.locator('.measures a').nth(1).innerText()).toContain('罚款')
  expect(await page.locator('.chart-figure h2').first().innerText()).toBe('罚款 · 元')
  expect(await page.locator('svg.chart .topic').first().textContent()).toContain('在禁止吸烟的场所吸烟')
  await page.context().close()
})

test('a long figure begins with what most documents say and draws the rest when asked', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/numbers?show=chart&measure=fine')
  const rows = () => page.locator('svg.chart .row').count()
  expect(await rows()).toBe(24)
  await page.getByRole('link', { name: '再画 19 项（共 43 项）' }).click()
  await expect.poll(rows).toBe(43)
  expect(page.url()).toContain('all=figure-fine')
  await page.context().close()
})

test('one row names every document, the unusual one at a glance', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/numbers?show=chart&measure=fine')
  await page.locator('svg.chart .row a', { hasText: '在禁止吸烟的场所吸烟' }).first().click()
  await page.waitForFunction(() => location.hash.includes('row='))
  await expect.poll(() => page.locator('svg.chart a.mark').count()).toBe(documents.length)
  const unusual = page.locator('svg.chart a.unusual-mark')
  expect(await unusual.count()).toBe(1)
  expect(await unusual.getAttribute('data-address')).toContain(`${documents[7]}/`)
  await page.context().close()
})

test('the summary says in its head and beside it what it counts', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/numbers')
  expect(await page.locator('.matrix-legend').innerText()).toMatch(
    /份数.*有数值[\s\S]*○ ?有条文，无此类数值[\s\S]*– ?此说法下未见数值/,
  )
  const heads = await page.locator('.matrix-head th').allInnerTexts()
  expect(heads.slice(1, 4)).toEqual(['有数值', '○ 无数值', '– 未见'])
  const counts = await page.locator('.matrix-scroll tbody tr').first().locator('.count-cell').allInnerTexts()
  expect(counts).toEqual(['42', '0', '0'])
  await page.context().close()
})

test('printed, a long figure breaks between its rows, with the axis on every page', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/numbers?show=chart&measure=fine')
  const pieces = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'))
    const all = [...document.querySelectorAll('svg.piece')].map(piece => ({
      rows: piece.querySelectorAll('.row').length,
      ticks: piece.querySelectorAll('.axis .tick').length,
    }))
    dispatchEvent(new Event('afterprint'))
    return all
  })
  expect(pieces.length).toBeGreaterThan(1)
  expect(pieces.reduce((sum, each) => sum + each.rows, 0)).toBe(24)
  expect(pieces.every(({ ticks }) => ticks > 0)).toBe(true)
  await page.context().close()
})
