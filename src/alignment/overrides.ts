import { articleAddressOf, documentOf, holds } from '../structure/address.ts'
import { hashOf } from '../text/hash.ts'
import type { Family, Match, Problem, Relation } from '../types.ts'
import { pairKey } from './codebook.ts'
import { CURATED, type Row, type UnitTexts } from './rows/rows.ts'

/**
 * One decision of the corpus's keeper. `units` are addresses of articles or paragraphs, `hashes` stand for the texts
 * that were decided on (`hashOfUnit`), in the same order.
 */
export interface Override {
  kind: 'join' | 'split' | 'wrong' | 'accepted' | 'relabel'
  units: string[]
  hashes: string[]
  /** For `accepted`: what the two articles are to each other; as found when left out. */
  relation?: Relation
  /** For `relabel`: the row's label. */
  label?: { zh: string; en?: string }
  note?: string
}

export type OverrideProblem = Problem & { regulation: string }

/** Stands for the text of a unit in overrides.json; layout does not count. */
export function hashOfUnit(text: string): string {
  return hashOf(text.replace(/\s/g, ''))
}

/** Which decisions can be replayed, and which not because the text they were made on has changed. */
export function readOverrides(
  decisions: Override[],
  texts: UnitTexts,
): { overrides: Override[]; problems: OverrideProblem[] } {
  const stale = decisions.map(decision => staleness(decision, texts))
  return {
    overrides: decisions.filter((_, at) => !stale[at]),
    problems: decisions.flatMap(({ units }, at) =>
      stale[at] ? [problemOf('override-stale', 'warning', stale[at], units)] : [],
    ),
  }
}

function staleness({ kind, units, hashes }: Override, texts: UnitTexts): string | null {
  for (const [at, unit] of units.entries()) {
    const text = texts.text(unit)
    if (text === '')
      return `${kind} ${units.join(' ')}: there is no ${unit} any more; drop the decision or correct the address`
    const hash = hashOfUnit(text)
    if (hash !== hashes[at])
      return `${kind} ${units.join(' ')}: the text of ${unit} has changed since; read it again and write hash ${hash}, or drop the decision`
  }
  return null
}

function problemOf(
  rule: string,
  severity: Problem['severity'],
  message: string,
  units: string[],
): OverrideProblem {
  return {
    rule,
    severity,
    message,
    span: { start: 0, end: 0 },
    regulation: units[0] ? documentOf(units[0]) : '',
  }
}

/** Replays `wrong` and `accepted` on matches. What was so already is reported as needless. */
export function overrideMatches(
  matches: Match[],
  overrides: Override[],
  add: (a: string, b: string, relation: Relation) => Match | null,
): { matches: Match[]; problems: OverrideProblem[] } {
  const byPair = new Map(matches.map(match => [pairKey(match.a, match.b), match]))
  const problems: OverrideProblem[] = []
  for (const { kind, units, relation } of overrides) {
    if (kind !== 'wrong' && kind !== 'accepted') continue
    const [a, b] = units.map(articleAddressOf) as [string, string]
    const found = byPair.get(pairKey(a, b))
    if (kind === 'wrong') {
      if (!found) problems.push(needless(kind, units, 'no match is found there'))
      byPair.delete(pairKey(a, b))
      continue
    }
    const wanted = relation ?? found?.relation ?? 'equivalent'
    if (found && found.relation === wanted && found.basis === 'curated')
      problems.push(needless(kind, units, 'the codebook says so already'))
    const match = found ?? add(a, b, wanted)
    if (match) byPair.set(pairKey(a, b), { ...match, relation: wanted, probability: 1, basis: 'curated' })
  }
  return { matches: [...byPair.values()], problems }
}

function needless(kind: Override['kind'], units: string[], why: string): OverrideProblem {
  return problemOf(
    'override-needless',
    'note',
    `${kind} ${units.join(' ')}: needless, ${why}; drop the decision`,
    units,
  )
}

/** Replays `join`, `split` and `wrong` on rows. */
export function overrideRows(
  rows: Row[],
  overrides: Override[],
): { rows: Row[]; problems: OverrideProblem[] } {
  const problems: OverrideProblem[] = []
  let current = rows
  for (const { kind, units } of overrides) {
    if (kind === 'join') {
      if (rowsHolding(current, units[0]!).some(row => units.every(unit => holdsUnit(row, unit))))
        problems.push(needless(kind, units, 'they stand in one row already'))
      current = joined(current, units)
    } else if (kind === 'split') {
      const apart = current.some(
        row => sizeOf(row) === units.length && units.every(unit => holdsUnit(row, unit)),
      )
      if (apart) problems.push(needless(kind, units, 'they stand in a row of their own already'))
      else current = split(current, units)
    } else if (kind === 'wrong') current = parted(current, units as [string, string])
  }
  return { rows: current.filter(row => sizeOf(row) > 0), problems }
}

function sizeOf(row: Row): number {
  return row.core.size + row.guests.size
}

function holdsUnit(row: Row, unit: string): boolean {
  return [...row.core.keys(), ...row.guests.keys()].some(member => holds(member, unit) || holds(unit, member))
}

function rowsHolding(rows: Row[], unit: string): Row[] {
  return rows.filter(row => holdsUnit(row, unit))
}

/** The units come into the row of the first, whole rows at a time where they are of its core. */
function joined(rows: Row[], units: string[]): Row[] {
  const [first, ...others] = units as [string, ...string[]]
  const host = rows.find(row =>
    [...row.core.keys()].some(member => holds(member, first) || holds(first, member)),
  )
  if (!host) return [...rows, { topic: null, core: basisOf(units), guests: new Map() }]
  const merged: Row = { topic: host.topic, core: new Map(host.core), guests: new Map(host.guests) }
  for (const unit of others) if (!holdsUnit(host, unit)) merged.guests.set(unit, CURATED)
  const emptied = (row: Row) =>
    row !== host && row.topic === null && [...row.core.keys()].every(member => others.includes(member))
  return rows.filter(row => !emptied(row)).map(row => (row === host ? merged : row))
}

function basisOf(units: string[]): Row['core'] {
  return new Map(units.map(unit => [unit, CURATED]))
}

/** The units leave every row they stand in together with others, and make one of their own. */
function split(rows: Row[], units: string[]): Row[] {
  const rest = rows.map(row => ({
    ...row,
    core: without(row.core, units),
    guests: without(row.guests, units),
  }))
  return [...rest, { topic: null, core: basisOf(units), guests: new Map() }]
}

function without(members: Row['core'], units: string[]): Row['core'] {
  return new Map([...members].filter(([member]) => !units.includes(member)))
}

/** Where both stand in one row the guest leaves, else the second. */
function parted(rows: Row[], [a, b]: [string, string]): Row[] {
  const inside = (members: Row['core'], unit: string) =>
    [...members.keys()].filter(member => holds(unit, member) || holds(member, unit))
  return rows.flatMap(row => {
    if (!holdsUnit(row, a) || !holdsUnit(row, b)) return [row]
    const leaving =
      inside(row.guests, a).length > 0
        ? inside(row.guests, a)
        : [...inside(row.guests, b), ...inside(row.core, b)]
    const rest = { ...row, core: without(row.core, leaving), guests: without(row.guests, leaving) }
    const alone = leaving.filter(unit => row.core.has(unit))
    return alone.length > 0 ? [rest, { topic: null, core: basisOf(alone), guests: new Map() }] : [rest]
  })
}

/** Replays `relabel` on families. */
export function overrideLabels(
  families: Family[],
  overrides: Override[],
): { families: Family[]; problems: OverrideProblem[] } {
  const problems: OverrideProblem[] = []
  let current = families
  for (const { kind, units, label } of overrides) {
    if (kind !== 'relabel' || !label) continue
    const wanted = current.filter(family =>
      units.every(unit => family.members.some(({ address }) => address === unit)),
    )
    const family = wanted[0]
    if (!family) {
      problems.push(
        problemOf(
          'override-stale',
          'warning',
          `relabel ${units.join(' ')}: no row holds them all; name other units or drop the decision`,
          units,
        ),
      )
      continue
    }
    if (family.topic.zh === label.zh) problems.push(needless(kind, units, 'the row has that label already'))
    const topic = { ...family.topic, zh: label.zh, en: label.en ?? label.zh }
    current = current.map(other =>
      other === family ? { ...family, topic, label: 'curated' as const } : other,
    )
  }
  return { families: current, problems }
}
