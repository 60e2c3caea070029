import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { ReadError } from '../../src/read/error.ts'
import { readSource } from '../../src/read/read.ts'
import type { Source } from '../../src/types.ts'

/**
 * Case pages tests/cases/read-*.txt: `=== why`, a file, `==>`, the lines of the text that is read of it. In an answer
 *   ! rule at 7: message        a problem, where it stands, how its message begins
 *   ~ footnote [1] 见条例。      a named stretch
 *   refused code: message       the file is refused
 * A file of Word is written a block a line: `p` a paragraph, `comment` a comment, `html`, `mht`, `rtf`, `text`, `docx` a part of
 * that kind that is taken in, `missing` one that is not there.
 */

const page = (name: string) => readFileSync(new URL(`../cases/read-${name}.txt`, import.meta.url), 'utf8')

describe.each([
  ['docx', 'x.docx', (blocks: string) => wordFile(blocks.split('\n'))],
  ['akn', 'x.xml', strToU8],
  ['mht', 'x.mht', strToU8],
] as const)('%s', (name, file, make) => {
  it.each(casesIn(page(name)))('$why', async ({ text, answer }) => {
    const found = await factsOf(make(text), file)
    const isProblem = (line: string) => /^[!~] |^refused /.test(line)
    expect(found.filter(line => !isProblem(line))).toEqual(answer.filter(line => !isProblem(line)))
    const [said, wanted] = [found.filter(isProblem), answer.filter(isProblem)]
    expect(said.map((line, at) => line.slice(0, wanted[at]?.length))).toEqual(wanted)
  })
})

describe('what is no document', () => {
  const lines = page('foreign').split('\n')
  it.each(lines.filter(line => line.includes(' ==> ')).map(line => line.split(' ==> ')))(
    '%s',
    async (bytes, said) => {
      const error = await read(bytesOf(bytes!), 'x.bin').catch(thrown => thrown)
      expect(error).toBeInstanceOf(ReadError)
      expect(error.message).toContain(said)
      expect(error.message).toMatch(/^x\.bin: [^\n]+; [^\n]+$/)
    },
  )

  // Header, and a folder of which the first name is the root's and the second what the program calls its stream.
  const old = (stream: string) => {
    const bytes = new Uint8Array(2048)
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    new DataView(bytes.buffer).setUint16(30, 9, true)
    new DataView(bytes.buffer).setUint32(48, 1, true)
    for (const [at, name] of ['Root Entry', stream].entries())
      for (const [index, letter] of [...name].entries())
        bytes[1024 + at * 128 + index * 2] = letter.charCodeAt(0)
    return bytes
  }
  it.each([
    ['WordDocument', 'an old Word or WPS file (doc, wps)'],
    ['Workbook', 'an old spreadsheet'],
    ['EncryptedPackage', 'locked by a password'],
    ['Other', 'an old file of Office or WPS'],
  ])('an old file of Office with a stream %s', async (stream, said) => {
    await expect(read(old(stream), 'x.doc')).rejects.toThrow(said)
  })

  it('packed bytes are told as no text, damaged text as damaged', async () => {
    const packed = Uint8Array.from({ length: 4000 }, (_, at) => (at * at * 7 + at * 13 + (at >> 3)) % 256)
    await expect(read(packed, 'x.dat')).rejects.toMatchObject({ code: 'not-text' })
    const damaged = strToU8('第一条 为了规范工作，制定本规则。\n'.repeat(20))
    damaged[100] = 0xff
    await expect(read(damaged, 'x.txt')).rejects.toMatchObject({ code: 'undecodable' })
  })
})

const read = (bytes: Uint8Array, file: string) => readSource(bytes, { id: 'x', place: '甲市', file })

async function factsOf(bytes: Uint8Array, file: string): Promise<string[]> {
  const source: Source | ReadError = await read(bytes, file).catch(error => error)
  if (source instanceof ReadError)
    return [`refused ${source.code}: ${source.message.replace(`${file}: `, '').replace(/^the file is /, '')}`]
  const { text, noise = [], problems = [] } = source
  return [
    ...text.replace(/\n$/, '').split('\n'),
    ...noise.map(({ kind, span }) => `~ ${kind} ${text.slice(span.start, span.end)}`.trimEnd()),
    ...problems
      .filter(({ severity }) => severity !== 'note')
      .map(({ rule, message, span }) => `! ${rule} at ${span.start}: ${message}`),
  ]
}

function casesIn(text: string): { why: string; text: string; answer: string[] }[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map(part => {
      const [head, answer] = part.split(/^==>\n/m)
      const [why, ...file] = head!.split('\n')
      return { why: why!, text: file.join('\n').trimEnd(), answer: answer!.trimEnd().split('\n') }
    })
}

function bytesOf(description: string): Uint8Array {
  const bytes = new Uint8Array(600)
  let at = 0
  for (const [, text, hex] of description.matchAll(/'([^']*)'|([\da-f]{2})/g))
    for (const code of text === undefined
      ? [Number.parseInt(hex!, 16)]
      : Array.from(text, c => c.charCodeAt(0)))
      bytes[at++] = code
  return bytes
}

const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

function wordFile(lines: string[]): Uint8Array {
  const blocks = lines.map(line => /^([\w-]+) ?(.*)$/.exec(line)!.slice(1) as [string, string])
  const comments = blocks.filter(([kind]) => kind === 'comment').map(([, text]) => text)
  const nested = blocks.filter(([kind]) => kind === 'nested-comment').map(([, text]) => `comment ${text}`)
  const files: Record<string, Uint8Array> = {}
  let body = ''
  let relations = ''
  blocks.forEach(([kind, content], index) => {
    if (kind === 'p') body += `<w:p><w:r><w:t>${content}</w:t></w:r></w:p>`
    if (kind === 'p' || kind.endsWith('comment')) return
    const name = `chunk${index + 1}.${kind === 'missing' ? 'html' : kind}`
    body += `<w:altChunk r:id="c${index}"/>`
    relations += `<Relationship Id="c${index}" Type="x/aFChunk" Target="${name}"/>`
    if (kind === 'docx') files[`word/${name}`] = wordFile([`p ${content}`, ...nested])
    else if (kind !== 'missing') files[`word/${name}`] = strToU8(kind === 'mht' ? archive(content) : content)
  })
  const part = (root: string, content: string) =>
    strToU8(`<?xml version="1.0"?><w:${root} ${WORD}>${content}</w:${root}>`)
  const written = comments.map(text => `<w:comment><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`)
  return zipSync({
    'word/document.xml': part('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/_rels/document.xml.rels': strToU8(`<Relationships>${relations}</Relationships>`),
    ...(written.length > 0 && { 'word/comments.xml': part('comments', written.join('')) }),
    ...files,
  })
}

/** As html-docx-js writes it. */
function archive(html: string): string {
  const head =
    'MIME-Version: 1.0\nContent-Type: multipart/related;\n    type="text/html";\n    boundary="----=mhtDocumentPart"\n'
  const part =
    'Content-Type: text/html;\n    charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\nContent-Location: file:///C:/fake/document.html\n'
  return `${head}\n\n------=mhtDocumentPart\n${part}\n${html.replaceAll('=', '=3D')}\n\n------=mhtDocumentPart--\n`
}
