import {
  type ComparedCell,
  type ComparedRow,
  type ComparedRun,
  type ComparisonTable,
  sourceLine,
} from '../comparison.ts'
import { contentTypes, packageOf, relationships } from './package.ts'
import { element, escapeXml } from './xml.ts'

/**
 * The comparison as a docx document: for each family a heading and a table with a row for each document, what differs from
 * the base in red and underlined, what it lacks struck out. The same comparison gives the same bytes.
 */
export function docxOf(comparison: ComparisonTable, title: string): Uint8Array {
  const sources = comparison.regulations.map(regulation => paragraph(run(sourceLine(regulation))))
  const body =
    paragraph(run(title), 'Title') +
    sources.join('') +
    comparison.rows.map(row => section(row, comparison)).join('')
  return packageOf({
    '[Content_Types].xml': contentTypes({
      'word/document.xml': 'wordprocessingml.document.main',
      'word/styles.xml': 'wordprocessingml.styles',
    }),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'word/document.xml']]),
    'word/document.xml': element(
      'w:document',
      { 'xmlns:w': WORD_NAMESPACE },
      element('w:body', {}, body + PAGE),
    ),
    'word/_rels/document.xml.rels': relationships([['rId1', 'styles', 'styles.xml']]),
    'word/styles.xml': DOCUMENT_STYLES,
  })
}

const WORD_NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

function section({ family, base, cells }: ComparedRow, { regulations }: ComparisonTable): string {
  const placeOf = new Map(regulations.map(({ id, place }) => [id, place]))
  const rows = cells.map(cell => tableRow(placeOf.get(cell.regulation)!, cell, cell.regulation === base))
  return paragraph(run(family.topic.zh), 'Heading1') + element('w:tbl', {}, TABLE + rows.join(''))
}

function tableRow(place: string, cell: ComparedCell, isBase: boolean): string {
  const head = [place + (isBase ? '（基准）' : ''), ...cell.labels].map(line => paragraph(run(line)))
  return element('w:tr', {}, tableCell(1800, head.join('')) + tableCell(7800, paragraphsOf(cell.runs)))
}

function tableCell(width: number, content: string): string {
  return element('w:tc', {}, `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}`)
}

/** Line feeds inside the runs end paragraphs. */
function paragraphsOf(runs: ComparedRun[]): string {
  const paragraphs: string[][] = [[]]
  for (const { text, kind } of runs)
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) paragraphs.push([])
      if (line) paragraphs.at(-1)!.push(run(line, kind))
    }
  return paragraphs.map(parts => paragraph(parts.join(''))).join('')
}

function paragraph(content: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''
  return `<w:p>${properties}${content}</w:p>`
}

const LOOKS: Record<ComparedRun['kind'], string> = {
  same: '',
  changed: '<w:rPr><w:color w:val="C0392B"/><w:u w:val="single"/></w:rPr>',
  'left-out': '<w:rPr><w:strike/><w:color w:val="8A8371"/></w:rPr>',
}

function run(text: string, kind: ComparedRun['kind'] = 'same'): string {
  return `<w:r>${LOOKS[kind]}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}

const BORDER = (side: string) => `<w:${side} w:val="single" w:sz="4" w:color="8A8371"/>`

const TABLE =
  '<w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(BORDER).join('') +
  '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="1800"/><w:gridCol w:w="7800"/></w:tblGrid>'

// A4 upright.
const PAGE =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'

const FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="SimSun"/>'

const styled = (id: string, name: string, size: number) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>` +
  `<w:pPr><w:keepNext/><w:spacing w:before="240" w:after="120"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`

const DOCUMENT_STYLES =
  `<w:styles xmlns:w="${WORD_NAMESPACE}"><w:docDefaults><w:rPrDefault><w:rPr>${FONTS}<w:sz w:val="21"/><w:lang w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  `${styled('Title', 'Title', 36)}${styled('Heading1', 'heading 1', 26)}</w:styles>`
