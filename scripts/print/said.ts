import type { Answer } from '../../src/statement-types.ts'
import { indented, styled } from './terminal.ts'

/** What one document says of a statement; `where` with the best place first, `quote` in the source's characters. */
export interface SaidBy extends Pick<Answer, 'said' | 'sure' | 'probability'> {
  document: string
  place: string
  where: {
    address: string
    label: string
    quote: string
    start: number
    end: number
    probability: number
  }[]
  /** Whether the document's text is whole; what is not found in one that is cut off is no verdict. */
  complete: boolean
}

/** A statement and what the documents say of it, those that say it first; `address` is null for somebody's own words. */
export interface SaidOf {
  address: string | null
  text: string
  documents: SaidBy[]
}

const WORDS: Record<Answer['said'], string> = { yes: '有', partly: '部分有', no: '未见' }

/** The answers as a list for people. Where nothing is sure, or nothing was found, the nearest place is shown as such. */
export function tellSaid(asked: SaidOf[]): string {
  return asked.map(tellOne).join('\n\n')
}

function tellOne({ address, text, documents }: SaidOf): string {
  const count = (said: Answer['said']) => documents.filter(each => each.said === said).length
  return [
    styled('bold', indented(`${address === null ? '' : `${address}  `}${text}`, '')),
    `有 ${count('yes')}，部分有 ${count('partly')}，未见 ${count('no')}`,
    ...documents.map(tellDocument),
  ].join('\n')
}

function tellDocument({ document, place, said, sure, probability, where, complete }: SaidBy): string {
  const shown = said === 'no' ? (sure ? [] : where.slice(0, 1)) : where
  return [
    `${WORDS[said]}${sure ? '' : '（存疑）'}  ${probability.toFixed(2)}  ${place}${complete ? '' : '（不全）'} ${document}`,
    ...shown.map(each =>
      indented(`${said === 'no' ? '最近：' : ''}${each.label} ${each.address}  ${each.quote}`, '    '),
    ),
  ].join('\n')
}
