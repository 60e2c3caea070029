import type { Answer } from '../statement-types.ts'
import { plainStatements } from '../statements/plain.ts'
import type { Cut } from '../types.ts'
import {
  type AnswerModel,
  type AnswerWeights,
  answerOf,
  type Said,
  type Surroundings,
  saidOf,
} from './answer.ts'
import { type DocumentStatements, type Entry, entriesOf, indexed } from './entries.ts'
import frozen from './frozen.json' with { type: 'json' }
import { jointly } from './joint.ts'
import { addedBy } from './logistic.ts'
import { marksFor } from './marks.ts'
import { type Places, placesIn, type Tables } from './places.ts'
import { likenessOf, postingsOf } from './postings.ts'
import type { FrozenCounts, Rarity } from './rarity.ts'
import { Scene } from './scene.ts'
import { DOCUMENTS_AT_ONCE } from './thresholds.ts'
import type { Vector } from './vector.ts'
import weights from './weights.json' with { type: 'json' }

const MODELS: AnswerWeights = weights

/** All statements of a corpus, by their terms: one question is asked of it, who else says this? */
export interface Index extends Tables {
  norms: Float64Array
  rarity: Rarity
  cut: Cut
  models: AnswerWeights
}

/** How an index is made. */
export interface IndexOptions {
  cut: Cut
  /** In place of the counts and the weights kept with the code. */
  frozen?: FrozenCounts
  models?: AnswerWeights
}

/** The index over the documents' statements. Takes any number of documents; their order changes no answer. */
export function indexOf(documents: DocumentStatements[], options: IndexOptions): Index {
  const { cut } = options
  const { documents: read, rarity } = indexed(documents, cut, options.frozen ?? frozen)
  const entries = read.flatMap(document => document.entries)
  const sanctions = read.flatMap(document => document.sanctions)
  const articles = read.flatMap(document => document.articles)
  const inArticles = articles.flat()
  const articleOf = articles.flatMap((own, at) => own.map(() => at))
  const terms = rarity.size()
  const eachIn = (of: Entry[], vector: (entry: Entry) => Vector) =>
    postingsOf(of.map(vector), at => at, terms)
  const byArticle = (vector: (entry: Entry) => Vector) =>
    postingsOf(inArticles.map(vector), at => articleOf[at]!, terms)
  return {
    documents: read,
    entries,
    sanctions,
    articles: articles.length,
    postings: {
      all: eachIn(entries, ({ all }) => all),
      characters: eachIn(entries, ({ characters }) => characters),
      deeds: eachIn(sanctions, ({ deed }) => deed),
      words: byArticle(({ words }) => words),
      grams: byArticle(({ grams }) => grams),
    },
    norms: Float64Array.from(entries, ({ all }) => all.norm),
    rarity,
    cut,
    marks: marksFor(terms),
    models: options.models ?? MODELS,
  }
}

/** What one document's statements find in each other one: `places(document)`, worked out when it is first asked for. */
export interface Questions {
  asked: Entry[]
  surroundings: Surroundings
  model: AnswerModel
  /** Numbers of the documents that were asked. */
  others: number[]
  /** With what the other statements asked find there, if they have a document of their own. */
  places(document: number): Places
}

/** The statements of the document before all others, or before those with the numbers named. */
export function questionsOf(index: Index, document: number, wanted?: number[]): Questions {
  const asked = index.documents[document]!.entries
  const others = [...index.documents.keys()].filter(other => other !== document)
  return questions(index, asked, others, wanted ?? others, 'within')
}

function questions(
  index: Index,
  asked: Entry[],
  others: number[],
  wanted: number[],
  surroundings: Surroundings,
): Questions {
  const model = index.models[surroundings]
  const placesOf = asking(index, asked, others, model)
  const known = new Map<number, Places>()
  const places = (document: number) => {
    if (!known.has(document)) known.set(document, placesOf([document])[0]!)
    return known.get(document)!
  }
  return { asked, surroundings, model, others: wanted, places }
}

/** What finds the places of statements in documents, among `others` that may be third ones. */
function asking(
  index: Index,
  asked: Entry[],
  others: number[],
  { first }: AnswerModel,
): (documents: number[]) => Places[] {
  const likenesses = likenessOf(
    asked.map(({ all }) => all),
    index.postings.all,
    index.norms,
  )
  return documents => {
    const scenes = documents.map(number => new Scene(asked, index.documents[number]!, number, likenesses))
    const found = placesIn(index, asked, likenesses, scenes, others)
    if (first) for (const places of found) jointly(places, first)
    return found
  }
}

/** Whether each of the documents asked, or of those with the numbers named, says the statement in this row too. */
export function answersTo(questions: Questions, row: number, wanted?: number[]): Map<number, Answer> {
  const { model, others } = questions
  return new Map((wanted ?? others).map(other => [other, answerOf(found(questions, row, other), model)]))
}

function found({ places, model, surroundings }: Questions, row: number, other: number): Said | null {
  return saidOf(places(other), row, model, surroundings)
}

/** Why a document is held to say the statement in this row, or not to: what counts most for and against it, the weightiest first. */
export function reasonsFor(
  questions: Questions,
  row: number,
  other: number,
): { name: string; adds: number }[] {
  const said = found(questions, row, other)
  if (!said) return []
  return addedBy(questions.model.said, said.row).sort((x, y) => Math.abs(y.adds) - Math.abs(x.adds))
}

/** For each statement of the document, by the number of each other one, its places there and how surely it is said there at all. */
export function* allSaidBy(
  index: Index,
  document: number,
): Generator<[other: number, said: (Said | null)[]]> {
  const asked = index.documents[document]!.entries
  const others = [...index.documents.keys()].filter(other => other !== document)
  const model = index.models.within
  const placesOf = asking(index, asked, others, model)
  for (let from = 0; from < others.length; from += DOCUMENTS_AT_ONCE) {
    const some = others.slice(from, from + DOCUMENTS_AT_ONCE)
    for (const [at, places] of placesOf(some).entries())
      yield [some[at]!, asked.map((_, row) => saidOf(places, row, model, 'within'))]
  }
}

/**
 * Each sentence of a text in a reader's own words (folded) before every document, or before those with the numbers named;
 * `without` is the number of a document that is no witness, since the text is its own.
 */
export function ownWords(index: Index, text: string, wanted?: number[], without?: number): Questions {
  const { cut, rarity } = index
  const regulation = { id: '', place: '', divisions: [], articles: [] }
  const asked = entriesOf({ regulation, statements: plainStatements(text) }, cut, rarity)
  const others = [...index.documents.keys()].filter(other => other !== without)
  return questions(index, asked, others, wanted ?? others, 'alone')
}
