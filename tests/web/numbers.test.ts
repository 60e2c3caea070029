import { describe, expect, it } from 'vitest'
import { choiceOf, chosenRows } from '../../web/views/numbers/choice.ts'
import { matrixOf, RECORD_COLUMNS, recordsOf } from '../../web/views/numbers/records.ts'
import { numbers, rows } from '../support/charts.ts'

describe('the choice in the address', () => {
  const chosen = (query: Record<string, string>) => chosenRows(rows, numbers, choiceOf(query))

  it('ignores what it does not understand', () => {
    expect(choiceOf({ measure: 'no-such', show: 'x', sort: 'y' })).toEqual({
      show: 'matrix',
      measure: null,
      cities: [],
      find: '',
      sort: 'text',
      group: 'topic',
      row: null,
      table: null,
      all: null,
      rows: 200,
    })
    expect(chosen({ cities: 'nowhere' })).toEqual([])
  })

  it('keeps the chosen measure, cities and words', () => {
    expect(new Set(chosen({ measure: 'quorum' }).map(each => each.measure))).toEqual(new Set(['quorum']))
    expect(chosen({ cities: 'qinzhou,shuozhou' })[0]!.cells.map(each => each.regulation)).toEqual([
      'shuozhou',
      'qinzhou',
    ])
    expect(chosen({ find: '信访' }).every(each => JSON.stringify(each).includes('信访'))).toBe(true)
    expect(chosen({ find: 'plenary' })).not.toHaveLength(0)
  })

  it('sorts by spread', () => {
    const spreads = chosen({ sort: 'spread' }).map(each => each.spread ?? 0)
    expect(spreads).toEqual([...spreads].sort((a, b) => b - a))
    expect(spreads[0]).toBeGreaterThan(1)
  })
})

describe('tables given away', () => {
  it('has a record for each provision, with every column', () => {
    const records = recordsOf(rows, address => address)
    expect(records).toHaveLength(93)
    expect(records.every(record => record.length === RECORD_COLUMNS.length)).toBe(true)
  })

  it('says three states in the matrix', () => {
    const { columns, rows: lines } = matrixOf(rows, 'zh')
    const plenary = lines[rows.findIndex(each => each.key === 'plenary-meeting:meeting-frequency')]!
    expect(columns.slice(7)).toEqual(numbers.regulations.map(({ id }) => id))
    expect(plenary.slice(4, 7)).toEqual([4, 1, 0])
    expect(matrixOf(rows, 'en').rows.flat()).toContain('none found')
    expect(plenary.slice(7)).toEqual([
      '一般 1 次/半年',
      '一般 1 次/半年',
      '一般 2 次/年',
      '有条文，无此类数值',
      '一般 1 次/年',
    ])
  })
})
