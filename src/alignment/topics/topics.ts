import { groupBy } from '../../group.ts'
import { IN_FORCE_FROM, THIS_DOCUMENT } from '../../lexicon/formulas.ts'
import { articleAddressOf, documentOf, holds } from '../../structure/address.ts'
import { hashOf } from '../../text/hash.ts'
import type { Topic } from '../../types.ts'
import { type PreparedArticle, withPieces } from '../measure/prepare.ts'
import { isPenalty } from '../measure/stretches.ts'
import type { Rarity } from '../measure/weigh.ts'
import { CHARACTERS_IN_PLACE_OF_NAME, LONGEST_CUSTOMARY } from '../thresholds.ts'
import { isContentWord, type Phrase, type Phraser, phraserOf } from './phrases.ts'

/** A unit that stands in a row, with the ids of its statements that do; null for all of them. */
export interface Labelled {
  address: string
  statements: string[] | null
}

/** Gives rows their topics, in the order of the rows: a stable id and a name that no other row bears. */
export type Labeller = (rows: Labelled[][], taken: string[]) => Topic[]

/**
 * A labeller over the articles at hand; of each only what stands in the row is read. The id is made from one of the members'
 * texts, the first by hash: it stays when documents join, unless the newcomer's comes before.
 * There is no honest English for a phrase that the model found, so `en` repeats it.
 */
export function labellerOf(articles: Map<string, PreparedArticle>, rarity: Rarity): Labeller {
  const phrases = phraserOf([...articles.values()], rarity)
  return (rows, taken) => {
    const named = rows.map(members => {
      const parts = partsOf(members, articles)
      const id = `m-${parts.map(({ text }) => hashOf(text)).sort()[0]!}`
      return { id, members: parts, ...nameOf(parts, phrases) }
    })
    const names = namesApart(named, taken)
    return named.map(row => ({ id: row.id, zh: names.get(row)!, en: names.get(row)! }))
  }
}

/** The articles as if they had only what stands in the row. */
function partsOf(members: Labelled[], articles: Map<string, PreparedArticle>): PreparedArticle[] {
  const byArticle = groupBy(members, ({ address }) => articleAddressOf(address))
  return [...byArticle].map(([address, units]) => {
    const article = articles.get(address)!
    const pieces = article.pieces.filter((_, at) => units.some(unit => standsIn(unit, article, at)))
    return pieces.length === article.pieces.length || pieces.length === 0
      ? article
      : withPieces(article, pieces)
  })
}

/** Whether the piece in this place is one of the unit's statements: both are sentences, in the order of their unit. */
function standsIn({ address, statements }: Labelled, { pieces }: PreparedArticle, at: number): boolean {
  const piece = pieces[at]!
  if (!holds(address, piece.address)) return false
  if (statements === null) return true
  const place = pieces.slice(0, at).filter(other => other.address === piece.address).length + 1
  return statements.includes(`${piece.address}#${place}`)
}

interface NamedRow {
  id: string
  members: PreparedArticle[]
  name: string
  /** Phrases that could stand beside the name, best first. */
  details(): string[]
}

function nameOf(members: PreparedArticle[], phrases: Phraser): Pick<NamedRow, 'name' | 'details'> {
  const given = customary(members) ?? caption(members)
  if (given !== null) return { name: given, details: () => phrases(members).map(({ text }) => text) }
  const [best, ...others] = phrases(members)
  const details = () => others.map(({ text }) => text)
  if (!best) return { name: members[0]!.text.slice(0, CHARACTERS_IN_PLACE_OF_NAME), details }
  return { name: mostly(members, isPenalty) ? fineOf(best, members) : best.text, details }
}

/** The name of a row of fines, by the conduct that is fined; 等行为 where most of the articles have none of its words. */
function fineOf({ text, words }: Phrase, members: PreparedArticle[]): string {
  const shared = words.some(word => isContentWord(word) && mostly(members, ({ terms }) => terms.has(word)))
  return `${text}${shared ? '' : '等行为'}的处罚`
}

/**
 * Where several rows have one name, the row of most documents keeps it. Each other row adds to it the first of its own
 * phrases that most members of the keeper lack, or a number where there is none.
 */
function namesApart(rows: NamedRow[], taken: string[]): Map<NamedRow, string> {
  const keepers = new Map<string, PreparedArticle[]>(taken.map(name => [name, []]))
  const names = new Map<NamedRow, string>()
  for (const row of rows.toSorted(mostDocumentsFirst)) {
    const name = keepers.has(row.name) ? apart(row, keepers) : row.name
    keepers.set(name, row.members)
    names.set(row, name)
  }
  return names
}

function apart({ name, members, details }: NamedRow, keepers: Map<string, PreparedArticle[]>): string {
  const keeper = keepers.get(name)!
  const others = details().filter(detail => !name.includes(detail) && !detail.includes(name))
  const own = others.find(
    detail =>
      !keepers.has(`${name}（${detail}）`) &&
      !mostly(keeper, ({ text }) => text.includes(detail)) &&
      mostly(members, ({ text }) => text.includes(detail)),
  )
  const detail = own ?? others.find(detail => !keepers.has(`${name}（${detail}）`))
  if (detail) return `${name}（${detail}）`
  let number = 2
  while (keepers.has(`${name}（${number}）`)) number++
  return `${name}（${number}）`
}

function mostDocumentsFirst(x: NamedRow, y: NamedRow): number {
  const order = (row: NamedRow) => [row.id, ...addressesOf(row)].join(' ')
  return documentsOf(y) - documentsOf(x) || (order(x) < order(y) ? -1 : 1)
}

function documentsOf(row: NamedRow): number {
  return new Set(addressesOf(row).map(documentOf)).size
}

function addressesOf({ members }: NamedRow): string[] {
  return members.map(({ address }) => address).sort()
}

// Articles that every regulation has, by the words the drafting rules prescribe for them (立法技术规范).
const CUSTOMARY: [RegExp, string][] = [
  [new RegExp(`制定${THIS_DOCUMENT}`), '制定目的和依据'],
  [new RegExp(`^${THIS_DOCUMENT}所称`), '用语含义'],
  [new RegExp(IN_FORCE_FROM), '施行与废止'],
  [new RegExp(`适用${THIS_DOCUMENT}|${THIS_DOCUMENT}适用`), '适用范围'],
  [
    /法律、?(?:行政)?法规.{0,12}(?:已有|已经|已|另)有?.{0,6}规定.{0,12}(?:从其|依照其|适用其)/,
    '与法律法规的衔接',
  ],
  [/(?:玩忽职守|滥用职权|徇私舞弊).{0,60}(?:处分|责任)/, '工作人员的法律责任'],
]

function customary(members: PreparedArticle[]): string | null {
  const found = CUSTOMARY.find(([pattern]) =>
    mostly(members, ({ text }) => text.length < LONGEST_CUSTOMARY && pattern.test(text)),
  )
  return found ? found[1] : null
}

function mostly(members: PreparedArticle[], is: (article: PreparedArticle) => boolean): boolean {
  return members.filter(is).length * 2 > members.length
}

/** The caption that most members print. */
function caption(members: PreparedArticle[]): string | null {
  const captions = members.map(article => article.caption).filter(text => text !== '')
  const counts = new Map<string, number>()
  for (const text of captions) counts.set(text, (counts.get(text) ?? 0) + 1)
  const [best] = [...counts].sort(([p, x], [q, y]) => y - x || p.length - q.length || (p < q ? -1 : 1))
  return best && captions.length * 2 > members.length ? best[0] : null
}
