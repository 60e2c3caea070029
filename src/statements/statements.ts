import { groupBy } from '../group.ts'
import type { Statement } from '../statement-types.ts'
import type { Range, Reference, Regulation } from '../types.ts'
import { kindOf } from './kind.ts'
import { type Parts, partsOf } from './parts.ts'
import { type Cutting, cuttingsOf, firstSentence, spanOfCutting } from './split.ts'

/**
 * What a regulation lays down, statement by statement, in the order of its text. Takes any regulation; a text without
 * articles has none, and annexes are left out.
 */
export function statementsOf(regulation: Pick<Regulation, 'id' | 'articles' | 'references'>): Statement[] {
  const references = groupBy(
    regulation.references.filter(({ kind }) => kind === 'internal'),
    ({ from }) => from,
  )
  return withCitedStatements(
    numbered(cuttingsOf(regulation)).map(({ cutting, id }) => {
      const { address, range, passage, leads } = cutting
      const text = passage.text.slice(range.from, range.to)
      return {
        id,
        address,
        regulation: regulation.id,
        range,
        span: spanOfCutting(cutting),
        text,
        lead: leads.join(''),
        ...readWith(text, leads),
        cites: citedIn(cutting, references.get(address) ?? []),
        citedStatements: [],
      }
    }),
  )
}

/** Where a statement stands, and how long it is. */
export interface StatementPlace {
  id: string
  address: string
  /** In the unit's clean text. */
  range: Range
  length: number
}

/** The places of a regulation's statements, in the order of the text, with nothing read in them. */
export function statementPlacesOf(regulation: Pick<Regulation, 'articles'>): StatementPlace[] {
  return numbered(cuttingsOf(regulation)).map(({ cutting: { address, range }, id }) => ({
    id,
    address,
    range,
    length: range.to - range.from,
  }))
}

/** Of a lead-in only the sentence counts that announces the items: behind it stand others, 拒不改正的，处五十元罚款. */
function readWith(text: string, leads: string[]): Pick<Statement, 'kind'> & Parts {
  const announced = leads.map(firstSentence)
  return { kind: kindOf(text, announced), ...partsOf(text, announced) }
}

/** Each cutting with its place among those of its unit: `zhongwei/45/3#2`. */
function numbered(cuttings: Cutting[]): { cutting: Cutting; id: string }[] {
  const counts = new Map<string, number>()
  return cuttings.map(cutting => {
    const count = (counts.get(cutting.address) ?? 0) + 1
    counts.set(cutting.address, count)
    return { cutting, id: `${cutting.address}#${count}` }
  })
}

function citedIn(cutting: Cutting, references: Reference[]): string[] {
  const { start, end } = spanOfCutting(cutting)
  const cited = references.filter(({ start: at }) => start <= at && at < end).flatMap(({ to }) => to)
  return [...new Set(cited)]
}

/** Each statement with the ids of those in the units that it cites; of a chapter cited none. */
function withCitedStatements(statements: Statement[]): Statement[] {
  const within = new Map<string, string[]>()
  for (const { address, id } of statements)
    for (const unit of unitsAround(address)) {
      const known = within.get(unit)
      if (known) known.push(id)
      else within.set(unit, [id])
    }
  return statements.map(statement => ({
    ...statement,
    citedStatements: [...new Set(statement.cites.flatMap(unit => within.get(unit) ?? []))],
  }))
}

/** The unit and those that hold it, up to its article. */
function unitsAround(address: string): string[] {
  const levels = address.split('/')
  return levels.slice(1).map((_, at) => levels.slice(0, at + 2).join('/'))
}
