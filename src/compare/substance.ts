import type { Range } from '../types.ts'
import type { ClausePair, Segment } from './diff.ts'
import {
  type Comparison,
  clauseAround,
  coreOf,
  type Finding,
  hunksOf,
  isEmpty,
  NO_GIST,
  overlap,
  type SentenceLikeness,
  type Side,
  sentenceAround,
  sliceOf,
} from './finding.ts'
import { bare, isOnlyWording, UNLIKE } from './only-wording.ts'
import { isGovernmentItself, MATTERS, matterOf } from './tells.ts'
import { contentOf } from './tokens.ts'
import { likeness } from './wordings.ts'

/**
 * What remains of the changes when numbers, actors and modal words are explained: more or fewer bodies, matters and
 * conditions (`scope`), or only other words (`wording`, one finding for all such changes of a sentence).
 */
export function substanceFindings(
  comparison: Comparison,
  pairs: ClausePair[],
  explained: Finding[],
  sentences: SentenceLikeness,
): Finding[] {
  const scope: Finding[] = []
  const wording = new Map<number, Place[]>()
  for (const pair of pairs) {
    if (pair.reworded) {
      scope.push(rewordedFinding(pair))
      continue
    }
    const hunks = hunksOf(pair)
    for (const hunk of hunks) {
      if (explained.some(finding => covers(comparison, finding, hunk)) || isInLeadIns(comparison, hunk))
        continue
      if (isOnlyWording(comparison, pair, hunk, hunks)) {
        if (sentences(pair) < SAME_SENTENCE) continue
        const sentence = sentenceAround(comparison.a.witness.text, pair.a).from
        wording.set(sentence, [...(wording.get(sentence) ?? []), { pair, hunk }])
      } else scope.push(...partsOf(comparison, hunk).map(part => scopeFinding(comparison, part)))
    }
  }
  return [...scope, ...[...wording.values()].map(hunks => wordingFinding(comparison, hunks))]
}

// Other words are told of sentences that answer each other; where a clause alone does, they say nothing.
const SAME_SENTENCE = 0.35

/** A duty that both texts know, in sentences of which hardly a clause answers a clause. */
function rewordedFinding({ a, b }: ClausePair): Finding {
  return {
    kind: 'scope',
    a,
    b,
    core: { a: [], b: [] },
    note: '同一事项以不同文字规定，内容不尽相同',
    gist: { zh: '同一事项以不同文字规定', en: 'the same matter in other words, not all the same' },
    direction: null,
  }
}

// A typed finding accounts for a change in its clause unless the change says much more than the number, actor or modal.
const BESIDE = 20

function covers({ a, b }: Comparison, finding: Finding, hunk: Segment): boolean {
  const inside =
    (isEmpty(hunk.a) || overlap(finding.a, hunk.a)) && (isEmpty(hunk.b) || overlap(finding.b, hunk.b))
  return inside && [sliceOf(a, hunk.a), sliceOf(b, hunk.b)].every(text => contentOf(text).length <= BESIDE)
}

/** Whether a change stands in clauses that only lead in what follows: 主要任务是： names no body of its own. */
function isInLeadIns({ a, b }: Comparison, hunk: Segment): boolean {
  const isLeadIn = (side: Side, range: Range) =>
    /(?:任务|职责)(?:是|为|有|包括|如下)?$/.test(sliceOf(side, clauseAround(side.witness.text, range)))
  return isLeadIn(a, hunk.a) && isLeadIn(b, hunk.b)
}

// Of two stretches this long that are so unlike one is left out, the other added.
const LONG = 8

/** A change, or what it leaves out and what it adds where the two have nothing to do with each other. */
function partsOf({ a, b }: Comparison, hunk: Segment): Pick<Segment, 'a' | 'b'>[] {
  const [said, says] = [bare(sliceOf(a, hunk.a)), bare(sliceOf(b, hunk.b))]
  const unlike = Math.min(said.length, says.length) >= LONG && likeness(said, says) < UNLIKE
  // One body in the place of another is one change, however they are called.
  const areBodies = [said, says].every(text => matterOf(text) === '机构人员')
  if (!unlike || areBodies) return [hunk]
  return [
    { a: hunk.a, b: { from: hunk.b.from, to: hunk.b.from } },
    { a: { from: hunk.a.to, to: hunk.a.to }, b: hunk.b },
  ]
}

/** A change of scope in the clauses it stands in; with one side empty, something left out or added. */
export function scopeFinding({ a, b }: Comparison, hunk: Pick<Segment, 'a' | 'b'>): Finding {
  const [before, after] = [trimmed(sliceOf(a, hunk.a)), trimmed(sliceOf(b, hunk.b))]
  const itself = isGovernmentItself(a, hunk.a) || isGovernmentItself(b, hunk.b)
  const place = { a: contextOf(a, hunk.a), b: contextOf(b, hunk.b), core: coreOf([hunk]) }
  if (itself) return governmentItself(place, before === '')
  const matter = matterOf(before + after)
  if (before === '')
    return {
      kind: 'scope',
      ...place,
      note: `右增${matter}：${after}`,
      gist: { zh: `增加${matter}`, en: `${MATTERS[matter]} added` },
      direction: 'added',
    }
  if (after === '')
    return {
      kind: 'scope',
      ...place,
      note: `右缺${matter}：${before}`,
      gist: { zh: `略去${matter}`, en: `${MATTERS[matter]} left out` },
      direction: 'left-out',
    }
  return {
    kind: 'scope',
    ...place,
    note: `${matter}：“${before}”→“${after}”`,
    gist: { zh: `${matter}不同`, en: `other ${MATTERS[matter]}` },
    direction: null,
  }
}

function governmentItself(place: Pick<Finding, 'a' | 'b' | 'core'>, added: boolean): Finding {
  const note = added ? '右增机构人员：政府本身（政府及各部门）' : '右缺机构人员：政府本身（仅各部门）'
  const gist = added
    ? { zh: '增加政府本身', en: 'the government itself added' }
    : { zh: '略去政府本身', en: 'the government itself left out' }
  return { kind: 'scope', ...place, note, gist, direction: added ? 'added' : 'left-out' }
}

/** The clause a change stands in. */
function contextOf(side: Side, range: Range): Range {
  return clauseAround(side.witness.text, range)
}

function trimmed(text: string): string {
  return text.replace(/^[，、；。：”）\s]+|[，、；。：“（\s]+$/g, '')
}

function wordingFinding({ a, b }: Comparison, places: Place[]): Finding {
  const words = places.map(({ hunk }) => {
    const [before, after] = [trimmed(sliceOf(a, hunk.a)), trimmed(sliceOf(b, hunk.b))]
    return before === '' ? `＋“${after}”` : after === '' ? `－“${before}”` : `“${before}”→“${after}”`
  })
  const place = {
    a: sentenceAround(a.witness.text, hull(places.map(({ pair }) => pair.a))),
    b: sentenceAround(b.witness.text, hull(places.map(({ pair }) => pair.b))),
  }
  const core = coreOf(places.map(({ hunk }) => hunk))
  return { kind: 'wording', ...place, core, note: words.join('；'), gist: NO_GIST, direction: null }
}

/** A change and the clauses it stands in. */
interface Place {
  pair: ClausePair
  hunk: Segment
}

function hull(ranges: Range[]): Range {
  return {
    from: Math.min(...ranges.map(range => range.from)),
    to: Math.max(...ranges.map(range => range.to)),
  }
}
