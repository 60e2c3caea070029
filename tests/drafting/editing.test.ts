import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/analyse.ts'
import { adopted, targetOf } from '../../src/drafting/editing/adopt.ts'
import { type Block, blocksOf, textOf } from '../../src/drafting/editing/blocks.ts'
import { stepped } from '../../src/drafting/editing/moving.ts'

const read = (text: string, place = '') => readDocument({ id: 'draft', place, file: 'draft.txt', text })

const DRAFT = `某市公园管理办法

第一章　总则

　　第一条　为了加强公园管理，制定本办法。
　　第二条　本办法适用于公园。

第二章　管理

　　第三条　公园应当按时开放。
　　市人民政府可以规定例外。
　　第四条　违反本办法第三条规定的，由主管部门责令改正。

第三章　附则

　　第五条　本办法第二章、第四条自2024年3月1日起施行。
`

/** The draft with its blocks in another order. */
function reordered(text: string, change: (blocks: Block[]) => Block[]): string {
  const document = read(text)
  return textOf(change(blocksOf(document)), document)
}

const at = (blocks: Block[], address: string) => blocks.findIndex(block => block.address === address)

describe('a draft as blocks', () => {
  it.each(['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou'])(
    '%s is the text of its blocks',
    id => {
      const text = readFileSync(`corpus/raw/${id}.txt`, 'utf8').replace(/\r\n?/g, '\n')
      const document = read(text)
      const whole = blocksOf(document).map(({ from }) =>
        typeof from === 'string' ? from : text.slice(from.start, from.end),
      )
      expect(whole.join('')).toBe(text)
      expect(textOf(blocksOf(document), document)).toBe(text)
    },
  )

  it('an article that is moved is numbered anew, and what refers to it follows', () => {
    const moved = reordered(DRAFT, blocks => {
      const [own] = blocks.splice(at(blocks, 'draft/4'), 1)
      blocks.splice(at(blocks, 'draft/3'), 0, own!)
      return blocks
    })
    expect(moved).toContain('第三条　违反本办法第四条规定的')
    expect(moved).toContain('第四条　公园应当按时开放。\n　　市人民政府可以规定例外。')
    expect(moved).toContain('第五条　本办法第二章、第三条自')
    expect(moved).toContain('某市公园管理办法\n\n第一章　总则')
  })

  it('a chapter that is moved takes its articles and its number along', () => {
    const moved = reordered(DRAFT, blocks => {
      const chapter = blocks.splice(at(blocks, 'draft/c2'), 3)
      blocks.splice(at(blocks, 'draft/c1'), 0, ...chapter)
      return blocks
    })
    expect(moved.match(/^.*第.[章条]　../gm)).toEqual([
      '第一章　管理',
      '　　第一条　公园',
      '　　第二条　违反',
      '第二章　总则',
      '　　第三条　为了',
      '　　第四条　本办',
      '第三章　附则',
      '　　第五条　本办',
    ])
    expect(moved).toContain('违反本办法第一条规定')
    expect(moved).toContain('本办法第一章、第二条自')
  })

  it('an article is put in as the others are written, in whatever style they are numbered', () => {
    const put = (text: string) =>
      reordered(text, blocks => {
        blocks.splice(at(blocks, 'draft/2'), 0, {
          kind: 'article',
          address: null,
          from: '新的规定。\n（一）一项。',
        })
        return blocks
      })
    expect(put(DRAFT)).toContain(
      '制定本办法。\n　　第二条　新的规定。\n　　（一）一项。\n　　第三条　本办法适用于',
    )
    const plain =
      '某市规则\n\n一、为了管理公园，制定本规则。\n\n二、公园应当开放。\n\n三、按照本规则第二条执行。\n'
    expect(put(plain)).toContain('制定本规则。\n\n二、新的规定。\n（一）一项。\n\n三、公园应当开放。')
    expect(put(plain)).toContain('四、按照本规则第三条执行。')
  })

  it('an inserted article becomes a number of its own, however it is written, and so does what refers to it', () => {
    const put = (text: string) => {
      const document = read(text)
      return textOf(blocksOf(document), document)
    }
    expect(
      put(
        '某市公园办法\n第一条　为了管理公园，制定本办法。\n第一条之一　公园应当开放。\n第二条　违反第一条之一、第二条的，责令改正；符合第二条之一的除外。\n',
      ),
    ).toBe(
      '某市公园办法\n第一条　为了管理公园，制定本办法。\n第二条　公园应当开放。\n第三条　违反第二条、第三条的，责令改正；符合第三条之一的除外。\n',
    )
    expect(
      put(
        '某市公园办法\n第1条 为了管理公园，制定本办法。\n第1-1条 公园应当开放。\n第2条 违反第1-1条的，责令改正。\n',
      ),
    ).toContain('第2条 公园应当开放。\n第3条 违反第2条的，责令改正。')
  })

  it('a text in traditional script stays in it', () => {
    const text =
      '某市公園辦法\n\n第一章　總則\n\n第一條　為了管理公園，制定本辦法。\n第二條　公園應當開放。\n第三條　違反本辦法第二條規定的，責令改正。\n'
    const put = reordered(text, blocks => {
      blocks.splice(at(blocks, 'draft/2'), 0, { kind: 'article', address: null, from: '新的規定。' })
      return blocks
    })
    expect(put).toContain('第二條　新的規定。\n第三條　公園應當開放。\n第四條　違反本辦法第三條規定的')
  })

  it('chapters that start over in every part go on doing so', () => {
    const text = `某市公园条例
第一编　总则
第一章　目的
第一条　为了管理公园，制定本条例。
第二章　范围
第二条　本条例适用于公园，第二编第一章另有规定的除外，依照《城市绿化条例》第一章办理。
第二编　分则
第一章　开放
第三条　公园应当开放。
第二章　处罚
第四条　违反本编第一章规定的，责令改正。
`
    expect(reordered(text, blocks => blocks)).toBe(text)
    const moved = reordered(text, blocks => {
      blocks.push(...blocks.splice(at(blocks, 'draft/p2c1'), 2))
      return blocks
    })
    expect(moved).toContain('第一章　处罚\n第三条　违反')
    expect(moved).toContain('第二章　开放\n第四条　公园应当开放')
    expect(moved).toContain('第二编第二章另有规定的除外，依照《城市绿化条例》第一章')
  })

  it('a heading behind the last article is a block', () => {
    const text = `${DRAFT}\n第四章　附录\n`
    const blocks = blocksOf(read(text))
    expect(blocks.at(-1)).toMatchObject({ kind: 'division', level: 'chapter' })
    expect(reordered(text, each => each)).toBe(text)
    expect(
      reordered(text, each => {
        each.splice(at(each, 'draft/c1'), 0, each.pop()!)
        return each
      }),
    ).toMatch(/第一章　附录\n第二章　总则/)
  })

  it('an article that is taken out leaves no gap, and what referred to it keeps its words', () => {
    const less = reordered(DRAFT, blocks => blocks.filter(({ address }) => address !== 'draft/3'))
    expect(less).toContain('第三条　违反本办法第三条规定的')
    expect(less).toContain('第四条　本办法第二章、第三条自')
    expect(less).not.toContain('按时开放')
  })
})

describe('a step up or down', () => {
  const SECTIONS = `某市公园条例
第一章　总则
第一条　为了管理公园，制定本条例。
第二章　管理
第一节　开放
第二条　公园应当开放。
第二节　收费
第三条　公园免费。
第三章　附则
第四条　本条例自2024年3月1日起施行。
`
  const { regulation, source } = read(SECTIONS)
  const blocks = blocksOf({ regulation, source })
  const order = (address: string, by: 1 | -1) =>
    stepped(at(blocks, address), by, blocks)
      ?.flatMap(each => each.address?.replace('draft/', '') ?? [])
      .join(' ')

  it.each([
    ['a chapter up past one with sections', 'draft/c3', -1, 'c1 1 c3 4 c2 c2s1 2 c2s2 3'],
    ['a chapter with sections down', 'draft/c2', 1, 'c1 1 c3 4 c2 c2s1 2 c2s2 3'],
    ['a section up', 'draft/c2s2', -1, 'c1 1 c2 c2s2 3 c2s1 2 c3 4'],
    ['a section out of its chapter', 'draft/c2s1', -1, 'c1 1 c2s1 2 c2 c2s2 3 c3 4'],
    ['a section into the next chapter', 'draft/c2s2', 1, 'c1 1 c2 c2s1 2 c3 c2s2 3 4'],
    ['an article past a heading', 'draft/3', -1, 'c1 1 c2 c2s1 2 3 c2s2 c3 4'],
    ['the first chapter up', 'draft/c1', -1, undefined],
    ['the last chapter down', 'draft/c3', 1, undefined],
  ] as const)('%s', (_, address, by, wanted) => {
    expect(order(address, by)).toBe(wanted)
  })
})

describe('the words of a peer in the names of the draft', () => {
  const zhongwei = read('中卫市工作规则\n第一条　市长离卫外出，应当报告。\n', '中卫市').regulation
  const peer = { ...zhongwei, metadata: { ...zhongwei.metadata, province: '宁夏回族自治区' } }
  const lanzhou = targetOf('兰州市')
  it.each([
    ['中卫市人民政府和中卫市各部门', '兰州市人民政府和兰州市各部门'],
    ['市政府办公室', '市人民政府办公室'],
    ['自治区人民政府和自治区党委', '省人民政府和省党委'],
    ['宁夏回族自治区的规定', '甘肃省的规定'],
    ['全区各地', '全省各地'],
    ['市长离卫外出', '市长离兰州外出'],
    ['参照杭州市的做法', '参照〔本市〕的做法'],
    ['依照本规则第十二条办理', '依照本规则第××条办理'],
    ['依照《宪法》第十二条办理', '依照《宪法》第十二条办理'],
    ['本规则自2024年3月1日起施行', '本规则自××××年×月×日起施行'],
    ['自2024年3月1日起受理', '自2024年3月1日起受理'],
    ['兰州市的规定', '兰州市的规定'],
  ])('%s → %s', (words, wanted) => {
    expect(adopted(words, peer, lanzhou)).toBe(wanted)
  })

  it('stand as gaps where the draft has no name yet', () => {
    expect(adopted('中卫市人民政府应当向自治区人民政府报告', peer, targetOf(''))).toBe(
      '〔本市〕人民政府应当向自治区人民政府报告',
    )
  })
  it.each([
    ['柳州市', '宁夏的规定', '广西的规定'],
    ['柳州市', '宁夏回族自治区的规定', '广西壮族自治区的规定'],
    ['喀什地区', '宁夏的规定', '新疆的规定'],
    ['恩施土家族苗族自治州', '在中卫的企业', '在恩施的企业'],
  ])('of %s: %s → %s', (place, words, wanted) => {
    expect(adopted(words, peer, targetOf(place))).toBe(wanted)
  })
})
