import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
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
