import type { Statement } from '../../statement-types.ts'
import { articleText, isInAnnex, itemText, unitsOf } from '../../structure/address.ts'
import { settle } from '../../text/settle.ts'
import type { Article, Cut, Paragraph, Regulation } from '../../types.ts'
import { LONGEST_NAMED_TEXT } from '../thresholds.ts'

/** Words with how often each stands. */
export type Terms = Map<string, number>

/** A sentence or item of an article: the finer of the two grains. */
export interface Piece {
  /** Address of the paragraph or item it stands in. */
  address: string
  text: string
  words: string[]
  /** Words of what it names by number. */
  named: string[]
  /** Terms of the text and of what it names by number. */
  terms: Terms
  /** What it lays down, where that is known. */
  statement?: Statement | undefined
}

/** What alignment needs of an article, made from that article and its document alone. */
export interface PreparedArticle {
  address: string
  /** Clean text with layout gone and names that mean the same made alike. */
  text: string
  /** Clean text as the document has it. */
  own: string
  words: string[]
  terms: Terms
  /** Printed caption of the article, where the genre has them. */
  caption: string
  pieces: Piece[]
}

export interface PreparedRegulation {
  id: string
  articles: PreparedArticle[]
}

/** Cuts a regulation into articles and pieces with their terms. Depends on nothing but this regulation. */
export function prepare(regulation: Regulation, cut: Cut): PreparedRegulation {
  const read: Preparation = { place: regulation.place, cut, named: namedTexts(regulation) }
  return { id: regulation.id, articles: regulation.articles.map(article => prepareArticle(article, read)) }
}

interface Preparation {
  place: string
  cut: Cut
  /** For each unit what its references name: the words of the reference and the text it stands for. */
  named: Map<string, { words: string; text: string }[]>
}

// 违反本条例第十四条第三项规定的，处 … is about what that item forbids: its words count as the penalty's own.
// A whole article that is named is too much to stand for one sentence unless it is short; an annex is no part of the text.
function namedTexts(regulation: Regulation): Preparation['named'] {
  const texts = new Map(unitsOf(regulation).map(unit => [unit.address, unit.text]))
  const named: Preparation['named'] = new Map()
  for (const { kind, from, text: words, to } of regulation.references) {
    const text = to
      .filter(address => !isInAnnex(address))
      .map(address => texts.get(address) ?? '')
      .join('')
    if (kind !== 'internal' || text === '' || text.length > LONGEST_NAMED_TEXT) continue
    named.set(from, [...(named.get(from) ?? []), { words, text }])
  }
  return named
}

function prepareArticle(article: Article, read: Preparation): PreparedArticle {
  const pieces = article.paragraphs.flatMap(paragraph => piecesOf(paragraph, read))
  return {
    address: article.address,
    own: articleText(article),
    caption: article.heading ?? '',
    ...ofPieces(pieces),
  }
}

function ofPieces(pieces: Piece[]): Pick<PreparedArticle, 'text' | 'words' | 'terms' | 'pieces'> {
  return {
    text: pieces.map(piece => piece.text).join(''),
    words: pieces.flatMap(piece => piece.words),
    terms: sumTerms(pieces.map(piece => piece.terms)),
    pieces,
  }
}

/** The article as if it had only these of its pieces. */
export function withPieces(article: PreparedArticle, pieces: Piece[]): PreparedArticle {
  return { ...article, ...ofPieces(pieces) }
}

function piecesOf(paragraph: Paragraph, { place, cut, named }: Preparation): Piece[] {
  const units = [
    ...sentences(paragraph.passage.text).map(text => ({ address: paragraph.address, text })),
    ...paragraph.items.flatMap(item =>
      sentences(itemText(item).slice(item.label.length)).map(text => ({ address: item.address, text })),
    ),
  ]
  return units.map(({ address, text }) => {
    const settled = settle(text, place)
    const words = cut(settled)
    const others = (named.get(address) ?? [])
      .filter(other => text.includes(other.words))
      .map(other => settle(other.text, place))
    const otherWords = others.flatMap(cut)
    return {
      address,
      text: settled,
      words,
      named: otherWords,
      terms: sumTerms([words, otherWords].map(countTerms)),
    }
  })
}

function sentences(text: string): string[] {
  return (text.match(/[^。；！？\n]+[。；！？]?/g) ?? []).filter(sentence => /\p{L}/u.test(sentence))
}

function countTerms(words: string[]): Terms {
  const terms: Terms = new Map()
  for (const word of words) if (isContent(word)) terms.set(word, (terms.get(word) ?? 0) + 1)
  return terms
}

// A single character means little by itself; pairs of characters are counted apart.
function isContent(word: string): boolean {
  return word.length > 1 && /\p{L}/u.test(word)
}

function sumTerms(parts: Terms[]): Terms {
  const sum: Terms = new Map()
  for (const part of parts) for (const [term, n] of part) sum.set(term, (sum.get(term) ?? 0) + n)
  return sum
}
