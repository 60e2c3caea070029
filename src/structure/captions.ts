import { type Flow, lineIndexAt } from '../text/lines.ts'
import type { Candidate } from './labels/classify.ts'
import { hadRoom } from './labels/room.ts'
import { CAPTION_WIDTH, CAPTIONED_ARTICLES, LONGEST_CAPTION, LONGEST_SPACED_CAPTION } from './thresholds.ts'

/**
 * Captions of articles: 第一条【目的】, 第一条（目的）, 第一条 目的 before the text or on a line of its own.
 * Gives for each article the flow position where its text begins. A way of captioning counts only where most articles
 * share it: one bracket after one label is an aside, one short line a broken one.
 */
export function textStarts(flow: Flow, articles: Candidate[]): number[] {
  const ways = [bracketed, spaced, onOwnLine].map(way => articles.map(each => way(flow, each)))
  const common = ways.find(
    ends => ends.filter(end => end !== null).length >= Math.max(2, articles.length * CAPTIONED_ARTICLES),
  )
  return articles.map((each, index) => common?.[index] ?? lenticular(flow, each) ?? each.to)
}

// 【】 after a label is never anything else.
function lenticular(flow: Flow, { to }: Candidate): number | null {
  return endOf(/【[^【】]{1,40}】/y, flow, to)
}

function bracketed(flow: Flow, { to }: Candidate): number | null {
  return endOf(/【[^【】]{1,40}】|（[^（），。；：]{1,24}）|〔[^〔〕]{1,24}〕|\[[^[\]]{1,24}\]/y, flow, to)
}

/** Where a match of the sticky pattern at `at` ends; null where there is none. */
function endOf(pattern: RegExp, flow: Flow, at: number): number | null {
  pattern.lastIndex = at
  return pattern.test(flow.passage.text) ? pattern.lastIndex : null
}

function spaced(flow: Flow, { to }: Candidate): number | null {
  const line = flow.lines[lineIndexAt(flow.lines, to - 1)]!
  for (let at = to + 2; at < Math.min(line.to, to + LONGEST_SPACED_CAPTION + 1); at++) {
    if (/[，。；：、！？（）《》“”\d]/.test(flow.passage.text.slice(to, at))) return null
    // Where every character stands apart, a space parts no caption.
    if (flow.gapBefore(at)) return flow.gapBefore(at - 1) || flow.gapBefore(at + 1) ? null : at
  }
  return null
}

/**
 * A line that ends without punctuation though there was room: the line after it is much longer, or opens a list (一、会议种类
 * above （一）全体会议).
 */
function onOwnLine(flow: Flow, { to }: Candidate): number | null {
  const index = lineIndexAt(flow.lines, to - 1)
  const [line, next] = [flow.lines[index]!, flow.lines[index + 1]]
  const caption = flow.passage.text.slice(to, Math.min(line.to, to + LONGEST_CAPTION + 1))
  if (!next || caption.length === 0 || caption.length > LONGEST_CAPTION || /[，。；：！？]/.test(caption))
    return null
  FIRST_ITEM.lastIndex = next.from
  const overList = FIRST_ITEM.test(flow.passage.text) && hadRoom(flow, line)
  return overList || line.width <= next.width * CAPTION_WIDTH ? line.to : null
}

const FIRST_ITEM = /（[一1]）|一、|1[.、]|[①㈠⑴⒈]/y
