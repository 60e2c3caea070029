import { groupBy } from '../../group.ts'
import { OTHERS_OF_LIST } from '../../lexicon/formulas.ts'
import { articleAddressOf, documentOf, holds } from '../../structure/address.ts'
import type { FamilyMember, Topic } from '../../types.ts'
import type { Decisions } from '../codebook.ts'
import { bothWays, type Links } from '../links/links.ts'
import {
  GROUP_LIKENESS,
  GUEST_LIKENESS,
  JOINING_LIKENESS,
  LEAST_SUPPORT,
  SHARE_OF_ARTICLE,
} from '../thresholds.ts'
import { groupsOf } from './groups.ts'
import { joinedRows, settled, withGuests } from './support.ts'
import { keptTogether, placesOf } from './together.ts'
import { unitsFilled } from './units.ts'

/** What rows need to know of articles and paragraphs, by address. */
export interface UnitTexts {
  /** Clean text of an article or paragraph; empty where there is none of that address. */
  text(address: string): string
  /** Paragraph addresses of an article, in order. */
  paragraphs(article: string): string[]
}

/** How a unit stands in a row. */
export interface Standing {
  basis: FamilyMember['basis']
  /** Ids of its statements that belong there; null for all of them. */
  statements: string[] | null
  /** How surely the row's other documents say them, as a mean; 1 where people decided. */
  probability: number
}

/** How what people put into a row stands there. */
export const CURATED: Standing = { basis: 'curated', statements: null, probability: 1 }

/** A row in the making: units that answer the same question. */
export interface Row {
  /** Set where people named the row. */
  topic: Topic | null
  /** Units whose subject this is: those that people named, or all of a row that nobody named. */
  core: Map<string, Standing>
  /** Units that joined a row of people's. */
  guests: Map<string, Standing>
}

/**
 * Rows from statements. Those of documents that people did not place join the topics that people named, where they say what its
 * documents say; the others form groups that say one thing, and groups that documents keep in one article are one row. What nobody
 * else says stands where most of its article stands, if that is much of it. Then every document whose statements the row's others
 * hardly say leaves it; and where a row lacks a document that says the same inside a statement of another row, it stands in both.
 */
export function rowsOf(links: Links, decisions: Decisions): Row[] {
  const near = bothWays(links)
  const curated = curatedRows(links, decisions)
  const isOpen = (at: number) => !decisions.covered.has(documentOf(idOf(links, at)))
  const open = [...links.entries.keys()].filter(isOpen)
  const followers = followersOf(links, open)
  const grouped = open.filter(at => !followers.has(at))
  const drafts: number[][] = curated.map(({ statements }) => statements)
  const joined = joinedRows(grouped, drafts, near, links, JOINING_LIKENESS)
  const newcomers = curated.map((_, at): number[] =>
    grouped.filter(statement => joined.get(statement) === at),
  )
  const rest = grouped.filter(at => !joined.has(at))
  const { shared, single } = sharedGroups(rest, near, links)
  const together = keptTogether(shared, links)
  placeOwn([...followers.keys(), ...single], [...newcomers, ...together], followers, links)
  const rows = withGuests(grouped, pureRows(together, near, links), near, links, GUEST_LIKENESS)
  const placed = new Set([...newcomers, ...rows].flat())
  const alone = groupBy(
    open.filter(at => !placed.has(at)),
    at => links.entries[at]!.article,
  )
  const standing = standingIn(links, near)
  return [
    ...curated.map(({ topic, core, statements }, at) => ({
      topic,
      core,
      guests: standing(newcomers[at]!, [...statements, ...newcomers[at]!]),
    })),
    ...[...rows, ...alone.values()].map(row => ({
      topic: null,
      core: standing(row, row),
      guests: new Map(),
    })),
  ]
}

function idOf({ entries }: Links, at: number): string {
  return entries[at]!.statement.id
}

function isShared(statements: number[], { documents }: Links): boolean {
  return statements.some(at => documents[at] !== documents[statements[0]!])
}

interface CuratedRow {
  topic: Topic
  core: Row['core']
  /** Statements of its units. */
  statements: number[]
}

function curatedRows({ entries }: Links, decisions: Decisions): CuratedRow[] {
  const byArticle = groupBy([...entries.keys()], at => entries[at]!.article)
  return decisions.topics
    .map(({ members, ...topic }) => {
      const units = members.filter(unit => byArticle.has(articleAddressOf(unit)))
      const core = new Map(units.map(unit => [unit, CURATED]))
      const statements = units.flatMap(unit =>
        byArticle.get(articleAddressOf(unit))!.filter(at => holds(unit, entries[at]!.statement.address)),
      )
      return { topic, core, statements: [...new Set(statements)] }
    })
    .filter(({ core }) => core.size > 0)
}

/**
 * For each statement that says nothing by itself the statements with which it stands: of one that opens a list those of the list, of
 * an item that takes in the rest (其他…的行为) the other items, of what follows on going on (逾期不改正的，处…罚款) the sentence before.
 */
function followersOf({ entries }: Links, open: number[]): Map<number, number[]> {
  const byArticle = groupBy(open, at => entries[at]!.article)
  const followers = new Map<number, number[]>()
  for (const at of open) {
    const { opensList, article, statement } = entries[at]!
    const { address, lead } = statement
    if (goesOn(entries, at)) {
      followers.set(at, followers.get(at - 1) ?? [at - 1])
      continue
    }
    const isRest = lead !== '' && OTHERS_OF_LIST.test(statement.text)
    if (!opensList && !isRest) continue
    const list = opensList ? address : address.slice(0, address.lastIndexOf('/'))
    const inside = byArticle
      .get(article)!
      .map(other => ({ other, entry: entries[other]! }))
      .filter(({ entry }) => holds(list, entry.statement.address) && entry.statement.address !== list)
      .filter(({ other, entry }) => other !== at && !(isRest && OTHERS_OF_LIST.test(entry.text)))
    if (inside.length > 0)
      followers.set(
        at,
        inside.map(({ other }) => other),
      )
  }
  return followers
}

/** Whether a sanction only goes on with that of the sentence before. */
function goesOn(entries: Links['entries'], at: number): boolean {
  const { statement } = entries[at]!
  return (
    statement.kind === 'sanction' &&
    GOING_ON.test(statement.text) &&
    entries[at - 1]?.statement.address === statement.address
  )
}
const GOING_ON = /^(?:逾期|拒不|仍|情节|再次|屡)/

function sum(numbers: number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** Groups of the statements named. */
function groupsAmong(
  statements: number[],
  near: Map<number, number>[],
  { documents, keys }: Links,
): number[][] {
  const numbers = new Map(statements.map((at, n) => [at, n]))
  const among = statements.map(
    at =>
      new Map(
        [...near[at]!].flatMap(([other, likeness]) => {
          const n = numbers.get(other)
          return n === undefined ? [] : [[n, likeness] as const]
        }),
      ),
  )
  const order = placesOf(statements.map(at => keys[at]!))
  const groups = groupsOf(
    among,
    statements.map(at => documents[at]!),
    order,
    GROUP_LIKENESS,
  )
  return groups.map(group => group.map(n => statements[n]!))
}

/**
 * Groups of several documents, and what stands in none: what stands alone joins the group that mostly says it, as a statement does
 * that two of another document make up together.
 */
function sharedGroups(
  statements: number[],
  near: Map<number, number>[],
  links: Links,
): { shared: number[][]; single: number[] } {
  const groups = groupsAmong(statements, near, links)
  const shared = groups.filter(group => isShared(group, links))
  return withJoined(shared, groups.filter(group => !isShared(group, links)).flat(), near, links)
}

/** Rows with those of the statements that they mostly say, and the others. */
function withJoined(
  rows: number[][],
  statements: number[],
  near: Map<number, number>[],
  links: Links,
): { shared: number[][]; single: number[] } {
  const joined = joinedRows(statements, rows, near, links, LEAST_SUPPORT)
  const byRow = groupBy([...joined.keys()], at => joined.get(at)!)
  return {
    shared: rows.map((row, at) => [...row, ...(byRow.get(at) ?? [])]),
    single: statements.filter(at => !joined.has(at)),
  }
}

/** The rows without the documents that are in them for another matter; what leaves joins another row, or forms one. */
function pureRows(rows: number[][], near: Map<number, number>[], links: Links): number[][] {
  const { rows: pure, loose } = settled(rows, near, links, LEAST_SUPPORT)
  const { shared, single } = withJoined(pure, loose, near, links)
  const groups = groupsAmong(single, near, links)
  return [...shared, ...settled(groups, near, links, LEAST_SUPPORT).rows]
}

/**
 * Puts statements that no row of several documents has into the row that holds most of what belongs to them: of one that follows
 * others these; of another one its article, if the row holds so much of it that the matter is the row's. Changes the rows.
 */
function placeOwn(
  own: number[],
  rows: number[][],
  followers: Map<number, number[]>,
  { entries }: Links,
): void {
  const rowOf = new Map(rows.flatMap((row, at) => row.map(statement => [statement, at] as const)))
  const byArticle = groupBy([...entries.keys()], at => entries[at]!.article)
  const massOf = (statements: number[]) => sum(statements.map(at => entries[at]!.words.mass))
  const placed = own.flatMap(at => {
    const near = followers.get(at) ?? byArticle.get(entries[at]!.article)!
    const byRow = groupBy(
      near.filter(other => rowOf.has(other)),
      other => rowOf.get(other)!,
    )
    let [found, most] = [-1, followers.has(at) ? 0 : SHARE_OF_ARTICLE * massOf(near)]
    for (const [row, statements] of byRow) {
      const mass = massOf(statements)
      if (mass > most || (mass === most && row < found)) [found, most] = [row, mass]
    }
    return found < 0 ? [] : [[found, at] as const]
  })
  for (const [row, at] of placed) rows[row]!.push(at)
}

/** Statements of a row as the units that they fill, each with those that belong there; `all` are all statements of the row. */
function standingIn(links: Links, near: Map<number, number>[]) {
  const { entries } = links
  const byArticle = groupBy([...entries.keys()], at => entries[at]!.article)
  const numbers = new Map([...entries.keys()].map(at => [idOf(links, at), at]))
  return (row: number[], all: number[]): Row['core'] => {
    const standing: Row['core'] = new Map()
    for (const [article, own] of groupBy(row, at => entries[at]!.article)) {
      const wanted = new Set(own.map(at => idOf(links, at)))
      const unitsOf = byArticle.get(article)!.map(at => entries[at]!.statement)
      for (const [unit, statements] of unitsFilled(unitsOf, wanted)) {
        const inside = statements ?? unitsOf.filter(({ address }) => holds(unit, address)).map(({ id }) => id)
        const own = inside.map(id => numbers.get(id)!)
        standing.set(unit, { basis: 'model', statements, probability: saidByOthers(own, all, near, links) })
      }
    }
    return standing
  }
}

/** How surely the other documents of a row say some statements of one: of each the surest link, as a mean; 1 where there is none. */
function saidByOthers(
  own: number[],
  row: number[],
  near: Map<number, number>[],
  { documents }: Links,
): number {
  const surest = new Map<number, number>()
  for (const other of row) {
    if (documents[other] === documents[own[0]!]) continue
    const sureness = Math.max(...own.map(at => near[at]!.get(other) ?? 0))
    surest.set(documents[other]!, Math.max(sureness, surest.get(documents[other]!) ?? 0))
  }
  return surest.size === 0 ? 1 : sum([...surest.values()].sort((x, y) => x - y)) / surest.size
}
