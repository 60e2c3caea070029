// @vitest-environment happy-dom
import { scaleLog } from 'd3-scale'
import { describe, expect, it } from 'vitest'
import { distributionChart } from '../../web/charts/distribution.ts'
import { ladderChart } from '../../web/charts/ladder.ts'
import { placedLadders } from '../../web/charts/ladders.ts'
import { piecesOf } from '../../web/charts/pages.ts'
import { panelsOf } from '../../web/charts/panels.ts'
import { documentsWithNumbers, marksOf, rowsOf } from '../../web/charts/rows.ts'
import { outliersOf } from '../../web/charts/summary.ts'
import { textWidth } from '../../web/charts/text.ts'
import { measuresOf } from '../../web/views/numbers/measures.ts'
import { frequencies, link, numbers, paper, row, rows } from '../support/charts.ts'
import { manyNumbers } from '../support/gold-numbers.ts'

describe('the chart of frequencies', () => {
  const svg = frequencies()

  it('has a mark for every provision, each a link to its quote', () => {
    const marks = [...svg.querySelectorAll('a.mark')]
    const provisions = numbers.provisions.filter(each => each.measure === 'meeting-frequency')
    expect(marks).toHaveLength(provisions.length)
    expect(new Set(marks.map(mark => mark.getAttribute('href')))).toEqual(
      new Set(provisions.map(each => paper(0).quoteHref(each))),
    )
  })

  it('draws 一般 hollow and a plain number filled', () => {
    expect(link(svg, 'zhongwei/45/3').getAttribute('class')).toBe('mark soft')
    expect(link(svg, 'pingliang/53/4').getAttribute('class')).toBe('mark')
  })

  it('draws a range as a bar between its ends, a single value as a dot, on one scale', () => {
    const bar = link(svg, 'shuozhou/20/2').querySelector('rect.bar')!
    const dot = link(svg, 'zhongwei/45/3').querySelector('circle.dot')!
    const plenary = link(svg, 'qinzhou/19/2').querySelector('circle.dot')!
    const from = Number(bar.getAttribute('x')) + 5
    const to = from + Number(bar.getAttribute('width')) - 10
    const scale = scaleLog([1, 24], [Number(plenary.getAttribute('cx')), Number(dot.getAttribute('cx'))])
    expect(from).toBeCloseTo(scale(24), 6)
    expect(to).toBeCloseTo(scale(36), 6)
  })

  it('lets 不超过 point down from its bound', () => {
    const mark = link(svg, 'pingliang/61/1')
    const bound = Number(mark.querySelector('circle.dot')!.getAttribute('cx'))
    const [, start, tip] = /^M([\d.]+),[\d.]+H([\d.]+)/.exec(
      mark.querySelector('.open-end')!.getAttribute('d')!,
    )!
    expect(Number(start)).toBe(bound)
    expect(Number(tip)).toBeLessThan(bound)
  })

  it('gives 不定期 a framed word instead of a place on the axis', () => {
    const mark = link(svg, 'zhongwei/46/1')
    expect(mark.querySelector('.word-text')!.textContent).toBe('不定期 ')
    expect(mark.querySelector('.dot, .bar')).toBeNull()
  })

  it('names the places that give no number, those that regulate the matter as links', () => {
    const plenary = svg.querySelector('[data-row="plenary-meeting:meeting-frequency"]')!
    const silent = [...plenary.querySelectorAll('.silent')].map(each => each.textContent)
    expect(silent).toEqual(['有条文，无此类数值:', '朔州市'])
    expect(plenary.querySelector('.linked')!.parentElement!.getAttribute('href')).toMatch(
      /^#\/doc\/shuozhou\//,
    )
  })

  it('speaks each mark in full and has a name and a description', () => {
    expect(link(svg, 'zhongwei/43/3').getAttribute('aria-label')).toBe(
      '中卫市 zhongwei/43/3: 一般 1 次/半年 市人民政府全体会议. “一般每半年召开一次”',
    )
    expect(svg.getAttribute('aria-label')).toBe('会议频次 (次/年)')
    expect(svg.querySelector('desc')!.textContent).toContain('常务会议')
  })

  it.each([320, 358, 640, 1100])('keeps everything inside a width of %i', width => {
    const narrow = frequencies(width)
    for (const text of narrow.querySelectorAll('text:not(.axis text)')) {
      const x = Number(text.getAttribute('x'))
      const words = text.textContent!.trimEnd()
      const size = text.getAttribute('class') === 'topic' ? 13.5 : 11
      const end =
        text.getAttribute('text-anchor') === 'end'
          ? x
          : x + textWidth(words, size) / (text.getAttribute('text-anchor') === 'middle' ? 2 : 1)
      expect(end, text.textContent!).toBeLessThanOrEqual(width + 1)
    }
    for (const dot of narrow.querySelectorAll('circle, rect'))
      expect(Number(dot.getAttribute('x') ?? dot.getAttribute('cx'))).toBeGreaterThanOrEqual(0)
  })

  it('uses no style attribute, which the page forbids', () => {
    for (const width of [358, 1100]) expect(frequencies(width).querySelector('[style]')).toBeNull()
    expect(
      ladderChart(
        placedLadders(numbers.provisions, numbers.regulations, numbers.families).get('元')!,
        paper(900),
      ).querySelector('[style]'),
    ).toBeNull()
  })
})

describe('what meets the eye first', () => {
  const svg = frequencies()

  it('is the rows with numbers; those in words only follow under a heading of their own', () => {
    const keys = [...svg.querySelectorAll('.row')].map(each => each.getAttribute('data-row')!)
    const numbered = keys.map(key => row(key).cells.some(each => each.marks.some(mark => mark.extent)))
    expect(numbered).toEqual([...numbered].sort((a, b) => Number(b) - Number(a)))
    expect(numbered).toContain(false)
    const heading = svg.querySelector('.words-head')!
    expect(heading.textContent).toBe('只有定期、及时等，没有数值')
    expect(heading.nextElementSibling!.getAttribute('data-row')).toBe(keys[numbered.indexOf(false)])
  })

  it('is the same unusual values as in the matrix, on a ground, in bold and in the spoken name', () => {
    const unusual = [...svg.querySelectorAll('a.unusual-mark')]
    const expected = rows
      .filter(each => each.measure === 'meeting-frequency')
      .flatMap(each => [...outliersOf(each)].map(mark => mark.provision.address))
    expect(unusual.map(each => each.getAttribute('data-address')).sort()).toEqual(expected.sort())
    expect(expected).toContain('qinzhou/19/2')
    for (const each of unusual) {
      expect(each.querySelector('.ground')).not.toBeNull()
      expect(each.getAttribute('aria-label')).toMatch(/与多数不同$/)
    }
    expect(svg.querySelector('.legend')!.textContent).toContain('与多数不同')
  })

  it('says the gist to those who do not see it: who stands lowest, who highest', () => {
    const gist = svg.querySelector('desc')!.textContent!
    expect(gist).toContain('全体会议: 最低 一般 1 次/年 钦州市, 最高 ')
    expect(gist).toContain('没有数值')
  })

  it('is, of many documents, the measures that most of them give a number for', () => {
    const many = manyNumbers(42)
    const fines = many.regulations.map(({ id }) => ({
      ...many.provisions[0]!,
      address: `${id}/9`,
      family: null,
      measure: 'fine' as const,
      unit: '元',
      value: 50,
    }))
    const others = many.provisions.filter(({ address }) => address.startsWith('d1'))
    const all = rowsOf({ ...many, provisions: [...others, ...fines] })
    expect(measuresOf(all)[0]).toBe('fine')
    const documents = measuresOf(all).map(each => documentsWithNumbers(all.filter(r => r.measure === each)))
    expect(documents).toEqual([...documents].sort((a, b) => b - a))
    expect(measuresOf(rows)[0]).toBe('meeting-frequency')
  })

  it('is, of many documents, no dots without a number: they follow on lines of words', () => {
    const many = manyNumbers(42)
    const panel = panelsOf(rowsOf(many), 'activity-frequency')[0]!
    const chart = distributionChart(panel, paper(900))
    const lines = [...chart.querySelectorAll('.row.words')]
    expect(lines.length).toBeGreaterThan(1)
    expect(lines[0]!.previousElementSibling!.textContent).toBe('只有定期、及时等，没有数值')
    expect(chart.querySelectorAll('a.mark')).toHaveLength(panel.rows.flatMap(marksOf).length)
  })
})

describe('on paper', () => {
  const pieces = piecesOf(frequencies(700), 300, 400)
  const rowsIn = (piece: Element) =>
    [...piece.querySelectorAll('.row')].map(each => each.getAttribute('data-row'))

  it('a long chart breaks between rows: each row stands whole in one piece, in order', () => {
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.flatMap(rowsIn)).toEqual(rowsIn(frequencies(700)))
    for (const piece of pieces) {
      const [, top, , height] = piece.getAttribute('viewBox')!.split(' ').map(Number) as [
        number,
        number,
        number,
        number,
      ]
      for (const each of piece.querySelectorAll('.row'))
        expect(Number(each.getAttribute('data-top'))).toBeGreaterThanOrEqual(top)
      expect(height).toBeLessThanOrEqual(400)
    }
  })

  it('every piece with numbers has the axis above its rows', () => {
    for (const piece of pieces.filter(each => each.querySelector('.row .dot, .row .bar')))
      expect(piece.querySelector('.axis .tick')).not.toBeNull()
  })

  it('a heading never ends a piece', () => {
    for (const room of [300, 350, 400, 450, 500, 550, 600, 650])
      for (const piece of piecesOf(frequencies(700), room, room))
        expect(piece.lastElementChild!.matches('.words-head')).toBe(false)
  })

  it('a chart that fits stays as it is', () => {
    const whole = frequencies(700)
    expect(piecesOf(whole, 2000, 2000)).toEqual([whole])
  })
})
