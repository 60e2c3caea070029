/** One measured figure. `of` is the whole that a count belongs to. */
export interface Figure {
  stage: 'structure' | 'provisions' | 'alignment' | 'families'
  /** Stable name: figures of two runs are compared by stage and name. */
  name: string
  value: number
  of?: number
}

/** What a stage reached: its figures, and one line for every single miss. */
export interface Scores {
  figures: Figure[]
  misses: string[]
}

export interface Counts {
  truePositive: number
  falsePositive: number
  falseNegative: number
}

/** Precision, recall and F1, rounded to four digits; 0 where nothing was predicted or nothing is to be found. */
export function f1Of({
  truePositive,
  falsePositive,
  falseNegative,
}: Counts): Record<'precision' | 'recall' | 'f1', number> {
  const precision = truePositive / (truePositive + falsePositive) || 0
  const recall = truePositive / (truePositive + falseNegative) || 0
  const f1 = (2 * precision * recall) / (precision + recall) || 0
  return { precision: round(precision), recall: round(recall), f1: round(f1) }
}

export function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

/** Without white space, as the gold's texts are. */
export function dense(text: string): string {
  return text.replace(/\s+/g, '')
}
