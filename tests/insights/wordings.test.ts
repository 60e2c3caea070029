import { describe, expect, it } from 'vitest'
import { namesOf } from '../../src/diff/names.ts'
import { textsOf } from '../../src/diff/texts.ts'
import { unitTextOf } from '../../src/diff/unit-text.ts'
import { fingerprintsOf, likenessOf, ownText, sharedRanges } from '../../src/insights/own-text.ts'
import { withWordings, wordingGroups } from '../../src/insights/wordings.ts'
import type { Family } from '../../src/types.ts'
import { regulationOf } from '../support/documents.ts'
import { memberOf } from '../support/members.ts'

const SAME = '甲山市人民政府常务会议一般每月召开2次，由市长召集并主持。'
const STYLED = '市政府常务会议一般每月召开两次；由市长召集并主持。'
const NEAR = '市政府常务会议一般每月召开2次，由市长或常务副市长召集并主持。'
const OWN = '本地的湿地公园由专人看护，任何人不得在园内垂钓捕捞。'

const { regulation: a } = regulationOf('a', '甲山市', [[SAME, OWN]])
const { regulation: b } = regulationOf('b', '乙海市', [[STYLED]])
const { regulation: c } = regulationOf('c', '丙川市', [[NEAR]])
const regulations = [a, b, c]

const family: Family = {
  id: 'meeting',
  topic: { id: 'meeting', zh: '常务会议', en: 'executive meeting' },
  label: 'curated',
  members: ['c/1/1', 'a/1/1', 'b/1'].map(address => memberOf(address)),
}

describe('wordings', () => {
  it('gives members that differ in names and style alone the same letter, the largest group A', () => {
    const [named] = withWordings([family], regulations)
    expect(named!.members.map(member => `${member.address} ${member.wording}`)).toEqual([
      'c/1/1 B',
      'a/1/1 A',
      'b/1 A',
    ])
  })

  it('shows near-identical wordings next to each other', () => {
    const groups = wordingGroups(family, textsOf(regulations))
    expect(groups.map(group => group.members)).toEqual([['a/1/1', 'b/1'], ['c/1/1']])
    expect(groups[1]!.likeness).toBeGreaterThan(0.7)
  })
})

describe('own text', () => {
  const prints = fingerprintsOf(regulations)

  it('is what no other document has', () => {
    const { documents, articles, divisions } = ownText(prints)
    expect(documents.b!.own).toBe(0)
    expect(documents.a!.own).toBe(OWN.replace(/[，。]/g, '').length)
    expect(articles['a/1']).toEqual(documents.a)
    expect(divisions['a/c1']).toEqual(documents.a)
  })

  it('leaves what several documents have to be faded', () => {
    const unit = unitTextOf(a, 'a/1')
    const faded = sharedRanges(unit, namesOf(a), 2, prints)
    expect(faded.map(({ from, to }) => unit.text.slice(from, to))).toEqual([SAME.replace('。', '')])
  })

  it('says how alike documents are', () => {
    const likeness = likenessOf(prints)
    expect(likeness[0]![0]).toBe(1)
    expect(likeness[0]![1]).toBe(likeness[1]![0])
    expect(likeness[1]![2]).toBeGreaterThan(likeness[0]![2]!)
  })
})
