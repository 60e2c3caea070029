import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import { complaints } from './axe.ts'

// Two documents side by side: as columns that scroll together, article by article, and on paper.

let browser: Browser
let site: StaticSite
const index = unpackIndex(JSON.parse(readFileSync(join(DIST, 'data/site/index.json'), 'utf8')))
const [first, second] = index.regulations as [(typeof index.regulations)[0], (typeof index.regulations)[0]]
const hash = `#/pair/${first.id}/${second.id}`
const articles = first.articles.length + second.articles.length

beforeAll(async () => {
  browser = await launch()
  site = await serveSite(DIST)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

test('one side follows the other', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, hash)
  const sides = page.locator('.pair-side')
  await sides.first().evaluate(side => side.scrollTo(0, side.scrollHeight / 2))
  const top = () => sides.last().evaluate(side => side.scrollTop)
  await expect.poll(top).toBeGreaterThan(1000)
  // The articles in the middle of the two windows answer each other: they stand within half a window.
  const drift = await page.evaluate(() => {
    const middle = innerHeight / 2
    const article = [...document.querySelectorAll<HTMLElement>('.pair-side:first-child .pair-article')].find(
      each => each.getBoundingClientRect().bottom > middle && each.querySelector('.answers button'),
    )!
    const label = article.querySelector('.answers button')!.textContent!.slice(2)
    const other = [...document.querySelectorAll<HTMLElement>('.pair-side:last-child .pair-article')].find(
      each => each.querySelector('.label')!.textContent === label,
    )!
    return Math.abs(article.getBoundingClientRect().top - other.getBoundingClientRect().top)
  })
  expect(drift).toBeLessThan(300)
  await expect.poll(() => page.locator('.ribbons path').count()).toBeGreaterThan(0)
  await page.context().close()
})

test('article by article: every article of both stands once, the address keeps it, axe is content', async () => {
  const { page, errors } = await open(browser, site)
  await visit(page, site, hash)
  await page.getByRole('button', { name: '逐条对齐' }).click()
  await page.waitForSelector('.synopsis')
  expect(page.url()).toContain('rows=1')
  const addresses = await page.$$eval('.synopsis [data-address]', list =>
    list.map(each => each.getAttribute('data-address')),
  )
  expect(addresses).toHaveLength(articles)
  expect(new Set(addresses).size).toBe(articles)
  expect(await complaints(page)).toEqual([])
  expect(errors).toEqual([])
  await page.context().close()
})

test('on paper both documents are whole, article by article', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, hash)
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('.pair').isVisible()).toBe(false)
  expect(await page.locator('.synopsis [data-address]').count()).toBe(articles)
  expect(await page.locator('.synopsis [data-address]').last().isVisible()).toBe(true)
  await page.emulateMedia({ media: null })
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  expect(await page.locator('.synopsis').count()).toBe(0)
  await page.context().close()
})

test('in the script of the source headings and labels are the source’s too', async () => {
  const traditional = index.regulations.find(each => each.script === 'traditional')!
  const { page } = await open(browser, site)
  await visit(page, site, `#/doc/${traditional.id}?script=source`)
  const words = (where: string) => page.locator(where).allInnerTexts()
  const outline = (await words('.outline ul a')).join('')
  const heads = (await words('.document h2')).join('')
  const labels = (await words('.document .label')).join('')
  expect(outline).toMatch(/則|職|機/)
  expect(outline).not.toMatch(/[则职机会审]/)
  expect(heads).toMatch(/則|職|機/)
  expect(heads).not.toMatch(/[则职机会审]/)
  expect(labels).toContain('第一條')
  expect(labels).not.toContain('条')
  await page.context().close()
})

test('a chapter is gone to, j goes to the next article that differs, and the link opens there', async () => {
  const { page, errors } = await open(browser, site)
  await visit(page, site, hash)
  const chapters = first.divisions.filter(each => each.kind === 'chapter')
  const inChapter = first.articles.find(each => each.division === chapters[3]!.address)!
  await page.getByRole('combobox', { name: '章' }).selectOption(chapters[3]!.address)
  const top = (of: Page, address: string) =>
    of.evaluate(
      id =>
        document.querySelector(`.pair-side [data-address="${id}"]`)!.getBoundingClientRect().top -
        document.querySelector('.pair-side')!.getBoundingClientRect().top,
      address,
    )
  // With the heading of its chapter above it.
  await expect.poll(async () => Math.abs(await top(page, inChapter.address))).toBeLessThan(120)
  await page.getByRole('button', { name: '标出差异' }).click()
  await page.waitForSelector('.pair .added')
  await page.locator('.pair-side').first().focus()
  await page.keyboard.press('j')
  await expect.poll(() => page.url()).not.toContain(`at=${encodeURIComponent(inChapter.address)}`)
  const at = decodeURIComponent(/at=([^&]+)/.exec(page.url())![1]!)
  const places = first.articles.map(each => each.address)
  expect(places.indexOf(at)).toBeGreaterThan(places.indexOf(inChapter.address))
  const other = (await open(browser, site)).page
  await other.goto(page.url())
  await other.waitForSelector('.pair-article')
  await expect.poll(async () => Math.abs(await top(other, at))).toBeLessThan(120)
  expect(errors).toEqual([])
  await page.context().close()
  await other.context().close()
})

test('an article that was gone to and its counterpart begin at one height; the other form keeps the place', async () => {
  const { page } = await open(browser, site)
  const at = first.articles[Math.floor(first.articles.length * 0.6)]!.address
  await visit(page, site, `${hash}?at=${at}&marks=1`)
  await page.waitForSelector('.pair .added')
  const tops = () =>
    page.evaluate(address => {
      const own = document.querySelector<HTMLElement>(`.pair-side [data-address="${address}"]`)!
      const label = own.querySelector('.answers button')!.textContent!.slice(2)
      const other = [...document.querySelectorAll<HTMLElement>('.pair-side:last-child .pair-article')].find(
        each => each.querySelector('.label')!.textContent === label,
      )!
      return [own, other].map(each => Math.round(each.getBoundingClientRect().top))
    }, at)
  await expect
    .poll(async () => {
      const [left, right] = await tops()
      return Math.abs(left! - right!)
    })
    .toBeLessThan(25)
  await page.getByRole('button', { name: '逐条对齐' }).click()
  await page.waitForSelector('.synopsis')
  const top = () =>
    page.evaluate(
      address => document.querySelector(`.synopsis [data-address="${address}"]`)!.getBoundingClientRect().top,
      at,
    )
  await expect.poll(top).toBeLessThan(250)
  expect(await top()).toBeGreaterThan(0)
  await page.context().close()
})

test('on paper the table stands once, in either form, and the page names its source', async () => {
  for (const form of ['', '?rows=1']) {
    const { page } = await open(browser, site)
    await visit(page, site, hash + form)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.synopsis').count()).toBe(1)
    expect(await page.locator('.print-source').innerText()).toContain('#/pair/')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await page.locator('.print-source').innerText()).toContain('#/pair/')
    await page.context().close()
  }
})

test('scrolling tells nothing to the address of another view that is on its way', async () => {
  const { page } = await open(browser, site)
  await page.route('**/sources/**', async route => {
    await new Promise(resolve => setTimeout(resolve, 1000))
    await route.continue()
  })
  await visit(page, site, hash)
  await page
    .locator('.pair-side')
    .first()
    .evaluate(side => side.scrollTo(0, side.scrollHeight / 2))
  await page.evaluate(() => new Promise(requestAnimationFrame))
  const document = `#/doc/${second.id}`
  await page.evaluate(there => {
    location.hash = there
  }, document)
  await page.waitForSelector('.document')
  expect(new URL(page.url()).hash).toBe(document)
  await page.context().close()
})

test('a document that is not there is named, with those that are', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/pair/zhongwei/nowhere')
  expect(await page.locator('h1').innerText()).toContain('nowhere')
  expect(await page.locator('main a[href^="#/doc/"]').count()).toBe(5)
  await page.context().close()
})

test('as a table, a chapter that was gone to begins below the heads, and no dash stands beside what is answered', async () => {
  const { page } = await open(browser, site)
  const last = index.regulations.at(-1)!
  await visit(page, site, `#/pair/${first.id}/${last.id}?rows=1`)
  const chapter = first.divisions.filter(each => each.kind === 'chapter')[4]!
  const opening = first.articles.find(each => each.division === chapter.address)!
  await page.getByRole('combobox', { name: '章' }).selectOption(chapter.address)
  await expect.poll(() => page.url()).toContain(`at=${encodeURIComponent(opening.address)}`)
  const below = () =>
    page.evaluate(address => {
      const article = document.querySelector(`.synopsis [data-address="${address}"]`)!
      const heading = article.closest('tr')!.previousElementSibling!
      const heads = document.querySelector('.synopsis thead th')!
      return heading.getBoundingClientRect().top - heads.getBoundingClientRect().bottom
    }, opening.address)
  await expect.poll(below).toBeLessThan(30)
  expect(await below()).toBeGreaterThanOrEqual(-1)
  // Where the window then stands is told to the address: not the article before.
  await page.waitForTimeout(500)
  expect(page.url()).toContain(`at=${encodeURIComponent(opening.address)}`)
  const rows = page.locator('.synopsis tbody tr:has(.answers button)')
  for (const words of await rows.allInnerTexts()) expect(words).not.toMatch(/(?:^|\t)—\s*$/)
  await expect(page.getByText('对应条文在别行').count()).resolves.toBeGreaterThan(0)
  await page.context().close()
})
