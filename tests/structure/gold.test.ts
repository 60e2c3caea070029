import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../src/structure/structure.ts'
import { fold } from '../../src/text/fold.ts'
import type { Article, Metadata, Paragraph, Regulation, Source } from '../../src/types.ts'

interface GoldItem {
  number: number
  text: string
}
interface GoldArticle {
  number: number
  chapter: number
  paragraphs: { text: string; items: GoldItem[] }[]
}
interface GoldNoise {
  text: string
  article: number | null
  why: string
}
interface Gold {
  script: string
  numbering: string
  metadata: Record<string, unknown>
  chapters: { number: number; heading: string; articles: [number, number] }[]
  articles: GoldArticle[]
  noise: GoldNoise[]
}

const root = new URL('../../', import.meta.url)
const gold: Record<string, Gold> = JSON.parse(
  readFileSync(new URL('quality/gold/structure.json', root), 'utf8'),
)
const bare = (text: string) => text.replace(/\s+/g, '')
const clean = (text: string) => fold(bare(text))

describe.each(Object.entries(gold))('%s as a careful reader reads it', (id, want) => {
  const text = readFileSync(new URL(`corpus/raw/${id}.txt`, root), 'utf8')
  const source: Source = { id, place: String(want.metadata.place), file: '', text }
  const regulation = structureOf(source)
  const chapters = regulation.divisions.filter(each => each.kind === 'chapter')

  it('script, numbering and metadata', () => {
    expect(regulation.script).toBe(want.script)
    expect(regulation.numbering).toBe(want.numbering)
    const read = regulation.metadata as Metadata & Record<string, unknown>
    expect(Object.fromEntries(Object.keys(want.metadata).map(key => [key, read[key]]))).toEqual(want.metadata)
  })

  it('chapters with their headings and articles', () => {
    const spans = chapters.map(chapter => {
      const own = regulation.articles
        .filter(each => each.division === chapter.address)
        .map(each => Number(each.number))
      return { number: chapter.number, heading: chapter.heading, articles: [own[0], own.at(-1)] }
    })
    expect(spans).toEqual(want.chapters.map(each => ({ ...each, heading: clean(each.heading) })))
  })

  it('articles, paragraphs and items: text of the passage and of the span', () => {
    expect(regulation.articles.map(each => articleAs(each))).toEqual(want.articles.map(each => goldAs(each)))
    for (const [index, article] of regulation.articles.entries())
      for (const [at, paragraph] of article.paragraphs.entries())
        expectSpans(text, paragraph, want.articles[index]!.paragraphs[at]!)
  })

  it('every noise of the list has a name', () => {
    expect(want.noise.filter(each => namesFor(regulation, text, each).length === 0)).toEqual([])
  })

  it('every character accounted for, once', () => {
    let end = 0
    for (const stretch of regulation.accounting) {
      expect(stretch.start).toBe(end)
      expect(stretch.end).toBeGreaterThan(end)
      end = stretch.end
    }
    expect(end).toBe(text.length)
  })
})

const noNoise = (text: string) => clean(text).replace(/and|\[\d+\]/g, '')

function goldAs(article: GoldArticle) {
  return {
    number: String(article.number),
    paragraphs: article.paragraphs.map(each => ({
      text: noNoise(each.text),
      items: each.items.map(item => ({ number: String(item.number), text: noNoise(item.text) })),
    })),
  }
}

function articleAs({ number, paragraphs }: Article) {
  return {
    number,
    paragraphs: paragraphs.map(each => ({
      text: each.passage.text,
      items: each.items.map(item => ({ number: item.number, text: item.passage.text })),
    })),
  }
}

function expectSpans(text: string, paragraph: Paragraph, want: GoldArticle['paragraphs'][number]) {
  const slice = bare(text.slice(paragraph.start, paragraph.end))
  expect(slice.startsWith(bare(want.text))).toBe(true)
  if (want.items.length === 0) expect(slice).toBe(bare(want.text))
  for (const [index, item] of paragraph.items.entries())
    expect(bare(text.slice(item.start, item.end)).endsWith(bare(want.items[index]!.text))).toBe(true)
}

/** Names of stretches and rules of problems that speak of the noise, wherever it stands. */
function namesFor(regulation: Regulation, text: string, noise: GoldNoise): string[] {
  const wanted = kindsFor(noise)
  const stretches = regulation.accounting.filter(each => wanted.includes(each.name))
  const problems = regulation.problems.filter(each => wanted.includes(each.rule))
  const spans = [...stretches.map(each => ({ ...each })), ...problems.map(each => each.span)]
  return placesOf(text, noise.text).some(place =>
    spans.some(span => span.start < place.end && span.end > place.start),
  )
    ? wanted
    : []
}

function placesOf(text: string, part: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  for (let start = text.indexOf(part); start >= 0; start = text.indexOf(part, start + 1))
    places.push({ start, end: start + part.length })
  return places
}

const KINDS: [RegExp, string[]][] = [
  [/hard wrap/, ['hard-wrap']],
  [/page break/, ['page-break']],
  [/letter-spaced/, ['letter-spacing']],
  [/space round a number/, ['number-space']],
  [/markdown bullet/, ['bullet']],
  [/half-width brackets and a space in the label/, ['label-space']],
  [/stray English/, ['stray-word']],
  [/footnote mark/, ['footnote-mark']],
  [/buttons? of the encyclopedia/, ['page']],
  [/references/, ['page']],
  [/half-width/, ['half-width-punctuation']],
  [/wrong conversion/, ['conversion-fault']],
  [/uneven conversion/, ['uneven-conversion']],
  [/small-form/, ['small-form-punctuation']],
  [/space before the title/, ['margin']],
  [/line break of the title|title broken/, ['space', 'notice-title']],
  [/signature block/, ['signature', 'signed-on']],
]

function kindsFor({ why }: GoldNoise): string[] {
  return KINDS.find(([pattern]) => pattern.test(why))?.[1] ?? []
}
