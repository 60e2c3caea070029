import nodejieba from 'nodejieba'
import type { Corpus } from '../../src/compare/differences.ts'
import { likeness } from '../../src/diff/likeness.ts'
import type { Segment } from '../../src/diff/segments.ts'
import { contentOf } from '../../src/diff/tokens.ts'
import type { UnitText } from '../../src/diff/unit-text.ts'
import { groupBy } from '../../src/group.ts'
import { provisionsOf } from '../../src/provisions/extract.ts'
import type { Said } from '../../src/statement-types.ts'
import { statementsOf } from '../../src/statements/statements.ts'
import type { Cut, Family, Regulation } from '../../src/types.ts'
import { NOTHING } from './documents.ts'

export const cut: Cut = text => nodejieba.cut(text, false)

/** What a comparer needs of these documents; that they say each other's statements is judged by common characters alone. */
export function corpusOf(regulations: Regulation[], families: Family[] = []): Corpus {
  const statements = groupBy(regulations.flatMap(statementsOf), ({ regulation }) => regulation)
  const byId = new Map([...statements.values()].flat().map(statement => [statement.id, statement]))
  const said: Said = (id, document) => {
    const { lead, text } = byId.get(id)!
    return (statements.get(document) ?? [])
      .map(other => ({
        statement: other.id,
        probability: likeness(contentOf(lead + text), contentOf(other.lead + other.text)),
      }))
      .filter(({ probability }) => probability >= 0.1)
      .sort((x, y) => y.probability - x.probability)
  }
  return { regulations, families, provisions: regulations.flatMap(provisionsOf), said }
}

/** Writes a difference on one line, as tests/cases/compare.txt explains. */
export function notation(a: UnitText, b: UnitText, segments: Segment[]): string {
  const shown = segments.map(segment => {
    const before = a.text.slice(segment.a.from, segment.a.to)
    const after = b.text.slice(segment.b.from, segment.b.to)
    if (segment.kind !== 'change') return { move: segment.move, text: after }
    return { move: segment.move, text: (before && `[-${before}-]`) + (after && `[+${after}+]`) }
  })
  let line = ''
  shown.forEach(({ move, text }, index) => {
    const opens = move !== undefined && shown[index - 1]?.move !== move
    const closes = move !== undefined && shown[index + 1]?.move !== move
    line += (opens ? `{${move}:` : '') + text + (closes ? '}' : '')
  })
  return line
}

/** As much of a regulation as names are read from. */
export function placed(
  place: string,
  province: string,
  texts: string[],
): Pick<Regulation, 'place' | 'metadata' | 'articles'> {
  const metadata = { ...NOTHING, place, province }
  const passage = (text: string) => ({ text, runs: [[0, 0]] as [number, number][] })
  const paragraphs = texts.map((text, index) => ({
    address: `x/1/${index + 1}`,
    number: index + 1,
    start: 0,
    end: text.length,
    passage: passage(text),
    items: [],
  }))
  return {
    place,
    metadata,
    articles: [
      { address: 'x/1', number: '1', label: '第一条', division: null, start: 0, end: 0, paragraphs },
    ],
  }
}
