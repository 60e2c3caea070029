import { documentOf } from '../structure/address.ts'
import { originalOf } from '../text/passage.ts'
import type { FamilyProvision, Provision, Regulation } from '../types.ts'
import type { Lookup } from './lookup.ts'
import { CLEAN, integer, number, ORIGINAL, type Table, tableOf, text } from './table.ts'

/** `provisions.csv`: a row for each numeric provision; meaning of the fields as in the README of the gold. */
export function provisionsTable(
  provisions: FamilyProvision[],
  regulations: Regulation[],
  lookup: Lookup,
  sourceOf: (id: string) => string,
): Table {
  const placeOf = new Map(regulations.map(({ id, place }) => [id, place]))
  return tableOf<FamilyProvision>(
    { name: 'provisions', title: '数字规定', description: '每行一处带数量的规定。' },
    [
      text('address', '地址', '所在款、项或目的地址。', row => row.address),
      text('regulation', '文件', '文件的标识。', row => documentOf(row.address)),
      text('place', '地区', '制定机关所在地区。', row => placeOf.get(documentOf(row.address))),
      text('quote', '引文', `${ORIGINAL}。`, row => quoteOf(row, lookup, sourceOf)),
      text('subject', '对象', '所量之事，用文件的词语（简体）。', row => row.subject || null),
      text('measure', '量', '量的种类。', row => row.measure),
      text(
        'comparator',
        '比较',
        '=、<、<=、>、>=、range；以上、以内含本数，超过、不满不含（民法典第1259条）。',
        row => row.comparator,
      ),
      number('value', '数值', '数值，或范围的下端；金额以元计；定期、不定期为空。', row => row.value),
      number('max', '上端', '范围的上端。', row => row.max),
      text('unit', '单位', '数值的单位。', row => row.unit),
      text('per', '每', '周期或对象：月、季、年、次 等。', row => row.per),
      number('annualized_min', '每年至少', '折合每年次数的下端；开口为空。', row => row.annualized?.[0]),
      number('annualized_max', '每年至多', '折合每年次数的上端；开口为空。', row => row.annualized?.[1]),
      text('base', '基数', '分数所对的全体。', row => row.base),
      text('modality', '语气', '一般、原则上、应、必须、不得、可。', row => row.modality),
      text('family', '组', '所在条、款所属的组；不属任何组为空。', row => row.family),
      text('rule', '规则', '读出此数的规则。', row => row.rule),
      integer('start', '起', '引文在源文本中的起点（含）。', row => row.span.start),
      integer('end', '止', '引文在源文本中的终点（不含）。', row => row.span.end),
      text('note', '说明', '推断而非原文所写者，及自相矛盾处。', row => row.note || null),
      text('actor', '决定者', '金额门槛由谁决定。', row => row.actor),
      text(
        'subject_from',
        '对象来自',
        'clause 本句、paragraph 本款、article 本条、division 本章。',
        row => row.subjectFrom,
      ),
      text('clean_quote', '净引文', `引文的${CLEAN}。`, row => row.quote),
      text(
        'condition',
        '条件',
        '仅在何种情形下适用：情节严重的、逾期不改正的；未写条件的为空。',
        row => row.condition,
      ),
      text('addressee', '对谁', '适用于谁：个人、单位等；未写明的为空。', row => row.addressee),
      text('statement', '规定', '所在规定的标识；附件中的为空。', row => row.statement),
    ],
    provisions,
  )
}

/** The provision's quote in the source's own characters; its clean form where the unit cannot be found. */
export function quoteOf(provision: Provision, lookup: Lookup, sourceOf: (id: string) => string): string {
  const passage = lookup.get(provision.address)?.passage
  if (!passage) return provision.quote
  return originalOf(passage, provision.range, sourceOf(documentOf(provision.address)))
}
