import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { visit } from '../../scripts/io/browser.ts'
import { complaints } from './axe.ts'
import { found, scan, searching, statusOf } from './searching.ts'

// Searching as a reader does it, with five and 42 documents.

const { sites, documentsOf, regulationOf, sourceOf, scanAll, fresh, search } = searching([5, 42])

describe.each([5, 42])('%i documents', n => {
  // The folded text of both scripts is what a reader means by the words.
  test('whatever is typed is found as often as a plain scan of the sources finds it', async () => {
    const { page, errors } = await fresh(n)
    await visit(page, sites[n]!, '#/search')
    for (const [typed, words] of Object.entries({
      会: '会',
      会议: '会议',
      常務會議: '常务会议',
      工作日: '工作日',
      第十条: '第十条',
      '《': '《',
    })) {
      await page.locator('main input').fill(typed)
      await page.waitForFunction(words => decodeURIComponent(location.hash).includes(`q=${words}`), typed)
      await expect.poll(() => found(page), { timeout: 20_000 }).toBe(scanAll(n, words))
    }
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('every place is laid out when it is asked for, and each leads to words that are lit up', async () => {
    const { page, count } = await search(n, '党组会议&n=100000')
    expect(count).toBe(scanAll(n, '党组会议'))
    expect(count).toBeGreaterThan(5)
    expect(await page.locator('.kwic').count()).toBe(count)
    for (const mark of await page.locator('.kwic mark').allInnerTexts()) expect(mark).toBe('党组会议')
    await page.locator('.kwic').last().click()
    await expect
      .poll(() =>
        page
          .locator('.lit')
          .allInnerTexts()
          .then(all => all.join('')),
      )
      .toBe('党组会议')
    await expect.poll(() => page.locator('.lit').first().isVisible()).toBe(true)
    await page.context().close()
  })

  test('some lines come first, of several places, and more when they are asked for', async () => {
    const { page, count } = await search(n, '的')
    const lines = page.locator('.kwic')
    const [first, groups] = [await lines.count(), await page.locator('.hits').count()]
    expect(first).toBeLessThanOrEqual(40)
    expect(groups).toBeGreaterThan(4)
    await page.locator('.more a').click()
    await expect.poll(() => lines.count()).toBeGreaterThan(first)
    expect(await found(page)).toBe(count)
    await page.context().close()
  })

  test('place and topic narrow down together, stand in the address, and count within each other', async () => {
    const { page } = await search(n, '会议')
    const facet = (list: number) => page.locator('.facets > .facet').nth(list).locator('a')
    const numberOf = async (list: number) => Number(await facet(list).first().locator('.n').innerText())
    const [inPlace, inTopic] = [await numberOf(0), await numberOf(1)]
    await facet(0).first().click()
    await expect.poll(() => statusOf(page)).toContain(`所选 ${inPlace} 处`)
    await expect.poll(() => numberOf(1)).toBeLessThan(inTopic)
    const both = await numberOf(1)
    await facet(1).first().click()
    await expect.poll(() => statusOf(page)).toContain(`所选 ${both} 处`)
    expect(page.url()).toMatch(/in=.*topic=/)
    await found(page)
    const text = await page.locator('main').innerText()
    await page.reload()
    await found(page)
    expect(await page.locator('main').innerText()).toBe(text)
    for (const left of [1, 0]) {
      await page.locator('.chosen a').first().click()
      await expect.poll(() => page.locator('.chosen a').count()).toBe(left)
    }
    await page.context().close()
  })

  test.each(['会议', '会议&in=zhongwei&topic=none'])(
    'narrow: the first line of %s is in sight, the filters are one touch away',
    async query => {
      const { page } = await search(n, query, { viewport: { width: 390, height: 844 } })
      expect((await page.locator('.kwic').first().boundingBox())!.y).toBeLessThan(500)
      expect(await page.locator('.facet').first().isVisible()).toBe(false)
      await page.locator('.facets > summary').click()
      expect(await page.locator('.facet').first().isVisible()).toBe(true)
      expect(await complaints(page)).toEqual([])
      await page.context().close()
    },
  )
})

describe('what is asked', () => {
  test('several words are found in the articles that have all of them', async () => {
    const { page } = await search(5, '常务会议 议题&n=100000')
    const words = ['常务会议', '议题']
    const wanted = documentsOf(5).flatMap(({ id }) =>
      regulationOf(5, id)
        .articles.filter(article => words.every(word => JSON.stringify(article).includes(word)))
        .map(article => article.address),
    )
    const links = await page
      .locator('.where a:first-child')
      .evaluateAll(all => all.map(a => a.getAttribute('href')!))
    const units = new Set<string>()
    for (const link of links) {
      const [, id, start] = /doc\/(\w+)\?at=(\d+)/.exec(link)!
      const article = regulationOf(5, id!).articles.find(
        each => Number(start) >= each.start && Number(start) < each.end,
      )
      units.add(article!.address)
    }
    expect(wanted.length).toBeGreaterThan(5)
    expect([...units].sort()).toEqual(wanted.sort())
    await page.context().close()
  })

  test('what is nowhere is said, with shorter words that are somewhere', async () => {
    const { page } = await search(5, '常务大会')
    expect(await statusOf(page)).toContain('没有“常务大会”')
    const shorter = page.locator('.shorter a').first()
    const n = Number(/\d+$/.exec(await shorter.innerText())![0])
    await shorter.click()
    await expect.poll(() => found(page)).toBe(n)
    expect(n).toBe(scanAll(5, '常务'))
    await page.context().close()
  })

  test('white space alone is no question, a comma is one', async () => {
    const { page } = await fresh(5)
    await visit(page, sites[5]!, '#/search?q=%20%E3%80%80')
    expect(await statusOf(page)).toContain('空格隔开')
    expect(await page.locator('.search-result').count()).toBe(0)
    await page.locator('main input').fill('，')
    await page.waitForSelector('.search-result')
    expect(await found(page)).toBeGreaterThanOrEqual(scanAll(5, '，'))
    await page.context().close()
  })

  test('front and back matter and noise are called so, and are lit up in the raw layout', async () => {
    const some = (kind: string) => {
      for (const { id } of documentsOf(5))
        for (const { start, end, class: own } of regulationOf(5, id).accounting)
          if (own === kind && end - start > 1) return { id, start, end }
      throw new Error(`no ${kind} in these documents`)
    }
    for (const [kind, name] of Object.entries({ front: '版头', back: '版记', noise: '杂质' })) {
      const { id, start, end } = some(kind)
      const words = sourceOf(5, id).slice(start, end)
      const { page } = await search(5, `${encodeURIComponent(words)}&in=${id}&n=100000`)
      const place = page.locator(`.where a[href*="at=${start}-"]`)
      expect(await place.innerText()).toBe(name)
      await place.click()
      await expect
        .poll(() =>
          page
            .locator('.raw .lit')
            .allInnerTexts()
            .then(all => all.join('')),
        )
        .toBe(words)
      await page.context().close()
    }
  })

  test('the second link of a place leads to its topic, with its document as base', async () => {
    const { page } = await search(5, '常务会议&in=zhongwei')
    const topic = page.locator('.where .topic').first()
    const label = await topic.innerText()
    await topic.click()
    await expect.poll(() => page.locator('main h1').innerText()).toContain(label)
    expect(page.url()).toContain('base=zhongwei')
    await page.context().close()
  })

  test('the table of results holds every place under the filters, those not laid out too', async () => {
    const { page } = await search(5, '会议&in=zhongwei')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '检索结果 CSV' }).click()
    const csv = readFileSync(await (await download).path(), 'utf8')
    expect(csv.trim().split('\r\n').length - 1).toBe(scan(sourceOf(5, 'zhongwei'), '会议'))
    expect(csv).toContain('zhongwei,中卫市,zhongwei/')
    await page.context().close()
  })

  test('a long list of places is opened for all of them', async () => {
    const { page } = await search(42, '会议')
    const before = await page.locator('.facets a').count()
    await page.locator('.rest.in summary').click()
    await expect.poll(() => page.locator('.facets a').count()).toBe(before + 42 - 12)
    await page.context().close()
  })

  test('a pinyin keyboard: letters are not looked for, the characters are when they are settled', async () => {
    const { page } = await fresh(5)
    await visit(page, sites[5]!, '#/search')
    await page.locator('main input').evaluate((field: HTMLInputElement) => {
      field.focus()
      field.value = 'huiyi'
      field.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }))
    })
    await page.waitForTimeout(300)
    expect(page.url()).not.toContain('huiyi')
    await page.locator('main input').evaluate((field: HTMLInputElement) => {
      field.value = '会议'
      field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
    })
    await expect.poll(() => page.locator('.kwic').count()).toBeGreaterThan(10)
    await page.context().close()
  })

  test('a document that cannot be read is named, and trying again works', async () => {
    const { page } = await fresh(5)
    await page.context().route('**/sources/*.txt', route => route.abort())
    await page.goto(`${sites[5]!.url}#/search?q=会议`)
    await expect.poll(() => page.locator('.calm-error').innerText()).toContain('sources/')
    await page.context().unroute('**/sources/*.txt')
    await page.getByRole('button', { name: '再试一次' }).click()
    await page.waitForSelector('.search-result')
    expect(await found(page)).toBe(scanAll(5, '会议'))
    await page.context().close()
  })
})
