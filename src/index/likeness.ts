import type { Entry, IndexedDocument } from './entries.ts'

/** How like each statement of one document is to each of another: cosines of what they say, row by row. */
export interface Likeness {
  rows: number
  columns: number
  values: Float32Array
}

/** The statements of a document by the terms they have, and the length of what each says. */
export interface Postings {
  terms: Map<number, { places: number[]; weights: number[] }>
  norms: Float64Array
}

export function postingsOf({ entries }: IndexedDocument): Postings {
  const terms: Postings['terms'] = new Map()
  for (const { all, index } of entries)
    all.terms.forEach((term, at) => {
      const known = terms.get(term)
      if (known) {
        known.places.push(index)
        known.weights.push(all.weights[at]!)
      } else terms.set(term, { places: [index], weights: [all.weights[at]!] })
    })
  return { terms, norms: Float64Array.from(entries, ({ all }) => all.norm) }
}

/** Likeness of the entries (rows) with the statements of a document (columns), found by way of shared terms. */
export function likenessOf(entries: Entry[], { terms, norms }: Postings): Likeness {
  const columns = norms.length
  const values = new Float32Array(entries.length * columns)
  const products = new Float64Array(columns)
  entries.forEach(({ all }, row) => {
    products.fill(0)
    for (let at = 0; at < all.terms.length; at++) {
      const found = terms.get(all.terms[at]!)
      if (!found) continue
      const weight = all.weights[at]!
      const { places, weights } = found
      for (let n = 0; n < places.length; n++) products[places[n]!]! += weight * weights[n]!
    }
    const start = row * columns
    for (let column = 0; column < columns; column++)
      values[start + column] = products[column]! / (all.norm * norms[column]!)
  })
  return { rows: entries.length, columns, values }
}
