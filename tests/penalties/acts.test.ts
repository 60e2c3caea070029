import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { agreement, verbsOf } from '../../src/penalties/likeness.ts'
import { penaltiesOf } from '../../src/penalties/penalties.ts'
import { type Nearby, NOBODY, saidBetween } from '../../src/penalties/said.ts'
import { penalDocument, penaltiesIn } from '../support/penalties-cases.ts'

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
    ['遛犬不牵绳', '携带犬只外出未束犬绳'],
    ['饲养烈性犬、大型犬', '在院内饲养危险犬', '饲养列入禁养名录的犬只'],
    ['向室外抛掷物品', '从建（构）筑物内向外抛撒物品'],
    ['使用音响器材，产生干扰周围读者的过大音量', '制造噪声干扰周围读者'],
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

describe('acts of which the duties say each other', () => {
  const duty = (act: string) => `第一条 读者不得${act}。\n第二条 违反第一条规定的，处五十元罚款。`
  const rows = (texts: Record<string, string>, nearby: Nearby) =>
    penaltiesOf(
      Object.entries(texts).map(([id, text]) => penalDocument(id, text)),
      cut,
      nearby,
    ).acts.length
  // Every first statement of a document says every other one's.
  const sure: Nearby = statement =>
    ['a', 'b', 'c'].filter(id => !statement.startsWith(id)).map(id => [`${id}/1/1#1`, 1])
  const [one, other] = ['携犬出户不束犬链', '携犬出户不及时清理犬粪']

  it('are one where their words alone would not do, and never where they have none in common', () => {
    expect(rows({ a: duty(one!), b: duty(other!) }, NOBODY)).toBe(2)
    expect(rows({ a: duty(one!), b: duty(other!) }, sure)).toBe(1)
    expect(rows({ a: duty(one!), b: duty('撕毁书页') }, sure)).toBe(2)
  })

  it('are not one that is only punished in the same words', () => {
    expect(
      rows(clauses(one!, other!), statement => [[statement.startsWith('d0') ? 'd1/1/1#1' : 'd0/1/1#1', 1]]),
    ).toBe(2)
  })

  it('nor one with what their sentence names beside them', () => {
    const said = saidBetween(
      [
        { naming: new Set(['a/2/1#1']), duties: new Set(['a/1/1#1']) },
        { naming: new Set(['a/2/1#1']), duties: new Set(['a/1/1#1']) },
        { naming: new Set(['b/2/1#1']), duties: new Set(['b/1/1#1']) },
        { naming: new Set(['c/2/1#1']), duties: new Set([]) },
      ],
      sure,
    )
    expect([said(0, 1), said(0, 2), said(2, 1), said(0, 3)]).toEqual([null, 1, 1, 0])
  })
})

describe('the name of an act', () => {
  const names = (...duties: string[]) => {
    const items = duties.map((duty, at) => [
      `d${at}`,
      `第一条 ${duty}。\n第二条 违反第一条规定的，处五十元罚款。`,
    ])
    return penaltiesIn(Object.fromEntries(items)).acts.map(({ zh }) => zh)
  }

  it('is what is done, not that it is forbidden', () => {
    expect(names('读者不得翻越书架')).toEqual(['翻越书架'])
    expect(names('不在走廊堆放图书')).toEqual(['在走廊堆放图书'])
    expect(names('读书时不向窗外抛撒纸屑')).toEqual(['读书时向窗外抛撒纸屑'])
  })

  it('keeps what is not done where that is the act', () => {
    expect(names('不及时归还图书')).toEqual(['不及时归还图书'])
    expect(names('不设置警示标志')).toEqual(['不设置警示标志'])
  })

  it('is that which a rule of what one should do denies, whatever its verb, and not that which a list of what is forbidden does', () => {
    const listed = (lead: string, act: string) =>
      penaltiesIn({
        a: `第一条 读者${lead}：\n（一）${act}；\n（二）抢占座位。\n第二条 违反第一条第一项规定的，处五十元罚款。`,
      }).acts.map(({ zh }) => zh)
    expect(listed('应当遵守下列规定', '不涂改书号')).toEqual(['涂改书号'])
    expect(listed('不得有下列行为', '不归还图书')).toEqual(['不归还图书'])
    expect(listed('应当遵守下列规定', '不断整理书架')).toEqual(['不断整理书架'])
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
    for (const other of ['携犬进入公共交通工具', '扰乱公共交通工具秩序'])
      expect(agreement(verbs('在公共交通工具内吸烟'), verbs(other))).toBeLessThan(1)
    expect(agreement(verbs('饲养烈性犬'), verbs('携带烈性犬出入公共场所'))).toBeLessThan(1)
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

describe('a plain search and reading', () => {
  // Each says it in its own words; 己 forbids it, 庚 punishes something beside it, 辛 says nothing.
  const end = '\n第九条 本办法自2024年1月1日起施行。'
  const texts = {
    甲: `第一条 在禁止吸烟的阅览室吸烟的，处五十元以上二百元以下罚款。${end}`,
    乙: `第一条 读者不得有下列行为：\n（一）在禁烟区域抽烟；\n（二）撕毁书页。\n第二条 违反第一条第一项规定的，处二十元罚款；违反第一条第二项规定的，给予警告。${end}`,
    丙: `第一条 有下列行为之一的，责令改正；拒不改正的，处五十元罚款：\n（一）大声喧哗；\n（二）在室内禁止吸烟的场所吸烟。${end}`,
    丁: `第一条 个人在禁烟场所吸烟的，处五十元罚款；单位不劝阻的，处五百元罚款。${end}`,
    戊: `第一条 不在禁止吸烟的场所抽烟。\n第二条 违反前条规定的，依照有关法律处罚。${end}`,
    己: `第一条 读者应当遵守秩序，不得在禁止吸烟的场所吸烟。${end}`,
    庚: `第一条 携犬进入禁止吸烟的场所的，处三百元罚款。${end}`,
    辛: `第一条 读者应当爱护图书。${end}`,
  }
  const { acts, penalties } = penaltiesIn(texts)
  const smoking = acts.find(({ zh }) => zh.includes('吸烟') && !zh.includes('犬'))!

  it('give the same documents that punish it, forbid it, and say nothing', () => {
    const states = smoking.states.map(({ regulation, state }) => `${regulation} ${state}`)
    expect(states.slice(0, 6)).toEqual(
      ['甲', '乙', '丙', '丁', '戊'].map(id => `${id} punished`).concat('己 forbidden'),
    )
    expect(states[7]).toBe('辛 not-found')
    expect(states[6]).not.toBe('庚 punished')
  })

  it('give the same sums, with whom they are on and when', () => {
    const fines = penalties
      .filter(({ act, kind }) => act === smoking.id && kind === 'fine')
      .map(({ address, min, max, addressee, condition }) =>
        [address, `${min}–${max}`, addressee, condition].filter(Boolean).join(' '),
      )
    expect(fines).toEqual(['甲/1/1 50–200', '乙/2/1 20–20', '丙/1/1/2 50–50 拒不改正', '丁/1/1 50–50 个人'])
  })
})
