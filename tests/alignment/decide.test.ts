import { describe, expect, it } from 'vitest'
import { decide } from '../../src/alignment/relations/decide.ts'

const thresholds = { edge: 0.4, equivalent: 0.3 }
const judged = (a: string, b: string, edge: number, equivalent: number) => ({ a, b, edge, equivalent })
const relations = (...pairs: ReturnType<typeof judged>[]) =>
  decide(pairs, thresholds).map(({ a, b, relation }) => `${a} ${b} ${relation}`)

describe('what two documents’ articles are to each other', () => {
  it('a probability at its threshold is enough, one below is not', () => {
    expect(relations(judged('a/1', 'b/1', 0.4, 0.3))).toEqual(['a/1 b/1 equivalent'])
    expect(relations(judged('a/1', 'b/1', 0.4, 0.29))).toEqual(['a/1 b/1 partial'])
    expect(relations(judged('a/1', 'b/1', 0.39, 0.29))).toEqual([])
  })

  it('an equivalent is told even where its edge is doubtful', () => {
    expect(relations(judged('a/1', 'b/1', 0.1, 0.9))).toEqual(['a/1 b/1 equivalent'])
  })

  it('an article has one equivalent, the likeliest; the others are partial', () => {
    expect(
      relations(
        judged('a/1', 'b/1', 0.8, 0.5),
        judged('a/1', 'b/2', 0.9, 0.8),
        judged('a/2', 'b/2', 0.7, 0.6),
      ),
    ).toEqual(['a/1 b/1 partial', 'a/1 b/2 equivalent', 'a/2 b/2 partial'])
  })

  it('of two equally likely ones the first by address is taken, whatever their order', () => {
    const [first, second] = [judged('a/1', 'b/1', 0.8, 0.5), judged('a/1', 'b/2', 0.8, 0.5)]
    expect(relations(first, second)).toContain('a/1 b/1 equivalent')
    expect(relations(second, first)).toContain('a/1 b/1 equivalent')
  })
})
