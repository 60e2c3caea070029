import { DOMParser, type Element } from '@xmldom/xmldom'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { comparisonOf } from '../../src/tables/comparison.ts'
import { akomaNtosoOf, eIdOf } from '../../src/tables/formats/akoma-ntoso.ts'
import { docxOf } from '../../src/tables/formats/docx.ts'
import { markdownOf } from '../../src/tables/formats/markdown.ts'
import { workbookOf } from '../../src/tables/formats/xlsx.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import { tablesOf } from '../../src/tables/tables.ts'
import { guijianWorkbook } from '../../src/tables/workbook.ts'
import { smallAnalysis } from '../support/documents.ts'

const { analysis, sourceOf } = smallAnalysis()
const { families, regulations } = analysis
const about = { title: '规则', version: '1.0.0', corpus: 'f00' }
const tables = tablesOf(analysis, sourceOf)
const comparison = comparisonOf(families, regulations, lookupOf(regulations), { cut: text => [...text] })

describe('comparison', () => {
  it('diffs every cell against the base', () => {
    expect(comparison.rows[0]).toMatchObject({
      base: 'jia',
      cells: [
        { regulation: 'jia', labels: ['第一条第二款'], runs: [{ kind: 'same' }] },
        {
          regulation: 'yi-2020',
          runs: [
            { kind: 'same', text: '全体会议一般每年召开' },
            { kind: 'left-out', text: '2次' },
            { kind: 'changed', text: '3次' },
            { kind: 'same', text: '。' },
          ],
        },
      ],
    })
  })

  it('takes any document as base', () => {
    const other = comparisonOf(families, regulations, lookupOf(regulations), {
      cut: text => [...text],
      base: 'yi-2020',
    })
    expect(other.rows[0]!.cells[0]!.runs).toContainEqual({ kind: 'changed', text: '2次' })
  })
})

describe('workbook', () => {
  const bytes = guijianWorkbook(about, comparison, tables)
  const book = new ExcelJS.Workbook()
  beforeAll(async () => {
    await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  })

  it('is read back by another library, cell for cell', () => {
    for (const table of tables) {
      const sheet = book.getWorksheet(`${table.name} ${table.title}`)!
      expect(sheet.getRow(1).values).toEqual([undefined, ...table.columns.map(column => column.name)])
      for (const [index, row] of table.rows.entries())
        expect(row.map((_, at) => sheet.getCell(index + 2, at + 1).value)).toEqual(row)
    }
  })

  it('freezes and filters the head of every sheet', () => {
    for (const sheet of book.worksheets) {
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
      expect(sheet.autoFilter).toBeTruthy()
    }
  })

  it('colours what differs from the base, and nothing else', () => {
    const cell = book.getWorksheet('对照')!.getCell('D2').value as ExcelJS.CellRichTextValue
    const coloured = cell.richText.filter(run => run.font?.color)
    expect(coloured.map(run => run.text)).toEqual(['3次'])
    expect(cell.richText.map(run => run.text).join('')).toBe('第一条　全体会议一般每年召开3次。')
  })

  it('says what it was made from and what each column means', () => {
    const facts = book.getWorksheet('说明')!.getColumn(2).values
    expect(facts).toContain('f00')
    expect(book.getWorksheet('数据字典')!.rowCount).toBe(
      1 + tables.reduce((sum, table) => sum + table.columns.length, 0),
    )
  })

  it('has the same bytes whenever and wherever it is written', () => {
    const zone = process.env.TZ
    process.env.TZ = 'Asia/Kathmandu'
    const again = guijianWorkbook(about, comparison, tables)
    process.env.TZ = zone ?? ''
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true)
  })

  it('keeps what XML or the format would change: markup, escapes, formulas, control characters', async () => {
    const cells = ['<b>&"', '_x0041_', '=1+1', 'a\u0000\u000bb', ' two  spaces ', 'line\nfeed', '\ud800lone']
    const odd = new ExcelJS.Workbook()
    const written = workbookOf([{ name: '奇', head: ['a'], rows: cells.map(cell => [cell]) }])
    await odd.xlsx.load(Buffer.from(written) as unknown as ArrayBuffer)
    const read = cells.map((_, index) => odd.getWorksheet('奇')!.getCell(index + 2, 1).value)
    expect(read).toEqual(['<b>&"', '_x0041_', '=1+1', 'ab', ' two  spaces ', 'line\nfeed', 'lone'])
  })
})

describe('Akoma Ntoso', () => {
  const [left] = regulations
  const document = parseXml(akomaNtosoOf(left!, about))
  const units = tables.find(table => table.name === 'units')!
  const column = (name: string) => units.columns.findIndex(column => column.name === name)

  it('has ids that are unique and names every unit by its address', () => {
    const elements = [...document.getElementsByTagName('*')]
    const ids = elements.map(found => found.getAttribute('eId')).filter(id => id)
    expect(new Set(ids).size).toBe(ids.length)
    const addresses = new Set(elements.map(found => found.getAttribute('wId')))
    for (const row of units.rows)
      if (String(row[column('address')]).startsWith('jia/'))
        expect(addresses).toContain(row[column('address')])
  })

  it.each([
    ['zhongwei/45/3/7', 'art_45__para_3__list_1__point_7'],
    ['zhongwei/10-1', 'art_10-1'],
    ['zhongwei/c8s2', 'chp_8__sec_2'],
    ['zhongwei/45/3/7/1', 'art_45__para_3__list_1__point_7__list_1__indent_1'],
  ])('names %s %s', (address, eId) => {
    expect(eIdOf(address)).toBe(eId)
  })

  it('gives every unit the text of units.csv', () => {
    for (const row of units.rows.filter(row =>
      ['article', 'paragraph'].includes(String(row[column('kind')])),
    )) {
      const unit = [...document.getElementsByTagName('*')].find(
        found => found.getAttribute('wId') === row[column('address')],
      )
      if (unit) expect(unitText(unit)).toBe(row[column('text')])
    }
  })
})

/** The unit's text as units.csv gives it: a line for each p, its own number left out, those of points before their text. */
function unitText(unit: Element): string {
  const lines = [...unit.getElementsByTagName('p')].map(p => {
    const point = p.parentNode!.parentNode as Element
    const holder = point.tagName === 'list' ? (point.parentNode as Element) : point
    const number = ['point', 'indent'].includes(holder.tagName)
      ? holder.getElementsByTagName('num')[0]!
      : null
    return (number?.textContent ?? '') + p.textContent
  })
  return lines.join('\n')
}

describe('documents of a comparison', () => {
  it('in Markdown has a table for each family, differences marked', () => {
    expect(markdownOf(comparison)).toContain('## 全体会议\n\n| 地区 | 条款 | 文字 |')
    expect(markdownOf(comparison)).toContain('全体会议一般每年召开~~2次~~**3次**。')
  })

  it('in docx holds the same words, marked and well-formed', () => {
    const parts = unzipSync(docxOf(comparison, '对照表'))
    for (const bytes of Object.values(parts)) parseXml(strFromU8(bytes))
    const words = parseXml(strFromU8(parts['word/document.xml']!))
    const struck = [...words.getElementsByTagName('w:strike')].map(
      strike => (strike.parentNode!.parentNode as Element).textContent,
    )
    expect(struck).toEqual(['2次'])
    expect(words.documentElement!.textContent).toContain('乙市')
  })
})

/** Parses XML, throwing on anything that is not well-formed. */
function parseXml(text: string) {
  const refuse = (_: string, message: string) => {
    throw new Error(message)
  }
  return new DOMParser({ onError: refuse }).parseFromString(text, 'application/xml')
}
