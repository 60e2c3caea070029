import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { structureOf } from '../../src/structure/structure.ts'
import type { Source } from '../../src/types.ts'
import {
  doubledIn,
  type Layout,
  laidOut,
  layouts,
  plainOf,
  reread,
  unitsIn,
  withAnnexes,
} from '../support/variants.ts'

/** Invariant 5: layout does not matter. The same document printed otherwise gives the same units. */

const ids = ['zhongwei', 'shizuishan', 'pingliang', 'shuozhou', 'qinzhou']
const documents = ids.map(id => {
  const text = readFileSync(new URL(`../../corpus/raw/${id}.txt`, import.meta.url), 'utf8')
  const source: Source = { id, place: id, file: '', text }
  const regulation = structureOf(source)
  return { id, source, regulation, units: unitsIn(regulation), plain: plainOf(regulation) }
})

// VARIANTS=10000 asks for more; layouts that leave no evidence do not count.
const runs = Number(process.env.VARIANTS ?? 600)

// Three annexes; three rows of two cells; a paragraph with two items; two chapters, three articles of a paragraph each.
const UNITS_OF_ANNEXES = 3 + 3 * 3 + 3 + 2 + 6

describe('the same units whatever the layout', () => {
  it(`of ${runs} random layouts`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), layouts, (document, layout) => {
        const text = laidOut(document.plain, layout)
        fc.pre(text !== null)
        expect(unitsIn(reread(document.source, text!))).toEqual(document.units)
      }),
      { seed: 20261122, numRuns: runs },
    )
  }, 3_600_000)

  const flat: Layout = {
    cells: 0,
    kinsoku: false,
    blanks: 'none',
    indent: 'none',
    page: 0,
    furniture: 'dashes',
    contents: false,
    traditional: false,
    widths: 'as-is',
    lineEnd: '\n',
  }
  const single: [string, Partial<Layout>][] = [
    ['one line a paragraph', {}],
    ['Windows line ends', { lineEnd: '\r\n' }],
    ['traditional script', { traditional: true }],
    ['full-width digits', { widths: 'full-digits' }],
    ['half-width punctuation', { widths: 'half-punctuation' }],
    ['half-width marks, full stops too', { widths: 'half-marks' }],
    ['half-width marks, wrapped', { widths: 'half-marks', cells: 56, indent: 'kept' }],
    ['a table of contents', { contents: true }],
    [
      'wrapped at 28 characters, a blank line after each, indents lost',
      { cells: 56, kinsoku: true, blanks: 'lines', indent: 'stripped' },
    ],
    ['wrapped with indents', { cells: 44, indent: 'kept' }],
    ['wrapped, blank lines between paragraphs', { cells: 60, blanks: 'blocks' }],
    ['pages with numbers inside sentences', { cells: 56, indent: 'kept', page: 20, furniture: 'bare' }],
    ['pages with a running head', { cells: 56, indent: 'kept', page: 20, furniture: 'head' }],
  ]
  it.each(single)('%s', (_, change) => {
    for (const { source, plain, units } of documents) {
      const text = laidOut(plain, { ...flat, ...change })
      if (text !== null) expect(unitsIn(reread(source, text))).toEqual(units)
    }
  })

  it('annexes after it, in any layout', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), layouts, (document, layout) => {
        const text = laidOut(withAnnexes(document.plain), layout)
        fc.pre(text !== null)
        const flatText = laidOut(withAnnexes(document.plain), flat)!
        const [units, expected] = [text!, flatText].map(each => unitsIn(reread(document.source, each)))
        expect(units).toEqual(expected)
        expect(units!.slice(0, document.units.length)).toEqual(document.units)
        expect(units!.length).toBe(document.units.length + UNITS_OF_ANNEXES)
      }),
      { seed: 20261122, numRuns: runs / 4 },
    )
  }, 3_600_000)

  it('an article number typed twice, in any layout', () => {
    fc.assert(
      fc.property(fc.constantFrom(...documents), layouts, fc.nat(80), (document, layout, index) => {
        const doubled = doubledIn(document.plain, document.regulation, index)
        const text = doubled && laidOut(doubled, layout)
        fc.pre(text !== null)
        const read = reread(document.source, text!)
        const [first, second] = document.regulation.articles.slice(index, index + 2)
        const printed = document.units.map(unit =>
          unit.startsWith(`${second!.address} `)
            ? unit.replace(` ${second!.label} `, ` ${first!.label} `)
            : unit,
        )
        expect(unitsIn(read)).toEqual(printed)
        expect(read.problems.map(each => each.rule)).toContain('number-twice')
      }),
      { seed: 20261122, numRuns: runs / 4 },
    )
  }, 3_600_000)

  it.each(documents)('$id as it came, with other line ends', ({ source, units }) => {
    expect(unitsIn(reread(source, source.text.replace(/\n/g, '\r\n')))).toEqual(units)
  })
})
