import type { Codebook, Relation } from '../types.ts'

/** Decisions of people, in the addresses of units. */
export interface Decisions {
  /** Relations of articles of two documents that people compared, by `pairKey`. */
  relations: Map<string, Relation | 'disputed'>
  /** The pairs of documents that people compared, by `pairKey`. */
  pairs: Set<string>
  /** Topics with their exemplars as addresses. */
  topics: { id: string; zh: string; en: string; members: string[] }[]
  /** Documents that have exemplars. */
  covered: Set<string>
}

/** A key for two addresses or ids, the same whichever comes first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Reads the codebook; what names a document that is not at hand is kept, it does no harm. */
export function decisionsOf(codebook: Codebook | undefined): Decisions {
  const topics = (codebook?.topics ?? []).map(({ members, ...topic }) => ({
    ...topic,
    members: Object.entries(members).flatMap(([id, units]) =>
      units.map(unit => `${id}/${unit.replace('.', '/')}`),
    ),
  }))
  const covered = new Set((codebook?.topics ?? []).flatMap(({ members }) => Object.keys(members)))
  const relations: Decisions['relations'] = new Map()
  const pairs = new Set<string>()
  for (const [key, edges] of Object.entries(codebook?.pairs ?? {})) {
    const ids = idsOf(key, covered).map(id => codebook?.ids?.[id] ?? id)
    pairs.add(pairKey(ids[0]!, ids[1]!))
    for (const [left, right, relation] of edges)
      relations.set(pairKey(`${ids[0]}/${left}`, `${ids[1]}/${right}`), relationOf(relation))
  }
  return { relations, pairs, topics, covered }
}

/** The two ids of a key `idA-idB`; where an id holds a hyphen itself, the cut that gives two known documents. */
function idsOf(key: string, known: Set<string>): [string, string] {
  const cuts = [...key].flatMap((c, at) => (c === '-' ? [[key.slice(0, at), key.slice(at + 1)]] : [])) as [
    string,
    string,
  ][]
  return cuts.find(([a, b]) => known.has(a) && known.has(b)) ?? cuts[0] ?? [key, '']
}

// Where annotators accept either label an edge is there for certain and its kind is not: the weaker claim is shown.
function relationOf(written: string): Relation | 'disputed' {
  if (written === 'equivalent') return 'equivalent'
  return written === 'disputed' ? 'disputed' : 'partial'
}

/** Whether people compared the two documents article by article. */
export function isCurated(decisions: Decisions, a: string, b: string): boolean {
  return decisions.pairs.has(pairKey(a, b))
}

/** A decided relation as probabilities; where people disagree it is an even chance. */
export function relationBetween(relation: string | undefined): { edge: number; equivalent: number } {
  if (relation === 'disputed') return { edge: 0.5, equivalent: 0 }
  return { edge: relation ? 1 : 0, equivalent: relation === 'equivalent' ? 1 : 0 }
}
