import type { Vector } from '../index/vector.ts'
import type { Statement } from '../statement-types.ts'
import { ANNOUNCES } from '../statements/clauses.ts'
import { articleAddressOf, holds } from '../structure/address.ts'
import type { Regulation } from '../types.ts'
import { type Deed, deedsOf } from './deeds.ts'
import { cosine } from './likeness.ts'
import { BROKEN_FROM, MOST_CITED } from './thresholds.ts'

/** Something that a document asks or forbids: what a sanction may be for. */
export interface Duty {
  statement: Statement
  deed: Deed
  /** Address of the division that holds its article, or null. */
  division: string | null
}

/** The duties and prohibitions among statements, act by act: 不随地吐痰、便溺，不乱扔垃圾 is two. */
export function dutiesIn(statements: Statement[], articles: Regulation['articles']): Duty[] {
  const divisions = new Map(articles.map(({ address, division }) => [address, division]))
  return statements
    .filter(({ kind }) => kind === 'prohibition' || kind === 'duty')
    .flatMap(statement =>
      deedsOf([wordsOf(statement)]).map(deed => ({
        statement,
        deed,
        division: divisions.get(articleAddressOf(statement.address)) ?? null,
      })),
    )
    .filter(({ deed }) => deed.text.length > 1)
}

function wordsOf({ act, text }: Statement): string {
  return (act || text).replace(/[；。]$/, '')
}

/** Rules of conduct in the units, or in the articles of a chapter: what everybody has to do, and what is forbidden. */
export function conductWithin(units: string[], duties: Duty[]): Duty[] {
  return duties.filter(
    ({ statement, division }) =>
      (statement.kind === 'prohibition' || statement.actor === null) &&
      !ANNOUNCES.test(statement.text) &&
      units.some(unit => unit === division || holds(unit, statement.address)),
  )
}

/** Duties in the cited units; none where they hold so many that nobody says which is meant. */
export function citedDuties(cited: string[], duties: Duty[]): Duty[] {
  const found = duties.filter(({ statement }) => cited.some(address => holds(address, statement.address)))
  return found.length <= MOST_CITED ? found : []
}

/** Addresses of the duties that an act breaks, of those cited or, where none is, of all: the likest, none where none is like it. */
export function brokenBy(
  act: Vector,
  cited: string[],
  duties: Duty[],
  vectors: Vector[],
): { addresses: string[]; isCited: boolean; best: number | null } {
  const inside =
    cited.length === 0
      ? [...duties.keys()]
      : duties.flatMap(({ statement }, at) =>
          cited.some(address => holds(address, statement.address)) ? [at] : [],
        )
  let best = -1
  let most = 0
  for (const at of inside) {
    const likeness = cosine(act, vectors[at]!)
    if (likeness > most) [best, most] = [at, likeness]
  }
  const isLike = best >= 0 && most >= BROKEN_FROM
  const address = isLike ? duties[best]!.statement.address : null
  if (cited.length === 0)
    return { addresses: address ? [address] : [], isCited: false, best: isLike ? best : null }
  // A citation of one item says it all; of an article the act says which of its items is meant.
  const exact = cited.filter(unit =>
    duties.every(({ statement }) => statement.address === unit || !holds(unit, statement.address)),
  )
  const broad = cited.filter(unit => !exact.includes(unit))
  if (broad.length === 0) return { addresses: cited, isCited: true, best: best >= 0 ? best : null }
  const narrowed = address && broad.some(unit => holds(unit, address)) ? [...exact, address] : cited
  return { addresses: [...new Set(narrowed)], isCited: true, best: isLike ? best : null }
}
