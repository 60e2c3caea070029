import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beside } from '../../scripts/print/columns.ts'
import { padded, widthOf, wrapped } from '../../scripts/print/terminal.ts'

const text = fc.string({
  unit: fc.constantFrom('市', '人', '民', '，', '。', '（', '）', '《', '》', '1', '0', 'a', ' ', '\n'),
  maxLength: 200,
})

describe('wrapping', () => {
  it('counts wide characters as two', () => {
    expect(wrapped('市人民政府常务会议', 8)).toEqual(['市人民政', '府常务会', '议'])
  })

  it('begins no line with closing and ends none with opening punctuation', () => {
    expect(wrapped('市人民政府，全体会议', 10)).toEqual(['市人民政', '府，全体会', '议'])
    expect(wrapped('市人民政《规则》', 10)).toEqual(['市人民政', '《规则》'])
  })

  it('keeps words of Latin letters and numbers whole', () => {
    expect(wrapped('不超过 5000 字', 10)).toEqual(['不超过 ', '5000 字'])
  })

  it('loses nothing and keeps to the width', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 80 }), (text, width) => {
        const lines = wrapped(text, width)
        expect(lines.join('')).toBe(text.replaceAll('\n', ''))
        for (const line of lines)
          if (!/[\x21-\x7e]{12}/.test(line)) expect(widthOf(line)).toBeLessThanOrEqual(width)
      }),
      { seed: 20261122, numRuns: 500 },
    )
  })
})

describe('padding', () => {
  it('fills to a width and cuts what is longer', () => {
    expect(padded('市长', 6)).toBe('市长  ')
    expect(widthOf(padded('市人民政府', 6))).toBe(6)
  })
})

describe('two texts beside each other', () => {
  const left = [
    { text: '全体会议每年召开', marked: false },
    { text: '2次', marked: true },
  ]
  const right = [
    { text: '全体会议每年召开\n', marked: false },
    { text: '3次', marked: true },
  ]

  it('marks with signs where there are no colours, never around a line end', () => {
    expect(beside(left, right, 43).split('\n')).toEqual([
      '全体会议每年召开[-2  │ 全体会议每年召开',
      '次-]                 │ [+3次+]',
    ])
  })

  it('fills no more than the terminal', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const shown = beside([{ text: a, marked: true }], [{ text: b, marked: false }], 80)
        const runs = /[\x21-\x7e]{36}/
        for (const line of shown.split('\n'))
          if (!runs.test(line)) expect(widthOf(line)).toBeLessThanOrEqual(80)
      }),
      { seed: 20261122, numRuns: 200 },
    )
  })
})
