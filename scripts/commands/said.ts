import { answersToClaims, ownText } from '../../src/index/claims.ts'
import {
  answersTo,
  type Index,
  indexOf,
  ownWords,
  type Questions,
  questionsOf,
} from '../../src/index/index.ts'
import type { Answer } from '../../src/statement-types.ts'
import { documentOf, holds } from '../../src/structure/address.ts'
import { labelOf, lookupOf } from '../../src/tables/lookup.ts'
import { isLayout } from '../../src/text/fold.ts'
import { type CorpusOptions, readCorpus, regulationsOf } from '../io/analyse-corpus.ts'
import { readClaims, refuseUnknownDocuments } from '../io/claims-file.ts'
import { type Corpus, documentIds } from '../io/corpus.ts'
import { cut } from '../io/cut.ts'
import { emit, refuseUnwritableFile } from '../io/emit.ts'
import { EXIT, Failure } from '../io/failure.ts'
import { progress } from '../io/progress.ts'
import { type SaidBy, type SaidOf, tellSaid } from '../print/said.ts'
import { nearestTo } from '../print/story.ts'

interface SaidOptions extends CorpusOptions {
  /** Ids of the documents to look in; all when left out. */
  in?: string[]
  /** A file of claims, in place of a text. */
  claims?: string
  out?: string
  json?: boolean
}

/**
 * Tells which documents say what a text says, sentence by sentence, and where; an address stands for the statements there.
 * With `claims` the claims of that file are answered instead, and the same list is written as JSON.
 */
export async function said(text: string | undefined, options: SaidOptions): Promise<void> {
  refuseUsage(text, options)
  refuseUnwritableFile(options.out)
  emit(options.claims === undefined ? await ofText(text!, options) : await ofClaims(options), options.out)
}

function refuseUsage(text: string | undefined, { claims, in: wanted }: SaidOptions): void {
  const refuse = (what: string) => new Failure(`said: ${what}`, EXIT.usage)
  if (text !== undefined && claims !== undefined)
    throw refuse('a text and --claims are two questions; ask one of them')
  if (claims !== undefined && wanted) throw refuse('--in goes with a text; a claim names its document itself')
  if (claims === undefined && !/\p{L}/u.test(text ?? ''))
    throw refuse('no text; write in words what is to be looked for, or an address, or --claims FILE')
}

/** Probabilities as they are written. */
function rounded(probability: number): number {
  return Number(probability.toFixed(6))
}

async function ofClaims(options: SaidOptions): Promise<string> {
  const claims = readClaims(options.claims!)
  refuseUnknownDocuments(claims, documentIds(options.corpus))
  const { documents } = await readCorpus(options)
  const index = indexOf(documents, { cut })
  progress(`answering ${claims.value.claims.length} claims`)
  const answers = answersToClaims(index, claims.value.claims)
  const complete = new Map(documents.map(({ regulation }) => [regulation.id, regulation.complete]))
  const answered = claims.value.claims.map((claim, at) => {
    const { said, probability, places } = answers[at]!
    const sure = isVerdict(answers[at]!, complete.get(claim.right)!)
    const where = places.map(({ address }) => address)
    return { ...claim, said, sure, where, probability: rounded(probability) }
  })
  return `${JSON.stringify({ ...claims.value, claims: answered }, null, 1)}\n`
}

/** What is not found in a text that is cut off may have stood behind its end. */
function isVerdict({ said, sure }: Answer, complete: boolean): boolean {
  return sure && (said !== 'no' || complete)
}

async function ofText(text: string, options: SaidOptions): Promise<string> {
  const ids = documentIds(options.corpus)
  const unknown = options.in?.find(id => !ids.includes(id))
  if (unknown !== undefined) throw new Failure(`--in: ${noDocument(unknown, ids)}`)
  const address = ADDRESS.exec(text.trim())?.[1]
  if (address !== undefined && !ids.includes(documentOf(address)))
    throw new Failure(noDocument(documentOf(address), ids))
  const corpus = await readCorpus(options)
  const index = indexOf(corpus.documents, { cut })
  const wanted = options.in?.map(id => ids.indexOf(id))
  progress(`looking in ${wanted?.length ?? ids.length} documents`)
  const asked =
    address === undefined ? askWords(index, text, wanted) : askAddress(index, corpus, text.trim(), wanted)
  const told = asked.map(({ questions, row, address }): SaidOf => {
    const answers = [...answersTo(questions, row)]
    return {
      address,
      text: questions.asked[row]!.statement.text,
      documents: inOrder(answers.map(([document, answer]) => byDocument(corpus, document, answer))),
    }
  })
  return options.json ? `${JSON.stringify({ asked: told }, null, 2)}\n` : `${tellSaid(told)}\n`
}
// zhongwei/45/3/7, of a statement with #2 behind it; never what prose looks like.
const ADDRESS = /^([\p{L}\p{Nd}_-]+(?:\/[a-z]*\d[\da-z-]*)+)(?:#\d+)?$/u

function noDocument(id: string, ids: string[]): string {
  return `no document "${id}"; the corpus has ${ids.join(', ')}`
}

interface Asked {
  questions: Questions
  row: number
  address: string | null
}

function askWords(index: Index, text: string, wanted: number[] | undefined): Asked[] {
  const questions = ownWords(index, ownText(text), wanted)
  return questions.asked.map((_, row) => ({ questions, row, address: null }))
}

function askAddress(index: Index, corpus: Corpus, asked: string, wanted: number[] | undefined): Asked[] {
  const document = index.documents.findIndex(({ id }) => id === documentOf(asked))
  const others = (wanted ?? [...index.documents.keys()]).filter(other => other !== document)
  if (others.length === 0)
    throw new Failure(`${asked} stands in the only document to look in; name another with --in`)
  const questions = questionsOf(index, document, others)
  const found = questions.asked.filter(
    ({ statement }) => statement.id === asked || holds(asked, statement.address),
  )
  if (found.length === 0) throw new Failure(noStatement(corpus, asked))
  return found.map(({ index: row, statement }) => ({ questions, row, address: statement.address }))
}

function noStatement(corpus: Corpus, asked: string): string {
  const lookup = lookupOf(regulationsOf(corpus))
  if (lookup.has(asked)) return `no statement at "${asked}"; name an article, a paragraph or an item`
  return `no unit "${asked}"; the nearest are ${nearestTo(lookup, asked).join(', ')}`
}

function byDocument({ documents }: Corpus, at: number, { places, ...answer }: Answer): SaidBy {
  const { regulation, source, statements } = documents[at]!
  const lookup = lookupOf([regulation])
  return {
    document: regulation.id,
    place: regulation.place,
    said: answer.said,
    sure: isVerdict({ places, ...answer }, regulation.complete),
    probability: rounded(answer.probability),
    where: places.map(({ statement, address, probability }) => {
      const { span } = statements.find(({ id }) => id === statement)!
      return {
        address,
        label: labelOf(lookup, address),
        quote: Array.from(source.text.slice(span.start, span.end))
          .filter(character => !isLayout(character))
          .join(''),
        start: span.start,
        end: span.end,
        probability: rounded(probability),
      }
    }),
    complete: regulation.complete,
  }
}

const SAID_FIRST = ['yes', 'partly', 'no']

function inOrder(documents: SaidBy[]): SaidBy[] {
  const rank = ({ said }: SaidBy) => SAID_FIRST.indexOf(said)
  return documents.sort((a, b) => rank(a) - rank(b) || b.probability - a.probability)
}
