import { actSummaries, extremePenalty, mostDifferent } from '../penalties/summary.ts'
import type { Penalty, PunishedAct, SanctionKind } from '../penalty-types.ts'
import type { SitePenalties, StrikingAct, StrikingFines } from '../site-types.ts'
import { documentOf } from '../structure/address.ts'
import { originalOf } from '../text/passage.ts'
import type { Analysis, Regulation } from '../types.ts'
import type { Lookup } from './lookup.ts'
import { integer, number, ORIGINAL, type Table, tableOf, text } from './table.ts'
import { STRIKING_ACT_DOCUMENTS, STRIKING_ACTS } from './thresholds.ts'

const KINDS: Record<SanctionKind, string> = {
  fine: '罚款',
  warning: '警告、通报批评',
  confiscation: '没收',
  detention: '拘留、徒刑',
  'licence-revocation': '吊销许可、取消资格',
  'take-away': '扣留、收缴、收容、拖移',
  'order-to-correct': '责令改正',
  other: '其他，见说明',
}
export const SANCTION_KINDS = Object.keys(KINDS) as SanctionKind[]

/** `penalties.csv`: a row for each act × addressee × stage × kind, in the order of the texts. */
export function penaltiesTable(
  penalties: Penalty[],
  acts: PunishedAct[],
  regulations: Regulation[],
  lookup: Lookup,
  sourceOf: (id: string) => string,
): Table {
  const placeOf = new Map(regulations.map(({ id, place }) => [id, place]))
  const actOf = new Map(acts.map(act => [act.id, act]))
  return tableOf<Penalty>(
    {
      name: 'penalties',
      title: '处罚',
      description: '每行一种制裁：行为 × 对象 × 情节 × 种类；同一行为在各文件中标识相同。',
      foreignKeys: [
        { field: 'regulation', table: 'regulations', key: 'id' },
        { field: 'address', table: 'units', key: 'address' },
        { field: 'statement', table: 'statements', key: 'statement' },
      ],
    },
    [
      text('act', '行为', '行为的稳定标识，跨文件相同。', row => row.act),
      text('act_zh', '行为名称', '各文件中与其余最相近的说法。', row => actOf.get(row.act)?.zh),
      text('act_en', '行为名称（英）', '程序所得的名称无英文，同 act_zh。', row => actOf.get(row.act)?.en),
      text('regulation', '文件', '文件的标识。', row => documentOf(row.address)),
      text('place', '地区', '制定机关所在地区。', row => placeOf.get(documentOf(row.address))),
      text('address', '地址', '行为受罚所在款、项、目或附件表格单元的地址。', row => row.address),
      text('quote', '引文', `${ORIGINAL}：规定制裁的一句；罚则在引语中的为该项。`, row =>
        quoteOf(row, lookup, sourceOf),
      ),
      text(
        'duty',
        '所违反',
        '所违反义务的地址，以空格相隔；未写明的取本文件中最相近者，无则为空。',
        row => row.duty.join(' ') || null,
      ),
      { ...text<Penalty>('kind', '种类', `${listed(KINDS)}。`, row => row.kind), oneOf: SANCTION_KINDS },
      text('addressee', '对谁', '受罚者，用文件的词语（简体）；未写明的为空。', row => row.addressee),
      text('condition', '情节', '行为之外须具备的：逾期不改正、情节严重；无则为空。', row => row.condition),
      number('min', '下端', '罚款的下端（元）；无下端为空，倍数另见 times_min。', row => row.min),
      number('max', '上端', '罚款的上端（元）；无上端为空，倍数另见 times_max。', row => row.max),
      text('per', '按', '按何计算：每平方米、每只、违法所得的倍数；一次总计的为空。', row => row.per),
      text(
        'authority',
        '机关',
        '处罚机关；由上文或委托条款得知的亦列入；未写明的为空。',
        row => row.authority,
      ),
      integer('start', '起', '引文在源文本中的起点（含）。', row => row.span.start),
      integer('end', '止', '引文在源文本中的终点（不含）。', row => row.span.end),
      text(
        'note',
        '说明',
        '与前一制裁的关系（可以、并处、可以并处、择一）；推断所得；其他种类的原词。',
        row => row.note || null,
      ),
      text('deed', '本文件的说法', '行为在本文件中的词语（简体）。', row => row.deed),
      number('times_min', '倍数下端', '所处倍数或百分数的下端；无则为空。', row => row.times?.[0]),
      number('times_max', '倍数上端', '所处倍数或百分数的上端；无则为空。', row => row.times?.[1]),
      text('statement', '规定', '引文所在规定的标识；附件中的为空。', row => row.statement),
    ],
    penalties,
  )
}

/** The sentence in the source's own characters; its clean form where the unit cannot be found. */
function quoteOf(
  { address, range, quote }: Penalty,
  lookup: Lookup,
  sourceOf: (id: string) => string,
): string {
  const passage = lookup.get(address)?.passage
  return passage ? originalOf(passage, range, sourceOf(documentOf(address))) : quote
}

function listed(names: Record<string, string>): string {
  return Object.entries(names)
    .map(([name, zh]) => `${name} ${zh}`)
    .join('、')
}

/** What the page's view of penalties is made from. */
export function sitePenaltiesOf({ acts, penalties }: Pick<Analysis, 'acts' | 'penalties'>): SitePenalties {
  return { acts, penalties: penalties.map(({ range: _, statement: __, ...penalty }) => penalty) }
}

/** The acts whose fines differ most, like with like, the greatest difference first. */
export function strikingActsOf({ acts, penalties }: SitePenalties): StrikingAct[] {
  return mostDifferent(actSummaries(acts, penalties), STRIKING_ACT_DOCUMENTS)
    .slice(0, STRIKING_ACTS)
    .map(({ act, groups, figures }) => {
      const { fines } = groups[0]!
      const of = (end: 'lowest' | 'highest'): StrikingFines => {
        const regulations = figures![end]
        const fine = fines.find(({ regulation }) => regulation === regulations[0])!
        return { regulations, penalty: extremePenalty(fine, end) }
      }
      return {
        act: act.id,
        zh: act.zh,
        documents: fines.length,
        spread: figures!.spread!,
        lowest: of('lowest'),
        highest: of('highest'),
      }
    })
}

/** How many acts have a sanction of their own: not only that who does them is punished by other law, or answers for it. */
export function actsPunished(penalties: Penalty[]): number {
  return new Set(penalties.filter(({ kind }) => kind !== 'other').map(({ act }) => act)).size
}
