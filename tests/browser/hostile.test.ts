import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeData } from '../../scripts/commands/data.ts'
import { DIST, launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'

// A corpus whose texts, titles and addresses try to run as a program, or to break out of where they are put.

const EVIL = '<script>window.pwned=1</script><img src=x onerror="window.pwned=1">{{7*7}}'
const folder = mkdtempSync(join(tmpdir(), 'guijian-hostile-'))
let browser: Browser
let site: StaticSite

beforeAll(async () => {
  writeHostileCorpus(join(folder, 'corpus'))
  await writeData({ corpus: join(folder, 'corpus'), codebook: true, out: join(folder, 'data') })
  browser = await launch()
  site = await serveSite(DIST, join(folder, 'data'))
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  '#/',
  '#/compare',
  '#/pair/evil/calm',
  '#/doc/evil',
  '#/doc/evil?layout=1&marks=1',
  '#/numbers',
  '#/search?q=<script>',
  '#/method',
  '#/family/<img src=x onerror=window.pwned=1>',
  '#/doc/<script>window.pwned=1</script>',
  `#/search?q=${encodeURIComponent(EVIL)}`,
])('%s shows what is written and runs none of it', async hash => {
  const { page, errors, foreign } = await open(browser, site)
  await visit(page, site, hash)
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(() => (window as unknown as { pwned?: number }).pwned)).toBeUndefined()
  expect(await page.locator('main script, main img, main [onerror]').count()).toBe(0)
  expect(await page.locator('a[href^="javascript:" i]').count()).toBe(0)
  expect(errors).toEqual([])
  expect(foreign).toEqual([])
  await page.context().close()
})

test('the words themselves are there to be read', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/doc/evil')
  expect(await page.locator('main').innerText()).toContain('<script>window.pwned=1</script>')
  await page.context().close()
})

test('a pin that was tampered with leads nowhere', async () => {
  const { page } = await open(browser, site)
  await visit(page, site, '#/')
  await page.evaluate(() =>
    localStorage.setItem(
      'guijian-pins',
      JSON.stringify([{ address: 'javascript:window.pwned=1', label: 'x' }]),
    ),
  )
  await visit(page, site, '#/compare')
  expect(await page.locator('.pins').count()).toBe(0)
  await page.context().close()
})

function writeHostileCorpus(to: string): void {
  mkdirSync(join(to, 'raw'), { recursive: true })
  const text = (name: string, extra: string) =>
    [
      `${name}人民政府工作规则${extra}`,
      '第一章 总则',
      `第一条 为了规范工作，制定本规则。${extra}`,
      `第二条 市人民政府常务会议一般每月召开2次，由市长召集和主持。${extra}`,
      '第二章 附则',
      '第三条 本规则自公布之日起施行。',
    ].join('\n')
  writeFileSync(join(to, 'raw/evil.txt'), text('恶意市', EVIL))
  writeFileSync(join(to, 'raw/calm.txt'), text('平静市', ''))
  const regulations = [
    {
      id: 'evil',
      place: `恶意市${EVIL}`,
      file: 'raw/evil.txt',
      url: 'javascript:window.pwned=1',
      title: `规则${EVIL}`,
    },
    { id: 'calm', place: '平静市', file: 'raw/calm.txt', url: 'https://example.org/' },
  ]
  writeFileSync(join(to, 'corpus.json'), JSON.stringify({ title: `市规则${EVIL}`, regulations }))
}
