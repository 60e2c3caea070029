import { t } from '../../i18n/index.ts'
import { citation } from '../../parts/cite.ts'
import type { Column } from '../../parts/columns.ts'
import { csvText, downloadBar } from '../../parts/download.ts'
import type { TemplateResult } from '../../parts/html.ts'
import type { Sheet } from './sheet.ts'

/** What the page shows, as files. */
export function downloads(sheet: Sheet): TemplateResult {
  const rows = () =>
    sheet.columns.flatMap(({ summary, members, unit }) =>
      members.map(member => [
        sheet.family.id,
        sheet.family.topic.zh,
        summary.id,
        summary.place,
        member.address,
        citation(summary, member.address),
        textOf(unit, member.address),
        member.wording,
        member.basis,
      ]),
    )
  const changes = () =>
    sheet.changes.map(
      ({ difference: { family, left, right, kind, direction, leftText, rightText, note } }) => [
        family,
        left,
        right,
        kind,
        direction,
        leftText,
        rightText,
        note,
      ],
    )
  const { family, base, columns } = sheet
  const texts = columns.map(column => column.regulation)
  const office = () => import('../../parts/office.ts')
  return downloadBar([
    {
      label: t('family-csv'),
      file: `${sheet.family.id}.csv`,
      content: () =>
        csvText(
          ['family', 'topic_zh', 'regulation', 'place', 'address', 'citation', 'text', 'wording', 'basis'],
          rows(),
        ),
    },
    {
      label: t('changes-csv'),
      file: `${sheet.family.id}-differences.csv`,
      content: () =>
        csvText(
          ['family', 'left', 'right', 'kind', 'direction', 'left_text', 'right_text', 'note'],
          changes(),
        ),
    },
    {
      label: t('word-document'),
      file: `${family.id}.docx`,
      content: async () => (await office()).comparisonDocx([family], texts, base, family.topic.zh),
    },
    {
      label: 'Markdown',
      file: `${family.id}.md`,
      content: async () => (await office()).comparisonMarkdown([family], texts, base),
    },
  ])
}

function textOf(unit: Column['unit'], address: string): string {
  const own = unit.parts.filter(part => part.address === address || part.address.startsWith(`${address}/`))
  const [first, last] = [own[0], own.at(-1)]
  return first && last ? unit.text.slice(first.label.from, last.at.to) : ''
}
