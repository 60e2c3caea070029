import { COMMON_CHAPTER } from '../lexicon/formulas.ts'
import { type Flow, type Line, lineIndexAt } from '../text/lines.ts'
import { bestChain } from './labels/chain.ts'
import type { Candidate, Style } from './labels/classify.ts'
import { firstAtOrAfter } from './labels/places.ts'
import { isHeadLine } from './matter.ts'
import {
  FEWEST_HEADINGS,
  HEADED_ARTICLES,
  HEADING_WITHOUT_LABEL,
  LIKELY_LABEL,
  LONGEST_HEADING,
} from './thresholds.ts'

/** Which lines head divisions: 第一章 by its word, 一、 by what stands under it, and headings without any label. */

export interface DivisionMark extends Candidate {
  kind: 'part' | 'chapter' | 'section'
  /** Flow position where the heading's text ends. */
  headingTo: number
}

export const DIVISION_KINDS = ['part', 'chapter', 'section'] as const

/** The candidates that may head a division, with its kind. */
export type Kinds = Map<Candidate, DivisionMark['kind']>

/**
 * The candidates that may head a division: all that say so (编, 章, 节), and list marks that no article is labelled with.
 * 一、 over articles numbered （一） or 1. needs no proof; over 第X条, where 一、 may count items, it must head articles.
 */
export function divisionKinds(
  flow: Flow,
  candidates: Candidate[],
  articles: Candidate[],
  style: Style | null,
): Kinds {
  const kinds: Kinds = new Map()
  for (const each of candidates) {
    const kind = DIVISION_KINDS.find(name => name === each.style)
    if (kind) kinds.set(each, kind)
    else if (each.style === 'comma' && each.opensLine && (style === 'brackets' || style === 'digits'))
      kinds.set(each, 'chapter')
  }
  if (style === 'article') addListHeadings(flow, candidates, articles, kinds)
  return kinds
}

/** 一、 over 第X条, and （一） below it or alone: lines of a few words, most right above an article, counted through. */
function addListHeadings(flow: Flow, candidates: Candidate[], articles: Candidate[], kinds: Kinds): void {
  const worded = [...kinds.keys()].filter(each => each.opensLine && each.weight >= LIKELY_LABEL)
  const [outer, inner] = DIVISION_KINDS.slice(1).filter(kind => !worded.some(each => each.style === kind))
  if (!outer) return
  const openers = candidates.filter(each => each.opensLine)
  const under = (below: Candidate[], upper: Candidate[]) => ({ flow, openers, below, upper: new Set(upper) })
  const commas = openers.filter(each => each.style === 'comma')
  const lower = inner ? headingsOf('brackets', under(articles, [...worded, ...commas])).touching : []
  for (const nested of lower.length >= FEWEST_HEADINGS ? [lower, []] : [[]]) {
    const below = [...articles, ...nested].sort((a, b) => a.from - b.from)
    const heads = countedOn(headingsOf('comma', under(below, worded)))
    for (const each of heads) kinds.set(each, outer)
    if (heads.length > 0 && inner) for (const each of nested) kinds.set(each, inner)
    if (heads.length > 0) return
  }
  for (const each of countedOn(headingsOf('brackets', under(articles, worded)))) kinds.set(each, outer)
}

interface Surroundings {
  flow: Flow
  /** Candidates that open a line. */
  openers: Candidate[]
  /** What the headings stand above, and headings that they may stand below. */
  below: Candidate[]
  upper: Set<Candidate>
}

interface ListHeadings {
  /** Marks with nothing but a few words on their line, after a sentence or another heading. */
  bare: Candidate[]
  /** Those right above one of `below`. */
  touching: Candidate[]
}

function headingsOf(style: Style, { flow, openers, below, upper }: Surroundings): ListHeadings {
  const { text } = flow.passage
  const stands = openers.filter(
    (each, index) =>
      each.style === style &&
      each.weight > 0 &&
      (follows(flow, each.from, below) || upper.has(openers[index - 1]!)),
  )
  const isAbove = ({ to }: Candidate) => {
    const next = below[firstAtOrAfter(below, to, ({ from }) => from)]
    return next !== undefined && isHeading(text.slice(to, Math.min(next.from, to + LONGEST_HEADING + 1)))
  }
  const touching = stands.filter(isAbove)
  const above = new Set(touching)
  const lineOf = ({ from, to }: Candidate) =>
    text.slice(to, Math.min(flow.lines[lineIndexAt(flow.lines, from)]!.to, to + LONGEST_HEADING + 1))
  return { touching, bare: stands.filter(each => above.has(each) || isHeading(lineOf(each))) }
}

function isHeading(text: string): boolean {
  return text !== '' && text.length <= LONGEST_HEADING && !/[，。；：！？]/.test(text)
}

/** Whether a sentence ended before, or nothing but a title stands before: the last item of a list follows other items. */
function follows({ passage: { text } }: Flow, from: number, below: Candidate[]): boolean {
  return from <= below[0]!.from || /[。！？…”’）》]/.test(text[from - 1]!)
}

/** The marks that count on from one, if most of them stand right above an article; else none. */
function countedOn({ bare, touching }: ListHeadings): Candidate[] {
  const heads = bestChain(bare).indices.map(index => bare[index]!)
  const above = new Set(touching)
  const proved = heads.filter(each => above.has(each)).length
  const enough = proved >= Math.max(FEWEST_HEADINGS, heads.length * HEADED_ARTICLES)
  return heads[0]?.number === 1 && enough ? heads : []
}

/**
 * Headings without a label: lines of a few words right above an article. Between chapters with labels there are just as many
 * of them as numbers are missing, after the last any; where no division has a label they are the chapters, and where no
 * chapter's number is missing the sections.
 */
export function unlabelledHeadings(flow: Flow, articles: Candidate[], found: DivisionMark[]): DivisionMark[] {
  const divisions = [...found].sort((a, b) => a.from - b.from)
  const bare = articles.flatMap((article, index) => bareHeading(flow, article, index === 0, divisions))
  if (divisions.length === 0) return isEnough(flow, bare) ? bare.map(numbered('chapter')) : []
  const chapters = divisions.filter(each => each.kind === 'chapter')
  const below = bare.filter(each => chapters.length > 0 && each.from > divisions[0]!.from)
  const lost = chapters.length < FEWEST_HEADINGS && !isEnough(flow, bare) ? [] : lostChapters(bare, chapters)
  if (lost.length > 0) return lost
  const hasSections = divisions.some(each => each.kind === 'section')
  return !hasSections && below.length >= FEWEST_HEADINGS ? sectionsOf(below, chapters) : []
}

/** Whether there are several, or one that bears a name that only chapters have. */
function isEnough({ passage: { text } }: Flow, bare: DivisionMark[]): boolean {
  return (
    bare.length >= FEWEST_HEADINGS ||
    bare.some(each => COMMON_CHAPTER.test(text.slice(each.from, each.headingTo)))
  )
}

const numbered = (kind: DivisionMark['kind']) => (mark: DivisionMark, index: number) => ({
  ...mark,
  kind,
  style: kind,
  number: index + 1,
})

function lostChapters(bare: DivisionMark[], chapters: DivisionMark[]): DivisionMark[] {
  return between(bare, chapters).flatMap((group, index) => {
    const [chapter, next] = [chapters[index - 1], chapters[index]]
    const first = chapter ? chapter.number + 1 : (next?.number ?? 0) - group.length
    if (first < 1 || (next && next.number !== first + group.length)) return []
    return group.map((each, at) => ({ ...each, number: first + at }))
  })
}

/** Sections count from one in every chapter. */
function sectionsOf(bare: DivisionMark[], chapters: DivisionMark[]): DivisionMark[] {
  return between(bare, chapters)
    .slice(1)
    .flatMap(group => group.map(numbered('section')))
}

/** The headings before the first chapter, between each two, and after the last. */
function between(bare: DivisionMark[], chapters: DivisionMark[]): DivisionMark[][] {
  const groups: DivisionMark[][] = [[], ...chapters.map(() => [])]
  let at = 0
  for (const each of bare) {
    while (at < chapters.length && chapters[at]!.from < each.from) at++
    groups[at]!.push(each)
  }
  return groups
}

function bareHeading(
  flow: Flow,
  article: Candidate,
  isFirst: boolean,
  divisions: DivisionMark[],
): DivisionMark[] {
  const index = lineIndexAt(flow.lines, article.from) - 1
  const line = flow.lines[index]
  if (!line || !article.opensLine || line.to !== article.from || !isBareLine(flow, line)) return []
  const alone = isFirst
    ? index > 0 && !isHeadLine(flow.passage.text.slice(line.from, line.to))
    : /[。！？…”’）》]/.test(flow.passage.text[line.from - 1] ?? '')
  const above = divisions[firstAtOrAfter(divisions, line.from + 1, ({ from }) => from) - 1]
  if (!alone || (above?.headingTo ?? 0) > line.from) return []
  const place = { from: line.from, to: line.from, headingTo: line.to, label: '', opensLine: true }
  return [{ ...place, style: 'chapter', kind: 'chapter', number: 0, inserted: 0, weight: 0 }]
}

function isBareLine({ passage }: Flow, { from, to }: Line): boolean {
  const text = passage.text.slice(from, Math.min(to, from + HEADING_WITHOUT_LABEL + 1))
  return (
    text.length <= HEADING_WITHOUT_LABEL &&
    /[\u4e00-\u9fff]/.test(text) &&
    !/[，。；：！？（）]|、$|^\d|^[一二三四五六七八九十]{1,3}[、.]/.test(text)
  )
}
