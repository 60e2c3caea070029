import { contentTypes, packageOf, relationships } from '../tables/formats/package.ts'
import { element, escapeXml } from '../tables/formats/xml.ts'

/**
 * Word documents in the layout of official documents (GB/T 9704-2012): A4, 37 mm above and 28 mm left of a text block of 156 by
 * 225 mm with 22 lines of 28 characters, page numbers — 1 — outside. Numbers of articles and items are text, so that they survive
 * copying. The same content gives the same bytes.
 */

/** Sizes by their Chinese names, in half points. */
const SIZES = { 二号: 44, 三号: 32, 四号: 28, 小四: 24, 五号: 21 } as const
type Size = keyof typeof SIZES

/** Fonts as GB/T 9704 names them; what a machine has in their place stands in the font table. */
const FONTS = {
  小标宋: '方正小标宋简体',
  仿宋: '仿宋_GB2312',
  黑体: '黑体',
  楷体: '楷体_GB2312',
  宋体: '宋体',
} as const
type Font = keyof typeof FONTS

export interface Run {
  text: string
  font?: Font
  bold?: boolean
  /** Differs from what it is put beside. */
  changed?: boolean
}

export interface ParagraphLook {
  font?: Font
  size?: Size
  align?: 'center' | 'right' | 'both'
  /** First line by two characters. */
  indent?: boolean
  before?: number
  after?: number
  /** The next paragraph stays on its page. */
  keep?: boolean
  /** A heading of this level, for outline and navigation. */
  level?: number
}

/** A paragraph; its runs have its font where they name none. */
export function paragraph(runs: Run[] | string, look: ParagraphLook = {}): string {
  const { font = '仿宋', size = '三号', align = 'both', indent, before, after, keep, level } = look
  const pitch = size === '二号' ? TITLE_LINE : size === '三号' ? LINE : null
  const spacing = element('w:spacing', {
    'w:before': before ?? 0,
    'w:after': after ?? 0,
    'w:line': pitch,
    'w:lineRule': pitch && 'exact',
  })
  const properties = [
    keep ? '<w:keepNext/>' : '',
    spacing,
    indent ? `<w:ind w:firstLineChars="200" w:firstLine="${SIZES[size] * 20}"/>` : '',
    element('w:jc', { 'w:val': align }),
    level ? element('w:outlineLvl', { 'w:val': level - 1 }) : '',
  ].join('')
  const list = typeof runs === 'string' ? [{ text: runs }] : runs
  return element(
    'w:p',
    {},
    element('w:pPr', {}, properties) + list.map(each => run({ font, ...each }, size)).join(''),
  )
}

function run({ text, font = '仿宋', bold, changed }: Run, size: Size): string {
  const name = FONTS[font]
  const properties = [
    `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${name}" w:hint="eastAsia"/>`,
    bold ? '<w:b/>' : '',
    changed ? '<w:color w:val="A6321C"/>' : '',
    size === '三号' ? `<w:spacing w:val="${CLOSER}"/>` : '',
    element('w:sz', { 'w:val': SIZES[size] }),
    element('w:szCs', { 'w:val': SIZES[size] }),
    changed ? '<w:u w:val="single"/>' : '',
  ].join('')
  return element(
    'w:r',
    {},
    `${element('w:rPr', {}, properties)}<w:t xml:space="preserve">${escapeXml(text)}</w:t>`,
  )
}

// In twentieths of a point. 22 lines fill 225 mm; 28 characters of 三号 (16 points) are a fifth of a point each too wide for 156 mm.
// Said of every paragraph: a grid of the page is drawn otherwise by every program.
const LINE = 579
const TITLE_LINE = 700
const CLOSER = -5

/** The label of an article with what sets it off: 第一条 a space, 一、 its own mark. */
export function labelled(label: string): string {
  return /[、.．]$/.test(label) ? label : `${label}　`
}

/** The title of a document: 二号小标宋, centred. */
export function titleOf(text: string): string {
  return paragraph(text, {
    font: '小标宋',
    size: '二号',
    align: 'center',
    before: 240,
    after: 240,
    keep: true,
  })
}

/** A table with a heading row that every page repeats; `widths` in twentieths of a point; a cell is paragraphs. */
export function tableOf(widths: number[], head: string[], rows: string[][]): string {
  const cell = (content: string, at: number, shade = '') =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/>${shade}</w:tcPr>${content || '<w:p/>'}</w:tc>`
  const headRow = head.map((text, at) =>
    cell(
      paragraph(text, { font: '黑体', size: '小四', align: 'center' }),
      at,
      '<w:shd w:val="clear" w:color="auto" w:fill="F0EEE8"/>',
    ),
  )
  const body = rows.map(row => element('w:tr', {}, row.map((content, at) => cell(content, at)).join('')))
  return element(
    'w:tbl',
    {},
    `${TABLE}<w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
      element('w:tr', {}, `<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${headRow.join('')}`) +
      body.join(''),
  )
}

const SIDES = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
const TABLE =
  `<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${SIDES.map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8A8371"/>`).join('')}</w:tblBorders>` +
  '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'

const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** The whole file from the paragraphs and tables of its body; `wide` for tables, on paper turned by a quarter. */
export function wordDocument(body: string, { wide = false }: { wide?: boolean } = {}): Uint8Array {
  const part = (name: string) => `wordprocessingml.${name}`
  return packageOf({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': part('document.main'),
      'word/styles.xml': part('styles'),
      'word/settings.xml': part('settings'),
      'word/fontTable.xml': part('fontTable'),
      'word/footer1.xml': part('footer'),
      'word/footer2.xml': part('footer'),
    }),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': element('w:document', NAMESPACES, element('w:body', {}, body + sectionOf(wide))),
    'word/_rels/document.xml.rels': relationships([
      ['rId1', 'styles', 'styles.xml'],
      ['rId2', 'settings', 'settings.xml'],
      ['rId3', 'fontTable', 'fontTable.xml'],
      ['rId4', 'footer', 'footer1.xml'],
      ['rId5', 'footer', 'footer2.xml'],
    ]),
    'word/styles.xml': element('w:styles', NAMESPACES, STYLES),
    'word/settings.xml': element('w:settings', NAMESPACES, SETTINGS),
    'word/fontTable.xml': element('w:fonts', NAMESPACES, Object.values(FONTS).map(fontEntry).join('')),
    'word/footer1.xml': footer('right'),
    'word/footer2.xml': footer('left'),
  })
}

/** Millimetres in twentieths of a point. */
function mm(length: number): number {
  return Math.round((length * 1440) / 25.4)
}

function sectionOf(wide: boolean): string {
  const [width, height] = wide ? [297, 210] : [210, 297]
  const margins = wide
    ? { top: 28, right: 35, bottom: 26, left: 37 }
    : { top: 37, right: 26, bottom: 35, left: 28 }
  const sides = Object.entries(margins).map(([side, length]) => [`w:${side}`, mm(length)])
  const around = element('w:pgMar', {
    ...Object.fromEntries(sides),
    'w:header': 851,
    'w:footer': mm(28),
    'w:gutter': 0,
  })
  const size = element('w:pgSz', {
    'w:w': mm(width),
    'w:h': mm(height),
    'w:orient': wide ? 'landscape' : null,
  })
  const feet =
    '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'
  return element('w:sectPr', {}, feet + size + around)
}

/** — 1 — in 四号宋体, a character from the outer edge. */
function footer(align: 'left' | 'right'): string {
  const look = `<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>`
  const text = (words: string) => `<w:r>${look}<w:t xml:space="preserve">${words}</w:t></w:r>`
  const field = (type: string) => `<w:r>${look}<w:fldChar w:fldCharType="${type}"/></w:r>`
  const number = `${field('begin')}<w:r>${look}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}${text('1')}${field('end')}`
  const indent = `<w:ind w:${align}Chars="100" w:${align}="280"/>`
  return element(
    'w:ftr',
    NAMESPACES,
    `<w:p><w:pPr>${indent}<w:jc w:val="${align}"/></w:pPr>${text('— ')}${number}${text(' —')}</w:p>`,
  )
}

const STYLES =
  `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${FONTS.仿宋}"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>` +
  '<w:pPrDefault><w:pPr><w:widowControl w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'

const SETTINGS = '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'

const STAND_INS: Partial<Record<string, string>> = {
  方正小标宋简体: '宋体',
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
}

function fontEntry(name: string): string {
  const other = STAND_INS[name]
  return element(
    'w:font',
    { 'w:name': name },
    other ? element('w:altName', { 'w:val': other }) : '<w:charset w:val="86"/>',
  )
}
