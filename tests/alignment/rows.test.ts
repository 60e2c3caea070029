import { describe, expect, it } from 'vitest'
import type { linksOf } from '../../src/alignment/links/links.ts'
import { rowsOf } from '../../src/alignment/rows/rows.ts'
import type { Entry } from '../../src/index/entries.ts'

type Links = ReturnType<typeof linksOf>
type Given = Partial<Entry> & { id: string; kind?: string; lead?: string }

/** Statements by id, with who says whom how surely from either side; it counts as many words as it has characters. */
function rowsFrom(given: Given[], pairs: [string, string, number][]): string[] {
  const entries = given.map(({ id, kind = 'duty', lead = '', text = '应当清理河道', ...rest }) => {
    const address = id.replace(/#.*/, '')
    return {
      statement: { id, address, kind, lead, text },
      article: address.split('/').slice(0, 2).join('/'),
      text,
      words: { mass: text.length },
      opensList: text.endsWith('：'),
      ...rest,
    }
  }) as unknown as Entry[]
  const ids = given.map(({ id }) => id)
  const names = [...new Set(ids.map(id => id.split('/')[0]!))]
  const said = ids.map(() => new Map<number, number>())
  for (const [a, b, sureness] of pairs) {
    said[ids.indexOf(a)]!.set(ids.indexOf(b), sureness)
    said[ids.indexOf(b)]!.set(ids.indexOf(a), sureness)
  }
  const links: Links = {
    entries,
    documents: Int32Array.from(ids.map(id => names.indexOf(id.split('/')[0]!))),
    first: [],
    keys: ids,
    said,
  }
  return rowsOf(links, { topics: [], covered: new Set(), relations: new Map() } as never)
    .map(({ core }) => [...core.keys()].sort().join(' '))
    .sort()
}

describe('rows from statements', () => {
  it('what nobody else says stands with its article, unless the row holds little of that', () => {
    const text = '应当清理河道'
    const long = '河道管理员应当每日巡查，记录水位、水质和岸线，并且报告水务部门'
    const rows = rowsFrom(
      [
        { id: 'a/1/1#1', text },
        { id: 'a/1/2#1', text: '及时' },
        { id: 'b/1/1#1', text },
        { id: 'b/1/2#1', text: long },
      ],
      [['a/1/1#1', 'b/1/1#1', 0.9]],
    )
    expect(rows).toEqual(['a/1 b/1/1', 'b/1/2'])
  })

  it('what takes in the rest of a list stands with the list, not with the rest of another', () => {
    const rest = '其他损害河道的行为'
    const lead = '禁止下列行为：'
    const rows = rowsFrom(
      [
        { id: 'a/1/1/1#1', lead },
        { id: 'a/1/1/2#1', lead, text: rest },
        { id: 'b/1/1/1#1', lead },
        { id: 'b/1/1/2#1', lead },
        { id: 'c/1/1/1#1', lead },
        { id: 'c/1/1/2#1', lead, text: rest },
      ],
      [
        ['a/1/1/1#1', 'b/1/1/1#1', 0.9],
        ['b/1/1/2#1', 'c/1/1/1#1', 0.9],
        ['a/1/1/2#1', 'c/1/1/2#1', 0.9],
      ],
    )
    expect(rows).toEqual(['a/1 b/1/1/1', 'b/1/1/2 c/1'])
  })

  it('what only goes on stands with the sentence before; what lays down a rule of its own does not', () => {
    const going = { kind: 'sanction', text: '逾期不改正的，处五百元罚款' }
    const own = { kind: 'sanction', text: '造成损失的，依法赔偿' }
    const rows = (second: Partial<Given>) =>
      rowsFrom(
        [
          { id: 'a/1/1#1', kind: 'sanction' },
          { id: 'a/1/1#2', ...second },
          { id: 'b/1/1#1', kind: 'sanction' },
          { id: 'c/1/1#1', kind: 'sanction' },
          { id: 'c/1/1#2', ...second },
          { id: 'd/1/1#1', kind: 'sanction' },
        ],
        [
          ['a/1/1#1', 'b/1/1#1', 0.9],
          ['c/1/1#1', 'd/1/1#1', 0.9],
          ['a/1/1#2', 'c/1/1#2', 0.9],
        ],
      )
    expect(rows(going)).toEqual(['a/1 b/1', 'c/1 d/1'])
    expect(rows(own)).toEqual(['a/1/1 b/1', 'a/1/1 c/1/1', 'c/1/1 d/1'])
  })

  it('a document that the others of a row hardly say leaves it', () => {
    const ids = ['a/1/1#1', 'b/1/1#1', 'c/1/1#1', 'd/1/1#1']
    const rows = rowsFrom(
      ids.map(id => ({ id })),
      [
        ['a/1/1#1', 'b/1/1#1', 0.9],
        ['a/1/1#1', 'c/1/1#1', 0.9],
        ['b/1/1#1', 'c/1/1#1', 0.9],
        ['c/1/1#1', 'd/1/1#1', 0.96],
      ],
    )
    expect(rows).toEqual(['a/1 b/1 c/1', 'd/1'])
  })

  it('a statement that two rows say stands in both, where the other has nothing of its document', () => {
    const rows = rowsFrom(
      ['a/1/1#1', 'b/1/1#1', 'c/1/1#1', 'd/1/1#1', 'a/2/1#1', 'b/2/1#1'].map(id => ({ id })),
      [
        ['a/1/1#1', 'b/1/1#1', 0.99],
        ['a/1/1#1', 'c/1/1#1', 0.9],
        ['b/1/1#1', 'c/1/1#1', 0.9],
        ['a/1/1#1', 'd/1/1#1', 0.9],
        ['b/1/1#1', 'd/1/1#1', 0.9],
        ['c/1/1#1', 'd/1/1#1', 0.9],
        ['a/2/1#1', 'b/2/1#1', 0.99],
        ['a/2/1#1', 'c/1/1#1', 0.8],
        ['b/2/1#1', 'c/1/1#1', 0.7],
      ],
    )
    expect(rows).toEqual(['a/1 b/1 c/1 d/1', 'a/2 b/2 c/1'])
  })
})
