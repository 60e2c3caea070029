import { articleText, documentOf, paragraphText } from '../structure/address.ts'
import type { Codebook, Cut, Family, Match, Regulation } from '../types.ts'
import { type Decisions, decisionsOf, isCurated, pairKey, relationBetween } from './codebook.ts'
import { evidenceOf, rounded } from './measure/evidence.ts'
import { prepare } from './measure/prepare.ts'
import { measure } from './measure/score.ts'
import {
  type Rarity,
  rarityOf,
  type WeighedArticle,
  type WeighedRegulation,
  weighRegulation,
} from './measure/weigh.ts'
import type { FirstPass, Settled } from './model/context.ts'
import { type Decided, decide, type Judged } from './model/decide.ts'
import { firstPassOf, type Surroundings, secondPass, type Weights } from './model/judge.ts'
import weights from './model/weights.json' with { type: 'json' }
import {
  type Override,
  type OverrideProblem,
  overrideLabels,
  overrideMatches,
  overrideRows,
  readOverrides,
} from './overrides.ts'
import { familiesOf } from './rows/families.ts'
import { gather } from './rows/gather.ts'
import { type RowEdge, rowsOf, type UnitTexts, withCopies } from './rows/rows.ts'
import { MOST_DOCUMENTS_HELPING, MOST_DOCUMENTS_PAIRED } from './thresholds.ts'
import { labellerOf } from './topics/topics.ts'

const WEIGHTS: Weights = weights

export interface AlignOptions {
  cut: Cut
  /** What people decided; left out, the model alone decides. */
  codebook?: Codebook
  /** What the corpus's keeper decided, of the form that it must have. */
  overrides?: Override[]
  /** Only these pairs of documents; without, all pairs of up to 40 documents and none beyond. */
  pairs?: [string, string][]
}

export interface Alignment {
  matches: Match[]
  /** With the wording of each member left empty. */
  families: Family[]
  /** Overrides that are stale or needless. */
  problems: OverrideProblem[]
}

/**
 * Which article answers which, and the rows that follow. `matches` hold the pairs of documents in the order given,
 * the document named first in `regulations` on the left. The order of documents changes nothing else.
 */
export function align(regulations: Regulation[], options: AlignOptions): Alignment {
  const prepared = regulations.map(regulation => prepare(regulation, options.cut))
  const rarity = rarityOf(prepared)
  const weighed = prepared.map(regulation => weighRegulation(regulation, rarity))
  const decisions = decisionsOf(options.codebook)
  const texts = unitTextsOf(regulations)
  const { overrides, problems } = readOverrides(options.overrides ?? [], texts)
  // A few documents are all compared, also when one pair is asked for: third documents help to decide it.
  const complete = weighed.length <= (options.pairs ? MOST_DOCUMENTS_HELPING : MOST_DOCUMENTS_PAIRED)
  const everything = complete ? matchesOf(documentPairs(weighed), decisions, rarity) : []
  const asked = complete ? everything : matchesOf(documentPairs(weighed, options.pairs), decisions, rarity)
  const kept = overrideMatches(asked, overrides, decidedMatch(weighed, rarity))
  const articles = weighed.flatMap(regulation => regulation.articles.map(({ article }) => article))
  const addresses = articles.map(({ address }) => address)
  const edgesAmong = (documents: WeighedRegulation[]) =>
    matchesOf(documentPairs(documents), decisions, rarity).map(edgeOf)
  const copies = copiesOf(weighed, decisions)
  const copied = new Set([...copies.values()].flat())
  const originals = weighed.filter(({ id }) => !copied.has(id))
  const original = (address: string) => !copied.has(documentOf(address))
  const made = complete
    ? rowsOf(
        addresses.filter(original),
        kept.matches.filter(({ a, b }) => original(a) && original(b)).map(edgeOf),
        decisions,
        texts,
      )
    : gather(originals, decisions, texts, rarity, WEIGHTS, edgesAmong)
  const rows = overrideRows(withCopies(made, copies), overrides)
  const label = labellerOf(new Map(articles.map(article => [article.address, article])), rarity)
  const labelled = overrideLabels(familiesOf(rows.rows, addresses, label), overrides)
  return {
    matches: options.pairs ? kept.matches.filter(between(options.pairs)) : kept.matches,
    families: labelled.families,
    problems: [...problems, ...kept.problems, ...rows.problems, ...labelled.problems],
  }
}

function between(pairs: [string, string][]): (match: Match) => boolean {
  const asked = new Set(pairs.map(([a, b]) => pairKey(a, b)))
  return ({ a, b }) => asked.has(pairKey(documentOf(a), documentOf(b)))
}

/** For each document its copies: others of the same text. People's own comes first, then the first by id. */
function copiesOf(documents: WeighedRegulation[], { covered }: Decisions): Map<string, string[]> {
  const byText = new Map<string, string[]>()
  for (const { id, articles } of documents) {
    const text = articles[0]?.document
    if (text) byText.set(text, [...(byText.get(text) ?? []), id])
  }
  return new Map(
    [...byText.values()].map(ids => {
      const [first, ...others] = ids.toSorted(
        (a, b) => Number(covered.has(b)) - Number(covered.has(a)) || (a < b ? -1 : 1),
      )
      return [first!, others.filter(id => !covered.has(id))]
    }),
  )
}

/** A match that the keeper put between two articles that the model kept apart; null where one of them is gone. */
function decidedMatch(documents: WeighedRegulation[], rarity: Rarity) {
  const articles = new Map(documents.flatMap(({ articles }) => articles.map(a => [a.article.address, a])))
  const order = [...articles.keys()]
  return (one: string, other: string, relation: Match['relation']): Match | null => {
    const [a, b] = order.indexOf(one) <= order.indexOf(other) ? [one, other] : [other, one]
    if (!articles.has(a) || !articles.has(b)) return null
    const evidence = evidenceOf(articles.get(a)!, articles.get(b)!, rarity)
    return { a, b, relation, score: 1, probability: 1, basis: 'curated', evidence }
  }
}

type DocumentPair = [WeighedRegulation, WeighedRegulation]

/** All pairs are measured first, because third documents help to decide. */
function matchesOf(pairs: DocumentPair[], decisions: Decisions, rarity: Rarity): Match[] {
  const passes = pairs.flatMap(([a, b]) => firstPassOf(measure(a, b, rarity), WEIGHTS.first))
  const settled: Settled = (a, b) =>
    isCurated(decisions, documentOf(a), documentOf(b))
      ? relationBetween(decisions.relations.get(pairKey(a, b)))
      : null
  const documents = new Set(pairs.flatMap(([a, b]) => [a.id, b.id]))
  const headsOf = new Map(
    pairs.map(([a, b]) => [
      pairKey(a.id, b.id),
      WEIGHTS.second[surroundingsOf(a.id, b.id, documents, decisions)],
    ]),
  )
  const heads = ({ pair: { a, b } }: FirstPass) => headsOf.get(pairKey(a.regulation, b.regulation))!
  const judgedOf = byDocumentPair(secondPass(passes, rarity, settled, heads))
  return pairs.flatMap(([a, b]) => {
    const judged = judgedOf.get(pairKey(a.id, b.id)) ?? []
    const curated = isCurated(decisions, a.id, b.id)
    const decided = curated ? curatedBetween(a, b, decisions) : decide(judged, WEIGHTS.thresholds)
    const find = finder(a, b)
    return decided.map(pair => ({
      a: pair.a,
      b: pair.b,
      relation: pair.relation,
      score: rounded(pair.relation === 'equivalent' ? pair.equivalent : pair.edge),
      probability: rounded(pair.edge),
      basis: curated ? ('curated' as const) : ('model' as const),
      evidence: {
        ...evidenceOf(find(pair.a), find(pair.b), rarity),
        runnerUp: runnerUp(pair, judged),
      },
    }))
  })
}

function byDocumentPair(judged: Judged[]): Map<string, Judged[]> {
  const groups = new Map<string, Judged[]>()
  for (const pair of judged) {
    const key = pairKey(documentOf(pair.a), documentOf(pair.b))
    const known = groups.get(key)
    if (known) known.push(pair)
    else groups.set(key, [pair])
  }
  return groups
}

/** Whether third documents can help, and whether people aligned one of the two with others. */
function surroundingsOf(a: string, b: string, documents: Set<string>, decisions: Decisions): Surroundings {
  const others = [...documents].filter(id => id !== a && id !== b)
  const known = (id: string) => others.some(other => isCurated(decisions, id, other))
  if (known(a) !== known(b)) return 'guided'
  return others.length > 0 ? 'joint' : 'alone'
}

function documentPairs(documents: WeighedRegulation[], asked?: [string, string][]): DocumentPair[] {
  if (!asked && documents.length > MOST_DOCUMENTS_PAIRED) return []
  const wanted = asked && new Set(asked.map(([a, b]) => pairKey(a, b)))
  return documents.flatMap((a, at) =>
    documents
      .slice(at + 1)
      .filter(b => !wanted || wanted.has(pairKey(a.id, b.id)))
      .map((b): DocumentPair => [a, b]),
  )
}

function edgeOf({ evidence, ...match }: Match): RowEdge {
  return { ...match, containment: evidence.containment, parts: evidence.parts }
}

function finder(a: WeighedRegulation, b: WeighedRegulation): (address: string) => WeighedArticle {
  const articles = new Map([...a.articles, ...b.articles].map(article => [article.article.address, article]))
  return address => articles.get(address)!
}

/** The likeliest other pair that has one of the two articles. */
function runnerUp({ a, b }: Judged, judged: Judged[]): Match['evidence']['runnerUp'] {
  const rivals = judged.filter(rival => (rival.a === a) !== (rival.b === b))
  const best = rivals.sort((x, y) => y.edge - x.edge || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1))[0]
  return best ? { a: best.a, b: best.b, score: rounded(best.edge) } : null
}

/** The edges that people put between two documents. */
function curatedBetween(a: WeighedRegulation, b: WeighedRegulation, { relations }: Decisions): Decided[] {
  return a.articles.flatMap(({ article: { address: left } }) =>
    b.articles.flatMap(({ article: { address: right } }) => {
      const relation = relations.get(pairKey(left, right))
      if (!relation || relation === 'disputed') return []
      return [{ a: left, b: right, relation, edge: 1, equivalent: relation === 'equivalent' ? 1 : 0 }]
    }),
  )
}

/** Texts and paragraphs of documents by address. */
export function unitTextsOf(regulations: Regulation[]): UnitTexts {
  const texts = new Map<string, string>()
  const paragraphs = new Map<string, string[]>()
  for (const article of regulations.flatMap(regulation => regulation.articles)) {
    texts.set(article.address, articleText(article))
    paragraphs.set(
      article.address,
      article.paragraphs.map(paragraph => paragraph.address),
    )
    for (const paragraph of article.paragraphs) texts.set(paragraph.address, paragraphText(paragraph))
  }
  return {
    text: address => texts.get(address) ?? '',
    paragraphs: article => paragraphs.get(article) ?? [],
  }
}
