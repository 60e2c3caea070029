/** Weighted terms, by ascending number: what two texts have in common is found by one walk along both. */
export interface Vector {
  terms: Int32Array
  weights: Float64Array
  mass: number
  norm: number
}

/** A vector of the terms; of a term that comes twice the greater weight counts. */
export function vectorOf(weights: Map<number, number>): Vector {
  const terms = Int32Array.from(weights.keys()).sort()
  const sorted = Float64Array.from(terms, term => weights.get(term)!)
  let mass = 0
  let squares = 0
  for (const weight of sorted) {
    mass += weight
    squares += weight * weight
  }
  return { terms, weights: sorted, mass, norm: Math.sqrt(squares) || 1 }
}

/** Weight of a's terms that b has too. */
export function sharedMass(a: Vector, b: Vector): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.terms.length && j < b.terms.length; ) {
    const difference = a.terms[i]! - b.terms[j]!
    if (difference === 0) shared += a.weights[i]!
    if (difference <= 0) i++
    if (difference >= 0) j++
  }
  return shared
}

/** Share of a's weight whose terms b has too, 0 to 1; of nothing nothing. */
export function containment(a: Vector, b: Vector): number {
  return a.mass === 0 ? 0 : sharedMass(a, b) / a.mass
}

/** Part of a whole, 0 to 1; of nothing nothing. */
export function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
