import { groupBy } from '../../group.ts'
import type { Links } from '../links/links.ts'
import { HAVING_BOTH, KEPT_TOGETHER } from '../thresholds.ts'
import { agglomerate } from './agglomerate.ts'

/**
 * Groups that the documents keep in the same articles become one row: a reader compares what stands together. How far they do is
 * the share of the articles of either that have both; documents that have one of the two alone are in the row for that alone, so
 * most must have both.
 */
export function keptTogether(groups: number[][], { entries, documents, keys }: Links): number[][] {
  const rows = groups.map(group => [...group])
  const articles = groups.map(group => new Set(group.map(at => entries[at]!.article)))
  const having = groups.map(group => new Set(group.map(at => documents[at]!)))
  const groupsWith = groupBy(
    articles.flatMap((set, group) => [...set].map(article => ({ article, group }))),
    ({ article }) => article,
  )
  const neighbours = groups.map(() => new Set<number>())
  for (const within of groupsWith.values())
    for (const { group: one } of within)
      for (const { group: other } of within) if (one !== other) neighbours[one]!.add(other)
  const left = agglomerate(
    {
      neighbours,
      order: placesOf(groups.map(group => group.map(at => keys[at]!).sort()[0]!)),
      likeness: (a, b) =>
        shareInCommon(having[a]!, having[b]!) < HAVING_BOTH ? 0 : shareInCommon(articles[a]!, articles[b]!),
      join: (a, b) => {
        rows[a]!.push(...rows[b]!)
        for (const article of articles[b]!) articles[a]!.add(article)
        for (const document of having[b]!) having[a]!.add(document)
      },
    },
    KEPT_TOGETHER,
  )
  return left.map(at => rows[at]!)
}

function shareInCommon<Each>(a: Set<Each>, b: Set<Each>): number {
  let common = 0
  for (const each of a) if (b.has(each)) common++
  return common / (a.size + b.size - common)
}

/** The place of each text among all, sorted. */
export function placesOf(texts: string[]): Int32Array {
  const sorted = [...texts.keys()].sort((x, y) =>
    texts[x]! < texts[y]! ? -1 : texts[x]! > texts[y]! ? 1 : 0,
  )
  const places = new Int32Array(texts.length)
  for (const [place, at] of sorted.entries()) places[at] = place
  return places
}
