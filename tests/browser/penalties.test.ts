import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import type { ActState } from '../../src/penalty-types.ts'
import type { SitePenalties, SitePenalty } from '../../src/site-types.ts'
import { type PackedIndex, packIndex, unpackIndex } from '../../src/tables/pack.ts'
import { strikingActsOf } from '../../src/tables/penalties.ts'
import type { FamilyProvision } from '../../src/types.ts'
import { complaints } from './axe.ts'
import { writeVariations } from './variations.ts'

// The view of penalties over 42 documents: an act that thirty fine, one that two fine, one that is only warned of.

const folder = mkdtempSync(join(tmpdir(), 'guijian-penalties-'))
let browser: Browser
let site: StaticSite
let five: StaticSite
let ids: string[]

beforeAll(async () => {
  browser = await launch()
  writeVariations(join(DIST, 'data'), folder, 42)
  ids = addPenalties()
  site = await serveSite(DIST, folder)
  five = await serveSite(DIST)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  await five?.close()
  rmSync(folder, { recursive: true, force: true })
})

function addPenalties(): string[] {
  const file = (name: string) => join(folder, 'site', name)
  const read = <Shape>(name: string): Shape => JSON.parse(readFileSync(file(name), 'utf8'))
  const index = unpackIndex(read<PackedIndex>('index.json'))
  const all = index.regulations.map(({ id }) => id)
  const provisions = read<FamilyProvision[]>('provisions.json')
  const penalty = (act: string, id: string, more: Partial<SitePenalty>): SitePenalty => {
    const { address, span, quote } = provisions.find(each => each.address.startsWith(`${id}/`))!
    const none = {
      addressee: null,
      condition: null,
      min: null,
      max: null,
      times: null,
      per: null,
      authority: null,
    }
    return { act, address, span, quote, deed: act, duty: [], kind: 'fine', note: '', ...none, ...more }
  }
  const penalties = all.flatMap((id, at) => [
    ...(at < 30 ? [penalty('吸烟', id, at === 7 ? { min: 1000, max: 5000 } : { min: 50, max: 200 })] : []),
    ...(at < 3
      ? [penalty('吸烟', id, { min: 500, max: 2000, addressee: '单位', condition: '拒不改正' })]
      : []),
    ...(at < 2 ? [penalty('喧哗', id, { min: 10 * (at + 1), max: 20 })] : []),
    ...(at > 38 ? [penalty('抛物', id, { kind: 'warning' })] : []),
  ])
  const states = (punished: (at: number) => boolean) =>
    all.map((regulation, at) => {
      const state: ActState = punished(at) ? 'punished' : at % 3 === 0 ? 'forbidden' : 'not-found'
      return { regulation, state, addresses: state === 'not-found' ? [] : [`${regulation}/1`] }
    })
  const acts = [
    { id: '吸烟', zh: '在禁止吸烟的场所吸烟', en: '', states: states(at => at < 30) },
    { id: '喧哗', zh: '大声喧哗', en: '', states: states(at => at < 2) },
    { id: '抛物', zh: '高空抛物', en: '', states: states(at => at > 38) },
  ]
  const found: SitePenalties = { acts, penalties }
  writeFileSync(file('penalties.json'), JSON.stringify(found))
  writeFileSync(file('index.json'), JSON.stringify(packIndex({ ...index, acts: acts.length })))
  const overview = { ...read<object>('overview.json'), acts: strikingActsOf(found) }
  writeFileSync(file('overview.json'), JSON.stringify(overview))
  return all
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

describe.each([
  ['all acts', '#/penalties'],
  ['one act', '#/penalties/吸烟'],
])('%s', (_, hash) => {
  test.each([
    ['wide, light', 1360, 'light'],
    ['narrow, dark', 390, 'dark'],
  ] as const)(
    'gives axe nothing to complain of and stays in the window, %s',
    async (_, width, colorScheme) => {
      const { page, errors } = await open(browser, site, { colorScheme, viewport: { width, height: 900 } })
      await visit(page, site, hash)
      await page.waitForTimeout(100)
      expect(await complaints(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      expect(errors).toEqual([])
      await page.context().close()
    },
  )
})

test('without penalties there is no entry in the navigation, and its address is no error', async () => {
  const { page, errors } = await open(browser, five)
  await visit(page, five, '#/penalties')
  expect(await page.locator('.site-nav').innerText()).not.toContain('罚则')
  expect(await page.locator('h1').innerText()).toBe('罚则')
  await visit(page, five, '#/penalties/p-unknown')
  expect(await page.locator('main').innerText()).toContain('没有这项行为')
  expect(errors).toEqual([])
  await page.context().close()
})

test('the list is found from the navigation, searched, sorted and narrowed, all in the address', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/')
  expect(await page.locator('#acts').innerText()).toBe('罚款最不同的行为')
  await page.locator('.site-nav').getByRole('link', { name: '罚则' }).click()
  const acts = () => page.locator('.acts .matrix-scroll tbody th .topic').allInnerTexts()
  await expect.poll(acts).toEqual(['在禁止吸烟的场所吸烟', '大声喧哗', '高空抛物'])
  await page.getByLabel('只看有罚款的').check()
  await expect.poll(acts).toEqual(['在禁止吸烟的场所吸烟', '大声喧哗'])
  await page.getByLabel('对谁').selectOption('unit')
  await expect.poll(acts).toEqual(['在禁止吸烟的场所吸烟'])
  // Thirty punish it, three of them units too.
  await expect.poll(() => page.locator('.acts td a[aria-label="只罚其他对象"]').count()).toBe(27)
  expect(page.url()).toMatch(/fines=1.*to=unit/)
  await visit(page, site, '#/penalties?find=喧哗')
  expect(await acts()).toEqual(['大声喧哗'])
  await page.context().close()
})

test('what is not compared says so in its cell, and the first column and the head stay', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/penalties')
  const cells = page.locator('.acts .matrix-scroll tbody tr').first().locator('td')
  expect(await cells.nth(1).innerText()).toMatch(/^50–200\s+单位 不改\s*500–2000$/)
  expect(await cells.nth(8).getAttribute('class')).toBe('fine fine-level-1')
  const place = () => page.locator('.acts .matrix-scroll tbody th').first().boundingBox()
  const before = await place()
  await page.locator('.acts .matrix-scroll').evaluate(box => box.scrollTo(900, 0))
  expect((await place())!.x).toBe(before!.x)
  await page.context().close()
})

test('one act is told in a sentence, its exception named, every mark leads to its clause', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/penalties/吸烟')
  expect(await page.locator('.lead').innerText()).toMatch(
    /42 市中 30 市设有处罚，30 市直接罚款，其中过半（29 市）在 50–200 元之间/,
  )
  await expect.poll(() => page.locator('svg.fines a.mark').count()).toBe(33)
  const unusual = page.locator('svg.fines a.unusual-mark')
  expect(await unusual.count()).toBe(1)
  expect(await unusual.getAttribute('data-address')).toContain(`${ids[7]}/`)
  expect(await page.locator('.tiles .tile.punished-state').count()).toBe(30)
  await unusual.click()
  await page.waitForFunction(() => location.hash.includes('#/doc/'))
  await page.waitForSelector('.lit')
  await page.context().close()
})

test('an act is given away as CSV, XLSX, SVG and PNG', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/penalties/吸烟')
  await page.waitForSelector('svg.fines')
  for (const [name, begins] of [
    ['CSV', '\ufeffact,act_zh'],
    ['XLSX', 'PK'],
    ['SVG', '<svg'],
    ['PNG', '\ufffdPNG'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ])
    expect(readFileSync(await download.path(), 'utf8').slice(0, begins.length)).toBe(begins)
  }
  await page.context().close()
})

test('printed, many documents are a table of who fines least and most', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/penalties')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.acts .matrix-scroll').isVisible()).toBe(false)
  const row = page.locator('.acts-summary tbody tr').first()
  expect(await row.innerText()).toMatch(/30[\s\S]*50–200 元[\s\S]*1000–5000 元[\s\S]*100 倍/)
  await page.context().close()
})
