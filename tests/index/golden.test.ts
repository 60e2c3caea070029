import { expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { answersTo, indexOf, questionsOf } from '../../src/index/index.ts'
import { statementsOf } from '../../src/statements/statements.ts'
import { seeds } from '../support/seeds.ts'

const WANTED = 60

// Drawn evenly over all statements and documents: one answer a line.
it('sixty answers of the five are as they were', async () => {
  const index = indexOf(
    seeds.map(regulation => ({ regulation, statements: statementsOf(regulation) })),
    { cut },
  )
  const asked = index.documents.flatMap(({ entries }, document) =>
    entries.map(({ index: row, statement }) => ({ document, row, statement })),
  )
  const questions = seeds.map((_, document) => questionsOf(index, document))
  const lines = Array.from({ length: WANTED }, (_, n) => {
    const { document, row, statement } = asked[Math.floor((n * asked.length) / WANTED)]!
    const other = (document + 1 + (n % (seeds.length - 1))) % seeds.length
    const answer = answersTo(questions[document]!, row, [other]).get(other)!
    const { said, sure, probability, places } = answer
    return [
      `${statement.id} → ${index.documents[other]!.id}`,
      `${said}${sure ? '' : '?'} ${probability.toFixed(2)}`,
      places.map(({ statement }) => statement).join(' '),
      statement.text.slice(0, 40),
    ].join(' │ ')
  })
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('../golden/answers-five.txt')
})
