import { describe, expect, it } from 'vitest'
import { agreement, verbsOf } from '../../src/penalties/likeness.ts'
import { penaltiesIn } from '../support/penalties-cases.ts'

/** Documents with one clause each. */
const clauses = (...acts: string[]) =>
  Object.fromEntries(acts.map((act, at) => [`d${at}`, `第一条 ${act}的，由图书馆处五十元罚款。`]))

/** The acts of documents, as rows of their own words. */
function rowsOf(texts: Record<string, string>): string[][] {
  const { penalties, acts } = penaltiesIn(texts)
  return acts.map(({ id }) => penalties.filter(({ act }) => act === id).map(({ deed }) => deed))
}

describe('acts of several documents', () => {
  it.each([
    ['高空抛物', '从建筑物内向外抛掷物品', '从高层楼房的窗户向外抛撒杂物'],
    ['携犬出户不束犬链', '携带犬只外出未使用犬绳牵引'],
    ['在禁止吸烟的阅览室吸烟', '在室内禁烟区域抽烟'],
    ['随地吐痰、便溺', '随地便溺'],
    ['未及时清理犬只粪便', '不即时清除宠物排泄物'],
    ['擅自采伐树木', '未经批准砍伐树木'],
  ])('%s is one with what says the same in other words', (...same) => {
    expect(rowsOf(clauses(...same))).toEqual([same])
  })

  it.each([
    ['从建筑物内向外抛掷物品', '从行驶的车辆内向外抛撒物品'],
    ['携犬出户不束犬链', '携犬出户不及时清理犬粪'],
    ['随地吐痰', '在阅览室内大声喧哗'],
    ['在公园内践踏草坪', '在公园内设置摊点'],
  ])('%s is another than what only looks alike: %s', (one, other) => {
    expect(rowsOf(clauses(one, other))).toHaveLength(2)
  })

  it('stand in a row each where one clause lists them', () => {
    const rows = rowsOf({
      a: '第一条 随地吐痰，乱扔垃圾，在禁烟区域吸烟的，处五十元罚款。',
      b: '第一条 在禁止吸烟的场所吸烟的，处十元罚款。',
      c: '第一条 有下列行为之一的，处十元罚款：\n（一）乱丢垃圾；\n（二）随地吐痰。',
    })
    expect(rows.map(row => row.length)).toEqual([2, 2, 2])
  })

  it('are the same in whatever order the documents come, and keep their ids when one without them joins', () => {
    const texts = {
      ...clauses('高空抛物', '从楼上抛掷物品', '随地吐痰'),
      d9: '第一条 损坏书架的，处十元罚款。',
    }
    const ids = (given: Record<string, string>) =>
      new Map(penaltiesIn(given).penalties.map(({ address, act }) => [address, act]))
    const reversed = Object.fromEntries(Object.entries(texts).reverse())
    expect(new Map([...ids(reversed)].sort())).toEqual(new Map([...ids(texts)].sort()))
    const { d9: _, ...fewer } = texts
    for (const [address, act] of ids(fewer)) expect(ids(texts).get(address)).toBe(act)
  })

  it('have names that tell them apart, in the words of a document', () => {
    const { acts } = penaltiesIn(clauses('高空抛物', '随地吐痰', '随地吐痰、便溺', '随意吐痰'))
    expect(acts.map(({ zh, en }) => [zh, en])).toEqual([
      ['随地吐痰', '随地吐痰'],
      ['高空抛物', '高空抛物'],
    ])
  })
})

describe('verbs of acts', () => {
  const verbs = (text: string) => verbsOf(text)

  it('are those of the lexicon, in whatever words, and none of the place', () => {
    expect([...verbs('在堆放垃圾的场所内采伐树木')]).toEqual(['砍伐'])
    expect([...verbs('不听劝说')]).toEqual([])
  })

  it('speak against an act that does something else, not against one that has none', () => {
    expect(agreement(verbs('采伐树木'), verbs('砍伐、移植树木'))).toBe(1)
    expect(agreement(verbs('采伐树木'), verbs('不听劝说'))).toBe(1)
    expect(agreement(verbs('采伐树木'), verbs('移植树木'))).toBeLessThan(1)
  })
})

describe('how a document stands to an act', () => {
  const { acts } = penaltiesIn({
    a: '第一条 在禁止吸烟的场所吸烟的，处五十元罚款。\n第二条 本办法自2024年1月1日起施行。',
    b: '第一条 读者应当遵守秩序，不得在馆内抽烟、喧哗。\n第二条 本办法自2024年1月1日起施行。',
    c: '第一条 读者应当爱护图书。\n第二条 本办法自2024年1月1日起施行。',
    d: '第一条 读者应当爱护图书，',
  })

  it('it does not forbid what is only done to the same thing', () => {
    const { acts } = penaltiesIn({
      a: '第一条 擅自砍伐院内树木的，处五十元罚款。\n第二条 本办法自2024年1月1日起施行。',
      b: '第一条 读者不得移植院内树木。\n第二条 本办法自2024年1月1日起施行。',
    })
    expect(acts[0]!.states.map(({ state }) => state)).toEqual(['punished', 'not-found'])
  })

  it('it punishes it, forbids it alone, says nothing of it, or is cut off', () => {
    expect(acts).toHaveLength(1)
    expect(acts[0]!.states).toEqual([
      { regulation: 'a', state: 'punished', addresses: ['a/1/1'] },
      { regulation: 'b', state: 'forbidden', addresses: ['b/1/1'] },
      { regulation: 'c', state: 'not-found', addresses: [] },
      { regulation: 'd', state: 'incomplete', addresses: [] },
    ])
  })
})
