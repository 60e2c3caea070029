import { groupBy } from '../group.ts'
import type { Statement } from '../statement-types.ts'
import { documentOf } from '../structure/address.ts'
import type { Family, FamilyMember, FamilyProvision, Provision } from '../types.ts'

/**
 * The families of a unit, or of one of its statements by id: those of the deepest of the unit itself, its item, its paragraph and
 * its article that has any.
 */
export type Membership = (address: string, statement?: string) => Family[]

/** A family's members by document id, in their order. */
export function membersByDocument(family: Family): Map<string, FamilyMember[]> {
  const byDocument = new Map<string, FamilyMember[]>()
  for (const member of family.members) {
    const id = documentOf(member.address)
    const known = byDocument.get(id)
    if (known) known.push(member)
    else byDocument.set(id, [member])
  }
  return byDocument
}

/** Indexes the families by their members' addresses. */
export function membershipOf(families: Family[]): Membership {
  const byAddress = groupBy(
    families.flatMap(family => family.members.map(member => ({ family, member }))),
    ({ member }) => member.address,
  )
  return (address, statement) => {
    for (let unit = address; unit.includes('/'); unit = unit.slice(0, unit.lastIndexOf('/'))) {
      const standing = (byAddress.get(unit) ?? []).filter(
        ({ member }) => !statement || !member.statements || member.statements.includes(statement),
      )
      if (standing.length > 0) return standing.map(({ family }) => family)
    }
    return []
  }
}

/** The statement that each provision stands in, by its id; null of one in an annex. */
export function statementsWith(statements: Statement[]): (provision: Provision) => string | null {
  const byAddress = groupBy(statements, ({ address }) => address)
  return ({ address, range }) =>
    byAddress.get(address)?.findLast(statement => statement.range.from <= range.from)?.id ?? null
}

/**
 * Each provision with its statement and its family. A unit may belong to several families: a provision then goes where most documents
 * measure the same thing, so that one row lines up what can be compared; then to the largest, then by id.
 */
export function withFamilies(
  provisions: Provision[],
  families: Family[],
  statements: Statement[],
): FamilyProvision[] {
  const statementOf = statementsWith(statements)
  const membership = membershipOf(families)
  const familiesOf = (provision: Provision) =>
    membership(provision.address, statementOf(provision) ?? undefined)
  const documents = documentsMeasuring(provisions, familiesOf)
  return provisions.map(provision => {
    const ranked = familiesOf(provision).toSorted(
      (a, b) =>
        countOf(documents, b, provision) - countOf(documents, a, provision) ||
        b.members.length - a.members.length ||
        (a.id < b.id ? -1 : 1),
    )
    return { ...provision, family: ranked[0]?.id ?? null, statement: statementOf(provision) }
  })
}

/** For each family and measure the documents that have such a provision in one of their members. */
function documentsMeasuring(
  provisions: Provision[],
  familiesOf: (provision: Provision) => Family[],
): Map<string, Set<string>> {
  const documents = new Map<string, Set<string>>()
  for (const provision of provisions)
    for (const family of familiesOf(provision)) {
      const key = keyOf(family, provision)
      documents.set(key, (documents.get(key) ?? new Set()).add(documentOf(provision.address)))
    }
  return documents
}

function countOf(documents: Map<string, Set<string>>, family: Family, provision: Provision): number {
  return documents.get(keyOf(family, provision))?.size ?? 0
}

function keyOf(family: Family, provision: Provision): string {
  return `${family.id} ${provision.measure}`
}
