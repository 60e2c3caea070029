import { groupBy } from '../../group.ts'
import { IN_FORCE_FROM, THIS_DOCUMENT } from '../../lexicon/formulas.ts'
import type { Statement } from '../../statement-types.ts'
import { articleAddressOf, documentOf, holds } from '../../structure/address.ts'
import { hashOf } from '../../text/hash.ts'
import type { Topic } from '../../types.ts'
import { type Piece, type PreparedArticle, withPieces } from '../measure/prepare.ts'
import { isPenalty } from '../measure/stretches.ts'
import type { Rarity } from '../measure/weigh.ts'
import {
  CHARACTERS_IN_PLACE_OF_NAME,
  FULLER_ACT,
  LONGEST_CUSTOMARY,
  LONGEST_PLAIN_NAME,
  MOST_CHARACTERS_IN_NAME,
} from '../thresholds.ts'
import { ENDS_IN_BODY } from './name-words.ts'
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
export function labellerOf(
  articles: Map<string, PreparedArticle>,
  rarity: Rarity,
  statements: Statement[],
): Labeller {
  const byId = new Map(statements.map(statement => [statement.id, statement]))
  const phrases = phraserOf([...articles.values()], rarity)
  return (rows, taken) => {
    const named = rows.map(members => {
      const parts = partsOf(members, articles, byId)
      const id = `m-${parts.map(({ text }) => hashOf(text)).sort()[0]!}`
      return { id, members: parts, ...nameOf(parts, leadsOf(members, articles), phrases) }
    })
    const names = namesApart(named, taken)
    return named.map(row => ({ id: row.id, zh: names.get(row)!, en: names.get(row)! }))
  }
}

/** The articles as if they had only what stands in the row. */
function partsOf(
  members: Labelled[],
  articles: Map<string, PreparedArticle>,
  statements: Map<string, Statement>,
): PreparedArticle[] {
  const byArticle = groupBy(members, ({ address }) => articleAddressOf(address))
  return [...byArticle].map(([address, units]) => {
    const article = articles.get(address)!
    const ids = idsOf(article.pieces)
    const pieces = article.pieces.flatMap((piece, at) => {
      const statement = statements.get(ids[at]!)
      return units.some(unit => standsIn(unit, piece.address, ids[at]!)) ? [{ ...piece, statement }] : []
    })
    return pieces.length === 0 ? article : withPieces(article, pieces)
  })
}

/** The articles of items as if they had only what leads these in, where it does not stand in the row and forbids nothing. */
function leadsOf(members: Labelled[], articles: Map<string, PreparedArticle>): PreparedArticle[] {
  const addresses = new Set(members.map(({ address }) => address))
  const leading = new Set(
    [...addresses]
      .filter(address => address.split('/').length > 3)
      .map(address => address.slice(0, address.lastIndexOf('/')))
      .filter(address => !addresses.has(address)),
  )
  return [...groupBy(leading, articleAddressOf)].flatMap(([article, lists]) => {
    const whole = articles.get(article)!
    const pieces = whole.pieces.filter(
      ({ address, text }) => lists.includes(address) && text.endsWith('：') && !FORBIDS.test(text),
    )
    return pieces.length > 0 ? [withPieces(whole, pieces)] : []
  })
}
// Rules of conduct say by themselves what they are about.
const FORBIDS = /禁止|不得|行为之一|遵守|倡导|提倡|行为规范|下列行为/

/** What the statements of pieces are called: both are sentences, in the order of their unit. */
function idsOf(pieces: Piece[]): string[] {
  const counts = new Map<string, number>()
  return pieces.map(({ address }) => {
    counts.set(address, (counts.get(address) ?? 0) + 1)
    return `${address}#${counts.get(address)}`
  })
}

function standsIn({ address, statements }: Labelled, piece: string, id: string): boolean {
  return holds(address, piece) && (statements === null || statements.includes(id))
}

interface NamedRow {
  id: string
  members: PreparedArticle[]
  name: string
  /** What the name says without what stands in brackets. */
  base: string
  /** Phrases that could stand beside the name, best first. */
  details(): string[]
}

/**
 * What the row is called: as drafting rules or most members call it, else by its best phrase. A phrase that is no act with its object
 * says too little by itself: of items what the list is about goes before it, of others the next phrase behind.
 */
function nameOf(
  members: PreparedArticle[],
  leads: PreparedArticle[],
  phrases: Phraser,
): Pick<NamedRow, 'name' | 'base' | 'details'> {
  const given = definition(members) ?? customary(members) ?? caption(members)
  if (given !== null)
    return { name: given, base: given, details: () => phrases(members).map(({ text }) => text) }
  const found = phrases(members)
  const details = () => found.map(({ text }) => text)
  const [best, ...others] = found
  if (!best) {
    const name = members[0]!.text.slice(0, CHARACTERS_IN_PLACE_OF_NAME)
    return { name, base: name, details }
  }
  if (mostly(members, isPenalty)) {
    const named = found.find(({ text, score }) => text.length > 4 && score >= FULLER_ACT * best.score) ?? best
    const name = fineOf(named, members)
    return { name, base: name, details: () => others.map(({ text }) => text) }
  }
  const lead = leads.length * 2 > members.length ? leadName(leads, phrases(leads)) : null
  if (lead && !lead.includes(best.text) && !best.text.includes(lead))
    return { name: `${lead}（${best.text}）`, base: lead, details }
  const beside = saysEnough(best) ? [] : others.filter(phrase => isBeside(phrase, best, members))
  const detail = beside.find(saysEnough) ?? beside[0]
  return {
    name: detail ? `${best.text}（${detail.text}）` : best.text,
    base: best.text,
    details: () => others.map(({ text }) => text),
  }
}

/** What lists are about: the head of the shortest lead-in that has the best phrase of them, or the phrase. */
function leadName(leads: PreparedArticle[], [best]: Phrase[]): string | null {
  if (!best) return null
  const heads = leads
    .map(({ text }) => (LEAD_HEAD.exec(text)?.[1] ?? '').replace(/^在|方面$/g, ''))
    .filter(head => head.includes(best.text) && head.length <= MOST_CHARACTERS_IN_NAME)
    .sort((x, y) => x.length - y.length || (x < y ? -1 : 1))
  return heads[0] ?? best.text
}
// 绿地建设责任按照下列规定确定：, 申请砍伐树木，应当符合下列条件：
const LEAD_HEAD =
  /([^，。；]+?)(?:，)?(?:应当|必须|可以|按照?|适用|包括|符合|达到|具备|由|是指|有下列|下列|如下|以下)[^。；]*：$/

/** Whether a phrase is an act with its object, or long. */
function saysEnough({ text, articles, opening }: Phrase): boolean {
  return text.length >= LONGEST_PLAIN_NAME || (text.length > 3 && opening * 2 >= articles)
}

/** Whether two phrases have no content word in common. */
function isApart(one: Phrase, other: Phrase): boolean {
  return (
    one.words.every(word => !isContentWord(word) || !other.text.includes(word)) &&
    !one.text.includes(other.text)
  )
}

/** Whether a phrase says of most of the row's members something besides another. */
function isBeside(phrase: Phrase, best: Phrase, members: PreparedArticle[]): boolean {
  return (
    isApart(phrase, best) &&
    isApart(best, phrase) &&
    phrase.text.length > 2 &&
    phrase.words[0]!.length > 1 &&
    !ENDS_IN_BODY.test(phrase.text) &&
    mostly(members, ({ text }) => phrase.words.every(word => text.includes(word)))
  )
}

/** The name of a row of fines, by the conduct that is fined; 等行为 where most of the articles have none of its words. */
function fineOf({ text, words }: Phrase, members: PreparedArticle[]): string {
  const shared = words.some(word => isContentWord(word) && mostly(members, ({ terms }) => terms.has(word)))
  return text.endsWith('处罚') ? text : `${text}${shared ? '' : '等行为'}的处罚`
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

function apart({ name, base, members, details }: NamedRow, keepers: Map<string, PreparedArticle[]>): string {
  const keeper = keepers.get(name)!
  const others = details().filter(detail => !name.includes(detail) && !detail.includes(base))
  const own = others.find(
    detail =>
      !keepers.has(`${base}（${detail}）`) &&
      !mostly(keeper, ({ text }) => text.includes(detail)) &&
      mostly(members, ({ text }) => text.includes(detail)),
  )
  const detail = own ?? others.find(detail => !keepers.has(`${base}（${detail}）`))
  if (detail) return `${base}（${detail}）`
  let number = 2
  while (keepers.has(`${base}（${number}）`)) number++
  return `${base}（${number}）`
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
  [new RegExp(`制定${THIS_DOCUMENT}`), '立法目的'],
  [new RegExp(`^${THIS_DOCUMENT}所称`), '用语含义'],
  [new RegExp(IN_FORCE_FROM), '施行日期'],
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

/** What is defined, where most members define the same; 用语含义 where they define this and that. */
function definition(members: PreparedArticle[]): string | null {
  if (!mostly(members, ({ pieces }) => pieces.some(isDefinition))) return null
  const counts = new Map<string, number>()
  for (const { pieces } of members)
    for (const term of new Set(pieces.flatMap(({ text }) => DEFINED.exec(text)?.[1] ?? [])))
      counts.set(term, (counts.get(term) ?? 0) + 1)
  const [best] = [...counts].sort(([p, x], [q, y]) => y - x || p.length - q.length || (p < q ? -1 : 1))
  return best && best[1] * 2 >= members.length ? `${best[0]}的定义` : '用语含义'
}
const DEFINED = /^(?:[^，]{0,10}所称的?)?(?:城市|本市)?([^，：、。]{2,12}?)，?(?:是|系|即)?(?:指|包括)/

function isDefinition({ text, statement }: Piece): boolean {
  return statement ? statement.kind === 'definition' : DEFINED.test(text) && /所称|是指/.test(text)
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
