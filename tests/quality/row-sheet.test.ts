import { describe, expect, it } from 'vitest'
import { drawnRows, rowKey, rowSheet, rowShown } from '../../scripts/quality/row-sheet.ts'
import type { Statement } from '../../src/statement-types.ts'
import type { Family } from '../../src/types.ts'

const family = (id: string, ...addresses: string[]) =>
  ({
    id,
    topic: { id, zh: `题${id}`, en: '' },
    members: addresses.map(address => ({ address, statements: null })),
  }) as unknown as Family

const statement = (id: string, text: string) =>
  ({ id, address: id.replace(/#.*/, ''), regulation: id.split('/')[0], lead: '', text }) as Statement

describe('rows drawn for a judge', () => {
  const families = Array.from({ length: 30 }, (_, at) => family(`m-${at}`, `a/${at}`, `b/${at}`))

  it('are the same by seed whatever the order, and others by another seed', () => {
    const ids = (seed: string, from = families) => drawnRows(from, seed, 8).map(({ id }) => id)
    expect(ids('1', families.toReversed())).toEqual(ids('1'))
    expect(ids('2')).not.toEqual(ids('1'))
    expect(new Set(ids('1')).size).toBe(8)
  })

  it('are of more than one document', () => {
    expect(drawnRows([family('m-1', 'a/1', 'a/2')], '1', 5)).toEqual([])
  })

  it('are shown with what is nearest outside, two statements of a document at most', () => {
    const statements = [
      statement('a/1/1#1', '清理河道'),
      statement('b/1/1#1', '河道清理'),
      ...[1, 2, 3].map(n => statement(`c/${n}/1#1`, `清理沟渠${n}`)),
      statement('d/1/1#1', '会议请假'),
    ]
    const near = ({ id }: Statement) => (id.startsWith('c') ? Number(id[2]) / 10 : 0)
    const shown = rowShown(family('m-1', 'a/1', 'b/1'), statements, near)
    expect(shown.inside.map(({ id }) => id)).toEqual(['a/1/1#1', 'b/1/1#1'])
    expect(shown.outside.map(each => each.statement.id)).toEqual(['c/3/1#1', 'c/2/1#1'])
    expect(rowSheet('rows', [shown])).toContain('## 1. 题m-1')
    expect(JSON.parse(rowKey('rows', [shown])).judged[0]).toMatchObject({
      family: 'm-1',
      units: ['a/1', 'b/1'],
      pure: null,
    })
  })
})
