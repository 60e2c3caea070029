import { describe, expect, it } from 'vitest'
import { readGold } from '../../scripts/quality/gold.ts'
import { type GoldPenalties, scorePenalties } from '../../scripts/quality/score-penalties.ts'
import type { Penalty } from '../../src/penalty-types.ts'

const { entries } = readGold<{ entries: GoldPenalties[] }>(
  'quality/gold/penalties-civility.json',
  'penalties',
)

type Row = Pick<Penalty, 'act' | 'address' | 'kind' | 'addressee' | 'condition' | 'min' | 'max'>

/** Rows as the gold has them, some of them left out or changed by the number of their entry. */
function rowsBy(change: (row: Row, at: number) => Row | null): Row[] {
  return entries.flatMap(({ act, document, address, penalties }, at) =>
    penalties.flatMap(({ kind, addressee, condition, min, max }) => {
      const row = {
        act,
        address: `${document}/${address}`,
        kind: kind as Penalty['kind'],
        addressee,
        condition,
        min,
        max,
      }
      return change(row, at) ?? []
    }),
  )
}

describe('scores of penalties', () => {
  it('of rows that are the gold itself are all ones', () => {
    const { found, sumsRight, qualified, rows, misses } = scorePenalties(
      rowsBy(row => row),
      entries,
    )
    for (const { of, are } of [found, sumsRight, qualified]) expect(are).toBe(of)
    expect(found.of).toBe(66)
    expect(rows).toEqual({ precision: 1, recall: 1 })
    expect(misses).toEqual([])
  })

  // Figures of the scorer that came with the gold, for these rows.
  it('are those of the other scorer', () => {
    const wrong = rowsBy((row, at) => {
      if (at % 9 === 0) return null
      if (at % 7 === 0 && row.kind === 'fine') return { ...row, max: 7 }
      if (at % 5 === 0) return { ...row, condition: '天气晴朗', addressee: '驾校' }
      return at % 4 === 0 ? { ...row, act: 'one' } : row
    })
    const { found, sumsRight, qualified, rows } = scorePenalties(wrong, entries)
    expect([found.are, sumsRight.are, qualified.are]).toEqual([60, 54, 51])
    expect([rows.precision.toFixed(3), rows.recall.toFixed(3)]).toEqual(['0.820', '0.742'])
  })

  it('count an act forbidden and not punished by the state of the row that most of its entries have', () => {
    const states = entries.filter(({ act, address }) => act === 'spitting' && address === null)
    const acts = [
      {
        id: 'spitting',
        states: states.map(({ document }, at) => ({
          regulation: document,
          state: at === 0 ? ('not-found' as const) : ('forbidden' as const),
          addresses: [],
        })),
      },
    ]
    const { forbidden } = scorePenalties(
      rowsBy(row => row),
      entries,
      acts,
    )
    expect(forbidden.of).toBe(
      states.filter(({ duty, note }) => duty.length > 0 && !/arguable/.test(note ?? '')).length,
    )
    expect(forbidden.are).toBe(forbidden.of - 1)
  })
})
