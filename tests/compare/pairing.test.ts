import { expect, it } from 'vitest'
import { comparerOf } from '../../src/compare/differences.ts'
import { occasionsIn } from '../../src/compare/matter.ts'
import type { Family } from '../../src/types.ts'
import { corpusOf, cut } from '../support/compare-cases.ts'
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
  return comparerOf(corpusOf(regulations, [family]), cut)
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

it('a duty that stands elsewhere in other words is compared clause by clause, and what stands in one place is told once', () => {
  const [a, b] = MOVED
  expect(told(a, b)).toEqual([
    `scope ${a[1]!.split('，并')[0]}， → ${b[0]!.split('，由')[0]}， ${OTHERWISE}`,
    'scope 并报市政府办公室备案 → 由各部门向市政府办公室报告 机构人员：“并报市政府办公室备案”→“由各部门向市政府办公室报告”',
  ])
})

it('the same is told from the other side', () => {
  const texts = (rows: string[]) => rows.map(row => row.split(' ').slice(0, 4).join(' '))
  const turned = texts(told(...MOVED, ['b', 'a'])).map(row =>
    row.replace(/^(\S+) (\S+) → (\S+)/, '$1 $3 → $2'),
  )
  expect(turned).toEqual(texts(told(...MOVED)))
})

it('items in another order answer each other, what nothing answers is missing, a lead-in names no body', () => {
  const a = ['主要任务是：', '研究需要报请市委审定的重要事项；', '听取重要工作汇报。', '研究人事任免事项。']
  const b = ['常务会议的主要任务是：', '听取重要工作汇报。', '讨论需提请市委审议、审定的重要事项；']
  expect(told(a, b)).toEqual([
    'scope 研究需要报请市委审定的重要事项 → 讨论需提请市委审议、审定的重要事项 右增内容：讨论需提请市委审议',
    `missing ${a[3]} → – 右件全文未见此句`,
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
  expect(told(a, b)).toEqual([`missing ${a[1]} → – 右件全文未见此句`, `missing – → ${b[0]} 左件全文未见此句`])
})

it('what both put between the same two clauses is one change', () => {
  const a = ['会议纪要由秘书长审核，逐页编号并加盖印章，报市长签发。']
  const b = ['会议纪要由秘书长审核，按照保密规定登记编号，报市长签发。']
  expect(told(a, b)).toEqual([
    'scope 逐页编号并加盖印章 → 按照保密规定登记编号 内容：“逐页编号并加盖印章”→“按照保密规定登记编号”',
  ])
})

it('what only one puts there is its own', () => {
  const a = ['会议纪要由秘书长审核，逐页编号并加盖印章，报市长签发。']
  const b = ['会议纪要由秘书长审核，报市长签发。']
  expect(told(a, b)).toEqual(['scope 逐页编号并加盖印章 → – 右件对应条文中未见此语：逐页编号并加盖印章'])
})

it('who is bound by a duty of both is told, and is not told twice where an act names him', () => {
  const duty = (who: string) => [`${who}应当按时参加全体会议，认真准备发言材料。`]
  expect(told(duty('市政府组成人员'), duty('各县区人民政府主要负责同志'))).toEqual([
    'actor 市政府组成人员应当按时参加全体会议 → 各县区人民政府主要负责同志应当按时参加全体会议 何者承担：“市政府组成人员”→“各县区人民政府主要负责同志”',
  ])
  const charge = (who: string) => [`会议决定的事项由${who}负责督办落实。`]
  expect(told(charge('市政府办公室'), charge('市政府督查室')).map(row => row.split(' ')[0])).toEqual([
    'actor',
  ])
})

it('what another place of the other document says is told with that place, and not as lacking', () => {
  const a = ['会议由市长主持。', '会议纪要由市长签发，会议讨论决定的重要事项应当及时公布。']
  expect(told(a, a.slice(0, 1))).toEqual([`scope ${a[1]} → – 右件规定在b/6/1`])
  const other = ['会议由市长主持。', '会议室由后勤部门负责打扫，并配备饮水设备。']
  expect(told(other, other.slice(0, 1))).toEqual([`missing ${other[1]} → – 右件全文未见此句`])
})

it('to leave the city is an occasion, to keep apart or away is none', () => {
  for (const away of ['市长离卫期间', '副市长离甲，', '外出']) expect(occasionsIn(away)).toEqual(['away'])
  for (const other of ['隔离现场', '保持距离', '组织人员撤离，', '离任审计', '离开现场', '脱离实际'])
    expect(occasionsIn(other)).toEqual([])
})
