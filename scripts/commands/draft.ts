import { align } from '../../src/alignment/align.ts'
import type { DocumentRead } from '../../src/analyse.ts'
import { type Asked, askAll } from '../../src/drafting/asking.ts'
import { type DraftReport, reportOf, wantedOf } from '../../src/drafting/draft.ts'
import { draftDocx } from '../../src/official/draft.ts'
import { explanationDocx } from '../../src/official/explanation.ts'
import { type DraftTold, draftMarkdown, type Language, reportDocx } from '../../src/official/report.ts'
import { threeColumnsDocx } from '../../src/official/three-columns.ts'
import { ReadError } from '../../src/read/error.ts'
import { labelOf, lookupOf } from '../../src/tables/lookup.ts'
import { withFamilies } from '../../src/tables/membership.ts'
import { fold } from '../../src/text/fold.ts'
import type { Problem } from '../../src/types.ts'
import { type CorpusOptions, readCorpus, regulationsOf } from '../io/analyse-corpus.ts'
import { readBytesOf } from '../io/bytes.ts'
import type { Corpus } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'
import { emit, refuseUnwritableFile } from '../io/emit.ts'
import { EXIT, Failure, reasonOf } from '../io/failure.ts'
import { placeDoubts } from '../io/place.ts'
import { progress } from '../io/progress.ts'
import { readWithinLimits } from '../io/reading/read.ts'
import { tellDraft } from '../print/draft.ts'

interface DraftOptions extends CorpusOptions {
  place: string
  /** A topic is told as lacking when at least this share of the other documents have it. */
  share: number
  format?: 'text' | 'md' | 'json' | 'docx'
  /** What is written as docx: the report, the draft in official layout, the 对照表 or the 起草说明. */
  document?: 'report' | 'draft' | 'columns' | 'explanation'
  /** The document in the middle of the 对照表; whichever is nearest to each article where none is named. */
  beside?: string
  /** Stands under the draft's title: 征求意见稿. */
  mark?: string
  /** The same as `format` json. */
  json?: boolean
  lang?: Language
  out?: string
}

/**
 * Prints how a draft was read, its faults by the rules of drafting, what it has and lacks of the corpus's topics, and its numbers and
 * ladders beside those of its peers; or writes it and what goes with it as Word documents. The draft is read where it lies: nothing is
 * copied or sent. With `strict` a draft with an error ends the command with 1, after everything was told.
 */
export async function draft(file: string, options: DraftOptions): Promise<void> {
  refuseUnwritableFile(options.out)
  if (options.format === 'docx' && options.out === undefined)
    throw new Failure('--format docx: name the file to write with --out', EXIT.usage)
  const corpus = await readCorpus({ ...options, strict: false })
  if (options.beside !== undefined && !corpus.sources.some(({ id }) => id === options.beside))
    throw new Failure(`--beside ${options.beside}: no such document; name one of the corpus`)
  const document = await readDraft(file, freeId(corpus), options.place)
  progress(`comparing ${file} with ${corpus.documents.length} documents`)
  const compared = compare(corpus, document, options.place)
  const written = told(compared, corpus, document, options)
  emit(typeof written === 'string' ? `${written}\n` : written, options.out)
  const errors = compared.report.faults.filter(({ severity }) => severity === 'error').length
  if (options.strict && errors > 0) process.exitCode = EXIT.notFoundOrBadInput
}

interface Compared {
  report: DraftReport
  asked: Asked
}

function compare(
  { documents, codebook, overrides }: Corpus,
  document: DocumentRead,
  place: string,
): Compared {
  const regulations = documents.map(({ regulation }) => regulation)
  const statements = documents.flatMap(each => each.statements)
  const { families } = align(regulations, { cut, statements, overrides, ...(codebook && { codebook }) })
  const provisions = withFamilies(
    documents.flatMap(each => each.provisions),
    families,
    statements,
  )
  const peers = { peers: documents, families, provisions }
  const asked = askAll(documents, document, cut, wantedOf(peers))
  return { report: reportOf(document, peers, asked, place), asked }
}

function told(
  compared: Compared,
  corpus: Corpus,
  document: DocumentRead,
  options: DraftOptions,
): string | Uint8Array {
  const { share, lang = 'zh', json } = options
  const { report } = compared
  const format = json ? 'json' : (options.format ?? 'text')
  if (format === 'json') return JSON.stringify(report, null, 2)
  const regulations = regulationsOf(corpus)
  const lookup = lookupOf(regulations)
  const all: DraftTold = {
    report,
    regulation: document.regulation,
    labelOf: address => labelOf(lookup, address),
    places: new Map(regulations.map(({ id, place }) => [id, place])),
    share,
    language: lang,
  }
  if (format === 'md') return draftMarkdown(all)
  return format === 'docx' ? wordOf(all, compared, corpus, document, options) : tellDraft(all)
}

function wordOf(
  all: DraftTold,
  { report, asked }: Compared,
  corpus: Corpus,
  document: DocumentRead,
  { document: kind = 'report', beside, mark }: DraftOptions,
): Uint8Array {
  const { title } = report.read
  if (kind === 'draft') return draftDocx(document, mark)
  if (kind === 'columns')
    return threeColumnsDocx({
      draft: document,
      peers: corpus.documents,
      asked,
      cut,
      title,
      peer: beside ?? null,
      reasons: {},
    })
  if (kind === 'report') return reportDocx(all)
  return explanationDocx({
    regulation: document.regulation,
    title,
    coverage: report.coverage,
    numbers: report.numbers,
    peers: new Map(regulationsOf(corpus).map(each => [each.id, `${each.place}《${fold(each.title)}》`])),
    labelOf: all.labelOf,
    taken: new Map(),
    unneeded: {},
    reasons: {},
  })
}

/** `draft`, or `draft-2` … where the corpus has such a document. */
function freeId({ sources }: Corpus): string {
  const known = new Set(sources.map(({ id }) => id))
  let id = 'draft'
  for (let n = 2; known.has(id); n++) id = `draft-${n}`
  return id
}

/** The draft as read, with what is doubtful of the place given before what is doubtful of the text. */
async function readDraft(file: string, id: string, place: string): Promise<DocumentRead> {
  try {
    const read = await readWithinLimits(bytesOf(file), { id, place, file })
    const problems: Problem[] = [...placeDoubts(read.regulation), ...read.regulation.problems]
    return { ...read, regulation: { ...read.regulation, problems } }
  } catch (error) {
    throw error instanceof ReadError ? new Failure(error.message, undefined, error) : error
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readBytesOf(file)
  } catch (error) {
    throw new Failure(`${file}: ${reasonOf(error)}; name a file that is there`, undefined, error)
  }
}
