import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { buildSingle } from '../../scripts/io/single.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import { writtenIn } from '../support/written.ts'

// What the method page gives away: everything as one zip, and how to cite it.

const DATA = join(DIST, 'data')
const index = unpackIndex(JSON.parse(readFileSync(join(DATA, 'site/index.json'), 'utf8')))
const ids = index.regulations.map(({ id }) => id)

const folder = mkdtempSync(join(tmpdir(), 'guijian-archive-'))
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
    await buildSingle(writtenIn(DATA), file)
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
