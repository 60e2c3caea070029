import { rmSync } from 'node:fs'
import { DOMParser } from '@xmldom/xmldom'
import Ajv from 'ajv/dist/2020'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCorpus } from '../../scripts/io/corpus.ts'
import { cut } from '../../scripts/io/cut.ts'
import { storyOf } from '../../scripts/print/story.ts'
import { analyse, readDocument } from '../../src/analyse.ts'
import { documentOf, isInAnnex } from '../../src/structure/address.ts'
import { labelOf, lookupOf } from '../../src/tables/lookup.ts'
import { unpackIndex } from '../../src/tables/pack.ts'
import type { Analysis, Regulation, Source } from '../../src/types.ts'
import { unitName } from '../../web/parts/cite.ts'
import { annexCorpus } from '../support/annexes.ts'
import { outputFor } from '../support/corpora.ts'
import { type Files, rowsOf } from '../support/spans.ts'

/** What the tables, the JSON, Akoma Ntoso, `trace` and the page's data say of annexes. */
const folder = annexCorpus()
afterAll(() => rmSync(folder, { recursive: true }))

let files: Files
let analysis: Analysis
let sources: Source[]

beforeAll(async () => {
  files = new Map((await outputFor(folder)).map(({ path, content }) => [path, String(content)]))
  const corpus = await loadCorpus(folder, { codebook: false })
  analysis = analyse(corpus.title, corpus.documents, { cut })
  sources = corpus.documents.map(({ source }) => source)
}, 120_000)

const everything = () => JSON.parse(files.get('guijian.json')!) as Analysis

describe('tables', () => {
  it('units.csv has a row for each annex, row and cell, under the unit that holds it', () => {
    const rows = rowsOf(files, 'units').filter(({ address }) => /^jia\/a1(?:\/3.*)?$/.test(address!))
    expect(rows.map(({ address, kind, parent, label }) => [address, kind, parent, label])).toEqual([
      ['jia/a1', 'annex', 'jia', '附件1'],
      ['jia/a1/3', 'row', 'jia/a1', ''],
      ['jia/a1/3/3', 'cell', 'jia/a1/3', ''],
      ['jia/a1/3/4', 'cell', 'jia/a1/3', ''],
      ['jia/a1/3/5', 'cell', 'jia/a1/3', ''],
    ])
    const kinds = rowsOf(files, 'units').filter(({ address }) => address!.startsWith('jia/a3/'))
    expect(kinds.slice(0, 3).map(({ address, kind, parent }) => [address, kind, parent])).toEqual([
      ['jia/a3/c1', 'chapter', 'jia/a3'],
      ['jia/a3/art1', 'article', 'jia/a3/c1'],
      ['jia/a3/art1/1', 'paragraph', 'jia/a3/art1'],
    ])
  })

  it('every address is one unit, and lies within its parent', () => {
    const rows = rowsOf(files, 'units')
    expect(new Set(rows.map(({ address }) => address)).size).toBe(rows.length)
    const spans = new Map(rows.map(({ address, start, end }) => [address, [Number(start), Number(end)]]))
    for (const { address, parent } of rows.filter(row => row.address!.includes('/a'))) {
      const [outer, inner] = [spans.get(parent), spans.get(address)!]
      // A division's span is its heading's; a document is no unit.
      if (!outer || /\/[pcs]\d/.test(parent!)) continue
      expect(inner[0]).toBeGreaterThanOrEqual(outer[0]!)
      expect(inner[1]).toBeLessThanOrEqual(outer[1]!)
    }
  })

  it('regulations.csv counts them last, and articles.csv knows none of their articles', () => {
    expect(rowsOf(files, 'regulations').map(({ articles, annexes }) => [articles, annexes])).toEqual([
      ['5', '3'],
      ['5', '0'],
      ['4', '1'],
    ])
    expect(Object.keys(rowsOf(files, 'regulations')[0]!).at(-1)).toBe('annexes')
    expect(rowsOf(files, 'articles').filter(({ address }) => isInAnnex(address!))).toEqual([])
  })

  it('provisions.csv has the fines of their tables with act, circumstance and addressee', () => {
    const fines = rowsOf(files, 'provisions').filter(
      ({ measure, address }) => measure === 'fine' && isInAnnex(address!),
    )
    expect(
      fines.map(({ address, value, max, subject, condition, addressee }) =>
        [address, value, max, subject, condition, addressee].join(' '),
      ),
    ).toEqual([
      'jia/a1/2/4 500 2000 擅自倾倒垃圾 轻微 个人',
      'jia/a1/3/4 5000  擅自倾倒垃圾 严重 单位',
      'jia/a1/4/4 200  占用绿地 一般 单位',
      'bing/a1/2/2 500  擅自倾倒垃圾  ',
      'bing/a1/3/2 10000  占用绿地  ',
    ])
  })

  it('references.csv leads to them, from them, and inside their own rules', () => {
    const links = rowsOf(files, 'references').map(
      ({ address, text, targets }) => `${address} ${text} ${targets}`,
    )
    expect(links).toEqual(
      expect.arrayContaining([
        'jia/3/1 附件1 jia/a1',
        'jia/3/1 附件2 jia/a2',
        'jia/3/1 附表三 jia/a3',
        'jia/a1/5 本办法第四条 jia/4',
        'jia/a3/art2/1 前条 jia/a3/art1',
        'bing/2/1 附件 bing/a1',
      ]),
    )
  })

  it('no row and no match is made of them', () => {
    const { matches, families, differences } = everything()
    const addresses = [
      ...matches.flatMap(({ a, b }) => [a, b]),
      ...families.flatMap(({ members }) => members.map(({ address }) => address)),
      ...differences.flatMap(({ left, right }) => [left, right]),
    ]
    expect(matches.length).toBeGreaterThan(0)
    expect(addresses.filter(isInAnnex)).toEqual([])
  })

  it('matches and rows are those of the documents without them', () => {
    const bare = sources.map(source => {
      const end = Math.min(
        source.text.length,
        ...analysis.regulations.find(({ id }) => id === source.id)!.annexes.map(each => each.start),
      )
      return readDocument({ ...source, text: source.text.slice(0, end) })
    })
    const without = analyse('', bare, { cut })
    expect(analysis.matches).toEqual(without.matches)
    expect(analysis.families).toEqual(without.families)
    expect(analysis.differences).toEqual(without.differences)
  })
})

it('guijian.json is valid against its own schema', () => {
  const ajv = new Ajv({ strict: false })
  const validate = ajv.compile(JSON.parse(files.get('guijian.schema.json')!))
  validate(everything())
  expect(validate.errors).toBeNull()
})

describe('Akoma Ntoso', () => {
  const parsed = (id: string) => new DOMParser().parseFromString(files.get(`akn/${id}.xml`)!, 'text/xml')

  it('has an attachment for each annex, a document of its own with what identifies it', () => {
    const attachments = [...parsed('jia').getElementsByTagName('attachment')]
    const childrenOf = (name: string) =>
      attachments.map(each =>
        [...each.getElementsByTagName(name)[0]!.childNodes].map(({ nodeName }) => nodeName),
      )
    expect(attachments.map(each => each.getAttribute('wId'))).toEqual(['jia/a1', 'jia/a2', 'jia/a3'])
    expect(attachments.map(each => [...each.childNodes].map(({ nodeName }) => nodeName))).toEqual(
      attachments.map(() => ['num', 'heading', 'doc']),
    )
    expect(childrenOf('doc')).toEqual(attachments.map(() => ['meta', 'mainBody']))
    expect(parsed('yi').getElementsByTagName('attachments').length).toBe(0)
  })

  it('has an element with an eId of its own for every unit, and no reference that leads nowhere', () => {
    const elements = [...parsed('jia').getElementsByTagName('*')]
    const eIds = elements.map(each => each.getAttribute('eId')).filter(Boolean)
    expect(new Set(eIds).size).toBe(eIds.length)
    const wIds = new Set(elements.map(each => each.getAttribute('wId')))
    const units = rowsOf(files, 'units').filter(({ address }) => documentOf(address!) === 'jia')
    expect(units.filter(({ address }) => !wIds.has(address!))).toEqual([])
    const links = elements.flatMap(each => /^#(.*)/.exec(each.getAttribute('href') ?? '')?.[1] ?? [])
    expect(links.filter(link => !eIds.includes(link) && link !== 'issuer')).toEqual([])
    expect(links).toEqual(expect.arrayContaining(['att_1', 'att_2', 'att_3', 'att_3__art_1']))
  })

  it('keeps each cell in its column', () => {
    const row = [...parsed('jia').getElementsByTagName('tr')].find(
      each => each.getAttribute('wId') === 'jia/a1/3',
    )!
    expect([...row.getElementsByTagName('td')].map(cell => cell.textContent)).toEqual([
      '',
      '',
      '严重',
      '5000元',
      '单位',
    ])
  })
})

describe('names', () => {
  const names: [address: string, name: string][] = [
    ['jia/a1', '附件1'],
    ['jia/a1/3', '附件1第3行'],
    ['jia/a1/3/4', '附件1第3行第4格'],
    ['jia/a1/5', '附件1第五段'],
    ['jia/a2/1/1', '附件2第一段第（一）项'],
    ['jia/a3', '附表三'],
    ['jia/a3/c2', '附表三第二章'],
    ['jia/a3/art2/1', '附表三第二条第一款'],
  ]
  it.each(names)('%s is cited as %s, in tables and on the page', (address, name) => {
    const { regulations } = unpackIndex(JSON.parse(files.get('site/index.json')!))
    expect(labelOf(lookupOf(analysis.regulations), address)).toBe(name)
    expect(unitName(regulations[0]!, address)).toBe(name)
  })

  it('trace tells the story of a cell: its lines, its number, its page', () => {
    const story = storyOf(analysis, sources, 'jia/a1/2/4', cut)
    expect(story.lines.map(({ text }) => text.split('\t')[1])).toEqual(['擅自倾倒垃圾的'])
    expect(story.provisions.map(({ quote }) => quote)).toEqual(['五百元以上二千元以下'])
    expect(story).toMatchObject({ label: '附件1第2行第4格', page: '#/doc/jia/a1/2/4', families: [] })
  })
})

it('every character of an annex is its label, its title, the text of its units, or layout', () => {
  const [jia] = everything().regulations as [Regulation]
  for (const annex of jia.annexes) {
    const inside = jia.accounting.filter(({ start, end }) => start < annex.end && end > annex.start)
    expect(inside.filter(each => !['label', 'heading', 'text', 'layout'].includes(each.class))).toEqual([])
    const named = inside.filter(each => each.class !== 'layout').map(({ name }) => name)
    expect(named.filter(name => name !== annex.address && !name.startsWith(`${annex.address}/`))).toEqual([])
  }
})
