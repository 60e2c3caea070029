/** A logistic model over named features, standardised: probability = σ(bias + Σ weight·(value − mean)/deviation). */
export interface Logistic {
  bias: number
  features: { name: string; mean: number; deviation: number; weight: number }[]
}

/** Probability that the model gives to feature values, in the order of its features, from a place in `values` on. */
export function probabilityOf(model: Logistic, values: ArrayLike<number>, from = 0): number {
  return 1 / (1 + Math.exp(-logitOf(model, values, from)))
}

/** What each feature adds to the log odds, in the order of the features. */
export function addedBy(model: Logistic, values: ArrayLike<number>): { name: string; adds: number }[] {
  return model.features.map(({ name, mean, deviation, weight }, at) => ({
    name,
    adds: (weight * (values[at]! - mean)) / deviation,
  }))
}

/** The sum inside the probability: above 0 the model leans to yes. */
function logitOf(model: Logistic, values: ArrayLike<number>, from: number): number {
  let sum = model.bias
  for (let at = 0; at < model.features.length; at++) {
    const { mean, deviation, weight } = model.features[at]!
    sum += (weight * (values[from + at]! - mean)) / deviation
  }
  return sum
}

/** Log odds, kept finite. */
export function logOdds(probability: number): number {
  return Math.log((probability + 1e-4) / (1 - probability + 1e-4))
}
