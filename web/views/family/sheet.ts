import { KINDS } from '../../../src/compare/kinds.ts'
import { isSure } from '../../../src/compare/probability.ts'
import type { Difference, Family, Match } from '../../../src/types.ts'
import type { Row } from '../../charts/rows.ts'
import type { Against, Column } from '../../parts/columns.ts'
import { membersOf, type Site } from '../../parts/data.ts'
import type { Fading } from '../../parts/fading.ts'
import type { Route } from '../../parts/router.ts'
import type { Wording } from '../../parts/wordings.ts'
import type { Absent } from './absent.ts'

/** One family as it is looked at: everything that the parts of this page share. */
export interface Sheet {
  data: Site
  family: Family
  present: string[]
  base: string
  against: Against
  columns: Column[]
  evidence: Map<string, Match[] | null>
  route: Route
  changes: Change[]
  fading: Fading | null
  wordings: Wording[]
  /** The topics to go through from here, as the table was narrowed down. */
  order: Family[]
  /** What the columns give as numbers. */
  numbers: Row[]
  /** What the documents without a counterpart say elsewhere. */
  absent: Absent
}

// Of places that say the same so many are named, the rest counted.
export const NAMED = 3

/** A typed difference of a column from the base; `key` numbers it through all columns. */
export interface Change {
  key: number
  column: Column
  difference: Difference
}

/** Which wordings a document uses: two documents with the same signature say the same. */
export function signature(family: Family, id: string): string {
  return membersOf(family, id)
    .map(member => member.wording)
    .join('+')
}

/** All differences, column by column. */
export function listChanges(columns: Column[]): Change[] {
  let key = 0
  const order = ({ kind }: Difference) => KINDS.indexOf(kind)
  return columns.flatMap(column =>
    column.differences
      .toSorted((a, b) => order(a) - order(b))
      .map(difference => ({ key: ++key, column, difference })),
  )
}

/** Those of the kind that the address asks for; uncertain ones only where it asks for them, or for one of them. */
export function wantedChanges(sheet: Sheet): Change[] {
  const { kind, unsure } = sheet.route.query
  const active = activeChange(sheet)
  return sheet.changes.filter(
    change =>
      (!kind || change.difference.kind === kind) &&
      (unsure === '1' || isSure(change.difference) || change === active),
  )
}

export function activeChange({ changes, route }: Sheet): Change | undefined {
  return changes.find(change => String(change.key) === route.query.d)
}

export function baseColumn({ columns, base }: Sheet): Column {
  return columns.find(column => column.summary.id === base)!
}
