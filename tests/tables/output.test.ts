import { readFileSync } from 'node:fs'
import { DOMParser, type Element } from '@xmldom/xmldom'
import Ajv from 'ajv/dist/2020'
import Ajv4 from 'ajv-draft-04'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { outputOf } from '../../scripts/commands/data.ts'
import { analyseCorpus } from '../../scripts/io/analyse-corpus.ts'
import { beQuiet } from '../../scripts/io/progress.ts'
import { bare } from '../../src/tables/formats/csv.ts'
import { parseRfc4180 } from '../support/rfc4180.ts'

/** The whole output for the corpus of this repository, made once. */
beQuiet()
const { corpus, analysis } = await analyseCorpus({ corpus: 'corpus', codebook: true })
const files = new Map(outputOf(corpus, analysis).map(file => [file.path, file.content]))
const textOf = (path: string) => String(files.get(path))

type Row = Record<string, string>
const rowsOf = (name: string): Row[] => {
  const [header, ...records] = parseRfc4180(textOf(`${name}.csv`).slice(1))
  return records.map(record => Object.fromEntries(record.map((cell, at) => [header![at]!, bare(cell)])))
}

interface Resource {
  name: string
  path: string
  schema: { fields: { name: string; type: string }[] }
}
const descriptor = JSON.parse(textOf('datapackage.json')) as { resources: Resource[] }

describe('data package', () => {
  it('is valid against the published schema of Tabular Data Packages', () => {
    const schema = JSON.parse(readFileSync('tests/schemas/tabular-data-package.json', 'utf8'))
    const ajv = new Ajv4({ strict: false, validateFormats: false, allErrors: true })
    const validate = ajv.compile(schema)
    validate(descriptor)
    expect(validate.errors).toBeNull()
  })

  it('names every table of the output', () => {
    const tables = [...files.keys()].filter(path => path.endsWith('.csv'))
    expect(descriptor.resources.map(resource => resource.path)).toEqual(tables)
    expect(tables.length).toBe(14)
  })

  it.each(descriptor.resources.map(resource => [resource.path, resource] as const))(
    '%s has cells of the types it says',
    (path, { schema }) => {
      const [header, ...records] = parseRfc4180(textOf(path).slice(1))
      expect(header).toEqual(schema.fields.map(field => field.name))
      for (const record of records)
        for (const [at, { name, type }] of schema.fields.entries())
          if (record[at] !== '') expect(`${name} ${record[at]}`).toMatch(FORMS[type]!)
    },
  )
})

const FORMS: Record<string, RegExp> = {
  string: /./,
  integer: /^\S+ -?\d+$/,
  number: /^\S+ -?\d+(\.\d+)?(e[+-]?\d+)?$/,
  boolean: /^\S+ (true|false)$/,
}

describe('workbook', () => {
  it('read back by another library holds the cells of every table', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load(Buffer.from(files.get('guijian.xlsx') as Uint8Array) as unknown as ArrayBuffer)
    expect(book.worksheets.length).toBe(descriptor.resources.length + 3)
    for (const { path } of descriptor.resources) {
      const sheet = book.worksheets.find(({ name }) => name.startsWith(`${path.replace('.csv', '')} `))!
      const [, ...records] = parseRfc4180(textOf(path).slice(1))
      const cells = records.map((record, row) =>
        record.map((_, at) => String(sheet.getCell(row + 2, at + 1).value ?? '')),
      )
      expect(cells).toEqual(records.map(record => record.map(bare)))
    }
  })
})

describe('JSON of everything', () => {
  it('is valid against its own schema', () => {
    const validate = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true }).compile(
      JSON.parse(textOf('guijian.schema.json')),
    )
    validate(JSON.parse(textOf('guijian.json')))
    expect(validate.errors?.slice(0, 5) ?? []).toEqual([])
  })
})

describe.each(analysis.regulations.map(({ id }) => id))('akn/%s.xml', id => {
  const document = parseXml(textOf(`akn/${id}.xml`))
  const elements = [...document.getElementsByTagName('*')]

  it('has unique ids, and references that lead somewhere', () => {
    const ids = elements.map(element => element.getAttribute('eId')).filter(eId => eId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const reference of elements.filter(element => element.tagName === 'ref')) {
      const href = reference.getAttribute('href')!
      if (href.startsWith('#')) expect(ids).toContain(href.slice(1))
    }
  })

  it('gives every unit the text of units.csv', () => {
    const byAddress = new Map(elements.map(element => [element.getAttribute('wId'), element]))
    for (const { address, kind, text, heading } of rowsOf('units').filter(row =>
      row.address!.startsWith(`${id}/`),
    )) {
      const unit = byAddress.get(address!)!
      const isDivision = ['part', 'chapter', 'section'].includes(kind!)
      expect(isDivision ? unit.getElementsByTagName('heading')[0]?.textContent : unitText(unit)).toBe(
        isDivision ? heading : text,
      )
    }
  })
})

/** The unit's text as units.csv gives it: a line for each p, those of points and indents after their number. */
function unitText(unit: Element): string {
  const lines = [...unit.getElementsByTagName('p')].map(p => {
    const container = p.parentNode!.parentNode as Element
    const holder = container.tagName === 'list' ? (container.parentNode as Element) : container
    const number = ['point', 'indent'].includes(holder.tagName) ? holder.getElementsByTagName('num')[0] : null
    return (number?.textContent ?? '') + p.textContent
  })
  return lines.filter(line => line !== '').join('\n')
}

/** Parses XML, throwing on anything that is not well-formed. */
function parseXml(text: string) {
  const refuse = (_: string, message: string) => {
    throw new Error(message)
  }
  return new DOMParser({ onError: refuse }).parseFromString(text, 'application/xml')
}

describe('goldens', () => {
  const lines = (name: string, line: (row: Row) => string) => `${rowsOf(name).map(line).join('\n')}\n`

  it('documents', async () => {
    const facts = rowsOf('regulations').flatMap(row =>
      Object.entries(row).map(([name, value]) => `${row.id} ${name}: ${value || '—'}`),
    )
    await expect(`${facts.join('\n')}\n`).toMatchFileSnapshot('../golden/regulations.txt')
  })

  it('provisions', async () => {
    const line = (row: Row) =>
      `${row.address} “${row.quote}” ${row.measure} ${row.comparator} ${row.value}${row.max && `–${row.max}`} ${row.unit}` +
      `${row.per && ` / ${row.per}`}${row.annualized_min && ` (${row.annualized_min}–${row.annualized_max} a year)`} ${row.modality} | ` +
      `${row.subject} | ${row.family} | ${row.rule}${row.note && ` | ${row.note}`}`
    await expect(lines('provisions', line)).toMatchFileSnapshot('../golden/provisions.txt')
  })

  it('statements', async () => {
    const line = (row: Row) =>
      `${row.statement} ${row.kind} | ${row.actor || '—'} | ${row.modality || '—'} | ${row.condition || '—'} | ${row.act}` +
      `${row.cites && ` | ${row.cites}`}`
    await expect(lines('statements', line)).toMatchFileSnapshot('../golden/statements.txt')
  })

  it('ladders', async () => {
    const line = (row: Row) =>
      `${row.regulation} ${row.subject}: ${row.kind} ${row.low_included === 'true' ? '[' : '('}${row.low}, ${row.high || '∞'}${row.high_included === 'true' ? ']' : ')'} ${row.unit} ${row.actor}${row.see ? ` see ${row.see}` : ''}`
    await expect(lines('ladders', line)).toMatchFileSnapshot('../golden/ladders.txt')
  })

  it('references', async () => {
    const line = (row: Row) =>
      `${row.address} ${row.kind} “${row.text}” → ${row.targets || row.law_document_number || '—'}`
    await expect(lines('references', line)).toMatchFileSnapshot('../golden/references.txt')
  })

  it('problems', async () => {
    const line = (row: Row) =>
      `${row.regulation} ${row.start}–${row.end} ${row.severity} ${row.rule}: ${row.message}`
    await expect(lines('problems', line)).toMatchFileSnapshot('../golden/problems.txt')
  })
})
