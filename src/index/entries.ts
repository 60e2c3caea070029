import { groupBy } from '../group.ts'
import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import { FINE } from '../lexicon/penalties.ts'
import type { Statement } from '../statement-types.ts'
import { articleAddressOf, holds } from '../structure/address.ts'
import type { Cut, Regulation } from '../types.ts'
import { MOST_CLAUSES, type Profile, profileOf } from './marks.ts'
import { type FrozenCounts, type Rarity, rarityOf } from './rarity.ts'
import { gramsOf, type Terms, termsOf } from './terms.ts'
import { CITED_COUNTS, LEAD_COUNTS, LONGEST_CITED } from './thresholds.ts'
import { type Vector, vectorOf } from './vector.ts'

/** A document as the index takes it. */
export interface DocumentStatements {
  regulation: Pick<Regulation, 'id' | 'place' | 'divisions' | 'articles'>
  statements: Statement[]
}

/** A statement as the index holds it. */
export interface Entry {
  statement: Statement
  /** Place among the statements of its document. */
  index: number
  article: string
  /** Number of its article among those with statements. */
  articleNumber: number
  /** Place of its article in the document, 0 to 1. */
  position: number
  /** Characters of its chapter's heading, each once. */
  heading: string
  text: string
  words: Vector
  grams: Vector
  /** Words and grams together, those of lead-in, cited units and of the sentence it goes on with counting less. */
  all: Vector
  /** Grams of what is done; of a sanction of the act that is punished. */
  deed: Vector
  /** Single characters, by how rare they are. */
  characters: Vector
  /** All terms at once, those of lead-in and cited units as full words and full grams too. */
  profile: Profile
  masses: { fullGrams: number; act: number; triples: number }
  clauseMasses: number[]
  quantities: string[]
  isSanction: boolean
  /** Whether it ends in what a list follows. */
  opensList: boolean
  /** Whether it takes in whatever the list before it has not. */
  takesInRest: boolean
  /** Sorts of sanction in it, a bit each. */
  sorts: number
}

/** A document in the index. */
export interface IndexedDocument {
  id: string
  /** Numbers of its first statement, article and sanction among those of all documents. */
  first: number
  firstArticle: number
  firstSanction: number
  entries: Entry[]
  /** Entries of each article. */
  articles: Entry[][]
  sanctions: Entry[]
}

/** Cuts and weighs the statements of the documents. Each depends on its own document and on rarity alone. */
export function indexed(
  documents: DocumentStatements[],
  cut: Cut,
  frozen: FrozenCounts,
): { documents: IndexedDocument[]; rarity: Rarity } {
  const read = documents.map(document => readDocument(document, cut))
  const rarity = rarityOf(
    frozen,
    read.flatMap(({ drafts }) => drafts.map(({ terms }) => termSet(terms))),
  )
  let [first, firstArticle, firstSanction] = [0, 0, 0]
  const weighed = read.map(({ id, drafts }) => {
    const document = { id, first, firstArticle, firstSanction, ...weighAll(drafts, rarity) }
    first += document.entries.length
    firstArticle += document.articles.length
    firstSanction += document.sanctions.length
    return document
  })
  return { documents: weighed, rarity }
}

/** The statements of one document, weighed as the others of an index were. */
export function entriesOf(document: DocumentStatements, cut: Cut, rarity: Rarity): Entry[] {
  return weighAll(readDocument(document, cut).drafts, rarity).entries
}

/** The terms of each statement of the documents: what counts of rarity are made from. */
export function termSetsOf(documents: DocumentStatements[], cut: Cut): Set<string>[] {
  return documents.flatMap(({ regulation, statements }) =>
    statements.map(({ text }) => termSet(termsOf(text, regulation.place, cut))),
  )
}

function termSet({ text, words, grams }: Terms): Set<string> {
  return new Set([...words, ...grams, ...charactersOf(text)])
}

function charactersOf(text: string): string[] {
  return text.match(/\p{L}/gu) ?? []
}

/** A statement with the texts that it is read with, before they are weighed. */
interface Draft {
  statement: Statement
  heading: string
  position: number
  terms: Terms
  lead: Terms
  /** Of the units it cites, and of the sentence that it goes on with. */
  cited: Terms[]
  deed: string[]
}

function readDocument({ regulation, statements }: DocumentStatements, cut: Cut) {
  const { id, place, divisions, articles } = regulation
  const headings = new Map(divisions.map(({ address, heading }) => [address, heading]))
  const places = new Map(articles.map((article, at) => [article.address, { article, at }]))
  const terms = statements.map(({ text }) => termsOf(text, place, cut))
  const byAddress = groupBy(statements.keys(), at => statements[at]!.address)
  const byArticle = groupBy(statements.keys(), at => articleAddressOf(statements[at]!.address))
  const drafts = statements.map((statement, at): Draft => {
    const own = places.get(articleAddressOf(statement.address))
    const cited = statement.cites.flatMap(address =>
      citedIn(address, statement, byAddress, byArticle, statements),
    )
    const before = goesOn(statement, statements[at - 1]) ? [at - 1] : []
    const lead = termsOf(lastSentence(statement.lead), place, cut)
    return {
      statement,
      heading: [...new Set(headings.get(own?.article.division ?? ''))].join(''),
      position: (own?.at ?? 0) / Math.max(1, articles.length - 1),
      terms: terms[at]!,
      lead,
      cited: [...cited, ...before].map(other => terms[other]!),
      deed: deedOf(
        statement,
        terms[at]!,
        lead,
        cited.map(other => terms[other]!),
        before.map(other => terms[other]!),
      ),
    }
  })
  return { id, drafts }
}

// What stands right before the items says most of them; with all of a long lead-in fewer claims were answered rightly.
function lastSentence(lead: string): string {
  return /[^。；]*[。；]?$/.exec(lead)![0]
}

/** Places of the statements of a cited unit, where it is short enough to stand for the statement that cites it. */
function citedIn(
  address: string,
  { address: from }: Statement,
  byAddress: Map<string, number[]>,
  byArticle: Map<string, number[]>,
  statements: Statement[],
): number[] {
  if (holds(address, from)) return []
  const within = (byArticle.get(articleAddressOf(address)) ?? []).filter(at =>
    holds(address, statements[at]!.address),
  )
  const places = byAddress.get(address) ?? within
  const length = places.reduce((sum, at) => sum + statements[at]!.text.length, 0)
  return length <= LONGEST_CITED ? places : []
}

/** Whether a statement says nothing by itself without the sentence before it: 逾期不改正的，处…罚款. */
function goesOn(statement: Statement, before: Statement | undefined): boolean {
  return (
    before?.address === statement.address &&
    (CONTINUING.test(statement.text) || statement.text.length < 25 || statement.kind === 'sanction')
  )
}
const CONTINUING = /^(?:逾期|情节|拒不|造成|构成|再次|经|前款|仍|延长|确需|其中|但|对|因)/

function deedOf(statement: Statement, terms: Terms, lead: Terms, cited: Terms[], before: Terms[]): string[] {
  if (statement.kind !== 'sanction') return [...terms.grams, ...cited.flatMap(({ grams }) => grams)]
  const punished = (text: string) => gramsOf(text.replace(AROUND_DEED, ''), 2)
  return [
    ...punished(terms.text),
    ...cited.flatMap(({ grams }) => grams),
    ...before.flatMap(({ text }) => punished(text)),
    ...punished(lead.text),
  ]
}
const AROUND_DEED = new RegExp(
  [
    '违反[^，]*?规定，?',
    '由[^，]{2,40}(?=责令|处|给予|依法|予以|没收|督促)',
    `(?:责令|可以|并|依法|给予|予以)*处?[^，]*${FINE}`,
    '责令[^，]*|警告|[^，]*追究[^，]*责任|逾期[^，]*|拒不[^，]*|情节[^，]*|有下列[^，]*',
  ].join('|'),
  'g',
)

function weighAll(
  drafts: Draft[],
  rarity: Rarity,
): Pick<IndexedDocument, 'entries' | 'articles' | 'sanctions'> {
  const entries = drafts.map((draft, index) => weigh(draft, index, rarity))
  const articles = [...groupBy(entries, ({ article }) => article).values()]
  for (const [number, own] of articles.entries()) for (const entry of own) entry.articleNumber = number
  return {
    entries,
    articles,
    sanctions: entries.filter(({ isSanction }) => isSanction),
  }
}

function weigh(
  { statement, heading, position, terms, lead, cited, deed }: Draft,
  index: number,
  rarity: Rarity,
): Entry {
  const { text, words, grams } = terms
  const [citedWords, citedGrams] = [cited.flatMap(each => each.words), cited.flatMap(each => each.grams)]
  const vector = (...lists: string[][]) => rarity.vector([lists.flat(), 1])
  const vectors = {
    words: vector(words),
    grams: vector(grams),
    fullWords: vector(words, lead.words, citedWords),
    fullGrams: vector(grams, lead.grams, citedGrams),
    deed: vector(deed),
    act: vector(gramsOf(statement.act, 2)),
    triples: vectorOf(new Map(gramsOf(text, 3).map(triple => [rarity.numberOf(triple), 1]))),
    characters: vector(charactersOf(text)),
  }
  const clauses = text
    .split(/[，：；。]/)
    .filter(clause => clause.length >= 4)
    .slice(0, MOST_CLAUSES)
    .map(clause => vector(gramsOf(clause, 2)))
  return {
    statement,
    index,
    article: articleAddressOf(statement.address),
    articleNumber: -1,
    position,
    heading,
    text,
    words: vectors.words,
    grams: vectors.grams,
    all: rarity.vector(
      [[...words, ...grams], 1],
      [[...citedWords, ...citedGrams], CITED_COUNTS],
      [[...lead.words, ...lead.grams], LEAD_COUNTS],
    ),
    deed: vectors.deed,
    characters: vectors.characters,
    profile: profileOf(vectors, clauses),
    masses: { fullGrams: vectors.fullGrams.mass, act: vectors.act.mass, triples: vectors.triples.mass },
    clauseMasses: clauses.map(({ mass }) => mass),
    quantities: [...new Set(text.match(EACH_QUANTITY))],
    isSanction: statement.kind === 'sanction',
    opensList: statement.text.endsWith('：'),
    takesInRest: TAKES_IN_THE_REST.test(statement.text),
    sorts: statement.kind === 'sanction' ? sortsOf(statement.text + statement.lead) : 0,
  }
}

const TAKES_IN_THE_REST = /^(?:其他|法律、(?:行政)?法规)/

function sortsOf(text: string): number {
  return SANCTION_SORTS.reduce((bits, sort, at) => (sort.test(text) ? bits | (1 << at) : bits), 0)
}
const SANCTION_SORTS = [
  /罚款/,
  /刑事|犯罪/,
  /处分/,
  /赔偿|民事/,
  /没收/,
  /吊销|撤销|取消/,
  /拘留|治安管理/,
  /警告|批评/,
  /责令/,
]

const EACH_QUANTITY = new RegExp(
  `[\\d${CHINESE_NUMERAL}.]+(?:次|日|天|个?工作日|个?月|年|小时|元|字|人|名|分之|米|平方米|株|倍|周岁|%)`,
  'g',
)
