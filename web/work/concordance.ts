import { articleAddressOf, holds } from '../../src/structure/address.ts'
import { fold, isLayout } from '../../src/text/fold.ts'
import type { Range, Regulation, Stretch } from '../../src/types.ts'
import { passingText, type Site, site } from '../parts/data.ts'
import { findIn, type Haystack, type Hit, haystacksOf } from './find.ts'
import { type Concordance, type DocumentGroup, type Line, NO_TOPIC, type Question } from './question.ts'

/**
 * Looks through all documents in their order. `told` is given what is known so far, now and then, and `signal` ends it
 * early; between documents it lets other work through.
 */
export async function concordanceOf(
  question: Question,
  told: (part: Concordance) => void,
  signal: AbortSignal,
): Promise<Concordance> {
  const data = await site()
  const ids = data.regulations.map(each => each.id)
  const counts: Counts = { found: 0, foundIn: 0, wanted: 0, byDocument: new Map(), byTopic: new Map() }
  const groups: DocumentGroup[] = []
  let read = 0
  const now = (): Concordance => ({
    ...counts,
    byDocument: [...counts.byDocument],
    byTopic: [...counts.byTopic],
    groups: [...groups],
    read,
    documents: ids.length,
    shorter: [],
  })
  const clock = { told: performance.now() + FIRST - OFTEN, paused: performance.now() }
  for (const [at, id] of ids.entries()) {
    for (const next of ids.slice(at + 1, at + 1 + AHEAD)) prepared(next).catch(() => undefined)
    const occurrences = occurrencesIn(data, await prepared(id), question.words)
    read += 1
    count(counts, occurrences, question)
    addGroup(
      groups,
      occurrences.filter(occurrence => isWanted(occurrence, question)),
      question,
      ids.length,
    )
    if (groups.length > 0 && performance.now() > clock.told + OFTEN) {
      told(now())
      clock.told = performance.now()
    }
    if (performance.now() > clock.paused + MOMENT) {
      await pause()
      clock.paused = performance.now()
    }
    if (signal.aborted) break
  }
  const all = now()
  return all.found > 0 ? all : { ...all, shorter: await shorterWords(ids, question.words, signal) }
}

// Milliseconds: until something is told at first, between tellings, and of work in one piece.
const FIRST = 60
const OFTEN = 400
const MOMENT = 20

// Documents that are fetched while one is looked through.
const AHEAD = 6

function pause(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve))
}

// Documents made ready --------------------------------------------------------------------------------------------------

interface Prepared {
  id: string
  haystacks: Haystack[]
  /** What each part of the source is, in its order; layout left out. */
  stretches: Stretch[]
}

const kept = new Map<string, Promise<Prepared>>()

function prepared(id: string): Promise<Prepared> {
  const known = kept.get(id)
  if (known) return known
  const promise = prepare(id)
  kept.set(id, promise)
  promise.catch(() => kept.delete(id))
  return promise
}

// Read anew instead of kept by data.ts: of hundreds of documents only this much is to stay in memory.
async function prepare(id: string): Promise<Prepared> {
  const [json, source] = await Promise.all([
    passingText(`site/regulations/${id}.json`),
    passingText(`sources/${id}.txt`),
  ])
  const regulation: Regulation = JSON.parse(json)
  return {
    id,
    haystacks: haystacksOf(regulation, source),
    stretches: regulation.accounting.filter(stretch => stretch.class !== 'layout'),
  }
}

// Places ----------------------------------------------------------------------------------------------------------------

/** An occurrence before it is put into a line. */
interface Occurrence {
  document: Prepared
  haystack: Haystack
  hit: Hit
  unit: string
  class: Stretch['class']
  family: string | null
}

/** Every occurrence in one document, in the order of its source. */
function occurrencesIn(data: Pick<Site, 'byArticle'>, document: Prepared, words: string): Occurrence[] {
  const topics = new Map<string, string | null>()
  return foundIn(document, words).map(({ haystack, hit }) => {
    const stretch = stretchOf(document, hit)
    const unit = UNITS.has(stretch.class) ? stretch.name : ''
    if (!topics.has(unit)) topics.set(unit, topicOf(data, unit))
    return { document, haystack, hit, unit, class: stretch.class, family: topics.get(unit)! }
  })
}

// The name of such a stretch is the address of its unit.
const UNITS = new Set<Stretch['class']>(['text', 'label', 'heading'])

type Found = { haystack: Haystack; hit: Hit }

/**
 * Several words are found where one article, heading or other stretch holds all of them, and wherever they follow each
 * other with nothing between, as one word would be.
 */
function foundIn(document: Prepared, words: string): Found[] {
  const whole = findIn(document.haystacks, words)
  const single = wordsOf(words)
  if (single.length < 2) return whole
  const each = single.map(word => findIn(document.haystacks, word))
  const holder = ({ hit }: Found) => holderAt(document, hit.span.start)
  const holders = each.map(found => new Set(found.map(holder)))
  const together = each.flat().filter(found => holders.every(some => some.has(holder(found))))
  return withoutInner([...whole, ...together])
}

/**
 * The words of a question: what stands between white space, if it holds anything that can be found. A number belongs to what
 * it counts: 7 个工作日, as some files print it, is one word.
 */
function wordsOf(words: string): string[] {
  const joined = words.replace(/(?<=(?:^|\s)[0-9０-９]+)\s+(?=[^\s\p{N}])/gu, '')
  return joined.split(/\s+/u).filter(word => [...word].some(character => !isLayout(character)))
}

function holderAt(document: Prepared, offset: number): string {
  const stretch = stretchAt(document, offset)
  return UNITS.has(stretch.class) ? articleAddressOf(stretch.name) : `${stretch.class} ${stretch.name}`
}

/** In the order of the source; what stands within another find is left out. */
function withoutInner(found: Found[]): Found[] {
  found.sort((a, b) => a.hit.span.start - b.hit.span.start || b.hit.span.end - a.hit.span.end)
  let end = 0
  return found.filter(({ hit }) => {
    const outer = hit.span.end > end
    end = Math.max(end, hit.span.end)
    return outer
  })
}

/** Where an occurrence stands: where it begins, but for a label or heading that it reaches beyond. */
function stretchOf(document: Prepared, { span }: Hit): Stretch {
  const [first, last] = [stretchAt(document, span.start), stretchAt(document, span.end - 1)]
  return first.class !== 'text' && last.class === 'text' ? last : first
}

function stretchAt({ stretches }: Prepared, offset: number): Stretch {
  let [low, high] = [0, stretches.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (stretches[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return stretches[low]!
}

function topicOf(data: Pick<Site, 'byArticle'>, unit: string): string | null {
  const here = (data.byArticle.get(articleAddressOf(unit)) ?? []).filter(({ member }) =>
    holds(member.address, unit),
  )
  const closest = here.find(({ member }) => member.address.split('/').length > 2) ?? here[0]
  return closest?.family.id ?? null
}

// Counts and lines ------------------------------------------------------------------------------------------------------

interface Counts {
  found: number
  foundIn: number
  wanted: number
  byDocument: Map<string, number>
  byTopic: Map<string, number>
}

function count(counts: Counts, occurrences: Occurrence[], question: Question): void {
  counts.found += occurrences.length
  if (occurrences.length > 0) counts.foundIn += 1
  for (const occurrence of occurrences) {
    const [here, about] = [isIn(occurrence, question), isAbout(occurrence, question)]
    if (about) increase(counts.byDocument, occurrence.document.id)
    if (here) increase(counts.byTopic, occurrence.family ?? NO_TOPIC)
    if (here && about) counts.wanted += 1
  }
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function isWanted(occurrence: Occurrence, question: Question): boolean {
  return isIn(occurrence, question) && isAbout(occurrence, question)
}

function isIn(occurrence: Occurrence, question: Question): boolean {
  return question.in === null || occurrence.document.id === question.in
}

function isAbout(occurrence: Occurrence, question: Question): boolean {
  return question.topic === null || (occurrence.family ?? NO_TOPIC) === question.topic
}

// Of each document so many at least, before the limit cuts off the rest.
const OF_EACH = 3

/** Some lines of each document, so that the first page shows several; of a single wanted one as many as there may be. */
function addGroup(
  groups: DocumentGroup[],
  occurrences: Occurrence[],
  question: Question,
  documents: number,
): void {
  if (occurrences.length === 0) return
  const laid = groups.reduce((sum, group) => sum + group.lines.length, 0)
  const share = question.in ? question.limit : Math.max(OF_EACH, Math.ceil(question.limit / documents))
  const lines = occurrences.slice(0, Math.max(0, Math.min(share, question.limit - laid)))
  groups.push({
    id: occurrences[0]!.document.id,
    wanted: occurrences.length,
    lines: lines.map(occurrence => lineOf(occurrence, occurrences)),
  })
}

// Characters before and after.
const AROUND = 28

function lineOf({ haystack, hit, unit, class: kind, family }: Occurrence, occurrences: Occurrence[]): Line {
  const from = Math.max(0, hit.at - AROUND)
  const to = hit.at + hit.length + AROUND
  const others = occurrences
    .filter(other => other.haystack === haystack && other.hit !== hit)
    .map(other => ({ from: other.hit.at, to: other.hit.at + other.hit.length }))
    .filter(other => other.to > from && other.from < to)
  const inLine = (range: Range) => ({ from: range.from - from, to: range.to - from })
  return {
    unit,
    class: kind,
    family,
    span: hit.span,
    noisy: haystack.noisy,
    folded: haystack.folded.slice(from, to),
    raw: haystack.raw.slice(from, to),
    hit: inLine({ from: hit.at, to: hit.at + hit.length }),
    others: others.map(inLine),
  }
}

// Where nothing was found -----------------------------------------------------------------------------------------------

const SUGGESTED = 3

/** Of several words each by itself; of one the longest parts that stand anywhere. */
async function shorterWords(
  ids: string[],
  words: string,
  signal: AbortSignal,
): Promise<Concordance['shorter']> {
  if (signal.aborted) return []
  const documents = await Promise.all(ids.map(prepared))
  const single = wordsOf(words)
  const times = (word: string) =>
    documents.reduce((sum, { haystacks }) => sum + findIn(haystacks, word).length, 0)
  const counted = (some: string[]) => some.map((word): [string, number] => [word, times(word)])
  if (single.length > 1) return counted([...new Set(single)]).filter(([, n]) => n > 0)
  const word = fold(single[0] ?? '')
  const stands = (part: string) => documents.some(({ haystacks }) => haystacks[0]!.folded.includes(part))
  for (let length = Math.min(word.length - 1, LONGEST); length > 0 && !signal.aborted; length--) {
    await pause()
    const parts = partsOf(word, length).filter(stands).slice(0, SUGGESTED)
    if (parts.length > 0) return counted(parts)
  }
  return []
}

// Of a whole pasted sentence not every part is tried.
const LONGEST = 12

function partsOf(word: string, length: number): string[] {
  const parts = Array.from({ length: word.length - length + 1 }, (_, at) => word.slice(at, at + length))
  return [...new Set(parts)].slice(0, 2 * LONGEST)
}
