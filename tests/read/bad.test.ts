import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { pdfAssets } from '../../scripts/io/pdf-assets.ts'
import { ReadError } from '../../src/read/error.ts'
import { readSource } from '../../src/read/read.ts'
import { docxOf, htmlOf, pdfOf } from '../support/files.ts'
import { EMPTY_PAGE, LOCK, pdfWith } from '../support/pdf.ts'

const TEXT = ['某市工作规则', '第一条 为了工作，制定本规则。', '第二条 本规则自公布之日起施行。']
const read = (bytes: Uint8Array, file: string) =>
  readSource(bytes, { id: 'x', place: '某市', file }, { pdf: pdfAssets })

async function refusal(bytes: Uint8Array, file: string): Promise<ReadError> {
  const error = await read(bytes, file).catch(thrown => thrown)
  expect(error).toBeInstanceOf(ReadError)
  return error
}

const bytesOf = (...codes: number[]) => Uint8Array.from({ length: 600 }, (_, at) => codes[at] ?? 0)
const latin = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0))

describe('what nobody can read is refused in one line with file, reason and remedy', () => {
  it.each([
    ['an empty file', 'empty', 'a.txt', new Uint8Array()],
    ['white space only', 'empty', 'a.txt', latin(' \r\n\t ')],
    ['a zip that is no docx', 'unknown-format', 'a.docx', zipSync({ 'readme.txt': strToU8('x') })],
    [
      'a spreadsheet called docx',
      'unknown-format',
      'a.docx',
      zipSync({ 'xl/workbook.xml': strToU8('<x/>') }),
    ],
    ['an OFD document', 'unknown-format', 'a.ofd', zipSync({ 'OFD.xml': strToU8('<x/>') })],
    ['an old Word file', 'unknown-format', 'a.doc', bytesOf(0xd0, 0xcf, 0x11, 0xe0)],
    ['rich text', 'unknown-format', 'a.rtf', latin('{\\rtf1\\ansi x}')],
    ['a picture', 'unknown-format', 'a.txt', bytesOf(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['a docx cut off', 'docx-damaged', 'a.docx', docxOf(TEXT).subarray(0, 1500)],
    ['a docx of pictures', 'docx-no-text', 'a.docx', docxOf([''])],
    ['a pdf cut to its head', 'pdf-damaged', 'a.pdf', pdfOf(TEXT).subarray(0, 40)],
    ['a pdf of pictures', 'pdf-no-text', 'a.pdf', pdfWith(EMPTY_PAGE)],
    ['a pdf with a password', 'pdf-encrypted', 'a.pdf', pdfWith(EMPTY_PAGE, LOCK)],
    [
      'a page filled by script',
      'html-no-text',
      'a.html',
      latin('<html><body><div id="app"></div><script>go()</script></body></html>'),
    ],
  ])('%s', async (_, code, file, bytes) => {
    const error = await refusal(bytes, file)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(new RegExp(`^${file}: [^\n]{20,300}$`))
    expect(error.message).toMatch(/; |get it again|give/)
  })

  it('a file is what its bytes are, whatever it is called', async () => {
    expect((await read(docxOf(TEXT), 'a.txt')).text).toContain('第一条')
    expect((await read(pdfOf(TEXT), 'a.html')).text).toContain('第一条')
    expect(
      (await read(new TextEncoder().encode(htmlOf(TEXT, 'breaks', 'utf-8')), 'a.txt')).text,
    ).not.toContain('<')
    expect(
      (await read(new TextEncoder().encode('# 规则\n\n第一条 <b>不是网页</b>。\n'), 'a.md')).text,
    ).toContain('<b>')
  })
})

describe('any bytes give a source or a ReadError', () => {
  const settles = async (bytes: Uint8Array, file: string) => {
    const outcome = await read(bytes, file).catch(error => error)
    return outcome instanceof ReadError || typeof outcome.text === 'string'
  }
  const RUNS = { seed: 20261122, numRuns: 150 }
  const files = fc.constantFrom('a.txt', 'a.html', 'a.docx', 'a.pdf', 'a')

  it('random bytes, also behind the first bytes of each kind of file', async () => {
    const magic = fc.constantFrom(
      '',
      '%PDF-1.7\n',
      'PK\u0003\u0004',
      '<html>',
      '\u00ff\u00fe',
      '\u00ef\u00bb\u00bf',
    )
    await fc.assert(
      fc.asyncProperty(magic, fc.uint8Array({ maxLength: 3000 }), files, async (head, tail, file) =>
        settles(new Uint8Array([...latin(head), ...tail]), file),
      ),
      RUNS,
    )
  })

  it('real files with bytes changed or cut off', async () => {
    const page = new TextEncoder().encode(htmlOf(TEXT, 'paragraphs', 'utf-8'))
    const real = fc.constantFrom(
      docxOf(TEXT),
      pdfOf(TEXT, { numbered: true }),
      page,
      new TextEncoder().encode(TEXT.join('\n')),
    )
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(
        real,
        changes,
        fc.double({ min: 0, max: 1, noNaN: true }),
        files,
        async (bytes, edits, share, file) => {
          const copy = bytes.slice(0, Math.ceil(bytes.length * (share < 0.5 ? 1 : share)))
          for (const [at, value] of edits) if (copy.length > 0) copy[at % copy.length] = value
          return settles(copy, file)
        },
      ),
      RUNS,
    )
  })

  it('tags in any order', async () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<table>',
      '<tr>',
      '<td>',
      '<ol start=3>',
      '<li>',
      '<sup><a href="#n">[1]</a></sup>',
      '<br>',
      '<pre>',
      '<a href="/">',
      '</a>',
      '<h1>',
      '第一条 甲。',
      '（一）乙；',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '&#x0;',
      '&nbsp;',
      '<frameset>',
      '<select>',
      '<svg>',
      '<math>',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), async pieces =>
        settles(new TextEncoder().encode(`<html>${pieces.join('')}`), 'a.html'),
      ),
      RUNS,
    )
  })
})
