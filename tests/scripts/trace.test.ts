import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { nearestTo, storyOf } from '../../scripts/print/story.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import { smallAnalysis } from '../support/documents.ts'

const { analysis, sourceOf } = smallAnalysis()
const sources = analysis.entries.map(entry => ({ ...entry, text: sourceOf(entry.id) }))
const story = storyOf(analysis, sources, 'jia/1/2', cut)

describe('the story of a paragraph', () => {
  it('begins with the lines of the source, numbered as an editor does', () => {
    expect(story.lines).toEqual([{ number: 3, text: '全体会议一般每年召开2次。' }])
  })

  it('names the unit as a drafter cites it', () => {
    expect(story.label).toBe('第一条第二款')
  })

  it('holds the statements inside it with their parts', () => {
    expect(story.statements).toMatchObject([
      {
        id: 'jia/1/2#1',
        kind: 'procedure',
        actor: null,
        modality: '一般',
        act: '全体会议每年召开2次',
        condition: null,
      },
    ])
  })

  it('holds the provisions inside it, the counterparts of its article, its families', () => {
    expect(story.provisions.map(provision => provision.quote)).toEqual(['一般每年召开2次'])
    expect(story.counterparts.map(match => match.b)).toEqual(['yi-2020/1'])
    expect(story.families.map(family => family.id)).toEqual(['plenary-meeting'])
  })

  it("is told from either side: the unit's own document first", () => {
    const [match] = storyOf(analysis, sources, 'yi-2020/1', cut).counterparts
    expect(match).toMatchObject({ a: 'yi-2020/1', b: 'jia/1', evidence: { containment: [0.75, 0.8] } })
  })

  it('ends with the rows of every table that speaks of it, and the page', () => {
    const rows = story.cells.map(({ table, record }) => `${table} ${record}`)
    expect(rows).toEqual([
      'units 3',
      'units 5',
      'articles 2',
      'statements 3',
      'provisions 2',
      'alignment 2',
      'families 2',
      'family_members 2',
      'differences 2',
    ])
    expect(story.page).toBe('#/doc/jia/1/2')
  })
})

describe('an address that names nothing', () => {
  it.each([
    ['jia/1/9', 'jia/1/2'],
    ['jai/2', 'jia/2'],
    ['yi/1', 'yi-2020/1'],
    ['jia/3', 'jia/2'],
  ])('%s is nearest to %s', (address, nearest) => {
    expect(nearestTo(lookupOf(analysis.regulations), address)[0]).toBe(nearest)
  })
})
