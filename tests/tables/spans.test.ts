import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { annexCorpus } from '../support/annexes.ts'
import { fiveInOtherForms, otherCorpora, outputFor } from '../support/corpora.ts'
import { factsToldTwice } from '../support/facts.ts'
import { type Files, passagesAstray, textsWithSpans, unitsWithOtherHeads } from '../support/spans.ts'

/**
 * Exports equal their sources: laws over every table of the five regulations, of the same five as pdf, docx and web pages
 * (page numbers, footnote marks, traditional script), and of whatever corpora lie in the folder GUIJIAN_CORPORA names.
 */
const forms = fiveInOtherForms()
const annexes = annexCorpus()
afterAll(() => {
  for (const folder of [forms, annexes]) rmSync(folder, { recursive: true })
})

// Every column that holds a text with a span; a new one must be described, and then stands here.
const COLUMNS = [
  'articles.text',
  'differences.left_text',
  'differences.right_text',
  'ladders.clean_quote',
  'mentions.clean_quote',
  'mentions.quote',
  'penalties.quote',
  'problems.text',
  'provisions.clean_quote',
  'provisions.quote',
  'references.text',
  'statements.text',
  'units.text',
]

describe.each<[string, string]>([
  ['the five', 'corpus'],
  ['the five in other forms', forms],
  ['texts with annexes', annexes],
  ...otherCorpora().map((folder): [string, string] => [folder, folder]),
])('exports of %s', (_, folder) => {
  let files: Files
  beforeAll(async () => {
    const written = await outputFor(folder)
    files = new Map(written.map(({ path, content }) => [path, String(content)]))
  }, 1_200_000)

  it('every text with a span is its slice, up to the foldings that its column names', () => {
    const { texts, broken } = textsWithSpans(files)
    expect(broken.slice(0, 5)).toEqual([])
    expect(COLUMNS).toEqual(expect.arrayContaining(Object.keys(texts)))
    if (folder === 'corpus') expect(Object.keys(texts).sort()).toEqual(COLUMNS)
  })

  it('what stands in the span of a unit before its text is its number and heading', () => {
    expect(unitsWithOtherHeads(files).slice(0, 5)).toEqual([])
  })

  it('every character of a passage is that of its origin, and none between is left out unaccounted', () => {
    expect(passagesAstray(files).slice(0, 5)).toEqual([])
  })

  it('tables, JSON and the data of the page say the same', () => {
    for (const { name, one, other } of factsToldTwice(files))
      expect({ name, told: one }).toEqual({ name, told: other })
  })
})
