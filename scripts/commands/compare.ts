import { comparerOf } from '../../src/compare/differences.ts'
import { type ComparedCell, type ComparisonTable, comparisonOf } from '../../src/tables/comparison.ts'
import { differencesTable } from '../../src/tables/comparisons.ts'
import { csvOf } from '../../src/tables/formats/csv.ts'
import { docxOf } from '../../src/tables/formats/docx.ts'
import { markdownOf } from '../../src/tables/formats/markdown.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import type { Analysis, Difference, DifferenceKind, Family, Regulation } from '../../src/types.ts'
import { analyseCorpus, type CorpusOptions } from '../io/analyse-corpus.ts'
import { documentsNamed, familiesNamed } from '../io/choose.ts'
import { cut } from '../io/cut.ts'
import { emit, refuseUnwritableFile } from '../io/emit.ts'
import { EXIT, Failure } from '../io/failure.ts'
import { beside, type Marked } from '../print/columns.ts'
import { columns, indented, styled, widthOf } from '../print/terminal.ts'

interface CompareOptions extends CorpusOptions {
  /** Ids or Chinese topics of the families to show; all when left out. */
  family?: string[]
  format: 'text' | 'md' | 'docx' | 'csv'
  /** File to write instead of stdout; docx needs one. */
  out?: string
  json?: boolean
}

/** Prints two documents side by side, family by family, with what differs and in which way; the first is the base. */
export async function compare(left: string, right: string, options: CompareOptions): Promise<void> {
  if (left === right) throw new Failure(`compare: "${left}" is named twice; name two documents`, EXIT.usage)
  if (options.format === 'docx' && !options.out)
    throw new Failure('compare: a docx goes to a file; name it with --out', EXIT.usage)
  refuseUnwritableFile(options.out)
  const { analysis } = await analyseCorpus({ ...options, pairs: [[left, right]] })
  const documents = documentsNamed(analysis, [left, right])
  const families = familiesNamed(analysis, options.family)
  emit(
    options.json ? asJson(analysis, families, documents) : formatted(analysis, families, documents, options),
    options.out,
  )
}

function formatted(
  analysis: Analysis,
  families: Family[],
  documents: Regulation[],
  { format }: CompareOptions,
): string | Uint8Array {
  const shared = families.filter(family => documents.every(({ id }) => takesPart(family, id)))
  const comparison = comparisonBetween(analysis, shared, documents, documents[0]!.id)
  if (format === 'md') return markdownOf(comparison)
  if (format === 'docx') return docxOf(comparison, documents.map(({ title }) => `《${title}》`).join(' · '))
  const differences = differencesBetween(analysis, shared, documents)
  if (format === 'csv') return csvOf(differencesTable(differences))
  return asText(
    comparison,
    comparisonBetween(analysis, shared, documents, documents[1]!.id),
    differences,
    families,
  )
}

function asJson(analysis: Analysis, families: Family[], documents: Regulation[]): string {
  const { rows } = comparisonBetween(analysis, families, documents, documents[0]!.id)
  return `${JSON.stringify({ rows, differences: differencesBetween(analysis, families, documents) }, null, 2)}\n`
}

function takesPart(family: Family, id: string): boolean {
  return family.members.some(({ address }) => address.startsWith(`${id}/`))
}

function comparisonBetween(
  { regulations }: Analysis,
  families: Family[],
  documents: Regulation[],
  base: string,
): ComparisonTable {
  return comparisonOf(families, documents, lookupOf(regulations), { cut, base })
}

function differencesBetween(
  { regulations, families: all, provisions, said }: Analysis,
  families: Family[],
  [left, right]: Regulation[],
): Difference[] {
  const comparer = comparerOf({ regulations, families: all, provisions, said }, cut)
  return families.flatMap(family => comparer.between(family, left!.id, right!.id))
}

/** The comparison seen from either side gives each column the marks of what the other lacks. */
function asText(
  fromLeft: ComparisonTable,
  fromRight: ComparisonTable,
  differences: Difference[],
  families: Family[],
): string {
  const sections = fromLeft.rows.flatMap((row, index) => {
    const right = row.cells[1]!
    const left = fromRight.rows[index]!.cells[0]!
    const here = differences.filter(({ family }) => family === row.family.id)
    return isSame(left) && isSame(right) ? [] : [section(row.family, left, right, here)]
  })
  return `${[summary(fromLeft, sections.length, families), ...sections].join('\n\n')}\n`
}

function isSame(cell: ComparedCell): boolean {
  return cell.runs.every(run => run.kind === 'same')
}

function summary({ regulations, rows }: ComparisonTable, differing: number, families: Family[]): string {
  const [left, right] = regulations
  const only = (one: Regulation, other: Regulation) =>
    families.filter(family => takesPart(family, one.id) && !takesPart(family, other.id))
  const alone = [only(left!, right!), only(right!, left!)].map((found, index) => {
    const topics = found.map(({ topic }) => topic.zh).join('、')
    return indented(`只见于${regulations[index]!.place} (${found.length}): ${topics || '—'}`, '')
  })
  return [
    styled('bold', `${left!.place} ${left!.id} ↔ ${right!.place} ${right!.id}`),
    `同有 ${rows.length} 项, 其中 ${rows.length - differing} 项无实质差异`,
    ...alone,
  ].join('\n')
}

const KINDS: Record<DifferenceKind, string> = {
  quantity: '数量',
  modality: '语气',
  actor: '主体',
  scope: '范围',
  wording: '措辞',
  missing: '缺少',
}

function section(family: Family, left: ComparedCell, right: ComparedCell, differences: Difference[]): string {
  const title = `── ${family.topic.zh} (${family.id}) `
  const rule = '─'.repeat(Math.max(2, columns() - widthOf(title)))
  const notes = differences.map(({ kind, note }) => indented(`${KINDS[kind]}: ${note}`, '  '))
  return [styled('bold', title + rule), beside(marked(left), marked(right)), ...notes].join('\n')
}

function marked({ labels, runs }: ComparedCell): Marked[] {
  return [
    { text: `${labels.join('、')}\n`, marked: false },
    ...runs.flatMap(({ text, kind }) => (kind === 'left-out' ? [] : [{ text, marked: kind === 'changed' }])),
  ]
}
