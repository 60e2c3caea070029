import { tokenize } from '../diff/diff.ts'
import { echoesOf, type PairCounts } from '../diff/echo.ts'
import { keysOf, membersIn, sidesOf, statementsByArticle } from '../diff/sides.ts'
import { type Texts, textsOf } from '../diff/texts.ts'
import {
  joinedTexts,
  memberKey,
  type Part,
  partsAt,
  quotable,
  sourceSpans,
  type UnitText,
} from '../diff/unit-text.ts'
import { groupBy } from '../group.ts'
import type { Said } from '../statement-types.ts'
import type { StatementPlace } from '../statements/statements.ts'
import { documentOf, holds } from '../structure/address.ts'
import type { Cut, Difference, Family, Provision, Range, Regulation, Span } from '../types.ts'
import { type Comparison, isEmpty, isWithin, type Side, sliceOf, statementAt } from './finding.ts'
import { groupsOf } from './groups.ts'
import { placeSureness, probabilityOf } from './probability.ts'
import { type Found, findingsAcross, findingsOf } from './rules.ts'
import { ALL_PAIRS } from './thresholds.ts'

export interface Corpus {
  regulations: Regulation[]
  families: Family[]
  provisions: Provision[]
  said: Said
  /** Of the whole corpus, where these documents are only part of it; `families` must be the whole corpus's too. */
  counts?: PairCounts | undefined
}

/**
 * All typed differences, family by family, of `pairs` of documents, else of those that `areAllCompared` tells of; of two documents the one
 * that comes first in the corpus is the left one.
 */
export function differencesOf(corpus: Corpus, cut: Cut, pairs?: [string, string][]): Difference[] {
  const comparer = comparerOf(corpus, cut)
  const order = corpus.regulations.map(({ id }) => id)
  const asked = pairs?.map(([a, b]) => inOrder(a, b, order))
  return corpus.families.flatMap(family =>
    (asked ?? pairsIn(family, comparer.texts)).flatMap(([left, right]) =>
      comparer.between(family, left, right),
    ),
  )
}

/** Compares two documents on one family; made once for a corpus. */
export interface Comparer {
  texts: Texts
  /** How document `right` differs from `left` (ids) in a family; [] when one of them has no member. */
  between(family: Family, left: string, right: string): Difference[]
}

/** Makes the comparer of these documents; of part of a corpus it tells what it tells of all. */
export function comparerOf({ regulations, families, provisions, said, counts }: Corpus, cut: Cut): Comparer {
  const texts = textsOf(regulations)
  const echoes = echoesOf(texts, counts)
  const byAddress = groupBy(provisions, provision => provision.address)
  const sides = new Map<string, Side>()
  const byArticle = statementsByArticle(regulations)
  const statementsIn = sidesOf(families, byArticle)
  const side = (document: string, statements: StatementPlace[]): Side => {
    const key = `${document} ${statements.map(({ id }) => id).join(' ')}`
    const known = sides.get(key)
    if (known) return known
    const unit = joinedTexts(keysOf(statements, byArticle).map(texts.unit), document)
    const made = makeSide(document, unit, statements, texts, byAddress, cut)
    sides.set(key, made)
    return made
  }
  const between = (family: Family, left: string, right: string) => {
    const [a, b] = [statementsIn(family, left, right), statementsIn(family, right, left)]
    if (a.length === 0 || b.length === 0) return []
    const around = { a: side(left, a), b: side(right, b) }
    const whole: Comparison = { ...around, around, said, answering: false }
    const groups = groupsOf(a, b, said)
    const comparisons = groups.some(group => group.answering)
      ? groups.map(group => ({ ...whole, ...group, a: side(left, group.a), b: side(right, group.b) }))
      : [whole]
    const told = comparisons.flatMap(comparison =>
      findingsOf(comparison, echoes).map(finding => differenceOf(family.id, comparison, finding)),
    )
    const across = comparisons.length > 1 ? findingsAcross(whole) : []
    return withAcross(
      told,
      across.map(finding => differenceOf(family.id, whole, finding)),
    )
  }
  return { texts, between }
}

/** Puts what was found across statements in place of what was told of either side alone; what is told already stays. */
function withAcross(told: Difference[], across: Difference[]): Difference[] {
  const meet = (x: Span | null, y: Span | null) =>
    x !== null && y !== null && x.start < y.end && y.start < x.end
  const isTold = (found: Difference) =>
    told.some(each => meet(each.leftSpan, found.leftSpan) && meet(each.rightSpan, found.rightSpan))
  const added = across.filter(found => !isTold(found))
  const isReplaced = (each: Difference) =>
    (each.leftSpan === null || each.rightSpan === null) &&
    added.some(found => meet(each.leftSpan, found.leftSpan) || meet(each.rightSpan, found.rightSpan))
  return [...told.filter(each => !isReplaced(each)), ...added]
}

function makeSide(
  document: string,
  unit: UnitText,
  statements: StatementPlace[],
  texts: Texts,
  provisions: Map<string, Provision[]>,
  cut: Cut,
): Side {
  const names = texts.names(document)
  return {
    document,
    unit,
    names,
    tokenized: tokenize(unit, { cut, names, foldNames: true }),
    ...completenessOf(texts, document, unit),
    provisions: unit.parts.flatMap(part =>
      (provisions.get(part.address) ?? []).flatMap(provision =>
        placedIn(part, provision.range).map(range => ({ provision, ...range })),
      ),
    ),
    statements: statements.flatMap(({ id, address, range }) =>
      unit.parts
        .filter(part => part.address === address)
        .flatMap(part => placedIn(part, range).map(at => ({ id, ...at }))),
    ),
  }
}

/** Where a range of a unit's own text stands in a text that this part is of; nothing where the part does not hold it. */
function placedIn({ at, offset }: Part, range: Range): Range[] {
  const placed = { from: at.from + range.from - offset, to: at.from + range.to - offset }
  return isWithin(placed, at) ? [placed] : []
}

function completenessOf(
  { regulations }: Texts,
  document: string,
  { parts }: UnitText,
): Pick<Side, 'complete' | 'cutOff'> {
  const { complete, articles } = regulations.find(each => each.id === document)!
  const last = articles.at(-1)
  return {
    complete,
    cutOff: !complete && last !== undefined && parts.some(({ address }) => holds(last.address, address)),
  }
}

/** Whether every two documents of a family are compared in the table of differences; else each wording with the most common one. */
export function areAllCompared({ members }: Family): boolean {
  return new Set(members.map(({ address }) => documentOf(address))).size <= ALL_PAIRS
}

function pairsIn(family: Family, texts: Texts): [string, string][] {
  const order = texts.regulations.map(regulation => regulation.id)
  const ids = order.filter(id => membersIn(family, id).length > 0)
  if (areAllCompared(family))
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

function differenceOf(family: string, { a, b, around, said }: Comparison, finding: Found): Difference {
  const [left, right] = [shownOf(a, finding.a), shownOf(b, finding.b)]
  const place = (side: Side, all: Side, range: Range) =>
    side.unit.text === '' ? placeOf(all, finding.nearest) : unitAt(side.unit, range)
  const placed = {
    code: finding.code,
    left: place(a, around.a, finding.a),
    right: place(b, around.b, finding.b),
    leftStatement: isEmpty(finding.a) ? null : statementAt(a, finding.a),
    rightStatement: isEmpty(finding.b) ? null : statementAt(b, finding.b),
  }
  return {
    family,
    ...placed,
    kind: finding.kind,
    rule: finding.rule,
    probability: probabilityOf(finding.code, placeSureness(placed, said), left.text + right.text),
    searched: finding.code === 'not-said' ? 'document' : 'place',
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

/** Where a document would say what it does not: the unit of the statement that comes nearest, if it is on the topic, else its first. */
function placeOf({ unit, statements }: Side, nearest: string | undefined): string {
  const at = statements.find(({ id }) => id === nearest)
  return at ? unitAt(unit, at) : unit.parts[0]!.address
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
