import { describe, expect, it } from 'vitest'
import type { Claim } from '../../scripts/quality/claims.ts'
import { readGold } from '../../scripts/quality/gold.ts'
import { scoreClaims, type Verdict } from '../../scripts/quality/score-claims.ts'

const { claims } = readGold<{ claims: Claim[] }>('quality/gold/claims-civility.json', 'claims')

/** Verdicts right and wrong in every way, by the number of the claim. */
function verdictOf({ said, where, right }: Claim, at: number): Verdict {
  const wrong = `${right}/999/1`
  const places = [
    where,
    where.map(address => address.split('/', 2).join('/')),
    [wrong, wrong, ...where],
    [wrong, wrong, wrong, ...where],
    where.map(address => `${address.split('/', 3).join('/')}/77`),
    [],
  ]
  return {
    said: at % 7 === 0 ? (said === 'no' ? 'partly' : 'no') : at % 5 === 0 && said !== 'no' ? 'partly' : said,
    sure: at % 3 > 0,
    where: places[at % places.length]!,
    probability: said === 'no' ? 0.25 : 0.75,
  }
}

const judged = claims.map((claim, at) => ({ claim, verdict: verdictOf(claim, at) }))

describe('scores of claims', () => {
  // Figures of the scorer that came with the gold, for these verdicts.
  it('are those of the other scorer', () => {
    expect(scoreClaims(judged)).toMatchObject({
      right: { are: 64, of: 74 },
      notFoundFalse: { are: 4, of: 22 },
      saidFalse: { are: 6, of: 52 },
      placeRight: { are: 32, of: 46 },
      absentFound: { are: 18, of: 24 },
      sure: { are: 45, of: 74 },
      sureRight: { are: 39, of: 45 },
      close: { are: 21, of: 26 },
    })
  })

  it('count a whole told as a part, and verdicts of absence apart', () => {
    const { wholeRight, sureNotFoundFalse } = scoreClaims(judged)
    expect(wholeRight).toEqual({ are: 38, of: 46 })
    expect(sureNotFoundFalse).toEqual({ are: 3, of: 14 })
  })

  it('of verdicts that are all right are all ones', () => {
    const right = claims.map(claim => ({
      claim,
      verdict: { ...claim, sure: true, probability: claim.said === 'no' ? 0 : 1 },
    }))
    const { right: rightly, placeRight, wholeRight, notFoundFalse, loss } = scoreClaims(right)
    for (const { are, of } of [rightly, placeRight, wholeRight]) expect(are).toBe(of)
    expect(notFoundFalse).toEqual({ are: 0, of: 24 })
    expect(loss).toBeCloseTo(0, 8)
  })

  it('of nothing are nothing', () => {
    expect(scoreClaims([])).toMatchObject({ right: { are: 0, of: 0 }, loss: 0 })
  })
})
