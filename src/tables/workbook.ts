import type { ComparedCell, ComparisonTable } from './comparison.ts'
import type { PackageAbout } from './formats/datapackage.ts'
import { type Sheet, type TextRun, workbookOf } from './formats/xlsx.ts'
import type { Table } from './table.ts'

/**
 * `guijian.xlsx`: what it is, the comparison with differences against the base coloured, a sheet for each table, and the
 * data dictionary.
 */
export function guijianWorkbook(
  about: PackageAbout,
  comparison: ComparisonTable,
  tables: Table[],
): Uint8Array {
  return workbookOf([
    aboutSheet(about, comparison),
    comparisonSheet(comparison),
    ...tables.map(tableSheet),
    dictionarySheet(tables),
  ])
}

function aboutSheet({ title, version, corpus }: PackageAbout, { regulations }: ComparisonTable): Sheet {
  return {
    name: '说明',
    head: ['项目', '内容'],
    rows: [
      ['语料', title],
      ['文件数', String(regulations.length)],
      ['程序', `规鉴 Guijian ${version}`],
      ['语料校验和 (SHA-256)', corpus],
      ['对照', '“对照”表以红字标出与基准文件（每行首列文件）不同之处；地名等必异之处不计。'],
      ['数据', '各表与同名 CSV 内容相同，列的含义见“数据字典”；空单元格表示缺失。'],
      ...regulations.map(({ title, place, id }): [string, string] => [`文件 ${id}`, `${place} 《${title}》`]),
    ],
  }
}

function comparisonSheet({ regulations, rows }: ComparisonTable): Sheet {
  return {
    name: '对照',
    head: ['事项', '基准', ...regulations.map(({ place, id }) => `${place} ${id}`)],
    rows: rows.map(({ family, base, cells }) => {
      const byDocument = new Map(cells.map(cell => [cell.regulation, labelled(cell)]))
      return [family.topic.zh, base, ...regulations.map(({ id }) => byDocument.get(id) ?? null)]
    }),
  }
}

function labelled({ labels, runs }: ComparedCell): TextRun[] {
  const shown = runs.filter(run => run.kind !== 'left-out')
  return [
    { text: `${labels.join('、')}　`, look: 'plain' },
    ...shown.map(({ text, kind }): TextRun => ({ text, look: kind === 'changed' ? 'changed' : 'plain' })),
  ]
}

function tableSheet({ name, title, columns, rows }: Table): Sheet {
  return { name: `${name} ${title}`.slice(0, 31), head: columns.map(column => column.name), rows }
}

function dictionarySheet(tables: Table[]): Sheet {
  return {
    name: '数据字典',
    head: ['表', '列', '类型', '名称', '说明'],
    rows: tables.flatMap(table =>
      table.columns.map(({ name, type, title, description }) => [table.name, name, type, title, description]),
    ),
  }
}
