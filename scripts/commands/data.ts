import { existsSync, readFileSync } from 'node:fs'
import type { Quality } from '../../src/site-types.ts'
import { articleText } from '../../src/structure/address.ts'
import { comparisonOf } from '../../src/tables/comparison.ts'
import { everythingOf } from '../../src/tables/everything.ts'
import { akomaNtosoOf } from '../../src/tables/formats/akoma-ntoso.ts'
import { csvOf } from '../../src/tables/formats/csv.ts'
import { datapackageOf } from '../../src/tables/formats/datapackage.ts'
import { lookupOf } from '../../src/tables/lookup.ts'
import { jsonSchema } from '../../src/tables/schema.ts'
import { json, type OutputFile, siteFiles } from '../../src/tables/site.ts'
import { tablesOf } from '../../src/tables/tables.ts'
import { guijianWorkbook } from '../../src/tables/workbook.ts'
import { hashOf } from '../../src/text/hash.ts'
import type { Analysis, Source } from '../../src/types.ts'
import { analysisOf, type CorpusOptions, parsePairs, readCorpus } from '../io/analyse-corpus.ts'
import type { Corpus } from '../io/corpus.ts'
import { cut, lexiconOf } from '../io/cut.ts'
import { refuseOutput, replaceOutput, writeFiles } from '../io/output.ts'
import { progress } from '../io/progress.ts'

interface DataOptions extends CorpusOptions {
  /** Output folder. */
  out: string
}

/** The command: `pairs` as they are written there, `a:b,c:d`. */
export async function data({
  pairs,
  ...options
}: Omit<DataOptions, 'pairs'> & { pairs?: string }): Promise<void> {
  await writeData({ ...options, ...(pairs && { pairs: parsePairs(pairs) }) })
}

/** Analyses a corpus folder, writes its tables, sources and the page's data as the folder `out`, and gives back what it wrote. */
export async function writeData(options: DataOptions): Promise<OutputFile[]> {
  refuseOutput(options.out)
  const corpus = await readCorpus(options)
  const analysis = analysisOf(corpus, options)
  const files = outputOf(corpus, analysis)
  progress(`writing ${options.out}`)
  await replaceOutput(options.out, fresh => writeFiles(fresh, files))
  const { regulations, provisions, matches, families } = analysis
  progress(
    `${regulations.length} documents, ${provisions.length} provisions, ${matches.length} matches, ${families.length} families`,
  )
  return files
}

/** Every file of the output. The same corpus gives the same bytes on every machine. */
export function outputOf(corpus: Corpus, analysis: Analysis): OutputFile[] {
  const texts = new Map(corpus.sources.map(source => [source.id, source.text]))
  const about = { title: corpus.title, version: VERSION, corpus: corpus.hash }
  const { families, regulations } = analysis
  const tables = tablesOf(analysis, id => texts.get(id)!)
  const comparison = comparisonOf(families, regulations, lookupOf(regulations), { cut })
  return [
    ...tables.map(table => ({ path: `${table.name}.csv`, content: csvOf(table) })),
    { path: 'datapackage.json', content: `${JSON.stringify(datapackageOf(about, tables), null, 2)}\n` },
    { path: 'guijian.xlsx', content: guijianWorkbook(about, comparison, tables) },
    json('guijian.json', everythingOf(about, analysis)),
    { path: 'guijian.schema.json', content: `${JSON.stringify(jsonSchema(), null, 2)}\n` },
    ...regulations.map(regulation => ({
      path: `akn/${regulation.id}.xml`,
      content: akomaNtosoOf(regulation, about),
    })),
    ...[...texts].map(([id, text]) => ({ path: `sources/${id}.txt`, content: text })),
    ...siteFiles(analysis, about),
    json('site/lexicon.json', lexiconOf(regulations.flatMap(({ articles }) => articles.map(articleText)))),
    { path: 'site/quality.json', content: qualityOf(corpus.sources) },
  ]
}

/** The program's version, as in package.json. */
export const VERSION: string = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
).version

// What `npm run evaluate -- --write` last measured; the page's view of quality shows it.
const FIGURES = new URL('../../quality/reports/evaluation.json', import.meta.url)

/** The committed figures as printed, where these are the very texts they were measured on; else null, printed. */
export function qualityOf(sources: Source[]): string {
  const printed = existsSync(FIGURES) ? readFileSync(FIGURES, 'utf8') : 'null\n'
  const { documents = {} }: Partial<Quality> = JSON.parse(printed) ?? {}
  const measured = Object.entries(documents)
  const hashes = new Map(sources.map(({ id, text }) => [id, hashOf(text)]))
  return measured.length > 0 && measured.every(([id, hash]) => hashes.get(id) === hash) ? printed : 'null\n'
}
