import { describe, expect, it } from 'vitest'
import { groupsOf } from '../../src/alignment/rows/groups.ts'
import { joinedRows, settled, withGuests } from '../../src/alignment/rows/support.ts'
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

describe('rows of one matter', () => {
  const documents = Int32Array.from([0, 1, 2, 3, 3])
  // 0, 1 and 2 say one thing; 3 is near 2 alone, 4 is of the same document as 3.
  const near = nearness(5, [
    [0, 1, 0.9],
    [0, 2, 0.8],
    [1, 2, 0.8],
    [2, 3, 0.9],
    [0, 4, 0.7],
    [1, 4, 0.9],
  ])

  it('lose the document of which the others hardly say anything, with all it has', () => {
    const { rows, loose } = settled([[0, 1, 2, 3]], near, { documents }, 0.5)
    expect(sorted(rows)).toEqual([[0, 1, 2]])
    expect(loose).toEqual([3])
  })

  it('keep a document by the statement that the others say most surely', () => {
    expect(settled([[0, 1, 2, 3, 4]], near, { documents }, 0.5).loose).toEqual([])
  })

  it('are none where two documents hardly say the same', () => {
    const { rows, loose } = settled([[0, 1]], nearness(2, [[0, 1, 0.4]]), { documents }, 0.5)
    expect(rows).toEqual([])
    expect(loose).toEqual([0, 1])
  })

  it('take in a statement that their documents say as a mean, not for one of them', () => {
    expect(joinedRows([3, 4], [[0, 1]], near, { documents }, 0.5)).toEqual(new Map([[4, 0]]))
  })

  it('have as guests only what is of documents that they lack', () => {
    expect(
      withGuests(
        [3, 4],
        [
          [0, 1],
          [2, 3],
        ],
        near,
        { documents },
        0.5,
      ),
    ).toEqual([
      [0, 1, 4],
      [2, 3],
    ])
    expect(withGuests([4], [[0, 1, 3]], near, { documents }, 0.5)).toEqual([[0, 1, 3]])
  })
})

describe('groups that documents keep in one article', () => {
  const links = (articles: string[], documents = new Int32Array(articles.length)) => ({
    entries: articles.map(article => ({ article })) as never,
    keys: articles.map((article, at) => `${article} ${at}`),
    documents,
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

  it('stay apart where a document has one of them alone', () => {
    const all = links(['a/1', 'a/1', 'b/1'], Int32Array.from([0, 0, 1]))
    expect(sorted(keptTogether([[0], [1, 2]], all))).toEqual([[0], [1, 2]])
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
