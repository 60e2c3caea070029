import { groupBy } from '../../group.ts'
import type { Index } from '../../index/index.ts'
import { documentOf } from '../../structure/address.ts'
import { type Decisions, isCurated, pairKey, relationBetween } from '../codebook.ts'
import type { Links } from '../links/links.ts'
import { articlesOf, type IndexedArticle } from './articles.ts'
import { type Decided, decide, type Judged } from './decide.ts'
import { firstLook, type Surroundings, secondLook, type Weights } from './judge.ts'
import { type ArticlePair, pairsOf } from './pairs.ts'
import type { Settled } from './surroundings.ts'
import weights from './weights.json' with { type: 'json' }

const WEIGHTS: Weights = weights

/** The relations found between two documents, and everything that was judged on the way. */
export interface RelationsFound {
  decided: Decided[]
  judged: Judged[]
}

/**
 * How the articles of each two documents answer each other, by what their statements say of each other; all pairs are looked at
 * first, because third documents help to decide. By `pairKey` of the two documents; what people decided is not looked at but as a
 * third document's.
 */
export function relationsOf(index: Index, links: Links, decisions: Decisions): Map<string, RelationsFound> {
  const articles = articlesOf(index, links)
  const pairs = pairsOf(articles, links)
  const settled: Settled = (a, b) =>
    isCurated(decisions, documentOf(a), documentOf(b))
      ? relationBetween(decisions.relations.get(pairKey(a, b)))
      : null
  const ids = index.documents.map(({ id }) => id)
  const surroundings = new Map(
    ids.flatMap((a, at) =>
      ids.slice(at + 1).map(b => [pairKey(a, b), surroundingsOf(a, b, ids, decisions)] as const),
    ),
  )
  const heads = ({ a, b }: ArticlePair) =>
    WEIGHTS.second[surroundings.get(pairKey(ids[a.document]!, ids[b.document]!))!]
  const judged = secondLook(firstLook(pairs, WEIGHTS.first), settled, byText(articles), heads)
  const found = groupBy(judged, ({ a, b }) => pairKey(documentOf(a), documentOf(b)))
  return new Map(
    [...found].map(([key, ofPair]) => [key, { decided: decide(ofPair, WEIGHTS.thresholds), judged: ofPair }]),
  )
}

/** Numbers of the documents in the order of their texts. */
function byText(articles: IndexedArticle[][]): number[] {
  const texts = articles.map(document => document.map(({ text }) => text).join('\n'))
  return [...texts.keys()].sort((x, y) => (texts[x]! < texts[y]! ? -1 : texts[x]! > texts[y]! ? 1 : 0))
}

/** Whether third documents can help, and whether people aligned one of the two with others. */
function surroundingsOf(a: string, b: string, documents: string[], decisions: Decisions): Surroundings {
  const others = documents.filter(id => id !== a && id !== b)
  const known = (id: string) => others.some(other => isCurated(decisions, id, other))
  if (known(a) !== known(b)) return 'guided'
  return others.length > 0 ? 'joint' : 'alone'
}
