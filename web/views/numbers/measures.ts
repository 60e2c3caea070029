import { descending, group } from 'd3-array'
import type { Measure } from '../../../src/types.ts'
import { documentsWithNumbers, isMany, type Row } from '../../charts/rows.ts'
import { MEASURE_NAMES } from '../../i18n/measures.ts'

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
