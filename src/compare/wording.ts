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

/** Two matching clauses and the changes between them, all of them only wording. */
export interface ReworkedClause {
  pair: ClausePair
  hunks: Segment[]
}

/**
 * The `wording` findings: one for two sentences that no other finding touches, else one for each pair of
 * clauses that no other finding touches. One for a whole sentence implies that nothing else in it differs.
 */
export function wordingFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  reworked: ReworkedClause[],
  reported: Finding[],
): Finding[] {
  const { a, b } = comparison
  const isFree = (inA: Range, inB: Range) =>
    !reported.some(finding => touches(finding.a, inA) || touches(finding.b, inB))
  const free = reworked.filter(({ pair }) => isFree(pair.a, pair.b))
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
      inside.every(pair => isUnchanged(pair) || free.some(each => each.pair === pair)) &&
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

function isUnchanged({ segments }: ClausePair): boolean {
  return segments.every(({ kind }) => kind !== 'change')
}

function wordingFinding({ a, b }: Comparison, place: { a: Range; b: Range }, hunks: Segment[]): Finding {
  const words = hunks.map(hunk => {
    const [before, after] = [trimmed(sliceOf(a, hunk.a)), trimmed(sliceOf(b, hunk.b))]
    return before === '' ? `＋“${after}”` : after === '' ? `－“${before}”` : `“${before}”→“${after}”`
  })
  return {
    kind: 'wording',
    code: 'other-words',
    a: withoutMark(a.unit.text, place.a),
    b: withoutMark(b.unit.text, place.b),
    core: coreOf(hunks),
    note: words.join('；'),
    gist: NO_GIST,
    direction: null,
  }
}

/** The range of a clause without the comma or colon that ends it. */
function withoutMark(text: string, { from, to }: Range): Range {
  return /[，：]/.test(text[to - 1] ?? '') ? { from, to: to - 1 } : { from, to }
}
