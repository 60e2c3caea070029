import { unitsFilled } from '../alignment/rows/units.ts'
import { groupBy } from '../group.ts'
import { type StatementPlace, statementPlacesOf } from '../statements/statements.ts'
import { articleAddressOf, documentOf, holds } from '../structure/address.ts'
import type { Family, FamilyMember, Regulation } from '../types.ts'
import { memberKey } from './unit-text.ts'

/** What a document has in a family, as it is compared with another one: its statements, article by article in the order of the text. */
export type Sides = (family: Family, document: string, other: string) => StatementPlace[]

/**
 * What the members of a family say, and in the row that holds most of an article that both documents have a row of, also what the
 * article says besides and the other document has in no row: that is lacking there. Rows that people named hold what people said.
 */
export function sidesOf(families: Family[], byArticle: StatementsByArticle): Sides {
  const familiesWith = new Map<string, Family[]>()
  const documentsOf = new Map<Family, Set<string>>()
  for (const family of families) {
    documentsOf.set(family, new Set(family.members.map(({ address }) => documentOf(address))))
    for (const member of family.members)
      for (const { id } of statementsOf(member, byArticle)) {
        const known = familiesWith.get(id)
        if (known) known.push(family)
        else familiesWith.set(id, [family])
      }
  }
  const sharedWith = (id: string, other: string) =>
    (familiesWith.get(id) ?? []).filter(family => documentsOf.get(family)!.has(other))
  return (family, document, other) => {
    const members = membersIn(family, document)
    return [...groupBy(members, ({ address }) => articleAddressOf(address))].flatMap(([article, own]) => {
      const statements = byArticle.get(article) ?? []
      const wanted = new Set(own.flatMap(member => statementsOf(member, byArticle)))
      const isMain = () => mainOf(statements, id => sharedWith(id, other)) === family
      if (family.label === 'model' && isMain())
        for (const statement of statements)
          if (sharedWith(statement.id, other).length === 0) wanted.add(statement)
      return statements.filter(statement => wanted.has(statement))
    })
  }
}

/** Statements of some documents, by the article they stand in. */
export type StatementsByArticle = Map<string, StatementPlace[]>

/** The units of these statements (`memberKey`), whole ones where all of a unit's are among them. */
export function keysOf(statements: StatementPlace[], byArticle: StatementsByArticle): string[] {
  return [...groupBy(statements, ({ address }) => articleAddressOf(address))].flatMap(([article, own]) =>
    unitsFilled(byArticle.get(article)!, new Set(own.map(({ id }) => id))).map(([address, ids]) =>
      memberKey({ address, statements: ids }),
    ),
  )
}

/** The statements of these documents, by article. */
export function statementsByArticle(regulations: Regulation[]): StatementsByArticle {
  return groupBy(regulations.flatMap(statementPlacesOf), ({ address }) => articleAddressOf(address))
}

function statementsOf(
  { address, statements }: FamilyMember,
  byArticle: Map<string, StatementPlace[]>,
): StatementPlace[] {
  const inside = byArticle.get(articleAddressOf(address))?.filter(each => holds(address, each.address)) ?? []
  return statements ? inside.filter(({ id }) => statements.includes(id)) : inside
}

/** The row that holds most of an article's text; of equal ones the first. */
function mainOf(statements: StatementPlace[], rowsWith: (id: string) => Family[]): Family | null {
  const lengths = new Map<Family, number>()
  for (const { id, length } of statements)
    for (const row of rowsWith(id)) lengths.set(row, (lengths.get(row) ?? 0) + length)
  let main: Family | null = null
  for (const [row, length] of lengths) if (!main || length > lengths.get(main)!) main = row
  return main
}

/** A document's members, without those inside another member that stands as a whole. */
export function membersIn(family: Family, id: string): FamilyMember[] {
  const members = family.members.filter(({ address }) => documentOf(address) === id)
  const isInside = (inner: FamilyMember) =>
    members.some(outer => outer !== inner && !outer.statements && holds(outer.address, inner.address))
  return members.filter(member => !isInside(member))
}
