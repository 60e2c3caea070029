import { groupBy } from '../group.ts'
import { type IndexOptions, indexOf } from '../index/index.ts'
import type { Said, Statement } from '../statement-types.ts'
import { statementsOf } from '../statements/statements.ts'
import { articleText, documentOf, paragraphText } from '../structure/address.ts'
import type { Codebook, Cut, Family, Match, Regulation } from '../types.ts'
import { type Decisions, decisionsOf, isCurated, pairKey } from './codebook.ts'
import { copiesOf, withCopies } from './copies.ts'
import { type Links, linksOf } from './links/links.ts'
import { saidOf } from './links/said.ts'
import { evidenceOf, rounded } from './measure/evidence.ts'
import { prepare } from './measure/prepare.ts'
import { type Rarity, rarityOf, type WeighedArticle, weighRegulation } from './measure/weigh.ts'
import {
  type Override,
  type OverrideProblem,
  overrideLabels,
  overrideMatches,
  overrideRows,
  readOverrides,
} from './overrides.ts'
import type { Decided, Judged } from './relations/decide.ts'
import { type RelationsFound, relationsOf } from './relations/relations.ts'
import { familiesOf } from './rows/families.ts'
import { rowsOf, type UnitTexts } from './rows/rows.ts'
import { labellerOf } from './topics/topics.ts'

export interface AlignOptions {
  cut: Cut
  /** What the documents lay down, where it has been read already. */
  statements?: Statement[]
  /** What people decided; left out, the model alone decides. */
  codebook?: Codebook
  /** What the corpus's keeper decided, of the form that it must have. */
  overrides?: Override[]
  /** Matches of only these pairs of documents; without, of all. */
  pairs?: [string, string][]
  /** In place of the counts and models of answers kept with the code. */
  answers?: Omit<IndexOptions, 'cut'>
}

export interface Alignment {
  matches: Match[]
  /** With the wording of each member left empty. */
  families: Family[]
  /** Where each document says what the others do. */
  said: Said
  /** What both were made of; copies of a document have none. */
  links: Links
  /** Overrides that are stale or needless. */
  problems: OverrideProblem[]
}

/**
 * Which article answers which, and the rows that follow; both from what the documents' statements say of each other. `matches`
 * hold the pairs of documents in the order given, the document named first on the left. The order of documents changes nothing
 * else.
 */
export function align(regulations: Regulation[], options: AlignOptions): Alignment {
  const decisions = decisionsOf(options.codebook)
  const texts = unitTextsOf(regulations)
  const { overrides, problems } = readOverrides(options.overrides ?? [], texts)
  const copies = copiesOf(regulations, decisions)
  const copied = new Set([...copies.values()].flat())
  const read = options.statements && groupBy(options.statements, ({ regulation }) => regulation)
  const index = indexOf(
    regulations
      .filter(({ id }) => !copied.has(id))
      .map(regulation => ({
        regulation,
        statements: read ? (read.get(regulation.id) ?? []) : statementsOf(regulation),
      })),
    { cut: options.cut, ...options.answers },
  )
  const links = linksOf(index)
  const prepared = regulations.map(regulation => prepare(regulation, options.cut))
  const rarity = rarityOf(prepared)
  const weighed = prepared.map(regulation => weighRegulation(regulation, rarity))
  const articles = new Map(weighed.flatMap(each => each.articles.map(a => [a.article.address, a])))
  const found = relationsOf(index, links, decisions)
  const matches = matchesOf(regulations, options.pairs, { found, copies, decisions, articles, rarity })
  const kept = overrideMatches(matches, overrides, decidedMatch(articles, rarity))
  const rows = overrideRows(withCopies(rowsOf(links, decisions), copies), overrides)
  const addresses = [...articles.keys()]
  const label = labellerOf(
    new Map([...articles].map(([address, { article }]) => [address, article])),
    rarity,
    links.entries.map(({ statement }) => statement),
  )
  const labelled = overrideLabels(familiesOf(rows.rows, addresses, label), overrides)
  return {
    matches: kept.matches,
    families: labelled.families,
    said: saidOf(links, copies),
    links,
    problems: [...problems, ...kept.problems, ...rows.problems, ...labelled.problems],
  }
}

interface Relations {
  found: Map<string, RelationsFound>
  copies: Map<string, string[]>
  decisions: Decisions
  articles: Map<string, WeighedArticle>
  rarity: Rarity
}

/** The matches of all pairs of documents, or of those asked for; a copy has its original's. */
function matchesOf(
  regulations: Regulation[],
  asked: [string, string][] | undefined,
  { found, copies, decisions, articles, rarity }: Relations,
): Match[] {
  const wanted = asked && new Set(asked.map(([a, b]) => pairKey(a, b)))
  const originals = new Map([...copies].flatMap(([id, others]) => others.map(other => [other, id] as const)))
  const original = (id: string) => originals.get(id) ?? id
  return regulations.flatMap((a, at) =>
    regulations
      .slice(at + 1)
      .filter(b => !wanted || wanted.has(pairKey(a.id, b.id)))
      .flatMap(b => {
        const curated = isCurated(decisions, a.id, b.id)
        const { judged, decided } = between(found, a, b, original)
        const model = new Map(judged.map(pair => [pairKey(pair.a, pair.b), pair]))
        const edges = curated ? curatedBetween(a, b, decisions, model) : decided
        return edges.map((pair): Match => {
          const evidence = evidenceOf(articles.get(pair.a)!, articles.get(pair.b)!, rarity)
          return {
            a: pair.a,
            b: pair.b,
            relation: pair.relation,
            score: rounded(pair.relation === 'equivalent' ? pair.equivalent : pair.edge),
            probability: rounded(pair.edge),
            basis: curated ? 'curated' : 'model',
            evidence: { ...evidence, runnerUp: runnerUp(pair, judged) },
          }
        })
      }),
  )
}

/** What was found between two documents, the first one's articles on the left. */
function between(
  found: Map<string, RelationsFound>,
  a: Regulation,
  b: Regulation,
  original: (id: string) => string,
): RelationsFound {
  const [idA, idB] = [original(a.id), original(b.id)]
  if (idA === idB) return ofCopies(a, b)
  const { judged, decided } = found.get(pairKey(idA, idB)) ?? { judged: [], decided: [] }
  const turned = <Pair extends Judged>(pair: Pair): Pair => {
    const [left, right] = documentOf(pair.a) === idA ? [pair.a, pair.b] : [pair.b, pair.a]
    return { ...pair, a: `${a.id}${left.slice(idA.length)}`, b: `${b.id}${right.slice(idB.length)}` }
  }
  return { judged: judged.map(turned), decided: decided.map(turned) }
}

/** Two documents of the same articles: each answers its own. */
function ofCopies(a: Regulation, b: Regulation): RelationsFound {
  const decided = a.articles.map(
    ({ address }, at): Decided => ({
      a: address,
      b: b.articles[at]!.address,
      relation: 'equivalent',
      edge: 1,
      equivalent: 1,
    }),
  )
  return { decided, judged: decided }
}

/** The likeliest other pair that has one of the two articles. */
function runnerUp({ a, b }: Judged, judged: Judged[]): Match['evidence']['runnerUp'] {
  const rivals = judged.filter(rival => (rival.a === a) !== (rival.b === b))
  const best = rivals.sort((x, y) => y.edge - x.edge || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1))[0]
  return best ? { a: best.a, b: best.b, score: rounded(best.edge) } : null
}

/** The edges that people put between two documents, as sure as the model finds them; of one that it did not look at 0. */
function curatedBetween(
  a: Regulation,
  b: Regulation,
  { relations }: Decisions,
  model: Map<string, Judged>,
): Decided[] {
  return a.articles.flatMap(({ address: left }) =>
    b.articles.flatMap(({ address: right }) => {
      const relation = relations.get(pairKey(left, right))
      if (!relation || relation === 'disputed') return []
      const { edge, equivalent } = model.get(pairKey(left, right)) ?? { edge: 0, equivalent: 0 }
      return [{ a: left, b: right, relation, edge, equivalent }]
    }),
  )
}

/** A match that the keeper put between two articles that the model kept apart; null where one of them is gone. */
function decidedMatch(articles: Map<string, WeighedArticle>, rarity: Rarity) {
  const order = [...articles.keys()]
  return (one: string, other: string, relation: Match['relation']): Match | null => {
    const [a, b] = order.indexOf(one) <= order.indexOf(other) ? [one, other] : [other, one]
    if (!articles.has(a) || !articles.has(b)) return null
    const evidence = evidenceOf(articles.get(a)!, articles.get(b)!, rarity)
    return { a, b, relation, score: 1, probability: 1, basis: 'curated', evidence }
  }
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
