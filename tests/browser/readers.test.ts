import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdfAssets } from '../../scripts/pdf-assets.ts'
import { readSource } from '../../src/read/read.ts'
import { launch, open, type StaticSite, serve } from './browser.ts'

/** The readers, bundled as a site bundles them, give in a browser what they give in Node. */

const root = join(import.meta.dirname, '../..')
const fixtures = join(root, 'tests/fixtures')
const folder = mkdtempSync(join(tmpdir(), 'guijian-readers-'))

// The page asks no server but its own; the files come from the test.
const PAGE =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'self\'"><script type="module" src="./main.ts"></script>'
const MAIN = `
import { readSource } from ${JSON.stringify(join(root, 'src/read/read.ts'))}
window.read = async (bytes, file, tables) => {
  const characterTable = async name => new Uint8Array(tables[name])
  const { text, encoding, noise, problems } = await readSource(new Uint8Array(bytes), { id: 'x', place: '某市', file }, { pdf: { characterTable } })
  return { text, encoding, noise, problems }
}`

let browser: Browser
let site: StaticSite
let page: Page
let errors: string[]
let foreign: string[]

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), PAGE)
  writeFileSync(join(folder, 'main.ts'), MAIN)
  const outDir = join(folder, 'site')
  await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: { outDir, target: 'es2023', chunkSizeWarningLimit: 2000 },
  })
  browser = await launch()
  site = await serve(outDir)
  ;({ page, errors, foreign } = await open(browser, site))
  await page.goto(site.url)
  await page.waitForFunction('window.read')
})

afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(folder, { recursive: true })
})

async function tablesFor(name: string): Promise<Record<string, number[]>> {
  const wanted = name.includes('two-columns') ? ['UniGB-UTF16-H.bcmap', 'Adobe-GB1-UCS2.bcmap'] : []
  const tables = wanted.map(async table => [table, Array.from(await pdfAssets.characterTable!(table))])
  return Object.fromEntries(await Promise.all(tables))
}

describe('the readers in a browser', () => {
  const files = readdirSync(fixtures).filter(name => /\.(pdf|docx|html)$/.test(name))

  it.each(files)('%s reads as in Node', async name => {
    const bytes = readFileSync(join(fixtures, name))
    const { text, encoding, noise, problems } = await readSource(
      bytes,
      { id: 'x', place: '某市', file: name },
      { pdf: pdfAssets },
    )
    const inNode = JSON.parse(JSON.stringify({ text, encoding, noise, problems }))
    const script = `window.read(${JSON.stringify(Array.from(bytes))}, ${JSON.stringify(name)}, ${JSON.stringify(await tablesFor(name))})`
    expect(await page.evaluate(script)).toEqual(inNode)
  })

  it('nothing is asked of another origin, and the security policy of a site is kept', () => {
    expect([errors, foreign]).toEqual([[], []])
  })
})
