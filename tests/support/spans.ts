import { bare } from '../../src/tables/formats/csv.ts'
import { fold, isLayout } from '../../src/text/fold.ts'
import type { Passage, Regulation, Span, Stretch } from '../../src/types.ts'
import { parseRfc4180 } from './rfc4180.ts'

/**
 * The law of texts with a span: each is the slice of its source that its span names, up to those foldings that the
 * description of its column names, and no others. What may be left out is what the document's own accounting calls noise.
 * It is read off an output alone (tables, data package, `guijian.json`, sources), as a stranger would.
 */

/** The files of an output by their paths. */
export type Files = ReadonlyMap<string, string>

export interface Broken {
  /** `differences.left_text 17`: table, column, row from 1. */
  place: string
  text: string
  source: string
}

export interface Held {
  /** By `table.column`, how many texts there are. */
  texts: Record<string, number>
  broken: Broken[]
}

export type Row = Record<string, string>

/** The rows of a table as it is written, the apostrophes of `harmless` taken off. */
export function rowsOf(files: Files, name: string): Row[] {
  const [header, ...records] = parseRfc4180(files.get(`${name}.csv`)!.slice(1))
  return records.map(record => Object.fromEntries(record.map((cell, at) => [header![at]!, bare(cell)])))
}

/** Every text of every table that has a span, held against its source. */
export function textsWithSpans(files: Files): Held {
  const documents = documentsOf(files)
  const held: Held = { texts: {}, broken: [] }
  for (const { name, column, foldings, side } of columnsWithSpans(files))
    for (const [index, row] of rowsOf(files, name).entries()) {
      const document = documents.get(documentIn(row, side))
      const spans = spansIn(row, side)
      const text = row[column]!
      if (!document || (text === '' && spans.length === 0)) continue
      held.texts[`${name}.${column}`] = (held.texts[`${name}.${column}`] ?? 0) + 1
      const source = spans.map(span => folded(document, span, foldings)).join('\n')
      if (text !== source) held.broken.push({ place: `${name}.${column} ${index + 1}`, text, source })
    }
  return held
}

interface Column {
  name: string
  column: string
  foldings: Foldings
  /** `left_`, `right_` or nothing: what stands before `start` and `end`. */
  side: string
}

/** What is done to a slice of the source. */
interface Foldings {
  /** White space and noise are left out. */
  dense: boolean
  /** Traditional script becomes simplified, and widths are made one. */
  folded: boolean
  /** Each paragraph, item and subitem begins a line. */
  lines: boolean
  /** The article's own number and caption are left out. */
  unlabelled: boolean
  /** At most so many characters, and no more. */
  most: number
}

/** The columns with a span, by what their descriptions name. A table with positions and no such column is a fault. */
function columnsWithSpans(files: Files): Column[] {
  const { resources } = JSON.parse(files.get('datapackage.json')!) as {
    resources: { path: string; schema: { fields: { name: string; description: string }[] } }[]
  }
  return resources.flatMap(({ path, schema: { fields } }) => {
    const name = path.replace('.csv', '')
    const starts = fields.flatMap(field => /^(|.*_)start$/.exec(field.name)?.[1] ?? [])
    const columns = fields.flatMap(({ name: column, description }) => {
      const foldings = foldingsOf(description)
      const side = starts.find(start => column.startsWith(start))
      return foldings && side !== undefined ? [{ name, column, foldings, side }] : []
    })
    for (const start of starts)
      if (!columns.some(({ side }) => side === start)) throw new Error(`no text for ${name}.${start}start`)
    return columns
  })
}

function foldingsOf(description: string): Foldings | null {
  const dense = description.includes('去空白与杂质')
  if (!dense && !description.includes('源文本在此处的原样文字')) return null
  return {
    dense,
    folded: description.includes('转简体，归一宽度'),
    lines: description.includes('款、项、目各起一行'),
    unlabelled: description.includes('不含条的序号与题注'),
    most: description.includes('至多二百字') ? 200 : Infinity,
  }
}

function documentIn(row: Row, side: string): string {
  return row.regulation ?? (row[side.replace('_', '')] ?? row.address)!.split('/')[0]!
}

function spansIn(row: Row, side: string): Span[] {
  const several = row[`${side}spans`]
  if (several) return several.split(' ').map(pair => spanFrom(pair.split('-')))
  const [start, end] = [row[`${side}start`]!, row[`${side}end`]!]
  return start === '' && end === '' ? [] : [spanFrom([start, end])]
}

function spanFrom([start, end]: string[]): Span {
  return { start: Number(start), end: Number(end) }
}

interface Document {
  source: string
  /** For each character its stretch in the accounting. */
  stretches: Stretch[]
  /** For each character what it is folded to; '' for white space and noise. */
  clean: string[]
}

function documentsOf(files: Files): Map<string, Document> {
  const { regulations } = JSON.parse(files.get('guijian.json')!) as { regulations: Regulation[] }
  return new Map(
    regulations.map(({ id, accounting }) => [id, documentFrom(files.get(`sources/${id}.txt`)!, accounting)]),
  )
}

/** Script and width are settled in the text without white space and noise, so that 裏 and 面 parted by a page number are one word. */
function documentFrom(source: string, accounting: Stretch[]): Document {
  const stretches = accounting.flatMap(stretch => Array<Stretch>(stretch.end - stretch.start).fill(stretch))
  const kept = Array.from(source.split('').keys()).filter(
    at => !isLayout(source[at]!) && stretches[at]!.class !== 'noise',
  )
  const dense = fold(kept.map(at => source[at]).join(''))
  const clean = Array<string>(source.length).fill('')
  for (const [index, at] of kept.entries()) clean[at] = dense[index]!
  return { source, stretches, clean }
}

function folded({ source, stretches, clean }: Document, { start, end }: Span, foldings: Foldings): string {
  if (!foldings.dense) return source.slice(start, Math.min(end, start + foldings.most))
  let text = ''
  let unit = ''
  for (let at = start; at < end; at++) {
    const stretch = stretches[at]!
    if (clean[at] === '' || (foldings.unlabelled && isHead(stretch))) continue
    if (foldings.lines && text !== '' && stretch.name !== unit) text += '\n'
    text += foldings.folded ? clean[at] : source[at]
    unit = stretch.name
  }
  return text
}

/** Whether it is the number or caption of an article or annex, or the number of a chapter; numbers of items stay. */
function isHead({ class: kind, name }: Stretch): boolean {
  const [, ...levels] = name.split('/')
  // An article of an annex is one level down: id/a1/art5.
  if (levels[0]?.startsWith('a') && levels.length > 1) levels.shift()
  const division = /^[pcs]\d/.test(levels[0] ?? '')
  const isParagraph = levels.length === 1 && /^\d/.test(levels[0]!) && name.split('/')[1]!.startsWith('a')
  return levels.length === 1 && !isParagraph && (kind === 'label' || (kind === 'heading' && !division))
}

/** What stands before a unit's text in its span is its number and heading, and nothing else: each unit that says otherwise. */
export function unitsWithOtherHeads(files: Files): string[] {
  const documents = documentsOf(files)
  const dense: Foldings = { dense: true, folded: true, lines: false, unlabelled: false, most: Infinity }
  return rowsOf(files, 'units').flatMap(({ address, kind, label, heading, text, start, end }) => {
    const whole = folded(documents.get(address!.split('/')[0]!)!, spanFrom([start!, end!]), dense)
    const words = text!.replaceAll('\n', '')
    const head = ['item', 'subitem', 'paragraph', 'row', 'cell'].includes(kind!) ? '' : label!
    const told = ['', '【】', '（）', '〔〕', '[]'].map(([open = '', close = '']) =>
      heading === words ? head + words : head + (heading && open + heading + close) + words,
    )
    // Chapters and articles of an annex have heads of their own inside it.
    if (kind === 'annex') return whole.startsWith(label! + heading!) ? [] : [`${address}: ${whole}`]
    return told.includes(whole) && words.startsWith(head === '' ? label! : '') ? [] : [`${address}: ${whole}`]
  })
}

/** Every passage of `guijian.json` of which a character is not that of its origin, or of which one was left out unaccounted. */
export function passagesAstray(files: Files): string[] {
  const documents = documentsOf(files)
  const { regulations } = JSON.parse(files.get('guijian.json')!) as { regulations: Regulation[] }
  return regulations.flatMap(({ id, articles, annexes }) => {
    const { clean } = documents.get(id)!
    const units = [...articles, ...annexes, ...annexes.flatMap(annex => annex.articles)]
      .flatMap(article => article.paragraphs)
      .flatMap(paragraph => [paragraph, ...paragraph.items.flatMap(item => [item, ...item.subitems])])
    return units
      .filter(({ passage, start, end }) => {
        const origins = originsOf(passage)
        const [first = start, last = first - 1] = [origins[0], origins.at(-1)]
        const between = clean.slice(first, last + 1).join('')
        const own = origins.map(at => clean[at]).join('')
        return !(passage.text === own && passage.text === between && start <= first && last < end)
      })
      .map(({ address }) => address)
  })
}

function originsOf({ text, runs }: Passage): number[] {
  return runs.flatMap(([at, offset], index) => {
    const end = runs[index + 1]?.[0] ?? text.length
    return Array.from({ length: end - at }, (_, step) => offset + step)
  })
}
