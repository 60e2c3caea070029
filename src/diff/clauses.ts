import type { Range } from '../types.ts'
import { APART, GROUP_COST, LONE_LIKENESS, MOVED_LIKENESS, MOVED_WEIGHT } from './thresholds.ts'
import type { Token, TokenizedText } from './tokens.ts'

/**
 * Two stretches that are compared with each other: `a` and `b` are their offsets in the texts, `tokensA` and
 * `tokensB` the indexes of their tokens. Blocks stand in `b`'s order and tile both texts. `move` is set when
 * the stretch stands elsewhere in the other text.
 */
export interface Block {
  a: Range
  b: Range
  tokensA: Range
  tokensB: Range
  /** Share of the clauses' words that both have, 0 to 1; words that stand in many clauses count little. */
  likeness: number
  move?: number
}

/**
 * Pairs the clauses of two texts before their words, so that 款 matches 款 and a moved clause is recognised
 * as moved. One clause may match up to three neighbouring clauses of the other text. Groups of several
 * clauses on both sides were tried and failed: they hide what moved.
 */
export function alignClauses(left: TokenizedText, right: TokenizedText): Block[] {
  // Texts with the same content may end their clauses elsewhere: a comma here, none there.
  if (content(left) === content(right)) return [wholeBlock(left, right)]
  const [a, b] = weighted(clausesOf(left), clausesOf(right))
  const shared = sharedOf(a, b)
  const pairs = withLeftOverPairs(bestPath(a, b, shared), a.length, b.length, shared)
  const block = (inA: Range, inB: Range): Block => ({
    a: textOf(a, inA, left.text.length),
    b: textOf(b, inB, right.text.length),
    tokensA: tokensIn(a, inA, left.tokens.length),
    tokensB: tokensIn(b, inB, right.tokens.length),
    likeness: dice(shared(inA, inB)),
  })
  return blocksOf(a.length, b.length, [...pairs, ...movedPairs(a, b, pairs, shared)], block)
}

function content(side: TokenizedText): string {
  return side.tokens.map(token => token.key).join('')
}

function wholeBlock(left: TokenizedText, right: TokenizedText): Block {
  return {
    a: { from: 0, to: left.text.length },
    b: { from: 0, to: right.text.length },
    tokensA: { from: 0, to: left.tokens.length },
    tokensB: { from: 0, to: right.tokens.length },
    likeness: 1,
  }
}

/**
 * The clauses with their words weighed: a word that stands once in each text shows which clauses match, one
 * that stands in every clause (处以罚款, 市人民政府) shows little.
 */
function weighted(a: Clause[], b: Clause[]): [Clause[], Clause[]] {
  const counts = new Map<string, number>()
  for (const { bag } of [...a, ...b])
    for (const key of bag.keys()) counts.set(key, (counts.get(key) ?? 0) + 1)
  const weigh = (clause: Clause): Clause => {
    const bag = new Map<string, number>()
    for (const [key, weight] of clause.bag)
      bag.set(key, weight / (1 + Math.log(Math.max(1, counts.get(key)! / 2))))
    return { ...clause, bag, weight: [...bag.values()].reduce((sum, each) => sum + each, 0) }
  }
  return [a.map(weigh), b.map(weigh)]
}

interface Clause {
  range: Range
  tokens: Range
  /** Weight of each token key; `weight` is the sum. */
  bag: Map<string, number>
  weight: number
}

/**
 * The clauses of a text, in order. They end at a comma, semicolon, full stop, question or exclamation mark
 * and at a line's end; closing marks go with them. Whole sentences were tried and failed: where one sentence
 * here is two sentences there, long equal stretches are shown as changed.
 */
function clausesOf(side: TokenizedText): Clause[] {
  const clauses: Clause[] = []
  let token = 0
  let from = 0
  for (const match of side.text.matchAll(/[，。；！？\n][”’）》\n]*|$/gu)) {
    const to = match.index + match[0].length
    const first = token
    while (token < side.tokens.length && side.tokens[token]!.from < to) token++
    // A stretch without a token joins the next clause or, at the end of the text, the last one.
    if (first === token && to < side.text.length) continue
    if (first === token && clauses.length > 0) clauses.at(-1)!.range.to = to
    else clauses.push(clauseOf(side.tokens, { from, to }, { from: first, to: token }))
    from = to
  }
  return clauses
}

function clauseOf(all: Token[], range: Range, tokens: Range): Clause {
  const bag = new Map<string, number>()
  for (let index = tokens.from; index < tokens.to; index++) {
    const token = all[index]!
    bag.set(token.key, (bag.get(token.key) ?? 0) + token.weight)
  }
  return { range, tokens, bag, weight: 0 }
}

/** Clauses `[a.from, a.to)` matched with clauses `[b.from, b.to)`; both are indexes of clauses. */
interface ClauseGroupPair {
  a: Range
  b: Range
  moved: boolean
}

type Shared = (a: Range, b: Range) => { shared: number; unshared: number }

/** Makes the measure of two groups of clauses: the weight both have, and the weight only one of them has. */
function sharedOf(a: Clause[], b: Clause[]): Shared {
  const groupA = memo((range: Range) => merge(a, range))
  const groupB = memo((range: Range) => merge(b, range))
  return (rangeA, rangeB) => {
    const [x, y] = [groupA(rangeA), groupB(rangeB)]
    const shared = sharedWeight(x.bag, y.bag)
    return { shared, unshared: x.weight + y.weight - 2 * shared }
  }
}

function memo<T>(make: (range: Range) => T): (range: Range) => T {
  const known = new Map<number, T>()
  return range => {
    const key = range.from * 8 + (range.to - range.from)
    const value = known.get(key) ?? make(range)
    known.set(key, value)
    return value
  }
}

function merge(clauses: Clause[], range: Range): Pick<Clause, 'bag' | 'weight'> {
  if (range.to - range.from === 1) return clauses[range.from]!
  const bag = new Map<string, number>()
  let weight = 0
  for (const clause of clauses.slice(range.from, range.to)) {
    for (const [key, value] of clause.bag) bag.set(key, (bag.get(key) ?? 0) + value)
    weight += clause.weight
  }
  return { bag, weight }
}

function sharedWeight(a: Map<string, number>, b: Map<string, number>): number {
  if (a.size > b.size) return sharedWeight(b, a)
  let shared = 0
  for (const [key, value] of a) shared += Math.min(value, b.get(key) ?? 0)
  return shared
}

const GROUPS = [
  [1, 1],
  [1, 2],
  [2, 1],
  [1, 3],
  [3, 1],
] as const

/** The pairing that keeps the order of both texts and shares the most weight. */
function bestPath(a: Clause[], b: Clause[], sharedOf: Shared): ClauseGroupPair[] {
  const [rows, columns] = [a.length, b.length]
  const touches = touching(a, b)
  const score = Array.from({ length: rows + 1 }, () => new Float64Array(columns + 1))
  const step = Array.from({ length: rows + 1 }, () => new Int8Array(columns + 1))
  for (let i = 0; i <= rows; i++) {
    for (let j = 0; j <= columns; j++) {
      if (i === 0 && j === 0) continue
      let best = -1
      let by = 0
      if (i > 0 && score[i - 1]![j]! > best) [best, by] = [score[i - 1]![j]!, -1]
      if (j > 0 && score[i]![j - 1]! > best) [best, by] = [score[i]![j - 1]!, -2]
      for (let group = 0; group < GROUPS.length; group++) {
        const [m, n] = GROUPS[group]!
        if (m > i || n > j || !touches(i - m, i, j - n, j)) continue
        const value =
          score[i - m]![j - n]! + worth(sharedOf({ from: i - m, to: i }, { from: j - n, to: j }), m + n)
        if (value > best) [best, by] = [value, group + 1]
      }
      score[i]![j] = best
      step[i]![j] = by
    }
  }
  return retrace(step, rows, columns)
}

/**
 * Makes a quick test for two groups of clauses: whether their first clauses share weight, and their last
 * clauses too. Groups that fail it are never weighed.
 */
function touching(
  a: Clause[],
  b: Clause[],
): (fromA: number, toA: number, fromB: number, toB: number) => boolean {
  const columns = b.length
  const common = new Float32Array(a.length * columns)
  const places = new Map<string, { column: number; weight: number }[]>()
  b.forEach(({ bag }, column) => {
    for (const [key, weight] of bag) {
      const known = places.get(key)
      if (known) known.push({ column, weight })
      else places.set(key, [{ column, weight }])
    }
  })
  a.forEach(({ bag }, row) => {
    for (const [key, mine] of bag)
      for (const { column, weight } of places.get(key) ?? [])
        common[row * columns + column]! += Math.min(mine, weight)
  })
  const shares = (row: number, column: number) => common[row * columns + column]! > 0
  return (fromA, toA, fromB, toB) => shares(fromA, fromB) && shares(toA - 1, toB - 1)
}

function worth({ shared, unshared }: { shared: number; unshared: number }, clauses: number): number {
  return shared === 0 ? -1 : shared - APART * unshared - GROUP_COST * (clauses - 2)
}

function retrace(step: Int8Array[], rows: number, columns: number): ClauseGroupPair[] {
  const pairs: ClauseGroupPair[] = []
  let [i, j] = [rows, columns]
  while (i > 0 || j > 0) {
    const by = step[i]![j]!
    if (by === -1) i--
    else if (by === -2) j--
    else {
      const [m, n] = GROUPS[by - 1]!
      pairs.push({ a: { from: i - m, to: i }, b: { from: j - n, to: j }, moved: false })
      i -= m
      j -= n
    }
  }
  return pairs.reverse()
}

/** Adds a pair where just one clause of each text is left over between two pairs, if they share enough. */
function withLeftOverPairs(
  pairs: ClauseGroupPair[],
  rows: number,
  columns: number,
  sharedOf: Shared,
): ClauseGroupPair[] {
  const end: ClauseGroupPair = {
    a: { from: rows, to: rows },
    b: { from: columns, to: columns },
    moved: false,
  }
  let [fromA, fromB] = [0, 0]
  return [...pairs, end].flatMap(pair => {
    const leftOver: ClauseGroupPair = {
      a: { from: fromA, to: pair.a.from },
      b: { from: fromB, to: pair.b.from },
      moved: false,
    }
    ;[fromA, fromB] = [pair.a.to, pair.b.to]
    const fits =
      leftOver.a.to - leftOver.a.from === 1 &&
      leftOver.b.to - leftOver.b.from === 1 &&
      dice(sharedOf(leftOver.a, leftOver.b)) >= LONE_LIKENESS
    return [...(fits ? [leftOver] : []), ...(pair === end ? [] : [pair])]
  })
}

function dice({ shared, unshared }: { shared: number; unshared: number }): number {
  return shared === 0 ? 0 : (2 * shared) / (2 * shared + unshared)
}

function movedPairs(a: Clause[], b: Clause[], pairs: ClauseGroupPair[], sharedOf: Shared): ClauseGroupPair[] {
  const freeA = indexesOutside(
    a.length,
    pairs.map(pair => pair.a),
  )
  const freeB = indexesOutside(
    b.length,
    pairs.map(pair => pair.b),
  )
  const candidates = freeA.flatMap(i =>
    freeB.map(j => ({ i, j, ...sharedOf({ from: i, to: i + 1 }, { from: j, to: j + 1 }) })),
  )
  const taken: ClauseGroupPair[] = []
  for (const { i, j, shared, unshared } of candidates.sort(
    (x, y) => y.shared - x.shared || x.i - y.i || x.j - y.j,
  )) {
    if (shared < MOVED_WEIGHT || dice({ shared, unshared }) < MOVED_LIKENESS) continue
    if (taken.some(pair => pair.a.from === i || pair.b.from === j)) continue
    taken.push({ a: { from: i, to: i + 1 }, b: { from: j, to: j + 1 }, moved: true })
  }
  return taken
}

function indexesOutside(length: number, ranges: Range[]): number[] {
  return Array.from({ length }, (_, index) => index).filter(
    index => !ranges.some(range => range.from <= index && index < range.to),
  )
}

/** Blocks in `b`'s order; a clause without a counterpart in `b` follows the block before it in `a`. */
function blocksOf(
  rows: number,
  columns: number,
  pairs: ClauseGroupPair[],
  block: (a: Range, b: Range) => Block,
): Block[] {
  const byA = new Map(pairs.flatMap(pair => [[pair.a.from, pair] as const]))
  const byB = new Map(pairs.flatMap(pair => [[pair.b.from, pair] as const]))
  const moves = numbered(pairs.filter(pair => pair.moved))
  const blocks: Block[] = []
  const at = { a: 0, b: 0 }
  while (at.a < rows || at.b < columns) {
    const inA = byA.get(at.a)
    const inB = byB.get(at.b)
    if (inA?.moved) at.a++
    else if (!inA && at.a < rows) blocks.push(block({ from: at.a, to: ++at.a }, { from: at.b, to: at.b }))
    else if (inB?.moved) blocks.push({ ...block(inB.a, { from: at.b, to: ++at.b }), move: moves.get(inB)! })
    else if (!inB && at.b < columns) blocks.push(block({ from: at.a, to: at.a }, { from: at.b, to: ++at.b }))
    else {
      blocks.push(block(inB!.a, inB!.b))
      at.a = inB!.a.to
      at.b = inB!.b.to
    }
  }
  return blocks
}

/** The number of each move, in `b`'s order; neighbours that moved together are one move. */
function numbered(moved: ClauseGroupPair[]): Map<ClauseGroupPair, number> {
  const numbers = new Map<ClauseGroupPair, number>()
  let last: ClauseGroupPair | undefined
  let number = 0
  for (const pair of moved.sort((x, y) => x.b.from - y.b.from)) {
    if (!last || last.a.to !== pair.a.from || last.b.to !== pair.b.from) number++
    numbers.set(pair, number)
    last = pair
  }
  return numbers
}

function textOf(clauses: Clause[], range: Range, end: number): Range {
  const from = clauses[range.from]?.range.from ?? end
  return { from, to: range.from === range.to ? from : clauses[range.to - 1]!.range.to }
}

function tokensIn(clauses: Clause[], range: Range, end: number): Range {
  const from = clauses[range.from]?.tokens.from ?? end
  return { from, to: range.from === range.to ? from : clauses[range.to - 1]!.tokens.to }
}
