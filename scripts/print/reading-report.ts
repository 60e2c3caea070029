import { countsOf } from '../../src/tables/counts.ts'
import type { ManifestEntry, Metadata, Problem, Regulation, Source } from '../../src/types.ts'

/** What was read of one document, for a keeper who decides whether to believe it. */
export interface ReadingReport {
  entry: ManifestEntry
  encoding: string | null
  script: string
  numbering: string
  counts: Record<'characters' | 'chapters' | 'articles' | 'paragraphs' | 'items' | 'annexes', number>
  metadata: Metadata
  /** Lines count in the text as read, from 1; 0 for a problem of the whole file. */
  problems: (Problem & { line: number })[]
}

export function reportOf(entry: ManifestEntry, source: Source, regulation: Regulation): ReadingReport {
  const counts = countsOf(regulation)
  const lineOf = lineCounter(source.text)
  const problems = [
    ...(source.problems ?? []),
    ...regulation.problems.filter(problem => !source.problems?.includes(problem)),
  ]
  return {
    entry,
    encoding: source.encoding ?? null,
    script: regulation.script,
    numbering: regulation.numbering,
    counts: {
      characters: source.text.replace(/\s/g, '').length,
      chapters: counts.chapters,
      articles: counts.articles,
      paragraphs: counts.paragraphs,
      items: counts.items,
      annexes: regulation.annexes.length,
    },
    metadata: regulation.metadata,
    problems: problems.map(problem => ({
      ...problem,
      line: problem.span.end > 0 ? lineOf(problem.span.start) : 0,
    })),
  }
}

/** The report as lines for a terminal. */
export function reportText(report: ReadingReport): string {
  const { entry, counts, problems } = report
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`
  const parts = (['chapters', 'articles', 'paragraphs', 'items'] as const).map(name =>
    count(counts[name], name.slice(0, -1)),
  )
  const annexes = counts.annexes > 0 ? [`${counts.annexes} annex${counts.annexes === 1 ? '' : 'es'}`] : []
  return [
    `${entry.id}  ${entry.place}  ${entry.file}`,
    row('encoding', report.encoding ?? 'of its own'),
    row('script', report.script),
    row('numbering', report.numbering || 'none found'),
    row('read', `${[...parts, ...annexes].join(', ')}; ${count(counts.characters, 'character')}`),
    ...metadataRows(report.metadata),
    row('problems', problems.length === 0 ? 'none' : String(problems.length)),
    ...problems.map(problemRow),
  ].join('\n')
}

function row(name: string, value: string): string {
  return `  ${name.padEnd(18)}${value}`
}

function metadataRows(metadata: Metadata): string[] {
  const { replaces, enactments, ...plain } = metadata
  const known = Object.entries(plain).filter(([, value]) => value !== null && value !== '')
  const rows = known.map(([name, value]) => row(name, String(value)))
  if (replaces)
    rows.push(
      row(
        'replaces',
        [replaces.title, replaces.document_number, replaces.issued_on].filter(Boolean).join(' '),
      ),
    )
  return [...rows, ...enactments.map(({ kind, on, by }) => row(kind, [on, by].filter(Boolean).join(' ')))]
}

function problemRow({ line, severity, rule, message }: ReadingReport['problems'][number]): string {
  return `    ${(line ? `line ${line}` : 'file').padEnd(12)}${severity.padEnd(9)}${rule}: ${message}`
}

/** Line of an offset, counted from 1; any of the usual line ends. */
function lineCounter(text: string): (offset: number) => number {
  const starts = [
    0,
    ...Array.from(text.matchAll(/\r\n|[\r\n\u2028\u2029]/g), match => match.index + match[0].length),
  ]
  return offset => starts.findLastIndex(start => start <= offset) + 1
}
