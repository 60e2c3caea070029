import { spanOf } from '../text/passage.ts'
import type { Passage, Range, Regulation } from '../types.ts'
import { ANNOUNCES } from './clauses.ts'

/** A statement as it is cut, before anything is read in it. */
export interface Cutting {
  address: string
  passage: Passage
  range: Range
  /** What it continues, outermost first: of an item one, of a subitem two. */
  leads: string[]
}

/**
 * The sentences of every paragraph, item and subitem, in the order of the text. A semicolon ends one too: what it joins are rules
 * that stand side by side. What an item continues are the words before the list from the sentence on that announces it.
 */
export function cuttingsOf({ articles }: Pick<Regulation, 'articles'>): Cutting[] {
  return articles.flatMap(article =>
    article.paragraphs.flatMap(({ address, passage, items }) => {
      const leads = items.length > 0 ? leadsOf(passage.text) : []
      return [
        ...sentencesOf(address, passage, []),
        ...items.flatMap(item => [
          ...sentencesOf(item.address, item.passage, leads),
          ...item.subitems.flatMap(sub =>
            sentencesOf(sub.address, sub.passage, [...leads, ...leadsOf(item.passage.text)]),
          ),
        ]),
      ]
    }),
  )
}

function sentencesOf(address: string, passage: Passage, leads: string[]): Cutting[] {
  return rangesOf(passage.text).map(range => ({ address, passage, range, leads }))
}

/** The first sentence of a text: of a lead-in the one that announces its items. */
export function firstSentence(text: string): string {
  const first = rangesOf(text)[0]
  return first ? text.slice(first.from, first.to) : ''
}

/** Sentences of a text, without white space at their ends; none that holds no letter. The statements of a unit are those of its own. */
export function rangesOf(text: string): Range[] {
  return [...text.matchAll(SENTENCE)]
    .map(match => ({ from: match.index, to: match.index + match[0].trimEnd().length }))
    .filter(({ from, to }) => /\p{L}/u.test(text.slice(from, to)))
}

/** The stretches of a unit's text that its statements with these ids make up: those that follow each other are one. */
export function stretchesOf(text: string, ids: string[]): Range[] {
  const ranges = rangesOf(text)
  const stretches: Range[] = []
  let before = -1
  for (const id of ids) {
    const place = Number(id.slice(id.indexOf('#') + 1)) - 1
    const range = ranges[place]
    if (!range) continue
    if (place === before + 1 && stretches.length > 0) stretches.at(-1)!.to = range.to
    else stretches.push({ ...range })
    before = place
  }
  return stretches
}

const SENTENCE = /[^\s。；;！!？?][^。；;！!？?\n]*[。；;！!？?]*[”’）]?/g

/** The sentences from the last one that announces items (下列 or the like) to the end of a text; where none does, its last. */
function leadsOf(text: string): string[] {
  const ranges = rangesOf(text)
  const announcing = ranges.findLast(({ from, to }) => ANNOUNCES.test(text.slice(from, to))) ?? ranges.at(-1)
  return announcing ? [text.slice(announcing.from).trimEnd()] : []
}

/** Where a cutting stands in the source. */
export function spanOfCutting({ passage, range }: Cutting) {
  return spanOf(passage, range)
}
