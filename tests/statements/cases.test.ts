import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentLines, sentencesOn, statementLines } from '../support/statements-cases.ts'

const page = (name: string) => readFileSync(new URL(`../cases/${name}.txt`, import.meta.url), 'utf8')

describe('what a sentence lays down', () => {
  const sentences = sentencesOn(page('statements'))
  it.each(sentences.map(each => [each.title, each] as const))('%s: $text', (_, { text, lines }) => {
    expect(statementLines(text)).toEqual(lines)
  })

  it('is shown for every kind by four sentences at least, one of them a look-alike', () => {
    for (const title of new Set(sentences.map(sentence => sentence.title)))
      expect(sentences.filter(sentence => sentence.title === title).length, title).toBeGreaterThan(3)
  })
})

describe('whole texts', () => {
  const cases = page('statements-documents').split('\n=== ').slice(1)
  it.each(cases.map(each => [each.split('\n')[0]!, each] as const))('%s', (title, each) => {
    const [text, lines] = each.slice(title.length + 1).split('\n==>\n')
    expect(documentLines(text!)).toEqual(lines!.trimEnd().split('\n'))
  })
})
