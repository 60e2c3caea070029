import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { buildSingle } from '../../scripts/io/single.ts'
import type { Quality } from '../../src/site-types.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import { complaints } from './axe.ts'
import { writeVariations } from './variations.ts'

// Method and quality: what was measured, what was missed, what the tables hold, how to cite.

const DATA = join(DIST, 'data')
const index = unpackIndex(JSON.parse(readFileSync(join(DATA, 'site/index.json'), 'utf8')))
const ids = index.regulations.map(({ id }) => id)
const quality: Quality = JSON.parse(readFileSync(join(DATA, 'site/quality.json'), 'utf8'))
const figure = (name: string) => quality.figures.find(each => each.name === name)!

const folder = mkdtempSync(join(tmpdir(), 'guijian-method-'))
let browser: Browser
let site: StaticSite

beforeAll(async () => {
  browser = await launch()
  site = await serveSite(DIST)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The page with another quality.json in the place of its own. */
async function withQuality(page: Page, other: unknown): Promise<void> {
  await page.route('**/quality.json', route => route.fulfill({ json: other }))
}

const openAll = (page: Page) =>
  page.$$eval('details', all => {
    for (const each of all) each.open = true
  })

const textOf = (page: Page) => page.locator('main').innerText()

describe('quality', () => {
  test('says what was measured on what, how far to trust it, and shows the figures of the data', async () => {
    const { page, errors } = await open(browser, site)
    await visit(page, site, '#/method')
    const text = await textOf(page)
    for (const { place } of index.regulations) expect(text).toContain(place)
    expect(text).toContain('编写规则时读过这些文件')
    const { value, of } = figure('articles')
    expect(text).toContain(`${value} / ${of}`)
    const hard = figure('no codebook, hard pairs, equivalents f1').value.toFixed(3)
    const row = page.locator('.alignment-figures tbody tr').first()
    expect(await row.innerText()).toContain(hard)
    const agreed = quality.agreement!.find(({ name }) => name === 'equivalents f1')!.value.toFixed(3)
    expect(await page.locator('.agreement').innerText()).toContain(agreed)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('shows each two documents once, by name, and leads to them side by side', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method')
    const table = page.locator('.pairs').first()
    const n = ids.length
    expect(await table.locator('td a').count()).toBe((n * (n - 1)) / 2)
    const head = await table.locator('thead th').allInnerTexts()
    expect(head).toEqual(index.regulations.slice(0, -1).map(({ place }) => place))
    const [first] = await table.locator('td a').all()
    expect(await first!.innerText()).toBe(
      figure(`no codebook, ${ids[0]}-${ids[1]}, equivalents f1`).value.toFixed(2),
    )
    expect(await first!.getAttribute('href')).toBe(`#/pair/${ids[0]}/${ids[1]}`)
    await page.context().close()
  })

  test('shows what was judged by reading, how far probabilities hold, and what was measured on other texts', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method')
    const rounds = quality.differences!
    const listed = await page.locator('.rounds tbody tr').allInnerTexts()
    expect(listed).toHaveLength(rounds.length)
    for (const [at, { judge, kinds }] of rounds.entries()) {
      const total = ['right', 'of'] as const
      const [right, of] = total.map(which => kinds.reduce((sum, kind) => sum + kind[which], 0))
      expect(listed[at]).toContain(`${right} / ${of}`)
      expect(listed[at]!.includes('不知来历')).toBe(judge === 'blind')
    }
    const dots = quality.reliability!.filter(({ of }) => of > 0)
    expect(await page.locator('.reliability .part').count()).toBe(dots.length)
    const rows = await page.locator('.elsewhere tbody tr').allInnerTexts()
    expect(rows).toHaveLength(quality.elsewhere!.length)
    await page.context().close()
  })

  test('counts the names of topics judged by reading, before and now', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method/names')
    const draws = quality.names!
    expect(draws.length).toBeGreaterThan(0)
    const rows = await page.locator('.names tbody tr').all()
    expect(rows).toHaveLength(draws.length)
    for (const [at, { of, before, now, better }] of draws.entries())
      expect(await rows[at]!.locator('td').allInnerTexts()).toEqual([
        `${of}`,
        `${before.good} → ${now.good}`,
        `${before.fair} → ${now.fair}`,
        `${before.bad} → ${now.bad}`,
        `${better.now} : ${better.before}`,
      ])
    await page.context().close()
  })

  test.each(['zh', 'en'])('leaves no key of a measurement without words, %s', async lang => {
    const { page } = await open(browser, site)
    await visit(page, site, `#/method?lang=${lang}`)
    const text = await textOf(page)
    for (const key of [
      'no codebook',
      'hard pairs, ',
      'business-environment',
      'after mending, again (',
      'all edges',
    ])
      expect(text).not.toContain(key)
    if (lang === 'zh') {
      const cells = await page
        .locator('.plain th, .plain caption, .elsewhere td, .misses summary')
        .allInnerTexts()
      const english = cells.filter(cell => /[a-z]{3}/.test(cell) && !/^[a-z_]+$/.test(cell))
      // Commits are named by their digits.
      expect(english.filter(cell => !/^规则定稿于 [0-9a-f]{7}$/.test(cell))).toEqual([])
    }
    await page.context().close()
  })

  test('a corpus that nobody annotated says so, without an empty table', async () => {
    const { page } = await open(browser, site)
    await withQuality(page, null)
    await visit(page, site, '#/method')
    expect(await textOf(page)).toContain('没有人工标注的对照')
    expect(await page.locator('.figures, .pairs, .misses').count()).toBe(0)
    expect(await page.locator('.method-contents').innerText()).not.toContain('已知错漏')
    await page.context().close()
  })

  test('flat figures of another corpus stand too; a key without a label is shown as it is', async () => {
    const { page, errors } = await open(browser, site)
    await withQuality(page, {
      figures: [
        { stage: 'structure', name: 'something new', value: 3, of: 4 },
        { stage: 'alignment', name: 'no codebook, elsewhere-nowhere, equivalents f1', value: 0.5 },
        { stage: 'alignment', name: 'unheard of', value: 0.25 },
        { stage: 'weather', name: 'sunshine', value: 7 },
      ],
      misses: ['no codebook: elsewhere-nowhere 1–2 partial, found none', 'quite another line'],
    })
    await visit(page, site, '#/method')
    const text = await textOf(page)
    for (const words of ['something new', '3 / 4', 'unheard of', '0.250', 'weather', 'sunshine', '7'])
      expect(text).toContain(words)
    expect(await page.locator('.pairs').first().innerText()).toContain('elsewhere')
    await page.locator('.misses summary').first().click()
    expect(await page.locator('.misses').allInnerTexts()).toHaveLength(2)
    expect(errors).toEqual([])
    await page.context().close()
  })
})

describe('known misses', () => {
  test('are all there, grouped with counts, each leading to its units', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method/misses')
    expect(await page.locator('.miss-list li').count()).toBe(quality.misses.length)
    const counts = await page.locator('.misses > summary .count').allInnerTexts()
    expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(quality.misses.length)
    const group = page.locator('.misses').filter({ hasText: '只凭模型' })
    await group.locator('summary').first().click()
    await group.locator('details summary').first().click()
    const link = group.locator('.miss-list a').first()
    const address = decodeURIComponent((await link.getAttribute('href'))!).replace('#/doc/', '')
    expect(index.regulations.some(({ articles }) => articles.some(each => each.address === address))).toBe(
      true,
    )
    await link.click()
    await page.waitForSelector('.lit')
    await page.context().close()
  })
})

describe('contents', () => {
  test('lead to their section, the address keeps it, and a change of language moves nothing', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method')
    const nav = page.locator('.method-contents')
    await nav.getByRole('link', { name: '怎样引用' }).click()
    await page.waitForFunction(() => location.hash === '#/method/citing')
    const top = () => page.locator('#citing').evaluate(heading => heading.getBoundingClientRect().top)
    await expect
      .poll(() => page.locator('#citing').evaluate(heading => document.activeElement === heading))
      .toBe(true)
    expect(
      await page.locator('#citing').evaluate(heading => heading.getBoundingClientRect().bottom),
    ).toBeLessThan(900)
    expect(await nav.locator('[aria-current]').innerText()).toBe('怎样引用')

    await page.evaluate(() => scrollTo(0, 0))
    await page.getByRole('button', { name: 'English' }).click()
    await expect.poll(() => nav.locator('[aria-current]').innerText()).toBe('How to cite')
    expect(await page.evaluate(() => scrollY)).toBe(0)
    // The same link again: the address stays, the page goes there all the same.
    await nav.getByRole('link', { name: 'How to cite' }).click()
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(500)

    const address = page.url()
    const other = (await open(browser, site)).page
    await visit(other, { url: address })
    await expect.poll(() => other.evaluate(() => scrollY)).toBeGreaterThan(500)
    expect(await top()).toBeGreaterThan(0)
    await page.context().close()
    await other.context().close()
  })

  test('an unknown section opens the page at its top', async () => {
    const { page, errors } = await open(browser, site)
    await visit(page, site, '#/method/nowhere')
    expect(await page.evaluate(() => scrollY)).toBe(0)
    expect(errors).toEqual([])
    await page.context().close()
  })
})

describe('everything as one zip', () => {
  async function zipOf(page: Page): Promise<Buffer> {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '全部下载' }).click()
    return readFileSync(await (await download).path())
  }

  const packed = async (page: Page) => unzipSync(await zipOf(page))

  test('holds every form of the data byte for byte, and a README in two languages on what is in it', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method')
    const files = await packed(page)
    for (const [name, bytes] of Object.entries(files))
      if (name !== 'README.txt')
        expect(Buffer.from(bytes).equals(readFileSync(join(DATA, name))), name).toBe(true)
    const names = Object.keys(files)
    const wanted = [
      'datapackage.json',
      'guijian.xlsx',
      'guijian.json',
      'guijian.schema.json',
      'provisions.csv',
    ]
    const own = ids.flatMap(id => [`akn/${id}.xml`, `sources/${id}.txt`])
    expect(names).toEqual(expect.arrayContaining([...wanted, ...own]))
    const readme = strFromU8(files['README.txt']!)
    expect(listedIn(readme)).toEqual(new Set(names.filter(name => name !== 'README.txt')))
    for (const words of [index.version, index.corpus, '怎样引用', 'How to cite', 'MIT', '@misc{'])
      expect(readme).toContain(words)
    await page.context().close()
  })

  test('says how far it is and when it is done, and gives the same bytes again', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method')
    await page.evaluate(() => {
      const said: string[] = []
      Object.assign(window, { said })
      new MutationObserver(() => said.push(document.querySelector('.pack-progress')!.textContent!)).observe(
        document.querySelector('.pack-progress')!,
        { childList: true },
      )
    })
    const first = await zipOf(page)
    await expect.poll(() => page.locator('.toast').innerText()).toContain('guijian.zip')
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
    const all = Object.keys(unzipSync(first)).length - 1
    expect(said[0]).toBe(`正在打包 0 / ${all}`)
    expect(said).toContain(`正在打包 ${all - 1} / ${all}`)
    expect(await page.locator('.pack').innerText()).toBe('全部下载（zip）')
    expect((await zipOf(page)).equals(first)).toBe(true)
    await page.context().close()
  })

  test('in the site as one file holds what that file carries, and the README lists no more', async () => {
    const file = join(folder, 'guijian.html')
    await buildSingle(DATA, file)
    const nowhere = { url: 'file:///', close: async () => {} }
    const { page, errors } = await open(browser, nowhere, { offline: true })
    await visit(page, { url: String(pathToFileURL(file)) }, '#/method')
    const files = await packed(page)
    const names = Object.keys(files)
    expect(names).toContain('provisions.csv')
    expect(names).not.toContain('guijian.json')
    expect(names.some(name => name.startsWith('akn/'))).toBe(false)
    expect(listedIn(strFromU8(files['README.txt']!))).toEqual(
      new Set(names.filter(name => name !== 'README.txt')),
    )
    expect(errors).toEqual([])
    await page.context().close()
  })

  function listedIn(readme: string): Set<string> {
    return new Set(
      [...readme.matchAll(/^ {2}(\S+\.(?:csv|json|xlsx|xml|txt)) {2}/gm)].map(match => match[1]!),
    )
  }
})

describe('citing', () => {
  test('three forms, each with version and corpus, can be copied', async () => {
    const { page } = await open(browser, site, { permissions: ['clipboard-read', 'clipboard-write'] })
    await visit(page, site, '#/method/citing')
    const forms = { 'GB/T 7714—2015': '规鉴. ', 英文: 'Guijian 规鉴. ', BibTeX: '@misc{' }
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    for (const [form, beginning] of Object.entries(forms)) {
      await page.getByRole('button', { name: `复制（${form}）` }).click()
      await expect.poll(async () => (await copied()).startsWith(beginning)).toBe(true)
      for (const words of [index.title, index.version, index.corpus.slice(0, 12), site.url])
        expect(await copied()).toContain(words)
    }
    await page.context().close()
  })
})

describe('reads well', () => {
  test.each(['light', 'dark'] as const)(
    'axe has nothing to complain of with all groups open, %s',
    async colorScheme => {
      const { page } = await open(browser, site, { colorScheme })
      await visit(page, site, '#/method/quality')
      await openAll(page)
      expect(await complaints(page)).toEqual([])
      await page.context().close()
    },
  )

  test.each(['zh', 'en'])(
    'nothing makes a narrow window scroll sideways, all groups open, %s',
    async lang => {
      const { page } = await open(browser, site, { viewport: { width: 390, height: 844 } })
      await visit(page, site, `#/method?lang=${lang}`)
      await openAll(page)
      const [scrollWidth, clientWidth] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ])
      expect(scrollWidth).toBe(clientWidth)
      await page.context().close()
    },
  )

  test('on paper there is neither contents list nor button', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.method-contents').isVisible()).toBe(false)
    expect(await page.locator('.method button:visible').count()).toBe(0)
    await page.context().close()
  })

  test('every column of every table is told with type, title and meaning', async () => {
    const { page } = await open(browser, site)
    await visit(page, site, '#/method/tables')
    const { resources } = JSON.parse(readFileSync(join(DATA, 'datapackage.json'), 'utf8'))
    const fields = resources.flatMap((each: { schema: { fields: object[] } }) => each.schema.fields)
    const rows = page.locator('.dictionary tbody tr')
    expect(await rows.count()).toBe(fields.length)
    const cells = await rows.evaluateAll(all =>
      all.map(row => [...row.children].map(cell => cell.textContent!.trim())),
    )
    expect(cells.filter(row => row.length !== 4 || row.some(cell => cell === ''))).toEqual([])
    await page.context().close()
  })
})

describe('with 42 documents', () => {
  test('stands, axe has nothing to complain of, and a table of pairs of 42 keeps to its frame', async () => {
    const data = join(folder, 'many')
    mkdirSync(data)
    writeVariations(DATA, data, 42)
    const many: string[] = unpackIndex(
      JSON.parse(readFileSync(join(data, 'site/index.json'), 'utf8')),
    ).regulations.map(({ id }) => id)
    const pairs = many.flatMap((a, at) => many.slice(at + 1).map(b => `${a}-${b}`))
    const figures = pairs.map(pair => ({
      stage: 'alignment',
      name: `no codebook, ${pair}, equivalents f1`,
      value: 0.9,
    }))
    const another = await serveSite(DIST, data)
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, errors } = await open(browser, another, { colorScheme })
      await visit(page, another, '#/method')
      expect(await textOf(page)).toContain('没有人工标注的对照')
      writeFileSync(join(data, 'site/quality.json'), JSON.stringify({ figures, misses: [] }))
      await visit(page, another, '#/method')
      expect(await page.locator('.pairs').count()).toBe(1)
      expect(await page.locator('.pairs td a').count()).toBe(pairs.length)
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0)
      expect(await complaints(page)).toEqual([])
      expect(errors).toEqual([])
      writeFileSync(join(data, 'site/quality.json'), 'null')
      await page.context().close()
    }
    await another.close()
  })
})
