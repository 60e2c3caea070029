import type { Answer } from '../statement-types.ts'
import { plainStatements } from '../statements/plain.ts'
import type { Cut } from '../types.ts'
import {
  type AnswerModel,
  type AnswerWeights,
  answerOf,
  measuredOf,
  rivalsAmong,
  type Said,
  type Surroundings,
  saidOf,
} from './answer.ts'
import { type DocumentStatements, type Entry, entriesOf, type IndexedDocument, indexed } from './entries.ts'
import type { Measured } from './features.ts'
import frozen from './frozen.json' with { type: 'json' }
import { jointly } from './joint.ts'
import { type Likeness, likenessOf, type Postings, postingsOf } from './likeness.ts'
import { addedBy, type Logistic } from './logistic.ts'
import { type Marks, marksFor } from './marks.ts'
import type { FrozenCounts, Rarity } from './rarity.ts'
import { sceneOf, type Third } from './scene.ts'
import { THIRDS_ASKED } from './thresholds.ts'
import weights from './weights.json' with { type: 'json' }

const MODELS: AnswerWeights = weights

/** All statements of a corpus, by their terms: one question is asked of it, who else says this? */
export interface Index {
  documents: IndexedDocument[]
  postings: Postings[]
  rarity: Rarity
  cut: Cut
  marks: Marks
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
  const marks = marksFor(rarity.size())
  return {
    documents: read,
    postings: read.map(({ entries }) => postingsOf(entries.map(({ all }) => all))),
    rarity,
    cut,
    marks,
    models: options.models ?? MODELS,
  }
}

/** What one document's statements have measured in each other one: `of(row, document)`. */
export interface Questions {
  asked: Entry[]
  surroundings: Surroundings
  model: AnswerModel
  /** Numbers of the documents that were asked. */
  others: number[]
  /** What is measured of a statement's places by themselves. */
  measured(row: number, document: number): Measured
  /** The same of all statements asked. */
  all(document: number): Measured[]
  /** What is measured, with what the other statements find there if they have a document of their own. */
  together(row: number, document: number): Measured
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
  const likenesses = new Map(others.map(other => [other, likenessTo(index, asked, other)]))
  const bests = new Map(others.map(other => [other, bestPlaces(likenesses.get(other)!)]))
  const places = asked.map((_, row) => bestFirst(index, row, bests))
  // One more than are asked, since one may be of the document in which an answer is looked for.
  const vectors = places.map(all => all.slice(0, THIRDS_ASKED + 1).map(({ entry }) => entry.all))
  const scenes = new Map(
    wanted.map(other => {
      const thirds = (row: number) => places[row]!.filter(({ document }) => document !== other)
      const likest = (row: number) => vectors[row]!
      return [
        other,
        sceneOf(asked, index.documents[other]!, index.marks, likenesses.get(other)!, { thirds, likest }),
      ]
    }),
  )
  const measured = (row: number, other: number) => measuredOf(scenes.get(other)!, row)
  const all = (other: number) => asked.map((_, row) => measured(row, other))
  const model = index.models[surroundings]
  const joint = new Map<number, (row: number) => Measured>()
  const together = (row: number, other: number) => {
    if (!model.first) return measured(row, other)
    if (!joint.has(other))
      joint.set(other, jointlyMeasured(asked, index.documents[other]!, all(other), model.first))
    return joint.get(other)!(row)
  }
  return { asked, surroundings, model, others: wanted, measured, all, together }
}

/** What is measured of each statement's places, with what the other statements find there. */
function jointlyMeasured(
  asked: Entry[],
  { entries }: IndexedDocument,
  measured: Measured[],
  first: Logistic,
): (row: number) => Measured {
  const add = jointly(asked, entries, measured.map(rivalsAmong), first)
  return row => add(row, measured[row]!)
}

function likenessTo(index: Index, asked: Entry[], other: number): Likeness {
  return likenessOf(
    asked.map(({ all }) => all),
    index.postings[other]!,
  )
}

type Best = { column: number; likeness: number } | null

function bestPlaces({ rows, columns, values }: Likeness): Best[] {
  return Array.from({ length: rows }, (_, row) => {
    let best: Best = null
    for (let column = 0; column < columns; column++) {
      const likeness = values[row * columns + column]!
      if (!best || likeness > best.likeness) best = { column, likeness }
    }
    return best
  })
}

/** The best place of a statement in each document, the likest first. */
function bestFirst(index: Index, row: number, bests: Map<number, Best[]>): Third[] {
  const places: Omit<Third, 'rank'>[] = []
  for (const [document, ofRows] of bests) {
    const best = ofRows[row]
    if (best)
      places.push({
        document,
        entry: index.documents[document]!.entries[best.column]!,
        likeness: best.likeness,
      })
  }
  places.sort((a, b) => b.likeness - a.likeness || (a.entry.statement.id < b.entry.statement.id ? -1 : 1))
  return places.map((place, rank) => ({ ...place, rank }))
}

/** Whether each of the documents asked, or of those with the numbers named, says the statement in this row too. */
export function answersTo(questions: Questions, row: number, wanted?: number[]): Map<number, Answer> {
  const { surroundings, model, others, together } = questions
  return new Map(
    (wanted ?? others).map(other => [other, answerOf(together(row, other), model, surroundings)]),
  )
}

/** Why a document is held to say the statement in this row, or not to: what counts most for and against it, the weightiest first. */
export function reasonsFor(
  questions: Questions,
  row: number,
  other: number,
): { name: string; adds: number }[] {
  const { surroundings, model, together } = questions
  const found = saidOf(together(row, other), model, surroundings)
  if (!found) return []
  return addedBy(model.said, found.row).sort((x, y) => Math.abs(y.adds) - Math.abs(x.adds))
}

/** For each statement asked the places in one document at which it may be said, with how surely it is said there at all. */
export function allSaidIn(
  { asked, surroundings, model, all }: Questions,
  index: Index,
  other: number,
): (Said | null)[] {
  const measured = all(other)
  const together = model.first
    ? jointlyMeasured(asked, index.documents[other]!, measured, model.first)
    : (row: number) => measured[row]!
  return asked.map((_, row) => saidOf(together(row), model, surroundings))
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
