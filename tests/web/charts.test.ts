// @vitest-environment happy-dom
import { scaleLog } from 'd3-scale'
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../src/structure/address.ts'
import type { FamilyProvision } from '../../src/types.ts'
import { distributionChart } from '../../web/charts/distribution.ts'
import { intervalChart } from '../../web/charts/intervals.ts'
import { kindred } from '../../web/charts/kindred.ts'
import { ladderChart } from '../../web/charts/ladder.ts'
import { placedLadders } from '../../web/charts/ladders.ts'
import { markOf, positionOf, scaleUnitOf } from '../../web/charts/marks.ts'
import { piecesOf } from '../../web/charts/pages.ts'
import { panelsOf } from '../../web/charts/panels.ts'
import type { Paper } from '../../web/charts/paper.ts'
import { documentsWithNumbers, marksOf, type Row, rowsOf, subjectRowsOf } from '../../web/charts/rows.ts'
import { scaleOf, ticksOf } from '../../web/charts/scales.ts'
import { outliersOf, spreadWords, summaryOf } from '../../web/charts/summary.ts'
import { shorten, textWidth } from '../../web/charts/text.ts'
import { valueText } from '../../web/charts/words.ts'
import { MEASURE_NAMES } from '../../web/i18n/measures.ts'
import { choiceOf, chosenRows } from '../../web/views/numbers/choice.ts'
import { measuresOf } from '../../web/views/numbers/measures.ts'
import { matrixOf, RECORD_COLUMNS, recordsOf } from '../../web/views/numbers/records.ts'
import { goldNumbers, manyNumbers } from '../support/gold-numbers.ts'

const numbers = goldNumbers()
const rows = rowsOf(numbers)

function paper(width: number, language: Paper['language'] = 'zh'): Paper {
  return {
    document,
    width,
    language,
    show: text => text,
    quoteHref: provision =>
      `#/doc/${documentOf(provision.address)}?at=${provision.span.start}-${provision.span.end}`,
    unitHref: address => `#/doc/${address}`,
    unitName: address => address,
    whole: false,
    rowHref: each => (each.family === null ? null : `#/family/${each.family}`),
    place: id => numbers.regulations.find(regulation => regulation.id === id)?.place ?? id,
    measureName: measure => MEASURE_NAMES[measure][language],
  }
}

function row(key: string): Row {
  return rows.find(each => each.key === key)!
}

function cell(key: string, id: string) {
  return row(key).cells.find(each => each.regulation === id)!
}

function frequencies(width = 900) {
  return intervalChart(panelsOf(rows, 'meeting-frequency')[0]!, paper(width))
}

function link(svg: SVGSVGElement, address: string): Element {
  return svg.querySelector(`a[data-address="${address}"]`)!
}

describe('rows line provisions up across documents', () => {
  it('gives every provision one row and one cell', () => {
    expect(rows.flatMap(marksOf)).toHaveLength(93)
    expect(new Set(rows.map(each => each.key)).size).toBe(rows.length)
  })

  it('knows three states of a cell', () => {
    expect(cell('plenary-meeting:meeting-frequency', 'zhongwei').state).toBe('value')
    expect(cell('plenary-meeting:meeting-frequency', 'shuozhou').state).toBe('unnumbered')
    expect(cell('party-group:meeting-frequency', 'qinzhou').state).toBe('absent')
  })

  it('counts 定期 as regulated without a number', () => {
    const states = rows
      .filter(each => each.measure === 'activity-frequency')
      .flatMap(each => each.cells.filter(({ marks }) => marks.some(({ word }) => word)))
    expect(states.length).toBeGreaterThan(5)
    expect(new Set(states.map(each => each.state))).toEqual(new Set(['unnumbered']))
  })

  it('measures the spread only where two documents give a number', () => {
    expect(row('plenary-meeting:meeting-frequency').spread).toBe(2)
    expect(
      rows
        .filter(each => each.cells.filter(({ state }) => state === 'value').length < 2)
        .map(each => each.spread)
        .every(spread => spread === null),
    ).toBe(true)
  })
})

describe('only like is compared with like', () => {
  it('takes the same meeting of two cities together and different matters of one article apart', () => {
    const subjects = (key: string) =>
      kindred(marksOf(row(key)).filter(each => each.extent)).map(each =>
        each.map(mark => mark.provision.subject),
      )
    expect(subjects('standing-meeting:meeting-frequency')).toHaveLength(1)
    const deadlines = subjects('post-meeting-documents:deadline')
    const together = deadlines.find(each => each.some(subject => subject.startsWith('请示报告')))!
    expect(together).toEqual(['请示报告省政府和市委的文件报出'])
  })

  it('gives no spread where two documents count different matters', () => {
    expect(row('post-meeting-documents:deadline').spread).toBeNull()
    expect(row('standing-meeting:amount-threshold').spread).toBe(2)
  })
})

describe('rows by subject', () => {
  const bySubject = subjectRowsOf(numbers)

  it('gives every provision one row of one measure and unit', () => {
    expect(bySubject.flatMap(marksOf)).toHaveLength(93)
    for (const each of bySubject)
      expect(new Set(marksOf(each).map(mark => scaleUnitOf(mark.provision))).size).toBe(1)
  })

  it('puts the same meeting of five cities on one row under its commonest name', () => {
    const standing = bySubject.find(
      each => each.measure === 'meeting-frequency' && each.topic.zh.includes('常务会议'),
    )!
    expect(marksOf(standing)).toHaveLength(5)
    expect(standing.family).toBe('standing-meeting')
  })

  const fine = (id: string, subject: string): FamilyProvision => ({
    ...numbers.provisions[0]!,
    address: `${id}/9`,
    family: numbers.families[0]!.id,
    measure: 'fine',
    unit: '元',
    value: 50,
    subject,
  })
  const finesOf = (...subjects: string[]) =>
    subjectRowsOf({
      ...numbers,
      provisions: subjects.map((subject, at) => fine(numbers.regulations[at]!.id, subject)),
    })

  it('keeps what only names an article apart', () => {
    expect(finesOf('违反本条例第十条第三项规定', '违反本条例第十条第三项规定')).toHaveLength(2)
  })

  it('joins other words for one act, not other acts in like words', () => {
    const found = finesOf(
      '从建筑物、构筑物内向外抛掷物品',
      '从建筑物、构筑物向外抛掷物品',
      '在行驶的车辆内向外抛掷物品',
      '从桥梁上向外抛掷物品',
    )
    expect(found.map(each => each.subjects)).toEqual([
      ['从建筑物、构筑物内向外抛掷物品', '从建筑物、构筑物向外抛掷物品'],
      ['在行驶的车辆内向外抛掷物品'],
      ['从桥梁上向外抛掷物品'],
    ])
  })

  it('keeps subjects apart that differ in a number', () => {
    const found = finesOf(
      '红线宽度大于五十米的道路绿地率',
      '红线宽度大于四十米的道路绿地率',
      '红线宽度大于五十米道路的绿地率',
    )
    expect(found.map(each => each.subjects!.length)).toEqual([2, 1])
  })

  it('claims nothing of a document that gives no such number, whatever topic it answers', () => {
    const [found] = finesOf('高空抛物')
    const silent = found!.cells.filter(each => each.marks.length === 0)
    expect(silent.length).toBe(numbers.regulations.length - 1)
    expect(new Set(silent.map(each => each.state))).toEqual(new Set(['absent']))
    expect(silent.flatMap(each => each.addresses)).toEqual([])
  })
})

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
        placedLadders(numbers.provisions, numbers.regulations).get('元')!,
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

describe('the ladder of money', () => {
  const ladders = placedLadders(numbers.provisions, numbers.regulations).get('元')!
  const svg = ladderChart(ladders, paper(900))

  it('has a step for every threshold, smallest first', () => {
    expect(svg.querySelectorAll('a.mark')).toHaveLength(
      numbers.provisions.filter(each => each.measure === 'amount-threshold').length,
    )
    const budget = ladders.find(each => each.ladder.document === 'zhongwei' && each.steps.length > 2)!
    expect(budget.steps.map(step => [step.extent.low, step.extent.high])).toEqual([
      [null, 500000],
      [500000, 1000000],
      [500000, null],
      [1000000, null],
      [1000000, null],
    ])
  })

  it('fills the ends that are included and leaves the others hollow', () => {
    const below = [...svg.querySelectorAll('a.mark')].find(mark => mark.textContent!.includes('< 50 万元'))!
    expect(below.querySelectorAll('.end.included')).toHaveLength(0)
    expect(below.querySelectorAll('.end.excluded-end')).toHaveLength(1)
    const between = [...svg.querySelectorAll('a.mark')].find(mark =>
      mark.textContent!.includes('50–100 万元'),
    )!
    expect([...between.querySelectorAll('.end')].map(end => end.getAttribute('class'))).toEqual([
      'end included',
      'end excluded-end',
    ])
  })
})

it('sums are in the reader’s script everywhere, along the axis too', () => {
  const ladders = placedLadders(numbers.provisions, numbers.regulations).get('元')!
  const show = (text: string) => text.replaceAll('万', '萬')
  const words = [...ladderChart(ladders, { ...paper(900), show }).querySelectorAll('text')].map(
    each => each.textContent!,
  )
  expect(words.filter(each => /^\d+萬元$/.test(each)).length).toBeGreaterThan(1)
  expect(words.filter(each => each.includes('万'))).toEqual([])
})

describe('a ladder is read without guessing', () => {
  const ladders = placedLadders(numbers.provisions, numbers.regulations).get('元')!
  const svg = ladderChart(ladders, paper(900))

  it('two steps that say the same of the same sum are told apart by where they stand', () => {
    const seen = [...svg.querySelectorAll('a.mark')].map(each => each.textContent)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('what does not fit together is said in words', () => {
    const [one, two] = ladders[0]!.ladder.steps
    const fault = (kind: 'gap' | 'overlap', from: number, to: number | null) => ({ kind, from, to, note: '' })
    const faults = [fault('gap', 500000, 1000000), fault('overlap', 1000000, null)]
    const ladder = { ...ladders[0]!.ladder, steps: [one!, two!], faults }
    const chart = ladderChart([{ ...ladders[0]!, ladder }], paper(900))
    expect([...chart.querySelectorAll('.fault .fault-name')].map(each => each.textContent)).toEqual([
      '空档：50 万元 – 100 万元无人决定',
      '重叠：≥ 100 万元有两级可以决定',
    ])
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

describe('text on a drawing', () => {
  it('is cut to its room', () => {
    expect(shorten('市人民政府常务会议', 200, 12)).toBe('市人民政府常务会议')
    expect(textWidth(shorten('市人民政府常务会议', 60, 12), 12)).toBeLessThanOrEqual(60)
  })
})
