import { type Quantity, quantitiesOf } from '../provisions/quantity.ts'
import type { Provision, Range } from '../types.ts'
import type { SentencePair } from './diff.ts'
import {
  type Comparison,
  clauseAround,
  type Finding,
  hunksOf,
  overlap,
  type Placed,
  type Side,
  sliceOf,
} from './finding.ts'

/** A number of a sentence, with what it means where a rule has read it. */
export interface Numbered extends Range {
  quantity: Quantity | null
  provision: Provision | null
}

/** The numbers in a range of one side: provisions, and quantities no rule has read. */
export function numbersIn(side: Side, range: Range): Numbered[] {
  const provisions = side.provisions.filter(placed => overlap(placed, range))
  const quantities = quantitiesOf(sliceOf(side, range)).map(quantity => ({
    ...quantity,
    from: quantity.from + range.from,
    to: quantity.to + range.from,
  }))
  const read = provisions.map(({ provision, from, to }) => ({
    from,
    to,
    provision,
    quantity: quantities.find(quantity => overlap(quantity, { from, to })) ?? null,
  }))
  const unread = quantities
    .filter(quantity => !provisions.some(placed => overlap(placed, quantity)))
    .map(quantity => ({ from: quantity.from, to: quantity.to, quantity, provision: null }))
  return [...read, ...unread].sort((x, y) => x.from - y.from)
}

/** Numbers that differ between two sentences that answer each other. */
export function quantityFindings(comparison: Comparison, pair: SentencePair): Finding[] {
  const hunks = hunksOf(pair)
  if (hunks.length === 0) return []
  const [inA, inB] = [numbersIn(comparison.a, pair.a), numbersIn(comparison.b, pair.b)]
  const changedA = withoutShared(inA, inB).filter(number => hunks.some(hunk => overlap(hunk.a, number)))
  const changedB = withoutShared(inB, inA).filter(number => hunks.some(hunk => overlap(hunk.b, number)))
  return couples(changedA, changedB).flatMap(([old, now]) => finding(comparison, pair, old, now))
}

function withoutShared(numbers: Numbered[], others: Numbered[]): Numbered[] {
  const waiting = others.map(meaning)
  return numbers.filter(number => {
    const at = waiting.indexOf(meaning(number))
    if (at >= 0) waiting.splice(at, 1)
    return at < 0
  })
}

/** Equal for numbers that say the same: value, bounds, unit and period. */
function meaning({ provision, quantity }: Numbered): string {
  const { comparator, value, max, unit, per } = provision ?? { per: null, ...quantity! }
  return [comparator === '=' ? null : comparator, value, max, unit, per].join()
}

/** Each number with the first of the other text that measures the same; the rest alone. */
function couples(a: Numbered[], b: Numbered[]): [Numbered | null, Numbered | null][] {
  const waiting = [...b]
  const coupled = a.map((old): [Numbered | null, Numbered | null] => {
    const at = waiting.findIndex(now => measuresTheSame(old, now))
    return [old, at < 0 ? null : waiting.splice(at, 1)[0]!]
  })
  return [...coupled, ...waiting.map((now): [null, Numbered] => [null, now])]
}

function measuresTheSame(a: Numbered, b: Numbered): boolean {
  if (a.provision && b.provision) return a.provision.measure === b.provision.measure
  return a.quantity !== null && b.quantity !== null && a.quantity.kind === b.quantity.kind
}

function finding(
  { a, b }: Comparison,
  pair: SentencePair,
  old: Numbered | null,
  now: Numbered | null,
): Finding[] {
  if (!old && !now) return []
  // A number without a meaning and without a counterpart says no more than the words around it.
  if ((!old || !now) && !(old ?? now)!.provision) return []
  const { note, direction } = old && now ? compared(a, b, old, now) : alone(a, b, old, now)
  return [
    {
      kind: 'quantity',
      a: old ? clauseAround(a.witness.text, old) : { from: pair.a.to, to: pair.a.to },
      b: now ? clauseAround(b.witness.text, now) : { from: pair.b.to, to: pair.b.to },
      note,
      direction,
    },
  ]
}

function alone(
  a: Side,
  b: Side,
  old: Numbered | null,
  now: Numbered | null,
): Pick<Finding, 'note' | 'direction'> {
  return old
    ? { note: `左规定“${sliceOf(a, old)}”，右未规定`, direction: 'left-out' }
    : { note: `右规定“${sliceOf(b, now!)}”，左未规定`, direction: 'added' }
}

/** Old → new, the difference in the same unit, and times a year where both are frequencies. */
function compared(a: Side, b: Side, old: Numbered, now: Numbered): Pick<Finding, 'note' | 'direction'> {
  const words = `“${sliceOf(a, old)}”→“${sliceOf(b, now)}”`
  const yearly = yearlyNote(old.provision, now.provision)
  const [from, to] = [rangeOf(old), rangeOf(now)]
  const comparable = yearly ? [yearly.from, yearly.to] : sameUnit(old, now) && from && to ? [from, to] : null
  if (!comparable) return { note: words, direction: null }
  const [low, high] = [comparable[1]![0] - comparable[0]![0], comparable[1]![1] - comparable[0]![1]]
  const direction =
    low === 0 && high === 0 ? null : low >= 0 && high >= 0 ? 'more' : low <= 0 && high <= 0 ? 'less' : null
  const unit = yearly ? '次/年' : ((old.provision ?? old.quantity!).unit ?? '')
  const delta =
    direction === null ? (low === 0 ? '数值相同，界限或周期不同' : '区间不同') : deltaNote(low, high, unit)
  return { note: [words, yearly?.note, delta].filter(Boolean).join('；'), direction }
}

function deltaNote(low: number, high: number, unit: string): string {
  const size = (n: number) => String(Math.round(Math.abs(n) * 1e4) / 1e4)
  const words = size(low) === size(high) ? size(low) : `${size(low)}～${size(high)}`
  return `${low + high > 0 ? '多' : '少'}${words}${unit}`
}

function yearlyNote(old: Provision | null, now: Provision | null) {
  const [from, to] = [ends(old?.annualized), ends(now?.annualized)]
  if (!from || !to) return null
  return { from, to, note: `每年${times(from)}→${times(to)}次` }
}

function ends(annualized: Provision['annualized'] | undefined): [number, number] | null {
  const [low, high] = annualized ?? [null, null]
  return low === null && high === null ? null : [low ?? high!, high ?? low!]
}

function times([low, high]: [number, number]): string {
  return low === high ? String(low) : `${low}—${high}`
}

function rangeOf({ provision, quantity }: Numbered): [number, number] | null {
  const { value, max } = provision ?? quantity!
  return value === null ? null : [value, max ?? value]
}

function sameUnit(a: Numbered, b: Numbered): boolean {
  return (a.provision ?? a.quantity!).unit === (b.provision ?? b.quantity!).unit
}

/** Pairs of provisions on the same subject whose sentences were not found to answer each other. */
export function farQuantityFindings(comparison: Comparison, lone: { a: Range[]; b: Range[] }): Finding[] {
  const inLone = (side: Side, ranges: Range[]) =>
    side.provisions.filter(placed => ranges.some(range => overlap(range, placed)))
  const waiting = inLone(comparison.b, lone.b)
  return inLone(comparison.a, lone.a).flatMap(old => {
    const at = waiting.findIndex(now => sameSubject(old, now))
    if (at < 0) return []
    const now = waiting.splice(at, 1)[0]!
    const [left, right] = [asNumbered(old), asNumbered(now)]
    if (meaning(left) === meaning(right)) return []
    const pair = { a: { from: old.from, to: old.to }, b: { from: now.from, to: now.to }, segments: [] }
    return finding(comparison, pair, left, right)
  })
}

function asNumbered({ from, to, provision }: Placed): Numbered {
  return { from, to, provision, quantity: null }
}

function sameSubject(a: Placed, b: Placed): boolean {
  if (a.provision.measure !== b.provision.measure) return false
  const [x, y] = [a.provision.subject, b.provision.subject]
  return x !== '' && y !== '' && (x.endsWith(y) || y.endsWith(x))
}
