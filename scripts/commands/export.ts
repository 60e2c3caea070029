import { documentOf } from '../../src/structure/address.ts'
import { comparisonOf } from '../../src/tables/comparison.ts'
import { familiesTable } from '../../src/tables/comparisons.ts'
import { everythingOf } from '../../src/tables/everything.ts'
import { akomaNtosoOf } from '../../src/tables/formats/akoma-ntoso.ts'
import { csvOf } from '../../src/tables/formats/csv.ts'
import { docxOf } from '../../src/tables/formats/docx.ts'
import { markdownOf } from '../../src/tables/formats/markdown.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import { tablesOf } from '../../src/tables/tables.ts'
import { guijianWorkbook } from '../../src/tables/workbook.ts'
import type { Analysis, Family, Regulation } from '../../src/types.ts'
import { analyseCorpus, type CorpusOptions } from '../io/analyse-corpus.ts'
import { documentsNamed, familiesNamed } from '../io/choose.ts'
import type { Corpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'
import { emit, refuseUnwritableFile } from '../io/emit.ts'
import { EXIT, Failure } from '../io/failure.ts'
import { VERSION } from './data.ts'

const FORMATS = ['xlsx', 'docx', 'md', 'csv', 'json', 'akn'] as const

interface ExportOptions extends CorpusOptions {
  format: (typeof FORMATS)[number]
  /** Ids or Chinese topics; all families when left out. */
  family?: string[]
  /** Ids; all documents when left out. Akoma Ntoso takes one. */
  document?: string[]
  /** Id of the document that the others are compared with; the first when left out. */
  base?: string
  out?: string
}

/** Writes a comparison of the chosen families and documents, or one document as Akoma Ntoso, to a file or stdout. */
export async function exportChosen(options: ExportOptions): Promise<void> {
  if (['xlsx', 'docx'].includes(options.format) && !options.out)
    throw new Failure(`export: ${options.format} goes to a file; name it with --out`, EXIT.usage)
  refuseUnwritableFile(options.out)
  const { corpus, analysis } = await analyseCorpus(options)
  const regulations = options.document ? documentsNamed(analysis, options.document) : analysis.regulations
  const families = familiesNamed(analysis, options.family)
  if (options.base) documentsNamed(analysis, [options.base])
  emit(contentOf(corpus, partOf(analysis, regulations, families), options), options.out)
}

/** What the analysis says of these documents and families alone. */
function partOf(analysis: Analysis, regulations: Regulation[], families: Family[]): Analysis {
  const ids = new Set(regulations.map(({ id }) => id))
  const topics = new Set(families.map(({ id }) => id))
  const isIn = (address: string) => ids.has(documentOf(address))
  return {
    title: analysis.title,
    entries: regulations.map(({ id }) => analysis.entries.find(entry => entry.id === id)!),
    regulations,
    families: families.map(family => ({
      ...family,
      members: family.members.filter(({ address }) => isIn(address)),
    })),
    said: analysis.said,
    statements: analysis.statements.filter(({ regulation }) => ids.has(regulation)),
    provisions: analysis.provisions.filter(({ address }) => isIn(address)),
    penalties: analysis.penalties.filter(({ address }) => isIn(address)),
    acts: analysis.acts
      .map(act => ({ ...act, states: act.states.filter(({ regulation }) => ids.has(regulation)) }))
      .filter(({ states }) => states.some(({ state }) => state === 'punished')),
    mentions: analysis.mentions.filter(({ family, address }) => topics.has(family) && isIn(address)),
    matches: analysis.matches.filter(({ a, b }) => isIn(a) && isIn(b)),
    problems: analysis.problems.filter(({ regulation }) => ids.has(regulation)),
    differences: analysis.differences.filter(
      ({ family, left, right }) => topics.has(family) && isIn(left) && isIn(right),
    ),
  }
}

function contentOf(corpus: Corpus, analysis: Analysis, { format, base }: ExportOptions): string | Uint8Array {
  const { families, regulations } = analysis
  const about = { title: corpus.title, version: VERSION, corpus: corpus.hash }
  const lookup = lookupOf(regulations)
  if (format === 'json') return `${JSON.stringify(everythingOf(about, analysis))}\n`
  if (format === 'csv') return csvOf(familiesTable(families, regulations, lookup))
  if (format === 'akn') {
    const [only, ...others] = regulations
    if (!only || others.length > 0)
      throw new Failure('export: akn is of one document; name it with --document', EXIT.usage)
    return akomaNtosoOf(only, about)
  }
  const comparison = comparisonOf(families, regulations, lookup, { cut, base })
  if (format === 'md') return markdownOf(comparison)
  if (format === 'docx') return docxOf(comparison, corpus.title)
  const textOf = (id: string) => corpus.sources.find(source => source.id === id)!.text
  return guijianWorkbook(about, comparison, tablesOf(analysis, textOf))
}
