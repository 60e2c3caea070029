/** Data by key, in the order in which keys first appear. */
export function groupBy<Datum, Key>(data: Iterable<Datum>, keyOf: (datum: Datum) => Key): Map<Key, Datum[]> {
  const groups = new Map<Key, Datum[]>()
  for (const datum of data) {
    const key = keyOf(datum)
    const group = groups.get(key)
    if (group) group.push(datum)
    else groups.set(key, [datum])
  }
  return groups
}
