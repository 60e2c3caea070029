import { describe, expect, it } from 'vitest'
import {
  actSummaries,
  actSummary,
  extremePenalty,
  figuresOf,
  fineGroups,
  levelsOf,
  mostDifferent,
  type Sanctioned,
} from '../../src/penalties/summary.ts'
import { circumstanceOf, spreadOf } from '../../src/provisions/like.ts'
import { strikingActsOf } from '../../src/tables/penalties.ts'
import { penaltiesIn } from '../support/penalties-cases.ts'

const fine = (
  id: string,
  min: number | null,
  max: number | null,
  more: Partial<Sanctioned> = {},
): Sanctioned => ({
  act: 'p-1',
  address: `${id}/9/1`,
  span: { start: 0, end: 1 },
  kind: 'fine',
  addressee: null,
  condition: null,
  min,
  max,
  times: null,
  per: null,
  ...more,
})

const figures = (...sums: [number | null, number | null][]) =>
  figuresOf(fineGroups(sums.map(([min, max], at) => fine(`d${at}`, min, max)))[0]!.fines)

describe('which fines are compared', () => {
  it.each([
    [null, null, 'doer', 'none'],
    ['行人', null, 'doer', 'none'],
    ['组织者', '拒不改正', 'doer', 'persisting'],
    ['经营管理单位', '逾期不改正', 'unit', 'persisting'],
    ['个体工商户', '情节严重', 'unit', 'grave'],
    ['单位直接负责的主管人员', '造成严重后果', 'official', 'grave'],
    [null, '情节较轻', 'doer', 'mild'],
    [null, '尚未构成犯罪', 'doer', 'none'],
    [null, '尚不构成犯罪', 'doer', 'none'],
    [null, '情节严重，尚不构成犯罪', 'doer', 'grave'],
    [null, '构成犯罪', 'doer', 'other'],
    [null, '没有造成严重后果', 'doer', 'mild'],
    [null, '情节不严重', 'doer', 'mild'],
    [null, '未采取措施造成严重后果', 'doer', 'grave'],
    [null, '不属于情节轻微', 'doer', 'other'],
    [null, '在规定期限内改正', 'doer', 'other'],
    [null, '在规定期限内未改正', 'doer', 'persisting'],
    [null, '未再次违反', 'doer', 'other'],
    [null, '拒不改正或者造成严重后果', 'doer', 'persisting'],
    [null, '在夜间', 'doer', 'other'],
  ] as const)('%s, %s', (addressee, condition, kind, stage) => {
    expect(circumstanceOf({ addressee, condition })).toMatchObject({ addressee: kind, stage })
  })

  it('are those on the same addressee, at the same stage, counted alike', () => {
    const groups = fineGroups([
      fine('a', 50, 200),
      fine('b', 20, 50, { addressee: '个人' }),
      fine('b', 500, 2000, { addressee: '单位' }),
      fine('c', 200, 500, { condition: '情节严重' }),
      fine('c', 10, 20, { per: '每只' }),
      fine('d', null, null),
      fine('d', null, null, { times: [1, 3], per: '违法所得的倍数' }),
      fine('e', null, null, { kind: 'warning' }),
    ])
    expect(
      groups.map(({ fines }) => fines.map(each => `${each.regulation} ${each.low}–${each.high}`)),
    ).toEqual([['a 50–200', 'b 20–50'], ['b 500–2000'], ['c 200–500'], ['c 10–20'], ['d 1–3']])
  })

  it('of a document that fines twice lie between its smallest and its largest end', () => {
    const [group] = fineGroups([
      fine('a', 50, 200),
      fine('a', 20, 100),
      fine('b', null, 100),
      fine('b', 50, 80),
    ])
    expect(group!.fines.map(({ low, high }) => [low, high])).toEqual([
      [20, 200],
      [null, 100],
    ])
  })

  it('of a document that fines twice the one that has the extreme stands for it', () => {
    const rows = [fine('a', 100, 300), fine('a', 20, 200), fine('a', 50, 900), fine('a', null, 80)]
    const [group] = fineGroups(rows)
    expect(extremePenalty(group!.fines[0]!, 'highest')).toBe(rows[2])
    expect(extremePenalty(group!.fines[0]!, 'lowest')).toBe(rows[3])
    const five = ['b', 'c', 'd', 'e', 'f'].map(id => fine(id, 60, 400))
    const act = { id: 'p-1', zh: '', en: '', states: [] }
    const penalties = [...rows, ...five].map(row => ({
      ...row,
      quote: '',
      deed: '',
      duty: [],
      authority: null,
      note: '',
    }))
    const [striking] = strikingActsOf({ acts: [act], penalties })
    expect([striking!.lowest.penalty.max, striking!.highest.penalty.max]).toEqual([80, 900])
  })
})

describe('how the fines of an act lie', () => {
  it('from the smallest lower to the largest upper end', () => {
    expect(figures([50, 200], [20, 50], [50, 200], [200, 1000])).toMatchObject({
      median: { low: 50, high: 200 },
      lowest: ['d1'],
      highest: ['d3'],
      spread: 50,
    })
    expect(spreadOf([[{ low: 50, high: 200 }]])).toBeNull()
    expect(spreadOf([[{ low: null, high: 200 }], [{ low: 50, high: null }]])).toBe(4)
    expect(spreadOf([[{ low: 0, high: 200 }], [{ low: 50, high: null }]])).toBeNull()
    const days = (...values: number[]) => values.map(low => ({ low, high: low }))
    expect(spreadOf([days(3, 10), days(10, 30)])).toBe(1)
    expect(spreadOf([days(3), days(10, 30)])).toBe(10 / 3)
  })

  it('the middle of the lower ends is never above that of the upper', () => {
    expect(figures([500, null], [null, 200], [null, 200], [500, null]).median).toEqual({
      low: null,
      high: 200,
    })
    expect(figures([500, null], [null, 200], [500, null]).median).toEqual({ low: 500, high: null })
  })

  it('an open lower end is lowest, an open upper end highest', () => {
    expect(figures([20, 50], [null, 200], [500, null])).toMatchObject({ lowest: ['d1'], highest: ['d2'] })
  })

  it('half of them in the narrowest stretch that holds their whole fines', () => {
    const { half } = figures([20, 50], [50, 200], [50, 200], [100, 200], [1000, 3000], [10, 3000])
    expect(half).toEqual({ low: 50, high: 200, documents: 3 })
    expect(figures([20, 50], [50, 200], [50, 200]).half).toBeNull()
  })

  it('names what lies wholly outside, where that is the exception', () => {
    expect(figures([50, 200], [50, 200], [50, 200], [50, 200], [200, 500], [500, 900]).outliers).toEqual([
      'd5',
    ])
    expect(figures([1, 2], [3, 4], [50, 200], [50, 200], [50, 200], [500, 900]).outliers).toEqual([])
  })
})

describe('an act over all documents', () => {
  const punished = '第一条 在阅览室内喧哗的，处二十元罚款。'
  const { acts, penalties } = penaltiesIn({
    甲: punished,
    乙: '第一条 在阅览室内喧哗的，给予警告。',
    丙: '第一条 读者不得在阅览室内喧哗。',
    丁: '第一条 图书馆每周开放六天。\n第二条 本办法自2020年1月1日起施行。',
  })

  it('counts the states, and who punishes without a sum', () => {
    const { counts, unfined, groups } = actSummary(acts[0]!, penalties)
    expect(counts).toEqual({ punished: 2, others: 0, forbidden: 1, 'not-found': 1, incomplete: 0 })
    expect(unfined).toEqual(['乙'])
    expect(groups.map(({ fines }) => fines.length)).toEqual([1])
  })

  it('of those on one addressee counts only who punishes that one, and says who punishes others only', () => {
    const both = penaltiesIn({
      甲: '第一条 在阅览室内喧哗的，对个人处二十元罚款，对单位处二百元罚款。',
      乙: punished,
    })
    const [summary] = actSummaries(both.acts, both.penalties, 'unit')
    expect(summary!.counts).toMatchObject({ punished: 1, others: 1 })
    expect(summary!.states.map(({ state }) => state)).toEqual(['punished', 'others'])
  })

  it('is among the most different only where several documents fine it, and not alike', () => {
    const summaries = (rows: Sanctioned[]) => [actSummary(acts[0]!, rows)]
    expect(mostDifferent(summaries([fine('a', 50, 200), fine('b', 20, 50)]), 2)).toHaveLength(1)
    expect(mostDifferent(summaries([fine('a', 50, 200), fine('b', 20, 50)]), 3)).toEqual([])
    expect(mostDifferent(summaries([fine('a', 50, 50), fine('b', 50, 50)]), 2)).toEqual([])
    expect(
      mostDifferent(summaries([fine('a', 50, 200), fine('b', 20, 50, { addressee: '单位' })]), 2),
    ).toEqual([])
  })
})

it('tints change at round sums', () => {
  expect(levelsOf([20, 50, 150, 200, 200, 700, 3000, 10_000])).toEqual([50, 200, 1000])
  expect(levelsOf([])).toEqual([])
})
