import { groupBy } from '../../../src/group.ts'
import type { JudgedMentions, Quality, QualityFigure } from '../../../src/site-types.ts'

/** Reads what `evaluate` wrote: names of figures and lines of misses are keys with parts; what has another form is kept as it is. */

export type Score = 'precision' | 'recall' | 'f1'
export type Edges = 'equivalents' | 'all edges'

export const SCORES: Score[] = ['precision', 'recall', 'f1']
export const EDGES: Edges[] = ['equivalents', 'all edges']

/** The figures of one setting (with or without codebook) over some pairs of documents. */
interface AlignmentRow {
  setting: string
  scope: string
  values: Record<Edges, Partial<Record<Score, number>>>
}

/** F1 of each pair of documents, for one setting and one way of counting. */
export interface PairTable {
  setting: string
  edges: Edges
  documents: string[]
  /** By `pairKeyOf`. */
  values: Map<string, number>
}

export interface AlignmentFigures {
  rows: AlignmentRow[]
  pairs: PairTable[]
  /** What has another form. */
  rest: QualityFigure[]
}

const NAME = /^(.+?), (.+), (equivalents|all edges) (precision|recall|f1)$/

/** Sorts the figures of the alignment into rows with all measures, and tables of pairs that have F1 only. */
export function alignmentFigures(
  figures: QualityFigure[],
  isDocument: (id: string) => boolean,
): AlignmentFigures {
  const read = figures.map(figure => ({ figure, name: NAME.exec(figure.name) }))
  const rows = new Map<string, AlignmentRow>()
  for (const { figure, name } of read) {
    if (!name) continue
    const [, setting, scope, edges, measure] = name as unknown as [string, string, string, Edges, Score]
    const row = rows.get(`${setting}, ${scope}`) ?? {
      setting,
      scope,
      values: { equivalents: {}, 'all edges': {} },
    }
    row.values[edges][measure] = figure.value
    rows.set(`${setting}, ${scope}`, row)
  }
  const isPair = (row: AlignmentRow) =>
    documentsOfPair(row.scope, isDocument) !== null && row.values.equivalents.precision === undefined
  return {
    rows: [...rows.values()].filter(row => !isPair(row)),
    pairs: pairTables([...rows.values()].filter(isPair), isDocument),
    rest: read.filter(({ name }) => !name).map(({ figure }) => figure),
  }
}

function pairTables(rows: AlignmentRow[], isDocument: (id: string) => boolean): PairTable[] {
  const tables = [...groupBy(rows, row => row.setting)].flatMap(([setting, own]) =>
    EDGES.map(edges => {
      const measured = own.flatMap(({ scope, values }) => {
        const f1 = values[edges].f1
        return f1 === undefined ? [] : [{ pair: documentsOfPair(scope, isDocument)!, f1 }]
      })
      return {
        setting,
        edges,
        documents: [...new Set(measured.flatMap(({ pair }) => pair))],
        values: new Map(measured.map(({ pair: [a, b], f1 }) => [pairKeyOf(a, b), f1])),
      }
    }),
  )
  return tables.filter(({ values }) => values.size > 0)
}

/** The same key in either order. */
export function pairKeyOf(a: string, b: string): string {
  return [a, b].sort().join('\n')
}

/** The two ids of `zhongwei-pingliang`, also where the ids have hyphens themselves; null where it is no pair. */
export function documentsOfPair(pair: string, isDocument: (id: string) => boolean): [string, string] | null {
  const cuts = [...pair.matchAll(/-/g)].map(({ index }): [string, string] => [
    pair.slice(0, index),
    pair.slice(index + 1),
  ])
  const known = cuts.find(cut => cut.every(isDocument))
  return known ?? (cuts.length === 1 && !pair.includes(' ') ? cuts[0]! : null)
}

/** One miss: the units it is about, and what is said of them beside. */
export interface Miss {
  stage: string
  /** What kind of thing went wrong: `missing`, `extra`, `wrong`, or a name of the stage. */
  kind: string
  /** Addresses, or ids of documents. */
  units: string[]
  /** Alignment: what the reader says and what was found. */
  relations?: { wanted: string; found: string }
  /** What remains of the line, in the words of the program and of the text. */
  words: string
}

/** Misses of one stage; of the alignment: of one setting and one pair of documents. */
export interface MissGroup {
  stage: string
  setting: string | null
  pair: [string, string] | null
  misses: Miss[]
}

const EDGE = /^(.+?): (\S+) (\S+)–(\S+) (\S+), found (\S+)$/
const JUDGED = /^(provisions|differences): (missed|wrong|extra|subject|lost|owed) (\S+)(?: ~ (\S+))? (.*)$/
const FACT = /^([a-z][a-z ]*): (\S+)\s?(.*)$/

/** All misses in groups, in the order in which they are listed. */
export function missGroups(
  { misses }: Pick<Quality, 'misses'>,
  isDocument: (id: string) => boolean,
): MissGroup[] {
  const groups = new Map<string, MissGroup>()
  for (const line of misses) {
    const { setting, pair, ...miss } = readMiss(line, isDocument)
    const key = [miss.stage, setting, ...(pair ?? [])].join('\n')
    const group = groups.get(key) ?? { stage: miss.stage, setting, pair, misses: [] }
    group.misses.push(miss)
    groups.set(key, group)
  }
  return [...groups.values()]
}

function readMiss(
  line: string,
  isDocument: (id: string) => boolean,
): Miss & Pick<MissGroup, 'setting' | 'pair'> {
  return edgeMiss(line, isDocument) ?? judgedMiss(line) ?? factMiss(line) ?? unreadMiss(line)
}

function edgeMiss(line: string, isDocument: (id: string) => boolean) {
  const [, setting = '', name = '', a, b, wanted = '', found = ''] = EDGE.exec(line) ?? []
  const pair = documentsOfPair(name, isDocument)
  if (!pair) return null
  const kind = found === 'none' ? 'missing' : wanted === 'none' ? 'extra' : 'wrong'
  const units = [`${pair[0]}/${a}`, `${pair[1]}/${b}`]
  return { stage: 'alignment', kind, units, relations: { wanted, found }, words: '', setting, pair }
}

const KINDS: Record<string, string> = { missed: 'missing' }

function judgedMiss(line: string) {
  const [, stage = '', kind = '', unit = '', other, words = ''] = JUDGED.exec(line) ?? []
  if (!stage) return null
  const units = other === undefined ? [unit] : [unit, other]
  return { stage, kind: KINDS[kind] ?? kind, units, words, setting: null, pair: null }
}

function factMiss(line: string) {
  const [, kind = '', unit = '', words = ''] = FACT.exec(line) ?? []
  if (!kind) return null
  return { stage: 'structure', kind, units: [unit], words, setting: null, pair: null }
}

function unreadMiss(line: string) {
  return { stage: 'other', kind: 'other', units: [], words: line, setting: null, pair: null }
}

/**
 * Of all documents without a counterpart, the share that speaks of the matter: what was wrongly shown before any was shown
 * as mentioned. Null where nothing was drawn to tell it by.
 */
export function speakingShare({ cells, mentioned, shown, silent }: JudgedMentions): number | null {
  const groups = [
    { size: mentioned, speaking: shown.right, of: shown.of },
    { size: cells - mentioned, speaking: silent.speaking, of: silent.of },
  ].filter(({ size }) => size > 0)
  if (groups.length === 0 || groups.some(({ of }) => of === 0)) return null
  return groups.reduce((sum, { size, speaking, of }) => sum + (size / cells) * (speaking / of), 0)
}
