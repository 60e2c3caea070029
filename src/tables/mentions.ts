import { documentOf } from '../structure/address.ts'
import { originalOf } from '../text/passage.ts'
import type { Analysis, Mention } from '../types.ts'
import { type Lookup, labelOf } from './lookup.ts'
import { CLEAN, integer, number, ORIGINAL, type Table, tableOf, text } from './table.ts'

/** `mentions.csv`: a row for each family and document without a counterpart that mentions its matter elsewhere. */
export function mentionsTable(
  { mentions, families, regulations }: Pick<Analysis, 'mentions' | 'families' | 'regulations'>,
  lookup: Lookup,
  sourceOf: (id: string) => string,
): Table {
  const topicOf = new Map(families.map(({ id, topic }) => [id, topic]))
  const placeOf = new Map(regulations.map(({ id, place }) => [id, place]))
  const originalQuote = ({ address, range, quote }: Mention) => {
    const passage = lookup.get(address)?.passage
    return passage ? originalOf(passage, range, sourceOf(documentOf(address))) : quote
  }
  return tableOf<Mention>(
    {
      name: 'mentions',
      title: '他处提及',
      description:
        '每行一组与一份未见对应条文的文件：该文件中说到此事最多的一处。仅供查找，不表示两处互相对应。',
    },
    [
      text('family', '组', '组的稳定标识。', row => row.family),
      text('topic_zh', '事项', '事项的中文名称。', row => topicOf.get(row.family)?.zh),
      text('topic_en', '事项（英）', '事项的英文名称。', row => topicOf.get(row.family)?.en),
      text('regulation', '文件', '文件的标识。', row => documentOf(row.address)),
      text('place', '地区', '制定机关所在地区。', row => placeOf.get(documentOf(row.address))),
      text('address', '地址', '所在款、项或目的地址。', row => row.address),
      text('label', '序号', '所在单元的引用序号。', row => labelOf(lookup, row.address)),
      text('quote', '引文', `${ORIGINAL}。`, originalQuote),
      number(
        'share',
        '份额',
        '引文所说见于该组成员的份额，少见的字词计重，主题名称中的加倍；0 至 1。',
        row => row.share,
      ),
      integer('start', '起', '引文在源文本中的起点（含）。', row => row.span.start),
      integer('end', '止', '引文在源文本中的终点（不含）。', row => row.span.end),
      text('clean_quote', '净引文', `引文的${CLEAN}。`, row => row.quote),
    ],
    mentions,
  )
}
