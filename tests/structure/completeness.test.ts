import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleText } from '../../src/structure/address.ts'
import { cutOffBy } from '../../src/structure/completeness.ts'
import { structureOf } from '../../src/structure/structure.ts'

const read = (title: string, ...articles: string[]) =>
  structureOf({
    id: 'x',
    place: '甲市',
    file: 'x.txt',
    text: [title, ...articles.map((text, at) => `第${'一二三四五六七八九'[at]}条 ${text}`)].join('\n'),
  })
const PURPOSE = '为规范工作，制定本规定。'
const DUTY = '市政府办公室负责日常工作。'
const EFFECT = '本规定自2024年1月1日起施行。'

describe('a document that is whole', () => {
  it.each<[string, string, string[]]>([
    ['ends with the day it takes effect', '甲市养犬管理规定', [PURPOSE, DUTY, EFFECT]],
    ['ends with what it repeals', '甲市养犬管理规定', [PURPOSE, EFFECT, '《甲市养犬办法》同时废止。']],
    ['says so before who explains it', '甲市养犬管理办法', [EFFECT, DUTY, '本办法由市公安局负责解释。']],
    ['takes effect when it is printed', '甲市人民政府工作规则', [PURPOSE, DUTY, '本规则自印发之日起执行。']],
    ['is a decision, which need not say so', '甲市人民政府关于加强监督的决定', [PURPOSE, DUTY, DUTY]],
    ['ends with a list', '甲市人民政府关于加强监督的决定', [PURPOSE, '下列：\n（一）甲；\n（二）乙。', DUTY]],
    ['takes effect on the day itself', '甲市養犬管理辦法', [PURPOSE, DUTY, '本辦法自發布日施行。']],
    ['leaves the day to somebody', '甲市养犬管理办法', [PURPOSE, DUTY, '本办法施行日期，由市政府另定。']],
    ['takes effect when it is adopted', '甲市政府议事规则', [PURPOSE, DUTY, '本规则经全体会议通过后执行。']],
    ['says what it puts an end to', '甲市养犬管理办法', [PURPOSE, DUTY, '原《甲市养犬办法》停止执行。']],
    ['ends in a quotation', '甲市人民政府关于加强监督的决定', [PURPOSE, DUTY, '删去“甲市”，改为“乙市。”']],
    ['has a year behind its title', '甲市养犬管理规定（2024年修订）', [PURPOSE, DUTY, EFFECT]],
  ])('%s', (_, title, articles) => {
    const { complete, problems } = read(title, ...articles)
    expect(complete).toBe(true)
    expect(problems.filter(({ rule }) => rule === 'incomplete')).toEqual([])
  })
})

describe('a document that is cut off', () => {
  it.each<[string, string, string[], RegExp]>([
    ['stops in a sentence', '甲市养犬管理规定', [PURPOSE, EFFECT, '市政府办公室负责'], /end no sentence/],
    ['stops at a comma', '甲市养犬管理规定', [PURPOSE, EFFECT, '市政府办公室负责日常工作，'], /go on/],
    [
      'stops in a list',
      '甲市养犬管理规定',
      [PURPOSE, EFFECT, '职责如下：\n（一）拟订计划；\n（二）组织实施；'],
      /go on/,
    ],
    ['stops before a list', '甲市养犬管理规定', [PURPOSE, EFFECT, '市政府办公室履行下列职责：'], /go on/],
    ['never says when it takes effect', '甲市养犬管理规定', [PURPOSE, DUTY, DUTY, DUTY], /takes effect/],
    [
      'says so of another rule early on',
      '甲市养犬管理条例',
      [EFFECT, DUTY, DUTY, DUTY, DUTY],
      /takes effect/,
    ],
    [
      'only punishes who 实施行政许可',
      '甲市养犬管理条例',
      [DUTY, '违法实施行政许可的，依法给予处分。'],
      /takes effect/,
    ],
    [
      'only speaks of judgements 生效',
      '甲市养犬管理条例',
      [DUTY, '拒不履行生效判决的，列入名单。'],
      /takes effect/,
    ],
    [
      'only has rules repealed in time',
      '甲市养犬管理办法',
      [DUTY, '及时修改、废止有关规定。'],
      /takes effect/,
    ],
    ['only has plans carried out', '甲市养犬管理办法', [DUTY, '规划报市政府批准后实施。'], /takes effect/],
    [
      'counts from the day of a decision',
      '甲市养犬管理规程',
      [DUTY, '自决定公布之日起十日内缴纳。'],
      /takes effect/,
    ],
    ['is in traditional characters', '甲市養犬管理規則', [DUTY, '主管機關辦理登記。'], /takes effect/],
    [
      'never says so, with a year behind its title',
      '甲市养犬规定（2024年修订）',
      [PURPOSE, DUTY, DUTY],
      /takes effect/,
    ],
  ])('%s', (_, title, articles, reason) => {
    const { complete, problems, articles: found } = read(title, ...articles)
    expect(complete).toBe(false)
    const [problem, ...more] = problems.filter(({ rule }) => rule === 'incomplete')
    expect(more).toEqual([])
    expect(problem).toMatchObject({ severity: 'warning', message: expect.stringMatching(reason) })
    const { start, end } = found.at(-1)!
    expect(problem!.span).toEqual({ start, end })
  })
})

it('the five are whole, and cut behind any earlier article they are not', () => {
  for (const id of ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']) {
    const text = readFileSync(new URL(`../../corpus/raw/${id}.txt`, import.meta.url), 'utf8')
    const { articles, title, complete } = structureOf({ id, place: '', file: '', text })
    const before = articles.findIndex(article => /^本规则[^。]*[施执]行。/.test(articleText(article)))
    const taken = articles.slice(0, before).filter((_, at) => !cutOffBy(articles.slice(0, at + 1), title))
    expect([id, complete, taken.map(({ label }) => label)]).toEqual([id, true, []])
    expect(before).toBeGreaterThan(40)
  }
})
