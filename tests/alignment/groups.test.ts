import { describe, expect, it } from 'vitest'
import { groupsOf } from '../../src/alignment/rows/groups.ts'
import { keptTogether } from '../../src/alignment/rows/together.ts'
import { unitsFilled } from '../../src/alignment/rows/units.ts'

/** How like statements are, from pairs: `[0, 1, 0.8]`. */
function nearness(count: number, pairs: [number, number, number][]): Map<number, number>[] {
  const near = Array.from({ length: count }, () => new Map<number, number>())
  for (const [a, b, likeness] of pairs) {
    near[a]!.set(b, likeness)
    near[b]!.set(a, likeness)
  }
  return near
}

/** Groups as sorted lists of numbers. */
function sorted(groups: number[][]): number[][] {
  return groups.map(group => group.toSorted((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
}

describe('groups of statements', () => {
  it('are joined by the mean over all pairs, not by one link', () => {
    // 2 says what 0 and 1 say; 3 is like 2 alone.
    const near = nearness(4, [
      [0, 1, 0.9],
      [0, 2, 0.8],
      [1, 2, 0.8],
      [2, 3, 0.7],
    ])
    expect(sorted(groupsOf(near, [0, 1, 2, 3], [0, 1, 2, 3], 0.3))).toEqual([[0, 1, 2], [3]])
    expect(sorted(groupsOf(near, [0, 1, 2, 3], [0, 1, 2, 3], 0.2))).toEqual([[0, 1, 2, 3]])
  })

  it('take two statements of one document that one of another makes up, and join none of one document alone', () => {
    const near = nearness(3, [
      [0, 2, 0.8],
      [1, 2, 0.7],
    ])
    expect(sorted(groupsOf(near, [0, 0, 1], [0, 1, 2], 0.3))).toEqual([[0, 1, 2]])
    expect(sorted(groupsOf(nearness(2, [[0, 1, 0.9]]), [0, 0], [0, 1], 0.3))).toEqual([[0], [1]])
  })

  it('do not depend on the numbers of the statements, where they have one order', () => {
    const pairs: [number, number, number][] = [
      [0, 1, 0.6],
      [1, 2, 0.6],
      [2, 3, 0.6],
    ]
    const backwards = pairs.map(([a, b, likeness]): [number, number, number] => [3 - a, 3 - b, likeness])
    const one = sorted(groupsOf(nearness(4, pairs), [0, 1, 2, 3], [0, 1, 2, 3], 0.5))
    const other = sorted(groupsOf(nearness(4, backwards), [3, 2, 1, 0], [3, 2, 1, 0], 0.5))
    expect(sorted(other.map(group => group.map(at => 3 - at)))).toEqual(one)
    expect(one).toEqual([
      [0, 1],
      [2, 3],
    ])
  })
})

describe('groups that documents keep in one article', () => {
  const links = (articles: string[]) => ({
    entries: articles.map(article => ({ article })) as never,
    keys: articles.map((article, at) => `${article} ${at}`),
    documents: new Int32Array(articles.length),
    first: [],
    said: [],
  })

  it('are one row where most articles of either have both', () => {
    // Groups 0–2 and 3–5 stand in a/1, b/1 and c/1; 6 and 7 stand in a/1 and in d/9.
    const all = links(['a/1', 'b/1', 'c/1', 'a/1', 'b/1', 'c/1', 'a/1', 'd/9'])
    const groups = [
      [0, 1, 2],
      [3, 4, 5],
      [6, 7],
    ]
    expect(sorted(keptTogether(groups, all))).toEqual([
      [0, 1, 2, 3, 4, 5],
      [6, 7],
    ])
  })

  it('stay apart where documents mostly keep them in different articles', () => {
    const all = links(['a/1', 'b/1', 'c/1', 'a/1', 'b/2', 'c/2'])
    expect(
      sorted(
        keptTogether(
          [
            [0, 1, 2],
            [3, 4, 5],
          ],
          all,
        ),
      ),
    ).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ])
  })
})

describe('units that statements fill', () => {
  const article = [
    { id: 'a/1/1#1', address: 'a/1/1' },
    { id: 'a/1/1#2', address: 'a/1/1' },
    { id: 'a/1/2#1', address: 'a/1/2' },
    { id: 'a/1/2/1#1', address: 'a/1/2/1' },
    { id: 'a/1/2/2#1', address: 'a/1/2/2' },
  ]
  const units = (...ids: string[]) => unitsFilled(article, new Set(ids))

  it('are the largest ones of which all stand there', () => {
    expect(units(...article.map(({ id }) => id))).toEqual([['a/1', null]])
    expect(units('a/1/2#1', 'a/1/2/1#1', 'a/1/2/2#1')).toEqual([['a/1/2', null]])
    expect(units('a/1/2/2#1')).toEqual([['a/1/2/2', null]])
  })

  it('name their statements where only some do', () => {
    expect(units('a/1/1#2')).toEqual([['a/1/1', ['a/1/1#2']]])
    expect(units('a/1/1#1', 'a/1/1#2', 'a/1/2#1')).toEqual([
      ['a/1/1', null],
      ['a/1/2', ['a/1/2#1']],
    ])
    expect(units()).toEqual([])
  })
})
