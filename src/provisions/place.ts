import { SENTENCE_ENDS } from '../lexicon/marks.ts'
import type { Range } from '../types.ts'
import { SENTENCE_REACH } from './thresholds.ts'

/** Where in its unit a quantity or a pattern stands: the text around it, cut at the ends of its sentence. */
export interface Place extends Range {
  /** The whole clean text of the unit. */
  text: string
  /** From the sentence's beginning to `from`; sentences end at 。；！？. */
  before: string
  /** From `to` to the sentence's end. */
  after: string
  /** The text that introduces an item: its paragraph's own words; of a cell the head of its column and a tab; '' for a paragraph. */
  lead: string
}

/** The place of a range in a unit's text. */
export function placeOf(text: string, range: Range, lead: string): Place {
  const start = sentenceStart(text, range.from)
  const end = sentenceEnd(text, range.to)
  return { ...range, text, lead, before: text.slice(start, range.from), after: text.slice(range.to, end) }
}

/** Offset of the first character of the sentence that holds `at`, at most SENTENCE_REACH before it. */
export function sentenceStart(text: string, at: number): number {
  const first = Math.max(0, at - SENTENCE_REACH)
  for (let index = at - 1; index >= first; index--) if (SENTENCE_ENDS.includes(text[index]!)) return index + 1
  return first
}

/** Offset after the last character of the sentence that holds `at`, its mark left out, at most SENTENCE_REACH after it. */
export function sentenceEnd(text: string, at: number): number {
  const last = Math.min(text.length, at + SENTENCE_REACH)
  for (let index = at; index < last; index++) if (SENTENCE_ENDS.includes(text[index]!)) return index
  return last
}

/** The last clause of a text: what follows its last comma or colon. */
export function lastClause(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('，'), text.lastIndexOf('：')) + 1)
}

/** The first clause of a text: up to its first comma, colon or sentence end. */
export function firstClause(text: string): string {
  return /^[^，：。；]*/.exec(text)![0]
}
