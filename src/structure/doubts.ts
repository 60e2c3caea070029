import { conversionFaults, unevenConversions } from '../text/conversion.ts'
import type { Flow } from '../text/lines.ts'
import { originalOf, originOf, spanOf } from '../text/passage.ts'
import type {
  Article,
  Division,
  Metadata,
  Noise,
  Problem,
  Range,
  Script,
  Severity,
  Source,
} from '../types.ts'
import { labelSpan } from './accounting.ts'
import { type Candidate, endsSentence, numberOf } from './labels/classify.ts'
import type { Matter } from './matter.ts'
import type { Outline } from './outline.ts'

export interface Doubtful {
  source: Source
  flow: Flow
  outline: Outline
  body: Range
  noise: Noise[]
  script: Script
  metadata: Metadata
  divisions: Division[]
  articles: Article[]
  front: Matter[]
  back: Matter[]
  /** Lines that may begin a paragraph though they were read as the rest of one. */
  unsure: Range[]
}

/** What a keeper of the corpus should look at, in order of place; each with the stretch of the source that it is about. */
export function doubtsOf(read: Doubtful): Problem[] {
  return [
    ...numberingDoubts(read),
    ...divisionDoubts(read),
    ...doubledDoubts(read),
    ...titleDoubts(read),
    ...leftoverDoubts(read),
    ...textDoubts(read),
    ...read.unsure.map(line => unsureDoubt(read.flow, line)),
    ...characterDoubts(read),
    ...manifestDoubts(read),
  ].sort((a, b) => a.span.start - b.span.start)
}

function doubt(
  rule: string,
  severity: Severity,
  message: string,
  { start, end }: { start: number; end: number },
): Problem {
  return { rule, severity, message, span: { start, end } }
}

function numberingDoubts({ source, articles }: Doubtful): Problem[] {
  const first = articles[0]
  if (!first)
    return [
      doubt('no-articles', 'error', 'no numbered articles found', { start: 0, end: source.text.length }),
    ]
  const found =
    mainNumber(first) > 1
      ? [
          doubt(
            'article-start',
            'error',
            `the first article is ${first.number}`,
            labelSpan(source.text, first),
          ),
        ]
      : []
  articles.forEach((article, index) => {
    const before = articles[index - 1]
    const missing = before ? mainNumber(article) - mainNumber(before) - 1 : 0
    if (missing > 0)
      found.push(
        doubt(
          'article-gap',
          'error',
          `article ${article.number} follows article ${before!.number}`,
          labelSpan(source.text, article),
        ),
      )
    if (article.paragraphs.length === 0)
      found.push(doubt('article-empty', 'warning', `article ${article.number} has no text`, article))
  })
  return found
}

function mainNumber({ number }: Article): number {
  return Number.parseInt(number, 10)
}

function divisionDoubts({ source, divisions }: Doubtful): Problem[] {
  const last = new Map<string, number>() // number of the last sibling
  const found: Problem[] = []
  const labelled = new Set(divisions.filter(each => each.label !== '').map(each => each.kind))
  for (const division of divisions) {
    const [, siblings, inserted] = /^(.*?)\d+(-\d+)?$/.exec(division.address)!
    const before = last.get(siblings!) ?? 0
    last.set(siblings!, division.number)
    if (division.number !== before + 1 && inserted === undefined)
      found.push(
        doubt(
          `${division.kind}-gap`,
          'error',
          `${division.kind} ${division.number} follows ${before}`,
          labelSpan(source.text, division),
        ),
      )
    if (division.label === '' && labelled.has(division.kind))
      found.push(
        doubt(
          'division-label-lost',
          'note',
          `the label of ${division.kind} ${division.number} is missing`,
          division,
        ),
      )
    if (division.heading === '')
      found.push(doubt('heading-empty', 'warning', `${division.label} has no heading`, division))
  }
  return found
}

/** Two labels with one number: both are kept, at the second it is said where the first stands and what they are read as. */
function doubledDoubts({ flow, outline }: Doubtful): Problem[] {
  const at = (from: number) => originOf(flow.passage, from)
  return [outline.divisions, outline.articles].flatMap((marks: Candidate[]) =>
    marks.flatMap((mark, index) => {
      const first = marks[index - 1]
      if (first === undefined || mark.twin !== first.from) return []
      const message = `${mark.label} stands twice, at ${at(first.from)} and ${at(mark.from)}: read as ${numberOf(first)} and ${numberOf(mark)}`
      return [doubt('number-twice', 'error', message, spanOf(flow.passage, mark))]
    }),
  )
}

function titleDoubts({ source, metadata, articles }: Doubtful): Problem[] {
  if (metadata.title || source.title || articles.length === 0) return []
  const span = { start: 0, end: Math.min(source.text.length, articles[0]!.start + articles[0]!.label.length) }
  return [doubt('title-unknown', 'note', `no title found: ${source.id} stands for it`, span)]
}

/** Labels that no sequence explains: inside the body a fault of numbering, outside it another document or an annex. */
function leftoverDoubts({ flow, outline, body }: Doubtful): Problem[] {
  const inside = outline.leftover.filter(each => each.from >= body.from && each.from < body.to)
  const outside = outline.leftover.filter(
    each => each.style === outline.style && (each.from < body.from || each.from >= body.to),
  )
  const found = inside.map(each =>
    doubt(
      'label-out-of-order',
      'warning',
      `${each.label} stands out of order; it was read as text`,
      spanOf(flow.passage, each),
    ),
  )
  if (outside.length < 2) return found
  const range = { from: outside[0]!.from, to: outside.at(-1)!.to }
  return [
    ...found,
    doubt(
      'second-document',
      'note',
      `${outside.length} more articles of another document in the file`,
      spanOf(flow.passage, range),
    ),
  ]
}

function textDoubts({ articles, noise, front, flow }: Doubtful): Problem[] {
  const found: Problem[] = []
  const last = articles.at(-1)?.paragraphs.at(-1)
  for (const article of articles)
    for (const paragraph of article.paragraphs) {
      const { text } = (paragraph.items.at(-1)?.subitems.at(-1) ?? paragraph.items.at(-1) ?? paragraph)
        .passage
      if (text === '' || endsSentence(text, text.length)) continue
      const [rule, severity] =
        paragraph === last ? (['text-cut-off', 'warning'] as const) : (['sentence-open', 'note'] as const)
      found.push(
        doubt(rule, severity, `ends inside a sentence: …${text.slice(-8)}`, {
          start: paragraph.end - 1,
          end: paragraph.end,
        }),
      )
    }
  for (const { kind, span } of noise)
    if (kind === 'stray-word')
      found.push(doubt('stray-word', 'warning', 'a stray word from conversion', span))
  const page = front.filter(each => each.kind === 'page')
  if (page.length > 0)
    found.push(
      doubt(
        'page-text',
        'note',
        'text of a web page before the regulation',
        spanOf(flow.passage, { from: page[0]!.from, to: page.at(-1)!.to }),
      ),
    )
  return found
}

function unsureDoubt({ passage }: Flow, { from }: Range): Problem {
  const message = 'a full line ends a sentence before this: a paragraph may begin here'
  return doubt('paragraph-unsure', 'note', message, spanOf(passage, { from, to: from + 1 }))
}

// Each character once, at its first place, with its number: a document in half-width commas has thousands.
const CHARACTERS: { rule: string; severity: Severity; pattern: RegExp; message: string }[] = [
  {
    rule: 'replacement-character',
    severity: 'error',
    pattern: /\ufffd/g,
    message: 'character lost in decoding',
  },
  {
    rule: 'private-use-character',
    severity: 'warning',
    pattern: /[\ue000-\uf8ff]/g,
    message: 'character of a private font',
  },
  {
    rule: 'half-width-punctuation',
    severity: 'note',
    pattern: /(?<=[\u4e00-\u9fff]\s?)[,;:()?!]/g,
    message: 'half-width punctuation after Chinese characters',
  },
  {
    rule: 'small-form-punctuation',
    severity: 'note',
    pattern: /[\ufe50-\ufe6b]/g,
    message: 'small-form punctuation',
  },
]

function characterDoubts({ source: { text }, flow, script }: Doubtful): Problem[] {
  const found = CHARACTERS.flatMap(({ rule, severity, pattern, message }) => {
    const places = new Map<string, { start: number; count: number }>()
    for (const { 0: character, index } of text.matchAll(pattern)) {
      const known = places.get(character)
      places.set(character, { start: known?.start ?? index, count: (known?.count ?? 0) + 1 })
    }
    return [...places].map(([character, { start, count }]) =>
      doubt(rule, severity, `${message}: ${character} (${count})`, { start, end: start + 1 }),
    )
  })
  return script === 'simplified' ? found : [...found, ...conversionDoubts(flow, text)]
}

function conversionDoubts(flow: Flow, source: string): Problem[] {
  const { passage } = flow
  const original = originalOf(passage, { from: 0, to: passage.text.length }, source)
  const faults = conversionFaults(original)
  const known = new Set(faults.map(fault => fault.from))
  const uneven = unevenConversions(original, passage.text).filter(
    each => !known.has(each.from) && !known.has(each.from - 1),
  )
  return [
    ...faults.map(each =>
      doubt('conversion-fault', 'note', `${each.found} should be ${each.right}`, spanOf(passage, each)),
    ),
    ...uneven.map(each =>
      doubt('uneven-conversion', 'note', `${each.found}, elsewhere ${each.right}`, spanOf(passage, each)),
    ),
  ]
}

/** What the manifest states wins; where the text differs, that is a doubt for the keeper. */
function manifestDoubts({ source, flow, metadata, front }: Doubtful): Problem[] {
  const block = front.find(each => each.kind === 'title')
  const plain = (text: string) => text.replace(/[\s《》（）()]/g, '')
  if (!block || !source.title || !metadata.title || plain(source.title) === plain(metadata.title)) return []
  const differs = plain(source.title) !== plain(block.text)
  const message = `the manifest's title is ${source.title}, the text's ${metadata.title}`
  return differs ? [doubt('manifest-title', 'warning', message, spanOf(flow.passage, block))] : []
}
