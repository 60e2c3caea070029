import { describe, expect, it } from 'vitest'
import { functionWords } from '../../src/lexicon/function-words.ts'
import { patternOf, sourceOf, type Word } from '../../src/lexicon/lexicon.ts'
import { MODAL, MODAL_WORDS, MODALITIES } from '../../src/lexicon/modality.ts'

const found = (source: string, text: string) =>
  [...text.matchAll(new RegExp(source, 'g'))].map(match => match[0])

describe('words of a table', () => {
  const words: Word[] = [
    { word: '应', not: '应当 相应 应急 供应商 不应求' },
    { word: '应当' },
    { word: '支持', after: '^|，' },
    { word: '一般', before: '应|$' },
  ]

  it.each([
    ['应当应', ['应当', '应']],
    ['相应措施应急供应商供不应求', []],
    // The longer word has to be there whole.
    ['相当，应期，供应，应求', ['应', '应', '应']],
    // What only overlaps a word keeps it from nothing.
    ['相应当公开', ['应当']],
    ['支持，支持和支持', ['支持', '支持']],
    ['一般事项一般应一般', ['一般', '应', '一般']],
  ])('%s', (text, expected) => {
    expect(found(sourceOf(words), text)).toEqual(expected)
  })

  it('refuse a longer word that does not contain them', () => {
    expect(() => patternOf([{ word: '应', not: '许可' }])).toThrow('许可 does not contain 应')
    expect(() => patternOf([{ word: '应', not: '应' }])).toThrow('应 does not contain 应')
  })
})

describe('modal words', () => {
  it.each([
    ['应当报告', '应当'],
    ['参会人员要提前请假', '要'],
    ['应有半数以上到会', '应有'],
    ['确需延长的，可延长', '可'],
    ['一般应每月召开', '一般 应'],
    ['不应超过三日', '不应'],
    ['应缴纳滞纳金', '应'],
    ['应承担责任', '应'],
    ['应征得同意', '应'],
  ])('%s', (text, words) => {
    expect(found(MODAL, text).join(' ')).toBe(words)
  })

  it.each([
    '相应的供应商反应适应',
    '应急预案与应对措施的应用',
    '应到会人员、应到人数、应届毕业生',
    '应收账款和应缴税款、应缴费用',
    '重要纪要、主要摘要、必要需要',
    '许可、认可、方可、即可、可能、可行',
    '一般事项、一般性支出',
    '必需品、急需、确需、如需、需求',
    '须知',
    '不得已、不得不',
    '鼓励性措施',
  ])('none in %s', text => {
    expect(found(MODAL, text)).toEqual([])
  })

  it('each have a level, and whoever obliges obliges alike', () => {
    for (const { word, level, hedge } of MODAL_WORDS)
      expect([word, level > 0 && (hedge || level >= 1)]).toEqual([word, true])
    const levelOf = (word: string) => MODAL_WORDS.find(entry => entry.word === word)?.level
    const obliging = ['应当', '应', '应有', '必须', '须', '需', '务必', '要']
    expect(obliging.map(levelOf)).toEqual(obliging.map(() => levelOf('必须')))
    expect(levelOf('可')).toBe(levelOf('可以'))
  })

  it('of a provision: the softest of its words first', () => {
    expect(MODALITIES.map(({ modality }) => modality)).toEqual(['可', '一般', '原则上', '应', '必须', '不得'])
  })
})

describe('function words', () => {
  it.each([
    ['由在于', '由市长在三日内于会前', '由在于'],
    ['由在于', '理由、自由、所在地、存在、等于、属于', ''],
    ['和及与或', '单位和个人及其他，参与涉及和谐或许', '和及'],
    ['由', '日常管理由市长负责，方案由办公室起草，有理由', '由由'],
    ['与和或', '与会员单位，与会人员，和平安建设，或许可证', '与和或'],
    ['经', '经常务会议，经验收，经理事会，经常，经验，经理', '经经经'],
    ['报经', '报市长经同意，简报、举报、经费、经营', '报经'],
    ['只', '饲养犬只，只报一种', '只'],
    ['只', '每只犬、三只以上、5只、数只，只报一种', '只'],
  ])('%s in %s', (characters, text, expected) => {
    expect(found(functionWords(characters), text).join('')).toBe(expected)
  })

  it('are refused where the table has no entry', () => {
    expect(() => functionWords('市')).toThrow('no function word 市')
  })
})
