// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { FamilyProvision } from '../../src/types.ts'
import { intervalChart } from '../../web/charts/intervals.ts'
import { markOf, scaleUnitOf } from '../../web/charts/marks.ts'
import { panelsOf } from '../../web/charts/panels.ts'
import { rowsOf } from '../../web/charts/rows.ts'
import { valueText } from '../../web/charts/words.ts'
import { measuresOf } from '../../web/views/numbers/measures.ts'
import { numbers, paper, rows } from '../support/charts.ts'

describe('in English', () => {
  const said = (change: Partial<FamilyProvision>) =>
    valueText(
      { ...numbers.provisions[0]!, comparator: '=', modality: null, per: null, max: null, ...change },
      'en',
    )

  it.each([
    [{ value: null, quote: '不定期召开' }, 'irregularly'],
    [{ value: null, quote: '定期接待群众来访' }, 'regularly'],
    [{ value: 1, unit: '名' }, '1 person'],
    [{ value: 2, unit: '名' }, '2 people'],
    [{ value: 1, unit: '种', per: '部门' }, '1 kind per department'],
    [
      { value: 10, unit: '工作日', comparator: '>=' as const, modality: '原则上' },
      'in principle ≥ 10 working days',
    ],
    [{ value: 0.5, unit: null, base: '组成人员', comparator: '>=' as const }, '≥ 1/2 of all members'],
  ])('%o is %s', (change, text) => {
    expect(said(change)).toBe(text)
  })

  it('no chart of the five says a Chinese unit, word or period', () => {
    const panels = measuresOf(rows).flatMap(measure => panelsOf(rows, measure))
    for (const panel of panels) {
      const chart = intervalChart(panel, paper(900, 'en'))
      const own = [
        ...chart.querySelectorAll('.value, .word-text, .legend-text, .column-head, .axis text, .aside'),
      ]
      expect(own.map(each => each.textContent).join('')).not.toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('numbers of other genres', () => {
  const provision = (change: Partial<FamilyProvision>): FamilyProvision => ({
    ...numbers.provisions[0]!,
    comparator: 'range',
    modality: null,
    per: null,
    base: null,
    note: '',
    ...change,
  })
  const fine = (value: number, max: number, per: string | null = null) =>
    provision({ measure: 'fine', unit: '元', value, max, per })

  it.each([
    [fine(50, 200), '50–200 元', '50–200 yuan'],
    [fine(2000, 10000), '2000 元–1 万元', '2–10k yuan'],
    [fine(1000, 10000, '株'), '1000 元–1 万元/株', '1–10k yuan per tree'],
    [
      provision({ measure: 'time-of-day', unit: '时', value: 22, max: 6 }),
      '22:00–次日 6:00',
      '22:00–next day 6:00',
    ],
    [
      provision({ measure: 'time-of-year', unit: '月', comparator: '=', value: 3, max: null, per: '年' }),
      '3 月',
      'March',
    ],
    [provision({ measure: 'rate', unit: '%', comparator: '>=', value: 30, max: null }), '≥ 30%', '≥ 30%'],
    [
      provision({ measure: 'deadline', unit: '月', comparator: '<=', value: 6, max: null }),
      '≤ 6 月',
      '≤ 6 months',
    ],
  ])('says %o as %s', (each, zh, en) => {
    expect([valueText(each, 'zh'), valueText(each, 'en')]).toEqual([zh, en])
  })

  it('never puts what is counted by different things on one axis', () => {
    const units = [fine(1, 2), fine(1, 2, '株'), fine(1, 2, '棵'), fine(1, 2, '平方米')].map(scaleUnitOf)
    expect(units).toEqual(['元', '元/株', '元/株', '元/平方米'])
  })

  it('counts limits in days, but the hours of a meeting apart', () => {
    const limit = (measure: FamilyProvision['measure'], unit: string, value: number) => {
      const each = provision({ measure, unit, value, max: null, comparator: '<=' })
      return [scaleUnitOf(each), markOf(each).extent?.high]
    }
    expect(limit('deadline', '小时', 48)).toEqual(['日', 2])
    expect(limit('deadline', '年', 1)).toEqual(['日', 365])
    expect(limit('duration-cap', '小时', 1)).toEqual(['小时', 1])
    expect(limit('duration-cap', '分钟', 90)).toEqual(['小时', 1.5])
  })

  it('draws hours over midnight at both ends of the day', () => {
    const night = provision({ measure: 'time-of-day', unit: '时', value: 22, max: 6, family: null })
    const [panel] = panelsOf(rowsOf({ ...numbers, provisions: [night] }), 'time-of-day')
    expect(intervalChart(panel!, paper(900)).querySelectorAll('a.mark rect.bar')).toHaveLength(2)
  })
})
