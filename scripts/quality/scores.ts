import type { Quality, QualityFigure } from '../../src/site-types.ts'
import type { ClaimScores } from './score-claims.ts'

export interface Figure extends QualityFigure {
  stage: 'structure' | 'provisions' | 'alignment' | 'families' | 'differences'
}

/** What a stage reached: its figures, and one line for every single miss. */
export interface Scores {
  figures: Figure[]
  misses: string[]
}

/** F1 of the two ways a pair of articles is scored: as equivalents, and as edges whatever their relation. */
export interface RelationF1 {
  equivalents: number
  edges: number
}

/** One run of the model on texts left out of fitting: what was left out, and what it reached. */
export interface AlignmentRun {
  corpus: string
  left: 'document' | 'genre'
  surroundings: 'joint' | 'alone' | 'guided'
  hard: RelationF1
  twins?: RelationF1
  pairs: Record<string, RelationF1>
}

/** Form of quality/reports/alignment-report.json, which scripts/training/fit-weights.ts writes. */
export interface AlignmentReport {
  runs: AlignmentRun[]
  /** Of edges that the model finds so likely (`said`), the share that is there (`seen`). */
  reliability: NonNullable<Quality['reliability']>
}

/** Form of quality/reports/claims-report.json, which scripts/training/fit-statements.ts writes: each genre left out of fitting. */
export interface ClaimsReport {
  runs: {
    texts: string
    /** Asked with the statement's document around it, or as a text in a reader's own words. */
    surroundings: 'within' | 'alone'
    /** Claims of the gold handed to the project, all drawn by chance, or those drawn where answers are hard. */
    draw: 'gold' | 'chance' | 'border'
    scores: ClaimScores
  }[]
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

/**
 * Whether two quotes are of one provision: one holds the other, or they share a piece of SHARED_PIECE characters with a
 * number in it.
 */
export function overlaps(a: string, b: string): boolean {
  if (a.includes(b) || b.includes(a)) return true
  for (let at = 0; at + SHARED_PIECE <= a.length; at++) {
    const piece = a.slice(at, at + SHARED_PIECE)
    if (/[0-9一二三四五六七八九十两兩半定]/.test(piece) && b.includes(piece)) return true
  }
  return false
}

// As the README of the gold has it.
const SHARED_PIECE = 4
