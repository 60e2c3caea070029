import { fold } from '../text/fold.ts'
import { ReadError } from './error.ts'
import { about, type Extract, type ExtractLine, joinLines } from './extract.ts'
import { type HtmlLine, linesOf } from './html-lines.ts'
import { chooseRegion, type Region } from './html-region.ts'
import { parseHtml } from './html-tree.ts'
import {
  FEWEST_LETTERS,
  LINES_WITH_ENACTMENT,
  LINES_WITH_TITLE,
  LONGEST_ENACTMENT,
  LONGEST_SIGNATURE_LINE,
  LONGEST_TITLE,
  SHORTEST_TITLE,
  SIGNATURE_LINES,
} from './thresholds.ts'
import type { Counted } from './xml.ts'

/**
 * The regulation's text out of a page, without menus, links and notices round it. Chosen by evidence (lines that open an article,
 * chapter or item; sentences; share of links), never by a site's names. Block elements, `<br>` and table rows become lines;
 * an `<ol>` gives its items the numbers a browser shows. What is kept but is no regulation (share links between the lines,
 * footnotes, edit links) is named as noise. Throws ReadError `html-no-text` where the page holds none, `html-too-deep`, `too-large`.
 */
export function extractHtml(html: string): Extract {
  const { body, title } = parseHtml(html)
  const lines = linesOf(body)
  const total = lines.reduce((sum, line) => sum + line.text.length, 0)
  if (lettersIn(lines) < FEWEST_LETTERS) throw noText()
  const region = chooseRegion(lines, body)
  const kept = [...frontOf(region, title), ...region.lines, ...signatureOf(region)]
  const { text, noise } = joinLines(kept)
  const leftOut = total - kept.reduce((sum, line) => sum + line.text.length, 0)
  const note = `${leftOut} characters of menus, links and notices round the text were left out`
  return { text, noise, problems: leftOut > 0 ? [about('page-furniture', 'note', note)] : [] }
}

/** All lines of a page as it is shown, for a page that a document takes in whole: nothing round the text is looked for. */
export function linesOfPage(html: string, counted: Counted): ExtractLine[] {
  return linesOf(parseHtml(html, counted).body).map(({ text, noise, marks }) => ({
    text,
    ...(noise && { noise }),
    ...(marks && { marks }),
  }))
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

/** Lines above the text that belong to it but stand in boxes of their own: the heading that `<title>` begins with, and who adopted the text when. */
function frontOf({ lines, before }: Region, title: string): ExtractLine[] {
  const wanted = withoutSpaces(title)
  const isTitle = ({ text }: HtmlLine) =>
    text.length <= LONGEST_TITLE &&
    withoutSpaces(text).length >= SHORTEST_TITLE &&
    wanted.startsWith(withoutSpaces(text))
  const known = lines.slice(0, LINES_WITH_TITLE).some(line => !line.noise && isTitle(line))
  const heading = known ? -1 : before.findLastIndex(isTitle)
  const near = before.length - LINES_WITH_ENACTMENT
  return before
    .filter((line, index) => index === heading || (index >= near && isEnactment(line)))
    .map(({ text }) => ({ text }))
}

/** Name and date that follow the text directly, in boxes of their own. */
function signatureOf({ after }: Region): ExtractLine[] {
  const end = after.findIndex(line => !isSignature(line))
  return after.slice(0, Math.min(SIGNATURE_LINES, end < 0 ? after.length : end)).map(({ text }) => ({ text }))
}

function isEnactment({ text, links }: HtmlLine): boolean {
  return (
    links === 0 &&
    text.length <= LONGEST_ENACTMENT &&
    /\d{4}年.*(通过|批准|修订|修正)|〔\d{4}〕.{0,3}\d+号$|令.{0,3}第?.{1,6}号$/.test(withoutSpaces(text))
  )
}

function isSignature({ text, links }: HtmlLine): boolean {
  const line = withoutSpaces(text)
  return (
    links === 0 &&
    line.length <= LONGEST_SIGNATURE_LINE &&
    /^([^，。：；（）]{2,20}(人民政府|委员会|办公厅|办公室)|.{4}年.{1,2}月.{1,3}日)$/.test(line)
  )
}

function withoutSpaces(text: string): string {
  return fold(text).replace(/\s+/g, '')
}
