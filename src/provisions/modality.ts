import { functionWords } from '../lexicon/function-words.ts'
import { MODAL, MODALITIES } from '../lexicon/modality.ts'
import type { Range } from '../types.ts'
import { sentenceEnd, sentenceStart } from './place.ts'

/**
 * The modality of a quote: of its own clause, else of what the clause goes on to say, else of the clause before it where
 * that one opens with 原则上 or 一般 and this one is a bare bound (原则上人数不超过150人，时间不超过半天). Null where none says.
 */
export function modalityOf(text: string, quote: Range): string | null {
  const start = sentenceStart(text, quote.from)
  const end = sentenceEnd(text, quote.to)
  const clauseStart = start + text.slice(start, quote.from).lastIndexOf('，') + 1
  const own = softest(text.slice(clauseStart, quote.to)) ?? softest(nextClause(text.slice(quote.to, end)))
  return own ?? (clauseStart === quote.from ? governing(text.slice(start, clauseStart)) : null)
}

function governing(before: string): string | null {
  return (
    /(?:^|，)(原则上|一般)[^，]{0,12}(?:不超过|不少于|不低于|以内|以上)[^，]*，$/.exec(before)?.[1] ?? null
  )
}

function softest(words: string): string | null {
  return MODALITIES.find(({ pattern }) => pattern.test(words))?.modality ?? null
}

// 50万元以上的，须先经…: the consequence of a condition is in the next clause.
function nextClause(after: string): string {
  const condition = /^[^，。；]{0,12}的，(?=须|必须|应|可|不得|原则上|一般)/.exec(after)
  return condition ? /^[^，]*/.exec(after.slice(condition[0].length))![0].slice(0, 6) : ''
}

/**
 * How many characters right before a quote belong to it: modal words (一般|每月召开2次), and before a bound word the noun it
 * bounds (人数|不超过200人).
 */
export function modalReach(before: string, quote: string): number {
  const words = /^(?:不|超|控|最|至|限|一般|原则)/.test(quote) ? BOUNDED : MODAL_WORDS
  return words.exec(before)![0].length
}
const WORDS = `${MODAL}有?|最长|最多|至少|${functionWords('均')}`
const MODAL_WORDS = new RegExp(`(?:${WORDS})*$`)
const BOUNDED = new RegExp(`(?:${WORDS}|人数|时间|字数)*$`)
