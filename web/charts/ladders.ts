import { group } from 'd3-array'
import { documentOf } from '../../src/structure/address.ts'
import { type Extent, type Mark, markOf, scaleUnitOf } from './marks.ts'
import type { Numbers } from './rows.ts'

/** Who decides from which amount to which: the thresholds of one document on one subject, smallest first. */
export interface Ladder {
  regulation: string
  place: string
  subject: string
  unit: string
  steps: Mark[]
  /** Amounts between two steps that no step covers, and amounts that two steps cover. */
  gaps: [number, number][]
  overlaps: [number, number][]
}

/** All ladders of money, in the documents' order, those of more steps first within a document. */
export function laddersOf(numbers: Numbers): Ladder[] {
  const thresholds = numbers.provisions
    .filter(provision => provision.measure === 'amount-threshold')
    .map(markOf)
  return numbers.regulations.flatMap(({ id, place }) => {
    const own = thresholds.filter(mark => mark.extent && documentOf(mark.provision.address) === id)
    const subjects = group(own, mark => `${mark.provision.subject}\n${scaleUnitOf(mark.provision)}`)
    return [...subjects.values()]
      .map(marks => ladderOf(id, place, marks))
      .sort((a, b) => b.steps.length - a.steps.length)
  })
}

function ladderOf(regulation: string, place: string, marks: Mark[]): Ladder {
  const steps = [...marks].sort((a, b) => lowOf(a) - lowOf(b) || highOf(a) - highOf(b))
  const { subject } = steps[0]!.provision
  return { regulation, place, subject, unit: scaleUnitOf(steps[0]!.provision), steps, ...seamsOf(steps) }
}

/** Where neighbouring steps leave something out or both decide. A condition (须先经…) that repeats a step is no overlap. */
function seamsOf(steps: Mark[]): Pick<Ladder, 'gaps' | 'overlaps'> {
  const gaps: [number, number][] = []
  const overlaps: [number, number][] = []
  let reached = steps[0]!.extent!
  for (const { extent } of steps.slice(1)) {
    const [seam, from, to] = seamBetween(reached, extent!)
    if (seam === 'gap') gaps.push([from, to])
    if (seam === 'overlap') overlaps.push([from, to])
    if ((extent!.high ?? Infinity) > (reached.high ?? Infinity)) reached = extent!
  }
  return { gaps, overlaps }
}

function seamBetween(below: Extent, above: Extent): ['gap' | 'overlap' | 'none', number, number] {
  const from = below.high ?? Infinity
  const to = above.low ?? 0
  if (from < to || (from === to && !below.highIncluded && !above.lowIncluded)) return ['gap', from, to]
  if (from === to && !(below.highIncluded && above.lowIncluded)) return ['none', from, to]
  return ['overlap', to, Math.min(from, above.high ?? Infinity)]
}

function lowOf({ extent }: Mark): number {
  return extent?.low ?? -Infinity
}

function highOf({ extent }: Mark): number {
  return extent?.high ?? Infinity
}
