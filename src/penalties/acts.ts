import { groupBy } from '../group.ts'
import type { Vector } from '../index/vector.ts'
import { FORBIDS_AHEAD, FORBIDS_IN_RULE } from '../lexicon/deeds.ts'
import { hashOf } from '../text/hash.ts'
import { agreement, cosine } from './likeness.ts'
import { averageLinkage, neighboursOf } from './linkage.ts'
import type { OwnAct } from './own.ts'
import { type Nearby, type Sentences, saidBetween } from './said.ts'
import { JOINED_FROM, LEAST_LIKENESS, LONGEST_ACT_NAME, SAID_COUNTS } from './thresholds.ts'

/** A row of acts that are one over the documents. */
export interface AlikeActs {
  id: string
  zh: string
  en: string
  members: OwnAct[]
}

/**
 * The acts of all documents, joined where they are one; those of most documents first. One are acts with words in common, the more so
 * where the duties that they break say each other; what one sentence names side by side is not alike.
 */
export function actsAlike(own: OwnAct[], nearby: Nearby): { acts: AlikeActs[]; idOf(act: OwnAct): string } {
  // Equal words are one act, whoever has them; in the order of the words, so that of documents changes nothing.
  const same = [...groupBy(own, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, members]) => members)
  const vectors = same.map(([first]) => first!.vector)
  const verbs = same.map(([first]) => first!.verbs)
  const said = saidBetween(same.map(sentencesOf), nearby)
  const alike = neighboursOf(vectors, LEAST_LIKENESS, (a, b) => agreement(verbs[a]!, verbs[b]!)).map(
    (others, a) =>
      new Map(
        [...others].map(([b, likeness]) => {
          const sureness = said(a, b)
          return [b, sureness === null ? 0 : likeness * (1 + SAID_COUNTS * sureness)]
        }),
      ),
  )
  const groups = averageLinkage(alike, JOINED_FROM)
  const rows = groups.map(group => ({
    members: group.flatMap(at => same[at]!),
    zh: nameOf(
      group.map(at => ({
        words: same[at]![0]!.deed.text,
        inRule: same[at]!.some(({ deed }) => deed.inRule),
        vector: vectors[at]!,
        weight: same[at]!.length,
      })),
    ),
  }))
  const acts = named(rows).sort(mostDocumentsFirst)
  const ids = new Map(acts.flatMap(({ id, members }) => members.map(member => [member, id])))
  return { acts, idOf: act => ids.get(act)! }
}

function sentencesOf(members: OwnAct[]): Sentences {
  return {
    naming: new Set(members.flatMap(({ rows }) => rows.flatMap(({ statement }) => statement ?? []))),
    duties: new Set(members.flatMap(({ duties }) => duties)),
  }
}

function keyOf({ deed, vector }: OwnAct): string {
  return `${deed.text}\n${deed.setting}\n${vector.terms.length} ${vector.mass}`
}

/**
 * The words of the member that is most like all others, shortened; of what only forbids (不得跨越护栏) the words behind that, and only
 * where no member names the act itself.
 */
function nameOf(members: { words: string; inRule: boolean; vector: Vector; weight: number }[]): string {
  const scored = members.map(({ words, inRule, vector }) => ({
    words,
    bare: words.replace(inRule ? IN_RULE : AHEAD, '$1'),
    score: members.reduce((sum, other) => sum + other.weight * cosine(vector, other.vector), 0),
  }))
  const [best] = scored.sort(
    (a, b) =>
      Number(a.bare !== a.words) - Number(b.bare !== b.words) ||
      b.score - a.score ||
      a.words.length - b.words.length ||
      (a.words < b.words ? -1 : 1),
  )
  const words = best!.bare
  return words.length <= LONGEST_ACT_NAME ? words : `${words.slice(0, LONGEST_ACT_NAME)}…`
}
const AHEAD = new RegExp(`^([^，]{0,10}时)?${FORBIDS_AHEAD}`)
const IN_RULE = new RegExp(`^([^，]{0,10}时)?${FORBIDS_IN_RULE}`)

/** Names that no other row bears, and ids made from the members' words: the first by hash. */
function named(rows: { members: OwnAct[]; zh: string }[]): AlikeActs[] {
  const taken = new Map<string, number>()
  return rows.map(({ members, zh }) => {
    const count = (taken.get(zh) ?? 0) + 1
    taken.set(zh, count)
    const name = count === 1 ? zh : `${zh}（${count}）`
    const id = `p-${members.map(({ deed }) => hashOf(`${deed.setting}\n${deed.text}`)).sort()[0]!}`
    return { id, zh: name, en: name, members }
  })
}

function documentsOf({ members }: AlikeActs): number {
  return new Set(members.map(({ regulation }) => regulation)).size
}

function mostDocumentsFirst(a: AlikeActs, b: AlikeActs): number {
  return documentsOf(b) - documentsOf(a) || (a.id < b.id ? -1 : 1)
}
