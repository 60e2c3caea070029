import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, open, serveSite, visit } from '../../scripts/io/browser.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { readDocument } from '../../src/analyse.ts'
import { draftDocx } from '../../src/official/draft.ts'
import { readSource } from '../../src/read/read.ts'
import { EMPTY_PAGE, LOCK, pdfWith } from '../support/pdf.ts'
import { complaints } from './axe.ts'
import { checked, covered, draftText, drop, loaded, opened, SHORT, screen } from './desk-page.ts'

// The desk of the built page: a draft opened, checked while it is written, completed and delivered.

const RAW = readFileSync(join(import.meta.dirname, '../../corpus/raw/shuozhou.txt'), 'utf8')
const entry = { id: 'draft', place: '', file: 'draft.txt' }

let browser: Browser
let site: StaticSite
// One desk for all tests: it loads much, and a draft that is opened takes the place of the one before.
let page: Page
let errors: string[]

beforeAll(async () => {
  browser = await launch()
  site = await serveSite()
  ;({ page, errors } = await open(browser, site))
  await visit(page, site, '#/desk')
  await loaded(page)
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe('privacy', () => {
  test('from the drop of a file to the download of a draft nothing is asked of the network, and nothing is stored', async () => {
    const asked: string[] = []
    page.on('request', request => asked.push(request.url()))
    const written = draftDocx(readDocument(await readSource(Buffer.from(RAW), entry)))
    await opened(page, '草案.docx', written)
    await covered(page)
    await page.locator('.editor textarea').press('Control+End')
    await page.keyboard.type('第九十九条　另行通知。')
    await checked(page)
    for (const name of ['coverage', 'clauses', 'numbers', 'order', 'deliver']) await screen(page, name)
    const download = page.waitForEvent('download')
    await page.locator('.deliveries button').first().click()
    const bytes = readFileSync(await (await download).path())
    const back = readDocument(await readSource(bytes, { ...entry, file: 'draft.docx' }))
    expect(back.regulation.articles).toHaveLength(46)
    expect(asked.filter(url => !url.startsWith('blob:'))).toEqual([])
    const stored = await page.evaluate(async () => ({
      databases: await indexedDB.databases(),
      local: { ...localStorage },
      session: { ...sessionStorage },
      cookies: document.cookie,
      caches: await caches.keys(),
    }))
    expect(stored).toEqual({ databases: [], local: {}, session: {}, cookies: '', caches: [] })
    expect(page.url()).toMatch(/#\/desk\/deliver$/)
    expect(errors).toEqual([])
  })

  test('a draft is kept on this machine only on consent, and goes when that is withdrawn', async () => {
    await opened(page, 'a.txt', SHORT)
    await screen(page, '')
    await page.getByLabel('在本机保存草稿').check()
    await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(1)
    await page.reload()
    await page.waitForSelector('.desk-present a.button')
    await screen(page, 'check')
    expect(await draftText(page)).toBe(SHORT)
    await screen(page, '')
    await page.getByRole('button', { name: '删除草稿和保存的内容' }).click()
    await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
    expect(await page.locator('.desk-present').count()).toBe(0)
  })
})

describe('writing', () => {
  test('a finding leads to its place, its replacement is one step, and one key undoes it', async () => {
    await opened(page, 'a.txt', SHORT)
    const doubled = page.locator('.finding', { hasText: '的的' })
    await doubled.locator('.finding-place').click()
    expect(
      await page
        .locator('.editor textarea')
        .evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd)),
    ).toBe('的的')
    expect(await page.locator('.editor-lines .fault.chosen').innerText()).toBe('的的')
    await doubled.locator('.apply').click()
    await expect.poll(() => draftText(page)).toBe(SHORT.replace('的的', '的'))
    await expect.poll(() => doubled.count()).toBe(0)
    await page.locator('.editor textarea').press('Control+z')
    expect(await draftText(page)).toBe(SHORT)
    await expect.poll(() => doubled.count()).toBe(1)
    await page.locator('.editor textarea').press('Control+y')
    expect(await draftText(page)).toBe(SHORT.replace('的的', '的'))
  })

  test('what is typed is found, and what is ignored stays ignored, with its reason', async () => {
    await opened(page, 'a.txt', SHORT)
    await page.locator('.editor textarea').evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf('第四条')
      area.focus()
      area.setSelectionRange(at, at)
    })
    await page.keyboard.type('任何单位严禁占用公园。')
    const found = page.locator('.finding', { hasText: '严禁' })
    await expect.poll(() => found.count()).toBe(1)
    await found.getByRole('button', { name: '忽略' }).click()
    await found.locator('input').fill('上级用语')
    await page.keyboard.press('Enter')
    await expect.poll(() => found.count()).toBe(0)
    await page.getByText(/显示已忽略的 1 处/).click()
    await expect.poll(() => found.innerText()).toContain('上级用语')
  })

  test('an article that is moved by keys takes its number along, and the draft can be put back', async () => {
    await opened(page, 'a.txt', SHORT)
    await screen(page, 'order')
    await page.locator('.blocks li', { hasText: '本办法适用于' }).press('Alt+ArrowDown')
    await expect
      .poll(() => page.locator('.blocks li', { hasText: '本办法适用于' }).innerText())
      .toMatch(/^\S*\s*第三条/)
    await page.getByRole('button', { name: '撤销' }).click()
    await expect
      .poll(() => page.locator('.blocks li', { hasText: '本办法适用于' }).innerText())
      .toMatch(/^\S*\s*第二条/)
    await screen(page, 'check')
    expect(await draftText(page)).toBe(SHORT)
  })

  test('a wording of a peer is put in with its place, the numbers behind it follow, and the topic is there', async () => {
    const without = RAW.replace(/^二十六、[\s\S]*?(?=\n第六章)/m, '')
    await opened(page, 'a.txt', without)
    await covered(page)
    const articles = (await draftText(page)).match(/^[一二三四五六七八九十]+、/gm)!.length
    await screen(page, 'coverage')
    const missing = page.locator('.topic.no').first()
    const topic = await missing.locator('h2').innerText()
    await missing.getByRole('link', { name: '看各地写法' }).click()
    await page.locator('.wording-acts button').first().click()
    await screen(page, 'coverage')
    await page.getByRole('button', { name: /^全部/ }).first().click()
    const row = page.locator('.topic', { has: page.locator('h2', { hasText: new RegExp(`^${topic}$`) }) })
    await expect.poll(() => row.getAttribute('class')).toMatch(/topic (?:yes|partly)/)
    await screen(page, 'check')
    const labels = (await draftText(page)).match(/^[一二三四五六七八九十]+(?=、)/gm)!
    expect(labels).toHaveLength(articles + 1)
    expect(new Set(labels).size).toBe(labels.length)
    expect(errors).toEqual([])
  })
})

/** A Word file of one paragraph with a tracked change and a comment, as Word writes them. */
function revised(): Uint8Array {
  const files = unzipSync(draftDocx(readDocument({ ...entry, text: SHORT })))
  const xml = new TextDecoder().decode(files['word/document.xml'])
  const change =
    '<w:ins w:id="1" w:author="a"><w:r><w:t>新加的话。</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>删掉的话。</w:delText></w:r></w:del>'
  files['word/document.xml'] = new TextEncoder().encode(
    xml.replace(/<\/w:p>(?=<w:sectPr)/, `${change}</w:p>`),
  )
  files['word/comments.xml'] = new TextEncoder().encode(
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="a"><w:p><w:r><w:t>批注的话</w:t></w:r></w:p></w:comment></w:comments>',
  )
  return zipSync(files)
}

describe('bad input', () => {
  const REFUSED: [name: string, file: string, content: string | Uint8Array, says: RegExp][] = [
    ['an empty file', 'a.txt', '', /是空的/],
    [
      'a program that was renamed',
      'a.docx',
      Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 255, 255, 0, 0]),
      /不是/,
    ],
    ['10 MB', 'a.txt', '第一条　市人民政府应当依法行政。\n'.repeat(205_000), /超过 40 万字/],
    ['a pdf with a password', 'a.pdf', pdfWith(EMPTY_PAGE, LOCK), /加了密码/],
    ['a pdf of pictures', 'a.pdf', pdfWith(EMPTY_PAGE), /只有图片/],
    ['half a pdf', 'a.pdf', '%PDF-1.4\n1 0 obj<</Type/Catalog', /不是完整的 pdf/],
    ['English', 'a.txt', 'Article 1. This is no Chinese text.', /没有汉字/],
  ]

  test('each is refused in one sentence, the page goes on, and the other draft is kept', async () => {
    await opened(page, 'a.txt', SHORT)
    await screen(page, '')
    for (const [name, file, content, says] of REFUSED) {
      await drop(page, file, content)
      await expect
        .poll(() => page.locator('.desk-refused').allInnerTexts(), { message: name })
        .toEqual([expect.stringMatching(says)])
    }
    await screen(page, 'check')
    expect(await draftText(page)).toBe(SHORT)
    expect(errors).toEqual([])
  })

  test('another genre is told at once, one article is a draft, and tracked changes are named', async () => {
    const dogs = Array.from(
      { length: 12 },
      (_, at) =>
        `第${'一二三四五六七八九十'[at] ?? `十${'一二'[at - 10]}`}条　饲养犬只的个人应当为犬只佩戴第${at + 1}号标识牌。`,
    )
    await opened(page, 'a.txt', `某市养犬管理条例\n\n${dogs.join('\n')}\n`)
    await screen(page, 'coverage')
    await expect
      .poll(() => page.locator('.desk-warning').innerText())
      .toMatch(/\d+ 个主题中只有 \d 个在草案里/)
    await opened(page, 'b.txt', '第一条　市人民政府全体会议每年召开两次。')
    expect(await page.locator('.desk-counts').innerText()).toContain('1 条')
    await opened(page, 'c.docx', revised())
    const text = await draftText(page)
    expect([text.includes('新加的话'), text.includes('删掉的话'), text.includes('批注的话')]).toEqual([
      true,
      false,
      false,
    ])
    await screen(page, '')
    expect(await page.locator('.desk-left').innerText()).toMatch(/存疑 [1-9]/)
  })
})

describe.each(['light', 'dark'] as const)('every screen, %s', colorScheme => {
  test('gives axe nothing to complain of, and fits a narrow window', async () => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width: 390, height: 844 })
    await opened(page, 'a.txt', RAW)
    await covered(page)
    for (const name of ['check', 'coverage', 'clauses', 'numbers', 'order', 'deliver', '']) {
      await screen(page, name)
      if (name === 'clauses') await page.waitForSelector('.wording')
      expect(await complaints(page), name).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, name).toBeLessThanOrEqual(0)
      const outside = await page.locator('.desk-tabs [aria-current], .deliveries button').evaluateAll(
        elements =>
          elements.filter(each => {
            const { left, right } = each.getBoundingClientRect()
            return left < 0 || right > innerWidth
          }).length,
      )
      expect(outside, name).toBe(0)
    }
    expect(errors).toEqual([])
  })
})
