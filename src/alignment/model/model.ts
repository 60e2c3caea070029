/** A logistic model over named features, standardised: probability = σ(bias + Σ weight·(value − mean)/deviation). */
export interface Logistic {
  bias: number
  features: { name: string; mean: number; deviation: number; weight: number }[]
}

/** Probability that the model gives to a row of feature values, in the order of its features. */
export function probabilityOf(model: Logistic, values: number[]): number {
  return 1 / (1 + Math.exp(-logitOf(model, values)))
}

/** The sum inside the probability: above 0 the model leans to yes. */
function logitOf(model: Logistic, values: number[]): number {
  let sum = model.bias
  for (const [at, { mean, deviation, weight }] of model.features.entries())
    sum += (weight * (values[at]! - mean)) / deviation
  return sum
}

/** Log odds, kept finite. */
export function logOdds(probability: number): number {
  return Math.log((probability + 1e-4) / (1 - probability + 1e-4))
}
