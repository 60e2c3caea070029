import { expect, it } from 'vitest'
import { judgedClauses, unreadSentences } from '../support/judged-texts.ts'
import { linesOf } from '../support/provisions-cases.ts'
import { answersInWords } from '../support/words.ts'

// All that is read in real sentences of other genres, with subject, actor and what was inferred. Some of it is wrong: a
// changed line is to be read, not to be trusted.
it('provisions of sentences that people judged', async () => {
  const texts = new Set([...unreadSentences(), ...judgedClauses().flat()])
  const blocks = [...texts]
    .map(text => ({ text, lines: linesOf(text) }))
    .filter(({ lines }) => lines.length > 0)
    .map(({ text, lines }) => [text, ...lines.map(line => `  ${line}`), ''].join('\n'))
  expect(blocks.length).toBeGreaterThan(100)
  await expect(blocks.join('\n')).toMatchFileSnapshot('../golden/provisions-sentences.txt')
})

it('provisions of one sentence in all words', async () => {
  const answer = (sentence: string) => linesOf(sentence).join('  ') || 'nothing'
  await expect(answersInWords('provisions-words.txt', answer)).toMatchFileSnapshot(
    '../golden/provisions-words.txt',
  )
})
