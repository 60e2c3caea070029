import fc from 'fast-check'
import { expect, it } from 'vitest'
import { synopsisOf } from '../../web/views/pair/synopsis.ts'

it('puts counterparts beside each other and what has none after what it follows', () => {
  const rows = synopsisOf(
    ['a/1', 'a/2', 'a/3'],
    ['b/1', 'b/2', 'b/3', 'b/4'],
    [
      { a: 'a/1', b: 'b/2', relation: 'equivalent' },
      { a: 'a/3', b: 'b/4', relation: 'partial' },
      { a: 'a/2', b: 'b/4', relation: 'equivalent' },
    ],
  )
  expect(rows).toEqual([
    { left: null, right: ['b/1'] },
    { left: 'a/1', right: ['b/2'] },
    { left: null, right: ['b/3'] },
    { left: 'a/2', right: ['b/4'] },
    { left: 'a/3', right: [] },
  ])
})

it('loses and repeats no article, whatever answers what', () => {
  const side = (name: string, n: number) => Array.from({ length: n }, (_, at) => `${name}/${at + 1}`)
  const edge = fc.record({
    a: fc.nat(11).map(n => `a/${n + 1}`),
    b: fc.nat(11).map(n => `b/${n + 1}`),
    relation: fc.constantFrom('equivalent' as const, 'partial' as const),
  })
  fc.assert(
    fc.property(fc.nat(9), fc.nat(9), fc.array(edge), (m, n, edges) => {
      const [left, right] = [side('a', m), side('b', n)]
      const rows = synopsisOf(left, right, edges)
      expect(rows.flatMap(row => row.left ?? [])).toEqual(left)
      expect(rows.flatMap(row => row.right).toSorted()).toEqual(right.toSorted())
    }),
    { seed: 20261125 },
  )
})
