import { SMALL_NUMERAL } from '../../lexicon/numerals.ts'
import type { Flow, Line } from '../../text/lines.ts'
import type { Range } from '../../types.ts'
import { isDate } from '../dates.ts'
import { endsSentence } from '../labels/classify.ts'
import { hadRoom } from '../labels/room.ts'
import {
  LINE_LOOKED_AT,
  LONGEST_BARE_LINE,
  LONGEST_SIGNATURE,
  LONGEST_TITLE_LINE,
  MOST_ANNEX_NAMES,
  MOST_ANNEXES,
} from '../thresholds.ts'
import { hasCells } from './rows.ts'

/**
 * Lines that open an annex (附件1, 附表二：…, 附录), and the stretches they open. GB/T 9704-2012 7.3.4 has the names of the annexes
 * listed below the text (附件说明: 附件：1.… 2.…), and 7.3.9 the annexes themselves after it, each with its label on a line.
 */

/** The line that opens an annex. */
export interface AnnexMark {
  /** Index of the line. */
  line: number
  from: number
  /** Where the label ends, its colon included. */
  to: number
}

/** An annex in the flow; its lines are `line` to `lineTo`. */
export interface AnnexStretch extends Range {
  labelTo: number
  line: number
  lineTo: number
}

const NUMBER = `(?:[${SMALL_NUMERAL}]{1,3}|\\d{1,3}(?:[—-]\\d{1,2})?|[A-Z])`
const LABEL = new RegExp(`^(?:附(?:件|录|表)(?:（${NUMBER}）|${NUMBER})?[：、.]?|附：)`)

/** Every line that may open an annex, in order of place. */
export function annexMarks(flow: Flow): AnnexMark[] {
  return flow.lines.flatMap((_, index) => markAt(flow, index) ?? [])
}

function markAt(flow: Flow, index: number): AnnexMark | null {
  const line = flow.lines[index]!
  if (index === 0 || flow.passage.text[line.from] !== '附') return null
  const text = textOf(flow, line)
  const to = labelEnd(flow, line, text)
  if (to === null || !isName(text.slice(to - line.from))) return null
  // Inside a paragraph lines are full, and its last ends a sentence: 按照 / 附件1 / 执行 is none of both.
  const before = flow.lines[index - 1]!
  const apart = endsSentence(flow.passage.text, line.from) || hasCells(flow, before) || hadRoom(flow, before)
  return apart || hadRoom(flow, line) ? { line: index, from: line.from, to } : null
}

/** Where the label ends: before white space, a colon or the line's end, or after Arabic digits. 附件一览表 has no label. */
function labelEnd(flow: Flow, line: Line, text: string): number | null {
  for (let label = LABEL.exec(text)?.[0]; label !== undefined; label = shorter(label)) {
    const to = line.from + label.length
    if (to === line.to || /[：、.\d]$/.test(label) || flow.gapBefore(to)) return to
  }
  return null
}

/** 附件一 in 附件一览表 may be 附件 alone. */
function shorter(label: string): string | undefined {
  return label.length > 2 ? label.slice(0, 2) : undefined
}

/** Whether what stands beside a label can be the name of the annex, and no sentence. */
function isName(words: string): boolean {
  return words.length <= LONGEST_TITLE_LINE && !/[。；，！？]/.test(words) && !/^[规所中的]/.test(words)
}

/** The annexes below the flow position `from`, each from its mark to the next, or to the printer's block or the rest of a page. */
export function annexStretches(flow: Flow, marks: AnnexMark[], from: number): AnnexStretch[] {
  const after = marks.filter(mark => mark.from >= from).slice(0, MOST_ANNEXES + 1)
  return after.slice(0, MOST_ANNEXES).flatMap((mark, index) => {
    const next = after[index + 1]?.line ?? flow.lines.length
    const end = closingLine(flow, mark.line + 1, next)
    if (isListOfNames(flow, mark, end)) return []
    const to = flow.lines[end]?.from ?? flow.passage.text.length
    return [{ from: mark.from, to, labelTo: mark.to, line: mark.line, lineTo: end }]
  })
}

function closingLine(flow: Flow, from: number, to: number): number {
  for (let index = from; index < to; index++) if (closes(flow, flow.lines[index]!)) return index
  return to
}

const PRINTED = /^(?:抄送|抄报|分送)[^，]{0,4}[：:]|^[^。，]{2,40}印发$/
const REST_OF_PAGE =
  /^(?:参考资料|相关链接|相关阅读|扫一扫|责任编辑|编辑：|打印|关闭|上一篇|下一篇|分享|主办单位|版权所有)/

function closes(flow: Flow, line: Line): boolean {
  const text = textOf(flow, line)
  if (hasCells(flow, line)) return false
  return PRINTED.test(text) || (isBare(text) && REST_OF_PAGE.test(text))
}

/**
 * Whether the lines only say which annexes there are: names, and after them nothing, or signature and date. The first name
 * stands beside the label with its colon, or is numbered.
 */
function isListOfNames(flow: Flow, mark: AnnexMark, end: number): boolean {
  const first = flow.lines[mark.line]!
  const lines = flow.lines.slice(mark.line + 1, end)
  const texts = [flow.passage.text.slice(mark.to, first.to), ...lines.map(line => textOf(flow, line))]
  const signed = texts.findIndex((text, index) => index > 0 && isSigned(text, texts[index + 1]))
  const names = texts.slice(0, signed < 0 ? texts.length : signed).filter(text => text !== '')
  if (names.some(name => /[。；，]/.test(name)) || lines.some(line => hasCells(flow, line))) return false
  const counted = /^[1一][.、．]/.test(names[0] ?? '')
  if (counted) return names.length <= MOST_ANNEX_NAMES
  const beside = /[：]$/.test(flow.passage.text.slice(mark.from, mark.to)) && first.to > mark.to
  return beside && names.length <= (signed < 0 ? 1 : 2)
}

/** Whether a date stands here, or a signature above one. */
function isSigned(text: string, next: string | undefined): boolean {
  return (
    isDate(text) || (text.length <= LONGEST_SIGNATURE && isBare(text) && next !== undefined && isDate(next))
  )
}

export function isBare(text: string): boolean {
  return text !== '' && text.length <= LONGEST_BARE_LINE && !/[，。；：！？、]/.test(text)
}

export function textOf(flow: Flow, line: Line): string {
  return flow.passage.text.slice(line.from, Math.min(line.to, line.from + LINE_LOOKED_AT))
}
