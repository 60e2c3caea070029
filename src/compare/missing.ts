import type { Range } from '../types.ts'
import type { ClausePair } from './diff.ts'
import type { Echoes } from './echo.ts'
import {
  type Comparison,
  type Finding,
  isAnswered,
  isEmpty,
  NO_GIST,
  type Side,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { scopeFinding } from './substance.ts'
import { partsAt, type Witness } from './witness.ts'

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
      last.a = { from: last.a.from, to: next.a.to }
      last.b = { from: last.b.from, to: next.b.to }
    } else findings.push(next)
  }
  return findings
}

/** Neighbouring clauses of one sentence that only one text has; `whole` when they are all of it. */
interface Run {
  a: Range
  b: Range
  whole: boolean
}

function runsOf(comparison: Comparison, pairs: ClausePair[], which: 'a' | 'b'): Run[] {
  const { text } = comparison[which].witness
  const runs: Run[] = []
  const ordered = pairs.filter(pair => !isEmpty(pair[which])).sort((x, y) => x[which].from - y[which].from)
  for (const pair of ordered) {
    if (isAnswered(pair)) continue
    const sentence = sentenceAround(text, pair[which])
    const last = runs.at(-1)
    if (last && last[which].to === pair[which].from && last[which].from >= sentence.from)
      last[which].to = pair[which].to
    else runs.push({ a: { ...pair.a }, b: { ...pair.b }, whole: false })
  }
  return runs.map(run => ({ ...run, whole: covers(run[which], sentenceAround(text, run[which])) }))
}

function covers(outer: Range, inner: Range): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
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
  const said = echoes.said(sliceOf(side, run[which]), side.document)
  if (
    LEAD_IN.test(sliceOf(side, run[which])) ||
    said.length < SHORTEST ||
    echoes.share(said, other.said) >= SAID
  )
    return null
  if (
    said.length <= TOLD &&
    explained.some(finding => covers(finding[which], trimmedRange(side, run[which])))
  )
    return null
  return scopeFinding(comparison, run)
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
    note: `同一事项各有规定，文字大部不同（相同部分至多约${percent(share)}）`,
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

// From this share on a sentence is said again in other words; below, what the other text has of it are common phrases.
const REWRITTEN = 0.3
const ELSEWHERE = 0.55
// 主要任务是 settles nothing; 其他重大事项 answers any other catch-all.
const SHORTEST = 7
// 应当遵守下列规定：says nothing without its items.
const LEAD_IN = /(?:下列|以下|如下|主要任务)[^，。；]{0,24}：\s*$/
const CATCH_ALL = /其他[^，。；]{0,16}(?:事项|问题|工作|情形|行为)/

/** Missing, unless the other text says it in other words or the other document says it in another place. */
function missingFinding({ a, b }: Comparison, { a: inA, b: inB }: Run, echoes: Echoes): Finding | null {
  const run = { a: inA, b: inB }
  const leftOut = isEmpty(run.b)
  const [side, other] = leftOut ? [a, b] : [b, a]
  const said = echoes.said(sliceOf(side, leftOut ? run.a : run.b), side.document)
  if (
    LEAD_IN.test(sliceOf(side, leftOut ? inA : inB)) ||
    said.length < SHORTEST ||
    (CATCH_ALL.test(said) && CATCH_ALL.test(other.said))
  )
    return null
  const here = echoes.share(said, other.said)
  const direction = leftOut ? 'left-out' : 'added'
  if (here >= REWRITTEN)
    return {
      kind: 'scope',
      ...run,
      note: `${leftOut ? '右' : '左'}件对应条文以其他文字规定了一部分`,
      gist: { zh: '另一方以其他文字规定了一部分', en: 'the other says part of it in other words' },
      direction,
    }
  const best = echoes.best(said, other.document)
  if (best && best.share >= ELSEWHERE)
    return {
      kind: 'wording',
      ...run,
      note: `${leftOut ? '右' : '左'}件规定在${best.address}`,
      gist: NO_GIST,
      elsewhere: best.address,
      direction: null,
    }
  const note = `${leftOut ? '右' : '左'}件对应条文中无此规定`
  return { kind: 'missing', ...run, note, gist: NO_GIST, direction }
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
