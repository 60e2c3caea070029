import { documentOf } from '../../structure/address.ts'
import type { PreparedArticle } from '../measure/prepare.ts'
import { stretchesOf, type WeighedStretch } from '../measure/stretches.ts'
import type { Rarity } from '../measure/weigh.ts'
import {
  BOUND_LOSS,
  ENDING_PLACES,
  FOLLOWING_DE,
  FREE_NEIGHBOUR,
  LONGER_PRESENCE,
  LONGER_SCORE,
  LONGEST_PLAIN_NAME,
  MOST_CHARACTERS_IN_NAME,
  MOST_WORDS_IN_NAME,
  NAME_FACTOR,
  NAME_POWER,
  PHRASES_LOOKED_UP,
  USE_SMOOTHING,
} from '../thresholds.ts'
import {
  ACT_WORDS,
  ADMINISTRATIVE_VERBS,
  CLOSES_NO_LABEL,
  DENIALS,
  ENDING_NOUNS,
  ENDS_IN_BODY,
  ENDS_IN_MATTER,
  FUNCTION_WORDS,
  IS_WORD,
  JOINTS,
  NUMERIC_WORD,
  OPENS_NO_LABEL,
  OPENS_WITH_ADVERB,
  PARTICLE_WORDS,
  PARTY_PREPOSITIONS,
  PLACE_PREPOSITIONS,
  PLAIN_WORDS,
} from './name-words.ts'

/** A run of words that a row could be called by. */
export interface Phrase {
  text: string
  words: string[]
  /** Mean over the row's documents: 0 where a document lacks it, more where the article states what it is about. */
  presence: number
  /** How many of the row's articles have it, and how many of its documents. */
  articles: number
  documents: number
  /** In how many of them it opens what is to be done: an act with its object. */
  opening: number
  /** Words that stand before the phrase and could belong to it, each with the number of articles. */
  before: Map<string, number>
  score: number
}

/** The phrases that a row of articles could be called by, best first; none where it has no words. */
export type Phraser = (members: PreparedArticle[]) => Phrase[]

/**
 * A phrase is good if most of the row's documents have it, where they state what they are about, in words that are rare
 * elsewhere; if it reads as a label, and whole; and if few other articles hold it. Of a phrase and a longer one of the same
 * use the longer is better. The order of documents changes nothing.
 */
export function phraserOf(articles: PreparedArticle[], rarity: Rarity): Phraser {
  const holders = holdersOf(articles)
  return members => {
    const own = new Set(members)
    const likely = byScore(phrasesOf(members, rarity)).slice(0, PHRASES_LOOKED_UP)
    const weighed = likely.map(found => {
      const phrase = withWordsApart(found, members)
      const uses = usesOf(phrase, holders)
      const elsewhere = uses.filter(({ article }) => !own.has(article)).length
      const score =
        phrase.score *
        ownness(phrase, elsewhere) *
        uncommonness(elsewhere, articles.length) *
        wholeness(phrase, uses)
      return { ...phrase, score }
    })
    return byScore(weighed.map(phrase => ({ ...phrase, score: phrase.score * entirety(phrase, weighed) })))
  }
}

/** The phrase with the documents counted that have its words, though not in a row: 移植古树名木 where 古树名木的移植 stands. */
function withWordsApart(phrase: Phrase, members: PreparedArticle[]): Phrase {
  const words = phrase.words.filter(word => word.length > 1)
  const documents = new Set(members.map(({ address }) => documentOf(address)))
  const having = new Set(
    members
      .filter(({ terms }) => words.every(word => terms.has(word)))
      .map(({ address }) => documentOf(address)),
  )
  const apart = Math.max(0, having.size - phrase.documents)
  const usual = (phrase.presence * documents.size) / phrase.documents
  const presence = phrase.presence + (apart * NAME_FACTOR.wordsApart * usual) / documents.size
  const few = Math.max(having.size, phrase.documents) * 2 < documents.size ? NAME_FACTOR.ofFew : 1
  const gain = (presence / phrase.presence) ** NAME_POWER.presence
  return { ...phrase, presence, score: phrase.score * gain * few }
}

/** The articles that hold each word. */
type Holders = Map<string, PreparedArticle[]>

function holdersOf(articles: Iterable<PreparedArticle>): Holders {
  const holders: Holders = new Map()
  for (const article of articles)
    for (const word of article.terms.keys()) {
      const known = holders.get(word)
      if (known) known.push(article)
      else holders.set(word, [article])
    }
  return holders
}

function byScore(phrases: Phrase[]): Phrase[] {
  return phrases.toSorted((x, y) => y.score - x.score || (x.text < y.text ? -1 : 1))
}

function phrasesOf(members: PreparedArticle[], rarity: Rarity): Phrase[] {
  const documents = new Set(members.map(({ address }) => documentOf(address)))
  const found = new Map<string, FoundPhrase>()
  for (const article of members)
    for (const run of stretchesOf(article).flatMap(occurrencesOf)) addOccurrence(found, run, article)
  return [...found].map(([text, { words, presences, articles, opening, before }]) => {
    const presence = sum([...presences.values()].sort((x, y) => x - y)) / documents.size
    const score = presence ** NAME_POWER.presence * rarityOfWords(words, rarity) * fitness(words)
    return {
      text,
      words,
      presence,
      before,
      articles: articles.size,
      opening: opening.size,
      documents: presences.size,
      score,
    }
  })
}

interface FoundPhrase {
  words: string[]
  /** By document, the highest presence in one of its articles. */
  presences: Map<string, number>
  articles: Set<PreparedArticle>
  opening: Set<PreparedArticle>
  before: Map<string, number>
}

function addOccurrence(
  found: Map<string, FoundPhrase>,
  { words, before, presence }: Occurrence,
  article: PreparedArticle,
): void {
  const [text, document] = [words.join(''), documentOf(article.address)]
  const known = found.get(text) ?? {
    words,
    presences: new Map(),
    articles: new Set(),
    opening: new Set(),
    before: new Map(),
  }
  // The same characters are cut in more ways than one: the pair that 投诉、举报 gives, or the word.
  if (words.some((word, at) => word !== known.words[at]) && words.join(' ') < known.words.join(' '))
    known.words = words
  known.presences.set(document, Math.max(presence, known.presences.get(document) ?? 0))
  if (!known.articles.has(article) && !isFree(before, words[0]!)) tally(known.before, before)
  known.articles.add(article)
  if (before === '' || OPENS_ACT.has(before)) known.opening.add(article)
  found.set(text, known)
}

const OPENS_ACT = new Set(['应当', '应', '不得', '禁止', '严禁', '可以', '必须', '擅自', '鼓励', '有权'])

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** Weight of the words; a plain one adds only a part of its own. */
function rarityOfWords(words: string[], rarity: Rarity): number {
  const weight = sum(words.map(word => (isPlain(word) ? NAME_FACTOR.plainWord : 1) * rarity.word(word)))
  return (weight / Math.sqrt(words.length)) ** NAME_POWER.rarity
}

interface Use {
  article: PreparedArticle
  /** The two characters after each place of the phrase. */
  next: string[]
}

/** The articles that hold the phrase. */
function usesOf({ text, words }: Phrase, holders: Holders): Use[] {
  const lists = words.filter(word => word.length > 1).map(word => holders.get(word) ?? [])
  const [fewest] = lists.sort((x, y) => x.length - y.length)
  const forms = formsOf(text, words)
  return (fewest ?? [])
    .map(article => ({ article, next: forms.flatMap(form => followers(article.text, form)) }))
    .filter(({ next }) => next.length > 0)
}

function followers(text: string, phrase: string): string[] {
  const found: string[] = []
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    found.push(text.slice(at + phrase.length, at + phrase.length + 2))
  return found
}

/** 投诉举报 is written 投诉、举报 too. */
function formsOf(text: string, words: string[]): string[] {
  return words.length === 2 ? [text, words.join('、')] : [text]
}

/** How much of the phrase's use in the corpus is this row's: less than 1, and little for what many articles hold. */
function ownness({ articles }: Phrase, elsewhere: number): number {
  return ((articles + USE_SMOOTHING) / (articles + elsewhere + USE_SMOOTHING)) ** NAME_POWER.ownShare
}

/** Less than 1 for a phrase that more than a tenth of all articles hold outside the row: it is the corpus's matter. */
function uncommonness(elsewhere: number, articles: number): number {
  return Math.min(1, Math.log10((articles + 1) / (elsewhere + USE_SMOOTHING)))
}

/**
 * Small for a phrase that nearly always has the same word after it (公安机关交通管理 部门) or before it
 * (重点 治理清单制度): it is a piece of a longer one.
 */
function wholeness(phrase: Phrase, uses: Use[]): number {
  const left = atLeast(NAME_FACTOR.boundBefore, freedom(phrase.before, phrase.articles))
  const following = uses.flatMap(({ next }) => next)
  if (following.length === 0) return left
  const after = new Map<string, number>()
  let closed = 0
  for (const next of following)
    if (MODIFIES.test(next)) tally(after, '的', FOLLOWING_DE)
    else if (CLOSED.test(next)) closed++
    else tally(after, next[0]!)
  // A phrase that hardly ever ends where it ends is an act upon something or an attribute of it.
  const ending = atLeast(NAME_FACTOR.neverEnding, Math.min(1, closed / following.length / ENDING_PLACES))
  return ending * freedom(after, following.length) * left
}

/** A factor that keeps the share `least` where `share` is 0, and all where it is 1. */
function atLeast(least: number, share: number): number {
  return least + (1 - least) * share
}

const MODIFIES = /^的\p{L}/u
const CLOSED = /^(?:$|[^\p{L}]|[的和与或并不为]|及(?!时)|等(?!级)|以(?![上下外内])|应当|可以)/u

/** Whether a phrase that begins with `first` can do without the word before. Of two verbs in a row (鼓励 支持) it cannot. */
function isFree(before: string, first: string): boolean {
  if (ADMINISTRATIVE_VERBS.has(before)) return !ADMINISTRATIVE_VERBS.has(first)
  if (PARTY_PREPOSITIONS.has(before)) return false
  return !/\p{L}/u.test(before) || PARTICLE_WORDS.has(before) || JOINTS.has(before)
}

function tally(counts: Map<string, number>, key: string, weight = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + weight)
}

/** 1 while the commonest neighbour has less than half of the places, 0.15 when it has all. */
function freedom(neighbours: Map<string, number>, count: number): number {
  const share = Math.max(0, ...neighbours.values()) / count
  return 1 - BOUND_LOSS * Math.max(0, share - FREE_NEIGHBOUR)
}

/** A phrase gives way to a longer one of nearly the same use. */
function entirety(phrase: Phrase, others: Phrase[]): number {
  const longer = others.some(
    ({ text, presence, score }) =>
      text.length > phrase.text.length &&
      text.length <= LONGEST_PLAIN_NAME &&
      text.includes(phrase.text) &&
      presence > LONGER_PRESENCE * phrase.presence &&
      score > LONGER_SCORE * phrase.score,
  )
  return longer ? NAME_FACTOR.partOfLonger : 1
}

interface Occurrence {
  words: string[]
  /** The word before, '' at the beginning. */
  before: string
  presence: number
}

/** Runs of one to five words inside a clause that could be a label, and pairs. */
function occurrencesOf(stretch: WeighedStretch): Occurrence[] {
  return [...stretch.words.keys()]
    .filter(at => opens(stretch.words, at))
    .flatMap(at => [...occurrencesFrom(stretch, at), ...pairsFrom(stretch, at)])
}

function occurrencesFrom(stretch: WeighedStretch, at: number): Occurrence[] {
  const { words } = stretch
  const runs: Occurrence[] = []
  for (let end = at + 1; end <= Math.min(at + MOST_WORDS_IN_NAME, words.length); end++) {
    const run = words.slice(at, end)
    const last = run.at(-1)!
    if (!IS_WORD.test(last) || NUMERIC_WORD.test(last) || run.join('').length > MOST_CHARACTERS_IN_NAME) break
    // What ends at 》 is the name of a law.
    if (words[end] === '》' || !closes(words, end - 1) || !run.some(isContentWord)) continue
    runs.push({ words: run, before: words[at - 1] ?? '', presence: presenceOf(stretch, at, end) })
  }
  return runs
}

/** An item of a list counts less than the sentence; of a conduct the end counts, which names the act, and its place does not. */
function presenceOf({ words, weight, conduct }: WeighedStretch, at: number, end: number): number {
  const listed = Number(LISTS.has(words[at - 1]!)) + Number(LISTS.has(words[end]!))
  const presence = weight * (1 - NAME_FACTOR.listedSide * listed)
  if (!conduct) return presence
  const atEnd = end === words.length
  const placed = PLACE_PREPOSITIONS.has(words[at - 1]!)
  const inside = placed ? NAME_FACTOR.placeInside : 1
  if (end - at === 1) return NAME_FACTOR.singleWordOfConduct * (atEnd ? 1 : inside) * presence
  if (atEnd) return (listed ? 1 : NAME_FACTOR.endOfConduct) * (placed ? NAME_FACTOR.placeAtEnd : 1) * presence
  return inside * presence
}

const LISTS = new Set(['、', '和', '与', '及', '及其', '以及', '或', '或者'])

/** 投诉、举报 reads as 投诉举报, where it is not part of a longer list. */
function pairsFrom({ words, weight }: WeighedStretch, at: number): Occurrence[] {
  const [first, comma, second, after] = words.slice(at, at + 4)
  if (comma !== '、' || after === '、' || words[at - 1] === '、') return []
  const pair = [first!, second ?? '']
  if (!pair.every(word => word.length === 2 && isContentWord(word)) || !closes(words, at + 2)) return []
  return [{ words: pair, before: words[at - 1] ?? '', presence: weight }]
}

// A single character opens a phrase where it opens the clause (携 犬 出户) or denies what follows (不 文明 行为).
function opens(words: string[], at: number): boolean {
  const [word, before] = [words[at]!, words[at - 1] ?? '，']
  if (DENIALS.has(before)) return false
  if (ENDING_NOUNS.has(word) && IS_WORD.test(before) && !JOINTS.has(before) && !PARTICLE_WORDS.has(before))
    return false
  if (word.length > 1) return isWhole(word) && !OPENS_NO_LABEL.has(word) && !OPENS_WITH_ADVERB.test(word)
  return (
    DENIALS.has(word) ||
    (IS_WORD.test(word) &&
      (!/\p{L}/u.test(before) || before === '等' || before === '的') &&
      !PARTICLE_WORDS.has(word))
  )
}

// … and closes one where it closes the clause.
function closes(words: string[], at: number): boolean {
  const [word, after] = [words[at]!, words[at + 1] ?? '，']
  if (word.length > 1) return isWhole(word) && !CLOSES_NO_LABEL.has(word)
  return IS_WORD.test(word) && !/\p{L}/u.test(after) && !PARTICLE_WORDS.has(word) && !DENIALS.has(word)
}

/** How well the words read as a label: four to eight characters, ending in a thing rather than in an act upon one. */
function fitness(words: string[]): number {
  const length = words.join('').length
  return sizeFitness(length) * startFitness(words) * endFitness(words.at(-1)!) * jointFitness(words)
}

function sizeFitness(length: number): number {
  if (length < 3) return NAME_FACTOR.twoCharacters
  return length === 3 || length > LONGEST_PLAIN_NAME ? NAME_FACTOR.unusualLength : 1
}

function startFitness([first, ...others]: string[]): number {
  if (DENIALS.has(first!)) return NAME_FACTOR.denial
  if (!ADMINISTRATIVE_VERBS.has(first!)) return 1
  return others.length === 0 ? NAME_FACTOR.bareVerb : NAME_FACTOR.verbFirst
}

function endFitness(last: string): number {
  return (
    (ENDS_IN_MATTER.test(last) ? NAME_FACTOR.endsInMatter : 1) *
    (ACT_WORDS.has(last) ? NAME_FACTOR.endsInAct : 1) *
    (ENDS_IN_BODY.test(last) ? NAME_FACTOR.endsInBody : 1)
  )
}

function jointFitness(words: string[]): number {
  const particle = words.includes('的') ? NAME_FACTOR.particle : 1
  if (words.some(word => FUNCTION_WORDS.has(word))) return NAME_FACTOR.functionWord * particle
  return (words.some(word => JOINTS.has(word)) ? NAME_FACTOR.joint : 1) * particle
}

function isWhole(word: string): boolean {
  return word.length > 1 && IS_WORD.test(word) && !/^本(?:市|省|区|县|条例|规则|办法|规定|级)/.test(word)
}

/** Whether the word means something of its own: 部门 and 工作 do not. */
export function isContentWord(word: string): boolean {
  return word.length > 1 && !isPlain(word)
}

function isPlain(word: string): boolean {
  return word.length < 2 || PLAIN_WORDS.has(word)
}
