import { describe, expect, it } from 'vitest'
import { cut } from '../../scripts/io/cut.ts'
import { ownText } from '../../src/index/claims.ts'
import type { DocumentStatements } from '../../src/index/entries.ts'
import { answersTo, type Index, indexOf, ownWords, questionsOf } from '../../src/index/index.ts'
import type { Answer } from '../../src/statement-types.ts'
import { statementsOf } from '../../src/statements/statements.ts'
import { renamed, seeds } from '../support/seeds.ts'

const five = seeds.map(read)
const index = indexOf(five, { cut })

function read(regulation: (typeof seeds)[number]): DocumentStatements {
  return { regulation, statements: statementsOf(regulation) }
}

/** Every answer that one document's statements get in another, by statement. */
function answersOf(of: Index, from: string, to: string): Map<string, Answer> {
  const number = (id: string) => of.documents.findIndex(document => document.id === id)
  const questions = questionsOf(of, number(from), [number(to)])
  return new Map(
    questions.asked.map(({ statement }, row) => [statement.id, answersTo(questions, row).get(number(to))!]),
  )
}

const pairs = five.flatMap(({ regulation: a }) =>
  five.filter(({ regulation: b }) => b !== a).map(({ regulation: b }): [string, string] => [a.id, b.id]),
)
const written = (answers: Map<string, Answer>) => JSON.stringify([...answers])

describe('answers', () => {
  it('are the same in whatever order the documents stand, byte for byte', () => {
    const turned = indexOf([...five.slice(2).reverse(), ...five.slice(0, 2)], { cut })
    for (const [from, to] of pairs)
      expect(written(answersOf(turned, from, to)), `${from} ${to}`).toBe(written(answersOf(index, from, to)))
  })

  it('are the same whatever was asked before', () => {
    const asked = indexOf(five, { cut })
    const first = written(answersOf(asked, 'zhongwei', 'pingliang'))
    ownWords(asked, ownText('鼋鼍夔魍每半年巡游一次。'))
    answersOf(asked, 'pingliang', 'zhongwei')
    expect(written(answersOf(asked, 'zhongwei', 'pingliang'))).toBe(first)
  })

  it.each(seeds.map(({ id }) => id))('of a copy of %s are yes and sure, nearly all at the same place', id => {
    const copy = renamed(seeds.find(regulation => regulation.id === id)!, 'copy')
    const withCopy = indexOf([...five, read(copy)], { cut })
    const answers = [...answersOf(withCopy, id, 'copy')]
    expect(answers.filter(([, { said, sure }]) => said !== 'yes' || !sure)).toEqual([])
    const elsewhere = answers.filter(
      ([statement, { places }]) => places[0]!.statement !== statement.replace(id, 'copy'),
    )
    // Two sentences of one paragraph that differ in a body and a number, 前15日 and 前10日, change places in shuozhou.
    expect(elsewhere.length).toBeLessThanOrEqual(2)
  })

  it('are yes and sure where the same words stand under the same kind', () => {
    const bare = (text: string) => text.replace(/[^\p{L}\p{N}]+$/u, '')
    let twins = 0
    for (const [from, to] of pairs) {
      const answers = answersOf(index, from, to)
      const statements = (id: string) => five.find(({ regulation }) => regulation.id === id)!.statements
      for (const { id, text, kind } of statements(from)) {
        if (!statements(to).some(other => bare(other.text) === bare(text) && other.kind === kind)) continue
        twins++
        expect(answers.get(id), `${id} ${text}`).toMatchObject({ said: 'yes', sure: true })
      }
    }
    expect(twins).toBeGreaterThan(300)
  })

  it('change little when a document is added', () => {
    const four = indexOf(five.slice(0, 4), { cut })
    let [changed, all] = [0, 0]
    for (const [from, to] of pairs.filter(pair => !pair.includes(five[4]!.regulation.id))) {
      const after = answersOf(index, from, to)
      for (const [statement, { said }] of answersOf(four, from, to)) {
        all++
        if (after.get(statement)!.said !== said) changed++
      }
    }
    expect(all).toBeGreaterThan(2000)
    expect(changed / all).toBeLessThan(0.02)
  })
})

describe('any text', () => {
  const LONG = '市人民政府全体会议每半年召开一次，由市长召集和主持'
  it.each([
    ['nothing', '', 0],
    ['marks alone', '。，；', 0],
    ['a sentence', '全体会议每半年召开一次。', 1],
    ['one character', '会', 1],
    ['no Chinese', 'The plenary meets twice a year.', 1],
    ['a half of a surrogate pair', '\ud840会议', 1],
    ['a sentence without end', LONG.repeat(4000), 1],
    ['many sentences', `${LONG}。`.repeat(400), 400],
    ['marks of a pattern', '(.*)[a-z]+{1,9}\\$^|会议', 1],
  ])('gets answers: %s', (_, text, sentences) => {
    const questions = ownWords(index, ownText(text))
    expect(questions.asked.length).toBe(sentences)
    for (const row of questions.asked.keys()) {
      const answers = [...answersTo(questions, row).values()]
      expect(answers.length).toBe(five.length)
      for (const { probability, said } of answers) {
        expect(probability).toBeGreaterThanOrEqual(0)
        expect(probability).toBeLessThanOrEqual(1)
        expect(said === 'no').toBe(probability < 0.5)
      }
    }
  })

  it('is asked of documents without statements too', () => {
    const empty = { regulation: { ...five[0]!.regulation, id: 'empty' }, statements: [] }
    const of = indexOf([empty, five[1]!], { cut })
    const questions = ownWords(of, ownText('全体会议每半年召开一次。'))
    const [nothing, found] = answersTo(questions, 0).values()
    expect(nothing).toEqual({ said: 'no', sure: true, probability: 0, places: [] })
    expect(found!.said).not.toBe('no')
    expect(questionsOf(of, 0).asked).toEqual([])
  })

  it('is asked of an index without documents too', () => {
    expect([...answersTo(ownWords(indexOf([], { cut }), '会议。'), 0)]).toEqual([])
  })
})
