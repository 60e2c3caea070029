import { strToU8, zipSync } from 'fflate'

/**
 * Small files that grow without end when they are read: each by its name, made when it is asked for. Every one must end with
 * a result or one line within bounds of time and memory.
 */
export const BOMBS: Record<string, () => Uint8Array> = {
  'nested.docx': () => wordFile(nested('<w:sdt>', '</w:sdt>', 200_000)),
  'paragraphs.docx': () => wordFile('<w:p/>'.repeat(16_000_000)),
  'runs.docx': () => wordFile(`<w:p>${'<w:r><w:t>条</w:t></w:r>'.repeat(2_000_000)}</w:p>`),
  'elements.docx': () => wordFile('<w:p/>'.repeat(5_000_000)),
  'attributes.docx': () => wordFile(`<w:p ${numbered(300_000, n => `a${n}=""`)}/>`),
  'parts.docx': () =>
    wordFile(
      numbered(9, takenIn),
      partsOf(9, () => strToU8(' '.repeat(30_000_000))),
    ),
  'named-often.docx': () =>
    wordFile(
      takenIn(1).repeat(100_000),
      partsOf(1, () => strToU8('<p>条'.repeat(9_000))),
    ),
  'inside.docx': () => fileInFile(40),
  'attributes.xml': () => strToU8(`<akomaNtoso ${numbered(300_000, n => `a${n}="" `)}/>`),
  'elements.xml': () => strToU8(`<akomaNtoso>${'<p>条</p>'.repeat(1_000_000)}</akomaNtoso>`),
  'nested.xml': () => strToU8(`<akomaNtoso>${nested('<list>', '</list>', 200_000)}</akomaNtoso>`),
  'parts.mht': () => strToU8(`${MULTIPART}${'--b\n\n条\n'.repeat(300_000)}`),
  'nested.mht': () => strToU8(`${MULTIPART}--b\n`.repeat(10_000)),
  'headers.mht': () => strToU8(`${'X: y\n'.repeat(2_000_000)}Content-Type: text/html\n\n<p>条`),
  'attributes.html': () => strToU8(`<p ${numbered(300_000, n => `a${n}=""`)}>第一条　为了。</p>`),
  'all-attributes.html': () => strToU8(`<p ${numbered(900, n => `a${n}="" `)}>`.repeat(4_000)),
  'comments.html': () => strToU8(`<html>${'<!---->'.repeat(4_000_000)}`),
  'deep-lines.html': () => strToU8(`${'<div>'.repeat(500)}${'<p>条'.repeat(240_000)}`),
  'cells.html': () => strToU8(`<table><tr>${'<td>条'.repeat(1_000_000)}</table>`),
  'hidden.html': () => strToU8('<p hidden>条</p>'.repeat(300_000)),
  'nested.html': () => strToU8(nested('<div>', '</div>', 200_000)),
  'nested-tables.html': () => strToU8('<table><tr><td>'.repeat(50_000)),
  'formatting.html': () => strToU8('<b><i><a><font>'.repeat(50_000)),
  'pages.pdf': () => pdfOfPages(20_000),
  'pieces.pdf': () =>
    pdfOfPages(
      1,
      numbered(400_000, n => `1 0 0 1 ${n % 500} ${n % 700} Tm (ab) Tj `),
    ),
  'articles.txt': () => strToU8(numbered(100_000, n => `第${n}条 市政府办公室负责第${n}项工作。\n`)),
  'items.txt': () => strToU8(`第一条 下列：\n${numbered(200_000, n => `（${n}）市政府办公室负责。\n`)}`),
  'chapters.txt': () => strToU8(numbered(100_000, n => `第${n}章 总则\n`)),
  'of.txt': () =>
    strToU8(`第一条 ${'市政府的'.repeat(4_000)}会议每年召开两次。\n第二条 自发布之日起施行。\n`),
  'one-line.txt': () => strToU8(`第一条 ${'市人民政府应当依法履行职责'.repeat(400_000)}。`),
  'one-line-shorter.txt': () => strToU8(`第一条 ${'市人民政府应当依法履行职责'.repeat(2_300)}。`),
  'numerals.txt': () => strToU8(`第一条 ${'一'.repeat(1_000_000)}日内。`),
  'numerals-fewer.txt': () => strToU8(`第一条 ${'一'.repeat(29_000)}日内。`),
  'brackets.txt': () => strToU8(`第一条 ${'（《“'.repeat(160_000)}。`),
  'commas.txt': () => strToU8(`第一条 ${'不超过三万元，'.repeat(70_000)}。`),
  'sentences.txt': () => strToU8(`第一条 ${'市政府办公室负责。'.repeat(3_300)}`),
  'many-sentences.txt': () => strToU8(numbered(400, n => `第${n}条 ${'市政府办公室负责。'.repeat(20)}\n`)),
  'paragraphs.txt': () => strToU8(`第一条 总则。\n${numbered(7_000, n => `市政府办公室负责工作${n}。\n`)}`),
  'spaces.txt': () => strToU8(`第一条${' '.repeat(3_000_000)}为了。`),
  'lines.txt': () => strToU8('\n'.repeat(5_000_000)),
}

function numbered(count: number, write: (n: number) => string): string {
  return Array.from({ length: count }, (_, n) => write(n + 1)).join('')
}

function nested(open: string, close: string, depth: number): string {
  return open.repeat(depth) + close.repeat(depth)
}

const MULTIPART = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n'

function wordFile(body: string, parts: Record<string, Uint8Array> = {}): Uint8Array {
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const text = `<?xml version="1.0"?><w:document xmlns:w="${namespace}"><w:body>${body}</w:body></w:document>`
  return zipSync({ 'word/document.xml': strToU8(text), ...parts })
}

/** Where a Word file takes in its part of this number. */
function takenIn(n: number): string {
  return `<w:altChunk r:id="c${n}"/>`
}

function partsOf(count: number, make: (n: number) => Uint8Array): Record<string, Uint8Array> {
  const relations = numbered(count, n => `<Relationship Id="c${n}" Target="part${n}"/>`)
  const parts = Array.from({ length: count }, (_, at) => [`word/part${at + 1}`, make(at + 1)])
  const list = strToU8(`<Relationships>${relations}</Relationships>`)
  return { 'word/_rels/document.xml.rels': list, ...Object.fromEntries(parts) }
}

function fileInFile(depth: number): Uint8Array {
  return depth === 0
    ? wordFile('<w:p/>')
    : wordFile(
        takenIn(1),
        partsOf(1, () => fileInFile(depth - 1)),
      )
}

function pdfOfPages(count: number, content = ''): Uint8Array {
  const kids = numbered(count, n => `${n + 2} 0 R `)
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`]
  const more =
    content &&
    ` /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> /Contents ${count + 3} 0 R`
  for (let n = 0; n < count; n++)
    objects.push(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]${more} >>`)
  const shown = `BT /F 12 Tf ${content}ET`
  if (content) objects.push(`<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`)
  let file = '%PDF-1.5\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  return strToU8(
    `${file}${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
  )
}
