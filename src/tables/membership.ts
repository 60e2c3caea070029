import { articleAddressOf, documentOf, paragraphAddressOf } from '../structure/address.ts'
import type { Family, FamilyMember, FamilyProvision, Provision } from '../types.ts'

/** The families a unit belongs to by itself, by its paragraph, or by its article: the deepest of these that has any. */
export type Membership = (address: string) => Family[]

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
  const byAddress = new Map<string, Family[]>()
  for (const family of families)
    for (const { address } of family.members) {
      const known = byAddress.get(address)
      if (known) known.push(family)
      else byAddress.set(address, [family])
    }
  return address =>
    byAddress.get(address) ??
    byAddress.get(paragraphAddressOf(address)) ??
    byAddress.get(articleAddressOf(address)) ??
    []
}

/**
 * Each provision with its family. A unit may belong to several families: a provision then goes where most documents
 * measure the same thing, so that one row lines up what can be compared; then to the largest, then by id.
 */
export function withFamilies(provisions: Provision[], families: Family[]): FamilyProvision[] {
  const membership = membershipOf(families)
  const documents = documentsMeasuring(provisions, membership)
  return provisions.map(provision => {
    const ranked = membership(provision.address).toSorted(
      (a, b) =>
        countOf(documents, b, provision) - countOf(documents, a, provision) ||
        b.members.length - a.members.length ||
        (a.id < b.id ? -1 : 1),
    )
    return { ...provision, family: ranked[0]?.id ?? null }
  })
}

/** For each family and measure the documents that have such a provision in one of their members. */
function documentsMeasuring(provisions: Provision[], membership: Membership): Map<string, Set<string>> {
  const documents = new Map<string, Set<string>>()
  for (const provision of provisions)
    for (const family of membership(provision.address)) {
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
