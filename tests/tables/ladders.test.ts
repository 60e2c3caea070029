import { expect, it } from 'vitest'
import { provisionsOf } from '../../src/provisions/extract.ts'
import { laddersTable } from '../../src/tables/ladders.ts'
import { regulationOf } from '../support/documents.ts'

// 预算外追加资金 is one ladder, whoever decides; another document has a ladder of its own, though it speaks of the same money.
const DOCUMENTS = [
  regulationOf('jia', '甲市', [
    ['预算外追加资金50万元以下的，由分管财政副市长审批。', '预算外追加资金100万元以上的，由市长审批。'],
    ['国有资产处置500万元以上的，提交市政府常务会议研究。'],
  ]),
  regulationOf('yi', '乙市', [['预算外追加资金200万元以上的，由市长审批。']]),
].map(({ regulation }) => regulation)

it('ladders are counted from 1 over the corpus, and a gap bears the number of its ladder', () => {
  const { columns, rows } = laddersTable(DOCUMENTS.flatMap(provisionsOf), DOCUMENTS, [])
  const cells = ['ladder', 'regulation', 'place', 'subject', 'kind', 'low', 'high']
  const at = cells.map(name => columns.findIndex(column => column.name === name))
  expect(rows.map(row => at.map(column => row[column]).join(' '))).toEqual([
    '1 jia 甲市 预算外追加资金 step 0 500000',
    '1 jia 甲市 预算外追加资金 step 1000000 ',
    '1 jia 甲市 预算外追加资金 gap 500000 1000000',
    '2 jia 甲市 国有资产处置 step 5000000 ',
    '2 jia 甲市 国有资产处置 unstated 0 5000000',
    '3 yi 乙市 预算外追加资金 step 2000000 ',
    '3 yi 乙市 预算外追加资金 unstated 0 2000000',
  ])
})
