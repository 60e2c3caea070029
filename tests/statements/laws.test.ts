import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statementsOf } from '../../src/statements/statements.ts'
import { unitsOf } from '../../src/structure/address.ts'
import { structureOf } from '../../src/structure/structure.ts'
import { originalOf } from '../../src/text/passage.ts'
import type { Regulation, Source } from '../../src/types.ts'
import { sentencesOn } from '../support/statements-cases.ts'
import { laidOut, layouts, plainOf, reread } from '../support/variants.ts'

/** What holds of the statements of every text. */

const ids = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']
const documents = ids.map(id => {
  const text = readFileSync(new URL(`../../corpus/raw/${id}.txt`, import.meta.url), 'utf8')
  const source: Source = { id, place: id, file: '', text }
  const regulation = structureOf(source)
  return { source, regulation, plain: plainOf(regulation), told: toldIn(regulation) }
})

/** All that is told but where it stands in the source. */
function toldIn(regulation: Regulation): string[] {
  return statementsOf(regulation).map(({ span: _, ...statement }) => JSON.stringify(statement))
}

const letters = (text: string) => text.replace(/\P{L}/gu, '')

/** Statements are disjoint, in order, inside their unit, and hold all of its letters. */
function holdsTogether(regulation: Regulation, source: string): void {
  const statements = statementsOf(regulation)
  const passages = new Map(
    unitsOf(regulation).flatMap(({ address, passage }) => (passage ? [[address, passage]] : [])),
  )
  for (const [address, passage] of passages) {
    const within = statements.filter(statement => statement.address === address)
    if (!/^[^/]+\/\d/.test(address)) continue
    let last = 0
    for (const { range, text, span } of within) {
      expect(range.from).toBeGreaterThanOrEqual(last)
      expect(range.to).toBeGreaterThan(range.from)
      expect(text).toBe(passage.text.slice(range.from, range.to))
      expect(span.end).toBeGreaterThan(span.start)
      expect(letters(originalOf(passage, range, source)).length).toBe(letters(text).length)
      last = range.to
    }
    expect(last).toBeLessThanOrEqual(passage.text.length)
    expect(within.map(({ text }) => letters(text)).join('')).toBe(letters(passage.text))
  }
  expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length)
  for (const { address, act } of statements) {
    expect(passages.has(address)).toBe(true)
    expect(act).not.toBe('')
  }
}

describe('statements of a unit are disjoint, in order, and hold all of its letters', () => {
  it.each(documents)('$source.id', ({ regulation, source }) => {
    holdsTogether(regulation, source.text)
    expect(statementsOf(regulation).length).toBeGreaterThan(regulation.articles.length)
  })

  it('of any text, made of marks and words that mean something', () => {
    const page = readFileSync(new URL('../cases/statements.txt', import.meta.url), 'utf8')
    const words = sentencesOn(page).map(({ text }) => text.replace(' ‖ ', '\n（一）'))
    const pieces = fc.constantFrom(
      ...words,
      ...'第二条 |（一）|。|；|，|：|”|“|（|）|\n|1.|应当|由|的|！|？|甲|…|《|》| '.split('|'),
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
        const text = `甲办法\n第一条 ${parts.join('')}`
        holdsTogether(structureOf({ id: 'x', place: '', file: '', text }), text)
      }),
      { seed: 20261130, numRuns: 300 },
    )
  })
})

it('the same statements whatever the layout and script', () => {
  fc.assert(
    fc.property(fc.constantFrom(...documents), layouts, ({ source, plain, told }, layout) => {
      const text = laidOut(plain, layout)
      fc.pre(text !== null)
      expect(toldIn(reread(source, text!))).toEqual(told)
    }),
    { seed: 20261130, numRuns: 60 },
  )
}, 600_000)
