import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { bare, csvOf, harmless } from '../../src/tables/formats/csv.ts'
import { datapackageOf } from '../../src/tables/formats/datapackage.ts'
import { siteFiles } from '../../src/tables/site.ts'
import type { Table } from '../../src/tables/table.ts'
import { tablesOf } from '../../src/tables/tables.ts'
import type { Analysis, Provision } from '../../src/types.ts'
import { smallAnalysis } from '../support/documents.ts'
import { penaltiesIn } from '../support/penalties-cases.ts'
import { parseRfc4180 } from '../support/rfc4180.ts'

const { analysis, sourceOf } = smallAnalysis()
const tables = new Map(tablesOf(analysis, sourceOf).map(table => [table.name, table]))
const rowsOf = (name: string) => [...csvParse(csvOf(tables.get(name)!).slice(1), row => ({ ...row }))]

/** The contract of formats.md: these columns, in this order, more may follow. */
const CONTRACT: Record<string, string> = {
  regulations:
    'id, place, province, title, script, numbering, issuing_authority, document_number, adopted_on, adopted_by, signed_on, printed_on, effective, replaces_title, replaces_document_number, replaces_issued_on, main_recipients, copied_to, disclosure, chapters, articles, paragraphs, items, characters, file, sha256, url',
  units: 'address, kind, parent, number, label, heading, text, start, end',
  articles: 'address, regulation, chapter, chapter_heading, label, text, paragraphs, items, start, end',
  alignment: 'left, right, relation, score, probability, evidence, basis',
  families: 'family, topic_zh, topic_en, jia, jia_text, yi-2020, yi-2020_text',
  family_members: 'family, topic_zh, topic_en, regulation, place, address, label, text, wording, basis',
  provisions:
    'address, regulation, place, quote, subject, measure, comparator, value, max, unit, per, annualized_min, annualized_max, base, modality, family, rule, start, end, note',
  penalties:
    'act, act_zh, act_en, regulation, place, address, quote, duty, kind, addressee, condition, min, max, per, authority, start, end, note',
  differences: 'family, left, right, kind, left_text, right_text, note',
  problems: 'regulation, rule, severity, message, start, end, text',
}

describe('tables', () => {
  it.each(Object.entries(CONTRACT))('%s has the columns of the contract first', (name, columns) => {
    const wanted = columns.split(', ')
    expect(
      tables
        .get(name)!
        .columns.slice(0, wanted.length)
        .map(column => column.name),
    ).toEqual(wanted)
  })

  it('lays a family out with a column for each document', () => {
    expect(rowsOf('families')).toMatchObject([
      {
        family: 'plenary-meeting',
        jia: 'jia/1/2',
        jia_text: '全体会议一般每年召开2次。',
        'yi-2020': 'yi-2020/1',
      },
    ])
  })

  it('cites a paragraph of several by its number, an article with one by its label', () => {
    expect(rowsOf('family_members').map(row => row.label)).toEqual(['第一条第二款', '第一条'])
  })

  it("quotes a provision in the source's own characters and gives it its family", () => {
    expect(rowsOf('provisions')).toMatchObject([
      { quote: '一般每年召开2次', family: 'plenary-meeting', annualized_min: '2' },
      { quote: '一般每年召開3次', family: 'plenary-meeting', value: '3' },
    ])
  })

  it('leads every exported position back to its characters', () => {
    for (const row of rowsOf('provisions'))
      expect(sourceOf(row.regulation!).slice(Number(row.start), Number(row.end))).toBe(row.quote)
  })

  it('separates paragraphs of an article by a line feed', () => {
    expect(rowsOf('articles')[0]!.text).toBe('\'=1+1 "引号"， 逗号\n全体会议一般每年召开2次。')
  })

  it('leaves a missing value empty', () => {
    expect(rowsOf('regulations')[0]).toMatchObject({ province: '', adopted_on: '', url: '', sha256: 'ab' })
  })
})

describe('csv', () => {
  it('is read back by a strict reader of RFC 4180, cell for cell', () => {
    for (const table of tables.values()) {
      const [header, ...records] = parseRfc4180(csvOf(table).slice(1))
      expect(header).toEqual(table.columns.map(column => column.name))
      expect(records.map(record => record.map(bare))).toEqual(
        table.rows.map(row => row.map(cell => String(cell ?? ''))),
      )
    }
  })

  it('begins with a byte order mark, once', () => {
    const csv = csvOf(tables.get('units')!)
    expect(csv.lastIndexOf('\ufeff')).toBe(0)
  })

  it('lets no cell of text begin like a formula, and touches no number', () => {
    const table: Table = {
      name: 't',
      title: '',
      description: '',
      columns: [{ name: 'a', type: 'string', title: '', description: '' }],
      rows: [['=A1'], ['+1'], ['-（五）'], ['@SUM'], ['＝1'], ['\t=1'], [-5], ["'quoted"], ['=']],
    }
    expect(parseRfc4180(csvOf(table).slice(1)).flat()).toEqual([
      'a',
      "'=A1",
      "'+1",
      "'-（五）",
      "'@SUM",
      "'＝1",
      "'\t=1",
      '-5',
      "'quoted",
      '=',
    ])
    expect(bare(harmless('=A1'))).toBe('=A1')
    expect(bare(harmless("'quoted"))).toBe("'quoted")
  })
})

describe('data package', () => {
  it('describes every column of every table in Chinese', () => {
    const about = { title: '规则', version: '1.0.0', corpus: 'f00' }
    const { resources } = datapackageOf(about, [...tables.values()]) as {
      resources: {
        path: string
        schema: { fields: { name: string; title: string; description: string }[] }
      }[]
    }
    expect(resources.map(resource => resource.path)).toEqual([...tables.keys()].map(name => `${name}.csv`))
    for (const { schema } of resources)
      for (const field of schema.fields) expect(field.title + field.description).toMatch(/\p{sc=Han}/u)
  })
})

describe('site data', () => {
  it('puts each shard where the page looks for it', () => {
    const files = siteFiles(analysis, { title: '规则', version: '1.0.0', corpus: 'f00' })
    expect(files.map(file => file.path)).toEqual([
      'site/index.json',
      'site/regulations/jia.json',
      'site/regulations/yi-2020.json',
      'site/provisions.json',
      'site/overview.json',
      'site/penalties.json',
      'site/pair-counts.json',
      'site/mentions.json',
      'site/matches/jia~yi-2020.json',
      'site/said/jia~yi-2020.json',
    ])
    expect(JSON.parse(String(files[0]!.content))).toMatchObject({
      corpus: 'f00',
      pairs: ['jia~yi-2020'],
      regulations: [{ id: 'jia', counts: { articles: 2, paragraphs: 3 } }, { province: '丙省' }],
    })
  })

  // Two members of one family; the fine is read of either, of an act that three documents punish.
  const fine = (address: string, value: number): Provision => ({
    ...analysis.provisions[0]!,
    address,
    measure: 'fine',
    comparator: '=',
    annualized: null,
    value,
    unit: '元',
    subject: '在阅览室内喧哗',
  })
  const { acts, penalties } = penaltiesIn({
    a: '第一条 在阅览室内喧哗的，处五十元罚款。',
    b: '第一条 在阅览室内喧哗的，处二百元罚款。',
    c: '第一条 在阅览室内喧哗的，处五百元罚款。',
    d: '第一条 虚报经费的，依法处理。',
  })
  const provisions = [fine('jia/1/2', 50), fine('yi-2020/1', 500)]
  const filesOf = (more: Partial<Analysis>) => {
    const files = siteFiles({ ...analysis, provisions, ...more }, { title: '', version: '', corpus: '' })
    const read = (path: string) => JSON.parse(String(files.find(file => file.path === path)!.content))
    return { index: read('site/index.json'), overview: read('site/overview.json') }
  }

  it('tells fines by act where there are acts to tell of, and else as numbers', () => {
    const { overview } = filesOf({ acts, penalties })
    expect(overview.acts).toMatchObject([
      { documents: 3, spread: 10, lowest: { regulations: ['a'] }, highest: { regulations: ['c'] } },
    ])
    expect(overview.striking).toEqual([])
    expect(filesOf({ acts: [], penalties: [] }).overview).toMatchObject({
      acts: [],
      striking: [{ ratio: 10 }],
    })
  })

  it('counts acts that are punished by more than a word on other law', () => {
    expect(acts).toHaveLength(2)
    expect(filesOf({ acts, penalties }).index.acts).toBe(1)
  })
})
