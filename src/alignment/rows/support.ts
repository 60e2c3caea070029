import { groupBy } from '../../group.ts'
import type { Links } from '../links/links.ts'
import { GUESTS_OF_HOST } from '../thresholds.ts'

/** For each statement how surely others say it, the same from either side. */
type Near = Map<number, number>[]

/**
 * Rows of which every document is in it for the row's matter: the others say one of its statements so surely, as a mean, as
 * `least`. The document that they say least goes first, with all it has there, until the rest agree. `loose` are those that went.
 */
export function settled(
  rows: number[][],
  near: Near,
  { documents }: Pick<Links, 'documents'>,
  least: number,
): { rows: number[][]; loose: number[] } {
  const loose: number[] = []
  const kept = rows.flatMap(row => {
    const own = groupBy(row, at => documents[at]!)
    const surest = surestBetween(row, near, documents)
    const inside = new Set([...own.keys()].sort((x, y) => x - y))
    for (let weakest = weakestOf(inside, surest); weakest; weakest = weakestOf(inside, surest)) {
      if (weakest.support >= least) break
      inside.delete(weakest.document)
    }
    const stays = inside.size > 1
    loose.push(...row.filter(at => !stays || !inside.has(documents[at]!)))
    return stays ? [row.filter(at => inside.has(documents[at]!))] : []
  })
  return { rows: kept, loose }
}

/** Between each two documents of a row the surest link of their statements. */
function surestBetween(row: number[], near: Near, documents: Int32Array): Map<number, Map<number, number>> {
  const inRow = new Set(row)
  const surest = new Map<number, Map<number, number>>()
  for (const at of row) {
    if (!surest.has(documents[at]!)) surest.set(documents[at]!, new Map())
    const own = surest.get(documents[at]!)!
    for (const [other, sureness] of near[at]!)
      if (inRow.has(other)) own.set(documents[other]!, Math.max(sureness, own.get(documents[other]!) ?? 0))
  }
  return surest
}

/** The document that the others say least; of equal ones none goes before another, whatever their order. Null of fewer than two. */
function weakestOf(
  inside: Set<number>,
  surest: Map<number, Map<number, number>>,
): { document: number; support: number } | null {
  if (inside.size < 2) return null
  let weakest = { document: -1, support: Number.POSITIVE_INFINITY }
  for (const document of inside) {
    const links = [...inside]
      .filter(other => other !== document)
      .map(other => surest.get(document)!.get(other) ?? 0)
    const support = mean(links)
    if (support < weakest.support) weakest = { document, support }
  }
  return weakest
}

/** The sum of the same numbers in another order may differ in its last bit. */
function mean(numbers: number[], of = numbers.length): number {
  return [...numbers].sort((x, y) => x - y).reduce((total, each) => total + each, 0) / of
}

/** For each statement named how surely the other documents of each row say it, as a mean; rows that do not at all are left out. */
export function supportIn(
  rows: number[][],
  near: Near,
  { documents }: Pick<Links, 'documents'>,
): (at: number) => Map<number, number> {
  const rowsWith = new Map<number, number[]>()
  for (const [row, members] of rows.entries())
    for (const at of members) rowsWith.set(at, [...(rowsWith.get(at) ?? []), row])
  const documentsOf = rows.map(members => new Set(members.map(at => documents[at]!)))
  return at => {
    const surest = new Map<number, Map<number, number>>()
    for (const [other, sureness] of near[at]!)
      for (const row of rowsWith.get(other) ?? []) {
        if (!surest.has(row)) surest.set(row, new Map())
        const ofRow = surest.get(row)!
        ofRow.set(documents[other]!, Math.max(sureness, ofRow.get(documents[other]!) ?? 0))
      }
    return new Map(
      [...surest].map(([row, ofRow]) => {
        const others = documentsOf[row]!.size - (documentsOf[row]!.has(documents[at]!) ? 1 : 0)
        return [row, mean([...ofRow.values()], others)] as const
      }),
    )
  }
}

/** Of each statement the row it joins: the one whose documents say it most surely, and more so than `least`. */
export function joinedRows(
  statements: number[],
  rows: number[][],
  near: Near,
  links: Pick<Links, 'documents'>,
  least: number,
): Map<number, number> {
  const support = supportIn(rows, near, links)
  return new Map(
    statements.flatMap(at => {
      let [found, highest] = [-1, least]
      for (const [row, value] of support(at))
        if (value > highest || (value === highest && row < found)) [found, highest] = [row, value]
      return found < 0 ? [] : [[at, found] as const]
    }),
  )
}

/**
 * Rows with the statements of documents that have none there, and that the row's documents say as surely as `least`, as
 * long as its own documents stay of one matter with them: a small row beside a large one would else be flooded by it.
 */
export function withGuests(
  statements: number[],
  rows: number[][],
  near: Near,
  links: Pick<Links, 'documents'>,
  least: number,
): number[][] {
  const { documents } = links
  const support = supportIn(rows, near, links)
  const documentsOf = (row: number[]) => new Set(row.map(at => documents[at]!))
  const hosts = rows.map(documentsOf)
  const guests = rows.map((): number[] => [])
  for (const at of statements)
    for (const [row, value] of support(at))
      if (value >= least && !hosts[row]!.has(documents[at]!)) guests[row]!.push(at)
  return rows.map((row, at) => {
    if (documentsOf(guests[at]!).size > GUESTS_OF_HOST * hosts[at]!.size) return row
    const [kept = []] = settled([[...row, ...guests[at]!]], near, links, least).rows
    return row.every(own => kept.includes(own)) ? kept : row
  })
}
