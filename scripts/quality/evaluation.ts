import type { Figure, Scores } from './scores.ts'

/**
 * Measurements as JSON, one figure and one miss a line, so that a diff reads as gains and losses: the committed figures
 * (quality/reports/evaluation.json) and reports. The page's view of quality shows them.
 */
export function printEvaluation(measured: object): string {
  const parts = Object.entries(measured).map(
    ([name, part]) => `  ${JSON.stringify(name)}: ${printPart(part)}`,
  )
  return `{\n${parts.join(',\n')}\n}\n`
}

function printPart(part: object): string {
  if (!Array.isArray(part)) return JSON.stringify(part)
  return `[\n${part.map(value => `    ${JSON.stringify(value)}`).join(',\n')}\n  ]`
}

/** A figure beside what it was; `before` is null for a new one. */
export interface Change {
  figure: Figure
  before: Figure | null
}

/** Two evaluations row by row: every figure with what it was, the misses that are new and those that are mended. */
export function compareEvaluations(
  before: Scores,
  now: Scores,
): { changes: Change[]; lost: string[]; mended: string[] } {
  const known = new Map(before.figures.map(figure => [keyOf(figure), figure]))
  const [old, present] = [new Set(before.misses), new Set(now.misses)]
  return {
    changes: now.figures.map(figure => ({ figure, before: known.get(keyOf(figure)) ?? null })),
    lost: now.misses.filter(miss => !old.has(miss)),
    mended: before.misses.filter(miss => !present.has(miss)),
  }
}

function keyOf({ stage, name }: Figure): string {
  return `${stage} ${name}`
}
