import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../src/analyse.ts'
import { adopted, targetOf } from '../../src/drafting/editing/adopt.ts'
import { type Block, blocksOf, textOf } from '../../src/drafting/editing/blocks.ts'

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

  it('an article that is taken out leaves no gap, and what referred to it keeps its words', () => {
    const less = reordered(DRAFT, blocks => blocks.filter(({ address }) => address !== 'draft/3'))
    expect(less).toContain('第三条　违反本办法第三条规定的')
    expect(less).toContain('第四条　本办法第二章、第三条自')
    expect(less).not.toContain('按时开放')
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
})
