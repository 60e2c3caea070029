import type { Vector } from './vector.ts'

/** In which places terms stand: those of term t from starts[t] up to starts[t + 1], each with the term's weight there. */
export interface Postings {
  starts: Int32Array
  places: Int32Array
  weights: Float64Array
}

/** Postings of vectors by their places, of which several may share one: there a term counts once. Terms have numbers below `terms`. */
export function postingsOf(vectors: Vector[], placeOf: (at: number) => number, terms: number): Postings {
  // Of each term the last place that was counted: vectors of one place stand side by side.
  const last = new Int32Array(terms).fill(-1)
  const starts = new Int32Array(terms + 1)
  for (const [at, vector] of vectors.entries())
    for (const term of vector.terms)
      if (last[term] !== placeOf(at)) {
        last[term] = placeOf(at)
        starts[term + 1]!++
      }
  for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice()
  const places = new Int32Array(starts[terms]!)
  const weights = new Float64Array(places.length)
  last.fill(-1)
  for (const [at, vector] of vectors.entries())
    for (let n = 0; n < vector.terms.length; n++) {
      const term = vector.terms[n]!
      if (last[term] === placeOf(at)) continue
      last[term] = placeOf(at)
      const slot = next[term]!++
      places[slot] = placeOf(at)
      weights[slot] = vector.weights[n]!
    }
  return { starts, places, weights }
}

/** Adds to each place the weight of the vector's terms that stand there. */
export function addShared(
  { starts, places }: Postings,
  { terms, weights }: Vector,
  sums: Float64Array,
): void {
  for (let at = 0; at < terms.length; at++) {
    const weight = weights[at]!
    const end = endOf(starts, terms[at]!)
    for (let slot = starts[terms[at]!]!; slot < end; slot++) sums[places[slot]!]! += weight
  }
}

/** Adds to each place the product of the vector with what stands there. */
export function addProducts(
  { starts, places, weights: there }: Postings,
  { terms, weights }: Vector,
  sums: Float64Array,
): void {
  for (let at = 0; at < terms.length; at++) {
    const weight = weights[at]!
    const end = endOf(starts, terms[at]!)
    for (let slot = starts[terms[at]!]!; slot < end; slot++) sums[places[slot]!]! += weight * there[slot]!
  }
}

// A term that came later than the postings stands in no place.
function endOf(starts: Int32Array, term: number): number {
  return starts[term + 1] ?? 0
}

/** How like each of some texts is to each of others: cosines of their terms, row by row. */
export interface Likeness {
  columns: number
  values: Float32Array
}

/** Likeness of texts (rows) with those that `postings` hold (columns), whose norms stand by their places. */
export function likenessOf(texts: Vector[], postings: Postings, norms: Float64Array): Likeness {
  const columns = norms.length
  const values = new Float32Array(texts.length * columns)
  const products = new Float64Array(columns)
  for (const [row, text] of texts.entries()) {
    products.fill(0)
    addProducts(postings, text, products)
    const start = row * columns
    for (let column = 0; column < columns; column++)
      values[start + column] = products[column]! / (text.norm * norms[column]!)
  }
  return { columns, values }
}
