import { groupBy } from '../group.ts'
import { type Unstated, unstatedSteps } from '../insights/unstated-steps.ts'
import { type Ladder, type LadderFault, type LadderStep, laddersOf } from '../provisions/ladders.ts'
import { documentOf } from '../structure/address.ts'
import type { Family, Provision, Regulation } from '../types.ts'
import { CLEAN, flag, integer, number, type Table, tableOf, text } from './table.ts'

interface LadderRow {
  ladder: Ladder
  /** Counted from 1 over the corpus. */
  place: number
  low: number
  high: number | null
  step: LadderStep | null
  fault: LadderFault | null
  unstated: Unstated | null
}

/**
 * `ladders.csv`: who decides above which sum; a row for each step of a ladder, one for each of its faults, and one for sums of which it
 * says nothing.
 */
export function laddersTable(provisions: Provision[], regulations: Regulation[], families: Family[]): Table {
  const placeOf = new Map(regulations.map(({ id, place }) => [id, place]))
  return tableOf<LadderRow>(
    {
      name: 'ladders',
      title: '决定权限',
      description: '每行一级权限：同一事项由谁决定多少；或一处缺口、重叠、矛盾；或未写明由谁决定的一段。',
    },
    [
      integer('ladder', '阶梯', '阶梯的序号。', row => row.place),
      text('regulation', '文件', '文件的标识。', row => row.ladder.document),
      text('place', '地区', '制定机关所在地区。', row => placeOf.get(row.ladder.document)),
      text('subject', '事项', '决定什么，用文件的词语（简体）。', row => row.ladder.subject),
      text(
        'kind',
        '种类',
        'step 一级、gap 缺口、overlap 重叠、contradiction 矛盾、unstated 未写明由谁决定。',
        row => row.fault?.kind ?? (row.unstated ? 'unstated' : 'step'),
      ),
      number('low', '下端', '下端；金额以元计。', row => row.low),
      flag('low_included', '含下端', '下端是否包括在内。', row => row.step?.lowIncluded),
      number('high', '上端', '上端；无上端为空。', row => row.high),
      flag('high_included', '含上端', '上端是否包括在内。', row => row.step?.highIncluded),
      text('unit', '单位', '元、平方米等。', row => row.ladder.unit),
      text('actor', '决定者', '由谁决定（简体）；未写明为空。', row => row.step?.actor),
      flag('preliminary', '先行', '是否只是决定之前的研究。', row => row.step?.preliminary),
      text('address', '地址', '所在款、项或目的地址。', row => row.step?.address),
      text('clean_quote', '净引文', `引文的${CLEAN}。`, row => row.step?.quote),
      integer('start', '起', '引文在源文本中的起点（含）。', row => row.step?.span.start),
      integer('end', '止', '引文在源文本中的终点（不含）。', row => row.step?.span.end),
      text(
        'note',
        '说明',
        '推断之处，或缺口、重叠、矛盾的内容。',
        row => (row.step ?? row.fault)?.note || null,
      ),
      text('condition', '情形', '只在何种情形下；无则为空。', row => row.step?.condition),
      text('addressee', '对谁', '只对谁；无则为空。', row => row.step?.addressee),
      text(
        'see',
        '参见',
        '未写明者：本文件中与他件规定此段之处相应的地址，以空格相隔；不知则为空。',
        row => row.unstated?.see.join(' ') || null,
      ),
    ],
    rowsOfLadders(laddersByDocument(provisions, regulations), families),
  )
}

function rowsOfLadders(ladders: Ladder[], families: Family[]): LadderRow[] {
  const unstated = groupBy(unstatedSteps(ladders, families), ({ ladder }) => ladder)
  return ladders.flatMap((ladder, index) => rowsOf(ladder, index + 1, unstated.get(ladder) ?? []))
}

// A ladder stays within its document, so each document is looked at alone.
function laddersByDocument(provisions: Provision[], regulations: Regulation[]): Ladder[] {
  const byDocument = new Map(regulations.map(({ id }): [string, Provision[]] => [id, []]))
  for (const provision of provisions) byDocument.get(documentOf(provision.address))?.push(provision)
  return [...byDocument.values()].flatMap(laddersOf)
}

function rowsOf(ladder: Ladder, place: number, unstated: Unstated[]): LadderRow[] {
  const row = { ladder, place, step: null, fault: null, unstated: null }
  return [
    ...ladder.steps.map(step => ({ ...row, low: step.low, high: step.high, step })),
    ...ladder.faults.map(fault => ({ ...row, low: fault.from, high: fault.to, fault })),
    ...unstated.map(each => ({
      ...row,
      low: each.side === 'below' ? 0 : each.bound,
      high: each.side === 'below' ? each.bound : null,
      unstated: each,
    })),
  ]
}
