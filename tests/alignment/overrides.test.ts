import { describe, expect, it } from 'vitest'
import { type Override, overrideLabels, overrideRows } from '../../src/alignment/overrides.ts'
import type { Row, Standing } from '../../src/alignment/rows/rows.ts'
import type { Family } from '../../src/types.ts'
import { memberOf } from '../support/members.ts'

const BY_MODEL: Standing = { basis: 'model', statements: null, probability: 1 }
const row = (core: string[], guests: string[] = [], topic: Row['topic'] = null): Row => ({
  topic,
  core: new Map(core.map(unit => [unit, BY_MODEL])),
  guests: new Map(guests.map(unit => [unit, BY_MODEL])),
})
const decision = (kind: Override['kind'], ...units: string[]): Override => ({
  kind,
  units,
  hashes: units.map(() => ''),
})
const topic = { id: 't', zh: '题', en: 't' }

/** Rows after a decision, guests in brackets, and the rules of what is said of it. */
function decided(rows: Row[], override: Override): string[] {
  const done = overrideRows(rows, [override])
  return [
    ...done.rows.map(({ core, guests }) =>
      [...core.keys(), ...[...guests.keys()].map(unit => `(${unit})`)].join(' '),
    ),
    ...done.problems.map(({ rule, message }) => `${rule}: ${/needless, (.*);/.exec(message)?.[1]}`),
  ]
}

describe('a decision on rows', () => {
  it('joins a unit to the row of the first, and takes away the row that it leaves empty', () => {
    expect(decided([row(['a/1', 'b/1']), row(['c/1'])], decision('join', 'a/1', 'c/1'))).toEqual([
      'a/1 b/1 (c/1)',
    ])
    expect(decided([row(['a/1']), row(['c/1'], [], topic)], decision('join', 'a/1', 'c/1'))).toEqual([
      'a/1 (c/1)',
      'c/1',
    ])
    expect(decided([row(['a/1']), row(['c/1', 'd/1'])], decision('join', 'a/1', 'c/1'))).toEqual([
      'a/1 (c/1)',
      'c/1 d/1',
    ])
  })

  it('joins units that stand in no row into one of their own, and says what is joined already', () => {
    expect(decided([row(['a/1'])], decision('join', 'b/1', 'c/1'))).toEqual(['a/1', 'b/1 c/1'])
    expect(decided([row(['a/1'], ['b/1/2'])], decision('join', 'a/1', 'b/1/2'))).toEqual([
      'a/1 (b/1/2)',
      'override-needless: they stand in one row already',
    ])
  })

  it('splits units off every row, and says what is apart already', () => {
    expect(decided([row(['a/1', 'b/1']), row(['c/1'], ['b/1'])], decision('split', 'b/1'))).toEqual([
      'a/1',
      'c/1',
      'b/1',
    ])
    expect(decided([row(['a/1']), row(['b/1'])], decision('split', 'b/1'))).toEqual([
      'a/1',
      'b/1',
      'override-needless: they stand in a row of their own already',
    ])
  })

  it('of two that do not answer each other the guest leaves, else the second; others stay', () => {
    const wrong = decision('wrong', 'a/1', 'b/1')
    expect(decided([row(['b/1', 'c/1'], ['a/1'])], wrong)).toEqual(['b/1 c/1'])
    expect(decided([row(['a/1', 'c/1'], ['b/1/2'])], wrong)).toEqual(['a/1 c/1'])
    expect(decided([row(['a/1', 'b/1', 'c/1'])], wrong)).toEqual(['a/1 c/1', 'b/1'])
    expect(decided([row(['a/1', 'c/1']), row(['b/1', 'd/1'])], wrong)).toEqual(['a/1 c/1', 'b/1 d/1'])
  })
})

describe('a decision on a label', () => {
  const family = (id: string, ...units: string[]): Family => ({
    id,
    topic: { id, zh: id, en: id },
    label: 'model',
    members: units.map(address => memberOf(address, 'A')),
  })
  const relabel = (zh: string, ...units: string[]): Override => ({
    ...decision('relabel', ...units),
    label: { zh },
  })

  it('names the row that holds all its units, in English as in Chinese where no more is said', () => {
    const { families, problems } = overrideLabels(
      [family('x', 'a/1'), family('y', 'a/1', 'b/1')],
      [relabel('请假', 'a/1', 'b/1')],
    )
    expect(families.map(({ topic, label }) => [topic.zh, topic.en, label])).toEqual([
      ['x', 'x', 'model'],
      ['请假', '请假', 'curated'],
    ])
    expect(problems).toEqual([])
  })

  it('says where no row holds them, or the row has that label', () => {
    const rules = (override: Override) =>
      overrideLabels([family('x', 'a/1')], [override]).problems.map(({ rule }) => rule)
    expect(rules(relabel('请假', 'a/1', 'c/1'))).toEqual(['override-stale'])
    expect(rules(relabel('x', 'a/1'))).toEqual(['override-needless'])
    expect(rules(decision('relabel', 'a/1'))).toEqual([])
  })
})
