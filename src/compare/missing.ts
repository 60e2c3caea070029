import type { ClausePair } from '../diff/diff.ts'
import type { Echoes } from '../diff/echo.ts'
import { partsAt, type UnitText } from '../diff/unit-text.ts'
import { EACH_SENTENCE } from '../lexicon/marks.ts'
import type { Range } from '../types.ts'
import {
  type Comparison,
  type Finding,
  isEmpty,
  isWithin,
  type Side,
  sliceOf,
  statementAt,
} from './finding.ts'
import { areOthers, contentAt, isCatchAll, isStatement, type Run, runsOf } from './pairing.ts'
import { scopeFinding } from './scope.ts'
import { FOUND_IN_PARTS, SAID, SAID_ELSEWHERE, SHORT_CLAUSE } from './thresholds.ts'

/**
 * Findings for text without a counterpart: statements that the whole other document does not say (`missing`), that it says
 * in another place or that a statement beside it says in part (`scope`), and clauses of sentences that otherwise have a counterpart
 * (`scope`). Neighbours in the same unit with the same note become one finding.
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
      ? statementFinding(comparison, run, echoes)
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
  const { which, side, other, around } = sidesOf(comparison, run)
  const content = contentAt(side, run[which], echoes)
  if (!isStatement(side, run[which], content)) return null
  if (other.cutOff && isInLastSentence(other, which === 'a' ? run.b : run.a)) return null
  if (
    !namesOtherLaw(side, run[which], other) &&
    echoes.share(content, echoes.content(around.unit.text, other.document)) >= FOUND_IN_PARTS
  )
    return null
  const isTold = explained.some(finding => isWithin(trimmedRange(side, run[which]), finding[which]))
  return content.length <= SHORT_CLAUSE && isTold ? null : scopeFinding(comparison, run)
}

/** The side that a run stands on, the other one, and all that the other document says on the topic. */
function sidesOf({ a, b, around }: Comparison, run: Pick<Run, 'a' | 'b'>) {
  return isEmpty(run.b)
    ? ({ which: 'a', side: a, other: b, around: around.b } as const)
    : ({ which: 'b', side: b, other: a, around: around.a } as const)
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
  const [inA, inB] = [a, b].map(({ unit, document }) => echoes.content(unit.text, document))
  const share = Math.max(echoes.share(inA!, inB!), echoes.share(inB!, inA!))
  const percent = `${Math.round(share * 100)}%`
  return {
    kind: 'scope',
    code: 'mostly-other',
    a: { from: 0, to: a.unit.text.length },
    b: { from: 0, to: b.unit.text.length },
    core: { a: [], b: [] },
    note: `文字大部不同（相同部分至多约${percent}），宜通读两处`,
    gist: {
      zh: `文字大部不同，相同至多约${percent}`,
      en: `mostly other words, about ${percent} shared at most`,
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

/** The finding for a whole sentence that nothing beside it answers; null when it states nothing, or nothing of its own. */
function statementFinding(comparison: Comparison, run: Run, echoes: Echoes): Finding | null {
  const { which, side, other } = sidesOf(comparison, run)
  const range = run[which]
  const content = contentAt(side, range, echoes)
  if (!isStatement(side, range, content) || isCatchAll(side, range)) return null
  const statement = statementAt(side, range)
  const inText = (id: string) => other.statements.find(each => each.id === id)
  const best = (statement ? comparison.said(statement, other.document) : []).find(place => {
    const beside = inText(place.statement)
    return (
      !beside ||
      (!isCatchAll(other, beside) &&
        !(which === 'a' ? areOthers(comparison, range, beside) : areOthers(comparison, beside, range)))
    )
  })
  const beside = best && inText(best.statement)
  if (beside && best.probability >= SAID) return inPartFinding(run, which, beside)
  if (best && !beside && best.probability >= SAID_ELSEWHERE)
    return elsewhereFinding(run, which, best.statement)
  // A document that is cut off may have said it: no reader can tell (provisions/states.ts, unknown).
  if (!other.complete) return null
  return {
    kind: 'missing',
    code: 'not-said',
    a: run.a,
    b: run.b,
    note: `${which === 'a' ? '右' : '左'}件全文未见此句`,
    gist: { zh: '另一方全文未见此句', en: 'nowhere in the other document' },
    direction: which === 'a' ? 'left-out' : 'added',
    ...(best && { nearest: best.statement }),
  }
}

function inPartFinding({ a, b }: Run, which: 'a' | 'b', { from, to }: Range): Finding {
  return {
    kind: 'scope',
    code: 'said-in-part',
    a: which === 'a' ? a : { from, to },
    b: which === 'a' ? { from, to } : b,
    core: { a: [], b: [] },
    note: `${which === 'a' ? '右' : '左'}件对应条文以其他文字规定了一部分`,
    gist: { zh: '另一方以其他文字规定了一部分', en: 'the other says part of it in other words' },
    direction: which === 'a' ? 'left-out' : 'added',
  }
}

function elsewhereFinding({ a, b }: Run, which: 'a' | 'b', statement: string): Finding {
  const place = statement.slice(0, statement.indexOf('#'))
  return {
    kind: 'scope',
    code: 'said-elsewhere',
    a,
    b,
    note: `${which === 'a' ? '右' : '左'}件规定在${place}`,
    gist: { zh: '另一方在别处规定', en: 'the other says it in another place' },
    elsewhere: place,
    direction: null,
  }
}

function sentencesOf({ unit: { text } }: Side): Range[] {
  return [...text.matchAll(EACH_SENTENCE)].map(match => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
}
