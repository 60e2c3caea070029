import type { Item, Paragraph, Provision } from '../types.ts'

// Tables of an annex: what a number in a cell is about stands in the other cells of its row (违法行为), when it counts too (情节),
// and what it measures in the head of its column (罚款金额).

/** A cell with what its table says of it; texts clean. */
export interface TableCell {
  cell: Item
  /** Head of its column; '' where the table has none. */
  head: string
  /** What the row is about, when it counts, whom it addresses; '' where no cell says so. */
  subject: string
  condition: string
  addressee: string
}

/** The cells below the head of each table among the paragraphs, in order. A table's first row is its head. */
export function tableCellsOf(paragraphs: Paragraph[]): TableCell[] {
  return tablesIn(paragraphs).flatMap(([head, ...rows]) => {
    const heads = new Map(head!.items.map(cell => [cell.number, cell.passage.text]))
    let above: Item[] = []
    return rows.flatMap(row => {
      const cells = [...reachingDown(above, row), ...row.items]
      above = cells
      return row.items.map(cell => ({
        cell,
        head: heads.get(cell.number) ?? '',
        ...about(cell, cells, heads),
      }))
    })
  })
}

function tablesIn(paragraphs: Paragraph[]): Paragraph[][] {
  const tables: Paragraph[][] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!paragraph.row) continue
    if (paragraphs[index - 1]?.row) tables.at(-1)!.push(paragraph)
    else tables.push([paragraph])
  }
  return tables
}

/** Cells of the row above in columns before the first of this row: they hold for it too. */
function reachingDown(above: Item[], { items }: Paragraph): Item[] {
  const first = Number(items[0]?.number ?? 1)
  return above.filter(({ number }) => Number(number) < first)
}

function about(
  own: Item,
  cells: Item[],
  heads: Map<string, string>,
): Pick<TableCell, 'subject' | 'condition' | 'addressee'> {
  const others = cells.filter(({ number }) => number !== own.number)
  const under = (head: RegExp) => others.find(({ number }) => head.test(heads.get(number) ?? ''))
  const [condition, addressee] = [under(CONDITION_HEAD), under(ADDRESSEE_HEAD)]
  const subject =
    under(SUBJECT_HEAD) ??
    others.find(cell => cell !== condition && cell !== addressee && isName(cell, heads))
  const words = (cell: Item | undefined) => cell?.passage.text.replace(/的?[。；]?$/, '') ?? ''
  return { subject: words(subject), condition: words(condition), addressee: words(addressee) }
}

const SUBJECT_HEAD = /行为|事项|名称|项目|案由/
const CONDITION_HEAD = /情形|情节|条件|程度|档次|阶次/
const ADDRESSEE_HEAD = /对象|主体|当事人|适用人/

/** Whether a cell may name what its row is about: words, and no running number or legal basis. */
function isName({ number, passage: { text } }: Item, heads: Map<string, string>): boolean {
  return /[\u4e00-\u9fff]{2}/.test(text) && !/序号|编号|依据|备注/.test(heads.get(number) ?? '')
}

/** What the rules of numbers are given as the lead of a cell: they know a column's head by the tab after it. */
export function leadOfColumn(head: string): string {
  return head === '' ? '' : `${head}\t`
}

// 每辆补助5000元 names how it is paid, its row what for.
const OF_THE_ROW = /^(?:fine|amount$)/

/** The provision with what its row says of it. */
export function inTable(provision: Provision, { subject, condition, addressee }: TableCell): Provision {
  const fromRow = subject !== '' && (provision.subjectFrom !== 'clause' || OF_THE_ROW.test(provision.measure))
  return {
    ...provision,
    ...(fromRow ? { subject, subjectFrom: 'paragraph' as const } : {}),
    condition: provision.condition ?? (condition || null),
    addressee: provision.addressee ?? (addressee || null),
  }
}
