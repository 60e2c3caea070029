import { groupBy } from '../group.ts'
import { documentOf } from '../structure/address.ts'
import type { Family, FamilyProvision, Measure } from '../types.ts'

/**
 * `value`: a number; `unnumbered`: regulated without one (定期, or the family's text without this measure); `absent`: not
 * regulated; `unknown`: not found in a text that is cut off.
 */
export type State = 'value' | 'unnumbered' | 'absent' | 'unknown'

export interface StateCell {
  state: State
  /** The document's provisions of this family and measure, in the order of the text. */
  provisions: FamilyProvision[]
  /** Where the document regulates the family; empty when absent. */
  addresses: string[]
}

/** One family and one measure across all documents. */
export interface StateRow {
  family: string
  measure: Measure
  /** Keyed by document id; every document has a cell. */
  cells: Record<string, StateCell>
}

/**
 * The three states of every family × measure that at least one document gives a number or a frequency for: in the order of
 * the families, measures as first met. Documents in the order given.
 */
export function statesOf(
  provisions: FamilyProvision[],
  families: Family[],
  documents: { id: string; complete: boolean }[],
): StateRow[] {
  const byFamily = groupBy(provisions, provision => provision.family ?? '')
  return families.flatMap(family => {
    const own = byFamily.get(family.id) ?? []
    const measures = [...new Set(own.map(provision => provision.measure))]
    return measures.map(measure => ({
      family: family.id,
      measure,
      cells: cellsOf(
        family,
        own.filter(provision => provision.measure === measure),
        documents,
      ),
    }))
  })
}

function cellsOf(
  family: Family,
  provisions: FamilyProvision[],
  documents: { id: string; complete: boolean }[],
): Record<string, StateCell> {
  const addresses = groupBy(
    family.members.map(member => member.address),
    documentOf,
  )
  const found = groupBy(provisions, provision => documentOf(provision.address))
  return Object.fromEntries(
    documents.map(({ id, complete }) => [id, cellOf(found.get(id) ?? [], addresses.get(id) ?? [], complete)]),
  )
}

function cellOf(provisions: FamilyProvision[], addresses: string[], complete: boolean): StateCell {
  if (provisions.some(provision => provision.value !== null)) return { state: 'value', provisions, addresses }
  const regulated = provisions.length > 0 || addresses.length > 0
  return { state: regulated ? 'unnumbered' : silentState(complete), provisions, addresses }
}

/** The state of a document in which nothing of it was found. */
export function silentState(complete: boolean): State {
  return complete ? 'absent' : 'unknown'
}
