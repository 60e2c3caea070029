import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { align } from '../../src/alignment/align.ts'
import type { Codebook, Match } from '../../src/types.ts'
import { regulationOf } from '../support/seeds.ts'

// People hold 会议 and 印章 of the first two to be each other's counterparts, though little more than a word is shared.
const north = regulationOf('north', [
  '市政府常务会议由市长召集和主持，每月召开两次，讨论决定重大事项。',
  '印章由办公室专人保管，使用印章须经分管领导批准并登记。',
  '公文应当字迹清楚，篇幅简短，不得越级请示。',
])
const south = regulationOf('south', [
  '公文一律精练，篇幅从简，严禁多头主送。',
  '常务会议旬日一开，遇急可增，首席执掌其议程，公文和印章不在此列。',
  '印章封存于柜，取用者签名留底，违者追究。',
])
const fresh = regulationOf('fresh', [
  '印章由办公室专人妥善保管，使用印章须经分管领导批准并登记。',
  '市政府常务会议由市长召集和主持，每月召开两次，讨论决定重要事项。',
  '公文应当字迹清楚，篇幅简短，一般不得越级请示。',
])
const codebook: Codebook = {
  topics: [
    { id: 'meeting', zh: '常务会议', en: 'meetings', members: { north: ['1'], south: ['2'] } },
    { id: 'seal', zh: '印章', en: 'seals', members: { north: ['2'], south: ['3'] } },
    { id: 'papers', zh: '公文', en: 'papers', members: { north: ['3'], south: ['1'] } },
  ],
  pairs: {
    'north-south': [
      [1, 2, 'equivalent'],
      [2, 3, 'equivalent'],
      [3, 1, 'equivalent'],
    ],
  },
}

const DECIDED = ['fresh/1 south/3', 'fresh/2 south/2', 'fresh/3 south/1']

describe('a document that people have not seen', () => {
  it('answers what people let its counterpart answer, whatever the words', () => {
    const { matches } = align([north, south, fresh], { cut, codebook })
    expect(equivalents(matches)).toEqual(DECIDED)
    expect(between(matches).every(({ basis }) => basis === 'model')).toBe(true)
  })

  it('leans on people alone: without their decisions these words do not meet', () => {
    const { matches } = align([north, south, fresh], { cut })
    expect(equivalents(matches)).not.toEqual(DECIDED)
  })

  it('is aligned the same whatever the order of the documents', () => {
    const tell = (matches: Match[]) =>
      between(matches)
        .map(({ a, b, relation, probability }) => `${[a, b].sort().join(' ')} ${relation} ${probability}`)
        .sort()
    const one = align([north, south, fresh], { cut, codebook }).matches
    const other = align([fresh, south, north], { cut, codebook }).matches
    expect(tell(other)).toEqual(tell(one))
  })
})

function between(matches: Match[]): Match[] {
  return matches.filter(
    ({ a, b }) => [a, b].some(unit => unit.startsWith('fresh')) && `${a}${b}`.includes('south'),
  )
}

function equivalents(matches: Match[]): string[] {
  return between(matches)
    .filter(({ relation }) => relation === 'equivalent')
    .map(({ a, b }) => [a, b].sort().join(' '))
    .sort()
}
