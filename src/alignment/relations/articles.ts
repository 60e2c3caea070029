import type { Entry, IndexedDocument } from '../../index/entries.ts'
import type { Index } from '../../index/index.ts'
import { type Vector, vectorOf } from '../../index/vector.ts'
import type { Links } from '../links/links.ts'

/** An article with what its relations are measured by. */
export interface IndexedArticle {
  address: string
  /** Number of its document. */
  document: number
  text: string
  /** Numbers of its statements among all. */
  statements: number[]
  /** Weight of their words. */
  mass: number
  vector: Vector
  /** Characters of its chapter's heading, each once. */
  heading: string
  /** Place in the document, 0 to 1. */
  position: number
}

/** The articles of each document that have statements. */
export function articlesOf({ documents }: Index, { first }: Links): IndexedArticle[][] {
  return documents.map(({ articles }: IndexedDocument, document) =>
    articles.map(entries => ({
      address: entries[0]!.article,
      document,
      text: entries.map(({ text }) => text).join('\n'),
      statements: entries.map(({ index }) => first[document]! + index),
      mass: entries.reduce((sum, { words }) => sum + words.mass, 0),
      vector: vectorOfAll(entries),
      heading: entries[0]!.heading,
      position: entries[0]!.position,
    })),
  )
}

/** Terms of all statements; of a term in several the greatest weight counts. */
function vectorOfAll(entries: Entry[]): Vector {
  const weights = new Map<number, number>()
  for (const { all } of entries)
    for (const [at, term] of all.terms.entries())
      weights.set(term, Math.max(all.weights[at]!, weights.get(term) ?? 0))
  return vectorOf(weights)
}
