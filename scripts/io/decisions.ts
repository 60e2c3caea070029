import type { Override } from '../../src/alignment/overrides.ts'
import { isInAnnex, unitsOf } from '../../src/structure/address.ts'
import type { Codebook, Regulation } from '../../src/types.ts'
import type { Finding } from './finding.ts'
import type { JsonFile } from './json.ts'
import { relationFault } from './schema.ts'

/** The addresses that the documents at hand have, and their ids. */
interface Known {
  ids: Set<string>
  units: Set<string>
}

export function knownOf(regulations: Regulation[]): Known {
  const units = regulations
    .flatMap(regulation => unitsOf(regulation).map(({ address }) => address))
    .filter(address => !isInAnnex(address)) // no row is made of annexes
  return { ids: new Set(regulations.map(({ id }) => id)), units: new Set(units) }
}

/** What a codebook says of documents, articles or relations that are not there, and what it says twice. */
export function codebookFindings(codebook: Codebook, file: JsonFile, known: Known): Finding[] {
  return [
    ...doubledKeys(file),
    ...doubledTopics(codebook, file),
    ...strayMembers(codebook, file, known),
    ...strayPairs(codebook, file, known),
  ]
}

export function doubledKeys(file: JsonFile): Finding[] {
  return file.doubledKeys.map(path =>
    file.finding('doubled-key', path, 'stands twice; only the last counts, put them together'),
  )
}

function doubledTopics({ topics }: Codebook, file: JsonFile): Finding[] {
  return topics.flatMap(({ id }, at) => {
    const first = topics.findIndex(topic => topic.id === id)
    if (first === at) return []
    const message = `"${id}" is also the id of topics[${first}]; put them together or rename one`
    return [file.finding('doubled-topic', ['topics', at, 'id'], message)]
  })
}

function strayMembers({ topics }: Codebook, file: JsonFile, known: Known): Finding[] {
  return topics.flatMap(({ members }, topic) =>
    Object.entries(members).flatMap(([id, units]) => {
      const path = ['topics', topic, 'members', id]
      if (!known.ids.has(id)) return [unknownDocument(file, path, id)]
      return units.flatMap((unit, at) => {
        if (units.indexOf(unit) < at)
          return [file.finding('doubled-member', [...path, at], `"${unit}" stands in this topic already`)]
        const isThere = known.units.has(`${id}/${unit.replace('.', '/')}`)
        return isThere ? [] : [unknownUnit(file, [...path, at], id, unit)]
      })
    }),
  )
}

function strayPairs({ pairs = {}, ids = {} }: Codebook, file: JsonFile, known: Known): Finding[] {
  return Object.entries(pairs).flatMap(([key, edges]) => {
    const path = ['pairs', key]
    const named = documentsOf(key, ids, known)
    if (!named) return [unknownDocument(file, path, key)]
    return edges.flatMap(([left, right, relation], at) => {
      const fault = relationFault(relation)
      const strays = [left, right].flatMap((article, side) =>
        known.units.has(`${named[side]}/${article}`)
          ? []
          : [unknownUnit(file, [...path, at, side], named[side]!, String(article))],
      )
      return [...strays, ...(fault ? [file.finding('unknown-relation', [...path, at, 2], fault)] : [])]
    })
  })
}

/** The two documents of a key `idA-idB`, wherever an id may hold a hyphen itself. */
function documentsOf(key: string, ids: Record<string, string>, known: Known): [string, string] | null {
  for (let at = key.indexOf('-'); at >= 0; at = key.indexOf('-', at + 1)) {
    const [a, b] = [key.slice(0, at), key.slice(at + 1)].map(id => ids[id] ?? id) as [string, string]
    if (known.ids.has(a) && known.ids.has(b)) return [a, b]
  }
  return null
}

function unknownDocument(file: JsonFile, path: (string | number)[], id: string): Finding {
  return file.finding(
    'unknown-document',
    path,
    `no document "${id}" in the corpus; correct the id or drop it`,
  )
}

function unknownUnit(file: JsonFile, path: (string | number)[], id: string, unit: string): Finding {
  return file.finding('unknown-unit', path, `${id} has no "${unit}"; correct the address or drop it`)
}

/** Decisions that stand twice or against each other. */
export function overrideFindings(overrides: Override[], file: JsonFile): Finding[] {
  const at = (override: Override) => {
    const { decisions } = file.value as { decisions: unknown[] }
    return ['decisions', decisions.indexOf(override)]
  }
  const about = ({ units }: Override) => units.toSorted().join(' ')
  return overrides.flatMap((override, index) => {
    const earlier = overrides.slice(0, index).filter(other => about(other) === about(override))
    if (earlier.some(({ kind }) => kind === override.kind))
      return [file.finding('doubled-decision', at(override), 'stands twice; drop one')]
    if (earlier.some(({ kind }) => AGAINST[kind] === override.kind))
      return [
        file.finding('decisions-disagree', at(override), 'says the opposite of an earlier one; drop one'),
      ]
    return []
  })
}

const AGAINST: Partial<Record<Override['kind'], Override['kind']>> = {
  wrong: 'accepted',
  accepted: 'wrong',
  join: 'split',
  split: 'join',
}
