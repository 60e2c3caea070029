import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvParse } from 'd3-dsv'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { type PackedIndex, unpackIndex } from '../../src/tables/pack.ts'
import type { FamilyProvision } from '../../src/types.ts'
import { complaints } from './axe.ts'

// The numbers view of the built site in a real browser: every mark leads to its words, every chart can be taken away.

let browser: Browser
let site: StaticSite
const data = <Shape>(file: string): Shape => JSON.parse(readFileSync(join(DIST, 'data/site', file), 'utf8'))
const index = unpackIndex(data<PackedIndex>('index.json'))
const provisions = data<FamilyProvision[]>('provisions.json')
const frequencies = provisions.filter(provision => provision.measure === 'meeting-frequency')

beforeAll(async () => {
  browser = await launch()
  site = await serveSite(DIST)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const SHOWN = { matrix: '#/numbers', chart: '#/numbers?show=chart', table: '#/numbers?show=table' }

/** What a click saves, as bytes with the name it is saved under. */
async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
}

describe.each(Object.entries(SHOWN))('%s', (_, hash) => {
  test('stands, without an error or a request elsewhere', async () => {
    const { page, errors, foreign } = await open(browser, site)
    await visit(page, site, hash)
    await page.waitForLoadState('networkidle')
    expect(await page.locator('main a.mark').count()).toBeGreaterThan(0)
    expect([errors, foreign]).toEqual([[], []])
    await page.context().close()
  })

  test.each(['light', 'dark'] as const)('gives axe nothing to complain of, %s', async colorScheme => {
    const { page } = await open(browser, site, { colorScheme })
    await visit(page, site, hash)
    expect(await complaints(page)).toEqual([])
    await page.context().close()
  })

  test('does not scroll sideways in a narrow window', async () => {
    const { page } = await open(browser, site, { viewport: { width: 390, height: 844 } })
    await visit(page, site, hash)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBe(0)
    await page.context().close()
  })
})

describe('marks', () => {
  test('every provision of a measure is a mark, and a click lights up its quote in its article', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers?measure=meeting-frequency')
    const marks = page.locator('svg.chart a.mark')
    expect(await marks.count()).toBe(frequencies.length)
    const wanted = frequencies.at(-1)!
    await page.locator(`svg.chart a.mark[data-address="${wanted.address}"]`).first().click()
    await page.waitForSelector('main .lit')
    const lit = (await page.locator('main .lit').allInnerTexts()).join('').replace(/\s/g, '')
    expect(lit).toBe(wanted.quote)
    await page.context().close()
  })

  test('the keyboard goes from mark to mark and opens one', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers?measure=meeting-frequency')
    await page.locator('svg.chart a.mark').first().focus()
    await page.keyboard.press('ArrowDown')
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    expect(focused).toBe(await page.locator('svg.chart a.mark').nth(1).getAttribute('href'))
    expect(await page.locator('.tip').textContent()).toContain('“')
    await page.keyboard.press('Enter')
    await page.waitForSelector('main .lit')
    expect(page.url()).toContain(focused!)
    await page.context().close()
  })

  test('pointing at a mark says quote, source and rule', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers?measure=meeting-frequency')
    const { address, quote, rule } = frequencies[0]!
    await page.locator(`svg.chart a.mark[data-address="${address}"]`).first().hover()
    const tip = (await page.locator('.tip').textContent()) ?? ''
    const title = index.regulations.find(regulation => address.startsWith(`${regulation.id}/`))!.title
    for (const part of [quote, title, rule]) expect(tip).toContain(part)
    await page.keyboard.press('Escape')
    expect(await page.locator('.tip').isVisible()).toBe(false)
    await page.context().close()
  })
})

describe('the address', () => {
  test('keeps measure, way of showing, order, cities and words for a colleague', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers')
    await page.locator('.measures a', { hasText: '会议频次' }).click()
    await page.getByRole('link', { name: '图', exact: true }).click()
    await page.getByRole('combobox', { name: '排序' }).selectOption('spread')
    await page.waitForFunction(() => location.hash.includes('sort=spread'))
    await page.locator('.cities summary').click()
    await page.locator('.city-list label').first().click()
    await page.waitForFunction(() => location.hash.includes('cities='))
    await page.getByRole('searchbox').fill('会议')
    await page.waitForFunction(() => decodeURIComponent(location.hash).includes('find=会议'))
    await page.waitForSelector('svg.chart a.mark')
    const state = async (each: Page) => [
      await each.locator('svg.chart').first().innerHTML(),
      await each.locator('.measures a[aria-current=true]').innerText(),
      await each.getByRole('combobox', { name: '排序' }).inputValue(),
      await each.getByRole('searchbox').inputValue(),
    ]
    const other = (await open(browser, site)).page
    await other.goto(page.url())
    await other.waitForSelector('svg.chart a.mark')
    expect(await state(other)).toEqual(await state(page))
    await page.context().close()
    await other.context().close()
  })

  test('shows traditional script and English at the switches', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers?measure=meeting-frequency&script=traditional&lang=en')
    expect(await page.locator('.chart-figure h2').first().innerText()).toContain('Meeting frequency')
    expect(await page.locator('svg.chart .subject').allTextContents()).not.toContain('市人民政府党组会议')
    expect((await page.locator('svg.chart .subject').allTextContents()).join()).toMatch(/會議/)
    await page.context().close()
  })
})

describe('files', () => {
  test('CSV has a record for each mark, with a byte order mark', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers?measure=meeting-frequency')
    const { name, bytes } = await saved(page, () =>
      page.getByRole('button', { name: 'CSV', exact: true }).click(),
    )
    expect(name).toMatch(/^guijian-meeting-frequency.*\.csv$/)
    const text = bytes.toString('utf8')
    expect(text.startsWith('\uFEFF')).toBe(true)
    const records = csvParse(text.slice(1))
    expect(records.map(record => `${record.address} ${record.start}`).sort()).toEqual(
      frequencies.map(({ address, span }) => `${address} ${span.start}`).sort(),
    )
    await page.context().close()
  })

  test('SVG stands alone: looks as attributes, no classes, no variables, title and source', async () => {
    const { page } = await open(browser, site, { colorScheme: 'dark' })
    await visit(page, site, '#/numbers?measure=meeting-frequency')
    const { bytes } = await saved(page, () => page.getByRole('button', { name: 'SVG', exact: true }).click())
    const text = bytes.toString('utf8')
    expect(text).not.toMatch(/class=|var\(|style=/)
    expect(text).toContain('会议频次')
    expect(text).toContain(index.title)
    expect(text).toContain('#/doc/')
    const alone = await browser.newPage()
    await alone.setContent(text)
    const dot = alone.locator('circle').first()
    // Light colours, though the page was dark: the drawing goes on paper.
    expect(await dot.evaluate(element => getComputedStyle(element).stroke)).toBe('rgb(31, 78, 121)')
    expect(await alone.locator('svg a').count()).toBeGreaterThanOrEqual(frequencies.length)
    await alone.close()
    await page.context().close()
  })

  test('PNG is a picture at twice the size', async () => {
    const { page, errors } = await open(browser, site)
    await visit(page, site, '#/numbers?measure=meeting-frequency')
    const width = Number(await page.locator('svg.chart').getAttribute('width'))
    const { bytes } = await saved(page, () => page.getByRole('button', { name: 'PNG', exact: true }).click())
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    expect(bytes.readUInt32BE(16)).toBe((width + 40) * 2)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('the matrix has a column for each city and says three states', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers')
    const { bytes } = await saved(page, () => page.getByRole('button', { name: '总表 CSV' }).click())
    const records = csvParse(bytes.toString('utf8').slice(1))
    expect(records.columns.slice(7)).toEqual(index.regulations.map(({ id }) => id))
    const cells = new Set(records.flatMap(record => records.columns.slice(7).map(column => record[column])))
    expect(cells).toContain('有条文，无此类数值')
    expect(cells).toContain('未见规定')
    await page.context().close()
  })
})

describe('the matrix in its page', () => {
  test('its head stays under the head of the page, and no box of its own scrolls down', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers')
    await page.mouse.wheel(0, 600)
    await page.waitForFunction(() => scrollY >= 500)
    const places = await page.evaluate(() => {
      const bottom = (selector: string) => document.querySelector(selector)!.getBoundingClientRect().bottom
      const box = document.querySelector('.matrix-scroll')!
      return {
        gap: document.querySelector('.matrix-head')!.getBoundingClientRect().top - bottom('.site-head'),
        hidden: box.scrollHeight - box.clientHeight,
      }
    })
    expect(Math.abs(places.gap)).toBeLessThan(2)
    expect(places.hidden).toBe(0)
    await page.context().close()
  })

  test('in a narrow window the topics stay while the cities go by, and the head goes with them', async () => {
    const { page } = await open(browser, site, { viewport: { width: 390, height: 844 } })
    await visit(page, site, '#/numbers')
    await page.locator('.matrix-scroll').evaluate(box => box.scrollTo(300, 0))
    await page.waitForFunction(() => document.querySelector('.matrix-head')!.scrollLeft === 300)
    const lefts = await page.evaluate(() => {
      const left = (element: Element) => Math.round(element.getBoundingClientRect().left)
      const heads = [...document.querySelectorAll('.matrix-head th')]
      const row = [...document.querySelector('.matrix-scroll tbody tr')!.children]
      return {
        heads: heads.map(left),
        cells: row.map(left),
        box: left(document.querySelector('.matrix-scroll')!),
      }
    })
    expect(lefts.cells[0]).toBe(lefts.box)
    expect(lefts.heads).toEqual(lefts.cells)
    await page.context().close()
  })

  test('explains its three states beside it', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers')
    const legend = await page.locator('.matrix-legend').innerText()
    for (const part of ['有数值', '○', '有条文，无此类数值', '–', '未见规定', '与多数不同'])
      expect(legend).toContain(part)
    await page.context().close()
  })
})

test('in a narrow window records are cards as wide as the window', async () => {
  const { page } = await open(browser, site, { viewport: { width: 390, height: 844 } })
  await visit(page, site, '#/numbers?show=table')
  const card = page.locator('.records tbody tr').first()
  expect((await card.boundingBox())!.width).toBeGreaterThan(340)
  expect((await card.locator('.record-quote').boundingBox())!.width).toBeGreaterThan(340)
  expect(await card.getByRole('cell').count()).toBeGreaterThanOrEqual(7)
  const first = await card.locator('.record-place').boundingBox()
  const last = await card.locator('.record-rule').boundingBox()
  expect(last!.y).toBeGreaterThan(first!.y)
  await page.context().close()
})

describe('figures on the page', () => {
  test('small ones stand abreast where the window is wide, and below each other where it is not', async () => {
    const { page } = await open(browser, site, { viewport: { width: 1360, height: 900 } })
    await visit(page, site, '#/numbers?show=chart&measure=notice-period')
    const tops = async () => (await page.locator('.chart-figure').all()).map(each => each.boundingBox())
    const [one, two] = await Promise.all(await tops())
    expect(one!.y).toBe(two!.y)
    expect(two!.x).toBeGreaterThan(one!.x + one!.width)
    await page.setViewportSize({ width: 900, height: 900 })
    const [above, below] = await Promise.all(await tops())
    expect(below!.y).toBeGreaterThan(above!.y + above!.height - 1)
    await page.context().close()
  })

  test('each says its gist to those who do not see it', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers?measure=meeting-frequency')
    const drawing = page.locator('svg.chart').first()
    const gist = page.locator(`#${await drawing.getAttribute('aria-describedby')}`)
    expect(await gist.textContent()).toMatch(/全体会议: 最低 .* 钦州市/)
    await page.context().close()
  })
})

describe('printed', () => {
  test('every chart is there, its title on the page where it begins, and the screen is as before', async ({
    skip,
  }) => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers?show=chart')
    await page.waitForLoadState('networkidle')
    const figures = await page.$$eval('.chart-figure', all =>
      all.map(each => each.querySelector('h2')!.textContent!),
    )
    const before = await page.locator('svg.chart').first().getAttribute('width')
    const margin = { top: '1cm', right: '1cm', bottom: '1cm', left: '1cm' }
    const pages = await pagesOf(await page.pdf({ format: 'A4', margin }))
    skip(
      !/\p{Script=Han}/u.test(pages.join('')),
      'no font of this machine has Chinese: nothing of it is printed',
    )
    const firstTopics = await page.evaluate(async () => {
      dispatchEvent(new Event('beforeprint'))
      const topics = [...document.querySelectorAll('.chart-figure')].map(each => ({
        first: each.querySelector('.topic')!.textContent!.trim(),
        all: [...each.querySelectorAll('svg.chart .topic')].length,
      }))
      dispatchEvent(new Event('afterprint'))
      return topics
    })
    expect(firstTopics).toHaveLength(figures.length)
    for (const [index, title] of figures.entries()) {
      const wanted = new RegExp(`${printedAs(title)}[\\s\\S]*${printedAs(firstTopics[index]!.first)}`)
      expect(
        pages.some(text => wanted.test(text)),
        title,
      ).toBe(true)
    }
    expect(await page.locator('svg.chart').first().getAttribute('width')).toBe(before)
    expect(await page.locator('svg.piece').count()).toBe(0)
    await page.context().close()
  })
})

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

// A PDF gives some characters back as the radicals that look like them, of which NFKC knows only the older block.
const printedAs = (text: string): string =>
  [...bare(text)].map(each => `(?:${each.replace(/[^\p{L}\p{N}]/u, '\\$&')}|[⺀-⻳])`).join('')

/** The text of each page of a PDF, without spaces. */
async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from(
      { length: document.numPages },
      async (_, index) => (await (await document.getPage(index + 1)).getTextContent()).items,
    ),
  )
  return pages.map(items => bare(items.map(item => ('str' in item ? item.str : '')).join('')))
}

test('nothing moves once the page stands', async () => {
  const { page } = await open(browser, site)
  await page.addInitScript(() => {
    const shifts = window as unknown as { shift: number }
    shifts.shift = 0
    new PerformanceObserver(list => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
        if (!entry.hadRecentInput) shifts.shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await visit(page, site, '#/numbers?show=chart')
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThan(0.02)
  await page.context().close()
})
