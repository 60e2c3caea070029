// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { distributionChart } from '../../web/charts/distribution.ts'
import { positionOf } from '../../web/charts/marks.ts'
import { panelsOf } from '../../web/charts/panels.ts'
import { marksOf, rowsOf } from '../../web/charts/rows.ts'
import { outliersOf, spreadWords, summaryOf } from '../../web/charts/summary.ts'
import { paper, row, rows } from '../support/charts.ts'
import { manyNumbers } from '../support/gold-numbers.ts'

describe('many documents', () => {
  const many = manyNumbers(42)
  const panel = panelsOf(rowsOf(many), 'meeting-frequency')[0]!
  const svg = distributionChart(panel, paper(900))

  it('has a dot for every provision, each a link to its quote', () => {
    const provisions = many.provisions.filter(each => each.measure === 'meeting-frequency')
    const links = [...svg.querySelectorAll('a.mark')].map(each => each.getAttribute('href'))
    expect(links.sort()).toEqual(provisions.map(each => paper(0).quoteHref(each)).sort())
  })

  it('piles equal values up over one place, and never one dot on another', () => {
    const places = [...svg.querySelectorAll('a.mark .dot')].map(each => each.getAttribute('transform'))
    expect(new Set(places).size).toBe(places.length)
  })

  it('says how many give a number, no number or nothing', () => {
    const remarks = [...svg.querySelectorAll('.row .aside')].map(each =>
      each.textContent!.match(/\d+/g)!.map(Number),
    )
    expect(remarks.every(states => states.reduce((a, b) => a + b) === 42)).toBe(true)
  })

  it('keeps every dot inside, for 340 documents on a narrow page too', () => {
    const crowd = distributionChart(panelsOf(rowsOf(manyNumbers(340)), 'meeting-frequency')[0]!, paper(358))
    for (const dot of crowd.querySelectorAll('a.mark .dot')) {
      const [, x] = /translate\(([-\d.]+)/.exec(dot.getAttribute('transform')!)!
      expect(Number(x)).toBeGreaterThan(0)
      expect(Number(x)).toBeLessThan(358)
    }
  })

  it('gives ranges a line for each distinct value', () => {
    const fines = many.regulations.map(({ id }, index) => ({
      ...many.provisions[0]!,
      address: `${id}/1`,
      measure: 'fine' as const,
      unit: '元',
      comparator: 'range' as const,
      value: index % 3 === 0 ? 50 : 200,
      max: 500,
    }))
    const chart = distributionChart(panelsOf(rowsOf({ ...many, provisions: fines }), 'fine')[0]!, paper(900))
    expect([...chart.querySelectorAll('.range-text')].map(each => each.textContent)).toEqual([
      '50–500 元 · 14',
      '200–500 元 · 28',
    ])
    expect(chart.querySelectorAll('.stretch')).toHaveLength(2)
    expect(chart.querySelectorAll('a.mark')).toHaveLength(42)
  })

  it('sums a row up by who stands lowest, in the middle and highest', () => {
    const summary = summaryOf(panel.rows[0]!)
    const positions = [summary.lowest, summary.median, summary.highest].map(each => positionOf(each!.extent!))
    expect(positions).toEqual([...positions].sort((a, b) => a - b))
    expect(summary.value + summary.unnumbered + summary.absent).toBe(42)
  })

  it('says that values agree only where all do, else that those of one kind do', () => {
    expect(spreadWords(row('standing-meeting:quorum'), 'zh')).toBe('数值一致')
    const several = rows.filter(each => spreadWords(each, 'zh') === '同类数值一致')
    for (const each of several)
      expect(new Set(marksOf(each).map(mark => JSON.stringify(mark.extent))).size).toBeGreaterThan(1)
    expect(several.map(each => each.key)).toContain('meeting-streamlining:duration-cap')
  })

  it('marks as unusual only what differs from a majority', () => {
    const unusual = outliersOf(row('plenary-meeting:meeting-frequency'))
    expect([...unusual].map(each => each.provision.address)).toEqual(['qinzhou/19/2'])
    expect(outliersOf(row('standing-meeting:meeting-frequency')).size).toBe(2)
    expect(outliersOf(row('party-group:meeting-frequency')).size).toBe(0)
  })
})
