import type { Said } from '../statement-types.ts'
import type { StatementPlace } from '../statements/statements.ts'
import { documentOf } from '../structure/address.ts'
import { ANSWERING, SAID } from './thresholds.ts'

/** Statements of two documents that answer each other; one of the two lists may be empty. */
export interface Group {
  a: StatementPlace[]
  b: StatementPlace[]
  /** False of what is left over. */
  answering: boolean
}

/**
 * Which statements answer which, and last what is left of both. Each goes with the one that says it most surely, so that a sentence
 * stands with all that it is cut into on the other side. The same from either side.
 */
export function groupsOf(a: StatementPlace[], b: StatementPlace[], said: Said): Group[] {
  const values = a.map(x => b.map(y => surenessOf(waysBetween(said, x.id, y.id))))
  const group = new Map<StatementPlace, Group>()
  const join = (x: StatementPlace, y: StatementPlace) => {
    const [one, other] = [group.get(x), group.get(y)]
    if (one && one === other) return
    const joined: Group = {
      answering: true,
      a: [...(one?.a ?? [x]), ...(other?.a ?? [])],
      b: [...(one?.b ?? []), ...(other?.b ?? [y])],
    }
    for (const each of [...joined.a, ...joined.b]) group.set(each, joined)
  }
  const bestOfB = b.map((_, column) => Math.max(...values.map(row => row[column]!)))
  for (const [row, x] of a.entries()) {
    const bestOfA = Math.max(...values[row]!)
    for (const [column, y] of b.entries()) {
      const value = values[row]![column]!
      if (value >= ANSWERING && (value === bestOfA || value === bestOfB[column])) join(x, y)
    }
  }
  const groups = [...new Set(a.flatMap(each => group.get(each) ?? []))]
  const inOrder = (statements: StatementPlace[], all: StatementPlace[]) =>
    all.filter(each => statements.includes(each))
  const rest: Group = {
    answering: false,
    a: a.filter(each => !group.has(each)),
    b: b.filter(each => !group.has(each)),
  }
  return [
    ...groups.map((each): Group => ({ answering: true, a: inOrder(each.a, a), b: inOrder(each.b, b) })),
    ...(rest.a.length + rest.b.length > 0 ? [rest] : []),
  ]
}

/** How surely the first statement (ids) is said by the second, and the second by the first; each 0 to 1. */
export function waysBetween(said: Said, one: string, other: string): [number, number] {
  const surely = (from: string, to: string) =>
    said(from, documentOf(to)).find(({ statement }) => statement === to)?.probability ?? 0
  return [surely(one, other), surely(other, one)]
}

/** How surely two statements answer each other: the mean of both ways, or the surer of them alone where that is sure. */
function surenessOf([one, other]: [number, number]): number {
  const surer = Math.max(one, other)
  return surer >= SAID ? surer : (one + other) / 2
}
