import { describe, expect, it } from 'vitest'
import { markOf } from '../../web/charts/marks.ts'
import { panelsOf } from '../../web/charts/panels.ts'
import { scaleOf, ticksOf } from '../../web/charts/scales.ts'
import { shorten, textWidth } from '../../web/charts/text.ts'
import { valueText } from '../../web/charts/words.ts'
import { numbers, rows } from '../support/charts.ts'

describe('marks keep ends apart', () => {
  const ends = (address: string, words: string) => {
    const { extent, soft } = markOf(
      numbers.provisions.find(each => each.address === address && each.quote.includes(words))!,
    )
    return [extent?.low, extent?.high, extent?.lowIncluded, extent?.highIncluded, soft]
  }

  it('reads 不超过, 以上 and （不含）', () => {
    expect(ends('zhongwei/52/1', '每年不超过1次')).toEqual([null, 1, true, true, false])
    expect(ends('zhongwei/47/1/4', '50万元（不含50万元）以下')).toEqual([null, 500000, true, false, false])
    expect(ends('zhongwei/47/1/4', '50万元至100万元（不含100万元）')).toEqual([
      500000,
      1000000,
      true,
      false,
      false,
    ])
    expect(ends('shuozhou/20/2', '2—3次')).toEqual([24, 36, true, true, true])
  })

  it('keeps working days apart from calendar days', () => {
    const units = panelsOf(rows, 'deadline').map(panel => panel.unit)
    expect(units.sort()).toEqual(['工作日', '日'].sort())
  })

  it('says a value in short', () => {
    const text = (address: string, words: string, language: 'zh' | 'en') =>
      valueText(
        numbers.provisions.find(each => each.address === address && each.quote.includes(words))!,
        language,
      )
    expect(text('shuozhou/20/2', '2—3次', 'zh')).toBe('一般 2–3 次/月')
    expect(text('zhongwei/47/1/4', '50万元至100万元', 'zh')).toBe('50–100 万元')
    expect(text('zhongwei/47/1/4', '50万元至100万元', 'en')).toBe('500k–1m yuan')
    expect(text('zhongwei/45/1', '半数以上', 'zh')).toBe('≥ 1/2 组成人员')
    expect(text('pingliang/96/1', '60天', 'zh')).toBe('≥ 60 天/年')
    expect(text('zhongwei/46/1', '不定期', 'zh')).toBe('不定期')
  })
})

describe('scales', () => {
  const exact = (value: number) => ({ low: value, high: value, lowIncluded: true, highIncluded: true })

  it('has no half persons among its ticks, but half days where nothing reaches a day', () => {
    const values = (high: number) =>
      ticksOf(scaleOf([exact(high)], '人', [0, 600]), '人', 'zh').map(tick => tick.value)
    expect(values(2)).toEqual([0, 1, 2])
    expect(values(0.5).length).toBeGreaterThan(2)
  })

  it('places ratios evenly where ratios matter, and lengths from zero otherwise', () => {
    const yearly = scaleOf([exact(1), exact(4)], '次/年', [0, 100])
    expect(yearly(2)).toBeCloseTo(50)
    const days = scaleOf([exact(3), exact(10)], '日', [0, 110])
    expect(days(0)).toBe(0)
    expect(days(10)).toBeCloseTo(100)
  })
})

describe('text on a drawing', () => {
  it('is cut to its room', () => {
    expect(shorten('市人民政府常务会议', 200, 12)).toBe('市人民政府常务会议')
    expect(textWidth(shorten('市人民政府常务会议', 60, 12), 12)).toBeLessThanOrEqual(60)
  })
})
