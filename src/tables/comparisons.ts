import { areAllCompared } from '../compare/differences.ts'
import { CODES } from '../compare/kinds.ts'
import { ALL_PAIRS } from '../compare/thresholds.ts'
import { groupBy } from '../group.ts'
import type { Statement } from '../statement-types.ts'
import { articleAddressOf, holds } from '../structure/address.ts'
import type { Difference, Family, FamilyMember, Match, Regulation, Span } from '../types.ts'
import { type Lookup, labelOf, memberText } from './lookup.ts'
import { membersByDocument } from './membership.ts'
import { CLEAN_LINES, integer, number, type Table, tableOf, text, UNIT_TEXT } from './table.ts'

/** `alignment.csv`: a row for each two articles of two documents that answer each other. */
export function alignmentTable(matches: Match[]): Table {
  return tableOf<Match>(
    {
      name: 'alignment',
      title: '条文对应',
      description: '每行两份文件中互相对应的两条，左件在清单中先于右件。',
    },
    [
      text('left', '左', '左件条的地址。', match => match.a),
      text('right', '右', '右件条的地址。', match => match.b),
      text('relation', '关系', 'equivalent 同一事项、partial 部分对应。', match => match.relation),
      number('score', '得分', '0 至 1，同一次运行内可比。', match => rounded(match.score)),
      number('probability', '概率', '存在对应的校准概率。', match => rounded(match.probability)),
      text(
        'evidence',
        '依据',
        '起决定作用的共有词句，以分号相隔。',
        match => match.evidence.phrases.join('；') || null,
      ),
      text('basis', '来源', 'curated 人工判定、model 模型推断。', match => match.basis),
      number('left_contained', '左含于右', '左条内容见于右条的份额。', match =>
        rounded(match.evidence.containment[0]),
      ),
      number('right_contained', '右含于左', '右条内容见于左条的份额。', match =>
        rounded(match.evidence.containment[1]),
      ),
      text('runner_up', '次选', '得分次高的一对：左 右。', match => runnerUp(match)),
      number('runner_up_score', '次选得分', '次选的得分。', match => scoreOfRunnerUp(match)),
      text('parts', '相应部分', '两条之内最相应的款、项：左=右，以空格相隔。', match => parts(match)),
    ],
    matches,
  )
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function runnerUp({ evidence: { runnerUp: next } }: Match): string | null {
  return next && `${next.a} ${next.b}`
}

function scoreOfRunnerUp({ evidence: { runnerUp: next } }: Match): number | null {
  return next && rounded(next.score)
}

function parts(match: Match): string | null {
  return match.evidence.parts.map(part => `${part.a}=${part.b}`).join(' ') || null
}

interface FamilyRow {
  family: Family
  members: Map<string, FamilyMember[]>
}

/** `families.csv`: the comparison table, a row for each family, two columns for each document. */
export function familiesTable(families: Family[], regulations: Regulation[], lookup: Lookup): Table {
  const addresses = ({ members }: FamilyRow, id: string) => members.get(id)?.map(member => member.address)
  const columns = regulations.flatMap(({ id, title }) => [
    text<FamilyRow>(id, title, `${title}中属于此行的条、款地址，以空格相隔。`, row =>
      addresses(row, id)?.join(' '),
    ),
    text<FamilyRow>(`${id}_text`, `${title}（文字）`, `${title}中属于此行的${UNIT_TEXT}。`, row =>
      row.members
        .get(id)
        ?.map(member => memberText(lookup, member))
        .join('\n'),
    ),
  ])
  return tableOf<FamilyRow>(
    { name: 'families', title: '对照表', description: '每行一组对同一事项作规定的条、款。' },
    [
      text('family', '组', '组的稳定标识。', row => row.family.id),
      text('topic_zh', '事项', '事项的中文名称。', row => row.family.topic.zh),
      text('topic_en', '事项（英）', '事项的英文名称。', row => row.family.topic.en),
      ...columns,
      text(
        'compared',
        '所比各对',
        `differences.csv 所含的各对：all 各件两两比较；wordings 此组文件多于 ${ALL_PAIRS} 份，各种写法只与最常见的一种比较，其余各对见 data --pairs 与 compare 命令。`,
        ({ family }) => (areAllCompared(family) ? 'all' : 'wordings'),
      ),
    ],
    families.map(family => ({ family, members: membersByDocument(family) })),
  )
}

interface MemberRow {
  family: Family
  member: FamilyMember
  regulation: Regulation
}

/** `family_members.csv`: the comparison table in long form, a row for each member, by family and manifest order. */
export function familyMembersTable(
  families: Family[],
  regulations: Regulation[],
  statements: Statement[],
  lookup: Lookup,
): Table {
  const byArticle = groupBy(statements, ({ address }) => articleAddressOf(address))
  const statementsOf = (member: FamilyMember) =>
    member.statements ??
    (byArticle.get(articleAddressOf(member.address)) ?? [])
      .filter(({ address }) => holds(member.address, address))
      .map(({ id }) => id)
  return tableOf<MemberRow>(
    {
      name: 'family_members',
      title: '对照表（长表）',
      description: '每行一组中的一条、一款或一项，或其中的几句。',
    },
    [
      text('family', '组', '组的稳定标识。', row => row.family.id),
      text('topic_zh', '事项', '事项的中文名称。', row => row.family.topic.zh),
      text('topic_en', '事项（英）', '事项的英文名称。', row => row.family.topic.en),
      text('regulation', '文件', '文件的标识。', row => row.regulation.id),
      text('place', '地区', '制定机关所在地区。', row => row.regulation.place),
      text('address', '地址', '条或款的地址。', row => row.member.address),
      text('label', '序号', '条的序号，款附第几款。', row => labelOf(lookup, row.member.address)),
      text('text', '文字', `${UNIT_TEXT}。`, row => memberText(lookup, row.member)),
      text(
        'wording',
        '措辞',
        '组内相同措辞的编号：A 最多见；同样多见的依文字排序，与文件的先后无关。',
        row => row.member.wording,
      ),
      text('basis', '来源', 'curated 人工判定、model 模型推断。', row => row.member.basis),
      text(
        'statement',
        '规定',
        '此处属于该组的规定的标识，以空格相隔；附件为空。',
        row => statementsOf(row.member).join(' ') || null,
      ),
      text('state', '程度', 'yes 与组内他件所定相应、partly 只部分相应。', row => row.member.state),
      number(
        'probability',
        '概率',
        '组内他件也作此规定的概率，取各件的平均；人工判定的为 1。',
        row => row.member.probability,
      ),
    ],
    families.flatMap(family => memberRows(family, regulations)),
  )
}

function memberRows(family: Family, regulations: Regulation[]): MemberRow[] {
  const members = membersByDocument(family)
  return regulations.flatMap(regulation =>
    (members.get(regulation.id) ?? []).map(member => ({ family, member, regulation })),
  )
}

/** `differences.csv`: a row for each typed difference between two members of a family. */
export function differencesTable(differences: Difference[]): Table {
  return tableOf<Difference>(
    {
      name: 'differences',
      title: '差异',
      description:
        '每行一组之内两份文件间的一处差异。一组文件不多时含各件两两之间的，文件多时含哪几对见 families.csv 的 compared。',
    },
    [
      text('family', '组', '组的稳定标识。', row => row.family),
      text('left', '左', '左件单元的地址。', row => row.left),
      text('right', '右', '右件单元的地址。', row => row.right),
      text(
        'kind',
        '种类',
        'quantity 数量、modality 语气、actor 主体、scope 范围、wording 措辞、missing 缺少。',
        row => row.kind,
      ),
      text('left_text', '左文', `左件的${CLEAN_LINES}。`, row => row.leftText || null),
      text('right_text', '右文', `右件的${CLEAN_LINES}。`, row => row.rightText || null),
      text('note', '说明', '差异的内容与判断的理由。', row => row.note || null),
      text(
        'direction',
        '方向',
        'more 更多、less 更少、stronger 加强、weaker 减弱、added 增加、left-out 略去；不能断定为空。',
        row => row.direction,
      ),
      integer(
        'left_start',
        '左起',
        '左文在其源文本中的起点（含）；不止一段为空，见 left_spans。',
        row => row.leftSpan?.start,
      ),
      integer('left_end', '左止', '左文在其源文本中的终点（不含）；不止一段为空。', row => row.leftSpan?.end),
      integer(
        'right_start',
        '右起',
        '右文在其源文本中的起点（含）；不止一段为空，见 right_spans。',
        row => row.rightSpan?.start,
      ),
      integer(
        'right_end',
        '右止',
        '右文在其源文本中的终点（不含）；不止一段为空。',
        row => row.rightSpan?.end,
      ),
      text('gist_en', '英文说明', '差异归结为何，英文；两段文字已说尽时为空。', row => row.gist.en || null),
      text('left_spans', '左文各段', `左文${STRETCHES}`, row => stretches(row.leftSpans)),
      text('right_spans', '右文各段', `右文${STRETCHES}`, row => stretches(row.rightSpans)),
      text(
        'rule',
        '规则',
        '得出此行的规则：numbers 数值、actors 主体、modal-words 语气、substance 范围与措辞、missing 一方所无、unlike 两处文字大部不同。',
        row => row.rule,
      ),
      text('code', '情形', `种类之下的情形：${codes()}。`, row => row.code),
      number(
        'probability',
        '概率',
        '此类差异经人细读也会列出的份额，0 至 1；页面默认只显示较有把握的。',
        row => row.probability,
      ),
      text(
        'left_statement',
        '左句',
        '左文所在规范句的标识；左文为空或不在句内为空。',
        row => row.leftStatement,
      ),
      text(
        'right_statement',
        '右句',
        '右文所在规范句的标识；右文为空或不在句内为空。',
        row => row.rightStatement,
      ),
      text(
        'searched',
        '查找范围',
        'document 已在对方全文中查找、place 只比较了两处文字。',
        row => row.searched,
      ),
    ],
    differences,
  )
}

function codes(): string {
  return Object.entries(CODES)
    .map(([code, meaning]) => `${code} ${meaning}`)
    .join('、')
}

// Members of a family that stand apart in their document, as 第八条 and 第四十二条, are compared as one text.
const STRETCHES = '不止一段时各段的起止：起-止，以空格相隔，各段另起一行；只有一段时为空。'

function stretches(spans: Span[]): string | null {
  return spans.length > 1 ? spans.map(({ start, end }) => `${start}-${end}`).join(' ') : null
}
