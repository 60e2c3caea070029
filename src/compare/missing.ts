import type { SentencePair } from './diff.ts'
import type { Echoes } from './echo.ts'
import { type Comparison, type Finding, isEmpty, sliceOf } from './finding.ts'
import { partsAt, type Witness } from './witness.ts'

/** Sentences of one text without a counterpart in the other, neighbours in the same unit together. */
export function missingFindings(comparison: Comparison, alone: SentencePair[], echoes: Echoes): Finding[] {
  return runsOf(comparison, alone).map(run => missingFinding(comparison, run, echoes))
}

/**
 * Two texts of which no sentence answers a sentence of the other: as counterparts they settle the same matter each in its own
 * way, and to list every sentence as missing on the other side would say the contrary.
 */
export function unlikeFinding({ a, b }: Comparison, echoes: Echoes): Finding {
  const [said, says] = [a, b].map(side => echoes.said(side.witness.text, side.document)) as [string, string]
  const share = Math.max(echoes.share(said, says), echoes.share(says, said))
  return {
    kind: 'scope',
    a: { from: 0, to: a.witness.text.length },
    b: { from: 0, to: b.witness.text.length },
    note: `同一事项各有规定，文字大部不同（相同部分至多约${percent(share)}）`,
    direction: null,
  }
}

type Run = Pick<SentencePair, 'a' | 'b'>

function runsOf(comparison: Comparison, alone: SentencePair[]): Run[] {
  const runs: Run[] = []
  for (const pair of alone) {
    const last = runs.at(-1)
    if (last && adjoins(comparison, last, pair)) {
      last.a = { from: last.a.from, to: pair.a.to }
      last.b = { from: last.b.from, to: pair.b.to }
    } else runs.push({ a: pair.a, b: pair.b })
  }
  return runs
}

function adjoins({ a, b }: Comparison, last: Run, next: Run): boolean {
  const [which, other] = isEmpty(next.a) ? (['b', 'a'] as const) : (['a', 'b'] as const)
  const witness = which === 'a' ? a.witness : b.witness
  const meets = isEmpty(last[other]) && !isEmpty(last[which]) && last[which].to === next[which].from
  return meets && unitAt(witness, last[which].from) === unitAt(witness, next[which].from)
}

function unitAt(witness: Witness, at: number): string | undefined {
  return partsAt(witness, { from: at, to: at + 1 })[0]?.address
}

// From this share on a sentence is said again in other words; below, what the other text has of it are common phrases.
const REWRITTEN = 0.38
const ELSEWHERE = 0.6

/** Missing, unless the other text says it in other words or the other document says it in another place. */
function missingFinding({ a, b }: Comparison, run: Run, echoes: Echoes): Finding {
  const leftOut = isEmpty(run.b)
  const [side, other] = leftOut ? [a, b] : [b, a]
  const said = echoes.said(sliceOf(side, leftOut ? run.a : run.b), side.document)
  const here = echoes.share(said, echoes.said(other.witness.text, other.document))
  const direction = leftOut ? 'left-out' : 'added'
  if (here >= REWRITTEN)
    return {
      kind: 'scope',
      ...run,
      note: `${leftOut ? '右' : '左'}以其他文字规定了一部分（约${percent(here)}）`,
      direction,
    }
  const best = echoes.best(said, other.document)
  if (best && best.share >= ELSEWHERE)
    return {
      kind: 'wording',
      ...run,
      note: `${leftOut ? '右' : '左'}文规定在${best.address}`,
      direction: null,
    }
  return { kind: 'missing', ...run, note: leftOut ? '右无相应规定' : '左无相应规定', direction }
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
