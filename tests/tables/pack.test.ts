import { describe, expect, test } from 'vitest'
import type { RegulationSummary, SiteIndex } from '../../src/site-types.ts'
import { packIndex, unpackIndex } from '../../src/tables/pack.ts'
import { NOTHING } from '../support/documents.ts'
import { memberOf } from '../support/members.ts'

const regulation = (
  id: string,
  numbering: string,
  articles: RegulationSummary['articles'],
): RegulationSummary => ({
  id,
  place: id,
  province: null,
  title: id,
  script: 'simplified',
  numbering,
  metadata: { ...NOTHING, place: id },
  counts: { chapters: 1, articles: 3, paragraphs: 3, items: 0, characters: 9, problems: 0 },
  file: `raw/${id}.txt`,
  url: null,
  complete: true,
  divisions: [],
  articles,
  annexes: [{ address: `${id}/a1`, label: '附件', heading: '表', rows: [[1, 2]] }],
})

const index: SiteIndex = {
  title: '规则',
  version: '1',
  corpus: 'x',
  pairs: [],
  regulations: [
    regulation('甲-2020', '第X条', [
      { address: '甲-2020/1', label: '第一条', division: '甲-2020/c1' },
      { address: '甲-2020/10-1', label: '第十条之一', division: '甲-2020/c1' },
      { address: '甲-2020/11', label: '第 11 条', division: null },
    ]),
    regulation('b', '一、', [{ address: 'b/46', label: '四十六、', division: 'b/c8s2' }]),
  ],
  families: [
    {
      id: 'f',
      topic: { id: 'f', zh: '主题', en: 'topic' },
      label: 'model',
      members: [
        { ...memberOf('甲-2020/10-1', 'A'), basis: 'curated' },
        {
          ...memberOf('甲-2020/11/2', 'AA'),
          state: 'partly',
          probability: 0.87,
          statements: ['甲-2020/11/2#1', '甲-2020/11/2#3'],
        },
        memberOf('b/46', 'B'),
      ],
    },
    { id: 'g', topic: { id: 'g', zh: '空', en: 'empty' }, label: 'curated', members: [] },
  ],
}

describe('the packed index', () => {
  test('gives the index back, unusual labels and inserted articles too', () => {
    expect(unpackIndex(JSON.parse(JSON.stringify(packIndex(index))))).toEqual(index)
  })

  test('writes a usual label as its number alone', () => {
    expect(packIndex(index).regulations.map(each => each.articles)).toEqual([
      [
        ['c1', '1', ['10-1', '第十条之一']],
        [null, ['11', '第 11 条']],
      ],
      [['c8s2', '46']],
    ])
  })
})
