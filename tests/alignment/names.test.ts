import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { prepare } from '../../src/alignment/measure/prepare.ts'
import { stretchesOf } from '../../src/alignment/measure/stretches.ts'
import { rarityOf } from '../../src/alignment/measure/weigh.ts'
import { labellerOf } from '../../src/alignment/topics/topics.ts'
import { statementsOf } from '../../src/statements/statements.ts'
import { regulationOf } from '../support/seeds.ts'
import { answersInWords } from '../support/words.ts'

// What every document has besides, so that no word is rare by itself.
const OTHERS = [
  '市人民政府应当将河道保护工作纳入财政预算，保障工作经费。',
  '市水务部门负责本市河道保护工作，有关部门按照各自职责做好相关工作。',
  '鼓励志愿服务组织开展河道保护宣传活动，参加清理河道垃圾等活动。',
]

describe('names of rows without a codebook', () => {
  it('are what the sentence before a list is about, not one of its items', () => {
    const name = nameOf([
      '市民应当文明垂钓，遵守下列规定：不在桥梁上抛竿；使用环保饵料；带走鱼线鱼钩。',
      '垂钓者应当文明垂钓，自觉遵守下列规定：带走鱼线鱼钩；不在航道抛竿；放生幼鱼。',
      '个人应当文明垂钓，不得有下列行为：电鱼、毒鱼；在桥梁上抛竿；丢弃鱼线鱼钩。',
    ])
    expect(name).toBe('文明垂钓')
  })

  it('do not stop where the phrase always goes on', () => {
    const name = nameOf([
      '沿河单位应当配合水上交通安全监督管理机构，不得阻挠其检查船舶。',
      '船舶应当接受水上交通安全监督管理机构的检查。',
      '水上交通安全监督管理机构应当定期检查船舶，并公布结果。',
    ])
    expect(name).not.toMatch(/(?:交通|安全|监督|管理)$/)
  })

  it('do not turn what is denied into its contrary', () => {
    const name = nameOf([
      '市民发现不文明行为的，可以劝阻。',
      '沿河单位应当劝阻不文明行为，并报告水务部门。',
      '对不文明行为，河道管理员应当及时劝阻。',
    ])
    expect(name).not.toMatch(/^文明/)
  })

  it('join two words that a comma of the list parts', () => {
    const name = nameOf([
      '任何单位和个人有权投诉、举报损害河道的行为。',
      '市民有权对损害河道的行为投诉、举报，水务部门应当受理。',
      '水务部门应当公布电话，受理投诉举报。',
    ])
    expect(name).toMatch(/^投诉举报/)
  })

  it('say of a fine what is fined, and that it is a fine: its rule bears another name', () => {
    const [rule, fine] = namesOf([
      [
        '不得在河道倾倒建筑垃圾。',
        '违反本条例第一条规定，在河道倾倒建筑垃圾的，由水务部门责令改正，处五百元罚款。',
      ],
      [
        '禁止向河道倾倒建筑垃圾。',
        '违反本条例规定，向河道倾倒建筑垃圾的，由水务部门责令限期清除；逾期不清除的，处一千元罚款。',
      ],
      [
        '任何人不得倾倒建筑垃圾到河道。',
        '在河道倾倒建筑垃圾的，由城市管理部门给予警告；拒不改正的，处二百元以上五百元以下罚款。',
      ],
    ])
    expect(rule).toMatch(/建筑垃圾$/)
    expect(fine).toMatch(/倾倒建筑垃圾的处罚$/)
  })

  it('find the conduct where the fine names its rule by number only', () => {
    const [, fine] = namesOf(
      ['第一', '第二', '第三'].map(() => [
        '不得擅自驾驶摩托艇。',
        '违反本条例第一条规定的，由水务部门责令改正，处五百元罚款。',
      ]),
    )
    expect(fine).toMatch(/驾驶摩托艇的处罚$/)
  })

  it('say that a fine is for several things where no word is common to most', () => {
    const name = nameOf([
      '在河道驾驶摩托艇的，由水务部门处五百元罚款。',
      '向桥梁悬挂横幅的，由水务部门处五百元罚款。',
      '损毁水文仪器的，由水务部门处五百元罚款。',
    ])
    expect(name).toMatch(/等行为的处罚$/)
  })

  it('do not call a milder penalty a fine for what makes it milder', () => {
    const name = nameOf([
      '违反本条例规定，自愿参加社会服务的，可以从轻或者减轻处罚。',
      '行为人自愿参加社会服务的，水务部门可以不予罚款。',
      '自愿参加并完成社会服务的，可以减轻处罚。',
    ])
    expect(name).toMatch(/社会服务$/)
  })

  it('know the article on the liability of officials by its customary words', () => {
    const name = nameOf([
      '水务部门及其工作人员玩忽职守、滥用职权、徇私舞弊的，依法给予处分。',
      '国家工作人员滥用职权、徇私舞弊的，由有关机关给予处分；构成犯罪的，依法追究刑事责任。',
      '河道管理机构及其工作人员玩忽职守的，对直接责任人员依法给予处分。',
    ])
    expect(name).toBe('工作人员的法律责任')
  })

  it('say what is done, not who does it, when, or within how many days', () => {
    const name = nameOf([
      '施工单位应当在五个工作日内设置河道公示牌，标明施工期限。',
      '已经开工的，施工单位应当设置河道公示牌。',
      '经批准施工的，施工单位应当于五个工作日内在现场设置河道公示牌。',
    ])
    expect(name).toMatch(/^设置河道公示牌/)
  })

  it('of items of a list begin with what the list is about, where that does not stand in the row', () => {
    const articles = [
      '申请疏浚河道，应当提交下列材料：（一）疏浚方案；（二）航道平面图。',
      '申请疏浚河道，应当提供下列材料：（一）疏浚方案；（二）航道平面图。',
      '申请疏浚河道的单位应当报送下列材料：（一）申请书；（二）航道平面图。',
    ]
    const rows = articles.map((_, at) => `d${at + 1}/1/1/2`)
    const { names } = labelled(
      articles.map(article => [article]),
      [rows],
    )
    expect(names[0]).toBe('申请疏浚河道（航道平面图）')
  })

  it('name what is defined, and that it is a definition; of several things that they are', () => {
    const name = (...terms: string[]) =>
      nameOf(terms.map(term => `本条例所称${term}，是指湖泊、水库和沟渠。`))
    expect(name('河道', '河道', '河道')).toBe('河道的定义')
    expect(name('河道', '岸线', '沟渠')).toBe('用语含义')
  })

  it('are not the name of a law', () => {
    const name = nameOf([
      '依照《中华人民共和国航道法》的规定处理沉船。',
      '沉船的打捞依照《中华人民共和国航道法》的规定处理。',
      '沉船所有人应当依照《中华人民共和国航道法》打捞沉船。',
    ])
    expect(name).not.toMatch(/法$/)
  })

  describe('no two are the same', () => {
    const documents = [
      ['市民有权投诉、举报。', '水务部门应当公布投诉、举报电话，及时答复投诉、举报人。'],
      ['单位和个人有权投诉、举报。', '水务部门应当公布电话，答复投诉、举报。'],
      ['任何人有权投诉、举报。'],
    ]

    it('the row of most documents keeps the name, the other says what tells it apart', () => {
      const [first, second] = namesOf(documents)
      expect(first).toBe('投诉举报')
      expect(second).toMatch(/^投诉举报（.+）$|^(?!投诉举报$)/)
    })

    it('also of rows with one text, and of those that people named', () => {
      const twice = labelled(documents, [
        ['d1/1', 'd2/1', 'd3/1'],
        ['d1/1', 'd2/1', 'd3/1'],
      ])
      expect(new Set(twice.names).size).toBe(2)
      expect(new Set(twice.ids).size).toBe(1)
      expect(labelled(documents, [['d1/1', 'd2/1', 'd3/1']], ['投诉举报']).names[0]).toMatch(
        /^投诉举报（.+）$/,
      )
    })

    it('whatever the order of documents and rows', () => {
      const rows = [
        ['d1/1', 'd2/1', 'd3/1'],
        ['d1/2', 'd2/2'],
      ]
      const backwards = labelled(documents, rows.map(row => row.toReversed()).reverse(), [], true)
      expect(backwards.names.reverse()).toEqual(labelled(documents, rows).names)
    })
  })
})

it('names of rows in all words', async () => {
  const answer = (articles: string) => nameOf(articles.split('｜'))
  await expect(answersInWords('names-words.txt', answer)).toMatchFileSnapshot('../golden/names-words.txt')
})

// As in laws-text.test.ts: by the square of the length the first of these took 47 s at half of it.
describe('an article in stretches', () => {
  it.each(['的，', '市民的，由', '下列', '不予罚款的，', '罚款的，处'])(
    'of %j four hundred thousand characters long loses no word',
    piece => {
      const text = piece.repeat(400_000 / piece.length)
      const article = prepare(regulationOf('d1', [text]), text => text.match(/.{1,2}/gu) ?? []).articles[0]!
      const stretches = stretchesOf(article)
      expect(stretches.flatMap(({ words }) => words).join('')).toBe(article.pieces[0]!.text)
    },
  )
})

/** The name of the row that the first articles of several documents make. */
function nameOf(articles: string[]): string {
  return namesOf(articles.map(article => [article]))[0]!
}

/** The names of the rows of first, second … articles. */
function namesOf(documents: string[][]): string[] {
  const rows = documents[0]!.map((_, article) =>
    documents.flatMap((articles, at) => (articles[article] ? [`d${at + 1}/${article + 1}`] : [])),
  )
  return labelled(documents, rows).names
}

function labelled(documents: string[][], rows: string[][], taken: string[] = [], backwards = false) {
  const regulations = documents.map((articles, at) => regulationOf(`d${at + 1}`, [...articles, ...OTHERS]))
  const prepared = regulations.map(regulation => prepare(regulation, cut))
  const ordered = backwards ? prepared.reverse() : prepared
  const articles = ordered.flatMap(regulation => regulation.articles)
  const label = labellerOf(
    new Map(articles.map(article => [article.address, article])),
    rarityOf(ordered),
    regulations.flatMap(regulation => statementsOf(regulation)),
  )
  const topics = label(
    rows.map(row => row.map(address => ({ address, statements: null }))),
    taken,
  )
  return { names: topics.map(({ zh }) => zh), ids: topics.map(({ id }) => id) }
}
