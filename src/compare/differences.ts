import { type ClausePair, clausePairsOf, tokenize } from '../diff/diff.ts'
import { membersIn, sidesOf } from '../diff/sides.ts'
import { type Texts, textsOf } from '../diff/texts.ts'
import { joinedTexts, memberKey, partsAt, quotable, sourceSpans, type UnitText } from '../diff/unit-text.ts'
import { groupBy } from '../group.ts'
import { holds } from '../structure/address.ts'
import type { Cut, Difference, Family, Provision, Range, Regulation, Span } from '../types.ts'
import { actorFindings } from './actors.ts'
import { withoutChance, withoutLone } from './answering.ts'
import { type Echoes, echoesOf, type PairCounts } from './echo.ts'
import {
  type Comparison,
  type Finding,
  isAnswered,
  type Side,
  sentenceLikenessOf,
  sliceOf,
} from './finding.ts'
import { missingFindings, unlikeFinding } from './missing.ts'
import { modalityFindings } from './modals.ts'
import { quantityFindings } from './quantities.ts'
import { withReworded } from './reworded.ts'

import { substanceFindings } from './substance.ts'
import { ALL_PAIRS, SENTENCE_OF_ONE_MODAL } from './thresholds.ts'

export interface Corpus {
  regulations: Regulation[]
  families: Family[]
  provisions: Provision[]
}

/**
 * All typed differences, family by family; of two documents the one that comes first in the corpus is the
 * left one.
 */
export function differencesOf({ regulations, families, provisions }: Corpus, cut: Cut): Difference[] {
  const comparer = comparerOf(regulations, families, provisions, cut)
  return families.flatMap(family =>
    pairsOf(family, comparer.texts).flatMap(([left, right]) => comparer.between(family, left, right)),
  )
}

/** Compares two documents on one family; made once for a corpus. */
export interface Comparer {
  texts: Texts
  /** How document `right` differs from `left` (ids) in a family; [] when one of them has no member. */
  between(family: Family, left: string, right: string): Difference[]
}

/**
 * Makes the comparer of these documents. If they are only part of a corpus, `families` and `counts` must be those of the
 * whole corpus: then the differences are the same as when all documents are given.
 */
export function comparerOf(
  regulations: Regulation[],
  families: Family[],
  provisions: Provision[],
  cut: Cut,
  counts?: PairCounts,
): Comparer {
  const texts = textsOf(regulations)
  const echoes = echoesOf(texts, counts)
  const byAddress = groupBy(provisions, provision => provision.address)
  const sides = new Map<string, Side>()
  const keysOf = sidesOf(families, regulations)
  const side = (family: Family, id: string, other: string): Side => {
    const members = keysOf(family, id, other)
    const key = members.join(' ')
    const made =
      sides.get(key) ?? makeSide(id, joinedTexts(members.map(texts.unit), id), texts, echoes, byAddress, cut)
    sides.set(key, made)
    return made
  }
  const between = (family: Family, left: string, right: string) => {
    const comparison = { a: side(family, left, right), b: side(family, right, left) }
    if (comparison.a.unit.text === '' || comparison.b.unit.text === '') return []
    return findingsOf(comparison, echoes).map(finding => differenceOf(family.id, comparison, finding))
  }
  return { texts, between }
}

function makeSide(
  document: string,
  unit: UnitText,
  texts: Texts,
  echoes: Echoes,
  provisions: Map<string, Provision[]>,
  cut: Cut,
): Side {
  const names = texts.names(document)
  const placed = unit.parts.flatMap(part =>
    (provisions.get(part.address) ?? [])
      .map(provision => ({
        provision,
        from: part.at.from + provision.range.from - part.offset,
        to: part.at.from + provision.range.to - part.offset,
      }))
      .filter(({ from, to }) => part.at.from <= from && to <= part.at.to),
  )
  return {
    document,
    unit,
    names,
    tokenized: tokenize(unit, { cut, names, foldNames: true }),
    content: echoes.content(unit.text, document),
    cutOff: endsCutOff(texts, document, unit),
    provisions: placed,
  }
}

function endsCutOff({ regulations }: Texts, document: string, { parts }: UnitText): boolean {
  const regulation = regulations.find(each => each.id === document)
  const last = regulation?.complete === false ? regulation.articles.at(-1) : undefined
  return last !== undefined && parts.some(({ address }) => holds(last.address, address))
}

function pairsOf(family: Family, texts: Texts): [string, string][] {
  const order = texts.regulations.map(regulation => regulation.id)
  const ids = order.filter(id => membersIn(family, id).length > 0)
  if (ids.length <= ALL_PAIRS)
    return ids.flatMap((left, index) => ids.slice(index + 1).map((right): [string, string] => [left, right]))
  const content = (id: string) =>
    membersIn(family, id)
      .map(member => texts.content(memberKey(member)))
      .join('\n')
  const groups = [...groupBy(ids, content).values()].sort((a, b) => b.length - a.length)
  const base = groups[0]![0]!
  return groups.slice(1).map(([other]) => inOrder(base, other!, order))
}

function inOrder(a: string, b: string, order: string[]): [string, string] {
  return order.indexOf(a) <= order.indexOf(b) ? [a, b] : [b, a]
}

/** All findings of two texts, in the order of the left text. */
function findingsOf(comparison: Comparison, echoes: Echoes): Finding[] {
  const inOrder = clausePairsOf(comparison.a.tokenized, comparison.b.tokenized)
  const isUnlike = !inOrder.some(isAnswered)
  const pairs = isUnlike ? inOrder : answeringPairs(comparison, inOrder, echoes)
  const sentences = sentenceLikenessOf(comparison, pairs)
  const typed = [
    ...quantityFindings(comparison, pairs, sentences),
    ...actorFindings(comparison, pairs, sentences),
    ...modalityFindings(
      comparison,
      pairs.filter(pair => sentences(pair) >= SENTENCE_OF_ONE_MODAL),
    ),
  ]
  const findings = [
    ...typed,
    ...(isUnlike
      ? [unlikeFinding(comparison, echoes)]
      : [
          ...substanceFindings(comparison, pairs, typed),
          ...missingFindings(comparison, pairs, typed, echoes),
        ]),
  ]
  return findings.sort((x, y) => x.a.from - y.a.from || x.b.from - y.b.from)
}

/**
 * Keeps clauses paired only if they match, each in its place or reworded elsewhere in the other text; all
 * other pairs become one-sided.
 */
function answeringPairs(comparison: Comparison, inOrder: ClausePair[], echoes: Echoes): ClausePair[] {
  const answering = withoutChance(comparison, withoutLone(comparison, inOrder), echoes)
  return withReworded(comparison, answering, echoes)
}

function differenceOf(family: string, { a, b }: Comparison, finding: Finding): Difference {
  const [left, right] = [shownOf(a, finding.a), shownOf(b, finding.b)]
  return {
    family,
    left: unitAt(a.unit, finding.a),
    right: unitAt(b.unit, finding.b),
    kind: finding.kind,
    leftText: left.text,
    rightText: right.text,
    leftCore: coreIn(left.range, finding.core?.a),
    rightCore: coreIn(right.range, finding.core?.b),
    note: finding.note,
    gist: finding.gist,
    elsewhere: finding.elsewhere ?? null,
    direction: finding.direction,
    leftSpan: left.span,
    rightSpan: right.span,
    leftSpans: left.spans,
    rightSpans: right.spans,
  }
}

/** What a difference shows of one side; text and spans are both made of `range`, so that they cannot drift apart. */
interface Shown {
  range: Range
  text: string
  span: Span | null
  spans: Span[]
}

function shownOf(side: Side, found: Range): Shown {
  const range = quotable(side.unit, found)
  const spans = sourceSpans(side.unit, range)
  return { range, text: sliceOf(side, range), span: spans.length === 1 ? spans[0]! : null, spans }
}

/** Turns ranges in the text of a unit into ranges in what is shown of it; overlapping or touching ones are merged. */
function coreIn(shown: Range, core: Range[] = [shown]): Range[] {
  const length = shown.to - shown.from
  const ranges = core
    .map(({ from, to }) => ({ from: Math.max(0, from - shown.from), to: Math.min(length, to - shown.from) }))
    .filter(({ from, to }) => from < to)
    .sort((x, y) => x.from - y.from)
  const disjoint: Range[] = []
  for (const range of ranges) {
    const last = disjoint.at(-1)
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to)
    else disjoint.push(range)
  }
  return disjoint
}

function unitAt(unit: UnitText, range: Range): string {
  return partsAt(unit, range)[0]?.address ?? unit.address
}
