/** A line of the synopsis: an article of the left document with what answers it on the right; one side may be empty. */
interface SynopsisRow {
  left: string | null
  right: string[]
}

/**
 * Two documents as one table in the order of the left one. Every article stands once: on the right beside the first article
 * that it answers (an equivalent rather than a partial counterpart), or, answering nothing, after what it follows there.
 */
export function synopsisOf(
  left: string[],
  right: string[],
  edges: { a: string; b: string; relation: 'equivalent' | 'partial' }[],
): SynopsisRow[] {
  const rows = new Map(left.map(address => [address, [] as string[]]))
  const rowOf = new Map<string, string | null>()
  const sorted = [...edges].sort(
    (x, y) => Number(x.relation === 'partial') - Number(y.relation === 'partial'),
  )
  for (const { a, b } of sorted) if (rows.has(a) && !rowOf.has(b)) rowOf.set(b, a)
  for (const address of right) {
    const beside = rowOf.get(address)
    if (beside) rows.get(beside)!.push(address)
  }
  // What answers nothing follows its neighbour: the row it comes after, null for the beginning.
  const after = new Map<string | null, string[]>()
  let last: string | null = null
  for (const address of right) {
    const beside = rowOf.get(address)
    if (beside) last = beside
    else after.set(last, [...(after.get(last) ?? []), address])
  }
  const alone = (row: string | null) =>
    (after.get(row) ?? []).map(address => ({ left: null, right: [address] }))
  return [...alone(null), ...left.flatMap(row => [{ left: row, right: rows.get(row)! }, ...alone(row)])]
}
