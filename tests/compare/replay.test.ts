import { describe, expect, it } from 'vitest'
import { type JudgedRow, type Reported, replay } from '../../scripts/quality/replay.ts'

describe('a judged row', () => {
  const row: JudgedRow = {
    kind: 'scope',
    left: 'jia/3/1',
    right: 'yi/4/2',
    left_text: '报市长审定。',
    right_text: '',
    right_told: true,
  }
  const now: Reported = {
    kind: 'scope',
    left: 'jia/3/2',
    right: 'yi/4/1',
    leftText: '由办公室报市长审定',
    rightText: '',
  }
  const isReported = (judged: JudgedRow, differences: Reported[]) =>
    replay([judged], differences).lost.length === 0

  it('is reported still in more or fewer words, in another paragraph of the same article', () => {
    expect(isReported(row, [now])).toBe(true)
    expect(isReported(row, [{ ...now, leftText: '报市长' }])).toBe(true)
  })

  it.each<[string, Partial<Reported>]>([
    ['of another kind', { kind: 'missing' }],
    ['of another article on the left', { left: 'jia/31/1' }],
    ['of another article on the right', { right: 'yi/41/1' }],
    ['in other words', { leftText: '由办公室审核' }],
    ['answered where it was not', { rightText: '报市长' }],
  ])('is lost where all there is is %s', (_, change) => {
    expect(isReported(row, [{ ...now, ...change }])).toBe(false)
  })

  it('whose right address was not kept is reported between any articles', () => {
    const { right: _, ...blind } = row
    expect(isReported(blind, [{ ...now, right: 'bing/9/1' }])).toBe(true)
    expect(isReported(blind, [{ ...now, left: 'bing/9/1' }])).toBe(false)
  })

  it('that was withdrawn is neither lost nor owed', () => {
    const withdrawn = { ...row, withdrawn: '必须 and 应当 mean the same' }
    expect(replay([withdrawn], [])).toEqual({ right: [], lost: [], wrong: [], owed: [] })
  })

  it('counts once, and as wrong if it was judged wrong in any round', () => {
    const { right, wrong, owed } = replay([row, { ...row, right_told: false }, row], [now])
    expect([right.length, wrong.length, owed.length]).toEqual([0, 1, 1])
  })
})
