import { groupBy } from '../../src/group.ts'
import { answersTo, indexOf, questionsOf, reasonsFor } from '../../src/index/index.ts'
import type { Penalty } from '../../src/penalty-types.ts'
import type { Answer, Statement } from '../../src/statement-types.ts'
import { articleAddressOf, documentOf, holds, type Unit } from '../../src/structure/address.ts'
import { type Lookup, labelOf, lookupOf } from '../../src/tables/lookup.ts'
import { membershipOf } from '../../src/tables/membership.ts'
import type { Cell } from '../../src/tables/table.ts'
import { tablesOf } from '../../src/tables/tables.ts'
import type { Analysis, Cut, Family, Match, Provision, Source } from '../../src/types.ts'

/** All that is known of one address, in the order of the pipeline. */
export interface Story {
  unit: Unit
  /** As a drafter cites it: 第四十五条第三款. */
  label: string
  /** The source's lines that hold the unit, with their numbers counted from 1. */
  lines: { number: number; text: string }[]
  /** Of the unit and of what it holds. */
  statements: Statement[]
  /** For each of them which documents say it, with the nearest places and what decided. */
  said: StatementSaid[]
  provisions: Provision[]
  penalties: Penalty[]
  /** Matches of the article that holds the unit, the unit's document as `a`. */
  counterparts: Match[]
  families: Family[]
  cells: CellOfTable[]
  /** Address of the page, after the site's own. */
  page: string
}

/** What the other documents say of a statement. */
export interface StatementSaid {
  statement: string
  documents: (Answer & { document: string; reasons: { name: string; adds: number }[] })[]
}

/** A row of a table that speaks of the unit: its line in the CSV's records (the header is 1), and its filled cells. */
export interface CellOfTable {
  table: string
  record: number
  cells: Record<string, string | number>
}

/** Tells the story of a unit. Throws on an address that names none. */
export function storyOf(analysis: Analysis, sources: Source[], address: string, cut: Cut): Story {
  const lookup = lookupOf(analysis.regulations)
  const unit = lookup.get(address)
  if (!unit) throw new Error(`unknown address: ${address}`)
  const textOf = (id: string) => sources.find(source => source.id === id)!.text
  return {
    unit,
    label: labelOf(lookup, address),
    lines: linesBetween(textOf(documentOf(address)), unit.start, unit.end),
    statements: analysis.statements.filter(statement => holds(address, statement.address)),
    said: saidElsewhere(analysis, address, cut),
    provisions: analysis.provisions.filter(provision => holds(address, provision.address)),
    penalties: analysis.penalties.filter(penalty => holds(address, penalty.address)),
    counterparts: counterpartsOf(analysis.matches, articleAddressOf(address)),
    families: familiesOf(analysis.families, lookup, unit),
    cells: cellsOf(analysis, textOf, address),
    page: `#/doc/${address}`,
  }
}

// What counts most is shown of what decided an answer.
const REASONS_SHOWN = 4

function saidElsewhere({ regulations, statements }: Analysis, address: string, cut: Cut): StatementSaid[] {
  const byDocument = groupBy(statements, ({ regulation }) => regulation)
  const index = indexOf(
    regulations.map(regulation => ({ regulation, statements: byDocument.get(regulation.id) ?? [] })),
    { cut },
  )
  const questions = questionsOf(
    index,
    regulations.findIndex(({ id }) => id === documentOf(address)),
  )
  return questions.asked.flatMap(({ statement }, row) => {
    if (!holds(address, statement.address)) return []
    const documents = [...answersTo(questions, row)].map(([other, answer]) => ({
      document: index.documents[other]!.id,
      ...answer,
      reasons: reasonsFor(questions, row, other).slice(0, REASONS_SHOWN),
    }))
    return [{ statement: statement.id, documents: documents.sort((x, y) => y.probability - x.probability) }]
  })
}

/** Addresses most like one that names nothing: the same document's first, by edits and then by place. */
export function nearestTo(lookup: Lookup, address: string, count = 5): string[] {
  const ranked = [...lookup.keys()].map((candidate, place) => ({
    candidate,
    place,
    distance: distance(candidate, address),
  }))
  ranked.sort((a, b) => a.distance - b.distance || a.place - b.place)
  return ranked.slice(0, count).map(({ candidate }) => candidate)
}

/** Edits between two addresses, level by level: a wrong document weighs most, a wrong number by how far it is off. */
function distance(a: string, b: string): number {
  const left = a.split('/')
  const right = b.split('/')
  let total = 0
  for (let level = 0; level < Math.max(left.length, right.length); level++) {
    const [x, y] = [left[level] ?? '', right[level] ?? '']
    if (x !== y) total += (levelDistance(x, y) + 0.5) * 10 ** (4 - level * 2)
  }
  return total
}

function levelDistance(a: string, b: string): number {
  if (DIVISION.test(a) !== DIVISION.test(b)) return 9
  const apart = Math.abs(Number(a) - Number(b))
  if (a !== '' && b !== '' && Number.isFinite(apart)) return Math.min(apart / 10, 9)
  if (a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a))) return 1
  return Math.min(edits(a, b), 9)
}

// c8, c8s2, p1, a1: a division or an annex, never meant by who writes an article's number.
const DIVISION = /^[pcsa]\d/

/** Levenshtein distance. */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [index, character] of [...a].entries()) {
    const next = [index + 1]
    for (let at = 0; at < b.length; at++)
      next.push(Math.min(row[at + 1]! + 1, next[at]! + 1, row[at]! + (character === b[at] ? 0 : 1)))
    row = next
  }
  return row.at(-1)!
}

function linesBetween(source: string, start: number, end: number): Story['lines'] {
  const first = source.lastIndexOf('\n', start - 1) + 1
  const stop = source.indexOf('\n', Math.max(start, end - 1))
  const number = source.slice(0, first).split('\n').length
  return source
    .slice(first, stop < 0 ? source.length : stop)
    .split('\n')
    .map((text, index) => ({ number: number + index, text: text.replace(/\r$/, '') }))
    .filter(({ text }) => text.trim() !== '')
}

function counterpartsOf(matches: Match[], article: string): Match[] {
  return matches.flatMap(match => {
    if (match.a === article) return [match]
    return match.b === article ? [mirrored(match)] : []
  })
}

function mirrored(match: Match): Match {
  const { containment, runnerUp, parts } = match.evidence
  return {
    ...match,
    a: match.b,
    b: match.a,
    evidence: {
      ...match.evidence,
      containment: [containment[1], containment[0]],
      runnerUp: runnerUp && { ...runnerUp, a: runnerUp.b, b: runnerUp.a },
      parts: parts.map(part => ({ ...part, a: part.b, b: part.a })),
    },
  }
}

/** The families of the unit, or of any unit inside it. */
function familiesOf(families: Family[], lookup: Lookup, unit: Unit): Family[] {
  const membership = membershipOf(families)
  const inside = [...lookup.keys()].filter(address => holds(unit.address, address))
  return [...new Set(inside.flatMap(address => membership(address)))]
}

// Columns that name other units than the one their row is about.
const ASIDE = new Set(['parent', 'runner_up'])

function cellsOf(analysis: Analysis, textOf: (id: string) => string, address: string): CellOfTable[] {
  return tablesOf(analysis, textOf).flatMap(({ name, columns, rows }) => {
    const listing = columns.flatMap((column, at) => (ASIDE.has(column.name) ? [] : [at]))
    return rows.flatMap((row, index) => {
      if (!listing.some(at => mentions(row[at]!, address))) return []
      const filled = columns.flatMap((column, at) =>
        row[at] === null ? [] : [[column.name, row[at]!] as const],
      )
      return [{ table: name, record: index + 2, cells: Object.fromEntries(filled) }]
    })
  })
}

/** Whether a cell lists the unit, something inside it, or its article. */
function mentions(cell: Cell, address: string): boolean {
  if (typeof cell !== 'string') return false
  return cell.split(' ').some(part => holds(address, part) || part === articleAddressOf(address))
}
