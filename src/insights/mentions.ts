import { pairsOf, plainly } from '../diff/echo.ts'
import type { Names } from '../diff/names.ts'
import { textsOf } from '../diff/texts.ts'
import { contentOf } from '../diff/tokens.ts'
import { type Part, wholeTextOf } from '../diff/unit-text.ts'
import { IN_FORCE_FROM, THIS_DOCUMENT } from '../lexicon/formulas.ts'
import { documentOf, holds } from '../structure/address.ts'
import { spanOf } from '../text/passage.ts'
import type { Family, Mention, Passage, Range, Regulation } from '../types.ts'
import {
  COMMON_PAIR,
  LEAD_IN_SHARE,
  LONGEST_QUOTE,
  MENTION_STRENGTH,
  NAME_PAIR,
  OWN_PHRASING,
  PAIR_RARITY_POWER,
  SHORTEST_QUOTE,
  SLIGHT_CONTENT,
} from './thresholds.ts'

/**
 * Where a document that has no counterpart for a family mentions its matter all the same: the clauses, next to each other in
 * one sentence of the document, that share most content with the family's members, where that is enough. A pointer for the
 * reader, never a claim that they answer each other. One for each family and document at most, by family in the order given,
 * then in the order of the documents; which are found does not depend on that order.
 *
 * Content is measured as in echo.ts by pairs of neighbouring characters: rare pairs count more, and so do pairs that more
 * of the family's documents have. Each family looks its pairs up in an index of clauses: the time grows with the clauses
 * that share something with it, not with families times texts.
 *
 * Tried and left out: matches of the alignment as evidence (they tie whole articles: a member that is one paragraph of a long
 * article drew in all that answers its neighbours), and counting less what stands elsewhere in the members' documents too (it
 * found less of what careful reading found, in two genres).
 */
export function mentionsOf(families: Family[], regulations: Regulation[]): Mention[] {
  const index = clauseIndexOf(regulations)
  return families.flatMap(family => mentionsOfFamily(family, index))
}

interface Sentence {
  address: string
  document: string
  passage: Passage
  clauses: QuotableClause[]
  /** The sentence that opens the list this one stands in: an item is read together with it. */
  lead: Sentence | null
}

/** The smallest that can be quoted; a mention is a run of them. */
interface QuotableClause {
  range: Range
  sentence: Sentence
  /** Its place among all clauses. */
  number: number
  /** Its pairs of characters, by number; each once. */
  pairs: number[]
  /** How much content they have in all: the sum of their weights. */
  mass: number
}

interface ClauseIndex {
  /** Ids, in their order. */
  documents: string[]
  /** The number of each pair. */
  numbers: Map<string, number>
  clauses: QuotableClause[]
  /** By address of an article, paragraph, item or subitem. */
  sentences: Map<string, Sentence[]>
  /** The numbers of the clauses that have the pair. */
  holders: number[][]
  /** How much content a pair has by being rare: 0 to UNIT, whole numbers, so that sums do not depend on the order of adding. */
  rarities: number[]
}

// What a pair counts that stands once in a document.
const UNIT = 1e6

function clauseIndexOf(regulations: Regulation[]): ClauseIndex {
  const texts = textsOf(regulations)
  const numbers = new Map<string, number>()
  const numberOf = (pair: string) => numbers.get(pair) ?? numbers.set(pair, numbers.size).size - 1
  const sentences = regulations.flatMap(regulation =>
    sentencesOf(wholeTextOf(regulation).parts, texts.names(regulation.id), numberOf),
  )
  const clauses = sentences.flatMap(sentence => sentence.clauses)
  const holders: number[][] = Array.from({ length: numbers.size }, () => [])
  for (const [number, clause] of clauses.entries()) {
    clause.number = number
    for (const pair of clause.pairs) holders[pair]!.push(number)
  }
  const rarities = holders.map(({ length }) => rarityOfPair(length, clauses.length, regulations.length))
  for (const clause of clauses) clause.mass = clause.pairs.reduce((sum, pair) => sum + rarities[pair]!, 0)
  return {
    documents: regulations.map(({ id }) => id),
    numbers,
    clauses,
    holders,
    rarities,
    sentences: byUnit(sentences),
  }
}

/**
 * How rare a pair is, by orders of magnitude: one that stands in every seventh clause counts 0, one that stands once in a
 * document, or less, UNIT. Counted by the document so that a corpus of five and one of hundreds are measured alike.
 */
function rarityOfPair(holding: number, clauses: number, documents: number): number {
  const rarity = Math.log((clauses + 1) / (holding + 0.5)) - COMMON_PAIR
  const rarest = Math.log((clauses + 1) / documents) - COMMON_PAIR
  return Math.round(UNIT * Math.min(1, Math.max(0, rarity) / Math.max(1, rarest)) ** PAIR_RARITY_POWER)
}

function byUnit(sentences: Sentence[]): Map<string, Sentence[]> {
  const units = new Map<string, Sentence[]>()
  for (const sentence of sentences)
    for (let unit = sentence.address; unit.includes('/'); unit = parentOf(unit)) {
      const known = units.get(unit)
      if (known) known.push(sentence)
      else units.set(unit, [sentence])
    }
  return units
}

function sentencesOf(parts: Part[], names: Names, numberOf: (pair: string) => number): Sentence[] {
  const sentences: Sentence[] = []
  let leads: Sentence[] = []
  for (const { address, passage } of parts) {
    leads = leads.filter(lead => lead.address !== address && holds(lead.address, address))
    const lead = leads.at(-1) ?? null
    for (const { from, to } of stretches(passage.text, SENTENCE)) {
      const preamble = isPreamble(passage.text.slice(from, to))
      const sentence: Sentence = { address, document: documentOf(address), passage, clauses: [], lead }
      for (const range of stretches(passage.text.slice(from, to), CLAUSE, from)) {
        const found = preamble ? [] : pairsIn(passage.text.slice(range.from, range.to), names)
        const pairs = found.map(numberOf)
        sentence.clauses.push({ range, sentence, pairs, number: 0, mass: 0 })
      }
      sentences.push(sentence)
    }
    if (/：\s*$/.test(passage.text)) leads.push(sentences.at(-1)!)
  }
  return sentences
}

const SENTENCE = /[^。；！？\n]+[。；！？\n”’）》]*/gu
const CLAUSE = /[^，：]+[，：]*/gu

function stretches(text: string, pattern: RegExp, shift = 0): Range[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    from: shift + index,
    to: shift + index + length,
  }))
}

function parentOf(address: string): string {
  return address.slice(0, address.lastIndexOf('/'))
}

/** The pairs of a clause; none of one that opens a list or only names what follows from a breach, as a clause on any matter may. */
function pairsIn(clause: string, names: Names): string[] {
  return FORMULA.test(clause) ? [] : [...pairsOf(plainly(clause, names))]
}

// A sign may warn, and what was taken may be kept somewhere: only being warned or taken from is a penalty.
const FORMULA =
  /(?:下列|以下|如下)[^，。；]{0,24}：\s*$|^违反本|(?:下列|以下)[^，。；]{0,12}之一|下列规定[^，。；]{0,6}处罚|^逾期|^情节|^拒不|^构成犯罪|^造成损失|责令|罚款|(?:给予|予以|处以?)(?:口头)?警告|警告后|(?<!不得|被)没收(?!的)|刑事责任/

/** Why a document was made and from when it holds concerns all that it is about, and settles none of it. */
function isPreamble(sentence: string): boolean {
  return PREAMBLE.test(sentence)
}

// What is decided may take effect from a day too: only of the document itself is it a preamble.
const PREAMBLE = new RegExp(`制定${THIS_DOCUMENT}|(?:^|，)${THIS_DOCUMENT}(?:[^，]*，)?${IN_FORCE_FROM}`, 'u')

// One family ----------------------------------------------------------------------------------------------------------

function mentionsOfFamily(family: Family, index: ClauseIndex): Mention[] {
  const own = ownSentences(family, index)
  const weights = weightsOf(family, own, index)
  const shared = new Float64Array(index.clauses.length)
  const touched = new Set<Sentence>()
  for (const [pair, weight] of weights)
    for (const number of index.holders[pair]!) {
      shared[number]! += weight
      touched.add(index.clauses[number]!.sentence)
    }
  const best = new Map<string, ClauseRun>()
  for (const sentence of touched) {
    if (own.has(sentence.document)) continue
    const run = bestRun(sentence, shared, weights)
    if (run.strength >= MENTION_STRENGTH && isBetter(run, best.get(sentence.document)))
      best.set(sentence.document, run)
  }
  return index.documents.flatMap(id => (best.has(id) ? [mentionOf(family, best.get(id)!)] : []))
}

/** The members' sentences, by document. */
function ownSentences(family: Family, { sentences }: ClauseIndex): Map<string, Set<Sentence>> {
  const own = new Map<string, Set<Sentence>>()
  for (const { address } of family.members) {
    const document = documentOf(address)
    const known = own.get(document) ?? own.set(document, new Set()).get(document)!
    for (const sentence of sentences.get(address) ?? []) known.add(sentence)
  }
  return own
}

/**
 * What each pair counts for the family's matter: by its rarity and by the share of the family's documents that have it. Pairs
 * of the topic's name count more than what all documents have: the name is the phrase that sets the family apart.
 */
function weightsOf(
  { topic }: Family,
  own: Map<string, Set<Sentence>>,
  { rarities, numbers }: ClauseIndex,
): Map<number, number> {
  const having = new Map<number, number>()
  for (const sentences of own.values()) {
    const pairs = new Set([...sentences].flatMap(({ clauses }) => clauses.flatMap(clause => clause.pairs)))
    for (const pair of pairs) having.set(pair, (having.get(pair) ?? 0) + 1)
  }
  const weights = new Map<number, number>()
  for (const [pair, count] of having)
    weights.set(pair, Math.round((rarities[pair]! * (count - OWN_PHRASING)) / own.size))
  for (const pair of pairsOf(contentOf(topic.zh))) {
    const number = numbers.get(pair)
    if (number !== undefined) weights.set(number, NAME_PAIR * rarities[number]!)
  }
  return weights
}

/** Clauses next to each other. */
interface ClauseRun {
  sentence: Sentence
  range: Range
  /** Share of the clauses' content that the family's members have too. */
  share: number
  /** That share times how much it is: neither a word in common nor a small part of much is enough. */
  strength: number
}

function bestRun(sentence: Sentence, sharedBy: Float64Array, weights: Map<number, number>): ClauseRun {
  const { clauses } = sentence
  const lead = leadOf(sentence, weights)
  let best: ClauseRun = { sentence, range: { from: 0, to: 0 }, share: 0, strength: 0 }
  for (let first = 0; first < clauses.length; first++) {
    let [shared, mass] = [lead.shared, lead.mass]
    for (let last = first; last < clauses.length; last++) {
      shared += sharedBy[clauses[last]!.number]!
      mass += clauses[last]!.mass
      const share = shared / (mass + SLIGHT_CONTENT * UNIT)
      const strength = (share * shared) / UNIT
      const range = { from: clauses[first]!.range.from, to: clauses[last]!.range.to }
      if (strength > best.strength && isQuotable(range, first === last, clauses.length === 1))
        best = { sentence, range, share, strength }
    }
  }
  return best
}

function leadOf({ lead }: Sentence, weights: Map<number, number>): { shared: number; mass: number } {
  let [shared, mass] = [0, 0]
  for (const clause of lead?.clauses ?? []) {
    mass += clause.mass * LEAD_IN_SHARE
    for (const pair of clause.pairs) shared += (weights.get(pair) ?? 0) * LEAD_IN_SHARE
  }
  return { shared, mass }
}

/** 在住宅小区， is too little to be quoted, half a page too much; what cannot be cut otherwise is quoted as it is. */
function isQuotable({ from, to }: Range, clause: boolean, sentence: boolean): boolean {
  return sentence || (to - from >= SHORTEST_QUOTE && (clause || to - from <= LONGEST_QUOTE))
}

function isBetter(run: ClauseRun, known: ClauseRun | undefined): boolean {
  return (
    known === undefined ||
    run.strength > known.strength ||
    (run.strength === known.strength && isBefore(run, known))
  )
}

function isBefore(a: ClauseRun, b: ClauseRun): boolean {
  return spanOf(a.sentence.passage, a.range).start < spanOf(b.sentence.passage, b.range).start
}

function mentionOf({ id }: Family, { sentence, range: run, share }: ClauseRun): Mention {
  const { address, passage } = sentence
  const quote = passage.text.slice(run.from, run.to).replace(/[，：；。\s]+$/u, '')
  const range = { from: run.from, to: run.from + quote.length }
  const rounded = Math.min(1, Math.round(share * 1e4) / 1e4)
  return { family: id, address, range, span: spanOf(passage, range), quote, share: rounded }
}
