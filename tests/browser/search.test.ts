import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Converter } from 'opencc-js'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import { isLayout } from '../../src/text/fold.ts'
import type { Regulation } from '../../src/types.ts'
import { complaints } from './axe.ts'
import { writeVariations } from './variations.ts'

// Searching as a reader does it, with five, 42 and 340 documents; and the worker that does it beside the page.

const folder = mkdtempSync(join(tmpdir(), 'guijian-search-'))
const data: Record<number, string> = {
  5: join(DIST, 'data'),
  42: join(folder, '42'),
  340: join(folder, '340'),
}
const sites: Record<number, StaticSite> = {}
let browser: Browser

beforeAll(async () => {
  browser = await launch()
  for (const n of [5, 42, 340]) {
    if (n > 5) writeVariations(data[5]!, data[n]!, n)
    sites[n] = await serveSite(DIST, data[n])
  }
})

afterAll(async () => {
  await browser?.close()
  for (const site of Object.values(sites)) await site.close()
  rmSync(folder, { recursive: true, force: true })
})

const documentsOf = (n: number) =>
  unpackIndex(JSON.parse(readFileSync(join(data[n]!, 'site/index.json'), 'utf8'))).regulations
const regulationOf = (n: number, id: string): Regulation =>
  JSON.parse(readFileSync(join(data[n]!, `site/regulations/${id}.json`), 'utf8'))

const toSimplified = Converter({ from: 't', to: 'cn' })

/** A plain scan of a source, white space left out, in one script. */
function scan(n: number, id: string, words: string): number {
  const source = readFileSync(join(data[n]!, `sources/${id}.txt`), 'utf8')
  const dense = toSimplified([...source].filter(character => !isLayout(character)).join(''))
  let found = 0
  for (let at = dense.indexOf(words); at >= 0; at = dense.indexOf(words, at + 1)) found++
  return found
}

const scanAll = (n: number, words: string) =>
  documentsOf(n).reduce((sum, { id }) => sum + scan(n, id, words), 0)

const statusOf = (page: Page) => page.locator('main [role=status]').innerText()

/** Waits for the last document, then says how many places there are. */
async function found(page: Page): Promise<number> {
  await page.waitForFunction(() => document.querySelector('.search-result:not([aria-busy])'))
  return Number(/(\d+) 处/.exec(await statusOf(page))?.[1] ?? 0)
}

async function search(n: number, query: string, options = {}) {
  const watched = await open(browser, sites[n]!, options)
  await visit(watched.page, sites[n]!, `#/search?q=${query}`)
  return { ...watched, count: await found(watched.page) }
}

describe.each([5, 42])('%i documents', n => {
  // The folded text of both scripts is what a reader means by the words.
  test('whatever is typed is found as often as a plain scan of the sources finds it', async () => {
    const { page, errors } = await open(browser, sites[n]!)
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
    const { page } = await open(browser, sites[5]!)
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
      const words = readFileSync(join(data[5]!, `sources/${id}.txt`), 'utf8').slice(start, end)
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
    expect(csv.trim().split('\r\n').length - 1).toBe(scan(5, 'zhongwei', '会议'))
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
    const { page } = await open(browser, sites[5]!)
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
    const { page } = await open(browser, sites[5]!)
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

describe('beside the page', () => {
  /** Holds back answers to what the pattern names, until they are let go. */
  async function held(page: Page, pattern: string): Promise<() => void> {
    let release = () => {}
    const released = new Promise<void>(resolve => {
      release = resolve
    })
    await page.context().route(pattern, async route => {
      await released
      await route.continue().catch(() => undefined)
    })
    return release
  }

  test('340 documents: what is known stands and says how far it is, the page answers, and the last count is whole', async () => {
    const { page, errors } = await open(browser, sites[340]!)
    const ids = documentsOf(340).map(({ id }) => id)
    const release = await held(page, `**/regulations/${ids[120]}.json`)
    await visit(page, sites[340]!, '#/search')
    await page.locator('main input').fill('会')
    await expect.poll(() => statusOf(page)).toMatch(/已查 \d+\/340 件.*处/)
    await expect.poll(() => page.locator('.kwic').count()).toBeGreaterThan(10)
    expect(await page.locator('progress').count()).toBe(1)
    // Other words, while the first are still being looked for: only those count.
    await page.locator('main input').fill('会议')
    await expect.poll(() => page.locator('.kwic mark').first().innerText()).toBe('会议')
    await page.locator('.site-nav a[href^="#/method"]').click()
    await page.waitForFunction(
      () => location.hash === '#/method' && document.querySelector('main')?.dataset.address === '#/method',
    )
    await page.goBack()
    await expect.poll(() => statusOf(page)).toMatch(/已查 \d+\/340 件.*处/)
    release()
    expect(await found(page)).toBe(scanAll(340, '会议'))
    expect(await statusOf(page)).not.toContain('已查')
    expect(await page.locator('progress').count()).toBe(0)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('the page itself loads nothing of what finds words, and its one worker is used again', async () => {
    const { page } = await search(5, '会议')
    await page.locator('main input').fill('会')
    await expect.poll(() => found(page)).toBe(scanAll(5, '会'))
    expect(page.workers()).toHaveLength(1)
    expect(await programsOf(page)).not.toMatch(/concordance-/)
    await page.context().close()
  })

  test('another view that was opened before anything was found is not drawn again when something is', async () => {
    const { page } = await open(browser, sites[5]!)
    await page.route('**/regulations/**', async route => {
      await new Promise(resolve => setTimeout(resolve, 1000))
      await route.continue()
    })
    await visit(page, sites[5]!, '#/numbers')
    const asked = page.waitForRequest('**/regulations/**')
    await page.evaluate(() => {
      location.hash = '#/search?q=会议'
    })
    await asked
    await page.evaluate(() => {
      location.hash = '#/numbers'
    })
    await page.waitForFunction(() => document.querySelector('main')!.dataset.address === '#/numbers')
    const drawn = page.evaluate(async () => {
      let times = 0
      addEventListener('hashchange', () => times++)
      await new Promise(resolve => setTimeout(resolve, 3000))
      return times
    })
    expect(await drawn).toBe(0)
    await page.context().close()
  })

  test('two documents are aligned while the page answers', async () => {
    const [a, b] = documentsOf(42).map(({ id }) => id)
    const { page, errors } = await open(browser, sites[42]!)
    const release = await held(page, '**/lexicon.json')
    await visit(page, sites[42]!, `#/pair/${a}/${b}`)
    const note = () => page.locator('.pair-head [role=status]').innerText()
    await expect.poll(note).toContain('正在逐条比对')
    await page.getByRole('link', { name: '左右对调' }).click()
    await expect.poll(() => page.url()).toContain(`#/pair/${b}/${a}`)
    release()
    await expect.poll(note, { timeout: 20_000 }).toBe('')
    expect(await page.locator('.why').count()).toBeGreaterThan(20)
    expect(await programsOf(page)).not.toMatch(/alignment/)
    expect(page.workers()).toHaveLength(1)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test.each([
    ['a browser has none', (page: Page) => page.addInitScript('delete window.Worker')],
    [
      'its first file cannot be loaded',
      (page: Page) => page.context().route('**/worker-*.js', route => route.abort()),
    ],
    [
      'its program cannot be loaded',
      (page: Page) => page.context().route('**/orders-*.js', route => route.abort()),
    ],
  ])('without a worker, because %s, the page does it itself', async (_, prevent) => {
    const { page } = await open(browser, sites[42]!)
    await prevent(page)
    await visit(page, sites[42]!, '#/search?q=会议')
    expect(await found(page)).toBe(scanAll(42, '会议'))
    expect(await programsOf(page)).toMatch(/concordance-/)
    const [a, b] = documentsOf(42).map(({ id }) => id)
    await visit(page, sites[42]!, `#/pair/${a}/${b}`)
    await expect.poll(() => page.locator('.why').count(), { timeout: 20_000 }).toBeGreaterThan(20)
    await page.context().close()
  })

  test('nothing is imported from the first file of the worker, which Safari would then run twice', () => {
    const files = readdirSync(join(DIST, 'assets')).filter(name => name.endsWith('.js'))
    const first = files.filter(name => name.startsWith('worker-'))
    expect(first).toHaveLength(1)
    const importing = files.filter(name => {
      const code = readFileSync(join(DIST, 'assets', name), 'utf8')
      return code.includes(`from"./${first[0]}"`) || code.includes(`import("./${first[0]}")`)
    })
    expect(importing).toEqual([])
  })

  test('no other address becomes a worker', async () => {
    const { page } = await search(5, '会议')
    const refused = await page.evaluate(() => {
      const attempts = [
        () => new Worker('./assets/other.js'),
        () => new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))),
        () =>
          (
            window as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => void } }
          ).trustedTypes.createPolicy('guijian-worker', {}),
      ]
      return attempts.map(attempt => {
        try {
          attempt()
          return 'allowed'
        } catch (error) {
          return (error as Error).name
        }
      })
    })
    expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError'])
    await page.context().close()
  })

  /** The programs that the page itself has loaded, its worker's not among them. */
  function programsOf(page: Page): Promise<string> {
    return page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter(name => name.endsWith('.js'))
        .join(' '),
    )
  }
})
