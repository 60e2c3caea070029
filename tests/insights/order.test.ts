import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { align } from '../../src/alignment/align.ts'
import { withWordings } from '../../src/insights/wordings.ts'
import type { Family, Regulation } from '../../src/types.ts'
import { codebook, seeds } from '../support/seeds.ts'

/** The manifest lists its documents in some order; the letters of wordings do not depend on it. */

const ORDERS = fc.sample(fc.shuffledSubarray(seeds, { minLength: seeds.length, maxLength: seeds.length }), {
  seed: 20261130,
  numRuns: 3,
})

function familiesOf(regulations: Regulation[], guided: boolean): Family[] {
  const { families } = align(regulations, { cut, ...(guided && { codebook }) })
  return withWordings(families, regulations)
}

/** The letter of each member of each family. */
function lettersOf(families: Family[]): Map<string, string> {
  return new Map(
    families.flatMap(({ id, members }) =>
      members.map(({ address, wording }): [string, string] => [`${id} ${address}`, wording]),
    ),
  )
}

describe.each([
  ['with the codebook', true],
  ['without codebook', false],
])('letters of wordings of the five, %s', (_, guided) => {
  const families = familiesOf(seeds, guided)
  const letters = lettersOf(families)

  it.each(ORDERS.map(order => [order.map(({ id }) => id).join(' '), order] as const))(
    'read as %s',
    (_, order) => {
      const again = lettersOf(familiesOf(order, guided))
      expect([...again].filter(([member, letter]) => letters.get(member) !== letter)).toEqual([])
      expect(again.size).toBe(letters.size)
    },
  )

  it('A is the most common, and no letter is more common than one before it', () => {
    for (const { members } of families) {
      const count = (letter: string) => members.filter(({ wording }) => wording === letter).length
      const used = [...new Set(members.map(({ wording }) => wording))].sort(
        (a, b) => a.length - b.length || (a < b ? -1 : 1),
      )
      expect(used[0]).toBe('A')
      expect(used.map(count)).toEqual(used.map(count).sort((a, b) => b - a))
    }
  })
})
