import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { align } from '../../src/alignment/align.ts'
import type { Family, Match, Regulation } from '../../src/types.ts'
import { regulationOf, renamed, seeds } from '../support/seeds.ts'

// Two of the five, and one made of a few articles of a third: small enough to be aligned many times.
const [, , , shuozhou, qinzhou] = seeds as [Regulation, Regulation, Regulation, Regulation, Regulation]
const part: Regulation = { ...seeds[0]!, articles: seeds[0]!.articles.slice(40, 60) }
const three = [part, shuozhou, qinzhou]
const plain = align(three, { cut })

describe('laws of alignment', () => {
  it('mirror and order: documents in any order give the same matches and the same rows', () => {
    for (const order of [
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const other = align(
        order.map(at => three[at]!),
        { cut },
      )
      expect(edges(other.matches)).toEqual(edges(plain.matches))
      expect(rows(other.families)).toEqual(rows(plain.families))
    }
  })

  it('a document against itself: every article is its own equivalent', () => {
    const { matches } = align([shuozhou, renamed(shuozhou, 'copy')], { cut })
    const equivalents = matches.filter(({ relation }) => relation === 'equivalent')
    expect(equivalents.map(({ a, b }) => `${a} ${b}`)).toEqual(
      shuozhou.articles.map(({ address }) => `${address} ${address.replace('shuozhou', 'copy')}`),
    )
  })

  it('an article moved elsewhere keeps its counterpart', () => {
    const moved = movedTo(qinzhou, 23, 2)
    const { matches } = align([shuozhou, moved], { cut })
    const match = matches.find(({ a, relation }) => a === 'shuozhou/24' && relation === 'equivalent')
    expect(match?.b).toBe('qinzhou/24')
  })

  it('a second copy of a document changes nothing for the others', () => {
    const { matches, families } = align([...three, renamed(qinzhou, 'copy')], { cut })
    const others = matches.filter(({ a, b }) => !a.startsWith('copy') && !b.startsWith('copy'))
    expect(edges(others)).toEqual(edges(plain.matches))
    expect(rows(families, 'copy')).toEqual(rows(plain.families))
  })

  it('reads documents without articles, and articles without words', () => {
    const empty = regulationOf('empty', [])
    const dumb = regulationOf('dumb', ['。', '１２３', '……'])
    expect(() => align([empty, dumb, part], { cut })).not.toThrow()
    expect(align([], { cut })).toMatchObject({ matches: [], families: [], problems: [] })
  })
})

/** Each match with the lesser address first, sorted: what is found, not in which order. */
function edges(matches: Match[]): string[] {
  return matches
    .map(({ a, b, relation, probability }) => `${[a, b].sort().join(' ')} ${relation} ${probability}`)
    .sort()
}

function rows(families: Family[], without = '-'): string[] {
  return families
    .map(({ id, members }) =>
      [
        id,
        ...members
          .map(({ address }) => address)
          .filter(address => !address.startsWith(without))
          .sort(),
      ].join(' '),
    )
    .filter(row => row.includes(' '))
    .sort()
}

/** The regulation with the article at one place put to another; it keeps its address. */
function movedTo(regulation: Regulation, from: number, to: number): Regulation {
  const articles = regulation.articles.filter((_, at) => at !== from)
  return { ...regulation, articles: articles.toSpliced(to, 0, regulation.articles[from]!) }
}
