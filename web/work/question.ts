import type { Range, Span, Stretch } from '../../src/types.ts'

// What the search view and the worker tell each other; the program that finds is concordance.ts.

/** What is looked for: one word, or several with white space between; and which of the places are wanted. */
export interface Question {
  words: string
  /** Id of a document. */
  in: string | null
  /** Id of a family; NO_TOPIC for places that belong to none. */
  topic: string | null
  /** How many lines at most. */
  limit: number
}

export const NO_TOPIC = 'none'

/** Every place where the words stand, counted, and some of them in lines. */
export interface Concordance {
  /** Documents looked through, and all there are: where they differ, all counts are those so far. */
  read: number
  documents: number
  found: number
  /** Documents that have the words. */
  foundIn: number
  wanted: number
  /** Places in each document, of those with the wanted topic; documents without any are left out. */
  byDocument: [id: string, n: number][]
  /** Places of each topic, of those in the wanted document. */
  byTopic: [family: string, n: number][]
  groups: DocumentGroup[]
  /** Where nothing was found: shorter words, or each of several, and how often they stand anywhere. */
  shorter: [words: string, n: number][]
}

/** The wanted places of one document, and lines for the first of them. */
export interface DocumentGroup {
  id: string
  wanted: number
  lines: Line[]
}

/** A place with what stands around it. */
export interface Line {
  /** Address of the unit; '' in front and back matter and in noise. */
  unit: string
  class: Stretch['class']
  family: string | null
  span: Span
  /** Whether it reaches over noise, which the page shows in the raw layout only. */
  noisy: boolean
  /** The same characters folded and as they came; where the words stand in them, and where other finds do. */
  folded: string
  raw: string
  hit: Range
  others: Range[]
}
