import { groupBy } from '../group.ts'
import type { Answer } from '../statement-types.ts'
import { documentOf, holds } from '../structure/address.ts'
import { fold, isLayout } from '../text/fold.ts'
import type { Entry } from './entries.ts'
import { answersTo, type Index, ownWords, questionsOf } from './index.ts'

/** A statement, the document it is looked for in, and the address at which it stands itself: '' for somebody's own words. */
export interface Claim {
  left: string
  text: string
  right: string
}

/**
 * Whether each claim's document says it. Texts are in any script and width. A claim is asked with its surroundings where its
 * text is a statement, or some statements in a row, at its address; a part of a statement is asked as somebody's own words,
 * and the document it stands in is no witness then. Of several statements one that is said makes `partly`, all make `yes`.
 */
export function answersToClaims(index: Index, claims: Claim[]): Answer[] {
  const numbers = new Map(index.documents.map(({ id }, at) => [id, at]))
  const answers = new Map<Claim, Answer>()
  for (const [left, own] of groupBy(claims, ({ left }) => numbers.get(documentOf(left)))) {
    const rights = [...new Set(own.map(({ right }) => numbers.get(right)!))].filter(right => right !== left)
    const within = left === undefined ? undefined : questionsOf(index, left, rights)
    for (const claim of own) {
      const right = numbers.get(claim.right)!
      const rows = within && right !== left ? statementsAt(within.asked, claim.left, claim.text) : []
      answers.set(
        claim,
        rows.length > 0
          ? together(rows.map(row => answersTo(within!, row, [right]).get(right)!))
          : inOwnWords(index, claim.text, right, left),
      )
    }
  }
  return claims.map(claim => answers.get(claim)!)
}

function inOwnWords(index: Index, text: string, right: number, left: number | undefined): Answer {
  const questions = ownWords(index, ownText(text), [right], left === right ? undefined : left)
  return together(questions.asked.map((_, row) => answersTo(questions, row).get(right)!))
}

/** The answer to several statements by the answers to each. */
function together(answers: Answer[]): Answer {
  if (answers.length === 1) return answers[0]!
  const said = answers.filter(each => each.said !== 'no')
  const best = Math.max(0, ...answers.map(({ probability }) => probability))
  return {
    said: said.length === 0 ? 'no' : answers.every(each => each.said === 'yes') ? 'yes' : 'partly',
    sure: said.length === 0 ? answers.every(({ sure }) => sure) : said.some(({ sure }) => sure),
    probability: best,
    places: placesOf(said.length === 0 ? answers : said),
  }
}

function placesOf(answers: Answer[]): Answer['places'] {
  const places = answers.flatMap(each => each.places)
  const byAddress = groupBy(
    places.sort((a, b) => b.probability - a.probability),
    ({ address }) => address,
  )
  return [...byAddress.values()].map(([first]) => first!)
}

// Several statements in a row make up a text where they leave so little of it: labels of items, a lead-in.
const MADE_UP = 0.9

/** Rows of the statements at an address, or inside it, that a text is; none where it is something else. */
export function statementsAt(asked: Entry[], address: string, text: string): number[] {
  const bare = comparable(text)
  const rows = [...asked.keys()].filter(row => holds(address, asked[row]!.statement.address))
  const same = rows.filter(row => {
    const { text, lead } = asked[row]!.statement
    return comparable(text) === bare || (lead !== '' && comparable(lead + text) === bare)
  })
  if (same.length > 0) return [same.find(row => asked[row]!.statement.address === address) ?? same[0]!]
  const parts = rows.filter(row => bare.includes(comparable(asked[row]!.statement.text)))
  const length = parts.reduce((sum, row) => sum + comparable(asked[row]!.statement.text).length, 0)
  return parts.length > 1 && length >= bare.length * MADE_UP ? parts : []
}

function comparable(text: string): string {
  return ownText(text).replace(/[^\p{L}\p{N}]+$/u, '')
}

/** A text as statements have it: simplified, in one width, without layout and labels of items. */
export function ownText(text: string): string {
  const clean = Array.from(fold(text)).filter(character => !isLayout(character))
  return clean.join('').replace(LABELS, '$1')
}
const LABELS =
  /(^|[。；：！？])(?:（[一二三四五六七八九十百\d]+）|[一二三四五六七八九十百]+、|\d{1,2}[.、](?!\d))/g
