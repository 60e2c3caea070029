import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { extractDocx } from '../../src/read/docx/docx.ts'
import { ReadError } from '../../src/read/error.ts'
import { docxOf } from '../support/files.ts'

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A docx of these parts, each given without its root element. */
function word(body: string, parts: { numbering?: string; styles?: string } = {}): Uint8Array {
  const part = (root: string, content: string) =>
    strToU8(`<?xml version="1.0"?><w:${root} ${WORD}>${content}</w:${root}>`)
  return zipSync({
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...(parts.numbering && { 'word/numbering.xml': part('numbering', parts.numbering) }),
    ...(parts.styles && { 'word/styles.xml': part('styles', parts.styles) }),
  })
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`
const numbered = (list: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
const linesOf = (bytes: Uint8Array) => extractDocx(bytes).text.split('\n').slice(0, -1)

describe('automatic numbers', () => {
  it('第%1章, 第%2条 through all chapters and （%3） anew in each article, as Word shows them', () => {
    const bytes = docxOf([
      { text: '　总则', level: 0 },
      { text: '　为了工作，制定本规则：', level: 1 },
      { text: '甲；', level: 2 },
      { text: '乙。', level: 2 },
      { text: '　附则', level: 0 },
      { text: '　职责如下：', level: 1 },
      { text: '丙。', level: 2 },
    ])
    expect(linesOf(bytes)).toEqual([
      '第一章　总则',
      '第一条　为了工作，制定本规则：',
      '（一）甲；',
      '（二）乙。',
      '第二章　附则',
      '第二条　职责如下：',
      '（一）丙。',
    ])
  })

  const level = (index: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const list = (id: number, levels: string, override = '') =>
    `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/>${override}</w:num>`
  const labels = (count: number, numbering: string, id = 1) =>
    linesOf(
      word(paragraph(run('条文')).concat(paragraph(run('x'), numbered(id, 0)).repeat(count)), { numbering }),
    )
      .slice(1)
      .map(line => line.slice(0, -1).trim())

  it.each([
    ['chineseCounting', '%1、', ['一、', '二、', '三、']],
    ['decimalEnclosedCircle', '%1', ['①', '②', '③']],
    ['ideographTraditional', '%1．', ['甲．', '乙．', '丙．']],
    ['upperRoman', '%1.', ['I.', 'II.', 'III.']],
    ['lowerLetter', '(%1)', ['(a)', '(b)', '(c)']],
    ['decimalFullWidth', '%1．', ['１．', '２．', '３．']],
    ['bullet', '•', ['', '', '']],
  ])('%s', (format, text, expected) => {
    expect(labels(3, list(1, level(0, format, text)))).toEqual(expected)
  })

  it('beyond a hundred: 第一百零一条', () => {
    expect(labels(101, list(1, level(0, 'chineseCountingThousand', '第%1条'))).at(-1)).toBe('第一百零一条')
  })

  it('a list may begin at another number, and a style may carry the list', () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    expect(labels(2, list(1, level(0, 'decimal', '%1.'), override))).toEqual(['7.', '8.'])
    const styles =
      `<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
      `<w:style w:type="paragraph" w:styleId="article"><w:basedOn w:val="base"/></w:style>`
    const body =
      paragraph(run('甲条。'), '<w:pStyle w:val="article"/>') +
      paragraph(run('无号。'), '<w:pStyle w:val="article"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(
      linesOf(word(body, { numbering: list(1, level(0, 'chineseCountingThousand', '第%1条')), styles })),
    ).toEqual(['第一条 甲条。', '无号。'])
  })
})

describe('text', () => {
  it('runs cut anywhere are joined; tabs, soft breaks, hyphens and symbols stay', () => {
    const body = paragraph(
      `${run('第一')}<w:r><w:t>条</w:t><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:noBreakHyphen/><w:sym w:char="2014"/></w:r>`,
    )
    expect(linesOf(word(body))).toEqual(['第一条\t甲', '乙-—'])
  })

  it('tracked changes are read as accepted, and said; hidden text, fields and comments are left out', () => {
    const body = paragraph(
      `${run('应当')}<w:del><w:r><w:delText>可以</w:delText></w:r></w:del><w:ins>${run('及时')}</w:ins>${run('办理')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>`,
    )
    const { text, problems } = extractDocx(word(body))
    expect(text).toBe('应当及时办理\n')
    expect(problems.map(problem => problem.rule)).toEqual(['docx-revisions'])
  })

  it('a table row of single lines is one line; text boxes and content controls are read once', () => {
    const cell = (...texts: string[]) => `<w:tc>${texts.map(text => paragraph(run(text))).join('')}</w:tc>`
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('框内。'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('框内。'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`
    const body = `<w:tbl><w:tr>${cell('第一条')}${cell('甲。')}</w:tr><w:tr>${cell('第二条')}${cell('乙。', '丙。')}</w:tr></w:tbl><w:sdt><w:sdtContent>${paragraph(run('控件。') + box)}</w:sdtContent></w:sdt>`
    expect(linesOf(word(body))).toEqual(['第一条\t甲。', '第二条', '乙。', '丙。', '控件。', '框内。'])
  })

  it('footnotes stand at the end and are named, and so are their marks', () => {
    const { text, noise } = extractDocx(docxOf([{ text: '第一条 甲', note: '见《条例》。' }, '第二条 乙。']))
    expect(text).toBe('第一条 甲[1]\n第二条 乙。\n[1] 见《条例》。\n')
    expect(noise.map(({ kind, span }) => [kind, text.slice(span.start, span.end)])).toEqual([
      ['footnote-mark', '[1]'],
      ['footnote', '[1] 见《条例》。\n'],
    ])
  })
})

describe('broken files', () => {
  it('a truncated archive, one without a document, one without text are refused', () => {
    const bytes = docxOf(['第一条 甲。'])
    for (const broken of [
      bytes.subarray(0, bytes.length / 2),
      zipSync({ 'word/other.xml': strToU8('<x/>') }),
      word('<w:p/>'),
    ])
      expect(() => extractDocx(broken)).toThrow(ReadError)
  })
})
