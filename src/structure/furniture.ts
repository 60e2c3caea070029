import { extent } from 'd3-array'
import type { Line } from '../text/lines.ts'
import type { Noise, Span } from '../types.ts'
import {
  INTERRUPTED_LINE,
  LONGEST_PAGE_NUMBER,
  LONGEST_RULE,
  LONGEST_RUNNING_HEAD,
  PAGES_WITH_HEAD,
  SHORTEST_PAGE,
  UNEVEN_PAGES,
} from './thresholds.ts'

/**
 * What printing and converting left between the words: page numbers, running heads, bullets, footnote marks, markup.
 * Returned sorted and disjoint; what the reader of bytes already knew (`known`) wins. `folded` has the source's offsets.
 */
export function furnitureOf(folded: string, lines: Line[], known: Noise[]): Noise[] {
  const numbers = pageNumbers(folded, lines)
  const found = [
    ...known,
    ...noiseInside(folded),
    ...lines.flatMap(line => atLineStart(folded, line)),
    ...numbers,
    ...runningHeads(folded, lines, numbers),
  ]
  return disjoint(found)
}

/** Earlier stretches win over later ones that overlap them; of two with one start the longer. */
export function disjoint(noise: Noise[]): Noise[] {
  const kept: Noise[] = []
  let end = 0
  for (const each of noise
    .filter(each => each.span.end > each.span.start)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)) {
    const start = Math.max(each.span.start, end)
    if (start >= each.span.end) continue
    kept.push(start === each.span.start ? each : { kind: each.kind, span: { start, end: each.span.end } })
    end = each.span.end
  }
  return kept
}

interface Mark {
  kind: string
  pattern: RegExp
}

// Inside a line. Every repetition is bounded, so that no text makes a pattern run away.
const INSIDE: Mark[] = [
  { kind: 'comment', pattern: /<！--[^<>]{0,400}-->/g },
  { kind: 'footnote-mark', pattern: /\[\d{1,3}(?:[—\-,，、]\d{1,3}){0,8}\](?!\s?号)/g },
  { kind: 'emphasis-mark', pattern: /\*\*|__/g },
  // 绩效管理 and 行政问责: a converter translated the conjunction.
  {
    kind: 'stray-word',
    pattern: /(?<=[\u4e00-\u9fff]\s?)(?:and|or|the|of)(?=\s?[\u4e00-\u9fff])/g,
  },
  {
    kind: 'pinyin',
    pattern: /(?<=[\u4e00-\u9fff])（[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,3}）/g,
  },
]

function noiseInside(folded: string): Noise[] {
  return INSIDE.flatMap(({ kind, pattern }) =>
    [...folded.matchAll(pattern)].map(match => ({
      kind,
      span: { start: match.index, end: match.index + match[0].length },
    })),
  )
}

const AT_LINE_START: Mark[] = [
  { kind: 'heading-mark', pattern: /#{1,6}(?=\s|第)/y },
  { kind: 'bullet', pattern: /[-*+·●■◆▪▶➢○>](?=\s{1,4}\S|（|第)/y },
]
const RULE_LINE = /^[\s\-=_*—·.~#+|]{3,}$/

function atLineStart(folded: string, line: Line): Noise[] {
  const { start, end } = line
  if (end - start < LONGEST_RULE && RULE_LINE.test(folded.slice(start, end)))
    return [{ kind: 'rule', span: { start, end } }]
  for (const { kind, pattern } of AT_LINE_START) {
    pattern.lastIndex = start
    const match = pattern.exec(folded)
    if (match) return [{ kind, span: { start, end: start + match[0].length } }]
  }
  return []
}

// - 2 -, — 2 —, 第3页, 第 3 页 共 10 页, 3/10: furniture wherever it stands alone on a line.
const PAGE_NUMBER_LINE =
  /^(?:[-—·•]{1,3}\s{0,3}\d{1,4}\s{0,3}[-—·•]{1,3}|第\s{0,3}\d{1,4}\s{0,3}页(?:[\s，,/]{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?|\d{1,4}\s{0,2}\/\s{0,2}\d{1,4}|共\s{0,3}\d{1,4}\s{0,3}页|[Pp](?:age|\.)\s{0,3}\d{1,4})$/

interface NumberLine {
  line: Line
  index: number
  number: number
  before: Line | undefined
}

function pageNumbers(folded: string, lines: Line[]): Noise[] {
  const numbered: NumberLine[] = []
  const sure: Noise[] = []
  for (const [index, line] of lines.entries()) {
    if (line.units > LONGEST_PAGE_NUMBER) continue
    const text = folded.slice(line.start, line.end)
    if (PAGE_NUMBER_LINE.test(text)) sure.push({ kind: 'page-number', span: spanOfLine(line) })
    else if (/^\d{1,4}$/.test(text))
      numbered.push({ line, index, number: Number(text), before: lines[index - 1] })
  }
  return [...sure, ...bareNumberLines(folded, lines, numbered)]
}

/**
 * Numbers alone on a line that count up by one are page numbers when one of them stands inside a sentence, when the
 * document labels its articles with words, or when they come at even distances; a single 1 is the only one of its kind. Else they may be labels of articles.
 */
function bareNumberLines(folded: string, lines: Line[], numbered: NumberLine[]): Noise[] {
  const counting = numbered.filter(
    ({ number }, index) =>
      number === 1 ||
      numbered[index - 1]?.number === number - 1 ||
      numbered[index + 1]?.number === number + 1,
  )
  const interrupts = counting.some(
    ({ before }) =>
      before !== undefined &&
      before.units > INTERRUPTED_LINE &&
      !/[。；：！？”）]/.test(folded[before.end - 1]!),
  )
  if (!interrupts && !worded(folded, lines) && !even(counting)) return []
  return counting.map(({ line }) => ({ kind: 'page-number', span: spanOfLine(line) }))
}

function worded(folded: string, lines: Line[]): boolean {
  return (
    lines.filter(line => /^第\s?[^\s]{1,6}\s?条/.test(folded.slice(line.start, line.start + 12))).length >= 2
  )
}

function even(counting: NumberLine[]): boolean {
  if (counting.length < 2) return counting[0]?.before !== undefined
  const gaps = counting.slice(1).map((each, index) => each.index - counting[index]!.index)
  const [least, most] = extent(gaps) as [number, number]
  return least >= SHORTEST_PAGE && most <= least * UNEVEN_PAGES
}

/**
 * A line that stands beside the break of two pages in five, digits aside, is a running head: the title over every page.
 * A page ends at a form feed or at a page number.
 */
function runningHeads(folded: string, lines: Line[], numbers: Noise[]): Noise[] {
  const numbered = new Set(numbers.map(({ span }) => span.start))
  const isNumber = (line: Line | undefined) => line !== undefined && numbered.has(line.start)
  const breaks = lines.filter(line => line.page).length
  const pages = Math.max(breaks, lines.filter(isNumber).length)
  const beside = lines
    .filter(
      (line, index) =>
        !isNumber(line) &&
        index > 0 &&
        (line.page || lines[index + 1]?.page || isNumber(lines[index - 1]) || isNumber(lines[index + 1])),
    )
    .map(line => ({ line, key: headKey(folded, line) }))
  const counts = new Map(lines.slice(0, 1).map(line => [headKey(folded, line), 1])) // the title itself
  for (const { key } of beside) counts.set(key, (counts.get(key) ?? 0) + 1)
  const often = Math.max(2, pages * PAGES_WITH_HEAD)
  return beside
    .filter(({ key }) => key !== '' && counts.get(key)! >= often)
    .map(({ line }) => ({ kind: 'running-head', span: spanOfLine(line) }))
}

/** The line's words without digits and spaces; nothing for lines that are sentences or open with a label. */
function headKey(folded: string, { start, end, units }: Line): string {
  if (units > LONGEST_RUNNING_HEAD) return ''
  const key = folded.slice(start, end).replace(/[\s\d—·-]+/g, '')
  return /[。；：，]$|^第.{1,7}[编章节条]|^（/.test(key) ? '' : key
}

function spanOfLine({ start, end }: Line): Span {
  return { start, end }
}
