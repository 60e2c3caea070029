import { describe, expect, it } from 'vitest'
import { unstatedSteps } from '../../src/insights/unstated-steps.ts'
import { strikingFacts } from '../../src/insights/unusual-numbers.ts'
import { laddersOf } from '../../src/provisions/ladders.ts'
import type { Family, FamilyProvision } from '../../src/types.ts'
import { goldNumbers } from '../support/gold-numbers.ts'

const [first] = goldNumbers().provisions

const fine = (
  id: string,
  value: number,
  max: number,
  more: Partial<FamilyProvision> = {},
): FamilyProvision => ({
  ...first!,
  address: `${id}/9`,
  family: 'f',
  measure: 'fine',
  comparator: 'range',
  annualized: null,
  unit: '元',
  per: null,
  subject: '在阅览室内喧哗',
  condition: null,
  addressee: null,
  value,
  max,
  ...more,
})

describe('the largest differences in numbers', () => {
  it('go from the smallest lower to the largest upper end', () => {
    expect(strikingFacts([fine('a', 20, 50), fine('b', 100, 1000)]).map(({ ratio }) => ratio)).toEqual([50])
  })

  it.each([
    ['addressee', { addressee: '单位' }],
    ['stage', { condition: '情节严重的' }],
    ['thing counted', { per: '平方米' }],
  ])('are none between two of another %s', (_, more) => {
    expect(strikingFacts([fine('a', 20, 50), fine('b', 100, 1000, more)])).toEqual([])
  })
})

describe('steps that a ladder does not state', () => {
  const step = (address: string, comparator: '<' | '>=', value: number): FamilyProvision => ({
    ...first!,
    address,
    span: { start: value, end: value + 1 },
    measure: 'amount-threshold',
    comparator,
    value,
    max: null,
    unit: '元',
    subject: '追加资金',
    actor: '馆长',
    condition: null,
    addressee: null,
  })
  const family = (...addresses: string[]) => ({ members: addresses.map(address => ({ address })) }) as Family
  const ladders = laddersOf([step('a/1', '<', 500), step('a/2', '>=', 500), step('b/4', '>=', 2000)])
  const found = (families: Family[]) =>
    unstatedSteps(ladders, families).map(({ ladder, side, bound, see }) => [
      ladder.document,
      side,
      bound,
      ...see,
    ])

  it('are told where one begins above nothing, with where the document answers those who do', () => {
    expect(found([family('a/1', 'b/7', 'b/8', 'c/3'), family('a/1', 'b/6')])).toEqual([
      ['b', 'below', 2000, 'b/6'],
    ])
  })

  it('are not looked for in the article of the ladder itself, nor in what answers another matter', () => {
    expect(found([family('a/1', 'b/4/1'), family('c/1', 'b/6')])).toEqual([['b', 'below', 2000]])
  })

  it('are none where it begins at nothing and has no end', () => {
    expect(unstatedSteps(ladders.slice(0, 1), [])).toEqual([])
  })
})
