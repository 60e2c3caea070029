import { type Element, isText } from 'domhandler'
import type { ExtractLine } from '../extract.ts'
import { attribute, childAt, childElements, isOn, localName } from '../xml.ts'
import type { LabelOf } from './numbering.ts'

/**
 * Lines of a document body in reading order: a paragraph each, split at soft line breaks; text boxes after the paragraph they hang
 * on; footnotes at the end, named. `notes` are found by `footnote 2`, `endnote 1`; `linesOf` gives the lines of a part taken in
 * whole. `revised`: there are tracked changes.
 */
export function linesOfBody(
  body: Element,
  labelOf: LabelOf,
  notes: Map<string, Element>,
  linesOf: (chunk: Element) => ExtractLine[],
): { lines: ExtractLine[]; revised: boolean } {
  const reader: Reader = { labelOf, linesOf, cited: [], revised: false }
  const lines = blockLines(body, reader)
  const footnotes = reader.cited.flatMap((key, index) => noteLines(notes.get(key), index + 1, reader))
  return { lines: [...lines, ...footnotes], revised: reader.revised }
}

interface Reader {
  labelOf: LabelOf
  linesOf: (chunk: Element) => ExtractLine[]
  /** Notes in the order of their marks. */
  cited: string[]
  revised: boolean
}

function blockLines(parent: Element, reader: Reader): ExtractLine[] {
  return childElements(parent).flatMap(child => {
    const name = localName(child)
    if (name === 'p') return paragraphLines(child, reader)
    if (name === 'tr') return rowLines(child, reader)
    if (name === 'altChunk') return reader.linesOf(child)
    return LEFT_OUT.has(name) ? [] : blockLines(child, reader)
  })
}

const LEFT_OUT = new Set(
  'pPr rPr tblPr tblGrid trPr tcPr sectPr sdtPr sdtEndPr del moveFrom instrText delText delInstrText Fallback rt fldData'.split(
    ' ',
  ),
)

/** A row is one line when no cell holds more than one: label and text in two columns stay together. */
function rowLines(row: Element, reader: Reader): ExtractLine[] {
  const cells = childElements(row)
    .filter(cell => !LEFT_OUT.has(localName(cell)))
    .map(cell => blockLines(cell, reader).filter(line => line.text.trim() !== ''))
  if (cells.some(lines => lines.length > 1 || lines.some(line => line.marks))) return cells.flat()
  const text = cells
    .map(lines => lines[0]?.text.trim() ?? '')
    .join('\t')
    .trimEnd()
  return [{ text }]
}

interface ParagraphLines {
  lines: { text: string; marks: NonNullable<ExtractLine['marks']> }[]
  boxes: ExtractLine[]
}

function paragraphLines(paragraph: Element, reader: Reader): ExtractLine[] {
  const written: ParagraphLines = { lines: [{ text: reader.labelOf(paragraph), marks: [] }], boxes: [] }
  writeChildren(paragraph, written, reader)
  const lines = written.lines.map(({ text, marks }) => (marks.length ? { text, marks } : { text }))
  return [...lines, ...written.boxes]
}

function writeChildren(parent: Element, written: ParagraphLines, reader: Reader): void {
  for (const child of childElements(parent)) write(child, written, reader)
}

function write(element: Element, written: ParagraphLines, reader: Reader): void {
  const name = localName(element)
  if (/^(ins|del|moveFrom|moveTo)$/.test(name)) reader.revised = true
  if (LEFT_OUT.has(name) || isHidden(element, name)) return
  const line = written.lines.at(-1)!
  if (name === 't') line.text += textOf(element)
  else if (name === 'tab' || name === 'ptab') line.text += '\t'
  else if (name === 'br' || name === 'cr') written.lines.push({ text: '', marks: [] })
  else if (name === 'noBreakHyphen') line.text += '-'
  else if (name === 'sym') line.text += symbol(element)
  else if (name === 'footnoteReference' || name === 'endnoteReference') cite(element, name, line, reader)
  else if (name === 'txbxContent') for (const line of blockLines(element, reader)) written.boxes.push(line)
  else writeChildren(element, written, reader)
}

function isHidden(element: Element, name: string): boolean {
  if (name !== 'r') return false
  const properties = childAt(element, 'rPr')
  return properties !== undefined && isOn(childAt(properties, 'vanish'))
}

// A text element may hold line feeds of its own; Word shows them as spaces.
function textOf(element: Element): string {
  const text = element.children.map(child => (isText(child) ? child.data : '')).join('')
  return text.replace(/[\r\n]+/g, ' ')
}

function symbol(element: Element): string {
  const code = Number.parseInt(attribute(element, 'char') ?? '', 16)
  return code > 0x20 && code <= 0xffff ? String.fromCharCode(code) : ''
}

function cite(element: Element, name: string, line: ParagraphLines['lines'][number], reader: Reader): void {
  reader.cited.push(`${name.slice(0, -'Reference'.length)} ${attribute(element, 'id')}`)
  const mark = `[${reader.cited.length}]`
  line.marks.push({ kind: 'footnote-mark', from: line.text.length, to: line.text.length + mark.length })
  line.text += mark
}

function noteLines(note: Element | undefined, number: number, reader: Reader): ExtractLine[] {
  const lines = note ? blockLines(note, { ...reader, cited: [] }) : []
  return lines.map((line, index) => ({
    text: (index === 0 ? `[${number}] ` : '') + line.text.trim(),
    noise: 'footnote',
  }))
}
