import { groupBy } from '../../group.ts'
import { articleAddressOf, documentOf, holds } from '../../structure/address.ts'
import type { FamilyMember, Topic } from '../../types.ts'
import type { Decisions } from '../codebook.ts'
import { bothWays, type Links } from '../links/links.ts'
import { GROUP_LIKENESS, JOINING_LIKENESS } from '../thresholds.ts'
import { groupsOf } from './groups.ts'
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
 * else says stands where most of its article stands.
 */
export function rowsOf(links: Links, decisions: Decisions): Row[] {
  const near = bothWays(links)
  const curated = curatedRows(links, decisions)
  const isOpen = (at: number) => !decisions.covered.has(documentOf(idOf(links, at)))
  const open = [...links.entries.keys()].filter(isOpen)
  const leads = leadsOf(links, open)
  const grouped = open.filter(at => !leads.has(at))
  const drafts: number[][] = curated.map(({ statements }) => statements)
  const joined = joinedRows(grouped, drafts, near, links)
  const newcomers = curated.map((_, at): number[] =>
    grouped.filter(statement => joined.get(statement) === at),
  )
  const rest = grouped.filter(at => !joined.has(at))
  const groups = withSingles(groupsAmong(rest, near, links), near, links)
  const shared = groups.filter(group => isShared(group, links))
  const rows = keptTogether(shared, links)
  const own = [...leads.keys(), ...groups.filter(group => !isShared(group, links)).flat()]
  placeOwn(own, [...newcomers, ...rows], leads, links)
  const placed = new Set([...newcomers, ...rows].flat())
  const alone = groupBy(
    own.filter(at => !placed.has(at)),
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

/** For each statement that opens a list the statements of that list: it stands where they do. */
function leadsOf({ entries }: Links, open: number[]): Map<number, number[]> {
  const byArticle = groupBy(open, at => entries[at]!.article)
  const leads = new Map<number, number[]>()
  for (const at of open) {
    const { opensList, article, statement } = entries[at]!
    if (!opensList) continue
    const inside = byArticle
      .get(article)!
      .filter(other => other !== at && holds(statement.address, entries[other]!.statement.address))
      .filter(other => entries[other]!.statement.address !== statement.address)
    if (inside.length > 0) leads.set(at, inside)
  }
  return leads
}

/** Of each statement the row it joins: the one most of whose documents say it, if they do so surely enough. */
function joinedRows(
  statements: number[],
  rows: number[][],
  near: Map<number, number>[],
  { documents }: Links,
): Map<number, number> {
  const rowsWith = new Map<number, number[]>()
  for (const [row, members] of rows.entries())
    for (const at of members) rowsWith.set(at, [...(rowsWith.get(at) ?? []), row])
  const documentsOf = rows.map(members => new Set(members.map(at => documents[at]!)))
  const joined = new Map<number, number>()
  for (const at of statements) {
    const best = new Map<number, Map<number, number>>()
    for (const [other, likeness] of near[at]!)
      for (const row of rowsWith.get(other) ?? []) {
        if (!best.has(row)) best.set(row, new Map())
        const ofRow = best.get(row)!
        ofRow.set(documents[other]!, Math.max(likeness, ofRow.get(documents[other]!) ?? 0))
      }
    let [found, highest] = [-1, JOINING_LIKENESS]
    for (const [row, ofRow] of best) {
      const others = documentsOf[row]!.size - (documentsOf[row]!.has(documents[at]!) ? 1 : 0)
      const mean = sum([...ofRow.values()].sort((x, y) => x - y)) / others
      if (mean > highest || (mean === highest && row < found)) [found, highest] = [row, mean]
    }
    if (found >= 0) joined.set(at, found)
  }
  return joined
}

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

/** What stands alone joins the group that mostly says it: a statement that two of another document make up together. */
function withSingles(groups: number[][], near: Map<number, number>[], links: Links): number[][] {
  const shared = groups.filter(group => isShared(group, links))
  const singles = groups.filter(group => !isShared(group, links)).flat()
  const joined = joinedRows(singles, shared, near, links)
  const byGroup = groupBy([...joined.keys()], at => joined.get(at)!)
  return [
    ...shared.map((group, at) => [...group, ...(byGroup.get(at) ?? [])]),
    ...singles.filter(at => !joined.has(at)).map(at => [at]),
  ]
}

/**
 * Puts statements that nobody else has into the row that holds most of what belongs to them: of the lead-in of a list its items,
 * of another one its article. Changes the rows.
 */
function placeOwn(own: number[], rows: number[][], leads: Map<number, number[]>, { entries }: Links): void {
  const rowOf = new Map(rows.flatMap((row, at) => row.map(statement => [statement, at] as const)))
  const byArticle = groupBy([...rowOf.keys()], at => entries[at]!.article)
  const placed = own.flatMap(at => {
    const masses = new Map<number, number>()
    for (const other of leads.get(at) ?? byArticle.get(entries[at]!.article) ?? []) {
      const row = rowOf.get(other)
      if (row !== undefined) masses.set(row, (masses.get(row) ?? 0) + entries[other]!.words.mass)
    }
    let [found, most] = [-1, -1]
    for (const [row, mass] of masses)
      if (mass > most || (mass === most && row < found)) [found, most] = [row, mass]
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
