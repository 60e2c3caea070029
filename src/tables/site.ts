import { packSaid } from '../alignment/links/said.ts'
import { isSure } from '../compare/probability.ts'
import { pairCountsOf } from '../diff/echo.ts'
import { groupBy } from '../group.ts'
import { fingerprintsOf, likenessOf, ownText } from '../insights/own-text.ts'
import { type Striking, strikingFacts } from '../insights/unusual-numbers.ts'
import type { Overview, RegulationSummary, SiteIndex, StrikingAct, StrikingNumbers } from '../site-types.ts'
import { documentOf } from '../structure/address.ts'
import { fold } from '../text/fold.ts'
import type {
  Analysis,
  DifferenceKind,
  Family,
  FamilyProvision,
  ManifestEntry,
  Match,
  Mention,
  Paragraph,
  Provision,
  Regulation,
} from '../types.ts'
import { countsOf } from './counts.ts'
import type { PackageAbout } from './formats/datapackage.ts'
import { membersByDocument, withFamilies } from './membership.ts'
import { packIndex, packMentions } from './pack.ts'
import { actsPunished, sitePenaltiesOf, strikingActsOf } from './penalties.ts'
import { LIKENESS_TABLE_DOCUMENTS, STRIKING_NUMBERS } from './thresholds.ts'

/** A file of the output: its path inside the output folder, and its content; text is written as UTF-8. */
export interface OutputFile {
  path: string
  content: string | Uint8Array
}

/** What the page loads, split so that a view fetches only what it shows (see `SiteIndex`). */
export function siteFiles(analysis: Analysis, about: PackageAbout): OutputFile[] {
  const { regulations, provisions, families, statements } = analysis
  const pairs = matchesByPair(analysis.matches)
  const penalties = sitePenaltiesOf(analysis)
  return [
    json('site/index.json', packIndex(siteIndexOf(analysis, about, [...pairs.keys()]))),
    ...regulations.map(regulation => json(`site/regulations/${regulation.id}.json`, regulation)),
    json('site/provisions.json', withFamilies(provisions, families, statements)),
    json('site/overview.json', overviewOf(analysis, strikingActsOf(penalties))),
    json('site/penalties.json', penalties),
    json('site/pair-counts.json', pairCountsOf(regulations)),
    json(
      'site/mentions.json',
      packMentions(
        analysis.mentions,
        regulations.map(({ id }) => id),
      ),
    ),
    ...[...pairs].map(([pair, matches]) => json(`site/matches/${pair}.json`, matches)),
    ...saidFiles(analysis, [...pairs.keys()]),
  ]
}

function overviewOf(analysis: Analysis, acts: StrikingAct[]): Overview {
  const { regulations, provisions, families, statements, differences, mentions } = analysis
  const prints = fingerprintsOf(regulations)
  const likeness = likenessOf(prints).map(row => row.map(rounded))
  const shares = Object.entries(ownText(prints).documents)
  const kinds = new Map(families.map(({ id }): [string, Set<DifferenceKind>] => [id, new Set()]))
  for (const difference of differences)
    if (isSure(difference)) kinds.get(difference.family)!.add(difference.kind)
  return {
    likeness: regulations.length <= LIKENESS_TABLE_DOCUMENTS ? likeness : null,
    nearest: nearestOf(regulations, likeness),
    striking: strikingFacts(withFamilies(unlessActs(provisions, acts), families, statements))
      .slice(0, STRIKING_NUMBERS)
      .map(slim),
    own: Object.fromEntries(shares.map(([id, { own, total }]) => [id, rounded(total && own / total)])),
    kinds: Object.fromEntries([...kinds].map(([id, found]) => [id, [...found].sort()])),
    mentioned: mentionedAlone(families, mentions),
    acts,
  }
}

/** Fines are told by act where acts are told: what a family's fines are for, and when, its numbers do not say. */
function unlessActs(provisions: Provision[], acts: StrikingAct[]): Provision[] {
  return acts.length === 0 ? provisions : provisions.filter(({ measure }) => !measure.startsWith('fine'))
}

function mentionedAlone(families: Family[], mentions: Mention[]): Record<string, number> {
  const counts: Record<string, number> = {}
  const alone = new Set(families.filter(family => membersByDocument(family).size === 1).map(({ id }) => id))
  for (const { family } of mentions) if (alone.has(family)) counts[family] = (counts[family] ?? 0) + 1
  return counts
}

function slim({ answers, ...rest }: Striking): StrikingNumbers {
  const place = ({ address, span, quote, subject }: FamilyProvision) => ({ address, span, quote, subject })
  return { ...rest, answers: answers.map(answer => answer.map(place)) }
}

function nearestOf(regulations: Regulation[], likeness: number[][]): Overview['nearest'] {
  if (regulations.length < 2) return {}
  return Object.fromEntries(
    regulations.map(({ id }, row) => {
      const others = likeness[row]!.map((value, at) => (at === row ? -1 : value))
      const best = others.indexOf(Math.max(...others))
      return [id, { id: regulations[best]!.id, likeness: likeness[row]![best]! }]
    }),
  )
}

function rounded(share: number): number {
  return Math.round(share * 1e4) / 1e4
}

function siteIndexOf(
  { title, regulations, entries, families, penalties }: Analysis,
  about: PackageAbout,
  pairs: string[],
): SiteIndex {
  const summaries = regulations.map((regulation, index) => summaryOf(regulation, entries[index]!))
  const { version, corpus } = about
  return { title, version, corpus, regulations: summaries, families, pairs, acts: actsPunished(penalties) }
}

function summaryOf(regulation: Regulation, entry: ManifestEntry): RegulationSummary {
  const { id, place, title, script, numbering, metadata, divisions, articles, annexes, complete } = regulation
  return {
    id,
    place,
    province: entry.province ?? metadata.province,
    title: fold(title),
    script,
    numbering,
    metadata: foldWords(metadata),
    counts: countsOf(regulation),
    file: entry.file,
    url: entry.url ?? null,
    complete,
    divisions,
    articles: articles.map(({ address, label, division }) => ({ address, label, division })),
    annexes: annexes.map(({ address, label, heading, paragraphs }) => ({
      address,
      label,
      heading,
      rows: runsOfRows(paragraphs),
    })),
  }
}

function runsOfRows(paragraphs: Paragraph[]): [number, number][] {
  const runs: [number, number][] = []
  for (const { number, row } of paragraphs) {
    const last = runs.at(-1)
    if (row && last?.[1] === number - 1) last[1] = number
    else if (row) runs.push([number, number])
  }
  return runs
}

/**
 * Metadata in simplified script, as all clean text of the site is; the source's own form stands in the regulation's file.
 * Only what holds Chinese characters is folded: an ISO date must keep its hyphens.
 */
function foldWords<Value>(value: Value): Value {
  if (typeof value === 'string') return (/[一-龥]/.test(value) ? fold(value) : value) as Value
  if (Array.isArray(value)) return value.map(foldWords) as Value
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, foldWords(each)])) as Value
}

/** `<idA>~<idB>`, the two ids in the manifest's order, to the pair's matches. */
function matchesByPair(matches: Match[]): Map<string, Match[]> {
  const byPair = new Map<string, Match[]>()
  for (const match of matches) {
    const pair = `${documentOf(match.a)}~${documentOf(match.b)}`
    const known = byPair.get(pair)
    if (known) known.push(match)
    else byPair.set(pair, [match])
  }
  return byPair
}

/** What the two documents of each pair say of each other. */
function saidFiles({ statements, said }: Analysis, pairs: string[]): OutputFile[] {
  const byDocument = groupBy(statements, ({ regulation }) => regulation)
  const documentsOf = (pair: string) =>
    pair.split('~').map(id => ({ id, statements: (byDocument.get(id) ?? []).map(each => each.id) }))
  return pairs.map(pair => {
    const [a, b] = documentsOf(pair)
    return json(`site/said/${pair}.json`, packSaid(said, a!, b!))
  })
}

/** Stable JSON: keys in the order of the types, one line. */
export function json(path: string, value: unknown): OutputFile {
  return { path, content: `${JSON.stringify(value)}\n` }
}
