import { fold } from '../text/fold.ts'
import { ReadError } from './error.ts'
import { about, type Extract, type ExtractLine, joinLines } from './extract.ts'
import { type HtmlLine, linesOf } from './html-lines.ts'
import { chooseRegion, type Region } from './html-region.ts'
import { parseHtml } from './html-tree.ts'

/**
 * The regulation's text out of a page, without menus, links and notices round it. Chosen by evidence (lines that open an article,
 * chapter or item; sentences; share of links), never by a site's names. Block elements, `<br>` and table rows become lines;
 * an `<ol>` gives its items the numbers a browser shows. What is kept but is no regulation (share links between the lines,
 * footnotes, edit links) is named as noise. Throws ReadError `html-no-text` where the page holds none.
 */
export function extractHtml(html: string): Extract {
  const { body, title } = parseHtml(html)
  const lines = linesOf(body)
  const total = lines.reduce((sum, line) => sum + line.text.length, 0)
  if (lettersIn(lines) < 10) throw noText()
  const region = chooseRegion(lines, body)
  const kept = [...frontOf(region, title), ...region.lines, ...signatureOf(region)]
  const { text, noise } = joinLines(kept)
  const leftOut = total - kept.reduce((sum, line) => sum + line.text.length, 0)
  const note = `${leftOut} characters of menus, links and notices round the text were left out`
  return { text, noise, problems: leftOut > 0 ? [about('page-furniture', 'note', note)] : [] }
}

function lettersIn(lines: HtmlLine[]): number {
  return lines.reduce((sum, line) => sum + (line.text.match(/\p{L}/gu)?.length ?? 0) - line.links, 0)
}

function noText(): ReadError {
  return new ReadError(
    'html-no-text',
    'the page holds no text of its own (it may load it by script, in a frame or as an attachment); ' +
      'save the text itself, or the attached file',
  )
}

/** What sites set in boxes of their own before the text: its heading, with which the `<title>` begins, and who adopted it when. */
function frontOf({ lines, before }: Region, title: string): ExtractLine[] {
  const wanted = bare(title)
  const isTitle = ({ text }: HtmlLine) =>
    text.length <= 100 && bare(text).length >= 5 && wanted.startsWith(bare(text))
  const known = lines.slice(0, 20).some(line => !line.noise && isTitle(line))
  const heading = known ? -1 : before.findLastIndex(isTitle)
  const near = before.length - NEAR
  return before
    .filter((line, index) => index === heading || (index >= near && isEnactment(line)))
    .map(({ text }) => ({ text }))
}

const NEAR = 8

/** Name and date that follow the text directly, in boxes of their own. */
function signatureOf({ after }: Region): ExtractLine[] {
  const end = after.findIndex(line => !isSignature(line))
  return after.slice(0, Math.min(3, end < 0 ? after.length : end)).map(({ text }) => ({ text }))
}

function isEnactment({ text, links }: HtmlLine): boolean {
  return (
    links === 0 &&
    text.length <= 400 &&
    /\d{4}年.*(通过|批准|修订|修正)|〔\d{4}〕.{0,3}\d+号$|令.{0,3}第?.{1,6}号$/.test(bare(text))
  )
}

function isSignature({ text, links }: HtmlLine): boolean {
  const line = bare(text)
  return (
    links === 0 &&
    line.length <= 40 &&
    /^([^，。：；（）]{2,20}(人民政府|委员会|办公厅|办公室)|.{4}年.{1,2}月.{1,3}日)$/.test(line)
  )
}

function bare(text: string): string {
  return fold(text).replace(/\s+/g, '')
}
