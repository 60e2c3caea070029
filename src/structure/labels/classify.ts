import { CHINESE_NUMERAL } from '../../lexicon/numerals.ts'
import { type Flow, type Line, lineIndexAt } from '../../text/lines.ts'
import { formatNumeral, parseNumeral } from '../../text/numerals.ts'
import {
  HEADING_ABOVE,
  LABEL_WEIGHT,
  LARGEST_ARTICLE,
  LARGEST_LABEL,
  MOST_BARE_NUMBERS,
  RUN_TOGETHER_HEADING,
  SENTENCE_AHEAD,
} from '../thresholds.ts'
import { hadRoom } from './room.ts'

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
  /** Flow position of the label that bears the same number, where it was typed twice. */
  twin?: number
}

/** 45, or 10-1 for 第十条之一. */
export function numberOf({ number, inserted }: Candidate): string {
  return inserted ? `${number}-${inserted}` : String(number)
}

const LABEL_NUMERAL = `(?:[${CHINESE_NUMERAL}]{1,11}|\\d{1,6})`
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
  const reading: Reading = { flow, line: -1, candidates: [], article: undefined }
  for (const match of flow.passage.text.matchAll(PATTERN)) {
    while (reading.line + 1 < flow.lines.length && flow.lines[reading.line + 1]!.from <= match.index)
      reading.line++
    const read = readLabel(match)
    if (read) pushCandidate(reading, match, read)
  }
  return [...reading.candidates, ...bareNumberLabels(reading)].sort((a, b) => a.from - b.from)
}

/** How far the flow is read. */
interface Reading {
  flow: Flow
  /** Index of the line. */
  line: number
  candidates: Candidate[]
  /** The last article that opens a line. */
  article: Candidate | undefined
}

type Label = Pick<Candidate, 'style' | 'number' | 'inserted'> & { lost?: boolean }

const STYLE_OF_LEVEL: Record<string, Style> = { 编: 'part', 章: 'chapter', 节: 'section', 条: 'article' }

function readLabel(match: RegExpMatchArray): Label | null {
  const group = match.groups!
  if (group.worded !== undefined) return label(STYLE_OF_LEVEL[group.level!]!, group.worded, group.hyphen)
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
  const largest = style === 'article' ? LARGEST_ARTICLE : LARGEST_LABEL
  return number === null || sub === null || number > largest ? null : { style, number, inserted: sub }
}

function pushCandidate(reading: Reading, match: RegExpMatchArray, label: Label): void {
  const { flow, candidates } = reading
  const { style, lost } = label
  const from = match.index!
  const opensLine = flow.lines[reading.line]!.from === from
  const [length, inserted] = withoutSentence(reading, match, label)
  const mark =
    opensLine && style === 'article' ? punctuationAfter(flow, from, from + length, candidates.at(-1)) : 0
  const to = from + length + mark
  if (!opensLine && (lost || !maySitInside(flow, from, style, candidates.at(-1)))) return
  const reference = WORDED.has(style) ? AFTER_REFERENCE : AFTER_LIST_REFERENCE
  const context = contextWeight(flow, reading.line, from, to, reference)
  const place = placeWeight(reading, reading.line, from, opensLine, style)
  const weight = place + context + (lost ? LABEL_WEIGHT.ordinalLost : 0)
  const text = flow.passage.text.slice(from, to)
  const candidate = { style, from, to, number: label.number, inserted, label: text, weight, opensLine }
  candidates.push(candidate)
  if (style === 'article' && opensLine) reading.article = candidate
}

/**
 * Length and insertion of a label without what belongs to the sentence after it: 第一条之一 两人以上 and 第一条之一十人以上 are
 * 第一条之一, 第十条 之一切工作 is 第十条. White space ends a number, and the longest number that is written as numbers are.
 */
function withoutSentence(
  { flow, article }: Reading,
  match: RegExpMatchArray,
  { number, inserted }: Label,
): [length: number, inserted: number] {
  const sub = match.groups?.sub
  if (sub === undefined) return [match[0].length, inserted]
  const base = match[0].length - sub.length - 1
  const start = match.index! + base + 1
  const own = ownNumeral(flow, sub, start)
  const to = start + own.length
  // 之 apart from its label belongs to it where white space follows too, or where the same number stood before.
  const apart = flow.gapBefore(start - 1)
  const known = article?.number === number && article.from < match.index!
  if (apart && !known && !(flow.gapBefore(to) && !flow.gapBefore(start))) return [base, 0]
  return [base + 1 + own.length, parseNumeral(own)!]
}

/** The part of the numeral that is one: up to white space, and written as numbers are. */
function ownNumeral(flow: Flow, sub: string, start: number): string {
  let end = 1
  while (end < sub.length && !flow.gapBefore(start + end)) end++
  const near = sub.slice(0, end)
  if (/^\d/.test(near)) return near
  while (end > 1 && !isWritten(near.slice(0, end))) end--
  return near.slice(0, end)
}

function isWritten(numeral: string): boolean {
  const number = parseNumeral(numeral)
  return (
    number !== null && number <= LARGEST_LABEL && formatNumeral(number) === numeral.replace(/[〇○]/g, '零')
  )
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
  reading: Reading,
  lineIndex: number,
  from: number,
  opensLine: boolean,
  style: Style,
): number {
  if (!opensLine) return LABEL_WEIGHT.insideLine
  const { flow } = reading
  const before = flow.passage.text[from - 1]
  if (before === undefined || endsSentence(flow.passage.text, from)) return LABEL_WEIGHT.afterSentence
  // After an unfinished line a label is a heading after a heading, or a reference that the wrap brought to the front.
  const previous = flow.lines[lineIndex - 1]
  const short = previous !== undefined && previous.to - previous.from <= HEADING_ABOVE
  const heading = short && (WORDED.has(style) || isBareHeading(reading, previous))
  return heading ? LABEL_WEIGHT.afterShortLine : LABEL_WEIGHT.afterOpenLine
}

/** Whether the line is a label with a few words and nothing else: 第一章 总则 above 一、, 一、会议种类 above （一）. */
function isBareHeading({ flow, candidates }: Reading, line: Line): boolean {
  const label = candidates.at(-1)
  return (
    label?.from === line.from &&
    label.weight > 0 &&
    label.to < line.to &&
    !/[，。；：！？、]/.test(flow.passage.text.slice(label.to, line.to)) &&
    hadRoom(flow, line)
  )
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
function bareNumberLabels(reading: Reading): Candidate[] {
  const { flow } = reading
  // 第9999-99 is the longest.
  const short = flow.lines.filter(
    line => line.to - line.from <= 8 && /\d/.test(flow.passage.text[line.to - 1]!),
  )
  return short.length > MOST_BARE_NUMBERS ? [] : short.flatMap(line => bareNumberLabel(reading, line))
}

function bareNumberLabel(reading: Reading, line: Line): Candidate[] {
  const { flow } = reading
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
      weight: placeWeight(reading, index, line.from, true, 'bare'),
      opensLine: true,
    },
  ]
}
