import type { ClausePair } from '../diff/diff.ts'
import { partsAt, type UnitText } from '../diff/unit-text.ts'
import { EACH_SENTENCE } from '../lexicon/marks.ts'
import type { Range } from '../types.ts'
import type { Echoes } from './echo.ts'
import { type Comparison, type Finding, isEmpty, isWithin, NO_GIST, type Side, sliceOf } from './finding.ts'
import { haveOtherHeads } from './heads.ts'
import {
  contentAt,
  haveOneDuty,
  isCatchAll,
  isStatement,
  measureOthers,
  numbersAt,
  type Run,
  runsOf,
} from './reworded.ts'
import { scopeFinding } from './scope.ts'
import {
  FOUND_DUTY,
  FOUND_ELSEWHERE,
  FOUND_IN_PART,
  FOUND_IN_PARTS,
  SAME_STATEMENT,
  SHORT_CLAUSE,
  SHORT_STATEMENT,
} from './thresholds.ts'

/**
 * Findings for text without a counterpart: whole sentences (`missing`, unless they are found in part or
 * elsewhere; neighbours in the same unit with the same note become one finding), and clauses of sentences
 * that otherwise have a counterpart (`scope`).
 */
export function missingFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  explained: Finding[],
  echoes: Echoes,
): Finding[] {
  const findings: Finding[] = []
  for (const run of [...runsOf(comparison, pairs, 'a'), ...runsOf(comparison, pairs, 'b')]) {
    const next = run.whole
      ? missingFinding(comparison, run, echoes)
      : clauseFinding(comparison, run, explained, echoes)
    if (!next) continue
    const last = findings.at(-1)
    if (last && adjoins(comparison, last, next)) {
      const which = isEmpty(next.a) ? 'b' : 'a'
      last[which] = { from: last[which].from, to: next[which].to }
    } else findings.push(next)
  }
  return findings
}

/**
 * The finding for clauses that only one text has. Null when they state nothing, when the other text contains
 * nearly all of their content, or when another finding reports them already.
 */
function clauseFinding(
  comparison: Comparison,
  run: Run,
  explained: Finding[],
  echoes: Echoes,
): Finding | null {
  const [which, side, other] = isEmpty(run.b)
    ? (['a', comparison.a, comparison.b] as const)
    : (['b', comparison.b, comparison.a] as const)
  const content = contentAt(side, run[which], echoes)
  if (!isStatement(side, run[which], content)) return null
  if (other.cutOff && isInLastSentence(other, which === 'a' ? run.b : run.a)) return null
  const hasOwnLaw = namesOtherLaw(side, run[which], other)
  if (!hasOwnLaw && echoes.share(content, other.content) >= FOUND_IN_PARTS) return null
  if (
    content.length <= SHORT_CLAUSE &&
    explained.some(finding => isWithin(trimmedRange(side, run[which]), finding[which]))
  )
    return null
  return (
    (hasOwnLaw ? null : partialFinding(comparison, run, content, echoes)) ?? scopeFinding(comparison, run)
  )
}

/** Whether the place stands in the last sentence of a text, which was cut off inside it. */
function isInLastSentence(side: Side, { from }: Range): boolean {
  return from >= (sentencesOf(side).at(-1)?.from ?? 0)
}

/** Whether a range names a law that the other text does not name; a similar title does not count. */
function namesOtherLaw(side: Side, range: Range, other: Side): boolean {
  const laws = sliceOf(side, range).match(/《[^》]+》/g) ?? []
  return laws.some(law => !other.unit.text.includes(law))
}

function trimmedRange(side: Side, range: Range): Range {
  const text = sliceOf(side, range)
  return { from: range.from, to: range.from + text.replace(/[，。；：\s]+$/, '').length }
}

/**
 * The one finding for two texts without any matching clauses. As counterparts they regulate the same matter
 * each in its own way; to list every sentence as missing in the other text would claim the contrary.
 */
export function unlikeFinding({ a, b }: Comparison, echoes: Echoes): Finding {
  const share = Math.max(echoes.share(a.content, b.content), echoes.share(b.content, a.content))
  return {
    kind: 'scope',
    a: { from: 0, to: a.unit.text.length },
    b: { from: 0, to: b.unit.text.length },
    core: { a: [], b: [] },
    note: `文字大部不同（相同部分至多约${percent(share)}），宜通读两处`,
    gist: {
      zh: `文字大部不同，相同至多约${percent(share)}`,
      en: `mostly other words, about ${percent(share)} shared at most`,
    },
    direction: null,
  }
}

function adjoins({ a, b }: Comparison, last: Finding, next: Finding): boolean {
  const [which, other] = isEmpty(next.a) ? (['b', 'a'] as const) : (['a', 'b'] as const)
  const unit = which === 'a' ? a.unit : b.unit
  const meets = isEmpty(last[other]) && last[which].to === next[which].from
  return meets && last.note === next.note && unitAt(unit, last[which].from) === unitAt(unit, next[which].from)
}

function unitAt(unit: UnitText, at: number): string | undefined {
  return partsAt(unit, { from: at, to: at + 1 })[0]?.address
}

/**
 * The finding for a whole sentence: `missing`, unless the other text states part of it in other words or the
 * other document states it in another place; null when the other text states all of it.
 */
function missingFinding(comparison: Comparison, run: Run, echoes: Echoes): Finding | null {
  const { a, b } = run
  const leftOut = isEmpty(b)
  const [side, other, range] = leftOut ? [comparison.a, comparison.b, a] : [comparison.b, comparison.a, b]
  const content = contentAt(side, range, echoes)
  if (
    !isStatement(side, range, content) ||
    (isCatchAll(content) && sentencesOf(other).some(each => isCatchAll(contentAt(other, each, echoes))))
  )
    return null
  const isStatedWhole = sentencesOf(other).some(
    each =>
      echoes.share(content, contentAt(other, each, echoes)) >= SAME_STATEMENT &&
      !measureOthers(numbersAt(side, range), numbersAt(other, each)) &&
      !haveOtherHeads(comparison, leftOut ? range : each, leftOut ? each : range),
  )
  if (isStatedWhole) return null
  const partly = partialFinding(comparison, run, content, echoes)
  if (partly) return partly
  const best = echoes.best(content, other.document)
  if (best && best.share >= FOUND_ELSEWHERE[content.length > SHORT_STATEMENT ? 'long' : 'short'])
    return {
      kind: 'wording',
      a,
      b,
      note: `${leftOut ? '右' : '左'}件规定在${best.address}`,
      gist: NO_GIST,
      elsewhere: best.address,
      direction: null,
    }
  // A text that is cut off there may have said it: no reader can tell (provisions/states.ts, unknown).
  if (other.cutOff) return null
  const note = `${leftOut ? '右' : '左'}件对应条文中未见此句`
  const gist = { zh: '另一方未见此句', en: 'no such sentence in the other text' }
  return { kind: 'missing', a, b, note, gist, direction: leftOut ? 'left-out' : 'added' }
}

/**
 * The finding for a run of which the other text states a part, in sentences that already have a counterpart.
 * It shows the sentence that states the most, if one alone states enough. Null when the part is too small, or
 * when its numbers measure different subjects.
 */
function partialFinding(
  comparison: Comparison,
  { a, b, whole }: Run,
  content: string,
  echoes: Echoes,
): Finding | null {
  const leftOut = isEmpty(b)
  const [side, other, unmatched] = leftOut ? [comparison.a, comparison.b, a] : [comparison.b, comparison.a, b]
  const everything = { from: 0, to: other.unit.text.length }
  if (measureOthers(numbersAt(side, unmatched), numbersAt(other, everything))) return null
  const least = whole && content.length > SHORT_STATEMENT ? FOUND_IN_PART.long : FOUND_IN_PART.short
  const candidates = sentencesOf(other).filter(
    range => !haveOtherHeads(comparison, leftOut ? a : range, leftOut ? range : b),
  )
  const sentence = candidates
    .map(range => ({ range, text: contentAt(other, range, echoes) }))
    .map(({ range, text }) => ({ range, text, share: echoes.share(content, text) }))
    .filter(
      ({ text, share }) => share >= least || (whole && share >= FOUND_DUTY && haveOneDuty(content, text)),
    )
    .sort((x, y) => y.share - x.share)[0]?.range
  const all = candidates.map(range => contentAt(other, range, echoes)).join('')
  if (!sentence && (!whole || echoes.share(content, all) < FOUND_IN_PART.long)) return null
  return {
    kind: 'scope',
    a: leftOut ? a : (sentence ?? a),
    b: leftOut ? (sentence ?? b) : b,
    core: { a: [], b: [] },
    note: `${leftOut ? '右' : '左'}件对应条文以其他文字规定了一部分`,
    gist: { zh: '另一方以其他文字规定了一部分', en: 'the other says part of it in other words' },
    direction: leftOut ? 'left-out' : 'added',
  }
}

function sentencesOf({ unit: { text } }: Side): Range[] {
  return [...text.matchAll(EACH_SENTENCE)].map(match => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
