import { documentOf } from '../structure/address.ts'
import { spanOf } from '../text/passage.ts'
import type { Article, Item, Paragraph, Passage, Range, Regulation, Span, Subitem } from '../types.ts'

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
  /** Where the passage stands: `unit.text.slice(at.from, at.to) === passage.text`. */
  at: Range
  passage: Passage
}

/** The unit of an article, paragraph, item or subitem. Throws on an address the regulation does not have. */
export function unitTextOf(regulation: Regulation, address: string): UnitText {
  const lines = linesAt(regulation, address)
  if (!lines) throw new Error(`unknown address: ${address}`)
  return assemble(address, lines)
}

/** The unit of a whole regulation: all its articles, one after the other. */
export function wholeTextOf(regulation: Regulation): UnitText {
  return assemble(regulation.id, regulation.articles.flatMap(articleLines))
}

/** Several units as one, each on lines of its own. */
export function joinedTexts(units: UnitText[], address: string): UnitText {
  const parts: Part[] = []
  let text = ''
  for (const unit of units) {
    if (text !== '') text += '\n'
    const shift = (range: Range) => ({ from: range.from + text.length, to: range.to + text.length })
    parts.push(...unit.parts.map(part => ({ ...part, label: shift(part.label), at: shift(part.at) })))
    text += unit.text
  }
  return { address, text, parts }
}

/** A unit for a text that is not part of a regulation, each line a part; `text` is taken to be clean already. */
export function plainUnitText(text: string, address = ''): UnitText {
  return assemble(
    address,
    text
      .split('\n')
      .map(line => ({ address, label: '', passage: { text: line, runs: [[0, 0]] as [number, number][] } })),
  )
}

/**
 * The source spans that a range of the unit's text covers, one for each unit it touches; labels are left out.
 */
export function sourceSpans(unit: UnitText, range: Range): { address: string; span: Span }[] {
  return unit.parts.flatMap(part => {
    const from = Math.max(range.from, part.at.from) - part.at.from
    const to = Math.min(range.to, part.at.to) - part.at.from
    return from < to ? [{ address: part.address, span: spanOf(part.passage, { from, to }) }] : []
  })
}

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
  passage: Passage
}

function assemble(address: string, lines: Line[]): UnitText {
  const parts: Part[] = []
  let text = ''
  for (const line of lines) {
    if (parts.length > 0) text += '\n'
    const from = text.length
    text += line.label + line.passage.text
    const at = { from: from + line.label.length, to: text.length }
    parts.push({ address: line.address, label: { from, to: at.from }, at, passage: line.passage })
  }
  return { address, text, parts }
}

function linesAt(regulation: Regulation, address: string): Line[] | null {
  if (documentOf(address) !== regulation.id) return null
  const [, articleNumber, paragraphNumber, itemNumber, subitemNumber] = address.split('/')
  const article = regulation.articles.find(each => each.number === articleNumber)
  if (!article || paragraphNumber === undefined) return article ? articleLines(article) : null
  const paragraph = article.paragraphs.find(each => String(each.number) === paragraphNumber)
  if (!paragraph || itemNumber === undefined) return paragraph ? paragraphLines(paragraph) : null
  const item = paragraph.items.find(each => each.number === itemNumber)
  if (!item || subitemNumber === undefined) return item ? itemLines(item) : null
  const subitem = item.subitems.find(each => each.number === subitemNumber)
  return subitem ? [subitem] : null
}

function articleLines(article: Article): Line[] {
  return article.paragraphs.flatMap(paragraphLines)
}

function paragraphLines(paragraph: Paragraph): Line[] {
  const { address, passage, items } = paragraph
  const own = passage.text === '' ? [] : [{ address, label: '', passage }]
  return [...own, ...items.flatMap(itemLines)]
}

function itemLines(item: Item): Line[] {
  return [item, ...item.subitems].map(({ address, label, passage }: Item | Subitem) => ({
    address,
    label,
    passage,
  }))
}
