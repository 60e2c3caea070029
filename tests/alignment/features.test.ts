import { describe, expect, it } from 'vitest'
import { linksOf } from '../../src/alignment/links/links.ts'
import { articlesOf } from '../../src/alignment/relations/articles.ts'
import { firstLook, GUIDED, SECOND, secondValues, type Weights } from '../../src/alignment/relations/judge.ts'
import { PAIR_MEASURES, pairsOf } from '../../src/alignment/relations/pairs.ts'
import weights from '../../src/alignment/relations/weights.json' with { type: 'json' }
import { indexOf } from '../../src/index/index.ts'
import { statementsOf } from '../../src/statements/statements.ts'
import { cut } from '../support/compare-cases.ts'
import { seeds } from '../support/seeds.ts'

const WEIGHTS: Weights = weights

describe('what the model sees of two articles', () => {
  it('has the names that its weights were fitted to, in their order', () => {
    const fitted = ({ features }: Weights['first']['edge']) => features.map(({ name }) => name)
    for (const head of ['edge', 'equivalent'] as const) {
      expect(fitted(WEIGHTS.first[head])).toEqual(PAIR_MEASURES)
      expect(fitted(WEIGHTS.second.alone[head])).toEqual(SECOND)
      expect(fitted(WEIGHTS.second.joint[head])).toEqual(SECOND)
      expect(fitted(WEIGHTS.second.guided[head])).toEqual(GUIDED)
    }
  })

  // Every 299th pair of the five: each value by its name, so that a measure that changes shows which one.
  it('golden: values of pairs of the five', async () => {
    const index = indexOf(
      seeds.map(regulation => ({ regulation, statements: statementsOf(regulation) })),
      { cut },
    )
    const links = linksOf(index)
    const articles = articlesOf(index, links)
    const pairs = pairsOf(articles, links)
    const looks = firstLook(pairs, WEIGHTS.first)
    const settled = (a: string, b: string) =>
      a.startsWith('zhongwei/') && b.startsWith('pingliang/') ? { edge: 1, equivalent: 0 } : null
    const valuesOf = secondValues(looks, settled, [...articles.keys()])
    const pages = looks
      .filter((_, at) => at % 299 === 0)
      .map(look => {
        const values = valuesOf(look)
        const lines = GUIDED.map((name, at) => `  ${name} ${Number(values[at]!.toFixed(4))}`)
        return `${look.pair.a.address} ${look.pair.b.address}\n${lines.join('\n')}`
      })
    expect(pages.length).toBeGreaterThan(9)
    await expect(`${pages.join('\n')}\n`).toMatchFileSnapshot('../golden/alignment-features.txt')
  })
})
