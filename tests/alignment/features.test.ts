import { describe, expect, it } from 'vitest'
import { prepare } from '../../src/alignment/measure/prepare.ts'
import { MEASURES, measure } from '../../src/alignment/measure/score.ts'
import { rarityOf, weighRegulation } from '../../src/alignment/measure/weigh.ts'
import { firstPassOf, GUIDED, SECOND, secondValues, type Weights } from '../../src/alignment/model/judge.ts'
import weights from '../../src/alignment/model/weights.json' with { type: 'json' }
import { cut } from '../support/compare-cases.ts'
import { seeds } from '../support/seeds.ts'

const WEIGHTS: Weights = weights

describe('what the model sees of two articles', () => {
  it('has the names that its weights were fitted to, in their order', () => {
    const names = (measured: readonly (readonly [string, string])[]) => measured.map(([name]) => name)
    const fitted = ({ features }: Weights['first']['edge']) => features.map(({ name }) => name)
    for (const head of ['edge', 'equivalent'] as const) {
      expect(fitted(WEIGHTS.first[head])).toEqual(names(MEASURES))
      expect(fitted(WEIGHTS.second.alone[head])).toEqual(
        names(SECOND).slice(0, WEIGHTS.second.alone[head].features.length),
      )
      expect(fitted(WEIGHTS.second.joint[head])).toEqual(names(SECOND))
      expect(fitted(WEIGHTS.second.guided[head])).toEqual(names(GUIDED))
    }
  })

  // Every 997th pair of the five: each value by its name, so that a measure that changes shows which one.
  it('golden: values of pairs of the five', async () => {
    const prepared = seeds.map(regulation => prepare(regulation, cut))
    const rarity = rarityOf(prepared)
    const weighed = prepared.map(regulation => weighRegulation(regulation, rarity))
    const pairs = weighed.flatMap((a, at) => weighed.slice(at + 1).map(b => [a, b] as const))
    const passes = pairs.flatMap(([a, b]) => firstPassOf(measure(a, b, rarity), WEIGHTS.first))
    const valuesOf = secondValues(passes, rarity, (a, b) =>
      a.startsWith('zhongwei/') && b.startsWith('pingliang/') ? { edge: 1, equivalent: 0 } : null,
    )
    const pages = passes
      .filter((_, at) => at % 997 === 0)
      .map(pass => {
        const values = valuesOf(pass)
        const lines = GUIDED.map(([name], at) => `  ${name} ${Number(values[at]!.toFixed(4))}`)
        return `${pass.pair.a.article.address} ${pass.pair.b.article.address}\n${lines.join('\n')}`
      })
    expect(pages.length).toBeGreaterThan(9)
    await expect(`${pages.join('\n')}\n`).toMatchFileSnapshot('../golden/alignment-features.txt')
  })
})
