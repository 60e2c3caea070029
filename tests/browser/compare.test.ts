import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { KINDS } from '../../src/compare/kinds.ts'
import { isSure } from '../../src/compare/probability.ts'
import type { Overview } from '../../src/site-types.ts'
import { documentOf } from '../../src/structure/address.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import type { Difference, Family, FamilyProvision } from '../../src/types.ts'

// The table of topics and a topic in full: narrowed down, gone through, quoted; with the mouse, the keyboard, a finger.

let browser: Browser
let site: StaticSite
const read = <Shape>(name: string): Shape => JSON.parse(readFileSync(join(DIST, 'data', name), 'utf8'))
const index = unpackIndex(read('site/index.json'))
const { kinds } = read<Overview>('site/overview.json')
const { differences } = read<{ differences: Difference[] }>('guijian.json')
const ids = index.regulations.map(each => each.id)
const placeOf = (id: string) => index.regulations.find(each => each.id === id)!.place
const has = (family: Family, id: string) => family.members.some(({ address }) => documentOf(address) === id)

beforeAll(async () => {
  browser = await launch()
  site = await serveSite(DIST)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const compared = (page: Page) =>
  page.waitForFunction(() => document.querySelector('.changes h2')?.textContent?.includes('…') === false)

describe('the table', () => {
  test('heads of columns say what must be there and what must not; the link keeps it', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/compare')
    const press = async (id: string, state: string) => {
      const button = page.getByRole('button', { name: new RegExp(`^${placeOf(id)}：`) })
      await button.click()
      await expect.poll(() => button.innerText()).toBe(state)
    }
    await press(ids[0]!, '须有')
    await press(ids[1]!, '须有')
    await press(ids[3]!, '须有')
    await press(ids[3]!, '须无')
    const wanted = index.families.filter(
      family => has(family, ids[0]!) && has(family, ids[1]!) && !has(family, ids[3]!),
    )
    const status = () => page.locator('main [role=status]').innerText()
    await expect.poll(status).toContain(`${wanted.length} 个`)
    await page.reload()
    await expect.poll(status).toContain(`${wanted.length} 个`)
    await page.getByRole('link', { name: '清除筛选' }).click()
    await expect.poll(status).toContain(`${index.families.length} 个主题中的 ${index.families.length} 个`)
    await page.context().close()
  })

  test('a topic goes on to the next of the narrowed table, and back to that table', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/compare?kind=actor&sort=spread')
    const rows = page.locator('.aligned tbody th[scope=row] > a')
    const titles = await rows.allInnerTexts()
    const [first, second] = titles
    await rows.first().click()
    await page.waitForSelector('.columns')
    expect(await page.locator('h1').innerText()).toBe(first)
    await page.keyboard.press(']')
    await expect.poll(() => page.locator('h1').innerText()).toBe(second)
    expect(page.url()).toContain('kind=actor')
    await compared(page)
    const shown = await page.locator('.change-list .kind').allInnerTexts()
    const topic = /family\/([^?]+)/.exec(page.url())![1]
    const family = index.families.find(each => each.id === topic)!
    const base = ids.find(id => has(family, id))
    const ofBase = differences.filter(
      each => each.family === topic && documentOf(each.left) === base && isSure(each),
    )
    expect(new Set(shown)).toEqual(new Set(ofBase.some(each => each.kind === 'actor') ? ['主体'] : []))
    await page.locator('.crumbs a').click()
    await page.waitForSelector('.aligned')
    const all = Object.values(kinds).filter(list => list.includes('actor')).length
    await expect.poll(() => page.locator('main [role=status]').innerText()).toContain(`的 ${all} 个`)
    await page.context().close()
  })
})

describe('a topic', () => {
  const quantity = differences.find(
    each => each.kind === 'quantity' && each.leftCore.length > 0 && each.rightCore.length > 0,
  )!
  const [base, other] = [documentOf(quantity.left), documentOf(quantity.right)]
  const hash = `#/family/${quantity.family}?base=${base}&show=${base},${other}&kind=quantity`

  test('asked for a kind of which there is none, it says so, and the question can be taken back', async () => {
    const told = differences.filter(
      each =>
        each.family === quantity.family && documentOf(each.left) === base && documentOf(each.right) === other,
    )
    const none = KINDS.find(kind => !told.some(each => each.kind === kind))!
    const { page } = await open(browser, site)
    await visit(page, site, hash.replace('kind=quantity', `kind=${none}`))
    await compared(page)
    expect(await page.locator('.changes h3').innerText()).toContain('没有这类差异')
    await page.locator('.changes .chips button[aria-pressed=true]').click()
    const sure = told.filter(isSure).length
    await expect.poll(() => page.locator('.change-list li').count()).toBe(sure)
    // The others come at a switch, each marked as one to be checked.
    await page.locator('.unsure-switch').click()
    await expect.poll(() => page.locator('.change-list li').count()).toBe(told.length)
    expect(await page.locator('.change-list .unsure').count()).toBe(told.length - sure)
    await page.context().close()
  })

  test('a difference marks only what differs, as the tables have it', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, hash)
    await compared(page)
    const told = differences.filter(
      each =>
        each.kind === 'quantity' &&
        each.family === quantity.family &&
        documentOf(each.left) === base &&
        documentOf(each.right) === other,
    )
    const core = (text: string, ranges: Difference['leftCore']) =>
      ranges.map(({ from, to }) => text.slice(from, to))
    expect(await page.locator('.change-list li').count()).toBe(told.length)
    expect((await page.locator('.change-list del').allInnerTexts()).toSorted()).toEqual(
      told.flatMap(each => core(each.leftText, each.leftCore)).toSorted(),
    )
    expect((await page.locator('.change-list ins').allInnerTexts()).toSorted()).toEqual(
      told.flatMap(each => core(each.rightText, each.rightCore)).toSorted(),
    )
    await page.context().close()
  })

  test('its numbers stand above its texts, each leading to its words', async () => {
    const own = read<FamilyProvision[]>('site/provisions.json').filter(
      each => each.family === quantity.family,
    )
    const { page } = await open(browser, site)
    await visit(page, site, `#/family/${quantity.family}`)
    const marks = page.locator('.topic-numbers a.mark')
    expect(await marks.count()).toBe(own.length)
    const places = await page.locator('.topic-numbers thead th').allInnerTexts()
    expect(places).toEqual(await page.locator('.column h2').allInnerTexts())
    await marks.first().click()
    await page.waitForSelector('.document .lit')
    const lit = (await page.locator('.document .lit').allInnerTexts()).join('')
    expect(own.map(each => each.quote)).toContain(lit)
    await page.context().close()
  })

  test('what the base says and a column does not is shown struck out, where it would stand', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, `#/family/${quantity.family}?base=${base}&show=${base},${other}&cut=1`)
    await compared(page)
    const column = page.locator('.column:not(.base) .text')
    const struck = await column.locator('del').allInnerTexts()
    const baseText = (await page.locator('.column.base .text').innerText()).replace(/\s/g, '')
    expect(struck.length).toBeGreaterThan(0)
    for (const words of struck) expect(baseText).toContain(words.replace(/\s/g, ''))
    // Without what is struck out the column says what it said before.
    const kept = await column.evaluate(element => {
      const copy = element.cloneNode(true) as HTMLElement
      for (const each of copy.querySelectorAll('del')) each.remove()
      return copy.textContent!.replace(/\s/g, '')
    })
    await page.getByRole('button', { name: '显示略去的字' }).click()
    await expect.poll(() => column.locator('del').count()).toBe(0)
    expect((await column.evaluate(element => element.textContent!)).replace(/\s/g, '')).toBe(kept)
    await page.context().close()
  })

  test('in English it is said in English what a difference comes to', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, `${hash}&lang=en`)
    await compared(page)
    const notes = await page.locator('.change-list .note').allInnerTexts()
    expect(notes).toContain(quantity.gist.en)
    expect(notes.join('')).not.toMatch(/[\u4e00-\u9fff]/)
    await page.context().close()
  })

  test('what is pinned is the whole view; it is opened again from the table, and let go', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, hash)
    await compared(page)
    await page.keyboard.press('j')
    await page.waitForSelector('.change-bar')
    const address = page.url()
    await page.getByRole('button', { name: '钉住' }).click()
    await expect
      .poll(() => page.getByRole('button', { name: '钉住' }).getAttribute('aria-pressed'))
      .toBe('true')
    await visit(page, site, '#/compare')
    await page.locator('.pins a').click()
    await page.waitForSelector('.change-bar')
    expect(page.url()).toBe(address)
    await visit(page, site, '#/compare')
    await page.getByRole('button', { name: /^放开/ }).click()
    await expect.poll(() => page.locator('.pins').count()).toBe(0)
    await page.context().close()
  })

  test('in a narrow window a column is in sight, its tab says which, and tabs lead to the others', async () => {
    const { page } = await open(browser, site, { viewport: { width: 390, height: 844 }, hasTouch: true })
    await visit(page, site, `#/family/${quantity.family}`)
    const inSight = () => page.locator('.column-tabs [aria-current=true]').innerText()
    const names = await page.locator('.column-tabs button').allInnerTexts()
    expect(await inSight()).toBe(names[0])
    await page.locator('.column-tabs button').nth(2).click()
    await expect.poll(inSight).toBe(names[2])
    const box = await page.locator('.column').nth(2).boundingBox()
    expect(box!.x).toBeGreaterThan(-2)
    expect(box!.x).toBeLessThan(120)
    await page.context().close()
  })
})

test('the keyboard alone: to the table, narrow it, a topic, its differences, a quotation with its source', async () => {
  const { page } = await open(browser, site, { permissions: ['clipboard-read', 'clipboard-write'] })
  await visit(page, site, '#/')
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const label = element.closest('label')?.textContent ?? element.getAttribute('aria-label')
      return { tag: element.tagName, text: element.textContent?.trim() ?? '', label: label?.trim() ?? '' }
    })
  const tabTo = async (found: (element: Awaited<ReturnType<typeof focused>>) => boolean) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (found(await focused())) return
    }
    throw new Error('not reached with 60 presses of the tab key')
  }
  await tabTo(each => each.tag === 'A' && each.text === '对照')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.aligned')
  await tabTo(each => each.tag === 'SELECT' && each.label.startsWith('差异种类'))
  await page.keyboard.press('ArrowDown')
  await page.waitForFunction(
    () =>
      location.hash.includes('kind=') && document.querySelector('main')!.dataset.address === location.hash,
  )
  const topic = await page.locator('.aligned tbody th[scope=row] > a').first().innerText()
  await tabTo(each => each.tag === 'A' && each.text === topic)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.columns')
  await compared(page)
  await page.keyboard.press('j')
  await page.waitForSelector('.change-bar')
  await page.keyboard.press('c')
  await expect.poll(() => page.locator('.toast').innerText()).toBe('已复制')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const [what, ...sides] = copied.split('\n')
  expect(what).toMatch(/^(?:数量|轻重|主体|范围|有无|措辞)/)
  expect(sides).toHaveLength(2)
  for (const side of sides) expect(side).toMatch(/^.+：(?:“.+”|（未见对应文句）)——《.+》.*第.+条/s)
  await page.keyboard.press('Escape')
  await expect.poll(() => page.locator('.change-bar').count()).toBe(0)
  await page.keyboard.press('?')
  expect(await page.locator('dialog.keys').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.locator('dialog.keys').isVisible()).toBe(false)
  await page.context().close()
})
