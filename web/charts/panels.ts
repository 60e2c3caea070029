import { group } from 'd3-array'
import type { Measure } from '../../src/types.ts'
import { isFrequency, type Mark, scaleUnitOf } from './marks.ts'
import { hasNumber, marksOf, type Row } from './rows.ts'

/** Rows that share one axis: one measure in one unit. */
export interface Panel {
  measure: Measure
  unit: string
  rows: Row[]
}

/**
 * The panels of a measure, fullest first: working days apart from calendar days, people apart from characters.
 * Each row keeps all its cells, with the marks of the panel's unit only; rows without any number come last.
 */
export function panelsOf(rows: Row[], measure: Measure): Panel[] {
  const own = rows.filter(row => row.measure === measure)
  const units = group(own.flatMap(marksOf), unitOf)
  return [...units]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([unit]) => ({
      measure,
      unit,
      rows: numbersFirst(own.map(row => limited(row, unit)).filter(row => marksOf(row).length > 0)),
    }))
}

function unitOf(mark: Mark): string {
  return scaleUnitOf(mark.provision)
}

function limited(row: Row, unit: string): Row {
  const cells = row.cells.map(cell => ({ ...cell, marks: cell.marks.filter(mark => unitOf(mark) === unit) }))
  return { ...row, cells }
}

function numbersFirst(rows: Row[]): Row[] {
  return [...rows.filter(hasNumber), ...rows.filter(row => !hasNumber(row))]
}

/** Whether a panel has a column for words without a number. */
export function hasWords(panel: Panel): boolean {
  return isFrequency(panel.measure) && panel.rows.some(row => marksOf(row).some(mark => !mark.extent))
}
