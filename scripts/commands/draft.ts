import { analyse, type DocumentRead } from '../../src/analyse.ts'
import { type DraftReport, type DraftSubject, draftReport } from '../../src/drafting/draft.ts'
import { ReadError } from '../../src/read/error.ts'
import { labelOf, lookupOf } from '../../src/tables/lookup.ts'
import { withFamilies } from '../../src/tables/membership.ts'
import type { Analysis, Regulation, Source } from '../../src/types.ts'
import { type CorpusOptions, readCorpus } from '../io/analyse-corpus.ts'
import { readBytesOf } from '../io/bytes.ts'
import { cut } from '../io/cut.ts'
import { Failure, reasonOf } from '../io/failure.ts'
import { placeDoubts } from '../io/place.ts'
import { progress } from '../io/progress.ts'
import { readWithinLimits } from '../io/reading/read.ts'
import { indented, styled } from '../print/terminal.ts'

interface DraftOptions extends CorpusOptions {
  place: string
  /** A subject is missing when at least this share of the other documents have it. */
  share: number
  json?: boolean
}

/**
 * Prints what a draft has, lacks and says unusually beside the corpus, and its faults of numbering and reference.
 * The draft is read where it lies: nothing is copied, written or sent.
 */
export async function draft(file: string, options: DraftOptions): Promise<void> {
  const corpus = await readCorpus(options)
  const id = freeId(corpus.sources)
  const document = await readDraft(file, id, options.place)
  progress(`analysing ${file} beside ${corpus.sources.length} documents`)
  const { title, codebook, overrides, documents } = corpus
  const analysis = analyse(title, [...documents, document], { cut, overrides, ...(codebook && { codebook }) })
  const report = draftReport(
    id,
    analysis.families,
    withFamilies(analysis.provisions, analysis.families, analysis.statements),
  )
  // A document that is cut off can't be said to lack what most have: only whole ones count.
  const whole = documents.filter(({ regulation }) => regulation.complete).length
  const missing = report.missing.filter(({ others }) => others.length >= options.share * whole)
  const regulation = analysis.regulations.at(-1)!
  const told = { ...report, missing, problems: [...placeDoubts(regulation), ...regulation.problems] }
  console.log(
    options.json ? JSON.stringify(told, null, 2) : tell(told, regulation, analysis, document.source.text),
  )
}

/** `draft`, or `draft-2` … where the corpus has such a document. */
function freeId(sources: Source[]): string {
  const known = new Set(sources.map(({ id }) => id))
  let id = 'draft'
  for (let n = 2; known.has(id); n++) id = `draft-${n}`
  return id
}

async function readDraft(file: string, id: string, place: string): Promise<DocumentRead> {
  try {
    return await readWithinLimits(bytesOf(file), { id, place, file })
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

function tell(
  { covered, missing, own, unusual, problems }: DraftReport & Pick<Regulation, 'problems'>,
  regulation: Regulation,
  { regulations }: Analysis,
  text: string,
): string {
  const lookup = lookupOf(regulations)
  const places = new Map(regulations.map(({ id, place }) => [id, place]))
  const label = (address: string) => labelOf(lookup, address)
  const peers = regulations.length - 1
  const subject = ({ family, others, units }: DraftSubject) =>
    `${family.topic.zh}  ${others.length}/${peers}${units.length > 0 ? `  ${units.map(label).join('、')}` : ''}`
  return [
    section(`已有 ${covered.length} 项，${regulation.articles.length} 条`, []),
    section(
      `同类文件多有而草案没有 (${missing.length})`,
      missing.map(each => `${subject(each)}  ${placesOf(each, places)}`),
    ),
    section(
      `数字在各地范围之外 (${unusual.length})`,
      unusual.map(
        ({ provision, others }) =>
          `${label(provision.address)} ${provision.quote}；${others
            .map(other => `${places.get(other.address.split('/')[0]!)} ${other.quote}`)
            .join('，')}`,
      ),
    ),
    section(`只有草案有 (${own.length})`, own.map(subject)),
    section(
      `编号、引用等存疑 (${problems.length})`,
      problems.map(({ severity, message, span }) => `${lineOf(text, span.start)} 行 ${severity}: ${message}`),
    ),
  ].join('\n')
}

function section(title: string, lines: string[]): string {
  return [styled('bold', title), ...lines.map(line => indented(line, '  '))].join('\n')
}

function placesOf({ others }: DraftSubject, places: Map<string, string>): string {
  const named = others.slice(0, 5).map(id => places.get(id) ?? id)
  return named.join('、') + (others.length > named.length ? '等' : '')
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
