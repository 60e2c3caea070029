import { unitTextsOf } from '../../src/alignment/align.ts'
import { readOverrides } from '../../src/alignment/overrides.ts'
import type { Regulation } from '../../src/types.ts'
import { findingsOf, readCorpus, regulationsOf } from '../io/analyse-corpus.ts'
import { Failure } from '../io/failure.ts'
import { type Finding, lineOf } from '../io/finding.ts'

interface CheckOptions {
  corpus: string
  strict?: boolean
  json?: boolean
}

/** What was read of one document. */
interface DocumentChecked {
  id: string
  file: string
  articles: number
  errors: number
  warnings: number
}

/**
 * Checks a corpus folder and writes nothing: every document is read, manifest, codebook and overrides are held against what
 * the documents have. Prints what was read and what is to be mended. With `strict`, a document read with errors or any
 * warning about the three files is a failure.
 */
export async function check({ corpus: folder, strict = false, json = false }: CheckOptions): Promise<void> {
  const corpus = await readCorpus({ corpus: folder, codebook: true })
  const regulations = regulationsOf(corpus)
  const { problems } = readOverrides(corpus.overrides, unitTextsOf(regulations))
  const findings = findingsOf(corpus, folder, problems)
  const documents = regulations.map((regulation, at) =>
    checked(regulation, corpus.documents[at]!.source.file),
  )
  console.log(json ? JSON.stringify({ documents, findings }, null, 2) : report(documents, findings))
  const faults = findings.filter(({ severity }) => severity === 'warning').length
  const broken = documents.filter(({ errors }) => errors > 0).length
  if (strict && faults + broken > 0)
    throw new Failure(`${folder}: ${faults + broken} to be mended, and --strict lets none pass`)
}

function checked(regulation: Regulation, file: string): DocumentChecked {
  const of = (wanted: string) => regulation.problems.filter(({ severity }) => severity === wanted).length
  return {
    id: regulation.id,
    file,
    articles: regulation.articles.length,
    errors: of('error'),
    warnings: of('warning'),
  }
}

function report(documents: DocumentChecked[], findings: Finding[]): string {
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`
  return [
    ...documents.map(({ id, file, articles, errors, warnings }) => {
      const doubts = errors + warnings > 0 ? `, ${count(errors, 'error')}, ${count(warnings, 'warning')}` : ''
      return `${id}  ${file}: ${count(articles, 'article')}${doubts}`
    }),
    ...findings.map(lineOf),
    `${count(documents.length, 'document')} read; ${findings.length === 0 ? 'nothing to mend in manifest, codebook and overrides' : `${count(findings.length, 'finding')} in manifest, codebook and overrides`}`,
  ].join('\n')
}
