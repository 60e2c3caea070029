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
  const sure = surenessBetween(a, b, said)
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
  for (const x of a)
    for (const y of b) {
      const value = sure(x, y)
      if (value < ANSWERING) continue
      const isBest = b.every(other => sure(x, other) <= value) || a.every(other => sure(other, y) <= value)
      if (isBest) join(x, y)
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

/** How surely two statements say each other: the mean of both ways, or the surer of them alone where that is sure. */
function surenessBetween(a: StatementPlace[], b: StatementPlace[], said: Said) {
  const known = (from: StatementPlace[], to: StatementPlace[]) => {
    const document = to[0] && documentOf(to[0].id)
    const places = from.flatMap(({ id }) =>
      document === undefined
        ? []
        : said(id, document).map(at => [`${id} ${at.statement}`, at.probability] as const),
    )
    return new Map(places)
  }
  const [ofA, ofB] = [known(a, b), known(b, a)]
  return (x: StatementPlace, y: StatementPlace) => {
    const ways = [ofA.get(`${x.id} ${y.id}`) ?? 0, ofB.get(`${y.id} ${x.id}`) ?? 0]
    const surer = Math.max(...ways)
    return surer >= SAID ? surer : (ways[0]! + ways[1]!) / 2
  }
}
