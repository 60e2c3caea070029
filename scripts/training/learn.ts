import type { Logistic } from '../../src/index/logistic.ts'

/** A row to learn from: values in the order of the names, the answer (0 to 1), how much it counts. */
export interface Example {
  values: number[]
  answer: number
  weight: number
}

/**
 * Fits a logistic model by Newton's method on standardised values; `ridge` holds weights small (in units of examples).
 * Deterministic: same examples, same model.
 */
export function fitLogistic(names: readonly string[], examples: Example[], ridge: number): Logistic {
  const scales = names.map((_, at) => scaleOf(examples.map(example => example.values[at]!)))
  const rows = examples.map(({ values }) =>
    Float64Array.from([...values.map((value, at) => (value - scales[at]!.mean) / scales[at]!.deviation), 1]),
  )
  const weights = new Float64Array(names.length + 1)
  for (let round = 0; round < 15; round++) {
    const step = newtonStep(rows, examples, weights, ridge)
    for (let at = 0; at < weights.length; at++) weights[at]! += step[at]!
    if (Math.max(...step.map(Math.abs)) < 1e-3) break
  }
  const features = names.map((name, at) => ({ name, ...scales[at]!, weight: weights[at]! }))
  return { bias: weights.at(-1)!, features }
}

function scaleOf(values: number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  return { mean, deviation: Math.sqrt(variance) || 1 }
}

function newtonStep(
  rows: Float64Array[],
  examples: Example[],
  weights: Float64Array,
  ridge: number,
): Float64Array {
  const size = weights.length
  const curvature = Array.from({ length: size }, () => new Float64Array(size))
  const slope = new Float64Array(size)
  for (const [at, row] of rows.entries()) {
    const { answer, weight } = examples[at]!
    const probability = 1 / (1 + Math.exp(-dot(row, weights)))
    const error = weight * (answer - probability)
    const spread = weight * Math.max(1e-6, probability * (1 - probability))
    for (let i = 0; i < size; i++) {
      slope[i]! += error * row[i]!
      const share = spread * row[i]!
      const line = curvature[i]!
      for (let j = 0; j <= i; j++) line[j]! += share * row[j]!
    }
  }
  for (let i = 0; i < size; i++) {
    const held = i < size - 1 ? ridge : 1e-6 // the bias is free
    slope[i]! -= held * weights[i]!
    curvature[i]![i]! += held
  }
  return solve(curvature, slope)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

/** Solves a symmetric positive system, given by its lower half, by Cholesky's decomposition. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  const lower = matrix.map(row => Float64Array.from(row))
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = lower[i]![j]!
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!
      lower[i]![j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / lower[j]![j]!
    }
  const middle = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    let sum = right[i]!
    for (let k = 0; k < i; k++) sum -= lower[i]![k]! * middle[k]!
    middle[i] = sum / lower[i]![i]!
  }
  const solution = new Float64Array(size)
  for (let i = size - 1; i >= 0; i--) {
    let sum = middle[i]!
    for (let k = i + 1; k < size; k++) sum -= lower[k]![i]! * solution[k]!
    solution[i] = sum / lower[i]![i]!
  }
  return solution
}
