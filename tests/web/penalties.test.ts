import { describe, expect, it } from 'vitest'
import { actSummaries, actSummary } from '../../src/penalties/summary.ts'
import { sitePenaltiesOf } from '../../src/tables/penalties.ts'
import { fineText, groupTag, shortFine } from '../../web/charts/fine-words.ts'
import { choiceOf, chosenActs } from '../../web/views/penalties/choice.ts'
import { levelOf } from '../../web/views/penalties/matrix.ts'
import {
  matrixTable,
  SANCTION_COLUMNS,
  sanctionRecords,
  sanctionText,
} from '../../web/views/penalties/records.ts'
import { actSentence } from '../../web/views/penalties/sentence.ts'
import { penaltiesIn } from '../support/penalties-cases.ts'

// What the view of penalties says and gives away, without a browser.

const noise = (sum: string) => `第一条 在阅览室内喧哗的，处${sum}罚款。`
const texts = {
  甲: `${noise('五十元以上二百元以下')}\n第二条 单位擅自翻印图书的，处一万元以上三万元以下罚款。`,
  乙: noise('五十元以上二百元以下'),
  丙: noise('五十元以上二百元以下'),
  丁: noise('十元以上二十元以下'),
  戊: noise('五百元'),
  己: '第一条 在阅览室内喧哗的，给予警告。',
  庚: '第一条 读者不得在阅览室内喧哗。',
}
const all = sitePenaltiesOf(penaltiesIn(texts))
const cities = Object.keys(texts).map(id => ({ id, place: `${id}市`, name: `${id}市` }))
const sentence = (lines: Record<string, string>, language: 'zh' | 'en' = 'zh', places = cities) => {
  const { acts, penalties } = penaltiesIn(lines)
  return actSentence(actSummary(acts[0]!, penalties), places, language)
}

describe('the sentence on an act', () => {
  it('says how many punish it, where half of the fines lie, who fines least and most, and who only forbids it', () => {
    expect(sentence(texts)).toBe(
      '7 市中 6 市设有处罚，5 市直接罚款，其中过半（3 市）在 50–200 元之间，丁市最低（10–20 元），戊市最高（500 元），最大为最小的 50 倍；1 市处罚而未写明金额；1 市禁止或要求而未设处罚。',
    )
    expect(sentence(texts, 'en')).toBe(
      '6 of 7 cities punish it; 5 fine it at once; most of them (3) within 50–200 yuan; 丁市 the least (10–20 yuan), 戊市 the most (500 yuan); the largest sum is 50× the smallest; 1 more punish it without naming a sum; 1 forbid or require it without a penalty.',
    )
  })

  it('says that all fine alike, and at which stage', () => {
    const persisting = '第一条 在阅览室内喧哗的，责令改正；拒不改正的，处二十元罚款。'
    expect(sentence({ 甲: persisting, 乙: persisting })).toBe(
      '2 市中 2 市设有处罚，2 市（逾期、拒不改正）罚款，均为 20 元。',
    )
  })

  it('counts places where one is no city, documents where a place has several', () => {
    const one = { 甲: noise('十元'), 乙: noise('十元') }
    const named = (a: string, b: string) => [
      { id: '甲', place: a, name: `${a} 2020` },
      { id: '乙', place: b, name: `${b} (cut off)` },
    ]
    expect(sentence(one, 'zh', named('甲市', '乙省'))).toMatch(/^2 地中/)
    expect(sentence(one, 'zh', named('甲市', '甲市'))).toBe('2 件中 2 件设有处罚，2 件直接罚款，均为 10 元。')
    expect(sentence(one, 'en', named('甲市', '甲市'))).toMatch(/^2 of 2 documents punish it/)
    expect(sentence(one, 'en', named('甲市', '乙市'))).toMatch(/^2 of 2 cities punish it/)
  })

  it('says how many fine in another circumstance', () => {
    const persisting = '第一条 在阅览室内喧哗的，责令改正；拒不改正的，处二十元罚款。'
    expect(sentence({ 甲: noise('十元'), 乙: noise('十元'), 丙: persisting })).toBe(
      '3 市中 3 市设有处罚，2 市直接罚款，均为 10 元；另有 1 市按其他对象、情节或计量罚款。',
    )
  })

  it('says where nobody names a sum', () => {
    expect(sentence({ 甲: '第一条 在阅览室内喧哗的，给予警告。' })).toBe(
      '1 市中 1 市设有处罚，均未写明金额。',
    )
  })
})

describe('sums in short', () => {
  const yuan = { unit: 'yuan', per: null } as const
  it.each([
    [50, 200, '50–200 元', '50–200', '50–200 yuan'],
    [500, 500, '500 元', '500', '500 yuan'],
    [null, 200, '≤ 200 元', '≤200', '≤ 200 yuan'],
    [500, null, '≥ 500 元', '≥500', '≥ 500 yuan'],
    [null, null, '上下不限', '上下不限', 'any sum'],
    [5000, 10_000, '5000 元–1 万元', '0.5–1万', '5–10k yuan'],
    [50, 10_000, '50 元–1 万元', '50元–1万', '50–10k yuan'],
    [20_000, 50_000, '2–5 万元', '2–5万', '20–50k yuan'],
    [20_000, 20_000, '2 万元', '2万', '20k yuan'],
  ])('%s to %s', (low, high, zh, short, en) => {
    expect(fineText({ low, high }, yuan, 'zh')).toBe(zh)
    expect(shortFine({ low, high }, yuan, 'zh')).toBe(short)
    expect(fineText({ low, high }, yuan, 'en')).toBe(en)
  })

  it('of multiples are no sums', () => {
    expect(fineText({ low: 1, high: 3 }, { unit: 'times', per: '违法所得的倍数' }, 'zh')).toBe('1–3 倍')
    expect(fineText({ low: 5, high: 10 }, { unit: 'times', per: '工程价款的百分数' }, 'en')).toBe('5–10%')
  })

  it('say what tells them from the fines of their row', () => {
    const tag = (addressee: 'doer' | 'unit', stage: 'none' | 'persisting', always = false) =>
      groupTag({ addressee, stage, words: '', per: null }, 'zh', always)
    expect([tag('doer', 'none'), tag('doer', 'none', true), tag('unit', 'persisting')]).toEqual([
      '',
      '直接',
      '单位 不改',
    ])
  })

  it('have the tint of the class that their upper end is in', () => {
    expect([20, 200, 201].map(high => levelOf({ low: 1, high }, [50, 200]))).toEqual([0, 1, 2])
  })
})

describe('the list of acts', () => {
  const listed = (query: Record<string, string>) => chosenActs(all, choiceOf(query)).map(({ act }) => act.zh)
  it('has what most documents fine first, or what costs most, or where fines differ most', () => {
    expect(listed({})).toEqual(['在阅览室内喧哗', '单位擅自翻印图书'])
    expect(listed({ sort: 'median' })).toEqual(['单位擅自翻印图书', '在阅览室内喧哗'])
    expect(listed({ sort: 'spread' })).toEqual(['在阅览室内喧哗', '单位擅自翻印图书'])
  })

  it('can be searched in names and words, and narrowed to those who are fined', () => {
    expect(listed({ find: '翻印' })).toEqual(['单位擅自翻印图书'])
    expect(listed({ find: '警告' })).toEqual(['在阅览室内喧哗'])
    expect(listed({ find: '停车' })).toEqual([])
    expect(listed({ to: 'unit' })).toEqual(['单位擅自翻印图书'])
    expect(listed({ to: 'nobody' })).toHaveLength(2)
  })

  it('narrowed to whom, says of who punishes others that it does, and does not count it', () => {
    const both = sitePenaltiesOf(
      penaltiesIn({ ...texts, 辛: '第一条 在阅览室内喧哗的，对个人处十元罚款，对单位处百元罚款。' }),
    )
    const [summary] = chosenActs(both, choiceOf({ to: 'unit', find: '喧哗' }))
    const { columns, rows } = matrixTable([summary!], [...cities, { id: '辛' }], state => state, 'zh')
    const row = Object.fromEntries(columns.map((column, at) => [column, rows[0]![at]]))
    expect(row).toMatchObject({ punished: 1, punished_others: 6, 甲: 'others', 庚: 'forbidden' })
    expect(chosenActs(both, choiceOf({ to: 'unit' }))[0]).toBe(summary)
  })

  it('as a table has a row for each act, with sanctions or a state for each document', () => {
    const { columns, rows } = matrixTable(actSummaries(all.acts, all.penalties), cities, state => state, 'zh')
    const row = Object.fromEntries(columns.map((column, at) => [column, rows[0]![at]]))
    expect(row).toMatchObject({
      act_zh: '在阅览室内喧哗',
      punished: 6,
      compared_documents: 5,
      median_min: 50,
      median_max: 200,
      spread: 50,
      甲: '罚款 50–200 元',
      己: '警告',
      庚: 'forbidden',
    })
  })

  it('as records has one for each sanction', () => {
    const names = { place: (id: string) => `${id}市`, unit: (address: string) => address }
    const records = sanctionRecords(actSummaries(all.acts, all.penalties), names)
    expect(records).toHaveLength(7)
    expect(records.every(record => record.length === SANCTION_COLUMNS.length)).toBe(true)
    expect(sanctionText(all.penalties.find(({ addressee }) => addressee === '单位')!, 'zh')).toBe(
      '罚款 1–3 万元（单位）',
    )
  })
})
