import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { checked, covered, draftText, drop, loaded, opened, SHORT, screen, status } from './desk-page.ts'

// The desk while somebody writes: input methods, what becomes known meanwhile, and data that do not come.

const RAW = readFileSync(join(import.meta.dirname, '../../corpus/raw/shuozhou.txt'), 'utf8')

let browser: Browser
let site: StaticSite
let page: Page

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  ;({ page } = await open(browser, site))
  await visit(page, site, '#/desk')
  await loaded(page)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** What an input method does while a word is being composed, and when it is chosen. */
async function composer(page: Page) {
  const session = await page.context().newCDPSession(page)
  return {
    compose: (text: string) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    choose: (text: string) => session.send('Input.insertText', { text }),
  }
}

const redraw = (page: Page) => page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')))
const caretBehind = (field: Locator, words: string) =>
  field.evaluate((area: HTMLTextAreaElement, before: string) => {
    const at = area.value.indexOf(before) + before.length
    area.focus()
    area.setSelectionRange(at, at)
  }, words)

describe('words composed with an input method', () => {
  test('are left alone in the draft until they are chosen, whatever becomes known meanwhile', async () => {
    await opened(page, 'a.txt', SHORT)
    const field = page.locator('.editor textarea')
    const { compose, choose } = await composer(page)
    await caretBehind(field, '公园建设')
    await page.keyboard.type('，')
    await compose('gui hua')
    await checked(page)
    await redraw(page)
    await compose('gui hua de')
    await redraw(page)
    expect(await field.inputValue()).toContain('公园建设，gui hua de纳入')
    await choose('规划的')
    await expect.poll(() => draftText(page)).toBe(SHORT.replace('公园建设', '公园建设，规划的'))
    await page.locator('.editor textarea').press('Control+z')
    expect(await draftText(page)).toBe(SHORT.replace('公园建设', '公园建设，'))
  })

  test('are left alone in the field of an article, and all that is typed there reaches the draft', async () => {
    await opened(page, 'a.txt', RAW)
    await covered(page)
    await screen(page, 'coverage')
    await page.getByRole('button', { name: /^有 / }).click()
    await page.getByRole('link', { name: '比写法' }).first().click()
    const field = page.locator('.own-article').first()
    const before = await field.inputValue()
    const { compose, choose } = await composer(page)
    await caretBehind(field, '，')
    await page.keyboard.type('一')
    await redraw(page)
    await page.keyboard.type('二')
    await compose('san')
    await redraw(page)
    await expect.poll(() => page.locator('.desk-waiting').count()).toBe(0)
    await redraw(page)
    await choose('三')
    await page.keyboard.type('四')
    const after = before.replace('，', '，一二三四')
    expect(await field.inputValue()).toBe(after)
    await screen(page, 'check')
    await checked(page)
    expect(await draftText(page)).toBe(RAW.replace(/\r\n?/g, '\n').replace(before, after))
  })
})

describe('what is known of a draft', () => {
  test('from its text is shown, but not taken for what the drafter said', async () => {
    await opened(page, 'a.txt', SHORT.replace('某市', '柳州市'))
    await screen(page, '')
    const place = page.getByLabel('地方').first()
    const province = page.getByLabel('省、自治区')
    await expect.poll(() => place.getAttribute('placeholder')).toBe('柳州市')
    expect(await province.getAttribute('placeholder')).toBe('广西壮族自治区')
    expect([await place.inputValue(), await province.inputValue()]).toEqual(['', ''])
    await place.fill('兰州市')
    await place.press('Tab')
    await expect.poll(() => province.getAttribute('placeholder')).toBe('甘肃省')
  })

  test('is filtered by a source only as long as that has a finding', async () => {
    await opened(page, 'a.txt', SHORT.replace('应当将', '应当在15天内将').replace('自公布之日', '从公布之日'))
    const found = page.locator('.finding')
    const source = page.locator('.desk-filters select')
    const doubled = page.locator('.finding', { hasText: '的的' })
    await source.selectOption({ label: '行文惯例' })
    await expect.poll(() => found.count()).toBe(1)
    await doubled.locator('.apply').click()
    await expect.poll(() => doubled.count()).toBe(0)
    await expect.poll(() => page.locator('.desk-filters option', { hasText: '行文惯例' }).count()).toBe(0)
    expect(await found.count()).toBeGreaterThan(0)
  })
})

describe('a desk whose data cannot be loaded', () => {
  test('says so once, keeps the draft, and loads again when asked', async () => {
    const own = await open(browser, site)
    let asked = 0
    await own.page.context().route('**/data/site/provisions.json*', route => {
      asked++
      return route.abort()
    })
    await visit(own.page, site, '#/desk')
    await own.page.waitForSelector('.desk-privacy.desk-failed')
    await drop(own.page, 'a.txt', SHORT)
    await own.page.waitForSelector('.desk-check')
    await own.page.locator('.editor textarea').press('Control+End')
    await own.page.keyboard.type('另行通知。')
    for (let time = 0; time < 5; time++) await redraw(own.page)
    await expect.poll(() => status(own.page)).toMatch(/\d+ 处需要|没有发现/)
    expect(await draftText(own.page)).toBe(`${SHORT}另行通知。`)
    expect(asked).toBeLessThanOrEqual(6)
    await own.page.context().unroute('**/data/site/provisions.json*')
    await screen(own.page, '')
    await own.page.getByRole('button', { name: '再试一次' }).click()
    await own.page.waitForSelector('.desk-privacy.desk-ready')
    await screen(own.page, 'check')
    expect(await draftText(own.page)).toBe(`${SHORT}另行通知。`)
    await own.page.context().close()
  })
})
