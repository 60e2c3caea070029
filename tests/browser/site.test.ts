import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit, watchTransfers } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import type { Regulation } from '../../src/types.ts'
import { complaints } from './axe.ts'

// The built site in a real browser, as a reader meets it.

let browser: Browser
let site: StaticSite
const index = unpackIndex(JSON.parse(readFileSync(join(DIST, 'data/site/index.json'), 'utf8')))
const ids = index.regulations.map(regulation => regulation.id)
// The topic that most documents answer shows the family view at its fullest.
const family = [...index.families].sort((a, b) => b.members.length - a.members.length)[0]!

const VIEWS: Record<string, string> = {
  overview: '#/',
  compare: '#/compare',
  family: `#/family/${family.id}`,
  pair: `#/pair/${ids[0]}/${ids[1]}`,
  document: `#/doc/${ids[1]}`,
  search: '#/search?q=会议',
  method: '#/method',
  desk: '#/desk',
}

beforeAll(async () => {
  browser = await launch()
  site = await serveSite(DIST)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** The differences come one column at a time; this waits for the last. */
const compared = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.changes h2')?.textContent?.includes('…') === false)

const textOf = (page: Page) => page.locator('main').innerText()

describe.each(Object.entries(VIEWS))('%s', (_, hash) => {
  test('stands, without an error, a violation of the security policy or a request elsewhere', async () => {
    const { page, errors, foreign } = await open(browser, site)
    await visit(page, site, hash)
    expect((await page.locator('main h1').innerText()).length).toBeGreaterThan(1)
    expect(await page.title()).toMatch(/规鉴/)
    await page.waitForLoadState('networkidle')
    expect(errors).toEqual([])
    expect(foreign).toEqual([])
    await page.context().close()
  })

  test.each(['light', 'dark'] as const)('gives axe nothing to complain of, %s', async colorScheme => {
    const { page } = await open(browser, site, { colorScheme })
    await visit(page, site, hash)
    expect(await complaints(page)).toEqual([])
    await page.context().close()
  })

  test('is the same in a narrow window without scrolling sideways', async () => {
    const { page } = await open(browser, site, { viewport: { width: 390, height: 844 } })
    await visit(page, site, hash)
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow).toBe(0)
    await page.context().close()
  })

  test('moves nothing that already stands while the rest comes in', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, hash)
    await page.waitForLoadState('networkidle')
    if (hash === VIEWS.family) await compared(page)
    const shifts = await page.evaluate(
      () =>
        new Promise<number>(resolve => {
          new PerformanceObserver(list =>
            resolve(
              list
                .getEntries()
                .reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
            ),
          ).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(0), 300)
        }),
    )
    expect(shifts).toBeLessThan(0.02)
    await page.context().close()
  })

  test('speaks English at the switch and remembers it in the address', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, hash)
    await page.getByRole('button', { name: 'English' }).click()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    expect(page.url()).toContain('lang=en')
    expect(await page.locator('.site-nav').innerText()).toContain('Compare')
    await page.context().close()
  })
})

describe('links', () => {
  test('a topic with base, columns and a chosen difference opens the same again', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, VIEWS.family)
    await page.getByRole('combobox', { name: '基准' }).selectOption(ids[2]!)
    await page.waitForFunction(id => location.hash.includes(`base=${id}`), ids[2]!)
    await page.waitForSelector('.column.base')
    await compared(page)
    await page.keyboard.press('j')
    await page.waitForFunction(() => location.hash.includes('d=1'))
    await page.waitForSelector('.columns .active')
    const [address, text, active] = [
      page.url(),
      await textOf(page),
      await page.locator('.columns .active').first().innerText(),
    ]
    const other = (await open(browser, site)).page
    await other.goto(address)
    await compared(other)
    await other.waitForSelector('.columns .active')
    expect(await textOf(other)).toBe(text)
    expect(await other.locator('.columns .active').first().innerText()).toBe(active)
    await page.context().close()
    await other.context().close()
  })

  test('a place in a document is lit up and in sight', async () => {
    const article = index.regulations[0]!.articles.at(-2)!.address
    const { page } = await open(browser, site)
    await visit(page, site, `#/doc/${article}`)
    await expect.poll(() => page.locator('.lit').first().isVisible()).toBe(true)
    const box = await page.locator('.lit').first().boundingBox()
    expect(box!.y).toBeGreaterThan(0)
    expect(box!.y).toBeLessThan(900)
    await page.context().close()
  })

  test('the table can be narrowed down to what only one place has, and the link keeps it', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/compare')
    await page.getByLabel('仅一地有').selectOption('any')
    const single = index.families.filter(
      each => new Set(each.members.map(member => member.address.split('/')[0])).size === 1,
    )
    await expect.poll(() => page.locator('main [role=status]').innerText()).toContain(`${single.length} 个`)
    await page.reload()
    await expect.poll(() => page.locator('main [role=status]').innerText()).toContain(`${single.length} 个`)
    await page.context().close()
  })

  test('an address that leads nowhere says so calmly', async () => {
    const { page, errors } = await open(browser, site)
    for (const hash of ['#/nowhere', '#/doc/atlantis', '#/family/none']) {
      await visit(page, site, hash)
      await expect.poll(() => page.locator('.calm-error h1').count()).toBe(1)
    }
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('going back finds the page as it was left: the window, the table, the link that was followed', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/numbers?show=chart')
    const mark = page.locator('svg.chart a[data-address]').nth(6)
    await mark.scrollIntoViewIfNeeded()
    const [top, address] = [await page.evaluate(() => scrollY), await mark.getAttribute('href')]
    await mark.focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.document .lit')
    await page.goBack()
    await page.waitForSelector('svg.chart')
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(address)
    expect(Math.abs((await page.evaluate(() => scrollY)) - top)).toBeLessThan(5)

    await visit(page, site, '#/compare')
    const box = page.locator('.table-scroll')
    await box.evaluate(element => element.scrollTo(0, 4000))
    await expect.poll(() => box.evaluate(element => element.scrollTop)).toBe(4000)
    // The rows of before the scroll are still there until the next frame: one is taken that stands in the box.
    const inSight = () =>
      box.evaluate(element => {
        const { top, bottom } = element.getBoundingClientRect()
        const links = [...element.querySelectorAll('tbody th[scope=row] > a')]
        const within = links.filter(link => {
          const place = link.getBoundingClientRect()
          return place.top > top + 100 && place.bottom < bottom - 100
        })
        return within[0]?.getAttribute('href') ?? null
      })
    await expect.poll(inSight).not.toBe(null)
    const row = page.locator(`.aligned tbody th[scope=row] > a[href="${await inSight()}"]`)
    const left = await box.evaluate(element => element.scrollTop)
    await row.click()
    await page.waitForSelector('.columns')
    const topic = await page.locator('h1').innerText()
    expect(left).toBeGreaterThan(3000)
    await page.goBack()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(topic)
    // A click may itself bring a row wholly into sight.
    expect(Math.abs((await box.evaluate(element => element.scrollTop)) - left)).toBeLessThan(150)
    await page.context().close()
  })

  test('a click into a new tab, or to where one is, leaves the page at rest', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, `#/search?q=会议`)
    const busy = () => page.evaluate(() => document.documentElement.hasAttribute('data-busy'))
    await page.locator('.site-nav a[href^="#/doc"]').click({ modifiers: ['Control'] })
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = location.hash
      document.querySelector('main')!.append(link)
      link.click()
    })
    await page.waitForTimeout(100)
    expect(await busy()).toBe(false)
    await page.context().close()
  })

  test('a data file that cannot be read is named, and trying again works', async () => {
    const { page } = await open(browser, site)
    await page.route('**/overview.json', route => route.abort())
    await visit(page, site, '#/')
    expect(await textOf(page)).toContain('overview.json')
    await page.unroute('**/overview.json')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.waitForSelector('.family-map')
    await page.context().close()
  })
})

describe('script', () => {
  test('all display turns traditional, and back to what each source has', async () => {
    const { page, errors } = await open(browser, site)
    await visit(page, site, VIEWS.family)
    await page.getByLabel('文字').selectOption('traditional')
    await expect.poll(() => page.locator('.site-nav').innerText()).toContain('對照')
    const traditional = await page.locator('.columns').innerText()
    expect(traditional).toMatch(/會|議|縣|關|務|政府/)
    expect(traditional).not.toMatch(/[会议县关务实]/)
    await page.getByLabel('文字').selectOption('source')
    await expect.poll(() => page.locator('.site-nav').innerText()).toContain('对照')
    expect(page.url()).toContain('script=source')
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('theme by hand overrides the system', async () => {
    const { page } = await open(browser, site, { colorScheme: 'light' })
    await visit(page, site, '#/method')
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const light = await paper()
    await page.getByRole('button', { name: /明暗/ }).click()
    await expect.poll(paper).not.toBe(light)
    await page.context().close()
  })
})

describe('keyboard', () => {
  test('skips to the content, and every stop on the way is visible', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, VIEWS.family)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    for (let stop = 0; stop < 25; stop++) {
      await page.keyboard.press('Tab')
      const { outline, width, name } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement
        const style = getComputedStyle(element)
        return {
          outline: style.outlineStyle,
          width: element.getBoundingClientRect().width,
          name: element.outerHTML,
        }
      })
      expect(outline, name).not.toBe('none')
      expect(width, name).toBeGreaterThan(0)
    }
    await page.context().close()
  })

  test('j and k go through the differences, ] to the next topic, / to the search', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, VIEWS.family)
    await compared(page)
    const keys = await page
      .locator('.change-list a')
      .evaluateAll(links => links.map(link => /d=(\d+)/.exec(link.getAttribute('href') ?? '')?.[1]))
    const chosen = () => page.evaluate(() => /d=(\d+)/.exec(location.hash)?.[1])
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(chosen).toBe(keys[1])
    await page.keyboard.press('k')
    await expect.poll(chosen).toBe(keys[0])
    const before = await page.locator('main h1').innerText()
    await page.keyboard.press(']')
    await expect.poll(() => page.locator('main h1').innerText()).not.toBe(before)
    await page.keyboard.press('/')
    // What is typed next belongs to the search.
    const isInField = () =>
      page.evaluate(() => document.activeElement?.matches('main input[type=search]') === true)
    await expect.poll(isInField).toBe(true)
    expect(page.url()).toContain('#/search')
    await page.context().close()
  })
})

describe('downloads', () => {
  const saved = async (page: Page, name: string) => {
    const download = page.waitForEvent('download')
    await page.locator('.downloads').getByRole('button', { name }).click()
    return readFileSync(await (await download).path())
  }

  test('a topic as CSV, with a citation for every text, and as Word and Markdown', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, VIEWS.family)
    await compared(page)
    const csv = (await saved(page, '本题各地原文')).toString('utf8')
    expect(
      csv.startsWith('\ufefffamily,topic_zh,regulation,place,address,citation,text,wording,basis\r\n'),
    ).toBe(true)
    const members = family.members.length
    expect(csv.split(`\r\n${family.id},`).length - 1).toBe(members)
    expect(csv).toMatch(/《[^》]+》.*第[^,]+条/)
    expect((await saved(page, 'Word')).subarray(0, 2).toString()).toBe('PK')
    expect((await saved(page, 'Markdown')).toString('utf8')).toContain(family.topic.zh)
    await page.context().close()
  })

  test('the table as shown holds the texts of the columns that are shown, and no others', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, `#/compare?docs=${ids[1]},${ids[0]}`)
    const csv = (await saved(page, 'CSV')).toString('utf8')
    expect(csv.slice(1, csv.indexOf('\r\n'))).toBe(
      `family,topic_zh,topic_en,${ids[1]},${ids[1]}_text,${ids[0]},${ids[0]}_text,` +
        `${ids[1]}_mentioned,${ids[1]}_mentioned_text,${ids[0]}_mentioned,${ids[0]}_mentioned_text`,
    )
    await page.context().close()
  })

  test('everything comes as one zip', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '全部下载' }).click()
    const files = Object.keys(unzipSync(readFileSync(await (await download).path())))
    expect(files).toContain('README.txt')
    expect(files).toContain('provisions.csv')
    expect(files).toContain(`sources/${ids[0]}.txt`)
    await page.context().close()
  })
})

test('an article is copied from its document as it stands there, items with their labels, and cited', async () => {
  const { page } = await open(browser, site, { permissions: ['clipboard-read', 'clipboard-write'] })
  const text: Regulation = JSON.parse(
    readFileSync(join(DIST, 'data/site/regulations', `${ids[0]}.json`), 'utf8'),
  )
  const article = text.articles.find(each => each.paragraphs.some(({ items }) => items.length > 0))!
  await visit(page, site, `#/doc/${article.address}`)
  const block = page.locator(`[id="u-${article.address}"]`)
  await block.getByRole('button', { name: '复制并注明出处' }).click()
  await expect.poll(() => page.locator('.toast').innerText()).toBe('已复制')
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
  const items = article.paragraphs.flatMap(paragraph => paragraph.items)
  for (const { label, passage } of items) expect(lines).toContain(label + passage.text)
  expect(lines.at(-1)).toMatch(/^——《.+》/)
  await page.context().close()
})

describe('sizes', () => {
  test('the first view transfers at most 200 KB gzipped, at most 120 KB of it scripts', async () => {
    const { page } = await open(browser, site)
    const transfers = watchTransfers(page)
    await visit(page, site, '#/')
    await page.waitForLoadState('networkidle')
    const { all, scripts } = await transfers()
    expect(scripts).toBeGreaterThan(5_000)
    expect(scripts).toBeLessThan(120_000)
    expect(all).toBeLessThan(200_000)
    await page.context().close()
  })
})
