import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { csvParse, type DSVRowArray } from 'd3-dsv'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import type { Overview } from '../../src/site-types.ts'
import { unpackIndex, unpackMentions } from '../../src/tables/pack.ts'
import { complaints } from './axe.ts'
import { writeVariations } from './variations.ts'

// A document without a counterpart says so; where it speaks of the matter all the same, it says where.

const folder = mkdtempSync(join(tmpdir(), 'guijian-mentions-'))
let browser: Browser
let five: StaticSite
let many: StaticSite
let more: StaticSite

beforeAll(async () => {
  browser = await launch()
  for (const n of [42, 61]) writeVariations(join(DIST, 'data'), join(folder, String(n)), n)
  five = await serveSite(DIST)
  many = await serveSite(DIST, join(folder, '42'))
  // Of more than sixty documents the map shows no mentions.
  more = await serveSite(DIST, join(folder, '61'))
})

afterAll(async () => {
  await browser?.close()
  for (const site of [five, many, more]) await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

const read = (name: string) => JSON.parse(readFileSync(join(DIST, 'data', name), 'utf8'))
const index = unpackIndex(read('site/index.json'))
const ids = index.regulations.map(({ id }) => id)
const mentions = unpackMentions(read('site/mentions.json'), ids)
const table = csvParse(readFileSync(join(DIST, 'data/mentions.csv'), 'utf8').replace(/^\ufeff/, ''))
const { mentioned } = read('site/overview.json') as Required<Overview>

/** A topic that only one document has and another mentions. */
const single = Object.keys(mentioned)[0]!
const [mentioning, place] = [...mentions.get(single)!][0]!
const row = table.find(each => each.family === single && each.regulation === mentioning)!
const holder = index.families.find(({ id }) => id === single)!.members[0]!.address.split('/')[0]!

async function opened(site: StaticSite, hash: string): Promise<Page> {
  const { page } = await open(browser, site)
  await visit(page, site, hash)
  return page
}

/** What a view's first download saves, as rows. */
async function saved(page: Page): Promise<DSVRowArray<string>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.downloads button').first().click(),
  ])
  return csvParse(readFileSync((await download.path())!, 'utf8').replace(/^\ufeff/, ''))
}

test('the table has a row for each mention that the page loads', () => {
  const loaded = [...mentions].flatMap(([family, places]) =>
    [...places.values()].map(({ address, span }) => `${family} ${address} ${span.start} ${span.end}`),
  )
  expect(table.map(each => `${each.family} ${each.address} ${each.start} ${each.end}`).sort()).toEqual(
    loaded.sort(),
  )
})

describe('a topic', () => {
  test('of which the others say nothing names them too, and that silence proves nothing', async () => {
    const silent = index.families.find(({ id, members }) => {
      const present = new Set(members.map(({ address }) => address.split('/')[0]))
      return present.size < ids.length && !mentions.has(id)
    })!
    const page = await opened(five, `#/family/${silent.id}`)
    const words = await page.locator('.absent-documents').innerText()
    expect(words).toContain('未见提及不等于没有')
    for (const { id, place } of index.regulations)
      expect(words.includes(place)).toBe(!silent.members.some(({ address }) => address.startsWith(`${id}/`)))
    await page.context().close()
  })

  test('names at its end who has no counterpart, and quotes where they speak of it', async () => {
    const page = await opened(five, `#/family/${single}`)
    const section = page.locator('.absent-documents')
    expect(await section.locator('dl > div').count()).toBe(mentions.get(single)!.size)
    expect(await section.locator('q').first().textContent()).toBe(row.clean_quote)
    expect(await page.locator('.lead').textContent()).toContain('没有其他文件设有对应条文')
    await page.context().close()
  })

  test('shows it in the column of a document that has none, and leads to the place lit up', async () => {
    const page = await opened(five, `#/family/${single}?show=${holder},${mentioning}`)
    const column = page.locator('.column', { has: page.locator('.absent') })
    expect(await column.locator('.absent').textContent()).toContain('未见对应条文')
    expect(await column.locator('.mention').textContent()).toContain('他处提及：')
    await column.locator('.mention a').click()
    await page.waitForFunction(() => location.hash.startsWith('#/doc/'))
    expect(new URL(page.url()).hash).toBe(`#/doc/${mentioning}?at=${place.span.start}-${place.span.end}`)
    const lit = page.locator('.lit')
    await lit.first().waitFor()
    expect((await lit.allTextContents()).join('')).toBe(row.clean_quote)
    await page.context().close()
  })

  test('says that silence may be wrong, and leads to how often it is', async () => {
    const page = await opened(five, `#/family/${single}`)
    const note = page.locator('.absent-documents .section-head p')
    expect(await note.textContent()).toContain('未见提及不等于没有')
    await note.locator('a').click()
    await page.locator('h3#mentions').waitFor()
    await page.context().close()
  })

  test('in English', async () => {
    const page = await opened(five, `#/family/${single}?lang=en`)
    expect(await page.locator('.absent-documents').textContent()).toContain('mentioned elsewhere')
    await page.context().close()
  })

  test('of many documents quotes a few and names the others with their places', async () => {
    const page = await opened(many, `#/family/${single}`)
    const section = page.locator('.absent-documents')
    expect(await section.locator('q').count()).toBe(6)
    const links = await section.locator('a').count()
    expect(links).toBeGreaterThan(6)
    expect(await complaints(page)).toEqual([])
    await page.context().close()
  })
})

describe('the table', () => {
  test('says in the cell of an absent document where it speaks of the matter', async () => {
    const page = await opened(five, `#/compare?only=any&docs=${holder},${mentioning}`)
    const cell = page.locator('td.mentioned').first()
    expect(await cell.textContent()).toMatch(/未见对应条文.*他处提及/s)
    expect(await cell.locator('a').getAttribute('href')).toMatch(/^#\/doc\/.*at=\d+-\d+/)
    await page.context().close()
  })

  test('leaves out what others mention when asked for topics that nobody else even mentions', async () => {
    const page = await opened(five, '#/compare?only=any')
    const rows = () => page.locator('tbody th[scope=row]').allTextContents()
    const all = await rows()
    await visit(page, five, '#/compare?only=alone')
    const alone = await rows()
    expect(alone.length).toBe(all.length - Object.keys(mentioned).length)
    expect(alone.length).toBeGreaterThan(0)
    await page.context().close()
  })

  test.each(['simplified', 'traditional'])(
    'saves the mentions of its columns after the others, clean, read in %s',
    async script => {
      const page = await opened(five, `#/compare?only=any&docs=${holder},${mentioning}&script=${script}`)
      const rows = await saved(page)
      expect(rows.columns.slice(-2)).toEqual([`${mentioning}_mentioned`, `${mentioning}_mentioned_text`])
      const line = rows.find(each => each.family === single)!
      expect(line[`${mentioning}_mentioned`]).toBe(place.address)
      expect(line[`${mentioning}_mentioned_text`]).toBe(row.clean_quote)
      await page.context().close()
    },
  )
})

describe('the overview', () => {
  test('of more documents than it shows mentions of saves them all the same', async () => {
    const page = await opened(more, '#/')
    expect(await page.locator('.map-legend').textContent()).not.toContain('他处提及')
    const line = (await saved(page)).find(each => each.family === single)!
    expect(line[mentioning]).toBe('mentioned')
    expect(line[holder]).not.toBe('mentioned')
    await page.context().close()
  })

  test('has a mark of its own for it, and does not call a topic found in one place what others mention', async () => {
    const page = await opened(five, '#/')
    expect(await page.locator('.map-legend').textContent()).toContain('他处提及')
    const marks = await page
      .locator('.strip path.mentioned')
      .evaluateAll(paths => paths.filter(path => path.getAttribute('d') !== '').length)
    expect(marks).toBe(mentions.size)
    const link = page.locator(`.family-map a[href^="#/family/${single}"]`)
    expect(await link.locator('em').textContent()).toMatch(/只在.*有条文，\d 件他处提及/)
    expect(await link.locator('em').getAttribute('title')).toContain('没有其他文件设有对应条文')
    await page.context().close()
  })

  test('tells it of 42 documents too', async () => {
    const page = await opened(many, '#/')
    expect(await page.locator('.map-legend').textContent()).toContain('他处提及')
    await page.context().close()
  })
})

test('the page of the method says how mentions are found and how good they are', async () => {
  const page = await opened(five, '#/method/mentions')
  const rounds = read('site/quality.json').mentions
  const rows = page.locator('[aria-labelledby=mentions] tbody tr')
  expect(await rows.count()).toBe(rounds.length)
  expect(await rows.first().textContent()).toContain(`${rounds[0].shown.right} / ${rounds[0].shown.of}`)
  expect(await page.locator('.steps').textContent()).toContain('他处提及')
  await page.context().close()
})

test.each([
  '#/',
  `#/family/${single}`,
  `#/family/${single}?show=${holder},${mentioning}`,
  `#/compare?only=any&docs=${holder},${mentioning}`,
  '#/method/mentions',
])('%s: axe has nothing to complain of, light and dark, wide and narrow', async hash => {
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
  ]) {
    const { page, errors } = await open(browser, five, { viewport })
    await visit(page, five, hash)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await complaints(page)).toEqual([])
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    expect(errors).toEqual([])
    await page.context().close()
  }
})
