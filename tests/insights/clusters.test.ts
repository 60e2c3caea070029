import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Cluster, clustersOf } from '../../src/insights/clusters.ts'

it('joins the most alike first, and on average', () => {
  const tree = clustersOf([
    [1, 0.1, 0.8, 0.2],
    [0.1, 1, 0.1, 0.6],
    [0.8, 0.1, 1, 0.3],
    [0.2, 0.6, 0.3, 1],
  ])
  const told = ({ parts, members, likeness }: Cluster): unknown =>
    parts ? [parts.map(told), Math.round(likeness * 1000) / 1000] : members[0]
  // 0 and 2 at 0.8, 1 and 3 at 0.6, the two pairs at the mean of 0.1, 0.2, 0.1 and 0.3.
  expect(told(tree)).toEqual([
    [
      [[0, 2], 0.8],
      [[1, 3], 0.6],
    ],
    0.175,
  ])
})

it('every document stands once, and a join is never more alike than its parts', () => {
  const matrix = fc
    .integer({ min: 1, max: 9 })
    .chain(n =>
      fc
        .array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n })
        .map(values =>
          Array.from({ length: n }, (_, a) =>
            Array.from({ length: n }, (_, b) => (a === b ? 1 : values[Math.min(a, b) * n + Math.max(a, b)]!)),
          ),
        ),
    )
  fc.assert(
    fc.property(matrix, likeness => {
      const tree = clustersOf(likeness)
      expect(tree.members.toSorted((a, b) => a - b)).toEqual(likeness.map((_, at) => at))
      const falls = ({ parts, likeness: own }: Cluster): boolean =>
        parts === null || parts.every(part => part.likeness >= own - 1e-9 && falls(part))
      expect(falls(tree)).toBe(true)
    }),
    { seed: 20261125 },
  )
})
