import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, lexiconOf } from '../../scripts/io/cut.ts'
import { cutterOf } from '../../src/text/words.ts'
import { seeds } from '../support/seeds.ts'

const texts = seeds.map(regulation =>
  regulation.articles.flatMap(article => article.paragraphs.map(({ passage }) => passage.text)).join('\n'),
)

describe('the cutter over a lexicon', () => {
  it('cuts the five texts as jieba does, given the words that jieba used', () => {
    const cutter = cutterOf(lexiconOf(texts))
    for (const text of texts) expect(cutter(text)).toEqual(cut(text))
  })

  it('cuts a text left out nearly as jieba does', () => {
    for (const [at, text] of texts.entries()) {
      const cutter = cutterOf(lexiconOf(texts.filter((_, other) => other !== at)))
      const [ours, jiebas] = [borders(cutter(text)), borders(cut(text))]
      expect([...jiebas].filter(border => ours.has(border)).length / jiebas.size).toBeGreaterThan(0.94)
    }
  })

  it('gives every text back, whatever it is', () => {
    const cutter = cutterOf(lexiconOf(texts.slice(0, 1)))
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => cutter(text).join('') === text),
      { seed: 20261122 },
    )
  })

  it('keeps a character that stands in no word by itself, both halves of it together', () => {
    expect(cutterOf({ total: 10, words: { 会议: 5 } })('𠮷会议鑫')).toEqual(['𠮷', '会议', '鑫'])
  })

  it('takes time in proportion to the length', () => {
    const cutter = cutterOf(lexiconOf(texts.slice(0, 1)))
    expect(cutter('市'.repeat(200_000)).length).toBe(200_000)
  })
})

function borders(words: string[]): Set<number> {
  let at = 0
  return new Set(words.map(word => (at += word.length)))
}
