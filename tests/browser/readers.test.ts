import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, open, serveSite } from '../../scripts/io/browser.ts'
import { pdfAssets } from '../../scripts/io/pdf-assets.ts'
import type { StaticSite } from '../../scripts/io/serve.ts'
import { readSource } from '../../src/read/read.ts'
import { unitsOf } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { Regulation } from '../../src/types.ts'
import { paragraphsOf } from '../support/files.ts'

/** The readers, bundled as a site bundles them, give in a browser what they give in Node. */

const root = join(import.meta.dirname, '../..')
const fixtures = join(root, 'tests/fixtures')
const folder = mkdtempSync(join(tmpdir(), 'guijian-readers-'))

// The page asks no server but its own, not even for an icon; the files come from the test.
const PAGE =
  '<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src \'self\'; img-src data:"><link rel="icon" href="data:,"><script type="module" src="./main.ts"></script>'
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
  site = await serveSite(outDir)
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

/**
 * Ways to set a page: as documents are, and as web pages print. Where paragraphs are neither indented nor set apart nobody can tell
 * a paragraph's full last line from one that goes on.
 */
const STYLES = {
  indented: 'font:16pt/28pt serif;text-align:justify;--indent:2em;--gap:0',
  'set apart': 'font:12pt/20pt sans-serif;--indent:0;--gap:8pt',
}

describe('a pdf that the browser prints, with fonts of the machine inside', () => {
  const texts = ['zhongwei', 'qinzhou']

  it.each(Object.entries(STYLES))('%s: the units of the text', async (_, style) => {
    if (!(await hasChineseFont())) return console.warn('no Chinese font on this machine: nothing was printed')
    for (const id of texts) {
      const source = await readSource(readFileSync(join(root, `corpus/raw/${id}.txt`)), {
        id,
        place: id,
        file: 'a.txt',
      })
      const regulation = structureOf(source)
      const bytes = await print(paragraphsOf(regulation, source.text), style)
      const printed = await readSource(bytes, { id, place: id, file: 'a.pdf' }, { pdf: pdfAssets })
      expect(unitLines(structureOf(printed))).toEqual(unitLines(regulation))
    }
  })

  /** Without a font all characters are the same box. */
  async function hasChineseFont(): Promise<boolean> {
    return page.evaluate(`(() => {
      const drawn = text => {
        const canvas = document.createElement('canvas')
        const context = canvas.getContext('2d')
        context.font = '40px serif'
        context.fillText(text, 10, 60)
        return canvas.toDataURL()
      }
      return drawn('国') !== drawn('民')
    })()`)
  }

  function unitLines(regulation: Regulation): string[] {
    return unitsOf(regulation).map(({ address, label, heading, text }) =>
      [address, label, heading, text].join(' | '),
    )
  }

  async function print(paragraphs: string[], style: string): Promise<Uint8Array> {
    const printer = await browser.newPage()
    const lines = paragraphs.map(text => `<p>${text.replace(/</g, '&lt;')}</p>`)
    await printer.setContent(
      `<meta charset="utf-8"><style>body{${style};margin:0}p{margin:0 0 var(--gap);text-indent:var(--indent)}</style>${lines.join('')}`,
    )
    const bytes = await printer.pdf({
      format: 'A4',
      margin: { top: '37mm', bottom: '35mm', left: '28mm', right: '26mm' },
      displayHeaderFooter: true,
      headerTemplate: '<div style="font-size:9px;margin-left:100px">某市人民政府公报</div>',
      footerTemplate:
        '<div style="font-size:10px;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>',
    })
    await printer.close()
    return bytes
  }
})
