import { CHINESE_NUMERAL } from '../lexicon/numerals.ts'
import { type Flow, type Line, lineIndexAt } from '../text/lines.ts'
import { parseNumeral } from '../text/numerals.ts'
import {
  HEADING_ABOVE,
  LABEL_WEIGHT,
  LARGEST_LABEL,
  MOST_BARE_NUMBERS,
  RUN_TOGETHER_HEADING,
  SENTENCE_AHEAD,
} from './thresholds.ts'

/**
 * Where a heading, an article or an item may begin. A candidate is a guess with a weight; the outline decides.
 */

/** How a label is written. `word` styles name their level; the others are list marks that may serve any level. */
export type Style =
  | 'part' // 第一编
  | 'chapter' // 第一章
  | 'section' // 第一节
  | 'article' // 第一条, 第10-1条, 第十条之一, and 十条 where 第 was lost
  | 'comma' // 一、
  | 'brackets' // （一）
  | 'digits' // 1. 1、
  | 'digit-brackets' // （1） 1）
  | 'circle' // ①
  | 'bare' // 24-1 alone on its line

export interface Candidate {
  style: Style
  /** The label's range in the flow. */
  from: number
  to: number
  number: number
  /** 1 of 第十条之一; 0 where nothing was inserted. */
  inserted: number
  /** As printed, folded. */
  label: string
  /** How much the place looks like a beginning: above zero more likely than not. */
  weight: number
  /** Whether it stands first on a printed line. */
  opensLine: boolean
}

const LABEL_NUMERAL = `(?:[${CHINESE_NUMERAL}]{1,9}|\\d{1,4})`
const PATTERN = new RegExp(
  [
    `第(?<worded>${LABEL_NUMERAL})(?:[—-](?<hyphen>\\d{1,3}))?(?<level>编|章|节|条)(?:之(?<sub>${LABEL_NUMERAL}))?`,
    `第(?<lead>${LABEL_NUMERAL})之(?<tail>${LABEL_NUMERAL})条`,
    `(?<comma>[${CHINESE_NUMERAL}]{1,7})(?:、|\\.(?!\\d))`,
    `（(?<brackets>[${CHINESE_NUMERAL}]{1,5})）`,
    `（(?<digitBrackets>\\d{1,3})）`,
    `(?<halfBracket>\\d{1,3})）`,
    `(?<digits>\\d{1,3})[.、](?!\\d)`,
    '(?<circle>[①-⑳])',
    '(?<ringed>[㈠-㈩⑴-⒇⒈-⒛])',
    `(?<lost>${LABEL_NUMERAL})条`,
  ].join('|'),
  'gu',
)

/** Every candidate of the flow in order of place; inside a line only after the end of a sentence or of a heading. */
export function candidatesOf(flow: Flow): Candidate[] {
  const candidates: Candidate[] = []
  let line = -1
  for (const match of flow.passage.text.matchAll(PATTERN)) {
    while (line + 1 < flow.lines.length && flow.lines[line + 1]!.from <= match.index) line++
    const read = readLabel(match)
    if (read) pushCandidate(candidates, flow, line, match, read)
  }
  return [...candidates, ...bareNumberLabels(flow)].sort((a, b) => a.from - b.from)
}

type Label = Pick<Candidate, 'style' | 'number' | 'inserted'> & { lost?: boolean }

const STYLE_OF_LEVEL: Record<string, Style> = { 编: 'part', 章: 'chapter', 节: 'section', 条: 'article' }

function readLabel(match: RegExpMatchArray): Label | null {
  const group = match.groups!
  if (group.worded !== undefined)
    return label(STYLE_OF_LEVEL[group.level!]!, group.worded, group.hyphen ?? group.sub)
  if (group.lead !== undefined) return label('article', group.lead, group.tail)
  if (group.comma !== undefined) return label('comma', group.comma)
  if (group.brackets !== undefined) return label('brackets', group.brackets)
  if (group.circle !== undefined)
    return { style: 'circle', number: group.circle.charCodeAt(0) - 0x245f, inserted: 0 }
  if (group.ringed !== undefined) return ringed(group.ringed.charCodeAt(0))
  if (group.digits !== undefined) return label('digits', group.digits)
  if (group.lost !== undefined) {
    const read = label('article', group.lost)
    return read && { ...read, lost: true }
  }
  return label('digit-brackets', (group.digitBrackets ?? group.halfBracket)!)
}

/** One character for a whole mark: ㈠ is （一）, ⑴ is （1）, ⒈ is 1. */
function ringed(code: number): Label {
  if (code >= 0x3220) return { style: 'brackets', number: code - 0x321f, inserted: 0 }
  if (code >= 0x2488) return { style: 'digits', number: code - 0x2487, inserted: 0 }
  return { style: 'digit-brackets', number: code - 0x2473, inserted: 0 }
}

function label(style: Style, numeral: string, inserted?: string): Label | null {
  const number = parseNumeral(numeral)
  const sub = inserted === undefined ? 0 : parseNumeral(inserted)
  return number === null || sub === null || number > LARGEST_LABEL ? null : { style, number, inserted: sub }
}

function pushCandidate(
  candidates: Candidate[],
  flow: Flow,
  lineIndex: number,
  match: RegExpMatchArray,
  { style, number, inserted, lost }: Label,
): void {
  const from = match.index!
  const opensLine = flow.lines[lineIndex]!.from === from
  const apart = insertionApart(flow, match)
  const mark =
    opensLine && style === 'article'
      ? punctuationAfter(flow, from, from + match[0].length, candidates.at(-1))
      : 0
  const to = from + match[0].length - apart + mark
  if (!opensLine && (lost || !maySitInside(flow, from, style, candidates.at(-1)))) return
  const context = contextWeight(
    flow,
    lineIndex,
    from,
    to,
    WORDED.has(style) ? AFTER_REFERENCE : AFTER_LIST_REFERENCE,
  )
  const place = placeWeight(flow, lineIndex, from, opensLine, WORDED.has(style))
  const weight = place + context + (lost ? LABEL_WEIGHT.ordinalLost : 0)
  const text = flow.passage.text.slice(from, to)
  candidates.push({
    style,
    from,
    to,
    number,
    inserted: apart > 0 ? 0 : inserted,
    label: text,
    weight,
    opensLine,
  })
}

/** Length of a 之X that white space parts from its label: 第十条 之一切 is no 第十条之一. */
function insertionApart(flow: Flow, match: RegExpMatchArray): number {
  const sub = match.groups?.sub
  if (sub === undefined) return 0
  const length = sub.length + 1
  return flow.gapBefore(match.index! + match[0].length - length) ? length : 0
}

/** Old texts write 第一条、 and 第一条： at the beginning of an article; after an unfinished line it is a reference. */
function punctuationAfter(
  { passage: { text } }: Flow,
  from: number,
  to: number,
  last: Candidate | undefined,
): number {
  const begins = from === 0 || endsSentence(text, from) || (last !== undefined && isDivisionNear(last, from))
  return begins && /^[、：.](?!第)/.test(text.slice(to, to + 2)) ? 1 : 0
}

function isDivisionNear({ style, to }: Candidate, from: number): boolean {
  return WORDED.has(style) && style !== 'article' && from - to <= RUN_TOGETHER_HEADING
}

const WORDED = new Set<Style>(['part', 'chapter', 'section', 'article'])

// Headings that were run together with text follow a full stop, or the heading of a division a few characters before.
function maySitInside(flow: Flow, from: number, style: Style, last: Candidate | undefined): boolean {
  const before = flow.passage.text[from - 1] ?? ''
  if (!WORDED.has(style)) return (style === 'brackets' && /[：；。]/.test(before)) || opensArticle(from, last)
  if (/[。！？]/.test(before)) return true
  if (!last || last.style === 'article' || !WORDED.has(last.style) || from - last.to > RUN_TOGETHER_HEADING)
    return false
  return !/[，。；：]/.test(flow.passage.text.slice(last.to, from))
}

/** An article may begin with its first item: 第一条 （一）… */
function opensArticle(from: number, last: Candidate | undefined): boolean {
  return last?.style === 'article' && last.to === from
}

/** Points for the place: a line of its own after a finished sentence, or the middle of one. */
function placeWeight(
  flow: Flow,
  lineIndex: number,
  from: number,
  opensLine: boolean,
  worded: boolean,
): number {
  if (!opensLine) return LABEL_WEIGHT.insideLine
  const before = flow.passage.text[from - 1]
  if (before === undefined || endsSentence(flow.passage.text, from)) return LABEL_WEIGHT.afterSentence
  // After an unfinished line a label is a heading after a heading, or a reference that the wrap brought to the front.
  const previous = flow.lines[lineIndex - 1]
  const heading = worded && previous && previous.to - previous.from <= HEADING_ABOVE
  return heading ? LABEL_WEIGHT.afterShortLine : LABEL_WEIGHT.afterOpenLine
}

/** Whether the text before `at` ends a sentence or a clause that ends a line: 。；：！？ and closing marks after them. */
export function endsSentence(text: string, at: number): boolean {
  const last = text[at - 1] ?? ''
  if (/[。；：！？…]/.test(last)) return true
  return /[”’）》]/.test(last) && /[。；！？]/.test(text[at - 2] ?? '')
}

// What follows a label inside a sentence: 第三条的规定, 第三条第二款, 第三条、第四条 …
const AFTER_REFERENCE =
  /^(?:的|所[称列述指规确]|第[^。]{1,8}[款项条]|[款项目]|规定的|规定，|之规定|至|到|或者|以及|和第|及第|与第|、第|[、，；。）》”：]|中的|修改|改为|删|条文|作为|调整为)/
const AFTER_LIST_REFERENCE = /^(?:[、，；。》”：]|[款项目条]|至第?（|到第?（|和第?（)/
const CAPTION = /^[【（〔]/

function contextWeight(flow: Flow, lineIndex: number, from: number, to: number, reference: RegExp): number {
  const text = flow.passage.text
  const after = text.slice(to, to + 12)
  const gap = flow.gapBefore(to)
  const line = flow.lines[lineIndex]!
  const lineEnd = line.to > to ? line.to : (flow.lines[lineIndex + 1]?.to ?? to)
  let weight = 0
  if (gap) weight += LABEL_WEIGHT.beforeGap
  if (CAPTION.test(after)) weight += LABEL_WEIGHT.beforeBracket
  if (/[，。；：]/.test(text.slice(to, Math.min(to + SENTENCE_AHEAD, lineEnd))))
    weight += LABEL_WEIGHT.beforeSentence
  if (reference.test(after)) weight += gap ? LABEL_WEIGHT.referenceAfterGap : LABEL_WEIGHT.reference
  if (/[“‘《（]/.test(text[from - 1] ?? '')) weight += LABEL_WEIGHT.quoted
  return weight
}

/** 24-1 or 24 alone on a line; the outline takes them only where they count up through the document. */
function bareNumberLabels(flow: Flow): Candidate[] {
  // 第9999-99 is the longest.
  const short = flow.lines.filter(
    line => line.to - line.from <= 8 && /\d/.test(flow.passage.text[line.to - 1]!),
  )
  return short.length > MOST_BARE_NUMBERS ? [] : short.flatMap(line => bareNumberLabel(flow, line))
}

function bareNumberLabel(flow: Flow, line: Line): Candidate[] {
  const text = flow.passage.text.slice(line.from, line.to)
  const match = /^第?(\d{1,4})(?:[—-](\d{1,2}))?$/.exec(text)
  if (!match) return []
  const index = lineIndexAt(flow.lines, line.from)
  return [
    {
      style: 'bare',
      from: line.from,
      to: line.to,
      number: Number(match[1]),
      inserted: Number(match[2] ?? 0),
      label: text,
      weight: placeWeight(flow, index, line.from, true, false),
      opensLine: true,
    },
  ]
}
