import type { ClausePair } from '../diff/diff.ts'
import type { Segment } from '../diff/segments.ts'
import type { Range } from '../types.ts'
import {
  type Comparison,
  coreOf,
  type Finding,
  isEmpty,
  isWithin,
  NO_GIST,
  overlap,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { trimmed } from './members.ts'

/** Clauses that answer each other and the changes in them, all of them only other words. */
export interface ReworkedClause {
  pair: ClausePair
  hunks: Segment[]
}

/**
 * Only other words: one finding for two sentences of which nothing else is told, else one for each pair of clauses of which
 * nothing else is told. More than that would say of a sentence that nothing else differs in it.
 */
export function wordingFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  places: ReworkedClause[],
  told: Finding[],
): Finding[] {
  const { a, b } = comparison
  const isFree = (inA: Range, inB: Range) =>
    !told.some(finding => touches(finding.a, inA) || touches(finding.b, inB))
  const free = places.filter(({ pair }) => isFree(pair.a, pair.b))
  const findings: Finding[] = []
  const done = new Set<ReworkedClause>()
  for (const place of free) {
    if (done.has(place)) continue
    const whole = {
      a: sentenceAround(a.unit.text, place.pair.a),
      b: sentenceAround(b.unit.text, place.pair.b),
    }
    const inside = pairs.filter(pair => touches(pair.a, whole.a) || touches(pair.b, whole.b))
    const isWhole =
      isFree(whole.a, whole.b) &&
      inside.every(pair => isSame(pair) || free.some(each => each.pair === pair)) &&
      inside.every(pair => isWithin(pair.a, whole.a) && isWithin(pair.b, whole.b))
    const together = isWhole ? free.filter(({ pair }) => inside.includes(pair)) : [place]
    for (const each of together) done.add(each)
    findings.push(
      wordingFinding(
        comparison,
        isWhole ? whole : place.pair,
        together.flatMap(each => each.hunks),
      ),
    )
  }
  return findings
}

function touches(x: Range, y: Range): boolean {
  return !isEmpty(x) && overlap(x, y)
}

function isSame({ segments }: ClausePair): boolean {
  return segments.every(({ kind }) => kind !== 'change')
}

function wordingFinding({ a, b }: Comparison, place: { a: Range; b: Range }, hunks: Segment[]): Finding {
  const words = hunks.map(hunk => {
    const [before, after] = [trimmed(sliceOf(a, hunk.a)), trimmed(sliceOf(b, hunk.b))]
    return before === '' ? `＋“${after}”` : after === '' ? `－“${before}”` : `“${before}”→“${after}”`
  })
  return {
    kind: 'wording',
    a: withoutMark(a.unit.text, place.a),
    b: withoutMark(b.unit.text, place.b),
    core: coreOf(hunks),
    note: words.join('；'),
    gist: NO_GIST,
    direction: null,
  }
}

/** A clause without the comma that ends it. */
function withoutMark(text: string, { from, to }: Range): Range {
  return /[，：]/.test(text[to - 1] ?? '') ? { from, to: to - 1 } : { from, to }
}
