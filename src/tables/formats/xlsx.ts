import { letters } from '../../text/numerals.ts'
import type { Cell } from '../table.ts'
import { harmless } from './csv.ts'
import { contentTypes, packageOf, relationships } from './package.ts'
import { element, escapeXml } from './xml.ts'

/** A stretch of a cell's text in one look. */
export interface TextRun {
  text: string
  look: 'plain' | 'changed'
}

/** A sheet: its first row is the head, frozen and filtered; a cell may be text in runs. */
export interface Sheet {
  /** At most 31 characters, none of \ / ? * [ ] : */
  name: string
  head: string[]
  rows: (Cell | TextRun[])[][]
}

/** A workbook of the sheets as xlsx bytes: the same sheets give the same bytes. */
export function workbookOf(sheets: Sheet[]): Uint8Array {
  const strings = new Map<string, number>()
  const parts = sheets.map(sheet => worksheet(sheet, strings))
  const paths = parts.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`)
  return packageOf({
    '[Content_Types].xml': contentTypes({
      'xl/workbook.xml': 'spreadsheetml.sheet.main',
      'xl/styles.xml': 'spreadsheetml.styles',
      'xl/sharedStrings.xml': 'spreadsheetml.sharedStrings',
      ...Object.fromEntries(paths.map(path => [path, 'spreadsheetml.worksheet'])),
    }),
    '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...paths.map((path, index): [string, string, string] => [
        `rId${index + 1}`,
        'worksheet',
        path.slice(3),
      ]),
      ['styles', 'styles', 'styles.xml'],
      ['strings', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': CELL_STYLES,
    'xl/sharedStrings.xml': element('sst', { xmlns: SPREADSHEET_NAMESPACE }, [...strings.keys()].join('')),
    ...Object.fromEntries(paths.map((path, index) => [path, parts[index]!])),
  })
}

const SPREADSHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

function workbook(sheets: Sheet[]): string {
  const listed = sheets.map(({ name }, index) =>
    element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }),
  )
  const names = sheets.flatMap(({ name, head, rows }, index) => [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${escapeXml(`'${name}'!$A$1:$${columnName(head.length - 1)}$${rows.length + 1}`)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(`'${name}'!$1:$1`)}</definedName>`,
  ])
  return element(
    'workbook',
    {
      xmlns: SPREADSHEET_NAMESPACE,
      'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    },
    element('sheets', {}, listed.join('')) + element('definedNames', {}, names.join('')),
  )
}

function worksheet({ head, rows }: Sheet, strings: Map<string, number>): string {
  const widths = head.map((name, at) => widthOf([name, ...rows.map(row => plainText(row[at] ?? null))]))
  const lines = [headCells(head), ...rows.map(bodyCells)].map((cells, index) =>
    rowXml(cells, index + 1, widths, strings),
  )
  const columns = widths.map((width, at) =>
    element('col', { min: at + 1, max: at + 1, width, customWidth: 1 }),
  )
  return element(
    'worksheet',
    { xmlns: SPREADSHEET_NAMESPACE },
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      element('cols', {}, columns.join('')) +
      element('sheetData', {}, lines.join('')) +
      element('autoFilter', { ref: `A1:${columnName(head.length - 1)}${rows.length + 1}` }) +
      '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
  )
}

interface StyledCell {
  cell: Cell | TextRun[]
  style: number
}

function headCells(head: string[]): StyledCell[] {
  return head.map(cell => ({ cell, style: STYLE.head }))
}

function bodyCells(row: Sheet['rows'][number]): StyledCell[] {
  return row.map(cell => ({ cell, style: styleOf(cell) }))
}

// Heights are written because not every program finds them for wrapped text by itself; 409 points is the most a row can have.
function rowXml(cells: StyledCell[], r: number, widths: number[], strings: Map<string, number>): string {
  const lines = Math.max(...cells.map(({ cell }, at) => linesIn(plainText(cell), widths[at]!)))
  const content = cells.map(({ cell, style }, at) => cellXml(cell, `${columnName(at)}${r}`, style, strings))
  return element('row', { r, ht: Math.min(lines * 14 + 2, 409), customHeight: 1 }, content.join(''))
}

// As wide as the longest line needs, within reason: longer text wraps.
function widthOf(texts: string[]): number {
  let widest = 0
  for (const text of texts) for (const line of text.split('\n')) widest = Math.max(widest, displayWidth(line))
  return Math.min(Math.max(widest + 2, 8), 48)
}

function linesIn(text: string, width: number): number {
  let lines = 0
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(displayWidth(line) / (width - 2)))
  return lines
}

function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += character > '\u2e80' ? 2 : 1
  return width
}

function plainText(cell: Cell | TextRun[]): string {
  return Array.isArray(cell) ? cell.map(run => run.text).join('') : String(cell ?? '')
}

const STYLE = { plain: 0, head: 1, text: 2, quoted: 3 }

function styleOf(cell: Cell | TextRun[]): number {
  if (typeof cell === 'number' || cell === null) return STYLE.plain
  const text = plainText(cell)
  return harmless(text) === text ? STYLE.text : STYLE.quoted
}

function cellXml(cell: Cell | TextRun[], r: string, s: number, strings: Map<string, number>): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return element('c', { r, s }, `<v>${cell}</v>`)
  const rich = Array.isArray(cell) && plainText(cell).length <= LONGEST_CELL
  const string = rich ? richString(cell) : `<si>${textXml(plainText(cell))}</si>`
  if (!strings.has(string)) strings.set(string, strings.size)
  return element('c', { r, s, t: 's' }, `<v>${strings.get(string)}</v>`)
}

function richString(runs: TextRun[]): string {
  const looks = { plain: '', changed: '<rPr><color rgb="FFC0392B"/></rPr>' }
  return `<si>${runs.map(({ text, look }) => `<r>${looks[look]}${textXml(text)}</r>`).join('')}</si>`
}

// What a spreadsheet's cell can hold.
const LONGEST_CELL = 32_767

function textXml(text: string): string {
  const fitting = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text
  // _x0041_ would be read as an escape of the format.
  return `<t xml:space="preserve">${escapeXml(fitting.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'))}</t>`
}

/** A, B, … Z, AA, … of the column counted from 0. */
function columnName(index: number): string {
  return letters(index + 1)
}

const FONT = '<sz val="10"/><name val="Microsoft YaHei"/>'

// Cell formats in the order of STYLE: numbers; heads; wrapped text; the same kept text that begins like a formula.
const CELL_STYLES =
  `<styleSheet xmlns="${SPREADSHEET_NAMESPACE}"><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFEDE8DC"/></patternFill></fill></fills>' +
  '<borders count="2"><border/><border><bottom style="thin"><color rgb="FF8A8371"/></bottom></border></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">' +
  '<xf fontId="0" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  '<xf fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf fontId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf fontId="0" quotePrefix="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '</cellXfs></styleSheet>'
