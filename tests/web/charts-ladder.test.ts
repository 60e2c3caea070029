// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { ladderChart } from '../../web/charts/ladder.ts'
import { placedLadders } from '../../web/charts/ladders.ts'
import { numbers, paper } from '../support/charts.ts'

describe('the ladder of money', () => {
  const ladders = placedLadders(numbers.provisions, numbers.regulations, numbers.families).get('元')!
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
  const ladders = placedLadders(numbers.provisions, numbers.regulations, numbers.families).get('元')!
  const show = (text: string) => text.replaceAll('万', '萬')
  const words = [...ladderChart(ladders, { ...paper(900), show }).querySelectorAll('text')].map(
    each => each.textContent!,
  )
  expect(words.filter(each => /^\d+萬元$/.test(each)).length).toBeGreaterThan(1)
  expect(words.filter(each => each.includes('万'))).toEqual([])
})

describe('a ladder is read without guessing', () => {
  const ladders = placedLadders(numbers.provisions, numbers.regulations, numbers.families).get('元')!
  const svg = ladderChart(ladders, paper(900))

  it('two steps that say the same of the same sum are told apart by where they stand', () => {
    const seen = [...svg.querySelectorAll('a.mark')].map(each => each.textContent)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('where a document says nothing of the sums below, that is said, with where it speaks of them', () => {
    const lines = [...svg.querySelectorAll('.silent')].map(each => each.textContent)
    const at = lines.indexOf('未写明 200 万元以下由谁决定')
    expect(lines.slice(at, at + 3)).toEqual(['未写明 200 万元以下由谁决定', '参见', 'shizuishan/47'])
    expect(lines).not.toContain('未写明 50 万元以下由谁决定')
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
