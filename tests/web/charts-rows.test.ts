import { describe, expect, it } from 'vitest'
import type { FamilyProvision } from '../../src/types.ts'
import { kindred } from '../../web/charts/kindred.ts'
import { scaleUnitOf } from '../../web/charts/marks.ts'
import { marksOf, rowsOf, subjectRowsOf } from '../../web/charts/rows.ts'
import { cell, numbers, row, rows } from '../support/charts.ts'

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

describe('like is the same addressee, at the same stage', () => {
  const fine = (
    at: number,
    value: number,
    max: number,
    more: Partial<FamilyProvision> = {},
  ): FamilyProvision => ({
    ...numbers.provisions[0]!,
    address: `${numbers.regulations[at]!.id}/9`,
    family: numbers.families[0]!.id,
    measure: 'fine',
    comparator: 'range',
    annualized: null,
    unit: '元',
    per: null,
    subject: '高空抛物',
    condition: null,
    addressee: null,
    value,
    max,
    ...more,
  })
  const spread = (...provisions: FamilyProvision[]) =>
    rowsOf({ ...numbers, provisions }).find(({ measure }) => measure === provisions[0]!.measure)!.spread

  it('from the smallest lower to the largest upper end; of equal ranges there is none', () => {
    expect(spread(fine(0, 50, 200), fine(1, 100, 1000))).toBe(20)
    expect(spread(fine(0, 50, 200), fine(1, 50, 200))).toBe(1)
  })

  it('a unit is not compared with a person, nor who goes on with who is fined at once', () => {
    expect(spread(fine(0, 50, 200), fine(1, 500, 2000, { addressee: '单位' }))).toBeNull()
    expect(spread(fine(0, 50, 200), fine(1, 500, 2000, { condition: '拒不改正的' }))).toBeNull()
    expect(spread(fine(0, 50, 200), fine(1, 50, 2000, { addressee: '个人' }))).toBe(40)
  })

  it('rows by subject keep them apart and say what tells them apart', () => {
    const found = subjectRowsOf({
      ...numbers,
      provisions: [
        fine(0, 50, 200),
        fine(1, 500, 2000, { addressee: '经营单位', condition: '逾期不改正的' }),
      ],
    })
    expect(found.map(({ topic }) => topic.zh)).toEqual([
      '高空抛物',
      '高空抛物（单位、经营者 · 逾期、拒不改正）',
    ])
    expect(new Set(found.map(({ key }) => key)).size).toBe(2)
  })

  it('a condition of its own kind is a part of what is measured', () => {
    const of = (condition: string) => ({
      measure: 'deadline' as const,
      unit: '日',
      subject: '会议纪要的印发',
      condition,
    })
    expect(
      spread(fine(0, 3, 3, of('只作部分文字修改的')), fine(1, 10, 10, of('有重大修改意见的'))),
    ).toBeNull()
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

  it('does not call a document silent whose text is cut off', () => {
    const cut = (each: (typeof numbers.regulations)[number]) => ({ ...each, complete: each.id !== 'qinzhou' })
    const found = subjectRowsOf({ ...numbers, regulations: numbers.regulations.map(cut) })
    const silent = found.flatMap(({ cells }) => cells).filter(({ marks }) => marks.length === 0)
    expect(silent.length).toBeGreaterThan(5)
    for (const { regulation, state } of silent)
      expect(state).toBe(regulation === 'qinzhou' ? 'unknown' : 'absent')
    expect(silent.some(({ state }) => state === 'unknown')).toBe(true)
  })
})
