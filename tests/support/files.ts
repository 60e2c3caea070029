import { strToU8, zipSync, zlibSync } from 'fflate'
import iconv from 'iconv-lite'
import { isLayout } from '../../src/text/fold.ts'
import type { Article, Regulation } from '../../src/types.ts'

/**
 * Makes, from the paragraphs of a document, the files that governments publish: html in three layouts, docx, pdf.
 * Used by tests to show that the readers give the same text back from each. The same input gives the same bytes.
 */

/** The page as `<p>` among menus; as one `<div>` with `<br>` inside layout tables; as headings, divs and lists. */
export type HtmlLayout = 'paragraphs' | 'breaks' | 'lists'

/** `charset` only declares; the caller encodes. */
export function htmlOf(paragraphs: string[], layout: HtmlLayout, charset: string): string {
  const title = escapeXml(paragraphs[0] ?? '')
  const head = `<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><title>${title}-人民政府</title>`
  return `<!DOCTYPE html>\n<html><head>${head}<script>var 条 = "第一条";</script></head>\n<body>${LAYOUTS[layout](paragraphs)}</body></html>\n`
}

/** Bytes of a page; characters that the encoding lacks become references (&#35500;), as browsers and editors write them. */
export function encodeHtml(html: string, encoding: string): Uint8Array {
  if (encoding.startsWith('utf')) return iconv.encode(html, encoding)
  const lacking = [...new Set(html)].filter(c => iconv.decode(iconv.encode(c, encoding), encoding) !== c)
  const written = lacking.reduce((text, c) => text.replaceAll(c, `&#${c.codePointAt(0)};`), html)
  return iconv.encode(written, encoding)
}

const MENU =
  '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li><li><a href="/hd">互动交流</a></li></ul></div>'
const SHARE =
  '<div class="share">【字体：<a href="javascript:big()">大</a> <a href="javascript:small()">小</a>】 <a href="javascript:window.print()">打印本页</a></div>'
const RELATED =
  '<div class="list"><h3>相关文件</h3><ul><li><a href="/1.html">第一批行政规范性文件清单</a></li><li><a href="/2.html">关于印发工作要点的通知</a></li></ul></div>'
const FOOT =
  '<div class="foot"><p>主办：人民政府办公室　<a href="/map">网站地图</a></p><p><a href="https://beian.example">备案号00000000</a></p></div>'

const LAYOUTS: Record<HtmlLayout, (paragraphs: string[]) => string> = {
  paragraphs: paragraphs =>
    `${MENU}<div id="main"><div class="side">${RELATED}</div><div class="content">${SHARE}` +
    `<div class="text">\n${paragraphs.map(text => `<p style="text-indent:2em">${escapeXml(text)}</p>`).join('\n')}\n</div></div></div>${FOOT}`,
  breaks: paragraphs =>
    `<table width="100%"><tr><td>${MENU}</td></tr></table><table><tr><td width="200">${RELATED}</td><td>` +
    `<div>${paragraphs.map(text => `&nbsp;&nbsp;&nbsp;&nbsp;<font size="3">${escapeXml(text)}</font>`).join('<br>\n')}</div>` +
    `${SHARE}</td></tr></table>${FOOT}`,
  lists: paragraphs => `${MENU}<article>${nested(paragraphs)}</article>${RELATED}${FOOT}`,
}

const CHAPTER = /^第[〇零一二三四五六七八九十百]+[章节節]/
const ITEM = /^[（(][一二三四五六七八九十百]+[）)]/

function nested(paragraphs: string[]): string {
  let html = ''
  let inList = false
  for (const text of paragraphs) {
    const item = ITEM.test(text)
    if (item !== inList) html += item ? '<ol style="list-style-type:none">\n' : '</ol>\n'
    inList = item
    if (item) html += `<li>${escapeXml(text)}</li>\n`
    else
      html += CHAPTER.test(text)
        ? `<h2>${escapeXml(text)}</h2>\n`
        : `<div><span>${escapeXml(text)}</span></div>\n`
  }
  return html + (inList ? '</ol>\n' : '')
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** A paragraph of a docx: `level` numbers it automatically (0: 第%1章, 1: 第%2条, 2: （%3）), `note` hangs a footnote on it. */
export interface DocxParagraph {
  text: string
  level?: 0 | 1 | 2
  note?: string
}

/** A Word file of the paragraphs, as short as Word accepts it. */
export function docxOf(paragraphs: (string | DocxParagraph)[]): Uint8Array {
  const all = paragraphs.map(paragraph => (typeof paragraph === 'string' ? { text: paragraph } : paragraph))
  const notes = all.flatMap(({ note }) => (note === undefined ? [] : [note]))
  let cited = 0
  const body = all
    .map(paragraph => wordParagraph(paragraph, paragraph.note === undefined ? 0 : ++cited))
    .join('\n')
  const files = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': wordPart('document', `<w:body>${body}<w:sectPr/></w:body>`),
    'word/numbering.xml': wordPart('numbering', NUMBERING),
    'word/footnotes.xml': wordPart('footnotes', notes.map(wordNote).join('')),
    'word/_rels/document.xml.rels': relationships([
      ['numbering', 'numbering.xml'],
      ['footnotes', 'footnotes.xml'],
    ]),
  }
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])
  return zipSync(Object.fromEntries(entries), { mtime: '1980-01-01T00:00:00' })
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

function wordPart(root: string, content: string): string {
  return `${DECLARATION}<w:${root} xmlns:w="${WORD}">${content}</w:${root}>`
}

function wordParagraph({ text, level }: DocxParagraph, note: number): string {
  const numbered = `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
  const mark = note ? `<w:r><w:footnoteReference w:id="${note}"/></w:r>` : ''
  // Word splits runs anywhere; so do these.
  const half = Math.ceil(text.length / 2)
  const runs = [text.slice(0, half), text.slice(half)].map(
    part => `<w:r><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`,
  )
  return `<w:p><w:pPr>${level === undefined ? '' : numbered}<w:ind w:firstLine="640"/></w:pPr>${runs.join('')}${mark}</w:p>`
}

function wordNote(text: string, index: number): string {
  return `<w:footnote w:id="${index + 1}"><w:p><w:r><w:t>${escapeXml(text)}</w:t></w:r></w:p></w:footnote>`
}

const NUMBERING = (() => {
  const level = (index: number, text: string, restart: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>${restart}<w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`
  const levels =
    level(0, '第%1章', '') + level(1, '第%2条', '<w:lvlRestart w:val="0"/>') + level(2, '（%3）', '')
  return `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
})()

function contentTypes(): string {
  const part = (name: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name === 'document' ? 'document.main' : name}+xml"/>`
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">${defaults}${['document', 'numbering', 'footnotes'].map(part).join('')}</Types>`
}

function relationships(targets: [kind: string, target: string][]): string {
  const lines = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${lines.join('')}</Relationships>`
}

export interface PdfOptions {
  /** Characters a line; 28 as GB/T 9704-2012 has it. */
  columns?: number
  /** Lines a page; 22 as GB/T 9704-2012 has it. */
  rows?: number
  /** A line at the head of every page. */
  header?: string
  /** Page numbers at the foot: `- 2 -`, or none. */
  numbered?: boolean
  /** Two columns of half the width on each page. */
  twoColumns?: boolean
  /** Pages stored lying on their side and shown upright. */
  turned?: boolean
  /** `unicode`: codes with a ToUnicode table, as printers write; `gb`: the predefined UniGB-UTF16-H of Adobe-GB1. No font is embedded. */
  font?: 'unicode' | 'gb'
}

/** A pdf of the paragraphs, set like an official document: first lines indented by two characters, lines broken by width. */
export function pdfOf(paragraphs: string[], options: PdfOptions = {}): Uint8Array {
  const { columns = 28, rows = 22, twoColumns = false, font = 'unicode' } = options
  const width = twoColumns ? Math.floor((columns - 4) / 2) : columns
  const lines = paragraphs.flatMap(text => wrap(text, width))
  const perPage = twoColumns ? rows * 2 : rows
  const pages: Placed[][] = []
  for (let from = 0; from < lines.length; from += perPage)
    pages.push(
      page(lines.slice(from, from + perPage), pages.length + 1, { ...options, columns, rows, width }),
    )
  return pdfFile(pages, font, options.turned ?? false)
}

interface Placed {
  text: string
  x: number
  y: number
  size: number
}

const TEXT_WIDTH = 448
const LEADING = 28
const LEFT = 74
const TOP = 740
const BOTTOM = 85

function page(
  lines: string[],
  number: number,
  options: PdfOptions & { columns: number; rows: number; width: number },
): Placed[] {
  const size = Math.floor(TEXT_WIDTH / options.columns)
  const placed = lines.map((text, index) => {
    const column = Math.floor(index / options.rows)
    const indent = /^　*/.exec(text)![0].length
    return {
      text: text.slice(indent),
      x: LEFT + (column * (options.width + 4) + indent) * size,
      y: TOP - (index % options.rows) * LEADING,
      size,
    }
  })
  if (options.header) placed.unshift({ text: options.header, x: LEFT + 100, y: TOP + 50, size: 10 })
  if (options.numbered) placed.push({ text: `- ${number} -`, x: 280, y: BOTTOM, size: 12 })
  return placed
}

// Marks that may not open a line hang over its end, as in print.
const NO_OPENING = /^[，。、；：？！）》”’〕]/

function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = '　　'
  let filled = 2
  for (const character of text.trim()) {
    const wide = character < '\u007f' ? 0.5 : 1
    if (filled + wide > width && !NO_OPENING.test(character)) {
      lines.push(line)
      line = ''
      filled = 0
    }
    line += character
    filled += wide
  }
  return [...lines, line]
}

function pdfFile(pages: Placed[][], font: 'unicode' | 'gb', turned: boolean): Uint8Array {
  const codes = new Map<string, number>()
  const codeOf = (character: string) => {
    if (font === 'gb') return character.charCodeAt(0)
    if (!codes.has(character)) codes.set(character, codes.size + 1)
    return codes.get(character)!
  }
  const contents = pages.map(placed => pageContent(placed, codeOf, turned))
  const objects: (string | Uint8Array)[] = ['<< /Type /Catalog /Pages 2 0 R >>']
  const kids = pages.map((_, index) => `${6 + index * 2} 0 R`).join(' ')
  objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  objects.push(
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /DescendantFonts [4 0 R] ` +
      (font === 'gb' ? '/Encoding /UniGB-UTF16-H >>' : '/Encoding /Identity-H /ToUnicode 5 0 R >>'),
  )
  const system =
    font === 'gb' ? '(Adobe) /Ordering (GB1) /Supplement 5' : '(Adobe) /Ordering (Identity) /Supplement 0'
  objects.push(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry ${system} >> /DW 1000 /W [${halfWidths(codes, font)}] ` +
      '/FontDescriptor << /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>',
  )
  objects.push(stream(toUnicode(codes)))
  for (const content of contents) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox ${turned ? '[0 0 842 595] /Rotate 90' : '[0 0 595 842]'} /Resources << /Font << /F1 3 0 R >> >> /Contents ${objects.length + 2} 0 R >>`,
    )
    objects.push(stream(content))
  }
  return assemble(objects)
}

/** Latin letters and digits are half as wide; in Adobe-GB1 they are 1 to 95. */
function halfWidths(codes: Map<string, number>, font: 'unicode' | 'gb'): string {
  if (font === 'gb') return '1 95 500'
  return [...codes]
    .filter(([character]) => character < '\u007f')
    .map(([, code]) => `${code} [500]`)
    .join(' ')
}

function pageContent(placed: Placed[], codeOf: (character: string) => number, turned: boolean): string {
  const show = ({ text, x, y, size }: Placed) => {
    const hex = text
      .split('')
      .map(character => codeOf(character).toString(16).padStart(4, '0'))
      .join('')
    const place = turned ? `0 1 -1 0 ${842 - y} ${x}` : `1 0 0 1 ${x} ${y}`
    return `BT /F1 ${size} Tf ${place} Tm <${hex}> Tj ET`
  }
  return placed.map(show).join('\n')
}

function toUnicode(codes: Map<string, number>): string {
  const hex = (number: number) => number.toString(16).padStart(4, '0')
  const pairs = [...codes].map(([character, code]) => `<${hex(code)}> <${hex(character.charCodeAt(0))}>`)
  const blocks: string[] = []
  for (let from = 0; from < pairs.length; from += 100) {
    const part = pairs.slice(from, from + 100)
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`)
  }
  return (
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n' +
    `1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`
  )
}

function stream(content: string): Uint8Array {
  const data = zlibSync(strToU8(content))
  return concat([
    strToU8(`<< /Length ${data.length} /Filter /FlateDecode >>\nstream\n`),
    data,
    strToU8('\nendstream'),
  ])
}

function assemble(objects: (string | Uint8Array)[]): Uint8Array {
  const parts: Uint8Array[] = [strToU8('%PDF-1.5\n')]
  const offsets: number[] = []
  let length = parts[0]!.length
  objects.forEach((object, index) => {
    offsets.push(length)
    const body = typeof object === 'string' ? strToU8(object) : object
    const part = concat([strToU8(`${index + 1} 0 obj\n`), body, strToU8('\nendobj\n')])
    parts.push(part)
    length += part.length
  })
  const rows = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`
  return concat([...parts, strToU8(table + trailer)])
}

function concat(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * The document as the paragraphs that a typist would set: front matter line by line, then a heading, an article's
 * or item's paragraph each, then back matter; in the source's script, without layout and noise.
 */
export function paragraphsOf(regulation: Regulation, text: string): string[] {
  const keep = keepOf(regulation, text)
  const printed = (start: number, end: number) => keep(start, end).replace(/[\r\n]/g, '')
  const pieces = [
    ...regulation.divisions.map(({ start, end, label, heading }) => {
      const all = printed(start, end)
      return {
        start,
        text: `${all.slice(0, label.length)}　${all.slice(label.length, label.length + heading.length)}`,
      }
    }),
    ...regulation.articles.flatMap(article => articlePieces(article, printed)),
  ].sort((a, b) => a.start - b.start)
  const first = pieces[0]?.start ?? text.length
  const last = Math.max(first, ...regulation.articles.map(article => article.end))
  const lines = (start: number, end: number) =>
    keep(start, end)
      .split(/[\r\n]+/)
      .filter(line => line !== '')
  return [...lines(0, first), ...pieces.map(piece => piece.text), ...lines(last, text.length)]
}

function articlePieces(article: Article, printed: (start: number, end: number) => string) {
  const pieces: { start: number; text: string }[] = []
  const add = (start: number, end: number, label: string) => {
    const all = printed(start, end)
    if (all !== '')
      pieces.push({ start, text: all.slice(0, label.length) + (label && '　') + all.slice(label.length) })
  }
  article.paragraphs.forEach((paragraph, index) => {
    const start = index === 0 ? article.start : paragraph.start
    add(start, paragraph.items[0]?.start ?? paragraph.end, index === 0 ? article.label : '')
    for (const item of paragraph.items) {
      add(item.start, item.subitems[0]?.start ?? item.end, '')
      for (const subitem of item.subitems) add(subitem.start, subitem.end, '')
    }
  })
  return pieces
}

/** Source characters of a stretch with line feeds, without other layout and without noise. */
function keepOf(regulation: Regulation, text: string): (start: number, end: number) => string {
  const noise = new Uint8Array(text.length)
  for (const { class: kind, start, end } of regulation.accounting)
    if (kind === 'noise') noise.fill(1, start, end)
  return (start, end) => {
    let kept = ''
    for (let at = start; at < end; at++)
      if (text[at] === '\n' || text[at] === '\r' || (!noise[at] && !isLayout(text[at]!))) kept += text[at]
    return kept
  }
}
