import { descending, group } from 'd3-array'
import type { Measure } from '../../src/types.ts'
import { MEASURE_NAMES } from '../i18n/measures.ts'
import { isFrequency, type Mark, scaleUnitOf } from './marks.ts'
import { documentsWithNumbers, hasNumber, isMany, marksOf, type Row } from './rows.ts'

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

/**
 * The measures that have something to show: of few documents in the field's order, of many those that most of them
 * give a number for first.
 */
export function measuresOf(rows: Row[]): Measure[] {
  const byMeasure = group(rows, row => row.measure)
  const measures = (Object.keys(MEASURE_NAMES) as Measure[]).filter(measure => byMeasure.has(measure))
  if (!rows[0] || !isMany(rows[0])) return measures
  const documents = new Map(measures.map(each => [each, documentsWithNumbers(byMeasure.get(each)!)]))
  return measures.sort((a, b) => descending(documents.get(a), documents.get(b)))
}

/** Whether a panel has a column for words without a number. */
export function hasWords(panel: Panel): boolean {
  return isFrequency(panel.measure) && panel.rows.some(row => marksOf(row).some(mark => !mark.extent))
}
