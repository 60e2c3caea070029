import type { Column, Table } from '../table.ts'

/** What the package states about itself besides its tables. */
export interface PackageAbout {
  title: string
  /** Version of the program that wrote it. */
  version: string
  /** SHA-256 over everything that was read. */
  corpus: string
}

/**
 * The descriptor of a Frictionless Data Package (v1 of the published schema): one resource for each table with the type,
 * Chinese title and description of each column.
 */
export function datapackageOf(about: PackageAbout, tables: Table[]): object {
  return {
    profile: 'tabular-data-package',
    name: 'guijian',
    title: about.title,
    description: DESCRIPTION,
    version: about.version,
    corpus_sha256: about.corpus,
    resources: tables.map(resourceOf),
  }
}

const DESCRIPTION =
  '规鉴 (Guijian) 由原文逐字读出的表：条文、对应、数字规定及其出处。空单元格表示缺失。以 = + - @ 开头的文字前加一个撇号，以免被电子表格当作公式。' +
  ' start/end 为源文本（sources/<id>.txt）中以 UTF-16 码元计的半开区间；有起止的文字即此区间的字，只作其列说明所列的改动。' +
  '杂质指页码、脚注号、标记等不属条文的字，逐处见 guijian.json 各文件 accounting 中 class 为 noise 者。'

function resourceOf(table: Table): object {
  return {
    profile: 'tabular-data-resource',
    name: table.name.replaceAll('_', '-'),
    path: `${table.name}.csv`,
    title: table.title,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
    schema: {
      fields: table.columns.map(fieldOf),
      missingValues: [''],
      ...(table.primaryKey && { primaryKey: table.primaryKey }),
      ...(table.foreignKeys && { foreignKeys: table.foreignKeys.map(foreignKeyOf) }),
    },
  }
}

function fieldOf({ name, type, title, description, oneOf }: Column): object {
  return { name, type, title, description, ...(oneOf && { constraints: { enum: oneOf } }) }
}

function foreignKeyOf({ field, table, key }: NonNullable<Table['foreignKeys']>[number]): object {
  return { fields: field, reference: { resource: table.replaceAll('_', '-'), fields: key } }
}
