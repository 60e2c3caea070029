import { paragraphText } from '../../src/structure/address.ts'
import { fold } from '../../src/text/fold.ts'
import type { Article, Metadata, Paragraph, Regulation, Stretch } from '../../src/types.ts'
import { dense, type Figure, type Scores } from './scores.ts'

/** Form of gold/structure.json. Texts are in the source's script, without white space. */
export type StructureGold = Record<string, DocumentGold>

interface DocumentGold {
  script: string
  numbering: string
  metadata: Metadata
  chapters: { number: number; heading: string }[]
  articles: ArticleGold[]
  noise: { text: string; article: number | null; why: string }[]
}

interface ArticleGold {
  number: number
  paragraphs: ParagraphGold[]
}

interface ParagraphGold {
  text: string
  items: { number: number; text: string }[]
}

/** One fact of the gold: whether it was found as it should be, else what stands there. */
interface Fact {
  name: string
  found: boolean
  miss: string
}

/**
 * Scores structure fact by fact: articles, chapters with heading, paragraphs and items with their text (both the clean
 * text and the source's characters between `start` and `end`), metadata, noise, and whether every character is accounted for.
 */
export function scoreStructure(
  regulations: Regulation[],
  sourceOf: (id: string) => string,
  gold: StructureGold,
): Scores {
  const facts = Object.entries(gold).flatMap(([id, wanted]) => {
    const regulation = regulations.find(regulation => regulation.id === id)
    return regulation ? factsOf(regulation, sourceOf(id), wanted) : []
  })
  const names = [...new Set(facts.map(fact => fact.name))]
  return {
    figures: names.map(name => figureOf(name, facts)),
    misses: facts.filter(fact => !fact.found).map(fact => `${fact.name}: ${fact.miss}`),
  }
}

function figureOf(name: string, facts: Fact[]): Figure {
  const named = facts.filter(fact => fact.name === name)
  return { stage: 'structure', name, value: named.filter(fact => fact.found).length, of: named.length }
}

function factsOf(regulation: Regulation, source: string, gold: DocumentGold): Fact[] {
  return [
    ...articleFacts(regulation, gold),
    ...chapterFacts(regulation, gold),
    ...gold.articles.flatMap(article => paragraphFacts(regulation, source, cleaned(article, gold.noise))),
    ...metadataFacts(regulation, gold),
    ...gold.noise.map(noise => noiseFact(regulation, source, noise)),
    accountingFact(regulation, source),
  ]
}

function articleFacts({ id, articles }: Regulation, gold: DocumentGold): Fact[] {
  const have = new Set(articles.map(article => article.number))
  const extra = articles.filter(
    ({ number }) => !gold.articles.some(wanted => String(wanted.number) === number),
  )
  return [
    ...gold.articles.map(({ number }) => ({
      name: 'articles',
      found: have.has(String(number)),
      miss: `${id}/${number} not found`,
    })),
    ...extra.map(({ address }) => ({ name: 'articles', found: false, miss: `${address} is none` })),
  ]
}

function chapterFacts({ id, divisions }: Regulation, gold: DocumentGold): Fact[] {
  return gold.chapters.map(({ number, heading }) => {
    const chapter = divisions.find(division => division.kind === 'chapter' && division.number === number)
    const wanted = fold(dense(heading))
    return {
      name: 'chapters',
      found: chapter?.heading === wanted,
      miss: `${id}/c${number} ${wanted}, found ${chapter?.heading}`,
    }
  })
}

// The gold keeps footnote marks and stray words in its texts and lists them as noise; a clean text is without them.
function cleaned(article: ArticleGold, noise: DocumentGold['noise']): ArticleGold {
  const stray = noise.filter(
    ({ article: number, text }) => number === article.number && !/\s/.test(text) && fold(text) === text,
  )
  const clean = (text: string) => stray.reduce((rest, { text: word }) => rest.replace(word, ''), text)
  const paragraphs = article.paragraphs.map(({ text, items }) => ({ text: clean(text), items }))
  return { ...article, paragraphs }
}

function paragraphFacts({ id, articles }: Regulation, source: string, gold: ArticleGold): Fact[] {
  const article = articles.find(article => article.number === String(gold.number))
  return gold.paragraphs.flatMap((wanted, index) => {
    const address = `${id}/${gold.number}/${index + 1}`
    const paragraph = article?.paragraphs[index]
    const alike = paragraph && article.paragraphs.length === gold.paragraphs.length
    return [
      {
        name: 'paragraphs',
        found: !!alike && isParagraph(paragraph, wanted, source),
        miss: `${address} ${describe(article, paragraph)}`,
      },
      ...wanted.items.map((item, at) => ({
        name: 'items',
        found: isItem(paragraph, at, item.text, source),
        miss: `${address}/${item.number} ${item.text.slice(0, 20)}`,
      })),
    ]
  })
}

function isParagraph(paragraph: Paragraph, wanted: ParagraphGold, source: string): boolean {
  const whole = dense(source.slice(paragraph.start, paragraph.end))
  return (
    paragraph.passage.text === fold(wanted.text) &&
    paragraph.items.length === wanted.items.length &&
    whole.startsWith(wanted.text.slice(0, 4)) &&
    whole.includes((wanted.items.at(-1)?.text ?? wanted.text).slice(-8))
  )
}

function isItem(paragraph: Paragraph | undefined, at: number, wanted: string, source: string): boolean {
  const item = paragraph?.items[at]
  if (!item) return false
  return (
    item.passage.text === fold(wanted) && dense(source.slice(item.start, item.end)).endsWith(wanted.slice(-8))
  )
}

function describe(article: Article | undefined, paragraph: Paragraph | undefined): string {
  if (!paragraph) return `not found; the article has ${article?.paragraphs.length ?? 'no'} paragraphs`
  return paragraphText(paragraph).slice(0, 40).replaceAll('\n', ' ')
}

function metadataFacts({ id, metadata }: Regulation, gold: DocumentGold): Fact[] {
  return Object.entries(gold.metadata).map(([field, wanted]) => {
    const found = metadata[field as keyof Metadata]
    return {
      name: 'metadata',
      found: STATED.has(field) ? isSame(found, wanted, fold) : isSame(found, wanted),
      miss: `${id} ${field} ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`,
    }
  })
}

// What the manifest states wins over the text, in the script of the manifest.
const STATED = new Set(['place', 'province'])

function isSame(found: unknown, wanted: unknown, settled = (text: string) => text): boolean {
  const form = (value: unknown) =>
    JSON.stringify(value ?? null, (_, part) => (typeof part === 'string' ? settled(dense(part)) : part))
  return form(found) === form(wanted)
}

/**
 * Noise of layout or conversion is settled when the accounting has some of its characters as no unit's text; noise of width and script when the door folds it away.
 */
function noiseFact(
  { id, accounting }: Regulation,
  source: string,
  noise: DocumentGold['noise'][number],
): Fact {
  const start = source.indexOf(noise.text)
  const end = start + noise.text.length
  const overlaps = (stretch: Stretch) =>
    stretch.class !== 'text' && stretch.start < end && stretch.end > start
  return {
    name: 'noise',
    found: start >= 0 && (accounting.some(overlaps) || fold(noise.text) !== noise.text),
    miss: `${id} ${JSON.stringify(noise.text)} (${noise.why})`,
  }
}

function accountingFact({ id, accounting }: Regulation, source: string): Fact {
  const tiles = accounting.every((stretch, index) => stretch.start === (accounting[index - 1]?.end ?? 0))
  const end = accounting.at(-1)?.end ?? 0
  return {
    name: 'documents with every character accounted for',
    found: tiles && end === source.length,
    miss: `${id} accounts for ${end} of ${source.length}${tiles ? '' : ', with gaps'}`,
  }
}
