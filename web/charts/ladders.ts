import { type Unstated, unstatedSteps } from '../../src/insights/unstated-steps.ts'
import { type Ladder, type LadderStep, laddersOf } from '../../src/provisions/ladders.ts'
import { documentOf } from '../../src/structure/address.ts'
import type { Family, FamilyProvision } from '../../src/types.ts'
import { type Extent, type Mark, markOf } from './marks.ts'

/** A ladder with the place it holds in, and for each step the mark that leads to its words. */
export interface PlacedLadder {
  ladder: Ladder
  place: string
  steps: { mark: Mark; extent: Extent; preliminary: boolean }[]
  /** Sums of which it does not say who decides. */
  unstated: Unstated[]
}

/** The decision ladders of these provisions by unit (money is 元), in the order of the documents given. */
export function placedLadders(
  provisions: FamilyProvision[],
  regulations: { id: string; place: string }[],
  families: Family[],
): Map<string, PlacedLadder[]> {
  const order = new Map(regulations.map(({ id, place }, index) => [id, { index, place }]))
  const marks = new Map(provisions.map(provision => [stepKey(provision), markOf(provision)]))
  const ladders = laddersOf(provisions)
  const unstated = unstatedSteps(ladders, families)
  const placed = ladders
    .filter(ladder => order.has(ladder.document))
    .sort(
      (a, b) =>
        order.get(a.document)!.index - order.get(b.document)!.index || b.steps.length - a.steps.length,
    )
    .map(ladder => ({
      ...placedLadder(ladder, order.get(ladder.document)!.place, marks),
      unstated: unstated.filter(each => each.ladder === ladder),
    }))
  const byUnit = new Map<string, PlacedLadder[]>()
  for (const each of placed) byUnit.set(each.ladder.unit, [...(byUnit.get(each.ladder.unit) ?? []), each])
  return byUnit
}

/** The provisions that stand on the ladders. */
export function ladderProvisions(ladders: PlacedLadder[]): FamilyProvision[] {
  return ladders.flatMap(({ steps }) => steps.map(({ mark }) => mark.provision))
}

function placedLadder(
  ladder: Ladder,
  place: string,
  marks: Map<string, Mark>,
): Omit<PlacedLadder, 'unstated'> {
  const steps = ladder.steps.map(step => ({
    mark: marks.get(stepKey(step))!,
    extent: extentOf(step),
    preliminary: step.preliminary,
  }))
  return { ladder, place, steps }
}

function extentOf({ low, high, lowIncluded, highIncluded }: LadderStep): Extent {
  return { low: low === 0 ? null : low, high, lowIncluded, highIncluded }
}

function stepKey({ address, span }: { address: string; span: { start: number; end: number } }): string {
  return `${documentOf(address)} ${span.start} ${span.end}`
}
