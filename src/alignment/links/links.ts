import type { Entry } from '../../index/entries.ts'
import { allSaidBy, type Index } from '../../index/index.ts'
import { hashOf } from '../../text/hash.ts'
import { LEAST_LINK } from '../thresholds.ts'

/** The statements of all documents by number, in the order of the index, and how surely each is said where in the others. */
export interface Links {
  entries: Entry[]
  /** Number of each statement's document. */
  documents: Int32Array
  /** Number of each document's first statement. */
  first: number[]
  /** What each is ordered by, whatever the order and the names of documents: its text, its document's, its place there. */
  keys: string[]
  /** For each statement the statements of other documents that may say it, with how surely they do: 0 to 1. */
  said: Map<number, number>[]
}

/** Asks every other document about every statement. A link is as sure as the document's answer, the best place's in full. */
export function linksOf(index: Index): Links {
  const { entries } = index
  const first = index.documents.map(document => document.first)
  const documents = Int32Array.from(index.documents.flatMap((document, at) => document.entries.map(() => at)))
  const said = entries.map(() => new Map<number, number>())
  for (const document of index.documents.keys())
    for (const [other, answers] of allSaidBy(index, document))
      for (const [row, found] of answers.entries()) {
        if (!found || found.probability < LEAST_LINK) continue
        const places = said[first[document]! + row]!
        const best = Math.max(found.places[0]!.probability, 1e-9)
        for (const { entry, probability } of found.places)
          places.set(first[other]! + entry.index, (found.probability * probability) / best)
      }
  return { entries, documents, first, keys: keysOf(index), said }
}

function keysOf({ documents }: Index): string[] {
  return documents.flatMap(({ entries }) => {
    const document = hashOf(entries.map(({ text }) => text).join('\n'))
    return entries.map(({ text, index }) => `${text} ${document} ${index}`)
  })
}

/** Of a statement (by id) those it is linked with from either side, with the mean of the two ways; none of one that is not linked. */
export function nearbyIn(links: Links): (statement: string) => [statement: string, sureness: number][] {
  const near = bothWays(links)
  const numbers = new Map(links.entries.map(({ statement: { id } }, number) => [id, number]))
  return statement =>
    [...(near[numbers.get(statement) ?? -1] ?? [])].map(([to, sureness]) => [
      links.entries[to]!.statement.id,
      sureness,
    ])
}

/** For each statement those it is linked with from either side, with the mean of the two ways. */
export function bothWays({ said }: Links): Map<number, number>[] {
  const near = said.map(() => new Map<number, number>())
  for (const [from, places] of said.entries())
    for (const [to, sureness] of places) {
      const mean = (sureness + (said[to]!.get(from) ?? 0)) / 2
      near[from]!.set(to, mean)
      near[to]!.set(from, mean)
    }
  return near
}
