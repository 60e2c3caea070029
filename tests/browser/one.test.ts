import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeData } from '../../scripts/commands/data.ts'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { complaints } from './axe.ts'

// A corpus begins with one document: nothing of it is "only here", since there is nowhere else.

const folder = mkdtempSync(join(tmpdir(), 'guijian-one-'))
let browser: Browser
let site: StaticSite

beforeAll(async () => {
  const corpus = join(folder, 'corpus')
  mkdirSync(join(corpus, 'raw'), { recursive: true })
  copyFileSync('corpus/raw/zhongwei.txt', join(corpus, 'raw/zhongwei.txt'))
  const regulations = [{ id: 'zhongwei', place: '中卫市', file: 'raw/zhongwei.txt' }]
  writeFileSync(join(corpus, 'corpus.json'), JSON.stringify({ title: '工作规则', regulations }))
  await writeData({ corpus, codebook: true, out: join(folder, 'data') })
  browser = await launch()
  site = await serveSite(DIST, join(folder, 'data'))
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each(['#/', '#/compare', '#/pair', '#/numbers?show=chart', '#/doc', '#/search?q=会议', '#/method'])(
  '%s stands, and calls nothing the only one',
  async hash => {
    const { page, errors } = await open(browser, site)
    await visit(page, site, hash)
    await page.waitForLoadState('networkidle')
    const words = await page.locator('main').innerText()
    expect(words).not.toMatch(/只在(?:一地|一件|中卫市)/)
    expect(await page.locator('main .only').count()).toBe(0)
    expect(await complaints(page)).toEqual([])
    expect(errors).toEqual([])
    await page.context().close()
  },
)

test('the overview counts, and a pair asks for a second document', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/')
  expect(await page.locator('.lead').innerText()).toMatch(/^1 件文件，76 条，归入 \d+ 个主题。$/)
  await visit(page, site, '#/pair/zhongwei/zhongwei')
  expect(await page.locator('h1').innerText()).toContain('只有一件')
  await page.context().close()
})
