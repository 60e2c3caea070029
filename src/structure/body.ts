import { type Flow, type Line, lineIndexAt } from '../text/lines.ts'
import type { Range } from '../types.ts'
import { isDate } from './dates.ts'
import { bestChain } from './labels/chain.ts'
import { type Candidate, endsSentence } from './labels/classify.ts'
import type { Outline } from './outline.ts'
import { LINE_LOOKED_AT, LONGEST_BARE_LINE } from './thresholds.ts'

/**
 * Where the regulation proper stands in the flow: from its first heading or label to the end of its last article.
 * What follows is 版记 (抄送, 印发: GB/T 9704-2012), annexes, another document, or the rest of a web page. `end` is where the
 * annexes begin at the latest.
 */
export function bodyOf(flow: Flow, outline: Outline, end: number): Range {
  const length = flow.passage.text.length
  const first = outline.articles[0]
  if (!first) return { from: length, to: length }
  const from = Math.min(first.from, outline.divisions[0]?.from ?? first.from)
  return { from, to: Math.min(backFrom(flow, outline), trailingFrom(flow, outline), end) }
}

const BACK =
  /^(?:抄送|抄报|主送|分送|公开属性|公开方式|信息公开|（?此件|（本件|（本规|附件|附[：:录表]|参考资料|相关链接|相关阅读|扫一扫|责任编辑|编辑：|来源[：:]|打印|关闭|上一篇|下一篇|分享|主办单位|版权所有|[^。，]{2,30}日印发$)/

/** The first line below the last article's label that cannot belong to an article: it opens the back matter or a new document. */
function backFrom(flow: Flow, outline: Outline): number {
  const last = outline.articles.at(-1)!
  const from = lineIndexAt(flow.lines, last.from) + 1
  const next = nextDocument(outline)
  const limit = next ? titleAbove(flow, lineIndexAt(flow.lines, next.from), from) : flow.passage.text.length
  for (let index = from; index < flow.lines.length; index++) {
    const line = flow.lines[index]!
    if (line.from >= limit) break
    if (!endsSentence(flow.passage.text, line.from)) continue
    if (opensBack(flow, index) || (next && opensDocument(flow, index))) return line.from
  }
  return limit
}

/** Where another document's labels begin after the last article: its first heading, or the first of its articles. */
function nextDocument({ articles, candidates, style }: Outline): Candidate | undefined {
  const after = candidates.filter(each => each.from > articles.at(-1)!.to && each.opensLine)
  const own = after.filter(each => each.style === style)
  const { indices } = bestChain(own)
  const heading = after.find(each => each.style === 'chapter' && each.number === 1 && each.weight > 0)
  if (indices.length < 2) return heading
  const first = own[indices[0]!]!
  return heading && heading.from < first.from ? heading : first
}

function opensBack(flow: Flow, index: number): boolean {
  const content = beginningOf(flow, flow.lines[index])
  if (BACK.test(content) || isDate(content)) return true
  const next = beginningOf(flow, flow.lines[index + 1])
  return isBare(content) && (isDate(next) || BACK.test(next))
}

/** A letterhead, a number or a title over one line or two, where another document is known to follow. */
function opensDocument(flow: Flow, index: number): boolean {
  const [content, next] = [beginningOf(flow, flow.lines[index]), beginningOf(flow, flow.lines[index + 1])]
  return isBare(content) && (HEAD.test(content) || (isBare(next) && HEAD.test(next)))
}

const HEAD = /(?:文件|号|条例|规则|办法|规定|细则|制度|方案|通知|决定)$/

/** Where the lines begin that stand above a new document's first label and end no sentence: its title, its 题注. */
function titleAbove(flow: Flow, index: number, least: number): number {
  let at = index
  while (at > least && !endsSentence(flow.passage.text, flow.lines[at - 1]!.to)) at--
  return flow.lines[at]!.from
}

/** Lines at the end of the file that are no sentences: a signature, the buttons of a page. */
function trailingFrom(flow: Flow, { articles }: Outline): number {
  const last = lineIndexAt(flow.lines, articles.at(-1)!.from)
  let at = flow.lines.length
  while (at - 1 > last && isBare(beginningOf(flow, flow.lines[at - 1]))) at--
  const line = flow.lines[at]
  return line && endsSentence(flow.passage.text, line.from) ? line.from : flow.passage.text.length
}

function beginningOf(flow: Flow, line: Line | undefined): string {
  return line ? flow.passage.text.slice(line.from, Math.min(line.to, line.from + LINE_LOOKED_AT)) : ''
}

function isBare(content: string): boolean {
  return content !== '' && content.length <= LONGEST_BARE_LINE && !/[，。；：！？、]/.test(content)
}
