import type { ClausePair } from '../diff/diff.ts'
import { partsAt, type Witness } from '../diff/unit-text.ts'
import type { Range } from '../types.ts'
import type { Echoes } from './echo.ts'
import { type Comparison, type Finding, isEmpty, isWithin, NO_GIST, type Side, sliceOf } from './finding.ts'
import { haveOtherHeads } from './heads.ts'
import {
  haveOneDuty,
  isCatchAll,
  measureOthers,
  numbersAt,
  type Run,
  runsOf,
  saidBy,
  settles,
} from './reworded.ts'
import { scopeFinding } from './scope.ts'

/**
 * What has no counterpart: whole sentences (`missing`, neighbours in the same unit of which the same is to say, together)
 * and clauses of sentences that otherwise have one (`scope`).
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

/** A clause that only one text has; nothing where another finding tells of it or it adds nothing of substance. */
function clauseFinding(
  comparison: Comparison,
  run: Run,
  explained: Finding[],
  echoes: Echoes,
): Finding | null {
  const [which, side, other] = isEmpty(run.b)
    ? (['a', comparison.a, comparison.b] as const)
    : (['b', comparison.b, comparison.a] as const)
  const said = saidBy(side, run[which], echoes)
  if (!settles(side, run[which], said)) return null
  const hasOwnLaw = namesOtherLaw(side, run[which], other)
  if (!hasOwnLaw && echoes.share(said, other.said) >= SAID) return null
  if (
    said.length <= TOLD &&
    explained.some(finding => isWithin(trimmedRange(side, run[which]), finding[which]))
  )
    return null
  return (hasOwnLaw ? null : inPart(comparison, run, said, echoes)) ?? scopeFinding(comparison, run)
}

/** Whether a stretch names a law that the other text does not name, however like another its title is. */
function namesOtherLaw(side: Side, range: Range, other: Side): boolean {
  const laws = sliceOf(side, range).match(/《[^》]+》/g) ?? []
  return laws.some(law => !other.witness.text.includes(law))
}

// A clause of which the other text has nearly all has only been put in other places.
const SAID = 0.75
// A clause this short is told of with the number or the actor it names.
const TOLD = 24

function trimmedRange(side: Side, range: Range): Range {
  const text = sliceOf(side, range)
  return { from: range.from, to: range.from + text.replace(/[，。；：\s]+$/, '').length }
}

/**
 * Two texts of which no sentence answers a sentence of the other: as counterparts they settle the same matter each in its own
 * way, and to list every sentence as missing on the other side would say the contrary.
 */
export function unlikeFinding({ a, b }: Comparison, echoes: Echoes): Finding {
  const share = Math.max(echoes.share(a.said, b.said), echoes.share(b.said, a.said))
  return {
    kind: 'scope',
    a: { from: 0, to: a.witness.text.length },
    b: { from: 0, to: b.witness.text.length },
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
  const witness = which === 'a' ? a.witness : b.witness
  const meets = isEmpty(last[other]) && last[which].to === next[which].from
  return (
    meets &&
    last.note === next.note &&
    unitAt(witness, last[which].from) === unitAt(witness, next[which].from)
  )
}

function unitAt(witness: Witness, at: number): string | undefined {
  return partsAt(witness, { from: at, to: at + 1 })[0]?.address
}

/** Missing, unless the other text says it in other words or the other document says it in another place. */
function missingFinding(comparison: Comparison, run: Run, echoes: Echoes): Finding | null {
  const { a, b } = run
  const leftOut = isEmpty(b)
  const [side, other, range] = leftOut ? [comparison.a, comparison.b, a] : [comparison.b, comparison.a, b]
  const said = saidBy(side, range, echoes)
  if (
    !settles(side, range, said) ||
    (isCatchAll(said) && sentencesOf(other).some(each => isCatchAll(saidBy(other, each, echoes))))
  )
    return null
  const isWhollySaid = sentencesOf(other).some(
    each =>
      echoes.share(said, saidBy(other, each, echoes)) >= WHOLLY &&
      !measureOthers(numbersAt(side, range), numbersAt(other, each)) &&
      !haveOtherHeads(comparison, leftOut ? range : each, leftOut ? each : range),
  )
  if (isWhollySaid) return null
  const told = inPart(comparison, run, said, echoes)
  if (told) return told
  const best = echoes.best(said, other.document)
  if (best && best.share >= ELSEWHERE[said.length > SHORT ? 'long' : 'short'])
    return {
      kind: 'wording',
      a,
      b,
      note: `${leftOut ? '右' : '左'}件规定在${best.address}`,
      gist: NO_GIST,
      elsewhere: best.address,
      direction: null,
    }
  const note = `${leftOut ? '右' : '左'}件对应条文中未见此句`
  const gist = { zh: '另一方未见此句', en: 'no such sentence in the other text' }
  return { kind: 'missing', a, b, note, gist, direction: leftOut ? 'left-out' : 'added' }
}

// From this share on another sentence of the same text says all of it.
const WHOLLY = 0.85
// From this share on the other document says it in another article.
const ELSEWHERE = { long: 0.55, short: 0.75 }
// From this share on a text says part of it in other words; below, what it has of it are common phrases. Of a few words a
// sentence must have more to be about the same matter.
const REWRITTEN = { long: 0.3, short: 0.5 }
const SHORT = 16
// The same body with the same act, in whatever words.
const DUTY = 0.2

/** A stretch of which the other text says part in sentences that answer others, with the sentence that says the most. */
function inPart(comparison: Comparison, { a, b, whole }: Run, said: string, echoes: Echoes): Finding | null {
  const leftOut = isEmpty(b)
  const [side, other, own] = leftOut ? [comparison.a, comparison.b, a] : [comparison.b, comparison.a, b]
  const everything = { from: 0, to: other.witness.text.length }
  if (measureOthers(numbersAt(side, own), numbersAt(other, everything))) return null
  const least = whole && said.length > SHORT ? REWRITTEN.long : REWRITTEN.short
  const open = sentencesOf(other).filter(
    range => !haveOtherHeads(comparison, leftOut ? a : range, leftOut ? range : b),
  )
  const sentence = open
    .map(range => ({ range, text: saidBy(other, range, echoes) }))
    .map(({ range, text }) => ({ range, text, share: echoes.share(said, text) }))
    .filter(({ text, share }) => share >= least || (whole && share >= DUTY && haveOneDuty(said, text)))
    .sort((x, y) => y.share - x.share)[0]?.range
  const all = open.map(range => saidBy(other, range, echoes)).join('')
  if (!sentence && (!whole || echoes.share(said, all) < REWRITTEN.long)) return null
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

function sentencesOf({ witness: { text } }: Side): Range[] {
  return [...text.matchAll(/[^。；！？\n]+[。；！？\n]?/gu)].map(match => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
