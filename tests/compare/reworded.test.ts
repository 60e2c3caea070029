import { expect, it } from 'vitest'
import { comparerOf } from '../../src/compare/differences.ts'
import { occasionsIn } from '../../src/compare/matter.ts'
import { provisionsOf } from '../../src/provisions/extract.ts'
import type { Family } from '../../src/types.ts'
import { cut } from '../support/compare-cases.ts'
import { regulationOf } from '../support/documents.ts'
import { memberOf } from '../support/members.ts'

// What is rare is told by the rest of the corpus: both documents have these articles too.
const OTHERS = [
  ['市人民政府实行市长负责制，市长领导市人民政府的工作，副市长协助市长工作。'],
  ['市人民政府各部门要坚决执行市人民政府的决定，主要负责同志负责本部门的工作。'],
  ['市人民政府工作中的重要事项，由市人民政府常务会议讨论决定。'],
  ['公文由市人民政府办公室按照分工呈批，重要事项报市长审批。'],
  ['会议纪要由市长签发，会议讨论决定的重要事项应当及时公布。'],
]

function told(a: string[], b: string[], ids: [string, string] = ['a', 'b']): string[] {
  const regulations = [
    regulationOf('a', '甲山市', [a, ...OTHERS]).regulation,
    regulationOf('b', '乙海市', [b, ...OTHERS]).regulation,
  ]
  const family: Family = {
    id: 'f',
    topic: { id: 'f', zh: '事项', en: 'matter' },
    label: 'curated',
    members: ['a/1', 'b/1'].map(address => memberOf(address)),
  }
  return comparerOf(regulations, [family], regulations.flatMap(provisionsOf), cut)
    .between(family, ...ids)
    .map(({ kind, leftText, rightText, note }) => `${kind} ${leftText || '–'} → ${rightText || '–'} ${note}`)
}

const OTHERWISE = '同一事项以不同文字规定，内容不尽相同'

const MOVED: [string[], string[]] = [
  [
    '副市长离甲出访、出差，应事先向市长请假。',
    '市人民政府各部门主要负责同志出访、出差和休假，需事先按程序向市长和分管副市长请假，并报市政府办公室备案。',
    '议题由市长确定。',
  ],
  [
    '各部门主要负责人离乙外出应事先请假，由各部门向市政府办公室报告。',
    '议题由市长确定。',
    '副市长离乙出访、出差，应事先向市长请假。',
  ],
]

it('a duty that stands elsewhere in other words is told once', () => {
  expect(told(...MOVED)).toEqual([`scope ${MOVED[0][1]} → ${MOVED[1][0]} ${OTHERWISE}`])
})

it('the same is told from the other side', () => {
  expect(told(...MOVED, ['b', 'a'])).toEqual([`scope ${MOVED[1][0]} → ${MOVED[0][1]} ${OTHERWISE}`])
})

it('items in another order answer each other, what nothing answers is missing, a lead-in names no body', () => {
  const a = ['主要任务是：', '研究需要报请市委审定的重要事项；', '听取重要工作汇报。', '研究人事任免事项。']
  const b = ['常务会议的主要任务是：', '听取重要工作汇报。', '讨论需提请市委审议、审定的重要事项；']
  expect(told(a, b)).toEqual([
    `scope ${a[1]} → ${b[2]} ${OTHERWISE}`,
    `missing ${a[3]} → – 右件对应条文中未见此句`,
  ])
})

it('who does it in a sentence that was reworded is told with both names', () => {
  const a = ['会议由市长主持。', '全体会议和常务会议纪要，由市长或主持会议的常务副市长签发。']
  const b = ['全体会议、常务会议和专题会议形成的纪要，由会议主持人签发。', '会议由市长主持。']
  expect(told(a, b)).toContain(
    'actor 由市长或主持会议的常务副市长签发 → 由会议主持人签发 签发签署：“市长或主持会议的常务副市长”→“会议主持人”',
  )
})

it('the sentence that says part of it is shown', () => {
  const a = ['各类会议都要充分准备，严肃会风会纪，提高效率和质量。', '各类会议都要提前报告，严肃会风会纪。']
  const b = ['各类会议都要充分准备，严肃会风会纪，提高效率和质量。']
  expect(told(a, b)).toEqual([`scope ${a[1]} → ${b[0]} 右件对应条文以其他文字规定了一部分`])
})

it('a number of another matter does not make two duties one', () => {
  const a = ['会议由市长主持。', '园林景观路绿地率不低于百分之四十。']
  const b = ['广场用地的绿地率不低于百分之三十五。', '会议由市长主持。']
  expect(told(a, b)).toEqual([
    `missing – → ${b[0]} 左件对应条文中未见此句`,
    `missing ${a[1]} → – 右件对应条文中未见此句`,
  ])
})

it('to leave the city is an occasion, to keep apart or away is none', () => {
  for (const away of ['市长离卫期间', '副市长离甲，', '外出']) expect(occasionsIn(away)).toEqual(['away'])
  for (const other of ['隔离现场', '保持距离', '组织人员撤离，', '离任审计', '离开现场', '脱离实际'])
    expect(occasionsIn(other)).toEqual([])
})
