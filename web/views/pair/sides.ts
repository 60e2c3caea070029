import { changesOf, diff, mirror } from '../../../src/diff/diff.ts'
import type { Segment } from '../../../src/diff/segments.ts'
import { type UnitText, unitTextOf } from '../../../src/diff/unit-text.ts'
import type { RegulationSummary } from '../../../src/site-types.ts'
import { articleAddressOf, documentOf } from '../../../src/structure/address.ts'
import type { Match, Regulation, Relation } from '../../../src/types.ts'
import { cutter, namesFor } from '../../parts/columns.ts'
import { membersOf, regulation, type Site, source } from '../../parts/data.ts'
import type { TextMark } from '../../parts/marks.ts'
import type { Route } from '../../parts/router.ts'
import { script } from '../../reader/settings.ts'

/** One of the two documents. */
export interface Side {
  summary: RegulationSummary
  text: Regulation
  source: string | null
  /** Marks by the address of an article, counted in its unit. */
  marks: Map<string, Marked>
}

interface Edge {
  a: string
  b: string
  relation: Relation
  /** Absent where the two documents are not aligned yet and the topic they share is all that is known. */
  match?: Match
}

/** Two documents side by side: everything that the parts of this page share. */
export interface Pair {
  data: Site
  route: Route
  sides: [Side, Side]
  edges: Edge[]
  aligned: boolean
}

export function pairAsked(data: Site, route: Route): [RegulationSummary, RegulationSummary] {
  const first = data.byId.get(route.path[0] ?? '') ?? data.regulations[0]!
  const second = data.byId.get(route.path[1] ?? '') ?? data.regulations.find(each => each !== first) ?? first
  return [first, second]
}

export async function sideOf(summary: RegulationSummary): Promise<Side> {
  const [text, raw] = await Promise.all([
    regulation(summary.id),
    script() === 'source' ? source(summary.id) : null,
  ])
  return { summary, text, source: raw, marks: new Map() }
}

/** Matches of the two, a on the left. */
export function edgesFromMatches(found: Match[], left: string): Edge[] {
  return found.map(match => {
    const [a, b] = documentOf(match.a) === left ? [match.a, match.b] : [match.b, match.a]
    return { a, b, relation: match.relation, match }
  })
}

/** Until the two are aligned: articles that share a topic. */
export function edgesFromFamilies(data: Site, left: string, right: string): Edge[] {
  const edges = new Map<string, Edge>()
  for (const family of data.families) {
    for (const { address: a } of membersOf(family, left))
      for (const { address: b } of membersOf(family, right)) {
        const whole = a === articleAddressOf(a) && b === articleAddressOf(b)
        const edge: Edge = {
          a: articleAddressOf(a),
          b: articleAddressOf(b),
          relation: whole ? 'equivalent' : 'partial',
        }
        const key = `${edge.a} ${edge.b}`
        if (whole || !edges.has(key)) edges.set(key, edge)
      }
  }
  return [...edges.values()]
}

interface Marked {
  unit: UnitText
  marks: TextMark[]
}

/** Differences found so far, by the two articles. */
const compared = new Map<string, [Marked, Marked]>()

/** The pairs of articles whose differences are still to be found. */
export function uncompared({ edges, route }: Pair): Edge[] {
  if (route.query.marks !== '1') return []
  return edges.filter(({ a, b, relation }) => relation === 'equivalent' && !compared.has(`${a} ${b}`))
}

// As much as fits into a moment: in between the reader can scroll and click.
const MOMENT = 40

export async function compareSome({ sides: [left, right] }: Pair, edges: Edge[]): Promise<void> {
  const cut = await cutter()
  const names = { a: namesFor(left.text), b: namesFor(right.text) }
  const end = performance.now() + MOMENT
  for (const { a, b } of edges) {
    const [first, second] = [unitTextOf(left.text, a), unitTextOf(right.text, b)]
    const segments = diff(first, second, { cut, names })
    compared.set(`${a} ${b}`, [
      { unit: first, marks: changeMarks(mirror(segments), 'left-out') },
      { unit: second, marks: changeMarks(segments, 'added') },
    ])
    if (performance.now() > end) return
  }
}

/** Adds to the sides what has been found so far. */
export function addKnownMarks([left, right]: [Side, Side], edges: Edge[]): void {
  for (const { a, b } of edges) {
    const known = compared.get(`${a} ${b}`)
    if (!known) continue
    left.marks.set(a, known[0])
    right.marks.set(b, known[1])
  }
}

function changeMarks(segments: Segment[], className: string): TextMark[] {
  return changesOf(segments)
    .filter(segment => segment.b.to > segment.b.from)
    .map(segment => ({ ...segment.b, class: segment.move === undefined ? className : 'moved' }))
}
