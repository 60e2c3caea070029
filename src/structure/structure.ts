import { fold, scriptOf } from '../text/fold.ts'
import { type Flow, flowOf, linesOf } from '../text/lines.ts'
import { spanOf } from '../text/passage.ts'
import type { Division, Metadata, Regulation, Source } from '../types.ts'
import { accountingOf } from './accounting.ts'
import { articlesOf } from './articles.ts'
import { bodyEnd } from './back.ts'
import { furnitureOf } from './furniture.ts'
import { type Outline, outlineOf } from './outline.ts'

/** Reads a document's structure. Never throws on any text; what does not fit becomes a problem with a span. */
export function structureOf(source: Source): Regulation {
  const folded = fold(source.text)
  const printed = linesOf(source.text)
  const noise = furnitureOf(folded, printed, source.noise ?? [])
  const flow = flowOf(folded, printed, noise)
  const outline = outlineOf(flow)
  const divisions = divisionsOf(source.id, flow, outline)
  const end = bodyEnd(flow, outline)
  const { articles, problems } = articlesOf(
    source.id,
    flow,
    outline,
    end,
    divisionAt(flow, outline, divisions),
  )
  const metadata = emptyMetadata(source)
  return {
    id: source.id,
    place: source.place,
    title: metadata.title ?? source.title ?? source.id,
    script: scriptOf(source.text),
    numbering: numberingOf(outline),
    metadata,
    divisions,
    articles,
    references: [],
    accounting: accountingOf(source.text, flow, noise, divisions, articles),
    problems: [...(source.problems ?? []), ...problems],
  }
}

function emptyMetadata(source: Source): Metadata {
  return {
    title: source.title ?? null,
    place: source.place,
    province: source.province ?? null,
    issuing_authority: null,
    document_number: null,
    adopted_on: null,
    adopted_by: null,
    signed_on: null,
    printed_on: null,
    effective: null,
    replaces: null,
    main_recipients: null,
    copied_to: null,
    disclosure: null,
    enactments: [],
  }
}

const NUMBERINGS = {
  article: '第X条',
  comma: '一、',
  brackets: '（一）',
  digits: '1.',
  'digit-brackets': '（1）',
  circle: '①',
  bare: '1',
  part: '第X编',
  chapter: '第X章',
  section: '第X节',
}

function numberingOf({ style, articles }: Outline): string {
  if (!style) return ''
  if (style === 'article' && /\d/.test(articles[0]!.label)) return '第1条'
  return NUMBERINGS[style]
}

function divisionsOf(id: string, flow: Flow, { divisions }: Outline): Division[] {
  const found: Division[] = []
  const chapterRestarts = divisions.filter(each => each.kind === 'chapter' && each.number === 1).length > 1
  let part: string | null = null
  let chapter: string | null = null
  for (const mark of divisions) {
    const parent: string | null =
      mark.kind === 'part' ? null : mark.kind === 'chapter' ? part : (chapter ?? part)
    const prefix =
      mark.kind === 'section' && parent
        ? parent
        : mark.kind === 'chapter' && part && chapterRestarts
          ? part
          : `${id}/`
    const address = `${prefix}${mark.kind[0]}${mark.number}`
    if (mark.kind === 'part') [part, chapter] = [address, null]
    if (mark.kind === 'chapter') chapter = address
    const heading = flow.passage.text.slice(mark.to, mark.headingTo)
    const span = spanOf(flow.passage, { from: mark.from, to: mark.headingTo })
    found.push({ address, kind: mark.kind, parent, number: mark.number, label: mark.label, heading, ...span })
  }
  return found
}

function divisionAt(flow: Flow, outline: Outline, divisions: Division[]): (at: number) => string | null {
  return at => {
    let last: string | null = null
    for (const [index, mark] of outline.divisions.entries()) {
      if (mark.from > at) break
      last = divisions[index]!.address
    }
    return last
  }
}
