import { stretchesOf } from '../statements/split.ts'
import { articleAddressOf, documentOf } from '../structure/address.ts'
import { slice, spanOf } from '../text/passage.ts'
import type {
  Article,
  FamilyMember,
  Item,
  Paragraph,
  Passage,
  Range,
  Regulation,
  Span,
  Subitem,
} from '../types.ts'

/**
 * One text that takes part in a comparison. `text` is the unit's clean text as in the tables (paragraphs and
 * items each on a line, items with their label); `parts` map its stretches to the passages of its units.
 */
export interface UnitText {
  address: string
  text: string
  parts: Part[]
}

/** The passage of one paragraph, item or subitem inside a unit; `label` is empty for a paragraph. */
export interface Part {
  address: string
  /** Where the label stands; empty when there is none. */
  label: Range
  /** Where the line begins in the source: the first character of the label, or of the passage where it has none. */
  start: number
  /** Where the passage stands: `unit.text.slice(at.from, at.to) === passage.text`. */
  at: Range
  passage: Passage
  /** Where the passage begins in that of its unit: not 0 where only some statements are taken. */
  offset: number
  /** Whether nothing but layout and its label stands in the source between the part before and this one. */
  follows: boolean
}

/** The unit of an article, paragraph, item or subitem, or of an annex or what it holds. Throws on an address the regulation does not have. */
export function unitTextOf(regulation: Regulation, address: string): UnitText {
  const lines = linesAt(regulation, address)
  if (!lines) throw new Error(`unknown address: ${address}`)
  return assemble(address, lines)
}

/** Names a unit, or some of its own statements: `zhongwei/45/3`, `zhongwei/45/3#1,2`. */
export function memberKey({ address, statements }: Pick<FamilyMember, 'address' | 'statements'>): string {
  return statements ? `${address}#${statements.map(id => id.slice(id.indexOf('#') + 1)).join(',')}` : address
}

/** The unit of what `memberKey` names. Statements are the sentences of the unit itself; what it holds is left out with them. */
export function memberTextOf(regulation: Regulation, key: string): UnitText {
  const [address = '', numbers] = key.split('#')
  if (numbers === undefined) return unitTextOf(regulation, address)
  const own = linesAt(regulation, address)?.find(line => line.address === address)
  if (!own) throw new Error(`unknown statements: ${key}`)
  const ids = numbers.split(',').map(number => `${address}#${number}`)
  return assemble(
    key,
    stretchesOf(own.passage.text, ids).map(range => ({
      address,
      label: range.from === 0 ? own.label : '',
      start: range.from === 0 ? own.start : spanOf(own.passage, range).start,
      passage: slice(own.passage, range),
      offset: range.from,
    })),
    true,
  )
}

/** The unit of a whole regulation: all its articles, one after the other. */
export function wholeTextOf(regulation: Regulation): UnitText {
  return assemble(regulation.id, regulation.articles.flatMap(articleLines))
}

/** Several units as one, each on lines of its own. */
export function joinedTexts(units: UnitText[], address: string): UnitText {
  const parts: Part[] = []
  let text = ''
  let before: string | null = null
  for (const unit of units) {
    if (text !== '') text += '\n'
    const shift = (range: Range) => ({ from: range.from + text.length, to: range.to + text.length })
    const follows = before !== null && isNextParagraph(unit.address, before)
    for (const [index, part] of unit.parts.entries())
      parts.push({
        ...part,
        label: shift(part.label),
        at: shift(part.at),
        follows: index > 0 ? part.follows : follows,
      })
    text += unit.text
    before = unit.address
  }
  return { address, text, parts }
}

/** A unit for a text that is not part of a regulation, each line a part; `text` is taken to be clean already. */
export function plainUnitText(text: string, address = ''): UnitText {
  return assemble(
    address,
    text.split('\n').map(line => ({ address, label: '', start: 0, passage: { text: line, runs: [[0, 0]] } })),
  )
}

/**
 * The range as it can be quoted: without line feeds at its ends, and with the whole label of the item it begins in. A
 * label at its end that nothing follows is left out. Such a range has source spans that hold just its text.
 */
export function quotable(unit: UnitText, range: Range): Range {
  const text = unit.text.slice(range.from, range.to)
  const from = range.from + text.length - text.trimStart().length
  const to = Math.max(from, range.to - text.length + text.trimEnd().length)
  const lines = unit.parts.filter(({ label, at }) => label.from < to && from < at.to)
  const last = lines.findLast(({ at }) => at.from < to)
  if (!last) return { from, to: from }
  const { label } = lines[0]!
  return { from: from < label.to ? label.from : from, to: Math.min(to, last.at.to) }
}

/**
 * Where a quotable range stands in the source: one span for each stretch without other text in it. Paragraphs of one
 * article that follow each other are one stretch; articles are not, since the label of the second stands between.
 * The unit is made of whole paragraphs or articles.
 */
export function sourceSpans(unit: UnitText, range: Range): Span[] {
  const spans: Span[] = []
  for (const part of unit.parts) {
    const to = Math.min(range.to, part.at.to) - part.at.from
    const from = Math.max(range.from, part.at.from) - part.at.from
    if (from >= to) continue
    const { start, end } = spanOf(part.passage, { from, to })
    const span = { start: range.from <= part.label.from ? part.start : start, end }
    if (spans.length > 0 && part.follows) spans.at(-1)!.end = span.end
    else spans.push(span)
  }
  return spans
}

/** Whether a paragraph stands right after another one of its article. */
function isNextParagraph(address: string, before: string): boolean {
  const [one, other] = [PARAGRAPH.exec(before), PARAGRAPH.exec(address)]
  return one !== null && other !== null && one[1] === other[1] && Number(other[2]) === Number(one[2]) + 1
}
const PARAGRAPH = /^([^/#]+\/[^/#]+)\/(\d+)$/

/** The parts that a range touches; for an empty range the part it stands in. */
export function partsAt(unit: UnitText, range: Range): Part[] {
  const touched = unit.parts.filter(part => part.label.from < range.to && range.from < part.at.to)
  if (touched.length > 0) return touched
  const before = unit.parts.findLast(part => part.label.from <= range.from)
  return before ? [before] : []
}

interface Line {
  address: string
  label: string
  start: number
  passage: Passage
  offset?: number
}

/** `isPart`: the lines are some of a unit's, which do not follow each other. */
function assemble(address: string, lines: Line[], isPart = false): UnitText {
  const parts: Part[] = []
  let text = ''
  for (const line of lines) {
    if (parts.length > 0) text += '\n'
    const from = text.length
    text += line.label + line.passage.text
    const at = { from: from + line.label.length, to: text.length }
    const { start, passage, offset = 0 } = line
    const before = parts.at(-1)
    parts.push({
      address: line.address,
      label: { from, to: at.from },
      start,
      at,
      passage,
      offset,
      follows:
        !isPart &&
        before !== undefined &&
        articleAddressOf(before.address) === articleAddressOf(line.address),
    })
  }
  return { address, text, parts }
}

function linesAt(regulation: Regulation, address: string): Line[] | null {
  if (documentOf(address) !== regulation.id) return null
  const [, top = '', ...below] = address.split('/')
  const annex = regulation.annexes.find(each => each.address === `${regulation.id}/${top}`)
  const [first = ''] = below
  if (annex && /^art/.test(first))
    return linesIn(
      annex.articles.find(each => each.address === `${annex.address}/${first}`),
      below.slice(1),
    )
  if (annex && below.length === 0)
    return [...annex.paragraphs.flatMap(paragraphLines), ...annex.articles.flatMap(articleLines)]
  return linesIn(annex ?? regulation.articles.find(each => each.number === top), below)
}

/** The lines of an article or annex, or of the paragraph, item or subitem of it that the numbers name; null where there is none. */
function linesIn(
  article: Pick<Article, 'paragraphs'> | undefined,
  [paragraphNumber, itemNumber, subitemNumber]: string[],
): Line[] | null {
  if (!article || paragraphNumber === undefined) return article ? articleLines(article) : null
  const paragraph = article.paragraphs.find(each => String(each.number) === paragraphNumber)
  if (!paragraph || itemNumber === undefined) return paragraph ? paragraphLines(paragraph) : null
  const item = paragraph.items.find(each => each.number === itemNumber)
  if (!item || subitemNumber === undefined) return item ? itemLines(item) : null
  const subitem = item.subitems.find(each => each.number === subitemNumber)
  return subitem ? [subitem] : null
}

function articleLines(article: Pick<Article, 'paragraphs'>): Line[] {
  return article.paragraphs.flatMap(paragraphLines)
}

function paragraphLines(paragraph: Paragraph): Line[] {
  const { address, passage, items, start } = paragraph
  const own = passage.text === '' ? [] : [{ address, label: '', start, passage }]
  return [...own, ...items.flatMap(itemLines)]
}

function itemLines(item: Item): Line[] {
  return [item, ...item.subitems].map(({ address, label, start, passage }: Item | Subitem) => ({
    address,
    label,
    start,
    passage,
  }))
}
