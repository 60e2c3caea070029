import { describe, expect, it } from 'vitest'
import { averageLinkage } from '../../src/penalties/linkage.ts'

/** Likenesses as the function takes them: of each with those of smaller numbers. */
const likenesses = (...rows: number[][]) =>
  rows.map(row => new Map([...row.entries()].filter(([, likeness]) => likeness > 0)))

describe('average linkage', () => {
  it('joins the most alike first, and then by the mean over all members', () => {
    // 0 and 1 are close; 2 is like 0 alone, so that its mean with both is 0.3.
    const chain = likenesses([], [0.9], [0.6, 0])
    expect(averageLinkage(chain, 0.25)).toEqual([[0, 1, 2]])
    expect(averageLinkage(chain, 0.35)).toEqual([[0, 1], [2]])
  })

  it('takes what is missing for nothing, and leaves alone who is like nobody', () => {
    expect(averageLinkage(likenesses([], [0.5], [0, 0]), 0.1)).toEqual([[0, 1], [2]])
    expect(averageLinkage([], 0.1)).toEqual([])
  })

  it('of equal means takes the smallest numbers', () => {
    expect(averageLinkage(likenesses([], [0.5], [0.5, 0]), 0.3)).toEqual([[0, 1], [2]])
  })
})
