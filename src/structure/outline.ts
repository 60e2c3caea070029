import { type Flow, lineIndexAt } from '../text/lines.ts'
import type { Range } from '../types.ts'
import {
  DIVISION_KINDS,
  type DivisionMark,
  divisionKinds,
  type Kinds,
  unlabelledHeadings,
} from './headings.ts'
import { bestChain } from './labels/chain.ts'
import { type Candidate, endsSentence, type Style } from './labels/classify.ts'
import { withDoubled } from './labels/doubled.ts'
import { firstAtOrAfter } from './labels/places.ts'
import {
  COVERED_TEXT,
  CROSSED_MARKS,
  DIVISION_WEIGHT,
  ENOUGH_LINKS,
  LIKELY_LABEL,
  LINKED_MARKS,
  LONG_LIST,
  LONGEST_HEADING,
  SHORTEST_ACT,
  SHORTEST_LIST,
  SURE_LABEL,
  WIDER_SPREAD,
  WORDED_ADVANTAGE,
} from './thresholds.ts'

/**
 * Which candidates are the headings and articles of the document. Numbering is evidence: the level that counts on
 * through the whole document is the article level, the levels above it restart or run beside it.
 */

export interface Outline {
  /** Style of the article labels, null where nothing counts through the document. */
  style: Style | null
  articles: Candidate[]
  divisions: DivisionMark[]
  /** Candidates of headings and articles that no chosen sequence explains. */
  leftover: Candidate[]
  /** All candidates, for the levels below the article. */
  candidates: Candidate[]
}

/** The outline of a stretch of the flow, by the candidates of the whole of it: labels outside are none of its. */
export function outlineOf(flow: Flow, all: Candidate[], { from, to }: Range): Outline {
  const place = (each: Candidate) => each.from
  const candidates = all.slice(firstAtOrAfter(all, from, place), firstAtOrAfter(all, to, place))
  const length = to - from
  const { style, articles } = articleLevel(flow, candidates, length)
  const divisions = divisionLevels(flow, candidates, articles, style)
  const used = new Set([...articles, ...divisions].map(each => each.from))
  const leftover = candidates.filter(
    each => !used.has(each.from) && each.weight >= SURE_LABEL && isOutlineStyle(each.style, style),
  )
  return { style, articles, divisions, leftover, candidates }
}

function isOutlineStyle(style: Style, articleStyle: Style | null): boolean {
  return style === articleStyle || style === 'part' || style === 'chapter' || style === 'section'
}

interface NumberedLevel {
  style: Style
  articles: Candidate[]
  /** How many of them count on, numbers that were typed twice left out. */
  links: number
  score: number
}

// 第X条 is never an item, so wherever it counts up it is the article level. List marks must prove that they count on.
function articleLevel(
  flow: Flow,
  candidates: Candidate[],
  length: number,
): { style: Style | null; articles: Candidate[] } {
  const worded = levelOfStyle(candidates, 'article')
  const openers = candidates.filter(each => each.opensLine)
  const lists = (['comma', 'brackets', 'digits', 'bare'] as const)
    .map(style => levelOfStyle(openers, style))
    .filter(level => countsThrough(level, candidates) && !belongsTo(worded, level, flow))
  const best = lowest(lists, length)
  if (worded.articles.length >= 2 || (worded.articles.length === 1 && !best)) {
    if (!best || worded.score * WORDED_ADVANTAGE >= best.score || best.style === 'bare') return worded
  }
  return best ?? { style: null, articles: [] }
}

function levelOfStyle(candidates: Candidate[], style: Style): NumberedLevel {
  const own = candidates.filter(each => each.style === style)
  const { indices, score } = bestChain(own)
  const chain = indices.map(index => own[index]!)
  return { style, articles: withDoubled(chain, own), links: chain.length, score }
}

/**
 * Whether a list is one of an article's own, however long: it begins below a sure 第X条, after a sentence or a colon. Below
 * a title that ends no sentence begins another document.
 */
function belongsTo(worded: NumberedLevel, { articles }: NumberedLevel, flow: Flow): boolean {
  const first = worded.articles.find(each => each.weight >= SURE_LABEL)
  return (
    first !== undefined &&
    first.from < articles[0]!.from &&
    endsSentence(flow.passage.text, articles[0]!.from)
  )
}

/**
 * A list that starts over is a level of items: nearly all marks of its style must be links of one chain. Marks before
 * and after a chain of ten or more are another document's.
 */
function countsThrough({ style, articles, links }: NumberedLevel, candidates: Candidate[]): boolean {
  if (links < (style === 'comma' ? SHORTEST_ACT : SHORTEST_LIST)) return false
  if (links < SHORTEST_LIST && articles[0]!.number !== 1) return false
  const [from, to] = [articles[0]!.from, articles.at(-1)!.from]
  const likely = candidates.filter(
    each =>
      each.style === style &&
      each.opensLine &&
      each.weight >= LIKELY_LABEL &&
      (articles.length < LONG_LIST || (each.from >= from && each.from <= to)),
  )
  return articles.length >= likely.length * LINKED_MARKS
}

/** Of two levels that count through, the lower one is the article when it runs on across the marks of the upper. */
function lowest(levels: NumberedLevel[], length: number): NumberedLevel | null {
  let chosen: NumberedLevel | null = null
  for (const level of levels) {
    if (!chosen) chosen = level
    else if (
      runsAcross(level, chosen) ||
      (!runsAcross(chosen, level) && spread(level) > WIDER_SPREAD * spread(chosen))
    )
      chosen = level
  }
  if (!chosen) return null
  // 一、 二、 三、 are an act's articles wherever they stand; three footnotes of a page are none.
  const covers = spread(chosen) >= COVERED_TEXT * length
  return chosen.style === 'comma' || covers || chosen.articles.length >= ENOUGH_LINKS ? chosen : null
}

function runsAcross(lower: NumberedLevel, upper: NumberedLevel): boolean {
  const parents = new Set(
    lower.articles.map(each => firstAtOrAfter(upper.articles, each.from, up => up.from)),
  )
  return parents.size >= Math.max(2, upper.articles.length * CROSSED_MARKS)
}

function spread({ articles }: NumberedLevel): number {
  return articles.at(-1)!.from - articles[0]!.from
}

function divisionLevels(
  flow: Flow,
  candidates: Candidate[],
  articles: Candidate[],
  style: Style | null,
): DivisionMark[] {
  // What stands after the last article heads nothing of this document.
  const end = articles.at(-1)?.from ?? 0
  const kinds = divisionKinds(
    flow,
    candidates.filter(each => each.from < end),
    articles,
    style,
  )
  const stops = [...candidates.filter(each => kinds.has(each)), ...articles].sort((a, b) => a.from - b.from)
  const starts = new Set(articles.map(each => each.from))
  const holding = holdsArticle(stops, starts, kinds)
  const weighed = stops.flatMap((each, index) =>
    weighDivision(flow, each, stops[index + 1], starts, kinds.get(each)).map(mark => ({
      ...mark,
      weight: mark.weight + (holding[index] ? 0 : DIVISION_WEIGHT.withoutArticle),
    })),
  )
  const chosen: DivisionMark[] = []
  for (const kind of DIVISION_KINDS) {
    const own = weighed.filter(each => each.kind === kind)
    const above = chosen.map(each => each.from).sort((a, b) => a - b)
    for (const segment of segmentsBetween(own, restarts(own) ? above : [])) {
      const { indices } = bestChain(segment)
      chosen.push(
        ...withDoubled(
          indices.map(index => segment[index]!),
          segment,
        ),
      )
    }
  }
  return [...chosen, ...unlabelledHeadings(flow, articles, chosen)].sort((a, b) => a.from - b.from)
}

/**
 * For each stop whether an article stands between it and the next stop of its level or above. A table of contents
 * holds none, so its entries lose against the headings of the body.
 */
function holdsArticle(stops: Candidate[], articles: Set<number>, kinds: Kinds): boolean[] {
  const depthOf = (stop: Candidate) => DIVISION_KINDS.indexOf(kinds.get(stop) ?? 'chapter')
  const holds = stops.map(() => false)
  const open: number[] = []
  stops.forEach((stop, index) => {
    if (articles.has(stop.from)) for (const each of open) holds[each] = true
    else while (open.length && depthOf(stops[open.at(-1)!]!) >= depthOf(stop)) open.pop()
    if (articles.has(stop.from)) open.length = 0
    else open.push(index)
  })
  return holds
}

function weighDivision(
  flow: Flow,
  candidate: Candidate,
  next: Candidate | undefined,
  articles: Set<number>,
  kind: DivisionMark['kind'] | undefined,
): DivisionMark[] {
  if (!kind) return []
  const headingTo = headingEnd(flow, candidate, next)
  const heading = flow.passage.text.slice(candidate.to, headingTo)
  const touches = next !== undefined && headingTo === next.from
  let weight = candidate.weight
  if (touches) weight += neighbourWeight(candidate, next, articles)
  if (heading === '') weight += DIVISION_WEIGHT.withoutHeading
  if (/[，。；！？]/.test(heading)) weight += DIVISION_WEIGHT.sentenceAsHeading
  return [{ ...candidate, kind, headingTo, weight }]
}

function neighbourWeight({ style }: Candidate, next: Candidate, articles: Set<number>): number {
  if (articles.has(next.from)) return DIVISION_WEIGHT.beforeArticle
  return next.style === style ? DIVISION_WEIGHT.beforeSameLevel : DIVISION_WEIGHT.beforeOtherLevel
}

/** A heading runs to the next label when that is near, else to the end of its line. */
function headingEnd(flow: Flow, candidate: Candidate, next: Candidate | undefined): number {
  const text = flow.passage.text
  if (
    next &&
    next.from - candidate.to <= LONGEST_HEADING &&
    !/[。；]/.test(text.slice(candidate.to, next.from))
  )
    return next.from
  const line = flow.lines[lineIndexAt(flow.lines, candidate.from)]!
  return Math.max(candidate.to, Math.min(line.to, candidate.to + LONGEST_HEADING))
}

/** Whether a level starts over: more than one strong candidate for its first number. */
function restarts(candidates: Candidate[]): boolean {
  return candidates.filter(each => each.number === 1 && each.weight >= SURE_LABEL).length > 1
}

function segmentsBetween<T extends Candidate>(candidates: T[], borders: number[]): T[][] {
  const segments: T[][] = []
  let border = 0
  let current: T[] = []
  for (const each of candidates) {
    while (border < borders.length && borders[border]! < each.from) {
      if (current.length) segments.push(current)
      current = []
      border++
    }
    current.push(each)
  }
  if (current.length) segments.push(current)
  return segments
}
