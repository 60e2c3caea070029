import type { Vector } from './vector.ts'

/** How like each text of one document is to each of another: cosines of their terms, row by row. */
export interface Likeness {
  rows: number
  columns: number
  values: Float32Array
}

/** The texts of a document by the terms they have, and the norm of each. */
export interface Postings {
  terms: Map<number, { places: number[]; weights: number[] }>
  norms: Float64Array
}

export function postingsOf(texts: Vector[]): Postings {
  const terms: Postings['terms'] = new Map()
  for (const [place, text] of texts.entries())
    text.terms.forEach((term, at) => {
      const known = terms.get(term)
      if (known) {
        known.places.push(place)
        known.weights.push(text.weights[at]!)
      } else terms.set(term, { places: [place], weights: [text.weights[at]!] })
    })
  return { terms, norms: Float64Array.from(texts, ({ norm }) => norm) }
}

/** Likeness of texts (rows) with those of a document (columns), found by way of shared terms. */
export function likenessOf(texts: Vector[], { terms, norms }: Postings): Likeness {
  const columns = norms.length
  const values = new Float32Array(texts.length * columns)
  const products = new Float64Array(columns)
  texts.forEach((text, row) => {
    products.fill(0)
    for (let at = 0; at < text.terms.length; at++) {
      const found = terms.get(text.terms[at]!)
      if (!found) continue
      const weight = text.weights[at]!
      const { places, weights } = found
      for (let n = 0; n < places.length; n++) products[places[n]!]! += weight * weights[n]!
    }
    const start = row * columns
    for (let column = 0; column < columns; column++)
      values[start + column] = products[column]! / (text.norm * norms[column]!)
  })
  return { rows: texts.length, columns, values }
}
