import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { pdfAssets } from '../../scripts/io/pdf-assets.ts'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { readSource } from '../../src/read/read.ts'
import { unitsOf } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import type { Regulation, Source } from '../../src/types.ts'
import { docxOf, encodeHtml, type HtmlLayout, htmlOf, paragraphsOf, pdfOf } from '../support/files.ts'

/**
 * The same document as docx, pdf, html and in every encoding gives the same units and provisions as the raw text.
 * The files are made in memory from what was read of the raw text (tests/support/files.ts).
 */

const read = (bytes: Uint8Array, file: string) =>
  readSource(bytes, { id: 'x', place: '某市', file }, { pdf: pdfAssets })

/** One line a unit and a provision: what must not change. */
function facts(source: Source): string[] {
  const regulation = structureOf(source)
  const units = unitsOf(regulation).map(unit =>
    [unit.address, unit.kind, unit.label, unit.heading, unit.text].join(' | '),
  )
  return [...units, ...provisionFacts(regulation)]
}

function provisionFacts(regulation: Regulation): string[] {
  return provisionsOf(regulation).map(
    ({ address, quote, measure, comparator, value, max, unit, per, modality }) =>
      [address, quote, measure, comparator, value, max, unit, per, modality].join(' | '),
  )
}

const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']
const LAYOUTS: HtmlLayout[] = ['paragraphs', 'breaks', 'lists']

function encode(text: string, encoding: string): Uint8Array | null {
  const bytes = iconv.encode(text, encoding)
  return iconv.decode(bytes, encoding) === text ? bytes : null
}

/** Nobody would publish the page in an encoding that lacks more than one character in fifty. */
function fits(text: string, encoding: string): boolean {
  const read = iconv.decode(iconv.encode(text, encoding), encoding)
  return (read.match(/\?/g)?.length ?? 0) - (text.match(/\?/g)?.length ?? 0) < text.length / 50
}

/** Every form of the document by name; encodings that its script does not fit are left out. */
function formsOf(raw: string, paragraphs: string[]): { name: string; file: string; bytes: Uint8Array }[] {
  const forms = [
    { name: 'docx', file: 'a.docx', bytes: docxOf(paragraphs) },
    {
      name: 'pdf with head and page numbers',
      file: 'a.pdf',
      bytes: pdfOf(paragraphs, { header: '某市人民政府公报', numbered: true }),
    },
    {
      name: 'pdf with a Chinese code table',
      file: 'a.pdf',
      bytes: pdfOf(paragraphs, { font: 'gb', numbered: true }),
    },
    {
      name: 'pdf in two columns',
      file: 'a.pdf',
      bytes: pdfOf(paragraphs, { twoColumns: true, numbered: true, columns: 36 }),
    },
  ]
  for (const encoding of ENCODINGS) {
    const text = encode(raw, encoding)
    if (text) forms.push({ name: `text in ${encoding}`, file: 'a.txt', bytes: text })
    if (!fits(raw, encoding)) continue
    for (const layout of LAYOUTS) {
      const bytes = encodeHtml(htmlOf(paragraphs, layout, encoding), encoding)
      forms.push({ name: `html as ${layout} in ${encoding}`, file: 'a.html', bytes })
    }
  }
  return forms
}

async function differing(file: string): Promise<{ differing: string[]; forms: number }> {
  const source = await read(readFileSync(file), 'a.txt')
  const wanted = facts(source)
  expect(wanted.length).toBeGreaterThan(10)
  const forms = formsOf(source.text, paragraphsOf(structureOf(source), source.text))
  const names: string[] = []
  for (const form of forms) {
    const found = facts(await read(form.bytes, form.file))
    if (found.join('\n') !== wanted.join('\n')) names.push(`${form.name}: ${firstDifference(wanted, found)}`)
  }
  return { differing: names, forms: forms.length }
}

function firstDifference(wanted: string[], found: string[]): string {
  const at = wanted.findIndex((fact, index) => fact !== found[index])
  return `wanted ${wanted[at]?.slice(0, 120)}, found ${found[at]?.slice(0, 120)}`
}

const here = (folder: string) => join(import.meta.dirname, '../..', folder)

describe('committed files', () => {
  const committed = readdirSync(here('tests/fixtures')).filter(name => /\.(pdf|docx|html)$/.test(name))

  it.each(committed)('%s gives what its text gives', async name => {
    const id = name.slice(0, name.indexOf('.'))
    const raw = await read(readFileSync(here(`corpus/raw/${id}.txt`)), 'a.txt')
    expect(facts(await read(readFileSync(here(`tests/fixtures/${name}`)), name))).toEqual(facts(raw))
  })

  it('there is one of each kind', () => {
    expect(committed.length).toBeGreaterThanOrEqual(5)
  })
})

describe('the documents of the corpus, in every form', () => {
  it.each(readdirSync(here('corpus/raw')))('%s', async name => {
    const { differing: names, forms } = await differing(join(here('corpus/raw'), name))
    expect(names).toEqual([])
    expect(forms).toBeGreaterThanOrEqual(20)
  })
})

// Ten documents of other genres and scripts, where they are at hand: evenly drawn from each folder.
// READ_FORMS=all takes every one.
const shared = here('../shared')
const others = [
  'corpora/greening/raw',
  'corpora/civility/raw',
  'corpora/business-environment/raw',
  'samples/traditional',
]
  .map(folder => join(shared, folder))
  .filter(existsSync)
  .flatMap((folder, index) => {
    const files = readdirSync(folder).sort()
    const count = process.env.READ_FORMS === 'all' ? files.length : [3, 3, 2, 2][index]!
    return Array.from({ length: count }, (_, at) =>
      join(folder, files[Math.floor(((at + 0.5) * files.length) / count)]!),
    )
  })

describe.skipIf(others.length === 0)('documents of other genres, in every form', () => {
  it.each(others.map(file => [file.split('/').at(-1)!, file]))('%s', async (_, file) => {
    expect((await differing(file)).differing).toEqual([])
  })
})
