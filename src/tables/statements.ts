import type { Statement, StatementKind } from '../statement-types.ts'
import { documentOf } from '../structure/address.ts'
import type { Family, Regulation } from '../types.ts'
import { membershipOf } from './membership.ts'
import { CLEAN, integer, type Table, tableOf, text } from './table.ts'

const KINDS: Record<StatementKind, string> = {
  final: '施行、废止与解释',
  purpose: '目的与依据',
  definition: '定义',
  application: '适用',
  sanction: '罚则',
  prohibition: '禁止',
  permission: '许可',
  encouragement: '鼓励',
  power: '职权',
  duty: '义务',
  procedure: '程序',
}
export const STATEMENT_KINDS = Object.keys(KINDS) as StatementKind[]

/** `statements.csv`: a row for each statement of the articles, in the order of the texts. */
export function statementsTable(
  statements: Statement[],
  regulations: Regulation[],
  families: Family[],
): Table {
  const placeOf = new Map(regulations.map(({ id, place }) => [id, place]))
  const membership = membershipOf(families)
  return tableOf<Statement>(
    {
      name: 'statements',
      title: '规定',
      description: '每行一项规定：款的一句，或连同其引语来读的一项、一目。附件除外。',
      primaryKey: ['statement'],
      foreignKeys: [
        { field: 'regulation', table: 'regulations', key: 'id' },
        { field: 'address', table: 'units', key: 'address' },
        { field: 'family', table: 'families', key: 'family' },
      ],
    },
    [
      text('statement', '标识', '所在单元的地址，加 # 和它在其中的次序。', row => row.id),
      text('address', '地址', '所在款、项或目的地址。', row => row.address),
      text('regulation', '文件', '文件的标识。', row => row.regulation),
      text('place', '地区', '制定机关所在地区。', row => placeOf.get(documentOf(row.address))),
      {
        ...text<Statement>('kind', '种类', `${listed(KINDS)}。`, row => row.kind),
        oneOf: STATEMENT_KINDS,
      },
      text('actor', '主体', '谁来做，用文件的词语（简体）；项随其引语；未写明的为空。', row => row.actor),
      {
        ...text<Statement>(
          'modality',
          '语气',
          '一般、原则上、应、必须、不得、可；无此类词语的为空。',
          row => row.modality,
        ),
        oneOf: ['可', '一般', '原则上', '应', '必须', '不得'],
      },
      text(
        'condition',
        '条件',
        '在何种情形下适用，用文件的词语；项随其引语；未写明的为空。',
        row => row.condition,
      ),
      text('text', '文字', `${CLEAN}；不含项、目的序号。`, row => row.text),
      text('lead', '引语', '项、目所承接的上文；款为空。', row => row.lead || null),
      text(
        'family',
        '组',
        '所属的组；人工编码的事项可有几个，取所在最深一级的第一个。',
        row => membership(row.address, row.id)[0]?.id,
      ),
      integer('start', '起', '文字在源文本中的起点（含）。', row => row.span.start),
      integer('end', '止', '文字在源文本中的终点（不含）。', row => row.span.end),
      text('act', '行为', '做什么、对什么做：去其主体、语气词与条件。', row => row.act),
      text('cites', '引用', '所引本文件单元的地址，以空格相隔。', row => row.cites.join(' ') || null),
      text(
        'cited_statements',
        '所引规定',
        '所引单元中各项规定的标识，以空格相隔；所引为章节的为空。',
        row => row.citedStatements.join(' ') || null,
      ),
    ],
    statements,
  )
}

function listed(names: Record<string, string>): string {
  return Object.entries(names)
    .map(([name, zh]) => `${name} ${zh}`)
    .join('、')
}
