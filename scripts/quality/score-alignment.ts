import { documentOf } from '../../src/structure/address.ts'
import type { Match } from '../../src/types.ts'
import { type Counts, type Figure, f1Of, type Scores } from './scores.ts'

/** Form of gold/alignment.json: for each pair of documents `[article, article, relation]`. */
export interface AlignmentGold {
  pairs: Record<string, [string | number, string | number, string][]>
  ids?: Record<string, string>
}

/** Pairs that share an ancestor almost word for word; they flatter every method and are reported apart. */
export const TWINS = new Set(['zhongwei-shizuishan', 'shuozhou-qinzhou'])

/** What of a match is scored. */
export type Edge = Pick<Match, 'a' | 'b' | 'relation'>

export interface PairScore {
  pair: string
  equivalents: Counts
  edges: Counts
  misses: string[]
}

/**
 * Scores matches against the gold as its README says: *equivalents* (predicted `equivalent` on a gold `partial` costs
 * precision) and *edges* (relation ignored), disputed pairs of articles left out; hard pairs, twins, all, and each pair.
 * `label` goes before the names of the figures.
 */
export function scoreAlignment(matches: Edge[], gold: AlignmentGold, label: string): Scores {
  const byPair = scorePairs(matches, gold)
  const twins = byPair.filter(({ pair }) => TWINS.has(pair))
  const hard = byPair.filter(({ pair }) => !TWINS.has(pair))
  const scopes: [string, PairScore[]][] = [
    [twins.length > 0 ? 'hard pairs' : 'all pairs', hard],
    ...(twins.length > 0 ? [['twin pairs', twins] satisfies [string, PairScore[]]] : []),
  ]
  return {
    figures: [
      ...scopes.flatMap(([scope, scores]) => figuresOf(`${label}, ${scope}`, scores)),
      ...byPair.flatMap(score => figuresOf(`${label}, ${score.pair}`, [score]).filter(isF1)),
    ],
    misses: byPair.flatMap(({ misses }) => misses.map(miss => `${label}: ${miss}`)),
  }
}

/** The counts of each pair of documents of the gold. */
export function scorePairs(matches: Edge[], gold: AlignmentGold): PairScore[] {
  return Object.entries(gold.pairs).map(([pair, edges]) => {
    const [a, b] = pair.split('-').map(id => gold.ids?.[id] ?? id)
    return scorePair(pair, edgesBetween(matches, a!, b!), edges)
  })
}

function isF1({ name }: Figure): boolean {
  return name.endsWith(' f1')
}

/** Predicted relations between two documents, keyed `article article` with a's first. */
function edgesBetween(matches: Edge[], a: string, b: string): Map<string, string> {
  const edges = new Map<string, string>()
  for (const match of matches) {
    const documents = [documentOf(match.a), documentOf(match.b)]
    if (documents[0] === a && documents[1] === b) edges.set(keyOf(match.a, match.b), match.relation)
    if (documents[0] === b && documents[1] === a) edges.set(keyOf(match.b, match.a), match.relation)
  }
  return edges
}

function keyOf(a: string, b: string): string {
  return `${a.split('/')[1]} ${b.split('/')[1]}`
}

function scorePair(
  pair: string,
  predicted: Map<string, string>,
  edges: AlignmentGold['pairs'][string],
): PairScore {
  const score: PairScore = { pair, equivalents: zero(), edges: zero(), misses: [] }
  const gold = new Map(edges.map(([a, b, relation]) => [`${a} ${b}`, relation]))
  for (const key of new Set([...gold.keys(), ...predicted.keys()])) {
    const wanted = gold.get(key)
    if (wanted !== 'disputed') countEdge(score, key, wanted, predicted.get(key))
  }
  return score
}

function zero(): Counts {
  return { truePositive: 0, falsePositive: 0, falseNegative: 0 }
}

function countEdge(score: PairScore, key: string, wanted?: string, found?: string): void {
  const { equivalents, edges } = score
  if (wanted && found) edges.truePositive++
  else if (found) edges.falsePositive++
  else edges.falseNegative++
  if (found === 'equivalent') {
    if (wanted === 'equivalent' || wanted === 'equivalent-or-partial') equivalents.truePositive++
    else equivalents.falsePositive++
  } else if (wanted === 'equivalent') equivalents.falseNegative++
  if (found !== wanted && !(wanted === 'equivalent-or-partial' && found))
    score.misses.push(`${score.pair} ${key.replace(' ', '–')} ${wanted ?? 'none'}, found ${found ?? 'none'}`)
}

function figuresOf(name: string, scores: PairScore[]): Figure[] {
  const figures = (what: string, counts: Counts): Figure[] =>
    Object.entries(f1Of(counts)).map(([measure, value]) => ({
      stage: 'alignment',
      name: `${name}, ${what} ${measure}`,
      value,
    }))
  return [
    ...figures('equivalents', sum(scores.map(score => score.equivalents))),
    ...figures('all edges', sum(scores.map(score => score.edges))),
  ]
}

export function sum(counts: Counts[]): Counts {
  const total = zero()
  for (const { truePositive, falsePositive, falseNegative } of counts) {
    total.truePositive += truePositive
    total.falsePositive += falsePositive
    total.falseNegative += falseNegative
  }
  return total
}
