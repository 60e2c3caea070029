import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSource } from '../../src/read/read.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { docxOf, encodeHtml, htmlOf, paragraphsOf, pdfOf } from './files.ts'

/**
 * Writes tests/fixtures: the documents of corpus/raw once each in a form that governments publish, to open and look at.
 * `npx tsx tests/support/make-files.ts`; the same texts give the same bytes.
 */
const FORMS: Record<string, { file: string; make: (paragraphs: string[]) => Uint8Array }> = {
  zhongwei: {
    file: 'zhongwei.pdf',
    make: paragraphs => pdfOf(paragraphs, { header: '市人民政府公报', numbered: true }),
  },
  shuozhou: {
    file: 'shuozhou.two-columns.pdf',
    make: paragraphs => pdfOf(paragraphs, { twoColumns: true, columns: 36, font: 'gb' }),
  },
  pingliang: { file: 'pingliang.docx', make: docxOf },
  qinzhou: {
    file: 'qinzhou.gb18030.html',
    make: paragraphs => encodeHtml(htmlOf(paragraphs, 'breaks', 'gb2312'), 'gb18030'),
  },
  shizuishan: {
    file: 'shizuishan.big5.html',
    make: paragraphs => encodeHtml(htmlOf(paragraphs, 'lists', 'big5'), 'big5'),
  },
}

const root = join(import.meta.dirname, '../..')

async function makeFixtures(): Promise<void> {
  mkdirSync(join(root, 'tests/fixtures'), { recursive: true })
  for (const [id, { file, make }] of Object.entries(FORMS)) {
    const source = await readSource(readFileSync(join(root, `corpus/raw/${id}.txt`)), {
      id,
      place: id,
      file: `${id}.txt`,
    })
    const bytes = make(paragraphsOf(structureOf(source), source.text))
    writeFileSync(join(root, 'tests/fixtures', file), bytes)
    console.log(`${file}  ${bytes.length} bytes`)
  }
}

await makeFixtures()
