import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Quality } from '../../src/site-types.ts'
import { citationsOf } from '../../web/views/method/citation.ts'
import {
  alignmentFigures,
  documentsOfPair,
  missGroups,
  pairKeyOf,
  speakingShare,
} from '../../web/views/method/figures.ts'

const committed: Quality = JSON.parse(readFileSync('quality/reports/evaluation.json', 'utf8'))
const ids = Object.keys(committed.documents!)
const isDocument = (id: string) => ids.includes(id)
const alignment = committed.figures.filter(({ stage }) => stage === 'alignment')

describe('names of figures', () => {
  it('of the alignment come apart into rows and tables, with nothing left over or lost', () => {
    const { rows, pairs, rest } = alignmentFigures(alignment, isDocument)
    expect(rest).toEqual([])
    expect(rows.map(({ setting, scope }) => `${setting}, ${scope}`)).toEqual([
      'no codebook, hard pairs',
      'no codebook, twin pairs',
      'with codebook, hard pairs',
      'with codebook, twin pairs',
    ])
    const inRows = rows.flatMap(({ values }) => Object.values(values).flatMap(Object.values))
    const inPairs = pairs.flatMap(({ values }) => [...values.values()])
    expect(inRows.length + inPairs.length).toBe(alignment.length)
    expect(pairs.map(({ documents }) => documents)).toEqual(Array(4).fill(ids))
  })

  it('of another form are kept as they are', () => {
    const odd = { stage: 'alignment', name: 'something else', value: 1 }
    expect(alignmentFigures([odd], isDocument).rest).toEqual([odd])
  })

  it('name a pair of documents also where ids have hyphens', () => {
    const known = (id: string) => ['heze-2019', 'yantai'].includes(id)
    expect(documentsOfPair('heze-2019-yantai', known)).toEqual(['heze-2019', 'yantai'])
    expect(documentsOfPair('a-b', known)).toEqual(['a', 'b'])
    expect(documentsOfPair('a-b-c', known)).toBe(null)
    expect(documentsOfPair('hard pairs', known)).toBe(null)
    expect(pairKeyOf('b', 'a')).toBe(pairKeyOf('a', 'b'))
  })
})

describe('known misses', () => {
  it('are all in some group, each with the units it is about', () => {
    const groups = missGroups(committed, isDocument)
    const misses = groups.flatMap(group => group.misses)
    expect(misses).toHaveLength(committed.misses.length)
    expect(groups.map(({ stage }) => stage)).not.toContain('other')
    for (const { units } of misses) expect(units.every(unit => isDocument(unit.split('/')[0]!))).toBe(true)
  })

  it.each([
    ['no codebook: a-b 22–30 equivalent, found none', 'alignment', 'missing', ['a/22', 'b/30']],
    ['no codebook: a-b 22–29 none, found partial', 'alignment', 'extra', ['a/22', 'b/29']],
    ['no codebook: a-b 17–21 partial, found equivalent', 'alignment', 'wrong', ['a/17', 'b/21']],
    ['provisions: missed a/26/1 第一个议题', 'provisions', 'missing', ['a/26/1']],
    ['provisions: extra a/26/1 两次 (count)', 'provisions', 'extra', ['a/26/1']],
    ['paragraphs: a/1/2 每年召开2次。', 'structure', 'paragraphs', ['a/1/2']],
    ['metadata: a title "甲", found "乙"', 'structure', 'metadata', ['a']],
    ['没有见过的样子', 'other', 'other', []],
  ])('%s', (line, stage, kind, units) => {
    const [group] = missGroups({ misses: [line] }, id => ['a', 'b'].includes(id))
    expect(group).toMatchObject({ stage, misses: [{ kind, units }] })
  })
})

describe('the share of documents without a counterpart that speak of the matter', () => {
  const drawn = { corpus: '', round: '', cells: 100, mentioned: 20 }
  const [shown, silent] = [
    { right: 3, of: 4 },
    { speaking: 1, of: 8 },
  ]

  it('weighs both draws by how many cells they stand for', () => {
    expect(speakingShare({ ...drawn, shown, silent })).toBeCloseTo(0.2 * 0.75 + 0.8 * 0.125)
  })

  it('is told by one draw where the other stands for no cell', () => {
    const nothing = { right: 0, of: 0 }
    expect(speakingShare({ ...drawn, mentioned: 0, shown: nothing, silent })).toBeCloseTo(0.125)
  })

  it('is not told where nothing was drawn', () => {
    expect(speakingShare({ ...drawn, shown: { right: 0, of: 0 }, silent })).toBe(null)
    expect(speakingShare({ ...drawn, shown, silent: { speaking: 0, of: 0 } })).toBe(null)
    expect(speakingShare({ ...drawn, cells: 0, mentioned: 0, shown, silent })).toBe(null)
  })
})

describe('citations', () => {
  const cited = { title: '规则_1 100%', version: '0.1.0', corpus: 'a'.repeat(64), documents: 5, url: null }

  it('name title, version and corpus, and leave room for the date of reading', () => {
    const { gb, english, bibtex } = citationsOf(cited)
    for (const words of [gb, english, bibtex]) expect(words).toContain(`0.1.0`)
    for (const words of [gb, english, bibtex]) expect(words).toContain('aaaaaaaaaaaa')
    expect(gb).toMatch(/\[DS\].*\[引用日期\]\.$/)
    expect(english).toContain('[Date of reading]')
  })

  it('name the address where there is one', () => {
    const { gb, bibtex } = citationsOf({ ...cited, url: 'https://example.org/rules/' })
    expect(gb).toMatch(/\[DS\/OL\].*https:\/\/example\.org\/rules\/\.$/)
    expect(bibtex).toContain('url = {https://example.org/rules/}')
  })

  it('give BibTeX a title that TeX takes as it is', () => {
    expect(citationsOf(cited).bibtex).toContain('规则\\_1 100\\%')
    expect(citationsOf({ ...cited, title: '{\\a' }).bibtex).toContain('{{a: 5')
  })
})
