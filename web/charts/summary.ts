import { rollup } from 'd3-array'
import type { Language } from '../reader/settings.ts'
import { kindred } from './kindred.ts'
import { type Mark, positionOf, scaleUnitOf } from './marks.ts'
import { marksOf, type Row } from './rows.ts'
import { spreadText } from './words.ts'

/** What many documents say on one row in brief; of values in several units only the most frequent unit is summed up. */
interface Summary {
  value: number
  unnumbered: number
  absent: number
  unknown: number
  /** The marks that stand lowest, in the middle and highest; null where no document gives a number. */
  lowest: Mark | null
  median: Mark | null
  highest: Mark | null
  /** How many values there are in other units. */
  otherUnits: number
}

/** The median is the mark that stands there: of an even number of values, the lower of the two middle ones. */
export function summaryOf(row: Row): Summary {
  const states = { value: 0, unnumbered: 0, absent: 0, unknown: 0 }
  for (const cell of row.cells) states[cell.state]++
  const { marks, others } = commonUnit(marksOf(row).filter(mark => mark.extent))
  const ordered = marks.sort((a, b) => positionOf(a.extent!) - positionOf(b.extent!))
  const at = (share: number) => ordered[Math.floor((ordered.length - 1) * share)] ?? null
  return { ...states, lowest: at(0), median: at(0.5), highest: at(1), otherUnits: others }
}

function commonUnit(marks: Mark[]): { marks: Mark[]; others: number } {
  const units = new Map<string, Mark[]>()
  for (const mark of marks) {
    const unit = scaleUnitOf(mark.provision)
    units.set(unit, [...(units.get(unit) ?? []), mark])
  }
  const largest = [...units.values()].sort((a, b) => b.length - a.length)[0] ?? []
  return { marks: largest, others: marks.length - largest.length }
}

/**
 * How far apart the row's values are, in words. Values of one kind may agree where the row holds several kinds: 数值一致 is
 * said only of a row whose values are all the same.
 */
export function spreadWords(row: Row, language: Language): string {
  const values = new Set(
    marksOf(row)
      .filter(mark => mark.extent)
      .map(valueKey),
  )
  const text = spreadText(row.spread, language)
  return row.spread !== null && row.spread < 1.001 && values.size > 1 ? LIKE_AGREE[language] : text
}

const LIKE_AGREE = { zh: '同类数值一致', en: 'like values the same' }

/** Values that differ from what most documents say of the same subject; empty where there is no such majority. */
export function outliersOf(row: Row): Set<Mark> {
  const marks = marksOf(row).filter(mark => mark.extent)
  return new Set(kindred(marks).flatMap(unusualOf))
}

function unusualOf(marks: Mark[]): Mark[] {
  const counts = rollup(marks, same => same.length, valueKey)
  const usual = Math.max(...counts.values())
  if (usual < 2 || usual * 2 <= marks.length) return []
  return marks.filter(mark => counts.get(valueKey(mark)) !== usual)
}

function valueKey({ extent }: Mark): string {
  return `${extent!.low} ${extent!.high} ${extent!.lowIncluded} ${extent!.highIncluded}`
}
