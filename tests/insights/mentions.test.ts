import { csvParse } from 'd3-dsv'
import { describe, expect, it } from 'vitest'
import { readRegulation } from '../../src/analyse.ts'
import { mentionsOf } from '../../src/insights/mentions.ts'
import { csvOf } from '../../src/tables/formats/csv.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import { mentionsTable } from '../../src/tables/mentions.ts'
import { packMentions, unpackMentions } from '../../src/tables/pack.ts'
import type { Family, Regulation } from '../../src/types.ts'
import { smallAnalysis } from '../support/documents.ts'
import { memberOf } from '../support/members.ts'

/** A regulation of these articles, each a text of its own, in a city that no rule knows. */
function regulation(id: string, ...articles: string[]): { regulation: Regulation; text: string } {
  const numerals = '一二三四五六七八九十'
  const text = articles.map((article, at) => `第${numerals[at]}条　${article}`).join('\n')
  return { regulation: readRegulation({ id, place: `${id}市`, file: `${id}.txt`, text }), text }
}

function family(id: string, zh: string, ...members: string[]): Family {
  return {
    id,
    topic: { id, zh, en: zh },
    label: 'curated',
    members: members.map(address => memberOf(address, 'A')),
  }
}

const REST = [
  '市场监督管理部门应当公布投诉举报电话，及时处理消费者的投诉。',
  '图书馆、博物馆应当向公众免费开放，并设置无障碍通道。',
  '公园绿地的养护由园林主管部门负责，任何单位不得擅自砍伐树木。',
  '学校应当开展安全教育，每学期组织一次应急演练。',
  '建设单位应当在工程竣工后十五日内报送竣工资料。',
  '公共场所禁止吸烟，经营者应当劝阻吸烟行为。',
  '鼓励单位和个人捐赠图书，捐赠物品应当登记造册。',
]
const DOGS = '饲养犬只应当办理登记，定期注射狂犬疫苗。携带犬只出户应当束犬链，由成年人牵领。'
const jia = regulation('jia', DOGS, ...REST)
const yi = regulation('yi', '养犬应当依法办理登记，携带犬只外出由成年人牵领，束犬链。', ...REST)
const bing = regulation(
  'bing',
  `公民应当遵守下列规定：
（一）爱护公共设施；
（二）携带犬只出户束犬链，不干扰他人；
（三）不随地吐痰。`,
  ...REST,
)
const ding = regulation('ding', ...REST)
const documents = [jia, yi, bing, ding].map(each => each.regulation)
const dogs = family('dogs', '养犬', 'jia/1', 'yi/1')

const ALL_OF_DOGS = '饲养犬只办理登记并注射狂犬疫苗且携带犬只出户由成年人牵领束犬链'

/** Where a document that begins with the article mentions dogs, and in which words. */
function foundIn(article: string): [address: string, quote: string][] {
  const wu = regulation('wu', article, ...REST)
  return mentionsOf([dogs], [...documents, wu.regulation])
    .filter(({ address }) => address.startsWith('wu/'))
    .map(({ address, quote }) => [address, quote])
}

describe('a mention', () => {
  it('is the clause that says most of the matter, with its unit; a document that says nothing of it has none', () => {
    expect(mentionsOf([dogs], documents)).toMatchObject([
      { family: 'dogs', address: 'bing/1/1/2', quote: expect.stringContaining('携带犬只出户束犬链') },
    ])
  })

  it('stands in the source where its span says', () => {
    for (const { span, quote, range, share } of mentionsOf([dogs], documents)) {
      expect(bing.text.slice(span.start, span.end)).toBe(quote)
      expect(range.to - range.from).toBe(quote.length)
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThanOrEqual(1)
    }
  })

  it('is never of a document that has a counterpart', () => {
    const everywhere = family('dogs', '养犬', 'jia/1', 'yi/1', 'bing/1')
    expect(mentionsOf([everywhere], documents)).toEqual([])
  })

  // Each says enough of dogs to be a mention, were it not for what it is said for.
  it.each([
    ['a preamble', `为了使${ALL_OF_DOGS}，制定本条例。`, '使'],
    ['a day of commencement', `本条例规定${ALL_OF_DOGS}，自公布之日起施行。`, '规定'],
    ['a fine', `未按规定${ALL_OF_DOGS}的由公安机关处二百元罚款。`, '未按规定'],
    ['a warning', `未按规定${ALL_OF_DOGS}的由公安机关给予警告。`, '未按规定'],
    ['a dog taken away', `未按规定${ALL_OF_DOGS}的由公安机关没收犬只。`, '未按规定'],
    [
      'the opening of a list',
      `${ALL_OF_DOGS}应当遵守下列规定：\n（一）爱护公共设施；\n（二）不随地吐痰。`,
      '',
    ],
  ])('is not %s', (_, sentence, before) => {
    expect(foundIn(sentence)).toEqual([])
    expect(foundIn(`${before}${ALL_OF_DOGS}。`)).toEqual([['wu/1/1', `${before}${ALL_OF_DOGS}`]])
  })

  it.each([
    ['a sign that warns', `${ALL_OF_DOGS}并设置警告标志`],
    ['what must not be taken away', `${ALL_OF_DOGS}的不得没收犬只`],
    ['a decision that takes effect', `${ALL_OF_DOGS}的决定自送达之日起生效`],
  ])('may speak of %s', (_, words) => {
    expect(foundIn(`${words}。`)).toEqual([['wu/1/1', words]])
  })

  it('is an item too short to be one by itself, where what opens the list speaks of the matter', () => {
    const item = '由成年人带领'
    const list = (lead: string) => `${lead}，应当遵守下列规定：\n（一）爱护公共设施；\n（二）${item}。`
    expect(foundIn(list('饲养犬只的'))).toEqual([['wu/1/1/2', expect.stringContaining(item)]])
    expect(foundIn(list('进入公园、广场的'))).toEqual([])
  })

  it('is no longer than can be read at a glance, however much a sentence says of the matter', () => {
    const duties = [
      '养护单位应当每日清扫河道水面',
      '及时打捞漂浮的水草与枯枝',
      '巡查护栏和警戒浮标是否完好',
      '登记沿岸排污口的位置及流量',
      '汛前疏浚淤积的泥沙',
      '汛期值守闸门与泵站',
      '枯水季节补充生态用水',
      '劝离在堤坝上烧烤露营的游人',
      '修剪遮挡航标灯的树冠',
      '每季度检测一次溶解氧和透明度',
      '将结果张贴于码头公告栏',
    ].join('，')
    const rivers = family('rivers', '河道养护', 'd1/1', 'd2/1')
    const texts = ['d1', 'd2', 'd3'].map(id => regulation(id, `${duties}。`, ...REST).regulation)
    const [{ quote } = { quote: '' }] = mentionsOf([rivers], texts)
    expect(duties.length).toBeGreaterThan(120)
    expect(quote.length).toBeGreaterThan(100)
    expect(quote.length).toBeLessThanOrEqual(120)
  })

  it('is the same whatever the order of documents and members', () => {
    const turned = { ...dogs, members: [...dogs.members].reverse() }
    const byAddress = (a: { address: string }, b: { address: string }) => (a.address < b.address ? -1 : 1)
    expect(mentionsOf([turned], [...documents].reverse()).sort(byAddress)).toEqual(
      mentionsOf([dogs], documents).sort(byAddress),
    )
  })

  it('is packed and unpacked without loss', () => {
    const mentions = mentionsOf([dogs], documents)
    const ids = documents.map(({ id }) => id)
    expect(unpackMentions(packMentions(mentions, ids), ids)).toEqual(
      new Map([['dogs', new Map(mentions.map(({ address, span }) => ['bing', { address, span }]))]]),
    )
  })
})

it("the table quotes the source's own characters and leads back to them", () => {
  const { analysis, sourceOf } = smallAnalysis()
  const { articles } = analysis.regulations[1]!
  const { address, passage } = articles[0]!.paragraphs[0]!
  const mention = {
    family: 'plenary-meeting',
    address,
    range: { from: 4, to: 11 },
    span: { start: passage.runs[0]![1] + 4, end: passage.runs[0]![1] + 11 },
    quote: passage.text.slice(4, 11),
    share: 0.5,
  }
  const table = mentionsTable({ ...analysis, mentions: [mention] }, lookupOf(analysis.regulations), sourceOf)
  expect(table.name).toBe('mentions')
  const [row] = csvParse(csvOf(table).slice(1))
  expect(row).toMatchObject({
    family: 'plenary-meeting',
    topic_zh: '全体会议',
    regulation: 'yi-2020',
    place: '乙市',
    address,
    label: '第一条',
    share: '0.5',
    clean_quote: mention.quote,
  })
  expect(sourceOf('yi-2020').slice(Number(row!.start), Number(row!.end))).toBe(row!.quote)
})
