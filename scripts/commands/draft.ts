import { align } from '../../src/alignment/align.ts'
import type { DocumentRead } from '../../src/analyse.ts'
import { type DraftReport, draftReport } from '../../src/drafting/draft.ts'
import { type DraftTold, draftMarkdown, type Language } from '../../src/official/report.ts'
import { ReadError } from '../../src/read/error.ts'
import { labelOf, lookupOf } from '../../src/tables/lookup.ts'
import { withFamilies } from '../../src/tables/membership.ts'
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
  format?: 'text' | 'md' | 'json'
  /** The same as `format` json. */
  json?: boolean
  lang?: Language
  out?: string
}

/**
 * Prints how a draft was read, its faults by the rules of drafting, what it has and lacks of the corpus's topics, and its numbers and
 * ladders beside those of its peers. The draft is read where it lies: nothing is copied or sent. With `strict` a draft with an error
 * ends the command with 1, after everything was told.
 */
export async function draft(file: string, options: DraftOptions): Promise<void> {
  refuseUnwritableFile(options.out)
  const corpus = await readCorpus({ ...options, strict: false })
  const document = await readDraft(file, freeId(corpus), options.place)
  progress(`comparing ${file} with ${corpus.documents.length} documents`)
  const report = besides(corpus, document, options.place)
  emit(`${told(report, corpus, document, options)}\n`, options.out)
  const errors = report.faults.filter(({ severity }) => severity === 'error').length
  if (options.strict && errors > 0) process.exitCode = EXIT.notFoundOrBadInput
}

function besides(
  { documents, codebook, overrides }: Corpus,
  document: DocumentRead,
  place: string,
): DraftReport {
  const regulations = documents.map(({ regulation }) => regulation)
  const statements = documents.flatMap(each => each.statements)
  const { families } = align(regulations, { cut, statements, overrides, ...(codebook && { codebook }) })
  const provisions = withFamilies(
    documents.flatMap(each => each.provisions),
    families,
    statements,
  )
  return draftReport(document, { peers: documents, families, provisions }, cut, place)
}

function told(
  report: DraftReport,
  corpus: Corpus,
  { regulation }: DocumentRead,
  options: DraftOptions,
): string {
  const { share, lang = 'zh', json } = options
  const format = json ? 'json' : (options.format ?? 'text')
  if (format === 'json') return JSON.stringify(report, null, 2)
  const regulations = regulationsOf(corpus)
  const lookup = lookupOf(regulations)
  const all: DraftTold = {
    report,
    regulation,
    labelOf: address => labelOf(lookup, address),
    places: new Map(regulations.map(({ id, place }) => [id, place])),
    share,
    language: lang,
  }
  return format === 'md' ? draftMarkdown(all) : tellDraft(all)
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
