import { fold } from '../text/fold.ts'
import { ReadError } from './error.ts'
import { about, type Extract, type ExtractLine, joinLines } from './extract.ts'
import { type HtmlLine, linesOf } from './html-lines.ts'
import { chooseRegion } from './html-region.ts'
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
  if (lettersIn(lines) < 20) throw noText()
  const chosen = chooseRegion(lines, body)
  const heading = headingOutside(chosen, lines, title)
  const { text, noise } = joinLines([...heading, ...chosen])
  const leftOut = total - chosen.reduce((sum, line) => sum + line.text.length, 0)
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

/** The page's own heading where it stands outside the region: the last line before it with which the `<title>` begins. */
function headingOutside(chosen: HtmlLine[], lines: HtmlLine[], title: string): ExtractLine[] {
  const wanted = bare(title)
  const isTitle = (line: HtmlLine) => bare(line.text).length >= 5 && wanted.startsWith(bare(line.text))
  if (chosen.slice(0, 20).some(line => !line.noise && isTitle(line))) return []
  const heading = lines.slice(0, Math.max(0, lines.indexOf(chosen[0]!))).findLast(isTitle)
  return heading ? [{ text: heading.text }] : []
}

function bare(text: string): string {
  return fold(text).replace(/\s+/g, '')
}
