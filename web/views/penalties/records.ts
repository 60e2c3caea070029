import { type ActSummary, intervalOf, type SummaryState } from '../../../src/penalties/summary.ts'
import { circumstanceOf } from '../../../src/provisions/like.ts'
import type { SitePenalty } from '../../../src/site-types.ts'
import { documentOf } from '../../../src/structure/address.ts'
import { type Sheet, workbookOf } from '../../../src/tables/formats/xlsx.ts'
import type { Cell } from '../../../src/tables/table.ts'
import { stageName } from '../../charts/circumstances.ts'
import { fineText, groupTag, kindName } from '../../charts/fine-words.ts'
import type { Language } from '../../reader/settings.ts'

/** What the view of penalties gives away as tables; column names as in penalties.csv where they mean the same. */

export const SANCTION_COLUMNS = [
  'act',
  'act_zh',
  'regulation',
  'place',
  'address',
  'label',
  'deed',
  'kind',
  'addressee',
  'condition',
  'min',
  'max',
  'times_min',
  'times_max',
  'per',
  'authority',
  'addressee_kind',
  'stage',
  'duty',
  'quote',
  'start',
  'end',
  'note',
]

/** How documents and their units are called. */
export interface Names {
  place: (id: string) => string
  unit: (address: string) => string
}

/** One record for each sanction; `addressee_kind` and `stage` say which of them are compared. */
export function sanctionRecords(summaries: ActSummary<SitePenalty>[], names: Names): Cell[][] {
  return summaries.flatMap(({ act, rows }) =>
    [...rows.values()].flat().map(penalty => {
      const { addressee, stage } = circumstanceOf(penalty)
      const id = documentOf(penalty.address)
      return [
        act.id,
        act.zh,
        id,
        names.place(id),
        penalty.address,
        names.unit(penalty.address),
        penalty.deed,
        penalty.kind,
        penalty.addressee,
        penalty.condition,
        penalty.min,
        penalty.max,
        penalty.times?.[0] ?? null,
        penalty.times?.[1] ?? null,
        penalty.per,
        penalty.authority,
        addressee,
        stage,
        penalty.duty.join(' '),
        penalty.quote,
        penalty.span.start,
        penalty.span.end,
        penalty.note,
      ]
    }),
  )
}

/** The matrix as it is shown: a row for each act, a column for each document with its sanctions in short, or its state. */
export function matrixTable(
  summaries: ActSummary<SitePenalty>[],
  regulations: { id: string }[],
  stateName: (state: Exclude<SummaryState, 'punished'>) => string,
  language: Language,
): { columns: string[]; rows: Cell[][] } {
  const columns = [
    'act',
    'act_zh',
    'punished',
    'forbidden',
    'not_found',
    'incomplete',
    'compared_group',
    'compared_documents',
    'median_min',
    'median_max',
    'spread',
    ...regulations.map(({ id }) => id),
    'punished_others',
  ]
  const rows = summaries.map(({ act, states, counts, groups, figures, rows }): Cell[] => [
    act.id,
    act.zh,
    counts.punished,
    counts.forbidden,
    counts['not-found'],
    counts.incomplete,
    groups[0] ? groups[0].key : null,
    groups[0]?.fines.length ?? null,
    figures?.median.low ?? null,
    figures?.median.high ?? null,
    figures?.spread ? Number(figures.spread.toPrecision(6)) : null,
    ...states.map(({ regulation, state }) =>
      state === 'punished'
        ? [...new Set((rows.get(regulation) ?? []).map(each => sanctionText(each, language)))].join('; ')
        : stateName(state),
    ),
    counts.others,
  ])
  return { columns, rows }
}

/** A sanction in a few words: `罚款 200–1000 元（单位 不改）`, `警告`. */
export function sanctionText(penalty: SitePenalty, language: Language): string {
  const { kind, times, per, note } = penalty
  const circumstance = circumstanceOf(penalty)
  const name = kind === 'other' && note ? note : kindName(kind, language)
  const interval = intervalOf(penalty)
  const sum =
    kind === 'fine' && (interval.low !== null || interval.high !== null)
      ? ` ${fineText(interval, { unit: times ? 'times' : 'yuan', per }, language)}`
      : ''
  const when = [
    groupTag({ ...circumstance, stage: 'none', per }, language),
    stageName(circumstance, language),
  ]
  const tail = when.filter(Boolean).join(' ')
  const [open, close] = language === 'en' ? [' (', ')'] : ['（', '）']
  return `${name}${sum}${tail ? `${open}${tail}${close}` : ''}`
}

/** A workbook of tables, as bytes for a file. */
export function workbookFile(sheets: Sheet[]): Blob {
  return new Blob([workbookOf(sheets) as Uint8Array<ArrayBuffer>], { type: XLSX })
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
