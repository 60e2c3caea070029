import type { Vector } from '../index/vector.ts'
import type { Statement } from '../statement-types.ts'
import { ANNOUNCES } from '../statements/clauses.ts'
import { articleAddressOf, holds } from '../structure/address.ts'
import type { Regulation } from '../types.ts'
import { bare, type Deed, deedsOf } from './deeds.ts'
import { cosine } from './likeness.ts'
import { BROKEN_FROM, IN_ITS_OWN_WORDS, MOST_CITED } from './thresholds.ts'

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
        deed: { ...withOccasion(deed, statement), inRule: ASKS.has(statement.modality) },
        statement,
        division: divisions.get(articleAddressOf(statement.address)) ?? null,
      })),
    )
    .filter(({ deed }) => deed.text.length > 1)
}

const ASKS = new Set<string | null>(['应', '必须'])

function wordsOf({ act, text }: Statement): string {
  return (act || text).replace(/[；。]$/, '')
}

/** 需要临时占用绿地的，应当经批准: without its condition a duty to ask says nothing of what must not be done. */
function withOccasion(deed: Deed, { kind, condition }: Statement): Deed {
  if (kind !== 'duty' || condition === null) return deed
  return { ...deed, setting: [bare(condition), deed.setting].filter(Boolean).join('，') }
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

/**
 * Duties of the cited units, of each the one that its first sentence lays down; none where there are so many that nobody says which
 * is meant.
 */
export function citedDuties(cited: string[], duties: Duty[]): Duty[] {
  const inside = duties.filter(
    ({ statement }) =>
      !ANNOUNCES.test(statement.text) && cited.some(address => holds(address, statement.address)),
  )
  const first = new Map<string, Statement>()
  for (const { statement } of inside)
    if (!first.has(statement.address)) first.set(statement.address, statement)
  const found = inside.filter(({ statement }) => first.get(statement.address) === statement)
  return found.length <= MOST_CITED ? found : []
}

/** What an act breaks. */
export interface Broken {
  addresses: string[]
  /** Place of the likest duty; null where none is like the act. */
  best: number | null
}

/**
 * The duties that an act at an address breaks: those cited, of an article cited the item that is like the act; where none is cited the
 * likest of all, none where none is like it.
 */
export function brokenBy(
  act: { vector: Vector; address: string; cited: string[] },
  duties: Duty[],
  vectors: Vector[],
): Broken {
  const { cited } = act
  const isAsked = ({ statement: { address } }: Duty) =>
    cited.length === 0 ? address !== act.address : cited.some(unit => holds(unit, address))
  let best: number | null = null
  let most = BROKEN_FROM
  for (const [at, duty] of duties.entries()) {
    const likeness = isAsked(duty) ? cosine(act.vector, vectors[at]!) : 0
    if (likeness > most) [best, most] = [at, likeness]
  }
  if (best === null) return { addresses: cited, best }
  const { address } = duties[best]!.statement
  if (cited.length === 0 || most >= IN_ITS_OWN_WORDS) return { addresses: [address], best }
  // A citation of one item says it all; of an article the act says which of its items is meant.
  const broad = cited.filter(unit => unit !== address && holds(unit, address))
  const kept = cited.filter(unit => !broad.includes(unit))
  return { addresses: [...new Set(broad.length > 0 ? [...kept, address] : cited)], best }
}
